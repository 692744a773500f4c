"""Files and batches for the server of `server.py`, as OpenAI has them: uploads, progress, results, trouble.

In tests:

    server.batches.script(Plan(polls=2), Plan(ends="expired", share=0.5), Plan(ends="failed"))
    # one plan a batch, in the order in which they are created; then `server.batches.plan` holds

Each request in a file is answered as if it had come by itself, so that the server's script and faults apply:
a status other than 200 goes to the error file, and so does what would have broken the connection.
"""

from __future__ import annotations

import json
import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

Body = dict[str, Any]
_WINDOW = 24 * 3600


@dataclass(frozen=True)
class Plan:
    """How a batch goes.

    Args:
        polls: how often it is "in_progress" when asked about, before it ends.
        ends: "completed", "expired", "cancelled", or "failed" (its file does not pass the validation).
        share: of its requests that are answered before it ends, the first ones.
        lose: of the answered ones, how many at the end are in no file at all.
        message: of a batch that failed.
        model: who is said to have answered, in place of the model that was asked.
    """

    polls: int = 0
    ends: str = "completed"
    share: float = 1.0
    lose: int = 0
    message: str = "The file is not valid."
    model: str | None = None


@dataclass
class _Batch:
    data: Body
    lines: list[Body]
    plan: Plan
    polls: int = 0


