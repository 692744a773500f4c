"""Whether a passage carries a claim at all, and which sentence would carry it better.

Far from the wording is not far from the meaning: a claim is about something else only where something shows
it, another sentence that has clearly more of it, or names and numbers that nothing in the passage explains.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from summarizer.check.context import OTHER_LANGUAGE, Context
from summarizer.check.lexicon.number_words import LEANINGS
from summarizer.check.lexicon.places import COUNTRIES
from summarizer.check.lexicon.senses import Relation, compare_senses
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import is_title
from summarizer.check.lexicon.words import Words, find_root, split_words
from summarizer.check.passage.names import is_common_opener
from summarizer.check.passage.passage import Passage
from summarizer.check.report import leave_open, pass_check
from summarizer.records import Check, Outcome, Span


def measure_support(claim: frozenset[str], evidence: frozenset[str]) -> float:
    """The share of a claim's roots that the evidence has, from 0 to 1; 1 for a claim without any.

    >>> measure_support(frozenset(("tax", "rise")), frozenset(("tax", "fall")))
    0.5
    """
    if not claim:
        return 1.0
    missing = sum(1 for root in claim - evidence if not _has_relative(root, evidence))
    return (len(claim) - missing) / len(claim)


def _has_relative(root: str, evidence: frozenset[str]) -> bool:
    """Whether a longer or shorter word of the same stem stands there: "pragmat" for "pragmatist"."""
    return len(root) >= _HEAD and root[:_HEAD] in _list_heads(evidence)


@lru_cache(maxsize=1 << 11)
def _list_heads(roots: frozenset[str]) -> frozenset[str]:
    """The first letters by which relatives of some roots are known; the same evidence is asked again."""
    return frozenset([root[:_HEAD] for root in roots if len(root) >= _HEAD])


_HEAD = 5  # letters that words of one stem begin with


def split_name_words(name: str) -> frozenset[str]:
    """The words of a name or description that are no function words."""
    words = split_words(name, "en")
    return frozenset(k for k, root in zip(words.keys, words.roots, strict=True) if root)


def judge_support(claim: Passage, evidence: Passage, context: Context) -> Check:
    """The check "support": whether the evidence is about what the claim is about, and what would be."""
    if context.crosslingual:
        return leave_open("support", OTHER_LANGUAGE)
    roots = claim.words.root_set
    if len(roots) < _FEWEST:
        return leave_open("support", "the claim is too short to tell")
    carried = measure_support(roots, evidence.words.root_set)
    if carried < 1 and (told := _find_told(claim, evidence, context)):
        return _differ(claim, evidence, told)
    if carried >= _CARRIES:
        return pass_check("support")
    topic, names = _find_topic(claim, evidence, context)
    if not context.find_better and _find_same(topic, evidence.words):
        return leave_open("support", "the claim may say it in other words")
    here = _measure_kinship(topic, evidence.words)
    if context.find_better and topic:
        for roots in dict.fromkeys((frozenset(topic), frozenset((*topic, *names)))):
            better = context.find_better(roots)
            if better and _is_nearer(split_words(better[2], evidence.language), here, topic, names):
                if _is_answer(evidence, better[2], context):
                    return leave_open("support", "it answers what the sentence before it asks")
                return _differ(claim, evidence, better)
    if here.same or here.kin or not _is_elsewhere(claim, evidence, context):
        return leave_open("support", "the claim may say it in other words")
    return _differ(claim, evidence, None)


def _find_told(claim: Passage, evidence: Passage, context: Context) -> tuple[int, float, str] | None:
    """The sentence that says of somebody what the cited one, which names them too, does not say at all.

    "The mill will appeal" of a mill that was fined: another sentence has all the words that this one lacks,
    which are half of the claim at least, and more than who a pronoun stands for.
    """
    words, others = claim.words, evidence.words
    if context.find_better is None or context.whole is None:
        return None
    named = {i for name in claim.names for i in range(name.first, name.last + 1)}
    topic = {
        root: i
        for i, root in enumerate(words.roots)
        if root and root not in _LIGHT and i not in named and not root[0].isdecimal()
    }
    missing = topic.keys() - _find_same(dict.fromkeys(topic, ""), others)
    least = 1 if named else 2
    if len(missing) < max(least, _NEW * len(topic)) or not missing <= context.whole.words.root_set:
        return None
    shared = min((i for root, i in topic.items() if root not in missing), default=-1)
    if max(topic[root] for root in missing) < shared:
        return None  # "the mill closed" for "it closed"
    if len(missing) == 1:
        key = words.keys[topic[min(missing)]]
        if any(
            root and root not in topic and _is_kin(key, other)
            for root, other in zip(others.roots, others.keys, strict=True)
        ):
            return None  # one other word may say the same
    better = context.find_better(frozenset(missing))
    if better is None or better[1] < 1 or _is_answer(evidence, better[2], context):
        return None
    return better


def find_elsewhere(
    claim: Passage, evidence: Passage, context: Context, found: Span, *, carried: bool
) -> Check | None:
    """The check "support" of a claim with a number that only another sentence of the article has.

    Its other words may be the number's as well as the cited text's, which says something else in figures.

    Args:
        claim: the claim.
        evidence: the cited passage, which has no such number.
        context: what is known around them.
        found: where the number stands in the claim.
        carried: whether the cited text has most of the claim, whose other words must stand by the number
            then.
    """
    if not context.find_better:
        return None
    roots, others = claim.words.root_set, evidence.words.root_set
    if carried:
        roots = frozenset(r for r in roots - others if not _has_relative(r, others))
    better = context.find_better(roots) if roots else None
    number = claim.text[slice(*found)].split()
    leaning = next((n for n in (3, 2, 1) if tuple(number[:n]) in LEANINGS), 0)
    if better is None or " ".join(number[leaning:]) not in better[2]:
        return None
    if carried:
        there = roots & split_words(better[2], evidence.language).root_set
        if better[1] < _MOST or not any(r[0].isalpha() and r not in _LIGHT for r in there):
            return None  # "Ann Holm, 42," who is 42 elsewhere
    return _differ(claim, evidence, better)


def _is_answer(evidence: Passage, other: str, context: Context) -> bool:
    """Whether a sentence asks what a passage right behind it answers, so that the two say it together."""
    if context.whole is None:
        return False
    if "?" not in other and _ASKING.isdisjoint(split_words(other, evidence.language).key_set):
        return False
    start = evidence.to_article(0, 0)[0]
    at = context.whole.text.find(other)
    between = context.whole.text[at + len(other) : start] if 0 <= at < start else "?"
    return not any(mark in between for mark in ".?!")


_ASKING = frozenset(list_words("asked asks asking pressed questioned quizzed question whether"))


def _is_nearer(other: Words, here: Kinship, topic: dict[str, str], names: frozenset[str]) -> bool:
    """Whether another sentence has clearly more of what a claim is about than the cited ones."""
    there = _measure_kinship(topic, other)
    if not there.same:
        return False
    count = len(topic)
    if there.same >= 2 or not here.same:
        enough = _CARRIES if here.same or 3 * here.kin > count else _TELLS
        if there.score / count >= max(enough, here.score / count + _CLEARLY):
            return True
    if here.same or not names or (here.kin * 4 >= count and there.same < 2):
        return False
    return (there.same + len(names & other.root_set)) / (count + len(names)) >= _CARRIES


def _differ(claim: Passage, evidence: Passage, better: tuple[int, float, str] | None) -> Check:
    message = "the cited text is about something else"
    return Check(
        name="support",
        outcome=Outcome.DIFFERS,
        message=f"{message}; sentence {better[0]} is nearer" if better else message,
        expected=better[2] if better else None,
        found=claim.text,
        article_span=evidence.to_article(0, len(evidence.text)),
    )


class Kinship(NamedTuple):
    """How many words of a claim a text has in some form, and how many more in another word for them."""

    same: int
    kin: int

    @property
    def score(self) -> float:
        """Both in one figure: WordNet finds a common sense for very many pairs of words."""
        return self.same + _KIN * self.kin


def _find_topic(claim: Passage, evidence: Passage, context: Context) -> tuple[dict[str, str], frozenset[str]]:
    """What a claim is about, as roots with their words, and the roots of names that this leaves out.

    Those are who says so, and whom a pronoun may stand for.

    The sentence that gives a name in full is not the one that says what the claim says of its bearer.
    """
    aside = set(split_name_words(context.speaker or ""))
    for saying in claim.sayings:
        aside.add(claim.words.keys[saying.cue])
        if saying.name:
            aside.update(claim.words.keys[saying.name.first : saying.name.last + 1])
    if context.whole is not None and _refers_back(evidence):
        for name in claim.names:
            if not is_common_opener(claim.words, name) and COUNTRIES.get(name.keys[-1]) is None:
                first = name.first
                while first and is_title(claim.words.keys[first - 1]):
                    first -= 1
                aside.update(claim.words.keys[first : name.last + 1])
    pairs = [(r, k) for r, k in zip(claim.words.roots, claim.words.keys, strict=True) if r]
    names = frozenset(r for r, k in pairs if k in aside and not is_title(k))
    return {r: k for r, k in pairs if k not in aside}, names


# Words that stand in sentences about anything.
_LIGHT = frozenset(
    find_root(w, "en")
    for w in list_words(
        """
        go come get make take put give keep find see say tell think know want need use try let seem happen
        mean look turn show become begin start have people person man woman thing way time year day part kind
        lot case fact place side now new good last first long great able well also still even much many more
        """
    )
) - {""}


def _refers_back(evidence: Passage) -> bool:
    """Whether a passage may speak of somebody whom another sentence names."""
    return bool(evidence.quoted) or not evidence.names or not _BACK.isdisjoint(evidence.words.key_set)


_BACK = frozenset(
    list_words(
        """
        he she they it him her them his hers their theirs its i we me us my our you your who this that these
        those er sie es ihr ihm ihn ihre seine sein wir ich
        """
    )
)


def _measure_kinship(topic: dict[str, str], words: Words) -> Kinship:
    """How much of a claim's words a text has in some form or in another word of the same meaning."""
    roots = words.root_set
    keys = {k for k, root in zip(words.keys, words.roots, strict=True) if root}
    same = _find_same(topic, words)
    kin = sum(
        root in roots or any(_is_kin(key, other) for other in keys)
        for root, key in topic.items()
        if root not in same
    )
    return Kinship(len(same), kin)


