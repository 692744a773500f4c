"""check_claim: one claim against one passage, a kind of difference at a time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from readings import SOUP, TABLE_SOUP

from summarizer.check import check_claim, check_draft, judge
from summarizer.check.article import index_article
from summarizer.check.lexicon.words import find_root
from summarizer.drafts import Draft, DraftClaim, Mention, Reading
from summarizer.records import Article, Attribution, Check, ClaimKind, Metadata, Outcome, Verdict
from summarizer.split import split_sentences


def differing(checks: tuple[Check, ...]) -> dict[str, Check]:
    """The checks that found a difference, by name."""
    return {c.name: c for c in checks if c.outcome is Outcome.DIFFERS}


FAITHFUL = [
    # numbers
    ("Some 6,000,000 people fled.", "About 6 million people fled."),
    ("The firm earned $4.5bn.", "The firm earned 4.5 billion dollars."),
    ("50% of the seats are empty.", "Half of the seats are empty."),
    ("Two in three voters stayed at home.", "About 67 percent of voters stayed at home."),
    ("The war of three years goes on.", "The three-year-old war goes on."),
    ("Nearly 1,000 homes burned.", "In all, 987 homes burned."),
    ("The shop opens at 15:00.", "The shop opens at 3 p.m."),
    ("The trial lasted a fortnight.", "The trial lasted two weeks."),
    ("Prices rose by two percentage points.", "Prices rose from 3% to 5%."),
    ("The price went from 41 to 38 dollars.", "The price went from $41 to $38."),
    ("About 400 seats stayed empty.", "Half of the 800 seats stayed empty."),
    ("At least 40 boats sank.", "In the storm 40 boats sank."),
    ("All but 50 of the 900 rooms are booked.", "Of the 900 rooms, 850 are booked."),
    ("The pier is 2m wide.", "The pier is two metres wide."),
    ("The rate fell by 0.5 percentage points.", "The rate fell by half a point."),
    # names
    ("The Fed kept rates.", "The Federal Reserve kept rates."),
    ("Russian troops left.", "Troops of Russia left."),
    ("Volodymyr Zelensky met envoys.", "Volodymyr Zelenskyy met envoys."),
    ("The UN sent food.", "The United Nations sent food."),
    ("The International Labour Office sent a letter.", "The ILO sent a letter."),
    # polarity
    ("The plan was not rejected.", "They did not reject the plan."),
    ("Voters did not approve the plan.", "Voters rejected the plan."),
    ("He was found not guilty of theft.", "He was acquitted of theft."),
    ("The clinic opened after the flood.", "After the flood the clinic opened."),
    ("The law is not legal.", "The law is illegal."),
    ("Nobody knows who fired the shots.", "It is not known who fired the shots."),
    ("The pool opens in May.", "The pool will not be opened until May."),
    ("Only members with a card may enter.", "Members without a card may no longer enter."),
    ("Cyclists may enter the park again.", "The council lifted the ban on cyclists in the park."),
    ("Norway shuns the fair in Oslo.", "Sweden, but not Norway, comes to the fair in Oslo."),
    ("She did not leave her desk that day.", "She sat at her desk all that day."),
    # who denies what
    (
        "Oslo has not said if it will send more ships.",
        "Norway has neither confirmed nor ruled out sending ships, Oslo said.",
    ),
    (
        "The poet, born in Bergen, had one book.",
        "Born in Bergen, she published one book and never wrote another.",
    ),
    ("The lake is at its lowest for May since 1976.", "Not since 1976 has the lake been this low in May."),
    ("Tourists saw the whale for the first time.", "The whale delighted tourists who had never seen it."),
    ("Ten of the twelve guests enjoyed the meal.", "Only two of the twelve guests did not enjoy the meal."),
    ("The shop is closed on Sundays.", "The shop is open every day except on Sundays."),
    ("The council dropped its objection.", "The council lifted its objection."),
    ("The pupil had no doubts about the answer.", "The pupil doubted “not one word” of the answer."),
    ("Eva was the only guest not to sing.", "Every guest but Eva sang."),
    (
        "The Red Crescent says two boats were damaged.",
        "The navy says no boats were damaged; the Red Crescent says there were two.",
    ),
    ("The crew sailed although told not to.", "The crew had been told not to sail, but went ahead."),
    ("To keep the licence, bars must pay a fee.", "Bars will lose the licence unless they pay a fee."),
    ("The stock fell by up to 8% in Milan.", "The stock slid as much as 8% in Milan."),
    (
        "Her brother was not the first to raise the idea; her aunt was.",
        "It was her aunt, not her brother, who first raised the idea.",
    ),
    ("Oslo is expected to win by a little.", "Few doubt that Oslo will win, but nobody expects a rout."),
    ("Attempts to wake the guard failed.", "The guard could not be woken."),
    ("She neither showed fear nor left.", "She showed no fear and refused to leave."),
    ("Since 1990 there has been no truce.", "The truce lapsed in 1990 and was never renewed."),
    ("The vet missed the lump in the dog.", "The vet failed to notice the lump in the dog."),
    ("All other guests have a ticket.", "She is the only guest without a ticket."),
    ("A pass is needed to enter the yard.", "Without a pass, nobody can enter the yard."),
    ("The agent denied that her client had been there.", "The agent said her client had not been there."),
    ("The team lost only one match.", "The team won every match but one."),
    ("The party won more seats, yet its base fell.", "The party gained seats but lost its base."),
    ("Both clubs hoped to contain the row.", "Neither club wanted the row to spread."),
    # hedges
    ("The bank may close ten branches.", "The bank might close ten branches."),
    ("The bank wants to close ten branches.", "The bank plans to close ten branches."),
    ("It is alleged that he stole the car.", "He allegedly stole the car."),
    ("All but three of the nine ships came back.", "Six of the nine ships came back."),
    ("Lise Holm says the roof is safe.", "Lise Holm believes the roof is safe."),
    ("The court is to rule on the dam in May.", "The court will decide in May whether the dam may be built."),
    # numbers, names and roles that only look different
    ("In all, 36,500 guests a year come.", "About 100 guests a day come."),
    ("He has run the farm for 25 years.", "He has run the farm for a quarter of a century."),
    ("One in five roads is flooded.", "Every fifth road is flooded."),
    ("Oslo's clubs were beaten by Bergen's.", "Clubs from Bergen beat clubs from Oslo."),
    ("Men earn more than women.", "Women earn less than men."),
    # quotations
    ("She called it “a gift … to the city”.", "“It is a gift from us all to the city,” she said."),
    ("She said “[w]e will wait”.", "“We will wait,” she said."),
]


@pytest.mark.parametrize(("claim", "evidence"), FAITHFUL)
def test_check_claim_lets_honest_paraphrase_pass(claim: str, evidence: str) -> None:
    """Another wording of the same is no difference."""
    assert not differing(check_claim(claim, evidence, language="en"))


CHANGED = [
    ("number", "Some 6,000,000 people fled.", "About 6 billion people fled."),
    ("number", "Less than half of the seats are empty.", "More than half of the seats are empty."),
    ("number", "Prices rose 3 percent.", "Prices rose 3 percentage points."),
    ("number", "Prices rose from 5% to 3%.", "Prices rose from 3% to 5%."),
    ("number", "The firm earned 4.5 billion euros.", "The firm earned 4.5 billion dollars."),
    ("number", "The trial lasted two months.", "The trial lasted two weeks."),
    ("number", "40 people died and 3 were hurt.", "3 people died and 40 were hurt."),
    ("number", "It was his second win.", "It was his third win."),
    ("number", "Growth was 2 percent in May.", "Growth was 2 percent in June after 3 percent in May."),
    ("number", "The ferry carries 900 cars a year.", "The ferry carries 900 cars a day."),
    ("name", "Customs officers found a tonne of tea.", "Customs officers found a tonne of salt."),
    ("name", "The board misled the engineers.", "The engineers misled the board."),
    ("name", "Fares went from low to high.", "Fares went from high to low."),
    (
        "name",
        "The house belongs to the painter Aldo Ferri.",
        "The house belongs to the widow of the painter Aldo Ferri.",
    ),
    (
        "name",
        "Defence Minister Lena Aho left the room early.",
        "Finance Minister Lena Aho left the room early.",
    ),
    (
        "name",
        "Orla Doyle was awarded the prize.",
        "Niamh Doyle, whose sister Orla Doyle leads the jury, was awarded the prize.",
    ),
    ("name", "Ukrainian troops left the town.", "Russian troops left the town."),
    ("name", "Peter Falk opened the bridge.", "Anna Falk opened the bridge."),
    ("name", "The mayor of Bergen opened the bridge.", "The mayor of Oslo opened the bridge."),
    ("name", "Orsa sold the mill to Telmo.", "Telmo sold the mill to Orsa."),
    ("negation", "The bridge will be closed in May.", "The bridge will not be closed in May."),
    ("negation", "Falk refused to sign the letter.", "Falk denied having refused to sign the letter."),
    ("negation", "The answer was correct.", "The answer was incorrect."),
    ("negation", "The panel recommended a ban.", "The panel stopped short of recommending a ban."),
    ("negation", "The wells survived the flood.", "Hardly any of the wells survived the flood."),
    ("antonym", "Exports rose in May.", "Exports fell in May."),
    ("antonym", "The chairman took office in June.", "The chairman stepped down in June."),
    ("antonym", "The members turned down the offer.", "The members accepted the offer."),
    ("antonym", "The board backed the merger.", "The board opposed the merger."),
    ("antonym", "The clinic opened before the flood.", "The clinic opened after the flood."),
    ("antonym", "The town voted for the dam.", "The town voted against the dam."),
    ("hedge", "The bank will close ten branches.", "The bank may close ten branches."),
    ("hedge", "He stole the car.", "He allegedly stole the car."),
    ("hedge", "The will was forged.", "Friends of the family believe the will was forged."),
    ("hedge", "The mill has reopened.", "The mill will reopen in spring."),
    ("hedge", "The clerk took bribes for years.", "The clerk took bribes for years, prosecutors suspect."),
    ("hedge", "All members left the party.", "Some members left the party."),
    ("hedge", "The governor freed the prisoners.", "Monks urged the governor to free the prisoners."),
    ("quotation", "She called it “a present to the city”.", "“It is a gift to the city,” she said."),
    ("quotation", "She said “the city … a gift”.", "“It is a gift to the city,” she said."),
    ("speaker", "Falk told Lind that the bridge was safe.", "Lind told Falk that the bridge was safe."),
    (
        "support",
        "Wolves have returned to the hills near Arden.",
        "The central bank kept its rate at two percent.",
    ),
    # who denies what
    (
        "negation",
        "The villagers had been warned before the dam was opened.",
        "The villagers were given no warning before the dam was opened.",
    ),
    ("negation", "The envoy made him a promise.", "The envoy had promised him nothing."),
    (
        "negation",
        "The school intended to return the books.",
        "The school had “no present intention” of returning the books.",
    ),
    ("negation", "A rise in fares is off the table.", "A rise in fares is by no means off the table."),
    ("negation", "Her sister voted.", "Neither the mayor nor her sister voted."),
    (
        "negation",
        "The guards went so far as to call for a strike.",
        "The guards stopped short of calling for a strike.",
    ),
    ("negation", "The inspector put the blame on the driver.", "The inspector refused to blame the driver."),
    (
        "negation",
        "The dean bowed to pressure to close the library.",
        "The dean resisted pressure to close the library.",
    ),
    (
        "negation",
        "The two firms reached a deal in their talks.",
        "The two firms ended their talks without a deal.",
    ),
    (
        "negation",
        "The clinic must publish the list.",
        "The clinic is under no obligation to publish the list.",
    ),
    ("negation", "The clinic still has beds.", "The clinic has run out of beds."),
    (
        "antonym",
        "The bank revealed the size of the loan.",
        "The loan, whose size the bank would not disclose, was repaid.",
    ),
    (
        "antonym",
        "She was offered the part and accepted it both times.",
        "She was offered the part and turned it down both times.",
    ),
    ("antonym", "It is too late to judge the plan.", "It is too early to judge the plan."),
    ("antonym", "The tour was cut short when talks began.", "The tour was extended when talks began."),
    (
        "negation",
        "The firm reported the leak before any inspector called.",
        "The firm failed to report the leak until an inspector called.",
    ),
    (
        "antonym",
        "The sisters were aware that the barn might burn.",
        "The sisters had no idea, they said, that the barn might burn.",
    ),
    ("antonym", "The sample was large enough to show a trend.", "The sample was too small to show a trend."),
    (
        "negation",
        "The club and its owner disclosed when the debt began.",
        "Neither the club nor its owner would say when the debt began.",
    ),
    (
        "antonym",
        "The inn will close even if a buyer is found by June.",
        "The inn will close unless a buyer is found by June.",
    ),
]


@pytest.mark.parametrize(("name", "claim", "evidence"), CHANGED)
def test_check_claim_names_a_change_of_meaning(name: str, claim: str, evidence: str) -> None:
    """A changed meaning is found under the name of its kind."""
    checks = check_claim(claim, evidence, language="en")
    assert name in differing(checks), checks
    assert judge(checks) is (Verdict.UNSUPPORTED if name == "support" else Verdict.DISPUTED)


@pytest.mark.parametrize(("claim", "evidence"), [*FAITHFUL, *((c, e) for _, c, e in CHANGED)])
def test_check_claim_passes_verbatim_text(claim: str, evidence: str) -> None:
    """A text supports itself, in itself and within a longer one."""
    for text in (claim, evidence):
        assert not differing(check_claim(text, text, language="en"))
        assert not differing(check_claim(text, f"It rained. {text} It snowed.", language="en"))


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        ("The bridge reopened on 3 March.", Outcome.PASSED),
        ("The bridge reopened on 2025-03-03.", Outcome.PASSED),
        ("The bridge reopened yesterday.", Outcome.PASSED),
        ("The bridge reopened on 4 March.", Outcome.DIFFERS),
        ("The bridge reopened on Tuesday.", Outcome.DIFFERS),
    ],
)
def test_check_claim_resolves_weekdays_by_the_articles_date(claim: str, outcome: Outcome) -> None:
    """Monday is a day once the article has a date."""
    checks = check_claim(claim, "The bridge reopened on Monday.", date="2025-03-04", language="en")
    assert next(c for c in checks if c.name == "number").outcome is outcome


def test_check_claim_tells_confirmed_conflicting_and_unknown_speakers_apart() -> None:
    """Confirmed, another's, and not told are three outcomes."""
    evidence = "“The bridge is safe,” engineer Lind told Falk."
    speakers = {"Lind": Outcome.PASSED, "Falk": Outcome.DIFFERS, "Novak": Outcome.DIFFERS}
    for speaker, outcome in speakers.items():
        checks = check_claim("The bridge is safe.", evidence, speaker=speaker, language="en")
        assert checks[0].name == "speaker"
        assert checks[0].outcome is outcome
    unknown = check_claim(
        "The bridge is safe.", "“The bridge is safe,” he said.", speaker="Lind", language="en"
    )
    assert unknown[0].outcome is Outcome.UNKNOWN


