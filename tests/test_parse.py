"""Replies to drafts: what can be read is kept, what cannot is reported, and nothing takes long."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.drafts import Draft, DraftClaim, DraftPosition, Mention, Reply
from summarizer.errors import ReplyError
from summarizer.parse import parse_reply
from summarizer.records import Attribution, ClaimKind, Stance

NUMBERS = range(1, 10)

CLAIM = {
    "at": [2],
    "who": "Ada Holm",
    "how": "direct",
    "kind": "demand",
    "says": "The quay must be repaired.",
}
POSITION = {"at": [2, 3], "who": "Ada Holm", "stance": "opposes", "issue": "the toll"}
REPLY = {
    "headline": "Holm against toll",
    "gist": "Ada Holm wants the quay repaired.",
    "actors": [{"name": "Ada Holm", "role": "mayor", "aliases": ["the mayor"]}],
    "claims": [CLAIM],
    "positions": [POSITION],
}
DRAFT = Draft(
    headline="Holm against toll",
    gist="Ada Holm wants the quay repaired.",
    actors=(Mention("Ada Holm", ("the mayor",), "mayor"),),
    claims=(
        DraftClaim("The quay must be repaired.", "Ada Holm", Attribution.DIRECT, ClaimKind.DEMAND, (2,)),
    ),
    positions=(DraftPosition("Ada Holm", Stance.OPPOSES, "the toll", (2, 3)),),
)


def read(text: str, *, cut: bool = False) -> Draft:
    """The draft of a reply's text."""
    return parse_reply(Reply("read-1", text, cut=cut), NUMBERS)


def read_claims(*claims: object) -> Draft:
    """The draft of a reply with these claims."""
    return read(json.dumps({"claims": claims}))


def test_parse_reply_reads_a_whole_reply() -> None:
    """A reply as asked for becomes a draft without problems."""
    assert read(json.dumps(REPLY)) == DRAFT


@pytest.mark.parametrize(
    "wrap",
    [
        "```json\n{}\n```",
        "Here is the object you asked for [as JSON]:\n\n{}\n\nLet me know {{if}} you need more.",
        '<think>Maybe {{"claims": []}} or so?</think>\n{}',
        '{{"result": {}}}',
        "\ufeff{}",
        "{}{}",
    ],
)
def test_parse_reply_finds_the_json_in_its_wrapping(wrap: str) -> None:
    """Fences, words, thoughts and wrappers around the object change nothing."""
    text = wrap.replace("{}", json.dumps(REPLY, indent=1)).replace("{{", "{").replace("}}", "}")
    assert read(text) == DRAFT


def test_parse_reply_prefers_the_fuller_of_two_objects() -> None:
    """A model that repeats the empty form before it fills it in is read by what it filled in."""
    assert read('{"headline": "", "claims": []}\n' + json.dumps(REPLY)) == DRAFT


def test_parse_reply_reads_a_bare_list_of_claims() -> None:
    """Claims alone, as a list, are claims."""
    assert read(json.dumps([CLAIM])).claims == DRAFT.claims


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"at": [2], ', '"at": [2,], '),
        ('}], "positions"', '},], "positions"'),
        ('"demand", "says"', '"demand" "says"'),
        ("The quay", "The\\ quay"),
        ("The quay must", "The quay\n must"),
    ],
)
def test_parse_reply_forgives_small_mistakes(before: str, after: str) -> None:
    """Commas too many or too few, a wrong escape, a raw line break: still the same draft."""
    text = json.dumps(REPLY)
    assert before in text
    assert read(text.replace(before, after, 1)) == DRAFT


def test_parse_reply_goes_on_after_a_broken_item() -> None:
    """An item with bare quotation marks inside is lost and reported; those around it are kept."""
    first, last = dict(CLAIM, at=[1]), dict(CLAIM, at=[3])
    broken = json.dumps(CLAIM).replace("The quay", 'The "quay"')
    draft = read(f'{{"claims": [{json.dumps(first)}, {broken}, {json.dumps(last)}], "gist": "G."}}')
    assert [claim.sentences for claim in draft.claims] == [(1,), (3,)]
    assert draft.gist == "G."
    assert [problem.item for problem in draft.problems] == [broken + ","]


def test_parse_reply_does_not_take_half_a_line() -> None:
    """A gist with bare quotation marks is lost rather than cut at the mark, the lists after it are read."""
    text = json.dumps(REPLY).replace("Ada Holm wants", 'Ada "Holm" wants')
    draft = read(text)
    assert draft.gist == ""
    assert (draft.headline, draft.claims, draft.positions) == (DRAFT.headline, DRAFT.claims, DRAFT.positions)
    assert len(draft.problems) == 1


