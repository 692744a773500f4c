"""The page of one article: what is said on one side, the article with its evidence on the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.language import guess_language
from summarizer.records import (
    Article,
    Check,
    Claim,
    Evidence,
    Line,
    Outcome,
    Position,
    Provenance,
    Span,
    Summary,
    Verdict,
    list_cited,
)
from summarizer.render.links import check_url, make_fragment, name_host
from summarizer.render.outline import (
    STANCE_SIGNS,
    VERDICT_SIGNS,
    describe_actor,
    describe_claim,
    describe_item,
    describe_source,
    describe_usage,
    explain_verdict,
    group_claims,
    list_numbers,
)
from summarizer.render.pages.frame import check_language, render_page, shorten
from summarizer.render.pages.passages import Layout, Mark
from summarizer.render.pages.speakers import Speaker, list_speakers, name_holder
from summarizer.render.removed import list_removals, show_text

# The longest text shown in one piece beside the article; a "claim" of a megabyte is not for reading.
_LONGEST = 1_200
_LONGEST_SIDE = 200  # of what article and claim have, together
_LONGEST_REMOVAL = 2_000
_MOST_REMOVALS = 500


@dataclass(frozen=True, slots=True)
class Words:
    """A run of an item's text; `instead` is what the article has in its place, where that differs."""

    text: str
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as shown under an item: its sentences' numbers, its words, where it stands at the source."""

    numbers: str
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A text that was checked: its words, its verdict, and the reasons that do not show in the words."""

    words: tuple[Words, ...]
    verdict: Verdict
    sign: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A position or a claim as its page shows it.

    Args:
        id: "p1", "c2": its anchor.
        said: its text.
        about: how it stands in the article.
        stance, sign: a position's; "" for a claim.
        kind: a claim's; "" for a position.
        numbers: of the sentences cited: "[4,5]".
        first: the first of them.
        at: its pieces in the article, for the script: "3-5 9".
        checked: what the checks say that found no difference.
    """

    id: str
    speaker: Speaker
    said: Judged
    about: str
    stance: str
    sign: str
    kind: str
    numbers: str
    first: int | None
    at: str
    quotes: tuple[Quote, ...]
    checked: str

    @property
    def label(self) -> str:
        """What the article's mark of the item is called."""
        name = shorten(self.speaker.name, 60)
        return f"{name} {self.stance}" if self.stance else f"{name}, {self.kind}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One filter: its name, its label, and the values with how many items each has."""

    name: str
    label: str
    values: tuple[tuple[str, str, int], ...]


def render_article_page(summary: Summary, article: Article | None = None, *, index: str | None = None) -> str:
    """A summary as one HTML file that needs nothing else.

    Args:
        summary: what to show.
        article: the article as it was cleaned, where it is at hand: then what was removed is shown, too.
        index: a relative address to lead back to.
    """
    speakers = list_speakers(summary)
    marked: list[tuple[str, Claim | Position]] = [(f"p{n}", p) for n, p in enumerate(summary.positions, 1)]
    marked += [(f"c{n}", c) for n, c in enumerate((c for g in group_claims(summary) for c in g.claims), 1)]
    layout = Layout(
        summary.text,
        summary.sentences,
        [
            Mark((e.start, e.end), id_, speakers[name_holder(item)].style)
            for id_, item in marked
            for e in item.evidence
        ],
        _find_differences(summary),
        [(e.start, e.end) for e in summary.uncited],
    )
    pieces = layout.list_pieces()
    url = check_url(summary.source.metadata.url)
    items = {
        id_: _make_item(id_, item, speakers[name_holder(item)], pieces.get(id_, ()), url)
        for id_, item in marked
    }
    claims = iter(i for i in items.values() if not i.stance)
    removals = list_removals(article) if article is not None else ()
    language = check_language(summary.source.metadata.language or guess_language(summary.text))
    values = {
        "headline": _judge(summary.headline),
        "gist": _judge(summary.gist),
        "source": shorten(describe_source(summary), 300),
        "title": _find_title(summary),
        "url": url,
        "host": name_host(url) if url else "",
        "positions": [i for i in items.values() if i.stance],
        "groups": [
            (group.name, describe_actor(group.actor), [next(claims) for _ in group.claims])
            for group in group_claims(summary)
        ],
        "items": items,
        "choices": _list_choices(tuple(items.values())),
        "uncited": [_quote(e, url) for e in summary.uncited],
        "problems": [
            (shorten(p.stage, 60), shorten(p.message), shorten(describe_item(p.item), 200) if p.item else "")
            for p in summary.problems
        ],
        "complete": summary.complete,
        "paragraphs": layout.list_paragraphs(),
        "language": language,
        "own_language": check_language(summary.provenance.language) or language,
        "provenance": _describe_provenance(summary),
        "removals": [
            (
                r.line,
                r.reason,
                show_text(r.removed, _LONGEST_REMOVAL),
                shorten(r.replacement.strip()),
                r.count,
            )
            for r in removals[:_MOST_REMOVALS]
        ],
        "more_removals": max(0, len(removals) - _MOST_REMOVALS),
        "index": index,
    }
    return render_page("article.html", values, script="article.js")


def _find_title(summary: Summary) -> str | None:
    """The article's title, where its text does not begin with it anyway."""
    title = summary.source.metadata.title
    return None if not title or summary.text.lstrip().startswith(title.strip()) else title


def _find_differences(summary: Summary) -> list[Span]:
    items: tuple[Claim | Position | Line, ...] = (
        summary.headline, summary.gist, *summary.positions, *summary.claims
    )  # fmt: skip
    checks = (c for item in items if item.verdict is not Verdict.SUPPORTED for c in item.checks)
    # Without words of its own the article has nothing instead: the whole passage is about something else.
    return [c.article_span for c in checks if c.outcome is Outcome.DIFFERS and c.expected and c.article_span]


