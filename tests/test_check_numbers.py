"""Numbers of a claim: told in another form, or in another number's place."""

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
        (
            "The ministry cut its inflation forecast to 2.4 percent from 3 percent.",
            "Prices will now rise by 2.4 percent, the ministry thinks, down from 3 percent before.",
        ),
        ("Members backed the deal by four to one.", "Eighty percent of members voted for the deal."),
        (
            "The fire started on Thursday evening; it was put out two days later.",
            "Firefighters had it under control on Saturday.",
        ),
        (
            "The rule, due to apply from 2027, was put back by three years.",
            "The rule will not apply before 2030.",
        ),
        ("It was the fourth flood since March.", "There have been four floods since March."),
        ("Ana Ruiz, who turns 40 next month, won the race.", "Ruiz, 39, won the race."),
        ("She celebrates her 60th birthday in May.", "She is 59 now."),
        (
            "The company knew about the leak for at least ten weeks.",
            "The company was aware of the leak for more than two months.",
        ),
        ("The manuscript dates from the seventeenth century.", "The manuscript is from the 1600s."),
        ("The train left at 6.15 p.m.", "The train departed at a quarter past six."),
        ("The fair attracted 4,120 visitors.", "Just over 4,100 people came to the fair."),
        ("The march will be held on Christmas Eve.", "The march is planned for 24 December."),
        (
            "Firms lose the subsidy unless they hire at least 20 trainees.",
            "Firms that hire fewer than 20 trainees will lose the subsidy.",
        ),
        (
            "The prisoner is allowed weekly visits from his wife.",
            "The prisoner's wife may visit him once a week.",
        ),
        ("Ten of the twelve jurors voted to convict.", "All but two of the twelve jurors voted to convict."),
        (
            "The larger of the reactors, built in 1984, stays shut.",
            "Of the two reactors the larger stays shut.",
        ),
        ("Norvell, Adastra and Pell bid for the port.", "Three companies have bid for the port."),
        ("Shares fell 7% before ending 2% lower.", "Shares closed down 2% after falling 7%."),
        (
            "Not one passenger was hurt when the bus, built in 1994, overturned.",
            "Not a single passenger was hurt when the bus overturned.",
        ),
    ],
)
def test_a_number_told_in_another_form_is_no_difference(evidence: str, claim: str) -> None:
    """Odds, dates some days on, rests, ages by a birthday, a clock in words, a count of what is listed."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The bank cut its rate to 2.4 percent from 3 percent.", "The bank cut its rate by 2.4 percent."),
        ("Members backed the deal by four to one.", "Sixty percent of members voted for the deal."),
        (
            "The museum closed on Monday and reopened the following day.",
            "The museum opened its doors again on Thursday.",
        ),
        (
            "The rule, due to apply from 2027, was put back by three years.",
            "The rule will not apply before 2035.",
        ),
        (
            "Only four of the school's 22 buses passed the test.",
            "Sixteen of the school's buses failed the test.",
        ),
        (
            "The company knew about the leak for at least ten weeks.",
            "The company was aware of the leak for six months.",
        ),
        ("The manuscript dates from the seventeenth century.", "The manuscript is from the 1800s."),
        ("The train left at 6.15 p.m.", "The train departed at a quarter to six."),
        ("The fair attracted 4,120 visitors.", "Just under 4,100 people came to the fair."),
        ("The march will be held on Christmas Eve.", "The march is planned for 26 December."),
        ("Firms must hire at least 20 trainees.", "Firms must hire fewer than 20 trainees."),
        (
            "The prisoner is allowed weekly visits from his wife.",
            "The prisoner may see his wife on visits once a month.",
        ),
        ("Copper rose to $9,100 a tonne.", "Copper rose to $9,100 a pound."),
        (
            "The club owes 30 players a combined 4 million euros.",
            "The club owes 30 players 4 million euros each.",
        ),
        (
            "All but two of the twelve jurors voted to convict.",
            "All but three of the twelve jurors voted to convict.",
        ),
        ("Two of the twelve jurors voted to convict.", "All but two of the twelve jurors voted to convict."),
        ("Three companies bid for the port.", "Two companies bid for the port."),
        ("Shares fell 7% before ending 2% lower.", "Shares ended 7% lower."),
        ("The bridge is twice as long as the old one.", "The bridge is half as long as the old one."),
        ("He extended the lease by a year.", "He extended the lease by two years."),
        ("The lake is 30 metres deep.", "The lake is about a third deeper."),
    ],
)
def test_a_number_in_another_place_is_a_difference(evidence: str, claim: str) -> None:
    """Another value, unit, rate or frequency, a rest for a part, or the word beside another number."""
    assert "number" in find_differing(claim, evidence)
