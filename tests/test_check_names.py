"""Names of a claim: in another form, or of something else."""

from __future__ import annotations

import pytest
from readings import find_differing

from summarizer.check import check_claim, check_draft
from summarizer.drafts import Draft, DraftClaim, Reading
from summarizer.records import Article, Attribution, ClaimKind, Metadata, Outcome
from summarizer.split import split_sentences


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


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The Board of Trade would not comment.", "The BoT declined to comment."),
        ("The Land Registrar's Office lost the deeds.", "The deeds were lost by the LRO."),
        ("The Office for Harbour Safety said traffic fell.", "The OHS said traffic fell."),
        ("The White House said on Sunday that the deal was done.", "Washington said the deal was done."),
        ("Speaking in Vienna, Chancellor Karl Moser was gloomy.", "The Austrian chancellor was gloomy."),
        ("She was treated at Riga's Saint Anna hospital.", "She was treated at a Riga hospital."),
        ("A tanker sank off Chile's Tarapaca province.", "A tanker sank off Tarapaca."),
        ("Their son was baptised in Ghent, in the presence of a queen.", "The son was baptised in Belgium."),
        ("Holm lost the first leg; Lind had lost on the same pitch.", "Holm lost the first leg."),
    ],
)
def test_what_a_reader_knows_of_a_name_is_no_difference(evidence: str, claim: str) -> None:
    """Initials over small words, a house for a government, an owner, a town's country, another object."""
    assert not find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The Bank of Sweden left rates alone.", "The Central Bank of Norway left rates alone."),
        ("Farmers in Yorkshire lost crops.", "Farmers in West Yorkshire lost crops."),
        (
            "It was the deputy, Els Maes, not the mayor, Koen Daems, who paid the bill.",
            "Koen Daems paid the bill.",
        ),
        (
            "Ann Reed, who leads the guild, called it a farce, and Tom Shaw agreed.",
            "Tom Shaw leads the guild.",
        ),
        (
            "Coach Lena Voss praised her captain, Mia Torres, after a win over Lyngby, whose keeper Sara Holt fell.",
            "Voss praised Sara Holt.",
        ),
        (
            "The judge told counsel Odo Brandt that the trial of his client, the builder Ivo Lind, would go on.",
            "The trial of Odo Brandt will go on.",
        ),
    ],
)
def test_a_name_in_the_place_of_another_is_a_difference(evidence: str, claim: str) -> None:
    """Another body of the sort, another quarter, who did it, whom it was done to, and of whom it is."""
    assert "name" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        (
            "Police arrested the owner of the club, Dan Reyes, and his accountant, Omar Shah.",
            "Police arrested Omar Shah.",
        ),
        (
            "The group bought the Danish brewer Holm in 2019 and the Swedish brewer Lind last year.",
            "The group bought Lind last year.",
        ),
        ("It was not the mayor, Koen Daems, who paid, but Els Maes.", "Els Maes paid."),
        ("The minister toured the port of Klaipeda and flew to Riga.", "The minister toured Klaipeda."),
    ],
)
def test_one_of_several_to_whom_it_is_done_is_no_difference(evidence: str, claim: str) -> None:
    """A second object after "and", the name beside a description, the one whom a cleft denies."""
    assert "name" not in find_differing(claim, evidence)


