"""What a run through batch files is made of, and how far it is: a small JSON file beside its requests.

    requests.jsonl             the first round's requests; requests.2.jsonl … where one file is not enough
    requests.round2.jsonl      the second round's
    requests.manifest.json     this
    requests.replies.jsonl     replies that unfinished articles have so far

A run is known by the hash of all that it is made of, so that it can go on on another machine: where the
articles, the prompt and the settings are the same, so is the hash; where they are not, `compare` says which.
"""

from __future__ import annotations

import glob
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from summarizer.errors import ConfigurationError, InputError
from summarizer.records import Record

# What OpenAI takes as a batch's metadata.
_MAX_VALUE = 512
_MARK = "summarizer"


class RequestFile(Record):
    """A file of requests to one model.

    Args:
        cost: US dollars that its replies may cost at most; None if the price is unknown.
        batch: the id that the provider gave it, where it was sent.
    """

    path: str  # relative to the manifest's folder
    round: int
    model: str
    requests: int
    bytes: int
    cost: float | None = None
    batch: str | None = None


class Recipe(Record):
    """All that a run's requests are made of, but for the articles: settings as `Settings` takes them.

    Where the server is (`base_url`) does not shape them; names and prices of models depend on it.
    """

    summarizer: str
    base_url: str | None = None
    settings: dict[str, Any]
    prompt_hash: str
    verify_prompt_hash: str | None = None
    context_tokens: int = 0  # what the model can hold, as far as was known


class Articles(Record):
    """The articles of a run: where they were, how they are read, how many, and a hash of all of them."""

    sources: tuple[str, ...]
    fields: dict[str, str] = Field(default_factory=dict)
    format: str | None = None
    count: int = 0
    sha256: str = ""


class Manifest(Record):
    """A run through batch files.

    Args:
        run: short hash of recipe and articles.
        round: how many rounds of requests there are.
        files: of all rounds.
        asked: a hash of the last round's requests.
        collected: ids of the batches whose replies have been taken in.
    """

    run: str
    created: str
    recipe: Recipe
    articles: Articles
    round: int = 1
    files: tuple[RequestFile, ...] = ()
    asked: str = ""
    collected: tuple[str, ...] = ()


def make_run(recipe: Recipe, articles: Articles) -> str:
    """What a run is known by: 16 hexadecimal digits."""
    parts = [recipe.settings, recipe.prompt_hash, recipe.verify_prompt_hash, articles.sha256]
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def compare(manifest: Manifest, recipe: Recipe, articles: Articles) -> list[str]:
    """What is not as it was when the run began, in words; empty if all is."""
    then, now = manifest.recipe, recipe
    differs = []
    if manifest.articles.sha256 != articles.sha256:
        before, after = manifest.articles.count, articles.count
        count = f"{before:,} then, {after:,} now" if before != after else f"{after:,}, but not the same"
        differs.append(f"the articles in {', '.join(articles.sources)} ({count})")
    pairs = {n: (then.settings.get(n), now.settings.get(n)) for n in (*then.settings, *now.settings)}
    differs += [f"{n} ({was!r} then, {is_!r} now)" for n, (was, is_) in sorted(pairs.items()) if was != is_]
    if then.prompt_hash != now.prompt_hash:
        differs.append(f"the text of the prompt {then.settings.get('prompt', '')!r}")
    if then.verify_prompt_hash != now.verify_prompt_hash:
        differs.append("the text of the prompt for second opinions")
    if then.context_tokens != now.context_tokens and "context_tokens" not in then.settings:
        differs.append(
            f"what the model is known to hold ({then.context_tokens:,} tokens then, "
            f"{now.context_tokens:,} now)"
        )
    if differs and then.summarizer != now.summarizer:
        differs.append(f"the version of summarizer ({then.summarizer} then, {now.summarizer} now)")
    return differs


