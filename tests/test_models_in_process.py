"""A model file in this process: what is wrong with one is said in a line; a real one is read where there is one."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from summarizer import Options, Summarizer
from summarizer.errors import ConfigurationError
from summarizer.models import IN_PROCESS, resolve_model

# A small model to try for real; without one, and the extra, those tests are skipped.
MODEL = os.environ.get("SUMMARIZER_TEST_GGUF")
real = pytest.mark.skipif(not MODEL, reason="SUMMARIZER_TEST_GGUF names no model file to read")


def test_resolve_model_knows_a_model_file() -> None:
    """Whatever server is set, a name of a file is one; nothing is contacted and no key goes along."""
    environ = {"OPENAI_API_KEY": "invented", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}
    endpoint = resolve_model("local/models/small.gguf", environ=environ, base_url="http://127.0.0.1:8/v1")
    assert endpoint is not None
    assert (endpoint.provider, endpoint.model, endpoint.api_key) == (IN_PROCESS, "models/small.gguf", None)
    assert endpoint.local


def write(path: Path, data: bytes) -> Path:
    """A file of these bytes."""
    path.write_bytes(data)
    return path


def test_a_file_that_is_no_model_is_said_in_a_line(tmp_path: Path) -> None:
    """Missing, a folder, of another format."""
    with pytest.raises(ConfigurationError, match=r"there is no model file .*none\.gguf"):
        Summarizer(f"local/{tmp_path}/none.gguf")
    (tmp_path / "folder.gguf").mkdir()
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Summarizer(f"local/{tmp_path}/folder.gguf")
    path = write(tmp_path / "weights.gguf", b"PK\x03\x04 a zip file")
    with pytest.raises(ConfigurationError, match="not a GGUF file"):
        Summarizer(f"local/{path}")


def test_without_the_extra_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How to install it, and what else there is."""
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    path = write(tmp_path / "small.gguf", b"GGUF" + bytes(60))
    with pytest.raises(ConfigurationError, match=r"pip install 'article-claims\[local\]'"):
        Summarizer(f"local/{path}")


def test_a_damaged_file_is_said_in_a_line(tmp_path: Path) -> None:
    """llama.cpp refuses it, and the process lives."""
    pytest.importorskip("xllamacpp", reason="the extra `local` is not installed")
    path = write(tmp_path / "torn.gguf", b"GGUF" + bytes(60))
    with pytest.raises(ConfigurationError, match=r"torn\.gguf cannot be loaded"):
        Summarizer(f"local/{path}")


@real
def test_a_real_model_reads_is_shared_and_is_closed() -> None:
    """Loaded once for two readers, one answer within its limit; closed, and loaded again when asked again."""
    options = Options(rounds=0, max_output_tokens=60, context_tokens=4_096, threads=1)
    one, two = (Summarizer(f"local/{MODEL}", options=options) for _ in range(2))
    assert one._models["reader"].endpoint == two._models["reader"].endpoint

    async def read_twice() -> list[int]:
        tokens = []
        for _ in range(2):
            summary = await one.asummarize("“We will not sell the harbour,” the mayor, Ann Lee, said.")
            tokens.append(summary.usage.tokens_out)
            await one.aclose()
        await two.aclose()
        return tokens

    assert all(asyncio.run(read_twice()))
