"""Tests of the command: what it prints where, with which exit code, and that nothing escapes it."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import get_args

import pytest
from commands import Command, Done, list_commands
from server import Server, bad_key, hang, reply, unknown_model

from summarizer import Summary, __version__
from summarizer.cli.app import insert_default, load_command
from summarizer.cli.options import Format
from summarizer.cli.writing import write_output
from summarizer.settings import Settings

ARTICLE = """\
Harbour stays public, mayor says

The mayor, Ann Lee, rejected the plan to sell the harbour on Monday.

“We will not sell the harbour before the vote,” Lee told reporters. “It belongs to 6 million people.”

According to the union, 14 workers were hurt last year.
"""
KEY = "sk-invented-0123456789"


@pytest.fixture
def article() -> Path:
    """An article in the working directory."""
    path = Path("article.txt")
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def server() -> Iterator[Server]:
    """A model's server on this machine."""
    with Server() as running:
        yield running


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Puts a pipe with data where standard input is."""
    with contextlib.ExitStack() as open_files:

        def put(data: bytes) -> None:
            reading, writing = os.pipe()
            os.write(writing, data)
            os.close(writing)
            stream = open_files.enter_context(io.TextIOWrapper(os.fdopen(reading, "rb")))
            monkeypatch.setattr(sys, "stdin", stream)

        yield put


def is_error(done: Done, *words: str, code: int = 1) -> bool:
    """Whether a run ended with one line of error that holds the words, and nothing else."""
    assert done.code == code, done
    assert done.out == ""
    assert done.err.startswith("error: "), done.err
    assert done.err.count("\n") == 1, done.err
    for word in words:
        assert word in done.err
    return True


# --- the default command


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["article.txt"], ["summarize", "article.txt"]),
        (["--model", "x", "a.txt"], ["summarize", "--model", "x", "a.txt"]),
        (["-"], ["summarize", "-"]),
        (["./clean"], ["summarize", "./clean"]),
        (["clean", "a.txt"], ["clean", "a.txt"]),
        (["summarize", "a.txt"], ["summarize", "a.txt"]),
        (["--help"], ["--help"]),
        (["-h"], ["-h"]),
        (["--version"], ["--version"]),
        (["--show-completion"], ["--show-completion"]),
        ([], ["--help"]),
        (["prompts"], ["prompts", "--help"]),
    ],
)
def test_summarize_is_what_is_meant_where_no_command_is_named(arguments: list[str], expected: list[str]):
    """Only a first argument that is a command, or an option of the app itself, is taken as that."""
    assert insert_default(arguments, load_command()) == expected


def test_what_is_piped_in_is_summarized(command: Command, pipe: Callable[[bytes], None]):
    """`… | summarizer` and `… | summarizer -` read standard input."""
    for arguments in ([], ["-"], ["summarize"]):
        pipe(ARTICLE.encode())
        done = command(*arguments)
        assert done.code == 0
        assert "Ann Lee" in done.out


def test_without_anything_help_is_shown(command: Command):
    """It names the commands, gives examples and says what the exit codes mean."""
    done = command()
    assert done.code == 0
    for words in ("summarize", "clean", "prompts", "models", "schema", "Examples:", "Exit codes:"):
        assert words in done.out


def test_every_command_has_help_with_what_it_does(command: Command):
    """All of them, also the inner ones; the outer ones with examples."""
    for name, inner in load_command().commands.items():
        done = command(name, "--help")
        assert done.code == 0
        assert "Example" in done.out
        for deeper in getattr(inner, "commands", ()):
            assert command(name, deeper, "-h").out.count("\n") > 4


def test_version(command: Command):
    """On standard output, as one line."""
    assert command("--version") == Done(0, f"summarizer {__version__}\n", "")


# --- the summary


def test_an_article_becomes_a_summary_on_standard_output(command: Command, article: Path):
    """Who says what is there; standard error says which engine it was and how to get another, in one line."""
    done = command(article)
    assert done.code == 0
    assert "Ann Lee" in done.out
    assert "6 million people" in done.out
    assert done.err.startswith("note: no model is set")
    assert done.err.count("\n") == 1
    assert "OPENAI_API_KEY" in done.err


def test_asking_for_the_extractive_engine_needs_no_note(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
):
    """By a flag, the environment or a file; and --quiet silences the note where nothing was asked for."""
    assert command(article, "--model", "extractive").err == ""
    assert command(article, "--quiet").err == ""
    monkeypatch.setenv("SUMMARIZER_MODEL", "extractive")
    assert command(article).err == ""
    monkeypatch.delenv("SUMMARIZER_MODEL")
    Path("summarizer.toml").write_text('model = "extractive"')
    assert command(article).err == ""


def test_formats(command: Command, article: Path):
    """JSON reads back as a Summary, Markdown has headings, and a file's name tells the format."""
    assert Summary.model_validate_json(command(article, "--format", "json").out).claims
    assert command(article, "--format", "markdown").out.startswith("# ")
    command(article, "-o", "out.json")
    assert Summary.model_validate_json(Path("out.json").read_text("utf-8")).claims
    command(article, "-o", "out.md")
    assert Path("out.md").read_text("utf-8").startswith("# ")
    command(article, "-o", "out.md", "--format", "json")
    assert Path("out.md").read_text("utf-8").startswith("{")
    Path("summarizer.toml").write_text('format = "markdown"')
    assert command(article).out.startswith("# ")
    command(article, "-o", "out.json")
    assert Path("out.json").read_text("utf-8").startswith("{")


