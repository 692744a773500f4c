"""Batches at a provider that has OpenAI's Batch API: files go up, batches run, results come down."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from summarizer.errors import InputError, ModelError, SummarizerError, UnreachableError
from summarizer.models.connect import headers_of, open_client
from summarizer.models.failures import explain_failure
from summarizer.models.names import Endpoint
from summarizer.models.replies import shorten

if TYPE_CHECKING:
    from openai.types import Batch as Theirs

_TIMEOUT = 600.0  # a file of 200 MB takes its time
_RETRIES = 4
_PAGE = 100
_RUNNING = frozenset({"validating", "in_progress", "finalizing", "cancelling"})


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as the provider tells of it. Times in seconds since 1970.

    Args:
        status: "validating", "in_progress", "finalizing", "cancelling"; or, when it has ended, "completed",
            "expired", "cancelled" or "failed".
        files: ids of the files with results, those with errors among them.
        total: requests; `done` with a reply, `failed` without.
        problems: why it failed as a whole.
    """

    id: str
    status: str
    created: int
    expires: int | None = None
    files: tuple[str, ...] = ()
    total: int = 0
    done: int = 0
    failed: int = 0
    problems: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self.status in _RUNNING


class BatchApi:
    """The Batch API of an endpoint's server, in one event loop. Use it in an `async with`.

    Every method raises a ModelError that says in a line what went wrong: a wrong key, no such batch, a server
    without this API, a lost connection after some tries.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._client = open_client(endpoint, timeout=_TIMEOUT, max_retries=_RETRIES)
        self._headers = headers_of(endpoint)

    async def submit(self, path: Path, metadata: Mapping[str, str]) -> Batch:
        """Upload a file of requests and start a batch of it.

        Raises:
            InputError: the file cannot be read.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
        async with self._explained(f"the file {path.name}"):
            file = await self._client.files.create(
                file=(path.name, data), purpose="batch", extra_headers=self._headers
            )
            made = await self._client.batches.create(
                input_file_id=file.id,
                endpoint="/v1/chat/completions",
                completion_window="24h",
                metadata=dict(metadata),
                extra_headers=self._headers,
            )
        return _read_batch(made)

    async def find(self, batch_id: str) -> Batch:
        """A batch by its id."""
        async with self._explained(f"a batch {batch_id}"):
            return _read_batch(await self._client.batches.retrieve(batch_id, extra_headers=self._headers))

    async def cancel(self, batch_id: str) -> Batch:
        """Stop a batch; what is done stays done."""
        async with self._explained(f"a batch {batch_id}"):
            return _read_batch(await self._client.batches.cancel(batch_id, extra_headers=self._headers))

    async def list(self) -> AsyncIterator[Batch]:
        """All batches of the account, the newest first."""
        async with self._explained("batches"):
            async for batch in self._client.batches.list(limit=_PAGE, extra_headers=self._headers):
                yield _read_batch(batch)

    async def download(self, file_id: str, path: Path) -> None:
        """Write a file of results to a path, whole or not at all.

        Raises:
            InputError: it cannot be written.
        """
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            async with (
                self._explained(f"a file {file_id} (results are kept for some time only)"),
                self._client.files.with_streaming_response.content(
                    file_id, extra_headers=self._headers
                ) as answer,
            ):
                with part.open("wb") as file:
                    async for piece in answer.iter_bytes():
                        file.write(piece)
            part.replace(path)
        except OSError as error:
            raise InputError(f"{path} cannot be written: {error.strerror or error}") from None
        finally:
            part.unlink(missing_ok=True)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()

    async def __aenter__(self) -> Self:
        """Connections are opened when they are needed."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        await self.aclose()

    @asynccontextmanager
    async def _explained(self, what: str) -> AsyncIterator[None]:
        """Errors of the openai package as ours; `what` is what may not exist."""
        import openai

        try:
            yield
        except openai.APIError as error:
            failure = error
        else:
            return
        raise self._explain(failure, what)

    def _explain(self, failure: Exception, what: str) -> SummarizerError:
        import openai

        where = self._endpoint.base_url
        if isinstance(failure, openai.APIStatusError):
            said = failure.body.get("message") if isinstance(failure.body, dict) else None
            says = shorten(str(said or failure.message)).rstrip(".")
            if failure.status_code in (404, 405):
                if said:
                    return ModelError(f"{where} has not got {what}: {says}")
                return UnreachableError(
                    f"{where} has no Batch API: send the file by hand, and import the replies"
                )
            if failure.status_code in (400, 413, 422):
                return ModelError(f"{where} does not take {what}: {says}")
        if isinstance(failure, openai.APIError):
            return explain_failure(
                failure, self._endpoint, key=self._endpoint.api_key, timeout=_TIMEOUT, tokens=0
            )
        return ModelError(str(failure))


def _read_batch(batch: Theirs) -> Batch:
    counts = batch.request_counts
    problems = (batch.errors.data if batch.errors else None) or []
    return Batch(
        id=batch.id,
        status=batch.status,
        created=batch.created_at,
        expires=batch.expires_at,
        files=tuple(name for name in (batch.output_file_id, batch.error_file_id) if name),
        total=counts.total if counts else 0,
        done=counts.completed if counts else 0,
        failed=counts.failed if counts else 0,
        problems=tuple(
            shorten(f"{p.message or p.code or 'no reason given'}" + (f" (line {p.line})" if p.line else ""))
            for p in problems
        ),
        metadata=batch.metadata or {},
    )
