"""Tests of settings: which source goes before which, and what a wrong one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import ConfigurationError
from summarizer.pipeline import Options
from summarizer.settings import Settings, load_settings

KEY = "sk-invented-0123456789"


def write(path: str | Path, text: str) -> Path:
    """Write a file, with the folders it stands in."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_set_leaves_the_pipelines_defaults():
    """Without flags, variables and files, options are those of the library."""
    settings = load_settings()
    assert settings.model is None
    assert settings.options() == Options()


def test_every_field_is_an_option_or_known_by_name():
    """A setting that nothing would read, or an option that cannot be set, is a mistake."""
    assert set(Options.model_fields) <= set(Settings.model_fields)
    of_a_batch = {"rpm", "tpm", "processes"}
    known = {"model", "mode", "prompt", "format", "cache"} | of_a_batch
    assert set(Settings.model_fields) - set(Options.model_fields) == known


def test_flags_go_before_environment_before_files(monkeypatch: pytest.MonkeyPatch):
    """Each source overrides the ones below it, field by field."""
    write(
        Path.home() / ".config/summarizer/summarizer.toml",
        'model = "user"\nrounds = 1\ntimeout = 1\nmax_cost = 1\nlanguage = "u"',
    )
    write("pyproject.toml", '[tool.summarizer]\nmodel = "project"\nrounds = 2\ntimeout = 2\nmax_cost = 2')
    write("summarizer.toml", 'model = "file"\nrounds = 3\ntimeout = 3')
    monkeypatch.setenv("SUMMARIZER_MODEL", "environment")
    monkeypatch.setenv("SUMMARIZER_ROUNDS", "4")
    settings = load_settings({"model": "flag", "timeout": None})
    assert (settings.model, settings.rounds, settings.timeout, settings.max_cost, settings.language) == (
        "flag", 4, 3, 2, "u",
    )  # fmt: skip


def test_parameters_are_joined_name_by_name(monkeypatch: pytest.MonkeyPatch):
    """One parameter on the command line does not drop those of the file."""
    write("summarizer.toml", "[parameters]\ntemperature = 0.5\nseed = 1")
    monkeypatch.setenv("SUMMARIZER_PARAMETERS", '{"top_p": 0.9}')
    assert load_settings({"parameters": {"temperature": 0}}).parameters == {
        "temperature": 0,
        "seed": 1,
        "top_p": 0.9,
    }


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch):
    """`SUMMARIZER_MODEL= summarizer …` is how a shell unsets one."""
    write("summarizer.toml", 'model = "file"')
    monkeypatch.setenv("SUMMARIZER_MODEL", "")
    monkeypatch.setenv("SUMMARIZER_TIMEOUT", "")
    assert load_settings().model == "file"


def test_files_are_found_above_within_the_repository_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A folder of a repository has the repository's settings; outside of one only its own count."""
    write(tmp_path / "summarizer.toml", 'model = "outside"')
    write(tmp_path / "repository/pyproject.toml", '[tool.summarizer]\nmodel = "repository"')
    folder = tmp_path / "repository/deep/down"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    assert load_settings().model is None
    (tmp_path / "repository/.git").mkdir()
    assert load_settings().model == "repository"


def test_a_pyproject_of_somebody_else_is_left_alone():
    """A project without our table does not matter, not even where it is broken."""
    write("pyproject.toml", '[project]\nname = "other"\n[tool.other]\nmodel = 1')
    assert load_settings().model is None
    write("pyproject.toml", "this is = not TOML [")
    assert load_settings().model is None


def test_a_prompt_in_a_file_starts_from_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A relative path means the same from every folder; a name stays a name."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    write(tmp_path / "summarizer.toml", 'prompt = "prompts/mine.toml"')
    assert Path(load_settings().prompt) == tmp_path / "prompts/mine.toml"
    write(tmp_path / "summarizer.toml", 'prompt = "mine"')
    assert load_settings().prompt == "mine"


