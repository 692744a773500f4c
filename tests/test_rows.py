"""Rows: one article a line, read back whatever wrote them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer import errors, summarize
from summarizer.rows import Failure, Row, make_row, parse_rows, read_rows

SUMMARY = summarize("“We will not sell the harbour,” the mayor, Ann Lee, said.", model="extractive")
GOOD = Row(id="a", key="k", origin="a.txt", summary=SUMMARY)
BAD = Row(id="b", origin="b.txt", attempts=3, error=Failure(type="ReplyError", message="the reply is empty"))


def write(path: Path, *lines: str) -> Path:
    """A file of these lines."""
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_row_holds_either_a_summary_or_an_error() -> None:
    """Both, or neither, is refused."""
    with pytest.raises(ValidationError, match="either"):
        Row(id="a")
    with pytest.raises(ValidationError, match="either"):
        Row(id="a", summary=SUMMARY, error=Failure(type="E", message="m"))


def test_read_rows_round_trips(tmp_path: Path) -> None:
    """What is written as JSON lines comes back equal and in order."""
    path = write(tmp_path / "out.jsonl", *(row.model_dump_json() + "\n" for row in (GOOD, BAD)), "\n")
    assert list(read_rows(path)) == [GOOD, BAD]


@pytest.mark.parametrize("indent", [None, 2])
def test_read_rows_takes_a_bare_summary(tmp_path: Path, indent: int | None) -> None:
    """The output of --format json is a row, on one line or on many."""
    path = write(tmp_path / "one.json", SUMMARY.model_dump_json(indent=indent), "\n")
    (row,) = read_rows(path)
    assert row.summary == SUMMARY
    assert row.id == make_row(SUMMARY).id == SUMMARY.source.raw_sha256[:16]


def test_read_rows_leaves_out_a_torn_last_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A run that was killed while it wrote can be read, with a warning."""
    line = GOOD.model_dump_json()
    path = write(tmp_path / "out.jsonl", line, "\n", line[: len(line) // 2])
    assert list(read_rows(path)) == [GOOD]
    assert "torn off" in caplog.text


def test_read_rows_keeps_a_whole_last_line_without_its_end(tmp_path: Path) -> None:
    """A last line that only lacks its newline counts."""
    path = write(tmp_path / "out.jsonl", GOOD.model_dump_json(), "\n", BAD.model_dump_json())
    assert list(read_rows(path)) == [GOOD, BAD]


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        (['{"id": "a"}\n'], "x:1"),
        ([GOOD.model_dump_json() + "\n", "{}\n"], "x:2"),
        ([GOOD.model_dump_json() + "\n", "{\n", "{}\n"], "x:2"),
        (["<html>\n", "</html>\n"], "x"),
        (['{"schema_version": "99"}\n'], "schema_version"),
    ],
)
def test_parse_rows_names_the_line_that_is_wrong(lines: list[str], where: str) -> None:
    """What is no row is an error of ours that says where."""
    with pytest.raises(errors.InputError, match=where):
        list(parse_rows(lines, "x"))


def test_read_rows_says_why_a_file_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and a binary one are errors of ours."""
    with pytest.raises(errors.InputError, match="No such file"):
        list(read_rows(tmp_path / "none.jsonl"))
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(errors.InputError, match="UTF-8"):
        list(read_rows(tmp_path / "b.jsonl"))
