"""`summarizer view` and `--format html`: what becomes a file, a folder or standard output, and what is refused."""

from __future__ import annotations

import io
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest
from summaries import make_summary

from summarizer.cli import view
from summarizer.cli.main import run
from summarizer.rows import Failure, Row

ROW = Row(id="a", origin="a.txt", summary=make_summary())
ERROR = Row(id="b", origin="b.txt", error=Failure(type="ReplyError", message="the reply is empty"))

View = Callable[..., tuple[int, str, str]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked for; it opens none."""
    asked: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda url: bool(asked.append(url)) or True)
    return asked


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], opened: list[str]) -> View:
    """The command, run within this process, never opening a browser: its code, output and errors."""
    del opened

    def call_(*arguments: object) -> tuple[int, str, str]:
        code = run(["view", *map(str, arguments)])
        return (code, *capsys.readouterr())

    return call_


def write(name: str, *rows: Row) -> Path:
    """A file of these rows in the working directory."""
    path = Path(name)
    path.write_text("".join(row.model_dump_json() + "\n" for row in rows), encoding="utf-8")
    return path


def test_one_article_goes_where_it_is_sent(call: View, opened: list[str]):
    """In a pipe to standard output, with --output to a file; the browser is left alone."""
    path = write("one.jsonl", ROW)
    code, out, err = call(path)
    assert (code, err) == (0, "")
    assert out.startswith("<!doctype html>")
    assert call(path, "-o", "page.html") == (0, "", "")
    assert Path("page.html").read_text("utf-8") == out
    assert call(path, "-o", "-")[1] == out
    assert opened == []


def test_a_bare_summary_is_a_run_of_one(call: View):
    """What --format json wrote is viewed like a batch's row."""
    Path("one.json").write_text(make_summary().model_dump_json(indent=2), encoding="utf-8")
    assert "Mayor and union at odds" in call("one.json")[1]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, call: View):
    """With - for the file."""
    data = io.BytesIO((ROW.model_dump_json() + "\n").encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data, encoding="utf-8"))
    assert "Mayor and union at odds" in call("-")[1]


def test_a_run_becomes_a_folder(call: View):
    """Its index names the run and lists errors; writing it again is no trouble."""
    path = write("monday.jsonl", ROW, ERROR)
    for _ in range(2):
        code, out, err = call(path, "-o", "pages")
        assert (code, out) == (0, "")
        assert err == f"note: the page to open is {Path('pages/index.html')}\n"
    index = Path("pages/index.html").read_text("utf-8")
    assert "<title>monday</title>" in index
    assert "ReplyError" in index
    assert [p.name for p in Path("pages/articles").iterdir()] == ["a.html"]
    assert call(path, "-o", "pages", "--quiet") == (0, "", "")


def test_one_article_in_a_folder_has_an_index_too(call: View):
    """What is written depends on what was asked for, not on how many articles there are."""
    assert call(write("one.jsonl", ROW), "-o", "pages")[0] == 0
    assert sorted(p.name for p in Path("pages").iterdir()) == ["articles", "index.html"]


def test_a_folder_with_other_files_is_left_alone(call: View):
    """Nothing of the user's is overwritten."""
    Path("mine").mkdir()
    Path("mine/index.html").write_text("<p>my own</p>")
    code, _, err = call(write("run.jsonl", ROW, ERROR), "-o", "mine")
    assert code == 2
    assert "holds other files" in err
    assert Path("mine/index.html").read_text() == "<p>my own</p>"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("run.jsonl",), 2, "need a folder"),
        (("run.jsonl", "-o", "page.html"), 2, "need a folder"),
        (("run.jsonl", "-o", "no/such/folder"), 2, "there is no directory"),
        (("run.jsonl", "-o", "run.jsonl"), 2, "is a file"),
        (("none.jsonl",), 1, "none.jsonl"),
        (("empty.jsonl",), 1, "empty.jsonl holds no summary"),
        (("error.jsonl",), 1, "ReplyError: the reply is empty"),
        (("text.txt",), 1, "neither a row of a batch nor a summary"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_line(
    arguments: tuple[str, ...], code: int, words: str, call: View
):
    """With the remedy, before anything is written."""
    write("run.jsonl", ROW, ERROR)
    write("empty.jsonl")
    write("error.jsonl", ERROR)
    Path("text.txt").write_text("No rows here.\n")
    before = sorted(Path().rglob("*"))
    done, out, err = call(*arguments)
    assert (done, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1
    assert sorted(Path().rglob("*")) == before


def test_the_browser_is_opened_when_asked_or_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, call: View, opened: list[str], tmp_path: Path
):
    """--open asks; a terminal without --output does as well, with pages in a temporary folder."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run_, one = write("run.jsonl", ROW, ERROR), write("one.jsonl", ROW)
    call(run_, "-o", "pages", "--open")
    assert opened == [Path("pages/index.html").absolute().as_uri()]
    monkeypatch.setattr(view, "is_terminal", lambda *_: True)
    call(run_)
    call(one)
    assert [url.rpartition("/")[2] for url in opened[1:]] == ["index.html", "article.html"]
    call(one, "--no-open")
    call(one, "-o", "page.html")
    assert len(opened) == 3


def test_a_machine_without_a_browser_says_so(monkeypatch: pytest.MonkeyPatch, call: View, tmp_path: Path):
    """And where the page is."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    code, _, err = call(write("one.jsonl", ROW), "--open")
    assert code == 0
    assert "article.html" in err
    assert "no browser" in err


def test_format_html_is_a_page_with_what_was_removed(call: View, capsys: pytest.CaptureFixture[str]):
    """Also chosen by the file's name; the article is at hand, so what cleaning took out is in it."""
    del call
    text = "“We will not sell the harbour,” the mayor, Ann Lee, said.\nfbq('init', '17');\nfbq('track', 'PageView');\n"
    Path("a.txt").write_text(text, encoding="utf-8")
    assert run(["a.txt", "-q", "--format", "html"]) == 0
    out = capsys.readouterr().out
    assert "Removed in cleaning" in out
    assert run(["a.txt", "-q", "-o", "page.html"]) == 0
    assert Path("page.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_page_is_not_streamed_into_itself(capsys: pytest.CaptureFixture[str]):
    """Claims before a page on standard output would spoil it."""
    assert run(["a.txt", "--stream", "--format", "html"]) == 2
    assert "--output page.html" in capsys.readouterr().err


def test_a_page_is_utf_8_whatever_the_terminal_speaks():
    """It says so itself; a near equivalent would also break the hash of its style."""
    path = write("one.jsonl", ROW)
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", "view", path],
        capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )  # fmt: skip
    assert "The drivers’ union rejects it." in done.stdout.decode("utf-8")
