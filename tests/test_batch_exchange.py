"""Many articles through batch files: rounds, trouble, other machines; with a real server and the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import server as faults
from harbours import read_harbours, write_harbours
from server import Server
from server_batches import Plan

from summarizer import Summarizer
from summarizer.batch import read_items
from summarizer.batch.exchange.manifest import (
    Articles,
    Manifest,
    Recipe,
    RequestFile,
    make_metadata,
    read_manifest,
    read_metadata,
)
from summarizer.batch.exchange.rounds import Limits, export_requests, import_replies
from summarizer.cli.main import run
from summarizer.errors import ConfigurationError, InputError
from summarizer.records import Usage
from summarizer.rows import Row, read_rows
from summarizer.settings import Settings

MODEL = "gpt-5.4-mini"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that gets the figure of every second article wrong at first; OPENAI_BASE_URL names it."""
    with Server(answer=read_harbours(wrong=lambda number: number % 2 == 1)) as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-invented-for-tests")
        yield running


def read_all(path: str | Path = "out.jsonl") -> dict[str, Row]:
    """The rows by id; no id comes twice."""
    rows = list(read_rows(Path(path)))
    assert len({row.id for row in rows}) == len(rows)
    return {row.id: row for row in rows}


def command(*arguments: str, code: int = 0) -> None:
    """Run `summarizer batch …`."""
    assert run(["batch", *arguments]) == code


def answer_files(server: Server, *paths: Path, plan: Plan | None = None) -> Path:
    """Replies to files of requests, as a provider would write them, in one file."""
    out = Path(f"replies{len(list(Path().glob('replies*')))}.jsonl")
    server.batches.plan = plan or Plan()
    data = b""
    for path in paths:
        server.batches.files[str(path)] = path.read_bytes()
        status, raw = server.batches.respond("POST", "/v1/batches", "", json.dumps({"input_file_id": str(path), "endpoint": "/v1/chat/completions", "completion_window": "24h"}).encode()) or (0, b"")  # fmt: skip
        assert status == 200
        _, raw = server.batches.respond("GET", f"/v1/batches/{json.loads(raw)['id']}", "", b"") or (0, b"")
        batch = json.loads(raw)
        assert batch["status"] != "failed", batch["errors"]
        data += b"".join(
            server.batches.files[batch[k]] for k in ("output_file_id", "error_file_id") if batch[k]
        )
    out.write_bytes(data)
    return out


def export(numbers: range = range(6), output: str = "requests.jsonl", limits: Limits | None = None, **settings: object) -> list[Path]:  # fmt: skip
    """Export articles, without a key."""
    write_harbours(Path("big.jsonl"), numbers)
    made = Settings.model_validate({"model": MODEL, **settings})
    _, came = export_requests(read_items(["big.jsonl"]), made, Path(output), limits=limits)
    return list(came.files)


def take(*replies: Path, **how: object) -> tuple[Manifest, object]:
    """Import replies into out.jsonl."""
    return import_replies(Path("requests.jsonl"), replies, Path("out.jsonl"), **how)  # type: ignore[arg-type]


# Rounds


def test_the_rounds_lead_to_the_rows_that_asking_one_by_one_leads_to(server: Server) -> None:
    """The same summaries and keys, at half the price; only what failed its checks goes back."""
    first = export()
    _, came = take(answer_files(server, *first))
    assert (came.complete, came.waiting, came.requests) == (3, 3, 3)
    assert sorted(read_all()) == ["h0", "h2", "h4"]
    _, came = take(answer_files(server, *came.files))
    assert (came.complete, came.failed, came.waiting) == (6, 0, 0)
    rows = read_all()
    reader = Summarizer(MODEL)
    for item in read_items(["big.jsonl"]):
        alone = reader.summarize(item.content)
        row = rows[item.name]
        assert row.summary is not None
        usage = row.summary.usage
        assert (usage.tokens_in, usage.tokens_out) == (alone.usage.tokens_in, alone.usage.tokens_out)
        assert usage.cost == pytest.approx(_price(usage) / 2)
        same = {"usage", "provenance"}
        assert row.summary.model_dump(exclude=same) == alone.model_dump(exclude=same)
        assert row.summary.usage.requests == alone.usage.requests
    assert all(row.summary and not row.summary.doubtful for row in rows.values())
    assert not Path("requests.replies.jsonl").exists(), "nothing waits any more"


