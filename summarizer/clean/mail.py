"""E-mail around an article: headers of a message or of a forwarded one, quoted lines, what a program adds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.clean.edits import Change
from summarizer.clean.metadata import read_date
from summarizer.records import Metadata

_HEADER = re.compile(
    r"^[ \t>*]*\*?(From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|MIME-Version|Content-[\w-]+|Received|"
    r"Return-Path|X-[\w-]+|DKIM-Signature|List-[\w-]+|Importance|Delivered-To|"
    r"Von|An|Betreff|Gesendet|Datum|De|À|Objet|Envoyé|Para|Asunto|Fecha|Enviado):\*?[ \t]*(.*)$",
    re.M,
)
_FORWARDED = re.compile(
    r"^[ \t>]*(?:[-_=]{3,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|"
    r"Ursprüngliche Nachricht|Message transféré) ?[-_=]{3,}|Begin forwarded message:|"
    r"On .{5,120} wrote:|Am .{5,120} schrieb.{0,80}:|Le .{5,120} a écrit ?:)[ \t]*$",
    re.M | re.I,
)
_QUOTED_BYTES = re.compile(r"=\n|(?:=[0-9A-F]{2})+")
_UTF8_QUOTED = re.compile(r"=(?:C[2-9A-F]|D[0-9A-F]|E[0-9A-F]=[89AB][0-9A-F])=[89AB][0-9A-F]")
_SIGNS = (
    "From:",
    "Subject:",
    "Von:",
    "Betreff:",
    "De:",
    "Objet:",
    "Asunto:",
    "wrote:",
    "schrieb",
    "écrit",
    "orwarded",
    "Original",
)
_SUBJECT = {"subject", "betreff", "objet", "asunto"}
_DATE = {"date", "sent", "datum", "gesendet", "fecha", "enviado", "envoyé"}


def may_be_mail(text: str) -> bool:
    """A quick look: is there a word without which there is no header?"""
    return any(sign in text for sign in _SIGNS)


def find_mail_headers(text: str) -> Iterator[Change]:
    """Runs of two header lines or more, and the line that announces them."""
    found = [match.span() for match in _FORWARDED.finditer(text)]
    found += [(start, end) for start, end, _ in _find_blocks(text)]
    at = 0
    for start, end in sorted(found):
        if start >= at:
            yield Change(start, end, "", "mail-header")
            at = end


def find_quoted_printable(text: str) -> Iterator[Change]:
    """The transfer encoding of mail, where a message was pasted from its source: "=E2=80=99" for "’"."""
    if "=" not in text or not (_UTF8_QUOTED.search(text) or text.count("=\n") >= 2):
        return
    for match in _QUOTED_BYTES.finditer(text):
        if match[0] == "=\n":
            yield Change(*match.span(), "", "encoding")
            continue
        try:
            yield Change(*match.span(), bytes.fromhex(match[0].replace("=", "")).decode("utf-8"), "encoding")
        except UnicodeDecodeError:
            continue


def read_mail_metadata(text: str) -> Metadata:
    """Subject and date of the innermost message."""
    title = date = None
    for _, _, fields in _find_blocks(text):
        for name, value in fields:
            if name in _SUBJECT:
                title = re.sub(r"^(?:(?:re|fw|fwd|wg|aw|tr|rv): ?)+", "", value.strip(), flags=re.I) or title
            elif name in _DATE:
                date = read_date(value.strip()) or date
    return Metadata(title=title, date=date)


def _find_blocks(text: str) -> Iterator[tuple[int, int, list[tuple[str, str]]]]:
    """Header blocks: their span, and their fields. One line alone ("Date: unknown") is none."""
    run: list[re.Match[str]] = []
    for match in [*_HEADER.finditer(text), None]:
        if match is not None and run and text[run[-1].end() : match.start()].strip(" \t>\n") == "":
            run.append(match)
            continue
        names = {m[1].lower() for m in run}
        if len(run) >= 2 and len(names) >= 2 and names & (_SUBJECT | _DATE | {"from", "von", "de"}):
            yield run[0].start(), run[-1].end(), [(m[1].lower(), m[2]) for m in run]
        run = [match] if match is not None else []
