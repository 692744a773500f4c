"""A summary for programs."""

from __future__ import annotations

import json

from summarizer.records import Summary

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def render_json(summary: Summary) -> str:
    """The summary as JSON, indented, non-ASCII as it is; `Summary.model_validate_json` reads it back.

    Lone surrogates cannot stand in JSON that others read: each becomes U+FFFD, one for one, so that
    offsets hold.
    """
    try:
        return summary.model_dump_json(indent=2)
    except ValueError:  # pydantic's way to say that a string is not Unicode
        return dump_json(summary.model_dump())


def dump_json(value: object) -> str:
    r"""Any value of plain types as JSON, in the manner of `render_json`.

    >>> dump_json(["a\ud800"]) == '[\n  "a\ufffd"\n]'
    True
    """
    return json.dumps(value, indent=2, ensure_ascii=False).translate(_SURROGATES)
