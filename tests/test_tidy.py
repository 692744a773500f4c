"""A model's claims lose the frame that names their speaker, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.check import check_draft
from summarizer.drafts import Draft, DraftClaim, Mention, Reading
from summarizer.pipeline.tidy import tidy_actor, tidy_claim, tidy_draft
from summarizer.records import Article, Attribution, ClaimKind
from summarizer.split import split_sentences


def claim(text: str, speaker: str | None, how: Attribution = Attribution.INDIRECT) -> DraftClaim:
    """A claim on sentence 1."""
    return DraftClaim(text, speaker, how, ClaimKind.FACT, (1,))


@pytest.mark.parametrize(
    ("text", "speaker", "tidied"),
    [
        ("Former mayor Ada Lund told delegates that the dam is safe.", "Ada Lund", "The dam is safe."),
        ("“The dam was never safe,” Lund said.", "Ada Lund", "The dam was never safe."),
        ("The dam is safe.", "Ada Lund", "The dam is safe."),
        # The mark that opens the quotation is the one that a model leaves out.
        (
            "The dam was never safe. It leaks,” Lund told reporters.",
            "Ada Lund",
            "The dam was never safe. It leaks.",
        ),
        ('The dam was never safe," Lund said.', "Ada Lund", "The dam was never safe."),
        ('The 12" pipe under the dam is safe.', "Ada Lund", 'The 12" pipe under the dam is safe.'),
        # Whoever speaks within the claim is part of it.
        ("Tom Reed said the dam is safe.", "Ada Lund", "Tom Reed said the dam is safe."),
        # Without the frame nobody would know who "she" is.
        ("Lund said she would not resign.", "Ada Lund", "Lund said she would not resign."),
        ("Lund sagte, der Damm sei sicher.", None, "Lund sagte, der Damm sei sicher."),
    ],
)
def test_a_frame_is_taken_off(text: str, speaker: str | None, tidied: str):
    """Only its own speaker's."""
    assert tidy_claim(claim(text, speaker)).text == tidied


def test_the_articles_own_voice_is_left_alone():
    """A narrator's claim that somebody said something is about that."""
    said = claim("Ada Lund said the dam is safe.", None, Attribution.NARRATOR)
    assert tidy_claim(said) is said


@pytest.mark.parametrize("text", ["“”", "…", "Lund."])
def test_a_claim_of_nothing_is_left_out_and_reported(text: str):
    """A small model writes names and marks as claims."""
    tidied = tidy_draft(Draft(claims=(claim(text, "Lund"), claim("The dam is safe.", "Lund"))), "en")
    assert [c.text for c in tidied.claims] == ["The dam is safe."]
    assert [p.item for p in tidied.problems] == [text]


@given(st.text(max_size=80), st.none() | st.text(max_size=20))
def test_any_claim_survives(text: str, speaker: str | None):
    """No text of a model's raises, and what is no frame stays."""
    tidied = tidy_claim(claim(text, speaker))
    assert tidied.speaker == speaker
    assert tidied.sentences == (1,)


@pytest.mark.parametrize(
    ("actor", "name", "role"),
    [
        (Mention("Mayor Ada Lund", role="mayor"), "Ada Lund", "mayor"),
        (Mention("Opposition leader Ada Lund", role="Opposition leader"), "Ada Lund", "Opposition leader"),
        (Mention("The fishermen's union", role="fishermen's union"), "The fishermen's union", None),
        (Mention("Mayor of Hull", role="mayor"), "Mayor of Hull", "mayor"),
        (Mention("Ada Lund", role="mayor"), "Ada Lund", "mayor"),
    ],
)
def test_a_name_does_not_repeat_the_office(actor: Mention, name: str, role: str | None):
    """“Mayor Ada Lund, mayor” is Ada Lund, mayor; the longer form still leads to her."""
    tidied = tidy_actor(actor)
    assert (tidied.name, tidied.role) == (name, role)
    assert actor.name in (tidied.name, *tidied.aliases)


def test_claims_and_positions_find_whose_name_was_tidied():
    """A speaker with the office in the name is the same actor, shown once."""
    draft = Draft(
        claims=(claim("The dam is safe.", "Mayor Ada Lund"),),
        actors=(Mention("Mayor Ada Lund", role="mayor"),),
    )
    article = Article(raw="Mayor Ada Lund said the dam is safe.")
    sentences = split_sentences(article)
    checked = check_draft(tidy_draft(draft, "en"), article, sentences, Reading())
    assert [c.speaker for c in checked.claims] == ["Ada Lund"]
    assert [a.name for a in checked.actors] == ["Ada Lund"]
