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


@pytest.mark.parametrize(
    ("evidence", "claim", "faithful"),
    [
        (
            "Ann Holm said she had never met the broker.",
            "Ann Holm never met the broker.",
            "Holm denies having met the broker.",
        ),
        (
            "Her lawyer said she had paid the fine in May.",
            "She paid the fine in May.",
            "She paid the fine in May, her lawyer said.",
        ),
        (
            "“The roof leaks and nobody cares,” the tenant Lou Orr told the board.",
            "The roof leaks and nobody cares.",
            "Lou Orr complained about a leaking roof.",
        ),
        (
            "The minister called the bill “a gift to the banks”.",
            "The bill is a gift to the banks.",
            "The minister criticised the bill as a gift to the banks.",
        ),
        (
            "Residents said the dam had leaked for weeks, a claim the owner, Korva, calls baseless.",
            "The dam had leaked for weeks.",
            "Residents said the dam had leaked for weeks.",
        ),
        (
            "Her guards say she was denied a visa, something the embassy disputes.",
            "She was denied a visa.",
            "The embassy disputes that she was denied a visa.",
        ),
        (
            "The union said 300 pickers had walked out; the farm put the number at 90.",
            "300 pickers walked out.",
            "Estimates of the strikers ranged from 90 to 300.",
        ),
        (
            "Hop growers lost a third of their crop, the ministry said, blaming hail.",
            "Hail is to blame for the loss of a third of the hop crop.",
            "Hail was blamed for the loss of hops.",
        ),
        (
            "Since the lock reopened, the port has logged nine crashes, all of them, its master alleges, by one barge.",
            "All nine crashes at the port were by one barge.",
            "The port has logged nine crashes since the lock reopened.",
        ),
        (
            "The ceasefire has been extended, the envoy said, though neither side has confirmed it.",
            "The ceasefire has been extended.",
            "The envoy said the ceasefire had been extended.",
        ),
    ],
)
def test_check_claim_finds_what_only_one_side_or_person_says(
    evidence: str, claim: str, faithful: str
) -> None:
    """What a person recounts, what is quoted, blamed, denied or counted otherwise is not the article's word."""
    assert "hedge" in find_differing(claim, evidence)
    assert "hedge" not in find_differing(faithful, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The club said it had signed Ivo Tarn for two years.",
            "The club has signed Ivo Tarn for two years.",
        ),
        (
            "Mayor Ruth Pell said the city had sold the dock for 3 million euros.",
            "The city has sold the dock for 3 million euros.",
        ),
        ("“We will open in May,” said Pia Strand, the head of the museum.", "The museum will open in May."),
        (
            "The ministry said 40 cars had burned in Osk and estimated the damage at 2 million crowns.",
            "40 cars burned in Osk.",
        ),
        ("The tram was late because of snow, and the union blamed the operator.", "Snow made the tram late."),
    ],
)
def test_check_claim_leaves_what_a_body_or_an_office_says_has_happened(evidence: str, claim: str) -> None:
    """A club answers for its own deeds, a mayor for the city's."""
    assert "hedge" not in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim", "faithful"),
    [
        (
            "Crude rose after the Osk field was reportedly hit by lightning, traders in Riga said.",
            "Crude rose after lightning hit the Osk field, traders in Riga said.",
            "Crude rose after lightning reportedly hit the Osk field, traders in Riga said.",
        ),
        (
            "Police have not ruled out that the baker Ole Strand burned the mill, Radio Osk reported.",
            "The baker Ole Strand burned the mill, Radio Osk reported.",
            "Police have not ruled out that the baker Ole Strand burned the mill.",
        ),
    ],
)
def test_check_claim_finds_a_reservation_dropped_where_the_speaker_stays(
    evidence: str, claim: str, faithful: str
) -> None:
    """Whoever says that something is reportedly or possibly so does not say that it is."""
    assert "hedge" in find_differing(claim, evidence)
    assert not find_differing(faithful, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim", "faithful"),
    [
        (
            "The pier is sound, harbour engineer Ida Falk said, contradicting the insurer's report.",
            "The pier is sound.",
            "Harbour engineer Ida Falk said the pier is sound.",
        ),
        (
            "Two monks say they were beaten by guards during the search of the abbey.",
            "Two monks were beaten by guards during the search of the abbey.",
            "Two monks say that guards beat them during the search of the abbey.",
        ),
        (
            "Norvik has bought the rival brewery Harp for 90 million euros, people close to the deal said.",
            "Norvik has bought the rival brewery Harp for 90 million euros.",
            "Norvik has bought the rival brewery Harp for 90 million euros, say people close to the deal.",
        ),
        (
            "The theatre will shut in June, reports say, though its owner says nothing has been settled.",
            "The theatre will shut in June.",
            "Reports say that the theatre will shut in June.",
        ),
        (
            "The coach of Lund quit over unpaid wages, the daily Posten reported, citing two players.",
            "The coach of Lund quit over unpaid wages.",
            "The coach of Lund quit over unpaid wages, the daily Posten reported.",
        ),
        (
            "Villagers say, but the army denies, that two shells hit the school in Lom.",
            "Two shells hit the school in Lom.",
            "Villagers say that two shells hit the school in Lom.",
        ),
        (
            "By the unions' count, 9,000 people marched in Lom; police put the number at half that.",
            "9,000 people marched in Lom.",
            "9,000 people marched in Lom, by the unions' count.",
        ),
        (
            "Organisers claimed an attendance of 45,000 at the air show near Lund.",
            "The air show near Lund drew 45,000 people.",
            "According to its organisers, the air show near Lund drew 45,000 people.",
        ),
        (
            "Opposition whip Karl Dahl says the cabinet “has broken every promise” since the vote.",
            "The cabinet has broken every promise since the vote.",
            "The cabinet “has broken every promise” since the vote, says Karl Dahl.",
        ),
        (
            "“We never sold a single seat twice,” Ines Roth, head of the arena, told reporters.",
            "The arena never sold a single seat twice.",
            "The head of the arena said that it never sold a single seat twice.",
        ),
        (
            "Commissioner Ana Sole said she had not ordered the closure of the port of Lund.",
            "Commissioner Ana Sole did not order the closure of the port of Lund.",
            "Commissioner Ana Sole said she did not order the closure of the port of Lund.",
        ),
        (
            "The bishop told nobody that he had met the general, his former driver testified.",
            "The bishop told nobody that he had met the general.",
            "The bishop told nobody that he had met the general, according to his former driver.",
        ),
        (
            "Ida Falk says she was told by the insurer, not by the yard, that the hull had cracked.",
            "The insurer told Ida Falk that the hull had cracked.",
            "Ida Falk says the insurer told her that the hull had cracked.",
        ),
        (
            "Neither school would comment, though a porter told Radio Lom that a bus had been set alight.",
            "A bus was set alight.",
            "A porter told Radio Lom that a bus had been set alight.",
        ),
        (
            "The boy's parents say that wardens kept him in a shed for nine hours, while the council says that he "
            "was never there.",
            "Wardens kept the boy in a shed for nine hours.",
            "The boy's parents say that wardens kept him in a shed for nine hours.",
        ),
        (
            "The navy said its divers had cut the cable off Lund; the governor, Nils Brandt, said that nothing had "
            "been cut.",
            "Navy divers cut the cable off Lund.",
            "The navy said its divers had cut the cable off Lund.",
        ),
        (
            "The bishop has not answered a letter in which three cooks say they were dismissed for joining a choir.",
            "Three cooks were dismissed for joining a choir.",
            "Three cooks say they were dismissed for joining a choir.",
        ),
    ],
)
def test_check_claim_finds_whose_word_is_left_out(evidence: str, claim: str, faithful: str) -> None:
    """A nameless source, one word against another and what somebody says was done to them are no facts."""
    assert "hedge" in find_differing(claim, evidence)
    assert not find_differing(faithful, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "The brewery says it was founded in 1721.",
            "The brewery was founded in 1721.",
        ),
        (
            "Ms Dorn said the boat had been sold to her by her uncle and not, as her brother claims, lent.",
            "Ms Dorn said the boat had been sold to her by her uncle.",
        ),
        (
            "Damage claims in Lund rose to a record last year, the insurer's head, Nils Brandt, announced.",
            "Nils Brandt announced that damage claims in Lund were at a record last year.",
        ),
        (
            "It is untrue that the abbot, Odo Brandt, has left, said a monk, who asked visitors to stay quiet.",
            "Visitors were asked by a monk to stay quiet.",
        ),
        (
            "“I have seldom laughed so much,” the reviewer Ilse Maar wrote of Bo Rask's “Low Water”, which opened in "
            "twelve theatres on Friday.",
            "Bo Rask's “Low Water” opened in twelve theatres on Friday.",
        ),
        (
            "Guards at the depot deny that they forgot to lock the yard from which a bull escaped.",
            "A bull escaped from the yard.",
        ),
        (
            "The coach denied on Monday having ruled out a start for the keeper whom he had dropped in May.",
            "The coach had dropped the keeper in May.",
        ),
        (
            "The council is expected to vote by the end of June on whether the ten-year-old theatre was built safely.",
            "The theatre is ten years old.",
        ),
    ],
)
def test_check_claim_leaves_what_nobody_has_to_answer_for(evidence: str, claim: str) -> None:
    """What is taken for granted, or told beside what somebody says, may be told as it is."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim", "faithful"),
    [
        (
            "Asked whether the mill would be sold, its owner, Karl Vik, told reporters: “Wait and see.”",
            "Karl Vik told reporters that the mill would be sold.",
            "Karl Vik told reporters to wait and see when asked whether the mill would be sold.",
        ),
        (
            "“I only drive the van,” Ida Falk said when asked if her brother had hidden the money.",
            "Ida Falk said her brother had hidden the money.",
            "Ida Falk said that she only drove the van.",
        ),
    ],
)
def test_check_claim_finds_a_question_told_as_its_answer(evidence: str, claim: str, faithful: str) -> None:
    """Who is asked whether it is so has not said that it is."""
    assert "hedge" in find_differing(claim, evidence)
    assert not find_differing(faithful, evidence)


@pytest.mark.parametrize("answer", ["said it would", "nodded", "said he intended to"])
def test_check_claim_leaves_a_question_answered_by_a_yes(answer: str) -> None:
    """A yes says what was asked."""
    evidence = f"Asked whether the mill would be sold, its owner, Karl Vik, {answer}."
    assert not find_differing("Karl Vik said the mill would be sold.", evidence)
