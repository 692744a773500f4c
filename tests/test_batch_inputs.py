"""Inputs: what a user names, as articles; tables; duplicates."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.batch import Fields, Inputs, Item, Twin, Unique, read_items
from summarizer.batch.tables import read_lines
from summarizer.errors import EmptyArticleError, InputError

TEXT = "The mayor met the council."


def write(path: str, text: str | bytes = TEXT) -> Path:
    """A file in the working folder."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def contents(items: Inputs) -> list[str | bytes]:
    """What was read, errors by their message."""
    return [str(item.error) if item.error else item.content for item in items]  # type: ignore[misc]


def test_folder_gives_its_articles_in_order_and_leaves_out_what_is_none():
    """Text, pages, files without an ending and tables; nothing hidden, no pictures, not the output."""
    for name in ("news/b.txt", "news/a.html", "news/deep/c", "news/.hidden.txt", "news/.git/x.txt"):
        write(name, name)
    write("news/photo.png", b"\x89PNG")
    write("news/style.css")
    write("news/out.jsonl", "{}")
    write("news/d.jsonl", json.dumps({"text": TEXT}))
    inputs = Inputs(("news",), exclude=(Path("news/out.jsonl"),))
    assert contents(inputs) == [b"news/a.html", b"news/b.txt", TEXT, b"news/deep/c"]
    assert inputs.count() == 4
    assert inputs.describe_skipped().endswith("(1 .png, 1 .css)")


def test_pattern_and_file_are_sources():
    """A pattern that the shell did not expand, and a file whatever its ending."""
    write("a/1.txt", "one")
    write("a/b/2.txt", "two")
    write("odd.png", "three")
    assert contents(read_items(["a/**/*.txt", "odd.png"])) == [b"one", b"two", b"three"]


@pytest.mark.parametrize(
    ("sources", "words"),
    [
        (["nowhere"], "no file or folder nowhere"),
        (["*.txt"], "no article in"),
        (["empty"], "no article in empty"),
        ([], "no articles"),
    ],
)
def test_sources_without_anything_are_refused_at_once(sources: list[str], words: str):
    """Before any work, and by name."""
    Path("empty").mkdir()
    with pytest.raises(InputError, match=words.replace("*", r"\*")):
        read_items(sources)


def test_file_that_cannot_be_read_is_an_item_with_an_error():
    """An empty one, and one that the system does not give."""
    write("news/zero.txt", "")
    write("news/blank.txt", " \n")
    Path("news/gone.txt").symlink_to("elsewhere")
    (blank, zero) = Inputs(("news",))
    assert isinstance(zero.error, EmptyArticleError)
    assert "news/zero.txt is empty" in str(zero.error)
    assert blank.name != zero.name


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jsonl.gz"])
def test_json_lines_give_text_id_and_metadata(suffix: str):
    """By the usual names, lists and nested values too."""
    rows = [
        {"id": 7, "body": "One.", "headline": "T", "authors": ["A", "B"], "source_domain": "x.example"},
        {"text": "Two.", "date": "2025-03-04", "author": {"name": "C"}, "lang": "de"},
    ]
    data = "\n".join(map(json.dumps, rows)).encode() + b"\n\n"
    write(f"feed.{suffix}", gzip.compress(data) if suffix.endswith("gz") else data)
    one, two = read_items([f"feed.{suffix}"])
    assert (one.id, one.content, one.origin) == ("7", "One.", f"feed.{suffix}:1")
    assert (one.metadata.title, one.metadata.author, one.metadata.site) == ("T", "A, B", "x.example")
    assert (two.metadata.date, two.metadata.author, two.metadata.language) == ("2025-03-04", "C", "de")


@pytest.mark.parametrize("text", ['[\n {"text": "a"},\n {"text": "b"}\n]', '[{"text": "a"}, {"text": "b"}]'])
def test_json_file_may_hold_a_list(text: str):
    """Over many lines or on one."""
    write("feed.json", text)
    assert contents(read_items(["feed.json"])) == ["a", "b"]


def test_fields_name_columns_also_nested_ones():
    """What the user says goes before the usual names."""
    write("feed.jsonl", json.dumps({"text": "teaser", "full": {"words": "All of it."}, "nr": "n1"}))
    (item,) = read_items(["feed.jsonl"], fields={"text": "full.words", "id": "nr"})
    assert (item.content, item.id) == ("All of it.", "n1")
    with pytest.raises(InputError, match="no field 'body'"):
        read_items(["feed.jsonl"], fields={"body": "text"})


