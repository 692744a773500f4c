"""Denials and opposites in longer sentences: what is a change of meaning, and what is the same in other words."""

from __future__ import annotations

import pytest

from summarizer.check import check_claim
from summarizer.records import Outcome

STEP = "The council closed the pool, a step that swimmers opposed and the Anglers' Union applauded."
CABLE = "The engineers blame the collapse on the cable, not on the weather."
TEA = "The tap water is safe, the river water isn't, the laboratory said."
KEYS = "Ines Kolb was told to sign the form and would not."
BAG = "They did not search my bag. They did not have to."
BISHOP = "It is not true, the bishop said, that the school never informed the parents."
JOBS = "Unemployment stood at 7 percent in March, down from 8 percent in February."
RATES = "In Pola the fee fell to 11.5 dinars, and in Rovin it climbed to 8.3 dinars."
SALES = "Sales rose at home and fell abroad."
FEE = "A higher fee was ruled out by the chancellor."
ENVOY = "No deal has been reached, the envoy said, and further talks are not on the agenda."
WELL = "There is no evidence that the well is dry, the mayor said."
BLAME = (
    "Fewer than half have water, and the agency's chief, Dr Vik, blames the wells rather than the drought."
)
FINE = "A €3 million fine on the ferry line was quashed by the High Court in Dublin."
CHAIN = "Administrators said they had had offers for the chain and did not plan any immediate redundancies."
CUP = "Late goals turned the match round for Almond Rovers, who beat Kelso 2-0 and will meet Perth next."
LEAK = "Ombudsman Lena Marsh dismissed an allegation by Mayor Karl Voss that her staff had leaked the file."
CLAIMS = (
    "The tenants have not been refunded so far, their lawyer said, although the housing company insists that all "
    "damage is paid for."
)
MERGER = "Members threw out the merger by 612 votes to 407, with only the northern branch in favour."
PART = "The producer denied having refused the actress a part."
TOWER = "“The tower is ugly,” said Ada Holm of the design that Bo Lind, the head of planning, has approved."

QUAY = "The harbour office told Ms Brandt in May that the quay was unsafe."
PORT = "Passenger numbers at the port rose by a third last year."
TAXIS = "Taxis became 15 percent cheaper when the tariff was changed."
TRAMS = "The dispute between the tram firm and its drivers, settled on Monday, cost the city 2 million euros."
DIRECTOR = "“I never asked for the logs,” the director told parliament, contradicting testimony by the former inspector."
STAKE = "The clinic plans to raise its stake in the laboratory, its head said, but would not say when."
VAN = "Investigators believe, but have not proved, that the fire began in a van."

TURNED = [
    # A verb denied in another word.
    ("negation", "Ms Brandt had not been warned in May that the quay was unsafe.", QUAY),
    (
        "negation",
        "The council asked the state for a loan.",
        "The council did not request a loan from the state.",
    ),
    ("negation", "Ines Orr denied having met the envoy.", "Ines Orr admitted that she had met the envoy."),
    ("antonym", "The port lost a third of its passengers last year.", PORT),
    ("antonym", "Taxi fares rose 15 percent when the tariff was changed.", TAXIS),
    ("antonym", "The tram firm and its drivers are still at odds.", TRAMS),
    ("antonym", "The director's words bore out the testimony of the former inspector.", DIRECTOR),
    ("antonym", "The clinic wants to reduce its stake in the laboratory.", STAKE),
    ("negation", "There is proof that the fire began in a van.", VAN),
    ("antonym", "The tenor said yes to the opera house.", "The tenor turned down the opera house."),
    ("negation", "A fifth speak Danish at home.", "A fifth speak a language other than Danish at home."),
    (
        "negation",
        "Lena Marsh did not dismiss Karl Voss's allegation that her staff had leaked the file.",
        LEAK,
    ),
    ("negation", "The tenants have been refunded so far, their lawyer said.", CLAIMS),
    ("antonym", "About 610 members voted for the merger.", MERGER),
    ("antonym", "Members approved the merger.", MERGER),
    ("negation", "The producer said that he had refused the actress a part.", PART),
    ("antonym", "The Anglers' Union criticised the step.", STEP),
    ("negation", "The engineers blame the collapse on the weather.", CABLE),
    ("negation", "The river water is safe, the laboratory said.", TEA),
    ("negation", "Ines Kolb signed the form.", KEYS),
    ("negation", "They searched my bag.", BAG),
    ("negation", "The bishop said that the school never informed the parents.", BISHOP),
    ("antonym", "Unemployment has risen since February.", JOBS),
    ("antonym", "Sales fell at home.", SALES),
    ("negation", "The well is dry, the mayor said.", WELL),
    # One subject, verb and object, whatever else stands around.
    ("negation", "Dr Vik does not blame the wells.", BLAME),
    ("antonym", "The High Court upheld the fine.", FINE),
    ("antonym", "Almond Rovers lost 2-0 to Kelso.", CUP),
    ("negation", "Administrators planned immediate redundancies.", CHAIN),
    (
        "negation",
        "The test failed to identify 71 percent of carriers.",
        "The test identified 71 percent of carriers.",
    ),
]