def _make_item(
    id_: str, item: Claim | Position, speaker: Speaker, pieces: Sequence[range], url: str | None
) -> Item:
    numbers = list_cited(item.evidence)
    return Item(
        id=id_,
        speaker=speaker,
        said=_judge(item),
        about="" if isinstance(item, Position) else shorten(describe_claim(item)),
        stance=str(item.stance) if isinstance(item, Position) else "",
        sign=STANCE_SIGNS[item.stance] if isinstance(item, Position) else "",
        kind="" if isinstance(item, Position) else str(item.kind),
        numbers=list_numbers(item.evidence),
        first=numbers[0] if numbers else None,
        at=" ".join(f"{r.start}-{r.stop - 1}" if len(r) > 1 else f"{r.start}" for r in pieces),
        quotes=tuple(_quote(e, url) for e in item.evidence),
        checked=_describe_checks(item.checks),
    )


def _quote(evidence: Evidence, url: str | None) -> Quote:
    return Quote(
        list_numbers([evidence]),
        shorten(evidence.quote),
        url + make_fragment(evidence.quote) if url else None,
    )


def _describe_checks(checks: Iterable[Check]) -> str:
    """What the checks say that found no difference: "9 checks passed; cannot tell: support, stance"."""
    checks = tuple(checks)
    passed = sum(check.outcome is Outcome.PASSED for check in checks)
    unknown = dict.fromkeys(check.name for check in checks if check.outcome is Outcome.UNKNOWN)
    parts = [f"{passed} check{'s' if passed > 1 else ''} passed"] if passed else []
    return "; ".join(parts + ([f"cannot tell: {', '.join(unknown)}"] if unknown else []))


def _judge(item: Claim | Position | Line) -> Judged:
    """An item's text, with what the article has instead where the text shows it, and what is left to say."""
    text = item.issue if isinstance(item, Position) else item.text
    words: list[Words] = []
    rest: list[Check] = []
    at = 0
    differing = (
        [c for c in item.checks if c.outcome is Outcome.DIFFERS] if item.verdict != "supported" else []
    )
    for check in sorted(differing, key=lambda c: c.item_span or (0, 0)):
        span = check.item_span
        if not (span and check.expected and at <= span[0] < span[1] <= _LONGEST):
            rest.append(check)
            continue
        if text[slice(*span)] != check.found or len(check.expected + check.found) > _LONGEST_SIDE:
            rest.append(check)  # a span of another text, or a passage too long to stand in a line
            continue
        words += (Words(text[at : span[0]]), Words(text[slice(*span)], check.expected))
        at = span[1]
    end = text[at:]
    words.append(Words(shorten(end, max(1, _LONGEST - at))))
    reasons = explain_verdict(item.model_copy(update={"checks": tuple(rest)})) if rest else ()
    return Judged(
        tuple(w for w in words if w.text),
        item.verdict,
        VERDICT_SIGNS[item.verdict],
        tuple(shorten(reason) for reason in reasons),
    )


def _list_choices(items: Sequence[Item]) -> tuple[Choice, ...]:
    """The filters that tell items apart; values in order of first appearance."""
    speakers = Counter(i.speaker.number for i in items)
    names = {i.speaker.number: shorten(i.speaker.name, 60) for i in items}
    stances = {str(stance): f"{sign} {stance}" for stance, sign in STANCE_SIGNS.items()}
    verdicts = {str(verdict): f"{sign} {verdict}".strip() for verdict, sign in VERDICT_SIGNS.items()}
    found = (
        ("actor", "Who", tuple((f"{n}", names[n], speakers[n]) for n in sorted(speakers))),
        ("stance", "Stance", _count((i.stance for i in items), stances)),
        ("verdict", "Verdict", _count((i.said.verdict for i in items), verdicts)),
        ("kind", "Kind", _count((i.kind for i in items), {})),
    )
    return tuple(Choice(*choice) for choice in found if len(choice[2]) > 1)


def _count(values: Iterable[str], labels: dict[str, str]) -> tuple[tuple[str, str, int], ...]:
    counts = Counter(f"{value}" for value in values if value)
    return tuple((value, labels.get(value, value), count) for value, count in counts.items())


def _describe_provenance(summary: Summary) -> list[tuple[str, str]]:
    """What made the summary, a line each: label and words."""
    made, usage = summary.provenance, summary.usage
    lines = [("Read by", made.model or f"{made.engine} engine (built in, no model)")]
    lines += _describe_prompt("Prompt", made.prompt, made.prompt_hash)
    if made.verifier:
        lines.append(("Second opinion", made.verifier))
        lines += _describe_prompt("Its prompt", made.verify_prompt, made.verify_prompt_hash)
    took = describe_usage(usage)
    if usage.requests:
        requests = f"{usage.requests:,} request{'s' if usage.requests > 1 else ''}"
        took = [requests, *took]
    lines.append(("Took", " · ".join(took)))
    lines.append(("Made", _describe_time(made)))
    lines.append(("With", f"summarizer {made.summarizer}"))
    lines.append(("Input", f"{summary.source.raw_length:,} characters, SHA-256 {summary.source.raw_sha256}"))
    return [(label, shorten(words, 400)) for label, words in lines]


def _describe_prompt(label: str, name: str | None, hash_: str | None) -> list[tuple[str, str]]:
    return [(label, name + (f" · {hash_}" if hash_ else ""))] if name else []


def _describe_time(made: Provenance) -> str:
    """ISO 8601 for people: "2026-03-01T08:30:00+00:00" -> "2026-03-01 08:30 UTC"."""
    date, _, time = made.created.partition("T")
    return f"{date} {time[:5]} UTC" if time else date
