"""Other ways to ground a claim in a passage: each says yes or no, none says what differs.

langextract (its aligner, as its results are filtered by default: any character interval counts), instructor
(its Citation, which allows five edits) and `str.find`. The two packages are optional; install them in an
environment of their own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

Accepts = Callable[[str, str], bool]


def load_peers() -> dict[str, Accepts | str]:
    """For each peer a function of claim and evidence, or a line that says why it is left out."""
    return {
        "str.find": lambda claim, evidence: evidence.find(claim) >= 0,
        "langextract": _load_langextract(),
        "instructor": _load_instructor(),
    }


def _load_langextract() -> Accepts | str:
    try:
        from langextract.core.data import Extraction
        from langextract.resolver import Resolver
    except ImportError as error:
        return f"left out: {error}"
    logging.getLogger("absl").setLevel(logging.ERROR)
    resolver = Resolver()

    def accepts(claim: str, evidence: str) -> bool:
        extraction = Extraction(extraction_class="claim", extraction_text=claim)
        aligned = list(resolver.align([extraction], evidence, token_offset=0, char_offset=0))
        return aligned[0].char_interval is not None

    return accepts


def _load_instructor() -> Accepts | str:
    try:
        from instructor import CitationMixin
    except ImportError as error:
        return f"left out: {error}"

    def accepts(claim: str, evidence: str) -> bool:
        cited = CitationMixin.model_validate({"substring_quotes": [claim]}, context={"context": evidence})
        return bool(cited.substring_quotes)

    return accepts