def _price(usage: Usage) -> float:
    """US dollars for gpt-5.4-mini, asked one by one."""
    fresh = usage.tokens_in - usage.tokens_cached
    return (fresh * 0.75 + usage.tokens_cached * 0.075 + usage.tokens_out * 4.5) / 1e6


def test_rows_are_those_of_a_direct_run(server: Server) -> None:
    """A batch without files has the same key, so it finds the article done."""
    from summarizer.batch import hash_recipe, make_key

    take(answer_files(server, *export(range(0, 4, 2))))
    recipe = hash_recipe(Summarizer(MODEL))
    for item in read_items(["big.jsonl"]):
        assert read_all()[item.name].key == make_key(item, recipe)


@pytest.mark.parametrize(
    ("limits", "files"), [(Limits(requests=2), 3), (Limits(bytes=25_000), 3), (Limits(), 1)]
)
def test_export_splits_by_both_limits(server: Server, limits: Limits, files: int) -> None:
    """No file has more requests or bytes than allowed, and none of it is lost."""
    paths = export(limits=limits)
    assert len(paths) == files
    assert all(len(p.read_bytes().splitlines()) <= limits.requests for p in paths)
    assert all(p.stat().st_size <= limits.bytes for p in paths)
    _, came = take(answer_files(server, *paths))
    assert came.complete + came.waiting == 6


def test_export_needs_no_key_and_sends_nothing() -> None:
    """Nor does a setting of a model: OpenAI's small one is meant."""
    write_harbours(Path("big.jsonl"), range(2))
    command("export", "big.jsonl", "-o", "requests.jsonl")
    lines = [json.loads(line) for line in Path("requests.jsonl").read_text().splitlines()]
    assert [line["body"]["model"] for line in lines] == [MODEL, MODEL]
    assert not any(line["body"].get("stream") for line in lines)


