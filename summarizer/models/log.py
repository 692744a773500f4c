"""A debug log: each request to a model and its answer as they were sent, a JSON file each, without keys."""

from __future__ import annotations

import itertools
import json
import logging
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigurationError

logger = logging.getLogger(__name__)

# Keys of OpenAI's form, should a server or a prompt have one in its words.
_KEY = re.compile(r"\b(?:sk|rk|pk)-[A-Za-z0-9_*-]{8,}")


class ExchangeLog:
    """A folder of exchanges with models. Headers, where keys travel, are not in it; articles are.

    Args:
        folder: made if it is not there.

    Raises:
        ConfigurationError: it cannot be made or written to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._broken = False
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".probe"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise ConfigurationError(
                f"the log folder {folder} cannot be written to: {error.strerror or error}"
            ) from None

    def write(self, name: str, exchange: dict[str, Any], *, key: str | None) -> None:
        """Write one exchange; what cannot be written is said once, and ends nothing.

        Args:
            name: of the request, "read-1".
            exchange: anything that JSON can hold; bytes are read as UTF-8.
            key: to take out wherever it stands.
        """
        now = datetime.now(UTC)
        data = {"time": now.isoformat(timespec="milliseconds"), "request": name, **exchange}
        text = json.dumps(data, indent=2, ensure_ascii=False, default=_show)
        if key:
            text = text.replace(key, "[key]")
        text = _KEY.sub("[key]", text)
        stem = re.sub(r"[^\w.-]", "_", name)
        path = self._folder / f"{now:%Y%m%dT%H%M%S%f}-{next(self._numbers):04}-{stem}.json"
        try:
            path.write_text(text + "\n", encoding="utf-8", errors="replace")
        except OSError as error:
            if not self._broken:
                logger.warning("%s cannot be written: %s", path, error.strerror or error)
            self._broken = True


def _show(value: object) -> object:
    if isinstance(value, bytes):
        text = value.decode("utf-8", "replace")
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return str(value)