@pytest.mark.parametrize(
    "text", ["", " \n", "I am sorry, I cannot do that.", "[1] {a} []", "{}", '{"x": 1}', "null"]
)
def test_parse_reply_without_a_reply_raises(text: str) -> None:
    """What holds nothing of a reply is an error that names the request."""
    with pytest.raises(ReplyError, match="read-1"):
        read(text)


def test_parse_reply_allows_empty_lists() -> None:
    """An article in which nobody says anything is no mistake."""
    draft = read('{"headline": "H", "gist": "", "actors": [], "claims": [], "positions": []}')
    assert draft == Draft(headline="H")


@pytest.mark.parametrize(
    ("at", "sentences"),
    [
        ([3, 2, 2], (2, 3)),
        (4, (4,)),
        ("[4]", (4,)),
        (["[2]", "5"], (2, 5)),
        ("2-4", (2, 3, 4)),
        ("2, 4", (2, 4)),
        ([2.0], (2,)),
        ([[2]], (2,)),
    ],
)
def test_parse_reply_reads_numbers_however_written(at: object, sentences: tuple[int, ...]) -> None:
    """Strings, brackets, ranges, one number alone: the same numbers, in order, each once."""
    draft = read_claims(dict(CLAIM, at=at))
    assert draft.claims[0].sentences == sentences
    assert not draft.problems


def test_parse_reply_drops_unknown_numbers() -> None:
    """A number that was not shown is dropped and reported; the item lives on its others."""
    draft = read_claims(dict(CLAIM, at=[2, 77]))
    assert draft.claims == DRAFT.claims
    assert "not shown" in draft.problems[0].message


@pytest.mark.parametrize("at", [[], [77], None, "none", [True], {}, [10**400]])
def test_parse_reply_drops_items_without_evidence(at: object) -> None:
    """An item that cites nothing of the article is no item."""
    draft = read_claims(dict(CLAIM, at=at), dict(CLAIM, at=[3]))
    assert [claim.sentences for claim in draft.claims] == [(3,)]
    assert any("cites no sentence" in problem.message for problem in draft.problems)


@pytest.mark.parametrize(
    ("how", "attribution"),
    [("Direct", "direct"), ("quote", "direct"), ("paraphrased", "indirect"), ("indirekt", "indirect")],
)
def test_parse_reply_maps_near_enums(how: str, attribution: str) -> None:
    """Case, common other words and slips of spelling are understood without a problem."""
    draft = read_claims(dict(CLAIM, how=how))
    assert draft.claims[0].attribution == attribution
    assert not draft.problems


@pytest.mark.parametrize("stance", ["Support", "in favour", "SUPPORTS", "pro"])
def test_parse_reply_maps_near_stances(stance: str) -> None:
    """A stance in other words is the stance."""
    draft = read(json.dumps({"positions": [dict(POSITION, stance=stance)]}))
    assert draft.positions[0].stance is Stance.SUPPORTS


def test_parse_reply_keeps_a_claim_of_unknown_kind() -> None:
    """How and kind can be done without: the claim stays, the problem is told."""
    draft = read_claims(dict(CLAIM, kind="haiku", how=7))
    assert draft.claims[0].kind is ClaimKind.FACT
    assert draft.claims[0].attribution is Attribution.INDIRECT
    assert ["'how' is 7" in p.message or "'kind' is 'haiku'" in p.message for p in draft.problems] == [
        True,
        True,
    ]


def test_parse_reply_drops_a_position_of_unknown_stance() -> None:
    """A position without a stance would be a guess."""
    draft = read(json.dumps({"positions": [dict(POSITION, stance="purple"), POSITION]}))
    assert draft.positions == DRAFT.positions
    assert "'purple'" in draft.problems[0].message


@pytest.mark.parametrize("who", ["", "narrator", "Unknown", "N/A", None, 3])
def test_parse_reply_knows_nobody(who: object) -> None:
    """What models write for "nobody is named" is nobody."""
    assert read_claims(dict(CLAIM, who=who)).claims[0].speaker is None


@pytest.mark.parametrize(
    "item", ["a text", 3, None, [], {}, {"at": [2]}, dict(CLAIM, says=" "), dict(CLAIM, says=["x"])]
)
def test_parse_reply_reports_unusable_claims(item: object) -> None:
    """A claim that says nothing is reported, the next one kept."""
    draft = read_claims(item, CLAIM)
    assert draft.claims == DRAFT.claims
    assert len(draft.problems) == 1


