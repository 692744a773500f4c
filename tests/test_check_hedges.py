"""Reservations of the evidence: kept in other words, or dropped."""

from __future__ import annotations

import pytest
from readings import find_differing


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
        (
            "Three climbers were still missing on Sunday night after an avalanche swept away a group of eleven near Zermatt.",
            "Eight of the eleven climbers caught by the avalanche near Zermatt had been accounted for by Sunday night.",
        ),
        (
            "Two of the four engines failed, but the pilot, Jun Sato, landed safely in Osaka.",
            "Half of the plane's engines failed before it came down safely in Osaka.",
        ),
        ("The film, his first in a decade, opens on Friday.", "It is ten years since he last made a film."),
        ("Ministers are weighing a tax on private jets.", "A levy on private planes is under consideration."),
        (
            "The vaccine appears to protect against severe illness.",
            "There are indications that the vaccine keeps people from falling gravely ill.",
        ),
        (
            "The union has threatened to strike in May unless pay rises.",
            "Without higher pay there may be a walkout in May.",
        ),
        (
            "Local media reported that the minister had offered his resignation.",
            "The minister is said to have offered to go.",
        ),
        (
            "An early autopsy points to drowning.",
            "According to preliminary results of the autopsy the man probably drowned.",
        ),
        (
            "Mr Oram told friends he might sell the club.",
            "A sale of the club is something Mr Oram has mentioned to friends as a possibility.",
        ),
        (
            "It is too early to say whether the treatment works, Dr Holm said.",
            "Dr Holm said nobody could tell yet if the treatment was effective.",
        ),
        (
            "The fire was probably started deliberately, police said.",
            "Police believe somebody set the fire on purpose.",
        ),
        (
            "The troops will be home by Christmas, the general promised.",
            "The general gave his word that the soldiers would be back before the end of December.",
        ),
        (
            "Prices would have to fall further before buyers returned, said Lena Moll, an estate agent.",
            "Buyers will stay away until homes get cheaper, in estate agent Lena Moll's view.",
        ),
        (
            "The bishop apologised to the victims but declined to resign.",
            "The bishop said sorry to those who suffered, yet he will stay in office.",
        ),
        ("Officials in Ankara denied the report.", "The Turkish government said the report was untrue."),
        (
            "Toyota, the world's biggest carmaker, cut its outlook on Tuesday.",
            "The Japanese group lowered its forecast.",
        ),
        ("The Bank of England left rates unchanged.", "Interest rates in Britain stay where they are."),
        (
            "The Sydney-based miner will shut its Chilean copper pit.",
            "An Australian mining company is closing a copper mine in Chile.",
        ),
        (
            "Residents of the flooded town of Elvan were told to boil their water.",
            "People in Elvan have been advised not to drink tap water without boiling it.",
        ),
        (
            "“We will not be intimidated,” the editor, Vera Lanz, told a crowd outside the courthouse, adding that the paper would appeal.",
            "Lanz, who edits the newspaper, said it would contest the verdict and could not be frightened.",
        ),
        (
            "Half a dozen shops along the high street have closed since the bypass opened, and the baker, Tom Oakes, fears his will be next.",
            "Oakes worries that his bakery could go the way of six other shops that have shut since the bypass was opened.",
        ),
        (
            "The senator, asked twice about the payments, changed the subject.",
            "The senator avoided two questions about the payments.",
        ),
        (
            "Not all of the hostages were freed; four, including a child, are still being held.",
            "A child is among the four hostages who have yet to be released.",
        ),
        (
            "The court ruled by five to four that the law was unconstitutional.",
            "Four of the nine judges dissented from the ruling that struck the law down.",
        ),
        ("She was the youngest of five children.", "She had four older siblings."),
        (
            "The team has lost all four matches this season.",
            "The team is still without a win after four games.",
        ),
        ("On Tuesday, the second day of the strike, no buses ran.", "The strike began on Monday."),
        (
            "The first of the two suspects was caught on Thursday; the other gave himself up the next morning.",
            "By Friday both suspects were in custody.",
        ),
        (
            "The minister resigned after only eleven weeks.",
            "The minister lasted less than three months in office.",
        ),
        (
            "The minister promised that no hospital would close.",
            "According to the minister every hospital will stay open.",
        ),
        (
            "Three banks are said to be interested in buying the insurer.",
            "There are reports that three banks would like to take over the insurer.",
        ),
        ("He is thought to have left the country by boat.", "It is assumed that he fled by boat."),
        (
            "Scientists think the bones may be those of a bear.",
            "The bones could come from a bear, researchers believe.",
        ),
        (
            "The army claims to have shot down two drones.",
            "Two drones were shot down, according to the army.",
        ),
        ("The new line should be finished by autumn.", "The new line is expected to be ready by autumn."),
        ("It is possible that the painting was stolen.", "The painting may have been stolen."),
        (
            "Lund all but admitted that the figures were wrong.",
            "Lund came close to admitting that the figures were wrong.",
        ),
        (
            "The editor said she had no doubt that the letter was genuine.",
            "The editor said she was certain that the letter was genuine.",
        ),
        (
            "The committee will decide next week whether to close the pool.",
            "A decision on closing the pool is due next week.",
        ),
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
        (
            "Rail fares in Denmark could go up by an average of 3.8% from March, the transport ministry said.",
            "Rail fares in Denmark have gone up by 3.8%.",
        ),
        ("Ministers are weighing a tax on private jets.", "Ministers have imposed a tax on private jets."),
        (
            "The vaccine appears to protect against severe illness.",
            "The vaccine protects against severe illness.",
        ),
        ("The union has threatened to strike in May unless pay rises.", "The union will strike in May."),
        ("Local media reported that the minister had offered his resignation.", "The minister has resigned."),
        ("An early autopsy points to drowning.", "The man drowned, the autopsy established."),
        (
            "The company hopes to have the plant running by 2027.",
            "The company will have the plant running by 2027 in any event.",
        ),
        ("A merger would cost up to 2,000 jobs, analysts reckon.", "A merger will cost at least 2,000 jobs."),
        ("The king was rarely seen and is rumoured to be ill.", "The king is ill."),
        (
            "Mr Oram told friends he might sell the club.",
            "Mr Oram told friends he had decided to sell the club.",
        ),
        ("The committee recommended that the bridge be closed.", "The bridge was closed by the committee."),
        (
            "It is too early to say whether the treatment works, Dr Holm said.",
            "The treatment works, Dr Holm said.",
        ),
        ("The talks could collapse, a diplomat warned.", "The talks have collapsed, a diplomat said."),
        (
            "The fire was probably started deliberately, police said.",
            "The fire was started deliberately, police said.",
        ),
        ("The defendant is alleged to have sold the data.", "The defendant sold the data."),
        ("The striker has all but agreed to join Ajax.", "The striker has joined Ajax."),
        ("The minister promised that no hospital would close.", "No hospital has closed."),
        (
            "Three banks are said to be interested in buying the insurer.",
            "Three banks want to buy the insurer.",
        ),
        ("He is thought to have left the country by boat.", "He left the country by boat."),
        ("Scientists think the bones may be those of a bear.", "Scientists have found the bones of a bear."),
        ("The army claims to have shot down two drones.", "The army shot down two drones."),
        ("The new line should be finished by autumn.", "The new line was finished by autumn."),
        ("Several players reportedly want to leave the club.", "Several players want to leave the club."),
        ("It is possible that the painting was stolen.", "The painting was stolen."),
        ("The president is considering a visit to Kyiv.", "The president will visit Kyiv."),
        ("Voters are likely to reject the reform.", "Voters rejected the reform."),
        ("Lund all but admitted that the figures were wrong.", "Lund admitted that the figures were wrong."),
        ("The governor is leaning towards a pardon.", "The governor has decided on a pardon."),
        (
            "The editor said she had little doubt that the letter was genuine.",
            "The editor said she had proof that the letter was genuine.",
        ),
        (
            "The committee will decide next week whether to close the pool.",
            "The committee has decided to close the pool.",
        ),
        ("If the weather holds, the rescue will begin at dawn.", "The rescue will begin at dawn."),
        ("Witnesses said the driver had been on the phone.", "The driver was on the phone."),
        (
            "The ministry denied that any money had gone missing, but auditors suspect fraud.",
            "Auditors have proved fraud.",
        ),
        ("She is said to be planning a return to politics.", "She is planning a return to politics."),
        ("The factory is due to reopen in May.", "The factory reopened in May."),
    ],
)
def test_more_certainty_than_the_evidence_has_is_a_difference(evidence: str, claim: str) -> None:
    """Belief as knowledge, advice as duty, for now as for ever, a stage as the outcome, a report as a fact."""
    assert "hedge" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            '"Some of us like the plan, whatever you may have heard," said Jo Tarn.',
            "Jo Tarn said that some of them liked the plan.",
        ),
        (
            "Benn would not confirm the sale, nor would he deny it.",
            "Benn neither confirmed nor denied the sale.",
        ),
    ],
)
def test_may_after_whatever_and_nor_would_are_no_reservation(evidence: str, claim: str) -> None:
    """Nothing is left open by "whatever you may have heard", nothing to come by "nor would she"."""
    assert "hedge" not in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "With half the ballots counted, the Greens lead in Osk.",
            "The Greens have won in Osk.",
        ),
        (
            "According to the indictment, Falk took the money.",
            "Falk was convicted of taking the money.",
        ),
    ],
)
def test_a_lead_or_an_indictment_told_as_the_end_of_it_is_dropped(evidence: str, claim: str) -> None:
    """Who leads a count has not won, who is indicted is not convicted."""
    assert "hedge" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Norland will buy 14 boats from Ovira.", "Norland has taken delivery of 14 boats from Ovira."),
        ("Norland has agreed to buy the yard.", "Norland has completed its purchase of the yard."),
    ],
)
def test_what_is_to_come_told_as_done_in_another_word_is_brought_forward(evidence: str, claim: str) -> None:
    """Who will buy something has not got it; who has ordered it has done no more."""
    assert "hedge" in find_differing(claim, evidence)
    assert not find_differing(
        "Norland has ordered 14 boats from Ovira.", "Norland will buy 14 boats from Ovira."
    )


