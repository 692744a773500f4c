"""Requests written into files that a provider takes: one model a file, neither too many nor too large."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from summarizer.batch.exchange.manifest import RequestFile, name_part
from summarizer.drafts import Request
from summarizer.errors import ConfigurationError
from summarizer.models import Endpoint, price_usage
from summarizer.models.batch_files import MAX_BYTES, MAX_REQUESTS, format_request
from summarizer.pipeline.drivers import worst_case
from summarizer.records import Usage


@dataclass(slots=True)
class _Part:
    path: Path
    model: str
    file: BinaryIO
    requests: int = 0
    bytes: int = 0
    high: Usage = field(default_factory=Usage)


@dataclass(slots=True)
class RequestFiles:
    """The requests of one round. The files have their names only after `commit`; without it nothing is left.

    Use it in a `with`.

    Args:
        base: the first file of the first round.
        round: counts from 1.
        max_requests: in one file.
        max_bytes: of one file.

    Attributes:
        low: what the requests take at least: their tokens, and no reply.
        high: at most: with replies of full length. The costs are those of a batch.
    """

    base: Path
    round: int = 1
    max_requests: int = MAX_REQUESTS
    max_bytes: int = MAX_BYTES
    low: Usage = field(default_factory=Usage)
    high: Usage = field(default_factory=Usage)
    _parts: list[_Part] = field(default_factory=list)
    _open: dict[str, _Part] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)
    _sum: int = 0

    @property
    def count(self) -> int:
        """How many requests there are."""
        return len(self._seen)

    @property
    def hash(self) -> str:
        """A hash of what is asked, whatever its order; empty where nothing is."""
        return f"{self._sum % (1 << 128):032x}" if self._seen else ""

    def add(self, custom_id: str, request: Request, endpoint: Endpoint) -> None:
        """Write a request, if it is not there already: two articles may ask the same.

        Raises:
            ConfigurationError: the file cannot be written, or one request is larger than a file may be.
        """
        mark = int(custom_id[:15], 16) * 100 + int(custom_id.partition("-")[2] or 1)
        if mark in self._seen:
            return
        self._seen.add(mark)
        self._sum += int.from_bytes(sha256(custom_id.encode()).digest())
        line = format_request(custom_id, request, endpoint).encode()
        if len(line) > self.max_bytes:
            raise ConfigurationError(
                f"one request has {len(line):,} bytes, and a file may have {self.max_bytes:,}: "
                "lower --context-tokens"
            )
        part = self._open.get(endpoint.model)
        if part is None or part.requests >= self.max_requests or part.bytes + len(line) > self.max_bytes:
            part = self._open[endpoint.model] = self._start(endpoint.model)
        try:
            part.file.write(line)
        except OSError as error:
            raise ConfigurationError(f"{part.path} cannot be written: {error.strerror or error}") from None
        part.requests += 1
        part.bytes += len(line)
        self.low += _priced(Usage(requests=1, tokens_in=request.tokens), endpoint)
        high = _priced(worst_case(request), endpoint)
        part.high += high
        self.high += high

    def commit(self) -> tuple[RequestFile, ...]:
        """Give the files their names."""
        for part in self._parts:
            part.file.flush()
            os.fsync(part.file.fileno())
            part.file.close()
            _hide(part.path).replace(part.path)
        made = tuple(
            RequestFile(
                path=part.path.name,
                round=self.round,
                model=part.model,
                requests=part.requests,
                bytes=part.bytes,
                cost=part.high.cost,
            )
            for part in self._parts
        )
        self._parts.clear()
        return made

    def _start(self, model: str) -> _Part:
        path = name_part(self.base, self.round, len(self._parts) + 1)
        if (before := self._open.get(model)) is not None:
            before.file.flush()
        try:
            part = _Part(path, model, _hide(path).open("wb"))
        except OSError as error:
            raise ConfigurationError(f"{path} cannot be written: {error.strerror or error}") from None
        self._parts.append(part)
        return part

    def __enter__(self) -> Self:
        """Nothing is opened before the first request."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove what was not committed."""
        for part in self._parts:
            part.file.close()
            with suppress(OSError):
                _hide(part.path).unlink(missing_ok=True)


def _hide(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _priced(usage: Usage, endpoint: Endpoint) -> Usage:
    return usage.model_copy(update={"cost": price_usage(endpoint, usage, batch=True)})
