"""A summary as schema.org JSON-LD: the article, and each claim with its speaker and where it appears.

A claim's quotations are what it is based on (`isBasedOn`). There is no ClaimReview: that is a verdict on
whether what was said is true, and ours is on whether the article carries it. There is no `firstAppearance`
either, for nobody knows that this article was the first. Positions have no type there, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.records import Actor, ActorKind, Attribution, Claim, Metadata, Summary
from summarizer.render.annotations import name_source
from summarizer.render.links import check_url

CONTEXT = "https://schema.org"

# Whether an unknown actor is a person nobody can say; a node without a type is allowed.
_TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GROUP: "Organization",
    ActorKind.UNKNOWN: None,
}

Node = dict[str, object]


def make_graph(summaries: Iterable[Summary]) -> Node:
    """Articles and their claims as one JSON-LD document."""
    return {"@context": CONTEXT, "@graph": [node for summary in summaries for node in _make_nodes(summary)]}


def _make_nodes(summary: Summary) -> list[Node]:
    source = name_source(summary)
    about = summary.source.metadata
    writer = _drop_empty({"@type": "Person", "name": about.author}) if about.author else None
    article = _drop_empty({
        "@type": "NewsArticle",
        "@id": source,
        "url": check_url(about.url),
        "headline": about.title or summary.headline.text,
        "abstract": summary.gist.text,
        "datePublished": about.date,
        "inLanguage": about.language,
        "author": writer,
        "publisher": {"@type": "Organization", "name": about.site} if about.site else None,
    })  # fmt: skip
    actors = {actor.name: actor for actor in summary.actors}
    base = f"urn:sha256:{summary.source.raw_sha256}"
    claims = [
        _make_claim(claim, f"{base}:c{number}", source, actors, about)
        for number, claim in enumerate(summary.claims, 1)
    ]
    return [article, *claims]


def _make_claim(claim: Claim, name: str, source: str, actors: dict[str, Actor], about: Metadata) -> Node:
    author: Node | None = None
    if claim.speaker is not None:
        author = _make_actor(actors.get(claim.speaker) or Actor(name=claim.speaker))
    elif claim.attribution is Attribution.NARRATOR and about.author:
        author = {"@type": "Person", "name": about.author}
    return _drop_empty({
        "@type": "Claim",
        "@id": name,
        "text": claim.text,
        "author": author,
        "appearance": {"@id": source},
        "isBasedOn": [
            {"@type": "Quotation", "text": evidence.quote, "isPartOf": {"@id": source}}
            for evidence in claim.evidence
        ],
        "genre": str(claim.kind),
        "inLanguage": about.language,
    })  # fmt: skip


def _make_actor(actor: Actor) -> Node:
    kind = _TYPES[actor.kind]
    return _drop_empty({
        "@type": kind,
        "name": actor.name,
        "alternateName": list(actor.aliases),
        "jobTitle" if kind == "Person" else "description": actor.role,
    })  # fmt: skip


def _drop_empty(node: Node) -> Node:
    """A node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
