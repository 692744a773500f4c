"""Who says it: the statement of the evidence that a claim is about, and whether its speaker is the claim's."""

from __future__ import annotations

import pytest
from readings import find_differing

from summarizer.check import check_claim
from summarizer.check.passage.passage import Passage
from summarizer.records import Outcome

NURSES = (
    "Nurses at St Brannock's hospital say they were told to reuse masks, but managers insist that fresh stock "
    "arrived daily."
)
LANDLORD = (
    "The landlord, Piotr Wolski, told the tribunal that his tenants had never complained about the damp."
)
LOMAX = (
    "“I would rather lose my seat than vote for this,” said Councillor Bea Lomax, whom the mayor had asked to "
    "stay away."
)
AZIZ = "Unlike his brother, who has called the sale a betrayal, Karim Aziz says the family had no choice."
FALK = (
    "Her lawyer, Tobias Falk, denied that Ms Brandt had threatened the neighbour, who told police he had feared "
    "for his life."
)
NORDBUS = "The union claims that 300 drivers stayed at home, a figure the operator, Nordbus, calls wildly exaggerated."
OBENG = "Mr Obeng said his sister had told him that the letter was forged."
CLIMBERS = (
    "Two of the climbers recalled seeing a light on the ridge; the third, Mina Sato, remembers only the wind."
)
STUDENTS = (
    "In an open letter to the rector, more than 200 doctoral students complained that they had not been paid "
    "since March."
)
HEAD = "Teachers were warned by the head, Colin Reeve, not to speak to the press."
CLUB = (
    "“We will appeal,” said the club's lawyer, Ana Reis. The referee, Jon Stark, said he stood by his report."
)
SOUP = (
    "A spokeswoman for Delmar Foods said the company had recalled the soup as a precaution; two customers had "
    "complained of pieces of glass."
)
STUDY = "The study's lead author, Dr Wen Li, said the drug had helped only patients under 40."
BERG = "Lindqvist's opponent, Mats Berg, conceded that the result was “clear, if not pretty.”"
SOREL = (
    "The governor has repeatedly promised voters a new hospital, but his own budget chief, Dina Sorel, concedes "
    "there is no money for one."
)
CRASH = (
    "Zoe Hartley, whose husband died in the crash, accused the airline of treating families like an invoice."
)
RAO = "Anglers blame the weir; its owner blames the drought; and Professor Usha Nair blames both."

# Whose claim it is, as its field says or in its own words.
SAME = [
    (NURSES, "Hospital managers say fresh stock came every day.", None),
    (NURSES, "Masks had to be reused.", "nurses"),
    (LANDLORD, "The landlord told the tribunal that no tenant had complained about damp.", None),
    (
        LOMAX,
        "Lomax, who had been asked by the mayor to stay away, said she would rather lose her seat.",
        None,
    ),
    (AZIZ, "Aziz's brother called the sale a betrayal.", None),
    (FALK, "The neighbour told police that he had feared for his life.", None),
    (FALK, "Ms Brandt's lawyer denied that she had made threats against the neighbour.", None),
    (NORDBUS, "The operator said the figure of 300 drivers was wildly exaggerated.", None),
    (OBENG, "Mr Obeng said he had been told by his sister that the letter was forged.", None),
    (CLIMBERS, "Sato recalls nothing but the wind.", None),
    (STUDENTS, "Doctoral students wrote to the rector that they had gone unpaid since March.", None),
    (HEAD, "The head told teachers not to talk to the press.", None),
    (CLUB, "We will appeal.", "the club"),
    (SOUP, "Delmar Foods said it had recalled the soup as a precaution.", None),
    (STUDY, "The study found that only patients under 40 were helped by the drug.", None),
    (BERG, "The result is clear, if not pretty.", "Lindqvist's opponent"),
    (RAO, "Professor Nair blames the weir as well as the drought.", None),
    (SOREL, "The governor's budget chief admits there is no money for a new hospital.", None),
    (CRASH, "A woman whose husband died in the crash said families were treated like an invoice.", None),
    ("Flooding claimed 14 lives, the governor said.", "The flooding claimed 14 lives.", "the governor"),
]
ANOTHER = [
    (CRASH, "Zoe Hartley's husband accused the airline of treating families like an invoice.", None),
    (NURSES, "Managers say they were told to reuse masks.", None),
    (NURSES, "Fresh stock arrived daily.", "the nurses"),
    (LANDLORD, "The tenants told the tribunal that they had never complained about the damp.", None),
    (LANDLORD, "The tenants never complained about the damp.", "the tribunal"),
    (LOMAX, "I would rather lose my seat than vote for this.", "the mayor"),
    (AZIZ, "Karim Aziz has called the sale a betrayal.", None),
    (AZIZ, "The family had no choice.", "Karim Aziz's brother"),
    (FALK, "Tobias Falk told police he had feared for his life.", None),
    (NORDBUS, "The union calls the figure wildly exaggerated.", None),
    (OBENG, "Mr Obeng said he had told his sister that the letter was forged.", None),
    (CLIMBERS, "Two of the climbers remember only the wind.", None),
    (
        STUDENTS,
        "In an open letter to doctoral students, the rector complained of not being paid since March.",
        None,
    ),
    (HEAD, "Teachers warned the head, Colin Reeve, not to speak to the press.", None),
    (CLUB, "I stand by my report.", "Ana Reis"),
    (SOUP, "Two customers said the company had recalled the soup as a precaution.", None),
    (STUDY, "Patients under 40 said the drug had helped them.", None),
    (BERG, "Lindqvist conceded that the result was clear, if not pretty.", None),
    (
        "Two people briefed on the talks said the yard would close.",
        "Shop stewards said the yard would close.",
        None,
    ),
]