def test_parse_reply_drops_repetitions_in_one_line() -> None:
    """A model that loops costs one line of problems, not hundreds."""
    draft = read_claims(*[CLAIM] * 300, dict(CLAIM, at=[4]))
    assert [claim.sentences for claim in draft.claims] == [(2,), (4,)]
    assert [p.message for p in draft.problems] == ["the model repeats 299 of its claims; each is kept once"]


def test_parse_reply_limits_problems_of_one_kind() -> None:
    """Of many alike the first are shown and the rest counted."""
    draft = read_claims(*[dict(CLAIM, at=[n]) for n in range(100, 150)])
    assert len(draft.problems) == 22
    assert sum("40 more like this" in p.message for p in draft.problems) == 2


def test_parse_reply_writes_clean_text() -> None:
    """What comes out stands on one line and can be written as UTF-8."""
    text = json.dumps({"headline": " a\n\tb \ud800 "})
    assert read(text).headline == "a b \ufffd"


def test_parse_reply_says_that_a_reply_breaks_off() -> None:
    """A reply that just stops is told, unless the caller knows that it was cut."""
    text = json.dumps(REPLY)[:-30]
    assert "breaks off" in read(text).problems[0].message
    assert not read(text, cut=True).problems


names = st.sampled_from(["Ada Holm", "the quay", 'a "b" {c} [d]', "ü\\", "", "x, y: z"])
claims = st.fixed_dictionaries(
    {
        "at": st.lists(st.integers(1, 9), min_size=1, max_size=3),
        "who": names,
        "how": st.sampled_from(list(Attribution)),
        "kind": st.sampled_from(list(ClaimKind)),
        "says": names.filter(bool),
    }
)
positions = st.fixed_dictionaries(
    {
        "at": st.lists(st.integers(1, 9), min_size=1, max_size=3),
        "who": names.filter(bool),
        "stance": st.sampled_from(list(Stance)),
        "issue": names.filter(bool),
    }
)
replies = st.fixed_dictionaries(
    {
        "headline": names,
        "gist": names,
        "actors": st.lists(st.fixed_dictionaries({"name": names.filter(bool), "aliases": st.lists(names)})),
        "claims": st.lists(claims, max_size=4),
        "positions": st.lists(positions, max_size=3),
    }
)


@settings(max_examples=60, deadline=None)
@given(replies, st.data(), st.sampled_from([None, 1]))
def test_parse_reply_of_a_prefix_gives_a_prefix(
    reply: dict[str, object], data: st.DataObject, indent: int | None
) -> None:
    """Wherever a valid reply is cut, what comes out is the beginning of what the whole gives."""
    text = json.dumps(reply, indent=indent)
    whole = read(text)
    assert not [p for p in whole.problems if "repeats" not in p.message]
    end = data.draw(st.integers(0, len(text)))
    try:
        part = read(text[:end], cut=True)
    except ReplyError:
        return
    assert part.headline in ("", whole.headline)
    assert part.gist in ("", whole.gist)
    for field in ("actors", "claims", "positions"):
        got = getattr(part, field)
        assert got == getattr(whole, field)[: len(got)]


def test_parse_reply_loses_only_the_item_that_was_cut() -> None:
    """Every claim whose brace was closed is there."""
    text = json.dumps({"claims": [dict(CLAIM, at=[n]) for n in NUMBERS]})
    for end in range(text.index("}") + 1, len(text), 7):
        assert len(read(text[:end], cut=True).claims) == text[:end].count("}")


json_pieces = st.lists(
    st.sampled_from(
        [
            '{"claims":[',
            '{"at":[1],',
            '"says":"x"',
            "}",
            "]",
            ",",
            '"',
            "\\",
            "[",
            "{",
            '"gist":',
            "7",
            " ",
            "```",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | json_pieces)
def test_parse_reply_of_any_text_is_a_draft_or_a_reply_error(text: str) -> None:
    """No text makes it raise anything else."""
    try:
        draft = read(text)
    except ReplyError:
        return
    assert all(set(claim.sentences) <= set(NUMBERS) and claim.text for claim in draft.claims)


@pytest.mark.parametrize(
    "unit",
    [
        "{", "[", '"', '{"a":', '{"claims":[{', '[{"says":', '{"at":[1],"says":"a"b"},', '"gist" x "claims":{',
        '["', '\\"', "</think>", "} ",
    ],
)  # fmt: skip
def test_parse_reply_is_linear(unit: str) -> None:
    """Half a megabyte of the worst there is takes seconds."""
    text = '{"claims":[' + unit * (500_000 // len(unit))
    start = time.process_time()
    with contextlib.suppress(ReplyError):
        read(text)
    assert time.process_time() - start < 10