@dataclass
class Batches:
    """What was uploaded and created. `answer` takes a request's body to the status and JSON of its answer.

    An answer of None stands for a connection that broke.
    """

    answer: Callable[[Body], tuple[int, Any] | None]
    plan: Plan = field(default_factory=Plan)
    max_requests: int = 50_000
    max_bytes: int = 200_000_000
    files: dict[str, bytes] = field(default_factory=dict)
    created: dict[str, _Batch] = field(default_factory=dict)
    _plans: deque[Plan] = field(default_factory=deque)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def script(self, *plans: Plan) -> None:
        """Append plans, one for each batch to come."""
        with self._lock:
            self._plans.extend(plans)

    def respond(self, method: str, path: str, content_type: str, raw: bytes) -> tuple[int, bytes] | None:
        """The status and body for a request; None if the path is none of ours."""
        address, _, query = path.partition("?")
        parts = address.removeprefix("/v1/").split("/")
        with self._lock:
            match method, parts:
                case "POST", ["files"]:
                    return self._upload(content_type, raw)
                case "GET", ["files", name, "content"] if name in self.files:
                    return 200, self.files[name]
                case "GET", ["files", name] if name in self.files:
                    return _show({"id": name, "object": "file", "bytes": len(self.files[name]), "created_at": 0, "filename": name, "purpose": "batch", "status": "processed"})  # fmt: skip
                case "POST", ["batches"]:
                    return self._create(raw)
                case "GET", ["batches"]:
                    return self._list(query)
                case "GET", ["batches", name] if name in self.created:
                    return _show(self._advance(self.created[name]))
                case "POST", ["batches", name, "cancel"] if name in self.created:
                    return _show(self._cancel(self.created[name]))
        known = parts[0] in ("files", "batches")
        return _refuse(404, f"No such {parts[0]} object: {parts[-1]}") if known else None

    def _upload(self, content_type: str, raw: bytes) -> tuple[int, bytes]:
        found = re.search(r'boundary="?([^";]+)', content_type)
        fields = dict(_read_form(raw, found[1].encode())) if found else {}
        if fields.get("purpose") != b"batch" or "file" not in fields:
            return _refuse(400, "purpose has to be batch, and file a file")
        if len(fields["file"]) > self.max_bytes:
            return _refuse(413, "The file is too large.")
        name = self._store("file-in", fields["file"])
        return _show({"id": name, "object": "file", "bytes": len(fields["file"]), "created_at": 0, "filename": "in.jsonl", "purpose": "batch", "status": "processed"})  # fmt: skip

    def _store(self, prefix: str, data: bytes) -> str:
        name = f"{prefix}-{len(self.files) + 1}"
        self.files[name] = data
        return name

    def _create(self, raw: bytes) -> tuple[int, bytes]:
        asked = json.loads(raw)
        metadata = asked.get("metadata") or {}
        if asked.get("input_file_id") not in self.files:
            return _refuse(400, f"No such File object: {asked.get('input_file_id')}")
        if asked.get("completion_window") != "24h":
            return _refuse(400, "completion_window has to be 24h")
        if len(metadata) > 16 or any(
            len(k) > 64 or not isinstance(v, str) or len(v) > 512 for k, v in metadata.items()
        ):
            return _refuse(400, "metadata takes 16 pairs, names of 64 and values of 512 characters")
        plan = self._plans.popleft() if self._plans else self.plan
        lines, wrong = self._validate(self.files[asked["input_file_id"]], asked.get("endpoint"))
        if wrong:
            plan = replace(plan, ends="failed", message=wrong)
        name = f"batch_{len(self.created) + 1:04}"
        data = {
            "id": name,
            "object": "batch",
            "endpoint": asked["endpoint"],
            "errors": None,
            "input_file_id": asked["input_file_id"],
            "completion_window": "24h",
            "status": "validating",
            "output_file_id": None,
            "error_file_id": None,
            "created_at": len(self.created) + 1,
            "expires_at": len(self.created) + 1 + _WINDOW,
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
            "metadata": metadata,
        }
        self.created[name] = _Batch(data, lines, plan)
        return _show(data)

    def _validate(self, raw: bytes, endpoint: object) -> tuple[list[Body], str]:
        """The requests in a file, and what is wrong with it."""
        try:
            lines = [json.loads(line) for line in raw.decode().split("\n") if line]
        except ValueError:
            return [], "This line is not parseable as valid JSON."
        if not lines or len(lines) > self.max_requests:
            return [], f"A file holds from 1 to {self.max_requests} requests."
        if len({line["custom_id"] for line in lines}) < len(lines):
            return [], "The custom_id for this request is a duplicate of another request."
        if any(len(line["custom_id"]) > 64 for line in lines):
            return [], "A custom_id has at most 64 characters."
        if len({line["body"].get("model") for line in lines}) > 1:
            return [], "The file holds requests to more than one model."
        if any(line["url"] != endpoint or line["method"] != "POST" for line in lines):
            return [], "The URL provided for this request does not match the batch endpoint."
        if any(line["body"].get("stream") for line in lines):
            return [], "Streaming is not supported in the Batch API."
        return lines, ""

    def _list(self, query: str) -> tuple[int, bytes]:
        asked = dict(part.split("=", 1) for part in query.split("&") if "=" in part)
        names = list(reversed(self.created))
        if asked.get("after") in names:
            names = names[names.index(asked["after"]) + 1 :]
        page = names[: int(asked.get("limit", 20))]
        listed = [self._advance(self.created[name]) for name in page]
        return _show({"object": "list", "data": listed, "first_id": page[0] if page else None, "last_id": page[-1] if page else None, "has_more": len(page) < len(names)})  # fmt: skip

    def _advance(self, batch: _Batch) -> Body:
        """One look at a batch, which moves it on."""
        if batch.data["status"] in ("validating", "in_progress", "cancelling"):
            batch.polls += 1
            if batch.polls <= batch.plan.polls:
                batch.data["status"] = "in_progress"
            else:
                self._end(batch)
        return batch.data

    def _cancel(self, batch: _Batch) -> Body:
        if batch.data["status"] in ("validating", "in_progress"):
            batch.plan = replace(batch.plan, ends="cancelled")
            batch.data["status"] = "cancelling"
        return batch.data

    def _end(self, batch: _Batch) -> None:
        plan, data = batch.plan, batch.data
        data["status"] = plan.ends
        if plan.ends == "failed":
            said = {"code": "invalid_file", "message": plan.message, "param": None, "line": 1}
            data["errors"] = {"object": "list", "data": [said]}
            return
        reached = round(len(batch.lines) * plan.share)
        good, bad = [], []
        for line in batch.lines[:reached]:
            answer = self.answer(line["body"])
            body = answer[1] if answer else None
            if plan.model and isinstance(body, dict) and "model" in body:
                body = body | {"model": plan.model}
            lines = good if answer and answer[0] == 200 else bad
            lines.append(
                _result(line, answer and (answer[0], body), "server_error", "The server broke down.")
            )
        good = good[: len(good) - plan.lose]
        message = "This request could not be executed before the completion window expired."
        bad += [_result(line, None, f"batch_{plan.ends}", message) for line in batch.lines[reached:]]
        data["request_counts"] |= {"completed": len(good), "failed": len(bad)}
        for key, lines in (("output_file_id", good), ("error_file_id", bad)):
            if lines:
                data[key] = self._store(key.split("_")[0], "".join(lines).encode())


def _result(line: Body, answer: tuple[int, Any] | None, code: str, message: str) -> str:
    response = error = None
    if answer:
        response = {"status_code": answer[0], "request_id": "req_x", "body": answer[1]}
    else:
        error = {"code": code, "message": message}
    result = {"id": "batch_req_x", "custom_id": line["custom_id"], "response": response, "error": error}
    return json.dumps(result, ensure_ascii=False) + "\n"


def _read_form(raw: bytes, boundary: bytes) -> list[tuple[str, bytes]]:
    r"""The fields of a form, as names and values.

    >>> _read_form(b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n', b"x")
    [('a', b'1')]
    """
    fields = []
    for part in (b"\r\n" + raw).split(b"\r\n--" + boundary)[1:-1]:
        head, _, value = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if found := re.search(rb'[; ]name="([^"]*)"', head):
            fields.append((found[1].decode(), value))
    return fields


def _show(data: Body) -> tuple[int, bytes]:
    return 200, json.dumps(data).encode()


def _refuse(status: int, message: str) -> tuple[int, bytes]:
    said = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    return status, json.dumps({"error": said}).encode()
