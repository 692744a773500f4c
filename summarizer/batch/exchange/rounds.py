"""Many articles through files: requests out, replies in, round after round until every article has its row.

Nothing of a conversation is kept but its replies. Each round reads the articles again, holds every
conversation anew with all the replies there are, and writes down what is asked next.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from summarizer import __version__
from summarizer.api import EXTRACTIVE, Summarizer
from summarizer.batch.exchange.advance import Pass, Round, Tick, describe_articles, list_endpoints
from summarizer.batch.exchange.manifest import (
    Articles,
    Manifest,
    Recipe,
    RequestFile,
    compare,
    list_own_files,
    make_run,
    name_files,
    read_manifest,
    write_manifest,
)
from summarizer.batch.exchange.replies import ReplyFiles
from summarizer.batch.exchange.requests import RequestFiles
from summarizer.batch.inputs import STDIN, Inputs
from summarizer.batch.store import Store
from summarizer.batch.tables import Fields
from summarizer.errors import ConfigurationError, InputError
from summarizer.models import DEFAULT_MODEL
from summarizer.models.batch_files import MAX_BYTES, MAX_REQUESTS, is_same_model
from summarizer.settings import Settings

logger = logging.getLogger(__name__)

# Settings that shape the requests; the rest is about how they are sent, and where.
_SHAPING = (
    "model", "prompt", "language", "rounds", "verify", "verify_prompt", "context_tokens", "max_output_tokens",
    "parameters",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file of requests may be."""

    requests: int = MAX_REQUESTS
    bytes: int = MAX_BYTES


def open_reader(settings: Settings) -> Summarizer:
    """A summarizer that asks nobody, and so needs no key.

    Raises:
        ConfigurationError: the settings are wrong, or name the built-in engine.
    """
    elsewhere = settings.base_url or os.environ.get("OPENAI_BASE_URL")
    model = settings.model or (None if elsewhere else DEFAULT_MODEL)
    # Files stay on this machine until somebody sends them.
    options = settings.options().model_copy(update={"offline": False})
    reader = Summarizer(model, prompt=settings.prompt, options=options, sends=False)
    if reader.model_name == EXTRACTIVE:
        raise ConfigurationError(
            "the extractive engine asks nobody, so there are no requests to export: name a model with "
            "--model, or use summarizer batch without export"
        )
    return reader


def export_requests(
    inputs: Inputs,
    settings: Settings,
    output: Path,
    *,
    limits: Limits | None = None,
    force: bool = False,
    on_article: Tick | None = None,
) -> tuple[Manifest, Round]:
    """Write the first round's requests of all articles, and the run's manifest beside them.

    Args:
        inputs: the articles; read again by every later round.
        settings: model, prompt and options.
        output: the file; further ones stand beside it where one is not enough.
        limits: of one file.
        force: whether an earlier export of that name is replaced.
        on_article: called with the number of articles so far.

    Raises:
        InputError: the articles cannot be read, or not twice.
        ConfigurationError: a setting is wrong, a file cannot be written, or is there already.
    """
    if STDIN in inputs.sources:
        raise InputError(
            "standard input can be read only once, and later rounds read the articles again: name files or "
            "folders"
        )
    manifest_path, kept_path = name_files(output)
    if not force and (found := next((p for p in (output, manifest_path) if p.exists()), None)):
        raise ConfigurationError(
            f"{found} is there already, and its requests may have been sent: take another name, or --force"
        )
    inputs = replace(inputs, exclude=(*inputs.exclude, *list_own_files(output)))
    reader = open_reader(settings)
    limits = limits or Limits()
    with RequestFiles(output, 1, limits.requests, limits.bytes) as requests:
        run = Pass(inputs, reader, lambda _: None, requests=requests, on_article=on_article)
        came = run.advance()
        if not came.articles:
            raise InputError("there are no articles to export")
        articles = run.describe()
        recipe = _make_recipe(settings, reader)
        kept_path.unlink(missing_ok=True)
        manifest_path.unlink(missing_ok=True)
        files = requests.commit()
    came.files = tuple(output.with_name(f.path) for f in files)
    manifest = Manifest(
        run=make_run(recipe, articles),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        recipe=recipe,
        articles=articles,
        files=files,
        asked=requests.hash,
    )
    write_manifest(manifest_path, manifest)
    return manifest, came


