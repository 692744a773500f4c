"""The actors of many articles -> who is the same, and why. Conservative: a wrong join is worse than none.

A full name, and the name of a body, joins itself wherever it stands. Other names of a person (another
spelling, a middle name, an initial, the surname alone) and of a body (its initials) are joined only where one
bearer alone can be meant and, where the words alone do not say so, only if the two have company in common:
another actor who stands beside both, or the same office. What an article lists as two actors stays two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.compare.collect import Collected
from summarizer.compare.names import (
    Form,
    Name,
    compare_full,
    content_words,
    fold,
    initials_of,
    is_pointer,
    read_name,
    spelling_key,
)
from summarizer.compare.records import JoinReason
from summarizer.records import Actor, ActorKind

# What can be one actor: a name wherever it stands, or (with an article) a name in that article alone.
Node = tuple[Form, tuple[str, ...], str, int]

# Somebody who stands beside all tells nothing of anybody: in more articles than this, and this share of all.
_COMMON = 5
_COMMON_SHARE = 0.05
# Of several bearers of a surname one is meant that has this many times as much company in common as the next.
_CLEAR = 3
_SEVERAL = 2
# Reasons that need company in common: the words alone do not say that it is the same one.
_DOUBTFUL = frozenset({JoinReason.INITIAL, JoinReason.NICKNAME, JoinReason.MIDDLE})


_FORMS = list(Form)


@dataclass(slots=True)
class Group:
    """One actor: the nodes joined, for each why and by whose company, and whom else it may be."""

    nodes: list[Node]
    reasons: dict[Node, tuple[JoinReason, tuple[Node, ...]]] = field(default_factory=dict)
    perhaps: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Joined:
    """For each article (by its place) the node of each actor's name; the groups, and each node's group."""

    nodes: list[dict[str, Node]]
    groups: list[Group]
    group_of: dict[Node, int]


def join_actors(articles: Sequence[Collected]) -> Joined:
    """Find out which actors of which articles are the same. Does not depend on the articles' order."""
    work = _Work(articles)
    work.join_persons()
    work.join_initials()
    work.join_surnames()
    work.join_descriptions()
    return work.finish()