def test_talks_on_a_day_keep_nothing_back() -> None:
    """What was bought in talks on Friday has been bought; talks on a sale have sold nothing."""
    evidence = "The buyer took 80 tonnes of wheat in direct talks on Friday."
    assert not find_differing("On Friday the buyer took 80 tonnes of wheat.", evidence)
    assert "hedge" in find_differing("The yard has been sold.", "The owners held talks on selling the yard.")


def test_what_somebody_warns_of_is_told_whole() -> None:
    """A phrase that the evidence has word for word behind "warned of" has lost nothing; one behind "a risk of" has."""
    claim = "a bitter battle ahead that could split the party"
    assert not find_differing(claim, "Holt warned of a bitter battle ahead that could split the party.")
    assert "hedge" in find_differing(
        claim, "Holt sees a risk of a bitter battle ahead that could split the party."
    )


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "Profit at the insurer fell 9% to 40 million crowns, hurt by flood claims in Osk.",
            "The insurer's profit was down 9% at 40 million crowns.",
        ),
        (
            "The club got 3 million, half of what it had asked for, after selling Tarn.",
            "The club got 3 million after selling Tarn.",
        ),
        (
            "The envoy would neither confirm nor deny that troops had been moved.",
            "The envoy neither confirmed nor denied that troops had been moved.",
        ),
        (
            "The council is to vote on whether to close the pool.",
            "The council is to vote on closing the pool.",
        ),
        ("The clerk asked her to move the files, but she would not.", "She refused to move the files."),
        (
            "Holm believes the port opened too late, while Tarn says it opened too early.",
            "Holm and Tarn disagree about when the port opened.",
        ),
        (
            "The bank is no longer considering a fee for cash, Ann Holm said.",
            "A fee for cash is off the table, Ann Holm said.",
        ),
        ("Councillors rejected plans for a tower by the lake.", "A tower by the lake was turned down."),
        (
            "Police have no evidence that the fire was set on purpose.",
            "Proof that the fire was set on purpose is lacking, police say.",
        ),
        (
            "She promised the tenants a new roof.",
            "She gave the tenants her word on a new roof.",
        ),
        (
            "Neither camp has ever agreed to let the monitors in.",
            "Neither camp has ever let the monitors in.",
        ),
        (
            "Runners were 20 percent less likely to fall ill than the others.",
            "Fewer of the runners fell ill than of the others.",
        ),
        ("The firm is set to close the mill it bought in 2010.", "The firm bought the mill in 2010."),
        ("The lease was due to expire in May.", "The lease expired in May."),
    ],
)
def test_what_only_looks_like_a_reservation_is_none(evidence: str, claim: str) -> None:
    """Insurance claims, what was asked for before, a vote on closing and a plan turned down keep nothing open."""
    assert "hedge" not in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim", "faithful"),
    [
        (
            "The clerk, Lou Orr, was charged on Monday with forging twelve deeds.",
            "Lou Orr forged twelve deeds.",
            "Lou Orr is accused of forging twelve deeds.",
        ),
        (
            "Lund was said by his coach to have trained at night.",
            "Lund trained at night.",
            "Lund's coach said he trained at night.",
        ),
        ("Two divers are feared drowned.", "Two divers drowned.", "Two divers may have drowned."),
        (
            "Reportedly, nine sailors were still missing on Friday off Osk.",
            "Nine sailors were still missing off Osk on Friday.",
            "Nine sailors were reportedly still missing off Osk on Friday.",
        ),
        (
            "The mayor would consider, but could not promise, a cut in fares.",
            "The mayor would cut fares.",
            "The mayor would consider a cut in fares.",
        ),
        (
            "The judge fined the shop, rejecting the argument of its lawyer, Bo Tarn, that the scales were exact.",
            "The scales of the shop were exact.",
            "The judge did not accept the argument that the scales were exact.",
        ),
        (
            "Neither the port nor the shipper Norvell has confirmed a report in the Post that 90 cranes will be sold.",
            "Norvell is selling 90 cranes.",
            "The port has not confirmed the report that 90 cranes will be sold.",
        ),
        (
            "Norland plans to open a plant in May.",
            "Norland opened a plant in May.",
            "Norland's plant is planned for May.",
        ),
        (
            "The envoys are expected to reach the coast by Friday.",
            "The envoys reached the coast by Friday.",
            "The envoys are thought likely to reach the coast by Friday.",
        ),
        (
            "The talks, put off twice, will now begin on Thursday.",
            "The talks began on Thursday.",
            "The talks will begin on Thursday.",
        ),
        (
            "Norland has agreed to sell the yard to Ovira.",
            "Norland has completed the sale of the yard to Ovira.",
            "Norland's sale of the yard to Ovira is to be completed.",
        ),
        (
            "Norland trimmed its output forecast for the year to 12 million bags from 13 million.",
            "Norland produced 12 million bags in the year, down from 13 million.",
            "Norland now forecasts 12 million bags for the year, not 13 million.",
        ),
    ],
)
def test_reservations_apart_from_what_they_cover_are_read(evidence: str, claim: str, faithful: str) -> None:
    """Somebody may stand between "charged" and "with", a contrast behind "would consider"; "plans to" is to come."""
    assert "hedge" in find_differing(claim, evidence)
    assert "hedge" not in find_differing(faithful, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "Volunteers have planted 400 limes along the canal.",
            "Volunteers may have planted 400 limes along the canal.",
        ),
        ("Norland signed a deal with Ovira on cranes.", "Norland hopes to sign a deal on cranes with Ovira."),
    ],
)
def test_what_is_done_told_as_open_is_held_back(evidence: str, claim: str) -> None:
    """What has happened no longer may; what may also have happened elsewhere is left."""
    assert "hedge" in find_differing(claim, evidence)
    assert "hedge" not in find_differing(
        "Norland may sign a second deal.", "Norland signed a deal with Ovira and may sign a second one."
    )


