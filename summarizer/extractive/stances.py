"""Where actors stand: words of approval and disapproval with their target."""

from __future__ import annotations

from summarizer.drafts import StanceCue
from summarizer.extractive.actors import Cast


class StanceReader:
    """Collects the stance cues of an article."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.found: list[StanceCue] = []
