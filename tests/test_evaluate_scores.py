"""The scores, on gold so small that every figure can be worked out by hand, and where the real gold is there."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from summaries import TEXT, make_summary

from summarizer.cli.main import run
from summarizer.evaluate.contents import MEASURES, count_contents, rate_contents
from summarizer.evaluate.figures import compute_figures
from summarizer.evaluate.gold import Annotation, GoldArticle, Kind
from summarizer.evaluate.items import Item, Stand, is_bare_pronoun, is_same_speaker, take_summary
from summarizer.evaluate.overlap import align, find_letters
from summarizer.evaluate.positions import count_positions
from summarizer.evaluate.quoted import count_runs, find_runs, match_runs, split_runs
from summarizer.evaluate.tally import Asked, Outcome, Scope, make_outcome, sum_tallies, tally_outcome
from summarizer.records import Stance

# Ten letters, a space, five letters.
LETTERS = "abcdefghij klmno"
GOLD = [
    Item("direct", ((0, 10),), "Ann"),
    Item("indirect", ((11, 16),), "he"),
]
FOUND = [
    Item("direct", ((0, 5),), "Ann Lee"),  # half of the first, and nothing else
    Item("indirect", ((9, 16),), "Bo"),  # all of the second, and a letter of the first
    Item("direct", ((6, 8),)),  # within the first, which is taken
]


def test_contents_as_worked_out_by_hand():
    """Two of three are hits at .5, one at .8, none is exact; ten of thirteen letters are right."""
    counts = count_contents(LETTERS, GOLD, FOUND)
    rates = {measure: rate_contents(counts, measure) for measure in MEASURES}
    assert rates["iou0.5"] == pytest.approx((2 / 3, 1.0, 0.8))
    assert rates["t0.3"] == pytest.approx((2 / 3, 1.0, 0.8))
    assert rates["t0.8"] == pytest.approx((1 / 3, 1 / 2, 0.4))
    assert rates["exact"] == (0.0, 0.0, 0.0)
    assert rates["prop"] == pytest.approx((10 / 13, 10 / 15, 20 / 28))
    assert (counts["speakers"], counts["speakers_right"]) == (2, 1)
    assert (counts["pronouns"], counts["pronouns_right"]) == (1, 0)


def test_contents_without_any():
    """Nothing found, nothing to find: no division by zero."""
    assert rate_contents(count_contents(LETTERS, [], []), "iou0.5") == (0.0, 0.0, 0.0)
    assert rate_contents(count_contents(LETTERS, GOLD, []), "prop") == (0.0, 0.0, 0.0)
    assert rate_contents(count_contents(LETTERS, [], FOUND), "exact") == (0.0, 0.0, 0.0)


def test_marks_and_spaces_at_an_edge_do_not_matter():
    """With or without the quotation marks it is the same passage."""
    text = "“No!” he said."
    assert find_letters(text, [(0, 5)]) == find_letters(text, [(1, 3)])
    assert count_contents(text, [Item("direct", ((0, 5),))], [Item("direct", ((1, 4),))])["exact"] == 1


_LETTER_SETS = st.lists(st.frozensets(st.integers(0, 12), min_size=1), max_size=6)


@given(_LETTER_SETS, _LETTER_SETS)
def test_align_pairs_each_once_and_the_best_first(gold: list[frozenset[int]], found: list[frozenset[int]]):
    """One-to-one; the best pair of all is among them; no pair is left that could still be made."""
    matches = align(gold, found)
    assert len({m.gold for m in matches}) == len({m.found for m in matches}) == len(matches)
    ious = [len(g & f) / len(g | f) for g in gold for f in found if g & f]
    assert bool(ious) == bool(matches)
    if ious:
        assert max(m.iou for m in matches) == max(ious)
    free_gold = set(range(len(gold))) - {m.gold for m in matches}
    free_found = set(range(len(found))) - {m.found for m in matches}
    assert not any(gold[i] & found[j] for i in free_gold for j in free_found)


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(1, 16)).filter(lambda s: s[0] < s[1]), max_size=5))
def test_finding_the_gold_itself_scores_one(spans: list[tuple[int, int]]):
    """Whatever the spans, as long as they hold a letter."""
    items = [Item("direct", (span,), "Ann") for span in spans if find_letters(LETTERS, [span])]
    counts = count_contents(LETTERS, items, items)
    if items:
        assert {rate_contents(counts, m) for m in MEASURES} == {(1.0, 1.0, 1.0)}
        assert counts["speakers_right"] == counts["speakers"] == len(items)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (Item("direct", (), None), Item("direct", (), "Ann"), None),
        (Item("direct", (), "Mayor Ann Lee"), Item("direct", (), "Lee"), True),
        (
            Item("direct", (), "the president"),
            Item("direct", (), "the president"),
            False,
        ),  # words that tell nothing
        (Item("direct", (), "she", (5, 8)), Item("direct", (), "Ann Lee", (4, 8)), True),
        (Item("direct", (), "she", (5, 8)), Item("direct", (), "Ann Lee", (8, 9)), False),
        (Item("direct", (), "she", names=("Ann Lee",)), Item("direct", (), "Lee"), True),
        (
            Item("direct", (), "the Kremlin"),
            Item("direct", (), "Peskov", names=("the Kremlin spokesman",)),
            True,
        ),
    ],
)
def test_same_speaker(gold: Item, found: Item, same: bool | None):
    """By place or by a word of the name, also of another name; unknown where the gold names nobody."""
    assert is_same_speaker(gold, found) is same


def test_a_pronoun_is_bare_unless_somebody_says_whom_it_means():
    """Those are reported apart."""
    assert is_bare_pronoun(Item("direct", (), "She"))
    assert not is_bare_pronoun(Item("direct", (), "She", names=("Ann Lee",)))
    assert not is_bare_pronoun(Item("direct", (), "the mayor"))


def test_positions_as_worked_out_by_hand():
    """Three pairs in the gold, two of them found, one with the wrong polarity, one position on something else."""
    text = "Lee backs the tram. Ek rejects the tram, and Ann Lee."
    gold = [
        Stand("Ann Lee", Stance.SUPPORTS, "the tram", ((0, 19),)),
        Stand("Bo Ek", Stance.OPPOSES, "tram", ((20, 53),)),
        Stand("Ek", Stance.OPPOSES, "Ann Lee", ((20, 53),)),
    ]
    found = [
        Stand("Lee", Stance.SUPPORTS, "a tram for the town", ((0, 3),)),
        Stand("Ek", Stance.SUPPORTS, "the tram", ((0, 19),)),
        Stand("Vale", Stance.OPPOSES, "the weather", ((0, 3),)),
    ]
    counts = count_positions(text, gold, found)
    assert (counts["holders"], counts["holders_found"]) == (2, 2)
    assert (counts["pairs"], counts["pairs_found"], counts["pairs_right"]) == (3, 2, 2)
    assert (counts["polarity_right"], counts["evidence_right"], counts["aside"]) == (1, 1, 1)
    figures = compute_figures({f"position.{key}": value for key, value in counts.items()})
    assert figures["pairs_f1"] == pytest.approx(0.8)
    assert figures["polarity"] == 0.5


def test_mixed_is_both_polarities_and_neutral_neither():
    """A mixed stance meets support and opposition; a neutral one only a neutral one."""

    def meets(one: Stance, other: Stance) -> bool:
        gold, found = Stand("Lee", one, "the tram", ((0, 3),)), Stand("Lee", other, "the tram", ((0, 3),))
        return bool(count_positions("Lee", [gold], [found])["polarity_right"])

    assert meets(Stance.MIXED, Stance.SUPPORTS)
    assert meets(Stance.OPPOSES, Stance.MIXED)
    assert not meets(Stance.NEUTRAL, Stance.SUPPORTS)
    assert meets(Stance.NEUTRAL, Stance.NEUTRAL)


def test_what_the_gold_looked_at_counts_as_a_target():
    """A position on an entity on which the gold has none is a wrong pair; on anything else, it is aside."""
    found = [Stand("Lee", Stance.OPPOSES, "the union", ((0, 3),))]
    assert count_positions("Lee", [], found)["pairs_found"] == 0
    assert count_positions("Lee", [], found, ["the dockers' union"])["pairs_found"] == 1


def test_quoted_runs_as_worked_out_by_hand():
    """Of three runs of four words the gold covers two; one of these is found, with the wrong speaker."""
    text = "“We will all stay here,” Ann said. “It is not so bad,” Bo said. “A title of four words” is old."
    first, second = (1, 23), (36, 52)
    gold = [
        Item("direct", (first,), "Ann", (25, 28)),
        Item("direct", (second,), "Bo", (55, 57)),
    ]
    found = split_runs(text, [Item("direct", (first,), "Bo", (55, 57)), Item("direct", ((65, 85),), None)])
    runs, extra = match_runs(text, gold, found)
    assert [text[slice(*run.span)] for run in runs] == ["“We will all stay here,”", "“It is not so bad,”"]
    assert count_runs(runs, extra) == Counter(
        gold=2, found=2, right=1, gold_named=2, speakers=1, speakers_right=0
    )


@pytest.mark.parametrize(
    ("text", "german", "runs"),
    [
        ("“a” and \"b\" and ''c''", False, ["“a”", '"b"', "''c''"]),
        ("„a“ und »b«", True, ["„a“", "»b«"]),
        ("“a\nb”", False, ["“a", "b”"]),
        ('x "a b', False, ['"a b']),
    ],
)
def test_find_runs_of_any_marks(text: str, german: bool, runs: list[str]):
    """Marks of every style; one that stays open ends with its paragraph."""
    assert [text[slice(*run)] for run in find_runs(text, german=german)] == runs


def test_a_summary_as_items():
    """Claims that somebody makes, with the actor's other names; not those of the article itself."""
    items = take_summary(make_summary())
    assert [item.speaker for item in items] == ["Omar Vale", "Ida Brandt"]
    assert items[1].names == ("Brandt", "Mayor Ida Brandt")
    assert TEXT[slice(*items[1].spans[0])] == "It will carry 6 million people a year"
    place = items[1].speaker_span
    assert place is not None
    assert TEXT[slice(*place)] == "she"


