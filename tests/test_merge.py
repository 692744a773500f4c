"""Tests of merging the drafts of a long article's parts."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention
from summarizer.merge import merge_drafts
from summarizer.records import ActorKind, Attribution, ClaimKind, Stance


def claim(speaker: str | None, text: str, *sentences: int) -> DraftClaim:
    """An indirect statement of fact."""
    return DraftClaim(text, speaker, Attribution.INDIRECT, ClaimKind.FACT, sentences)


def test_an_actor_of_several_parts_is_one_with_all_aliases_and_the_first_role():
    """The same name in other case and spacing is the same actor; nothing known about it is lost."""
    one = Draft(actors=(Mention("Ann Lee", aliases=("Lee",)),))
    two = Draft(actors=(Mention("ann  lee", aliases=("the mayor",), role="mayor", kind=ActorKind.PERSON),))
    (actor,) = merge_drafts([one, two]).actors
    assert actor == Mention("Ann Lee", ("Lee", "ann  lee", "the mayor"), "mayor", ActorKind.PERSON)


def test_a_claim_made_twice_stands_once_with_all_its_sentences():
    """The same words of the same speaker join; of another speaker, or with another number, they do not."""
    parts = [
        Draft(claims=(claim("Ann Lee", "The port costs 6 million.", 3), claim("Bo Ek", "It is late.", 4))),
        Draft(claims=(claim("Ann Lee", "the port costs 6 million", 40), claim("Ann Lee", "It is late.", 41))),
        Draft(claims=(claim("Ann Lee", "The port costs 8 million.", 70),)),
    ]
    merged = merge_drafts(parts).claims
    assert [(c.speaker, c.sentences) for c in merged] == [
        ("Ann Lee", (3, 40)),
        ("Bo Ek", (4,)),
        ("Ann Lee", (41,)),
        ("Ann Lee", (70,)),
    ]


def test_positions_that_contradict_each_other_become_mixed():
    """For and against makes mixed; neutral gives way to either."""

    def stances(*given: Stance) -> list[Stance]:
        drafts = [Draft(positions=(DraftPosition("Ann Lee", s, "the sale", (1,)),)) for s in given]
        return [p.stance for p in merge_drafts(drafts).positions]

    assert stances(Stance.SUPPORTS, Stance.OPPOSES) == [Stance.MIXED]
    assert stances(Stance.NEUTRAL, Stance.OPPOSES) == [Stance.OPPOSES]
    assert stances(Stance.SUPPORTS, Stance.MIXED) == [Stance.MIXED]
    assert stances(Stance.NEUTRAL, Stance.NEUTRAL) == [Stance.NEUTRAL]


def test_headline_and_gist_are_the_first_that_are_there():
    """A part without a headline does not blank the whole."""
    merged = merge_drafts([Draft(gist="One."), Draft(headline="Two", gist="Three.")])
    assert (merged.headline, merged.gist) == ("Two", "One.")


@given(st.lists(st.tuples(st.sampled_from(["Ann", "Bo", None]), st.text("ab ", max_size=3)), max_size=12))
def test_merging_twice_changes_nothing(pairs: list[tuple[str | None, str]]):
    """Merging is idempotent and loses no sentence."""
    drafts = [Draft(claims=(claim(who, text, i),)) for i, (who, text) in enumerate(pairs)]
    once = merge_drafts(drafts)
    assert merge_drafts([once]) == once
    assert sorted(n for c in once.claims for n in c.sentences) == list(range(len(pairs)))