@pytest.mark.parametrize(("evidence", "claim", "speaker"), SAME)
def test_check_claim_knows_a_speaker_however_described(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """A title, a role, an owner or an organisation for its spokesperson is the same speaker."""
    assert check_claim(claim, evidence, speaker=speaker)[0].outcome is not Outcome.DIFFERS


@pytest.mark.parametrize(("evidence", "claim", "speaker"), ANOTHER)
def test_check_claim_finds_what_another_party_is_made_to_say(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """Who is told, who is spoken of or who says something else is not whoever makes a statement."""
    check = check_claim(claim, evidence, speaker=speaker)[0]
    assert check.name == "speaker"
    assert check.outcome is Outcome.DIFFERS


ARTICLE = (
    "The union's leader, Rory Dunne, met Alison Quist, the airline's chief executive, on Thursday. He said the "
    "strike would end on Sunday. The pilot, Henrik Moe, was questioned too. The pilot said he had warned the "
    "owners twice. Petra Rask, the chief engineer, backed him."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker"),
    [
        (
            "The port will close its east quay, a step its union, Forza, called “a betrayal”.",
            "The port called the closure of its east quay “a betrayal”.",
            None,
        ),
        (
            "Dana Holt said her editor, Pia Lund, had warned her to drop the story.",
            "Holt warned Lund to drop the story.",
            None,
        ),
        (
            "“The neighbours say the dog was beaten. I never saw it,” the vet, Tom Rask, told the paper.",
            "The dog was beaten.",
            "Tom Rask",
        ),
        (
            "The guard, who had reported the leak, was told to go home.",
            "The guard told his boss to go home.",
            None,
        ),
        (
            "A British court on Tuesday freed Ola Berg, saying the trial judge had been wrong to jail him.",
            "The trial judge said that it had been wrong to jail Ola Berg.",
            None,
        ),
        (
            "By the ministry's own count, 212 of the 800 wells are dry; the farmers' league wants more pipes.",
            "The farmers' league said that 212 of the 800 wells were dry.",
            None,
        ),
        (
            "“I rang the coastguard at four. The coastguard came at six.”",
            "The coastguard said it came at six.",
            None,
        ),
    ],
)
def test_check_claim_tells_who_calls_it_so_from_whom_it_is_about(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """Whoever is told, is spoken of or passes something on does not say it."""
    checks = check_claim(claim, evidence, speaker=speaker)
    assert any(c.name in ("speaker", "hedge") and c.outcome is Outcome.DIFFERS for c in checks)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker"),
    [
        (
            "The port will close its east quay, a step its union, Forza, called “a betrayal”.",
            "The union called the closure of the quay “a betrayal”.",
            None,
        ),
        (
            "The park's spokesman, Eli Dorn, said the park would close for a week.",
            "The park said it would close for a week.",
            None,
        ),
        (
            "The minister said the report showed that emissions had fallen by 4 percent.",
            "Emissions have fallen by 4 percent.",
            "the minister",
        ),
        (
            "A woman who lost her house said the council had ignored her calls.",
            "The woman said the council ignored her calls.",
            None,
        ),
        (
            "The bishop's spokesman said the diocese had paid two million euros to victims.",
            "The diocese said it had paid two million euros to victims.",
            None,
        ),
        ("The archbishop apologised to the choir.", "The archbishop said sorry to the choir.", None),
        ("“I begged them to wait, and they laughed,” Rita Sol said.", "I begged them to wait.", "Rita Sol"),
        (
            "Editor Max Bohm told the reporter to stop when she hinted that the story was wrong.",
            "It was the reporter who hinted that the story was wrong.",
            None,
        ),
    ],
)
def test_check_claim_leaves_whoever_may_well_speak(evidence: str, claim: str, speaker: str | None) -> None:
    """A body speaks through its people, and "she" may be whom somebody tells."""
    assert not any(c.outcome is Outcome.DIFFERS for c in check_claim(claim, evidence, speaker=speaker))


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        ("He said the strike would end on Sunday.", "The strike will end on Sunday.", "Rory Dunne", False),
        ("He said the strike would end on Sunday.", "The strike will end on Sunday.", "Alison Quist", True),
        ("The pilot said he had warned the owners twice.", "I warned the owners twice.", "Henrik Moe", False),
        ("The pilot said he had warned the owners twice.", "I warned the owners twice.", "Petra Rask", True),
    ],
)
def test_check_claim_reads_in_the_article_who_a_pronoun_or_a_role_is(
    evidence: str, claim: str, speaker: str, expected: bool
) -> None:
    """A pronoun means the subject of the sentence before, a role whom the article names so."""
    check = check_claim(claim, evidence, speaker=speaker, article=ARTICLE)[0]
    assert (check.outcome is Outcome.DIFFERS) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("It is beyond dispute that the clerk forged both letters.", True),
        ("It has been proved that the clerk forged both letters.", True),
        ("Prosecutors believe that the clerk forged both letters.", False),
        ("Both letters were forged by the clerk, prosecutors think.", False),
    ],
)
def test_check_claim_finds_a_belief_given_as_settled(claim: str, expected: bool) -> None:
    """What somebody believes is not proved."""
    checks = check_claim(claim, "Prosecutors believe the clerk forged both letters.")
    assert any(c.name == "attribution" and c.outcome is Outcome.DIFFERS for c in checks) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost,” said Ada Holm, 41, the coach.", [("say", "Ada Holm, 41, the coach", "“We lost,”")]),
        ("The coach laughed and said she was done.", [("say", "The coach", "she was done.")]),
        ("Holm's claim that it leaks was read out.", [("claim", "Holm's", "it leaks was read out.")]),
        ("Did Holm tell owners the wreck leaks?", [("tell", "Holm", "the wreck leaks?")]),
        ("The quake claimed 14 lives.", []),
        ("A man accused of fraud left.", []),
    ],
)
def test_find_statements_reads_speakers_and_what_they_say(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """Whoever speaks is found behind the verb, before another verb and as an owner."""
    passage = Passage(text, "en")
    words = passage.words
    found = [
        (
            s.verb,
            words.quote(s.speaker.first, s.speaker.last),
            words.quote(s.content[0][0], s.content[0][1] - 1),
        )
        for s in passage.statements
        if s.speaker is not None
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker"),
    [
        ("Salt prices have doubled since May, growers say.", "Supermarkets say that salt prices have doubled.", None),
        ("The line will be shut, Norway's rail regulator said.", "Passengers said the line would be shut.", None),
        ("Vik died on Monday, his daughter Ida said.", "Vik died on Monday, his former captain said.", None),
        ("“You never told me of it,” Judge Holm said to the lawyer, Per Vik.", "You never told me of it.", "Per Vik"),
        ("“We never told the crew,” the engineer, Ida Lund, testified when the coroner asked her about it.",
         "We never told the crew.", "the coroner"),
        ("“Salt is too dear, and I say so,” the chair, Ida Lund, answered Per Vik of Oslo.",
         "Salt is too dear, and I say so.", "Per Vik"),
    ],
)  # fmt: skip
def test_a_party_that_the_evidence_lacks_does_not_say_it(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """Another sort of party, and whoever is spoken to, is no speaker of what somebody else says."""
    checks = {c.name: c.outcome for c in check_claim(claim, evidence, speaker=speaker)}
    assert checks["speaker"] is Outcome.DIFFERS


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The ministry said the road was shut.", "Officials said the road was shut."),
        ("The carrier said the flight was late.", "The airline said the flight was late."),
        ("Ida Lund said the road was shut.", "The mayor said the road was shut."),
        ("Khartoum accused its neighbour of theft.", "Sudan accused its neighbour of theft."),
        ("His lawyer, Ida Lund, insists it was a gift.", "According to the defence, it was a gift."),
        ("Vik Hydro fell after the utility said it was late.", "Vik Hydro said it was late."),
        ("The county's health officials said it was safe.", "The health authority said it was safe."),
    ],
)
def test_a_party_in_other_words_may_say_it(evidence: str, claim: str) -> None:
    """Nouns that fit very many parties, wider ones and descriptions of a name are no other party."""
    assert {c.name: c.outcome for c in check_claim(claim, evidence)}["speaker"] is not Outcome.DIFFERS


