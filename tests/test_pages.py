"""Pages as HTML, without a browser: what is in them, where it is marked, that nothing escapes the escaping."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from types import FrameType

import pytest
from hostile import PAYLOADS, make_hostile_rows, make_hostile_summary
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from summaries import TEXT, cite, make_sentences, make_summary

from summarizer.records import (
    Article,
    Check,
    Edit,
    Line,
    Metadata,
    Outcome,
    Sentence,
    SentenceKind,
    Usage,
    Verdict,
)
from summarizer.render.links import check_url, name_host
from summarizer.render.pages import frame, render_article_page, render_run
from summarizer.render.pages.passages import Layout, Mark
from summarizer.render.pages.run import name_file
from summarizer.render.pages.speakers import COLOURS, LINES, list_speakers, make_letters
from summarizer.rows import Failure, Row

CSS = (Path(frame.__file__).parent / "assets" / "page.css").read_text(encoding="utf-8")


TraceFunction = Callable[[FrameType, str, object], object]


def parse(page: str) -> lxml_html.HtmlElement:
    """A page as a tree."""
    return lxml_html.fromstring(page)


def text_of(tree: lxml_html.HtmlElement, path: str) -> list[str]:
    """The text of the elements on a path, white space as one space."""
    return [" ".join(element.text_content().split()) for element in tree.xpath(path)]


def number_check(**changes: object) -> Check:
    """A changed number, in the words of both sides and with both places."""
    start = TEXT.index("6 million")
    fields = {
        "name": "number",
        "outcome": Outcome.DIFFERS,
        "expected": "6 million",
        "found": "8 million",
        "article_span": (start, start + 9),
        "item_span": (20, 29),
    }
    return Check.model_validate(fields | changes)


def page_with(check: Check) -> lxml_html.HtmlElement:
    """The page of a summary whose disputed claim has this check."""
    summary = make_summary()
    claims = [c.model_copy(update={"checks": (check,)}) if c.checks else c for c in summary.claims]
    return parse(render_article_page(summary.model_copy(update={"claims": tuple(claims)})))


# --- what a page says


def test_a_difference_stands_in_its_place():
    """The claim's words, right after them the article's, and the article's marked where they stand."""
    tree = page_with(number_check())
    (said,) = [s for s in text_of(tree, "//p[@class='said']") if "8 million" in s]
    assert said.startswith("The tram will carry 8 million ≠ article: 6 million people a year.")
    assert text_of(tree, "//main//mark[@class='differs']") == ["8 million"]
    assert [m.text for m in tree.xpath("//div[@class='text']//mark") if "d" in m.get("class").split()] == [
        "6 million"
    ]
    (verdict,) = text_of(tree, "//main//p[contains(@class, 'verdict disputed')]")
    assert verdict == "≠ disputed"  # nothing is said twice


@pytest.mark.parametrize(
    "changes",
    [
        {"item_span": None},
        {"item_span": (0, 9)},  # of another text
        {"item_span": (500, 509)},
        {"found": "8 million people a year" + " and more" * 40},
    ],
)
def test_a_difference_without_a_place_is_said_below(changes: dict[str, object]):
    """What cannot be shown in the sentence is not lost."""
    tree = page_with(number_check(**changes, message="the numbers differ"))
    assert tree.xpath("//main//mark[@class='differs']") == []
    (verdict,) = text_of(tree, "//main//p[contains(@class, 'verdict disputed')]")
    assert "6 million" in verdict or "the numbers differ" in verdict


def test_headline_and_gist_show_their_checks():
    """A headline that says something else than the article is marked like a claim."""
    check = number_check(item_span=(0, 9))
    line = Line(text="8 million ride", checks=(check,), verdict=Verdict.DISPUTED)
    tree = parse(render_article_page(make_summary(headline=line, gist=line)))
    assert text_of(tree, "//h1") == ["8 million ≠ article: 6 million ride"]
    assert text_of(tree, "//header//p[contains(@class, 'verdict')]") == ["≠ disputed", "≠ disputed"]


