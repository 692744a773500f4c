"""Prompt files: found by name, checked when loaded, copied, listed, hashed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import PromptError
from summarizer.prompt import check_prompt, copy_prompt, list_prompts, load_prompt
from summarizer.prompt.locate import locate_values

PROMPT = '''\
description = "For tests"

system = """
Read.
"""
user = "{{ article }}"
continue = "Go on after {{ cited }}."
repair = "{{ article }} {% for f in failed %}{{ f.item }}{% endfor %} {{ missing }}"
merge = "{{ gists }}"

[parameters]
temperature = 0.5

[[examples]]
article = """
# Toll

“The quay needs 3 new piles,” Ada Holm said.
Her board agreed.
"""

[examples.reply]
headline = "Quay"
gist = "Holm wants piles."
actors = [{ name = "Ada Holm", role = "", aliases = [] }]
claims = [
  { at = [2], who = "Ada Holm", how = "direct", kind = "demand", says = "The quay needs 3 new piles." },
]
positions = [
  { at = [2], who = "Ada Holm", stance = "supports", issue = "new piles" },
]
'''


@pytest.fixture
def write_prompt(tmp_path: Path):  # type: ignore[no-untyped-def]  # a factory whose type says nothing
    """Write the prompt with some text in it replaced; each must be there."""

    def write(*changes: tuple[str, str], name: str = "mine.toml") -> Path:
        text = PROMPT
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_load_prompt_ships_summary() -> None:
    """The packaged prompt loads, and is without a problem."""
    prompt = load_prompt("summary")
    assert prompt.name == "summary"
    assert prompt.examples
    assert check_prompt(prompt.path) == []


def test_load_prompt_reads_a_file(write_prompt) -> None:  # type: ignore[no-untyped-def]
    """A path leads to that file; its name is the file's."""
    prompt = load_prompt(str(write_prompt()))
    assert (prompt.name, prompt.continue_) == ("mine", "Go on after {{ cited }}.")
    assert prompt.parameters.temperature == 0.5


def test_load_prompt_looks_here_then_at_the_user_then_in_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A name leads to ./prompts first, then to the user's folder, then to the package."""
    monkeypatch.setattr("platformdirs.user_config_path", lambda _: tmp_path / "config")
    packaged = load_prompt("summary").path
    user = tmp_path / "config" / "prompts" / "summary.toml"
    user.parent.mkdir(parents=True)
    user.write_text(PROMPT)
    assert load_prompt("summary").path == user
    here = Path("prompts/summary.toml")
    here.parent.mkdir()
    here.write_text(PROMPT)
    assert load_prompt("summary").path == here

    infos = [info for info in list_prompts() if info.name == "summary"]
    assert [(i.where, i.path, i.shadowed_by) for i in infos] == [
        ("folder", here, None),
        ("user", user, here),
        ("package", packaged, here),
    ]
    assert infos[0].description == "For tests"


