"""Articles, joined actors and grouped issues -> the comparison."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from summarizer.compare.actors import Group, Joined, Node
from summarizer.compare.collect import Collected, Collection
from summarizer.compare.issues import find_typical
from summarizer.compare.names import Form, Name, compare_full, fold
from summarizer.compare.records import (
    Cell,
    Change,
    ComparedActor,
    ComparedIssue,
    Comparison,
    Holding,
    JoinReason,
    NameUse,
    Relation,
    Wording,
)
from summarizer.compare.units import Units
from summarizer.errors import InputError
from summarizer.records import ActorKind, Position, Record, Stance, Verdict

_ORDER = list(Form)
# Two actors have to meet on so many issues before their agreement is worth a line.
_COMMON_ISSUES = 2
_SIDES = (Stance.SUPPORTS, Stance.OPPOSES)


class Filters(Record):
    """What of a comparison is wanted; everything by default. Actors and issues are joined before.

    Args:
        actors: words of a name, any case; of several filters one has to fit.
        issues: words of an issue, likewise.
        min_count: issues with fewer positions are left out.
        since: ISO date, first day; articles without a date are left out.
        until: ISO date, last day ("2025-03" is all of March).
    """

    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    min_count: int = 1
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """Issues as lists of units; the names that a model gave them, by their place."""

    groups: Sequence[Sequence[int]]
    names: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Held:
    """A position, with the places of its article, actor and issue."""

    article: int
    actor: int
    issue: int
    position: Position


def build_comparison(
    collection: Collection, joined: Joined, units: Units, grouping: Grouping, filters: Filters
) -> Comparison:
    """Put the cells together.

    Raises:
        InputError: no actor, or no issue, has the words of a filter; says which are near.
    """
    articles = collection.articles
    issue_of = {unit: at for at, group in enumerate(grouping.groups) for unit in group}
    names = _name_actors(joined)
    titles = [
        grouping.names.get(at) or find_typical(units.items, group) for at, group in enumerate(grouping.groups)
    ]
    fits_actor = _find_fitting(filters.actors, [[use.name for use in uses] for uses in names], "actor")
    wordings = [
        [title, *(text for unit in group for text in (*units.items[unit].texts, *units.items[unit].pointers))]
        for title, group in zip(titles, grouping.groups, strict=True)
    ]
    fits_issue = _find_fitting(filters.issues, wordings, "issue")
    chosen = [at for at, article in enumerate(articles) if _is_within(article.about.date, filters)]
    held = [
        _Held(at, joined.group_of[joined.nodes[at][position.holder]], issue_of[unit], position)
        for at in chosen
        for position, unit in zip(articles[at].positions, units.places[at], strict=True)
    ]
    count = Counter(h.issue for h in held)
    held = [
        h
        for h in held
        if h.actor in fits_actor and h.issue in fits_issue and count[h.issue] >= filters.min_count
    ]
    claims: Counter[int] = Counter()
    for at in chosen:
        for speaker, number in articles[at].claims.items():
            claims[joined.group_of[joined.nodes[at][speaker]]] += number
    holders = {h.actor for h in held}
    narrowed = bool(filters.issues) or filters.min_count > 1
    shown = holders if narrowed else holders | fits_actor
    claims = Counter({group: number for group, number in claims.items() if group in shown})
    actors = _make_actors(held, claims, {at: articles[at] for at in chosen}, joined, names)
    actor_ids = {group: actor.id for group, actor in actors.items()}
    issues = _make_issues(held, actor_ids, grouping, titles)
    issue_ids = {at: issue.id for at, issue in issues.items()}
    cells = _make_cells(held, actor_ids, issue_ids, articles)
    return Comparison(
        articles=tuple(articles[at].about for at in chosen),
        failures=collection.failures,
        actors=tuple(actors.values()),
        issues=tuple(issues.values()),
        cells=cells,
        relations=_relate(cells),
        notes=_note(collection, len(chosen), filters),
    )


def _note(collection: Collection, chosen: int, filters: Filters) -> tuple[str, ...]:
    notes = []
    if collection.repeated:
        notes.append(f"{collection.repeated} articles stand in the file more than once; the last counts")
    if filters.since or filters.until:
        undated = sum(not a.about.date for a in collection.articles)
        out = len(collection.articles) - chosen
        notes.append(f"{out} articles are left out for their date, {undated} of them because they have none")
    return tuple(notes)


def _is_within(date: str | None, filters: Filters) -> bool:
    """Whether a date is in the range; each is compared as far as the coarser of the two goes."""
    if filters.since is None and filters.until is None:
        return True
    if not date:
        return False
    day = date[:10]
    since, until = filters.since or "", filters.until or day
    return day >= since[: len(day)] and day[: len(until)] <= until


def _find_fitting(wanted: Sequence[str], names: Sequence[Iterable[str]], what: str) -> set[int]:
    """The places whose names have all words of one of the filters; all places without filters."""
    if not wanted:
        return set(range(len(names)))
    words = [{w for name in each for w in _split(name)} for each in names]
    found: set[int] = set()
    for each in wanted:
        asked = _split(each)
        fitting = {at for at, known in enumerate(words) if asked and asked <= known}
        if not fitting:
            near = _find_nearest(each, names)
            hint = f"; did you mean {near!r}?" if near else ""
            raise InputError(f"no {what} of these articles has the words of {each!r}{hint}")
        found |= fitting
    return found


def _split(text: str) -> frozenset[str]:
    from summarizer.check.lexicon.words import split_words

    return frozenset(fold(key) for key in split_words(text).keys if key[0].isalnum())


def _find_nearest(wanted: str, names: Sequence[Iterable[str]]) -> str | None:
    from rapidfuzz import fuzz, process

    known = sorted({name for each in names for name in each})
    found = process.extractOne(wanted, known, scorer=fuzz.WRatio, processor=fold, score_cutoff=70)
    return found[0] if found else None


# --- actors ---


def _name_actors(joined: Joined) -> list[tuple[NameUse, ...]]:
    """For each group its names, the main one first, the others by how many articles use them."""
    uses: list[dict[str, tuple[Node, set[int]]]] = [{} for _ in joined.groups]
    for at, named in enumerate(joined.nodes):
        for name, node in named.items():
            uses[joined.group_of[node]].setdefault(name, (node, set()))[1].add(at)
    nodes_named = {}
    for each in uses:
        for name, (node, _) in sorted(each.items(), reverse=True):
            nodes_named[node] = nodes_named[*node[:3], -1] = name
    found = []
    for group, each in zip(joined.groups, uses, strict=True):
        ranked = sorted(each, key=lambda n: _rank_name(n, *each[n]))
        main = each[ranked[0]][0]
        names = []
        for name in ranked:
            node, where = each[name]
            reason, shared = _explain(group, main, node) if name != ranked[0] else (None, ())
            told = tuple(dict.fromkeys(nodes_named.get(s, " ".join(s[1])) for s in shared))
            names.append(NameUse(name=name, articles=len(where), reason=reason, shared=told[:_MOST_SHARED]))
        found.append(tuple(names))
    return found


_MOST_SHARED = 3


def _rank_name(name: str, node: Node, where: set[int]) -> tuple[int, int, int, str]:
    """The fullest form first, then the commonest; a title makes a name longer, not fuller."""
    return (_ORDER.index(node[0]) if node[0] is not Form.INITIALS else 1, -len(where), len(name), name)


def _explain(group: Group, main: Node, node: Node) -> tuple[JoinReason, tuple[Node, ...]]:
    if node == main:
        return JoinReason.SAME, ()
    if node[0] is main[0] is Form.FULL:
        reason = compare_full(Name(main[0], main[1], suffix=main[2]), Name(node[0], node[1], suffix=node[2]))
        if reason is not None:
            # Of two names the one that says less was joined to the other, and has the company that told.
            _, shared = group.reasons.get(node) or group.reasons.get(main) or (reason, ())
            return reason, shared
    if node[:2] == main[:2] and node not in group.reasons:
        described = node[0] is Form.DESCRIPTION
        return (JoinReason.DESCRIPTION if described else JoinReason.SAME), ()
    # The reason stands with the one that was joined to the other.
    return group.reasons.get(node) or group.reasons.get(main) or (JoinReason.ALIAS, ())


def _make_actors(
    held: Sequence[_Held],
    claims: Counter[int],
    articles: Mapping[int, Collected],
    joined: Joined,
    names: Sequence[tuple[NameUse, ...]],
) -> dict[int, ComparedActor]:
    """The actors that hold or say something, by group, in their order."""
    positions = Counter(h.actor for h in held)
    where: dict[int, set[int]] = defaultdict(set)
    kinds: dict[int, Counter[ActorKind]] = defaultdict(Counter)
    roles: dict[int, Counter[str]] = defaultdict(Counter)
    wanted = {*positions, *claims}
    for at, article in articles.items():
        for actor in article.actors:
            group = joined.group_of[joined.nodes[at][actor.name]]
            if group in wanted:
                where[group].add(at)
                kinds[group][actor.kind] += actor.kind is not ActorKind.UNKNOWN
                roles[group].update([actor.role] if actor.role else ())

    def rank(group: int) -> tuple[int, int, str, list[Node]]:
        return (-positions[group], -claims[group], names[group][0].name, joined.groups[group].nodes)

    actors = {}
    for number, group in enumerate(sorted(wanted, key=rank), 1):
        perhaps = {joined.group_of[n] for n in joined.groups[group].perhaps if n in joined.group_of} - {group}
        actors[group] = ComparedActor(
            id=f"a{number}",
            name=names[group][0].name,
            kind=min(kinds[group], key=lambda k: (-kinds[group][k], k), default=ActorKind.UNKNOWN),
            role=min(roles[group], key=lambda r: (-roles[group][r], -len(r), r), default=None),
            names=names[group],
            articles=len(where[group]),
            positions=positions[group],
            claims=claims[group],
            perhaps=tuple(sorted({names[p][0].name for p in perhaps})),
        )
    return actors


# --- issues and cells ---


def _make_issues(
    held: Sequence[_Held], actor_ids: dict[int, str], grouping: Grouping, titles: Sequence[str]
) -> dict[int, ComparedIssue]:
    by_issue: dict[int, list[_Held]] = defaultdict(list)
    for each in held:
        by_issue[each.issue].append(each)
    ranked = sorted(by_issue, key=lambda i: (-len(by_issue[i]), titles[i], list(grouping.groups[i])))
    issues = {}
    for number, at in enumerate(ranked, 1):
        texts = Counter(h.position.issue for h in by_issue[at])
        issues[at] = ComparedIssue(
            id=f"i{number}",
            name=titles[at],
            wordings=tuple(
                Wording(text=t, positions=texts[t]) for t in sorted(texts, key=lambda t: (-texts[t], t))
            ),
            grouped_by="model" if at in grouping.names else "wording",
            articles=len({h.article for h in by_issue[at]}),
            positions=len(by_issue[at]),
            supporters=_list_side(by_issue[at], Stance.SUPPORTS, actor_ids),
            opponents=_list_side(by_issue[at], Stance.OPPOSES, actor_ids),
        )
    return issues


def _list_side(held: Sequence[_Held], stance: Stance, ids: dict[int, str]) -> tuple[str, ...]:
    """Who takes a side, those with the most positions first."""
    count = Counter(ids[h.actor] for h in held if h.position.stance is stance)
    return tuple(sorted(count, key=lambda i: (-count[i], int(i[1:]))))


def _make_cells(
    held: Sequence[_Held], actor_ids: dict[int, str], issue_ids: dict[int, str], articles: Sequence[Collected]
) -> tuple[Cell, ...]:
    by_cell: dict[tuple[int, int], list[Holding]] = defaultdict(list)
    dates = {article.about.id: article.about.date for article in articles}
    for each in held:
        actor, issue = actor_ids[each.actor], issue_ids[each.issue]
        position = each.position
        by_cell[int(issue[1:]), int(actor[1:])].append(
            Holding(
                article=articles[each.article].about.id,
                actor=actor,
                issue=issue,
                holder=position.holder,
                wording=position.issue,
                stance=position.stance,
                verdict=position.verdict,
                evidence=position.evidence,
            )
        )
    return tuple(_make_cell(by_cell[key], dates) for key in sorted(by_cell))


def _make_cell(holdings: list[Holding], dates: dict[str, str | None]) -> Cell:
    # Oldest first, those without a date last; within an article as it has them.
    holdings = sorted(holdings, key=lambda h: (dates[h.article] is None, dates[h.article] or "", h.article))
    count = Counter(h.stance for h in holdings)
    return Cell(
        actor=holdings[0].actor,
        issue=holdings[0].issue,
        supports=count[Stance.SUPPORTS],
        opposes=count[Stance.OPPOSES],
        mixed=count[Stance.MIXED],
        neutral=count[Stance.NEUTRAL],
        articles=len({h.article for h in holdings}),
        doubtful=sum(h.verdict is not Verdict.SUPPORTED for h in holdings),
        stance=holdings[0].stance if len(count) == 1 else Stance.MIXED,
        both_sides=all(count[side] for side in _SIDES),
        change=_find_change(holdings, dates),
        holdings=tuple(holdings),
    )


def _find_change(holdings: Sequence[Holding], dates: dict[str, str | None]) -> Change | None:
    """From one side on the first day to the other on the last."""
    dated = [(date[:10], h.stance) for h in holdings if (date := dates[h.article]) and h.stance in _SIDES]
    if not dated:
        return None
    (first, _), (last, _) = min(dated), max(dated)
    before = {stance for day, stance in dated if day == first}
    after = {stance for day, stance in dated if day == last}
    # "2025" and "2025-03" tell no order.
    if last.startswith(first) or len(before) > 1 or len(after) > 1 or before == after:
        return None
    return Change(before=before.pop(), before_date=first, after=after.pop(), after_date=last)


def _relate(cells: Sequence[Cell]) -> tuple[Relation, ...]:
    """Pairs of actors that meet on several issues, each on one side; the most common issues first."""
    by_issue: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        if not cell.both_sides and (cell.supports or cell.opposes):
            by_issue[cell.issue].append(cell)
    met: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for issue, each in by_issue.items():
        for one, other in combinations(each, 2):
            agree, differ = met.setdefault((one.actor, other.actor), ([], []))
            (agree if bool(one.supports) == bool(other.supports) else differ).append(issue)
    relations = [
        Relation(actor=one, other=other, agree=tuple(agree), differ=tuple(differ))
        for (one, other), (agree, differ) in met.items()
        if len(agree) + len(differ) >= _COMMON_ISSUES
    ]

    def rank(relation: Relation) -> tuple[int, int, int]:
        common = len(relation.agree) + len(relation.differ)
        return (-common, int(relation.actor[1:]), int(relation.other[1:]))

    return tuple(sorted(relations, key=rank))