class _Work:
    """Names as nodes of a graph; `join` puts two of them into one group."""

    def __init__(self, articles: Sequence[Collected]) -> None:
        self.articles = articles
        self.nodes: list[dict[str, Node]] = []
        self.where: dict[Node, set[int]] = defaultdict(set)
        self.roles: dict[Node, Counter[str]] = defaultdict(Counter)
        self.kinds: dict[Node, Counter[ActorKind]] = defaultdict(Counter)
        self.aliases: dict[tuple[Node, Node], None] = {}
        self.parent: dict[Node, Node] = {}
        self.reasons: dict[Node, tuple[JoinReason, tuple[Node, ...]]] = {}
        self.perhaps: dict[Node, list[Node]] = {}
        self.around: dict[Node, frozenset[Node]] = {}  # kept until two groups are joined
        for at, article in enumerate(articles):
            self.nodes.append({actor.name: self._enter(actor, at, article) for actor in article.actors})
            self._enter_issues(at, article)
        limit = max(_COMMON, int(_COMMON_SHARE * len(articles)))
        self.company: list[frozenset[Node]] = []
        self.rare: set[Node] = set()
        beside: Counter[Node] = Counter()
        for named in self.nodes:
            proper = frozenset(_anywhere(n) for n in named.values() if n[0] is not Form.DESCRIPTION)
            self.company.append(proper)
            beside.update(proper)
        self.rare = {node for node, count in beside.items() if count <= limit}

    def _enter(self, actor: Actor, at: int, article: Collected) -> Node:
        name = read_name(actor.name, actor.kind, article.language)
        node = _as_node(name, at)
        self._add(node, at)
        self.kinds[node][actor.kind] += 1
        role = tuple(map(fold, (actor.role or "").split()))
        self.roles[node].update(content_words((*role, *name.title)))
        for alias in actor.aliases:
            other = read_name(alias, actor.kind, article.language)
            if other.form in (Form.FULL, Form.BODY, Form.INITIALS) and _may_be_alias(name, other):
                second = _as_node(other, at)
                if second != node:
                    self._add(second, at)
                    self.aliases[node, second] = None
        return node

    def _enter_issues(self, at: int, article: Collected) -> None:
        """Surnames that positions are about: "Keller" may be somebody who does not speak in this article."""
        known = {node[1][-1] for node in self.nodes[at].values() if node[0] in (Form.FULL, Form.BARE)}
        for position in article.positions:
            name = read_name(position.issue, language=article.language)
            if name.form is Form.BARE and name.words[-1] not in known:
                self._add(_as_node(name, at), at)

    def _add(self, node: Node, at: int) -> None:
        self.parent.setdefault(node, node)
        self.where[node].add(at)

    # --- groups ---

    def find(self, node: Node) -> Node:
        root = node
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[node] != root:
            self.parent[node], node = root, self.parent[node]
        return root

    def join(self, node: Node, to: Node, reason: JoinReason, shared: Iterable[Node] = ()) -> None:
        """Put a node into the group of another; the reason is the node's."""
        one, other = self.find(node), self.find(to)
        # Who is shown for it: the fullest names first.
        ranked = sorted(shared, key=lambda n: (_FORMS.index(n[0]), n))
        self.reasons.setdefault(node, (reason, tuple(ranked)))
        if one != other:
            self.around.clear()
            low, high = sorted((one, other))
            self.parent[high] = low
            self.where[low] |= self.where[high]
            self.roles[low] = self.roles[low] + self.roles[high]

    def find_shared(self, node: Node, other: Node) -> set[Node]:
        """Who stands beside both, somebody who does not stand beside all."""
        own = {self._root(n) for each in (node, other) for n in (each, _anywhere(each))}
        return {n for n in self._find_company(node) & self._find_company(other) if n not in own}

    def _find_company(self, node: Node) -> frozenset[Node]:
        """Who stands beside an actor in any article."""
        root = self.find(node)
        if (known := self.around.get(root)) is None:
            beside = {n for at in self.where[root] for n in self.company[at] if n in self.rare}
            known = self.around[root] = frozenset(map(self._root, beside))
        return known

    def _root(self, node: Node) -> Node:
        return self.find(node) if node in self.parent else node

    # --- persons ---

    def join_persons(self) -> None:
        """Full names of one person: each joined only where no two that it can mean are at odds."""
        buckets: dict[str, list[Node]] = defaultdict(list)
        for node in self.parent:
            if node[0] is Form.FULL:
                # Slips inside a surname keep its first letter and, nearly, its length.
                buckets[spelling_key(node[1][-1])[:2]].append(node)
        for bucket in buckets.values():
            edges: dict[Node, dict[Node, JoinReason]] = {node: {} for node in bucket}
            for i, a in enumerate(sorted(bucket)):
                for b in sorted(bucket)[:i]:
                    reason = self._compare(a, b)
                    if reason is not None:
                        edges[a][b] = edges[b][a] = reason
            self._join_clear(edges)
        for one, other in sorted(self.aliases):
            if one[0] is Form.FULL and other[0] is Form.FULL:
                self.join(other, one, JoinReason.ALIAS)

    def _compare(self, a: Node, b: Node) -> JoinReason | None:
        if a[2] != b[2] or a[1][-1][0] != b[1][-1][0]:
            return None
        reason = compare_full(_as_name(a), _as_name(b))
        if reason is None or self.where[a] & self.where[b]:
            # What one article lists as two is two, unless it calls the one by both names.
            named = (a, b) in self.aliases or (b, a) in self.aliases
            return reason if reason and named else None
        slip = reason is JoinReason.SPELLING and any(
            spelling_key(x) != spelling_key(y) for x, y in ((a[1][0], b[1][0]), (a[1][-1], b[1][-1]))
        )
        if (reason in _DOUBTFUL or slip) and not self._have_company(a, b):
            return None
        return reason

    def _have_company(self, a: Node, b: Node) -> bool:
        if self.roles[a].keys() & self.roles[b].keys():
            return True
        return bool(self.find_shared(a, b))

    def _join_clear(self, edges: dict[Node, dict[Node, JoinReason]]) -> None:
        """Join what can be one; a name that can be two people who cannot be one stays apart."""
        torn = {
            node: sorted(near)
            for node, near in edges.items()
            if any(x != y and y not in edges[x] for x in near for y in near)
        }
        for node, near in torn.items():
            self.perhaps[node] = near
        for node in sorted(edges):
            if node in torn:
                continue
            for other in sorted(edges[node]):
                if other not in torn and other < node:
                    # Longer names say more: the reason is that of the one which says less.
                    less, more = sorted((node, other), key=lambda n: (len(n[1]), n))
                    shared = self.find_shared(less, more)
                    reason = edges[node][other]
                    self.join(less, more, reason, shared if reason in _DOUBTFUL else ())

    # --- bodies ---

    def join_initials(self) -> None:
        """Initials to the only body that has them, where an article uses both or they keep company."""
        for one, other in sorted(self.aliases):
            if one[0] is not Form.FULL:
                short, long = (one, other) if one[0] is Form.INITIALS else (other, one)
                self.join(short, long, JoinReason.ALIAS)
        bodies: dict[str, list[Node]] = defaultdict(list)
        for node in self.parent:
            if node[0] is Form.BODY and len(node[1]) > 1:
                bodies[initials_of(node[1])].append(node)
        for node in [n for n in self.parent if n[0] is Form.INITIALS]:
            near = [b for b in bodies.get(node[1][0].replace(".", ""), ()) if self.find(b) != self.find(node)]
            self._pick(node, near, JoinReason.INITIALS)

    # --- one word ---

    def join_surnames(self) -> None:
        """A surname alone to its bearer; where nobody bears it, to itself in company."""
        bearers: dict[str, list[Node]] = defaultdict(list)
        bodies: dict[str, list[Node]] = defaultdict(list)
        for node in self.parent:
            if node[0] is Form.FULL:
                bearers[node[1][-1]].append(node)
            elif node[0] in (Form.BODY, Form.INITIALS) and len(node[1]) == 1:
                bodies[node[1][0]].append(node)
        lone: dict[str, list[Node]] = defaultdict(list)
        picks = []
        for node in [n for n in self.parent if n[0] is Form.BARE]:
            word = node[1][0]
            if word in bearers:
                picks.append((node, bearers[word]))
            elif word in bodies:
                # Elsewhere it is known to be a body, where one name is one bearer.
                picks.append((node, bodies[word]))
            else:
                lone[word].append(node)
        # All are chosen before any is joined, so that none counts for the next.
        chosen = [(node, self._choose(node, near)) for node, near in picks]
        for (node, (bearer, shared)), (_, near) in zip(chosen, picks, strict=True):
            if bearer is not None:
                is_body = bearer[0] is not Form.FULL
                self.join(node, bearer, JoinReason.SAME if is_body else JoinReason.SURNAME, shared)
            else:
                self.perhaps[node] = sorted({self.find(n) for n in near})
        for nodes in lone.values():
            self._join_company(nodes, JoinReason.SAME)

    def _pick(self, node: Node, near: Sequence[Node], reason: JoinReason) -> None:
        bearer, shared = self._choose(node, near)
        if bearer is not None:
            self.join(node, bearer, reason, shared)
        elif near:
            self.perhaps[node] = sorted({self.find(n) for n in near})

    def _choose(self, node: Node, near: Iterable[Node]) -> tuple[Node | None, set[Node]]:
        """Which of the actors a short name means, and the company that tells."""
        places = self.where[node]
        found: list[tuple[int, bool, Node, set[Node]]] = []
        bearers = sorted({self.find(n) for n in near})
        if node[0] is not Form.INITIALS and any(self.where[b] & places for b in bearers):
            return None, set()  # that article lists both, so it means somebody else, or says nothing
        most = max((len(self.where[b]) for b in bearers), default=0)
        for bearer in bearers:
            shared = self.find_shared(node, bearer)
            if self.where[bearer] & places:
                # The article spells the initials out.
                found.append((len(shared) + _CLEAR, False, bearer, shared))
                continue
            office = bool(self.roles[node].keys() & self.roles[bearer].keys())
            # Where several bear the name, a little company tells only of the one who is met most.
            enough = 1 if len(self.where[bearer]) == most else _SEVERAL
            if office or len(shared) >= enough:
                found.append((len(shared), office, bearer, shared))
        if len(found) > 1:
            in_office = [f for f in found if f[1]]
            found.sort(key=lambda f: f[0], reverse=True)
            if len(in_office) == 1:
                found = in_office
            elif len(self.where[found[0][2]]) < most and any(len(self.where[f[2]]) == most for f in found):
                pass  # the one who is met most may be meant as well
            elif found[0][0] >= _CLEAR * max(1, found[1][0]):
                found = found[:1]
        return (found[0][2], found[0][3]) if len(found) == 1 else (None, set())

    def join_descriptions(self) -> None:
        """One description of a body in two articles, where the two have somebody in common."""
        alike: dict[tuple[str, ...], list[Node]] = defaultdict(list)
        bodies = (ActorKind.ORGANISATION, ActorKind.GROUP)
        for node in self.parent:
            if node[0] is not Form.DESCRIPTION or not any(self.kinds[node][kind] for kind in bodies):
                continue
            if len(content_words(node[1])) > 1 and not is_pointer(node[1]):
                alike[node[1]].append(node)
        for nodes in alike.values():
            self._join_company(nodes, JoinReason.DESCRIPTION)

    def _join_company(self, nodes: Sequence[Node], reason: JoinReason) -> None:
        """Join nodes of one name, each of one article, where somebody rare stands beside both."""
        if len(nodes) < 2:
            return
        beside: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(nodes):
            for other in self.company[node[3]] & self.rare:
                if other != _anywhere(node):
                    beside[other].append(node)
        for other, near in sorted(beside.items()):
            for node in near[1:]:
                self.join(node, near[0], reason, (other,))

    # --- the end ---

    def finish(self) -> Joined:
        used = {node for named in self.nodes for node in named.values()}
        members: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(self.parent):
            members[self.find(node)].append(node)
        groups: list[Group] = []
        group_of: dict[Node, int] = {}
        for nodes in members.values():
            if used.isdisjoint(nodes):
                continue  # named only as an alias
            perhaps = {p for n in nodes for p in self.perhaps.get(n, ())}
            reasons = {n: self.reasons[n] for n in nodes if n in self.reasons}
            for node in nodes:
                group_of[node] = len(groups)
            groups.append(Group(nodes, reasons, sorted(perhaps - set(nodes))))
        return Joined(self.nodes, groups, group_of)


def _as_node(name: Name, at: int) -> Node:
    """A name's node: the same in every article, or this article's own."""
    alone = name.form in (Form.BARE, Form.DESCRIPTION)
    return (name.form, name.words, name.suffix, at if alone else -1)


def _anywhere(node: Node) -> Node:
    return (*node[:3], -1)


def _as_name(node: Node) -> Name:
    return Name(node[0], node[1], suffix=node[2])


def _may_be_alias(name: Name, alias: Name) -> bool:
    """Whether what an article gives as another name can be one: a person's spelling, a body's initials."""
    if name.form is Form.FULL and alias.form is Form.FULL:
        return compare_full(name, alias) is not None
    short, long = sorted((name, alias), key=lambda n: n.form is not Form.INITIALS)
    if short.form is not Form.INITIALS or long.form is not Form.BODY:
        return False
    # An article that gives both is believed where the letters stand in the name, in order, from its first.
    letters = iter("".join(long.words))
    initials = short.words[0].replace(".", "")
    if initials in long.words:
        return False  # "Principles PAC" is one PAC of many
    return long.words[0][0] == initials[0] and all(letter in letters for letter in initials)
