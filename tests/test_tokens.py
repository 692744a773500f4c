"""Token counts: the shipped vocabulary is OpenAI's, and no text is slow."""

from __future__ import annotations

import hashlib
import time
from importlib.resources import files

import pytest
import tiktoken_ext.openai_public
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import tokens
from summarizer.tokens import count_tokens


def test_encoding_is_tiktokens_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pattern, special tokens and the vocabulary's hash are those in tiktoken's source."""
    asked: dict[str, object] = {}

    def load(url: str, expected_hash: str | None = None) -> dict[bytes, int]:
        asked.update(url=url, hash=expected_hash)
        return {}

    monkeypatch.setattr(tiktoken_ext.openai_public, "load_tiktoken_bpe", load)
    theirs = tiktoken_ext.openai_public.o200k_base()
    ours = tokens._encoding()
    vocabulary = files("summarizer").joinpath("data/o200k_base.tiktoken").read_bytes()
    assert ours._pat_str == theirs["pat_str"]
    assert ours._special_tokens == theirs["special_tokens"]
    assert hashlib.sha256(vocabulary).hexdigest() == asked["hash"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("hello world", 2),  # the two commonest words of any tokenizer's manual
        ("<|endoftext|>", 7),  # plain text here: seven pieces, not one control token
        ("123456", 2),  # digits go by threes
    ],
)
def test_count_tokens_known_texts(text: str, count: int) -> None:
    """Short texts whose pieces can be told by hand."""
    assert count_tokens(text) == count


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=400))
def test_count_tokens_any_text(text: str) -> None:
    """Any text has a count, at most one token a UTF-8 byte, lone surrogates included."""
    assert 0 <= count_tokens(text) <= len(text.encode("utf-8", "surrogatepass"))


def test_count_tokens_long_text_near_exact() -> None:
    """Counting in pieces moves the count of ordinary prose by less than one in a thousand."""
    text = "The harbour board met on Tuesday, and nobody was surprised by what it decided.\n" * 400
    exact = len(tokens._encoding().encode_ordinary(text))
    assert abs(count_tokens(text) - exact) <= exact / 1000


@pytest.mark.parametrize("unit", ["x", "=", " ", "\n", "界", "é"])
def test_count_tokens_is_linear(unit: str) -> None:
    """1 MB of one character without a break takes a moment, where tiktoken alone may panic."""
    text = unit * (1_000_000 // len(unit.encode()))
    start = time.process_time()
    assert count_tokens(text) > 0
    assert time.process_time() - start < 15
