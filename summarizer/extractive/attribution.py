"""Who says what in a line: each quotation and piece of reported speech with its cue and its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.extractive.clauses import Clauses, Cue, Found, Range
from summarizer.extractive.cues import find_cues
from summarizer.extractive.german_cues import find_german_cues, is_retold
from summarizer.extractive.lexer import Line


def read_line(clauses: Clauses) -> Iterator[Found]:
    """The attributions of one paragraph, in order of their contents."""
    line = clauses.line
    classes = line.classes
    cues = find_german_cues(clauses) if line.german else find_cues(clauses)
    if not cues and not line.quotations:
        return
    quotes = sorted(line.quotations)
    owner: dict[int, Cue | None] = {}
    for quote in quotes:
        owner[quote] = _own_quote(clauses, cues, quote)
    groups: dict[int, list[int]] = {}
    previous: int | None = None
    orphans: list[int] = []
    for quote in quotes:
        cue = owner[quote]
        if cue is None:
            if (
                not line.german
                and classes[quote - 1 : quote] == ":"
                and quote > clauses.sentence(quote)[0] + 2
            ):
                orphans.append(quote)  # "Holt disagreed: “…”"
                previous = None
                continue
            if (
                previous is not None
                and _follows(classes, previous, quote)
                and not (
                    line.german and any(previous < c.at < quote and c is not owner[previous] for c in cues)
                )
            ):
                groups[owner_key(owner, previous)].append(quote)
                owner[quote] = owner[previous]
                previous = quote
                continue
            orphans.append(quote)
            continue
        key = id(cue)
        groups.setdefault(key, []).append(quote)
        previous = quote
    for cue in cues:
        mine = groups.get(id(cue), [])
        if (
            cue.letter == "L"
            and not line.german
            and any(owner[q] not in (None, cue) for q in quotes if any(s <= q < e for s, e in cue.content))
        ):
            continue  # "“Goodbye,” she told him, according to two people": hers
        cue_range = (cue.at, cue.at + (2 if cue.letter == "L" else 1))
        inside = [q for q in mine if any(s <= q < e for s, e in cue.content)]
        if cue.after_quote is not None:
            mine = [q for q in mine if q == cue.after_quote or _is_speech(line, q)]
        if mine and (cue.after_quote is not None or not inside):
            yield Found(
                cue.subject, cue_range, [(q, q + 1) for q in mine], True, cue.addressee, letter=cue.letter
            )
            continue
        if mine:
            outside = [q for q in mine if q not in inside]
            rest = sum(
                classes[i] not in "QE,.:;_MAW" for s, e in cue.content for i in range(s, min(e, s + 200))
            )
            if rest == 0 or _quote_only(line, cue, inside):
                yield Found(
                    cue.subject, cue_range, [(q, q + 1) for q in mine], True, cue.addressee, letter=cue.letter
                )
            else:
                content = [*cue.content, *((q, q + 1) for q in outside)]
                yield Found(
                    cue.subject, cue_range, content, False, cue.addressee, letter=cue.letter, via=cue.via
                )
        elif cue.content and cue.letter != "Y":
            yield Found(
                cue.subject, cue_range, cue.content, False, cue.addressee, letter=cue.letter, via=cue.via
            )
    for quote in orphans:
        subject = None if is_retold(clauses, quote) else _near_subject(clauses, quote)
        yield Found(subject, None, [(quote, quote + 1)], True, carried=subject is None)


def _is_speech(line: Line, at: int) -> bool:
    """Whether a further quotation of a cue goes on with the speech, or is a name ("told “Nordblick”")."""
    quotation = line.quotations[at]
    return (
        line.classes[at] == "E"
        or line.classes[at - 1 : at] in (",", ":", ".", "E")
        or quotation.end - quotation.start > 40
    )


def owner_key(owner: dict[int, Cue | None], quote: int) -> int:
    """The identity of the cue that a quotation belongs to."""
    return id(owner[quote])


_LABEL_WORDS = 3
_MOSTLY = 0.65  # share of a content that is quoted, from which the quotation is the content


def _quote_only(line: Line, cue: Cue, inside: list[int]) -> bool:
    """Whether the cue's content is a quotation, not a clause with quoted words in it.

    "said: “…”", "told reporters: “…”", "said in Bonn, “…”"
    """
    classes = line.classes
    first = inside[0]
    if classes[first - 1 : first] == ":" or (first > 1 and classes[first - 1] == "," and cue.letter in "VBG"):
        return True
    between = classes[cue.at + 1 : first]
    if first < cue.at:
        return False
    if cue.letter == "K" and between and sum(len(line.inner[q].words) for q in inside) <= _LABEL_WORDS:
        return False  # "called it “cruel”"
    if not between:
        return True
    if cue.letter not in "KG" or re.search(r"[VBXM]", between):
        return False
    quoted = sum(line.quotations[q].end - line.quotations[q].start for q in inside)
    start, end = line.span(cue.content[0][0], cue.content[-1][1])
    return quoted >= _MOSTLY * (end - start)


def _own_quote(clauses: Clauses, cues: list[Cue], quote: int) -> Cue | None:
    """The cue that a quotation belongs to: directly after it, else before it in its sentence."""
    for cue in cues:
        if cue.after_quote == quote and cue.letter in "VBKY":
            return cue
    first, last = clauses.sentence(quote)
    for cue in cues:
        if first <= quote < cue.at < last and any(s <= quote < e for s, e in cue.content):
            return cue  # "The ‘cure’ failed, Lee said"
    before = [c for c in cues if first <= c.at < quote and c.after_quote is None]
    turned = clauses.classes[quote - 1 : quote] == ":" and not clauses.line.german
    if before and turned and before[-1].letter in "UK":
        turn = clauses.classes.rfind(",C", before[-1].at, quote)
        if turn > 0:  # "Brandt refused to comment, but Holt was blunt: “…”"
            before[-1].content = [(s, min(e, turn)) for s, e in before[-1].content if s < turn]
            return None
    if before:
        return before[-1]
    before = [c for c in cues if first <= c.at < quote]
    return before[-1] if before else None


def _follows(classes: str, previous: int, quote: int) -> bool:
    """Whether a quotation without a cue goes on with the one before: nothing but that one's cue between."""
    between = classes[previous + 1 : quote]
    return len(between) <= 40 and between.count(".") + between.count("E") <= 1


