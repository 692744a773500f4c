"""Floors: figures that may rise and not fall, in a file that is committed.

    {"gold": "SHA-256 of the articles scored", "articles": 8, "floors": {"speakers": 0.9, …}}

They hold for exactly that gold. Raising them is a flag, lowering one takes an editor and a reason.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ConfigurationError
from summarizer.evaluate.figures import BY_KEY, GUARDABLE, GUARDED, format_figure

_DIGITS = 1_000  # floors are written to the third decimal


@dataclass(frozen=True, slots=True)
class Floors:
    """Least values by figure, and the gold that they are for."""

    gold: str
    articles: int
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor; None: it could not be measured."""

    key: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        """One line for people."""
        figure = BY_KEY[self.key]
        return (
            f"{self.key} ({figure.label}) is {format_figure(figure, self.value)}, "
            f"below its floor of {format_figure(figure, self.floor)}"
        )


def read_floors(path: Path) -> Floors:
    """The floors in a file.

    Raises:
        ConfigurationError: it cannot be read, or is something else.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        floors = Floors(str(values["gold"]), int(values["articles"]), dict(values["floors"]))
    except FileNotFoundError:
        raise ConfigurationError(f"there is no file {path}: --raise-floors makes it") from None
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError):
        raise ConfigurationError(f"{path} is not a file of floors: --raise-floors makes one") from None
    known = [figure.key for figure in GUARDABLE]
    for key, value in floors.floors.items():
        if key not in known:
            raise ConfigurationError(
                f"{path}: no figure {key!r} can have a floor; these can: {', '.join(known)}"
            )
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise ConfigurationError(f"{path}: the floor of {key!r} is {value!r}; it has to be from 0 to 1")
    return floors


def check_floors(
    floors: Floors, figures: Mapping[str, float], gold: str, where: object = "the file"
) -> list[Fall]:
    """The figures below their floors.

    Args:
        floors: from `read_floors`.
        figures: as measured, by key.
        gold: hash of the articles that they were measured on.
        where: names the floors in a message.

    Raises:
        ConfigurationError: the floors are for other gold.
    """
    if floors.gold != gold:
        raise ConfigurationError(
            f"{where} is for other gold ({floors.articles} articles, {floors.gold[:12]}; these are "
            f"{gold[:12]}): score the same articles, or begin a new file with --raise-floors if it changed"
        )
    return [
        Fall(key, figures.get(key), floor)
        for key, floor in floors.floors.items()
        if key not in figures or figures[key] < floor - 1e-9
    ]


def raise_floors(floors: Floors, figures: Mapping[str, float]) -> Floors:
    """The floors, each lifted to its figure; none is lowered, and figures of GUARDED without one get one.

    >>> raise_floors(Floors("f3", 8, {"speakers": 0.9}), {"speakers": 0.8, "evidence": 0.9996}).floors
    {'speakers': 0.9, 'evidence': 0.999}
    """
    lifted = dict(floors.floors)
    wanted = dict.fromkeys((*lifted, *(figure.key for figure in GUARDED)))
    for key in wanted:
        if key in figures:
            lifted[key] = max(lifted.get(key, 0.0), _cut(figures[key]))
    return Floors(floors.gold, floors.articles, lifted)


def format_floors(floors: Floors) -> str:
    """The file's text."""
    values = {"gold": floors.gold, "articles": floors.articles, "floors": dict(floors.floors)}
    return json.dumps(values, indent=2) + "\n"


def _cut(value: float) -> float:
    """A figure to the third decimal, never more than it is."""
    return math.floor(value * _DIGITS + 1e-9) / _DIGITS
