"""Files for other tools, each read by a reader of its own kind."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linked_data import (
    ANNOTATION,
    OA,
    RDF_VALUE,
    SCHEMA,
    SCHEMA_CONTEXT,
    SCHEMA_PROPERTIES,
    SCHEMA_TYPES,
    put_context,
)
from markdown_it import MarkdownIt
from rdflib import RDF, Graph, URIRef
from runs import fail_row, make_run_row, write_rows
from summaries import TEXT, make_sentences, make_summary

from summarizer import export, summarize
from summarizer.errors import ConfigurationError
from summarizer.export.tables import COLUMNS, make_records
from summarizer.records import Evidence, Metadata, Problem, Source, Summary
from summarizer.render.annotations import AROUND, make_annotations
from summarizer.render.cells import make_cell, write_csv
from summarizer.rows import Row

HOSTILE = "=cmd|'/c calc'!A0 <b>\x1b[31m\u202e '); drop table claims; -- “x” \ud800\0"
ROWS = (
    Row(id="tram", origin="news/tram.html", summary=make_summary()),
    make_run_row("a/1 ü", "Anna Keller + the bridge", claims=("Anna Keller: It is safe",), date="2025-01-02"),
    fail_row("bad"),
)


def list_table(path: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table of ours."""
    return read_table(path, f"select * from {table} order by id")  # noqa: S608 - the name is ours


def read_table(path: Path, sql: str, *values: object) -> list[dict[str, Any]]:
    """What a database answers, by another reader than the one that wrote it."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(sql, values)]
    finally:
        connection.close()


# --- SQLite ---


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of the rows."""
    path = tmp_path / "out.db"
    assert export.write_database(ROWS, path) == 3
    return path


def test_database_holds_everything_with_its_keys(database: Path) -> None:
    """Every item of every row is there, every key leads somewhere, and SQLite finds nothing wrong."""
    for table in COLUMNS:
        expected = sum(len(make_records(row)[table]) for row in ROWS)
        assert len(list_table(database, table)) == expected, table
    assert read_table(database, "pragma foreign_key_check") == []
    assert read_table(database, "pragma integrity_check") == [{"integrity_check": "ok"}]
    (keys,) = [read_table(database, "pragma foreign_key_list(claims)")]
    assert {(k["from"], k["table"], k["to"]) for k in keys} == {
        ("article_id", "articles", "id"),
        ("actor_id", "actors", "id"),
    }
    (failed,) = read_table(database, "select * from articles where error is not null")
    assert (failed["id"], failed["error"], failed["error_message"]) == ("bad", "FetchError", "nobody answers")


def test_database_can_be_searched_and_has_views(database: Path) -> None:
    """Full text by words, without accents; a view joins a claim with its evidence, another lists differences."""
    found = read_table(
        database,
        "select text from claims where rowid in (select rowid from claims_fts where claims_fts match ?)",
        "tram people",
    )
    assert found == [{"text": "The tram will carry 8 million people a year."}]
    (line,) = read_table(database, "select * from claims_with_evidence where speaker = 'Omar Vale'")
    assert (line["claim"], line["quote"]) == ("The tram is a gift to builders.", "a gift to builders")
    (line,) = read_table(database, "select * from differences where item like '%8 million%'")
    assert (line["who"], line["article_has"], line["summary_has"]) == ("Ida Brandt", "6 million", "8 million")
    (line,) = read_table(database, "select * from actors_overview where name = 'Anna Keller'")
    assert (line["articles"], line["positions"], line["claims"]) == (1, 1, 1)


def test_exporting_again_changes_nothing_and_replaces_what_changed(database: Path) -> None:
    """An article that lost a claim has lost it in the database and in its index; the others stay."""
    before = {table: list_table(database, table) for table in COLUMNS}
    export.write_database(ROWS, database)
    assert {table: list_table(database, table) for table in COLUMNS} == before
    fewer = make_summary(claims=make_summary().claims[:1], problems=())
    export.write_database([Row(id="tram", summary=fewer)], database)
    claims = read_table(database, "select id from claims order by id")
    assert [c["id"] for c in claims] == ["a/1 ü/c1", "tram/c1"]
    assert read_table(database, "select * from claims_fts where claims_fts match 'million'") == []
    assert read_table(database, "select count(*) as n from articles") == [{"n": 3}]


