"""Tests of what a reader sees: the terminal's text, Markdown, JSON, and what cleaning took out."""

from __future__ import annotations

import codecs
import io
import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from rich.console import Console
from summaries import TEXT, cite, make_sentences, make_summary

from summarizer.records import (
    Actor,
    Article,
    Attribution,
    Check,
    Claim,
    ClaimKind,
    Edit,
    Evidence,
    Line,
    Metadata,
    Outcome,
    Position,
    Problem,
    Stance,
    Summary,
    Usage,
    Verdict,
)
from summarizer.render import (
    degrade_unencodable,
    make_plain,
    make_safe,
    render_json,
    render_markdown,
    render_removed,
    render_text,
)
from summarizer.render.markdown import escape_markdown
from summarizer.render.outline import (
    collect_cited,
    describe_usage,
    explain_verdict,
    group_claims,
    list_numbers,
)
from summarizer.render.removed import list_removals

HOSTILE = "\x1b[2J\x1b]0;owned\x07[bold red]x[/] \u202eevil\u202c \x9b31m <script>alert(1)</script> :smile:"


def print_text(summary: Summary, width: int = 80, *, color: bool = False) -> str:
    """What a terminal of that width shows."""
    system = "truecolor" if color else None
    console = Console(file=io.StringIO(), width=width, force_terminal=color, color_system=system, emoji=False)
    render_text(summary, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def make_claim(text: str, *numbers: int, **changes: object) -> Claim:
    """A supported, direct claim of the mayor's, but for what is given."""
    fields: dict[str, object] = {
        "speaker": "Ida Brandt",
        "attribution": Attribution.DIRECT,
        "kind": ClaimKind.FACT,
        "evidence": cite(*numbers) if numbers else (),
    }
    return Claim.model_validate({"text": text, **fields, **changes})


# --- order and words, the same in every format


@pytest.mark.parametrize("form", [print_text, render_markdown])
def test_the_parts_come_in_the_order_of_importance(form):
    """Headline, gist, positions, claims, problems, the sentences cited, what made it."""
    shown = form(make_summary())
    parts = (
        "Mayor and union at odds",
        "The mayor backs a new tram.",
        "Positions",
        "Claims",
        "Problems",
        "Sentences cited",
        "small-model",
    )
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("form", [print_text, render_markdown])
def test_what_differs_is_said_with_both_sides(form):
    """A disputed claim shows the article's words and its own; an unsupported position why."""
    shown = form(make_summary())
    assert "disputed" in shown
    assert "article: 6 million · claim: 8 million" in shown
    assert "unsupported" in shown
    assert "no sentence shows it" in shown


def test_a_supported_item_carries_no_verdict():
    """What is fine is not marked, so that a mark means something."""
    claims = (make_claim("The council votes in May.", 5),)
    shown = print_text(make_summary(claims=claims, positions=()))
    assert not any(word in shown for word in ("supported", "disputed", "≠", "✗"))


def test_claims_stand_under_their_speaker_in_the_order_of_the_article():
    """A speaker who comes back is one group; a claim without evidence comes last."""
    claims = (
        make_claim("Last, shown nowhere."),
        make_claim("Five.", 5),
        make_claim("Four.", 4, speaker="Omar Vale"),
        make_claim("One.", 1),
    )
    groups = group_claims(make_summary(claims=claims))
    assert [(g.name, [c.text for c in g.claims]) for g in groups] == [
        ("Ida Brandt", ["One.", "Five.", "Last, shown nowhere."]),
        ("Omar Vale", ["Four."]),
    ]


def test_the_narrator_and_an_unknown_speaker_are_told_apart():
    """No speaker means either that the article itself says it, or that it does not say who does."""
    claims = (
        make_claim("Narrated.", 1, speaker=None, attribution=Attribution.NARRATOR),
        make_claim("By somebody.", 2, speaker=None, attribution=Attribution.INDIRECT),
    )
    assert [g.name for g in group_claims(make_summary(claims=claims))] == [
        "The article itself",
        "Speaker not named",
    ]


def test_only_spellings_that_tell_something_are_shown():
    """Another spelling is shown; a part of the name, or the name with a title, is not."""
    actor = Actor(name="Ida Brandt", aliases=("Brandt", "Mayor Ida Brandt", "Ida Brand"), role="mayor")
    shown = print_text(make_summary(actors=(actor,)))
    assert "Ida Brandt, mayor, also Ida Brand\n" in shown


def test_each_sentence_cited_stands_once_whoever_cites_it():
    """A number leads to one place, with all of its evidence marked, joined where it overlaps."""
    claims = (
        make_claim("A.", 2, evidence=cite(2, part="carry 6 million")),
        make_claim("B.", 2, evidence=cite(2, part="6 million people")),
    )
    (cited,) = collect_cited(make_summary(claims=claims, positions=()))
    assert cited.number == 2
    assert [cited.text[a:b] for a, b in cited.spans] == ["carry 6 million people"]


def test_uncited_statements_are_counted_with_their_numbers():
    """What no claim covers is not hidden."""
    shown = print_text(make_summary(uncited=(*cite(4), *cite(5))))
    assert "2 more statements in the article [4,5]" in shown


@pytest.mark.parametrize(
    ("numbers", "shown"), [((), ""), ((3,), "[3]"), ((4, 3), "[3,4]"), ((1, 2, 3, 7, 9, 10), "[1–3,7,9,10]")]
)
def test_list_numbers_joins_runs(numbers: tuple[int, ...], shown: str):
    """Runs of three or more become a range; no evidence, no brackets."""
    evidence = [Evidence(sentences=(n,), quote="", start=0, end=0, raw_start=0, raw_end=0) for n in numbers]
    assert list_numbers(evidence) == shown


def test_explain_verdict_leaves_out_checks_that_passed_or_could_not_tell():
    """Only what differs is a reason, and the same reason once."""
    checks = (
        Check(name="a", outcome=Outcome.PASSED, message="fine"),
        Check(name="b", outcome=Outcome.UNKNOWN, message="cannot tell"),
        Check(name="c", outcome=Outcome.DIFFERS, message="the speaker is not in the article"),
        Check(name="d", outcome=Outcome.DIFFERS, message="the speaker is not in the article"),
    )
    line = Line(text="x", checks=checks, verdict=Verdict.DISPUTED)
    assert explain_verdict(line) == ("the speaker is not in the article",)
    assert explain_verdict(line.model_copy(update={"verdict": Verdict.SUPPORTED})) == ()


def test_explain_verdict_says_that_it_is_about_the_speaker():
    """Two names side by side do not tell what they are of."""
    check = Check(name="speaker", outcome=Outcome.DIFFERS, expected="Omar Vale", found="Ida Brandt")
    claim = make_claim("x", 1, checks=(check,), verdict=Verdict.DISPUTED)
    assert explain_verdict(claim) == ("speaker in the article: Omar Vale · claim: Ida Brandt",)


def test_explain_verdict_does_not_repeat_whole_sentences():
    """What stands above and below anyway is left to the message; without one it is shown after all."""
    sides = {"name": "support", "outcome": Outcome.DIFFERS, "expected": "e" * 80, "found": "f" * 80}
    for message, reason in (
        ("about something else", "about something else"),
        ("", f"article: {'e' * 80} · claim: {'f' * 80}"),
    ):
        claim = make_claim(
            "f" * 80, 1, checks=(Check(**sides, message=message),), verdict=Verdict.UNSUPPORTED
        )
        assert explain_verdict(claim) == (reason,)


def test_explain_verdict_tells_which_sentence_is_nearer():
    """A short claim and the sentence in which it stands are no two sides of a difference."""
    sides = {"expected": "“It will hold,” she said.", "found": "It will hold."}
    check = Check(name="support", outcome=Outcome.DIFFERS, message="sentence 7 is nearer", **sides)
    claim = make_claim("It will hold.", 1, checks=(check,), verdict=Verdict.UNSUPPORTED)
    assert explain_verdict(claim) == ("sentence 7 is nearer",)


def test_an_incomplete_summary_says_so():
    """A part that was not read is a headline among the problems, in both formats."""
    summary = make_summary(problems=(Problem(stage="budget", message="the limit was reached"),))
    for shown in (print_text(summary), render_markdown(summary)):
        assert "not read to its end" in shown


def test_describe_usage_without_a_model_is_only_the_time():
    """The extractive engine has neither tokens nor price to show."""
    assert describe_usage(Usage(seconds=0.123)) == ["123 ms"]


# --- the terminal


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_text_keeps_within_the_width(width: int):
    """No line is longer than the terminal, nor than is comfortable to read."""
    summary = make_summary(headline=Line(text="word " * 100), gist=Line(text="東京都知事は" * 30))
    assert max(cell_len(line) for line in print_text(summary, width).splitlines()) <= min(width, 100)


def test_text_survives_a_terminal_that_is_absurdly_narrow():
    """It does not fit, but it prints."""
    assert "tram" in print_text(make_summary(), width=1)


def test_text_has_no_escape_sequences_where_there_is_no_terminal():
    """Piped output is plain text without trailing spaces."""
    shown = print_text(make_summary())
    assert "\x1b" not in shown
    assert not re.search(r"[ \t]\n", shown)


def test_text_is_the_same_with_and_without_colour():
    """Colour is on top of words and signs, never instead of them."""
    colored = print_text(make_summary(), color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == print_text(make_summary())


@pytest.mark.parametrize("color", [False, True])
def test_nothing_in_article_or_reply_steers_the_terminal(color: bool):
    """Escape sequences, control characters and bidi overrides are gone; markup and emoji codes are just text."""
    text = TEXT.replace("in May", HOSTILE)
    evidence = cite(5, text=text)
    summary = make_summary(
        text=text,
        headline=Line(text=HOSTILE),
        gist=Line(
            text=HOSTILE,
            verdict=Verdict.DISPUTED,
            checks=(Check(name="n", outcome=Outcome.DIFFERS, message=HOSTILE),),
        ),
        actors=(Actor(name=HOSTILE, role=HOSTILE, aliases=("z" + HOSTILE[::-1],)),),
        positions=(Position(holder=HOSTILE, stance=Stance.MIXED, issue=HOSTILE, evidence=evidence),),
        claims=(make_claim(HOSTILE, speaker=HOSTILE, via=HOSTILE, hedges=(HOSTILE,), evidence=evidence),),
        problems=(Problem(stage="parse", message=HOSTILE, item=HOSTILE),),
        source=make_summary().source.model_copy(
            update={"metadata": Metadata(site=HOSTILE, author=HOSTILE, url="https://x.example/\x1b[31m")}
        ),
    )
    shown = print_text(summary, 100, color=color)
    styles = re.compile(r"\x1b\[[\d;]*m")
    own = {s for s in styles.findall(print_text(make_summary(), color=True)) if color}
    assert set(styles.findall(shown)) <= own | {"\x1b[0m"}
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", styles.sub("", shown))
    assert "[bold red]x[/]" in styles.sub("", shown)
    assert ":smile:" in shown


def test_a_sentence_too_long_to_read_is_cut_around_its_evidence():
    """A megabyte without a full stop does not fill the terminal, and is quick to print."""
    text = "x" * 500_000 + " the mayor agreed " + "y" * 500_000 + "."
    claim = make_claim("The mayor agreed.", evidence=cite(1, part="the mayor agreed", text=text))
    summary = make_summary(text=text, claims=(claim,), positions=(), gist=Line(text="z" * 1_000_000))
    started = time.process_time()
    shown = print_text(summary)
    assert time.process_time() - started < 1
    assert "the mayor agreed" in shown
    assert len(shown) < 10_000


def test_right_to_left_text_keeps_its_order_and_marks():
    """Text is printed as it is stored; the marks it needs stay."""
    hebrew = "ראש העיר\u200f אמר: “כן”"
    assert hebrew in print_text(make_summary(gist=Line(text=hebrew)))


# --- plain text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a\x00b\x07c\x7fd", "abcd"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;title without an end", "]0;title without an end"),
        ("\x9b31mred \x9d0;t\x9c.", "red ."),
        ("\x1b(0lqqk\x1b(B", "lqqk"),
        ("\x1bPq#0;2\x1b\\x", "x"),
        ("two\r\nlines\u2028three", "two lines three"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("a\ud800b", "a\ufffdb"),
        ("e\u0301 👩‍👩‍👧 نی\u200cست", "e\u0301 👩‍👩‍👧 نی\u200cست"),
    ],
)
def test_make_plain(text: str, plain: str):
    """Escape sequences go whole; what writing systems need stays."""
    assert make_plain(text) == plain


@given(st.text(alphabet=st.sampled_from("\x1b[]\\0;mP\x9b\x9d\x9c\x07 \n\u202ea\ud800")))
def test_make_plain_leaves_nothing_that_steers(text: str):
    """However sequences are nested, cut or doubled, no control character is left."""
    plain = make_plain(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\ud800]", plain)
    plain.encode()


@pytest.mark.parametrize("unit", ["\x1b]", "\x9d", "\x1b[0", "\x9b", "\x1b", "\x1b[ ", "\x1bP\x9d"])
def test_make_plain_takes_linear_time(unit: str):
    """A megabyte of sequences that never end is done at once."""
    started = time.process_time()
    make_plain(unit * (1_000_000 // len(unit)))
    assert time.process_time() - started < 2


def test_make_safe_keeps_lines():
    """What is shown as a whole text keeps its lines and indentation."""
    assert make_safe("a\n  b\x1b[31m\tc\x08") == "a\n  b\tc"


def test_own_signs_have_a_near_equivalent_in_ascii():
    """On a terminal without Unicode nothing of ours turns into a question mark."""
    codecs.register_error("test-degrade", degrade_unencodable)
    source = make_summary().source.model_copy(update={"metadata": Metadata()})
    shown = print_text(make_summary(source=source)).encode("ascii", "test-degrade").decode()
    assert "?" not in shown
    assert '"It will carry 6 million people a year," she said.' in shown


# --- Markdown


# rich brings this parser along.
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_PIECES = (
    *(
        "a",
        "b c",
        " ",
        "\n",
        "\\",
        "*",
        "**",
        "_",
        "`",
        "``",
        "~~",
        "[x](y)",
        "![",
        "](u)",
        "<b>",
        "<http://x>",
        "&lt;",
    ),
    *(
        "&#35;",
        "# ",
        "+ ",
        "- ",
        "> ",
        "1. ",
        "2) ",
        "---",
        "===",
        "```",
        "| a | b |\n|---|---|",
        "$",
        "[1]: /u",
        "<!--",
    ),
)
_SYNTAX = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)


def read_inline(markdown: str) -> str:
    """The text that a reader of CommonMark sees, where it is nothing but text, perhaps in bold."""
    inline = [child for token in _MARKDOWN.parse(markdown) for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "text_special", "strong_open", "strong_close"}
    return "".join(child.content for child in inline)


_CONSTRUCTS = (
    *(
        "*a*",
        "_a_",
        "`a`",
        "<b>",
        "&lt;",
        "[x](y)",
        "![x](y)",
        "~~a~~",
        "# a",
        "+ a",
        "- a",
        "> a",
        "1. a",
        "2) a",
    ),
    *("---", "***", "a\\", "===", "\\*"),
)


@pytest.mark.parametrize("text", _CONSTRUCTS)
def test_escape_markdown_lets_no_construct_begin(text: str):
    """Each construct of CommonMark, at the start of a block, is just its characters."""
    assert read_inline(escape_markdown(text)) == text


@given(
    _SYNTAX | st.text(alphabet=st.characters(codec="utf-8"), max_size=40), st.sampled_from(["- ", "**", "x "])
)
def test_escape_markdown_shows_every_text_as_it_is(text: str, before: str):
    """Wherever it stands in a line, a reader finds one piece of text, to the letter."""
    after = "**" if before == "**" else ""
    seen = read_inline(f"{before}x{escape_markdown(text)}{after}")
    assert seen == f"{'x ' if before == 'x ' else ''}x{make_plain(text).strip()}"


def test_markdown_cannot_be_broken_out_of():
    """HTML, links and images in article or reply stay text."""
    summary = make_summary(
        headline=Line(text="<img src=x onerror=alert(1)>"),
        gist=Line(text="[click](javascript:alert(1)) ![x](http://evil)\n\n# heading"),
    )
    shown = render_markdown(summary)
    kinds = {child.type for token in _MARKDOWN.parse(shown) for child in token.children or ()}
    assert not kinds & {"html_inline", "image", "code_inline"}
    assert r"# \<img src=x onerror=alert(1)\>" in shown
    assert r"\[click\](javascript:alert(1)) !\[x\](http://evil) # heading" in shown


def test_markdown_numbers_lead_to_the_sentence_on_its_page():
    """With a web address, each sentence cited is a link with a text fragment; parentheses do not end it."""
    shown = render_markdown(make_summary())
    link = re.search(r"\[\\\[3\\\]\]\((\S+)\)", shown)
    assert link
    assert link[1].startswith("https://news.example/tram_%28line%29?a=1&amp;b=2#:~:text=The%20drivers")
    links = [
        c.attrs["href"] for t in _MARKDOWN.parse(shown) for c in t.children or () if c.type == "link_open"
    ]
    assert len(links) == 6  # the page, and five sentences
    assert all(str(target).startswith("https://news.example/tram_%28line%29?a=1&b=2") for target in links)


@pytest.mark.parametrize(
    "url", [None, "javascript:alert(1)", "file:///etc/passwd", "no url", "http://[", "https://"]
)
def test_markdown_links_to_web_addresses_only(url: str | None):
    """Any other address is no link."""
    source = make_summary().source.model_copy(update={"metadata": Metadata(url=url)})
    assert "](" not in render_markdown(make_summary(source=source))


# --- JSON


def test_json_reads_back_as_the_same_summary():
    """Nothing is lost on the way, and non-ASCII text stays readable."""
    summary = make_summary()
    shown = render_json(summary)
    assert Summary.model_validate_json(shown) == summary
    assert "drivers’ union" in shown


def test_json_of_a_lone_surrogate_is_valid_and_keeps_offsets():
    """Each becomes one U+FFFD, also where two of them would make a pair."""
    text = TEXT.replace("Monday", "\ud83d\ude00day")
    shown = render_json(make_summary(text=text, claims=(), positions=()))
    shown.encode("utf-8")
    assert json.loads(shown)["text"] == text.replace("\ud83d\ude00", "\ufffd\ufffd")
    assert (
        Summary.model_validate_json(shown).sentences
        == make_sentences(TEXT)[:0] + make_summary(text=text, claims=(), positions=()).sentences
    )


# --- what cleaning took out


def test_removals_are_listed_once_with_reason_line_and_count():
    """Edits that touch are one removal, equal ones are counted, markup and spaces only summed up."""
    raw = "One.\n<b>ad ad</b>\u200b x\u200b\r\n"
    edits = (
        Edit(start=5, end=8, reason="markup"),
        Edit(start=8, end=10, reason="advert"),
        Edit(start=10, end=13, reason="advert"),
        Edit(start=13, end=17, reason="markup"),
        Edit(start=17, end=18, reason="invisible"),
        Edit(start=20, end=21, reason="invisible"),
        Edit(start=21, end=23, replacement="\n", reason="whitespace"),
    )
    article = Article(raw=raw, edits=edits)
    assert [(r.removed, r.reason, r.line, r.count) for r in list_removals(article)] == [
        ("ad ad", "advert", 2, 1),
        ("\u200b", "invisible", 2, 2),
    ]
    console = Console(file=io.StringIO(), width=60, color_system=None)
    render_removed(article, console)
    shown = console.file.getvalue()
    assert "2  advert     ad ad" in shown
    assert "2  invisible  U+200B ×2" in shown
    assert f"kept {len(article.text)} of {len(raw)} characters; markup: 2 edits; whitespace: 1 edit" in shown


def test_a_replacement_is_shown_beside_what_it_replaced():
    """What was repaired is seen before and after; a long removal is cut; nothing steers the terminal."""
    raw = "Ã© [red]" + "x" * 1000 + "\x1b[31m"
    edits = (
        Edit(start=0, end=2, replacement="é", reason="encoding"),
        Edit(start=3, end=len(raw), reason="script"),
    )
    console = Console(file=io.StringIO(), width=100, color_system=None)
    render_removed(Article(raw=raw, edits=edits), console)
    shown = console.file.getvalue()
    assert "Ã© → é" in shown
    assert "[red]xxx" in shown
    assert "(1,010 characters)" in shown
    assert "\x1b" not in shown


# --- details of the terminal


def test_a_number_stays_on_the_line_of_its_last_word():
    """No line begins with the number of a sentence but in the list of sentences."""
    claims = tuple(make_claim("w" * n + " end.", 5) for n in range(30, 80))
    shown = print_text(make_summary(claims=claims, positions=()), 60).partition("Sentences cited")[0]
    assert not re.search(r"^\s*\[", shown, re.MULTILINE)
    assert len(re.findall(r"\(direct\) \[5\]", shown)) == len(claims)


def test_a_problem_names_the_words_of_the_item_not_its_json():
    """People read “…”, wherever the item was cut off; what is no item is shown as it is."""
    item = r'{"who": "Ann Lee", "says": "It \u201cwill\u201d stay", "at": [9'
    shown = print_text(
        make_summary(problems=(Problem(stage="parse", message="no such sentence", item=item),))
    )
    assert "! parse: no such sentence (“It “will” stay”)" in shown
    for odd in ('{"says": "cut of', "no JSON", '{"says": "bad \\x escape"}', "{" * 5000):
        assert odd[:10] in print_text(make_summary(problems=(Problem(stage="parse", message="m", item=odd),)))
