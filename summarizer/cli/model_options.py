"""Options that say which model reads, and how; for one article or many.

A command takes them by the group, and gets them as flags for `load_settings`:

    @with_options(READING, LIMITS)
    def _summarize(*, article: …, flags: Flags) -> None:
        settings = read_settings(flags)
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any

import typer

from summarizer.cli.options import NoCache, Offline
from summarizer.cli.parameters import check_parameter, read_parameters

_MODEL, _WRITING, _LIMITS = "Model", "How the model writes", "Limits"

Flags = dict[str, Any]
Group = Mapping[str, Any]  # options by the names of their values


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
    """What a model is asked; the values are those of `Settings.mode`."""

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
Temperature = Annotated[
    float | None,
    typer.Option(
        metavar="N", min=0, help="0: the likeliest words. Default: the prompt's.", rich_help_panel=_WRITING
    ),
]
TopP = Annotated[
    float | None,
    typer.Option(metavar="N", min=0, max=1, help="Only the likeliest words.", rich_help_panel=_WRITING),
]
Seed = Annotated[
    int | None,
    typer.Option(metavar="N", help="The same words again, as far as it can.", rich_help_panel=_WRITING),
]
ReasoningEffort = Annotated[
    str | None,
    typer.Option(
        metavar="WORD", help="none, minimal, low, medium, high: what it knows.", rich_help_panel=_WRITING
    ),
]
Stop = Annotated[
    list[str] | None,
    typer.Option(metavar="TEXT", help="Where it stops; more than once.", rich_help_panel=_WRITING),
]
Parameter = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME=VALUE",
        help="Anything else that its server takes; a value may be JSON.",
        rich_help_panel=_WRITING,
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

# By the names of settings; what is in WRITING makes up the setting `parameters`.
WRITING: Group = {
    "temperature": Temperature,
    "top_p": TopP,
    "seed": Seed,
    "reasoning_effort": ReasoningEffort,
    "stop": Stop,
    "parameter": Parameter,
}
READING: Group = {
    "model": ModelName,
    "base_url": BaseUrl,
    "mode": ModeName,
    "prompt": PromptName,
    "language": Language,
    "rounds": Rounds,
    "verify": Verify,
    "verify_prompt": VerifyPromptName,
    **WRITING,
}
LIMITS: Group = {
    "timeout": Timeout,
    "max_retries": MaxRetries,
    "context_tokens": ContextTokens,
    "max_output_tokens": MaxOutputTokens,
}
MODEL_FILE: Group = {"threads": Threads, "gpu_layers": GpuLayers}
RUNNING: Group = {"no_cache": NoCache, "offline": Offline}
_SWITCHES = RUNNING.keys()


def with_options(*groups: Group) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of groups. Their help stands where its parameter `flags` does.

    The command gets them in that one parameter: a dict by names of settings; None, or absent: not given.
    """
    options = {name: option for group in groups for name, option in group.items()}

    def widen(function: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(function, eval_str=True)
        parameters: list[inspect.Parameter] = []
        for parameter in signature.parameters.values():
            parameters += _make_parameters(options) if parameter.name == "flags" else [parameter]

        @wraps(function)
        def command(**values: Any) -> None:
            function(flags=_read_flags({name: values.pop(name) for name in options}), **values)

        # What typer looks at.
        command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    return widen


def _make_parameters(options: Group) -> list[inspect.Parameter]:
    return [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False if name in _SWITCHES else None,
            annotation=option,
        )
        for name, option in options.items()
    ]


def _read_flags(values: Flags) -> Flags:
    """Flags for the settings: how the model writes goes into `parameters`, where the plain options win.

    >>> _read_flags({"model": "m", "seed": 1, "stop": ["END"], "parameter": ["min_p=0.1", "seed=2"]})
    {'model': 'm', 'parameters': {'min_p': 0.1, 'seed': 1, 'stop': 'END'}}
    >>> _read_flags({"model": None, "no_cache": True, "offline": False})
    {'model': None, 'cache': False, 'offline': None}
    """
    flags = {
        name: value.value if isinstance(value, StrEnum) else value
        for name, value in values.items()
        if name not in WRITING and name not in _SWITCHES
    }
    parameters = read_parameters(values.get("parameter")) or {}
    plain = {name: values.get(name) for name in WRITING if name != "parameter"}
    if (stops := plain["stop"]) and len(stops) == 1:
        plain["stop"] = stops[0]
    parameters |= {name: value for name, value in plain.items() if value not in (None, [])}
    if parameters:
        flags["parameters"] = parameters
    if "no_cache" in values:
        flags["cache"] = False if values["no_cache"] else None
    if "offline" in values:
        flags["offline"] = values["offline"] or None
    return flags
