"""The figures: each a name, what it is called, which way is better, and how it comes from summed counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from summarizer.evaluate.contents import rate_contents
from summarizer.evaluate.overlap import divide, harmonic
from summarizer.evaluate.tally import Tally

Unit = Literal["share", "number", "tokens", "dollars", "seconds"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `better` is 1 where more is better, -1 where less is, 0 where neither.

    `compute` takes summed counts, of which `needs` names those it takes; it gives None where there is
    nothing to measure.
    """

    key: str
    label: str
    group: str
    needs: tuple[str, ...]
    compute: Callable[[Tally], float | None]
    better: int = 1
    unit: Unit = "share"


def _share(key: str, label: str, group: str, part: str, whole: str, *, better: int = 1) -> Figure:
    def compute(tally: Tally) -> float | None:
        return tally.get(part, 0) / tally[whole] if tally.get(whole) else None

    return Figure(key, label, group, (part, whole), compute, better)


def _content(key: str, label: str, kinds: str, measure: str, index: int) -> Figure:
    names = ("common", "gold_letters", "found_letters") if measure == "prop" else (measure, "gold", "found")

    def compute(tally: Tally) -> float | None:
        if f"{kinds}.gold" not in tally or not (tally[f"{kinds}.gold"] or tally[f"{kinds}.found"]):
            return None
        counts: Counter[str] = Counter({name: int(tally.get(f"{kinds}.{name}", 0)) for name in names})
        return rate_contents(counts, measure)[index]

    needs = (*(f"{kinds}.{name}" for name in names), f"{kinds}.gold", f"{kinds}.found")
    return Figure(key, label, "Statements", tuple(dict.fromkeys(needs)), compute)


def _pair_f1(tally: Tally) -> float | None:
    if not tally.get("position.pairs"):
        return None
    right = tally.get("position.pairs_right", 0)
    precision, recall = divide(right, tally["position.pairs_found"]), divide(right, tally["position.pairs"])
    return harmonic(precision, recall)


def _mean(key: str, label: str, group: str, part: str, unit: Unit, *, better: int = -1) -> Figure:
    def compute(tally: Tally) -> float | None:
        if part not in tally or not tally.get("articles") or (part == "cost" and tally.get("cost_unknown")):
            return None
        return tally[part] / tally["articles"]

    needs = (part, "articles", *(["cost_unknown"] if part == "cost" else []))
    return Figure(key, label, group, needs, compute, better, unit)


FIGURES: tuple[Figure, ...] = (
    _content("quoted_f1", "quoted content F1", "quoted", "iou0.5", 2),
    _content("quoted_precision", "quoted precision", "quoted", "iou0.5", 0),
    _content("quoted_recall", "quoted recall", "quoted", "iou0.5", 1),
    _content("indirect_recall", "indirect recall", "indirect", "iou0.5", 1),
    _content("content_recall", "content recall", "all", "iou0.5", 1),
    _content("content_f1", "content F1", "all", "iou0.5", 2),
    _content("content_proportional", "proportional F1", "all", "prop", 2),
    _share("speakers", "right speakers", "Statements", "all.speakers_right", "all.speakers"),
    _share("evidence", "evidence on a statement", "Statements", "passages_on_gold", "passages"),
    _share("verbatim", "evidence to the letter", "Statements", "verbatim", "evidence"),
    _share("holders", "holders found", "Positions", "position.holders_found", "position.holders"),
    Figure(
        "pairs_f1",
        "pair F1",
        "Positions",
        ("position.pairs", "position.pairs_found", "position.pairs_right"),
        _pair_f1,
    ),
    _share("polarity", "right polarity", "Positions", "position.polarity_right", "position.pairs_right"),
    _share(
        "position_evidence", "right sentences", "Positions", "position.evidence_right", "position.pairs_right"
    ),
    _share("supported", "supported items", "Checks", "supported", "items"),
    _share("disputed", "disputed items", "Checks", "disputed", "items", better=-1),
    _share("unsupported", "unsupported items", "Checks", "unsupported", "items", better=-1),
    _share("coverage", "statements cited", "Checks", "own_cited", "own"),
    _share("failed", "failed articles", "Replies", "failed", "articles", better=-1),
    _share("unreadable", "unreadable replies", "Replies", "unreadable", "replies", better=-1),
    _share("second_rounds", "second rounds", "Replies", "repaired", "asked", better=0),
    _mean("tokens_in", "tokens in", "An article takes", "tokens_in", "tokens"),
    _mean("tokens_cached", "cached tokens", "An article takes", "tokens_cached", "tokens", better=0),
    _mean("tokens_out", "tokens out", "An article takes", "tokens_out", "tokens"),
    _mean("cost", "cost", "An article takes", "cost", "dollars"),
    _mean("seconds", "seconds", "An article takes", "seconds", "seconds"),
)
BY_KEY = {figure.key: figure for figure in FIGURES}
# Those that can have a floor: shares of which more is better.
GUARDABLE = tuple(f for f in FIGURES if f.better == 1 and f.unit == "share")
# Those that get one by themselves. Not how much is supported: that falls when checks find more, too.
GUARDED = tuple(f for f in GUARDABLE if f.key != "supported")


def compute_figures(tally: Tally) -> dict[str, float]:
    """Every figure that can be measured, from summed counts."""
    return {figure.key: value for figure in FIGURES if (value := figure.compute(tally)) is not None}


def format_figure(figure: Figure, value: float | None) -> str:
    """A value as people read it: ".812", "1,204", "$0.0021", "3.4 s"; an en dash for nothing.

    >>> format_figure(BY_KEY["speakers"], 0.8124), format_figure(BY_KEY["tokens_in"], 1203.6)
    ('.812', '1,204')
    """
    if value is None:
        return "–"
    if figure.unit == "share":
        return f"{value:.3f}".removeprefix("0")
    if figure.unit == "dollars":
        from summarizer.render.outline import format_cost

        return format_cost(value)
    if figure.unit == "seconds":
        return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"
    return f"{value:,.0f}"


def format_change(figure: Figure, change: float) -> str:
    """A difference with its sign: "+.012", "−340".

    >>> format_change(BY_KEY["speakers"], -0.0124), format_change(BY_KEY["tokens_in"], 340)
    ('−.012', '+340')
    """
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return sign + format_figure(figure, abs(change))