def test_openai_base_url_goes_before_a_file(monkeypatch: pytest.MonkeyPatch):
    """It is part of the environment; a flag still goes before both."""
    write("summarizer.toml", 'base_url = "http://file.example/v1"')
    assert load_settings().base_url == "http://file.example/v1"
    monkeypatch.setenv("OPENAI_BASE_URL", "http://environment.example/v1")
    assert load_settings().base_url is None
    assert load_settings({"base_url": "http://flag.example/v1"}).base_url == "http://flag.example/v1"


def test_openai_key_is_not_folded_in(monkeypatch: pytest.MonkeyPatch):
    """It may only go to OpenAI; as an option it would go to whatever server is set."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    assert load_settings().api_key is None


def test_a_key_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch):
    """Neither settings nor options print it."""
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    settings = load_settings()
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == KEY
    for shown in (repr(settings), str(settings), repr(settings.options()), settings.model_dump_json()):
        assert KEY not in shown


def refused(**flags: object) -> str:
    """The message of a refusal, which is one line."""
    with pytest.raises(ConfigurationError) as caught:
        load_settings(flags)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('modell = "x"', "unknown key 'modell'; did you mean 'model'?"),
        ("max-cost = 1", "unknown key 'max-cost'; did you mean 'max_cost'?"),
        ("zzz = 1", "unknown key 'zzz'; known keys are model, base_url,"),
        ('timeout = "soon"', "timeout: input should be a valid number"),
        ("timeout = 0", "timeout: input should be greater than 0 (it is '0')"),
        ("timeout = inf", "timeout: input should be a finite number"),
        ('format = "pdf"', "format: input should be 'text', 'markdown', 'json'"),
        ("parameters = 3", "parameters: input should be a valid dictionary"),
        ("model = [", "is not valid TOML"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(text: str, words: str):
    """The message has the file, the key, and the nearest known one."""
    path = write("summarizer.toml", text)
    message = refused()
    assert words in message
    assert str(path.resolve()) in message


def test_a_wrong_table_in_a_pyproject_is_named():
    """The same checks hold for [tool.summarizer]."""
    write("pyproject.toml", "[tool.summarizer]\nroudns = 1")
    assert "pyproject.toml: unknown key 'roudns'; did you mean 'rounds'?" in refused()
    write("pyproject.toml", "[tool]\nsummarizer = 3")
    assert "tool.summarizer has to be a table" in refused()


def test_a_file_that_is_not_utf8_is_an_error():
    """Not a traceback."""
    Path("summarizer.toml").write_bytes(b'model = "\xff\xfe"')
    assert "summarizer.toml is not valid TOML" in refused()


def test_a_file_with_braces_in_its_name_does_not_break_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The folder's name is no template."""
    folder = tmp_path / "{flag} {}"
    write(folder / "summarizer.toml", "timeout = -1")
    monkeypatch.chdir(folder)
    assert f"{folder / 'summarizer.toml'}: timeout: " in refused()


def test_a_key_in_a_file_is_refused_and_not_shown():
    """Files are shared and committed; the message says where keys belong."""
    write("summarizer.toml", f'api_key = "{KEY}"')
    message = refused()
    assert "api_key does not belong in a file" in message
    assert "SUMMARIZER_API_KEY" in message
    assert KEY not in message


def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch):
    """By its own name, with its value."""
    monkeypatch.setenv("SUMMARIZER_TIMEOUT", "soon")
    assert refused().startswith("SUMMARIZER_TIMEOUT: input should be a valid number")
    monkeypatch.setenv("SUMMARIZER_TIMEOUT", "3")
    monkeypatch.setenv("SUMMARIZER_PARAMETERS", "temperature=0")
    assert "SUMMARIZER_PARAMETERS is not a JSON object" in refused()


def test_a_wrong_flag_is_named():
    """As it is typed."""
    assert refused(max_cost=-1.0).startswith("--max-cost: input should be greater than or equal to 0")


def test_a_misspelled_variable_is_an_error_and_a_foreign_one_is_not(monkeypatch: pytest.MonkeyPatch):
    """SUMMARIZER_MAX_COTS must not mean "no limit"; other programs may use the prefix."""
    monkeypatch.setenv("SUMMARIZER_SOMETHING_ELSE", "1")
    load_settings()
    monkeypatch.setenv("SUMMARIZER_MAX_COTS", "1")
    assert "did you mean SUMMARIZER_MAX_COST?" in refused()
