"""What a comparison holds. Counts are of positions unless they say otherwise; ids are unique in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from summarizer.records import ActorKind, Evidence, Record, Stance, Usage, Verdict

COMPARISON_VERSION: Literal["1"] = "1"


class JoinReason(StrEnum):
    """Why a name of one article was taken for the name of an actor of another."""

    SAME = "same name"  # but for titles, articles, case and accents
    MIDDLE = "middle name"
    SPELLING = "spelling"
    NICKNAME = "short given name"
    INITIAL = "initial"
    SURNAME = "surname alone"
    INITIALS = "abbreviation"
    ALIAS = "alias in an article"
    DESCRIPTION = "same description"


class NameUse(Record):
    """A name of an actor: in how many articles it stands, and why it is theirs if it is not the main one.

    `shared` are the actors that stand beside both names, where that decided.
    """

    name: str
    articles: int
    reason: JoinReason | None = None
    shared: tuple[str, ...] = ()


class ComparedArticle(Record):
    """An article that holds positions or claims."""

    id: str
    title: str
    date: str | None = None
    url: str | None = None
    origin: str = ""


class ComparedActor(Record):
    """Somebody who holds positions or makes claims, in one article or in many.

    `perhaps` names the actors of whom this one may be another name; the articles do not tell which.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None
    names: tuple[NameUse, ...]
    articles: int
    positions: int
    claims: int
    perhaps: tuple[str, ...] = ()


class Wording(Record):
    """How articles put an issue, and how many positions do."""

    text: str
    positions: int


class ComparedIssue(Record):
    """What stances are about, by its most typical wording.

    `supporters` and `opponents` are ids of actors; who stands on both sides is in both.
    """

    id: str
    name: str
    wordings: tuple[Wording, ...]
    grouped_by: Literal["wording", "model"]
    articles: int
    positions: int
    supporters: tuple[str, ...] = ()
    opponents: tuple[str, ...] = ()

    @property
    def contested(self) -> bool:
        """Whether somebody opposes what somebody else supports."""
        return any(s != o for s in self.supporters for o in self.opponents)

    @property
    def agreed(self) -> bool:
        """Whether several take the same side, and nobody the other."""
        several = len(self.supporters) > 1 or len(self.opponents) > 1
        return several and not (self.supporters and self.opponents)


class Holding(Record):
    """One position of one article: the ids of article, actor and issue, and the names as they stand there."""

    article: str
    actor: str
    issue: str
    holder: str
    wording: str
    stance: Stance
    verdict: Verdict
    evidence: tuple[Evidence, ...]


class Change(Record):
    """A change of side: the last articles' stance against the first's, with their dates."""

    before: Stance
    before_date: str
    after: Stance
    after_date: str


class Cell(Record):
    """Where one actor stands on one issue, over all articles.

    Args:
        stance: the only one, or mixed where they differ.
        both_sides: supports in one place, opposes in another.
        change: where the dates show that the side was changed.
        doubtful: how many of the positions are disputed or unsupported by their own evidence.
    """

    actor: str
    issue: str
    supports: int = 0
    opposes: int = 0
    mixed: int = 0
    neutral: int = 0
    articles: int
    doubtful: int = 0
    stance: Stance
    both_sides: bool = False
    change: Change | None = None
    holdings: tuple[Holding, ...]

    @property
    def positions(self) -> int:
        """How many there are."""
        return len(self.holdings)


class Relation(Record):
    """On which issues two actors take the same side, and on which opposite ones; ids."""

    actor: str
    other: str
    agree: tuple[str, ...]
    differ: tuple[str, ...]


class Comparison(Record):
    """Who holds what across articles. Every position of every summary is in exactly one cell.

    Actors and issues come with the most positions first, cells by issue, then actor; nothing depends on the
    order of the summaries.
    """

    schema_version: Literal["1"] = COMPARISON_VERSION
    articles: tuple[ComparedArticle, ...]
    failures: int = 0  # articles without a summary
    actors: tuple[ComparedActor, ...]
    issues: tuple[ComparedIssue, ...]
    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...] = ()
    notes: tuple[str, ...] = ()
    grouped_by: Literal["wording", "model"] = "wording"
    model: str | None = None
    prompt: str | None = None
    prompt_hash: str | None = None
    usage: Usage = Usage()