def _find_same(topic: dict[str, str], words: Words) -> set[str]:
    """The roots of what a claim is about that a text has in some form, but for those of any sentence."""
    roots = words.root_set
    return {r for r in topic if r not in _LIGHT and (r in roots or _has_relative(r, roots))}


def _is_kin(a: str, b: str) -> bool:
    """Whether two words can mean one thing, or one is made of the other: "fire", "firefighters"."""
    short, long = sorted((a, b), key=len)
    if len(short) >= _STEM and long.startswith(short):
        return True
    return compare_senses(a, b) is Relation.NEAR


def _is_elsewhere(claim: Passage, evidence: Passage, context: Context) -> bool:
    """Whether a claim without a word of its evidence is about something else, where no other text is nearer.

    Synonyms share no letters; names and numbers do. One of them in common, or a speaker who stands there,
    speaks for a paraphrase, and so do few words without any.
    """
    theirs = evidence.words.key_set
    if context.speaker and not split_name_words(context.speaker).isdisjoint(theirs):
        return False
    own = [
        (k, t)
        for k, t, first in zip(claim.words.keys, claim.words.tokens, claim.words.initial, strict=True)
        if (t[0].isupper() and not first) or k[0].isdecimal()
    ]
    if any(k in theirs for k, _ in own):
        return False
    if not claim.register.countries.isdisjoint(evidence.register.countries | evidence.register.seats):
        return False
    if context.whole is not None and _refers_back(evidence):
        own = [(k, t) for k, t in own if k[0].isdecimal()]
    count = sum(1 for root in claim.words.root_set if not root[0].isdecimal())
    return count >= (_SEVERAL if own else _MANY)


_MANY = 6  # different content words of a claim, none of them shared, that tell
_SEVERAL = 4  # likewise where a name or number is among them
_STEM = 4  # letters that a compound begins with
_FEWEST = 2  # different content words below which overlap says nothing
_MOST = 0.6  # share of the words that the cited text lacks, which are in the sentence with the number
_NEW = 0.4  # share of the claim's words that only another sentence has
_CARRIES = 0.5  # share of the claim's content words that the evidence has, from which it is taken to carry it
_TELLS = 0.3  # likewise of another sentence, where the cited one has none
_KIN = 0.25  # what a word of the same meaning counts beside the same word
_CLEARLY = 0.25  # by how much another sentence must share more