STRANGERS = (
    "Mayor Ana Brandvold opened the session. Petra Lindqvist runs the harbour trust with the port's council. "
    "The trawler sank within minutes, the navy said. The council denied having seen the letter. “It leaked for "
    "years,” said the diver Omar Tesfaye. Kira Holm, a pensioner, watched from the quay."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker"),
    [
        ("The trawler sank within minutes, the navy said.", "The skipper’s sister said the trawler sank.", None),
        ("The trawler sank within minutes, the navy said.", "The trawler sank.", "the dockers' union"),
        ("The council denied having seen the letter.", "The letter was never seen.", "Kira Holm"),
        ("Prosecutors allege that it sank.", "The owner’s lawyers allege that the trawler sank.", None),
        ("“It leaked for years,” said the diver Omar Tesfaye.", "It leaked for years.", "the mayor"),
        ("“It leaked for years,” said the diver Omar Tesfaye.", "It leaked for years.", "Ana Brandvold"),
    ],
)  # fmt: skip
def test_check_claim_finds_a_speaker_who_has_no_part_in_the_evidence(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """Another person, a person nowhere tied to the body that speaks, and people of another sort."""
    checks = check_claim(claim, evidence, speaker=speaker, article=STRANGERS)
    assert "speaker" in {c.name for c in checks if c.outcome is Outcome.DIFFERS}


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker"),
    [
        ("The trawler sank within minutes, the navy said.", "The military said the trawler sank.", None),
        ("The trawler sank within minutes, the navy said.", "Officials said the trawler sank.", None),
        ("The council denied having seen the letter.", "The letter was never seen.", "Petra Lindqvist"),
    ],
)  # fmt: skip
def test_check_claim_leaves_a_speaker_who_may_be_described_in_other_words(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """A wider word, and whoever the article names beside the body that speaks."""
    checks = check_claim(claim, evidence, speaker=speaker, article=STRANGERS)
    assert "speaker" not in {c.name for c in checks if c.outcome is Outcome.DIFFERS}


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Paula Renz said she would not vote for the toll.", set()),
        ("Tomas Renz said he would not vote for the toll.", {"speaker"}),
        ("Prosecutors say that Amadou Sarr ordered the raid.", set()),
    ],
)
def test_a_title_and_a_surname_are_whoever_the_article_gives_both(claim: str, expected: set[str]) -> None:
    """With "Senator Renz" the Renz speaks whom the article calls a senator, not her namesake."""
    evidence = (
        "Senator Renz said on Thursday she would not vote for the toll."
        if "toll" in claim
        else "Prosecutors say that General Sarr ordered the raid, a charge his lawyer, Awa Dio, called absurd."
    )
    article = (
        "Senator Paula Renz leads the panel; her brother Tomas Renz runs the port. General Amadou Sarr and the "
        f"politician Ibrahima Sarr have met. {evidence}"
    )
    checks = check_claim(claim, evidence, article=article, language="en")
    assert {c.name for c in checks if c.outcome is Outcome.DIFFERS} == expected


