"""Pages in a real browser: choosing, filters, keys, narrow, dark, print, no request, no foreign code, axe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hostile import PAYLOADS, make_hostile_rows, make_hostile_summary
from summaries import TEXT, make_summary

pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install playwright")

from playwright.sync_api import Browser, BrowserContext, Page, expect

from summarizer import summarize
from summarizer.clean import clean_article
from summarizer.compare import compare_rows
from summarizer.compare.page import render_comparison_page
from summarizer.records import Article, Check, Edit, Line, Metadata, Outcome, Verdict
from summarizer.render.pages import render_article_page, render_run
from summarizer.rows import Failure, Row

PATIENCE = 30_000  # ms: a busy machine is no failure
expect.set_options(timeout=PATIENCE)
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 640}


class Window:
    """A page of ours, opened from a file; what went wrong in it is collected."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.page.on("requestfinished", lambda request: self.requests.append(request.url))
        # What the policy forbids never leaves; whatever else fails has left.
        self.page.on(
            "requestfailed", lambda request: request.failure == "csp" or self.requests.append(request.url)
        )
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append(dialog.message), dialog.dismiss()))
        self.url = path.as_uri()
        self.page.goto(self.url)

    def require_quiet(self) -> None:
        """No error was logged, and nothing was asked for but the page itself."""
        assert self.faults == []
        assert [url for url in self.requests if not url.startswith("data:")] == [self.url]


Open = Callable[..., Window]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML in a new window; every window has to have been quiet at the end."""
    windows: list[Window] = []
    contexts: list[BrowserContext] = []

    def open_(html: str, *, quiet: bool = True, **options: object) -> Window:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, encoding="utf-8", errors="replace")
        context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        contexts.append(context)
        window = Window(context, path)
        if quiet:
            windows.append(window)
        return window

    yield open_
    for window in windows:
        window.require_quiet()
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def html() -> str:
    """The page of a summary with one of everything."""
    check = Check(
        name="number",
        outcome=Outcome.DIFFERS,
        expected="6 million",
        found="8 million",
        article_span=(TEXT.index("6 million"), TEXT.index("6 million") + 9),
        item_span=(20, 29),
    )
    summary = make_summary()
    claims = list(summary.claims)
    claims[1] = claims[1].model_copy(update={"checks": (check,)})
    raw = TEXT + "\ntrack('Page');"
    article = Article(raw=raw, edits=(Edit(start=len(TEXT), end=len(raw), reason="script"),))
    return render_article_page(summary.model_copy(update={"claims": tuple(claims)}), article)


def item(page: Page, text: str):
    """The item that has these words."""
    return page.locator(".item", has_text=text)


def marked(page: Page) -> list[str]:
    """The text of the passages that are shown as evidence of what is chosen."""
    return page.locator("#article mark.on").all_text_contents()


# --- choosing


def test_choosing_a_claim_shows_its_evidence(open_page: Open, html: str):
    """A click on a claim marks its passage, its badge and itself; one on its number takes that back."""
    page = open_page(html).page
    tram = item(page, "will carry")
    tram.locator(".said").click()
    assert marked(page) == ["It will carry ", "6 million", " people a year"]
    expect(tram.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#say")).to_contain_text("It will carry 6 million people a year")
    assert page.url.endswith("#" + (tram.get_attribute("id") or ""))
    tram.get_by_role("button").click()
    assert marked(page) == []
    expect(tram.get_by_role("button")).to_have_attribute("aria-pressed", "false")


def test_choosing_a_passage_shows_what_it_is_evidence_of(open_page: Open, html: str):
    """A click on the article leads to the claim, whose button then has the focus."""
    page = open_page(html).page
    page.locator("#article mark", has_text="a gift to builders").click()
    gift = item(page, "gift to builders")
    expect(gift).to_contain_class("on")
    expect(gift.get_by_role("button")).to_be_focused()
    page.get_by_title("Ida Brandt supports").click()
    assert page.locator(".item.on").get_attribute("data-stance") == "supports"


def test_a_passage_of_several_items_leads_to_each_in_turn(open_page: Open):
    """Clicking again goes on to the next."""
    summary = make_summary()
    twice = (*summary.claims, summary.claims[0].model_copy(update={"text": "Builders get a gift."}))
    page = open_page(render_article_page(make_summary(claims=twice))).page
    seen = []
    for _ in range(3):
        page.locator("#article mark", has_text="a gift to builders").click()
        seen.append(page.locator(".item.on .said").inner_text().partition("\xa0")[0])
    assert seen == [
        "The tram is a gift to builders.",
        "Builders get a gift.",
        "The tram is a gift to builders.",
    ]


def test_an_address_leads_to_its_item(open_page: Open, html: str):
    """A link to one claim of a page opens with that claim chosen, as comparisons link to it."""
    window = open_page(html)
    identity = item(window.page, "gift to builders").get_attribute("id")
    window.page.goto("about:blank")
    window.page.goto(f"{window.url}#{identity}")
    assert marked(window.page) == ["a gift to builders"]
    window.requests[:] = [window.url]


def test_evidence_far_down_is_brought_into_view(open_page: Open):
    """In a long article, choosing scrolls the article's side, and only that."""
    text = "\n".join(
        [*(f"Line {n} is here to fill the page." for n in range(1, 120)), "“It stays,” Ann Lee said."]
    )
    page = open_page(render_article_page(summarize(text, model="extractive"))).page
    item(page, "It stays").locator(".said").click()
    expect(page.locator("#article mark.on").first).to_be_in_viewport()