def test_export_asks_once_what_two_articles_ask(server: Server) -> None:
    """Twins have one request, and a row each."""
    write_harbours(Path("big.jsonl"), [2])
    row = json.loads(Path("big.jsonl").read_text())
    with Path("big.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row | {"id": "twin"}) + "\n")
        file.write(json.dumps(row | {"id": "other", "text": row["text"] + "\n\n"}) + "\n")
    _, came = export_requests(read_items(["big.jsonl"]), Settings(model=MODEL), Path("requests.jsonl"))
    assert came.requests == 1
    take(answer_files(server, *came.files))
    assert sorted(read_all()) == ["h2", "other", "twin"]


def test_a_second_opinion_has_files_of_its_own(server: Server) -> None:
    """A file asks one model only, as providers want it."""
    server.answer = read_harbours(vague=True)
    take_all(server, export(range(2), verify="gpt-5.4-nano"))
    models = {f.model for f in read_manifest(Path("requests.manifest.json")).files}
    assert models == {MODEL, "gpt-5.4-nano"}
    assert len(read_all()) == 2


def take_all(server: Server, files: list[Path]) -> None:
    """All rounds to the end."""
    for _ in range(6):
        _, came = take(answer_files(server, *files))
        if not came.waiting:
            return
        files = list(came.files)
    raise AssertionError("it does not end")


def test_an_unreadable_reply_is_asked_for_again_under_another_id(server: Server) -> None:
    """The next round asks the same once more, and a second unreadable reply is the article's error."""
    files = export(range(1))
    server.script(faults.invalid_json(), faults.invalid_json())
    _, came = take(answer_files(server, *files))
    (line,) = came.files[0].read_text().splitlines()
    assert json.loads(line)["custom_id"].endswith("-2")
    _, came = take(answer_files(server, *came.files))
    assert came.failed == 1
    error = read_all()["h0"].error
    assert error is not None
    assert error.type == "ReplyError"


def test_a_reply_that_was_cut_off_is_continued(server: Server) -> None:
    """The continuation is a request of the next round."""
    files = export(range(1))
    whole = faults.reply(json.dumps(json.loads(_content(server))))
    cut = json.loads(whole.completion["choices"][0]["message"]["content"])  # type: ignore[index]
    text = json.dumps(cut)[:-60]
    server.script(faults.reply(text, finish="length"))
    _, came = take(answer_files(server, *files))
    assert came.requests == 1
    _, came = take(answer_files(server, *came.files))
    assert came.complete == 1
    row = read_all()["h0"]
    assert row.summary is not None
    assert row.summary.usage.requests == 2


def _content(server: Server) -> str:
    body = json.loads(Path("requests.jsonl").read_text())["body"]
    step = server.answer(body) if callable(server.answer) else server.answer
    return str(step.completion["choices"][0]["message"]["content"])  # type: ignore[index]


# Trouble


def test_every_article_ends_in_one_row_whatever_a_batch_does(server: Server) -> None:
    """Failures of every kind, an early end, lost lines: what may pass is sent again until it does."""
    files = export(range(24), rounds=0)
    steps = [faults.rate_limited(), faults.failing(), faults.reset(), faults.broken_json(), faults.hang()]
    server.script(*steps, faults.refusal(), faults.too_long(), faults.wrong_schema(), faults.empty())
    plans = [Plan(ends="expired", share=0.8, lose=3), Plan(ends="cancelled", share=0.5), Plan()]
    for plan in [*plans, Plan(), Plan()]:
        _, came = take(answer_files(server, *files, plan=plan))
        assert came.complete + came.failed + came.waiting == 24
        if not came.waiting:
            break
        files = list(came.files) or files
    rows = read_all()
    assert len(rows) == 24
    failed = {row.error.type for row in rows.values() if row.error}
    assert failed == {"RefusalError"}
    assert sum(row.error is not None for row in rows.values()) == 1


def test_a_batch_that_brings_nothing_at_all_is_no_other_run(server: Server) -> None:
    """The first round may be sent again as it is."""
    files = export(range(2), rounds=0)
    _, came = take(answer_files(server, *files, plan=Plan(ends="expired", share=0.0)))
    assert (came.waiting, came.repeated, sum(came.reasons.values())) == (2, True, 2)
    _, came = take(answer_files(server, *files))
    assert came.complete == 2


def test_import_needs_no_address_of_the_server(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The manifest knows it: a name with a slash is a model of that server."""
    files = export(range(1), model="org/some-model", rounds=0)
    replies = answer_files(server, *files)
    monkeypatch.delenv("OPENAI_BASE_URL")
    _, came = take(replies)
    assert came.complete == 1


def test_finish_writes_what_there_is(server: Server) -> None:
    """Rows for all: of articles without any reply an error that says why."""
    files = export(range(4))
    _, came = take(answer_files(server, *files, plan=Plan(ends="expired", share=0.5)), finish=True)
    assert (came.complete, came.failed, came.waiting) == (2, 2, 0)
    rows = read_all()
    error = rows["h3"].error
    assert error is not None
    assert error.type == "ModelTimeoutError"
    wrong = rows["h1"].summary
    assert wrong is not None
    assert wrong.doubtful, "the second round was not asked for"


def test_late_replies_mend_what_was_finished_without_them(server: Server) -> None:
    """Rows with an error are done again when they may be, from the replies there were and the late ones."""
    files = export(range(4), rounds=0, limits=Limits(requests=2))
    early, late = answer_files(server, files[0]), answer_files(server, files[1])
    _, came = take(early, finish=True)
    assert (came.complete, came.failed) == (2, 2)
    _, came = take(late)
    assert (came.complete, came.failed) == (2, 2), "done is done"
    _, came = take(late, retry_errors=True)
    assert (came.complete, came.failed, came.waiting) == (4, 0, 0)


def test_import_goes_by_the_settings_of_the_export(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by those of the moment."""
    replies = answer_files(server, *export(range(0, 4, 2)))
    monkeypatch.setenv("SUMMARIZER_LANGUAGE", "de")
    monkeypatch.setenv("SUMMARIZER_ROUNDS", "3")
    monkeypatch.setenv("SUMMARIZER_MODEL", "extractive")
    _, came = take(replies)
    assert came.complete == 2


def test_importing_the_same_again_changes_nothing(server: Server) -> None:
    """Rows stay; the next round's requests are not written a second time."""
    replies = answer_files(server, *export())
    _, first = take(replies)
    before = Path("out.jsonl").read_bytes()
    _, again = take(replies)
    assert Path("out.jsonl").read_bytes() == before
    assert again.repeated
    assert not again.files
    assert not Path("requests.round3.jsonl").exists()
    _, came = take(answer_files(server, *first.files))
    assert came.complete == 6


def test_a_killed_import_goes_on(server: Server) -> None:
    """Rows written before the end are kept, the others come with the next import of the same replies."""
    replies = answer_files(server, *export())

    def stop(count: int) -> None:
        if count == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take(replies, on_article=stop)
    assert len(read_all()) == 2
    assert not list(Path().glob("requests.round2*"))
    assert not list(Path().glob(".requests.round2*")), "no half file is left"
    _, came = take(replies)
    assert (came.complete, came.waiting) == (3, 3)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda: write_harbours(Path("big.jsonl"), range(5)), r"articles in big.jsonl \(6 then, 5 now\)"),
        (
            lambda: write_harbours(Path("big.jsonl"), range(1, 7)),
            "articles in big.jsonl .6, but not the same",
        ),
        (lambda: Path("big.jsonl").unlink(), "no file or folder big.jsonl.*--articles"),
    ],
)
def test_import_names_what_differs(server: Server, change: object, words: str) -> None:
    """Replies to other articles are refused, and nothing is written."""
    replies = answer_files(server, *export())
    change()  # type: ignore[operator]
    with pytest.raises(InputError, match=words):
        take(replies)
    assert not Path("out.jsonl").exists() or not read_all()