def test_an_answer_is_about_what_is_asked_right_before_it() -> None:
    """Question and answer say it together; behind another sentence the same words are about something else."""
    question = "Port director Ida Lund was asked in Bergen whether the crane operators had been paid."
    answer = "“I will not say. Ask them.”"
    claim = "Lund would not say whether the crane operators had been paid."
    for text, outcome in (
        (f"{question} {answer}", Outcome.UNKNOWN),
        (f"{question} It rained. {answer}", None),
    ):
        article = Article(raw=text, metadata=Metadata(language="en"))
        sentences = split_sentences(article)
        start = text.index(answer)
        cited = tuple(s.number for s in sentences if start < s.end)
        draft = Draft(claims=(DraftClaim(claim, None, Attribution.INDIRECT, ClaimKind.FACT, cited),))
        checks = check_draft(draft, article, sentences, Reading()).claims[0].checks
        found = next(check.outcome for check in checks if check.name == "support")
        assert found is (outcome or Outcome.DIFFERS)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Vang Media agreed on Monday to be acquired by a smaller rival, the publisher Nord.",
         "Vang Media agreed to acquire Nord."),
        ("Rovers, who had not lost since May, were beaten 2-1 by Barton Town.", "Rovers beat Barton Town 2-1."),
        ("The teacher was reported to the board by a parent.", "The teacher reported a parent to the board."),
        ("The senator, whom the governor had endorsed, lost.", "The senator had endorsed the governor."),
        ("The clerk, a former guard, plans to sue the bank.", "The bank plans to sue the clerk."),
    ],
)  # fmt: skip
def test_who_does_it_to_whom_is_read_over_what_stands_between(evidence: str, claim: str) -> None:
    """Sides of a verb that a claim exchanges are found over asides, infinitives, scores and relative clauses."""
    assert [c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS]


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Vang Media agreed on Monday to be acquired by a smaller rival, the publisher Nord.",
         "Nord is to acquire Vang Media."),
        ("Rovers, who had not lost since May, were beaten 2-1 by Barton Town.", "Barton Town beat Rovers 2-1."),
        ("The senator, whom the governor had endorsed, lost.", "The governor had endorsed the senator."),
    ],
)  # fmt: skip
def test_who_does_it_to_whom_may_be_told_the_other_way_round(evidence: str, claim: str) -> None:
    """Active for passive and a clause for a relative one change no places."""
    assert [c.name for c in check_claim(claim, evidence) if c.outcome is Outcome.DIFFERS] == []


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The hut at Sund was not our aim, said Ada Brandt, the mayor.",
         "Ada Brandt, the mayor, said the hut at Vik was not their aim."),
        ("Dr. Ada Brandt, not her colleague Dr. Uwe Brandt, proposed the test.", "Dr. Uwe Brandt proposed the test."),
        ("Pieter van der Berg sold the mill to Anke Holm.", "Pieter van der Meer sold the mill to Anke Holm."),
        ("The envoy, Hana el-Masri, left on Monday.", "The envoy, Rima el-Masri, left on Monday."),
    ],
)  # fmt: skip
def test_a_name_with_small_words_or_beside_another_is_told_from_it(evidence: str, claim: str) -> None:
    """A place in a quotation, a namesake behind "not", and names of which "van der" and "el-" are parts."""
    assert "name" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("The party's man in Geneva, Colonel Idris el-Masri, claimed that it was a fake.",
         "Colonel Idris el-Masri claimed that it was a fake."),
        ("Idris el-Masri left on Monday.", "El-Masri left on Monday."),
        ("Pieter van der Berg sold the mill.", "Van der Berg sold the mill."),
        ("Traffic at Lund's second port, Vik, rose by a third.", "Traffic at Vik rose by a third."),
        ("Divers in Lake Sund found 14 barrels on Sunday, police in Lund said.", "Divers found 14 barrels on Sunday."),
    ],
)  # fmt: skip
def test_a_name_with_small_words_or_in_an_aside_is_itself(evidence: str, claim: str) -> None:
    """Small words of a name may be left out or stand first, and whoever is named in an aside may be meant."""
    assert "name" not in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Ana Holm, whose uncle Bo Holm owns the mill, voted against the dam.", "Bo Holm voted against the dam."),
        ("Police arrested the banker Jon Vik on Monday over the theft; Lars Vik, a teacher, reported it.",
         "Police arrested the teacher Lars Vik on Monday over the theft."),
        ("Nordair's rival Skyline will pay passengers 35 million euros under the deal.",
         "Nordair is to compensate passengers with 35 million euros."),
        ("The dam, as the interior ministry said on Monday, is safe.", "The finance ministry said the dam is safe."),
        ("It was the constitutional court to which the case was sent.", "The case was sent to the supreme court."),
        ("The row between the port and its crane operators, settled on Friday, cost the town some 7 million euros.",
         "The row between the port and its lorry drivers, settled on Friday, cost the town some 7 million euros."),
        ("Kestrel Foods has cut its stake in Lind Dairy to 5 percent.", "Kestrel Motors has cut its stake in Lind Dairy."),
        ("The rowers agreed on Monday to send a letter to the Danish speaker of parliament.",
         "The rowers agreed to send a letter to the Danish prime minister."),
    ],
)  # fmt: skip
def test_what_is_told_of_a_namesake_or_another_office_is_a_difference(evidence: str, claim: str) -> None:
    """One of two of a surname, another ministry or court, and two nouns in the place of two others."""
    assert "name" in find_differing(claim, evidence)


