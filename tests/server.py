"""A local HTTP server that speaks OpenAI's chat completions, and fails as it is told to.

In tests:

    with Server() as server:
        server.script(status(429, retry_after_ms=1), reply({"gist": "…"}))     # one step a request, in order
        client = AsyncOpenAI(base_url=server.url, api_key="k")
        …
        server.requests[0].body["messages"]

A request with `stream` gets its reply in pieces, as server-sent events, and steps can fail between them:

        server.script(replace(faults.reply("The mayor said no."), pieces=2, then="break"))

When the script is used up, `server.answer` replies: a step, or a function from the request's body to one. As it
comes, that is the smallest reply that its JSON Schema allows.

From the command line:

    python tests/server.py --port 8089 --latency 0.2 --fault rate_limited=0.1 --fault reset=0.1 --seed 1
    python tests/server.py --reply reply.json        # the same reply for everybody
    python tests/server.py --batch-ends expired --batch-share 0.5 --batch-polls 2

Files and batches are in `server_batches.py`. Only the standard library, one thread a connection.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import socket
import struct
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from server_batches import Batches, Plan

Body = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """What to do with one request: answer it, or treat it badly."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    delay: float = 0.0  # seconds before the answer
    reset: bool = False  # drop the connection instead of answering
    hang: bool = False  # say nothing until the server closes
    shorten: int = 0  # bytes that are announced and not sent
    completion: Body | None = None  # a chat completion, to which model, usage and id are added
    # What follows is for replies that are asked for as a stream.
    plain: bool = False  # answer in one piece all the same
    gap: float = 0.0  # seconds before each piece
    pieces: int | None = None  # how many come before `then`; None: all, but not the reply's end
    then: str = ""  # "break" (no more), "end" (the same in good order), "hang", "again" (the same for ever)
    events: tuple[str, ...] | None = None  # these lines and no others


Answer = Step | Callable[[Body], Step]


def reply(content: str | Body, *, finish: str = "stop", cached: int = 0, **message: Any) -> Step:
    """A chat completion with this content; an object is written as JSON. `message` adds fields to the message."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text} | message,
        "finish_reason": finish,
    }
    return Step(completion={"choices": [choice], "cached": cached})


def error(
    status: int, message: str, *, code: str | None = None, param: str | None = None, **headers: str
) -> Step:
    """An error in OpenAI's form. Headers are named with underscores: retry_after="1"."""
    body = {"error": {"message": message, "type": "invalid_request_error", "param": param, "code": code}}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Step(status, json.dumps(body), {"Content-Type": "application/json"} | named)


def rate_limited(**headers: str) -> Step:
    """Status 429; how long to wait is in a header, where given: retry_after="2", or in ms: retry_after_ms="1"."""
    return error(429, "Rate limit reached for requests", code="rate_limit_exceeded", **headers)


def failing(**headers: str) -> Step:
    """Status 500."""
    return error(500, "The server had an error while processing your request", **headers)


def reset() -> Step:
    """The connection is reset."""
    return Step(reset=True)


def hang() -> Step:
    """No answer until the server closes."""
    return Step(hang=True)


def truncated() -> Step:
    """The body ends before its announced length."""
    return replace(reply('{"headline": "Half'), shorten=40, plain=True)


def stream(*events: str | Body, finished: bool = True) -> Step:
    """A stream of these events: objects as data, strings as the lines that they are."""
    lines = [e if isinstance(e, str) else f"data: {json.dumps(e, ensure_ascii=False)}" for e in events]
    return Step(events=(*lines, "data: [DONE]") if finished else tuple(lines))


def piece(text: str | None = None, *, finish: str | None = None, **delta: Any) -> Body:
    """An event with a piece of a reply."""
    content = {} if text is None else {"content": text}
    choice = {"index": 0, "delta": content | delta, "finish_reason": finish}
    return {"object": "chat.completion.chunk", "choices": [choice]}


def broken_stream(content: str = '{"headline": "The mayor sa') -> Step:
    """The connection breaks in the middle of a reply."""
    return replace(reply(content), then="break")


def endless() -> Step:
    """A model that repeats itself until the client hangs up; in one piece, until its limit."""
    item = '{"name": "the harbour authority of Lindholm", "role": "", "aliases": []}, '
    return replace(reply('{"actors": [' + item * 40, finish="length"), then="again")


def broken_json() -> Step:
    """Status 200 and JSON's content type, with half of a JSON object."""
    return Step(body='{"choices": [{"message": {"content": ')


def cut() -> Step:
    """A reply that reached its length limit within a string."""
    return reply('{"headline": "The mayor sa', finish="length")