SAME = [
    ("Ms Brandt had been warned in May that the quay was unsafe.", QUAY),
    ("The council asked nobody for a loan.", "The council did not request a loan from the state."),
    ("The port gained a third more passengers last year.", PORT),
    ("Taxis cost 15 percent less when the tariff was changed.", TAXIS),
    ("The tram firm and its drivers have settled their dispute.", TRAMS),
    ("The director contradicted the testimony of the former inspector.", DIRECTOR),
    ("The clinic wants to raise its shareholding in the laboratory.", STAKE),
    ("It is not proven that the fire began in a van.", VAN),
    # What a verb denies may be told before it, and "no" may be what somebody says.
    (
        "Rolf Dahl denied burning the letters.",
        "Ada Holm accused Rolf Dahl of burning the letters, which he denied.",
    ),
    (
        "Eva Lund doubted that the fare would fall.",
        "Eva Lund, asked whether the fare would fall, said she doubted it.",
    ),
    ("The tenor said no to the opera house.", "The tenor turned down the opera house."),
    ("There had been no such visit since 2011.", "It was the first such visit since 2011."),
    ("A fifth speak a language that is not Danish.", "A fifth speak a language other than Danish."),
    (
        "The paper was rejected, and her school let the contract lapse.",
        "The journal refused to print the paper and her own school declined to renew the contract.",
    ),
    ("The cull should last no more than ten weeks.", "The cull should end within ten weeks."),
    (
        "The club did not contest that fees had been raised.",
        "Nobody at the club disputed that fees had been raised.",
    ),
    # Who alleges what another rejects; who stood on the side that lost; the other clause in other words.
    ("Karl Voss alleged that the ombudsman's staff had leaked the file.", LEAK),
    ("Lena Marsh dismissed Karl Voss's allegation that her staff had leaked the file.", LEAK),
    ("The housing company insists that it has refunded all damage.", CLAIMS),
    ("Some 400 members voted for the merger.", MERGER),
    ("The northern branch alone backed the merger.", MERGER),
    ("The producer denied having turned down the actress.", PART),
    ("Ada Holm criticised the design, which Bo Lind has approved.", TOWER),
    (
        "If no buyer comes, the fund will recall its loan.",
        "If no buyer comes, the fund will withdraw its loan.",
    ),
    (
        "The deputy head of the bank would not confirm on Monday that it had bought dollars.",
        "The deputy head of the bank would neither confirm nor deny that it had bought dollars on Monday.",
    ),
    (
        "The long dispute between the valley and the Grand Side Hotel has lasted ten years.",
        "In the ten-year-old dispute between the valley and the Grand Side Hotel, neither side has ever met.",
    ),
    ("The Anglers' Union welcomed the step.", STEP),
    ("The engineers say that the cable caused the collapse.", CABLE),
    ("The river water is not safe, the laboratory said.", TEA),
    ("Ines Kolb refused to sign the form.", KEYS),
    ("The bishop denied that the school had never informed the parents.", BISHOP),
    ("Unemployment fell to 7 percent in March.", JOBS),
    ("Rovin's fee went up to 8.3 dinars.", RATES),
    ("Sales abroad fell.", SALES),
    ("The chancellor ruled out a higher fee.", FEE),
    ("No further talks are planned.", ENVOY),
    (
        "Everyone on board believed that the mast would hold.",
        "Nobody on board doubted that the mast would hold.",
    ),
    ("Dr Vik does not blame the drought.", BLAME),
    ("The High Court struck down the fine of €3 million.", FINE),
    ("Kelso lost 2-0 to Almond Rovers.", CUP),
    ("Holm won more seats, yet its base fell.", "Holm gained seats but lost its base."),
    ("A quarter do not trust the courts.", "Most trusted the courts; a quarter said they did not."),
    ("The truce lasted two days.", "The truce collapsed after two days."),
]


