"""What the checks know of one article: prepared once, each part when it is first needed, in linear time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from heapq import nsmallest

from summarizer.check.instructions import find_instructions
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.passage import Passage
from summarizer.language import guess_language
from summarizer.records import Article, Evidence, Sentence, Span


def index_article(article: Article, sentences: Sequence[Sentence]) -> ArticleIndex:
    """An article's index: in its language, without what addresses a machine."""
    language = (article.metadata.language or guess_language(article.text) or "en")[:2].lower()
    return ArticleIndex(article, sentences, language, find_instructions(article.text, sentences))


class ArticleIndex:
    """An article's sentences by number, and what stands in each."""

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], language: str, hidden: frozenset[int]
    ) -> None:
        """Prepare nothing yet; sentences in `hidden` are no evidence for anything."""
        self.article = article
        self.text = article.text
        self.sentences = sentences
        self.language = language
        self.hidden = hidden
        self.order = {s.number: i for i, s in enumerate(sentences)}
        self._passages: dict[tuple[int, ...], Passage] = {}

    @cached_property
    def whole(self) -> Passage:
        """The whole article without what is hidden."""
        if not self.hidden:
            return Passage(self.text, self.language)
        return self._cut([(s.start, s.end) for s in self.sentences if s.number not in self.hidden])

    @cached_property
    def commands(self) -> Words:
        """The words of what is hidden."""
        return self._cut([(s.start, s.end) for s in self.sentences if s.number in self.hidden]).words

    def _cut(self, spans: Sequence[Span]) -> Passage:
        """A passage of pieces of the article, each on its line."""
        places, at = [], 0
        for start, end in spans:
            places.append((at, start))
            at += end - start + 1
        return Passage("\n".join(self.text[a:b] for a, b in spans), self.language, tuple(places) or ((0, 0),))

    def passage(self, numbers: tuple[int, ...]) -> Passage:
        """The cited sentences as one passage; the same one for every claim that cites them."""
        passage = self._passages.get(numbers)
        if passage is None:
            passage = self._passages[numbers] = self._cut(self.runs(numbers))
        return passage

    def runs(self, numbers: Sequence[int]) -> list[Span]:
        """The spans of cited sentences, those that follow one another as one."""
        return [(first.start, last.end) for first, last, _ in self._group(numbers)]

    def _group(self, numbers: Sequence[int]) -> list[tuple[Sentence, Sentence, tuple[int, ...]]]:
        found: list[tuple[Sentence, Sentence, tuple[int, ...]]] = []
        previous = -2
        for index in sorted({self.order[n] for n in numbers if n in self.order}):
            sentence = self.sentences[index]
            if index == previous + 1 and found:
                first, _, members = found[-1]
                found[-1] = (first, sentence, (*members, sentence.number))
            else:
                found.append((sentence, sentence, (sentence.number,)))
            previous = index
        return found

    def evidence(self, numbers: Sequence[int], spans: Sequence[Span] = ()) -> tuple[Evidence, ...]:
        """Evidence for cited sentences: one for each run, or for each span that narrows them.

        A span outside the cited sentences is cut to them, and left out where nothing remains.
        """
        groups = self._group(numbers)
        whole = [(first.start, last.end, members) for first, last, members in groups]
        ends = [end for _, end, _ in whole]
        narrowed: list[tuple[int, int, tuple[int, ...]]] = []
        for start, end in sorted(set(spans)):
            for run_start, run_end, members in (
                whole[i] for i in range(bisect_right(ends, start), len(whole))
            ):
                if run_start >= end:
                    break
                low, high = max(start, run_start), min(end, run_end)
                if low < high and self.text[low:high].strip():
                    narrowed.append((low, high, self._find_touched(members, low, high) or members))
        return tuple(self._make_evidence(*piece) for piece in narrowed or whole)

    def _find_touched(self, members: tuple[int, ...], start: int, end: int) -> tuple[int, ...]:
        """Of sentences that follow one another those that a span touches."""
        first = self.order[members[0]]
        low = bisect_right(self._ends, start) - first
        high = bisect_left(self._starts, end) - first
        return members[max(0, low) : max(0, high)]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _ends(self) -> list[int]:
        return [s.end for s in self.sentences]

    def _make_evidence(self, start: int, end: int, numbers: tuple[int, ...]) -> Evidence:
        raw_start, raw_end = self.article.to_raw(start, end)
        return Evidence(
            sentences=numbers,
            quote=self.text[start:end],
            start=start,
            end=end,
            raw_start=raw_start,
            raw_end=raw_end,
        )

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        """For each root the sentences (by index) that have it."""
        starts = self._starts
        words = self.whole.words
        found: dict[str, list[int]] = {}
        for root, start in zip(words.roots, words.starts, strict=True):
            if not root:
                continue
            index = bisect_right(starts, self.whole.to_article(start, start)[0]) - 1
            listed = found.setdefault(root, [])
            if index >= 0 and (not listed or listed[-1] != index):
                listed.append(index)
        return found

    def find_near(self, roots: frozenset[str], having: str | None) -> Passage | None:
        """The sentence that has most of the roots of a headline or gist; None where no single one does.

        `having`: of the sentences with this root the one that has most of the others, if it has any.
        """
        if having is None:
            best = self.find_better(roots, ())
            return None if best is None or best[1] < _RESTS else self.passage((best[0],))
        hits = Counter(self._postings.get(having, ())[:_COMMON])
        for root in roots - {having}:
            hits.update(index for index in self._postings.get(root, ())[:_COMMON] if index in hits)
        index, count = min(hits.items(), key=lambda hit: (-hit[1], hit[0]), default=(0, 0))
        return self.passage((self.sentences[index].number,)) if count > 1 else None

    def find_better(self, roots: frozenset[str], cited: Sequence[int]) -> tuple[int, float, str] | None:
        """The sentence outside the cited ones that shares most of the roots: number, share and text.

        Of several that share as many, the first.
        """
        skip = {self.order[n] for n in cited if n in self.order}
        hits: Counter[int] = Counter()
        for root in roots:
            listed = self._postings.get(root, ())
            if len(listed) <= _COMMON:
                hits.update(listed)
        for index, count in nsmallest(len(skip) + 1, hits.items(), key=lambda hit: (-hit[1], hit[0])):
            if index not in skip:
                sentence = self.sentences[index]
                return sentence.number, count / max(1, len(roots)), self.text[sentence.start : sentence.end]
        return None


_RESTS = 0.6  # share of a line's content words in one sentence, from which it rests on that one
_COMMON = 200  # sentences; a root in more of them tells none apart, and would cost time