def test_import_notices_a_changed_prompt(server: Server) -> None:
    """The prompt's text counts, not only its name."""
    assert run(["prompts", "copy", "summary", "mine.toml"]) == 0
    replies = answer_files(server, *export(prompt="./mine.toml"))
    text = Path("mine.toml").read_text(encoding="utf-8")
    Path("mine.toml").write_text(text.replace("careful archivist", "hasty reporter"), encoding="utf-8")
    with pytest.raises(InputError, match=r"text of the prompt './mine.toml'"):
        take(replies)


def test_import_notices_another_model(server: Server) -> None:
    """A dated name of the same model is fine; another is refused until it is allowed."""
    files = export(range(2), rounds=0)
    strange = answer_files(server, *files, plan=Plan(model="llama-4"))
    with pytest.raises(
        InputError, match=r"model 'llama-4', but the run asked gpt-5.4-mini.*--allow-model llama-4"
    ):
        take(strange)
    _, came = take(strange, allow=("llama-4",))
    assert came.complete == 2
    Path("out.jsonl").unlink()
    _, came = take(answer_files(server, *files, plan=Plan(model="gpt-5.4-mini-2026-03-17")))
    assert came.complete == 2


def test_import_refuses_replies_of_another_run(server: Server) -> None:
    """Not one of them is an answer."""
    other = answer_files(server, *export(range(10, 12), output="other.jsonl"))
    export(range(2))
    with pytest.raises(InputError, match="none of the 2 replies answers a request of this run"):
        take(other)


def test_import_finds_its_run_among_several(server: Server) -> None:
    """By the ids in the replies, where several exports stand in a folder."""
    write_harbours(Path("a.jsonl"), range(0, 4, 2))
    write_harbours(Path("b.jsonl"), range(10, 14, 2))
    for name in "ab":
        command("export", f"{name}.jsonl", "-o", f"ask-{name}.jsonl", "--model", MODEL)
    replies = answer_files(server, Path("ask-b.jsonl"))
    command("import", str(replies), "-o", "out.jsonl")
    assert sorted(read_all()) == ["h10", "h12"]


def test_export_does_not_overwrite(capsys: pytest.CaptureFixture[str]) -> None:
    """Requests that may have been sent stay, unless told otherwise."""
    export()
    with pytest.raises(ConfigurationError, match="--force"):
        export()
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL, code=1)
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL, "--force")
    assert capsys.readouterr().out == "requests.jsonl\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "-", "-o", "r.jsonl"), "standard input"),
        (("export", "big.jsonl", "-o", "r.jsonl", "--model", "extractive"), "extractive engine asks nobody"),
        (("export", "none.jsonl", "-o", "r.jsonl"), "none.jsonl"),
        (("import", "none.jsonl", "-o", "o.jsonl"), "manifest"),
        (("submit", "none.jsonl"), "none.manifest.json"),
    ],
)
def test_slips_are_one_line_with_a_remedy(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, and code 1."""
    write_harbours(Path("big.jsonl"), range(1))
    command(*arguments, code=1)
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


# At a provider


def test_the_commands_from_export_to_the_last_row(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Export, submit, look, collect with further rounds: as a user types it."""
    server.batches.plan = Plan(polls=1)
    write_harbours(Path("big.jsonl"), range(6))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL, "--max-requests", "4")
    assert capsys.readouterr().out.split() == ["requests.jsonl", "requests.2.jsonl"]
    command("submit", "requests.jsonl")
    assert capsys.readouterr().out.split() == ["batch_0001", "batch_0002"]
    command("submit", "requests.jsonl")
    assert "2 files sent earlier" in capsys.readouterr().err
    assert len(server.batches.created) == 2
    command("status")
    assert "batch_0002" in capsys.readouterr().out
    command("collect", "-o", "out.jsonl", "--wait", "--submit", "--poll", "0")
    assert "6 of 6 articles complete" in capsys.readouterr().err
    assert len(read_all()) == 6
    assert len(server.batches.created) == 3
    assert server.batches.created["batch_0001"].data["metadata"]["run"]