def test_stance_and_verdict_are_words_and_signs():
    """Whoever sees no colour misses nothing."""
    tree = parse(render_article_page(make_summary()))
    assert text_of(tree, "//span[contains(@class, 'stance')]") == ["+ supports", "− opposes"]
    assert text_of(tree, "//main//p[contains(@class, 'verdict')]/strong") == ["✗ unsupported", "≠ disputed"]


def test_the_foot_says_what_made_the_page():
    """Model, prompt with its whole hash, tokens, cost, date, the input's hash; of a second opinion likewise."""
    summary = make_summary()
    made = summary.provenance.model_copy(update={"verifier": "other", "verify_prompt": "verify"})
    tree = parse(render_article_page(summary.model_copy(update={"provenance": made})))
    foot = dict(zip(text_of(tree, "//footer//dt"), text_of(tree, "//footer//dd"), strict=True))
    assert foot["Read by"] == "small-model"
    assert foot["Prompt"] == "summary · 0123456789abcdef"
    assert foot["Second opinion"] == "other"
    assert foot["Took"] == "2 requests · 1,200 tokens in, 80 out · $0.0012 · 1 retry · 2.3 s"
    assert foot["Made"] == "2025-03-04 10:00 UTC"
    assert summary.source.raw_sha256 in foot["Input"]


def test_uncited_statements_and_problems_are_shown():
    """And an article that was not read whole says so at the top."""
    summary = make_summary(uncited=cite(5))
    page = render_article_page(summary)
    tree = parse(page)
    assert text_of(tree, "//section[@class='uncited']//blockquote") == [
        "[5] The council votes in May. at its source"
    ]
    assert "parse: sentence 99 does not exist" in page
    assert "not read to its end" not in page
    lost = summary.problems[0].model_copy(update={"stage": "budget"})
    assert "not read to its end" in render_article_page(make_summary(problems=(lost,)))


def test_what_was_removed_is_there_only_where_it_is_known():
    """A summary alone does not know it."""
    raw = f"{TEXT}\nfbq('track');"
    article = Article(raw=raw, edits=(Edit(start=len(TEXT), end=len(raw), reason="script"),))
    assert "fbq(" in render_article_page(make_summary(), article)
    assert "Removed in cleaning" not in render_article_page(make_summary())


def test_the_languages_are_declared():
    """For a reader's voice and hyphenation: the article's, and that of a summary in another one."""
    summary = make_summary()
    metadata = summary.source.metadata.model_copy(update={"language": "sv"})
    made = summary.provenance.model_copy(update={"language": "de"})
    source = summary.source.model_copy(update={"metadata": metadata})
    tree = parse(render_article_page(summary.model_copy(update={"source": source, "provenance": made})))
    assert tree.get("lang") == "en"
    assert tree.xpath("//div[@class='text']/@lang") == ["sv"]
    assert tree.xpath("//h1/@lang") == ["de"]


def test_an_empty_summary_makes_a_page():
    """No items, no filters, no text: said in words."""
    empty = make_summary(
        positions=(), claims=(), actors=(), problems=(), sentences=(), headline=Line(text=""), gist=Line(text=""),
        usage=Usage(),
    ).model_copy(update={"text": ""})  # fmt: skip
    page = render_article_page(empty)
    assert "(no headline)" in page
    assert "Nobody holds a position" in page
    assert 'id="filters"' not in page
    assert "None" not in parse(page).text_content().replace("none", "")


# --- speakers


def test_letters_are_unique_whatever_the_names():
    """Also where a name looks like another's letters."""
    names = ["A", "A", "A2", "Ann", "Ärzte", "a", "", "—", "A 2", "ß", "ﬁ"]
    letters = list(make_letters(names))
    assert len(set(letters)) == len(names)


