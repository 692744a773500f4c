"""A draft whose claims cite the wrong sentence -> the same with the right one, where that is certain.

Small models count sentences wrong. A claim that stands nearly word for word in one sentence, and hardly
at all in those it cites, needs no second round to be put right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.check.article import index_article
from summarizer.check.comparison.support import measure_support
from summarizer.check.lexicon.words import split_words
from summarizer.drafts import Draft, DraftClaim
from summarizer.records import Article, Problem, Sentence

_FEWEST = 2  # content words, below which a claim may stand anywhere
_FEW = 4  # content words of a claim, from which they alone tell which sentence it repeats
_ELSEWHERE = 0.4  # share of them in the cited sentences, below which it may be about another
_REPEATS = 0.8  # and share in that one, from which it is


class Citations:
    """The sentences of an article, to look up what a claim repeats."""

    def __init__(self, article: Article, sentences: Sequence[Sentence]) -> None:
        self._index = index_article(article, sentences)

    def mend(self, draft: Draft) -> Draft:
        """The draft with wrong citations put right; each is reported among its problems."""
        claims, problems = [], list(draft.problems)
        for claim in draft.claims:
            right = self.find_right(claim)
            if right is not None:
                told = ", ".join(map(str, claim.sentences))
                message = f"it cites sentence {told}; its words stand in sentence {right}, which is taken"
                problems.append(Problem(stage="check", message=message, item=claim.text))
                claim = replace(claim, sentences=(right,))  # noqa: PLW2901 - the same claim
            claims.append(claim)
        return replace(draft, claims=tuple(claims), problems=tuple(problems))

    def find_right(self, claim: DraftClaim) -> int | None:
        """The sentence that a claim repeats while it cites one about something else; else None.

        A short claim repeats one where it stands there word for word.
        """
        words = split_words(claim.text, self._index.language)
        roots = words.root_set
        cited = tuple(n for n in claim.sentences if n in self._index.order)
        if claim.spans or not cited or len(roots) < _FEWEST:
            return None
        if measure_support(roots, self._index.passage(cited).words.root_set) >= _ELSEWHERE:
            return None
        better = self._index.find_better(roots, cited)
        if better is None or better[1] < _REPEATS or better[0] in self._index.hidden:
            return None
        if len(roots) < _FEW and words.joined not in self._index.passage((better[0],)).words.joined:
            return None
        return better[0]