def test_check_claim_knows_actors_by_their_aliases_and_roles() -> None:
    """A role in the evidence is the actor that holds it, and another name of the actor is no other name."""
    actors = (Mention("Eva Lind", ("Lind",), "chief engineer"),)
    checks = check_claim(
        "Eva Lind said that the bridge was safe.",
        "The bridge was safe, the chief engineer said.",
        speaker="Eva Lind",
        actors=actors,
        article="Chief engineer Eva Lind spoke. The bridge was safe, the chief engineer said.",
        language="en",
    )
    assert not differing(checks)


def test_check_claim_disputes_a_report_in_the_articles_own_voice() -> None:
    """What Lind says is a fact only if the article says so."""
    evidence = "The bridge is rotten, Lind said."
    checks = check_claim("The bridge is rotten.", evidence, attribution=Attribution.NARRATOR, language="en")
    assert "attribution" in differing(checks)
    named = check_claim(
        "The bridge is rotten, Lind says.", evidence, attribution=Attribution.NARRATOR, language="en"
    )
    assert not differing(named)


def test_check_claim_counts_a_hedge_that_the_claim_carries_beside_its_text() -> None:
    """A reservation in the claim's own field is not dropped."""
    evidence = "He reportedly stole the car."
    assert "hedge" in differing(check_claim("He stole the car.", evidence, language="en"))
    assert not differing(check_claim("He stole the car.", evidence, hedges=("reportedly",), language="en"))


