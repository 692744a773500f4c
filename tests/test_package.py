"""Tests of the package as others meet it: its public names, its weight, and the wheel."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

import summarizer

ROOT = Path(__file__).parent.parent


def run(*command: object, cwd: Path | None = None) -> str:
    """Run a command; its standard output, or its standard error in the failure's message."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_public_name_is_there_and_known_to_type_checkers():
    """`__all__`, the lazy loader and `dir()` agree."""
    for name in summarizer.__all__:
        assert getattr(summarizer, name) is not None
    assert sorted(summarizer.__all__) == dir(summarizer)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = summarizer.nonsense


def test_importing_the_package_loads_nothing_heavy():
    """An app that only might summarize does not pay for model client, tokenizer, HTML parser or templates."""
    code = (
        "import sys, summarizer; "
        "print([m for m in ('openai', 'tiktoken', 'trafilatura', 'jinja2', 'pydantic', 'lxml') if m in sys.modules])"
    )
    assert run(sys.executable, "-c", code).strip() == "[]"


def test_the_extractive_engine_loads_no_model_client():
    """What runs without a model does not load what talks to one."""
    code = (
        "import sys; from summarizer import summarize; "
        "summarize('“We will stay,” the mayor, Ann Lee, said.', model='extractive'); "
        "print([m for m in ('openai', 'tiktoken', 'trafilatura', 'jinja2') if m in sys.modules])"
    )
    assert run(sys.executable, "-c", code).strip() == "[]"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an empty environment with the built wheel in it."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("article_claims-*.whl")
    venv.create(folder / "empty", with_pip=True)
    commands = folder / "empty" / ("Scripts" if sys.platform == "win32" else "bin")
    run(commands / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel)
    return commands


def test_the_wheel_works_away_from_the_checkout(installed: Path, tmp_path: Path):
    """Command, prompts, pages and vocabulary are in the wheel, and its dependencies are complete."""
    article = tmp_path / "article.txt"
    article.write_text("“We will not sell the harbour,” the mayor, Ann Lee, said.\n", encoding="utf-8")
    assert "Ann Lee" in run(installed / "summarizer", article, cwd=tmp_path)
    assert "summary" in run(installed / "summarizer", "prompts", "list", cwd=tmp_path)
    page = run(installed / "summarizer", article, "--format", "html", cwd=tmp_path)
    assert "<style>" in page
    assert page.rstrip().endswith("</html>")
    code = "from summarizer.tokens import count_tokens; print(count_tokens('one two three'))"
    assert run(installed / "python", "-c", code, cwd=tmp_path).strip() == "3"
    where = run(installed / "python", "-c", "import summarizer; print(summarizer.__file__)", cwd=tmp_path)
    assert str(ROOT / "summarizer") not in where
