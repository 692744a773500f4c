"""Lines that belong to the site, not to the article: judged by form, position and neighbours.

Three steps. Each line by itself (`lines`): surely the site's (a label, a prompt, a credit), perhaps (words
from menus and buttons), a paragraph, or anything else. Then the place: before the first paragraph and after
the last one, "perhaps" is enough. Then the neighbours: what stands in one block with sure noise and reads
like it, and the headlines under "Related articles". Anything else stays: losing a line of the article is
worse than keeping one of the site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from summarizer.clean import labels
from summarizer.clean.edits import Change
from summarizer.clean.lines import BULLET, OPENING, ends_sentence, is_sections, is_timestamp, look_at
from summarizer.clean.metadata import find_date
from summarizer.clean.voice import is_addressed
from summarizer.records import Metadata

_DIGITS = re.compile(r"\d+")
_HEADER = re.compile(
    r"[|©•·]|#/#|\b[Pp]age #|\w\.(?:com|org|net|co|de|fr|uk|news)\b|\s[–—-]\s.*#|#.*\s[–—-]\s"
)
_TITLE = re.compile(r"[A-ZÀ-Þ][\w'’.]*(?: (?:[A-ZÀ-Þ&][\w'’.]*|of|the|and|de|la)){1,5}")
_LETTERS = re.compile(r"[^\W\d_][^\d“”\"„«»]*")
_THREAD_BUTTONS = frozenset(
    ("reply", "like", "report", "flag", "upvote", "antworten", "répondre", "responder")
)
# Reasons of lines that speak to the visitor, and of those after which no article goes on.
_VOICES = frozenset(
    ("newsletter", "subscription", "cookie-notice", "app", "comments", "contact", "technical", "share",
     "related", "embed", "player", "copyright", "navigation", "prompt", "note")
)  # fmt: skip
_ENDINGS = _VOICES | {"tags", "byline", "author-note", "sign-off"} - {"embed", "player"}
_NAMED = re.compile(r"((?:[A-ZÀ-Þ][\w.'’-]+ ){1,4})")
_BETWEEN = re.compile(r"\s+[|·•]\s+")
_MOST_HEADERS = 3  # different lines that repeat from page to page: a header, a footer, an address
_TIME_AGO = re.compile(
    r"(?:\d+|an?|a few) ?(?:[smhdwy]|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?) ago\b.{0,20}"
)


@dataclass(slots=True)
class Line:
    """A line that is not blank, with what is thought of it so far.

    Args:
        start: offset in the text; `end` likewise.
        text: the line, stripped.
        block: number of the run of lines without a blank one between.
        words: as in `Look`, and what follows likewise.
    """

    start: int
    end: int
    text: str
    block: int
    words: int
    core: str
    reason: str
    perhaps: str
    prose: bool
    opens_list: bool


def find_boilerplate(text: str) -> Iterator[Change]:
    """Removals of whole lines, each with its reason."""
    return remove_lines(judge_lines(text))


def remove_lines(lines: list[Line]) -> Iterator[Change]:
    """Removals of the lines that have a reason to go."""
    for line in lines:
        if line.reason:
            yield Change(line.start, line.end, "", line.reason)


def read_line_metadata(lines: list[Line]) -> Metadata:
    """Title, author and date that stood in lines of their own above the article."""
    title = author = date = None
    for line in lines:
        if line.prose:
            break
        if line.reason == "byline" and author is None and (match := labels._BY.match(line.text)):
            author = re.split(r"\s*[|·•,]\s*|\s+[–—]\s+", line.text[match.end() :])[0].strip() or None
            author = author.title() if author and author.isupper() else author
        if line.reason in ("byline", "timestamp"):
            date = date or find_date(line.text)
        if not line.reason and title is None and 3 <= line.words <= 25 and not ends_sentence(line.text):
            title = line.text
    return Metadata(title=title, author=author, date=date)


def judge_lines(text: str) -> list[Line]:
    """All lines of a text that are not blank, those that go with a reason."""
    lines = _read_lines(text)
    if not any(line.prose for line in lines):
        # Nothing but short lines: where the article is cannot be told, so only what is sure goes.
        return lines
    _judge_repeated(lines)
    if all(line.prose for line in lines):
        _judge_author(lines, len(lines) - 1)
        return lines
    first = next(i for i, line in enumerate(lines) if line.prose)
    last = len(lines) - 1 - next(i for i, line in enumerate(reversed(lines)) if line.prose)
    first, last = _trim_body(lines, first, last)
    first, last = _trim_prompts(lines, first, last)
    _judge_head(lines[:first])
    _judge_tail(lines, last)
    if any(line.reason or line.perhaps for line in lines):
        _judge_lists(lines, last)
        _judge_neighbours(lines)
    return lines


def _read_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at, block = 0, 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            lines.append(Line(at, at + len(raw), stripped, block, *look_at(stripped)))
        else:
            block += 1
        at += len(raw) + 1
    return lines


def _judge_repeated(lines: list[Line]) -> None:
    """Headers and footers of pages: the same short line again and again, which is no sentence.

    Much in an article repeats as well: speakers of an interview, steps of a recipe, links of a shop. So few
    lines may repeat, they stand far apart, and they look the part, or stand there three times and alone.
    """
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        text = line.text
        if line.prose or line.reason or len(text) > 100 or text[0] in OPENING or BULLET.match(text):
            continue
        if not ends_sentence(text) and not text.endswith(":"):
            places.setdefault(_DIGITS.sub("#", text), []).append(i)
    repeated = {
        form: at
        for form, at in places.items()
        if len(at) >= 2 and ("#" not in form or _HEADER.search(form) or len({lines[i].text for i in at}) == 1)
    }
    if not repeated or len(repeated) > _MOST_HEADERS:
        return
    for form, at in repeated.items():
        apart = all(any(_fills_page(line) for line in lines[i + 1 : j]) for i, j in pairwise(at))
        looks = bool(_HEADER.search(form)) or (form.isupper() and " " in form)
        named = len(repeated) == 1 and len(at) >= 3 and _TITLE.fullmatch(form)
        if apart and (looks or named):
            for i in at:
                lines[i].reason = "running-head"


def _trim_prompts(lines: list[Line], first: int, last: int) -> tuple[int, int]:
    """First and last paragraph of the article, leaving out what the site says to visitors at either end."""
    while last > first and (
        _is_beside(lines, last) or (last == len(lines) - 1 and _is_addressed(lines[last]))
    ):
        lines[last].reason, lines[last].prose = "prompt", False
        while last > first and not lines[last].prose:
            last -= 1
    while first < last and (_is_beside(lines, first) or (not first and _is_addressed(lines[first]))):
        lines[first].reason, lines[first].prose = "prompt", False
        while first < last and not lines[first].prose:
            first += 1
    return first, last


def _is_addressed(line: Line) -> bool:
    """Do "we" speak to "you" about a site?"""
    return line.perhaps == "prompt" and is_addressed(line.core)


def _is_beside(lines: list[Line], i: int) -> bool:
    """Is this a line in the site's voice, next to one that speaks to the visitor for sure?"""
    if lines[i].perhaps != "prompt":
        return False
    return any(
        lines[j].reason in _VOICES and abs(lines[j].block - lines[i].block) <= 1
        for j in (i - 1, i + 1)
        if 0 <= j < len(lines)
    )


