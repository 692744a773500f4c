"""Names of a claim: in another form, or of something else."""

from __future__ import annotations

import pytest

from summarizer.check import check_claim
from summarizer.records import Outcome


def find_differing(claim: str, evidence: str) -> set[str]:
    """The names of the checks that find a difference."""
    checks = check_claim(claim, evidence, language="en")
    return {check.name for check in checks if check.outcome is Outcome.DIFFERS}


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The Kentish brewer Harp has filed for bankruptcy.", "Harp, a brewer from Kent, is bankrupt."),
        ("Ministers asked the European Commission for more time.", "Ministers asked Brussels for more time."),
        ("Water in the tank had reached 61 degrees Celsius.", "The water in the tank was at 61 C."),
        ("She is one of nine judges in Wales, and the only one in Gwent.", "She is the sole judge in Gwent."),
        (
            'The party "has not lost its way, but it is tired", Ed Tarn told the Leeds congress.',
            "Rather than having lost its way, the party is tired, according to Ed Tarn.",
        ),
    ],
)
def test_a_name_in_another_form_is_no_difference(evidence: str, claim: str) -> None:
    """A region by its people, a body by its seat, a scale by its letter, and no name but an adverb."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("name", "evidence", "claim"),
    [
        (
            "name",
            "Ministers asked the European Commission for more time.",
            "Ministers asked the European Parliament for more time.",
        ),
        (
            "name",
            "The mayor of Oslo met the envoys on Sunday.",
            "The mayor of Bergen met the envoys on Sunday.",
        ),
        (
            "number",
            "Water in the tank had reached 61 degrees Celsius.",
            "The water in the tank was at 61 Fahrenheit.",
        ),
        ("name", "The Catalan parliament rejected the plan.", "The Basque parliament rejected the plan."),
    ],
)
def test_another_body_place_or_scale_is_a_difference(name: str, evidence: str, claim: str) -> None:
    """One word of a name in common does not make it the same."""
    assert name in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The sale needs approval by the Food and Drugs Board.",
            "The sale needs approval from the FDB.",
        ),
        (
            "Two sailors were treated in Lisbon.",
            "Two sailors were treated in the Portuguese capital.",
        ),
        (
            "Ines Falk scored as Tarn United came from behind.",
            "Falk came on and scored for Tarn United.",
        ),
        (
            "The founder, Omar Haddad, will be followed by his daughter Lina.",
            "Lina Haddad will follow the founder.",
        ),
    ],
)
def test_initials_over_and_a_capital_and_light_verbs_are_no_difference(evidence: str, claim: str) -> None:
    """Initials of a name joined by "and", a capital for its name, a verb that says little, a first name alone."""
    assert "name" not in find_differing(claim, evidence)