@pytest.mark.parametrize(("kind", "claim", "evidence"), TURNED)
def test_check_claim_finds_what_is_turned_round(kind: str, claim: str, evidence: str) -> None:
    """A denial or an opposite is found in relative clauses, contrasts and what is said in short."""
    assert kind in {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}


@pytest.mark.parametrize(("claim", "evidence"), SAME)
def test_check_claim_leaves_the_same_in_other_words(claim: str, evidence: str) -> None:
    """The same told by another denial, or none, is no difference of polarity."""
    differs = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert not differs & {"negation", "antonym"}


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        ("Ida won the race, 19 seconds ahead of Bo Vik.", "Bo Vik came in 19 seconds behind the winner.", False),
        ("Ida finished ahead of Bo.", "Ida finished behind Bo.", True),
        ("Salt leads sugar by six points.", "Sugar trails salt by six points.", False),
        ("Salt leads sugar by six points.", "Salt trails sugar by six points.", True),
        ("Ida Lund won the final, beating Vera Holm.", "Vera Holm lost the final to Ida Lund.", False),
        ("Rovers won the cup.", "Rovers lost the cup.", True),
        ("The board backed the first vaccine against Lassa fever.", "The board was in favour of the vaccine.", False),
    ],
)  # fmt: skip
def test_who_leads_is_trailed(evidence: str, claim: str, differs: bool) -> None:
    """Words that turn with the parties are opposites only where the parties stay."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert ("antonym" in found) is differs


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        ("The board declined on Friday to approve the drug.", "The board did not approve the drug.", False),
        ("A truck struck the jet; nobody was hurt.", "Several people were hurt when a truck struck the jet.", True),
        ("The board declined on Friday to approve the drug.", "The board approved the drug on Friday.", True),
        ("Last month's strike, which the union had never ruled out, cost the port $4m.",
         "Last month's strike cost the port $4m.", False),
    ],
)  # fmt: skip
def test_a_time_or_an_aside_keeps_a_denial_where_it_belongs(evidence: str, claim: str, differs: bool) -> None:
    """A day between a verb and its infinitive, and what a relative clause leaves open, move no denial."""
    assert any(c.outcome is Outcome.DIFFERS for c in check_claim(claim, evidence)) is differs


REFUND = "Only after the regulator had threatened a fine did the airline refund its passengers."
SKETCHES = "The curator sold the sketches two weeks before the museum reported them stolen."
DIVERS = "It was not until the lake had been drained that divers found the car, police said."


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (REFUND, "The airline refunded its passengers before the regulator threatened a fine.", True),
        (REFUND, "By the time the regulator threatened a fine, the airline had refunded its passengers.", True),
        (REFUND, "The regulator threatened a fine before the airline refunded its passengers.", False),
        (REFUND, "The airline did not refund its passengers until the regulator threatened a fine.", False),
        (SKETCHES, "The museum had already reported them stolen when the curator sold the sketches.", True),
        (SKETCHES, "The museum reported the theft, and only then did the curator sell the sketches.", True),
        (SKETCHES, "By the time the museum reported them stolen, the curator had sold the sketches.", False),
        (SKETCHES, "The museum reported the theft two weeks after the curator had sold the sketches.", False),
        (DIVERS, "Divers found the car before the lake was drained.", True),
        (DIVERS, "Divers found the car once the lake had been drained, police said.", False),
        ("The trial will not begin before the river thaws.", "The trial will begin once the river thaws.", False),
    ],
)  # fmt: skip
def test_what_comes_first_stays_first(evidence: str, claim: str, differs: bool) -> None:
    """Two events may be told in any words that keep their order, "before" or "only after"."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert ("antonym" in found) is differs


