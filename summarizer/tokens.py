"""Token counts, from a vocabulary that ships with the package: no download, ever."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

# Longest text that is given to the tokenizer in one piece. In older versions of tiktoken its merge step is
# quadratic in a run without spaces, and in 0.14 a megabyte of spaces still overflows its stack, a panic that
# no `except Exception` catches. Cutting moves the count by a token a cut at most.
_LONGEST_PIECE = 2_000


@lru_cache(maxsize=1)
def _encoding() -> tiktoken.Encoding:
    """OpenAI's o200k_base, built from the vocabulary in the package instead of a download.

    Pattern and special tokens are those of `tiktoken_ext.openai_public.o200k_base`.
    """
    import base64

    import tiktoken

    lines = files("summarizer").joinpath("data/o200k_base.tiktoken").read_bytes().splitlines()
    ranks = {base64.b64decode(token): int(rank) for token, rank in (line.split() for line in lines)}
    letters_upper = r"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]"
    letters_lower = r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]"
    contraction = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)?"
    pattern = "|".join(
        (
            rf"[^\r\n\p{{L}}\p{{N}}]?{letters_upper}*{letters_lower}+{contraction}",
            rf"[^\r\n\p{{L}}\p{{N}}]?{letters_upper}+{letters_lower}*{contraction}",
            r"\p{N}{1,3}",
            r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
            r"\s*[\r\n]+",
            r"\s+(?!\S)",
            r"\s+",
        )
    )
    return tiktoken.Encoding(
        name="o200k_base",
        pat_str=pattern,
        mergeable_ranks=ranks,
        special_tokens={"<|endoftext|>": 199999, "<|endofprompt|>": 200018},
    )


def count_tokens(text: str) -> int:
    """How many o200k_base tokens a text has. Exact for OpenAI's models since GPT-4o, near for others.

    Special tokens in the text count as the plain text that they are. Lone surrogates count as "\ufffd".

    >>> count_tokens("The article is data.")
    5
    """
    encode = _encoding().encode_ordinary
    if len(text) <= _LONGEST_PIECE:
        return len(encode(text))
    total, at = 0, 0
    while at < len(text):
        end = min(at + _LONGEST_PIECE, len(text))
        if end < len(text):
            # A word's token takes its leading space along, so cut before the space.
            space = text.rfind(" ", at + 1, end)
            end = space if space > 0 else end
        total += len(encode(text[at:end]))
        at = end
    return total