def test_a_provider_that_keeps_no_metadata_is_enough(server: Server) -> None:
    """The manifest knows the batches, too: nothing is sent twice, and all is collected."""
    write_harbours(Path("big.jsonl"), range(4))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    command("submit", "requests.jsonl")
    server.batches.created["batch_0001"].data["metadata"] = None
    command("submit", "requests.jsonl")
    assert len(server.batches.created) == 1
    command("collect", "-o", "out.jsonl")
    assert sorted(read_all()) == ["h0", "h2"]


def test_submit_knows_what_an_interrupted_one_has_sent(server: Server) -> None:
    """A batch that the manifest has not heard of is found at the provider, and not paid twice."""
    write_harbours(Path("big.jsonl"), range(4))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    before = Path("requests.manifest.json").read_bytes()
    command("submit", "requests.jsonl")
    Path("requests.manifest.json").write_bytes(before)
    command("submit", "requests.jsonl")
    assert len(server.batches.created) == 1


def test_collect_leaves_running_batches_for_later(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """What has ended is taken in; no next round before all has."""
    server.batches.script(Plan(), Plan(polls=4))
    write_harbours(Path("big.jsonl"), range(6))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL, "--max-requests", "4")
    command("submit", "requests.jsonl")
    command("collect", "-o", "out.jsonl", "--submit")
    assert "still running" in capsys.readouterr().err
    assert sorted(read_all()) == ["h0", "h2"]
    assert not Path("requests.round2.jsonl").exists()
    command("collect", "-o", "out.jsonl", "--submit", "--wait", "--poll", "0")
    assert len(read_all()) == 6


def test_collect_goes_on_elsewhere_from_one_id(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Another machine with the same articles, knowing one batch's id, brings the run to its end."""
    write_harbours(Path("big.jsonl"), range(4))
    write_harbours(tmp_path / "feed.jsonl", range(4))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL, "--max-requests", "2")
    command("submit", "requests.jsonl")
    monkeypatch.chdir(tmp_path)
    command("collect", "batch_0002", "-o", "out.jsonl", "--submit", "--wait", "--poll", "0", code=1)
    command(
        "collect", "batch_0002", "-o", "out.jsonl", "--submit", "--wait", "--poll", "0", "--articles", "feed.jsonl"
    )  # fmt: skip
    assert len(read_all(tmp_path / "out.jsonl")) == 4
    assert len(server.batches.created) == 3