def name_files(requests: Path) -> tuple[Path, Path]:
    """Where the manifest of a file of requests is, and where the replies of unfinished articles are kept.

    >>> [path.name for path in name_files(Path("big.jsonl"))]
    ['big.manifest.json', 'big.replies.jsonl']
    """
    stem = requests.name.removesuffix(".jsonl")
    return requests.with_name(f"{stem}.manifest.json"), requests.with_name(f"{stem}.replies.jsonl")


def name_part(requests: Path, round_number: int, part: int) -> Path:
    """The file for one part of a round's requests; rounds and parts count from 1.

    >>> name_part(Path("r.jsonl"), 1, 1).name, name_part(Path("r.jsonl"), 2, 3).name
    ('r.jsonl', 'r.round2.3.jsonl')
    """
    stem = requests.name.removesuffix(".jsonl")
    middle = (f".round{round_number}" if round_number > 1 else "") + (f".{part}" if part > 1 else "")
    return requests.with_name(f"{stem}{middle}.jsonl")


def list_own_files(requests: Path) -> list[Path]:
    """All that stands there of a run, by the name of its first file: none of it is an article."""
    stem = requests.name.removesuffix(".jsonl")
    return sorted(p for p in requests.parent.glob(f"{glob.escape(stem)}*.json*") if p.is_file())


def read_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Raises:
        InputError: it cannot be read, or is none.
    """
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
    except ValidationError:
        raise InputError(f"{path} is no manifest of `summarizer batch export`") from None


def write_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest, whole or not at all.

    Raises:
        ConfigurationError: it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ConfigurationError(f"{path} cannot be written: {error.strerror or error}") from None


def find_manifests(folders: Iterable[Path]) -> list[Path]:
    """The manifests in some folders, each once."""
    found = {path.resolve(): path for folder in folders for path in sorted(folder.glob("*.manifest.json"))}
    return [path for path in found.values() if _holds_run(path)]


def _holds_run(path: Path) -> bool:
    try:
        read_manifest(path)
    except InputError:
        return False
    return True


def make_metadata(manifest: Manifest, file: RequestFile, part: str) -> dict[str, str]:
    """A batch's metadata: all that is needed to go on where only the batch's id is known.

    Args:
        manifest: of the run.
        file: that the batch is made of.
        part: "2 of 3".

    Raises:
        ConfigurationError: it is more than a provider takes.
    """
    rest = manifest.model_dump(mode="json", include={"created", "recipe", "articles"}, exclude_defaults=True)
    packed = dict(_cut("state", json.dumps(rest, ensure_ascii=False, separators=(",", ":"))))
    metadata = {
        _MARK: manifest.recipe.summarizer,
        "run": manifest.run,
        "round": str(file.round),
        "part": part,
    }
    if file.cost is not None:
        metadata["cost"] = f"{file.cost:.6f}"
    if len(metadata) + len(packed) > 16:
        raise ConfigurationError(
            "the names of the articles' files and the parameters are too long for a batch's metadata "
            f"({sum(map(len, packed.values())):,} characters): name a folder instead of files"
        )
    return metadata | packed


def read_metadata(metadata: Mapping[str, str] | None) -> Manifest | None:
    """The run that a batch belongs to, as far as its metadata tells; None if it is none of ours."""
    metadata = metadata or {}
    if _MARK not in metadata or "run" not in metadata:
        return None
    names = sorted((n for n in metadata if n.startswith("state")), key=lambda n: int(n[5:] or 1))
    try:
        state = json.loads("".join(metadata[name] for name in names))
        return Manifest.model_validate({"run": metadata["run"], **state})
    except (ValueError, TypeError):
        return None


def _cut(name: str, text: str) -> Iterator[tuple[str, str]]:
    """A text as pairs of numbered names and short values."""
    for number, start in enumerate(range(0, len(text), _MAX_VALUE), 1):
        yield f"{name}{number}", text[start : start + _MAX_VALUE]