def test_what_the_article_does_not_tell_can_be_given(command: Command, article: Path):
    """Title, date and URL end up in the source's metadata."""
    flags = ("--title", "T", "--date", "2025-03", "--url", "https://news.example/1")
    found = Summary.model_validate_json(command(article, "--format", "json", *flags).out).source.metadata
    assert (found.title, found.date, found.url) == ("T", "2025-03", "https://news.example/1")


def test_the_formats_are_those_of_the_settings():
    """What a flag takes a file takes too."""
    assert {str(form) for form in Format} == set(get_args(Settings.model_fields["format"].annotation))


def test_standard_output_has_no_colour_where_it_is_no_terminal(command: Command, article: Path):
    """Neither do errors."""
    assert "\x1b" not in command(article).out + command("missing.txt").err


# --- pages

PAGE = """<!doctype html><html lang="en"><head><title>Harbour stays public</title><script>track(1)</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour stays public</h1>
<p>The mayor, Ann Lee, rejected the plan to sell the harbour on Monday after a long debate in the council.</p>
<p>“We will not sell the harbour before the vote,” Lee told reporters. “It belongs to 6 million people.”</p>
</article></body></html>"""


@pytest.fixture
def page() -> Iterator[str]:
    """The address of a page on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/news"
        httpd.shutdown()
        thread.join()


def test_a_page_is_fetched_and_its_address_kept(command: Command, page: str):
    """An address inside this network only where that is allowed; --url goes before the page's own."""
    assert is_error(command(page), "127.0.0.1")
    summary = Summary.model_validate_json(command(page, "--allow-private", "-q", "--format", "json").out)
    assert "track" not in summary.text
    assert "Home" not in summary.text
    assert any(claim.speaker == "Ann Lee" for claim in summary.claims)
    assert summary.source.metadata.url == page
    given = command(page, "--allow-private", "-q", "--format", "json", "--url", "https://news.example/1").out
    assert Summary.model_validate_json(given).source.metadata.url == "https://news.example/1"


def test_a_saved_page_is_read_like_the_page(command: Command):
    """HTML in a file is told from text by what it is."""
    Path("saved").write_text(PAGE, encoding="utf-8")
    done = command("saved", "-q")
    assert done.out.startswith("Harbour stays public\n")
    assert "track" not in done.out


# --- strict


def make_reply(**claim: object) -> dict[str, object]:
    """A model's reply with one claim."""
    fields = {
        "who": "Ann Lee",
        "says": "The harbour belongs to 6 million people.",
        "how": "direct",
        "kind": "fact",
    }
    return {
        "headline": "Harbour stays public",
        "gist": "Ann Lee rejected the plan to sell the harbour.",
        "actors": [{"name": "Ann Lee", "role": "mayor", "aliases": []}],
        "claims": [{**fields, "at": [4], **claim}],
        "positions": [],
    }


