"""`summarizer eval` as a whole: what is asked, recorded, replayed, compared and shown; and CI's own gate."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import Done
from lab_model import GOLD, HINT, LAB, LabModel
from server import Body, Server, Step, bad_key, failing, reply

from summarizer import Options
from summarizer.cli.main import run
from summarizer.errors import AuthenticationError
from summarizer.evaluate.gold import read_gold
from summarizer.evaluate.run import Setup, Trial, run_setups

REPLAY = ["--replay", str(LAB / "replies"), "--prompt", str(LAB / "prompt.toml"), "--rounds", "0"]


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """`summarizer eval` on the invented gold."""

    def call(*arguments: object, gold: object = GOLD) -> Done:
        capsys.readouterr()
        code = run(["eval", str(gold), *map(str, arguments)])
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture
def server() -> Iterator[Server]:
    """The scripted model."""
    with Server(answer=LabModel()) as running:
        yield running


def ask(server: Server) -> list[str]:
    """The options that lead to the scripted model."""
    return ["--model", "lab-model", "--base-url", server.url]


def copy_prompt(target: str = "mine.toml", hint: str = HINT) -> str:
    """The shipped prompt with a line more."""
    assert run(["prompts", "copy", "summary", target, "--force"]) == 0
    path = Path(target)
    text = path.read_text("utf-8").replace(
        'system = """\n', f'system = """\nStatements {hint} count, too.\n', 1
    )
    path.write_text(text, "utf-8")
    return f"./{target}"


# --- CI's gate: invented gold, replies recorded from the scripted model, and the built-in engine


@pytest.mark.parametrize(
    ("what", "floors"), [(REPLAY, "floors.json"), (["--model", "extractive"], "floors-extractive.json")]
)
def test_nothing_falls_below_its_floor(what: list[str], floors: str, evaluate: Callable[..., Done]):
    """What is read out of the same replies, and by the built-in engine, is not worse than it was.

    Where it is better, lift the floor with --raise-floors; where requests are made differently, record anew:
    python tests/lab_model.py --record
    """
    done = evaluate(*what, "--floors", LAB / floors)
    assert done.code == 0, done.err


def test_a_replay_is_the_same_every_time(evaluate: Callable[..., Done]):
    """To the letter, seconds and costs included, since nobody is asked."""

    def replay() -> Any:
        (variant,) = json.loads(evaluate(*REPLAY, "--format", "json").out)["variants"]
        variant["figures"].pop("seconds")  # ours are in it
        return variant | {"figures_by_run": None}

    first = replay()
    assert first == replay()
    assert first["figures"]["failed"] == 0.1
    assert first["failures"][0]["error"].startswith("RefusalError: the model declined")
    assert first["figures"]["unreadable"] == pytest.approx(2 / 11)  # one in vain, one refused


# --- record and replay


def test_recorded_once_replayed_for_nothing(server: Server, evaluate: Callable[..., Done]):
    """The same figures, by name of the model alone, without a server, its address or a key."""
    recorded = evaluate(*ask(server), "--record", "replies", "--format", "json")
    count = len(server.chats)
    server.close()
    replayed = evaluate("--replay", "replies", "--format", "json")
    assert replayed.code == 0, replayed.err
    one, two = (json.loads(done.out)["variants"][0] for done in (recorded, replayed))
    assert one["contents"] == two["contents"]
    assert one["figures"]["tokens_in"] == two["figures"]["tokens_in"]
    assert one["figures"]["cost"] == two["figures"]["cost"] == 0
    assert two["figures"]["seconds"] == pytest.approx(one["figures"]["seconds"], rel=1)
    assert len(server.chats) == count
    lines = Path("replies/replies.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == count
    assert {len(json.loads(line)["custom_id"]) for line in lines} == {64}


def test_recording_goes_on_where_it_ended(server: Server, evaluate: Callable[..., Done]):
    """What is recorded is not asked for again, and more articles are added."""
    evaluate(*ask(server), "--record", "replies", "--limit", "3")
    count = len(server.chats)
    evaluate(*ask(server), "--record", "replies", "--limit", "3")
    assert len(server.chats) == count
    assert evaluate(*ask(server), "--record", "replies").code == 0
    assert evaluate("--replay", "replies").code == 0


def test_a_changed_prompt_is_stale_and_not_scored(server: Server, evaluate: Callable[..., Done]):
    """It says what changed and what to do."""
    prompt = copy_prompt()
    assert evaluate(*ask(server), "--prompt", prompt, "--record", "replies").code == 0
    copy_prompt(hint="in any form whatsoever")
    stale = evaluate("--prompt", prompt, "--replay", "replies")
    assert stale.code == 1
    assert stale.out == ""
    pattern = (
        r"error: \d+ of \d+ requests of prompt mine to lab-model have no reply in replies, so nothing is scored: "
        r"the prompt mine changed since \(\w{12} then, \w{12} now\); ask again with --record\n"
    )
    assert re.fullmatch(pattern, stale.err), stale.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--parameter", "temperature=1"], "the prompt is the same, so a parameter"),
        (["--model", "other"], "no replies of other are recorded: those of these models are in"),
        (["--prompt", "summary"], "they are of other prompts (lab)"),
        (["--runs", "2"], "the prompt is the same"),
    ],
)
def test_whatever_asks_otherwise_is_stale(options: list[str], words: str, evaluate: Callable[..., Done]):
    """Another parameter, model, prompt, or a run that was not recorded."""
    stale = evaluate(*(REPLAY[:2] if "--prompt" in options else REPLAY), "--rounds", "0", *options)
    assert (stale.code, stale.out) == (1, "")
    assert words in stale.err


def test_an_error_is_recorded_too(evaluate: Callable[..., Done]):
    """An article that failed fails again on replay; recorded anew, it is asked for again."""
    model = LabModel()

    def answer(body: Body) -> Step:
        return failing() if "covered market" in str(body) else model(body)

    with Server(answer=answer) as server:
        options = [*ask(server), "--max-retries", "0", "--record", "replies"]
        done = evaluate(*options)
        assert done.code == 0
        words = "1 of 10 articles failed, which counts as nothing found; first market-hall: ModelError"
        assert words in done.out
        again = evaluate("--replay", "replies", "-o", "again.json")
        assert again.err.startswith(f"warning: lab-model: {words}")
        server.answer = model
        assert "failed, which" not in evaluate(*options).out


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("recorded.json", "nonsense", "is not what --record writes"),
        ("replies.jsonl", "nonsense\n", "replies.jsonl:1 is no line of a batch's results"),
    ],
)
def test_a_broken_recording(name: str, text: str, words: str, evaluate: Callable[..., Done]):
    """One line says which file."""
    shutil.copytree(LAB / "replies", "replies")
    (Path("replies") / name).write_text(text, "utf-8")
    done = evaluate("--replay", "replies", *REPLAY[2:])
    assert done.code == 1
    assert words in done.err
    assert done.err.count("\n") == 1


# --- what is asked


def test_a_wrong_key_ends_it_at_once(evaluate: Callable[..., Done]):
    """Every article would meet it: nothing is scored."""
    with Server(answer=bad_key()) as server:
        done = evaluate(*ask(server), "--concurrency", "1")
        assert (done.code, done.out) == (1, "")
        assert len(server.chats) == 1


def test_max_cost_holds_for_all_of_it(evaluate: Callable[..., Done]):
    """Nothing is scored; what was recorded is kept, and the next run goes on from there."""
    with Server(answer=LabModel()) as server:
        options = [
            "--model",
            "gpt-5.4-mini",
            "--base-url",
            server.url,
            "--record",
            "replies",
            "--concurrency",
            "1",
        ]
        short = evaluate(*options, "--max-output-tokens", "1500", "--max-cost", "0.02")
        assert (short.code, short.out) == (1, "")
        assert re.search(
            r"stopped with [1-9] of 10 articles read by gpt-5.4-mini and \$0\.0\d+ spent", short.err
        )
        kept = len(Path("replies/replies.jsonl").read_text("utf-8").splitlines())
        assert kept == len(server.chats)
        assert evaluate(*options, "--max-output-tokens", "1500", "--max-cost", "1").code == 0


def test_max_cost_of_a_settings_file_holds_for_all_of_it(evaluate: Callable[..., Done]):
    """As the flag does; not for each article."""
    Path("summarizer.toml").write_text("max_cost = 0.02\nmax_output_tokens = 1500\n", "utf-8")
    with Server(answer=LabModel()) as server:
        done = evaluate("--model", "gpt-5.4-mini", "--base-url", server.url, "--concurrency", "1")
    assert done.code == 1
    assert re.search(r"stopped with [1-9] of 10 articles read", done.err)


def test_max_cost_needs_a_price(server: Server, evaluate: Callable[..., Done]):
    """Without one it could not hold."""
    done = evaluate("--model", "m", "--base-url", "http://models.example/v1", "--max-cost", "1")
    assert done.code == 1
    assert "the price of this model is not known" in done.err
    assert not server.chats


def test_no_more_articles_side_by_side_than_allowed():
    """And every one is asked for."""
    active = most = 0

    class Slow(LabModel):
        def __call__(self, body: Body) -> Step:
            nonlocal active, most
            with self._lock:
                active += 1
                most = max(most, active)
            try:
                return super().__call__(body)
            finally:
                with self._lock:
                    active -= 1

    gold = read_gold(GOLD)
    with Server(answer=Slow()) as server:
        setup = Setup("lab-model", options=Options(base_url=server.url, rounds=0))
        (variant,) = asyncio.run(run_setups(gold, [setup], Trial(concurrency=2)))
    assert len(variant.runs[0]) == len(gold)
    assert most <= 2


def test_an_unexpected_error_is_a_miss(monkeypatch: pytest.MonkeyPatch, evaluate: Callable[..., Done]):
    """A bug on one article does not take the others with it."""

    async def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("summarizer.api.Summarizer.asummarize", crash)
    done = evaluate("--model", "extractive", "--limit", "2")
    assert done.code == 0
    assert "first ferry-fares: unexpected ZeroDivisionError: division by zero" in done.out


def test_the_library_raises_what_every_article_would_meet():
    """As one error, not as a group of them."""
    with Server(answer=bad_key()) as server:
        setup = Setup("m", options=Options(base_url=server.url))
        with pytest.raises(AuthenticationError):
            asyncio.run(run_setups(read_gold(GOLD), [setup]))


def test_second_rounds_and_unreadable_replies_are_counted(server: Server, evaluate: Callable[..., Done]):
    """Where a number differs from the article, the claim goes back once."""
    figures = json.loads(evaluate(*ask(server), "--format", "json").out)["variants"][0]["figures"]
    assert 0 < figures["second_rounds"] < 1
    assert figures["unreadable"] > 0
    none = json.loads(evaluate(*ask(server), "--rounds", "0", "--format", "json").out)["variants"][0][
        "figures"
    ]
    assert none["second_rounds"] == 0


# --- several, compared


def test_two_prompts_compared(server: Server, evaluate: Callable[..., Done]):
    """A line that makes the model report more is seen for what it is, and what it costs."""
    prompt = copy_prompt()
    done = evaluate(*ask(server), "--prompt", "summary", "--prompt", prompt, "--format", "json")
    evaluation = json.loads(done.out)
    (comparison,) = evaluation["comparisons"]
    differences = comparison["differences"]
    assert (comparison["base"], comparison["other"]) == ("summary", "mine")
    assert differences["indirect_recall"]["word"] == "better"
    assert differences["indirect_recall"]["low"] > 0.1
    assert differences["tokens_out"]["word"] == "worse"
    assert differences["holders"]["word"] == "same"
    assert len(comparison["moved"]) == 3
    assert any(line.startswith("found now: “") for line in comparison["moved"][0]["lines"])


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_comparison_to_read(form: str, evaluate: Callable[..., Done]):
    """The plain word, the interval, what moved and the notes, in every format."""
    done = evaluate("--replay", LAB / "replies", "--prompt", LAB / "prompt.toml", "--rounds", "0",
                    "--model", "extractive", "--model", "lab-model", "--format", form)  # fmt: skip
    assert done.code == 0, done.err
    text = re.sub(r"[\\*]|<[^>]+>", "", done.out)
    for words in (
        "lab-model against extractive: worse in ",
        "other figures 10 articles cannot tell",
        "95 % interval",
        "moved most from extractive to lab-model",
        "court",
        "1 of 10 articles failed",
        "temperature 0 · seed none",
        "Statements by kind: lab-model",
    ):
        assert words in text, words


def test_a_page_escapes_what_it_shows(evaluate: Callable[..., Done]):
    """Ids and contents come from a file that anybody may have written."""
    article = {"id": "<script>alert(1)</script>", "text": "“We will stay,” <b>Ann</b> Lee said.", "annotations": [
        {"kind": "direct", "speaker": "<b>Ann</b> Lee", "content": "We will stay"},
    ]}  # fmt: skip
    Path("gold.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    with Server(answer=reply({"claims": []})) as server:
        options = ["--model", "extractive", "--model", "m", "--base-url", server.url]
        assert evaluate(*options, "-o", "page.html", gold="gold.jsonl").code == 0
    page = Path("page.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "<b>" not in page


def test_several_runs_show_their_spread(evaluate: Callable[..., Done]):
    """Each figure with its least and most; temperature and seed are in the result."""
    turn = 0

    def moody(body: Body) -> Step:
        nonlocal turn
        turn += 1
        return LabModel(heeds=None if turn > 12 else HINT)(body)

    with Server(answer=moody) as server:
        options = [
            *ask(server),
            "--runs",
            "3",
            "--rounds",
            "0",
            "--concurrency",
            "1",
            "--parameter",
            "seed=7",
        ]
        done = evaluate(*options, "--record", "replies")
        assert re.search(r"indirect recall +\.\d{3} \(\.0\d\d to \.[4-9]\d\d\)", done.out), done.out
        assert "temperature 0 · seed 7 · 3 runs" in done.out
    assert sorted(p.name for p in Path("replies").glob("*.jsonl")) == [
        "replies-2.jsonl", "replies-3.jsonl", "replies.jsonl",
    ]  # fmt: skip
    replayed = evaluate(
        "--replay", "replies", "--runs", "3", "--rounds", "0", "--parameter", "seed=7", "--format", "json"
    )
    (variant,) = json.loads(replayed.out)["variants"]
    recalls = [run_["indirect_recall"] for run_ in variant["figures_by_run"]]
    assert recalls[0] < recalls[2]
    assert variant["parameters"]["seed"] == 7


# --- usage


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--record", "a", "--replay", "b"], "one of them"),
        (["--raise-floors"], "--floors FILE"),
        (["--floors", "f.json", "--model", "extractive", "--model", "m"], "for one prompt and one model"),
        (["--runs", "0"], "--runs"),
        (["-o", str(GOLD)], "is the article itself"),
    ],
)
def test_wrong_usage(options: list[str], words: str, evaluate: Callable[..., Done]):
    """Exit code 2, before anything is asked."""
    done = evaluate(*options)
    assert done.code == 2, done
    assert words in done.err


def test_a_replay_works_offline(evaluate: Callable[..., Done]):
    """Whatever the server was that answered then: nobody is asked now."""
    assert evaluate(*REPLAY, "--offline").code == 0


def test_gold_from_standard_input(
    evaluate: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """As any other input."""
    (tmp_path / "in").write_bytes(GOLD.read_bytes())
    with (tmp_path / "in").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        done = evaluate("--model", "extractive", "--limit", "2", gold="-")
    assert done.out.startswith("gold: 2 articles, 10 statements, 3 positions"), done


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]):
    """`eval` alone and with --help; `eval new` has its own."""
    for arguments in (["eval"], ["eval", "--help"]):
        assert run(arguments) == 0
        assert "summarizer eval gold.jsonl --replay replies/" in capsys.readouterr().out
    assert run(["eval", "new", "--help"]) == 0
    assert "--indent" in capsys.readouterr().out


def test_predictions_for_another_scorer(evaluate: Callable[..., Done]):
    """A line an article, in the form of gold annotations."""
    assert evaluate("--model", "extractive", "--predictions", "found.jsonl", "-q").code == 0
    lines = [json.loads(line) for line in Path("found.jsonl").read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines] == [article.id for article in read_gold(GOLD)]
    first = lines[0]["annotations"][0]
    assert {"kind", "speaker", "speaker_span", "content_spans"} <= first.keys()