def _near_subject(clauses: Clauses, quote: int) -> Range | None:
    """The subject of the sentence around a quotation that has no cue."""
    first, _ = clauses.sentence(quote)
    if quote <= first:
        named = _NAMED_BEHIND.match(clauses.classes, quote)
        return named.span("name") if named and not clauses.line.german else None
    if clauses.classes[quote - 1] == ":" and not clauses.line.german:
        # "Brandt waited, but Holt was blunter: “…”"
        turn = clauses.classes.rfind(",C", first, quote) + 2
        first = turn if turn > 1 else first
    return clauses.opening_subject(first, quote)


# A headline's “I was lucky”: Ada Holm on her years at sea; a motto's “It went in a night.” – Ada Holm, mayor
_NAMED_BEHIND = re.compile(r"[QE][:-](?P<name>N{2,3})(?=[I,]|$)")


def announced_speaker(clauses: Clauses) -> Range | None:
    """Who a line that ends in a colon announces: "Smith said in a statement:", "From the report:"."""
    classes = clauses.classes
    if classes[-1:] != ":":
        return None
    first, last = clauses.sentence(len(classes) - 1)
    if clauses.line.lower[first] == "here" and classes[first + 1 : first + 2] == "X":
        first += 2  # "Here is Holt, the captain, speaking tonight:"
    found = find_german_cues(clauses) if clauses.line.german else find_cues(clauses)
    cues = [c for c in found if first <= c.at and c.subject]
    return cues[-1].subject if cues else clauses.opening_subject(first, last)