def test_strict_exits_with_3_after_showing_what_is_doubtful(command: Command, article: Path, server: Server):
    """The result is printed all the same, and standard error says why the code is not 0."""
    server.answer = reply(make_reply(says="The harbour belongs to 8 million people."))
    flags = ("--model", "m", "--base-url", server.url, "--rounds", "0")
    assert command(article, *flags).code == 0
    done = command(article, *flags, "--strict")
    assert done.code == 3
    assert "6 million" in done.out
    assert "8 million" in done.out
    assert done.err.startswith("strict: ")


def test_strict_exits_with_3_where_the_article_was_not_read_to_its_end(command: Command, server: Server):
    """What was left out cannot be supported; a warning says so also without --strict."""
    lines = [f"“Line {n} of the harbour plan is wrong,” the mayor, Ann Lee, said." for n in range(400)]
    Path("long.txt").write_text("\n".join(lines), encoding="utf-8")
    parts = iter(range(1000))
    server.answer = lambda _body: reply(make_reply()) if next(parts) else reply("", refusal="No.")
    flags = ("--model", "m", "--base-url", server.url, "--rounds", "0", "--max-retries", "0")
    done = command("long.txt", *flags)
    assert done.code == 0, done
    assert "not read to its end" in done.out
    assert done.err.startswith("warning: ")
    parts = iter(range(1000))
    assert command("long.txt", *flags, "--strict").code == 3


def test_strict_exits_with_0_where_everything_is_supported(command: Command, article: Path):
    """What the extractive engine cuts out of the article is."""
    assert command(article, "--strict", "--model", "extractive").code == 0


# --- a model


def test_a_model_is_asked_where_the_user_said(command: Command, article: Path, server: Server):
    """One chat with that server with the settings given; the result names the model and the prompt."""
    server.answer = reply(make_reply())
    flags = ("--model", "m", "--base-url", server.url, "--parameter", "temperature=0.5", "--rounds", "0")
    done = command(article, *flags, "--format", "json")
    assert done.code == 0, done.err
    summary = Summary.model_validate_json(done.out)
    assert summary.provenance.model == "m"
    assert summary.provenance.prompt == "summary"
    assert summary.claims[0].speaker == "Ann Lee"
    assert server.chats[0].body["temperature"] == 0.5
    assert done.err == ""


def test_dry_run_sends_nothing_and_shows_what_would_be_sent(command: Command, article: Path, server: Server):
    """The messages to the letter in JSON, their tokens and the price."""
    flags = ("--model", "m", "--base-url", server.url, "--dry-run")
    text = command(article, *flags)
    assert text.code == 0
    assert "We will not sell the harbour before the vote" in text.out
    assert "tokens in, at most" in text.out
    assert "nothing was sent" in text.out
    plan = json.loads(command(article, *flags, "--format", "json").out)
    assert plan["tokens_in"] == sum(r["tokens"] for r in plan["requests"])
    assert plan["requests"][0]["messages"][0]["role"] == "system"
    assert server.requests == []


