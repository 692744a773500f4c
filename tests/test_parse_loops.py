"""Tests of telling a loop from a long list."""

import json

from summarizer.parse import is_loop


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


def test_the_same_item_over_and_over_is_a_loop_wherever_it_is_cut():
    """Also in the middle of a repetition."""
    item = json.dumps({"name": "the harbour authority of Lindholm", "role": "", "aliases": ["the authority"]})
    text = '{"actors": [' + ", ".join([item] * 12)
    assert all(is_loop(text[:end]) for end in range(len(text) - len(item), len(text)))


def test_a_refrain_in_an_article_is_no_loop():
    """A sentence that a speaker says three times may be quoted three times."""
    refrain = "We will never leave this valley, whatever they offer us and whoever comes to take it. "
    assert not is_loop('{"claims": [{"says": "' + refrain * 3)