@given(st.lists(st.text(max_size=12), unique=True, max_size=30))
def test_letters_are_short_and_unique(names: list[str]):
    """For any names at all."""
    letters = list(make_letters(names))
    assert len(set(letters)) == len(letters) == len(names)
    assert all(0 < len(one) <= 5 for one in letters)


def test_more_speakers_than_colours_differ_in_line_and_letters():
    """Two speakers look alike only after every colour had every line."""
    claim = make_summary().claims[0]
    names = [f"Name{n} Other" for n in range(COLOURS * LINES)]
    claims = tuple(claim.model_copy(update={"speaker": name}) for name in names)
    speakers = list_speakers(make_summary(claims=claims, positions=()))
    assert len({s.style for s in speakers.values()}) == len(names)
    assert all(f".{cls} {{" in CSS or f".{cls}, " in CSS or f", .{cls} {{" in CSS
               for s in speakers.values() for cls in s.style.split())  # fmt: skip


# How a screen's red, green and blue look to people without one kind of cone: Machado, Oliveira and Fernandes
# 2009, table 1, severity 1.0.
VISIONS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}  # fmt: skip


def to_lab(colour: str, vision: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of "#rrggbb" as somebody with that vision sees it."""
    srgb = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in srgb]
    seen = [min(1, max(0, sum(m * c for m, c in zip(row, linear, strict=True)))) for row in VISIONS[vision]]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * c for m, c in zip(row, seen, strict=True)) for row in to_xyz]
    x, y, z = (
        (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116)
        for v in (c / w for c, w in zip(xyz, (0.9505, 1, 1.089), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("rule", [r"^\.k([1-9]) \{ --k: (#\w{6})", r"^\s+\.k([1-9])\.k\d \{ --k: (#\w{6})"])
def test_the_colours_can_be_told_apart_with_any_vision(vision: str, rule: str):
    """Any two differ by more than 10 in CIE76 (2.3 is just noticeable), light and dark."""
    colours = dict(re.findall(r"^\.k([1-9]) \{ --k: (#\w{6})", CSS, re.MULTILINE))
    colours |= dict(re.findall(rule, CSS, re.MULTILINE))
    assert len(colours) == COLOURS
    for (a, one), (b, other) in combinations(colours.items(), 2):
        pairs = zip(to_lab(one, vision), to_lab(other, vision), strict=True)
        distance = sum((p - q) ** 2 for p, q in pairs) ** 0.5
        assert distance > 10, (a, b, distance)


# --- passages


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, list[Sentence], list[Mark]]:
    """A text with sentences in its lines and marks anywhere, also beyond it."""
    lines = draw(st.lists(st.text(alphabet="ab ” .\u202e<", max_size=12), min_size=1, max_size=5))
    text = "\n".join(lines)
    sentences, at = [], 0
    for line in lines:
        if line.strip():
            number = len(sentences) + 1
            sentences.append(Sentence(number=number, start=at, end=at + len(line), paragraph=number - 1))
        at += len(line) + 1
    offsets = st.integers(-3, len(text) + 3)
    spans = draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    return text, sentences, [Mark(span, f"c{n}", f"k{n}") for n, span in enumerate(spans)]


@given(layouts())
def test_layout_keeps_the_text_and_finds_each_passage(case: tuple[str, list[Sentence], list[Mark]]):
    """Nothing is lost or doubled; an item's pieces are what it cites, and end at one badge a passage."""
    text, sentences, marks = case
    layout = Layout(text, sentences, marks)
    paragraphs = list(layout.list_paragraphs())
    lines = ["".join(piece.text for part in p.parts for piece in part.pieces) for p in paragraphs]
    assert lines == [line for line in text.split("\n") if line.strip()]
    pieces = [piece for p in paragraphs for part in p.parts for piece in part.pieces]
    numbered = [piece for piece in pieces if piece.number is not None]
    assert [piece.number for piece in numbered] == list(range(len(numbered)))
    assert all(piece.text.strip() for piece in numbered)
    ranges = layout.list_pieces()
    for mark in marks:
        cited = text[slice(*(max(0, i) for i in mark.span))]
        found = "".join(numbered[n].text for r in ranges.get(mark.item, ()) for n in r)
        assert "".join(found.split()) == "".join(cited.split())
        assert sum(mark.item in piece.ends for piece in pieces) == (1 if cited.strip() else 0)
    assert [part.number for p in paragraphs for part in p.parts if part.number is not None] == [
        s.number for s in sentences
    ]


def test_the_shortest_passage_gives_the_colour():
    """A quotation inside a reported sentence stays its speaker's."""
    layout = Layout("one two three", (), [Mark((0, 13), "a", "k1"), Mark((4, 7), "b", "k2")])
    (paragraph,) = layout.list_paragraphs()
    assert [(p.text, p.style) for part in paragraph.parts for p in part.pieces] == [
        ("one ", "k1"), ("two", "k2"), (" three", "k1"),
    ]  # fmt: skip


def test_headings_and_items_keep_their_kind():
    """A heading is a heading for a screen reader, too."""
    text = "Head\n- a point"
    sentences = (
        Sentence(number=1, start=0, end=4, paragraph=0, kind=SentenceKind.HEADING),
        Sentence(number=2, start=5, end=14, paragraph=1, kind=SentenceKind.ITEM),
    )
    summary = make_summary(sentences=sentences, claims=(), positions=()).model_copy(update={"text": text})
    tree = parse(render_article_page(summary))
    assert text_of(tree, "//div[@class='text']/h3") == ["Head"]
    assert text_of(tree, "//div[@class='text']/p[@class='entry']") == ["- a point"]


def test_layout_works_in_proportion_to_the_article():
    """Four times the sentences and marks take four times the steps (counted: a busy machine's clock misleads)."""

    def count_steps(count: int) -> int:
        text = " ".join(f"Sentence {n} is about something." for n in range(count))
        sentences = make_sentences(text)
        marks = [Mark((s.start, s.end), f"c{s.number}", "k1") for s in sentences]
        steps = 0

        def trace(_frame: FrameType, event: str, _arg: object) -> TraceFunction:
            nonlocal steps
            steps += event == "line"
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            layout = Layout(text, sentences, marks)
            layout.list_pieces()
            list(layout.list_paragraphs())
        finally:
            sys.settrace(before)
        return steps

    few, many = count_steps(200), count_steps(800)
    assert few > 200 * 5
    assert many < 5 * few


# --- safety


def test_the_policy_names_exactly_what_is_in_the_page():
    """Hashes of the style and the script as they stand; nothing inline is allowed besides."""
    page = render_article_page(make_summary())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    words = policy[1].replace("&#39;", "'")
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in words
    assert words.startswith("default-src 'none'")
    assert "unsafe" not in words
    assert " style=" not in page
    assert page.index("Content-Security-Policy") < page.index("<style>")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(payload: str):
    """For each payload alone: as many elements as for harmless text, no handler, no foreign link."""
    harmless = parse(render_article_page(make_hostile_summary(["harmless"])))
    tree = parse(render_article_page(make_hostile_summary([payload])))
    for tag in ("script", "style", "img", "svg", "iframe", "a", "base", "meta", "form", "button", "link"):
        assert len(tree.xpath(f"//{tag}")) == len(harmless.xpath(f"//{tag}")), tag
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert all(href.startswith(("#", "data:,")) for href in tree.xpath("//@href"))


def test_links_lead_to_http_only_and_are_quoted():
    """Of an article's address, and of each sentence's place on its page."""
    assert check_url('https://a.example/"><script>') == "https://a.example/%22%3E%3Cscript%3E"
    for url in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "file:///etc/passwd",
        "",
        "http://[",
        "x" * 9,
    ):
        assert check_url(url) is None
    assert check_url("https://a.example/" + "x" * 5_000) is None
    assert name_host("https://bank.example@evil.example/") == "evil.example"


