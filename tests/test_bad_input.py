"""The table of bad input, run through the library and through the command."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from cases import CASES, PARAGRAPH, SENTENCE, Case, repeat

from summarizer import Summary, clean_article, errors, summarize
from summarizer.cli.main import run

LARGE = [case for case in CASES if case.size]
# Seconds for one megabyte on a slow machine that is busy with other things; quadratic work takes minutes.
PATIENCE = 20

by_name = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


@by_name
def test_the_library_refuses_or_gives_a_sane_summary(case: Case):
    """Only the documented error, on one line; else evidence that is in the input to the letter."""
    data = case.make(case.size)
    if case.error:
        with pytest.raises(case.error) as caught:
            summarize(data, model="extractive")
        assert "\n" not in str(caught.value)
        return
    started = time.process_time()
    summary = summarize(data, model="extractive")
    assert time.process_time() - started < PATIENCE
    assert case.words in summary.text
    raw = clean_article(data).raw
    for item in (*summary.claims, *summary.positions):
        for evidence in item.evidence:
            assert summary.text[evidence.start : evidence.end] == evidence.quote
            assert 0 <= evidence.raw_start <= evidence.raw_end <= len(raw)
    assert Summary.model_validate_json(summary.model_dump_json()) == summary


@by_name
def test_the_command_refuses_or_prints_a_sane_summary(case: Case, capsys: pytest.CaptureFixture[str]):
    """One line of error and 1, naming the file; else 0 and text that cannot steer a terminal."""
    Path("input").write_bytes(case.make(case.size))
    code = run(["input", "--model", "extractive"])
    out, err = capsys.readouterr()
    if case.error:
        assert (code, out) == (1, "")
        assert re.fullmatch(r"error: [^\n]*input[^\n]*\n", err)
        return
    assert (code, err) == (0, "")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", out)


@pytest.mark.parametrize("case", LARGE, ids=lambda case: case.name)
def test_time_is_linear_in_the_input(case: Case):
    """Four times as much takes about four times as long, not sixteen."""

    def measure(size: int) -> float:
        data = case.make(size)
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            summarize(data, model="extractive")
            best = min(best, time.process_time() - started)
        return best

    size = 30_000
    assert measure(size * 4) < 9 * measure(size) + 0.3


def test_ten_megabytes_work(capsys: pytest.CaptureFixture[str]):
    """A book is a long article, most of which tells what happened and quotes nobody."""
    chapter = "\n".join([PARAGRAPH, *[PARAGRAPH.removeprefix(SENTENCE)] * 19])
    Path("book.txt").write_bytes(repeat(chapter, "\n")(10_000_000))
    started = time.process_time()
    assert run(["book.txt", "--model", "extractive", "-o", "out.json"]) == 0
    assert time.process_time() - started < 10 * PATIENCE
    assert capsys.readouterr() == ("", "")
    assert Path("out.json").stat().st_size > 10_000_000


@pytest.mark.parametrize("text", ["Harbour \ud800 stays. “We will not sell it,” the mayor, Ann Lee, said."])
def test_a_string_with_a_lone_surrogate_works_in_the_library(text: str):
    """Python strings can hold what no file can; the summary is valid Unicode."""
    summary = summarize(text, model="extractive")
    assert summary.claims[0].speaker == "Ann Lee"
    summary.model_dump_json().encode()


def test_every_error_of_the_table_is_documented():
    """Nothing outside the tree of errors.py is raised on purpose."""
    assert all(issubclass(c.error, errors.SummarizerError) for c in CASES if c.error)