def refusal() -> Step:
    """The model declines, in the field for that."""
    return reply("", refusal="I'm sorry, I can't help with that.")


def filtered() -> Step:
    """A content filter stops the reply."""
    return reply("The", finish="content_filter")


def empty() -> Step:
    """A reply without text."""
    return reply("")


def invalid_json() -> Step:
    """A reply whose text is not JSON."""
    return reply("Here is the summary you asked for: the mayor said no.")


def wrong_schema() -> Step:
    """A reply of valid JSON in another shape."""
    return reply({"summary": ["one", "two"], "claims": "none"})


def bad_key() -> Step:
    """Status 401, with parts of the key in the message, as OpenAI does."""
    return error(401, "Incorrect API key provided: sk-inv***key.", code="invalid_api_key")


def unknown_model(name: str = "nobody") -> Step:
    """Status 404: no such model."""
    message = f"The model `{name}` does not exist or you do not have access to it."
    return error(404, message, code="model_not_found", param="model")


def too_long() -> Step:
    """Status 400: the request is longer than the context."""
    message = (
        "This model's maximum context length is 4096 tokens. However, your messages resulted in 9000 tokens."
    )
    return error(400, message, code="context_length_exceeded", param="messages")


def no_schema() -> Step:
    """Status 400: JSON Schema is not supported."""
    message = "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."
    return error(400, message, param="response_format")


def no_json_mode() -> Step:
    """Status 400: JSON mode is not supported."""
    message = "Invalid parameter: 'response_format' of type 'json_object' is not supported with this model."
    return error(400, message, param="response_format")


def web_page() -> Step:
    """Status 200 with a web page: the address of something else."""
    return Step(body="<!doctype html><title>Welcome</title>", headers={"Content-Type": "text/html"})


FAULTS: dict[str, Callable[[], Step]] = {
    "rate_limited": rate_limited,
    "rate_limited_ms": lambda: rate_limited(retry_after_ms="20"),
    "failing": failing,
    "reset": reset,
    "hang": hang,
    "truncated": truncated,
    "broken_stream": broken_stream,
    "endless": endless,
    "broken_json": broken_json,
    "cut": cut,
    "refusal": refusal,
    "filtered": filtered,
    "empty": empty,
    "invalid_json": invalid_json,
    "wrong_schema": wrong_schema,
    "bad_key": bad_key,
    "unknown_model": unknown_model,
    "too_long": too_long,
    "web_page": web_page,
}


def make_instance(schema: Body) -> Any:
    """The smallest value that a JSON Schema allows, for the parts of the language that strict replies use.

    >>> make_instance({"type": "object", "required": ["a"], "properties": {"a": {"type": "array"}}})
    {'a': []}
    """
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        properties = schema.get("properties", {})
        return {name: make_instance(properties[name]) for name in schema.get("required", properties)}
    if kind == "array":
        return [make_instance(schema["items"]) for _ in range(schema.get("minItems", 0))]
    plain: dict[Any, Any] = {
        "string": "x",
        "integer": schema.get("minimum", 0),
        "number": 0,
        "boolean": False,
    }
    return plain.get(kind)


def answer_by_schema(body: Body) -> Step:
    """The smallest reply that the request's JSON Schema allows; an empty object where it has none."""
    asked = body.get("response_format", {})
    return reply(make_instance(asked["json_schema"]["schema"]) if asked.get("type") == "json_schema" else {})


def answer_with_faults(
    answer: Answer, rates: dict[str, float], *, seed: int = 0, latency: float = 0.0
) -> Callable[[Body], Step]:
    """An answer that fails at random: each fault of FAULTS at its rate (0 to 1), after `latency` seconds."""
    if unknown := rates.keys() - FAULTS.keys():
        raise ValueError(f"unknown faults {sorted(unknown)}; known are {', '.join(FAULTS)}")
    dice, lock = random.Random(seed), threading.Lock()  # noqa: S311 - not for secrets

    def choose(body: Body) -> Step:
        with lock:
            (name,) = dice.choices([*rates, ""], [*rates.values(), max(0.0, 1 - sum(rates.values()))])
        step = FAULTS[name]() if name else answer(body) if callable(answer) else answer
        return replace(step, delay=step.delay + latency)

    return choose


@dataclass(frozen=True)
class Received:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]  # names in lower case
    body: Body


