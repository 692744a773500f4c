"""Which of two is better: known cases, and how often chance alone would be taken for a difference."""

from __future__ import annotations

import math
import random
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.evaluate.bootstrap import (
    LEAST_ARTICLES,
    Difference,
    Word,
    compare_figure,
    draw_samples,
)
from summarizer.evaluate.figures import BY_KEY
from summarizer.evaluate.tally import Tally

SHARE = BY_KEY["coverage"]  # own_cited / own


def shares(*cited: float, of: int = 10) -> list[Tally]:
    """Articles of which some statements of ten are cited."""
    return [{"own_cited": c, "own": of} for c in cited]


def compare(
    base: list[Tally], other: list[Tally], key: str = "coverage", resamples: int = 1000
) -> Difference:
    """The difference in a figure."""
    difference = compare_figure(BY_KEY[key], base, other, draw_samples(len(base), resamples))
    assert difference is not None
    return difference


def test_samples_hold_as_many_articles_as_there_are():
    """Drawn with replacement, the same every time."""
    samples = draw_samples(7, 50)
    assert all(sum(sample) == 7 for sample in samples)
    assert samples == draw_samples(7, 50)
    assert len({tuple(sample) for sample in samples}) > 40


def test_the_same_gain_in_every_article_is_better():
    """Whatever is drawn, the difference is the same."""
    found = compare(shares(*[5] * 8), shares(*[6] * 8))
    assert found.word is Word.BETTER
    assert (found.change, found.low, found.high) == pytest.approx((0.1, 0.1, 0.1))


@pytest.mark.parametrize(("articles", "word"), [(5, Word.UNCLEAR), (6, Word.BETTER)])
def test_six_articles_have_to_differ(articles: int, word: Word):
    """Five of five on one side happen by chance in one of sixteen cases."""
    assert articles - LEAST_ARTICLES in (-1, 0)
    same = [7] * 10
    found = compare(shares(*[5] * articles, *same), shares(*[9] * articles, *same))
    assert found.word is word
    if word is Word.UNCLEAR:
        assert found.needed is not None
        assert found.needed > articles + 10


def test_one_article_tells_nothing():
    """Its interval has no width, which is no evidence."""
    assert compare(shares(1), shares(10)).word is Word.UNCLEAR


def test_gains_and_losses_cannot_be_told():
    """As many articles gain as lose."""
    found = compare(shares(*[4, 6] * 10), shares(*[6, 4] * 10))
    assert found.word is Word.UNCLEAR
    assert found.change == 0
    assert found.needed is None
    assert found.low < 0 < found.high


def test_no_article_differs():
    """Then it is the same, not unclear."""
    assert compare(shares(3, 4), shares(3, 4)).word is Word.SAME


def test_more_that_is_all_right_is_the_same():
    """One finds more than the other, and all of either is right: the share does not differ in any sample."""
    assert compare([{"own_cited": n, "own": n} for n in range(1, 9)], shares(*[10] * 8)).word is Word.SAME


def test_nothing_to_measure():
    """A figure that one side lacks is not compared."""
    assert compare_figure(SHARE, [{}], [{"own": 1}], draw_samples(1, 10)) is None


def test_of_tokens_less_is_better():
    """And more is worse."""

    def take(tokens: int) -> list[Tally]:
        return [{"tokens_out": tokens + i, "articles": 1} for i in range(8)]

    assert compare(take(90), take(100), "tokens_out").word is Word.WORSE
    assert compare(take(100), take(90), "tokens_out").word is Word.BETTER


def test_of_second_rounds_neither_is_better():
    """There are just more or fewer."""
    none = [{"repaired": 0, "asked": 1}] * 8
    all_ = [{"repaired": 1, "asked": 1}] * 8
    assert compare(none, all_, "second_rounds").word is Word.MORE
    assert compare(all_, none, "second_rounds").word is Word.LESS


def test_the_interval_is_that_of_the_mean():
    """For shares of equally many, it is the mean's: plus and minus two standard errors."""
    dice = random.Random(3)  # noqa: S311
    gains = [dice.gauss(0.5, 2) for _ in range(200)]
    found = compare(shares(*[5] * 200), shares(*[5 + g for g in gains]), resamples=4000)
    error = statistics.stdev(gains) / math.sqrt(200) / 10
    mean = statistics.mean(gains) / 10
    assert found.change == pytest.approx(mean)
    assert found.low == pytest.approx(mean - 1.96 * error, abs=0.2 * error)
    assert found.high == pytest.approx(mean + 1.96 * error, abs=0.2 * error)


def test_how_many_articles_it_would_take():
    """With that many of the same kind, the interval leaves zero out; with half of them, it does not."""
    dice = random.Random(5)  # noqa: S311
    gains = [dice.gauss(0.3, 2) for _ in range(60)]
    gains = [g - statistics.mean(gains) + 0.3 for g in gains]
    found = compare(shares(*[5] * 60), shares(*[5 + g for g in gains]))
    assert found.word is Word.UNCLEAR
    assert found.needed == pytest.approx(60 * (1.96 * 2 / math.sqrt(60) / 0.3) ** 2, rel=0.35)
    times = math.ceil(found.needed / 60 * 1.2)
    assert compare(shares(*[5] * 60 * times), shares(*[5 + g for g in gains] * times)).word is Word.BETTER


def test_chance_is_seldom_taken_for_a_difference():
    """Of 300 comparisons in which nothing differs but by chance, about one in twenty may look different."""
    dice = random.Random(11)  # noqa: S311
    samples = draw_samples(25, 300)
    wrong = 0
    for _ in range(300):
        base = shares(*[dice.randint(3, 7) for _ in range(25)])
        other = shares(*[dice.randint(3, 7) for _ in range(25)])
        found = compare_figure(SHARE, base, other, samples)
        wrong += found is not None and found.word in (Word.BETTER, Word.WORSE)
    assert wrong <= 300 * 0.09


_SIDE = st.lists(st.integers(0, 10), min_size=8, max_size=8)


@given(_SIDE, _SIDE)
def test_the_other_way_round_is_the_opposite(one: list[int], other: list[int]):
    """The change and its interval mirrored, better for worse."""
    there = compare(shares(*one), shares(*other), resamples=100)
    back = compare(shares(*other), shares(*one), resamples=100)
    assert back.change == pytest.approx(-there.change)
    assert (back.low, back.high) == pytest.approx((-there.high, -there.low))
    opposite = {Word.BETTER: Word.WORSE, Word.WORSE: Word.BETTER}
    assert back.word is opposite.get(there.word, there.word)


@given(_SIDE, _SIDE)
def test_the_interval_holds_what_can_happen(one: list[int], other: list[int]):
    """It is in order and within the largest difference of any article."""
    found = compare(shares(*one), shares(*other), resamples=100)
    gains = [(b - a) / 10 for a, b in zip(one, other, strict=True)]
    assert min(gains) - 1e-9 <= found.low <= found.high <= max(gains) + 1e-9
