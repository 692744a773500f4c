"""What is put right in a model's claims: which part of a sentence says it, which sentence, how it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.check import check_draft
from summarizer.check.narrow import narrow_sentence
from summarizer.check.passage.passage import Passage
from summarizer.clean import clean_article
from summarizer.drafts import Draft, DraftClaim
from summarizer.extractive import read_statements
from summarizer.records import Attribution, Claim, ClaimKind, Outcome
from summarizer.split import split_sentences

TEXT = """\
The council met on Tuesday.
“The harbour is full,” said Nora Quist, a pilot of thirty years, “and it will stay so until June.”
Mayor Tora Lind told the board that no berth would be sold, while her deputy, Emil Strand, wants two of them leased.
"""


def check_one(
    says: str,
    speaker: str | None,
    *numbers: int,
    how: Attribution = Attribution.INDIRECT,
    text: str = TEXT,
) -> Claim:
    """A claim on these sentences of a text, checked."""
    article = clean_article(text)
    sentences = split_sentences(article)
    draft = Draft(claims=(DraftClaim(says, speaker, how, ClaimKind.FACT, numbers),))
    return check_draft(draft, article, sentences, read_statements(article.text, sentences)).claims[0]


@pytest.mark.parametrize(
    ("says", "speaker", "numbers", "quotes"),
    [
        ("The harbour is full.", "Nora Quist", (2,), ["The harbour is full,"]),
        ("Two of the berths should be leased.", "Emil Strand", (3,), ["wants two of them leased"]),
        ("Emil Strand wants two berths leased.", "Emil Strand", (3,), ["wants two of them leased"]),
    ],
)
def test_evidence_is_the_part_that_says_it(says: str, speaker: str, numbers: tuple[int, ...], quotes: list):
    """Who speaks, and what else stands in the sentence, is left out; the speaker's name counts for neither."""
    found = check_one(says, speaker, *numbers)
    assert [e.quote for e in found.evidence] == quotes


def test_a_sentence_that_shares_nothing_is_cited_whole():
    """A wrong citation stays visible as it was made."""
    found = check_one("The harbour is full.", "Nora Quist", 1, 2)
    assert [e.quote for e in found.evidence] == ["The council met on Tuesday.", "The harbour is full,"]


def test_checks_read_the_whole_sentence():
    """Who speaks stands beside the narrowed passage, and is still read there."""
    found = check_one("No berth would be sold.", "Emil Strand", 3)
    assert [e.quote for e in found.evidence] == ["no berth would be sold"]
    assert [c.outcome for c in found.checks if c.name == "speaker"] == [Outcome.DIFFERS]


def test_what_the_article_itself_states_is_not_cut():
    """A narrator's sentence is no statement with a frame around it."""
    found = check_one("The council met.", None, 1, how=Attribution.NARRATOR)
    assert [e.quote for e in found.evidence] == ["The council met on Tuesday."]


@pytest.mark.parametrize(
    ("says", "speaker", "number", "how"),
    [
        ("The harbour is full.", "Nora Quist", 2, Attribution.DIRECT),
        ("The harbour is “full”.", "Nora Quist", 2, Attribution.MIXED),
        ("No berth would be sold.", "Tora Lind", 3, Attribution.INDIRECT),
    ],
)
def test_quotation_marks_tell_how_a_statement_is_given(
    says: str, speaker: str, number: int, how: Attribution
):
    """Whatever the model says: small ones call everything direct."""
    for told in (Attribution.DIRECT, Attribution.INDIRECT):
        assert check_one(says, speaker, number, how=told).attribution is how


def test_what_the_article_states_is_put_into_nobodys_mouth():
    """A claim of somebody's on a sentence in which nobody speaks is disputed, if they are nowhere near."""
    plain = "The harbour was dug in 1871.\nRail tracks reached it in 1902.\nThree cranes stand on the northern quay.\n"
    found = check_one("Three cranes stand on the northern quay.", "Nora Quist", 6, text=TEXT + plain)
    (check,) = [c for c in found.checks if c.name == "speaker"]
    assert check.outcome is Outcome.DIFFERS
    assert "Nora Quist" in check.message


def test_what_goes_on_from_a_statement_may_still_be_theirs():
    """Right after a statement of the same speaker the check cannot tell."""
    more = "Quist said that the harbour had never been so full.\nThree cranes stood still since March.\n"
    found = check_one("Three cranes stood still since March.", "Nora Quist", 5, text=TEXT + more)
    assert [c.outcome for c in found.checks if c.name == "speaker"] == [Outcome.UNKNOWN]


@given(
    st.lists(
        st.sampled_from(["Ann", "said", "that", "ferry", "sails", ",", "“", "”", "and", " ", "not", ";"]),
        min_size=1,
    ),
    st.lists(st.sampled_from(["ferry", "sails", "Ann", "late"])),
    st.integers(0, 50),
)
def test_passages_lie_in_the_sentence(tokens: list[str], claim: list[str], start: int):
    """Whatever is chosen is a part of the sentence, not empty, without space at its ends."""
    text = " ".join(tokens).strip() or "x"
    sentence = Passage(text, "en", ((0, start),))
    for low, high in narrow_sentence(Passage(" ".join(claim), "en").words.root_set, sentence, ()):
        assert start <= low < high <= start + len(text)
        piece = text[low - start : high - start]
        assert piece == piece.strip()


FINED = """\
Korva Steel was fined two million euros on Monday for polluting the Ester river.
The company said it would appeal.
Its owner, Bela Tarr, lives in Vienna.
"""


@pytest.mark.parametrize(
    ("says", "number", "nearer"),
    [
        ("Korva Steel will appeal.", 1, "sentence 2 is nearer"),
        ("Korva Steel was punished on Monday for polluting the Ester.", 1, ""),
        ("The owner, Bela Tarr, lives in the Austrian capital.", 3, ""),
    ],
)
def test_a_name_alone_carries_no_claim_that_another_sentence_makes(says: str, number: int, nearer: str):
    """What a claim says of somebody must stand in the sentence it cites, not in the next; a paraphrase does."""
    found = [c for c in check_one(says, None, number, text=FINED).checks if c.name == "support"]
    assert (found[0].outcome is Outcome.DIFFERS) is bool(nearer)
    assert nearer in found[0].message
