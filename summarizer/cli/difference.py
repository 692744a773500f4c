"""Two prompts side by side on a terminal: only the lines that differ, with the words that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from summarizer.prompt import AnyPrompt, Piece, PromptDifference

_STYLES = {"removed": "red strike", "added": "green"}
_BRACKETS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}


def print_difference(
    difference: PromptDifference, one: AnyPrompt, other: AnyPrompt, console: Console
) -> None:
    """Print what differs; that nothing does, where it is so."""
    from rich.text import Text

    def say(line: str, style: str = "") -> None:
        console.print(Text(line, style=style), soft_wrap=True)

    names = [f"{prompt.name} {prompt.short_hash}" for prompt in (one, other)]
    if not difference.sections:
        say(f"{names[0]} and {names[1]} tell a model the same")
        return
    say(f"{names[0]} → {names[1]}", "bold")
    say(
        f"with every article {difference.before:,} → {difference.after:,} tokens "
        f"({difference.after - difference.before:+,})"
    )
    for section in difference.sections:
        tokens = f": {section.before:,} → {section.after:,} tokens" if section.before or section.after else ""
        console.print()
        say(f"{section.name}{tokens}", "bold")
        for line in _list_lines(section.pieces, colorful=console.color_system is not None):
            console.print(Text("  ") + line, soft_wrap=True)


def _list_lines(pieces: tuple[Piece, ...], *, colorful: bool) -> list[Text]:
    """The lines that hold a change, and an ellipsis for those between."""
    from rich.text import Text

    from summarizer.render import make_safe

    whole = Text()
    changed: set[int] = set()
    number = 0
    for piece in pieces:
        for index, part in enumerate(piece.text.split("\n")):
            if index:
                whole.append("\n")
                number += 1
            if piece.op.value in _STYLES:
                before, after = ("", "") if colorful else _BRACKETS[piece.op.value]
                shown = make_safe(part) or ("↵" if not index and not piece.text.strip() else "")
                if shown:
                    changed.add(number)
                    whole.append(f"{before}{shown}{after}", style=_STYLES[piece.op.value])
            else:
                whole.append(make_safe(part))
    lines = whole.split("\n", allow_blank=True)
    shown_lines: list[Text] = []
    for index, line in enumerate(lines):
        if index in changed:
            shown_lines.append(line)
        elif not shown_lines or shown_lines[-1].plain != "…":
            shown_lines.append(Text("…", style="dim"))
    return shown_lines
