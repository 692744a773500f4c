"""Positions: deeds, wishes, denials, images and relative clauses, and who can hold one."""

from __future__ import annotations

import pytest
from readings import positions

from summarizer.records import Stance


def supports(holder: str, issue: str) -> tuple[str, Stance, str]:
    """A position for something."""
    return holder, Stance.SUPPORTS, issue


def opposes(holder: str, issue: str) -> tuple[str, Stance, str]:
    """A position against something."""
    return holder, Stance.OPPOSES, issue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ban that the farmers' union has long opposed takes effect in May.",
         opposes("the farmers' union", "the ban")),
        ("Ada Storm, whom Mayor Holt nominated for the board, is a builder.", supports("Holt", "Ada Storm")),
        ("The cuts Mayor Holt rejected would have closed two schools.", opposes("Holt", "the cuts")),
        ("The rules, which the hospitals have fiercely resisted, begin on Monday.",
         opposes("the hospitals", "the rules")),
    ],
)  # fmt: skip
def test_an_object_may_stand_before_its_subject(text: str, expected: tuple[str, Stance, str]) -> None:
    """A relative clause without an object is about what stands before it."""
    assert positions(text, "en") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Last week the union protested outside.",
        "The man she praised was her brother.",
        "She heard the claim that the miners oppose.",
        "It is unclear which rule Mayor Holt criticised.",
    ],
)
def test_no_object_before_the_subject(text: str) -> None:
    """Times, vague nouns, clauses that tell what is claimed and questions are nothing that is opposed."""
    assert positions(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holt's veto of the bill angered farmers.", opposes("Holt", "the bill")),
        ("The veto of the bill by Holt angered farmers.", opposes("Holt", "the bill")),
        ("The farmers' union's boycott of the shop goes on.", opposes("the farmers' union", "the shop")),
        ("Ann Holt has lost confidence in the governor.", opposes("Ann Holt", "the governor")),
        ("Ann Holt withdrew her support for the deal.", opposes("Ann Holt", "the deal")),
        ("Ada Storm and Per Lund are among those opposing the merger.", opposes("Per Lund", "the merger")),
        ("Two senators, Ann Holt and Per Lund, are among those urging Ada Storm to veto the bill.",
         opposes("Ann Holt", "the bill")),
        ("Ann Holt vowed to end the strike.", opposes("Ann Holt", "the strike")),
        ("Ann Holt refused to take up the bill.", opposes("Ann Holt", "taking up the bill")),
        ("Ann Holt called on shops not to sell the toy.", opposes("Ann Holt", "shops selling the toy")),
        ("Per Lund said the mayor must resign.", supports("Per Lund", "the mayor resigning")),
        ("Per Lund said the fees cannot be justified.", opposes("Per Lund", "the fees")),
        ("The union threatened a strike.", supports("the union", "a strike")),
        ("The mayor said she was “deeply disappointed” by the vote.", opposes("the mayor", "the vote")),
    ],
)  # fmt: skip
def test_deeds_show_a_position(text: str, expected: tuple[str, Stance, str]) -> None:
    """What somebody does, gives up, asks for or calls unbearable shows where they stand."""
    assert expected in positions(text, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union wants a second clerk on weekends.",
            [supports("the union", "a second clerk on weekends")],
        ),
        ("Ann Holt wants the plan scrapped.", [opposes("Ann Holt", "the plan")]),
        ("Ann Holt wanted for nothing.", []),
        ("Ada Storm asked the minister for an exemption.", [supports("Ada Storm", "an exemption")]),
        ("Campaigners asked the council for months to act.", []),
        ("“Scrap the tolls,” Per Lund said.", [opposes("Per Lund", "the tolls")]),
        ("“Don't close the library,” said Ada Storm.", [opposes("Ada Storm", "closing the library")]),
        ("“Don't forget the children,” said Ada Storm.", []),
        ("“Support staff were told on Monday,” Ada Storm said.", []),
    ],
)
def test_wishes_show_a_position(text: str, expected: list[tuple[str, Stance, str]]) -> None:
    """What somebody wants, asks for or tells others to do."""
    assert positions(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Per Lund denied that the firm had known of the leak.",
         [opposes("Per Lund", "the claim that the firm had known of the leak")]),
        ("The company denies all the charges.", [opposes("the company", "all the charges")]),
        ("Ann Holt denied any wrongdoing.", [opposes("Ann Holt", "the claim of wrongdoing")]),
        ("Per Lund flatly denied that offer.", []),
        ("Ann Holt was denied bail.", []),
    ],
)  # fmt: skip
def test_denials_are_of_a_claim(text: str, expected: list[tuple[str, Stance, str]]) -> None:
    """Who denies something stands against that claim."""
    assert positions(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Per Lund called the plan “a bridge to nowhere in particular”.", [opposes("Per Lund", "the plan")]),
        ("Per Lund described the law as “a step forward for farmers”.", [supports("Per Lund", "the law")]),
        ("Per Lund described the sale as an act of vandalism.", [opposes("Per Lund", "the sale")]),
        ("Per Lund called the line “the Northern Link”.", []),
    ],
)
def test_images_judge(text: str, expected: list[tuple[str, Stance, str]]) -> None:
    """An image that something is called by is a judgment, a name is none."""
    assert positions(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Rural hospitals oppose the cuts.", "Rural hospitals"),
        ("Some said that congressional Republicans opposed the cuts.", "congressional Republicans"),
        ("The board rejected the cuts.", "the board"),
        ("In May former sheriff Buck Tanner criticised the cuts.", "Buck Tanner"),
    ],
)
def test_holders_are_groups_and_bodies_too(text: str, holder: str) -> None:
    """People, groups and bodies hold positions, whether or not their noun has a class of its own."""
    assert positions(text, "en") == [opposes(holder, "the cuts")]


