"""`--parameter NAME=VALUE`: what goes to a model's server as it is."""

from __future__ import annotations

import json
from typing import Any

import typer


def check_parameter(values: list[str] | None) -> list[str] | None:
    """The values, if each has a name.

    Raises:
        BadParameter: one has none.
    """
    for value in values or ():
        if not value.partition("=")[0].strip() or "=" not in value:
            raise typer.BadParameter(f"write it like temperature=0, not {value!r}")
    return values


def read_parameters(values: list[str] | None) -> dict[str, Any] | None:
    """Parameters for the server; a value that is JSON is taken as such.

    >>> read_parameters(["temperature=0", "stop=END"])
    {'temperature': 0, 'stop': 'END'}
    """
    if not values:
        return None
    parameters = {}
    for value in values:
        name, _, text = value.partition("=")
        try:
            parameters[name.strip()] = json.loads(text)
        except ValueError:
            parameters[name.strip()] = text
    return parameters
