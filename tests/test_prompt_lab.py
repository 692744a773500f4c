"""docs/prompt-lab.md is true: its commands run in order, and print what it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from lab_model import GOLD, HINT, LabModel
from server import Server

from summarizer.cli.main import run

ROOT = Path(__file__).parent.parent
TUTORIAL = (ROOT / "docs" / "prompt-lab.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(console|text)\n(.*?)^```$", TUTORIAL, re.DOTALL | re.MULTILINE)
_ADDRESS = "http://127.0.0.1:8089/v1"


def add_line(line: str) -> None:
    """Do as the reader is told: a line at the end of `system`."""
    path = Path("mine.toml")
    text = path.read_text("utf-8")
    start = text.index('system = """') + len('system = """')
    end = text.index('"""', start)
    path.write_text(text[:end] + line + text[end:], "utf-8")


def holds(out: str, shown: str) -> bool:
    """Whether an output has the lines that are shown, in order; "…" stands for anything, white space for some."""
    printed = [" ".join(line.split()) for line in out.splitlines()]
    for line in shown.splitlines():
        wanted = " ".join(line.split())
        if wanted in ("", "…"):
            continue
        pattern = re.compile(re.escape(wanted).replace("…", ".*"))
        found = next((i for i, line_ in enumerate(printed) if pattern.fullmatch(line_)), None)
        assert found is not None, f"{wanted!r} is not in\n{out}"
        printed = printed[found + 1 :]
    return True


def test_the_tutorial_runs(capsys: pytest.CaptureFixture[str]):
    """From the question to the decision, with the scripted model; a line that begins with error ends in 1."""
    assert HINT in TUTORIAL
    shutil.copy(GOLD, "gold.jsonl")
    commands = 0
    with Server(answer=LabModel()) as server:
        for kind, block in BLOCKS:
            if kind == "text":
                add_line(block)
                continue
            for step in re.split(r"^(?=\$ )", block, flags=re.MULTILINE)[1:]:
                command, shown = step.removeprefix("$ ").split("\n", 1)
                assert command.startswith("summarizer ")
                code = run(shlex.split(command.replace(_ADDRESS, server.url))[1:])
                done = capsys.readouterr()
                assert code == (1 if shown.startswith("error:") else 0), done.err
                assert holds(done.out + done.err, shown)
                commands += 1
    assert commands >= 8
    assert Path("report.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["gold.md", "evaluation.md"])
def test_the_figures_and_keys_documented_exist(name: str):
    """What stands in backticks in the tables is what the code has."""
    from summarizer.evaluate.figures import BY_KEY
    from summarizer.evaluate.gold import Annotation, GoldArticle

    text = (ROOT / "docs" / name).read_text("utf-8")
    if name == "gold.md":
        for field in (*Annotation.model_fields, *GoldArticle.model_fields):
            assert f"`{field}`" in text
        return
    for key in BY_KEY:
        if key not in ("quoted_precision", "quoted_recall"):
            assert f"`{key}`" in text, key


def test_the_example_in_the_docs_is_gold(tmp_path: Path):
    """The JSON in docs/gold.md is read, with the text that its ellipses stand for."""
    from summarizer.evaluate.gold import read_gold

    (block,) = re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "gold.md").read_text("utf-8"), re.DOTALL)
    block = block.replace("reporters. …", "reporters. Pryce welcomed the repair, which begins on Monday.")
    (tmp_path / "gold.jsonl").write_text(block, "utf-8")
    (article,) = read_gold(tmp_path / "gold.jsonl")
    assert len(article.annotations) == 2