def test_collect_stops_where_a_round_brings_nothing(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """It does not send the same for ever; sent again by hand it goes on."""
    server.batches.script(Plan(), Plan(ends="expired", share=0.0))
    write_harbours(Path("big.jsonl"), range(4))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    command("submit", "requests.jsonl")
    command("collect", "-o", "out.jsonl", "--submit", "--wait", "--poll", "0", code=1)
    assert "round 2 brought no reply (the batch did not get to it in time" in capsys.readouterr().err
    command("submit", "requests.jsonl")
    command("collect", "-o", "out.jsonl", "--wait", "--poll", "0")
    assert len(read_all()) == 4


def test_collect_sends_a_round_that_was_written_and_not_sent(server: Server) -> None:
    """Collected once without --submit, then with it: the run goes on to its end."""
    write_harbours(Path("big.jsonl"), range(4))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    command("submit", "requests.jsonl")
    command("collect", "-o", "out.jsonl", "--wait", "--poll", "0")
    assert len(server.batches.created) == 1
    command("collect", "-o", "out.jsonl", "--submit", "--wait", "--poll", "0")
    assert len(read_all()) == 4
    assert len(server.batches.created) == 2


def test_collect_shows_why_a_file_was_refused(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """A batch that failed as a whole is an error with the provider's words, and can be sent again."""
    server.batches.script(Plan(ends="failed", message="Enqueued token limit reached."))
    write_harbours(Path("big.jsonl"), range(2))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL, "--rounds", "0")
    command("submit", "requests.jsonl")
    command("collect", "-o", "out.jsonl", code=1)
    assert "Enqueued token limit reached" in capsys.readouterr().err
    command("submit", "requests.jsonl")
    command("collect", "-o", "out.jsonl")
    assert len(read_all()) == 2


def test_submit_holds_the_limit_on_cost(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """The worst case of all rounds counts, and nothing is sent where it is over."""
    write_harbours(Path("big.jsonl"), range(2))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    command("submit", "requests.jsonl", "--max-cost", "0.01", code=1)
    assert "over the limit" in capsys.readouterr().err
    assert not server.batches.files
    command("submit", "requests.jsonl", "--max-cost", "0.03")
    command("collect", "-o", "out.jsonl", "--submit", "--max-cost", "0.03", code=1)
    assert len(server.batches.created) == 1


def test_cancel_stops_what_runs_and_keeps_what_is_done(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """The batches end soon, and what they have is collected."""
    server.batches.plan = Plan(polls=5, share=0.5)
    write_harbours(Path("big.jsonl"), range(0, 8, 2))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    command("submit", "requests.jsonl")
    capsys.readouterr()
    command("cancel", "requests.jsonl")
    assert capsys.readouterr().out == "batch_0001\n"
    command("collect", "-o", "out.jsonl", "--wait", "--poll", "0")
    assert server.batches.created["batch_0001"].data["status"] == "cancelled"
    assert sorted(read_all()) == ["h0", "h2"]


def test_offline_sends_nothing_and_still_works_with_files(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Export and import go on; a provider elsewhere is refused, one on this machine is not."""
    monkeypatch.setenv("SUMMARIZER_OFFLINE", "1")
    write_harbours(Path("big.jsonl"), range(0, 4, 2))
    monkeypatch.delenv("OPENAI_BASE_URL")
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    command("submit", "requests.jsonl", code=1)
    assert "offline: the batches are at https://api.openai.com/v1" in capsys.readouterr().err
    command("import", str(answer_files(server, Path("requests.jsonl"))), "-o", "out.jsonl")
    assert len(read_all()) == 2
    command("submit", "requests.jsonl", "--base-url", server.url)
    assert len(server.batches.created) == 2


def test_submit_explains_a_wrong_key_and_a_server_without_batches(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line each, without the key."""
    write_harbours(Path("big.jsonl"), range(1))
    command("export", "big.jsonl", "-o", "requests.jsonl", "--model", MODEL)
    monkeypatch.setattr(server.batches, "respond", lambda *_: (401, b'{"error": {"message": "no: sk-inv"}}'))
    command("submit", "requests.jsonl", code=1)
    monkeypatch.setattr(server.batches, "respond", lambda *_: (404, b"<html>"))
    command("submit", "requests.jsonl", code=1)
    said = capsys.readouterr().err
    assert "does not accept the key" in said
    assert "has no Batch API" in said
    assert "sk-inv" not in said


def test_metadata_holds_a_run_and_gives_it_back() -> None:
    """Within a provider's limits; a batch of somebody else is none of ours."""
    articles = Articles(sources=("ü" * 600, "b.jsonl"), fields={"text": "body"}, count=3, sha256="ab")
    recipe = Recipe(summarizer="0", settings={"model": "m", "parameters": {"seed": 1}}, prompt_hash="c")
    manifest = Manifest(run="1", created="2026-01-01", recipe=recipe, articles=articles)
    file = RequestFile(path="r.jsonl", round=2, model="m", requests=1, bytes=1, cost=0.5)
    metadata = make_metadata(manifest, file, "1 of 2")
    assert len(metadata) <= 16
    assert all(len(name) <= 64 and len(value) <= 512 for name, value in metadata.items())
    assert read_metadata(metadata) == manifest
    assert read_metadata({"purpose": "translation"}) is None
    assert read_metadata(None) is None
    long = manifest.model_copy(update={"articles": Articles(sources=("x" * 9000,))})
    with pytest.raises(ConfigurationError, match="too long"):
        make_metadata(long, file, "1 of 1")
