"""One line by itself: surely the site's, perhaps, a paragraph, or anything else."""

# ruff: noqa: E501 - a pattern is read as one line, and breaking it hides where an alternative ends

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from summarizer.clean import labels
from summarizer.clean.prompts import REPORTED, match_prompt
from summarizer.clean.voice import speaks_as_site

_LONGEST = 700  # characters of a line that may be noise; prompts with terms and conditions are the longest
_STOPS = frozenset(".!?…。！？؟।")
BULLET = re.compile(r"(?:[•·▪●‣◦*–—-]|\d{1,2}[.)])\s")
# Reasons that a whole sentence may have; with the others a full stop shows prose ("More on that later.").
_SENTENCE_LABELS = frozenset(
    ("comments", "advertisement", "copyright", "note", "newsletter", "cookie-notice", "subscription")
)
_SENTENCE_HINT = re.compile(
    r"comment|advert|copyright|©|reserved|subscri|newsletter|e-?mail|continue|cookie|think|publish|appear|"
    r"thank|source|standards|sent |member|donat|support|typo|correction|say|log|sign|account|privacy|"
    r"partners?|agree"
)
_NOTE_START = re.compile(
    r"(?:this|the) (?:article|story|post|piece|report|column|interview|essay|content|dispatch|series|"
    r"views|audio|video|voice|narration)\b|a version|an? (?:earlier|original|longer|shorter) version|"
    r"originally|first (?:published|posted|appeared)|disclaimer|republished|to order"
)
_PAGE = re.compile(r"[-–—] ?\d{1,4} ?[-–—]|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)? .{3,150}")
_PLAYING = frozenset(("now playing", "up next", "watch next", "listen next"))
_PRICE = re.compile(
    r"(?:only |just |then )?[$£€] ?\d[\d.,]* ?(?:for|per|a|an|/) ?.{2,30}|[\w ,]{0,25}-?\d{1,3} ?° ?[cf]?(?: .{2,30})?"
)
_ANY_WORD = re.compile(r"[^\W_]")
OPENING = "“\"„«‘'"
_PROSE_WORDS = 8
# Above headlines that somebody paid for.
_PAID_LIST = re.compile(r"^(?:paid|promoted|sponsored|partner)\b.*\b(?:stories|content|posts|links)$")
_POINTING = re.compile(r".{10,150}\s*(?:>>+|»+|→|➜|➔|⟶)")
_LOWER_PLACE = re.compile(r"\b(?:in|of|for|at) (?!the\b)[a-z]")
_SIGN_UP = re.compile(r"Sign [Uu]p (?:to|for) (?:[A-Z][\w'’-]*(?: |$)){1,4}")
_REACHED = re.compile(
    r"(?:whatsapp|phone|tel(?:ephone|efon)?|fax|e-?mail|sms|text|signal)\s?[:.] ?[+\d]\S[\d ()-]{4,30}"
)
_SIGNED_POST = re.compile(r"[—–-] ?.{2,60} \(@\w+\)(?: .{0,30})?")
_NUMBER = re.compile(r"#?\d{1,4}[.)]?")
_CLOCK = re.compile(r"\b\d{1,2}[:h]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BY_WHOM = re.compile(
    r"^\W{0,4}(?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Rr]esearch)(?: and \w+)? by (?:the )?(\w+)"
)
# What machines write in a word: variables of templates, encoded data, the tail of an address.
_VARIABLE = re.compile(
    r"\$\{[^{}\s]+\}|%%?[A-Z0-9_]{3,}%%?|\{\{?[\w.$|-]+\}\}?|\[\[?[A-Z_]{3,}\]\]?|__[A-Z_]{3,}__|\*\|[A-Z:_]{2,}\|\*"
)
_BLOB = re.compile(r"data:[\w./+-]+(?:;[\w=-]+)*,\S+|[A-Za-z0-9+/_-]{40,}={0,2}")
_QUERY = re.compile(r"[?&][\w-]+=\S*(?:&[\w-]+=\S*)*|javascript:\S+|(?:#|/)[\w/-]+\?[\w-]+=\S*")
# Names in capitals with prices and changes: shares, indices, currencies.
_TICKER = re.compile(
    r"(?=.*(?:%|[▲▼△▽↑↓]))(?:[A-Z][A-Z0-9&./]{1,11}|[▲▼△▽↑↓+-]|[-+▲▼]?\$?\d[\d.,]*%?\)?|\(?[-+]\d[\d.,]*%\)?|[|·•])(?: (?:[A-Z][A-Z0-9&./]{1,11}|[▲▼△▽↑↓+-]|[-+▲▼]?\$?\d[\d.,]*%?\)?|\(?[-+]\d[\d.,]*%\)?|[|·•])){1,11}"
    r"|[A-Z]{3}/[A-Z]{3} [\d.,]+(?: .{1,12})?"
)
_SHORT = 200  # characters: longer lines hardly come again
_MAY_HEAD = frozenset(("navigation", "copyright", "related", "player"))  # labels that may be subheadings


