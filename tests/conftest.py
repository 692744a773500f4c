"""Every test starts clean: no keys, no settings, no colours, an empty home and working directory."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from commands import Command, Done
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine is no failure; time is tested as a ratio, where it is.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_FOREIGN = ("OPENAI_", "SUMMARIZER_", "XDG_")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_BROWSER_OPTIONS = [
    "--no-sandbox",  # it does not start without as root, which containers are
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_DISPLAY = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "LINES", "TERM")


@pytest.fixture(autouse=True)
def _clean_surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine reaches a test, and nothing that a test writes reaches another."""
    for variable in os.environ:
        if variable.upper().startswith(_FOREIGN) or variable in _DISPLAY:
            monkeypatch.delenv(variable)
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    monkeypatch.chdir(tmp_path_factory.mktemp("work"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; tests are skipped, saying what is missing, where there is none."""
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is missing: pip install playwright"
    )
    program = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if program is None:
        pytest.skip(f"Chromium is missing (none of {', '.join(_BROWSERS)}): apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_BROWSER_OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """The command, run within this process."""

    def call(*arguments: object) -> Done:
        from summarizer.cli.main import run

        code = run([str(a) for a in arguments])
        return Done(code, *capsys.readouterr())

    return call