def test_list_prompts_lists_broken_files() -> None:
    """A file that is wrong is listed with the number of its problems."""
    Path("prompts").mkdir()
    Path("prompts/bad.toml").write_text("sytem = 1")
    (info,) = [info for info in list_prompts() if info.name == "bad"]
    assert info.problems > 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("sumary", "did you mean 'summary'"),
        ("", "no prompt called"),
        ("a\0b", "no prompt called"),
        ("x" * 5000, "no prompt called"),
        ("nowhere.toml", "no prompt file nowhere.toml"),
        ("no/where", "no prompt file"),
        ("a\0b.toml", "no prompt file"),
        ("./", "is a folder"),
    ],
)
def test_load_prompt_unknown_name_says_what_there_is(name: str, message: str) -> None:
    """An unknown name, one no file can have, a missing file, a folder: one clear line each."""
    with pytest.raises(PromptError, match=message) as caught:
        load_prompt(name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("system =", "sytem =", 3, "unknown key 'sytem'; did you mean 'system'?"),
        ("temperature", "temprature", 12, "unknown key 'temprature' in parameters; did you mean 'temperature'?"),
        ("temperature = 0.5", 'temperature = "hot"', 12, "parameters.temperature: input should be a valid number"),
        ("kind =", "knid =", 27, "unknown key 'knid' in examples.reply.claims; did you mean 'kind'?"),
        ('"direct"', '"directly"', 27, "examples[1].reply.claims[1].how"),
        ("description", "path", 1, "unknown key 'path'"),
        ("Read.", "Read {{ langage }}\nor {{ titel }}", 4, "langage (line 1; language?), titel (line 2)"),
        ('user = "{{ article }}"', 'user = "{{ titel }} {{ articel }}"', 6, "titel (line 1; title?)"),
        ('"{{ article }}"', '"{{ title }}"', 6, "does not use {{ article }}"),
        ('"{{ gists }}"', '"{{ gists"', 9, "not a valid template"),
        ("at = [2], who", "at = [9], who", 27, "sentence 9 is cited, but the example's article has 3"),
        ("at = [2], who", "at = [], who", 27, "no sentence is cited"),
        ("says = \"The quay needs 3", 'says = "The quay needs 4', 27, "the number 4 does not stand"),
        ("says = \"The quay needs", 'says = "The “pier” needs', 27, "the quoted words “pier” do not stand"),
        ('who = "Ada Holm", how', 'who = "Bo", how', 27, "the speaker 'Bo' is not one of the example's actors"),
        ('name = "Ada Holm"', 'name = "Ida Holm"', 25, "the actor 'Ida Holm' does not occur"),
        ('who = "Ada Holm", stance', 'who = "", stance', 30, "the holder '' is not one"),
        ("[parameters]", "[parameters", 11, "not valid TOML"),
        ('user = "{{ article }}"\n', "", None, "the key 'user' is missing"),
        ("description", "article_tokens = 0\ndescription", 1, "article_tokens"),
    ],
)  # fmt: skip
def test_check_prompt_says_what_is_wrong_and_where(
    write_prompt, before: str, after: str, line: int | None, message: str
) -> None:  # type: ignore[no-untyped-def]
    """Each mistake has its line and its remedy."""
    path = write_prompt((before, after))
    problems = check_prompt(path)
    assert any(message in p.message and p.line == line for p in problems), [*map(str, problems)]
    with pytest.raises(PromptError, match=r"mine\.toml is wrong") as caught:
        load_prompt(path)
    assert "\n" not in str(caught.value)


def test_check_prompt_tells_all_at_once(write_prompt) -> None:  # type: ignore[no-untyped-def]
    """Problems of keys, templates and examples come together, in the order of their lines."""
    path = write_prompt(
        ("description", "descripton"),
        ("{{ cited }}", "{{ sited }}"),
        ("needs 3 new piles.", "needs 4 new piles."),
    )
    assert [problem.line for problem in check_prompt(path)] == [1, 7, 27]


def test_check_prompt_quotes_in_other_typography_pass(write_prompt) -> None:  # type: ignore[no-untyped-def]
    """Straight marks in the reply for curly ones in the article are no difference."""
    assert (
        check_prompt(
            write_prompt(
                ('says = "The quay needs 3 new piles."', "says = 'The quay \"needs 3 new piles,\" soon.'")
            )
        )
        == []
    )


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"a = " + b"[" * 3000, b"\x00", b"", b"system = 'a'\nsystem = 'b'"]
)
def test_check_prompt_of_any_bytes_tells(tmp_path: Path, content: bytes) -> None:
    """What is no prompt file at all is told, not crashed on."""
    path = tmp_path / "odd.toml"
    path.write_bytes(content)
    assert check_prompt(path)


def test_check_prompt_of_no_file_raises(tmp_path: Path) -> None:
    """A file that cannot be read is an error that names it."""
    with pytest.raises(PromptError, match=r"none\.toml"):
        check_prompt(tmp_path / "none.toml")


def test_hash_is_of_the_meaning(write_prompt) -> None:  # type: ignore[no-untyped-def]
    """Comments, layout, name and description leave the hash as it is; text, parameters, examples do not."""
    usual = load_prompt(write_prompt()).hash
    same = [
        ("[parameters]", "# a comment\n\n[parameters]"),
        ('"For tests"', '"Other words"'),
        ('system = """\nRead.\n"""', 'system = "Read.  "'),
        ("temperature = 0.5", "temperature = 5e-1"),
    ]
    other = [
        ("Read.", "Read!"),
        ("temperature = 0.5", "temperature = 0.4"),
        ('new piles" }', 'piles" }'),
        ("Go on", "Continue"),
        ("description", "article_tokens = 10\ndescription"),
    ]
    assert [load_prompt(write_prompt(change, name="b.toml")).hash == usual for change in same] == [True] * 4
    assert [load_prompt(write_prompt(change)).hash == usual for change in other] == [False] * 5
    assert len(usual) == 64
    assert load_prompt(write_prompt()).short_hash == usual[:12]


def test_copy_prompt_goes_where_it_is_found_first() -> None:
    """Without a target a copy lands in ./prompts, and is what its name then leads to."""
    path = copy_prompt("summary")
    assert path == Path("prompts/summary.toml")
    assert load_prompt("summary").path == path


