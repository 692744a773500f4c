"""What went wrong between us and a server, as one error with one line and a remedy.

The server's own words are shown shortened and without the key, which some servers repeat.
"""

from __future__ import annotations

import json
import math
import re
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from summarizer.errors import (
    AuthenticationError,
    ContextOverflowError,
    ModelError,
    ModelTimeoutError,
    RateLimitError,
    RefusalError,
    ReplyError,
    UnknownModelError,
    UnreachableError,
)
from summarizer.models.names import Endpoint
from summarizer.models.replies import shorten

if TYPE_CHECKING:
    import openai

OVERFLOW = re.compile(
    r"context[_ ](?:length|window|size)|maximum context|prompt is too long|exceed_context"
    r"|too many (?:input )?tokens|input is too long|reduce the length",
    re.I,
)
# How many tokens a server says that its model holds: vLLM and OpenAI, LM Studio, llama.cpp (twice).
_HOLDS = re.compile(
    r"maximum context length is (\d{3,9})\b|context length of only (\d{3,9})\b"
    r"|context size \((\d{3,9}) tokens|\bn_ctx\W{1,4}(\d{3,9})\b",
    re.I,
)
_LOADING = re.compile(r"loading model|model is (?:still )?(?:being )?load", re.I)
_BUSY = re.compile(r"server busy|maximum pending|queue is full|overloaded", re.I)
_NO_MEMORY = re.compile(
    r"more system memory|out of memory|insufficient (?:memory|vram)|failed to allocate", re.I
)
_UNKNOWN_MODEL = re.compile(
    r"model\b.{0,120}?(?:not found|not exist|no such|not available|does not have access|not loaded)|("
    r"?:invalid|unknown|no such|not a valid) model|model[_ ]not[_ ](?:found|exist)|no models loaded",
    re.I | re.S,
)
_NO_CREDIT = re.compile(
    r"insufficient[_ ](?:quota|balance|credits?|funds)|exceeded your current quota|billing", re.I
)
_LIMIT_TOO_HIGH = re.compile(r"max_(?:completion_)?tokens\b.{0,40}?too (?:large|high)", re.I | re.S)
_FILTERED = re.compile(r"content[_ ](?:filter|policy)|safety system|data_inspection_failed", re.I)

_PASSING = frozenset({408, 409, 425})  # statuses below 500 that the openai client tries again, and Too Early


def explain_failure(
    error: openai.APIError, endpoint: Endpoint, *, key: str | None, timeout: float | None, tokens: int
) -> ModelError:
    """The error of ours for one of the openai package's.

    Args:
        error: what its client raised, after its retries.
        endpoint: whom we asked.
        key: that was sent, so that no message shows it.
        timeout: seconds that were allowed; None: not known.
        tokens: our count of the request's tokens.
    """
    import openai

    tries = _count_tries(error)
    if isinstance(error, openai.APIStatusError):
        found = _explain_status(error, endpoint, key=key, tries=tries, tokens=tokens)
        found.retry_after = _read_retry_after(error)
        found.may_pass = found.may_pass or (
            type(found) is ModelError and (error.status_code in _PASSING or error.status_code >= 500)
        )
        return found
    return _explain_silence(error, endpoint, key=key, timeout=timeout, tries=tries)


def is_loading(error: openai.APIError) -> bool:
    """Whether a server says that it still loads its model, as llama.cpp does for as long as that takes."""
    import openai

    if not isinstance(error, openai.APIStatusError) or error.status_code != 503:
        return False
    return _LOADING.search(_raw_words(error)) is not None


def _explain_silence(
    error: openai.APIError, endpoint: Endpoint, *, key: str | None, timeout: float | None, tries: str
) -> ModelError:
    import openai

    where = endpoint.base_url
    cause = type(error.__cause__).__name__
    if cause in ("ConnectError", "ConnectTimeout"):
        nobody = UnreachableError(
            f"cannot reach {where} ({_find_cause(error)}){tries}: {_start_hint(endpoint)}"
        )
        nobody.may_pass, nobody.connected = True, False
        return nobody
    if isinstance(error, openai.APITimeoutError):
        limit = f" within {timeout:g} s" if timeout else ""
        return ModelTimeoutError(
            f"no answer from {where}{limit}{tries}: raise --timeout, or send less at once"
        )
    if isinstance(error, openai.APIConnectionError):
        lost = UnreachableError(
            f"lost the connection to {where} ({_find_cause(error)}){tries}: try again, or see its log"
        )
        lost.may_pass = True
        return lost
    unreadable = ReplyError(f"{where} sent an answer that cannot be read: {_show(error.message, key)}")
    unreadable.may_pass = True
    return unreadable