@pytest.mark.parametrize(
    ("evidence", "claim"),
    [
        ("Ana Holm, whose uncle Bo Holm owns the mill, voted against the dam.", "Ana Holm voted against the dam."),
        ("The painter Ida Vik and the singer Eva Vik opened a hall in Lund on Friday.",
         "The singer Eva Vik opened a hall in Lund on Friday."),
        ("Finance chief Kay Lund said that the bonus of two million had been approved by chairman Olaf Lund.",
         "The bonus of two million was approved by Olaf Lund, the finance chief said."),
        ("Nordair's rival Skyline will pay passengers 35 million euros under the deal.",
         "Skyline, Nordair's rival, is to compensate passengers with 35 million euros."),
        ("Ana Ruiz's lawyer Odo Holm said the search of her villa on Friday had been a farce.",
         "Ana Ruiz's villa was searched on Friday."),
        ("The prize for the best bread in the county went to Ella Moss, ahead of Nora Moss.",
         "Nora Moss did not win the prize for the best bread in the county."),
        ("The dam, as the interior ministry said on Monday, is safe.", "The home ministry said the dam is safe."),
        ("Ann Lee met the Danish defence minister in Lund.", "Foreign Minister Ann Lee was in Lund."),
        ("The ministry rejected what the defence minister had said.", "The interior ministry rejected it."),
        ("Kestrel Foods has cut its stake in Lind Dairy to 5 percent.", "Kestrel Group has cut its stake in Lind Dairy."),
        ("The inspector told Odo Vik, who runs the brewer Holm, to lower the price of beer at once.",
         "The inspector told the head of Holm to lower the price of beer at once."),
        ("The mayor thanked the fire crews of three towns for saving the church roof on Sunday.",
         "The mayor thanked the firefighters of three towns for saving the church roof on Sunday."),
    ],
)  # fmt: skip
def test_what_is_told_of_a_bearer_or_the_same_office_is_no_difference(evidence: str, claim: str) -> None:
    """Both of a surname, an agent behind "by", another word for one office, and compounds of one word."""
    assert "name" not in find_differing(claim, evidence)


HELD_ELSEWHERE = [
    ('"We told Mr Berg in March that the lock would not be ready," said Ann Lee.',
     "Ann Lee said that Mr Holm was told in March that the lock would not be ready.",
     "Ann Lee said that Mr Berg was told in March that the lock would not be ready."),
    ("He fell ill on the ferry to Lund and was taken to the clinic, the captain told our reporter.",
     "He fell ill on the ferry to Oslo.",
     "Kai Holm was taken to the clinic."),
]  # fmt: skip


@pytest.mark.parametrize(("evidence", "changed", "honest"), HELD_ELSEWHERE)
def test_a_name_from_elsewhere_in_the_place_of_another_is_a_difference(
    evidence: str, changed: str, honest: str
) -> None:
    """No pronoun is meant where a title or a place has another name; it may be where a subject is left out."""
    article = f"{evidence} Mr Holm owns boats. The ferry to Oslo was stopped. Kai Holm is a cook."
    for claim, differs in ((changed, True), (honest, False)):
        checks = check_claim(claim, evidence, article=article)
        assert ("name" in {c.name for c in checks if c.outcome is Outcome.DIFFERS}) is differs


@pytest.mark.parametrize(
    ("evidence", "changed", "honest"),
    [
        ("Nurses at clinics in Great Holm, Vik and Lund will strike, the council said in Oslo.",
         "Nurses at a clinic in Oslo will strike, the council said.",
         "Nurses at a clinic in Vik will strike, the council said."),
        ("The Riksbank left its rate unchanged on Monday.",
         "Finland's central bank left its rate unchanged on Monday.",
         "Sweden's central bank left its rate unchanged on Monday."),
        ("Garda Superintendent Odo Vik told the court that the door was open.",
         "Supt Berg told the court that the door was open.",
         "Supt Vik told the court that the door was open."),
        ("Annual output of steel in Sweden fell to 38 tonnes in May, the office in Oslo said.",
         "Finnish output of steel fell to 38 tonnes in May, the office said.",
         "Swedish output of steel fell to 38 tonnes in May, the office said."),
    ],
)  # fmt: skip
def test_a_place_or_office_may_be_named_in_another_form(evidence: str, changed: str, honest: str) -> None:
    """One of several places, the country of a body, a shortened title, a plain word that opens a sentence."""
    assert not find_differing(changed, evidence).isdisjoint(("name", "speaker"))
    assert "name" not in find_differing(honest, evidence)


def test_a_surname_alone_is_that_of_whom_the_article_named_before() -> None:
    """A namesake whom it brings in later is another; without one named before nothing can be told."""
    evidence = "Berg, 31, has signed with the club for four years."
    for before, after, differs in (
        ("The striker Tom Berg left Lund. ", " His brother Olaf Berg stays.", True),
        ("The striker Olaf Berg left Lund. ", " His brother Tom Berg stays.", False),
        ("A striker left Lund. ", " His brothers are Olaf Berg and Tom Berg.", False),
    ):
        checks = check_claim(
            "Olaf Berg has signed with the club.", evidence, article=f"{before}{evidence}{after}"
        )
        assert ("name" in {c.name for c in checks if c.outcome is Outcome.DIFFERS}) is differs


