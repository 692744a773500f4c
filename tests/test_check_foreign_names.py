"""A name that a claim has from elsewhere in the article: meant by a word of the evidence, or put in another's place."""

from __future__ import annotations

import pytest

from summarizer.check import check_claim
from summarizer.records import Outcome

ARTICLE = (
    "Corvane Air has flown to Malta since 1998, and Ada Brandt, a pilot, has led it for two years. {} "
    "The Bank of Norland warned of a slump. Deputy mayor Ivo Strand and Judge Mira Falk looked on, and Tavira "
    "and the Lantern, a ferry, stood ready. Honsu has a plant in Elwick."
)


def find_names(evidence: str, claim: str) -> bool:
    """Whether the name check finds a difference, the article around the evidence being known."""
    checks = check_claim(claim, evidence, article=ARTICLE.format(evidence))
    return "name" in {c.name for c in checks if c.outcome is Outcome.DIFFERS}


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The Central Bank of Sudmark left its rate alone on Friday.", "The Bank of Norland did not touch its rate."),
        ("The operator, Dansk Fuel, is to cut its price to 8 kroner.", "Honsu is to charge 8 kroner."),
        ("Mayor Rosa Lind broke with her party over the harbour.", "Ivo Strand broke with his party over the harbour."),
        ("Wheat output in Ovira fell, the state office said.", "The wheat crop in Tavira fell."),
        ("“You promised us a school,” Rosa Lind told him in Ovira.", "In Tavira Rosa Lind spoke of a broken promise."),
        ("A storm made landfall in Ovira at dawn.", "A storm came ashore in Tavira."),
        ("Tamoto-backed Kamin Cell is to build a plant.", "Honsu-backed Kamin Cell is to build a plant."),
    ],
)  # fmt: skip
def test_a_name_that_no_word_of_the_evidence_can_mean_is_in_anothers_place(evidence: str, claim: str) -> None:
    """Where a pronoun stands behind a name it is that one's, and a description beside a name as well."""
    assert find_names(evidence, claim)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The airline cancelled both flights to Gozo.", "Corvane Air cancelled both flights to Gozo."),
        ("She cancelled both flights to Gozo.", "Ada Brandt cancelled both flights to Gozo."),
        ("The pilot said so to Mayor Rosa Lind.", "Ada Brandt said so to the mayor."),
        ("“I saw the smoke over Ovira,” the witness said.", "Ada Brandt saw the smoke over Ovira."),
        ("The ferry left Ovira an hour late.", "The Lantern left Ovira an hour late."),
        ("The company has shut its plant in Ovira.", "Honsu has shut its plant in Ovira."),
    ],
)  # fmt: skip
def test_a_name_may_stand_for_a_pronoun_or_a_description(evidence: str, claim: str) -> None:
    """Who "she", "the airline" and "the company" are is told elsewhere in the article."""
    assert not find_names(evidence, claim)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The Bundestag passed the bill by 318 votes to 304.", "The German parliament passed the bill."),
        ("Researchers sampled lakes in Finland and Sweden.", "Nordic lakes were sampled."),
        ("The harbour is shut to liquefied natural gas tankers.", "The harbour is shut to LNG tankers."),
    ],
)  # fmt: skip
def test_what_everybody_knows_is_no_other_name(evidence: str, claim: str) -> None:
    """Whose parliament the Bundestag is no article tells; initials stand for words without capitals, too."""
    assert not find_names(evidence, claim)


def test_a_country_in_anothers_place_is_found_all_the_same() -> None:
    """Where the evidence has a country that the claim leaves out, that one is exchanged."""
    assert find_names("Turkey’s team won the cup.", "Greece’s team won the cup.")


@pytest.mark.parametrize(
    "claim",
    [
        "Compared with May, sales at Corvane Air were up by a third.",
        "Return flights to Gozo are to be had again from Corvane Air.",
        "The Ivorian leg of Corvane Air's network is to go.",
    ],
)
def test_a_capital_makes_no_name_of_a_word_that_opens_a_sentence(claim: str) -> None:
    """Words of the dictionary before "with" and "to"; and a people's name is its country's."""
    evidence = (
        "Corvane Air's sales rose by a third from May, it may again sell tickets to Gozo and back, and the Ivory "
        "Coast leg of its network is to go."
    )
    assert not find_names(evidence, claim)
