"""Script, style sheets and data blocks that stand in the text: pasted along with it, or glued to a sentence.

A line is judged by its form: calls, assignments, braces, keys; never by containing a brace. A run of such
lines is a block. Code that a sentence quotes stays, and so does code that a paragraph introduces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.clean.edits import Change

# Without one of these there is no code: one quick search decides for most articles.
# Every form begins with a sign of its own, looking back from there: so the search skips from sign to sign.
_HINT = re.compile(r"""[{}=]|;[ \t]*$|\((?<=[\w$]\()['"‘’“”]|function ?\(|@(?<![^\n]@)[a-z]""", re.M)

_CALL = re.compile(r"""\(['"‘’“”]""")
_END = re.compile(r";[ \t]*[\r\n]")

_QUOTE = "\"'‘’“”`"
_STRING = re.compile(f"[{_QUOTE}][^{_QUOTE}\n]{{0,300}}[{_QUOTE}]")
_URL = re.compile(r"(?:https?:)?//[^\s\"'‘’“”<>]+")
# Four words in a row, outside of strings: somebody is speaking.
_SPEECH = re.compile(r"(?<!\w)(?:[^\W\d_][\w’'-]{0,30},?\s{1,3}){3}[^\W\d_]{2}")
_PUNCTUATION = {
    "brace": re.compile(r"[{}]"),
    "end": re.compile(r";"),
    "assign": re.compile(r"(?<![=!<>])=(?!=)|[=!]==?|=>|&&|\|\|"),
    "call": re.compile(r"[\w$]\(|\)[;,.{)(]|\[\]"),
    "member": re.compile(r"(?<![\w$])[a-z$_]\w{0,40}\.[a-z_$]\w{0,40}[.(=\[ ]", re.I),
    "literal": re.compile(rf"[(,:=\[]\s*[{_QUOTE}]"),
}
_KEY = re.compile(
    r"""^[\[{(,\s]*["“”‘’'][@\w$.:/ -]{1,60}["“”‘’']\s*:\s*(?:["“”‘’'{\[\d-]|true|false|null|$)"""
)
_STATEMENT = re.compile(
    r"""^(?:
      !?\(?\s*(?:async\s+)?function\s*[\w$]*\s*\([\w$,\s]*\)      # function(a,b)
    | (?:var|let|const)\s+[\w$]+\s*(?:[=,;]|$)
    | (?:window|document|self|globalThis)\s*[.\[]\s*[\w$'"‘’“”]
    | (?:if|for|while|switch|catch)\s*\([^)]{0,200}\)\s*[{\w$]
    | (?:try|else|finally|do)\s*\{
    | (?:return|throw|new|delete|typeof)\b.{0,200};$
    | [\w$]+(?:\.[\w$]+)+\s*(?:=(?!=)|\+=|\(.*(?:\)|[{\[(,]|;)$)
    | [\w$]+\(\s*["'‘’“”{\[].*[;)}\]({,]$
    | [\w$]+\(.*\)\s*;$
    | \(\s*(?:[\w$,\s]*)\)\s*=>
    | @(?:media|import|font-face|keyframes|charset|supports|layer|page)\b.*[{;]
    | import\s.{1,200}\sfrom\s["'‘’“”]
    | </?(?:script|style|noscript|iframe)\b
    )""",
    re.X,
)
_RULE = re.compile(r"^[.#@*:\w\[][^{}“”;]{0,200}\{\s*(?:[\w-]+\s*:\s*[^{};]{1,200}(?:;[^{}]*)?)?\}?\s*$")
_RULES = re.compile(r"(?:[\w.#:\[*@][^{}“”;]{0,200}\{[\w-]+\s*:[^{}]*\}\s*)+")
_DECLARATION = re.compile(r"^--?[\w-]+\s*:\s*\S.{0,200};$|^[a-z-]+\s*:\s*\S.{0,120};$")
_CLOSER = re.compile(r"^[\])};,(\s]+$")
_OPENER = re.compile(r"^[\[{(]+$")
_COMMENT = re.compile(r"^(?://|/\*|\*/|<!--|-->|<!\[CDATA|\]\]>|\* )")
_VALUE = re.compile(rf"^[{_QUOTE}\d\[-][^\n]{{0,300}}[{_QUOTE}\d\]],?$|^(?:true|false|null),?$")
_SELECTOR = re.compile(r"^[.#@*:a-z\[][\w.#:>~+*\[\]=\"()-]*(?:\s+[\w.#:>~+*\[\]=\"()-]+){0,6},$")
_BARE = re.compile(r"^[\w$.]+[,;:(]?$|^[\w$]+\s*:\s*\S.*,?$")

# Where code may begin after the end of a sentence on the same line.
_GLUED = re.compile(
    r"""(?<=[.!?…”’"'»)\]])\s*(?=
      !?\(?\s*(?:async\s+)?function\s*[\w$]*\s*\(
    | \(\s*\(\s*\)\s*=>
    | (?:var|let|const)\s+[\w$]+\s*=
    | (?:window|document|self|googletag|dataLayer|jQuery|\$)\s*[.\[(=]
    | _[a-z]\w{0,40}\s*[.\[(=]
    | [A-Za-z_$][\w$]{0,40}(?:\.[A-Za-z_$][\w$]{0,40}){1,8}\s*[(=]
    | [A-Za-z_$][\w$]{0,40}\(\s*["'‘’“”{\[]
    | \{\s*["“”]@?\w+["“”]\s*:
    | \[\s*\{\s*["“”]
    | (?:try|if)\s*[{(]
    | @(?:media|import|font-face)\b
    | [.\#][A-Za-z][\w-]{0,40}(?:[\s,.:\#>][\w.:\#> ,-]{0,100})?\{
    | <(?:script|style)\b
    )""",
    re.X,
)
# What only machines' own code says; a paragraph that introduces code does not make this worth reading.
_MACHINERY = re.compile(
    r"fbq|gtag|dataLayer|googletag|_gaq|_paq|_taboola|adsbygoogle|analytics|schema\.org|@context|"
    r"getElementsByTagName|createElement|insertBefore|\.push\(|hotjar|optimizely|INITIAL_STATE|min-height|"
    r"addEventListener|onload"
)
_SHORT = 200  # characters: longer lines hardly come again
_LONGEST_QUOTED = 6  # lines of code that a paragraph may introduce


class _Line(NamedTuple):
    start: int
    end: int
    kind: str  # "code", "key", "weak", "prose", "blank"


def find_code(text: str) -> Iterator[Change]:
    """Blocks of script, style or data, and code glued to the end or start of a sentence."""
    if not _may_hold_code(text):
        return
    lines = list(_read_lines(text))
    i, count = 0, len(lines)
    while i < count:
        if lines[i].kind not in ("code", "key") and not _opens(lines, i, text):
            i += 1
            continue
        last, strong = _follow(lines, i, text)
        if not strong:
            i += 1
            continue
        first = i
        while first and lines[first - 1].kind == "weak" and _leads(text, lines[first - 1]):
            first -= 1
        if not _is_introduced(text, lines, first, last):
            start, end = lines[first].start, lines[last].end
            # Sentences on both sides of it, on one line: they are paragraphs of their own.
            between = start and text[start - 1] != "\n" and end < len(text) and text[end] != "\n"
            yield Change(start, end, "\n" if between else "", _name(text[start : min(end, start + 2000)]))
        i = last + 1


def _may_hold_code(text: str) -> bool:
    """A few searches for fixed strings, which decide for most articles; only then the slower pattern."""
    signs = (
        "{" in text or "}" in text or "=" in text or "function" in text
        or _CALL.search(text) or _END.search(text) or text.rstrip().endswith(";")
    )  # fmt: skip
    return bool(signs and _HINT.search(text))


def _read_lines(text: str) -> Iterator[_Line]:
    """Lines with their kinds; a line that joins prose and code is given as two or three."""
    at = 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        stripped = line.strip()
        if not stripped:
            yield _Line(start, start + len(line), "blank")
            continue
        kind = classify_line(stripped) if len(stripped) > _SHORT else _classify_again(stripped)
        if kind != "prose" or not _HINT.search(line):
            yield _Line(start, start + len(line), kind)
            continue
        yield from _split_glued(line, start)


def _split_glued(line: str, start: int) -> Iterator[_Line]:
    """Prose, code, prose on one line, each where there is one."""
    for match in list(_GLUED.finditer(line))[:8]:
        code_at = match.end()
        end = _code_end(line, code_at)
        if end and classify_line(line[code_at:end].strip()) == "code":
            yield _Line(start, start + match.start(), "prose")
            yield _Line(start + match.start(), start + end, "code")
            if end < len(line):
                yield _Line(start + end, start + len(line), "prose")
            return
    if line[:1] in "!({[.#@_$" or line[:1].islower():
        end = _code_end(line, 0)
        if end and end < len(line) and classify_line(line[:end].strip()) == "code":
            yield _Line(start, start + end, "code")
            yield _Line(start + end, start + len(line), "prose")
            return
    yield _Line(start, start + len(line), "prose")


def _code_end(line: str, start: int) -> int:
    """Where the code that begins at `start` ends: the line's end, or where a sentence follows; 0: unclear."""
    if classify_line(line[start:].strip()) == "code":
        return len(line)
    last = max(line.rfind(";", start), line.rfind("}", start), line.rfind("</script>", start) + 8)
    if last < start:
        last = line.rfind(")", start)
    if last < start:
        return 0
    rest = line[last + 1 :].strip()
    if rest and (rest[0].isupper() or rest[0] in "“\"'‘«") and _SPEECH.search(rest):
        return last + 1
    return 0


def classify_line(line: str) -> str:
    """What one stripped line looks like: "code", "key" (of JSON), "weak" (code among code) or "prose".

    >>> classify_line("gtag('js', new Date());"), classify_line('"@type": "NewsArticle",')
    ('code', 'key')
    >>> classify_line("She wrote {1, 2, 3} on the board; nobody knew why.")
    'prose'
    """
    if _KEY.match(line):
        return "code" if line[0] in "{[" and ":" in line and line.rstrip(",;").endswith(("}", "]")) else "key"
    if line.startswith("/*") and line.endswith("*/"):
        return "code"
    if _CLOSER.match(line) or _OPENER.match(line) or _COMMENT.match(line):
        return "weak"
    if line[0].isupper() and line[-1] in ".!?”’…":
        return "prose"
    bare = _STRING.sub('""', _URL.sub("", line))
    if _SPEECH.search(bare):
        return "prose"
    if _RULES.fullmatch(line):
        return "code"
    if _STATEMENT.match(line) or (_RULE.match(line) and not line[0].isupper()):
        return "code"
    seen = {name: len(pattern.findall(bare)) for name, pattern in _PUNCTUATION.items()}
    total = sum(seen.values())
    if total >= 4 and sum(1 for n in seen.values() if n) >= 2 and total >= 0.05 * len(bare):
        return "code"
    if _DECLARATION.match(line) or _SELECTOR.match(line) or _VALUE.match(line) or (total and len(bare) < 200):
        return "weak"
    return "weak" if _BARE.match(line) and not line[0].isupper() else "prose"


_classify_again = lru_cache(maxsize=8192)(classify_line)  # the same short lines come again and again


def _opens(lines: list[_Line], i: int, text: str) -> bool:
    """A lone bracket, and a key or code on the next line."""
    if lines[i].kind != "weak" or not _OPENER.match(text[lines[i].start : lines[i].end].strip()):
        return False
    j = i + 1
    while j < len(lines) and lines[j].kind in ("weak", "blank") and j < i + 4:
        j += 1
    return j < len(lines) and lines[j].kind in ("code", "key")


def _leads(text: str, line: _Line) -> bool:
    """May this weak line be the first of a block: an opening bracket, a comment, a selector?"""
    stripped = text[line.start : line.end].strip()
    return bool(_OPENER.match(stripped) or _COMMENT.match(stripped) or _SELECTOR.match(stripped))


def _follow(lines: list[_Line], i: int, text: str) -> tuple[int, bool]:
    """The block that begins at line i: its last line, and whether it is surely code."""
    depth, last, keys, code = 0, i, 0, 0
    j = i
    while j < len(lines):
        line = lines[j]
        if line.kind == "prose":
            break
        if line.kind == "blank":
            k = j
            while k < len(lines) and lines[k].kind == "blank":
                k += 1
            if k == len(lines) or not (
                lines[k].kind in ("code", "key") or (depth > 0 and lines[k].kind == "weak")
            ):
                break
            j = k
            continue
        stripped = text[line.start : line.end]
        if (
            j > i
            and line.kind == "weak"
            and depth <= 0
            and not (_CLOSER.match(stripped.strip()) or _next_is_code(lines, j))
        ):
            break
        opened = sum(map(stripped.count, "{[(")) - sum(map(stripped.count, "}])"))
        depth = max(0, depth + opened)
        keys += line.kind == "key"
        code += line.kind == "code"
        last = j
        j += 1
    braces = keys and "{" in text[lines[i].start : lines[min(last, i + 2)].end]
    return last, bool(code or keys >= 2 or braces)


def _next_is_code(lines: list[_Line], j: int) -> bool:
    return j + 1 < len(lines) and lines[j + 1].kind in ("code", "key")


def _is_introduced(text: str, lines: list[_Line], first: int, last: int) -> bool:
    """Does a paragraph announce this code ("The line reads:"), and does prose go on after it?"""
    if last - first >= _LONGEST_QUOTED or _MACHINERY.search(text[lines[first].start : lines[last].end]):
        return False
    i = first - 1
    while i >= 0 and lines[i].kind == "blank":
        i -= 1
    if i < 0 or lines[i].kind != "prose":
        return False
    before = text[lines[i].start : lines[i].end].rstrip()
    return before.endswith((":", "：")) and any(line.kind == "prose" for line in lines[last + 1 :])


def _name(block: str) -> str:
    """The reason to give for a block: "data" (JSON), "css" or "script"."""
    first = block.lstrip()[:1]
    if first in "{[" and re.match(r"""[\[{\s]*["“”][@\w]""", block.lstrip()):
        return "data"
    if re.search(r"[\w-]\s*\{\s*[\w-]+\s*:\s*[^{}]*[;}]", block) and not re.search(
        r"function|=>|\bvar\b|\(\s*\)", block
    ):
        return "css"
    return "script"
