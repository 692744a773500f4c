"""The checks hold the figures that they were accepted with, on the invented pairs."""

from __future__ import annotations

import importlib.util
import sys
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.records import Outcome

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
# Kind -> share that must be caught; the bars of the issue, which the goals exceed.
BARS = {
    "number": 0.95,
    "name": 0.95,
    "speaker": 0.90,
    "negation": 0.92,
    "hedge": 0.85,
    "antonym": 0.85,
    "support": 0.95,
    "quotation": 0.95,
}

# By authors who knew neither the rules nor any other pair.
OUTSIDERS = {f"fresh{number}" for number in range(16, 47)}
REACHED = {"number": 0.95, "name": 0.90, "speaker": 0.83, "negation": 0.80, "hedge": 0.79, "antonym": 0.77}

pytestmark = pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="an installed package has no benchmarks")


def load(name: str) -> ModuleType:
    """A benchmark as a module."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(BENCHMARKS))
    return module


@pytest.fixture(name="checks", scope="module")
def load_checks() -> ModuleType:
    """The benchmark of the checks."""
    return load("checks")


def measure(checks: ModuleType, *, outsiders: bool) -> tuple[dict[str, float], float, float]:
    """The share of each kind that is caught, of honest claims that are disputed, of those caught named right."""
    caught: dict[str, list[bool]] = defaultdict(list)
    alarms: list[bool] = []
    named: list[bool] = []
    for pair in checks.read_pairs(BENCHMARKS / "checks"):
        if (pair.source.partition(":")[0] in OUTSIDERS) is not outsiders:
            continue
        differing = {c.name for c in checks.check_pair(pair) if c.outcome is Outcome.DIFFERS}
        if not pair.kind:
            alarms.append(bool(differing))
            continue
        caught[pair.kind].append(bool(differing))
        if differing:
            named.append(not checks.NAMES.get(pair.kind, {pair.kind}).isdisjoint(differing))
    assert len(alarms) >= 150
    shares = {kind: sum(found) / len(found) for kind, found in caught.items()}
    return shares, sum(alarms) / len(alarms), sum(named) / len(named)


def test_checks_hold_their_figures_on_the_invented_pairs(checks: ModuleType) -> None:
    """Every kind is caught as often as its bar says, honest paraphrase rarely disputed, the right kind named."""
    caught, alarms, named = measure(checks, outsiders=False)
    assert {kind: caught[kind] for kind, bar in BARS.items() if caught[kind] < bar} == {}
    assert alarms <= 0.01
    assert named >= 0.95


def test_checks_hold_what_they_reached_on_the_pairs_of_outsiders(checks: ModuleType) -> None:
    """The last batches are harder and have been at hand for a short time: what is reached there is kept."""
    caught, alarms, named = measure(checks, outsiders=True)
    assert {kind: caught[kind] for kind, floor in REACHED.items() if caught[kind] < floor} == {}
    assert alarms <= 0.035
    assert named >= 0.9


def test_text_that_addresses_a_machine_is_found_as_often_as_it_was() -> None:
    """Most of what outsiders planted, and no news that looks like it."""
    instructions = load("instructions")
    for name, floor in (("first", 0.94), ("second", 0.61)):
        texts = list(instructions.read_texts(BENCHMARKS / "instructions" / f"{name}.jsonl"))
        found = [instructions.is_found(text) for text, hostile in texts if hostile]
        assert sum(found) >= floor * len(found)
        assert not any(instructions.is_found(text) for text, hostile in texts if not hostile)