GOLD_ARTICLE = GoldArticle(
    id="tram",
    text=TEXT,
    annotations=(
        Annotation(
            kind=Kind.DIRECT,
            speaker="she",
            content="It will carry 6 million people a year",
            content_spans=((45, 82),),
            extra={"speaker_resolved": "Ida Brandt"},
        ),
        Annotation(
            kind=Kind.POSITION,
            speaker="Ida Brandt",
            content_spans=((0, 43),),
            extra={"stance": "POS", "target": "the tram"},
        ),
    ),
)


def test_the_tally_of_a_summary():
    """Everything that a figure is made of, for a summary made by hand."""
    scope = Scope.of([GOLD_ARTICLE])
    asked = Asked(replies=2, unreadable=1, repairs=1)
    tally = tally_outcome(make_outcome(GOLD_ARTICLE, make_summary(), asked), scope)
    figures = compute_figures(tally)
    assert figures["quoted_f1"] == figures["quoted_recall"] == 1.0
    assert figures["content_f1"] == pytest.approx(2 / 3)  # one of two claims has gold
    assert figures["speakers"] == figures["verbatim"] == figures["holders"] == figures["polarity"] == 1.0
    assert figures["evidence"] == 0.5
    assert (figures["supported"], figures["disputed"], figures["unsupported"]) == (0.6, 0.2, 0.2)
    assert figures["unreadable"] == 0.5
    assert figures["second_rounds"] == 1.0
    assert (figures["tokens_in"], figures["tokens_out"]) == (1200, 80)
    assert figures["cost"] == pytest.approx(0.00123)
    assert figures["seconds"] == 2.34


