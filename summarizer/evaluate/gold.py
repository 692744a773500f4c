"""Gold: articles with what a careful reader finds in them. The format is described in docs/gold.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from summarizer.errors import InputError
from summarizer.records import Attribution, Record, Span, Stance, Summary

_STANCES = {"pos": Stance.SUPPORTS, "neg": Stance.OPPOSES} | {s.value: s for s in Stance}
_SHOWN = 60  # characters of a content in a message
_MOST_PLACES = 5


class Kind(StrEnum):
    """What an annotation is: a statement, by how it is reported, or a position."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    POSITION = "position"


class Annotation(Record):
    """A statement of somebody, or the position of somebody, in a gold article.

    Args:
        kind: how the statement is reported, or that it is a position.
        speaker: who makes it (for a position: who holds it), in the article's words; None: nobody is named.
        speaker_span: where the article names them there.
        cue: the words that attribute: "said", "according to".
        content: what is said, verbatim; for a position the passage that shows it.
        content_spans: where that stands. Left out, it is looked up, which takes a content that stands once.
        extra: `speaker_resolved`, the name behind a pronoun; of a position `stance` (supports, opposes,
            mixed, neutral, or POS, NEG) and `target`. Anything else is kept and ignored.
    """

    kind: Kind
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    content: str = ""
    content_spans: tuple[Span, ...] = ()
    extra: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _know_stance(self) -> Self:
        if self.kind is Kind.POSITION and "stance" in self.extra:
            stance = str(self.extra["stance"])
            if stance.lower() not in _STANCES:
                raise ValueError(f"the stance {stance!r} is not one of {', '.join(Stance)}")
        return self

    @property
    def stance(self) -> Stance | None:
        """A position's stance."""
        return _STANCES.get(str(self.extra.get("stance", "")).lower())

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the speaker beside `speaker`: what a pronoun stands for."""
        resolved = (self.extra.get(key) for key in ("speaker_resolved", "speaker_resolved_auto"))
        return tuple(name for name in resolved if isinstance(name, str) and name)


class GoldArticle(Record):
    """An article and everything that is to be found in it. Offsets are code points of `text`."""

    id: str = Field(min_length=1)
    source: str = ""
    text: str = Field(min_length=1)
    annotations: tuple[Annotation, ...] = ()
    meta: dict[str, Any] = Field(default_factory=dict)

    @field_validator("id", mode="before")
    @classmethod
    def _allow_number(cls, value: object) -> object:
        return str(value) if isinstance(value, int) else value

    @property
    def language(self) -> str | None:
        """The article's language where the gold tells: "en", "de"."""
        known = self.meta.get("lang") or self.meta.get("language")
        return known if isinstance(known, str) else None

    @property
    def statements(self) -> tuple[Annotation, ...]:
        """The annotations but the positions."""
        return tuple(a for a in self.annotations if a.kind is not Kind.POSITION)

    @property
    def positions(self) -> tuple[Annotation, ...]:
        """The positions."""
        return tuple(a for a in self.annotations if a.kind is Kind.POSITION)


