"""Tests of the records: the offset map and the summary's own questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import CheckError
from summarizer.records import (
    Article,
    Edit,
    Line,
    Position,
    Provenance,
    Source,
    Stance,
    Summary,
    Usage,
    Verdict,
)


@st.composite
def articles(draw: st.DrawFn, *, insert: bool = True) -> Article:
    """A raw text with sorted edits that do not overlap; `insert`: some write text where there was none."""
    raw = draw(st.text(max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    edits = [Edit(start=a, end=b, replacement=draw(st.text("ab\n", max_size=3))) for a, b in pairs]
    return Article(raw=raw, edits=tuple(e for e in edits if e.end > e.start or (insert and e.replacement)))


@given(articles(), st.data())
def test_to_raw_leads_each_untouched_character_to_itself(article: Article, data: st.DataObject):
    """A span of characters that no edit wrote is found verbatim in the raw input, edits inside it aside."""
    if not article.text:
        return
    at = data.draw(st.integers(0, len(article.text) - 1))
    start, end = article.to_raw(at, at + 1)
    assert 0 <= start <= end <= len(article.raw)
    written = any(e.replacement and (e.start, e.end) == (start, end) for e in article.edits)
    assert written or article.raw[start:end] == article.text[at]


@given(articles(insert=False), st.data())
def test_to_raw_and_back_holds_the_span(article: Article, data: st.DataObject):
    """Going to the raw input and back never loses a part of the span."""
    start = data.draw(st.integers(0, len(article.text)))
    end = data.draw(st.integers(start, len(article.text)))
    raw_start, raw_end = article.to_raw(start, end)
    back_start, back_end = article.from_raw(raw_start, raw_end)
    if raw_end > raw_start:
        assert back_start <= start
        assert back_end >= end


@given(articles())
def test_the_whole_text_leads_into_the_raw_input_in_order(article: Article):
    """Raw positions never go backwards as the text goes on."""
    starts = [article.to_raw(i, i)[0] for i in range(len(article.text))]
    assert starts == sorted(starts)


def test_removed_text_beside_a_span_stays_outside():
    """A span next to a removal does not take the removed text along."""
    article = Article(raw="one [ad] two", edits=(Edit(start=4, end=9),))
    assert article.text == "one two"
    assert article.to_raw(0, 4) == (0, 4)
    assert article.to_raw(4, 7) == (9, 12)
    assert article.to_raw(0, 7) == (0, 12)
    assert article.from_raw(4, 9) == (4, 4)


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 99)])
def test_a_span_outside_the_text_is_an_error(span: tuple[int, int]):
    """Spans that cannot be are refused by both directions."""
    article = Article(raw="abc")
    with pytest.raises(ValueError, match="not within"):
        article.to_raw(*span)
    with pytest.raises(ValueError, match="not within"):
        article.from_raw(*span)


def make_summary(**changes: object) -> Summary:
    """A summary with nothing in it but what is given."""
    base = Summary(
        headline=Line(text="Port opens"),
        gist=Line(text="The port opens."),
        actors=(),
        positions=(),
        claims=(),
        provenance=Provenance(summarizer="0", engine="extractive", created="2026-01-01T00:00:00+00:00"),
        source=Source(metadata=Article(raw="").metadata, raw_sha256="0" * 64, raw_length=0),
        text="",
        sentences=(),
    )
    return base.model_copy(update=changes)


def test_a_summary_round_trips_through_json():
    """What is written is what is read."""
    summary = make_summary(usage=Usage(requests=1, tokens_in=5, cost=0.25))
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


def test_require_supported_names_the_first_doubtful_item():
    """A strict reader gets an error that says what is wrong, and the summary itself otherwise."""
    assert make_summary().require_supported() == make_summary()
    position = Position(
        holder="Ann Lee", stance=Stance.OPPOSES, issue="the sale", evidence=(), verdict=Verdict.DISPUTED
    )
    with pytest.raises(CheckError, match=r"1 of the summary's items .* Ann Lee opposes the sale"):
        make_summary(positions=(position,)).require_supported()


def test_the_cost_of_a_sum_is_unknown_as_soon_as_one_is():
    """A sum never passes off an unknown cost as nothing."""
    known, unknown = Usage(requests=1, cost=0.5), Usage(requests=1, cost=None)
    assert (known + known).cost == 1.0
    assert (known + unknown).cost is None
    assert (Usage() + known).cost == 0.5
