"""A claim's evidence is the part of the cited sentences that says it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.check import check_draft
from summarizer.check.narrow import narrow_sentence
from summarizer.check.passage import Passage
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
    says: str, speaker: str | None, *numbers: int, how: Attribution = Attribution.INDIRECT
) -> Claim:
    """A claim on these sentences of the text, checked."""
    article = clean_article(TEXT)
    sentences = split_sentences(article)
    draft = Draft(claims=(DraftClaim(says, speaker, how, ClaimKind.FACT, numbers),))
    return check_draft(draft, article, sentences, read_statements(article.text, sentences)).claims[0]


@pytest.mark.parametrize(
    ("says", "speaker", "numbers", "quotes"),
    [
        ("The harbour is full.", "Nora Quist", (2,), ["The harbour is full,"]),
        ("Two of the berths should be leased.", "Emil Strand", (3,), ["wants two of them leased."]),
        ("Emil Strand wants two berths leased.", "Emil Strand", (3,), ["wants two of them leased."]),
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
