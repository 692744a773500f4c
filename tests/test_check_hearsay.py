"""What somebody only says, is charged with or waits for, told as a fact; and what may well be told so."""

from __future__ import annotations

import pytest
from readings import find_differing


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The nurse told the inquiry that the alarm had been switched off at midnight.",
            "The alarm had been switched off at midnight.",
        ),
        (
            "Jurors were told that the pair met in a bar in Leeds on 3 March.",
            "The pair met in a bar in Leeds on 3 March.",
        ),
        (
            "A former aide said the senator had ordered the files destroyed.",
            "The senator ordered the files destroyed.",
        ),
        (
            "Rebels said they had killed eleven soldiers in an ambush near Hakkari.",
            "Rebels killed eleven soldiers in an ambush near Hakkari.",
        ),
        (
            "Growers said the dam had flooded four farms; the ministry insists it flooded none.",
            "The dam flooded four farms.",
        ),
        (
            "Mr Lowe said that Mr Grant had threatened to burn down the barn.",
            "Mr Grant threatened to burn down the barn.",
        ),
        (
            "The singer said her manager had told her to cancel the tour.",
            "Her manager told the singer to cancel the tour.",
        ),
        (
            "The broker denied having lost the deeds, and said that the clerk had never asked for them.",
            "The clerk never asked the broker for the deeds.",
        ),
        (
            "Some 900 barns in Velm stood under water, the water board estimated.",
            "Some 900 barns in Velm stood under water.",
        ),
        (
            "Detectives allege that the cashier moved 4 million crowns into an account held by her son.",
            "The cashier shifted 4 million crowns into her son's account.",
        ),
        (
            "The mate told the inquest that the pump had not stalled but that nobody had switched it on.",
            "The pump had not stalled but nobody had switched it on.",
        ),
    ],
)
def test_check_claim_finds_a_partys_word_told_as_a_fact(evidence: str, claim: str) -> None:
    """Testimony, a side's word, one account of two and what one says another said are no facts."""
    assert "hedge" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The airline said it would add two flights a day to Oslo from May.",
            "The airline will add two flights a day to Oslo from May.",
        ),
        (
            "Mayor Tom Vik said the storm had destroyed thirty houses in the old town.",
            "The storm destroyed thirty houses in the old town.",
        ),
        (
            "Ilse Maar died on Friday in Trone aged 91, her daughter Ane said.",
            "Ilse Maar died in Trone at 91.",
        ),
        ("Residents accused the firm of fouling the well.", "The firm is accused of fouling the well."),
        (
            "The water board had put the number of lost barns at 900 but cut it to 700 on Monday.",
            "On Monday the water board cut the number of lost barns from 900 to 700.",
        ),
        (
            "The broker neither confirmed nor denied that the deeds would be sold.",
            "The broker would not say whether the deeds would be sold.",
        ),
        ("Her lawyer said she would appeal against the sentence.", "She will appeal against the sentence."),
        (
            "A court heard evidence from four divers about the wreck near Skye.",
            "Four divers gave evidence about the wreck near Skye.",
        ),
        (
            "The ministry said its ambassador had told Tehran to release the crew.",
            "The ministry's ambassador told Tehran to release the crew.",
        ),
    ],
)
def test_check_claim_leaves_what_whoever_speaks_answers_for(evidence: str, claim: str) -> None:
    """What a body tells of its own acts, or an office of what it knows, may be told as it is."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Omar Deeb, who faces two counts of arson, got bail on Friday.", "Deeb committed arson."),
        (
            "The mayor was wanted in Spain on drug trafficking charges.",
            "The mayor trafficked drugs in Spain.",
        ),
        (
            "Anna Petri pleaded not guilty on Monday to setting fire to the shed.",
            "Petri set fire to the shed.",
        ),
        ("Trains stopped, with flooding reported near Bexley.", "There was flooding near Bexley."),
        ("They were due to leave on Friday.", "They left on Friday."),
        ("The offence carries a maximum sentence of five years.", "He was sentenced to five years."),
        (
            "The ferry will not sail until divers have inspected the hull.",
            "Divers have inspected the hull.",
        ),
        (
            "The sale, which still requires the consent of the regulator, is worth $2bn.",
            "The regulator consented to the sale.",
        ),
        ("The clinic said it would apply for a new licence.", "The clinic has been granted a new licence."),
        (
            "The brewer cut its guidance for full-year sales to 3.1 billion euros.",
            "The brewer recorded full-year sales of 3.1 billion euros.",
        ),
    ],
)
def test_check_claim_finds_what_is_open_told_as_done(evidence: str, claim: str) -> None:
    """What is charged, awaited, asked for or forecast has not come about."""
    assert "hedge" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The cashier was convicted on two fraud charges.", "The cashier committed fraud."),
        ("The delay was due to a strike by pilots.", "A strike by pilots caused the delay."),
        (
            "A nurse arrested on theft charges was suspended by the clinic.",
            "The clinic suspended a nurse who had been arrested for alleged theft.",
        ),
        (
            "The bridge stayed shut until engineers had repaired the deck in March.",
            "Engineers repaired the deck in March.",
        ),
        ("She asked for a transfer and got one in May.", "She got a transfer in May."),
        (
            "The firm cut its forecast for growth to 2 percent after profit fell 9 percent.",
            "The firm's profit fell 9 percent.",
        ),
    ],
)
def test_check_claim_leaves_what_has_come_about(evidence: str, claim: str) -> None:
    """What is proved, over or granted may be told as done."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The bakery is thinking of closing two shops, a plan that Lou Orr, the mayor's deputy, welcomed.",
            "Lou Orr, the mayor's deputy, welcomed the shop plan.",
        ),
        (
            "The zoo cut its visitor estimate to 40,000, and said it might cut it again if it rained in August.",
            "The zoo lowered its estimate of visitors to 40,000.",
        ),
        (
            "Growers are expected to bring in 90 tonnes of hops, down from 120, according to a farm forecast.",
            "The hop crop is forecast to fall to 90 tonnes.",
        ),
        (
            "The firm is leaning towards Porto for its new office, though no decision has been made.",
            "The firm is inclined to choose Porto for its new office.",
        ),
    ],
)
def test_check_claim_leaves_reservations_about_something_else(evidence: str, claim: str) -> None:
    """A reservation counts for what it covers, and once."""
    assert "hedge" not in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("If talks fail, the union will strike.", "The union will strike."),
        ("The firm is leaning towards building a depot in Porto.", "The firm will build a depot in Porto."),
    ],
)
def test_check_claim_finds_a_condition_and_a_mere_thought_dropped(evidence: str, claim: str) -> None:
    """Short as it is, a main clause without its condition says more; so does "will" for a thought."""
    assert "hedge" in find_differing(claim, evidence)
