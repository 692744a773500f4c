"""Floors: below them the command fails; they go up and not down, and hold for one gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lab_model import GOLD

from summarizer.cli.evaluate import BELOW_FLOOR
from summarizer.cli.main import run
from summarizer.errors import ConfigurationError
from summarizer.evaluate.floors import Floors, check_floors, raise_floors, read_floors

FLOORS = ["eval", str(GOLD), "--model", "extractive", "-q", "-o", "out.txt", "--floors", "floors.json"]


def change(**floors: float) -> None:
    """Edit the file of floors by hand."""
    values = json.loads(Path("floors.json").read_text("utf-8"))
    values["floors"] |= floors
    Path("floors.json").write_text(json.dumps(values), "utf-8")


def test_floors_are_made_held_raised_and_never_lowered(capsys: pytest.CaptureFixture[str]):
    """From a new file on; a fall is named with both values, and has an exit code of its own."""
    assert run(FLOORS) == 1
    assert "--raise-floors makes it" in capsys.readouterr().err
    assert run([*FLOORS, "--raise-floors"]) == 0
    assert run(FLOORS) == 0
    made = json.loads(Path("floors.json").read_text("utf-8"))
    assert made["articles"] == 10
    assert "supported" not in made["floors"]
    assert made["floors"]["verbatim"] == 1.0

    change(speakers=0.5)
    assert run([*FLOORS, "--raise-floors"]) == 0
    assert json.loads(Path("floors.json").read_text("utf-8")) == made

    change(content_f1=0.999)
    before = Path("floors.json").read_text("utf-8")
    capsys.readouterr()
    assert run(FLOORS) == BELOW_FLOOR
    assert "below its floor: content_f1 (content F1) is .9" in capsys.readouterr().err
    assert run([*FLOORS, "--raise-floors"]) == BELOW_FLOOR
    assert "floors are raised, not lowered" in capsys.readouterr().err
    assert Path("floors.json").read_text("utf-8") == before
    assert Path("out.txt").read_text("utf-8").startswith("gold.jsonl: 10 articles")


def test_floors_are_for_one_gold(capsys: pytest.CaptureFixture[str]):
    """Fewer articles are other gold: that is no fall, and is said before anything is asked."""
    assert run([*FLOORS, "--raise-floors"]) == 0
    assert run([*FLOORS, "--limit", "3"]) == 1
    assert "is for other gold (10 articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nonsense", "is not a file of floors"),
        ('{"gold": "x", "articles": 1, "floors": {"speaker": 0.5}}', "no figure 'speaker' can have a floor"),
        ('{"gold": "x", "articles": 1, "floors": {"speakers": 50}}', "it has to be from 0 to 1"),
        ('{"gold": "x", "articles": 1, "floors": {"tokens_out": 1}}', "no figure 'tokens_out'"),
    ],
)
def test_a_wrong_file_of_floors(text: str, words: str):
    """One line says what is wrong."""
    Path("floors.json").write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_floors(Path("floors.json"))
    assert words in str(caught.value)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_raised_floor_holds_for_its_own_figure(floor: float, value: float):
    """And is not lower than it was."""
    lifted = raise_floors(Floors("x", 1, {"speakers": floor}), {"speakers": value})
    assert lifted.floors["speakers"] >= floor
    assert bool(check_floors(lifted, {"speakers": value}, "x")) == (lifted.floors["speakers"] > value + 1e-9)


def test_what_cannot_be_measured_is_below_its_floor():
    """A figure that went away would otherwise pass."""
    (fall,) = check_floors(Floors("x", 1, {"speakers": 0.1}), {}, "x")
    assert str(fall) == "speakers (right speakers) is –, below its floor of .100"