@pytest.mark.parametrize(
    ("evidence", "claim", "faithful"),
    [
        (
            "Prosecutors will decide in June whether the ten-year-old contract for the Orsk tunnel was signed lawfully.",
            "The contract for the Orsk tunnel was signed lawfully.",
            "The Orsk tunnel contract is ten years old.",
        ),
        (
            "The dam is in danger of bursting this winter, its chief engineer said.",
            "The dam will burst this winter, its chief engineer said.",
            "This winter the dam is at risk of bursting, its chief engineer said.",
        ),
        (
            "Pilots at Norair, who have not had a rise since 2019, will strike in May unless it raises pay.",
            "Pilots at Norair will strike in May.",
            "Pilots at Norair have not had a rise since 2019.",
        ),
        (
            "The union accused the mine owner Tarkon of hiding two deaths, which Tarkon denies.",
            "The mine owner hid two deaths.",
            "The mine owner denies that it hid two deaths.",
        ),
        (
            "The two-year-old drought has emptied a third of the wells, the charity Aqua estimates.",
            "The drought has emptied a third of the wells.",
            "The drought has lasted for two years.",
        ),
        (
            "Growers welcomed the rain, but beekeepers there fear it came too late for the lime trees.",
            "The rain came too late for the lime trees.",
            "The rain was welcomed by growers.",
        ),
        (
            "Norvik to close two plants in Lund",
            "Norvik has closed two plants in Lund.",
            "Norvik will close two plants in Lund.",
        ),
        (
            "Norvik will take over the dairy Harp in June, pending approval from the regulator in Oslo.",
            "The regulator in Oslo has cleared Norvik's takeover of the dairy Harp.",
            "The regulator in Oslo has yet to approve Norvik's takeover of the dairy Harp.",
        ),
        (
            "Norvik will take over the dairy Harp in June, subject to clearance by the regulator in Oslo.",
            "The regulator in Oslo has approved Norvik's takeover of the dairy Harp.",
            "Norvik will take over the dairy Harp in June if the regulator in Oslo agrees.",
        ),
        (
            "The abbot rejected rumours, spread by a former novice, that he had sold the relics.",
            "The abbot sold the relics.",
            "The abbot rejected rumours that he had sold the relics.",
        ),
        (
            "“We cannot guarantee that every pupil will have a seat,” head teacher Ida Falk said.",
            "Not every pupil will have a seat, head teacher Ida Falk said.",
            "Head teacher Ida Falk could not promise every pupil a seat.",
        ),
        (
            "Geologists have not ruled out that the crater may be a sinkhole.",
            "The crater is a sinkhole, geologists have concluded.",
            "Geologists say the crater could be a sinkhole.",
        ),
        (
            "Porters, angry at a new rota, are threatening to stay at home on Friday.",
            "Friday will see the porters stay at home.",
            "The porters may stay at home on Friday.",
        ),
    ],
)
def test_a_reservation_covers_what_it_is_about_alone(evidence: str, claim: str, faithful: str) -> None:
    """What a reservation is about is open; whom it only names, and what is told beside it, is not."""
    assert "hedge" in find_differing(claim, evidence)
    assert not find_differing(faithful, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "It was the pump, not the valve as initially feared, that broke on Friday, engineers found.",
            "Engineers found that the pump broke on Friday.",
        ),
        (
            "As widely expected, the bank raised its rate to 4 per cent on Thursday.",
            "The bank raised its rate to 4 per cent on Thursday.",
        ),
        (
            "The dam has no chance of bursting this winter, its chief engineer said.",
            "The dam will not burst this winter, its chief engineer said.",
        ),
        (
            "Divers have yet to determine why the barge Orla sank off Lom.",
            "Why the barge Orla sank off Lom is not known.",
        ),
        (
            "The beach may reopen on Sunday if tests show that the water is clean, the mayor said.",
            "The beach could be open on Sunday, provided that the water proves clean, said the mayor.",
        ),
        (
            "Law on floods forces owners to insure barns",
            "Owners have to insure barns under the law on floods.",
        ),
        (
            "Norvik's board has approved the takeover of the dairy Harp, pending clearance from the regulator.",
            "The takeover of Harp has been approved by Norvik's board.",
        ),
    ],
)
def test_what_has_come_of_a_reservation_is_none(evidence: str, claim: str) -> None:
    """What was expected and came, what has no chance and what is still open in other words drops nothing."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "changed", "honest"),
    [
        (
            "The mayor's aide said on condition of anonymity that the bridge might be closed in May.",
            "The mayor's aide said that the bridge would be closed in May.",
            "The mayor's aide said that the bridge might be closed in May.",
        ),
        (
            "The bank will lend the money on condition that the state guarantees half of it.",
            "The bank will lend the money.",
            "The bank will lend the money if the state guarantees half of it.",
        ),
        (
            "Senators will vote on Monday on whether to extend the ban on fishing.",
            "The senate will extend the ban on fishing.",
            "A vote on the extension of the fishing ban is due in the senate on Monday.",
        ),
        (
            "The fire is thought to have started in a kitchen, according to an inspector who saw the ruins.",
            "The fire started in a kitchen.",
            "An inspector believes, after a look at the ruins, that the fire started in a kitchen.",
        ),
        (
            "Plans for a tram line between Lund and Vik have not been dropped, mayor Ada Holm said.",
            "Holm said the tram line between Lund and Vik had been finished.",
            "Holm said the tram line project between Lund and Vik had not been given up.",
        ),
        (
            "The bank said it had no plans to recognise the union, a phrase that staff took to mean that it might do so.",
            "The bank plans to recognise the union.",
            "Staff understood the bank's words to mean that recognition of the union might follow.",
        ),
    ],
)
def test_a_reservation_is_kept_by_a_vote_a_project_or_a_view(
    evidence: str, changed: str, honest: str
) -> None:
    """What is voted on, a project and what somebody believes, after an aside, is open; anonymity is no "if"."""
    assert find_differing(changed, evidence)
    assert not find_differing(honest, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim", "differs"),
    [
        (
            "The brewer Hale expects a loss of 40 million crowns for the year to June.",
            "The brewer Hale reported a loss of 40 million crowns for the year to June.",
            True,
        ),
        (
            "The brewer Hale foresees a profit of 12 million crowns this year.",
            "The brewer Hale has made a profit of 12 million crowns this year.",
            True,
        ),
        (
            "The brewer Hale expects a loss of 40 million crowns for the year to June.",
            "For the year to June the brewer Hale foresees a loss of 40 million crowns.",
            False,
        ),
        (
            "The brewer Hale reported a loss of 40 million crowns and expects a profit of 3 million next year.",
            "The brewer Hale made a loss of 40 million crowns.",
            False,
        ),
    ],
)
def test_a_figure_that_is_only_expected_has_not_been_reported(
    evidence: str, claim: str, differs: bool
) -> None:
    """Who expects a loss has not reported it; one that was reported beside an outlook has been."""
    assert ("hedge" in find_differing(claim, evidence)) is differs


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        ("The boat found near Lund is the oldest in the north.", True),
        ("The boat found near Lund would be the oldest in the north.", False),
        ("The boat found near Lund may be the oldest in the north.", False),
        ("The boat was found near Lund by a diver.", False),
    ],
)
def test_what_something_would_make_it_is_not_what_it_is(claim: str, differs: bool) -> None:
    """An age that "would make it the oldest" leaves open that it is."""
    evidence = (
        "The boat, found near Lund by a diver, dates from 900, which would make it the oldest in the north."
    )
    assert ("hedge" in find_differing(claim, evidence)) is differs


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        ("The baker who called for the boycott was freed on bail.", True),
        ("The baker accused of calling for the boycott was freed on bail.", False),
        ("The baker who is alleged to have called for the boycott was freed on bail.", False),
    ],
)
def test_who_called_for_something_names_nothing(claim: str, differs: bool) -> None:
    """Whoever is accused of calling for something may not have; to call for it is not to call it so."""
    evidence = "A judge freed on bail the baker accused of calling for the boycott."
    assert ("hedge" in find_differing(claim, evidence)) is differs


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        ("The mayor fought the reckless sale of the harbour.", True),
        ("The mayor fought the “reckless” sale of the harbour.", False),
        ("The mayor fought the sale of the harbour as reckless.", False),
        ("The sale of the harbour was reckless, the mayor said.", False),
        ("The mayor called the sale of the harbour reckless.", False),
        ("The mayor fought the sale of the harbour.", False),
    ],
)
def test_what_somebody_calls_a_thing_is_their_word(claim: str, differs: bool) -> None:
    """What is reckless in somebody's eyes is not reckless in the article's."""
    evidence = "The mayor fought what he described as a reckless sale of the harbour."
    assert ("hedge" in find_differing(claim, evidence)) is differs