@pytest.mark.parametrize(
    ("claim", "evidence", "name"),
    [
        ("Die Bahn streicht 500 Stellen.", "Die Bahn streicht 5.000 Stellen.", "number"),
        ("Die Preise sind gesunken.", "Die Preise sind gestiegen.", "antonym"),
        ("Das Amt zahlt das Geld nicht aus.", "Das Amt zahlt das Geld aus.", "negation"),
        ("Die Brücke wird im Mai gesperrt.", "Die Brücke wird möglicherweise im Mai gesperrt.", "hedge"),
        ("Er sprach von „großem Glück“.", "Er sprach von „großem Unglück“.", "quotation"),
    ],
)
def test_check_claim_reads_german(claim: str, evidence: str, name: str) -> None:
    """The main kinds in German, and nothing where nothing differs."""
    assert name in differing(check_claim(claim, evidence, language="de"))
    assert not differing(check_claim(evidence, evidence, language="de"))


def test_check_claim_time_is_linear_in_the_evidence() -> None:
    """A claim of 60 words against 50,000 words takes about ten times as long as against 5,000."""
    claim = " ".join(["The mayor told reporters that prices would not rise by 5 percent."] * 5)
    sentence = "The mayor said on Monday that the port may lose 300 jobs, but Keller denied it. "

    def measure(count: int) -> float:
        evidence = sentence * count
        check_claim(claim, evidence, language="en")
        begin = time.process_time()
        check_claim(claim + " ", evidence, language="en")
        return time.process_time() - begin

    short, long = min(measure(300) for _ in range(3)), min(measure(3000) for _ in range(3))
    assert long < 40 * short + 0.05


