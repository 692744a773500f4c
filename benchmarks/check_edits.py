"""Claims made from gold data by rule: verbatim content, human summaries, and one change of meaning at a time.

The gold data stays outside the repository (see --gold of benchmarks/checks.py); these rules share no table
with the checks that they measure.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.records import Article, Metadata, Sentence
from summarizer.split import split_sentences

_EDGES = " \n\t\"“”„«»‘’'`,"
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w-])")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|has|have|had)\b(?! (?:not|n't|been a|never))"
)
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})?(?=[ .,])")
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|probably|possibly|perhaps|likely) |\b(?:may|might|could) (?=[a-z]+\b)"
)
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ?){1,4}")
_OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "rise": "fall", "rose": "fell", "higher": "lower",
    "support": "oppose", "supports": "opposes", "supported": "opposed", "win": "lose", "won": "lost",
    "before": "after", "after": "before", "more": "less", "strong": "weak", "safe": "dangerous",
    "accept": "reject", "accepted": "rejected", "open": "close", "opened": "closed", "best": "worst",
}  # fmt: skip
_OPPOSITE = re.compile(rf"\b({'|'.join(_OPPOSITES)})\b")


@dataclass(frozen=True)
class GoldClaim:
    """A claim from an annotated article; `kind` is what was changed, "" where nothing was."""

    article: Article
    sentences: tuple[Sentence, ...]
    cited: tuple[int, ...]
    text: str
    speaker: str | None
    kind: str = ""
    human: bool = False
    stitched: bool = False  # of several spans, with the words between them left out


def read_claims(folder: Path, limit: int) -> Iterator[GoldClaim]:
    """Content spans of annotated articles as claims, and human summaries with what carries them."""
    for path in sorted(folder.glob("*/dev.jsonl")):
        if path.parent.name == "seesaw":
            continue
        for line in path.read_text(encoding="utf-8").splitlines()[:limit]:
            entry = json.loads(line)
            meta = entry["meta"]
            language = (meta.get("lang") or ("de" if path.parent.name == "wikinews_de" else "en"))[:2]
            article = Article(raw=entry["text"], metadata=Metadata(date=meta.get("date"), language=language))
            sentences = tuple(split_sentences(article))
            for note in entry["annotations"]:
                spans = note["content_spans"]
                if note["kind"] not in ("direct", "indirect", "mixed") or not spans:
                    continue
                text = " ".join(entry["text"][a:b].strip() for a, b in spans).strip(_EDGES)
                cited = tuple(s.number for s in sentences if any(s.start < b and a < s.end for a, b in spans))
                name = (note["extra"] or {}).get("speaker_resolved") or note["speaker"]
                speaker = name if name and name[:1].isupper() and name.lower() not in _PRONOUNS else None
                if len(text.split()) >= 4 and cited:
                    yield GoldClaim(article, sentences, cited, text, speaker, stitched=len(spans) > 1)
            for summary in meta.get("human_summaries", ()):
                who, _, text = summary.partition(") ")
                if not who.startswith("(human"):
                    continue
                cited = _find_carriers(text, article, sentences)
                yield GoldClaim(article, sentences, cited, text, None, human=True)


_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it", "er", "sie", "wir", "ich"))


def _find_carriers(text: str, article: Article, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """The up to four sentences that together have most of a summary's words, chosen one after the other."""
    wanted = {w.lower() for w in re.findall(r"\w{3,}", text)}
    words = {
        s.number: {w.lower() for w in re.findall(r"\w{3,}", article.text[s.start : s.end])} for s in sentences
    }
    chosen: list[int] = []
    for _ in range(4):
        number = max(words, key=lambda n: (len(wanted & words[n]), -n))
        if len(wanted & words[number]) < 2:
            break
        chosen.append(number)
        wanted -= words.pop(number)
    return tuple(sorted(chosen))


def edit_claims(claims: Sequence[GoldClaim], seed: int = 7) -> Iterator[GoldClaim]:
    """Each claim once for every kind of change that its words allow."""
    draw = random.Random(seed)  # noqa: S311  # draws examples, no secret
    for position, claim in enumerate(claims):
        text = claim.text
        if claim.article.metadata.language != "en":
            continue
        if (found := _NUMBER.search(text)) and found.group() not in ("1", "0"):
            digits = found.group()
            first = str((int(digits[0]) + draw.randint(1, 8)) % 9 + 1)
            if first != digits[0]:
                yield replace(
                    claim, kind="number", text=text[: found.start()] + first + text[found.start() + 1 :]
                )
        if found := _AUXILIARY.search(text):
            yield replace(claim, kind="negation", text=f"{text[: found.end()]} not{text[found.end() :]}")
        if found := re.search(r"\b(is|are|was|were|will|would|can|could|should|did|do|does) not ", text):
            yield replace(claim, kind="negation", text=text[: found.end(1)] + text[found.end() - 1 :])
        if found := _CAPITAL.search(text):
            others = [
                n for n in _CAPITAL.findall(claim.article.text) if n not in text and found.group() not in n
            ]
            if others:
                other = draw.choice(others)
                yield replace(claim, kind="name", text=text[: found.start()] + other + text[found.end() :])
        if found := _HEDGE.search(text):
            yield replace(claim, kind="hedge", text=text[: found.start()] + text[found.end() :])
        if found := _OPPOSITE.search(text):
            swapped = text[: found.start()] + _OPPOSITES[found.group()] + text[found.end() :]
            yield replace(claim, kind="antonym", text=swapped)
        wrong = [s.number for s in claim.sentences if s.number not in claim.cited and s.end - s.start > 40]
        if wrong and len(text.split()) >= 6:
            yield replace(claim, kind="support", cited=(draw.choice(wrong),))
        others = [
            c.speaker
            for c in claims[max(0, position - 20) : position + 20]
            if c.article is claim.article
            and c.speaker
            and claim.speaker
            and _NAME.fullmatch(c.speaker)
            and _NAME.fullmatch(claim.speaker)
            and not _share(c.speaker, claim.speaker)
        ]
        if others:
            yield replace(claim, kind="speaker", speaker=draw.choice(others))


def _share(a: str, b: str) -> bool:
    return not set(a.lower().split()).isdisjoint(b.lower().split())
