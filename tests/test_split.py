"""Splitting: boundaries, kinds, exact offsets, linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.language import guess_language
from summarizer.records import Article, Metadata, SentenceKind
from summarizer.split import split_sentences


def split(text: str, language: str | None = None) -> list[str]:
    """The sentences of a text as strings."""
    article = Article(raw=text, metadata=Metadata(language=language))
    return [text[s.start : s.end] for s in split_sentences(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It snowed.", ["It rained.", "It snowed."]),
        ("Sen. Ada Park met Dr. Lee at 5 p.m. Monday.", ["Sen. Ada Park met Dr. Lee at 5 p.m. Monday."]),
        ("Mr. J. K. Lund spoke. He left.", ["Mr. J. K. Lund spoke.", "He left."]),
        ("Gov. Amy Roe of Wash. said so. She left.", ["Gov. Amy Roe of Wash. said so.", "She left."]),
        ("“No. Never,” she said. He left.", ["“No. Never,” she said.", "He left."]),
        ("She said: “No. Never.” He left.", ["She said: “No. Never.”", "He left."]),
        ("Holt told Up. North. Live. “Yes,” she said.", ["Holt told Up. North. Live.", "“Yes,” she said."]),
        ("It fell 5.4 percent. No. 3 won.", ["It fell 5.4 percent.", "No. 3 won."]),
        ("It fell at Tate & Co. The shares rose.", ["It fell at Tate & Co.", "The shares rose."]),
        (
            "Tate & Co. Ltd. of Leeds fell. Ford Motor Co. said so.",
            ["Tate & Co. Ltd. of Leeds fell.", "Ford Motor Co. said so."],
        ),
        ("They met at 5 p.m. He left.", ["They met at 5 p.m.", "He left."]),
    ],
)
def test_split_finds_boundaries(text: str, expected: list[str]) -> None:
    """Titles, initials, clock times, quotations and names with full stops do not break a sentence."""
    assert split(text) == expected


def test_guess_language_looks_beyond_a_notice_in_another_language() -> None:
    """An English notice before a German article does not make it English."""
    notice = (
        "This is the site of the town, and it is for all that have an interest in it and in what it was. "
    )
    article = (
        "Der Rat der Stadt hat sich mit dem Plan für den Hafen nicht abgefunden, und das ist auch klar. "
    )
    assert guess_language(notice * 2 + article * 12) == "de"
    assert guess_language(notice * 12) == "en"


def test_split_german_ordinals_and_abbreviations() -> None:
    """German ordinals and abbreviations stay inside their sentence."""
    text = "Am 3. Oktober kam Dr. Vogt z. B. nach Bonn. Er blieb."
    assert split(text, "de") == ["Am 3. Oktober kam Dr. Vogt z. B. nach Bonn.", "Er blieb."]


def test_split_gives_a_stray_mark_to_the_sentence_it_opens() -> None:
    """An opening mark never ends the sentence before."""
    sentences = split('He said "I will go. She stayed. They went. "Hello. There." He ended.')
    assert not any(s.endswith((' "', " “")) for s in sentences)


def test_split_kinds_of_lines() -> None:
    """Headings and items are sentences of their own; the last short line is no heading."""
    text = "Port opens at night\n\nThe port opens. It is late.\n\nWhat comes next\n\n- first point\n- second point\n\n1. one\n2. two\n\nBy hand"
    kinds = [(s.kind, text[s.start : s.end]) for s in split_sentences(Article(raw=text))]
    assert [k for k, _ in kinds] == [
        SentenceKind.HEADING,
        SentenceKind.SENTENCE,
        SentenceKind.SENTENCE,
        SentenceKind.HEADING,
        SentenceKind.ITEM,
        SentenceKind.ITEM,
        SentenceKind.ITEM,
        SentenceKind.ITEM,
        SentenceKind.SENTENCE,
    ]


def test_split_numbers_from_one_and_paragraphs_from_zero() -> None:
    """Sentences count from 1, paragraphs from 0, blank lines do not count."""
    sentences = split_sentences(Article(raw="A one. A two.\n\n\nB one."))
    assert [(s.number, s.paragraph) for s in sentences] == [(1, 0), (2, 0), (3, 1)]


@pytest.mark.parametrize("text", ["\u00a0a. “\u00a0B. c", "\ud800. A b.", "a.\u3000B.\u202f"])
def test_split_survives_what_sentencex_cannot_take(text: str) -> None:
    """Wide spaces and lone surrogates, on which the Rust code panics, are split like any text."""
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_split_nothing() -> None:
    """An empty or blank text has no sentences."""
    assert split_sentences(Article(raw="")) == ()
    assert split_sentences(Article(raw=" \n\t\n")) == ()


TEXTS = st.text(alphabet="aB .!?\n\"'“”„’(-1…İ😀\u00a0", max_size=120)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_split_covers_every_visible_character_once(text: str) -> None:
    """Sentences are in order, not empty, without outer spaces, and miss nothing visible."""
    sentences = split_sentences(Article(raw=text))
    at = 0
    for number, sentence in enumerate(sentences, 1):
        assert sentence.number == number
        assert at <= sentence.start < sentence.end <= len(text)
        assert not text[at : sentence.start].strip()
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        assert "\n" not in piece
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "unit", ["word ", "“ ", '" a. B ', "Foo. ", "He said “Hello there. ", "a. ” ", "( Foo. ", "A"]
)
def test_split_is_linear(unit: str) -> None:
    """Four times the text takes nowhere near sixteen times as long."""

    def measure(size: int) -> float:
        article = Article(raw=unit * (size // len(unit)))
        start = time.process_time()
        split_sentences(article)
        return time.process_time() - start

    small, large = min(measure(50_000) for _ in range(2)), min(measure(200_000) for _ in range(2))
    assert large < 10 * small + 0.2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat hat den Plan nicht gebilligt und will sich mit der Stadt treffen.", "de"),
        ("The council did not approve the plan and will meet with the city.", "en"),
        ("Le conseil n’a pas approuvé le plan et se réunit avec la ville pour les élus.", "fr"),
        ("Zzz", None),
        ("", None),
    ],
)
def test_guess_language(text: str, language: str | None) -> None:
    """Common words tell the language; too few of them tell nothing."""
    assert guess_language(text) == language
