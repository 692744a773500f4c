"""A summary as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): passages, and what each shows.

An annotation has one target, as Hypothesis wants it: an item with three passages makes three annotations. A
target is found by its words with 32 characters around them (TextQuoteSelector), and by its offsets in the
cleaned text, in code points (TextPositionSelector): exact for that text, and for the page that it was taken
from a hint, as which Hypothesis uses it.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from summarizer.records import Claim, Evidence, Position, Summary, Verdict
from summarizer.render.links import check_url
from summarizer.render.outline import VERDICT_SIGNS, describe_claim, explain_verdict, name_speaker

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# As much as Hypothesis keeps: enough to tell two places with the same words apart.
AROUND = 32

Node = dict[str, object]


def make_annotations(summary: Summary) -> list[Node]:
    """The annotations of a summary, positions first, each whole by itself."""
    items: list[tuple[str, Claim | Position]] = [(f"p{n}", p) for n, p in enumerate(summary.positions, 1)]
    items += [(f"c{n}", c) for n, c in enumerate(summary.claims, 1)]
    return [
        _annotate(summary, f"{key}/e{number}", item, evidence)
        for key, item in items
        for number, evidence in enumerate(item.evidence, 1)
    ]


def make_collection(annotations: list[Node], label: str) -> Node:
    """Annotations as one AnnotationCollection, all on its first page."""
    ids = " ".join(str(annotation["id"]) for annotation in annotations)
    name = f"urn:uuid:{uuid5(NAMESPACE_URL, ids)}"
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": label,
        "total": len(annotations),
        "first": {
            "id": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            # The context stands above.
            "items": [{k: v for k, v in a.items() if k != "@context"} for a in annotations],
        },
    }


def _annotate(summary: Summary, key: str, item: Claim | Position, evidence: Evidence) -> Node:
    text, made = summary.text, summary.provenance
    start, end = evidence.start, evidence.end
    bodies = [_describe(item, made.language or summary.source.metadata.language)]
    if item.verdict is not Verdict.SUPPORTED:
        reasons = "; ".join(explain_verdict(item))
        words = f"{VERDICT_SIGNS[item.verdict]} {item.verdict}" + (f": {reasons}" if reasons else "")
        bodies.append(_body(words, "commenting"))
    bodies += [_body(tag, "tagging") for tag in _list_tags(item)]
    return {
        "@context": CONTEXT,
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{summary.source.raw_sha256}/{key}')}",
        "type": "Annotation",
        "motivation": "describing",
        "created": made.created,
        "generator": {"type": "Software", "name": f"summarizer {made.summarizer}"},
        "body": bodies,
        "target": {
            "source": name_source(summary),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def name_source(summary: Summary) -> str:
    """What identifies an article: its address where that is known, else the hash of its raw input."""
    return check_url(summary.source.metadata.url) or f"urn:sha256:{summary.source.raw_sha256}"


def _describe(item: Claim | Position, language: str | None) -> Node:
    if isinstance(item, Position):
        body = _body(f"{item.holder} {item.stance} {item.issue}", "describing")
    else:
        how = describe_claim(item)
        who = name_speaker(item.speaker, item.attribution)
        body = _body(f"{who}: {item.text}" + (f" ({how})" if how else ""), "describing")
    return {**body, "language": language} if language else body


def _list_tags(item: Claim | Position) -> list[str]:
    if isinstance(item, Position):
        tags: list[str] = ["position", item.stance, item.holder, item.verdict]
    else:
        tags = ["claim", item.kind, item.attribution, item.speaker or "", item.verdict]
    return [str(tag) for tag in dict.fromkeys(tags) if tag]


def _body(value: str, purpose: str) -> Node:
    return {"type": "TextualBody", "value": str(value), "format": "text/plain", "purpose": purpose}
