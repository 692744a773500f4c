"""Settings, resolved once: flags > environment > files > defaults.

    flags         what the command line says
    environment   SUMMARIZER_MODEL, SUMMARIZER_TIMEOUT…; empty counts as not set
    files         summarizer.toml, then [tool.summarizer] of pyproject.toml, each in the working directory or,
                  within a repository, the nearest directory above that has it; then summarizer.toml in
                  the user's configuration folder
    defaults      those of Options

OPENAI_API_KEY and OPENAI_BASE_URL are not folded into these fields: the first may only go to the server that
it is for, and which that is `summarizer.models` knows. But as part of the environment OPENAI_BASE_URL
goes before a base_url in a file.

A key is never read from a file: files are shared and committed.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, PrivateAttr, SecretStr, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict, SettingsError

from summarizer.errors import ConfigurationError

if TYPE_CHECKING:
    from summarizer.pipeline import Options

_PREFIX = "SUMMARIZER_"
_FILE = "summarizer.toml"
_SHARED_FILE = "pyproject.toml"


class Settings(BaseSettings):
    """What a user can set; None: not set. Times in seconds, costs in US dollars; more in Options."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    model: str | None = None
    base_url: str | None = None
    api_key: SecretStr | None = None
    mode: Literal["read", "assist"] = "read"
    prompt: str = "summary"
    format: Literal["text", "markdown", "json", "html", "csv", "annotations", "jsonld"] = "text"
    language: str | None = None
    timeout: float | None = Field(None, gt=0, allow_inf_nan=False)
    max_retries: int | None = Field(None, ge=0)
    rounds: int | None = Field(None, ge=0)
    verify: str | None = None
    verify_prompt: str | None = None
    max_cost: float | None = Field(None, ge=0, allow_inf_nan=False)
    context_tokens: int | None = Field(None, gt=0)
    max_output_tokens: int | None = Field(None, gt=0)
    concurrency: int | None = Field(None, gt=0)
    # Of a batch: most requests and tokens a minute; processes of the built-in engine.
    rpm: float | None = Field(None, gt=0, allow_inf_nan=False)
    tpm: float | None = Field(None, gt=0, allow_inf_nan=False)
    processes: int | None = Field(None, gt=0)
    cache: bool = True
    log_dir: Path | None = None
    offline: bool | None = None
    threads: int | None = Field(None, gt=0)
    gpu_layers: int | None = Field(None, ge=0)
    parameters: dict[str, Any] = {}

    _server_file: Path | None = PrivateAttr(None)

    @property
    def server_file(self) -> Path | None:
        """The file of the working folder or its repository that says where articles go, if one does.

        Such a file may be somebody else's, come with a repository; so whoever uses it is to be told.
        """
        return self._server_file

    def options(self) -> Options:
        """The part of the settings that the pipeline takes; what is not set keeps the pipeline's default."""
        from summarizer.pipeline import Options

        given = {
            name: getattr(self, name) for name in Options.model_fields if name in type(self).model_fields
        }
        return Options(**{name: value for name, value in given.items() if value is not None})


@dataclass(frozen=True, slots=True)
class _Layer:
    """Settings of one origin; `label` makes a key into what the user wrote: "--timeout"."""

    values: dict[str, Any]
    label: str
    path: Path | None = None  # of a file that may have come with a repository

    def name(self, key: str) -> str:
        return self.label.format(flag=key.replace("_", "-"), key=key, variable=key.upper())


def load_settings(flags: Mapping[str, Any] | None = None) -> Settings:
    """Resolve the settings for the working directory and environment of this process.

    Args:
        flags: values from the command line by field name; None: not given.

    Raises:
        ConfigurationError: a value is wrong, a key is unknown, or a file cannot be read; says where.
    """
    given = {key: value for key, value in (flags or {}).items() if value is not None}
    layers = [*_read_files(), _read_environment(), _Layer(given, "--{flag}")]
    values: dict[str, Any] = {}
    names: dict[str, str] = {}
    server_file: Path | None = None
    for layer in layers:
        if "base_url" in layer.values:
            server_file = layer.path
        for key, value in layer.values.items():
            merges = isinstance(value, dict) and isinstance(values.get(key), dict)
            values[key] = {**values[key], **value} if merges else value
            names[key] = layer.name(key)
    if values.get("mode") == "assist":
        values.setdefault("prompt", "assist")
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise ConfigurationError(_explain(error, names)) from None
    settings._server_file = server_file  # its own class's, and set only here
    return settings