def test_what_follows_by_is_no_speaker_where_it_is_a_measure() -> None:
    """Who expects a fall by half is whoever says so, not the half."""
    evidence = "Profit is expected to halve this year because coal is dear, analysts at Ovira Bank wrote."
    assert not find_differing(
        "Profit is expected to fall by half this year, analysts at Ovira Bank wrote.", evidence
    )


def find_speaker_differing(
    claim: str, evidence: str, speaker: str | None = None, article: str | None = None
) -> bool:
    """Whether the check of who speaks finds another."""
    check = check_claim(claim, evidence, speaker=speaker, article=article, language="en")[0]
    assert check.name == "speaker"
    return check.outcome is Outcome.DIFFERS


TIDE = "Told by the harbour master, Lars Dahl, that the lock was full, Ines Moreau replied that she had paid for it."
DEAD = "Asked by Lord Gorse whether the merger was dead, the chair, Ida Quill, said it was “merely asleep”."
LOSSES = "Accused by the union of hiding the losses, the brewer Hale & Sons kept silent."


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (TIDE, "The harbour master told Ines Moreau that the lock was full.", None, False),
        (TIDE, "Ines Moreau said that she had paid for it.", None, False),
        (TIDE, "Ines Moreau told Lars Dahl that the lock was full.", None, True),
        (TIDE, "I have paid for it.", "Lars Dahl", True),
        (DEAD, "Lord Gorse asked Ida Quill whether the merger was dead.", None, False),
        (DEAD, "The merger is merely asleep.", "Ida Quill", False),
        (DEAD, "The merger is merely asleep.", "Lord Gorse", True),
        (LOSSES, "The union accused the brewer of hiding the losses.", None, False),
        (LOSSES, "The brewer accused the union of hiding the losses.", None, True),
    ],
)
def test_a_participle_that_opens_a_sentence_has_a_speaker_and_a_listener(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """Who asks, tells or accuses is named after "by"; who is asked is the subject behind the comma."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (
            "The council pledged 40 million crowns for the dyke, with Askvik alone promising nine million.",
            "Askvik alone promised nine million crowns for the dyke.",
            None,
            False,
        ),
        (
            "Askvik denies that it owes the toll, its mayor Tora Lien saying that the bill came a year late.",
            "The bill came a year late.",
            "Tora Lien",
            False,
        ),
        (
            "Askvik denies that it owes the toll, its mayor Tora Lien saying that the bill came a year late.",
            "The bill came a year late.",
            "the toll collector",
            True,
        ),
        (
            "The court refused to close the pit, rejecting the argument of its owner, Ove Rist, that it was safe.",
            "The pit is safe.",
            "Ove Rist",
            False,
        ),
        (
            "“No tree will fall here,” the newly elected park warden, Ada Lunde, promised hikers on her first day.",
            "No tree will fall here.",
            "hikers",
            True,
        ),
        (
            "“We never sold a ship,” the yard's owner told his old rival, Per Vik, according to two people in the room.",
            "Two people in the room said the owner told Per Vik that the yard had never sold a ship.",
            None,
            False,
        ),
        (
            "Rents rose by a tenth, according to estimates by the broker Hale Lund.",
            "Rents rose by a tenth, Hale Lund says.",
            None,
            False,
        ),
        (
            "According to two traders, Hale Lund is considering leaving Oslo.",
            "Hale Lund is thinking about leaving Oslo, two traders say.",
            None,
            False,
        ),
        (
            "The tug lost power, and on no occasion was its engine found to be faulty.",
            "No survey before the loss found the tug's engine to be faulty.",
            None,
            False,
        ),
        (
            "Captain Per Vik told Judge Ole Vik, his cousin, that the tug was safe, a clerk said.",
            "The judge was told by his cousin that the tug was safe, a clerk said.",
            None,
            False,
        ),
        (
            "“I was told, by your deputy, that the tug was safe,” the widow Ida Holm complained to him.",
            "I was told that the tug was safe.",
            "Ida Holm",
            False,
        ),
    ],
)
def test_check_claim_finds_speakers_in_phrases_of_all_kinds(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """Those before a participle, behind "argument of" and "estimates by"; none before "found to be"."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


@pytest.mark.parametrize(("speaker", "expected"), [("Tomas Renz", False), ("Paula Renz", True)])
def test_a_relative_clause_does_not_tell_the_sex_of_its_bearer(speaker: str, expected: bool) -> None:
    """The sister of whom it tells is another."""
    evidence = "Party leader Tomas Renz, whose sister Paula owns the ferry, accused the mayor of fraud."
    article = f"{evidence} Paula Renz left at noon."
    assert (
        find_speaker_differing(f"{speaker} accused the mayor of fraud.", evidence, None, article) is expected
    )


DYKE = (
    "Contrary to what its builders say, the dyke does not leak at high tide, the surveyor, Ida Lund, insists."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "expected"),
    [
        (DYKE, "Ida Lund insists that the dyke does not leak at high tide.", set()),
        (DYKE, "The dyke's builders say that it leaks at high tide.", set()),
        (DYKE, "The dyke's builders say that it does not leak at high tide.", {"speaker"}),
        ("The tug has four lifeboats, contrary to rumours in the port.", "Rumours said the tug has four lifeboats.",
         {"speaker"}),
        ("The tug has four lifeboats, contrary to rumours in the port.",
         "Rumours said the tug did not have four lifeboats.", set()),
        ("Contrary to the mayor's promise, the lock did not reopen in June.",
         "The mayor promised that the lock would reopen in June.", set()),
    ],
)  # fmt: skip
def test_what_is_so_contrary_to_somebody_is_not_what_they_say(
    evidence: str, claim: str, expected: set[str]
) -> None:
    """They say the reverse, which is then no denial of the article's words."""
    assert find_differing(claim, evidence) == expected


