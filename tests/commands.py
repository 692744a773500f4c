"""The commands there are."""

from __future__ import annotations

from typing import Any


def list_commands(command: Any) -> list[list[str]]:
    """The words of every command, groups and what is in them."""
    inner = getattr(command, "commands", {})
    return [[], *([name, *words] for name, one in inner.items() for words in list_commands(one))]
