"""Reservations of the evidence: kept in other words, or dropped."""

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
            "The council may close two libraries next year, according to a leaked memo.",
            "A leaked memo says that two libraries could be shut by the council next year.",
        ),
        (
            "Doctors believe the outbreak began in a canteen.",
            "In the doctors' view the outbreak started in a canteen.",
        ),
        (
            "Doctors believe the outbreak began in a canteen.",
            "Doctors think that a canteen was the source of the outbreak.",
        ),
        (
            "As far as he could recall, Benn had not signed the letter.",
            "Benn had no memory of signing the letter.",
        ),
        ("The party is expected to win a majority.", "The party looks likely to win a majority."),
        ("The party is expected to win a majority.", "A majority for the party is predicted."),
        ("Drivers should avoid the tunnel, police advised.", "Police recommend staying out of the tunnel."),
        ("Drivers are not allowed to use the tunnel.", "Drivers must not use the tunnel."),
        ("Every visitor has to wear a mask.", "Visitors must wear masks."),
        (
            "The firm has no plans for now to leave Denmark.",
            "The firm is not planning to leave Denmark at the moment.",
        ),
        (
            "If the court agrees, the ship will be sold in June.",
            "The ship will be sold in June, provided the court agrees.",
        ),
        (
            "Norvell is in exclusive talks to buy the brewery Harp.",
            "Norvell is negotiating the purchase of the brewery Harp.",
        ),
        (
            "The man was arrested on suspicion of murder on Friday.",
            "The murder suspect was arrested on Friday.",
        ),
        (
            "The board accused Ann Tarn of hiding losses.",
            "Ann Tarn was accused by the board of having hidden losses.",
        ),
        ("The board accused Ann Tarn of hiding losses.", "According to the board, Ann Tarn hid losses."),
        (
            "About 40 people are feared drowned after the ferry sank, the mayor told reporters.",
            "The mayor told reporters that around 40 people were thought to have drowned when the ferry sank.",
        ),
        (
            "Kessel neither confirmed nor denied that he had met the spy.",
            "Kessel would not say whether he had met the spy.",
        ),
        (
            "It is not impossible that the letter is a forgery, the curator said.",
            "The letter might be forged, in the curator's opinion.",
        ),
        (
            "Insiders said the minister had already left the country; his office called this untrue.",
            "The minister's office rejected reports that he had left the country.",
        ),
        (
            "The plant closure puts 900 jobs at risk.",
            "Nine hundred jobs are threatened by the closure of the plant.",
        ),
        (
            "Whether the match goes ahead depends on the weather.",
            "The weather will decide if the match is played.",
        ),
        ("Whether the match goes ahead depends on the weather.", "The match hinges on the weather."),
        ("Economists foresee slower growth.", "Economists expect growth to slow."),
        ("The union asked members to reject the offer.", "The union wants members to turn the offer down."),
        (
            "The bank may cut rates in March, its governor hinted.",
            "A rate cut in March is possible, according to the bank's governor.",
        ),
        (
            "A ban was never considered, the ministry said.",
            "The ministry said it had never thought about a ban.",
        ),
        (
            "She was certain to be re-elected after her rival withdrew.",
            "Her re-election was beyond doubt once her rival had withdrawn.",
        ),
        (
            "Police have confirmed that the body is that of the missing boy.",
            "The body has been identified as the missing boy's, police say.",
        ),
        ("He knew about the plan before the vote.", "He was aware of the plan before the vote was held."),
        ("The study shows that the drug works.", "The drug works, the study proves."),
        (
            "Rescuers hope to reach the miners by Friday.",
            "The miners could be reached by Friday, rescuers hope.",
        ),
        (
            "The singer said she would probably retire next year.",
            "The singer will likely retire next year, she said.",
        ),
        (
            "The memo suggests that the mayor was warned.",
            "The mayor appears to have been warned, to judge by the memo.",
        ),
        ("Tests have not ruled out an infection.", "An infection remains possible after the tests."),
    ],
)
def test_a_reservation_in_other_words_is_kept(evidence: str, claim: str) -> None:
    """A synonym of a reservation is one, whoever believes so may say so, and duty is told as duty."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The council may close two libraries next year, according to a leaked memo.",
            "A leaked memo shows that the council is determined to close two libraries next year.",
        ),
        (
            "Doctors believe the outbreak began in a canteen.",
            "Doctors have established that the outbreak began in a canteen.",
        ),
        (
            "As far as he could recall, Benn had not signed the letter.",
            "Benn was sure that he had not signed the letter.",
        ),
        ("The party is expected to win a majority.", "The party is certain to win a majority."),
        ("Drivers should avoid the tunnel, police advised.", "Drivers must avoid the tunnel, police said."),
        ("The firm has no plans for now to leave Denmark.", "The firm will never leave Denmark."),
        (
            "If the court agrees, the ship will be sold in June.",
            "The ship will be sold in June whether or not the court agrees.",
        ),
        ("Norvell is in exclusive talks to buy the brewery Harp.", "Norvell has bought the brewery Harp."),
        (
            "Ann Tarn, whom the board had accused of hiding losses, resigned, she said on Monday.",
            "Ann Tarn, who hid losses, said on Monday that she had resigned.",
        ),
        (
            "About 40 people are feared drowned after the ferry sank, the mayor told reporters.",
            "Forty people drowned when the ferry sank, the mayor told reporters.",
        ),
        ("Kessel neither confirmed nor denied that he had met the spy.", "Kessel had met the spy."),
        (
            "It is not impossible that the letter is a forgery, the curator said.",
            "The curator said the letter was a forgery.",
        ),
        (
            "The players had maybe just been tired, the coach said.",
            "The coach said there was no doubt that the players had been tired.",
        ),
        (
            "Insiders said the minister had already left the country; his office called this untrue.",
            "The minister has left the country.",
        ),
        ("The plant closure puts 900 jobs at risk.", "The plant closure has cost 900 jobs."),
        ("Lena Moll has been shortlisted for the Corvin prize.", "Lena Moll has won the Corvin prize."),
        ("The inspectors seem to have overlooked the crack.", "The inspectors overlooked the crack."),
        (
            "The report said the director knew or should have known about the leak.",
            "The report said it was certain that the director knew about the leak.",
        ),
        ("The union asked members to reject the offer.", "Members rejected the offer."),
        ("Rescuers hope to reach the miners by Friday.", "Rescuers reached the miners on Friday."),
        (
            "The singer said she would probably retire next year.",
            "The singer said she would definitely retire next year.",
        ),
        (
            "Residents suspect that the factory poisoned the well.",
            "It has been shown that the factory poisoned the well.",
        ),
        ("The land may be sold, the brothers heard.", "The land has already been sold, the brothers heard."),
        ("The memo suggests that the mayor was warned.", "The memo proves that the mayor was warned."),
        ("The ministry said a pay rise was not off the table.", "The ministry announced a pay rise."),
    ],
)
def test_more_certainty_than_the_evidence_has_is_a_difference(evidence: str, claim: str) -> None:
    """Belief as knowledge, advice as duty, for now as for ever, a stage as the outcome, a report as a fact."""
    assert "hedge" in find_differing(claim, evidence)