class Server:
    """The server; starts with `with` or `start`, on a free port of the loopback address unless one is given.

    Args:
        port: 0 for a free one.
        models: what GET /v1/models lists.
        answer: for every request that the script does not cover.
    """

    def __init__(
        self, port: int = 0, *, models: tuple[str, ...] = ("test-model",), answer: Answer = answer_by_schema
    ) -> None:
        self.models = models
        self.answer = answer
        self.listing: Step | None = None  # instead of the list of models
        self.pages: dict[str, Step] = {}  # other answers, by path
        self.requests: list[Received] = []
        self.connections = 0
        self._steps: deque[Answer] = deque()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._last_prompt = ""
        self.batches = Batches(self._answer_alone)
        self._http = _Listener(("127.0.0.1", port), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._http.server_address[1])

    @property
    def running(self) -> bool:
        """Whether it still serves."""
        return self._thread.is_alive()

    @property
    def closing(self) -> bool:
        """Whether it is about to end."""
        return self._closing.is_set()

    @property
    def url(self) -> str:
        """The base URL for clients."""
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def chats(self) -> list[Received]:
        """The chat requests among all requests."""
        return [r for r in self.requests if r.path.endswith("/chat/completions")]

    def script(self, *steps: Answer) -> None:
        """Append steps, one for each chat request to come."""
        with self._lock:
            self._steps.extend(steps)

    def start(self) -> Self:
        """Serve in a thread."""
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop; requests that hang are let go."""
        if self._closing.is_set():
            return
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def take(self, received: Received) -> Step:
        """Record a request and decide what to do with it."""
        with self._lock:
            self.requests.append(received)
            if received.method == "GET" and received.path == "/v1/models":
                if self.listing:
                    return self.listing
                listed = [{"id": name, "object": "model", "owned_by": "test"} for name in self.models]
                return Step(body=json.dumps({"object": "list", "data": listed}))
            if received.path in self.pages:
                return self.pages[received.path]
            if received.method != "POST" or not received.path.endswith("/chat/completions"):
                return error(404, f"Unknown request URL: {received.method} {received.path}")
        return self._choose(received.body)

    def _choose(self, body: Body) -> Step:
        with self._lock:
            answer = self._steps.popleft() if self._steps else self.answer
        step = answer(body) if callable(answer) else answer
        return self._complete(step, body)

    def _answer_alone(self, body: Body) -> tuple[int, Any] | None:
        """The status and JSON for a request in a batch; None where the connection would have broken."""
        step = self._choose(body)
        if step.reset or step.hang or step.shorten:
            return None
        try:
            return step.status, json.loads(step.body)
        except ValueError:
            return None

    def wait(self, seconds: float | None) -> None:
        """Sleep, but not longer than the server lives."""
        self._closing.wait(seconds)

    def _complete(self, step: Step, body: Body) -> Step:
        """A step with its completion written out: model, id, and tokens counted as four characters each.

        Cached tokens are those of the prompt's common start with the previous one, in steps of 128 from
        1,024 on, as OpenAI counts them; unless the step says how many.
        """
        if step.completion is None:
            return step if step.events is None or body.get("stream") else replace(failing(), events=None)
        prompt = json.dumps(body.get("messages"), ensure_ascii=False)
        with self._lock:
            last, self._last_prompt = self._last_prompt, prompt
        same = next(
            (i for i, (a, b) in enumerate(zip(last, prompt, strict=False)) if a != b),
            min(len(last), len(prompt)),
        )
        cached = step.completion["cached"] or (same // 4 // 128 * 128 if same // 4 >= 1024 else 0)
        tokens_in = len(prompt) // 4
        choices = step.completion["choices"]
        tokens_out = max(1, len(choices[0]["message"]["content"]) // 4)
        completion = {
            "id": f"chatcmpl-{len(self.requests)}",
            "object": "chat.completion",
            "created": 0,
            "model": body.get("model"),
            "choices": choices,
            "usage": {
                "prompt_tokens": tokens_in,
                "completion_tokens": tokens_out,
                "total_tokens": tokens_in + tokens_out,
                "prompt_tokens_details": {"cached_tokens": min(cached, tokens_in)},
            },
        }
        if body.get("stream") and not step.plain:
            return replace(step, events=_part(completion, body, ended=not step.then))
        return replace(step, body=json.dumps(completion, ensure_ascii=False))


def _part(completion: Body, body: Body, *, ended: bool) -> tuple[str, ...]:
    """A chat completion as the events of a stream: some characters at a time, then its end and its usage."""
    (choice,) = completion["choices"]
    message = choice["message"]
    text, rest = message["content"], {k: v for k, v in message.items() if k != "content"}
    parts = [piece("", **rest)]
    parts += [piece(text[at : at + 12]) for at in range(0, len(text), 12)]
    if ended:
        parts.append(piece(finish=choice["finish_reason"]))
        if (body.get("stream_options") or {}).get("include_usage"):
            parts.append({"choices": [], "usage": completion["usage"]})
    common = {name: completion[name] for name in ("id", "created", "model")}
    events = [f"data: {json.dumps(part | common, ensure_ascii=False)}" for part in parts]
    return (*events, "data: [DONE]") if ended else tuple(events)


class _Listener(ThreadingHTTPServer):
    owner: Server
    daemon_threads = True
    request_queue_size = 256  # many clients at once, before threads are started for them

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up: that is what the tests make them do."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: _Listener
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True  # else answers wait 40 ms for the client's acknowledgement

    def setup(self) -> None:
        """Count connections."""
        super().setup()
        self.server.owner.connections += 1

    def do_GET(self) -> None:
        """Answer a GET."""
        self._respond({})

    def do_POST(self) -> None:
        """Answer a POST."""
        chunked = "chunked" in (self.headers.get("Transfer-Encoding") or "")
        raw = (
            self._read_chunks() if chunked else self.rfile.read(int(self.headers.get("Content-Length") or 0))
        )
        try:
            body = json.loads(raw)
        except ValueError:
            body = {}
        self._respond(body if isinstance(body, dict) else {}, raw)

    def _read_chunks(self) -> bytes:
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""

    def _respond(self, body: Body, raw: bytes = b"") -> None:
        owner = self.server.owner
        headers = {name.lower(): value for name, value in self.headers.items()}
        received = Received(self.command, self.path, headers, body)
        if found := owner.batches.respond(self.command, self.path, headers.get("content-type", ""), raw):
            owner.requests.append(received)
            self.send_response(found[0])
            kind = "application/octet-stream" if self.path.endswith("/content") else "application/json"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(found[1])))
            self.end_headers()
            self.wfile.write(found[1])
            return
        step = owner.take(received)
        if step.delay:
            owner.wait(step.delay)
        if step.hang:
            owner.wait(None)
        if step.hang or step.reset:
            self._reset()
            return
        if step.events is not None:
            self._stream(step, step.events)
            return
        raw = step.body.encode("utf-8", "surrogatepass")
        self.send_response(step.status)
        for name, value in step.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw) + step.shorten))
        self.end_headers()
        self.wfile.write(raw)
        if step.shorten:
            self.close_connection = True

    def _reset(self) -> None:
        # Zero linger: the kernel sends RST instead of FIN.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _stream(self, step: Step, events: tuple[str, ...]) -> None:
        owner = self.server.owner
        self.send_response(step.status)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while True:
            for event in events[: step.pieces]:
                if step.gap:
                    owner.wait(step.gap)
                raw = f"{event}\n\n".encode("utf-8", "surrogatepass")
                self.wfile.write(b"%x\r\n%s\r\n" % (len(raw), raw))
            if step.then != "again" or owner.closing:
                break
        if step.then == "hang":
            owner.wait(None)
        if step.then in ("hang", "break"):
            self.close_connection = True  # without the end of the body
        else:
            self.wfile.write(b"0\r\n\r\n")


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A scriptable server that speaks OpenAI's chat completions.")
    parser.add_argument("--port", type=int, default=8089)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--reply", type=Path, help="file whose text is every reply")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="NAME=RATE",
        help=f"fail at random; NAME is one of {', '.join(FAULTS)}; RATE is from 0 to 1",
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", action="append", help="name to list as a model (default: test-model)")
    parser.add_argument("--batch-polls", type=int, default=0, help="looks before a batch ends")
    parser.add_argument(
        "--batch-ends", default="completed", choices=("completed", "expired", "cancelled", "failed")
    )
    parser.add_argument("--batch-share", type=float, default=1.0, help="of a batch that is answered; 0 to 1")
    args = parser.parse_args()
    answer: Answer = reply(args.reply.read_text(encoding="utf-8")) if args.reply else answer_by_schema
    try:
        rates = {name: float(rate) for name, _, rate in (fault.partition("=") for fault in args.fault)}
        answer = answer_with_faults(answer, rates, seed=args.seed, latency=args.latency)
    except ValueError as problem:
        parser.error(str(problem))
    server = Server(args.port, models=tuple(args.model or ["test-model"]), answer=answer)
    server.batches.plan = Plan(args.batch_polls, args.batch_ends, args.batch_share)
    sys.stdout.write(f"{server.url}\n")
    sys.stdout.flush()
    server.start()
    with contextlib.suppress(KeyboardInterrupt):
        threading.Event().wait()
    server.close()


if __name__ == "__main__":
    main()