def _fills_page(line: Line) -> bool:
    """May a page consist of such lines: paragraphs, items of a list?"""
    return line.prose or bool(BULLET.match(line.text))


def _trim_body(lines: list[Line], first: int, last: int) -> tuple[int, int]:
    """First and last paragraph of the article, leaving out what readers wrote under it."""
    for start in range(first + 1, len(lines)):
        if lines[start].reason == "comments" and _is_thread(lines[start + 1 :]):
            for line in lines[start:]:
                line.reason = line.reason or "comments"
                line.prose = False
            while last > first and not lines[last].prose:
                last -= 1
            break
    return first, last


def _is_thread(lines: list[Line]) -> bool:
    """Do buttons and times of a discussion go with every contribution? A paragraph of an article has none."""
    buttons = signs = paragraphs = 0
    for line in lines:
        button = line.core in _THREAD_BUTTONS
        if button or _TIME_AGO.search(line.text.lower()):
            buttons, signs, paragraphs = buttons + button, signs + 1, 0
        paragraphs += line.prose
        if paragraphs > (2 if signs else 1):
            return False
    return buttons >= 1 and signs >= 2


def _judge_head(head: list[Line]) -> None:
    """Before the first paragraph: menus, breadcrumbs, bylines, dates."""
    for line in head:
        if line.reason:
            continue
        if line.perhaps:
            line.reason = line.perhaps
        elif labels._BYLINE.fullmatch(line.text.rstrip(".")) and line.words <= 14:
            line.reason = "byline"
        elif line.words <= 25 and not ends_sentence(line.text):
            line.reason = _judge_parts(line) or ""
    # Names and places next to a byline or a date: who, where, in which role.
    titled = any(not line.reason and line.words >= 4 and not labels._BYLINE.match(line.text) for line in head)
    for i, line in enumerate(head):
        if line.reason or ends_sentence(line.text):
            continue
        before = head[i - 1].reason if i else ""
        after = head[i + 1].reason if i + 1 < len(head) else ""
        name, comma, role = line.text.partition(", ")
        signed = comma and _is_name(name) and labels._ROLE.fullmatch(role.lower())
        beside = before == "byline" or after == "link" or _is_role(head, i + 1)
        named = _is_name(line.text) and (beside or (titled and {before, after} & {"byline", "timestamp"}))
        placed = line.words == 1 and before == "byline" and line.text.istitle()
        if signed or named or placed:
            line.reason = "byline"
    _judge_menu(head)