@given(SOUP, SOUP, SOUP, st.sampled_from(["", "Ada Holm", "_", " "]))
@example("told mayor ,", "The", "", "")
@example("_", "mayor said", "", "_")
@settings(max_examples=200, deadline=None)
def test_check_claim_survives_words_that_matter_in_any_order(
    claim: str, evidence: str, around: str, speaker: str
) -> None:
    """Number words, negators, marks and names at random break nothing, and verbatim text stays supported."""
    for article in (None, f"{around} {evidence}"):
        for check in check_claim(claim, evidence, speaker=speaker, article=article, language="en"):
            if check.item_span:
                assert claim[slice(*check.item_span)] == check.found
    assert "number" not in differing(check_claim(evidence, evidence, language="en"))


@given(TABLE_SOUP, TABLE_SOUP, st.lists(st.booleans(), min_size=25, max_size=25))
@example("12 Ada", "3,400 red boats and", [False] * 25)
@settings(max_examples=200, deadline=None)
def test_check_claim_survives_its_own_words_in_any_order(claim: str, evidence: str, kept: list[bool]) -> None:
    """Words of all tables at random break nothing, nor does a claim of some of the evidence's words."""
    part = " ".join(word for word, keep in zip(evidence.split(), kept, strict=False) if keep)
    for text in (claim, part):
        for check in check_claim(text, evidence, article=f"{claim}. {evidence}", language="en"):
            if check.item_span:
                assert text[slice(*check.item_span)] == check.found


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from([None, "en", "de", "fr", "xx"]))
@example("NULL", "", "de")
@settings(max_examples=100, deadline=None)
def test_check_claim_raises_on_nothing(claim: str, evidence: str, language: str | None) -> None:
    """Any two texts can be compared, and spans lie within them."""
    for check in check_claim(claim, evidence, speaker=claim[:9], date=evidence[:10], language=language):
        if check.item_span:
            assert claim[slice(*check.item_span)] == check.found
        if check.article_span and check.name != "support":
            assert 0 <= check.article_span[0] <= check.article_span[1] <= len(evidence)


