"""The batch command: what a user sees, what is in the files, and that a kill loses nothing."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commands import Command, Done
from server import Server, answer_by_schema, bad_key

from summarizer.cli.app import insert_default, load_command
from summarizer.rows import Row, read_rows

OUT = Path("out.jsonl")


@pytest.fixture
def news() -> Path:
    """A folder of five articles and a picture."""
    folder = Path("news")
    folder.mkdir()
    for number in range(5):
        text = f"Case {number}\n\n“We will not sell it,” the mayor, Ann Lee, said of case {number}."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n")
    return folder


@pytest.fixture
def server() -> Iterator[Server]:
    """A model's server on this machine."""
    with Server() as running:
        yield running


def read() -> list[Row]:
    """The rows that were written."""
    return list(read_rows(OUT))


def start(*arguments: object) -> subprocess.Popen[str]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "summarizer", "batch", *map(str, arguments)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def test_batch_is_short_for_batch_run():
    """Unless another of its commands is named."""
    command = load_command()
    assert insert_default(["batch", "news/", "-o", "x"], command) == ["batch", "run", "news/", "-o", "x"]
    assert insert_default(["batch", "run", "x"], command) == ["batch", "run", "x"]
    assert insert_default(["batch"], command) == ["batch", "run", "--help"]


def test_batch_writes_a_row_an_article(command: Command, news: Path):
    """And says what it did; the same again does nothing."""
    (news / "0.html").write_text("")
    done = command("batch", news, "-o", OUT, "--model", "extractive")
    assert (done.code, done.out) == (0, "")
    assert "(1 .png)" in done.err
    assert "6 articles to do, with extractive" in done.err
    assert "articles: 5 summarized, 1 failed (1 EmptyArticleError)" in done.err
    assert sorted(row.origin for row in read()) == ["news/0.html", *(f"news/{n}.txt" for n in range(5))]
    manifest = json.loads(Path("out.jsonl.runs.json").read_text())
    assert [run["status"] for run in manifest["runs"]] == ["finished"]
    assert manifest["runs"][0]["articles"]["done"] == 6
    before = OUT.read_bytes()
    done = command("batch", news, "-o", OUT, "--model", "extractive")
    assert "before: 6 done by earlier runs, 1 of them failed (--retry-errors)" in done.err
    assert OUT.read_bytes() == before
    assert command("batch", news, "-o", OUT, "--model", "extractive", "--quiet") == Done(0, "", "")


def test_batch_reads_standard_input(command: Command, news: Path, monkeypatch: pytest.MonkeyPatch):
    """JSON lines, or names of files."""
    Path("names").write_text("".join(f"{path}\n" for path in sorted(news.glob("*.txt"))))
    Path("lines").write_text(json.dumps({"text": "The council met."}) + "\n")
    for name, count in (("names", 5), ("lines", 6)):
        with Path(name).open() as piped:
            monkeypatch.setattr(sys, "stdin", piped)
            assert command("batch", "-", "-o", OUT, "-q", "--model", "extractive").code == 0
        assert len(read()) == count
    Path("text").write_text("The council met on Monday.\n")
    with Path("text").open() as piped:
        monkeypatch.setattr(sys, "stdin", piped)
        done = command("batch", "-o", OUT, "-q")
    assert done.code == 1
    assert "neither JSON lines nor names of files" in done.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["news"], 2, "give the file for the rows: -o out.jsonl"),
        (["gone", "-o", "x"], 1, "there is no file or folder gone"),
        (["empty", "-o", "x"], 1, "there is no article in empty"),
        (["news", "-o", "news"], 2, "news is a directory"),
        (["news", "-o", "gone/x"], 2, "there is no directory gone"),
        (["news", "-o", "news/1.txt"], 1, "line 1 is no row of a batch"),
        (
            ["words.csv", "-o", "x"],
            1,
            "the fields nr, words; say which one holds the text with --field text=NAME",
        ),
        (["news", "-o", "x", "--field", "body=b"], 1, "no field 'body'"),
        (["news", "-o", "x", "--field", "body"], 2, "write it like text=body"),
        (["news", "-o", "x", "--from", "xml"], 1, "no format 'xml'"),
        (["news", "-o", "x", "--limit", "0"], 2, "--limit"),
        (
            ["news", "-o", "x", "--model", "nobody", "--base-url", "http://m.example/v1", "--max-cost", "1"],
            1,
            "price",
        ),
    ],
)
def test_batch_says_what_is_wrong_in_one_line(
    command: Command, news: Path, arguments: list[str], code: int, words: str
):
    """Before it does anything, and what to do about it."""
    Path("empty").mkdir()
    Path("words.csv").write_text("nr,words\n1,a\n")
    before = (news / "1.txt").read_bytes()
    done = command("batch", *arguments)
    assert (done.code, done.out) == (code, "")
    line = done.err.strip().splitlines()[-1]
    assert line.startswith("error: ")
    assert words in line
    assert (news / "1.txt").read_bytes() == before


def test_batch_with_a_wrong_key_stops_at_once(command: Command, news: Path, server: Server):
    """With the line of the single command, and a manifest that says so."""
    server.answer = bad_key()
    done = command("batch", news, "-o", OUT, "--model", "m", "--base-url", server.url, "--concurrency", 1)
    assert done.code == 1
    assert "does not accept the key" in done.err.splitlines()[-1]
    assert len(server.chats) == 1
    assert read() == []
    assert json.loads(Path("out.jsonl.runs.json").read_text())["runs"][0]["status"] == "stopped"