def _judge_parts(line: Line) -> str | None:
    """A line of several parts, all of which are the site's ("World | 3 March 2025 | 5 min read")."""
    parts = [part for part in labels._SEPARATED.split(line.text) if part and part.strip()]
    if len(parts) < 2:
        return None
    found: Counter[str] = Counter()
    for part in parts:
        core = labels.normalize_line(part)
        if not core:
            continue
        if labels._BYLINE.fullmatch(part.strip()) or labels._ROLE.fullmatch(core):
            found["byline"] += 1
        elif is_timestamp(core):
            found["timestamp"] += 1
        elif reason := labels.match_label(core):
            found[reason] += 1
        elif labels.is_interface(core) or is_sections(core):
            found["navigation"] += 1
        else:
            found[""] += 1
    crumbs = labels._CRUMB.split(line.text)
    if len(crumbs) >= 2 and crumbs[0].strip().lower() in (
        "home",
        "startseite",
        "accueil",
        "inicio",
        "news",
        "nachrichten",
    ):
        return "breadcrumb"
    if len(crumbs) >= 3 and found["navigation"] and all(part.count(" ") <= 4 for part in crumbs[:-1]):
        return "breadcrumb"
    unknown = found.pop("", 0)
    # One part may be a name that nothing else shows: of an author, a place, a section.
    if not found or unknown > 1 or (unknown and not (len(found) >= 2 or found["byline"])):
        return None
    return found.most_common(1)[0][0]


def _is_tag_row(text: str) -> bool:
    """Three names or more between bars or dots: what the article is about."""
    parts = _BETWEEN.split(text)
    return len(parts) >= 3 and all(0 < part.count(" ") + 1 <= 4 for part in parts)


