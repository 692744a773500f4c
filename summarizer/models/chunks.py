"""A streamed answer, put together from its pieces as they come. No input or output here.

A stream is lines, each with a piece of the reply as JSON (server-sent events):

    data: {"choices": [{"delta": {"content": "The may"}}]}
    : a comment, to keep the connection alive
    data: [DONE]
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from summarizer.loops import TAIL, is_loop
from summarizer.models.replies import read_text, strip_thoughts

# Looking for a loop takes some ten microseconds, so not at every token.
_LOOK_EVERY = 200  # characters


class Chunks:
    """What has come of an answer.

    An answer that is no stream is kept as it is: some servers answer with plain JSON all the same.

    Args:
        on_text: called with all of the reply's text that has come, without thoughts, whenever more has.

    Attributes:
        done: nothing more is to come.
        loops: the model repeats itself without end.
        error: what the server reported instead of going on.
    """

    def __init__(self, on_text: Callable[[str], None] | None = None) -> None:
        self._on_text = on_text
        self.done = False
        self.loops = False
        self.error: dict[str, Any] | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._line: list[str] = []  # pieces of the line that has not ended
        self._streamed = False
        self._raw: list[bytes] = []  # until it shows that this is a stream
        self._text: list[str] = []
        self._thoughts: list[str] = []
        self._refusal: list[str] = []
        self._finish: str | None = None
        self._usage: Any = None
        self._timings: Any = None
        self._tail = ""  # of all that the model wrote, thoughts included, when a loop was last looked for
        self._since: list[str] = []
        self._length = 0  # of what came since then

    @property
    def text(self) -> str:
        """What has come of the reply's text."""
        return "".join(self._text)

    @property
    def begun(self) -> bool:
        """Whether something of the reply has come that is worth keeping."""
        return any(piece.strip() for piece in (*self._text, *self._refusal))

    @property
    def finished(self) -> bool:
        """Whether the reply is whole, or stopped for a reason that the server gave."""
        return self.error is None and (self.done or self._finish is not None)

    @property
    def plain(self) -> bytes | None:
        """The body of an answer that is no stream; None if it is one."""
        return None if self._streamed else b"".join(self._raw)

    def feed(self, data: bytes) -> None:
        """Take the next bytes of the answer, wherever they were parted."""
        if not self._streamed:
            self._raw.append(data)
        *lines, rest = self._decoder.decode(data).split("\n")
        for line in lines:
            self._line.append(line)
            self._read_line("".join(self._line))
            self._line.clear()
        self._line.append(rest)

    def end(self) -> None:
        """The connection has ended: the last line counts without a line end too."""
        self.feed(b"\n")

    def completion(self) -> dict[str, Any]:
        """The answer as if it had come in one piece. A reply without an end counts as cut off."""
        finish = "length" if self.loops or not self.finished else self._finish
        message = {
            "content": self.text,
            "reasoning_content": "".join(self._thoughts),
            "refusal": "".join(self._refusal),
        }
        choice = {"message": message, "finish_reason": finish}
        return {"choices": [choice], "usage": self._usage, "timings": self._timings}

    def _read_line(self, line: str) -> None:
        # An event's JSON may be parted into several lines by the standard; no server does it.
        field, _, value = line.partition(":")
        value = value.strip()
        if field not in ("data", "error") or not value:
            return
        self._streamed = True
        self._raw.clear()
        if value == "[DONE]":
            self.done = True
            return
        with suppress(ValueError, RecursionError):  # half an event tells nothing
            event = json.loads(value)
            if isinstance(event, dict):
                # Older llama.cpp has the error as a field of the stream.
                self._read_event({"error": event.get("error", event)} if field == "error" else event)

    def _read_event(self, event: dict[str, Any]) -> None:
        # vLLM had the error as the whole event.
        if error := event if event.get("object") == "error" else event.get("error"):
            self.error = error if isinstance(error, dict) else {"message": str(error)}
        self._usage = event.get("usage") or self._usage
        self._timings = event.get("timings") or self._timings
        choices = event.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if isinstance(choice, dict):
            self._finish = choice.get("finish_reason") or self._finish
            # A server that only seems to stream has the whole message in one event.
            piece = choice.get("delta", choice.get("message"))
            if isinstance(piece, dict):
                self._add_piece(piece)

    def _add_piece(self, piece: dict[str, Any]) -> None:
        text = read_text(piece.get("content"))
        thought = read_text(piece.get("reasoning_content") or piece.get("reasoning"))
        self._text.append(text)
        if text and self._on_text and (answer := strip_thoughts(self.text)):
            self._on_text(answer)
        self._thoughts.append(thought)
        self._refusal.append(read_text(piece.get("refusal")))
        self._since += (thought, text)
        self._length += len(thought) + len(text)
        if self._length >= _LOOK_EVERY:
            self._tail = "".join((self._tail, *self._since))[-TAIL:]
            self._since, self._length = [], 0
            self.loops = self.loops or is_loop(self._tail)
