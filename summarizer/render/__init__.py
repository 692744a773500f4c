"""Show a summary: on a terminal, as Markdown, as JSON, as a page.

plain.py      text from anywhere, made safe to print
flow.py       lines for a terminal, wrapped
outline.py    what is shown and in which order; the same for every format
text.py       for a terminal
markdown.py   for a document
pages/        for a browser
links.py      addresses, made safe to link to
removed.py    what cleaning took out
json.py       for programs
cells.py      cells of CSV; table.py a line for each claim and position
annotations.py  W3C Web Annotation
jsonld.py     schema.org
"""

from summarizer.render.json import dump_json, render_json
from summarizer.render.markdown import render_markdown
from summarizer.render.plain import degrade_unencodable, make_plain, make_safe
from summarizer.render.removed import render_removed
from summarizer.render.text import render_claim, render_text

__all__ = [
    "degrade_unencodable",
    "dump_json",
    "make_plain",
    "make_safe",
    "render_claim",
    "render_json",
    "render_markdown",
    "render_removed",
    "render_text",
]