CREAMERY = (
    "The dairy Alpina agreed to sell its Swiss creamery to Norwegian rival Fjellmelk for 90 million euros."
)
CLERK = "A tribunal ordered the bank Ostra to pay its former clerk Mira Dahl 40,000 euros."
FERRIES = "Having lost the ferry contract to Nordlink, Baltica now plans to close its Gdansk office."
PAINTING = "The museum lent the painting to a gallery in Lyon, which returned it in May with a torn canvas."
SUGAR = "The island sends most of its sugar to Portugal and receives fuel from Angola in exchange."
RACE = "Bo Vik, according to Ada Holm, who lost the race for the chair to him by two votes, is lazy."
VAN_LENT = "Detectives believe that Ada Holm, 31, lent the van to her cousin Bo Vik, 26, in May."
SEED = "Vera Holm became the first Dane to win the award, beating Bo Vik by one vote."
ROVERS = "Beaten 3-0 at home by Rovers, Almond Town must win at Kelso to stay up."


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (CREAMERY, "Alpina is to acquire the creamery from Fjellmelk.", True),
        (CREAMERY, "The creamery was sold by Fjellmelk.", True),
        (CREAMERY, "Fjellmelk is to buy the creamery from Alpina.", False),
        (CREAMERY, "Alpina will receive 90 million euros from Fjellmelk.", False),
        (CLERK, "Mira Dahl was told by the tribunal to pay Ostra 40,000 euros.", True),
        (CLERK, "Mira Dahl is to receive 40,000 euros from Ostra.", False),
        (FERRIES, "Baltica took the ferry contract from Nordlink.", True),
        (FERRIES, "Nordlink won the ferry contract from Baltica.", False),
        (PAINTING, "The museum borrowed the painting from the gallery.", True),
        (PAINTING, "The museum received the painting back from the gallery in May.", False),
        (SUGAR, "The island receives most of its sugar from Portugal.", True),
        (SUGAR, "Angola sends fuel to the island.", False),
        (RACE, "Ada Holm beat Bo Vik in the race for the chair.", True),
        (RACE, "Bo Vik beat Ada Holm in the race for the chair.", False),
        (VAN_LENT, "Bo Vik is thought to have borrowed the van from his cousin Ada.", False),
        (SEED, "Vera Holm lost the award to Bo Vik.", True),
        (SEED, "Bo Vik lost the award to Vera Holm.", False),
        (ROVERS, "Rovers lost 3-0 to Almond Town.", True),
        (ROVERS, "Rovers beat Almond Town 3-0.", False),
    ],
)  # fmt: skip
def test_who_gives_is_no_taker(evidence: str, claim: str, differs: bool) -> None:
    """What is sold by one is bought by the other, whichever verb tells it; the parties do not change places."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert ("antonym" in found) is differs


RECIPE = "A judge in Bern dismissed the argument of the lawyer, Ida Rask, that the recipe was secret."
LEAD = "The utility had not, its head conceded, told its customers about the lead for ten weeks."
SWIMMERS = "The coach Lars Dybdal denied having turned away two young swimmers from the national camp."
TANKER = "Harbour master Eva Roos declined to say whether the tanker had asked for help."
LETTERS = "The ministry acknowledged that 40 letters had been lost, but denied that any contained ballots."
TRANSFER = "Neither the club nor the player has confirmed a report that he will move to Lisbon in June."
TALKS = "Minister Ada Holm confirmed that talks were under way but declined to say when they would end."


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (RECIPE, "The judge in Bern agreed with the lawyer that the recipe was secret.", True),
        (RECIPE, "The judge denied that the recipe was secret.", False),
        (LEAD, "It took the utility ten weeks to tell its customers about the lead, its head admitted.", False),
        (SWIMMERS, "The coach conceded that he had sent two young swimmers home from the camp.", True),
        (SWIMMERS, "Lars Dybdal did not deny having turned away two swimmers from the camp.", True),
        (SWIMMERS, "Lars Dybdal denied that he had refused the two young swimmers a place at the camp.", False),
        (TANKER, "The harbour master denied that the tanker had asked for help.", True),
        (TANKER, "Eva Roos confirmed that the tanker had asked for help.", True),
        (TANKER, "Eva Roos refused to comment on whether the tanker called for help.", False),
        (LETTERS, "The ministry denied that 40 letters had been lost.", True),
        (LETTERS, "The ministry conceded that 40 letters were lost.", False),
        (TRANSFER, "The player acknowledged that he will move to Lisbon in June.", True),
        (TRANSFER, "The club has yet to confirm that the player will move to Lisbon in June.", False),
        (TALKS, "Ada Holm would not say whether talks were under way.", True),
        (TALKS, "Ada Holm would not say when the talks would end.", False),
    ],
)  # fmt: skip
def test_who_denies_owns_up_to_nothing(evidence: str, claim: str, differs: bool) -> None:
    """To admit, to deny and not to say are three things, whichever verb tells them."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert bool(found & {"negation", "antonym"}) is differs


