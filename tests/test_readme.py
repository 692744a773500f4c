"""The README is true: its output is what the command prints, its Python runs, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import list_commands
from server import Server, reply

from summarizer.cli.app import load_command
from summarizer.cli.main import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_example_output_is_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """The first console block, to the letter; only the time in the last line differs from run to run."""
    console = next(text for kind, text in BLOCKS if kind == "console")
    command, shown = console.split("\n", 1)
    assert command == "$ summarizer examples/harbour.txt --quiet"
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert run(command.split()[2:]) == 0
    assert capsys.readouterr().out.strip().splitlines()[:-1] == shown.strip().splitlines()[:-1]


# A model that reads the example well, but for a number and a speaker.
REPLY = {
    "claims": [
        {
            "at": [3],
            "who": "Jonas Behrend",
            "says": "The night service would bring 12,000 jobs to the waterfront.",
            "how": "indirect",
            "kind": "prediction",
        },
        {
            "at": [12],
            "who": "Maria Ekström",
            "says": "Okafor's members are told about safety after the contracts are signed.",
            "how": "direct",
            "kind": "opinion",
        },
    ],
    "positions": [],
    "headline": "Lindholm at odds over night flights",
    "gist": "The mayor of Lindholm approved a plan to open the seaplane terminal at night.",
    "actors": [],
}


def test_what_differs_is_shown_as_in_the_example(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """The second console block is part of what a reader sees of a model's changed number and speaker."""
    _, shown = [text for kind, text in BLOCKS if kind == "console"][1].split("\n", 1)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(ROOT)
    with Server(answer=reply(REPLY)) as server:
        assert (
            run(["examples/harbour.txt", "-q", "--model", "m", "--base-url", server.url, "--rounds", "0"])
            == 0
        )
    assert shown.strip() in capsys.readouterr().out


@pytest.mark.parametrize("code", [text for kind, text in BLOCKS if kind == "python"])
def test_the_python_runs(code: str, capsys: pytest.CaptureFixture[str]):
    """Each block by itself, with nothing configured."""
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert capsys.readouterr().out


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))))
def test_every_option_named_exists(option: str, capsys: pytest.CaptureFixture[str]):
    """An option that was renamed is found in the README."""
    for words in list_commands(load_command()):
        run([*words, "--help"])
    assert option in capsys.readouterr().out