class Look(NamedTuple):
    """What a line shows.

    Args:
        words: how many it has.
        core: the line as patterns see it; "" for a whole sentence.
        reason: why it goes; "" while it stays.
        perhaps: the reason for which it would go in the right company.
        prose: a paragraph.
        opens_list: a label with headlines to follow.
    """

    words: int
    core: str = ""
    reason: str = ""
    perhaps: str = ""
    prose: bool = False
    opens_list: bool = False


def count_words(text: str) -> int:
    """Number of words; of scripts without spaces an estimate, two characters a word."""
    return len(text) // 2 if text >= "\u2e80" else text.count(" ") + 1


def ends_sentence(text: str) -> bool:
    """Does a line end as a sentence does, closing marks and a footnote's number aside?

    >>> ends_sentence("“We will not.”"), ends_sentence("Related articles"), ends_sentence("It fell.[12]")
    (True, False, True)
    """
    if text[-1:] == "]":
        text = text.rstrip("0123456789[]")
    return text.rstrip("\"'”’»)]*")[-1:] in _STOPS


def look_at(text: str) -> Look:
    """What one stripped line shows by itself.

    >>> look_at("Read more: Ferry fares to rise").reason, look_at("Subscribe").perhaps, look_at("It fell.").reason
    ('related', '', '')
    """
    return _look_at(text) if len(text) > _SHORT else _look_again(text)


def _look_at(text: str) -> Look:
    size = len(text)
    words = count_words(text)
    if size > _LONGEST:
        return Look(words, prose=True)
    ends = ends_sentence(text)
    if ends and words >= _PROSE_WORDS:
        core = text.lower().replace("’", "'")
        reason = match_prompt(core)
        if reason is None:
            reason = _match_closing_form(text, core, words)
        if reason is None and words <= 14 and _SENTENCE_HINT.search(core):
            found = labels.match_label(core)
            reason = found if found in _SENTENCE_LABELS else None
        if reason is None and labels._CAPTION_LEAD.match(core) and labels._CREDIT_MARK.search(text):
            reason = "caption"
        perhaps = "prompt" if not reason and speaks_as_site(core, words) else ""
        return Look(words, core if perhaps else "", reason or "", perhaps, prose=not reason)
    core = labels.normalize_line(text)
    if not _ANY_WORD.search(core):
        # Nothing but marks: a rule between parts, dots of a carousel, what was left out.
        if ends and text[0] not in "[(":
            return Look(words, core)
        return Look(words, core, "markup") if size > 1 else Look(words, core, perhaps="navigation")
    if text[0] in OPENING and text[-1] in "”\"“»’'.!?":
        return Look(words, core)  # somebody's words, however short
    if _PAGE.fullmatch(text):
        return Look(words, core, "page-number")
    if words == 1 and (reason := _match_machine(text)):
        return Look(words, core, reason)
    reason, perhaps = _match_fragment(text, words, core, ends)
    if reason:
        opens = (
            (reason == "related" or core in _PLAYING or bool(_PAID_LIST.search(core)))
            and words <= 8
            and not labels._LEAD_IN.fullmatch(core)
        )
        return Look(words, core, reason, opens_list=opens)
    if words >= 20 or (ends and words >= 6 and text[0] in OPENING):
        return Look(words, core, perhaps=perhaps, prose=True)
    if labels.is_interface(core) or is_sections(core):
        perhaps = "navigation"
    elif is_timestamp(core) and labels._DAY.search(core):
        perhaps = "timestamp"
    elif labels._ROLE.fullmatch(core.rstrip(".")) and not _LOWER_PLACE.search(text):
        perhaps = "byline"
    elif _TICKER.fullmatch(text):
        perhaps = "ticker"
    elif _NUMBER.fullmatch(text) or _PRICE.fullmatch(core) or (core.endswith("newsletter") and words <= 5):
        perhaps = "navigation"
    elif not perhaps and speaks_as_site(core, words):
        perhaps = "prompt"
    return Look(words, core, perhaps=perhaps)


# The same short lines come again and again, in one article and in thousands.
_look_again = lru_cache(maxsize=8192)(_look_at)


