"""Tests of telling a loop from a long list."""

import json

from summarizer.loops import is_loop


def test_a_list_of_different_claims_is_no_loop():
    """Items of one form that differ in what they say are what a reply is made of."""
    claims = [
        {
            "at": [n],
            "who": "Ann Lee",
            "says": f"Ferry {n} carried {n * 37} people to the island.",
            "how": "indirect",
        }
        for n in range(200)
    ]
    text = json.dumps({"claims": claims})
    assert not any(is_loop(text[:end]) for end in range(500, len(text), 97))


def test_what_stands_between_the_claims_of_one_speaker_is_no_loop():
    """A long name and the same sentence number again and again: asked at every character of a reply."""
    who = "the Commissioner for the Protection of Rivers, Lakes and Wetlands of the Northern Provinces"
    objects = ("eel", "otter", "heron", "reed", "mill", "lock", "dam", "ferry")
    claims = [
        {"at": [12], "who": who, "says": f"The {thing} stays.", "how": "indirect", "kind": "fact"}
        for thing in objects
    ]
    text = json.dumps({"claims": claims})
    assert not any(is_loop(text[:end]) for end in range(len(text)))


def test_a_loop_that_counts_on_is_a_loop():
    """The same claim with the next sentence number, after a reply that was good."""
    good = [
        {"at": [n], "who": "Ann Lee", "says": f"Ferry {n} carried {n * 37} people to the island."}
        for n in range(20)
    ]
    same = [{"at": [n], "who": "Ann Lee", "says": "The island needs its ferries."} for n in range(20, 40)]
    text = json.dumps({"claims": good + same})
    start = len(json.dumps({"claims": good}))
    assert not is_loop(text[:start])
    assert is_loop(text[: start + 8 * len(json.dumps(same[0]))])


def test_spaces_without_end_are_a_loop():
    """Models that are held to JSON may write nothing but spaces, which JSON allows anywhere."""
    assert is_loop('{"claims": [' + "\n" * 600)


def test_the_same_item_over_and_over_is_a_loop_wherever_it_is_cut():
    """Also in the middle of a repetition."""
    item = json.dumps({"name": "the harbour authority of Lindholm", "role": "", "aliases": ["the authority"]})
    text = '{"actors": [' + ", ".join([item] * 12)
    assert all(is_loop(text[:end]) for end in range(len(text) - len(item), len(text)))


def test_a_refrain_in_an_article_is_no_loop():
    """A sentence that a speaker says three times may be quoted three times."""
    refrain = "We will never leave this valley, whatever they offer us and whoever comes to take it. "
    assert not is_loop('{"claims": [{"says": "' + refrain * 3)
