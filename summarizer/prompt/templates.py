"""The Jinja2 templates of a prompt file: which variables each may use, what is wrong with one, rendering."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.errors import PromptError

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_ABOUT = frozenset({"title", "date", "author", "site", "language"})
_PART = frozenset({"article", "before", "part", "parts", "first", "last"})

# The variables of each template, and those without which it would be pointless.
VARIABLES: dict[str, frozenset[str]] = {
    "system": frozenset({"language"}),
    "user": _ABOUT | _PART | {"found", "unread"},
    "continue": frozenset({"first", "last", "cited"}),
    "repair": _ABOUT | {"article", "first", "last", "failed", "missing"},
    "merge": _ABOUT | {"gists", "claims"},
    "verify": frozenset({"pairs"}),
    "group": frozenset({"issues"}),
}
NEEDED: dict[str, frozenset[str]] = {
    "user": frozenset({"article"}),
    "repair": frozenset({"article", "failed", "missing"}),
    "merge": frozenset({"gists"}),
    "verify": frozenset({"pairs"}),
    "group": frozenset({"issues"}),
}

_BLANK_ROWS = re.compile(r"\n{3,}")


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # What is rendered is a message to a model, not a page: nothing to escape for HTML.
    return ImmutableSandboxedEnvironment(  # nosec
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )


@lru_cache(maxsize=64)  # a few templates serve any number of articles
def _compile(template: str) -> Template:
    return _environment().from_string(template)


def render_template(key: str, template: str, values: dict[str, object]) -> str:
    """A template filled in, without white space around it and with at most one empty line in a row.

    Args:
        key: which template of the prompt file it is, for the message.
        template: Jinja2 source.
        values: its variables.

    Raises:
        PromptError: it cannot be rendered.
    """
    from jinja2 import TemplateError

    try:
        text = _compile(template).render(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise PromptError(f"the prompt's {key!r} template cannot be filled in: {error}") from error
    return _BLANK_ROWS.sub("\n\n", text).strip()


@lru_cache(maxsize=64)
def list_variables(template: str) -> frozenset[str]:
    """The variables that a template uses.

    >>> sorted(list_variables("What was found: {% for entry in items %}{{ entry }}{% endfor %}"))
    ['items']
    """
    from jinja2.meta import find_undeclared_variables

    return frozenset(find_undeclared_variables(_environment().parse(template)))


def find_template_problems(key: str, template: str) -> list[tuple[int, str]]:
    r"""What is wrong with a template, each with its line from 1; undefined variables together.

    >>> find_template_problems("merge", "{{ gists }}\n{{ titel }} {{ athor }}")
    [(2, "'merge' uses undefined variables: titel (line 2; title?), athor (line 2; author?)")]
    """
    from jinja2 import TemplateSyntaxError, nodes
    from jinja2.meta import find_undeclared_variables

    try:
        tree = _environment().parse(template)
        used = find_undeclared_variables(tree)  # also finds unknown filters and tests
    except TemplateSyntaxError as error:
        return [(error.lineno, f"{key!r} is not a valid template: {error.message}")]
    except RecursionError:
        return [(1, f"{key!r} is nested too deeply")]
    problems = []
    if unknown := used - VARIABLES[key]:
        places: dict[str, int] = {}
        for node in tree.find_all(nodes.Name):
            if node.name in unknown:
                places.setdefault(node.name, node.lineno)
        named = [_describe(name, line, VARIABLES[key]) for name, line in places.items()]
        what = "an undefined variable" if len(named) == 1 else "undefined variables"
        problems.append((min(places.values()), f"{key!r} uses {what}: {', '.join(named)}"))
    if missing := NEEDED.get(key, frozenset()) - used:
        names = ", ".join(f"{{{{ {name} }}}}" for name in sorted(missing))
        problems.append((1, f"{key!r} does not use {names}, so the model would not be told"))
    return problems


def _describe(name: str, line: int, known: frozenset[str]) -> str:
    near = nearest(name, known)
    return f"{name} (line {line}; {near}?)" if near else f"{name} (line {line})"


def nearest(word: str, known: frozenset[str] | set[str]) -> str | None:
    """The known word that `word` is probably a misspelling of, if there is one.

    >>> nearest("exmaples", {"examples", "system"})
    'examples'
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else None
