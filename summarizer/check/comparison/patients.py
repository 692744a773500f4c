"""Whether a claim has something done to another than its evidence has."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.comparison.names import NameDifference, are_namesakes
from summarizer.check.lexicon.number_words import WEEKDAYS
from summarizer.check.lexicon.words import Words
from summarizer.check.passage.names import Name, Register, is_common_opener, is_one_name
from summarizer.check.passage.patients import find_patients


def compare_patients(
    claim: Words, claim_names: Sequence[Name], theirs: dict[str, list[list[Name]]], register: Register
) -> NameDifference | None:
    """The first name of a claim in the place of another: behind the same verb, or of the same thing.

    `theirs`: what `find_patients` finds in the evidence.
    """
    for root, phrases in find_patients(claim, claim_names).items() if theirs else ():
        others = theirs.get(root)
        if not others or not all(others):
            continue
        known = [n for phrase in others for n in phrase]
        for name in (phrase[0] for phrase in phrases if phrase):
            if (
                claim.tokens[name.last].endswith(("’s", "'s"))
                or is_common_opener(claim, name)
                or name.keys[-1] in WEEKDAYS
                or not all(register.has(k) for k in name.keys)
                or any(is_one_name(name, o) and not are_namesakes(name, o) for o in known)
            ):
                continue
            return NameDifference(name, known[0], "place")
    return None