def import_replies(
    base: Path,
    replies: Sequence[Path],
    output: Path,
    *,
    manifest: Manifest | None = None,
    sources: Sequence[str] = (),
    base_url: str | None = None,
    finish: bool = False,
    retry_errors: bool = False,
    hold: bool = False,
    allow: Sequence[str] = (),
    limits: Limits | None = None,
    collected: Sequence[str] = (),
    on_article: Tick | None = None,
) -> tuple[Manifest, Round]:
    """Take replies in: write the rows of the articles that are complete, and what the others ask next.

    Args:
        base: the first round's first file; manifest and kept replies stand beside it.
        replies: result files.
        output: of the rows.
        manifest: of the run, where it is not in its file.
        sources: where the articles are now, if not where they were.
        base_url: of the server that was asked, if not the one that the requests were made for.
        finish: give every article its row now, without the replies that are missing.
        retry_errors: also articles that have an error for a row.
        hold: write no requests: replies are still to come.
        allow: models that may have replied in place of the one that was asked.
        limits: of one file.
        collected: ids of the batches that the replies are from.
        on_article: called with the number of articles so far.

    Raises:
        InputError: something cannot be read; the articles, the prompt or the settings are not those of the
            run; another model replied; or no reply is to a request of the run.
        ConfigurationError: a file cannot be written.
    """
    manifest_path, kept_path = name_files(base)
    manifest = manifest or read_manifest(manifest_path)
    settings = _read_settings(manifest.recipe, base_url)
    reader = open_reader(settings)
    inputs = find_inputs(manifest.articles, base.parent, sources, (*list_own_files(base), output))
    _check_same(manifest, settings, reader, inputs)
    limits = limits or Limits()
    new_path = kept_path.with_name(f".{kept_path.name}.part")
    with ExitStack() as stack:
        store = stack.enter_context(Store(output))
        kept = [kept_path] if kept_path.exists() else []
        found = stack.enter_context(ReplyFiles([*kept, *replies]))
        _check_models(found, reader, allow)
        requests = stack.enter_context(RequestFiles(base, manifest.round + 1, limits.requests, limits.bytes))
        keep = stack.enter_context(new_path.open("wb"))
        run = Pass(
            inputs, reader, found.find, store=store, requests=requests, finish=finish,
            retry_errors=retry_errors, on_article=on_article,
            keep=lambda name: _copy_line(found, name, keep), attempts=manifest.round,
        )  # fmt: skip
        came = run.advance()
        if found.count and not run.used and not run.skipped:
            raise InputError(
                f"none of the {found.count:,} replies answers a request of this run ({manifest_path.name}): "
                "are they those of another?"
            )
        files: tuple[RequestFile, ...] = ()
        came.repeated = bool(came.requests) and requests.hash == manifest.asked
        if came.requests and not hold and not came.repeated:
            files = requests.commit()
        keep.flush()
    if new_path.stat().st_size:
        new_path.replace(kept_path)
    else:
        new_path.unlink()
        kept_path.unlink(missing_ok=True)
    came.files = tuple(base.with_name(f.path) for f in files)
    changed: dict[str, object] = {"collected": tuple(dict.fromkeys((*manifest.collected, *collected)))}
    if files:
        changed |= {"round": manifest.round + 1, "files": (*manifest.files, *files), "asked": requests.hash}
    manifest = manifest.model_copy(update=changed)
    write_manifest(manifest_path, manifest)
    return manifest, came


def find_inputs(
    articles: Articles, folder: Path, sources: Sequence[str] = (), exclude: Sequence[Path] = ()
) -> Inputs:
    """The articles of a run: where they are said to be, else where they were, seen from here or a folder.

    Raises:
        InputError: they are in neither place.
    """
    columns = Fields.make(articles.fields)
    beside = tuple(str(folder / source) for source in articles.sources)
    problem: InputError | None = None
    for named in (tuple(sources),) if sources else (articles.sources, beside):
        inputs = Inputs(named, columns, articles.format, tuple(exclude))
        try:
            inputs.check()
        except InputError as error:
            problem = problem or error
        else:
            return inputs
    raise InputError(
        f"the articles of this run are needed again, and are not there ({problem}): say where they are with "
        "--articles"
    )


def _read_settings(recipe: Recipe, base_url: str | None) -> Settings:
    """The settings that a run began with. What is set now, in the environment, does not matter."""
    usual = {name: Settings.model_fields[name].get_default() for name in _SHAPING}
    try:
        return Settings(**{**usual, **recipe.settings}, base_url=base_url or recipe.base_url)
    except ValidationError:
        raise InputError(
            f"the run was begun by summarizer {recipe.summarizer}, with settings that {__version__} does not "
            "know: go on with that version"
        ) from None


def _make_recipe(settings: Settings, reader: Summarizer) -> Recipe:
    made, endpoint = reader.provenance(), reader.models["reader"].endpoint
    given = settings.model_dump(mode="json", include=set(_SHAPING), exclude_none=True, exclude_defaults=True)
    return Recipe(
        summarizer=__version__,
        base_url=endpoint.base_url if endpoint.provider in ("openai", "server") else None,
        settings={**given, "model": settings.model or reader.model_name},
        prompt_hash=made.prompt_hash or "",
        verify_prompt_hash=made.verify_prompt_hash,
        context_tokens=reader.models["reader"].limit_context(settings.context_tokens),
    )


def _check_same(manifest: Manifest, settings: Settings, reader: Summarizer, inputs: Inputs) -> None:
    articles = describe_articles(inputs)
    if differs := compare(manifest, _make_recipe(settings, reader), articles):
        raise InputError(
            f"the replies do not fit any more, because not all is as it was when run {manifest.run} began: "
            f"{'; '.join(differs)}. Bring that back, or export anew"
        )


def _check_models(found: ReplyFiles, reader: Summarizer, allow: Sequence[str]) -> None:
    asked = {endpoint.model for endpoint in list_endpoints(reader).values()}
    for model, count in found.models.items():
        if model and model not in allow and not any(is_same_model(name, model) for name in asked):
            raise InputError(
                f"{count:,} replies are from model {model!r}, but the run asked {' and '.join(sorted(asked))}"
                f": if that is meant, say so with --allow-model {model}"
            )


def _copy_line(found: ReplyFiles, name: str, keep: BinaryIO) -> None:
    if line := found.find_line(name):
        keep.write(line)