# --- filters


def test_filters_show_what_fits_and_say_how_much(open_page: Open, html: str):
    """Each filter narrows; headings without items and their marks go; one button brings all back."""
    page = open_page(html).page
    page.get_by_label("Who").select_option(label="Omar Vale (1)")
    expect(page.locator(".item:visible")).to_have_count(1)
    expect(page.locator("#count")).to_have_text("1 of 5")
    expect(page.get_by_role("heading", name="Positions")).to_be_hidden()
    assert page.locator("#article mark:not(.off)").all_text_contents() == ["a gift to builders"]
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".item:visible")).to_have_count(5)
    page.get_by_label("Verdict").select_option("disputed")
    expect(page.locator(".item:visible")).to_contain_text(["8 million"])
    page.get_by_label("Stance").select_option("supports")
    expect(page.get_by_text("Nothing matches these filters.")).to_be_visible()


def test_a_stance_and_a_kind_together_show_either(open_page: Open, html: str):
    """No item has both: positions have stances, claims have kinds."""
    page = open_page(html).page
    page.get_by_label("Stance").select_option("opposes")
    page.get_by_label("Kind").select_option("opinion")
    shown = page.locator(".item:visible")
    expect(shown).to_have_count(2)
    expect(shown.first).to_contain_text("opposes")
    expect(shown.last).to_contain_text("gift to builders")


def test_a_passage_of_what_is_filtered_out_still_answers(open_page: Open, html: str):
    """A reader who clicks an underlined passage never gets nothing; a filtered one is not underlined."""
    page = open_page(html).page
    page.locator("#article mark", has_text="a gift to builders").click()
    page.get_by_label("Verdict").select_option("disputed")
    assert marked(page) == []
    assert page.locator(".item.on").count() == 0


# --- keys