def test_dry_run_tells_the_price_where_it_is_known(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
):
    """Of OpenAI's model, with a key that is not shown, or without one: nothing is sent."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    without = command(article, "--dry-run", "--model", "gpt-4o-mini")
    assert "$0.0" in without.out
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    done = command(article, "--dry-run", "--model", "gpt-4o-mini")
    assert done.out == without.out
    assert KEY not in done.out + done.err


def test_a_file_of_the_working_folder_that_names_the_server_is_told(
    command: Command, article: Path, server: Server
):
    """It may have come with somebody else's repository; a flag or the environment is the user's own word."""
    Path("summarizer.toml").write_text(f'model = "m"\nbase_url = "{server.url}"', encoding="utf-8")
    assert f"articles go to {server.url}" in command(article, "--rounds", "0").err
    assert "articles go to" not in command(article, "--rounds", "0", "--base-url", server.url).err
    assert "articles go to" not in command(article, "--rounds", "0", "--quiet").err


def test_dry_run_of_the_extractive_engine_is_an_error_that_says_why(command: Command, article: Path):
    """There is nothing to show."""
    assert is_error(command(article, "--dry-run", "--model", "extractive"), "sends nothing")


@pytest.mark.parametrize(("step", "words"), [(unknown_model("nobody"), "nobody"), (bad_key(), "key")])
def test_a_model_that_fails_is_one_line(
    command: Command, article: Path, server: Server, step: object, words: str
):
    """A model nobody knows, a wrong key."""
    server.answer = step
    assert is_error(
        command(article, "--model", "nobody", "--base-url", server.url, "--max-retries", "0"), words
    )


def test_nobody_at_the_address_is_one_line_with_the_address(command: Command, article: Path):
    """The URL is named, so that a slip in it is seen."""
    url = "http://127.0.0.1:9/v1"
    assert is_error(command(article, "--model", "m", "--base-url", url, "--max-retries", "0"), "127.0.0.1:9")


def test_a_timeout_is_one_line(command: Command, article: Path, server: Server):
    """The flag reaches the request."""
    server.answer = hang()
    flags = ("--model", "m", "--base-url", server.url, "--timeout", "0.2", "--max-retries", "0")
    assert is_error(command(article, *flags), "0.2")


def test_a_key_is_never_shown(
    command: Command, article: Path, server: Server, monkeypatch: pytest.MonkeyPatch
):
    """Not even by a server that repeats it in its error message, nor in a log or traceback."""
    from server import error

    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    server.answer = error(400, f"bad request with Authorization: Bearer {KEY}")
    flags = ("--model", "m", "--base-url", server.url, "--max-retries", "0")
    for extra in ((), ("-v",), ("-vv",)):
        done = command(article, *flags, *extra)
        assert done.code == 1
        assert KEY not in done.out + done.err


def test_a_model_without_a_key_says_what_to_do(command: Command, article: Path):
    """The model's name alone would mean OpenAI."""
    assert is_error(command(article, "--model", "gpt-5.4-mini"), "OPENAI_API_KEY")


# --- files


def test_output_is_written_whole_or_not_at_all(article: Path, monkeypatch: pytest.MonkeyPatch):
    """Where writing fails in the middle, the old content stands and nothing else lies around."""
    from summarizer.errors import ConfigurationError

    output = Path("out.txt")
    output.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("shutil.copymode", fail)
        with pytest.raises(ConfigurationError, match=r"out\.txt cannot be written: No space left on device"):
            write_output("new", str(output))
    assert output.read_text() == "old"
    assert sorted(p.name for p in Path().iterdir()) == [article.name, "out.txt"]
    write_output("new", str(output))
    assert output.read_text() == "new"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are POSIX's")
def test_output_keeps_permissions_and_links():
    """The file that is replaced keeps who may read it; a link still leads there."""
    Path("real.txt").write_text("old")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")
    write_output("new", "link.txt")
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text() == "new"
    assert Path("real.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (".", "is a directory"),
        ("nowhere/out.txt", "there is no directory nowhere"),
        ("article.txt", "the article itself"),
    ],
)
def test_a_wrong_output_is_found_before_any_work(
    command: Command, article: Path, server: Server, output: str, words: str
):
    """Nothing is asked, nothing is overwritten."""
    done = command(article, "-o", output, "--model", "m", "--base-url", server.url)
    assert is_error(done, words, code=2)
    assert server.requests == []
    assert article.read_text("utf-8") == ARTICLE


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are POSIX's")
def test_output_to_a_named_pipe_goes_through_it():
    """It is not replaced by a file."""
    os.mkfifo("pipe")
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_output("new", "pipe")
        assert os.read(reading, 10) == b"new"
    finally:
        os.close(reading)
    assert Path("pipe").is_fifo()


def test_output_to_a_dash_is_standard_output(command: Command, article: Path):
    """As everywhere."""
    assert "Ann Lee" in command(article, "-o", "-").out


