"""The sets by which a loop passes over words have every word that the loop asks for."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Collection
from types import ModuleType

import pytest

from summarizer.check.comparison import hedges as dropped
from summarizer.check.lexicon.hedge_words import OPEN
from summarizer.check.lexicon.polarity_words import NEGATORS
from summarizer.check.passage import hedges, polarity, speaker, statements


def _list_asked(function: Callable[..., object], marker: str, module: ModuleType) -> dict[str, set[str]]:
    """What a function compares its `key` with, from a line on: for each table or word its words."""
    source = textwrap.dedent(inspect.getsource(function))
    begin = source[: source.index(marker)].count("\n") + 1
    local = {
        "negators": frozenset[str]().union(*NEGATORS.values()),
        "listed": frozenset[str]().union(*OPEN.values()),
    }
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(source)):
        if getattr(node, "lineno", 0) <= begin:
            continue
        tables: list[ast.expr] = []
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id == "key":
            tables = [
                c for op, c in zip(node.ops, node.comparators, strict=True) if isinstance(op, ast.In | ast.Eq)
            ]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "get"
            and isinstance(node.args[0], ast.Name)
            and node.args[0].id == "key"
        ):
            tables = [node.func.value]
        for table in tables:
            name = ast.unparse(table)
            known = vars(module) | local
            words = known[name] if isinstance(table, ast.Name) else ast.literal_eval(table)
            found[name] = {words} if isinstance(words, str) else set(words)
    return found


# Tables asked about words that another table has let in already.
SECOND = {"TO_SOMEBODY", "_LOOSE", "('nor', 'noch')", "_CALLING"}
GATES = [
    (polarity.find_polarity, "        if not turning:\n", polarity, polarity._TURNING),
    (hedges.find_hedges, "if key not in _BEGINNING:", hedges, hedges._BEGINNING),
    (dropped.is_open, "    for i in near", dropped, dropped._ALL_OPEN),
    (speaker.find_sayings, "        key = keys[i]\n", speaker, {*speaker._CUES, "to"}),
    (statements._Reader._read_at, "key = self.keys[i]", statements, statements._CUE_WORDS),
]


@pytest.mark.parametrize(
    ("function", "marker", "module", "gate"),
    GATES,
    ids=["polarity", "hedges", "open", "sayings", "statements"],
)
def test_gate_has_every_word_that_its_loop_asks_for(
    function: Callable[..., object], marker: str, module: ModuleType, gate: Collection[str]
) -> None:
    """A word that a loop tests for is in the set that lets words into the loop."""
    asked = _list_asked(function, marker, module)
    assert len(asked) > 2
    assert not {name for name, words in asked.items() if not words <= set(gate) and name not in SECOND}


def test_gate_of_polarity_has_the_words_that_lean_on_what_follows() -> None:
    """Words that ask, or end a reservation, turn the polarity before anything is denied."""
    assert {*polarity.QUESTIONS, *polarity._ASKED, *polarity.CLAUSE_WORDS, "as"} <= polarity._TURNING