@pytest.mark.parametrize("text", ["Increased costs hurt the plan.", "The law bans smoking in parks."])
def test_things_hold_no_position(text: str) -> None:
    """Costs and laws do not think."""
    assert positions(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Holt demanded that the prime minister resign.", [supports("Ann Holt", "the prime minister resigning")]),
        ("Ann Holt recommended that the fee be cut.", [supports("Ann Holt", "the fee being cut")]),
        ("Ann Holt demanded that the ferry firm not close the line.",
         [opposes("Ann Holt", "the ferry firm closing the line")]),
        ("Ann Holt requested that Ukraine launch an inquiry.", [supports("Ann Holt", "Ukraine launching an inquiry")]),
        ("Ann Holt insisted that the minister knows it.", []),
        ("Ann Holt urged parents to get their children vaccinated.",
         [supports("Ann Holt", "parents getting their children vaccinated")]),
    ],
)  # fmt: skip
def test_demands_in_a_clause(text: str, expected: list[tuple[str, Stance, str]]) -> None:
    """What is to be done may stand in a clause, in the bare form or with "be"."""
    assert positions(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anger at the plan grew while Per Lund ignored fury at the leak.", []),
        ("Ann Holt voiced concern about the plan.", [opposes("Ann Holt", "the plan")]),
        ("Ann Holt walked out in protest at the cuts.", [opposes("Ann Holt", "the cuts")]),
        ("Hundreds walked out over plans to close the mill.", []),
        ("Per Lund said he was sorry but backed the strike.", [supports("Per Lund", "the strike")]),
        ("Ann Holt said she knew them but could not support the bill.", [opposes("Ann Holt", "the bill")]),
        ("Mayor Per Lund spoke to Ada Storm. He defended her, smiling.", [supports("Per Lund", "Ada Storm")]),
        ("Ann Holt, one of the three no votes, mocked the study.", [opposes("Ann Holt", "the study")]),
        ("Ann Holt was criticised by Labour councillors.", [opposes("Labour councillors", "Ann Holt")]),
        ("“The worst finish in years,” Ann Holt said of it.", []),
    ],
)
def test_whose_stance_it_is(text: str, expected: list[tuple[str, Stance, str]]) -> None:
    """A feeling is somebody's own only where a verb says so; a clause goes on with its own subject."""
    assert positions(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chamber backed ending the parade.", supports("the chamber", "ending the parade")),
        ("Ann Holt opposed raising the fee for visitors.", opposes("Ann Holt", "raising the fee for visitors")),
        ("The council voted unanimously on Friday against opening its books.",
         opposes("the council", "opening its books")),
        ("Ann Holt rejected a claim by Per Lund.", opposes("Ann Holt", "a claim by Per Lund")),
        ("Ann Holt rejected the plan by a wide margin.", opposes("Ann Holt", "the plan")),
        ("Ann Holt backed the policy in part.", supports("Ann Holt", "the policy")),
        ("Ann Holt urged the governor to intervene.", supports("Ann Holt", "the governor intervening")),
        ("Ann Holt criticised the union with harsh words.", opposes("Ann Holt", "the union")),
        ("Ann Holt opposed the law that it passed last week.", opposes("Ann Holt", "the law")),
    ],
)  # fmt: skip
def test_issues_are_whole_and_no_more(text: str, expected: tuple[str, Stance, str]) -> None:
    """An issue holds what is done to what and by whom, but not when or how it is said."""
    assert expected in positions(text, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Holt called for the chief executive, Gordon Pell, to resign.",
         [supports("Ann Holt", "the chief executive resigning")]),
        ("Ann Holt stopped to sign shirts.", []),
        ("Ann Holt, whose trust owns the mill, wept.", []),
        ("Ann Holt stood up to the bullies.", [opposes("Ann Holt", "the bullies")]),
        ("Ann Holt stood up for the miners.", [supports("Ann Holt", "the miners")]),
        ("Ann Holt is debating whether to oppose the plan.", []),
        ("The Courier's critic, Giles Pen, left early.", []),
        ("“There is no room for celebrating the bigotry of the Klan,” Ann Holt said.", []),
        ("Ann Holt called for the committee to focus on the record.",
         [supports("Ann Holt", "the committee focusing on the record")]),
        ("The allegation that Per Lund encouraged Ada Storm to lie is old.", []),
        ("“You will end up in jail,” Ann Holt said.", []),
    ],
)  # fmt: skip
def test_words_that_turn_or_are_something_else(text: str, expected: list[tuple[str, Stance, str]]) -> None:
    """Small words beside a word of stance turn it, or make it none."""
    assert positions(text, "en") == expected


def test_the_bare_noun_of_a_headline_is_the_body_that_the_article_describes() -> None:
    """Above an article "Council" is its council, named as the article names it, and nobody of its own."""
    text = "Council backs harbour plan\n\nThe council of Tarn backed the harbour plan. The council opposes a tax."
    assert {holder for holder, _, _ in positions(text, "en")} == {"the council of Tarn"}
    text = "Union rejects offer\n\nThe dockers union rejected the offer."
    assert {holder for holder, _, _ in positions(text, "en")} == {"the dockers union"}