def read_gold(path: Path, limit: int | None = None) -> tuple[GoldArticle, ...]:
    """The articles of a gold file, or the first ones.

    Raises:
        InputError: the file cannot be read, is empty, or something in it is wrong; says on which line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is no gold: it is not UTF-8") from None
    return parse_gold(text, str(path), limit)


def parse_gold(text: str, name: str, limit: int | None = None) -> tuple[GoldArticle, ...]:
    """Like `read_gold`, from a text; `name` stands for it in messages."""
    articles: dict[str, GoldArticle] = {}
    for line, values in islice(_read_objects(text, name), limit):
        article = _make_article(values, f"{name}:{line}")
        if article.id in articles:
            raise InputError(f"{name}:{line}: the id {article.id!r} stands there a second time")
        articles[article.id] = article
    if not articles:
        raise InputError(f"{name} holds no article; `summarizer eval new` makes gold to correct")
    return tuple(articles.values())


def hash_gold(articles: Iterable[GoldArticle]) -> str:
    """SHA-256 of what is scored against, whatever the layout of the file."""
    digest = sha256()
    for article in articles:
        digest.update(json.dumps(article.model_dump(mode="json"), sort_keys=True).encode())
    return digest.hexdigest()


def make_gold(summary: Summary, name: str, source: str = "") -> GoldArticle:
    """A summary as gold to correct: a statement for each claim that somebody makes, and the positions.

    `content_spans` are left out where the content tells them, so that correcting the content is enough.
    """
    annotations = []
    for claim in summary.claims:
        if claim.attribution is not Attribution.NARRATOR:
            spans = [(e.start, e.end) for e in claim.evidence]
            notes = {"says": claim.text, "verdict": claim.verdict.value}
            annotations.append(
                _annotate(summary.text, Kind(claim.attribution.value), claim.speaker, spans, notes)
            )
    for position in summary.positions:
        spans = [(e.start, e.end) for e in position.evidence]
        notes = {"stance": position.stance.value, "target": position.issue, "verdict": position.verdict.value}
        annotations.append(_annotate(summary.text, Kind.POSITION, position.holder, spans, notes))
    known = summary.source.metadata
    meta = {"title": known.title, "url": known.url, "date": known.date, "lang": known.language}
    return GoldArticle(
        id=name,
        source=source,
        text=summary.text,
        annotations=tuple(annotations),
        meta={key: value for key, value in meta.items() if value},
    )


def format_gold(article: GoldArticle, *, indent: bool = False) -> str:
    """A line of a gold file; or with an annotation a line, for an editor. `read_gold` takes both."""
    values = article.model_dump(mode="json", exclude={"annotations"})
    items = [
        {key: value for key, value in a.model_dump(mode="json").items() if value not in (None, [], {}, "")}
        for a in article.annotations
    ]
    meta = values.pop("meta")
    if not indent:
        return json.dumps({**values, "annotations": items, "meta": meta}, ensure_ascii=False) + "\n"
    lines = [f"  {json.dumps(key)}: {json.dumps(v, ensure_ascii=False)}," for key, v in values.items()]
    shown = ",\n".join(f"    {json.dumps(item, ensure_ascii=False)}" for item in items)
    lines += ['  "annotations": [', *([shown] if shown else []), "  ],"]
    return "\n".join(("{", *lines, f'  "meta": {json.dumps(meta, ensure_ascii=False)}', "}")) + "\n"


def _annotate(
    text: str, kind: Kind, speaker: str | None, spans: list[Span], notes: dict[str, Any]
) -> Annotation:
    content = " … ".join(text[start:end] for start, end in spans)
    unique = len(spans) == 1 and text.count(content) == 1
    return Annotation(
        kind=kind,
        speaker=speaker,
        content=content,
        content_spans=() if unique else tuple(spans),
        extra=notes,
    )


def _read_objects(text: str, name: str) -> Iterator[tuple[int, Any]]:
    """The JSON values of a text, one after another, each with the line that it begins on."""
    decoder = json.JSONDecoder()
    at = line = 0
    while at < len(text):
        start = at
        while start < len(text) and text[start].isspace():
            start += 1
        if start == len(text):
            return
        line += text.count("\n", at, start)
        try:
            values, end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{name}:{line + 1} is not JSON: {error}") from None
        yield line + 1, values
        line += text.count("\n", start, end)
        at = end


def _make_article(values: Any, where: str) -> GoldArticle:
    try:
        article = GoldArticle.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"]))
        message = first["msg"].removeprefix("Value error, ")
        raise InputError(f"{where}: {field + ': ' if field else ''}{message} (see docs/gold.md)") from None
    located = tuple(
        _locate(annotation, article.text, f"{where}: annotation {number}")
        for number, annotation in enumerate(article.annotations, 1)
    )
    return article.model_copy(update={"annotations": located})


def _locate(annotation: Annotation, text: str, where: str) -> Annotation:
    """The annotation with spans: those given, which have to lie in the text, or those of its content."""
    given = annotation.speaker_span
    for start, end in (*annotation.content_spans, *([given] if given else [])):
        if not 0 <= start <= end <= len(text):
            raise InputError(f"{where}: the span [{start}, {end}] is not within the text of {len(text)}")
    if annotation.content_spans:
        return annotation
    content = annotation.content.strip()
    if not content:
        raise InputError(f"{where} has neither content nor content_spans")
    shown = content if len(content) <= _SHOWN else content[:_SHOWN] + "…"
    places = _find_all(text, content)
    if not places:
        raise InputError(f"{where}: “{shown}” does not stand in the text like this; it has to, to the letter")
    if len(places) > 1:
        listed = ", ".join(f"[[{start}, {end}]]" for start, end in places[:_MOST_PLACES])
        raise InputError(
            f"{where}: “{shown}” stands there {len(places)} times; add content_spans, one of {listed}"
        )
    return annotation.model_copy(update={"content_spans": tuple(places)})


def _find_all(text: str, content: str) -> list[Span]:
    places: list[Span] = []
    start = text.find(content)
    while start >= 0:
        places.append((start, start + len(content)))
        start = text.find(content, start + 1)
    return places
