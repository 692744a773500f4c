"""Tests of putting a streamed answer together."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from server import piece

from summarizer.models.chunks import Chunks
from summarizer.models.replies import read_reply

_TEXT = '{"gist": "The café stays, the mayor said – “for ever”."}'


def write(*events: object, end: str = "\n\n") -> bytes:
    """Events as they come over the wire."""
    lines = (e if isinstance(e, str) else "data: " + json.dumps(e, ensure_ascii=False) for e in events)
    return "".join(line + end for line in lines).encode()


def read(data: bytes) -> Chunks:
    """All of an answer, and its end."""
    chunks = Chunks()
    chunks.feed(data)
    chunks.end()
    return chunks


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\n"])
@given(cuts=st.sets(st.integers(0, 400), max_size=12))
def test_pieces_make_the_reply_wherever_they_are_parted(end: str, cuts: set[int]) -> None:
    """Network packets end within lines and within characters."""
    data = write(
        ": ping",
        "event: message",
        piece("", role="assistant"),
        piece(_TEXT[:20]),
        piece(_TEXT[20:]),
        piece(finish="stop"),
        {"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 4}, "timings": {"cache_n": 3}},
        "data: [DONE]",
        end=end,
    )
    chunks, at = Chunks(), 0
    for cut in (*sorted(cuts), len(data)):
        chunks.feed(data[at:cut])
        at = max(at, cut)
    assert chunks.done
    assert chunks.plain is None
    reply = read_reply("r", chunks.completion())
    assert (reply.text, reply.cut, reply.refusal) == (_TEXT, False, None)
    assert (reply.usage.tokens_in, reply.usage.tokens_cached, reply.usage.tokens_out) == (9, 3, 4)


@given(
    st.lists(
        st.sampled_from(["data: ", "error: ", "{", "}", '"choices":[', "]", "\n", ":", "\xff", "[DONE]", "7"])
    )
)
def test_nothing_that_comes_raises(parts: list[str]) -> None:
    """A server may send anything."""
    chunks = read("".join(parts).encode("latin-1"))
    assert isinstance(chunks.completion(), dict)


@pytest.mark.parametrize(
    "event",
    [{"choices": None}, {"choices": [None]}, {"choices": [{"delta": None}]}, {"usage": 3}, [], 7, None],
)
def test_events_of_another_form_are_passed_over(event: object) -> None:
    """Azure sends its filter's results first, others send what they like."""
    chunks = read(write(event, piece("{}", finish="stop")))
    assert read_reply("r", chunks.completion()).text == "{}"


def test_an_answer_in_one_piece_is_kept_as_it_is() -> None:
    """The body of a server that does not stream, which may hold lines."""
    body = json.dumps({"choices": [], "data": "data: no"}, indent=1).encode()
    chunks = Chunks()
    for at in range(0, len(body), 3):
        chunks.feed(body[at : at + 3])
    assert chunks.plain == body


def test_a_whole_message_in_one_event_is_a_reply() -> None:
    """Servers that only seem to stream."""
    message = {"role": "assistant", "content": "{}"}
    chunks = read(write({"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}))
    reply = read_reply("r", chunks.completion())
    assert (reply.text, reply.cut) == ("{}", False)


def test_thoughts_are_no_text() -> None:
    """Under both names that servers use."""
    chunks = read(write(piece(reasoning_content="Who?"), piece(reasoning="Ann."), piece("{}", finish="stop")))
    assert read_reply("r", chunks.completion()).text == "{}"


def test_a_reply_without_its_end_is_cut() -> None:
    """Neither a finish reason nor [DONE]; either is an end."""
    assert read_reply("r", read(write(piece("{"))).completion()).cut
    assert not read_reply("r", read(write(piece("{}"), "data: [DONE]")).completion()).cut
    assert not read_reply("r", read(write(piece("{}", finish="stop"))).completion()).cut


@pytest.mark.parametrize(
    "event",
    [
        {"error": {"message": "out of memory", "code": 500}},
        {"error": "out of memory"},
        {"object": "error", "message": "out of memory", "code": 500},
        'error: {"message": "out of memory", "code": 500}',
    ],
)
def test_an_error_in_a_stream_is_found(event: object) -> None:
    """In the forms that servers have."""
    chunks = read(write(piece("{"), event))
    assert chunks.error is not None
    assert chunks.error["message"] == "out of memory"
    assert not chunks.finished


def test_a_loop_is_found_soon_in_text_and_in_thoughts() -> None:
    """Some hundred tokens after it began, not thousands; and what goes on is none."""
    for field in ("content", "reasoning_content"):
        chunks, count = Chunks(), 0
        while not chunks.loops and count < 2_000:
            chunks.feed(write(piece(**{field: ("No ", "bridge ", "at ", "all. ")[count % 4]})))
            count += 1
        assert 50 < count < 200
        assert chunks.completion()["choices"][0]["finish_reason"] == "length"
    chunks = Chunks()
    for number in range(2_000):
        chunks.feed(write(piece(f"Bridge {number} stays, {number * number} voters said. ")))
    assert not chunks.loops