def test_everything_can_be_done_with_the_keyboard(open_page: Open, html: str):
    """Tab, Enter, Space, arrows, j and k, Escape; the focus can always be seen."""
    page = open_page(html).page
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the article")).to_be_focused()
    expect(page.get_by_text("Skip to the article")).to_be_in_viewport()
    buttons = page.locator(".item").get_by_role("button")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.cite')"):
            break
    expect(buttons.first).to_be_focused()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(buttons.first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Space")
    expect(buttons.first).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("ArrowDown")
    expect(buttons.nth(1)).to_be_focused()
    page.keyboard.press("j")
    expect(buttons.nth(2)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    expect(buttons.first).to_be_focused()
    page.keyboard.press("Escape")
    assert marked(page) == []


def test_keys_from_the_article_lead_to_the_item_and_back(open_page: Open, html: str):
    """Enter on a badge goes to its item; Escape returns to the badge."""
    page = open_page(html).page
    badge = page.get_by_title("Omar Vale, opinion")
    badge.focus()
    page.keyboard.press("Enter")
    expect(item(page, "gift to builders").get_by_role("button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(badge).to_be_focused()


def test_letter_keys_can_be_turned_off_and_leave_fields_alone(open_page: Open, html: str):
    """As WCAG 2.1.4 asks; and a letter typed in a list of choices chooses there."""
    page = open_page(html).page
    page.get_by_label("Who").focus()
    page.keyboard.press("j")
    assert page.locator(".item.on").count() == 0
    page.get_by_text("Keys", exact=True).click()
    page.get_by_label("work").uncheck()
    page.keyboard.press("j")
    assert page.locator(".item.on").count() == 0


# --- on a phone, in the dark, on paper, without script


def test_on_a_narrow_screen_the_evidence_unfolds_under_its_claim(open_page: Open, html: str):
    """One column, nothing to scroll sideways, the claims before the article."""
    page = open_page(html, viewport=NARROW, has_touch=True).page
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    gift = item(page, "gift to builders")
    expect(gift.locator("blockquote")).to_be_hidden()
    gift.locator(".said").tap()
    expect(gift.locator("blockquote")).to_be_visible()
    expect(gift.locator("blockquote")).to_contain_text("a gift to builders")
    assert page.locator("#items").bounding_box()["y"] < page.locator("#article").bounding_box()["y"]


def test_dark_where_the_reader_has_it_dark(open_page: Open, html: str):
    """Paper is darker than ink."""
    luminance = """(name) => {
        const [r, g, b] = getComputedStyle(document.body)[name].match(/[\\d.]+/g).map(Number);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }"""
    for scheme, darker in (("light", "color"), ("dark", "backgroundColor")):
        page = open_page(html, color_scheme=scheme).page
        values = {name: page.evaluate(luminance, name) for name in ("color", "backgroundColor")}
        assert min(values, key=values.__getitem__) == darker


def test_on_paper_all_evidence_is_shown_and_no_controls(open_page: Open, html: str):
    """What has to be clicked on a screen is printed."""
    page = open_page(html).page
    page.emulate_media(media="print")
    quotes = page.locator(".item blockquote")
    assert quotes.count() == 5
    assert all(quote.is_visible() for quote in quotes.all())
    expect(page.locator("#filters")).to_be_hidden()


def test_without_script_everything_can_be_read(open_page: Open, html: str):
    """No controls that do nothing; evidence under each item; numbers lead to sentences, badges to items."""
    page = open_page(html, java_script_enabled=False).page
    expect(page.locator("#filters")).to_be_hidden()
    assert page.locator(".item .more").first.is_visible()
    gift = item(page, "gift to builders")
    gift.locator(".cite").click()
    assert page.url.endswith("#s4")
    page.get_by_title("Omar Vale, opinion").click()
    assert page.url.endswith("#" + (gift.get_attribute("id") or ""))


def test_what_was_removed_can_be_unfolded(open_page: Open, html: str):
    """Folded at first, with its line and reason."""
    page = open_page(html).page
    expect(page.get_by_text("track('Page');")).to_be_hidden()
    page.get_by_text("Removed in cleaning (1)").click()
    expect(page.get_by_role("row", name="script")).to_contain_text("track('Page');")


def test_right_to_left_text_is_laid_out_so(open_page: Open):
    """Article and claims in Arabic run from the right, whatever language the page itself has."""
    text = "قال الوزير إن الجسر آمن. وأضاف أن العمل سيبدأ غدا."
    summary = make_summary(claims=(), positions=(), text=text, headline=Line(text="الجسر آمن"), sentences=())
    page = open_page(render_article_page(summary)).page
    assert page.evaluate("getComputedStyle(document.querySelector('.text p')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"


# --- the index of a run


@pytest.fixture(scope="module")
def index() -> str:
    """The index of 60 articles, every tenth without a summary."""
    rows = []
    for n in range(60):
        if n % 10 == 9:
            rows.append(
                Row(id=f"{n}", origin=f"feed.jsonl:{n}", error=Failure(type="ReplyError", message="no JSON"))
            )
            continue
        headline = Line(text="Malmö votes" if n == 7 else f"Article {n} of the run")
        verdict = {"verdict": Verdict.DISPUTED} if n % 3 else {}
        claims = tuple(c.model_copy(update=verdict) for c in make_summary().claims[: n % 4])
        source = make_summary().source.model_copy(update={"metadata": Metadata(date=f"2025-0{n % 9 + 1}-01")})
        rows.append(Row(id=f"{n}", summary=make_summary(headline=headline, claims=claims, source=source)))
    *_, (path, html) = render_run(rows, "feed")
    assert path == "index.html"
    return html


def shown(page: Page) -> list[str]:
    """The headings of the index's visible rows."""
    return page.locator("#rows > li:not([hidden]) h2").all_text_contents()


def test_the_index_searches_all_words_without_accents(open_page: Open, index: str):
    """What is typed narrows at once, and how much is left is said."""
    page = open_page(index).page
    page.get_by_label("Search").fill("VOTES malmo")
    assert shown(page) == ["Malmö votes"]
    expect(page.locator("#count")).to_have_text("1 of 60")
    page.get_by_label("Search").fill("nobody has this")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    page.keyboard.press("Escape")
    assert len(shown(page)) == 60


def test_the_index_sorts_and_keeps_the_order_of_the_run_within(open_page: Open, index: str):
    """By date with the undated last, by claims, errors first, and back."""
    page = open_page(index).page
    order = page.get_by_label("Sort by")
    order.select_option(label="newest")
    dates = page.locator("#rows time").all_text_contents()
    assert dates == sorted(dates, reverse=True)
    assert shown(page)[-1] == "feed.jsonl:59"
    order.select_option(label="errors first")
    assert shown(page)[:7] == [*(f"feed.jsonl:{n}" for n in range(9, 60, 10)), "Article 0 of the run"]
    order.select_option(label="order of the run")
    assert shown(page)[:2] == ["Article 0 of the run", "Article 1 of the run"]


def test_the_index_shows_errors_alone(open_page: Open, index: str):
    """With what failed, and no link."""
    page = open_page(index, viewport=NARROW).page
    page.get_by_label("Show").select_option("error")
    assert len(shown(page)) == 6
    expect(page.locator("#rows > li:not([hidden])").first).to_contain_text("ReplyError: no JSON")
    assert page.locator("#rows > li.error a").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.fixture(scope="module")
def comparison() -> str:
    """What two articles say, one of them twice."""
    rows = [Row(id=f"{n}", summary=make_summary()) for n in range(3)]
    return render_comparison_page(compare_rows(rows))


# --- safety


def require_inert(page: Page) -> None:
    """No foreign code ran, nothing of what was injected is an element or an attribute."""
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, svg, object, embed, math, base, video, [style]").count() == 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].map((a) => a.name))"
            ".filter((name) => name.startsWith('on'))"
        )
        == []
    )
    links = page.evaluate("[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))")
    assert all(link.startswith(("#", "http://", "https://", "articles/")) for link in links)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page.inner_text("body"))


def test_a_hostile_article_is_shown_and_does_nothing(open_page: Open):
    """Every field of a summary holds every payload; all is text, also after everything was clicked."""
    summary = make_hostile_summary()
    page = open_page(render_article_page(summary, clean_article(summary.text))).page
    require_inert(page)
    for button in page.locator(".cite").all()[:6]:
        button.click()
    for title in page.locator("#article .b").all()[:6]:
        title.click()
    page.keyboard.press("j")
    require_inert(page)
    assert "<script>window.hacked" in page.inner_text("#article")


def test_a_hostile_run_is_shown_and_does_nothing(open_page: Open):
    """Names, origins, errors and ids are text, too; no page's name leaves its folder."""
    files = dict(render_run(make_hostile_rows(), PAYLOADS[0]))
    assert all(Path(path).name == path or Path(path).parts[0] == "articles" for path in files)
    page = open_page(files["index.html"]).page
    page.get_by_label("Search").fill("<script>")
    require_inert(page)


def test_a_hostile_comparison_is_shown_and_does_nothing(open_page: Open):
    """Actors and issues from hostile articles are text in a matrix, too."""
    page = open_page(render_comparison_page(compare_rows(make_hostile_rows()))).page
    for summary in page.locator("summary").all()[:6]:
        summary.click()
    require_inert(page)


def test_words_of_a_megabyte_do_no_harm(open_page: Open):
    """In the article they are broken into lines, elsewhere cut; the page stays as wide as its window."""
    word = "x" * 1_000_000
    summary = make_hostile_summary([word], text=f"“No,” said {word}.")
    page = open_page(render_article_page(summary), viewport=NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert len(page.inner_text("#items")) < 300_000
    files = dict(render_run(make_hostile_rows([word]), word))
    page = open_page(files["index.html"], viewport=NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_the_policy_holds_where_escaping_would_not(open_page: Open, html: str, tmp_path: Path):
    """Payloads written into the page unescaped run no code and fetch nothing either."""
    window = open_page(html, quiet=False)
    for payload in PAYLOADS:
        path = tmp_path / "broken.html"
        path.write_text(html.replace("<h1", f"{payload}<h1", 1), encoding="utf-8", errors="replace")
        window.page.goto(path.as_uri())
        window.page.evaluate(
            "document.querySelectorAll('[href^=javascript], form button').forEach((e) => e.click())"
        )
        assert window.page.evaluate("typeof window.hacked") == "undefined"
    assert [url for url in window.requests if not url.startswith(("data:", "file:"))] == []


# --- accessibility


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"viewport": NARROW}], ids=["wide", "dark", "narrow"]
)
@pytest.mark.parametrize("name", ["html", "index", "comparison"])
def test_axe_finds_no_fault(
    open_page: Open, request: pytest.FixtureRequest, name: str, options: dict[str, object]
):
    """Roles, names, contrast, order of headings, landmarks, as axe-core checks them."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing"
    )
    page = open_page(request.getfixturevalue(name), bypass_csp=True, **options).page
    if name == "html":
        item(page, "8 million").locator(".said").click()
        page.get_by_text("Removed in cleaning").click()
        page.get_by_text("Keys", exact=True).click()
    elif name == "index":  # the other rows are like these, and only take time
        page.evaluate("[...document.querySelectorAll('#rows > li')].slice(12).forEach((row) => row.remove())")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["impact"], v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found] == []
