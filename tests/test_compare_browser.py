"""The page of a comparison in a real browser."""

from __future__ import annotations

import pytest
from hostile import make_hostile_rows
from runs import make_run_row

pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install playwright")

from playwright.sync_api import expect
from test_browser import NARROW, Open, open_page, require_inert
from test_compare import RUN

from summarizer.compare import compare_rows
from summarizer.compare.page import render_comparison_page

__all__ = ["open_page"]  # a fixture


@pytest.fixture(scope="module")
def html() -> str:
    """The page of a few articles with everything that a page can have."""
    return render_comparison_page(compare_rows([
        *RUN,
        make_run_row("b1", "Anna Keller + the tram", "Aisha Okafor + the tram"),
        make_run_row("b2", "Keller + a dog park"),
    ]))  # fmt: skip


def test_a_cell_of_the_matrix_leads_to_its_evidence(open_page: Open, html: str):
    """A click, or Enter, unfolds who holds what with article, date and passage, and takes the focus there."""
    page = open_page(html).page
    cell = page.get_by_role("row", name="Aisha Okafor").get_by_label("opposes")
    expect(cell).to_have_text("−2")
    cell.focus()
    page.keyboard.press("Enter")
    opened = page.locator("details[open]")
    expect(opened).to_have_count(1)
    expect(opened.locator("summary")).to_be_focused()
    expect(opened).to_contain_text("Fight over the harbour")
    expect(opened).to_contain_text("Here it says: Aisha Okafor - the night flights.")
    page.keyboard.press("Enter")
    expect(page.locator("details[open]")).to_have_count(0)
    cell.click()
    expect(page.locator("details[open]")).to_have_count(1)


def test_who_changed_sides_is_said_with_dates(open_page: Open, html: str):
    """Within the cell, and as a filter."""
    page = open_page(html).page
    page.get_by_label("Show").select_option("changed")
    expect(page.locator(".issue:not([hidden])")).to_have_count(1)
    holder = page.locator(".cell", has_text="Anna Keller").first
    holder.locator("summary").click()
    expect(holder).to_contain_text("changed sides: supports 2025-01-10 → opposes 2025-06-02")
    expect(holder).to_contain_text("as Keller")


def test_search_narrows_issues_and_what_stands_alone(open_page: Open, html: str):
    """Words of issues and names; a link of the matrix to what is hidden brings it back."""
    page = open_page(html).page
    page.get_by_label("Search").fill("okafor BAN")
    shown = page.locator(".found:not([hidden])")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("a ban on night flights")
    page.get_by_label("Search").fill("nothing has this")
    expect(page.get_by_text("Nothing matches.")).to_be_visible()
    page.get_by_role("row", name="Anna Keller").get_by_label("both sides").click()
    expect(page.locator("details[open]")).to_be_visible()


def test_without_javascript_everything_can_be_read(open_page: Open, html: str):
    """Cells unfold by themselves; no control that does nothing."""
    page = open_page(html, java_script_enabled=False).page
    expect(page.locator("#filters")).to_be_hidden()
    page.locator(".cell summary").first.click()
    expect(page.locator(".cell blockquote").first).to_be_visible()


def test_a_hostile_run_is_shown_and_does_nothing(open_page: Open):
    """Every name, issue, title and passage is text, also after it was unfolded."""
    page = open_page(render_comparison_page(compare_rows(make_hostile_rows()))).page
    require_inert(page)
    for summary in page.locator("summary").all()[:8]:
        summary.click()
    page.get_by_label("Search").fill("<script>")
    require_inert(page)


def test_a_narrow_window_is_wide_enough(open_page: Open, html: str):
    """Only the matrix scrolls sideways, says so, and can be reached with the keyboard; a long word is cut."""
    page = open_page(html, viewport=NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    matrix = page.get_by_role("region", name="Table of actors and issues")
    matrix.focus()
    assert matrix.evaluate("(it) => it.scrollWidth - it.clientWidth") > 20
    expect(page.get_by_text("the table scrolls sideways")).to_be_visible()
    assert "gradient" in matrix.evaluate("(it) => getComputedStyle(it).backgroundImage")
    word = "x" * 1_000_000
    rows = make_hostile_rows([word])
    page = open_page(render_comparison_page(compare_rows(rows)), viewport=NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark"}, {"viewport": NARROW}], ids=["wide", "dark", "narrow"]
)
def test_axe_finds_no_fault(open_page: Open, html: str, options: dict[str, object]):
    """Roles, names, contrast, order of headings, landmarks, as axe-core checks them."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing"
    )
    page = open_page(html, bypass_csp=True, **options).page
    for summary in page.locator("summary").all():
        summary.click()
    found = axe.Axe().run(page).response["violations"]
    assert [(v["impact"], v["id"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found] == []
