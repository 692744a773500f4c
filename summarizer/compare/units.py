"""The positions of many articles -> units: positions that are about one issue beyond doubt, to be grouped.

Same words make one unit. A wording that is the name of an actor is that actor, under whichever name; one that
only its own article explains ("the plan") is what it points to in that article, or a unit of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.compare.actors import Joined, Node
from summarizer.compare.collect import Collected
from summarizer.compare.issues import Content, Wordings, read_wording
from summarizer.compare.names import Form, read_name

# What makes positions one unit: content, and the article where nobody else can mean the same.
_Key = tuple[frozenset[str], frozenset[str], str]


@dataclass(slots=True)
class Units:
    """The units, and for each article and each of its positions the index of its unit."""

    items: list[Wordings]
    places: list[list[int]]  # unit of each position, by article
    articles: list[list[int]]  # articles of each unit, by their place


def make_units(articles: Sequence[Collected], joined: Joined) -> Units:
    """The positions of all articles as units. Does not depend on the articles' order."""
    keys: list[list[_Key]] = []
    contents: dict[_Key, Content] = {}
    texts: dict[_Key, Counter[str]] = defaultdict(Counter)
    pointers: dict[_Key, Counter[str]] = defaultdict(Counter)
    where: dict[_Key, list[int]] = defaultdict(list)
    for at, article in enumerate(articles):
        surnames = _find_surnames(joined.nodes[at], joined)
        read = [_read(p.issue, article, at, joined, surnames) for p in article.positions]
        found = []
        for content, position in zip(read, article.positions, strict=True):
            whole = _find_whole(content, read) if content.local else content
            local = article.about.id if whole.local else ""
            key = (whole.roots or whole.empty, whole.reversers, local)
            contents.setdefault(key, whole)
            (texts if whole is content else pointers)[key][position.issue] += 1
            if at not in where[key]:
                where[key].append(at)
            found.append(key)
        keys.append(found)
    order = sorted(contents, key=lambda k: (sorted(k[0]), sorted(k[1]), k[2]))
    index = {key: at for at, key in enumerate(order)}
    return Units(
        items=[Wordings(contents[key], texts[key], pointers[key]) for key in order],
        places=[[index[key] for key in found] for found in keys],
        articles=[where[key] for key in order],
    )


def _read(issue: str, article: Collected, at: int, joined: Joined, surnames: Mapping[str, int]) -> Content:
    """The content of an issue; of one that is an actor's name, that actor."""
    name = read_name(issue, language=article.language)
    group = None
    if name.form in (Form.FULL, Form.BODY, Form.INITIALS):
        group = joined.group_of.get((name.form, name.words, name.suffix, -1))
    if group is None and name.form is Form.BARE:
        group = surnames.get(name.words[0], joined.group_of.get((name.form, name.words, name.suffix, at)))
    if group is None:
        return read_wording(issue, article.language)
    return Content(frozenset({f"@actor {joined.groups[group].nodes[0]}"}))


def _find_surnames(nodes: Mapping[str, Node], joined: Joined) -> dict[str, int]:
    """The last words of the names in an article, each with the only actor there that has it."""
    found: dict[str, set[int]] = defaultdict(set)
    for node in nodes.values():
        if node[0] in (Form.FULL, Form.BARE):
            found[node[1][-1]].add(joined.group_of[node])
    return {word: groups.pop() for word, groups in found.items() if len(groups) == 1}


def _find_whole(content: Content, others: Sequence[Content]) -> Content:
    """What a local wording points to in its article: the only issue there with the same words and more.

    >>> whole = read_wording("a plan to open the terminal at night")
    >>> _find_whole(read_wording("the plan"), [whole, read_wording("the strike")]) == whole
    True
    """
    if content.roots:
        wholes = {
            o for o in others if not o.local and content.roots < o.roots and o.reversers == content.reversers
        }
    else:
        wholes = {o for o in others if not o.local and content.empty & o.empty}
    return wholes.pop() if len(wholes) == 1 else content
