"""`summarizer prompts diff`: what differs between two prompts, word by word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.cli.main import run
from summarizer.prompt import Op, compare_prompts, load_prompt
from summarizer.prompt.difference import diff_words


def edit(*changes: tuple[str, str]) -> Path:
    """A copy of the shipped prompt with some words replaced, each once."""
    assert run(["prompts", "copy", "summary", "mine.toml", "--force"]) == 0
    path = Path("mine.toml")
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return path


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30))
def test_the_pieces_are_both_texts(one: str, other: str):
    """Without what was added it is the first, without what was removed the second."""
    pieces = diff_words(one, other)
    assert "".join(p.text for p in pieces if p.op is not Op.ADDED) == one
    assert "".join(p.text for p in pieces if p.op is not Op.REMOVED) == other
    assert all(p.text for p in pieces)


def test_every_kind_of_change_is_found():
    """Words of a text, parameters set, changed and taken out, an example changed, one gone, the packing."""
    path = edit(
        ("complete, exact,", "complete, brief,"),
        ("temperature = 0\n", "temperature = 0.5\nseed = 4\n"),
        ("article_tokens = 3000", "article_tokens = 2000"),
        ("für drei Stunden", "für vier Stunden"),
    )
    difference = compare_prompts(load_prompt("summary"), load_prompt(path))
    names = [section.name for section in difference.sections]
    assert names == [
        "system", "article_tokens", "parameters.temperature", "parameters.seed", "example 1: article",
    ]  # fmt: skip
    system = difference.sections[0]
    assert [p.text for p in system.pieces if p.op is Op.REMOVED] == ["exact"]
    assert [p.text for p in system.pieces if p.op is Op.ADDED] == ["brief"]
    assert system.before > 500


def test_comments_and_names_are_no_difference(capsys: pytest.CaptureFixture[str]):
    """What no model gets to see."""
    edit(("# Variables: language\n", "# Only language\n"), ("description = ", 'name = "x"\ndescription = '))
    capsys.readouterr()
    assert run(["prompts", "diff", "summary", "./mine.toml"]) == 0
    assert "tell a model the same" in capsys.readouterr().out


def test_what_is_printed(capsys: pytest.CaptureFixture[str]):
    """Only lines that differ, in brackets without colours, with the tokens of each side."""
    edit(("Leave out rather than guess.", "When in doubt, leave out.\n\nBe brief."))
    capsys.readouterr()
    assert run(["prompts", "diff", "summary", "./mine.toml"]) == 0
    out = capsys.readouterr().out
    assert "system: " in out
    assert "[-Leave-]{+When in doubt, leave+} out" in out
    assert "{+Be+}" in out
    assert "careful archivist" not in out
    assert " tokens (+" in out


def test_an_example_that_is_gone(capsys: pytest.CaptureFixture[str]):
    """Its article and its reply, on one side only."""
    text = edit().read_text("utf-8")
    first, second = (i for i in range(len(text)) if text.startswith("[[examples]]", i))
    Path("mine.toml").write_text(text[:first] + text[second:], "utf-8")
    capsys.readouterr()
    assert run(["prompts", "diff", "summary", "./mine.toml"]) == 0
    out = capsys.readouterr().out
    assert "example 1 (gone): article" in out
    assert "example 2" not in out


def test_prompts_of_two_kinds(capsys: pytest.CaptureFixture[str]):
    """Nothing to compare: one line says why."""
    assert run(["prompts", "diff", "summary", "verify"]) == 1
    assert "are of two kinds" in capsys.readouterr().err