WELL = (
    "Nobody fell ill, the mayor of Osk, Ada Lunde, insisted, days after the clinic in the village said it had "
    "treated 14 guests for poisoning."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (WELL, "Fourteen guests were treated for poisoning here.", "the clinic in Osk", False),
        (WELL, "Nobody fell ill.", "the clinic in the village", True),
        (WELL, "Nobody fell ill.", "Ada Lunde", False),
        (
            "Neither the abbey nor the brewer Halden has confirmed a report in the daily Nord Blikk that it is for sale.",
            "The abbey has not confirmed the Nord Blikk report about a sale.",
            None,
            False,
        ),
    ],
)
def test_what_only_tells_when_somebody_spoke_is_not_what_they_say(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """A clause with "days after" has its own speaker, whose whole phrase counts; "report about" is no verb."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ring moved 70 million, a sum that lawyers put at seven.", ["estimate"]),
        ("The vet put down under 400 dogs.", []),
        ("The ministry called in the envoy.", []),
        ("The ministry called the envoy a liar.", ["call"]),
        ("Dockers said yes to the offer.", []),
        ("Dockers said no offer had come.", ["say"]),
        ("Her courage drew thanks from the bishop.", []),
        ("The bishop thanks her.", ["thank"]),
    ],
)
def test_find_statements_passes_over_verbs_and_nouns_that_say_nothing(text: str, expected: list[str]) -> None:
    """A particle, a gesture or a noun's ending is no statement; a figure that somebody puts on a thing is."""
    assert [s.verb for s in Passage(text, "en").statements] == expected


def test_whoever_insists_outside_a_court_is_behind_what_is_said() -> None:
    """The place is no part of it."""
    evidence = "Mr Brandt never sold the tug, his lawyer, Ida Lund, insisted outside the court."
    assert find_speaker_differing("I never sold the tug.", evidence, "Mr Brandt")
    assert not find_speaker_differing("Mr Brandt never sold the tug.", evidence, "Ida Lund")


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker"),
    [
        (
            "Norway and Sweden have signed the pact, which Malta's envoy, Ada Borg, called a raft with holes.",
            "Two Nordic states have signed the pact.",
            None,
        ),
        (
            "Prosecutors allege that the clerk sold maps to Minsk; her lawyer, Ida Lund, says she gave them away.",
            "The clerk is accused by prosecutors of having sold maps to Belarus.",
            None,
        ),
        (
            "Consul Per Vik was summoned to the foreign ministry in Riga, where the deputy minister, Ilze Ozola, told "
            "him that the ban was unfair.",
            "The foreign ministry in Riga called in Consul Vik.",
            None,
        ),
        (
            "The mill, owned by the Danish group Haldavik, said 50,000 tonnes of sludge had leaked when a dam wall "
            "gave way; a consultant it later dismissed, Per Vik, put it at twice that.",
            "Fifty thousand tonnes of mud came out when the wall of the dam broke.",
            "the mill",
        ),
    ],
)
def test_names_beside_nouns_participles_and_particles_do_not_speak(
    evidence: str, claim: str, speaker: str | None
) -> None:
    """No place before "states have", behind "of having" or before "called in"; no owner in an apposition."""
    assert not find_speaker_differing(claim, evidence, speaker)