def test_table_without_a_text_column_says_what_it_has():
    """At once, not once a row."""
    write("feed.csv", "nr,words\n1,hello\n")
    with pytest.raises(InputError, match=r"the fields nr, words; say which one .*--field text=NAME"):
        list(read_items(["feed.csv"]))


def test_table_among_others_in_a_folder_does_not_end_the_run():
    """A JSON file of something else is one article that cannot be read."""
    write("news/a.txt", "one")
    write("news/package.json", '{"version": 1}')
    first, second = contents(read_items(["news"]))
    assert first == b"one"
    assert "package.json" in str(second)


def test_row_that_is_wrong_is_an_item_with_an_error():
    """Broken JSON, no object, no text, an empty one: the others are read."""
    write(
        "feed.jsonl", '{"text": "a"}\n{"text": \n[1]\n{"x": 1}\n{"text": " "}\n{"text": 5}\n{"text": "b"}\n'
    )
    items = list(read_items(["feed.jsonl"]))
    assert [item.error is None for item in items] == [True, False, False, False, False, False, True]
    assert all(
        f"feed.jsonl:{number}" in str(item.error) for number, item in enumerate(items, 1) if item.error
    )
    assert len({item.name for item in items}) == len(items)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", "id,text\n1,“Größe”\n".encode()),
        ("a.csv", "\ufeffid;text\n1;“Größe”\n".encode()),
        ("a.csv", "id;text\r\n1;“Größe”\r\n".encode("cp1252")),
        ("a.tsv", "id\ttext\n1\t“Größe”\n".encode()),
    ],
)
def test_csv_is_read_as_spreadsheets_write_it(name: str, data: bytes):
    """Semicolons, tabs, a byte order mark, Windows' own encoding."""
    write(name, data)
    (item,) = read_items([name])
    assert (item.id, item.content) == ("1", "“Größe”")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1), min_size=1))
def test_csv_gives_back_every_text(texts: list[str]):
    """Whatever is in it: line breaks, quotation marks, separators."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["text", "n"])
    writer.writerows([text, str(number)] for number, text in enumerate(texts))
    lines = io.BytesIO(file.getvalue().encode())
    items = list(read_lines(lines, "csv", Fields(), "x"))
    assert [item.content for item in items if not item.error] == [text for text in texts if text.strip()]
    assert len(items) == len(texts)


def test_parquet_is_read_by_batches():
    """The columns that are used, dates as text; rows are counted without reading."""
    import datetime

    import pyarrow as pa
    from pyarrow import parquet

    dates = [datetime.date(2025, 3, 4)] * 200
    table = pa.table({"text": [f"t{n}" for n in range(200)], "date": dates, "size": list(range(200))})
    parquet.write_table(table, "t.parquet")
    inputs = read_items(["t.parquet"])
    items = list(inputs)
    assert (len(items), inputs.count()) == (200, 200)
    assert (items[199].content, items[199].metadata.date) == ("t199", "2025-03-04")
    write("bad.parquet", "no")
    with pytest.raises(InputError, match="not a Parquet file"):
        list(read_items(["bad.parquet"]))
    parquet.write_table(table.drop(["text"]), "n.parquet")
    with pytest.raises(InputError, match="the fields date, size"):
        list(read_items(["n.parquet"]))


def test_unique_takes_duplicates_out():
    """The same again is left out, under another id it is a twin, another article under an id gets its own."""
    found = [Item("a"), Item("a"), Item("b", id="1"), Item("b", id="1"), Item("b", id="2"), Item("c", id="1")]
    unique = Unique(found)
    one, two, twin, renamed = unique
    assert isinstance(twin, Twin)
    assert isinstance(renamed, Item)
    assert (one, two, twin.of, twin.item.id) == (found[0], found[2], "1", "2")
    assert renamed.id.startswith("1~")
    assert (unique.duplicates, unique.renamed) == (2, 1)


@given(st.lists(st.builds(Item, st.sampled_from("abc"), id=st.sampled_from(["", "1", "2"]))))
def test_unique_gives_each_article_an_id_of_its_own(found: list[Item]):
    """However ids and contents mix, none is lost and no id comes twice; again it gives the same."""
    unique = list(Unique(found))
    names = [one.item.name if isinstance(one, Twin) else one.name for one in unique]
    assert len(set(names)) == len(names)
    assert len(names) == len({(item.content, item.id) for item in found})
    assert list(Unique(found)) == unique