def _is_role(lines: list[Line], i: int) -> bool:
    return i < len(lines) and bool(labels._ROLE.fullmatch(lines[i].core.rstrip(".")))


def _is_name(text: str) -> bool:
    """Could this be a name: two or three capitalised words, and what stands between parts of names?"""
    words = text.replace(",", " ").split()
    capital = [word for word in words if word[0].isupper()]
    small = ("de", "van", "von", "and", "der", "den", "del", "la", "di", "bin", "al")
    return 2 <= len(capital) <= 3 and all(word[0].isupper() or word in small for word in words)


def _judge_menu(lines: list[Line]) -> None:
    """A run of very short lines, half of which are names of sections: the others are, too."""
    i = 0
    while i < len(lines):
        j = i
        while (
            j < len(lines)
            and lines[j].words <= 3
            and not ends_sentence(lines[j].text)
            and not BULLET.match(lines[j].text)
        ):
            j += 1
        run = lines[i:j]
        known = [k for k, line in enumerate(run) if line.reason]
        if len(run) >= 4 and len(known) >= 0.5 * len(run):
            for k, line in enumerate(run):
                # What comes after the menu's last sure entry is the headline, unless it is a single word.
                if not line.reason and line.words <= 2 and (k < _last_entry(run) or line.words == 1):
                    line.reason = "navigation"
        i = max(j, i + 1)


def _last_entry(run: list[Line]) -> int:
    """Index of the last line that is surely a menu's."""
    return max(
        (k for k, line in enumerate(run) if line.reason in ("navigation", "share", "subscription")),
        default=-1,
    )


def _judge_tail(lines: list[Line], last: int) -> None:
    """After the last paragraph: menus, sections, tags, authors."""
    tail = lines[last + 1 :]
    for i, line in enumerate(tail):
        if line.reason:
            continue
        if line.perhaps and line.perhaps != "timestamp":
            line.reason = line.perhaps
        elif labels._TAG_LABEL.fullmatch(line.core.rstrip(":")):
            line.reason = "tags"
            for other in tail[i + 1 :]:
                if other.block > line.block + 1 or other.words > 4 or ends_sentence(other.text):
                    break
                other.reason = other.reason or "tags"
        elif labels._BYLINE.fullmatch(line.text.rstrip(".")):
            line.reason = "byline"
        elif line.words <= 25 and not ends_sentence(line.text):
            line.reason = _judge_parts(line) or ("tags" if _is_tag_row(line.text) else "")
    for line, following in pairwise(tail):
        if not line.reason and following.reason in ("byline", "link", "contact") and _is_name(line.text):
            line.reason = "byline"
    _judge_menu(tail)
    _judge_rest(tail)
    # Below the article, a word or two beside the site's own lines are the site's.
    for i, line in enumerate(tail):
        if line.reason or line.words > 3 or ends_sentence(line.text) or not _LETTERS.fullmatch(line.text):
            continue
        before = tail[i - 1].reason if i else ""
        after = tail[i + 1].reason if i + 1 < len(tail) else before
        if before and after:
            line.reason = "sign-off" if before == "markup" else before
    _judge_author(lines, last)


def _judge_rest(tail: list[Line]) -> None:
    """Below the article, what follows the site's lines and is no sentence or quotation is the site's."""
    for before, line in pairwise(tail):
        if line.reason or before.reason not in _ENDINGS or line.block > before.block + 1:
            continue
        if not ends_sentence(line.text) and line.text[0] not in OPENING and not BULLET.match(line.text):
            line.reason = before.reason