def test_a_name_may_stand_for_what_opens_a_sentence_before_it() -> None:
    """Whom "Goalkeeper Ida Lund" names is "the goalkeeper" of a later sentence."""
    evidence = "The goalkeeper's agent, Cora Ash-Pell, said the keeper had never asked for more money."
    article = f"Goalkeeper Ida Lund leaves the club. {evidence} A hearing is set for May."
    checks = check_claim("Ida Lund never asked for more money, her agent said.", evidence, article=article)
    assert "name" not in {c.name for c in checks if c.outcome is Outcome.DIFFERS}


KIN = [
    (
        "Ana Holm sold the farm that she had bought with her late husband.",
        "Ana Holm sold the farm that she had bought with her brother.",
        "Ana Holm sold the farm that she and her spouse had bought.",
    ),
    (
        "The envoy said that his mother had never signed the letter.",
        "The envoy said that his father had never signed the letter.",
        "The envoy said that her son had never seen her sign the letter.",
    ),
    (
        "The thief was Odo Vik's nephew, the court heard.",
        "The thief was Odo Vik's cousin, the court heard.",
        "Odo Vik was the thief's uncle, the court heard.",
    ),
    (
        "The singer is suing her stepmother.",
        "The singer is suing her aunt.",
        "The singer is suing her father's wife.",
    ),
]


@pytest.mark.parametrize(("evidence", "changed", "honest"), KIN)
def test_another_relative_is_a_difference(evidence: str, changed: str, honest: str) -> None:
    """Another word for the same one is none, nor that for whoever is the other of the two."""
    assert "name" in find_differing(changed, evidence)
    assert "name" not in find_differing(honest, evidence)


def test_a_noun_of_several_words_in_the_place_of_one_is_a_difference() -> None:
    """A cart for milk is no tram; but whoever stages something hosts it."""
    evidence = "The driver did not brake for the tram because he had taken the red lamp for a kite."
    changed = "The driver did not brake for the milk cart because he had taken the red lamp for a kite."
    assert "name" in find_differing(changed, evidence)
    assert "name" not in find_differing(
        "The town of Lund will stage the chess finals for the first time on Friday.",
        "The town of Lund will host the chess finals for the first time on Friday.",
    )


def test_a_participle_with_a_date_before_by_is_passive() -> None:
    """A broker "sacked last month by the bank" has sacked nobody."""
    evidence = "The broker sacked last month by the Lund Bank had lost a tenth of the money of its clients."
    assert "name" not in find_differing("The Lund Bank sacked the broker last month.", evidence)
    assert "name" in find_differing("The broker sacked the Lund Bank last month.", evidence)


@pytest.mark.parametrize(
    ("evidence", "changed", "honest"),
    [
        (
            "The Bank of Korea raised its rate to 3% on Monday.",
            "North Korea's central bank raised its rate to 3% on Monday.",
            "South Korea's central bank raised its rate to 3% on Monday.",
        ),
        (
            "Profit at the Peruvian brewer Ica fell by half in the second quarter.",
            "In the April-June quarter, profit at the brewer Lund fell by half.",
            "In the April-June quarter, profit at the brewer Ica fell by half.",
        ),
        (
            "Ada Holm met Ida Vik in Lund on Monday. The Finn's manager, Ole Lind, was there, too.",
            "Ida Vik's manager, Nils Lind, was there, too.",
            "Ida Vik's manager, Ole Lind, was there, too.",
        ),
        (
            "The Bank of England has refused to lend to the Greek central bank, a letter shows.",
            "A letter shows that the French central bank refused to lend to the Greek central bank.",
            "A letter shows that the UK central bank refused to lend to the Greek central bank.",
        ),
        (
            "The manager of the Torp mill warned the minister, Ida Vik, that it could close.",
            "The minister warned that the Lund mill could close.",
            "The manager warned that the Torp mill could close.",
        ),
        (
            "The widow of the painter Ole Lind left Lund on Monday.",
            "The painter Ole Lind left Lund on Monday.",
            "The painter Ole Lind's widow left Lund on Monday.",
        ),
    ],
)
def test_a_name_may_be_told_by_country_month_or_what_it_owns(
    evidence: str, changed: str, honest: str
) -> None:
    """Somebody named before may be “the Finn”; a quarter's months name nobody; a clause is no object."""
    assert {"name", "speaker"} & find_differing(changed, evidence)
    assert "name" not in find_differing(honest, evidence)


def test_two_who_stand_behind_one_preposition_do_not_change_places() -> None:
    """Who laughs has not wept: "laughter from the pupils and tears from the teachers"."""
    evidence = "“Not while I live,” Ida Quill vowed, to cheers from the dockers and groans from the bankers."
    assert "name" in find_differing(
        "Ida Quill said so, to cheers from the bankers and groans from the dockers.", evidence
    )
    assert not find_differing(
        "Ida Quill’s vow drew groans from the bankers and cheers from the dockers.", evidence
    )
