"""Sentences that speak to the site's visitor: notices, offers, requests.

Each form has fixed strings that it cannot do without, looked for first: most prose has none of them, and
the slower pattern is never tried. A form without such strings must begin the line.
"""

# ruff: noqa: E501, SIM905 - word lists are read as text; a pattern is read as one line, and breaking it hides where an alternative ends

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.clean import abroad
from summarizer.clean.labels import PLATFORM


class Form(NamedTuple):
    """What a prompt looks like; without hints the pattern must match at the beginning."""

    reason: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]


_JOURNALISM = r"(?:journalism|reporting|work|newsroom|news|media|coverage)"

FORMS = [
    Form(reason, hints, re.compile(pattern))
    for reason, hints, pattern in (
        *abroad.PROMPTS,
        (
            "cookie-notice",
            ("partners",),
            r"\bwe and (?:our )?(?:\d+ )?(?:partners|third parties|vendors)\b|\bwith your (?:permission|consent|agreement),? we\b",
        ),
        (
            "technical",
            ("checking", "security", "connection", "site"),
            r"^(?:checking (?:your|if the site) (?:browser|connection)|(?:please )?complete the security check|just a moment|performing security)\b.{0,120}|\bneeds to review the security of your connection\b",
        ),
        (
            "newsletter",
            ("alerts", "text ", "updates"),
            r"^text \w+ to [\d-]{4,12}\b.{0,120}|\bto (?:get|receive) (?:breaking )?(?:news )?(?:alerts|updates) (?:from us|on your|by)\b",
        ),
        (
            "note",
            ("appeared", "republish", "community", "all comments"),
            r"^the post .{3,200} (?:first )?appeared (?:first )?on .{2,80}$|^republish this (?:article|story)\b|^all comments are (?:subject to|moderated|reviewed)\b|^our (?:community|comment) (?:guidelines|standards|rules|policy)\b.{3,150}",
        ),
        (
            "contact",
            ("let us know", "letter to the editor", "@"),
            r"^(?:spotted|seen|found|notice|noticed) (?:an |a |any )?(?:error|mistake|typo|something)\b.{0,120}|\?.{0,60}\b(?:let us know|send (?:us |a |your )?(?:letter|e-?mail|message|tips?|photos?)|write to us)\b.{0,100}",
        ),
        (
            "subscription",
            ("become a", "funded by", "logged in", "signed in"),
            r"\bbecome an? (?:[\w-]+ )?(?:member|supporter|subscriber|patron|friend|donor)\b.{0,40}(?:[£$€]|\b(?:month|year|today|now|here)\b)|\b(?:is|are) funded by (?:our |its |their )?readers\b"
            r"|^(?:you |please )?(?:must|need to|have to)? ?(?:be |log(?:ged)? |sign(?:ed)? )?(?:logged|signed) in to\b",
        ),
        (
            "related",
            ("for more", "to see more", "to read more", "to hear more", "to learn more", "to find out more"),
            r"^(?:for|to see|to read|to hear|to learn|to find out) more\b(?! than\b).{1,80}\b(?:follow us|visit|subscribe|sign up|click|download|go to|head to|check out|see our)\b",
        ),
        (
            "related",
            ("join us",),
            r"^join us (?:live|online|in person|for|on|at|this)\b.{0,120}\b(?:tickets?|register|rsvp|reader|event|sign up|book)\b",
        ),
        (
            "technical",
            (
                "dialog window",
                "browser",
                "preview",
                "recommend us",
                "recommend this site",
                "unsupported",
                "external",
                "third party",
                "third-party",
            ),
            r"^(?:beginning|end) of dialog window\b|\b(?:playback|video|audio|content) is (?:unsupported|not supported)\b.{0,40}|\bnot responsible for the content\b|^(?:warning: )?third[- ]party content may\b|\bview (?:it|this (?:e-?mail|message|newsletter)) in (?:your|a) browser\b|^this is a preview of (?:subscriber|premium|paid|our|the (?:full|article)|this (?:article|story|content))\b|^how likely are you to recommend\b",
        ),
        (
            "share",
            ("follow ",),
            r"^follow .{2,80}(?:'s|’s)? (?:coverage|reporting|updates|stories|work)\b.{0,40}(?:https?://|www\.|\bat\b|\bon\b|\bhere\b)",
        ),
        # Cookies and consent
        (
            "cookie-notice",
            ("cookie",),
            r"\b(?:we|(?:this|our|the) (?:web)?site|this page|by \w+ing)\b.{0,120}\bcookies\b"
            r"|\bcookies\b.{0,120}\b(?:our (?:site|website|partners|services|cookie|privacy)|you agree|"
            r"your (?:consent|experience|device|browser|choices|preferences|browsing)|to improve|personali[sz]e)"
            r"|\bread our cookie|\b(?:verwende[nt]|nutz(?:en|t)|setz(?:en|t))\b.{0,40}\bcookies"
            r"|nous utilisons des cookies|utilizamos cookies|utilizziamo (?:i )?cookie|wij gebruiken cookies",
        ),
        (
            "cookie-notice",
            ("privacy", "consent", "partners"),
            r"\bwe need your (?:consent|permission) to (?:load|show|display)\b|\byour privacy (?:is important|matters)|\bwe (?:value|respect|care about) your privacy"
            r"|\bour (?:\d+ )?partners\b.{0,60}\b(?:consent|personal data|devices?)\b"
            r"|legitimate interests?\b.{0,60}\b(?:consent|partners|object)"
            r"|\bthis (?:web)?site\b.{0,60}\bour (?:privacy|terms)",
        ),
        # Newsletters and accounts
        (
            "newsletter",
            ("inbox", "your e", "recaptcha", "privacy policy and terms"),
            r"(?:delivered|sent|straight|direct(?:ly)?|right|emailed?)(?: (?:straight|directly|right|daily|weekly|free))*"
            r"(?: (?:in)?to| in) your (?:e-?mail|inbox|phone|mailbox)|\b(?:in|to) your inbox\b|\byour e-?mail address\b"
            r"|\bprotected by recaptcha\b|\bprivacy policy and terms of (?:service|use) apply",
        ),
        (
            "newsletter",
            ("newsletter", "unsubscribe"),
            r"\b(?:our|this|the) (?:[\w-]+ ){0,4}newsletters?\b.{0,120}\b(?:you|your|sign up|subscribe|here)\b"
            r"|\b(?:get|receive|read|subscribe to) our\b.{0,40}\bnewsletters?\b|\bunsubscribe at any ?time\b",
        ),
        (
            "newsletter",
            (),
            r"(?:please )?(?:sign ?up|subscribe|register|join)\b(?:[ ,]+[\w'-]+){0,6}[ ,]+"
            r"(?:newsletters?|e-?mails?|inbox|alerts|mailing list|podcast|youtube|channel|briefing|whatsapp|telegram|our \w+|"
            r"unlimited)\b"
            r"|by (?:signing up|subscribing|registering|submitting|providing|entering|clicking|creating|joining)\b.{0,120}"
            r"\b(?:you|terms|privacy|policy|agree)\b"
            r"|(?:want|looking for|need|love|like|enjoy(?:ed|ing)?|missed)\b.{0,100}\?.{0,40}"
            r"\b(?:sign up|subscribe|newsletter|follow us|click|check out|download|get our|join (?:us|our))\b"
            r"|(?:stay|keep|be)\b.{0,20}\b(?:informed|up[ -]?to[ -]?date|updated|connected|in the (?:know|loop)|ahead)\b.{0,80}"
            r"\b(?:sign|subscribe|our|newsletter|follow)\b"
            r"|(?:never|don't) miss (?:a|an|any|out|another|our)\b.{0,80}"
            r"\b(?:story|update|news|beat|post|article|episode|again|alerts|sign|subscribe)\b"
            r"|(?:get|receive) (?:the |our |all the |more |breaking )?(?:day's|latest|best|top|biggest|most|daily|weekly|breaking|"
            r"free|important|morning|news|email|our|stories)\b.{0,120}"
            r"\b(?:inbox|e-?mail|newsletter|alerts?|updates?|delivered|our app|whatsapp|telegram|notifications?)\b",
        ),
        # Subscriptions, trials, donations
        (
            "subscription",
            ("reading", "to read", "access", "unlock", "to view"),
            r"\bto (?:continue|keep|finish) reading\b"
            r"|\bto (?:read|access|unlock|view|get) (?:the (?:full|rest|whole|entire|complete)|this|more|all|full|unlimited)\b"
            r".{0,60}\b(?:subscribe|log in|sign|register|subscription|account|member|trial|upgrade)\b"
            r"|\b(?:subscribe|log ?in|sign ?(?:in|up)|register|upgrade|join)\b.{0,30}"
            r"\b(?:to|for|and) (?:continue|read|unlock|access|view|full|unlimited|keep)\b"
            r"|\bunlimited(?: digital)? access\b.{0,80}\b(?:for|to|subscri|today|week|month|our|all)\b"
            r"|\bget (?:full|complete|instant|unlimited) (?:digital )?access\b",
        ),
        (
            "subscription",
            (
                "you have",
                "you've",
                "you're",
                "you are",
                "free article",
                "limit",
                "any time",
                "anytime",
                "trial",
                "already",
            ),
            r"\b(?:you have|you've|you're|you are)\b.{0,40}\b(?:free |complimentary )?(?:articles?|stories|views?|limit)\b.{0,30}"
            r"\b(?:left|remaining|this month|reached|used|read)\b|\breached your (?:monthly |free |article )*limit"
            r"|\b(?:last free article|free articles (?:left|remaining|this))\b|\bcancel (?:at )?any ?time\b"
            r"|\bstart your (?:free )?(?:\d+.day )?(?:trial|subscription)\b"
            r"|^already (?:a |an |have |subscribed|registered)",
        ),
        (
            "subscription",
            ("subscriber", "member", "registered", "readers", "premium", "abonn", "suscriptor", "users"),
            r"\b(?:this|the full|the rest of this) (?:article|story|content|page|post|feature|report)\b.{0,30}"
            r"\b(?:only|exclusively|exclusive|reserved|available|free|restricted|limited|locked|is)\b.{0,30}"
            r"\b(?:for|to) (?:our |paid |paying |registered |premium |digital )*(?:subscribers?|members?|users|readers)\b"
            r"|^this is (?:a |an )?(?:subscriber|member|premium)[ -](?:only|exclusive)\b"
            r"|\bsind sie (?:bereits|schon) abonnent|\bjetzt (?:weiterlesen|abonnieren|testen)\b"
            r"|\b(?:dieser artikel|dieser inhalt)\b.{0,40}\b(?:abonnenten|registrierte)\b|\bcet article est réservé|"
            r"\bcontenido exclusivo para",
        ),
        (
            "subscription",
            ("our ", "we "),
            r"\b(?:we|our (?:newsroom|reporters|journalists|team|journalism|work|site|reporting))\b.{0,80}"
            r"\b(?:rel(?:y|ies)|depends?|need|count|made possible|funded)\b.{0,40}"
            r"\b(?:your (?:support|help|donations?|contributions?)|readers? (?:like|support)|donations?|readers like you|people like you)\b",
        ),
        (
            "subscription",
            (),
            r"(?:please )?(?:consider |help us )?(?:support|fund|sustain|power)(?:ing)? (?:our|independent|quality|local|public|"
            r"nonprofit|fearless|trusted|this kind of) (?:\w+ )?" + _JOURNALISM + r"\b"
            r"|(?:please )?(?:consider |help us |donate |chip in |become an? (?:\w+ )?(?:member|supporter|subscriber|patron))\b.{0,160}"
            r"\b(?:us|our|today|now|subscrib\w*|journalism|here)\b"
            r"|(?:make|give) (?:a|your) (?:[\w-]+ )*(?:donation|contribution|gift)\b.{0,60}\b(?:today|now|us|our|here|tax)"
            r"|if you (?:value|like|liked|enjoy|enjoyed|appreciate|believe in|found|can|are able)\b.{0,100}"
            r"\b(?:supporting|support (?:us|our)|donat\w+|subscrib\w+|contribut\w+|sharing|follow us|member)\b"
            r"|(?:your|every) (?:support|contribution|donation|gift|subscription)\b.{0,120}\b(?:us|our|journalism|newsroom)\b"
            r"|subscriptions? (?:start|from|begin|cost)\b.{0,60}\d"
            r"|(?:subscribe|join|upgrade)\b.{0,30}\b(?:for|from) (?:just |only )?[$£€]\d",
        ),
        # Browsers and players
        (
            "technical",
            ("javascript", "browser", "block", "robot", "human", "captcha"),
            r"\b(?:enable|turn on|activate|requires?|without) (?:\w+ )?javascript\b|\b(?:have|has|with) javascript enabled\b|\byou(?:'re| are) (?:reading|viewing|visiting) this (?:page|site|website)\b"
            r"|\bjavascript (?:is|must be|needs to be|has been)\b.{0,20}\b(?:disabled|enabled|required|blocked|turned)"
            r"|\byour (?:web )?browser\b.{0,30}\b(?:not|outdated|unsupported|javascript|old|update|block)"
            r"|\bad ?-?block(?:er|ing)?s?\b.{0,80}\b(?:your|disable|turn off|whitelist|our)\b|\b(?:disable|turn off|pause) your ad ?-?blocker"
            r"|\bare you a (?:robot|human)\b|\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\bcomplete the captcha\b",
        ),
        (
            "technical",
            ("error", "wrong", "unable", "loaded", "played", "supported", "available", "displayed"),
            r"^(?:sorry,? |oops\W* )*(?:an error (?:has )?occurred|something went wrong|unable to load|failed to load)\b"
            r"|^(?:sorry,? )?this (?:video|audio|content|feature|element|media|embed) (?:is not|is|isn't|can ?not|can't|could not|cannot)\b"
            r".{0,40}\b(?:available|supported|play(?:ed)?|displayed|loaded)\b",
        ),
        (
            "technical",
            (),
            r"save my name, e-?mail|video player is loading|this is a modal window|(?:please )?(?:try again|refresh the page|reload)\b.{0,60}|please wait\b.{0,40}|loading\b.{0,20}$",
        ),
        # Apps, platforms
        (
            "app",
            (" app", "google play", "notifications", "download"),
            r"\b(?:download|get|install|try|open) our\b.{0,40}\bapp\b|^(?:download|get|install|try|open|use) (?:the|it in the|this in the)\b"
            r".{0,40}\bapp\b|\b(?:on|from|in) (?:the )?(?:app store|google play)\b.{0,40}\b(?:download|get|now|today)\b"
            r"|^(?:download|available|get)\b.{0,60}\b(?:app store|google play|ios|android)\b|^turn on (?:notifications|alerts|push)\b"
            r"|\bour (?:free |new |mobile )*app\b.{0,60}\b(?:download|ios|android|store|here)\b",
        ),
        (
            "share",
            (),
            r"(?:please )?(?:follow|like|find|join|connect with|subscribe to|add|watch) "
            r"(?:us|our|me|the [\w ]+?|@\w+|him|her|them|[\w .'-]{2,40}?)(?: on| at| via)? (?:our )?(?:@\w+|(?:"
            + PLATFORM
            + r")\b).{0,120}"
            r"|follow (?:@\w+|us|me)\b.{0,120}|(?:share|tweet|pin|retweet|print|forward) this (?:article|story|post|page|with|on|via)\b.{0,80}"
            r"|(?:you can )?(?:also )?(?:follow|find|reach|contact|e-?mail) (?:him|her|them|us|me)\b.{0,100}(?:@|\b(?:"
            + PLATFORM
            + r")\b).{0,60}",
        ),
        (
            "embed",
            ("shared by", "view this post", "this post", "this tweet"),
            r"^(?:a (?:post|photo|video) shared by|view this post on|this (?:post|tweet) (?:has been|was) (?:deleted|removed))\b",
        ),
        # Asking for tips, giving addresses
        (
            "contact",
            ("?",),
            r"^(?:(?:do you )?have (?:a|any|you|information|something)|got (?:a|any|something)|know (?:something|more|anything)|"
            r"do you (?:know|have|work|live)|are you|have you|were you|want to|would you)\b.{0,160}\?.{0,160}"
            r"(?:\b(?:contact us|our|e-?mail|contact the|get in touch|tip|whatsapp|signal|form|let us know|share your|write to us)\b|@)",
        ),
        (
            "contact",
            (),
            r"(?:please |to )?(?:contact|e-?mail|write to|reach|send|call|text|message|get in touch with|tell) (?:us|the (?:author|writer|reporter|"
            r"editor|newsroom|newsdesk)s?|your (?:letters?|tips?|news|story|stories|photos|comments|feedback)|tips?\b|letters to|news tips|"
            r"corrections|story ideas|feedback|me|him|her|(?!was |were |with |is |has |had )[a-z.]+ [a-z.'-]+ at)\b.{0,160}"
            r"|(?:got a |have a |send )?news tips?\b.{0,40}(?:@|\bemail\b|\bcontact\b)"
            r"|(?:media|press) (?:contacts?|inquiries|enquiries|office)\b ?[:|–-].{2,160}"
            r"|for (?:media|press) (?:inquiries|enquiries|information)\b.{2,160}"
            r"|for (?:more|further) (?:information|details)\b.{0,80}(?:@|\bcontact\b|\bvisit\b|\bcall\b|www\.|https?:).{0,80}",
        ),
        (
            "contact",
            ("can be",),
            r"\b(?:the (?:author|reporter|writer)|he|she|they|[a-z]+ [a-z'-]+) can be (?:reached|contacted|followed) (?:at|on|via|by)\b",
        ),
        # Paid links, machine-made texts
        (
            "disclosure",
            ("commission", "affiliate"),
            r"\b(?:we|\w+(?: \w+){0,3}) (?:may |might |can |could |will )?(?:earn|receive|get|make)s? (?:a |an )?(?:small |affiliate )*"
            r"(?:commissions?|compensation)\b.{0,120}\b(?:links?|purchases?|buy|affiliate|products?)\b"
            r"|\b(?:affiliate|sponsored) links?\b.{0,120}\b(?:we|our|us|commission|this (?:page|article|post))\b"
            r"|\b(?:links?|purchases?|buy)\b.{0,80}\b(?:we )?(?:may|might|will) earn\b.{0,30}\bcommission",
        ),
        (
            "disclosure",
            ("generated", "translated", "summari", "created", "narrated"),
            r"^this (?:audio|article|story) (?:is|was|has been) auto(?:matically)?[- ]?(?:generated|narrated|read)\b"
            r"|^this (?:article|content|story|text|summary|translation|page|post|audio) (?:was|is|has been) (?:\w+ ){0,3}"
            r"(?:generated|translated|created|written|produced|summari[sz]ed|narrated)\b.{0,60}"
            r"\b(?:ai|artificial intelligence|machine|automatic(?:ally)?|chatgpt|automated|software|computer|tool)\b",
        ),
        (
            "copyright",
            ("©", "copyright", "reserved", "may not be", "must not be", "registered"),
            r"^(?:©|copyright ?(?:©|\(c\)|\d)|\(c\) ?\d)|\ball rights reserved\b"
            r"|\b(?:may|must) not be (?:published|reproduced|copied|broadcast|redistributed|republished),"
            r"|\b(?:reproduced|republished|used|distributed)\b.{0,40}\bwithout (?:the )?(?:prior |express |written )*(?:permission|consent)\b"
            r"|\bregistered (?:office|in england|charity (?:no|number)|company (?:no|number))\b",
        ),
    )
]