@pytest.mark.parametrize(
    ("target", "goal"), [("a/b.toml", "a/b.toml"), ("new", "new/summary.toml"), (".", "summary.toml")]
)
def test_copy_prompt_takes_a_file_or_a_folder(target: str, goal: str) -> None:
    """A target is a file if it ends in .toml, else a folder, made where missing."""
    assert copy_prompt("summary", target) == Path(goal)
    assert Path(goal).read_bytes() == load_prompt(goal).path.read_bytes()


def test_copy_prompt_does_not_overwrite() -> None:
    """What is there stays, unless forced."""
    Path("mine.toml").write_text("precious")
    with pytest.raises(PromptError, match="exists already"):
        copy_prompt("summary", "mine.toml")
    assert Path("mine.toml").read_text() == "precious"
    copy_prompt("summary", "mine.toml", force=True)
    assert load_prompt("mine.toml").name == "mine"


def test_copy_prompt_onto_itself_is_refused() -> None:
    """Even forced: copying a file onto itself would be no copy."""
    path = copy_prompt("summary")
    with pytest.raises(PromptError, match="that prompt already"):
        copy_prompt("summary", force=True)
    assert path.stat().st_size


def test_copy_prompt_unwritable_target_says_so() -> None:
    """A target that cannot be written is one clear line."""
    Path("file").write_text("")
    with pytest.raises(PromptError, match="cannot copy the prompt to"):
        copy_prompt("summary", "file/mine.toml")


def test_packaged_prompts_are_found_in_an_installed_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a wheel the prompts lie inside the package, not beside it."""
    package = tmp_path / "site" / "summarizer"
    (package / "prompt").mkdir(parents=True)
    (package / "prompts").mkdir()
    source = load_prompt("summary").path
    shutil.copyfile(source, package / "prompts" / "summary.toml")
    monkeypatch.setattr("summarizer.prompt.find.__file__", str(package / "prompt" / "find.py"))
    assert load_prompt("summary").path == package / "prompts" / "summary.toml"


values = st.recursive(
    st.integers()
    | st.floats(allow_nan=False)
    | st.booleans()
    | st.text("ab\"'#[]{},=\n\\ü", max_size=6).map(str),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b-c", '"d e"', "'f.g'", "h.i"]), values),
        max_size=5,
        unique_by=lambda t: t[0],
    )
)
def test_locate_values_counts_lines(pairs: list[tuple[str, object]]) -> None:
    """In any document of a value a line, value n stands on line n."""
    # Strings in JSON are strings in TOML, but for some escapes that the alphabet above leaves out.
    document = "# [x]\n" + "\n".join(f"{key} = {json.dumps(value)} # ]" for key, value in pairs)
    lines = locate_values(document)
    for number, (key, _) in enumerate(pairs, 2):
        path = ("h", "i") if key == "h.i" else (key.strip("\"'"),)
        assert lines[path] == number


def test_locate_values_follows_all_kinds_of_tables() -> None:
    """Headers, arrays of tables, inline tables, multi-line strings and arrays."""
    document = (
        'a = """x\n"y" = """\n'
        "[t.u]\nb = '''\none\n'''\n"
        '[[l]]\nc = [1,\n 2, {d = "=", e = [[3]]}]\n'
        "[[l]]\n[l.m]\nf = 1979-05-27T07:32:00Z\ng = 2\n"
    )
    assert locate_values(document) == {
        ("a",): 1,
        ("t", "u"): 3,
        ("t", "u", "b"): 4,
        ("l", 0): 7,
        ("l", 0, "c"): 8,
        ("l", 0, "c", 0): 8,
        ("l", 0, "c", 1): 9,
        ("l", 0, "c", 2): 9,
        ("l", 0, "c", 2, "d"): 9,
        ("l", 0, "c", 2, "e"): 9,
        ("l", 0, "c", 2, "e", 0): 9,
        ("l", 0, "c", 2, "e", 0, 0): 9,
        ("l", 1): 10,
        ("l", 1, "m"): 11,
        ("l", 1, "m", "f"): 12,
        ("l", 1, "m", "g"): 13,
    }


def test_check_prompt_finds_an_unknown_filter(tmp_path: Path):
    """A misspelled filter is told with its line, like a misspelled variable."""
    path = tmp_path / "filter.toml"
    path.write_text('system = "s"\nverify = "{{ pairs | uper }}"\n', encoding="utf-8")
    (problem,) = check_prompt(path)
    assert problem.line == 2
    assert "uper" in problem.message