# --- what goes wrong


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.txt"], "there is no file missing.txt"),
        (["."], "is a directory"),
        (["promts"], "did you mean summarizer prompts?"),
        (["The mayor said no. " * 50], "pipe it in"),
        (["file:///etc/passwd"], "file:///etc/passwd"),
        (["http://127.0.0.1:9/x"], "127.0.0.1"),
        (["article.txt", "--prompt", "sumary"], "did you mean 'summary'?"),
        (["clean", "missing.txt"], "there is no file missing.txt"),
        (["prompts", "show", "nonsense"], "nonsense"),
        (["prompts", "check", "missing.toml"], "missing.toml"),
        (["article.txt", "--model", "strange/name"], "strange"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_1(
    command: Command, article: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
):
    """What failed, on which input, and what to do."""
    assert article.exists()
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert is_error(command(*arguments), words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["article.txt", "--formt", "json"], "--format"),
        (["article.txt", "--format", "pdf"], "pdf"),
        (["article.txt", "other.txt"], "other.txt"),
        (["article.txt", "--rounds", "-1"], "--rounds"),
        (["article.txt", "--max-cost", "cheap"], "--max-cost"),
        (["article.txt", "--date", "yesterday"], "2025-03-04"),
        (["article.txt", "--date", "2025-13"], "2025-03-04"),
        (["article.txt", "--parameter", "temperature"], "temperature=0"),
        (["article.txt", "--model"], "--model"),
        (["summarize"], "pipe the article in"),
        (["prompts", "nonsense"], "nonsense"),
    ],
)
def test_wrong_usage_is_one_line_and_2(command: Command, article: Path, arguments: list[str], words: str):
    """It names the help to read."""
    assert article.exists()
    assert is_error(command(*arguments), words, "--help", code=2)


def test_a_prompt_with_a_typo_is_named_with_its_line(command: Command, article: Path):
    """Key or variable; `prompts check` says the same, a line each."""
    command("prompts", "copy", "summary")
    path = Path("prompts/summary.toml")
    good = path.read_text("utf-8")
    path.write_text(good.replace("description =", "desciption =", 1), encoding="utf-8")
    assert is_error(
        command(article, "--model", "ollama/x", "--prompt", "summary", "--dry-run"),
        "summary.toml",
        "desciption",
    )
    done = command("prompts", "check", "summary")
    assert done.code == 1
    assert done.err.startswith("prompts/summary.toml:")
    assert "desciption" in done.err
    path.write_text(good.replace("{{ article }}", "{{ artcle }}"), encoding="utf-8")
    assert is_error(command(article, "--model", "ollama/x", "--dry-run"), "artcle")


def test_a_bug_is_one_line_and_verbose_shows_where(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
):
    """A user is not shown a traceback unasked, and a developer can have one."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("summarizer.clean.clean_article", broken)
    assert is_error(command(article, "-q"), "unexpected ZeroDivisionError", "--verbose")
    done = command(article, "--verbose")
    assert done.code == 1
    assert "Traceback" in done.err
    assert "in broken" in done.err


def test_an_interrupt_is_quiet(command: Command, article: Path, monkeypatch: pytest.MonkeyPatch):
    """Ctrl-C ends with 130 and no word."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("summarizer.clean.clean_article", interrupt)
    assert command(article, "-q") == Done(130, "", "")


# --- clean, prompts, models, schema


def test_clean_prints_the_article(command: Command):
    """The text alone; with --show-removed what went; as JSON all of it."""
    Path("paste.txt").write_text(f"{ARTICLE}<script>track(1);</script>\n", encoding="utf-8")
    plain = command("clean", "paste.txt")
    assert plain.code == 0
    assert plain.out == ARTICLE
    removed = command("clean", "paste.txt", "--show-removed")
    assert "track(1)" in removed.out
    assert "kept" in removed.out
    data = json.loads(command("clean", "paste.txt", "--format", "json").out)
    assert data["text"] + "\n" == ARTICLE
    assert any("track" in data["raw"][e["start"] : e["end"]] for e in data["edits"])


def test_prompts_can_be_listed_shown_copied_checked_and_rendered(command: Command, article: Path):
    """A copy goes before the packaged prompt in the folder where it lies."""
    assert "summary" in command("prompts", "list").out
    shown = command("prompts", "show", "summary").out
    assert command("prompts", "copy", "summary").out == "prompts/summary.toml\n"
    assert Path("prompts/summary.toml").read_text("utf-8") == shown
    listed = command("prompts", "list").out
    assert "prompts/summary.toml" in listed
    assert "not used" in listed
    assert command("prompts", "check").out == "prompts/summary.toml: fine\n"
    assert is_error(command("prompts", "copy", "summary", "prompts"), "edit it")
    Path("mine").mkdir()
    assert command("prompts", "copy", "summary", "mine/a.toml").code == 0
    assert is_error(command("prompts", "copy", "summary", "mine/a.toml"), "--force")
    rendered = command("prompts", "render", "summary", article)
    assert rendered.code == 0
    assert "We will not sell the harbour before the vote" in rendered.out


