"""A look ahead at a run: how many articles there are to do, and some of them, each with the same chance."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.batch.items import Item
from summarizer.batch.task import Task


@dataclass(frozen=True, slots=True)
class Survey:
    """What was seen.

    Args:
        done: articles that were seen to be done already.
        todo: articles to do; a guess where `whole` is False, None where there is nothing to guess by.
        whole: whether all articles were seen.
        sample: some of them.
    """

    done: int
    todo: int | None
    whole: bool
    sample: tuple[Item, ...]


def survey_tasks(
    tasks: Iterator[Task | None],
    *,
    counted: int | None,
    limit: int | None,
    size: int = 32,
    seconds: float = 5.0,
) -> Survey:
    """Look at the tasks of a run for a while.

    Args:
        tasks: of all articles, None for one that is done already.
        counted: how many articles there are, if somebody knows.
        limit: how many are done at most.
        size: of the sample.
        seconds: to look for.
    """
    dice = random.Random(0)  # noqa: S311 - not for secrets
    sample: list[Item] = []
    seen = todo = 0
    whole = True
    end = time.monotonic() + seconds
    for task in tasks:
        seen += 1
        if task is not None:
            todo += 1
            if len(sample) < size:
                sample.append(task.item)
            elif (place := dice.randrange(todo)) < size:
                sample[place] = task.item
        if time.monotonic() > end:
            whole = False
            break
    guess: int | None = todo
    if not whole:
        guess = round(max(counted, seen) * todo / seen) if counted is not None else None
    if limit is not None:
        guess = limit if guess is None else min(guess, limit)
    return Survey(seen - todo, guess, whole, tuple(sample))