KEYS = "“You took the keys,” the coroner, Ada Borg, told the guard, Per Vik, who shook his head and said that the boiler was cold."
PIANO = "“Never,” Ida Lund said. “Borg wrote to me in May, but only to ask for his piano.” She left at noon."
LAMP = "As the keeper’s wife, Ida Lund, recalls it, he signalled the tug twice that the lamp was out."


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (KEYS, "Vik said that the boiler was cold.", None, False),
        (KEYS, "Ada Borg said that the boiler was cold.", None, True),
        (PIANO, "Borg wrote to me in May only to ask for his piano.", "Ida Lund", False),
        (PIANO, "I wrote to Lund in May only to ask for my piano.", "Borg", True),
        (LAMP, "Ida Lund recalls that her husband twice told the tug that the lamp was out.", None, False),
    ],
)
def test_second_verbs_second_quotations_and_retold_acts_keep_their_speakers(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """Whom "who … and said" is about, whoever spoke before a quotation goes on, and whoever tells of an act."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


RENTS = (
    "Rents have doubled since 2021, while wages fell, said Ida Lund of the think-tank Norr. The mayor waved."
)
FLATS = "Flats will be dearer from Jan. 12, Hald County officials said, citing a shortage of clerks."
PILLS = (
    "Few patients slept, the maker, Borg Bio, said in a statement that has not been read by outside doctors."
)
TOLLS = (
    "“I never wanted a toll, whatever Mr Dahl tells his voters,” Finance Minister Tor Rist said in Askvik."
)
CAPS = "Senator Rita Kolb, asked by her brother Uwe Kolb whether rents would fall, replied that she hoped so."
LOCKS = "Prosecutors allege that Per Vik, 44, sold the locks. His lawyer, Ida Lund, said he had never opened the safe in Malta."
SHIPS = "Vik Shipping expects to sail in May, a week sooner than the Danish side feared, its engineer, Per Lie, wrote."
YARDS = "The yard at Askvik will go to Hald for nine million euros, both companies said."
FARES = "Pressed by the panel’s chair, Senator Ada Borg, the ferry’s director, Per Dahl, conceded that fares had doubled."
VETOES = (
    "Members overrode the veto of President Tor Rist, who had rejected the toll law as “a gift to the rich”."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (RENTS, "Ida Lund said rents had doubled since 2021.", None, False),
        (RENTS, "The mayor said that rents had doubled since 2021.", None, True),
        (FLATS, "County officials said flats would be dearer from Jan. 12.", None, False),
        (FLATS, "The clerks' union said flats would be dearer from Jan. 12.", None, True),
        (PILLS, "The maker said few patients slept.", None, False),
        (PILLS, "Outside doctors said that few patients slept.", None, True),
        (TOLLS, "I never wanted a toll.", "Tor Rist", False),
        (TOLLS, "I never wanted a toll.", "Lars Dahl", True),
        (CAPS, "I hope rents will fall.", "Rita Kolb", False),
        (LOCKS, "The lawyer said Vik had never opened the safe in Malta.", None, False),
        (LOCKS, "Prosecutors said that Vik had never opened the safe in Malta.", None, True),
        (SHIPS, "The engineer wrote that Vik Shipping expects to sail in May.", None, False),
        (SHIPS, "Vik Shipping expects to sail in May, the Danish trade minister wrote.", None, True),
        (YARDS, "The companies said the yard would go to Hald.", None, False),
        (YARDS, "Shop stewards said the yard would go to Hald.", None, True),
        (FARES, "Fares have doubled.", "Per Dahl", False),
        (FARES, "Fares have doubled.", "Ada Borg", True),
        (VETOES, "The toll law is a gift to the rich.", "Tor Rist", False),
        (VETOES, "The toll law is a gift to the rich.", "the members", True),
    ],
)
def test_whoever_stands_near_a_statement_does_not_make_it(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """A year, a date, an abbreviated month, "whatever he tells" and an opening participle hide nobody."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


LIENS = (
    "Ove Lien, a skipper, spoke at noon. Auditors said the port might have to sell two cranes. The skipper Ove Lien "
    "called the auditors blind. The harbour commission said one quay was unsafe. The fair opens in May."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        ("Auditors said the port might have to sell two cranes.", "The port may have to sell two cranes.", "Ove Lien",
         True),
        ("Auditors said the port might have to sell two cranes.", "The port may have to sell two cranes.",
         "the auditors", False),
        ("The harbour commission said one quay was unsafe.", "One quay is unsafe.", "Ove Lien", True),
        ("The harbour commission said one quay was unsafe.", "One quay is unsafe.", "the commission", False),
    ],
)  # fmt: skip
def test_whom_the_article_names_apart_from_a_body_does_not_speak_for_it(
    evidence: str, claim: str, speaker: str, expected: bool
) -> None:
    """A person whom no phrase ties to the commission, or only a verb to the auditors, is neither's voice."""
    assert find_speaker_differing(claim, evidence, speaker, LIENS) is expected


QUAYS = "Exports fell by a tenth, the port authority said. It blamed a dockers' strike that lasted nine days for it."


@pytest.mark.parametrize(
    ("evidence", "claim", "expected"),
    [
        (QUAYS, "The port authority blamed a strike of nine days.", False),
        (QUAYS, "Dockers blamed a strike that lasted nine days.", True),
        ("The IMF put the debt at 90% of output.", "The IMF estimates the debt at 90% of output.", False),
        ("The IMF put the debt at 90% of output.", "The governor put the debt at 90% of output.", True),
        ("Ada Lunde, who runs the ferry, said boats would wait.", "The harbour master said boats would wait.", True),
        ("Ada Lunde, who runs the ferry, said boats would wait.", "The head of the ferry said boats would wait.", False),
        ("According to the owner, Per Vik, the clerk had told him that the safe was empty.",
         "Per Vik said the clerk had told him that the safe was empty.", False),
        ("“My mother hid the second report card,” the host, Ada Borg, joked.",
         "Ada Borg joked that her mother had hidden the second report card.", False),
    ],
)  # fmt: skip
def test_it_is_the_body_that_spoke_and_no_office_is_an_organisation(
    evidence: str, claim: str, expected: bool
) -> None:
    """Nor is whoever runs one thing the master of another; "according to" reaches over other statements."""
    assert find_speaker_differing(claim, evidence) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The union claimed that the mine was unsafe.", set()),
        ("The minister claimed that the mine was unsafe.", {"negation"}),
        ("The minister said the mine was unsafe.", {"negation"}),
    ],
)
def test_a_claim_that_another_rejects_has_been_made(claim: str, expected: set[str]) -> None:
    """That the minister rejects it denies nothing of what the union says, and vouches for its saying so."""
    evidence = "The minister rejected claims from the union that the mine was unsafe."
    assert find_differing(claim, evidence) == expected