def test_models_says_what_can_be_used(command: Command, server: Server):
    """The built-in engine always, a server with its models, and what is missing for the rest."""
    done = command("models", "--base-url", server.url)
    assert done.code == 0
    assert "+ built in: ready" in done.out
    assert server.url in done.out
    names = [offer["name"] for offer in json.loads(command("models", "--format", "json").out)]
    assert names[:2] == ["built in", "OpenAI"]


def test_schema_describes_the_result(command: Command, article: Path):
    """Every field of a summary is in it."""
    schema = json.loads(command("schema").out)
    summary = json.loads(command(article, "--format", "json", "-q").out)
    assert set(schema["properties"]) == set(summary)
    assert set(schema["required"]) <= set(summary)


# --- as a process of its own


def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    """The command as a process."""
    command = [sys.executable, "-m", "summarizer", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_ctrl_c_while_a_model_works_is_quiet(article: Path, server: Server):
    """The process ends at once with 130, without a traceback."""
    server.answer = hang()
    # A test run in the background ignores the signal, and its children would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = start(article, "--model", "m", "--base-url", server.url)
    finally:
        signal.signal(signal.SIGINT, before)
    deadline = time.monotonic() + 60
    while not server.requests and time.monotonic() < deadline and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is POSIX's")
def test_a_closed_pipe_is_quiet(article: Path):
    """`summarizer … | head -1` ends without a word on standard error."""
    process = start(article, "--model", "extractive")
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait(timeout=20) == 141
    process.stderr.close()


def show_on_terminal(*arguments: object, columns: int = 80, **environment: str) -> str:
    """What a terminal is sent by standard output and error together."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [sys.executable, "-m", "summarizer", *map(str, arguments)]
    surroundings = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings) as process:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux reports the end like this
            while part := os.read(ours, 65536):
                shown += part
        process.wait(timeout=20)
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are POSIX's")
def test_a_terminal_gets_colour_unless_it_is_not_wanted(article: Path):
    """A flag or NO_COLOR turns off every escape sequence."""
    flags = (article, "--model", "extractive")
    colored, plain = show_on_terminal(*flags), show_on_terminal(*flags, "--no-color")
    assert "\x1b[1m" in colored
    assert "\x1b" not in plain
    assert "\x1b" not in show_on_terminal(*flags, NO_COLOR="1")
    assert "\x1b" not in show_on_terminal(*flags, TERM="dumb")
    assert (
        re.sub(r"\x1b\[[\d;]*m", "", colored).splitlines()[:-1] == plain.splitlines()[:-1]
    )  # but for the time


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are POSIX's")
def test_progress_is_shown_on_a_terminal_and_gone_at_the_end(article: Path, server: Server):
    """While a model works; and --quiet does without."""
    server.answer = replace(reply(make_reply()), delay=0.3)
    flags = (article, "--model", "m", "--base-url", server.url, "--rounds", "0", "-o", "out.txt")
    shown = show_on_terminal(*flags)
    assert "asking 0/1" in shown
    assert shown.endswith("\x1b[2K")  # the line is cleared, and nothing follows
    assert show_on_terminal(*flags, "--quiet") == ""


def test_progress_in_words():
    """Stage, requests done, tokens, and the price where there is one."""
    from summarizer.cli.progress import describe_progress
    from summarizer.pipeline import Progress
    from summarizer.records import Usage

    usage = Usage(requests=1, tokens_in=2000, tokens_out=77, cost=0.0012)
    assert describe_progress(Progress("asking", 1, 3, usage)) == "asking 1/3 · 2,077 tokens · $0.0012"
    assert describe_progress(Progress("cleaning", 0, 0, Usage())) == "cleaning"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_without_unicode_gets_what_it_can_show(article: Path, encoding: str):
    """Near equivalents instead of an error; JSON stays exact by escapes."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    out, err = start(article, env=environment).communicate(timeout=20)
    assert b"Traceback" not in err
    quote = {"utf-8": "“It belongs to 6 million people.”"}.get(encoding, '"It belongs to 6 million people."')
    assert quote in out.decode(encoding)
    out, _ = start(article, "--format", "json", env=environment).communicate(timeout=20)
    assert "“It belongs to 6 million people.”" in Summary.model_validate_json(out.decode(encoding)).text


def test_help_loads_no_more_than_it_needs():
    """Neither pydantic nor rich, which cost more than the rest of it, nor any library of a stage."""
    code = (
        "import sys; from summarizer.cli.main import run; run(['--help']); "
        "print([m for m in ('pydantic', 'rich', 'openai', 'jinja2', 'lxml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(("name", "other"), [("batch", "batch collect"), ("eval", "eval new")])
def test_help_of_a_group_is_of_its_default_and_lists_the_others(command: Command, name: str, other: str):
    """`summarizer batch --help` is how to call it, and says what else there is."""
    done = command(name, "--help")
    assert done.out.startswith(f"Usage: summarizer {name} [OPTIONS]")
    assert other in done.out
    assert is_error(command(name, "--bogus"), f"see summarizer {name} --help", code=2)


@pytest.mark.parametrize("words", list_commands(load_command()), ids=" ".join)
def test_help_has_no_types_of_python(command: Command, words: list[str]):
    """Arguments stand as they are typed, what may be left out in brackets; examples where something is done."""
    text = command(*words, "--help").out
    assert not re.search(r"<(str|list)|…\.\.\.|…\]\.\.\.|\{[A-Z]", text)
    assert "Examples:" in text


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("article.txt", "-o", "out.pdf"), "out.pdf would hold plain text"),
        (("article.txt", "-o", "out.jsonl"), ".json, .md"),
        (("compare", "out.jsonl", "-o", "out.md"), "would hold plain text: end it in one of .html"),
        (("eval", "gold.jsonl", "-o", "out.csv"), "would hold plain text: end it in one of .json"),
        (("article.txt", "other.txt"), "one article at a time; for many there is summarizer batch"),
        (("claen", "article.txt"), "did you mean summarizer clean?"),
        (("article.txt", "--format", "xml"), "'--format': 'xml' is not one of"),
    ],
)
def test_usage_that_is_wrong_is_told_in_our_words(command: Command, arguments: tuple[str, ...], words: str):
    """What nobody would want is refused, and the line says what to do instead."""
    Path("out.jsonl").touch()
    shutil.copy(Path(__file__).parent.parent / "examples" / "gold.jsonl", "gold.jsonl")
    assert is_error(command(*arguments), words, code=2)


