"""What the checks find in a pair of texts, and what the built-in engine reads in one, for tests of both."""

from __future__ import annotations

from summarizer.check import check_claim
from summarizer.drafts import Draft
from summarizer.extractive import propose_draft, read_statements
from summarizer.records import Article, Metadata, Outcome, Stance
from summarizer.split import split_sentences


def find_differing(claim: str, evidence: str) -> set[str]:
    """The names of the checks that find a difference."""
    checks = check_claim(claim, evidence, language="en")
    return {check.name for check in checks if check.outcome is Outcome.DIFFERS}


def read_draft(text: str, language: str | None = None, title: str | None = None) -> Draft:
    """The draft of a text."""
    sentences = split_sentences(Article(raw=text, metadata=Metadata(language=language)))
    reading = read_statements(text, sentences, language=language)
    return propose_draft(text, sentences, reading, Metadata(title=title, language=language))


def positions(text: str, language: str | None = None) -> list[tuple[str, Stance, str]]:
    """Holder, stance and issue of every position of the draft."""
    return [(p.holder, p.stance, p.issue) for p in read_draft(text, language).positions]