REPORTED = re.compile(
    r"\b(?:said|says|told|tells|according to|announced|reported|wrote|writes|added|asked|argued|argues|claimed|claims|"
    r"warned|noted|explained|testified|insisted|denied|stated|tweeted|replied|recalled|complained|promised|urged|vowed|"
    r"acknowledged|conceded|continued|admitted|accused|alleged|revealed|confirmed|declared|predicted|suggested|"
    r"sagte|sagt|erklärte|teilte|berichtete|laut|zufolge|dijo|afirmó|declaró|según|selon|a déclaré|a dit|ha detto)\b"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|„[^„“”]*[“”]|«[^«»]*»|''[^']*''")
# The commonest words of REPORTED, as they stand in a line.
_SAID = frozenset(
    "said said. said, told says says. says, wrote added added. asked announced reported laut sagte sagt".split()
)
# Words without which no form that may begin anywhere is found, as they stand in the line …
_WORDS = frozenset(
    "we our you your you're you've you'll us this cookies cookie cookies. © copyright reserved reserved. javascript privacy consent "
    "partners newsletter newsletters inbox inbox. unsubscribe browser captcha commission affiliate reached contacted followed "
    "broadcast, published, reproduced app access unlimited subscribe subscribers subscribers. subscribers-only members members. free trial "
    "registered jetzt sie dieser cet contenido nous utilizamos utilizziamo wij diese unsere wir verwendet verwenden sorry, sorry oops "
    "notifications download turn get robot human reading reading, account account. log partner partnern partenaires socios cookies, "
    "boletín nieuwsbrief infolettre newsletter, funded supporter patron externe externer notre nos votre utilizamos usamos noi nostri vi używa ihre ihrer".split()
)
# … and the first words of those that begin the line.
_FIRST_WORDS = (
    frozenset(
        "please sign signup subscribe register join by want looking need love like enjoy enjoyed enjoying missed stay keep be never don't get "
        "receive consider help support fund sustain power supporting donate chip become make give if your every subscription subscriptions "
        "upgrade try refresh reload loading follow find connect add watch share tweet pin retweet print forward you also contact email e-mail "
        "write reach send call text message tell got have news tips media press for do are were would know sorry already this a "
        "download available install open use turn save video this checking complete all to having not something oops error warning media just beginning end how text the republish spotted seen found notice noticed".split()
    )
    | abroad.FIRST_WORDS
)
_ANY_WORD = _SAID | _WORDS
_LONG = 450  # characters: beyond that only notices of consent are this long


def match_prompt(core: str) -> str | None:
    """The reason why a sentence speaks to the site's visitor, or None. What others are quoted as saying is not.

    Args:
        core: the line in lower case, with straight apostrophes.

    >>> match_prompt("we use cookies to improve your experience on our site.")
    'cookie-notice'
    >>> match_prompt("“we use cookies because advertisers pay for them,” the firm's former chief told lawmakers.")
    """
    if core[:1] in '“"„«':
        return None
    words = core.split()
    found = _ANY_WORD.intersection(words)
    opens = words[0].rstrip(",:?!") in _FIRST_WORDS
    # Most paragraphs of most articles end here.
    if not _SAID.isdisjoint(found) or not (found or opens or core[:1] in "©("):
        return None
    own = ""
    for reason, hints, pattern in FORMS:
        if hints:
            for hint in hints:  # a plain loop: any() costs four times as much, and this runs for every line
                if hint in core:
                    break
            else:
                continue
            if len(core) > _LONG and reason != "cookie-notice":
                continue
            own = own or _leave_quotations_out(core)
            match = pattern.search(own)
        elif opens:
            match = pattern.match(core)
        else:
            continue
        if match:
            own = own or _leave_quotations_out(core)
            if own[:1] in '“"„«' or REPORTED.search(own) or not pattern.search(own):
                return None
            return reason
    return None


def _leave_quotations_out(core: str) -> str:
    """A line without what stands in quotation marks, unless that is a word or two, such as a button's."""
    return _QUOTED.sub(lambda q: q[0] if q[0].count(" ") < 3 else " ", core)
