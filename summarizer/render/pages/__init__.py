"""Pages for a browser: each one file that needs nothing else.

frame.py      the frame: style, script, policy, escaping, templates
article.py    the page of one article
run.py        the pages of a run: its articles, and their index
passages.py   the article's text cut where evidence begins and ends
speakers.py   each speaker's letters and colour
templates/    Jinja2 templates, all within base.html
assets/       the style sheet, and a script a page
"""

from summarizer.render.pages.article import render_article_page
from summarizer.render.pages.frame import render_page
from summarizer.render.pages.run import render_run

__all__ = ["render_article_page", "render_page", "render_run"]
