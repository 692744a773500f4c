"""Options that say which model reads, and how; for one article or many."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from summarizer.cli.parameters import check_parameter

_MODEL, _LIMITS = "Model", "Limits"


ModelName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="extractive, a model of OpenAI's, ollama/NAME …, or local/PATH.gguf",
        rich_help_panel=_MODEL,
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(metavar="URL", help="A server that speaks OpenAI's protocol.", rich_help_panel=_MODEL),
]
PromptName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|FILE", help="What the model is told. Default: summary.", rich_help_panel=_MODEL
    ),
]


class Mode(StrEnum):
    """What a model is asked."""

    READ = "read"
    ASSIST = "assist"


ModeName = Annotated[
    Mode | None,
    typer.Option(
        help="assist, for small models: the built-in engine reads, the model adds. Default: read.",
        rich_help_panel=_MODEL,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        metavar="CODE", help="The summary's language. Default: the article's.", rich_help_panel=_MODEL
    ),
]
Parameter = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=VALUE",
        help="For the server: temperature=0, seed=1 …",
        rich_help_panel=_MODEL,
        callback=check_parameter,
    ),
]
Rounds = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=0, help="How often failed items go back. Default: 1.", rich_help_panel=_MODEL
    ),
]
Verify = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A model to ask where the checks cannot tell.", rich_help_panel=_MODEL),
]
VerifyPromptName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME|FILE", help="What that model is told. Default: verify.", rich_help_panel=_MODEL
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        min=0.001,
        help="Without a word from the server. Default: 120, local models 600.",
        rich_help_panel=_LIMITS,
    ),
]
MaxRetries = Annotated[
    int | None,
    typer.Option(metavar="N", min=0, help="For one request. Default: 4.", rich_help_panel=_LIMITS),
]
ContextTokens = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="What the model can hold, if unknown.", rich_help_panel=_LIMITS),
]
MaxOutputTokens = Annotated[
    int | None, typer.Option(metavar="N", min=1, help="The longest reply.", rich_help_panel=_LIMITS)
]
Threads = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="For a model file. Default: one a core.", rich_help_panel=_LIMITS),
]
GpuLayers = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=0,
        help="Of a model file, to the graphics card. Default: what fits.",
        rich_help_panel=_LIMITS,
    ),
]
