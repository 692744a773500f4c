"""Every test starts clean: no keys, no settings, no colours, an empty home and working directory."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure; time is tested as a ratio, where it is.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

_FOREIGN = ("OPENAI_", "SUMMARIZER_", "XDG_")
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