# --- a run


def test_a_run_is_an_index_and_a_page_an_article():
    """The index comes last and links to each page; an error has none."""
    rows = [
        Row(id="a/1", origin="feed.jsonl:1", summary=make_summary()),
        Row(id="b", origin="b.txt", attempts=3, error=Failure(type="ReplyError", message="no JSON")),
    ]
    files = list(render_run(iter(rows), "My run"))
    assert [path for path, _ in files] == ["articles/" + name_file("a/1", set()), "index.html"]
    tree = parse(files[-1][1])
    assert tree.xpath("//ol//h2/a/@href") == [files[0][0]]
    assert text_of(tree, "//h2") == ["Mayor and union at odds over the tram", "b.txt"]
    assert "! error ReplyError: no JSON (tried 3 times)" in text_of(tree, "//li")[1]
    (totals,) = text_of(tree, "//header/p")
    assert totals.startswith(
        "2 articles · 1 error · 3 claims · 2 positions · 1 disputed · 1 unsupported · small-model"
    )
    assert parse(files[0][1]).xpath("//p[@class='back']/a/@href") == ["../index.html"]


def test_an_empty_run_says_so():
    """Also an index of nothing is a page."""
    ((_, page),) = render_run([], "nothing")
    assert "There are no articles in this run." in page