@pytest.mark.parametrize(
    ("speaker", "expected"), [("the mayor", {}), ("the judge", {"speaker"}), ("the expert", {})]
)
def test_check_claim_takes_a_described_speaker_for_another_only_where_the_text_has_it_apart(
    speaker: str, expected: set[str]
) -> None:
    """A role beside the speaker's name is the speaker, who is told is not, and an unknown role is left open."""
    checks = check_claim(
        "The bridge is safe to cross.",
        "Mayor Ida Holm told the judge that the bridge is safe to cross.",
        speaker=speaker,
        language="en",
    )
    assert set(differing(checks)) == set(expected)


def test_a_claim_in_the_words_of_its_evidence_is_in_its_language() -> None:
    """Where a claim alone looks like another language, the words that it shares with its evidence tell."""
    evidence = "“I'd be mad if I thought I hadn't lost,” the goalkeeper of the city said."
    checks = check_claim("I'd be mad if I thought I hadn't lost.", evidence)
    assert all(c.outcome is Outcome.PASSED for c in checks if c.name in ("support", "negation", "antonym"))


def test_of_sentences_that_share_as_many_words_the_first_is_the_nearer() -> None:
    """Which one is named does not hang on the order in which Python keeps a set."""
    pairs = ["harbour ferry", "garden meadow", "lantern candle", "violin guitar", "copper silver"]
    article = Article(
        raw=" ".join(f"A {a} stood there. A {b} stood there." for a, b in map(str.split, pairs))
    )
    index = index_article(article, split_sentences(article))
    nearest = [index.find_better(frozenset(find_root(w, "en") for w in pair.split()), ()) for pair in pairs]
    assert [better and better[0] for better in nearest] == [1, 3, 5, 7, 9]


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        ("Mending the roof of the chapel will cost £48,000.", True),
        ("The thieves took copper from the roof of the chapel.", False),
        ("Ida Falk, 62, found that thieves had taken copper from the chapel roof.", False),
    ],
)
def test_a_figure_with_its_words_in_another_sentence_is_not_carried_by_the_cited_one(
    claim: str, other: bool
) -> None:
    """Where the number and what it is about stand in one other sentence, that is the one to cite."""
    text = (
        "Rain came in on Sunday. Canon Ida Falk found that thieves had taken the copper from the roof of the chapel. "
        "Mending it will cost £48,000. The canon, who is 62, wept."
    )
    article = Article(raw=text, metadata=Metadata(language="en"))
    checked = check_draft(
        Draft(claims=(DraftClaim(claim, None, None, ClaimKind.FACT, (2,)),)),
        article,
        split_sentences(article),
        Reading(),
    )
    assert ("support" in differing(checked.claims[0].checks)) is other
