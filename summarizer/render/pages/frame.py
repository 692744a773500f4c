"""The frame of every page: one file that needs nothing else, runs only our own script, and escapes all text.

A page is a template in `templates/` that extends `base.html`; it gets the style sheet, and a script from
`assets/` if it names one, both in place and named by hash in the page's content-security policy.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.render.plain import make_safe

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}")
# Comments, and lines that are comments: they are for who reads the files here.
_COMMENTS = re.compile(r"/\*.*?\*/|^[ \t]*//[^\n]*$", re.DOTALL | re.MULTILINE)


def render_page(template: str, values: Mapping[str, object], *, script: str | None = None) -> str:
    """A whole page as HTML.

    Every value that a template prints is made safe (no control characters, no bidi overrides) and escaped;
    a URL has to come through `summarizer.render.links.check_url` first.

    Args:
        template: a file in `templates/`, which extends `base.html`: blocks `title` and `body`.
        values: the template's variables; one that is missing is an error.
        script: a file in `assets/`, or None for a page without any.
    """
    style, code = load_asset("page.css"), load_asset(script) if script else ""
    return (
        _environment()
        .get_template(template)
        .render(values, policy=make_policy(style, code), style=style, code=code)
    )


def make_policy(style: str, code: str) -> str:
    """The policy that lets a page use this style sheet and this script, and nothing else from anywhere.

    >>> make_policy("", "")[:60]
    "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JC"
    """
    scripts = _hash(code) if code else "'none'"
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {scripts}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def load_asset(name: str) -> str:
    """A style sheet or script without comments, indentation and empty lines: it is in every page."""
    text = _COMMENTS.sub("", (_HERE / "assets" / name).read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def shorten(text: str, longest: int = 200) -> str:
    """A text cut where it is too long to read.

    >>> shorten("one two three", 7)
    'one two …'
    """
    return text if len(text) <= longest else text[:longest].rstrip() + " …"


def check_language(code: str | None) -> str | None:
    """A language code that may stand in a `lang` attribute; None for anything else.

    >>> check_language("de-AT"), check_language("x onload=1")
    ('de-AT', None)
    """
    return code if code and _LANGUAGE.fullmatch(code) else None


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    # No sandbox, unlike for prompts: these templates are ours alone, and it takes half of the time.
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=lambda value: make_safe(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["shorten"] = shorten
    environment.filters["lang"] = lambda code: (
        Markup(' lang="{}"').format(code) if code not in (None, "en") else ""
    )
    # Ours, and to be hashed as it stands.
    environment.filters["verbatim"] = Markup  # nosec
    return environment
