"""A model file, read in this process: no server to install, and nothing leaves the machine.

llama.cpp comes with the extra `local` (the package xllamacpp). It brings its own server of OpenAI's protocol,
which listens on a loopback port that it picks, with a key that only this process knows; so a model
file is asked like any other server, by `ChatModel`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener
from weakref import WeakKeyDictionary, WeakValueDictionary

from summarizer import drafts
from summarizer.errors import ConfigurationError
from summarizer.models.chat import ChatModel
from summarizer.models.log import ExchangeLog
from summarizer.models.names import IN_PROCESS, Endpoint

logger = logging.getLogger(__name__)

# Holds the prompt, its examples, an article of 3,000 tokens and a full reply, in some 0.5 GB for a model of
# 1.5 billion parameters (28 layers, 2 key-value heads) and 2 GB for one of 8 billion.
_DEFAULT_CONTEXT = 16_384
_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class Hardware:
    """How a model file is run; None leaves it to llama.cpp.

    Args:
        context_tokens: how many tokens the model shall hold; at most what it was trained for is used.
        threads: processor threads; by default one for each physical core.
        gpu_layers: how many layers go to a graphics card; by default as many as fit, where there is one.
    """

    context_tokens: int | None = None
    threads: int | None = None
    gpu_layers: int | None = None


class InProcessModel(ChatModel):
    """A model in a file, asked one request at a time. Loaded when made, and once for all who ask for it.

    Args:
        endpoint: of `resolve_model`, whose `model` is the path of a GGUF file.
        hardware: how it is run.
        timeout: seconds that it may be silent.
        log: as of ChatModel.

    Raises:
        ConfigurationError: the extra is not installed, or the file is missing, is no GGUF file, or cannot
            be loaded; in one line with a remedy.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        hardware: Hardware,
        *,
        timeout: float | None = None,
        log: ExchangeLog | None = None,
    ) -> None:
        self._path = Path(endpoint.model).expanduser()
        self._hardware = hardware
        self._loaded: _Loaded | None = load_model(self._path, hardware)
        self._turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()
        super().__init__(self._loaded.endpoint, timeout=timeout, max_retries=0, log=log)

    @property
    def identity(self) -> str:
        """What tells this model from another of its name: its file, as it is now."""
        found = self._path.stat()
        return f"{self._path.resolve()} {found.st_size} {found.st_mtime_ns}"

    async def prepare(self) -> None:
        """Nothing: what a server would tell is known since the model was loaded."""

    def limit_context(self, wanted: int | None) -> int:
        """How many tokens the model holds, question and reply together; no more than it was trained for."""
        known = self._loaded.context if self._loaded else _DEFAULT_CONTEXT
        return min(wanted or known, known)

    async def ask(self, request: drafts.Request) -> drafts.Reply:
        """Answer one request; others wait for their turn here, where no timeout runs.

        Raises:
            ModelError: as of any other server.
            ConfigurationError: the model was closed, and its file can no longer be loaded.
        """
        turn = self._turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())
        async with turn:
            if self._loaded is None:
                self._loaded = await asyncio.to_thread(load_model, self._path, self._hardware)
                self.endpoint = self._loaded.endpoint
            return await super().ask(request)

    async def aclose(self) -> None:
        """Close the connections and, where nobody else uses it, unload the model; a later `ask` loads it."""
        await super().aclose()
        self._loaded = None


class _Loaded:
    """A model in memory, as long as this object lives."""

    def __init__(self, server: object, endpoint: Endpoint, context: int) -> None:
        self._server = server
        self.endpoint = endpoint
        self.context = context


_in_memory: WeakValueDictionary[tuple[Path, Hardware], _Loaded] = WeakValueDictionary()
_loading = threading.Lock()


def load_model(path: Path, hardware: Hardware) -> _Loaded:
    """Load a model file, or find it where it is loaded already.

    Raises:
        ConfigurationError: see InProcessModel.
    """
    _check_file(path)
    with _loading:
        key = (path.resolve(), hardware)
        if (loaded := _in_memory.get(key)) is None:
            loaded = _in_memory[key] = _load(path, hardware)
        return loaded


def _check_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise ConfigurationError(
            f"there is no model file {path}: local/ is followed by the path of a .gguf file"
        ) from None
    except OSError as error:
        raise ConfigurationError(f"the model file {path} cannot be read: {error.strerror or error}") from None
    if magic != _MAGIC:
        raise ConfigurationError(
            f"{path} is not a GGUF file (it begins with {magic!r}): get the model in llama.cpp's format"
        )


def _load(path: Path, hardware: Hardware) -> _Loaded:
    try:
        import xllamacpp
    except ImportError:
        raise ConfigurationError(
            f"model files are read by an extra: pip install 'article-claims[local]'; or serve {path.name} "
            "with Ollama, LM Studio or llama.cpp, and name that server"
        ) from None
    key = secrets.token_urlsafe(24)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.model_alias = {path.name}
    params.api_keys = [key]
    params.n_ctx = hardware.context_tokens or _DEFAULT_CONTEXT
    params.n_parallel = 1
    params.verbosity = 1 if logger.isEnabledFor(logging.DEBUG) else -1
    if hardware.threads is not None:
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = hardware.threads
    if hardware.gpu_layers is not None:
        params.n_gpu_layers = hardware.gpu_layers
    try:
        server = xllamacpp.Server(params)
    except RuntimeError as error:
        raise ConfigurationError(
            f"{path} cannot be loaded ({str(error).rstrip('.')}): the file is damaged or of a newer kind, or "
            f"memory does not suffice for {params.n_ctx:,} tokens; try another copy, or a lower "
            "--context-tokens"
        ) from None
    endpoint = Endpoint(IN_PROCESS, path.name, f"{server.listening_address}/v1", key)
    return _Loaded(server, endpoint, _ask_context(endpoint, params.n_ctx))


def _ask_context(endpoint: Endpoint, wanted: int) -> int:
    """How many tokens the loaded model holds: no more than it was trained for."""
    request = Request(  # noqa: S310 - the address is our own server's
        f"{endpoint.base_url}/models", headers={"Authorization": f"Bearer {endpoint.api_key}"}
    )
    with build_opener(ProxyHandler({})).open(request, timeout=30) as answer:
        (listed,) = json.load(answer)["data"]
    return min(wanted, int(listed["meta"]["n_ctx"]), int(listed["meta"]["n_ctx_train"]))
