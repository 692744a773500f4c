"""Lines that belong to the site, not to the article."""

from collections.abc import Iterator

from summarizer.clean.edits import Change


def find_boilerplate(text: str) -> Iterator[Change]:
    """None yet."""
    return iter(())