POOL = (
    "Mayor Ada Holm thinks that the pool closed too late, while her deputy, Bo Vik, says it closed too early."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        ("The firm will move its office from Turin to Lyon.", "The firm is moving out of Lyon and into Turin.", True),
        ("The firm will move its office from Turin to Lyon.", "The firm is moving out of Turin and into Lyon.", False),
        ("Accused by the mayor, Ola Berg, of delay, the engineer Siri Dahl said that nobody had paid her.",
         "Siri Dahl accused Ola Berg of delay.", True),
        (POOL, "Ada Holm thinks that the pool closed too early.", True),
        (POOL, "Bo Vik says the pool closed too early.", False),
        ("The trench, no wider than a metre, still needs a permit.", "The trench no longer needs a permit.", True),
        ("The trench, no wider than a metre, still needs a permit.", "The trench still requires a permit.", False),
    ],
)  # fmt: skip
def test_whence_is_not_whither(evidence: str, claim: str, differs: bool) -> None:
    """Where something comes from and who is accused stay where they are, in whatever order they stand."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert bool(found & {"name", "antonym", "negation", "speaker"}) is differs


DEAL = "The union signed a contract that raises wages by 4 percent."
PUMPS = "Exports rose by 9 per cent while the price of tin has lost 3 per cent."
MOTORWAY = "A Danish court has rejected a bid by residents to block the motorway."
PLEA = "The tribunal turned down a plea to have the verdict annulled."
PHONES = "The cheapest of the six phones broke first, the testers said."
DRIVERS = "Drivers will strike on Friday unless the firm drops its plan."
WITNESS = (
    "Neither the mayor nor his deputy, Ada Holm, will be asked to give evidence in the trial, the judge said."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        ("The Rovers were thrashed 4-0 by Hartwell.", "The Rovers lost 4-0 to Hartwell.", False),
        ("The Rovers were thrashed 4-0 by Hartwell.", "The Rovers thrashed Hartwell 4-0.", True),
        ("Nearly 300 tonnes of cocoa were sold in Larn.", "Nearly 300 tonnes of cocoa were bought in Larn.", False),
        ("The mill was sold by Ada Holm last year.", "The mill was bought by Ada Holm last year.", True),
        ("Holm plans to sell its cement works to a fund run by Eva Brix.",
         "A fund run by Eva Brix is the planned buyer of Holm's cement works.", False),
        (PHONES, "The least expensive of the six phones broke first, the testers said.", False),
        (PHONES, "The most expensive of the six phones broke first, the testers said.", True),
        (DEAL, "The union agreed on a contract to lift wages by 4 percent.", False),
        (DEAL, "The union signed a contract that cuts wages by 4 percent.", True),
        (PUMPS, "Tin fell 3 percent in price.", False),
        (PUMPS, "Exports fell by 9 per cent.", True),
        (DRIVERS, "Drivers will strike on Friday if the firm does not withdraw its plan.", False),
        (DRIVERS, "Drivers will strike on Friday if the firm drops its plan.", True),
        ("A woman detained on Sunday was freed a day later, police said.", "Police released her a day later.", False),
        ("A woman detained on Sunday was freed a day later, police said.",
         "The woman was detained a day later, police said.", True),
        ("Norway, which quit the pact in 2015, has asked to return.", "Norway wants to rejoin the pact.", False),
        ("The club said it would defy the ban, and now says it may comply.", "The club may comply with the ban.", False),
    ],
)  # fmt: skip
def test_an_opposite_needs_the_same_deal_and_clause(evidence: str, claim: str, differs: bool) -> None:
    """Words of opposite sides differ only where they tell of one doer, one deal and one amount."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert ("antonym" in found) is differs


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (MOTORWAY, "Residents have failed in court to block the motorway.", False),
        (MOTORWAY, "A Danish court threw out the residents' attempt to halt the motorway.", False),
        (MOTORWAY, "A Danish court blocked the motorway.", True),
        (PLEA, "The tribunal refused to overturn the verdict.", False),
        (PLEA, "The tribunal annulled the verdict.", True),
        ("The jury struck down a claim that the firm had cheated.", "The jury found that the firm had cheated.", True),
        ("The jury struck down a claim that the firm had cheated.", "The jury did not find that it had cheated.", False),
        (WITNESS, "The judge said the mayor would not be asked to give evidence.", False),
        (WITNESS, "The judge said the mayor and Ada Holm would be asked to give evidence in the trial.", True),
        ("The move came on Monday, surprising investors.", "The move did not surprise investors.", True),
    ],
)  # fmt: skip
def test_what_turns_down_a_bid_denies_what_it_was_for(evidence: str, claim: str, differs: bool) -> None:
    """A bid is turned down by several verbs, some of them with a particle, and all deny its aim."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert bool(found & {"negation", "antonym"}) is differs


CHAPEL = "The Church of Larn has rejected claims, made by a senator, that it sold the chapel."
TUG = "It is not true that the harbour master, Bo Vik, has sold the tug, said a spokesman."
BOAT = (
    "Ms Kolb said the boat had been left to her by her uncle and never, as her cousin claims, to the museum."
)
ACCOUNTS = (
    "Half of the nine firms have yet to publish their accounts, as the law requires them to do before June."
)
BARNS = (
    "Judge Ada Holm refused to halt the sale of nine barns along the Larn canal, but gave the farmers two weeks to "
    "move their cattle."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "differs"),
    [
        (CHAPEL, "It sold the chapel.", "a senator", False),
        (CHAPEL, "The Church of Larn sold the chapel.", "the Church of Larn", True),
        (TUG, "A spokesman said the harbour master had not sold the tug.", None, False),
        (TUG, "A spokesman said the harbour master had sold the tug.", None, True),
        (BOAT, "The boat was never left to the museum.", "Ms Kolb", False),
        (BOAT, "The boat was left to the museum.", "Ms Kolb", True),
        (ACCOUNTS, "The law obliges the firms to publish their accounts before June.", None, False),
        (ACCOUNTS, "Half of the nine firms have published their accounts.", None, True),
        (BARNS, "Farmers along the Larn canal were given two weeks to move their cattle.", None, False),
        (BARNS, "Judge Ada Holm halted the sale of nine barns along the Larn canal.", None, True),
        ("Bo Vik has refused to apologise to the nurses.", "Bo Vik refused to say sorry to the nurses.", None, False),
    ],
)  # fmt: skip
def test_a_denial_stays_with_its_clause_and_speaker(
    evidence: str, claim: str, speaker: str | None, differs: bool
) -> None:
    """What one clause or speaker denies, another clause, another speaker or the law may still say."""
    found = {c.name for c in check_claim(claim, evidence, speaker=speaker) if c.outcome is Outcome.DIFFERS}
    assert bool(found & {"negation", "antonym"}) is differs


SAMPLE = "The sprinter's lawyer said she had neither missed a test nor refused to give a sample."
QUAYS = "The council sold the quay against the advice of its own engineer."
ROOF = "Nobody was hurt when the roof of a market hall gave way in Larn."
RAILS = "Two people were hurt when a tram left the rails in Larn."
DYER = (
    "Historians believe the house was built for a dyer rather than, as the guidebooks have it, for a bishop."
)
DAMP = "Damp, not a faulty cable as first thought, caused the fault that stopped 14 trams, the inspector concluded."
SHIFTS = "The strike ended with the drivers winning back pay but not their old shifts."


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (SAMPLE, "The sprinter's lawyer said she had refused to give a sample.", True),
        (SAMPLE, "The sprinter's lawyer said she had missed a test.", True),
        (SAMPLE, "The lawyer said she had not missed a test and had not refused to give a sample.", False),
        (QUAYS, "The council sold the quay on the advice of its own engineer.", True),
        (QUAYS, "The council followed the advice of its own engineer when it sold the quay.", True),
        (QUAYS, "The council's engineer had advised it not to sell the quay.", False),
        ("The tenor cancelled his tour on medical advice.", "The tenor followed medical advice and cancelled his tour.", False),
        ("The tenor cancelled his tour on medical advice.", "He cancelled his tour against medical advice.", True),
        (ROOF, "Several people were injured when the roof of a market hall gave way in Larn.", True),
        (ROOF, "The collapse of a market hall roof in Larn caused no injuries.", False),
        (RAILS, "There were no injuries when a tram left the rails in Larn.", True),
        (RAILS, "A tram left the rails in Larn, but no one was killed.", False),
        (RAILS, "A tram left the rails in Larn, injuring two people.", False),
        (DYER, "Historians believe the house was built for a bishop rather than for a dyer.", True),
        (DYER, "Historians believe the house was built for a dyer and not for a bishop.", False),
        (DAMP, "Damp did not cause the fault, the inspector concluded.", True),
        (DAMP, "The inspector concluded that a faulty cable did not cause the fault.", False),
        (SHIFTS, "Besides back pay, the drivers won their old shifts.", True),
        (SHIFTS, "The drivers won back pay, but they did not get their old shifts.", False),
        ("Ann Holm was playing down fears of a flood.", "Ann Holm was talking up fears of a flood.", True),
        ("Inflation slowed by 1.8 percentage points in May.", "Inflation went up by 1.8 percentage points.", True),
        ("The court reinstated Bo Vik as rector on Monday.", "The court removed Bo Vik as rector on Monday.", True),
        ("The fire broke out on the eve of the final.", "The fire broke out the night after the final.", True),
        ("The fire broke out on the eve of the final.", "The fire broke out the day before the final.", False),
        ("A judge cleared Bo Vik of taking bribes from a grocer.",
         "A judge cleared Bo Vik of paying bribes to a grocer.", True),
        ("A judge cleared Bo Vik of taking bribes from a grocer.",
         "A judge cleared Bo Vik of accepting bribes from a grocer.", False),
    ],
)  # fmt: skip
def test_harm_advice_and_contrasts_keep_their_side(evidence: str, claim: str, differs: bool) -> None:
    """Who is hurt, whose advice is followed and what is set apart are turned round in any words."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert bool(found & {"negation", "antonym", "name"}) is differs