@pytest.mark.parametrize("what", ["text", "foreign", "newer"])
def test_a_file_that_is_something_else_is_left_alone(what: str, tmp_path: Path) -> None:
    """Neither a text nor a database of another program, or of another version, is written into."""
    path = tmp_path / "other.db"
    if what == "text":
        path.write_text("no database\n" * 100)
    else:
        connection = sqlite3.connect(path)
        connection.execute("create table claims (x)")
        if what == "newer":
            connection.execute("pragma application_id = 1400204653")
            connection.execute("pragma user_version = 99")
        connection.commit()
        connection.close()
    before = path.read_bytes()
    with pytest.raises(ConfigurationError, match="name a new file"):
        export.write_database(ROWS, path)
    assert path.read_bytes() == before


def test_a_run_that_breaks_off_leaves_a_database_as_it_was(database: Path, tmp_path: Path) -> None:
    """All rows or none; a new file is not left behind."""

    def broken() -> Any:
        yield make_run_row("new", "Ann Lee + the bridge")
        raise ConfigurationError("line 2 is no row")

    with pytest.raises(ConfigurationError, match="line 2"):
        export.write_database(broken(), database)
    assert read_table(database, "select id from articles where id = 'new'") == []
    with pytest.raises(ConfigurationError, match="line 2"):
        export.write_database(broken(), tmp_path / "fresh.db")
    assert not (tmp_path / "fresh.db").exists()


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    """Whatever an article says is a value; what no file can hold is replaced one for one."""
    path = tmp_path / "out.db"
    problem = Problem(stage="parse", message=HOSTILE)
    export.write_database([Row(id=HOSTILE, summary=make_summary(problems=(problem,)))], path)
    (line,) = read_table(path, "select article_id, message from problems")
    expected = HOSTILE.replace("\ud800", "\ufffd").replace("\0", "\ufffd")
    assert line == {"article_id": expected, "message": expected}
    assert read_table(path, "select count(*) as n from claims") == [{"n": 3}]


# --- CSV ---


def read_csv(text: str) -> list[dict[str, str]]:
    """CSV as the csv module reads it."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_line_for_each_item() -> None:
    """Positions and claims with who, what, verdict, differences and the words that show it."""
    lines = read_csv(export.render_csv(ROWS))
    assert [(line["article"], line["item"], line["who"]) for line in lines] == [
        ("tram", "position", "Ida Brandt"),
        ("tram", "position", "drivers’ union"),
        ("tram", "claim", "Omar Vale"),
        ("tram", "claim", "Ida Brandt"),
        ("tram", "claim", ""),
        ("a/1 ü", "position", "Anna Keller"),
        ("a/1 ü", "claim", "Anna Keller"),
    ]
    assert lines[3]["verdict"] == "disputed"
    assert "6 million" in lines[3]["differences"]
    assert (lines[2]["hedges"], lines[2]["sentences"]) == ("reportedly", "4")


def test_tables_are_those_of_the_database(tmp_path: Path) -> None:
    """A folder and a zip have a CSV file for each table, with the same columns; a zip is the same each time."""
    folder = tmp_path / "tables"
    assert export.write_folder(ROWS, folder) == len(COLUMNS)
    data = export.render_zip(ROWS)
    assert data == export.render_zip(ROWS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for table, columns in COLUMNS.items():
            text = archive.read(f"{table}.csv").decode("utf-8")
            assert text == (folder / f"{table}.csv").read_bytes().decode("utf-8")
            assert text.splitlines()[0].split(",") == list(columns)
            assert len(read_csv(text)) == sum(len(make_records(row)[table]) for row in ROWS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1, or so", "@SUM(A1)", " =1", "\t=1", "\x1b[0m=1", "＝1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would calculate begins with an apostrophe."""
    cell = make_cell(text)
    assert isinstance(cell, str)
    assert cell.startswith("'")


@given(st.lists(st.lists(st.one_of(st.text(), st.integers(), st.none()), min_size=2, max_size=2), max_size=4))
def test_any_cells_come_back(rows: list[list[str | int | None]]) -> None:
    """Whatever stands in a cell, the table keeps its shape, and no text is a formula."""
    text = write_csv(("one", "two"), rows)
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [len(line) for line in read] == [2] * (len(rows) + 1)
    text.encode("utf-8")
    for line, row in zip(read[1:], rows, strict=True):
        for cell, value in zip(line, row, strict=True):
            if isinstance(value, str):
                assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
            else:
                assert cell == ("" if value is None else str(value))