def test_an_article_that_failed_scores_as_a_miss():
    """Its gold counts, nothing was found, and tokens are those of the others."""
    scope = Scope.of([GOLD_ARTICLE])
    good = tally_outcome(make_outcome(GOLD_ARTICLE, make_summary(), Asked(replies=1)), scope)
    bad = tally_outcome(Outcome(GOLD_ARTICLE, error="ReplyError: no JSON"), scope)
    figures = compute_figures(sum_tallies([good, bad]))
    assert figures["failed"] == 0.5
    assert figures["quoted_recall"] == 0.5
    assert figures["holders"] == 0.5


def test_only_what_the_gold_annotates_is_scored():
    """Without positions in the gold no figure of positions, and the other way round."""
    statements = GOLD_ARTICLE.model_copy(update={"annotations": GOLD_ARTICLE.statements})
    positions = GOLD_ARTICLE.model_copy(update={"annotations": GOLD_ARTICLE.positions})
    for article, there, absent in (
        (statements, "quoted_f1", "pairs_f1"),
        (positions, "pairs_f1", "quoted_f1"),
    ):
        outcome = make_outcome(article, make_summary(), Asked())
        figures = compute_figures(tally_outcome(outcome, Scope.of([article])))
        assert there in figures
        assert absent not in figures


def _load_reference(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(folder))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


@pytest.mark.skipif(
    not (Path(os.environ.get("GOLD_DIR", "/nowhere")) / "score.py").exists(),
    reason="GOLD_DIR names no folder with gold and its scorer",
)
@pytest.mark.parametrize("name", ["gum_news", "wikinews_de"])
def test_the_scores_agree_with_the_reference_scorer(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """On the same predictions, to the third decimal, for every kind and measure."""
    folder = Path(os.environ["GOLD_DIR"])
    path, predictions = folder / name / "dev.jsonl", tmp_path / "found.jsonl"
    limit = ["--limit", "100", "--model", "extractive", "--format", "json", "--predictions", str(predictions)]
    assert run(["eval", str(path), *limit]) == 0
    ours = json.loads(capsys.readouterr().out)["variants"][0]["contents"]
    reference = _load_reference(folder)
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:100]]
    found = {
        record["id"]: [a for a in record["annotations"] if a["kind"] != "position"]
        for record in map(json.loads, predictions.read_text("utf-8").splitlines())
    }
    for group, kinds in {"all": None, "quoted": ["direct", "mixed"], "indirect": ["indirect"]}.items():
        theirs = reference.score(gold, found, kinds, True, kinds)
        for measure in MEASURES:
            assert ours[group][measure] == pytest.approx(theirs[measure], abs=5e-4)
        assert ours[group]["speaker"] == pytest.approx(theirs["speaker_acc"], abs=5e-4)