PANEL = "The panel found no evidence that Mayor Bo Vik had steered the harbour contract."
GUARDS = "The guards denied refusing to let the monks through, calling the charge a lie."
HEARING = "Neither the baker nor his wife, Ada Holm, will be heard, the judge said, rejecting a request by the press."


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (PANEL, "According to the report, the panel came across evidence that Vik steered the contract.", True),
        (PANEL, "According to the report, the panel lacked proof that Vik steered the contract.", False),
        (GUARDS, "The guards denied letting the monks through.", True),
        (GUARDS, "The guards denied turning the monks away.", False),
        (HEARING, "The judge turned down a request by the press.", False),
        (HEARING, "The judge said the baker would not be heard, and nor would Ada Holm.", False),
        (HEARING, "The judge said the baker and Ada Holm would be heard.", True),
        ("The cheapest of the six saws cut better than the dearest, made by Brix, testers found.",
         "The Brix saw was the most expensive of the six tested.", False),
        ("The mill pays nine growers whom it underbilled.", "The mill pays nine growers whom it overbilled.", True),
        ("The levy pushed two million people into debt.", "The levy lifted two million people out of debt.", True),
        ("The levy pushed two million people into debt.", "Two million people are in debt because of the levy.", False),
        ("Kim Dahl was beaten 6-4, 7-5 by the unseeded Mia Roth.", "Kim Dahl beat Mia Roth 6-4, 7-5.", True),
        ("Kim Dahl was beaten 6-4, 7-5 by the unseeded Mia Roth.", "Mia Roth beat Kim Dahl 6-4, 7-5.", False),
        ("A scan showed a small tear in his right knee, the coach said.",
         "The coach said the scan had shown slight damage to the left knee.", True),
        ("A scan showed a small tear in his right knee, the coach said.",
         "The coach said he had left the pitch with a torn right knee.", False),
    ],
)  # fmt: skip
def test_proof_ways_and_sides_are_not_turned_round(evidence: str, claim: str, differs: bool) -> None:
    """Proof found or missing, the way into or out of something, and left or right are told apart."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert bool(found & {"negation", "antonym"}) is differs


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        ("The union has not accepted the offer.", False),
        ("The union has not turned down the offer.", False),
        ("The union has accepted the offer.", True),
        ("The union has rejected the offer.", True),
    ],
)
def test_who_does_neither_takes_no_side(claim: str, differs: bool) -> None:
    """Of two opposites that are both denied, each may be denied alone and neither may be said."""
    checks = check_claim(claim, "The union has neither accepted nor rejected the offer of 4 percent.")
    assert any(c.outcome is Outcome.DIFFERS for c in checks if c.name in {"negation", "antonym"}) is differs


SHORT = "The opposition fell two seats short of a majority in Sunday's vote."
POINTS = "Ada Holm lost ten points to Ida Vik in the last race but kept the lead."
CLEFT = "It was not the coach but her assistant, Ida Vik, who chose the team, the keeper Ada Holm said."
SHOPS = "Sales fell in May, the firm admitted, without disclosing how many shops had closed."


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (SHORT, "The opposition fell short of a majority in Sunday's vote.", False),
        (SHORT, "The opposition missed a majority by two seats in Sunday's vote.", False),
        ("Ida Vik finished three points short of the record set in 2019.",
         "Vik finished three points behind the record from 2019.", False),
        (SHORT, "The opposition won a majority in Sunday's vote.", True),
        ("Ida Vik left the team on Friday without giving a reason.",
         "Vik gave no explanation for leaving the team.", False),
        ("The firm has shown no interest in buying the mill.", "The firm has shown interest in buying the mill.", True),
        (POINTS, "Vik took ten points off Holm in the last race.", False),
        (POINTS, "Holm took ten points off Vik in the last race.", True),
        (CLEFT, "The team was chosen by the coach's assistant, Ida Vik, Ada Holm said.", False),
        (CLEFT, "Ada Holm said that the coach did not choose the team.", False),
        (CLEFT, "Ada Holm said that the coach chose the team.", True),
        (CLEFT, "Ada Holm said that the coach's assistant did not choose the team.", True),
        (SHOPS, "The firm did not disclose how many shops had closed.", False),
        (SHOPS, "The firm denied that sales fell in May.", True),
    ],
)  # fmt: skip
def test_a_denial_is_told_in_another_form(evidence: str, claim: str, differs: bool) -> None:
    """By how much somebody falls short, off whom points are taken, and for what no reason is given."""
    found = {c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS}
    assert bool({"negation", "antonym", "name"} & found) is differs


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        ("Nurses would reportedly accept the rota.", "Nurses would reportedly refuse the rota.", True),
        (
            "The city will probably accept household refuse.",
            "The city probably accepts household refuse.",
            False,
        ),
        ("Ida Falk was turned away from the fort twice.", "Ida Falk was let into the fort.", True),
        ("Ida Falk was admitted to the fort on Friday.", "Ida Falk was let into the fort on Friday.", False),
        ("The lamps failed during the concert.", "The lamps failed after the concert.", True),
        ("The lamps failed during the concert.", "The lamps failed in the course of the concert.", False),
        (
            "The fund may withhold the aid unless envoys are let into the camps.",
            "The fund may withhold the aid if envoys are kept out of the camps.",
            False,
        ),
    ],
)
def test_who_may_come_in_what_is_refused_and_when(evidence: str, claim: str, differs: bool) -> None:
    """A verb behind an adverb, a phrase for letting in, and "during" or "after" are told apart."""
    checks = check_claim(claim, evidence)
    assert any(c.outcome is Outcome.DIFFERS for c in checks if c.name in {"negation", "antonym"}) is differs


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (
            "It was the warmest May in Lund since 1931, the weather office said.",
            "Lund has just had its coldest May since 1931, the weather office said.",
            True,
        ),
        (
            "It was the warmest May in Lund since 1931, after the coldest April.",
            "Lund has just had its coldest April.",
            False,
        ),
        (
            "Members will vote on the offer, which Ines Kolb regards as meagre.",
            "Ines Kolb regards the offer as generous.",
            True,
        ),
        (
            "Members will vote on the offer, which Ines Kolb regards as meagre.",
            "Ines Kolb regards the offer as miserly.",
            False,
        ),
    ],
)
def test_superlatives_and_what_something_is_described_as(evidence: str, claim: str, differs: bool) -> None:
    """The coldest May is not the warmest, and what somebody sees as meagre they do not see as generous."""
    checks = check_claim(claim, evidence)
    assert any(c.outcome is Outcome.DIFFERS for c in checks if c.name in {"negation", "antonym"}) is differs