def _match_fragment(text: str, words: int, core: str, ends: bool) -> tuple[str, str]:
    """The reason why a short line, or one that is no sentence, is the site's, and the one why it may be."""
    bulleted = bool(BULLET.match(text)) and not text.endswith(("-", "–", "—"))
    if not ends or words < _PROSE_WORDS:
        reason = labels.match_label(core) if words <= 14 and not bulleted else None
        closed = text[-1] == "." and not (reason == "player" and any(map(str.isdigit, text)))
        if reason and (not closed or reason in _SENTENCE_LABELS or text.isupper()):
            # One word may be a subheading; without company it stays.
            if reason in _MAY_HEAD and words == 1 and not text.isupper():
                return "", reason
            return reason, ""
        if labels._LINKS.fullmatch(text):
            # A handle alone may be somebody's name, under what they wrote.
            return ("", "link") if text[0] == "@" else ("link", "")
        if words <= 12 and labels.is_interface(core) and labels.count_interface_words(core) >= 2 and not ends:
            shares = "share" in core or "tweet" in core or "facebook" in core
            return ("share" if shares else "navigation"), ""
    return _match_sentence_fragment(text, words, core, ends) or "", ""


def _match_sentence_fragment(text: str, words: int, core: str, ends: bool) -> str | None:
    """The reason why a line is the site's, whether or not it ends as a sentence does."""
    if _SIGNED_POST.fullmatch(text):
        return "embed"
    if _POINTING.fullmatch(text) and not ends:
        return "related"
    if _SIGN_UP.fullmatch(text):
        return "newsletter"
    if _REACHED.fullmatch(core):
        return "contact"
    if labels._LEAD_IN.fullmatch(core) and not REPORTED.search(core) and words <= 30:
        return "related"
    if words <= 25 and labels._CREDIT.fullmatch(core.rstrip(".")) and not (ends and words > 12):
        return "photo-credit"
    if labels._CREDIT_MARK.search(text) and words <= 60:
        return "photo-credit" if words <= 12 else "caption"
    if labels._TAGS.fullmatch(core) and not ends:
        return "tags"
    if _is_dated(core) or (_CLOCK.search(core) and _YEAR.search(core) and is_timestamp(core)):
        return "timestamp"
    if words <= 40 and (reason := match_prompt(core)):
        return reason
    return _match_closing_form(text, core, words)


def _match_machine(text: str) -> str | None:
    """The reason why a single word was never meant to be read: an address, a code, a variable."""
    if _VARIABLE.fullmatch(text):
        return "placeholder"
    if _BLOB.fullmatch(text) and (text.startswith("data:") or _is_mixed(text)):
        return "data"
    return "link" if _QUERY.fullmatch(text) else None


def _is_mixed(text: str) -> bool:
    """Digits, capital and small letters in one long word: no language writes so."""
    return any(map(str.isdigit, text)) and any(map(str.isupper, text)) and any(map(str.islower, text))


def _is_dated(core: str) -> bool:
    """Is this a date that says what it dates: "Published 3 March 2025, 9:15 am", "Updated: 2 hours ago"?"""
    return bool(labels._DATE_LEAD.match(core)) and is_timestamp(core)


def _match_closing_form(text: str, core: str, words: int) -> str | None:
    """Forms that end an article: who else reported, where it appeared."""
    if words > 60:
        return None
    if (by := _BY_WHOM.search(text)) and not (by[1][0].isupper() or by[1] in ("staff", "our", "agencies")):
        return None  # reporting by the coastguard is no line of thanks
    if core[0] == "(" and (close := core.find(")")) >= 0 and _ANY_WORD.search(core, close):
        return None  # something else goes on behind it
    credited = (
        core[0] in "(—–-"
        or " by " in core[:60]
        or "contributed" in core
        or core.startswith("with ")
        or "/" in core
    )
    if credited and labels._SIGN_OFF.fullmatch(core) and not REPORTED.search(core):
        return "sign-off"
    if _NOTE_START.match(core) and (reason := labels.match_label(core)) in ("note", "player"):
        return reason
    return None


def is_timestamp(core: str) -> bool:
    """Is every word part of a date or a time, and is there a number among them?"""
    if not labels._DATED.search(core) or len(core) > 120:
        return False
    words = core.replace(",", " ").replace("(", " ").replace(")", " ").replace(":", ": ", 0).split()
    return len(words) <= 20 and all(
        labels._DATE_TOKEN.fullmatch(word.strip(":")) or not word.strip(":") for word in words
    )


def is_sections(core: str) -> bool:
    """Are these names of sections: one, or several in a row?"""
    words = [w for w in re.split(r"[\s,|/·•&>›»→-]+|\band\b", core) if w]
    return 0 < len(words) <= 12 and all(word in labels.SECTION_WORDS for word in words)