def test_batch_dry_run_counts_and_estimates(command: Command, news: Path, server: Server):
    """It sends and writes nothing, and needs no key."""
    done = command("batch", news, "-o", OUT, "--model", "gpt-5.4-mini", "--dry-run", "--limit", 4)
    assert (done.code, done.err) == (0, "")
    first, second, last = done.out.splitlines()
    assert first == "4 articles to do, with gpt-5.4-mini"
    assert second.startswith("estimate: ")
    assert " to $" in second
    assert last == "nothing was done"
    assert not OUT.exists()
    assert server.chats == []


def test_batch_estimate_holds_what_it_costs(command: Command, news: Path, server: Server):
    """The range has the cost in it, and a limit below it is said before the start."""
    given = ("--model", "gpt-5.4-mini", "--base-url", server.url)
    said = command("batch", news, "-o", OUT, *given, "--dry-run", "--max-cost", 0.000001)
    assert "will stop it after 0 articles" in said.out
    line = next(line for line in said.out.splitlines() if line.startswith("estimate"))
    low, high = (float(part.split()[0].strip("$")) for part in line.split(", ")[-1].split(" to "))
    assert command("batch", news, "-o", OUT, *given, "-q").code == 0
    cost = sum(row.summary.usage.cost or 0 for row in read() if row.summary)
    assert low * 0.5 <= cost <= high


def test_cache_is_shown_and_cleared(command: Command, news: Path, server: Server):
    """What one command was answered the other need not ask; --no-cache does."""
    article = news / "1.txt"
    given = ("--model", "m", "--base-url", server.url)
    assert "0 replies" in command("cache").out
    assert command(article, *given).code == 0
    asked = len(server.chats)
    again = command(article, *given, "--format", "json")
    assert len(server.chats) == asked
    assert json.loads(again.out)["usage"]["recalled"] == asked
    assert f"{asked} " in command(article, *given).out
    command("batch", article, "-o", OUT, *given, "-q")
    assert len(server.chats) == asked
    command(article, *given, "--no-cache")
    assert len(server.chats) == 2 * asked
    assert json.loads(command("cache", "--format", "json").out)["replies"] == asked
    assert f"removed {asked} replies" in command("cache", "--clear").out
    assert "0 replies" in command("cache").out
    command(article, *given, "-q")
    assert len(server.chats) == 3 * asked


def test_broken_cache_is_gone_without(
    command: Command, news: Path, server: Server, caplog: pytest.LogCaptureFixture
):
    """A file that is no database does not end a run; the log says so."""
    from summarizer.models.cache import find_cache

    find_cache().parent.mkdir(parents=True)
    find_cache().write_bytes(b"no database " * 100)
    assert command(news / "1.txt", "--model", "m", "--base-url", server.url).code == 0
    assert "going on without the cache" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_interrupt_finishes_what_is_in_flight(news: Path, server: Server):
    """And says how to go on; the rows are whole, and going on does the rest."""
    server.answer = lambda body: replace(answer_by_schema(body), delay=0.3)
    given = (news, "-o", OUT, "--model", "m", "--base-url", server.url, "--concurrency", 2, "--no-cache")
    with start(*given) as process:
        while len(server.chats) < 2 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "finishing what is in flight; Ctrl-C again drops it" in said
    assert "interrupted; to go on: summarizer batch news -o out.jsonl" in said
    assert 2 <= len(read()) < 5
    assert all(row.summary for row in read())
    with start(*given, "-q") as process:
        assert process.wait(30) == 0
    assert len(read()) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_kill_loses_nothing_that_was_done(server: Server):
    """Killed at random moments and started again, it ends with the rows of a run that was left alone."""
    dice = random.Random(3)  # noqa: S311 - not for secrets
    lines = [
        json.dumps({"id": n, "text": f"Case {n}\n\nThe council met on case {n}."}) + "\n" for n in range(60)
    ]
    Path("feed.jsonl").write_text("".join(lines))
    server.answer = lambda body: replace(answer_by_schema(body), delay=0.02)
    given = (
        "feed.jsonl",
        "-o",
        OUT,
        "--model",
        "m",
        "--base-url",
        server.url,
        "--concurrency",
        4,
        "--no-cache",
    )
    kept = 0
    for _ in range(3):
        before, more = len(server.chats), dice.randrange(3, 15)
        with start(*given, "-q") as process:
            while len(server.chats) < before + more and process.poll() is None:
                time.sleep(0.002)
            process.kill()
            process.wait()
        rows = read()
        assert len(rows) >= kept
        kept = len(rows)
        assert kept > 0
        assert len({row.id for row in rows}) == kept
    with start(*given, "-q") as process:
        assert process.wait(60) == 0
    assert sorted(int(row.id) for row in read()) == list(range(60))
    assert all(row.summary for row in read())
    # At most what was in flight is asked again.
    assert len(server.chats) <= 60 + 3 * 5
    assert [path for path in Path().iterdir() if path.name.startswith(".")] == []


def test_batch_writes_into_a_folder(command: Command, news: Path):
    """What ends in a slash is a folder; it has the rows in a file, and an address is refused."""
    for output in ("rows/", "plain.jsonl"):
        assert command("batch", str(news), "-o", output, "--model", "extractive").code == 0
    rows = [Path(name).read_text().count("\n") for name in ("rows/rows.jsonl", "plain.jsonl")]
    assert rows[0] == rows[1] > 0
    done = command("batch", str(news), "-o", "s3://bucket/rows/", "--engine", "ray")
    assert done.code == 2
    assert "write into a folder" in done.err