def _judge_author(lines: list[Line], last: int) -> None:
    """Notes about the author at the end: a name, "is a reporter …"; the name is elsewhere in bylines only."""
    bylines = " ".join(line.text for line in lines if line.reason == "byline")
    for i in range(len(lines) - 1, max(0, last - 2), -1):
        line = lines[i]
        match = _NAMED.match(line.text)
        if line.reason or not match or line.words > 60:
            continue
        name, rest = match[1].strip(), line.text[match.end() :].lower()
        signed = name in bylines or (i and lines[i - 1].text == name)
        if not labels._BIO.match(rest) and not (signed and labels._BIO_VERB.match(rest)):
            continue
        surname = name.split()[-1]
        elsewhere = any(
            surname in other.text and other.reason != "byline" and other.text != name
            for other in lines
            if other is not line
        )
        if not elsewhere and len(lines) > 3:
            line.reason, line.prose = "author-note", False
            if i and lines[i - 1].text == name:
                lines[i - 1].reason = "byline"


def _judge_lists(lines: list[Line], last: int) -> None:
    """The headlines under a label such as "Related articles"."""
    spaced = _is_spaced(lines)
    for i, line in enumerate(lines):
        if not line.opens_list and not (line.perhaps == "related" and _heads_list(lines, i)):
            continue
        if line.reason == "advertisement" and line.start < lines[last].start:
            continue  # within the article a subheading may follow
        line.reason = line.reason or "related"
        taken = 0
        for other in lines[i + 1 : i + 14]:
            if other.prose and not (other.block == line.block and spaced and other.words <= 14):
                break
            sentence = other.words > 1 and ends_sentence(other.text) and other.text[-1] in '.”"'
            headline = other.words >= 4 and not sentence
            same = spaced and other.block == line.block
            in_tail = other.start > lines[last].start and not sentence
            apart = spaced and other.block > line.block + 1 + taken
            listed = bool(BULLET.match(other.text)) and spaced and not same and not in_tail
            if listed and not other.reason:
                break  # a list of the article's own
            if other.reason or same or headline or in_tail:
                if apart and not in_tail and not other.reason:
                    break
                other.reason = other.reason or line.reason
                other.prose = False
                taken += 1
            else:
                break


def _heads_list(lines: list[Line], i: int) -> bool:
    """Do two headlines or more follow this single word, so that it is no subheading?"""
    below = lines[i + 1 : i + 3]
    return len(below) == 2 and all(
        not line.prose and line.words >= 4 and not ends_sentence(line.text) and line.text[0] not in OPENING
        for line in below
    )


def _is_spaced(lines: list[Line]) -> bool:
    """Do blank lines stand between the paragraphs?"""
    if len(lines) < 3:
        return False
    prose = [line for line in lines if line.prose]
    return sum(1 for a, b in pairwise(prose) if a.block != b.block) >= 0.5 * max(1, len(prose) - 1)


def _judge_neighbours(lines: list[Line]) -> None:
    """What stands next to sure noise and reads like it: buttons under a notice, the rest of a form."""
    spaced = _is_spaced(lines)
    changed = True
    rounds = 0
    while changed and rounds < 4:
        changed, rounds = False, rounds + 1
        for i, line in enumerate(lines):
            if line.reason or not line.perhaps:
                continue
            if line.perhaps == "prompt":
                if _is_beside(lines, i):
                    line.reason, line.prose, changed = "prompt", False, True
                continue
            for j in (i - 1, i + 1):
                if not 0 <= j < len(lines) or not lines[j].reason:
                    continue
                near = abs(lines[j].block - line.block) <= (0 if spaced else 1)
                alone = spaced and abs(lines[j].block - line.block) == 1 and line.words <= 3
                if near or alone:
                    line.reason = lines[j].reason if line.perhaps == "navigation" else line.perhaps
                    changed = True
                    break
    if not spaced:
        return
    blocks: dict[int, list[Line]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    for block in blocks.values():
        noise = [line for line in block if line.reason]
        rest = [line for line in block if not line.reason]
        if rest and len(noise) > len(rest):
            for line in rest:
                short = line.words <= 12 and not ends_sentence(line.text) and line.text[0] not in OPENING
                if short and not BULLET.match(line.text):
                    line.reason = noise[0].reason
