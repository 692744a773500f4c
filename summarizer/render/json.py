"""A summary for programs."""

from __future__ import annotations

import json

from summarizer.records import Record

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def render_json(record: Record) -> str:
    """A summary (or another record) as JSON, indented, non-ASCII as it is; its class reads it back.

    Lone surrogates cannot stand in JSON that others read: each becomes U+FFFD, one for one, so that
    offsets hold.
    """
    try:
        return record.model_dump_json(indent=2)
    except ValueError:  # pydantic's way to say that a string is not Unicode
        return dump_json(record.model_dump())


def dump_json(value: object) -> str:
    r"""Any value of plain types as JSON, in the manner of `render_json`.

    >>> dump_json(["a\ud800"]) == '[\n  "a\ufffd"\n]'
    True
    """
    return json.dumps(value, indent=2, ensure_ascii=False).translate(_SURROGATES)
