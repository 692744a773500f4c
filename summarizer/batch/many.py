"""A run opened and closed: for the command, and as the library's `summarize_many`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.api import Summarizer
from summarizer.batch.items import Item
from summarizer.batch.run import Run, RunOptions
from summarizer.batch.store import Store
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Options
from summarizer.records import Article
from summarizer.rows import Row

if TYPE_CHECKING:
    from summarizer.api import Client
    from summarizer.prompt import Prompt


@asynccontextmanager
async def open_run(
    items: Iterable[Item],
    *,
    output: Path | None,
    run: RunOptions,
    model: str | None = None,
    client: Client | None = None,
    prompt: str | Path | Prompt = "summary",
    options: Options | None = None,
    cache: bool = False,
    sends: bool = True,
) -> AsyncIterator[Run]:
    """A run with its file open and its model ready; both are closed at the end.

    Without `sends` it can only look ahead, and needs no key.

    Raises:
        ConfigurationError: a setting is wrong, or the file cannot be written or is another run's.
    """
    # The run itself tries again, at one pace for all.
    options = (options or Options()).model_copy(update={"max_retries": 0, "max_cost": None})
    summarizer = Summarizer(model, client=client, prompt=prompt, options=options, sends=sends)
    kept = None
    if cache and summarizer.models:
        from summarizer.models import ReplyCache

        kept = ReplyCache()
    pool = None
    try:
        store = Store(output) if output is not None else None
        try:
            if run.engine == "ray" and sends:
                from summarizer.batch.cluster import ClusterPool

                pool = await ClusterPool.open(summarizer, run)
            yield Run(items, store, summarizer, run, cache=kept, pool=pool)
        finally:
            if pool is not None:
                pool.close()
            if store is not None:
                store.close()
    finally:
        await summarizer.aclose()
        if kept is not None:
            kept.close()


async def summarize_many(
    items: Iterable[Item | str | Article],
    *,
    output: str | Path | None = None,
    model: str | None = None,
    client: Client | None = None,
    prompt: str | Path | Prompt = "summary",
    options: Options | None = None,
    cache: bool = False,
    again: bool = False,
    **run: Any,
) -> AsyncIterator[Row]:
    """Summarize many articles: their rows, as they are finished, each a summary or an error.

    With an output, each row is in that file before it is yielded, and the same call again goes on where it
    stopped. Ending the loop early gives up what is in flight.

    Args:
        items: articles: texts, Articles, Items, or what `read_items` finds in files and folders. Read as they
            are needed, in a thread.
        output: a file of JSON lines; made, or gone on with.
        model: as for Summarizer.
        client: as for Summarizer.
        prompt: as for Summarizer.
        options: how each article is read; the run's own limits go before its max_retries and max_cost.
        cache: keep the model's replies in the user's cache folder, and answer from there.
        again: also yield the rows of these articles that the output has already.
        run: fields of RunOptions: concurrency, max_cost, rpm, tpm, retry_errors, force, limit, processes…

    Raises:
        BudgetError: the next request would cost more than max_cost; what is done is kept.
        ConfigurationError: a setting is wrong, or the output cannot be written.
        SummarizerError: every further article would fail likewise, such as for a wrong key.
    """
    try:
        chosen = RunOptions(**run)
    except TypeError as error:
        raise ConfigurationError(f"no such option of a run: {error}") from None
    path = Path(output) if output is not None else None
    found = (item if isinstance(item, Item) else Item(item) for item in items)
    async with open_run(
        found,
        output=path,
        run=chosen,
        model=model,
        client=client,
        prompt=prompt,
        options=options,
        cache=cache,
    ) as opened:
        opened.again = again
        async for finished in opened:
            yield finished.row()