def _explain_status(
    error: openai.APIStatusError, endpoint: Endpoint, *, key: str | None, tries: str, tokens: int
) -> ModelError:
    where, model, status = endpoint.base_url, endpoint.model, error.status_code
    says = _server_says(error, key)
    words = f"{error.code or ''} {error.type or ''} {_raw_words(error)}"
    if status == 401:
        # Not the server's words: OpenAI's hold parts of the key.
        return AuthenticationError(f"{where} does not accept the key: {_key_hint(endpoint, key)}")
    if status == 402 or (status in (403, 429) and _NO_CREDIT.search(words)):
        return AuthenticationError(
            f"{where} refuses to work on this account: {says}; add credit to it, or use another"
        )
    if status == 429 or (status == 503 and _BUSY.search(words)):
        return RateLimitError(
            f"{where} refuses more requests for now{tries}: {says}; wait, or lower --concurrency"
        )
    if status in (400, 403, 404, 422) and (error.code == "model_not_found" or _UNKNOWN_MODEL.search(words)):
        return UnknownModelError(f"{where} has no model {model!r} ({says}): {_model_hint(endpoint, words)}")
    if status == 403:
        return AuthenticationError(f"{where} does not allow this: {says}; {_key_hint(endpoint, key)}")
    if status in (404, 405):
        return UnreachableError(
            f"{where}/chat/completions does not exist there (status {status}); "
            "the base URL of most servers ends in /v1"
        )
    if status == 413 or (status in (400, 422, 500) and OVERFLOW.search(words)):
        return ContextOverflowError(
            f"the request of about {tokens} tokens is longer than model {model!r} reads ({says}): "
            + _context_hint(words)
        )
    if status in (400, 403) and _FILTERED.search(words):
        return RefusalError(f"the server's content filter refused the request: {says}")
    if 300 <= status < 400:
        target = shorten(error.response.headers.get("location", "elsewhere"))
        return UnreachableError(
            f"{where} redirects to {target}, and an article goes only where it was told to go: "
            "give that address as the base URL if it is right"
        )
    if error.code == "json_validate_failed":
        return ReplyError(f"the model did not keep to the format: {says}; try again, or another model")
    if _LIMIT_TOO_HIGH.search(words):
        hint = "lower --max-output-tokens"
    elif _NO_MEMORY.search(words):
        hint = "take a smaller model, or load it with a smaller context"
    else:
        hint = "see the server's log or its status page"
    return ModelError(f"{where} answered with status {status}{tries} for model {model!r}: {says}; {hint}")


def _server_says(error: openai.APIStatusError, key: str | None) -> str:
    """The server's message, as one short line without the key."""
    words = _raw_words(error)
    if words.lstrip().startswith("<"):
        words = "a web page instead of JSON"
    return _show(words, key) or "no reason given"


def _raw_words(error: openai.APIStatusError) -> str:
    body: Any = error.body
    if isinstance(body, dict):
        for key in ("message", "error", "detail", "msg"):
            if isinstance(said := body.get(key), str):
                return said
        return json.dumps(body, ensure_ascii=False, default=str)
    return body if isinstance(body, str) else ""


def _show(text: str, key: str | None) -> str:
    if key:
        text = text.replace(key, "[key]")
    return shorten(text).rstrip(".")


def _count_tries(error: openai.APIError) -> str:
    """Words like " after 3 tries" where the client tried more than once; a header numbers its requests."""
    try:
        retries = int(error.request.headers.get("x-stainless-retry-count", "0"))
    except ValueError:
        return ""
    return f" after {retries + 1} tries" if retries else ""


def _read_retry_after(error: openai.APIStatusError) -> float | None:
    """Seconds from Retry-After, which may be a date; None if there is none."""
    headers = error.response.headers
    for header, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers[header]) * scale
        except (KeyError, ValueError):
            continue
        return max(0.0, seconds) if math.isfinite(seconds) else None
    try:
        at = parsedate_to_datetime(headers["retry-after"])
    except (KeyError, ValueError):
        return None
    return max(0.0, at.timestamp() - time.time())


def _find_cause(error: BaseException) -> str:
    """The innermost reason of a failed connection: "Connection refused" rather than "Connection error."."""
    reason, cause = "", error.__cause__
    while cause is not None:
        reason = str(cause) or type(cause).__name__
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return shorten(reason).rstrip(".") or "no connection"


def _start_hint(endpoint: Endpoint) -> str:
    if endpoint.provider == "openai":
        return "check the network and the proxy settings"
    if endpoint.local:
        return "start the server, or give its address with --base-url"
    return "check the address, and that the server runs"


def _key_hint(endpoint: Endpoint, key: str | None) -> str:
    if not key:
        return "no key was sent, as none is set for this server; set SUMMARIZER_API_KEY"
    if endpoint.provider == "openai":
        return "check OPENAI_API_KEY (or SUMMARIZER_API_KEY)"
    return "check SUMMARIZER_API_KEY (or OPENAI_API_KEY, where OPENAI_BASE_URL names the server)"


def _context_hint(words: str) -> str:
    """What to set; the number where the server tells it.

    >>> _context_hint("the model is loaded with context length of only 4096 tokens, which is not enough")
    'set --context-tokens 4096, or serve it with more'
    """
    if found := _HOLDS.search(words):
        return f"set --context-tokens {found[found.lastindex or 0]}, or serve it with more"
    return "set --context-tokens to what it reads"


def _model_hint(endpoint: Endpoint, words: str) -> str:
    if "lms load" in words:
        return f"load one in LM Studio, or with `lms load {endpoint.model}`"
    if endpoint.provider == "ollama" or "try pulling" in words:
        return f"get it with `ollama pull {endpoint.model}`, or see `summarizer models`"
    if endpoint.provider == "server" and "/" in endpoint.model:
        return (
            "with a base URL the name goes to the server as it is, prefix included; see `summarizer models`"
        )
    return "see `summarizer models` for what there is"
