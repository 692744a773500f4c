"""`summarizer models` and `summarizer schema`: what can be used, and what comes out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.app import GroupedCommand
from summarizer.cli.options import Offline, Structure, Verbose
from summarizer.cli.writing import write_output

if TYPE_CHECKING:
    from summarizer.models import Offer
    from summarizer.settings import Settings

_MOST_MODELS = 12  # of one server, as text

_MODELS_EPILOG = """
\b
Examples:
  summarizer models
  summarizer models --base-url http://localhost:8000/v1
  summarizer models --probe ollama/llama3.2    does it keep to a JSON Schema, how much does it hold
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
        typer.Option(metavar="MODEL", help="Ask this model one short question, and say what it can do."),
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

    settings = read_settings({"base_url": base_url, "model": probe, "offline": offline or None})
    if probe is not None:
        write_output(_probe(settings, form=format_), json=format_ is Structure.JSON)
        return
    key = settings.api_key.get_secret_value() if settings.api_key else None
    offers = asyncio.run(find_models(base_url=settings.base_url, api_key=key, environ=os.environ))
    if format_ is Structure.JSON:
        from dataclasses import asdict

        from summarizer.render import dump_json

        write_output(dump_json([asdict(offer) for offer in offers]) + "\n", json=True)
    else:
        write_output("\n".join(line for offer in offers for line in _describe(offer)) + "\n")


def _probe(settings: Settings, form: Structure) -> str:
    """What the model of the settings can do, in a line or as JSON."""
    import asyncio

    from summarizer.cli.summarize import open_summarizer
    from summarizer.models.probe import Ability

    summarizer = open_summarizer(settings, sends=True, quiet=False)

    async def ask() -> Ability:
        try:
            return await summarizer.probe()
        finally:
            await summarizer.aclose()

    ability = asyncio.run(ask())
    if form is Structure.JSON:
        from dataclasses import asdict

        from summarizer.render import dump_json

        return dump_json({"model": summarizer.model_name, **asdict(ability)}) + "\n"
    from summarizer.render import make_plain

    return make_plain(f"{summarizer.model_name}: {ability}") + "\n"


def _describe(offer: Offer) -> list[str]:
    """One engine or server: whether it is ready, where it is, what it has."""
    from summarizer.render import make_plain

    head = f"{'+' if offer.ready else '−'} {offer.name}"
    where = f" at {offer.where}" if offer.where else ""
    state = "ready" if offer.ready else "not ready"
    lines = [f"{head}{where}: {state}" + (f"; {offer.note}" if offer.note else "")]
    lines += [f"    {name}" for name in offer.models[:_MOST_MODELS]]
    if (more := len(offer.models) - _MOST_MODELS) > 0:
        lines.append(f"    and {more} more (--format json lists them)")
    return [
        make_plain(line).rstrip() if not line.startswith(" ") else "    " + make_plain(line).strip()
        for line in lines
    ]


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
