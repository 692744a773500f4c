"""`summarizer models` and `summarizer schema`: what can be used, and what comes out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.options import Offline, Structure, Verbose
from summarizer.cli.writing import write_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.errors import ModelError
    from summarizer.models import Offer
    from summarizer.models.discover import Detail
    from summarizer.models.probe import Ability
    from summarizer.settings import Settings

_ALL = "all"
_MOST_MODELS = 12  # of one server, as text
# By what a server can hold replies to at best.
_FORMATS = {"json_schema": "takes a JSON Schema", "json_object": "has a JSON mode"}

_MODELS_EPILOG = """
\b
Examples:
  summarizer models
  summarizer models --base-url http://localhost:8000/v1
  summarizer models --probe ollama/llama3.2    does it keep to a JSON Schema, how much does it hold
  summarizer models --probe all                the same of each model of your own; loads one after another
  summarizer models --format json              with every model's name
"""

_SCHEMA_EPILOG = """
\b
Examples:
  summarizer schema > summary.schema.json
  summarizer schema comparison                 of what compare --format json writes
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command(name="models", cls=GroupedCommand, epilog=_MODELS_EPILOG)(_models)
    app.command(name="schema", cls=GroupedCommand, epilog=_SCHEMA_EPILOG)(_schema)


def _models(
    *,
    base_url: Annotated[str | None, typer.Option(metavar="URL", help="Also ask this server.")] = None,
    format_: Annotated[Structure, typer.Option("--format", help="json: everything found.")] = Structure.TEXT,
    probe: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="Ask this model one short question, and say what it can do; all: each one but OpenAI's.",
        ),
    ] = None,
    offline: Offline = False,
    verbose: Verbose = 0,
) -> None:
    """List the models that can be used here.

    And what is missing for the others. Asks the servers that are set and the usual ports of this machine
    for their lists; sends no article anywhere.
    """
    del verbose
    import asyncio
    import os

    from summarizer.cli.offline import read_settings
    from summarizer.models import find_models

    named = probe if probe != _ALL else None
    settings = read_settings({"base_url": base_url, "model": named, "offline": offline or None})
    if named is not None:
        write_output(_write_abilities([_probe(settings)], format_), json=format_ is Structure.JSON)
        return
    key = settings.api_key.get_secret_value() if settings.api_key else None
    offers = asyncio.run(
        find_models(
            base_url=settings.base_url, api_key=key, environ=os.environ, offline=bool(settings.offline)
        )
    )
    if probe == _ALL:
        found = [_probe(own, spare=True) for own in _name_own(offers, settings)]
        if not found:
            raise typer.BadParameter("no server of your own answers; summarizer models says what is missing")
        write_output(_write_abilities(found, format_), json=format_ is Structure.JSON)
    elif format_ is Structure.JSON:
        from dataclasses import asdict

        from summarizer.render import dump_json

        write_output(dump_json([asdict(offer) for offer in offers]) + "\n", json=True)
    else:
        write_output("\n".join(line for offer in offers for line in _describe(offer)) + "\n")


def _name_own(offers: Sequence[Offer], settings: Settings) -> Iterator[Settings]:
    """The settings for each model of a server that is the user's own; none that is passed on elsewhere."""
    for offer in offers:
        if offer.where is None or offer.name == "OpenAI":
            continue
        for name in offer.models:
            detail = offer.details.get(name)
            if detail is None or detail.elsewhere is None:
                # A prefix leads to the server by itself; with an address it would be part of the name.
                address = None if offer.prefixed else offer.where
                yield settings.model_copy(update={"model": name, "base_url": address})


def _probe(settings: Settings, *, spare: bool = False) -> tuple[str, Ability | ModelError]:
    """What the model of the settings can do; with `spare`, also what went wrong instead."""
    import asyncio

    from summarizer.cli.summarize import open_summarizer
    from summarizer.errors import ModelError

    summarizer = open_summarizer(settings, sends=True, quiet=False)

    async def ask() -> Ability:
        try:
            return await summarizer.probe()
        finally:
            await summarizer.aclose()

    name = settings.model or summarizer.model_name
    try:
        return name, asyncio.run(ask())
    except ModelError as error:
        if not spare:
            raise
        return name, error


def _write_abilities(found: Sequence[tuple[str, Ability | ModelError]], form: Structure) -> str:
    """A line a model; as JSON an object, or a list of several."""
    from dataclasses import asdict

    from summarizer.errors import ModelError
    from summarizer.render import dump_json, make_plain

    if form is Structure.TEXT:
        return "".join(f"{make_plain(f'{name}: {ability}')}\n" for name, ability in found)
    entries = [
        {"model": name} | ({"error": str(a)} if isinstance(a, ModelError) else asdict(a)) for name, a in found
    ]
    return dump_json(entries[0] if len(entries) == 1 else entries) + "\n"


def _describe(offer: Offer) -> list[str]:
    """One engine or server: whether it is ready, where it is, what it has."""
    from summarizer.render import make_plain

    parts = [f"{'+' if offer.ready else '−'} {offer.name}", f" at {offer.where}" if offer.where else ""]
    parts.append(": ready" if offer.ready else ": not ready")
    parts += [f"; {_FORMATS[name]}" for name in offer.formats[:1]]
    parts.append(f"; {offer.note}" if offer.note else "")
    shown = {make_plain(name): offer.details.get(name) for name in offer.models[:_MOST_MODELS]}
    width = max(map(len, shown), default=0)
    rows = [f"{name:<{width}}  {make_plain(_describe_detail(detail))}" for name, detail in shown.items()]
    if (more := len(offer.models) - _MOST_MODELS) > 0:
        rows.append(f"and {more} more (--format json lists them)")
    return [make_plain("".join(parts)).rstrip(), *(f"    {row}".rstrip() for row in rows)]


def _describe_detail(detail: Detail | None) -> str:
    """What is known of a model: "loaded, holds 4,096 tokens"."""
    if detail is None:
        return ""
    parts = [] if detail.loaded is None else ["loaded" if detail.loaded else "not loaded"]
    parts += [f"holds {detail.context:,} tokens"] if detail.context else []
    parts += [f"not on this machine: articles go on to {detail.elsewhere}"] if detail.elsewhere else []
    return ", ".join(parts)


class Shape(StrEnum):
    """What has a schema."""

    SUMMARY = "summary"
    COMPARISON = "comparison"


def _schema(
    shape: Annotated[Shape, typer.Argument(metavar="SHAPE", help="Of what.")] = Shape.SUMMARY,
    verbose: Verbose = 0,
) -> None:
    """Print the JSON Schema of a summary or a comparison."""
    del verbose
    from summarizer.compare import Comparison
    from summarizer.records import Summary
    from summarizer.render import dump_json

    record = Comparison if shape is Shape.COMPARISON else Summary
    schema = record.model_json_schema(mode="serialization")
    write_output(
        dump_json({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}) + "\n", json=True
    )