def test_a_name_that_says_text_or_nothing_holds_text(command: Command, article: Path):
    """And a format that is named or set goes before an ending."""
    for name in ("out.txt", "out", "out.log"):
        assert command(article, "-q", "-o", name).code == 0
    assert command(article, "-q", "--format", "json", "-o", "out.pdf").code == 0
    assert json.loads(Path("out.pdf").read_text("utf-8"))["claims"]


@pytest.mark.parametrize("words", [("compare",), ("export", "-o", "out.csv")], ids=" ".join)
def test_files_without_summaries_are_told(command: Command, words: tuple[str, ...]):
    """Nothing is compared or written as if it were a result."""
    Path("empty.txt").write_text("\n", encoding="utf-8")
    assert is_error(command(*words, "empty.txt"), "empty.txt: no summaries there", code=1)
    assert not Path("out.csv").exists()


def test_an_empty_name_is_told(command: Command):
    """Not taken for the working folder."""
    assert is_error(command(""), "the article's name is empty", code=1)


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("words", [("article.txt",), ("batch", "article.txt", "-o", "out.jsonl")])
def test_a_dry_run_says_that_the_built_in_engine_would_read(command: Command, words: tuple[str, ...]):
    """Where no model is set; where one is, there is nothing to say."""
    assert "as it is, the built-in extractive engine reads" in command(*words, "--dry-run").err
    assert command(*words, "--dry-run", "--model", "gpt-5.4-mini").err == ""


def test_a_file_that_is_no_prompt_is_told(command: Command, article: Path):
    """It is there, so "there is no prompt" would be no help."""
    assert is_error(command("prompts", "render", article), "is no prompt file", code=1)


def test_help_of_eval_names_its_own_exit_codes(command: Command):
    """4 for floors, and nothing of --strict, which it does not have."""
    text = command("eval", "--help").out
    assert "4  with --floors" in text
    assert "--strict" not in text
