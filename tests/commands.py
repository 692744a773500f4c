"""The commands there are, and one run of them; conftest.py has the fixture that makes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Done:
    """One run: exit code, standard output and error."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


def list_commands(command: Any) -> list[list[str]]:
    """The words of every command, groups and what is in them."""
    inner = getattr(command, "commands", {})
    return [[], *([name, *words] for name, one in inner.items() for words in list_commands(one))]
