"""What a run was: settings, counts, tokens, cost, times; in a file next to the rows, written as it goes."""

from __future__ import annotations

import contextlib
import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.api import Summarizer
from summarizer.batch.run import Run, RunOptions

logger = logging.getLogger(__name__)

_MOST_RUNS = 100  # that are remembered


def find_manifest(output: Path) -> Path:
    """Where the manifest of a file of rows is: out.jsonl has out.jsonl.runs.json."""
    return output.with_name(f"{output.name}.runs.json")


class Manifest:
    """The manifest of one output: its runs, the latest last. A run that was killed says "running" for ever.

    Args:
        output: the file of rows; None: rows go elsewhere, and nothing is written.
        summarizer: who reads.
        options: of the run.
        sources: where the articles come from, for people.
    """

    def __init__(
        self, output: Path | None, summarizer: Summarizer, options: RunOptions, sources: tuple[str, ...] = ()
    ) -> None:
        self.path = find_manifest(output.resolve()) if output else None
        made = summarizer.provenance().model_dump(exclude={"created"}, exclude_none=True)
        shaping = ("language", "rounds", "context_tokens", "max_output_tokens", "parameters")
        reader = summarizer.models.get("reader")
        self._run: dict[str, Any] = {
            "status": "running",
            "started": _now(),
            "inputs": list(sources),
            "made_by": made,
            "server": reader.endpoint.base_url if reader else None,
            "settings": summarizer.options.model_dump(include=set(shaping), exclude_none=True),
            "options": {name: getattr(options, name) for name in options.__dataclass_fields__},
        }
        self._before = _read_runs(self.path)[-_MOST_RUNS + 1 :] if self.path else []

    def write(self, run: Run, status: str = "running", error: str | None = None) -> None:
        """Write how far the run is, or how it ended: "finished", "interrupted", "stopped"."""
        if self.path is None:
            return
        tally, usage = run.tally, run.usage
        self._run |= {
            "status": status,
            "updated": _now(),
            "seconds": round(tally.seconds, 3),
            "articles": {
                "done": tally.done,
                "failed": tally.failed,
                "incomplete": tally.incomplete,
                "copied": tally.copied,
                "done_before": tally.kept,
                "failed_before": tally.kept_failed,
                "duplicates": run.duplicates,
            },
            "failures": dict(tally.failures),
            "usage": usage.model_dump(exclude={"seconds", "recalled"}) | {"retries": run.limits.retried},
            "refused_for_the_rate": run.limits.limited,
            "replies_kept_from_before": run.recalled,
            "rows": run.rows,
        }
        if error is not None:
            self._run["error"] = error
        text = json.dumps({"runs": [*self._before, self._run]}, indent=2, ensure_ascii=False) + "\n"
        part = self.path.with_name(f".{self.path.name}.part")
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(self.path)
        except OSError as problem:
            # The rows are what counts.
            logger.warning("%s cannot be written: %s", self.path, problem.strerror or problem)
            with contextlib.suppress(OSError):
                part.unlink()


def _read_runs(path: Path) -> list[Any]:
    try:
        runs = json.loads(path.read_text(encoding="utf-8"))["runs"]
    except (OSError, ValueError, LookupError, TypeError):
        return []
    return runs if isinstance(runs, list) else []


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