def _explain(error: ValidationError, names: Mapping[str, str]) -> str:
    """The first thing that is wrong, by the name that the user gave it. A key's value is never shown."""
    first = error.errors(include_url=False)[0]
    key = str(first["loc"][0])
    shown = "" if key in ("api_key", "base_url") else f" (it is {str(first['input'])[:80]!r})"
    message = first["msg"][0].lower() + first["msg"][1:]
    return f"{names.get(key, key)}: {message}{shown}"


def _read_environment() -> _Layer:
    """What SUMMARIZER_* variables say.

    A variable that is nearly a known one is an error; any other is left alone, others may use the prefix.
    """
    known = [f"{_PREFIX}{key.upper()}" for key in Settings.model_fields]
    for variable in os.environ:
        if variable.upper().startswith(_PREFIX) and variable.upper() not in known:
            near = get_close_matches(variable.upper(), known, n=1, cutoff=0.9)
            if near:
                raise ConfigurationError(
                    f"{variable} in the environment is not known; did you mean {near[0]}?"
                )
    try:
        values = EnvSettingsSource(Settings)()
    except SettingsError:
        # The only field that is more than a string or a number.
        raise ConfigurationError(
            f'{_PREFIX}PARAMETERS is not a JSON object: write it like {{"temperature": 0}}'
        ) from None
    return _Layer(values, _PREFIX + "{variable}")


def _read_files() -> list[_Layer]:
    """Settings files, the one that counts least first."""
    from platformdirs import user_config_path

    layers = []
    users = user_config_path("summarizer") / _FILE
    if (layer := _read_file(users)) is not None:
        layers.append(replace(layer, path=None))  # the user's own
    folders = _list_folders()
    for name in (_SHARED_FILE, _FILE):
        found = (_read_file(folder / name) for folder in folders)
        if (layer := next((f for f in found if f is not None), None)) is not None:
            layers.append(layer)
    return layers


def _list_folders() -> list[Path]:
    """The working directory, and within a repository those above it up to the root."""
    try:
        directory = Path.cwd()
    except OSError:  # it was removed under us
        return []
    folders = [directory, *directory.parents]
    root = next((i for i, folder in enumerate(folders) if _exists(folder / ".git")), 0)
    return folders[: root + 1]


def _exists(path: Path) -> bool:
    """Whether something is there, as far as we may look: a closed folder holds nothing for us."""
    try:
        return path.exists()
    except OSError:
        return False


def _read_file(path: Path) -> _Layer | None:
    """The settings in a file; None if there is no such file, or it is a pyproject.toml without our table.

    Raises:
        ConfigurationError: it cannot be read, or holds a key that is unknown or does not belong there.
    """
    if not _exists(path):
        return None
    try:
        text = path.read_text(encoding="utf-8")
        if path.name == _SHARED_FILE and "summarizer" not in text:
            return None
        values: Any = tomllib.loads(text)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # also what is not UTF-8
        raise ConfigurationError(f"{path} is not valid TOML: {' '.join(str(error).split())}") from None
    if path.name == _SHARED_FILE:
        tool = values.get("tool")
        values = tool.get("summarizer") if isinstance(tool, dict) else None
        if values is None:
            return None
        if not isinstance(values, dict):
            raise ConfigurationError(f"{path}: tool.summarizer has to be a table")
    _check_keys(path, values)
    prompt = values.get("prompt")
    if isinstance(prompt, str) and ("/" in prompt or prompt.endswith(".toml")):
        values["prompt"] = str(path.parent / prompt)  # a path in a file starts from that file
    if os.environ.get("OPENAI_BASE_URL"):
        values.pop("base_url", None)
    return _Layer(values, str(path).replace("{", "{{").replace("}", "}}") + ": {key}", path)


def _check_keys(path: Path, values: Mapping[str, object]) -> None:
    known = [key for key in Settings.model_fields if key != "api_key"]
    for key in values:
        if key == "api_key":
            raise ConfigurationError(
                f"{path}: api_key does not belong in a file, which gets shared and committed: "
                "remove it there, and set SUMMARIZER_API_KEY or OPENAI_API_KEY in the environment"
            )
        if key not in known:
            near = get_close_matches(key.lower().replace("-", "_"), known, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else f"known keys are {', '.join(known)}"
            raise ConfigurationError(f"{path}: unknown key {key!r}; {remedy}")