@given(st.lists(st.text(max_size=20), unique=True, max_size=20))
def test_file_names_are_safe_and_unique(ids: list[str]):
    """Whatever the ids: no folder, no hidden file, none twice where case does not count."""
    taken: set[str] = set()
    names = [name_file(one, taken) for one in ids]
    assert len({name.casefold() for name in names}) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.html", name) for name in names)


@pytest.mark.parametrize("name", ["con", "NUL.txt", "com1", "..", ".", "", "a" * 300, "a/../b", "ümlaut"])
def test_file_names_avoid_what_systems_forbid(name: str):
    """Devices of Windows, parents, long names."""
    file = name_file(name, set())
    assert len(file) < 100
    assert file.partition(".")[0].upper() not in {"CON", "NUL", "COM1", ""}


def test_hostile_rows_stay_in_their_folder():
    """And in their text."""
    files = dict(render_run(make_hostile_rows(), "run"))
    assert {Path(path).parent.as_posix() for path in files} == {"articles", "."}
    tree = parse(files["index.html"])
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img | //iframe | //svg")


# --- weight


def test_the_page_of_a_long_article_is_light():
    """3,000 words with a claim a sentence: under 150 kB besides the article's own text."""
    sentence = "“The harbour needs {n} more piers before winter,” Ann Lee{n} said on Monday in Lindholm."
    text = "\n".join(sentence.format(n=n) for n in range(215))
    assert 2_900 < len(text.split()) < 3_300
    sentences = tuple(
        Sentence(number=n, start=s, end=e, paragraph=n - 1)
        for n, (s, e) in enumerate((m.span() for m in re.finditer(r"[^\n]+", text)), 1)
    )
    claim = make_summary().claims[0]
    claims = tuple(
        claim.model_copy(
            update={
                "text": text[s.start : s.end],
                "speaker": f"Ann Lee{n % 12}",
                "evidence": (cite(1)[0].model_copy(update={"sentences": (s.number,), "start": s.start, "end": s.end, "quote": text[s.start : s.end]}),),
            }
        )
        for n, s in enumerate(sentences) if n % 4 == 0
    )  # fmt: skip
    known = make_summary().source.model_copy(update={"metadata": Metadata()})
    summary = make_summary(claims=claims, sentences=sentences, source=known).model_copy(update={"text": text})
    assert len(render_article_page(summary).encode()) - len(text.encode()) < 150_000
