"""Gold files: reading what people write by hand, and making gold to correct."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from summaries import TEXT, make_summary

from summarizer.cli.main import run
from summarizer.errors import InputError
from summarizer.evaluate.gold import GoldArticle, Kind, format_gold, hash_gold, make_gold, read_gold
from summarizer.records import Stance

ANNOTATION: dict[str, Any] = {
    "kind": "direct",
    "speaker": "she",
    "content": "It will carry 6 million people a year",
}
ARTICLE: dict[str, Any] = {"id": "tram", "text": TEXT, "annotations": [ANNOTATION]}


def write(*articles: dict[str, Any], indent: int | None = None) -> Path:
    """A gold file in the working directory."""
    path = Path("gold.jsonl")
    path.write_text("".join(json.dumps(a, indent=indent) + "\n" for a in articles), "utf-8")
    return path


@pytest.mark.parametrize("indent", [None, 2])
def test_a_content_is_looked_up(indent: int | None):
    """By hand nobody counts offsets; a line an article, or over many lines."""
    other = ARTICLE | {"id": 7, "annotations": []}
    first, second = read_gold(write(ARTICLE, other, indent=indent))
    (annotation,) = first.annotations
    assert TEXT[slice(*annotation.content_spans[0])] == ANNOTATION["content"]
    assert second.id == "7"


def test_the_first_articles():
    """With a limit the rest is not even read."""
    path = write(ARTICLE)
    path.write_text(path.read_text("utf-8") + "nonsense", "utf-8")
    assert len(read_gold(path, 1)) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"content": "It will carry 8 million"}, "“It will carry 8 million” does not stand in the text"),
        ({"content": "the"}, "stands there 2 times; add content_spans, one of [[24, 27]], [[123, 126]]"),
        ({"content": ""}, "annotation 1 has neither content nor content_spans"),
        (
            {"kind": "quote"},
            "annotations.0.kind: Input should be 'direct', 'indirect', 'mixed' or 'position'",
        ),
        ({"speker": "x"}, "annotations.0.speker: Extra inputs are not permitted"),
        ({"content_spans": [[0, 9999]]}, "the span [0, 9999] is not within the text"),
        ({"speaker_span": [5, 3]}, "the span [5, 3] is not within the text"),
        (
            {"kind": "position", "extra": {"stance": "for"}},
            "the stance 'for' is not one of supports, opposes",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(change: dict[str, Any], words: str):
    """The line on which the article begins, the annotation, and what to do."""
    path = write(ARTICLE, ARTICLE | {"id": "2", "annotations": [ANNOTATION | change]})
    with pytest.raises(InputError) as caught:
        read_gold(path)
    assert words in str(caught.value)
    assert str(caught.value).startswith("gold.jsonl:2: ")
    assert "\n" not in str(caught.value)


def test_an_id_stands_once():
    """Predictions and differences go by it."""
    with pytest.raises(InputError, match="the id 'tram' stands there a second time"):
        read_gold(write(ARTICLE, ARTICLE))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no article"),
        (b"\xff\xfe", "not UTF-8"),
        (b'{"id": "a"', "gold.jsonl:1 is not JSON"),
        (b"[]", "gold.jsonl:1: Input should be a valid dictionary"),
        (b'{"id": "a", "text": ""}', "text: String should have at least 1 character"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_rubbish_is_an_error_of_one_line(data: bytes, words: str):
    """Never a traceback."""
    Path("gold.jsonl").write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_gold(Path("gold.jsonl"))
    assert words in str(caught.value)


def test_the_hash_is_of_the_content():
    """Layout does not change it; a corrected speaker does."""
    plain = hash_gold(read_gold(write(ARTICLE)))
    assert hash_gold(read_gold(write(ARTICLE, indent=2))) == plain
    corrected = ARTICLE | {"annotations": [ANNOTATION | {"speaker": "Ida Brandt"}]}
    assert hash_gold(read_gold(write(corrected))) != plain


def test_a_summary_becomes_gold():
    """A statement for each claim that somebody makes, and the positions; notes on what the checks said."""
    gold = make_gold(make_summary(), "tram")
    assert [a.kind for a in gold.annotations] == [Kind.INDIRECT, Kind.DIRECT, Kind.POSITION, Kind.POSITION]
    direct = gold.annotations[1]
    assert (direct.speaker, direct.content) == ("Ida Brandt", "It will carry 6 million people a year")
    assert direct.extra["verdict"] == "disputed"
    assert gold.annotations[2].stance is Stance.SUPPORTS
    assert gold.annotations[2].extra["target"] == "the tram"


@given(indent=st.booleans(), text=st.text(alphabet='ab “”".\n\\é😀', min_size=1, max_size=40), data=st.data())
def test_what_is_written_is_read_again(indent: bool, text: str, data: st.DataObject):
    """In either layout, whatever stands in the text, with spans where the content does not tell them."""
    spans = []
    for _ in range(data.draw(st.integers(0, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        spans.append((start, data.draw(st.integers(start + 1, len(text)))))
    annotations = [
        {"kind": "mixed", "speaker": "x", "content": text[s:e], "content_spans": [(s, e)]} for s, e in spans
    ]
    article = GoldArticle.model_validate({"id": "a", "text": text, "annotations": annotations})
    Path("again.jsonl").write_text(format_gold(article, indent=indent), "utf-8")
    assert read_gold(Path("again.jsonl")) == (article,)


def test_the_command_makes_gold_that_it_reads(capsys: pytest.CaptureFixture[str]):
    """From articles and from summaries; nothing is overwritten without being told."""
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("s.json").write_text(make_summary().model_dump_json(), "utf-8")
    assert run(["eval", "new", "out.jsonl", "a.txt", "a.txt", "s.json", "--indent"]) == 0
    assert "3 articles" in capsys.readouterr().err
    gold = read_gold(Path("out.jsonl"))
    assert [g.id for g in gold][1:] == ["a", "a-2"]
    assert all(g.annotations for g in gold)
    assert run(["eval", "new", "out.jsonl", "a.txt"]) == 2
    assert "may hold corrections" in capsys.readouterr().err
    assert run(["eval", "out.jsonl", "--model", "extractive", "-q"]) == 0
    assert "3 articles" in capsys.readouterr().out
