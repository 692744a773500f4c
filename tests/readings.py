"""What the checks find in a pair of texts, and what the built-in engine reads in one, for tests of both."""

from __future__ import annotations

import importlib
import pkgutil

from hypothesis import strategies as st

from summarizer.check import check_claim, comparison, lexicon, passage
from summarizer.drafts import Draft
from summarizer.extractive import propose_draft, read_statements
from summarizer.records import Article, Metadata, Outcome, Stance
from summarizer.split import split_sentences

# Of random letters no rule reads anything; of these words in any order many do.
_WORDS = """
not never denied refused to half a third of 6 million 40 percent more than nearly may reportedly
said told Ruiz Keller Russia Russian Monday “ ” ‘ ’ ( ) [ ] , . ; : – - … $ € ' " _ null
rose fell before after than if whether all some unsafe May 2025 4th second a quarter
0 zero 0m 0% -1 0.0 between and from to per every out in one dozen times twice percentage points million bn
years old three-year-old weeks 9:30 2-1 1.1–1.4bn 20- km C degrees hours 1990s early km/h each 100,000 1/2 ½
The mayor union minister Mr she he it who no but that by put at says according accused called asked estimated
"""
SOUP = st.lists(st.sampled_from(_WORDS.split()), max_size=30).map(" ".join)


def _list_table_words() -> list[str]:
    """Every word in the tables of the checks."""
    found: set[str] = set()
    for layer in (lexicon, passage, comparison):
        for module in pkgutil.iter_modules(layer.__path__, f"{layer.__name__}."):
            tables = vars(importlib.import_module(module.name)).values()
            for table in tables:
                if isinstance(table, frozenset | dict):
                    found.update(w for w in table if isinstance(w, str) and w.strip())
    return sorted(found)


# Likewise of all words that the checks know, and of marks, so that new rules are tried, too.
TABLE_SOUP = st.lists(
    st.one_of(st.sampled_from(_list_table_words()), st.sampled_from(_WORDS.split())), max_size=25
).map(" ".join)


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