BURSAR = "It was the bursar, Lena Voss, not the rector, who told pupils that the pool would close."
WELLS = "The ministry says 40 wells have run dry; farmers put the number at over 200."
TOLD_BY = "Nora Quill said she had been told by Otto Brandt that the ward was shut."


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (BURSAR, "The pool would close.", "Lena Voss", False),
        (BURSAR, "The bursar told pupils that the pool would close.", None, False),
        (BURSAR, "The pool would close.", "the rector", True),
        ("Lena Voss, not Carl Thun, wrote that it leaks.", "Lena Voss wrote that it leaks.", None, False),
        ("Lena Voss, not Carl Thun, wrote that it leaks.", "Carl Thun wrote that it leaks.", None, True),
        ("It was Lena Voss rather than Carl Thun who said that it leaks.", "It leaks.", "Carl Thun", True),
        ("It was Lena Voss rather than Carl Thun who said that it leaks.", "It leaks.", "Lena Voss", False),
        (WELLS, "More than 200 wells have run dry, farmers say.", None, False),
        (WELLS, "40 wells have run dry, farmers say.", None, True),
        (TOLD_BY, "I was told by Otto Brandt that the ward was shut.", "Nora Quill", False),
        (TOLD_BY, "The ward was shut.", "Nora Quill", True),
        ("Skippers cheered, but brewers there fear the swell was too high for the race.",
         "Brewers worry that the swell was too high for the race.", None, False),
        ("Skippers cheered, but brewers there fear the swell was too high for the race.",
         "Skippers said they fear the swell was too high for the race.", None, True),
        ("Police Sergeant Ivo Lund said the crew had been late.", "Sgt Lund said the crew had been late.", None,
         False),
    ],
)  # fmt: skip
def test_whoever_is_ruled_out_or_counted_otherwise_does_not_speak(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """A "not the rector" says who did not speak; a rival count, a source and a rank keep their bearers."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


@pytest.mark.parametrize(
    ("evidence", "claim", "expected"),
    [
        ("The interior ministry said 12 people had been hurt.", "The players' association said 12 people had been hurt.",
         True),
        ("The growers' league said half of the crop was lost.", "The farm ministry said half of the crop was lost.",
         True),
        ("The Refugee Council said the camps had no water.", "The aid group said the camps had no water.", False),
        ("The Police Federation said officers were tired.", "The union said officers were tired.", False),
        ("The Police Federation said officers were tired.", "Ministers said officers were tired.", True),
        ("The secretary-general said the summit had failed.", "The organisation said the summit had failed.", False),
        ("Rower Ida Holm will not race in May, two coaches said.", "Ida Holm said she would not race in May.", True),
        ("Rower Ida Holm will not race in May, two coaches said.", "Two coaches said Ida Holm would not race in May.",
         False),
        ("The mayor, Ana Ruiz, has resigned, said an aide.", "Ana Ruiz said she had resigned.", True),
        ("The mayor, Ana Ruiz, has resigned, said an aide.", "An aide said Ana Ruiz had resigned.", False),
        ("Ida Holm has left the choir, the newspaper Fjordposten reported.", "Ida Holm said she had left the choir.",
         True),
    ],
)  # fmt: skip
def test_no_authority_is_a_group_and_whoever_is_spoken_of_does_not_speak(
    evidence: str, claim: str, expected: bool
) -> None:
    """A ministry is no association, though a council may be an aid group; nor do many speak for whom they tell of."""
    assert find_speaker_differing(claim, evidence) is expected


RANGERS = "Rangers claim, and the lodge denies, that guests fed the bears."
FRIIS = "The bank's head, Ola Friis, told clerks in a letter that no branch would close, three cashiers said."
CREW = "The captain told the crew that the boat was sinking, and the crew told the coastguard."
LORE = (
    "The mosaic was laid for a merchant, scholars believe, rather than, as local legend has it, for a king."
)


@pytest.mark.parametrize(
    ("evidence", "claim", "expected"),
    [
        (RANGERS, "The lodge claims that guests fed the bears.", True),
        (RANGERS, "Rangers claim that guests fed the bears.", False),
        (RANGERS, "The lodge denies that guests fed the bears.", False),
        (FRIIS, "Three cashiers told Ola Friis in a letter that no branch would close.", True),
        (FRIIS, "According to three cashiers, Ola Friis told clerks that no branch would close.", False),
        (CREW, "The crew told the coastguard that the boat was sinking.", False),
        (CREW, "The coastguard told the captain that the boat was sinking.", True),
        (LORE, "Local legend says the mosaic was laid for a king.", False),
        ("Grapes bound for Spain need no papers any more, the farm service announced late on Tuesday.",
         "The ambassador announced that grapes bound for Spain need no papers any more.", True),
        ("Grapes bound for Spain need no papers any more, the farm service announced late on Tuesday.",
         "The farm service announced that grapes bound for Spain need no papers any more.", False),
        ("The teachers deny that they lost the papers.", "The printing firm denies that the teachers lost the papers.",
         True),
        ("The teachers deny that they lost the papers.", "The teachers denied having lost the papers.", False),
    ],
)  # fmt: skip
def test_what_is_said_is_found_where_it_stands_apart_from_its_verb(
    evidence: str, claim: str, expected: bool
) -> None:
    """In "X claims, and Y denies, that" X claims it; who tells "staff" in a letter is not who was told."""
    assert find_speaker_differing(claim, evidence) is expected


@pytest.mark.parametrize(
    ("quotation", "speaker", "expected"),
    [
        ("“Sheep do not read fences,” shrugged Nils Aaker, the shepherd.", "Nils Aaker", False),
        ("“Sheep do not read fences,” shrugged Nils Aaker, the shepherd.", "Tom Aaker", True),
        ("“Sheep do not read fences,” Nils Aaker laughed.", "Per Lund", True),
        ("“Sheep do not read fences,” snapped Nils Aaker when Per Lund asked him.", "Per Lund", True),
        ("“Sheep do not read fences,” snapped Nils Aaker when Per Lund asked him.", "Nils Aaker", False),
        ("Nils Aaker laughed when a guest said sheep do not read fences.", "a guest", False),
    ],
)  # fmt: skip
def test_how_somebody_says_a_quotation_tells_who_speaks(quotation: str, speaker: str, expected: bool) -> None:
    """Who shrugs or laughs beside a quotation says it; who asks does not."""
    assert find_speaker_differing("Sheep do not read fences.", quotation, speaker) is expected


def test_the_company_is_a_firm_whose_sister_the_article_names() -> None:
    """A body is not one of those whom an article names beside their office."""
    evidence = "Ireland's Corbett Foods has agreed to pay 140 growers, but denies any intent to cheat."
    article = f"Scales were false. {evidence} Sister company Corbett Feeds is not involved."
    claim = "The Irish food company has agreed to pay 140 growers."
    assert not find_speaker_differing(claim, evidence, article=article)


ABSURD = "The union says the firm wants to cut pay, a charge which its director, Ada Holm, calls absurd."
STRICT = "The league said it would ban horns, a condition Ida Vik of the fan club dismissed as petty."
COMPLAINT = "The lake was poisoned on purpose, according to a complaint filed by the biologist Ida Vik."
KEEPER = (
    "Keeper Ida Vik, 31, admitted shoving the guard but denied having hit him, her lawyer Ada Holm told us."
)
WARNED = "The police have reportedly warned the club that it might be shut over the injuries of two guests."
BARNS = "Growers rejected the ministry's claim that 90 barns had burned, putting the number at 12."


@pytest.mark.parametrize(
    ("evidence", "claim", "speaker", "expected"),
    [
        (ABSURD, "The charge that the firm wants to cut pay is absurd.", "Ada Holm", False),
        (ABSURD, "The firm wants to cut pay.", "Ada Holm", True),
        (STRICT, "The league's condition is petty.", "Ida Vik", False),
        (STRICT, "The league will ban horns.", "Ida Vik", True),
        (COMPLAINT, "The biologist Ida Vik says in a complaint that the lake was poisoned on purpose.", None, False),
        (COMPLAINT, "The biologist Ada Holm says in a complaint that the lake was poisoned on purpose.", None, True),
        (KEEPER, "Vik's lawyer said that the keeper admitted shoving the guard but denied hitting him.", None, False),
        (WARNED, "According to reports, the club has been warned by the police that it could be shut.", None, False),
        (WARNED, "According to the league, the club has been warned by the police that it could be shut.", None, True),
        (BARNS, "12 barns had burned.", "the mayor", True),
        (BARNS, "12 barns had burned.", "growers", False),
    ],
)  # fmt: skip
def test_who_judges_or_counts_what_another_says_speaks(
    evidence: str, claim: str, speaker: str | None, expected: bool
) -> None:
    """What X calls “a charge which is absurd” is X's word on it; "but denied" goes on with what a lawyer told."""
    assert find_speaker_differing(claim, evidence, speaker) is expected


@pytest.mark.parametrize(
    ("evidence", "speaker", "differs"),
    [
        ("Half of the wells are dry, the national survey office found.", "the Norse Wells Forum", True),
        ("Half of the wells are dry, the survey office in Lund noted.", "the shepherds' network", True),
        ("Half of the wells are dry, the regional tribunal noted.", "the lending agency Harp", True),
        ("Half of the wells are dry, the regional ministry noted.", "the environment agency", False),
        ("Half of the wells are dry, lead author Noh Tae-yang said.", "Nils Moe", True),
        ("Half of the wells are dry, lead author Noh Tae-yang said.", "Noh Tae-yang", False),
        ("Half of the wells are dry, lead author Noh Tae-yang said.", "Noh", False),
        ("Noh Tae-yang’s deputy, Kim Jae-in, said half of the wells are dry.", "Kim Jae-in", False),
    ],
)
def test_bodies_of_other_sorts_and_korean_names_are_told_apart(
    evidence: str, speaker: str, differs: bool
) -> None:
    """A forum is no office, an agency no court; the given name of "Noh Tae-yang" is one word."""
    article = f"It was dry. {evidence} Nils Moe, a farmer, and the Norse Wells Forum want help."
    assert find_speaker_differing("Half of the wells are dry.", evidence, speaker, article) is differs
