"""The voice of a site: sentences that speak to the visitor about the page before them.

No list of sentences can be complete. What nearly all have in common: they say "you" or "we", or give an
order, and they name several things that a site is made of. An article about sites may do so as well; so this
alone is never a reason to go, only together with what stands beside it.
"""

# ruff: noqa: E501, SIM905 - word lists are read as text

from __future__ import annotations

import re

from summarizer.clean.prompts import REPORTED

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_PERSONS = frozenset(
    "you your yours you're you've you'll we we're our ours us please i'm my let's sie ihre ihren ihr ihnen wir unsere unseren uns bitte "
    "vous votre vos nous notre nos tu su sus tus nosotros nuestra nuestro usted voi tua tuo vostra noi nostra nostro você seu sua nós je jouw uw wij onze".split()
)
_WE = frozenset(
    (
        "we",
        "our",
        "us",
        "we're",
        "wir",
        "unsere",
        "unseren",
        "nous",
        "notre",
        "nos",
        "nosotros",
        "nuestro",
        "nuestra",
        "noi",
        "nostro",
        "nostra",
    )
)
_YOU = frozenset(
    (
        "you",
        "your",
        "you're",
        "please",
        "sie",
        "ihre",
        "ihren",
        "bitte",
        "vous",
        "votre",
        "vos",
        "tu",
        "usted",
    )
)
_ORDERS = frozenset(
    "click tap sign subscribe read see view visit enter join download register follow share send tell help support check try log write "
    "upload contact allow accept enable update unsubscribe forward report get listen watch play turn add save manage choose select "
    "unterstützen spenden lesen abonnieren melden klicken schreiben teilen lisez soutenez cliquez abonnez partagez lee apoya haz comparte".split()
)
_THINGS = frozenset(
    "account accounts ad ads advert adverts advertising app apps article articles box browser button channel comment comments consent content cookie cookies "
    "device devices digital download edition editor editors email emails embed experience feed feedback form free homepage inbox information javascript "
    "journalism journalist journalists link links login mail member members membership message messages newsletter newsletters newsroom notice notifications "
    "offer offers online page pages partners password personal personalised personalized player playback podcast podcasts policies policy post preferences "
    "preview privacy profile promotion queue reader readers register reporting services settings site sites sponsored standards stories story stream submit "
    "subscribe subscriber subscribers subscription subscriptions terms conditions third-party tips tracking trial unlimited unsupported updates upload user users "
    "video videos view visitors voucher website whatsapp widget artikel beitrag redaktion seite inhalt inhalte journalismus leser newsletter datenschutz abo "
    "article rédaction lecteurs contenu journal journalisme site boîte artículo redacción lectores contenido periodismo boletín articolo redazione lettori "
    "giornalismo sito".split()
)
_LONGEST = 60  # words


def is_addressed(core: str) -> bool:
    """Do "we" speak to "you"? Reporters hardly ever do.

    >>> is_addressed("our journalism needs your support."), is_addressed("you can sign up online.")
    (True, False)
    """
    found = _WORD.findall(core)
    return not _WE.isdisjoint(found) and not _YOU.isdisjoint(found)


def speaks_as_site(core: str, words: int) -> bool:
    """May a line be the site's own words to its visitor?

    Args:
        core: the line in lower case, with straight apostrophes.
        words: how many words it has.

    >>> line = "you will need to visit the mobile version of the website to submit your comment."
    >>> speaks_as_site(line, 15), speaks_as_site("the website was sold to a rival in may.", 9)
    (True, False)
    """
    if words > _LONGEST or words < 3 or "“" in core or '"' in core or "„" in core:
        return False
    if _THINGS.isdisjoint(core.split()):
        return False  # most lines end here, in a tenth of the time
    found = _WORD.findall(core)
    things = len(_THINGS.intersection(found))
    if things < 2 or REPORTED.search(core):
        return False
    spoken = found[0] in _ORDERS or not _PERSONS.isdisjoint(found)
    return (spoken and things >= 2 and 12 * things >= words) or (things >= 3 and 5 * things >= words)
