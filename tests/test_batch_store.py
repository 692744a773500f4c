"""The file of rows: nothing lost, nothing twice, nobody else's file touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.api import Summarizer
from summarizer.batch import Item, Store, hash_recipe, make_key
from summarizer.errors import ConfigurationError
from summarizer.pipeline import Options
from summarizer.records import Metadata
from summarizer.rows import Failure, Row, read_rows

SUMMARY = summarize("“We will not sell the harbour,” the mayor, Ann Lee, said.", model="extractive")
OUT = Path("out.jsonl")


def make(name: str, key: str = "k", *, failed: bool = False, attempts: int = 1) -> Row:
    """A row."""
    if failed:
        error = Failure(type="ReplyError", message="no “reply”\n")
        return Row(id=name, key=key, attempts=attempts, error=error)
    return Row(id=name, key=key, origin='a "b" \\', attempts=attempts, summary=SUMMARY)


def names() -> list[str]:
    """The ids in the file, in its order."""
    return [row.id for row in read_rows(OUT)]


def test_store_finds_again_what_was_appended():
    """After closing, by id and key; the files next to it are gone."""
    with Store(OUT) as store:
        store.append(make("é", "a"))
        store.append(make("b", "b", failed=True, attempts=3))
        assert store.read("é") == make("é", "a")
    assert [*Path().iterdir()] == [OUT]
    with Store(OUT) as store:
        assert store.has("é", "a")
        assert not store.has("é", "b")
        assert store.has("b", "b")
        assert not store.has("b", "b", retry_errors=True)
        found = store.find("b")
        assert found is not None
        assert (found.failed, found.attempts, len(store)) == (True, 3, 2)


def test_newer_row_goes_before_the_older():
    """At once for whoever asks the store, in the file when it is closed, or opened after a kill."""
    with Store(OUT) as store:
        store.append(make("a", "1", failed=True))
        store.append(make("b"))
        store.append(make("a", "2"))
        assert store.read("a").key == "2"
        assert names() == ["a", "b", "a"]
        killed = OUT.read_bytes()
    assert names() == ["b", "a"]
    OUT.write_bytes(killed)
    with Store(OUT) as store:
        assert names() == ["b", "a"]
        assert store.read("b") == make("b")
        store.append(make("c"))
    assert names() == ["b", "a", "c"]


@given(st.data())
def test_torn_last_row_is_cut_off_wherever_it_was_torn(data: st.DataObject):
    """The rows before it stay, and the next one begins a line."""
    OUT.unlink(missing_ok=True)
    with Store(OUT) as store:
        store.append(make("a"))
        whole = OUT.stat().st_size
        store.append(make("b", failed=True))
    full = OUT.stat().st_size
    size = data.draw(st.integers(whole + 1, full - 1))
    os.truncate(OUT, size)
    with Store(OUT) as store:
        kept = "b" in store
        store.append(make("c"))
    # A row that only lacks its line's end is whole.
    assert kept == (size == full - 1)
    assert names() == (["a", "b", "c"] if kept else ["a", "c"])


def test_zeros_after_a_power_failure_are_cut_off():
    """As some file systems leave them."""
    with Store(OUT) as store:
        store.append(make("a"))
    with OUT.open("ab") as file:
        file.write(bytes(500))
    with Store(OUT) as store:
        assert len(store) == 1
    assert names() == ["a"]


@pytest.mark.parametrize("text", ["hello", "hello\n", '{"id": 1}\n', "\n\nhello\n", "[1]", '{"a":'])
def test_foreign_file_is_refused_and_left_as_it_is(text: str):
    """It may be somebody's only copy."""
    OUT.write_text(text)
    with pytest.raises(ConfigurationError, match=r"line \d is no row of a batch"):
        Store(OUT)
    assert OUT.read_text() == text
    assert [*Path().iterdir()] == [OUT]


def test_file_of_bare_summaries_can_be_gone_on_with():
    """Rows need not be ours to the letter."""
    OUT.write_text(SUMMARY.model_dump_json() + "\n" + make("a").model_dump_json(indent=None) + "\n")
    with Store(OUT) as store:
        assert len(store) == 2
        assert store.read(SUMMARY.source.raw_sha256[:16]).summary == SUMMARY


def test_two_stores_on_one_file_refuse_each_other():
    """In one process and between two, until the first is closed, however it ends."""
    with Store(OUT):
        with pytest.raises(ConfigurationError, match="another run is writing"):
            Store(OUT)
        code = "from pathlib import Path; from summarizer.batch import Store; Store(Path('out.jsonl'))"
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert "another run is writing" in other.stderr
    Store(OUT).close()


def test_full_disk_leaves_the_file_whole(monkeypatch: pytest.MonkeyPatch):
    """The row that did not fit is not there in part."""
    with Store(OUT) as store:
        store.append(make("a"))
        real = store._out
        assert real is not None

        class Full:
            def write(self, data: memoryview) -> int:
                if len(data) < 100:
                    raise OSError(28, "No space left on device")
                return real.write(data[:-50])

            def __getattr__(self, name: str) -> object:
                return getattr(real, name)

        with monkeypatch.context() as patch:
            patch.setattr(store, "_out", Full())
            with pytest.raises(ConfigurationError, match="No space left"):
                store.append(make("b"))
        store.append(make("c"))
    assert names() == ["a", "c"]


def test_output_that_is_no_file_is_refused():
    """A folder, a device."""
    for path in (Path("/dev/null"), Path()):
        with pytest.raises(ConfigurationError, match="cannot be written"):
            Store(path)


def test_key_follows_all_that_a_result_is_made_of():
    """Content, metadata, engine and settings that shape it; not those that do not."""
    plain = hash_recipe(Summarizer("extractive"))
    keys = [
        make_key(Item("a"), plain),
        make_key(Item("b"), plain),
        make_key(Item("a", metadata=Metadata(title="t")), plain),
        *(
            make_key(
                Item("a"), hash_recipe(Summarizer(name, options=Options(base_url="http://x/v1", **more)))
            )
            for name, more in (
                ("m", {}),
                ("n", {}),
                ("m", {"language": "de"}),
                ("m", {"rounds": 0}),
                ("m", {"parameters": {"seed": 1}}),
                ("m", {"verify": "v"}),
            )
        ),
    ]
    assert len(set(keys)) == len(keys)
    same = Summarizer("m", options=Options(base_url="http://y/v1", timeout=3, max_retries=1, concurrency=2))
    assert make_key(Item("a", id="x", origin="y"), hash_recipe(same)) == keys[3]
    assert make_key(Item(b"a"), plain) == keys[0]