# --- Markdown ---


def test_markdown_of_many_is_one_document() -> None:
    """One title, a heading an article, its parts below; what failed is listed; nothing of an article is markup."""
    hostile = make_run_row("h", "<b>Ann</b> + # the *bridge*", title="# <script>alert(1)</script>")
    tokens = MarkdownIt("commonmark").parse(export.render_markdown_book([*ROWS, hostile]))
    headings = [
        (token.tag, tokens[at + 1].content) for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert [tag for tag, _ in headings].count("h1") == 1
    assert headings[0] == ("h1", "3 articles")
    assert ("h2", "Mayor and union at odds over the tram") in headings
    assert headings[-1] == ("h2", "Articles without a summary")
    inline = [child for token in tokens for child in token.children or ()]
    assert not [t for t in [*tokens, *inline] if t.type in ("html_block", "html_inline")]
    listed = [token for token in tokens if token.type == "ordered_list_open"]
    assert len(listed) == 1


# --- Web Annotation ---


def anchor(text: str, selectors: Sequence[dict[str, Any]]) -> tuple[int, int] | None:
    """Where Hypothesis anchors an annotation: at its position if the quote stands there, else by the quote.

    After its client (src/annotator/anchoring): a position whose text is not the quote counts only as a hint; of
    places with the quote the one with the best context is taken, the nearest to the hint among equals.
    """
    by_type = {s["type"]: s for s in selectors}
    quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    exact: str = quote["exact"]
    if text[position["start"] : position["end"]] == exact:
        return position["start"], position["end"]
    places = [at for at in range(len(text)) if text.startswith(exact, at)]

    def score(at: int) -> tuple[int, int]:
        before = text[max(0, at - len(quote["prefix"])) : at] == quote["prefix"]
        end = at + len(exact)
        after = text[end : end + len(quote["suffix"])] == quote["suffix"]
        return 20 * before + 20 * after, -abs(at - position["start"])

    best = max(places, key=score, default=None)
    return None if best is None else (best, best + len(exact))


def test_annotations_have_what_the_model_demands() -> None:
    """https://www.w3.org/TR/annotation-model/: context, one id, type, a target with a source and selectors."""
    summary = make_summary()
    annotations: list[Any] = make_annotations(summary)
    assert len(annotations) == 5
    for each in annotations:
        assert each["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert each["type"] == "Annotation"
        assert each["id"].startswith("urn:uuid:")
        assert each["target"]["source"] == "https://news.example/tram_(line)?a=1&b=2".replace(
            "(", "%28"
        ).replace(")", "%29")
        assert {b["type"] for b in each["body"]} == {"TextualBody"}
        assert {b["purpose"] for b in each["body"]} <= {"describing", "commenting", "tagging"}
    assert len({each["id"] for each in annotations}) == 5
    assert [a["id"] for a in make_annotations(summary)] == [a["id"] for a in annotations]
    disputed = annotations[3]["body"]
    assert (
        disputed[0]["value"]
        == "Ida Brandt: The tram will carry 8 million people a year. (direct, prediction)"
    )
    assert disputed[1] == {
        "type": "TextualBody",
        "value": "≠ disputed: article: 6 million · claim: 8 million",
        "format": "text/plain",
        "purpose": "commenting",
    }
    tags = [body["value"] for body in disputed if body["purpose"] == "tagging"]
    assert tags == ["claim", "prediction", "direct", "Ida Brandt", "disputed"]


def test_annotations_are_anchored_where_their_evidence_stands() -> None:
    """In the cleaned text by position; in a page with more around it by the words and what stands beside them."""
    repeated = "It is safe, she said. Nobody believed it. It is safe, she said again. It is safe, he said."
    start = repeated.index("It is safe, she said again")
    span = (start, start + len("It is safe"))
    evidence = Evidence(
        sentences=(3,), quote="It is safe", start=span[0], end=span[1], raw_start=span[0], raw_end=span[1]
    )
    claim = make_summary().claims[0].model_copy(update={"evidence": (evidence,)})
    summary = make_summary(repeated, positions=(), claims=(claim,), sentences=make_sentences(repeated))
    (made,) = make_annotations(summary)
    target: Any = made["target"]
    assert anchor(repeated, target["selector"]) == span
    menu = "Home News Sport. It is safe, they wrote. " * 3
    assert anchor(menu + repeated, target["selector"]) == (span[0] + len(menu), span[1] + len(menu))


@given(st.text(min_size=1, max_size=80), st.data())
def test_every_quote_has_its_32_characters_around_it(text: str, data: st.DataObject) -> None:
    """Prefix, quote and suffix are one stretch of the text, in code points, whatever the text."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Evidence(
        sentences=(1,), quote=text[start:end], start=start, end=end, raw_start=start, raw_end=end
    )
    claim = make_summary().claims[0].model_copy(update={"evidence": (evidence,)})
    (made,) = make_annotations(make_summary(text, positions=(), claims=(claim,), sentences=()))
    target: Any = made["target"]
    quote, position = target["selector"]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text[position["start"] - len(quote["prefix"]) :].startswith(around)
    assert (position["start"], position["end"], quote["exact"]) == (start, end, text[start:end])
    assert len(quote["prefix"]) == min(AROUND, start)
    assert len(quote["suffix"]) == min(AROUND, len(text) - end)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of rdflib, by rdflib
def test_annotations_are_rdf() -> None:
    """A JSON-LD reader finds every annotation with its bodies, source and selectors, and drops no term."""
    document = put_context(
        json.loads(export.render_annotations(ROWS)), "http://www.w3.org/ns/anno.jsonld", ANNOTATION
    )
    assert not find_unknown(document, set(ANNOTATION) | {"@context"})
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    annotations = list(graph.subjects(RDF.type, URIRef(f"{OA}Annotation")))
    assert len(annotations) == 7 == document["total"]
    exact = {str(o) for o in graph.objects(None, URIRef(f"{OA}exact"))}
    assert "It will carry 6 million people a year" in exact
    for each in annotations:
        (target,) = graph.objects(each, URIRef(f"{OA}hasTarget"))
        assert len(list(graph.objects(target, URIRef(f"{OA}hasSource")))) == 1
        assert len(list(graph.objects(target, URIRef(f"{OA}hasSelector")))) == 2
        bodies = list(graph.objects(each, URIRef(f"{OA}hasBody")))
        assert all(list(graph.objects(body, URIRef(RDF_VALUE))) for body in bodies)
    # Without an address, the hash of the input stands for the article.
    assert [s for s in graph.objects(None, URIRef(f"{OA}hasSource")) if str(s).startswith("urn:sha256:")]


def find_unknown(node: object, known: set[str]) -> set[str]:
    """The keys of a JSON document that a context does not define, and a reader would drop."""
    if isinstance(node, list):
        return set().union(*(find_unknown(item, known) for item in node))
    if not isinstance(node, dict):
        return set()
    own = set(node) - known
    return own.union(*(find_unknown(v, known) for k, v in node.items() if k != "@context"))


# --- schema.org ---


def test_jsonld_uses_only_what_schema_org_has() -> None:
    """Each type and property exists there, and each property is of its type."""
    document = json.loads(export.render_jsonld(ROWS))

    def check(node: object) -> None:
        if isinstance(node, list):
            for item in node:
                check(item)
        if not isinstance(node, dict):
            return
        kind = node.get("@type", "")
        if set(node) == {"@id"}:
            return
        assert kind in SCHEMA_TYPES or not kind
        for key, value in node.items():
            if not key.startswith("@"):
                assert kind in SCHEMA_PROPERTIES[key], (kind, key)
            check(value)

    check(document["@graph"])


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of rdflib, by rdflib
def test_jsonld_is_rdf_with_claims_their_speakers_and_where_they_appear() -> None:
    """A JSON-LD reader finds each claim, its speaker, its appearance and what it is based on; no review."""
    document = put_context(json.loads(export.render_jsonld(ROWS)), "https://schema.org", SCHEMA_CONTEXT)
    graph = Graph().parse(data=json.dumps(document), format="json-ld")

    def get(subject: Any, name: str) -> list[Any]:
        return list(graph.objects(subject, URIRef(f"{SCHEMA}{name}")))

    claims = {str(get(c, "text")[0]): c for c in graph.subjects(RDF.type, URIRef(f"{SCHEMA}Claim"))}
    assert len(claims) == 4
    claim = claims["The tram will carry 8 million people a year."]
    (author,) = get(claim, "author")
    assert str(get(author, "name")[0]) == "Ida Brandt"
    (article,) = get(claim, "appearance")
    assert (article, RDF.type, URIRef(f"{SCHEMA}NewsArticle")) in graph
    (quotation,) = get(claim, "isBasedOn")
    assert str(get(quotation, "text")[0]) == "It will carry 6 million people a year"
    assert not list(graph.subjects(RDF.type, URIRef(f"{SCHEMA}ClaimReview")))
    assert get(claims["The council votes in May."], "author") == []


def test_a_link_that_runs_code_is_no_address() -> None:
    """What identifies an article is http or https, or its hash."""
    source = make_summary().source.model_copy(update={"metadata": Metadata(url="javascript:alert(1)")})
    text = export.render_jsonld([Row(id="x", summary=make_summary(source=source))])
    assert "javascript" not in text


# --- the commands ---


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A file of the rows."""
    return write_rows(tmp_path / "out.jsonl", *ROWS)


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("out.db", lambda data: data.startswith(b"SQLite format 3")),
        ("out.csv", lambda data: data.startswith(b"article,title")),
        ("out.zip", lambda data: zipfile.is_zipfile(io.BytesIO(data))),
        ("out.md", lambda data: data.startswith(b"# 2 articles")),
        ("out.jsonld", lambda data: json.loads(data)["@context"] == "https://schema.org"),
    ],
)
def test_command_writes_what_the_file_is_called(
    name: str, check: Callable[[bytes], bool], run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The format follows the name; how many articles there were is said on standard error."""
    from summarizer.cli.main import run as command

    assert command(["export", str(run), "-o", str(tmp_path / name)]) == 0
    assert check((tmp_path / name).read_bytes())
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "3 articles, 1 of them without a summary" in streams.err


def test_command_writes_tables_into_a_folder(run: Path, tmp_path: Path) -> None:
    """A name that ends in a slash is a folder."""
    from summarizer.cli.main import run as command

    assert command(["export", str(run), "-q", "-o", f"{tmp_path}/tables/"]) == 0
    assert {p.name for p in (tmp_path / "tables").iterdir()} == {f"{table}.csv" for table in COLUMNS}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["{run}"], 2, "--output"),
        (["{run}", "-o", "{tmp}/out.xyz"], 2, "give --format"),
        (["{run}", "-o", "-", "--format", "sqlite"], 2, "file of its own"),
        (["no.jsonl", "-o", "{tmp}/out.db"], 1, "no.jsonl cannot be read"),
        (["{run}", "-o", "{tmp}/none/out.db"], 2, "no directory"),
        (["{run}", "-o", "{run}", "--format", "csv"], 2, "is the article itself"),
    ],
)
def test_what_is_wrong_is_one_line(  # noqa: PLR0917 - fixtures
    arguments: list[str], code: int, words: str, run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error says what to do, and leaves nothing behind."""
    from summarizer.cli.main import run as command

    before = {p.name for p in tmp_path.iterdir()}
    filled = [a.replace("{run}", str(run)).replace("{tmp}", str(tmp_path)) for a in arguments]
    assert command(["export", *filled]) == code
    streams = capsys.readouterr()
    assert words in streams.err
    assert streams.err.count("\n") == 1
    assert {p.name for p in tmp_path.iterdir()} == before


@pytest.mark.parametrize("form", ["csv", "annotations", "jsonld"])
def test_one_article_can_be_written_for_other_tools_at_once(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`summarizer article.txt --format csv` is what export makes of that one article."""
    from summarizer.cli.main import run as command

    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert command([str(article), "--model", "extractive", "--format", form]) == 0
    printed = capsys.readouterr().out
    summary: Summary = summarize(TEXT, model="extractive")
    source = Source(
        metadata=summary.source.metadata, raw_sha256=summary.source.raw_sha256, raw_length=len(TEXT)
    )
    assert source == summary.source
    if form == "csv":
        assert len(read_csv(printed)) == len(summary.claims) + len(summary.positions)
    else:
        assert json.loads(printed)["@context"]
