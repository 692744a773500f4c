"""Forms of lines that a site adds to an article: what a single line shows by itself.

Every pattern is held against a line in lower case, with straight apostrophes and without the marks around
it. A label must be the whole line; a prompt is a sentence that speaks to the visitor about the site. What
both have in common with prose ("Advertisement spending fell", "Read more books, the general said") is only
the first word, so no pattern stops at it.
"""

# ruff: noqa: E501, SIM905 - word lists are read as text; a pattern is read as one line, and breaking it hides where an alternative ends

from __future__ import annotations

import re

from summarizer.clean import abroad

PLATFORM = (
    "facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|instagram|telegram|youtube|tiktok|flipboard|messenger|"
    "threads|bluesky|mastodon|tumblr|snapchat|e-?mail|sms|line|xing|vk|pocket|google news|google|apple news|spotify|"
    "apple podcasts|google podcasts|rss"
)
_WORK = (
    "article|story|post|page|piece|report|content|column|item|news|video|podcast|episode|gallery|interview"
)
_COUNT = r"\(?\d[\d.,]*\s?[km]?\)?"

# Each: the reason, and patterns that match a whole line.
_LABELS: dict[str, tuple[str, ...]] = {
    "advertisement": (
        r"(?:\d+ )?(?:advertisements?|adverts?|ads?)(?: ?\d+)?(?: (?:feedback|choices|info|closed|loading))?",
        r"(?:(?:the )?(?:story|article|content|text|page|report|post) )?continues? (?:reading )?(?:below|after|following)"
        r"(?: (?:the|this))?(?: (?:advertisement|advert|ads?|video|photo|gallery|newsletter(?: signup)?|promotion))?",
        r"(?:advertisement|advert|ad)s?\W+(?:(?:story|article|content|scroll).*|skip.*|close.*|remove.*|hide.*)",
        r"(?:scroll|keep scrolling|swipe)(?: down)?(?: to| for)?(?: continue| read| more| see).*",
        r"article continues.{0,40}|continue reading.{0,40}",
        r"(?:ad|advertising|advertisement|sponsored|promoted|presented|paid|powered|brought to you|supported)"
        r"(?: content| post| message| story| link| partner content)?s? (?:by|from|for)(?:\W.{0,40})?",
        r"(?:sponsored|promoted|paid|partner|branded|native)(?: (?:content|posts?|stor(?:y|ies)|links?|listings?|partner"
        r"|partnership|by|advertisement|results?|messages?|features?|articles?))*",
        r"skip (?:this )?(?:ad|advert|advertisement)(?: in \d.{0,10})?|your ad(?:vert\w*)? (?:will go |goes )?here|report this ad|why (?:am i seeing )?this ad|remove ads?"
        r"|go ad-?free.{0,30}|advertise (?:with us|here)|your ad here|hide (?:this )?ad|close ad|about ads",
        r"anzeige|werbung|publicit[ée]|publicidad|pubblicit[àa]|advertentie|реклама|annonse|mainos|anuncio|reklame?"
        r"|reklama|広告|广告|광고|إعلان|artikel (?:wird )?(?:nach|unter) der (?:anzeige|werbung).{0,20}",
        r"advertising|affiliate links?|commercial break|promo(?:tion)?",
    ),
    "share": (
        r"share(?: (?:this|the))?(?: (?:"
        + _WORK
        + r"))?(?: (?:on|via|to|with|by|using)(?: (?:"
        + PLATFORM
        + r"|friends|others|social media))?)?",
        r"(?:tweet|pin|print|e-?mail|save|bookmark|copy|like|gift|republish|cite)(?: (?:this|it|the))?(?: (?:"
        + _WORK
        + r"))",
        r"add to (?:bookmarks?|favou?rites|reading list|my list|saved)|copy (?:the )?(?:link|url|short ?link)(?: to clipboard)?|link copied.{0,15}|copied(?: to clipboard)?|click to (?:share|copy|tweet|print|email).{0,40}",
        _COUNT
        + r" (?:shares?|likes?|retweets?|views?|reactions?|claps?|upvotes?|recommendations?|followers?|bookmarks?)",
        r"shares?\W? ?"
        + _COUNT
        + r"|share:?|sharing options.{0,20}|social (?:sharing|share|links)|spread the word",
        r"(?:follow|find|like|join|connect with|add) (?:us|.{1,40}) (?:on|via|in)(?: (?:"
        + PLATFORM
        + r"|,|and|&|or|our))+(?: (?:channel|page|group|feed))?(?: @?\w+)?",
        r"follow(?: (?:us|me|him|her|them))?(?:(?: (?:on|at))? @\w+(?:,? (?:and|&) @\w+)?)?",
        r"(?:teilen|tweeten|drucken|merken|versenden|artikel (?:teilen|drucken|merken|versenden)|partager|imprimer"
        r"|compartir|imprimir|condividi|stampa|delen)(?: (?:auf|sur|en|su|op|via|par|per|por) (?:"
        + PLATFORM
        + r"))?",
        r"(?:\d[\d.,]*[km]? (?:retweets?|reposts?|quotes?(?: tweets)?|likes?|replies|views?|bookmarks?|shares?|comments?|reactions?)(?:\W{1,3}|$)){2,6}|(?:save|share|bookmark|gift|send|listen to|print|download)(?: (?:for later|as pdf|full|this|the|article|story|video|page|with|a friend|to|your|list|reading))+|text size.{0,10}|share (?:full|this)? ?(?:article|story|video|post|on).{0,30}|(?:like|comment|share)(?:,? (?:&|and )?(?:like|comment|share))+|(?:facebook|twitter|reddit|linkedin|pinterest|whatsapp|flipboard) \(?\d[\d.,]*[km]?\)?",
        r"sharing is caring\W?",
        r"follow (?:the )?(?:topics?|tags?|authors?|people|this (?:story|topic|author)) ?.{0,40}",
    ),
    "navigation": (
        r"(?:skip|jump|go|back|return)(?: directly)?(?: back)? to(?: the)? (?:main |page |site )?(?:content|navigation|top|menu|search"
        r"|footer|home(?:page)?|article|main|start|beginning|section|all stories|results|comments)",
        r"(?:toggle|open|close|show|hide|expand|main|mobile|site|primary)(?: (?:the|main|site|mobile|side))? (?:menu|navigation|search(?: bar)?|nav|sidebar)",
        r"(?:log|sign) ?(?:in|out|off|on)(?: ?(?:/|or|\|) ?(?:register|sign ?up|join|subscribe|create.{0,20}))?|(?:log|sign) in (?:here|now|with .{1,25}|to your account)|my account|your account|create (?:an |your )?(?:free )?account"
        r"|register(?: now| here| for free)?|menu|sections|all sections|site ?map|home ?page|search (?:this site|for:?|\.\.\.|…)",
        r"read (?:less|all)|(?:load|show|see|view) (?:more|less|all)(?: (?:stories|articles|news|posts|results|photos|images))?|read (?:the )?(?:full|whole|entire|rest of the|original) (?:story|article|report|post|text|interview)(?: here)?(?: (?:on|at|in|from) .{2,40})?"
        r"|(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|stories|posts|up))|next ?[»›→]|[«‹←] ?prev(?:ious)?|more\.\.\.|view (?:full|larger) (?:image|size|article|story)",
        r"(?:click|tap) (?:here|to) .{2,50}|click here|enlarge(?: (?:this )?image)?|open image in gallery|view (?:gallery|slideshow|photos|image in fullscreen)|(?:image|photo|slide|picture) (?:\d+ ?)?(?:of|/) ?\d+|\d+ of \d+ (?:images|photos|slides)",
        r"zum (?:inhalt|hauptinhalt|menü|seitenanfang)(?: springen| wechseln)?|nach oben|zurück zur (?:startseite|übersicht)|anmelden|abmelden|registrieren|startseite|mehr anzeigen|weiterlesen.{0,30}"
        r"|aller au contenu(?: principal)?|se connecter|s'abonner|s'inscrire|iniciar sesión|suscribirse|ir al contenido|leer más|lire la suite|leggi tutto|accedi|abbonati",
        r"(?:us|uk|international|world|asia|europe|global) edition|change (?:location|edition|language)|select (?:your )?(?:edition|language|region)|translate(?: this (?:page|article))?|(?:text|font) size.{0,15}|(?:increase|decrease|larger|smaller) (?:text|font)(?: size)?|(?:a ?){2,3}|all articles|dark mode|light mode|a\s?[+-]|high contrast",
        r"\d+[- ](?:day|hour) forecast|(?:full|today's|local|hourly) (?:weather|forecast).{0,20}|(?:feels like|humidity|wind|uv index|sunrise|sunset|precipitation):? .{1,20}|in this (?:article|story)|jump to section|on this page|table of contents|(?:show|hide|collapse|expand)(?: (?:more|less|all|details|transcript|caption))?|open(?: this)? (?:photo|image|picture)s? in (?:gallery|full ?screen|lightbox).{0,12}|(?:view|open) (?:the )?(?:photo|image|picture|slideshow|gallery)s?(?: in .{3,20})?|refresh(?: (?:page|this page))?|select (?:a )?language|powered by .{3,40}|\d+ new (?:updates?|posts?|messages?)|last updated .{3,40}|live(?: (?:updates?|blog|coverage|reporting))?|key (?:events?|moments?)(?: .{0,20})?|pinned(?: post)?|auto-?refresh.{0,20}|load(?:ing)?(?: (?:more|content|placeholder|image))*|image lazy-load placeholder|placeholder|jump to (?:recipe|comments|content|section|navigation)",
        r"weather:? .{1,20}|(?:hide|show|about)(?: (?:social|share|sharing|buttons|options))+",
    ),
    "cookie-notice": (
        r"(?:accept|reject|allow|decline|deny|refuse|block)(?: (?:all|only|and|&|necessary|essential|additional|optional|non-essential|our|these|cookies|close|continue|selected|recommended|everything|tracking))+",
        r"(?:manage|customi[sz]e|change|review|update|set|save|edit|your|my|more)(?: (?:my|your|our|cookies?|privacy|consent|ad|tracking|preferences?|settings|options|choices|partners|selection|and|&|exit|close))+",
        r"(?:cookie|privacy|consent|gdpr|ccpa)(?: (?:settings|preferences?|policy|notice|options|consent|banner|choices|statement|manager|centre|center|&|and|cookies?|privacy|terms))+|cookies?|strictly necessary cookies|do not (?:sell|share).{0,60}|your (?:california )?privacy (?:choices|rights)|(?:i )?(?:agree|accept|consent)(?: (?:and|&) (?:close|continue|proceed))?|got it!?|no,? thanks|i'm ok with that|i understand|ok,? got it|(?:alle )?(?:akzeptieren|ablehnen|zustimmen)|einstellungen verwalten|tout accepter|tout refuser|aceptar todo|rechazar todo|accetta tutto|alles accepteren",
        r"notice at collection|limit the use of (?:my )?.{3,60}|(?:i'm|i am) not a robot|(?:re)?captcha|privacy ?[-–|·] ?terms|(?:list of |our )?(?:partners|vendors)(?: \((?:vendors|\d+)\))?|(?:learn more|read more) about (?:purposes|cookies|our|how we).{0,60}|(?:continue|proceed) without (?:accepting|consent).{0,20}",
    ),
    "newsletter": (
        r"(?:sign ?up|subscribe|register|join)(?: (?:now|here|today|free|for free|to|for|our|the|a|an|my|your|this|daily|weekly|morning|evening|free|breaking|news|newsletters?|e-?mails?|alerts?|updates?|briefing|digest|bulletin|podcast|channel|mailing|list|and|&|get|us|more))+",
        r"(?:(?:our|the|a|your|free|daily|weekly|morning|evening|e-?mail|get|more|news) )*(?:newsletters?|mailing list|e-?mail (?:updates|alerts))(?: (?:sign ?-?up|subscription|preferences|signup form|promo))?",
        r"(?:enter |type |add |your |an? |valid |please )*e-?mail(?: ?address)?(?: (?:here|required|\*))?|your (?:first |last |full )?name(?: (?:here|required|\*))?|(?:first|last) name|zip code|password|username|forgot(?:ten)?(?: your)? (?:password|username).{0,3}|remember me|stay signed in|confirm|sign me up!?|i'm in!?",
        r"thanks?(?: you)? for (?:signing up|subscribing|your (?:interest|subscription|feedback)|reading|watching|listening|visiting).{0,40}|(?:you (?:are|have)|you've|you're) (?:now |already |been |successfully )*(?:subscribed|signed up|registered|logged in|signed in).{0,40}",
        r"(?:zum )?newsletter(?: (?:abonnieren|bestellen|anmelden))?|jetzt (?:abonnieren|anmelden|registrieren|kostenlos .{1,30}|testen)|e-mail-adresse(?: eingeben)?|inscrivez-vous.{0,50}|suscríbete.{0,50}|iscriviti.{0,50}|abonnez-vous.{0,50}",
        r"(?:after |end of |skip past )?newsletter promotion|get in touch",
    ),
    "subscription": (
        r"subscribe(?: (?:now|today|here|for .{1,30}))?|(?:see|view|compare) (?:all )?(?:subscription )?(?:options|plans|offers)|start (?:your |a )?(?:free |\d+.day )?(?:trial|subscription)(?: (?:now|today))?|try (?:it )?(?:free|for free|now|for \W?\d.{0,20})|cancel any ?time|become a(?:n?) (?:member|subscriber|supporter|patron|insider)(?: (?:now|today|for .{1,30}))?|donate(?: (?:now|today|here))?|support us|(?:make a )?(?:donation|contribution|one-time gift)|support (?:our|independent|local|quality|public|nonprofit)(?: \w+){0,3}|gift (?:this )?(?:article|a subscription|subscriptions?)|unlock (?:this )?(?:article|story)|already (?:a |an )?(?:subscriber|subscribed|member|registered|have an account)\??(?:\W*(?:log|sign) ?in.{0,20})?|(?:subscriber|member|premium|plus|pro|registered)s?[ -]?(?:only|exclusive|content|article|access)(?: (?:content|article|story))?|(?:exclusive|free|premium)(?: (?:for|to) (?:subscribers|members))|\d+ (?:free )?(?:articles?|stories) (?:left|remaining).{0,30}|continue (?:reading )?with (?:a )?(?:free trial|google|facebook|apple|email)|unlimited (?:digital )?access.{0,40}|jetzt (?:abo|abonnent|plus|weiterlesen|lesen).{0,30}|bereits abonnent\??.{0,20}|déjà abonné.{0,20}|réservé aux abonnés|solo para suscriptores",
        r"(?:buy|shop|order|book|get) (?:it |yours |tickets? )?(?:now|here|today|online|at .{2,30}|from .{2,30})|book tickets|(?:[$£€] ?\d[\d.,]*|\d[\d.,]* ?[$£€]) (?:at|from|on) .{2,40}",
        r"not (?:a|yet a|an?) (?:member|subscriber)\b.{0,30}|(?:view|see|claim|get|redeem) (?:the |this |your )?(?:offers?|deals?|discounts?)|.{0,40}\bcancel any ?time\b.{0,20}",
    ),
    "comments": (
        _COUNT
        + r"(?: \w+)? (?:comments?|repl(?:y|ies)|responses?|kommentare?|commentaires?|comentarios?|commenti)",
        r"(?!no comment$)(?:no|view|show|hide|read|see|load|open|leave|post|add|write|join|start|sort|all|view all|show all|read all|see all|load more|be the first to|login to|log in to|sign in to|report|flag|top|latest|newest|oldest|most recent|recent|readers'?|user|our|your)(?: (?:a|an|all|the|more|your|this|our|in|on|to|new|public|first|\(?\d[\d,.]*\)?))*"
        r" (?:comments?|repl(?:y|ies)|conversation|discussion|responses?|debate)(?: (?:section|policy|guidelines|below|here|now|first|yet|\(?\d[\d,.]*\)?|by|on|article|story|this|in))*",
        r"comments?(?: (?:are|is|have been|section|policy|guidelines|off|now|for|on|this|article|story|turned|closed|disabled|open|loading|below|feed))+\W*|comments? ?(?:\(?\d[\d,.]*\)?)?|comment (?:on|as|below|using|now|guidelines).{0,40}|discuss(?:ion)?(?: this)?(?: "
        + "(?:"
        + _WORK
        + r"))?(?: \(\d+\))?",
        r"your email address will not be published.{0,60}|required fields are marked.{0,10}|(?:please |you must |you need to )*(?:be )?(?:log|logged|sign|signed) ?in .{0,40}(?:comments?|reply|discussion|conversation)|comments (?:are|have been) (?:not |no longer |now |currently |automatically )*(?:available|closed|disabled|off|open|moderated|turned off)(?: (?:on|for|by) .{2,30})?|(?:what do you think|have your say|tell us what you think|share your (?:thoughts|views|opinion|story)|let us know).{0,60}|sort by:?(?: \w+){0,3}|(?:reply|report|flag|upvote|downvote|recommend|edited|like ?[·|•]? ?reply|reply ?[·|•]? ?share|quote reply)(?: (?:to|abuse|comment))?(?: ?\(?\d+\)?)?|powered by \w+|disqus.{0,40}|please enable javascript to view.{0,60}|kommentare? (?:schreiben|lesen|anzeigen|verfassen)|diskutieren sie mit.{0,20}|save my name.{0,100}|notify me (?:of|when|by|via).{0,60}|oldest(?: first)?|newest(?: first)?|most voted|(?:moderation|community) (?:guidelines|standards|rules)",
        r"view \d+ (?:more )?comments?|(?:what (?:do|are) you(?:r thoughts)?|tell us|have your say).{0,60}",
    ),
    "related": (
        r"(?:related|recommended|suggested|similar|popular|trending|featured|further|latest|recent|top|most recent|hot|must|essential|background|additional|other|new)"
        r"(?: (?:articles?|stor(?:y|ies)|posts?|content|topics?|news|coverage|reads?|reading|links?|videos?|items?|for you|now|today|in .{1,20}|on .{1,20}|headlines|from .{1,30}|searches|stories for you|right now|this week|watch|podcasts?|documents?|resources))+",
        r"most[ -](?:read|popular|viewed|shared|commented|watched|recent|emailed|discussed|clicked)(?: .{1,30})?",
        r"(?:you|we think you|readers)(?: who .{1,30}?)?(?: (?:might|may|will|would|could|'ll|'d)|'ll|'d)(?: also)? (?:like|love|enjoy|be interested in|want to read|have missed)(?: .{1,30})?|(?:people|readers|others|fans)(?: who .{1,30}?)?(?: are)?(?: also| now)? (?:reading|read|viewed|liked|bought|watching)(?: this| these| now| also)?",
        r"more (?:on|from|in|about|stories|news|like|coverage|headlines|articles|reading|to|for|top|great|must|by|world|politics|sports?|business|opinion|health|tech(?:nology)?|videos?|photos?)(?: [\w'&-]+){0,4}",
        r"(?:read|see|also|watch|what to read|read this|read it|what's|keep|continue|editor'?s'?|editors'|staff|our|reader)(?: (?:also|next|more|on|now|reading|picks?|choice|favou?rites?|recommends?|recommendations|watching|to read))+",
        r"(?:in case you missed it|icymi|don'?t miss(?: this| it| out)?|don'?t miss these.{0,30}|around the web|from (?:around )?the web|from our (?:partners|sponsors|archives?|network|sister.{1,20})|(?:you|readers) may like|elsewhere (?:on|in).{1,30}|explore more.{0,30}|(?:dig|go) deeper|recommended(?: for you)?|trending(?: now)?|related|popular|top stories|headlines|latest|breaking news|news in (?:brief|pictures)|in depth|in other news|further reading|(?:this (?:week|month)'s|today's|our|your) (?:most|top|best) .{3,40}|see also|read more(?: about .{1,40}| on .{1,40}| from .{1,40}| here| in .{1,30}| at .{1,30})?|find out more.{0,40}|learn more.{0,40}|stories for you|for you|what others are reading|best of .{1,30}|today'?s (?:top|best|most|must|headlines).{0,30}|(?:taboola|outbrain|dianomi|revcontent).{0,20}|by taboola|you might have missed.{0,10}|our (?:top|best|latest) .{1,30}|what (?:else )?to (?:know|read|watch)(?: next| today| now)?|mehr zum thema.{0,40}|lesen sie auch.{0,60}|mehr (?:aus|von|lesen).{0,30}|das könnte (?:sie|dich) (?:auch )?interessieren.{0,10}|auch interessant|meistgelesen.{0,20}|à lire aussi.{0,60}|sur le même sujet|les plus lus|lea también|te puede interesar|lo más (?:leído|visto)|noticias relacionadas|leggi anche|potrebbe interessarti|leia (?:também|mais)|lees ook)",
        r"(?:highlights?|key points|summary) (?:generated|created|written|produced) (?:by|with).{1,40}|ai[ -]generated summary.{0,40}|(?:was|is) this (?:article|page|summary|content|information|story) (?:helpful|useful|interesting).{0,10}|(?:rate|review) this (?:article|page|story).{0,10}|(?:yes|no) ?[|/] ?(?:yes|no)",
        r"(?:keep|continue) reading .{3,100} (?:at|on|in) .{3,50}|more (?:by|from) [\w.' -]{3,50}|(?:all|more) (?:stories|articles|posts) by .{2,50}|(?:take|try|play|test) (?:our|the|this|today's|your)(?: [\w'-]+){0,4} (?:quiz|poll|survey|crossword|game|puzzle|wordle)s?|(?:news|weekly|daily|sports?) (?:quiz|crossword|poll)|(?:poll|quiz|survey|vote(?: now)?|(?:view|see|show) results|cast your vote|submit(?: your)?(?: vote| answer)?|don't know|undecided)|how likely are you to recommend .{3,80}|(?:summari[sz]e|explain|translate|ask about) this (?:article|story|page).{0,30}|(?:generate|show|get|view)(?: (?:ai|key|a|the))* (?:summary|takeaways|highlights|points).{0,20}|(?:paid|promoted|sponsored|partner)(?: (?:partner|content|posts?|stories|links|from|around|the|web))+",
        r"help us improve\b.{0,60}|next up(?: in .{2,25})?|printed (?:from|on|at) (?:https?://|www\.).{3,120}|(?:yes|no), (?:it|this) (?:was|wasn't) .{2,20}|breaking(?: news)?",
        r"(?:try|see|get|read|join|explore|discover|check out|meet|browse|ask|view|visit|support|watch|play|shop|book|hear|follow|rate|vote|search|download|use|test)(?: [\w'-]+){0,4} (?:our|this (?:story|article|page|post|video|episode))\b(?: [\w'-]+){0,5}",
    ),
    "player": (
        r"(?:listen|watch|play|hear)(?: (?:to|this|the|now|live|again|on|here|full|more|below|above|in|video|audio|article|story|episode|podcast|clip|report|interview|segment|broadcast|latest|of|our|every|wherever|you|get|your|podcasts))*(?: ?\(?\d+ ?(?:min(?:ute)?s?|m|sec(?:ond)?s?|:\d\d).{0,10}\)?)?",
        r"\d{1,3} ?(?:-| )?min(?:ute)?s?\.?(?: ?-?(?:read|listen|watch|video|audio|to read))?|(?:reading|read|listening|estimated reading) time:? .{1,20}|less than a minute|\d+ (?:min|minute) read.{0,20}|lesezeit:? .{1,15}|temps de lecture.{0,15}|tiempo de lectura.{0,15}|(?:audio|video|podcast|embed|transcript|captions?|subtitles|live stream)(?: (?:player|loading|unavailable|placeholder|by|off|on|settings|available))*",
        r"(?:(?:current time|duration|remaining time|time|loaded|progress|stream type|live|playback rate|speed|volume)[: ]*)?-?\d{1,2}:\d\d(?::\d\d)?(?: ?[/|-] ?-?\d{1,2}:\d\d(?::\d\d)?)?|\d+(?:\.\d+)?x|(?:loaded|progress):? \d+(?:\.\d+)?%|(?:play|pause|mute|unmute|fullscreen|full screen|exit fullscreen|volume|rewind|forward|skip|seek|replay|settings|quality|auto|captions off|picture-in-picture|now playing|up next|autoplay|chapters)(?: (?:video|audio|button|\d+.{0,10}|on|off|is|icon|seconds|live|back|forward))*|this (?:audio|video|article|story|voice|narration) (?:is|was|can ?not|could not|cannot|has|will|contains) .{0,50}(?:auto-?generated|play(?:ed)?|available|loaded|support(?:ed)?|narrated|by ai|automated voice).{0,40}|(?:the )?(?:video|media|audio)(?: player)? (?:can ?not|could not|failed|(?:is|was) (?:not|un\w+|no longer|currently|loading|muted|private)) ?.{0,60}|your browser (?:does not|doesn't|can ?not|is not) .{2,60}|advertisement ?\W? ?(?:your )?(?:video|ad) .{0,30}(?:begin|resume|start|end).{0,20}|media caption.{0,300}|(?:live|on air)",
        r"(?:listen|watch|play)(?: to)?(?: this)?(?: article| story| video| episode)?\W{1,4}\d{1,2}(?::\d\d)?(?: ?(?:min(?:ute)?s?|sec|m))?\b.{0,25}|(?:video|audio|clip|episode|podcast|track)(?: (?:duration|length|runtime|\d+|player))?\W{0,3}(?:\d+ ?(?:hours?|minutes?|mins?|seconds?|secs?|:\d\d)\W?){1,3}|(?:playback (?:speed|rate)|closed captions?|subtitles|autoplay|captions|volume|transcript|up next|more episodes|audio quality|skip (?:ahead|back)|\d+ seconds?)(?: (?:on|off|\d.{0,10}|settings|options|menu))?|(?:beginning|end) of dialog window\W?.{0,80}|this is a modal window.{0,100}|(?:apple podcasts|spotify|rss|stitcher|youtube|google podcasts|overcast|amazon music|iheart|pocket casts)(?: ?[|,·•/&] ?(?:and )?(?:apple podcasts|spotify|rss|stitcher|youtube|google podcasts|overcast|amazon music|iheart|pocket casts|more))+|episode \d+(?: ?[|·•-] ?.{0,40})?|.{2,50} podcast",
        r"\d+ seconds? of .{3,60}|stream type.{0,10}|scroll (?:down )?(?:for|to) .{3,30}",
    ),
    "embed": (
        r"view (?:this|more) (?:post|photo|profile|video|content|tweet|reel)s? on (?:"
        + PLATFORM
        + r")|a (?:post|photo|video|reel) shared by .{1,100}|view (?:original )?tweet|(?:see|view) (?:the )?(?:original|full) (?:post|tweet|thread).{0,20}|embedded (?:content|tweet|post|video).{0,60}|(?:this )?(?:content|embed|post|tweet|video) (?:is|was|has been) (?:not available|unavailable|deleted|removed|blocked).{0,100}|(?:allow|load|show) (?:external |third.party )?(?:content|embeds?|tweets?|posts?).{0,60}|(?:pic\.twitter\.com|t\.co|instagr\.am|youtu\.be|fb\.watch|bit\.ly|pic\.x\.com)/\S+|(?:hide|toggle|show) caption|interactive(?: (?:graphic|map|chart|content))?|(?:chart|map|graphic|table|infographic|visuali[sz]ation)(?:: .{1,60}| by .{1,40}| (?:created|made) with .{1,30})|(?:get|download) the data.{0,60}|created with (?:datawrapper|flourish|infogram).{0,20}|\[?(?:image|video|photo|audio|gallery|embed|tweet|graphic|slideshow|chart|map|table)(?: \d+)?(?: (?:removed|omitted|placeholder|here))?\]?",
        r"(?:view|see|watch|read|open|listen|continue|show)(?: (?:this|the|more|it|full|original|on|document|video|post|thread|profile|image|reel|reply|replies))* (?:on|at|in|via) (?:"
        + PLATFORM
        + r"|scribd|documentcloud|soundcloud|issuu|vimeo|dailymotion|truth social|weibo)|view profile|.{2,60} \(@\w+\)(?:\W.{0,40})?|posted by .{2,60} on .{3,40}|(?:@[\w.]+ )?♬ .{2,80}|.{2,50} \(?@\w{3,30}\)?(?: ?· ?.{1,20})?|add a comment\W*|\d[\d.,]*[km]? likes?|(?:map|chart|graphic|source|data|table|figure): .{2,80}\W(?:created|made) with .{3,30}",
        r"allow .{1,25} content\??|end of (?:twitter |x |instagram |facebook |tiktok |youtube )?(?:post|embed|video|list|gallery|tweet|advertisement)s?(?: .{0,60})?|list (?:of )?\d+ (?:items|of \d+)|(?:figure|image|media|video|photo) (?:caption|source)\W?",
        r"(?:/> ?)?embed(?: code)?|view more .{3,25}",
    ),
    "copyright": (
        r"(?:copyright|©|\(c\)|all content|contents?)[\W_]*(?:copyright|©|\(c\))?[\W_]*(?:\d{4}|by |of ).{0,250}|(?:.{1,60}\W)?all rights reserved\W?.{0,200}|(?:.{1,60} )?© ?\d{4}.{0,120}|(?:this )?(?:material|content|article|story|copy)? ?(?:may|must|can) ?not be (?:published|reproduced|copied|broadcast|redistributed|used|republished).{0,200}|(?:terms (?:of (?:use|service|sale)|(?:&|and) conditions)|privacy(?: policy| notice)?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|help(?: cent(?:er|re))?|careers|jobs|faq|imprint|impressum|datenschutz|accessibility|corrections|agb|kontakt|mentions légales|aviso legal|press|feedback|legal notice|rss feeds?|site index|reprints(?: (?:&|and) permissions)?|licensing|rights (?:&|and) permissions|(?:get|request) (?:permissions?|reprints).{0,40})",
        r"[\w-]+, dpa:\S+|.{0,30}\bdpa:\d{6}-\S+",
    ),
    "note": (
        # "The report was published on Monday" is news; "this report was published on" is a note.
        r"(?:(?:this|a version of this|an? (?:earlier |original |longer |shorter )?version of this) (?:article|story|post|piece|report|column|interview|essay|content|dispatch|series)|the (?:article|story|post|piece)(?= (?:(?:was|is|has been) )?(?:first|originally|initially)))"
        r"(?: (?:first|originally|initially|also))*(?: (?:was|is|has been)|(?= (?:appear|published)))(?: (?:first|originally|initially|also))* (?:published|appeared|appears|republished|produced|syndicated|posted|written|reported|provided|printed|supported|made possible|adapted|excerpted|translated|distributed|created|co-published|part of)\b.{0,250}",
        r"(?:originally|first) (?:published|posted|appeared)(?: (?:on|at|in|by)).{1,120}|republished (?:from|with|under|courtesy).{1,150}|read the original (?:article|story|post).{0,80}|source: .{1,60}|via .{1,30}|our standards: .{5,80}|(?:report|submit|suggest) (?:a |an )?(?:typo|correction|error|problem|issue|mistake|edit).{0,40}|about the (?:authors?|writers?|reporter)|author bio|(?:end|ends|-?30-?|###|# # #)|sent from (?:my|the|yahoo|outlook) .{2,40}|get outlook for .{2,20}|von meinem .{2,20} gesendet|envoyé de mon .{2,20}|enviado desde mi .{2,20}|to order (?:presentation-ready )?copies.{0,150}|(?:a version of this|this) article appears in (?:print|the).{0,150}|disclaimer\W.{1,400}|the views expressed.{1,250}",
        r"the post .{3,200} (?:first )?appeared (?:first )?on .{2,80}|republish this (?:article|story).{0,150}|(?:we|our) (?:encourage|welcome).{0,40} (?:to )?(?:republish|comments?|letters|submissions).{0,120}|(?:our )?community (?:guidelines|standards|rules) .{3,150}|undefined|null|object object|nan",
        r"this (?:article|story|post|page|piece|video) is (?:more than|over|about) .{1,12} (?:years?|months?) old|fact[- ]checked(?: by .{2,60})?|our (?:editorial|review|fact[- ]checking) (?:process|standards|policy|guidelines)|sources: .{1,80}",
    ),
    "page-number": (
        r"page \d+(?: ?(?:of|/) ?\d+)?|\d+ ?/ ?\d+|[-–—] ?\d{1,4} ?[-–—]|seite \d+(?: von \d+)?|p\. ?\d+|\d+ of \d+",
    ),
    "app": (
        r"(?:download|get|try|install|open(?: in)?|use|available (?:in|on|at)|read (?:it )?in|continue in)(?: (?:our|the|it|this|on|free|now|from|for|new|news|mobile|\w+))*(?: (?:app|apps|app store|google play|play store|ios|android))(?: .{0,40})?|(?:app store|google play|ios|android)(?:(?: ?[|/&,] ?| and )(?:app store|google play|ios|android))*|scan (?:the|this) (?:qr|code).{0,60}",
        r"(?:read|open|view|continue|watch|listen to|see) (?:this|the|it|full|your)?(?: ?(?:article|story|post|content|page|more|video))? ?(?:in|on|with) (?:the|our) .{0,40}\bapp|(?:free|get|view|open)(?: ?[-–—·•|:] ?| )(?:(?:on|in) )?(?:the |our )?(?:app store|google play|app)|(?:follow|add) .{2,50} (?:on google(?: news)?|as a preferred source.{0,30}|to your (?:feed|favou?rites))",
    ),
}

_LABEL_PATTERNS = [
    (reason, re.compile("(?:" + "|".join(forms) + ")"))
    for table in (_LABELS, abroad.LABELS)
    for reason, forms in table.items()
]

_LEAD_IN = re.compile(
    r"(?:(?:please )?(?:also )?(?:read|see|watch|listen|view|explore|discover|check out|more|related|recommended|don'?t miss|"
    r"must[ -]read|must[ -]watch|trending|up next|next|in (?:pictures|photos|depth|video|case you missed it)|icymi|photos?|pictures?|"
    r"videos?|gallery|slideshow|podcast|(?:free )?newsletter|further reading|from the archives?|sponsored|promoted|advertisement|ad|shop|buy|"
    r"editor'?s pick|exclusive video|full (?:story|coverage|video|interview|text)|also on|deep dive|go deeper|"
    r"lesen sie|mehr|zum thema|hintergrund|lire|à lire|voir|lea|ver|leggi|leia|vea|lees|czytaj|zobacz|läs|lesetipp|lee|mire|guarda|regarder|pour aller plus loin)"
    r"(?: (?:more|also|now|next|this|here|on this|about this|story|stories|article|articles|video|coverage|reading|below|live|the full story|auch|dazu|mehr|aussi|également|también|anche|também|mais|ook|też|także|więcej|också|on .{1,30}))*"
    r"|mehr zum thema|video|watch)"
    r"(?: ?[:|–—»›>→▶►]+-?| -+)(?: |(?=\S)).{3,200}"
)

_AGENCY = (
    r"ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|efe|bloomberg|shutterstock|dpa|pa(?: media| wire)?|upi|xinhua|tass|"
    r"alamy(?: stock photo)?|zuma(?: press)?|nurphoto|anadolu(?: agency| images)?|istock(?:photo)?|unsplash|pexels|"
    r"associated press|canadian press|press association|agence france-presse|imago(?: images)?|picture.alliance|"
    r"rex(?: features)?|corbis|wireimage|polaris|redux|usa today(?: sports)?|sipa(?: usa)?|ritzau(?: scanpix)?|ntb|tt|ansa|"
    r"belga|keystone|kyodo|yonhap|handout|pool|file(?: photo)?|instagram|facebook|twitter|wikimedia(?: commons)?|nasa|"
    r"flickr|cc by.{0,12}|via .{2,40}|staff|npr|cnn|bbc(?: news)?|cbs|nbc|abc|fox|guardian|times"
)
_CREDIT_NOUN = (
    r"photo(?:graph(?:s|y|er)?|s)?|image|picture|illustration|graphic|video|visual|credit|art|artwork|screenshot|file photo|"
    r"file|footage|map|chart|caption|still|source|foto(?:s)?|bild(?:er|quelle|nachweis)?|grafik|crédit(?:s)?(?: photo)?|"
    r"fotografía|imagen|fuente|immagine|beeld|quelle"
)
_CREDIT = re.compile(
    rf"(?:{_CREDIT_NOUN})(?: (?:credits?|by|courtesy(?: of)?|source|from|via|copyright|caption|provided by|supplied by|taken by|illustration|:|/|-))*"
    rf" ?[:/|©-] ?\S.{{1,120}}"
    rf"|(?:{_CREDIT_NOUN})s? (?:credits?|by|courtesy(?: of)?|copyright|provided by|supplied by|caption|source)\b ?[:/|©,]? ?.{{1,120}}"
    rf"|(?:courtesy|credit)(?: of)? ?:? .{{2,80}}|handout (?:photo )?(?:via|from|by) .{{2,60}}"
    rf"|(?:{_AGENCY})(?: (?:photo|images?|pictures?|file))?(?: ?[/|] ?.{{2,60}})"
    rf"|[\w.' -]{{3,50}} ?(?:/|\||©|—|–|, via| for| via) ?(?:the )?(?:{_AGENCY})(?: (?:photo|images?|pictures?|file|via .{{2,40}}|/ ?.{{2,40}}))*"
    rf"|[\w.' -]{{3,50}} ?(?:/|©|\||, via| via) ?the [\w ]{{2,30}}"
    rf"|(?:reuters|ap|afp|dpa|bloomberg) graphics?|(?:getty images|getty|reuters|afp|associated press|ap photo|shutterstock|istock|alamy|file photo|stock photo|handout)(?: photo)?"
)
_CREDIT_MARK = re.compile(
    r"\((?:[^()]{0,80}\b)?(?:(?:AP|AFP|Reuters|REUTERS|EPA|Bloomberg|Getty|Shutterstock|dpa|PA|Xinhua) ?(?:Photo|Images?|Pictures?|/|via|File)"
    r"|[Pp]hotos?(?:graph)?(?: credit| courtesy)?(?: by| of|:|/)|[Ii]mages?(?: credit| courtesy)?(?: by| of|:|/)|[Cc]redit:|[Ff]ile [Pp]hoto|[Cc]ourtesy)[^()]{0,100}\)$"
    r"|(?:REUTERS|AFP|AP|EPA|Getty Images|Bloomberg|Reuters)(?: PHOTO| Photo)? ?/ ?[\w. '-]{2,50}(?:/[\w .-]{2,30})?$"
    r"|\b[\w.'-]{2,25} [\w.'-]{2,25} ?/ ?(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|Bloomberg|dpa|Shutterstock)(?: (?:Photo|Images|File))?\)?$"
    r"|\b(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Vv]ideo|[Gg]raphic|[Cc]redit|[Pp]hotograph|Foto|Bild)s?(?: [Cc]redit)?(?: by)?: ?[^.:]{2,60}$"
    r"|© ?[\w .,/&'-]{2,60}$"
    r"|\b[Pp]hotograph(?:s|ed)?(?: by|:) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?: ?[/|,] ?[\w &.]{2,40})?\.?$"
    r"|\([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3} ?/ ?[A-ZÀ-Þ][\w .&-]{1,40}\)$"
)
_CAPTION_LEAD = re.compile(
    r"(?:file(?: ?- ?|: |\s?–\s?|\s?—\s?)(?:in this|this|an?|the|[a-z]+)|file (?:photo|image|picture)\b|image caption|media caption|photo caption|caption ?:|pictured ?:|pictured (?:above|below|here|left|right)|"
    r"(?:in this|this) (?:\w+ ){0,6}(?:photo|image|picture|photograph|screenshot|still|frame grab|illustration|handout)(?: (?:released|provided|taken|made|from|by|shows?|obtained|,))|"
    r"a (?:file|combination|handout|screen) (?:photo|image|picture|grab)\b|(?:top|above|below|left|right|from left|clockwise from)(?: photo| image| left| right| top)?[:,] |image source\b)"
)

_NAME = r"(?:(?:[A-ZÀ-ÞŁŠŽ][\w.'’-]*|de|da|van|von|der|den|del|di|la|le|al|el|bin|ibn|dos|du|ter|y)(?:,)?)"
_BYLINE = re.compile(
    rf"(?:(?:Written |Reported |Edited |Reviewed |Medically reviewed |Illustrated |Produced |Posted |Words |Text |Story |Analysis |Opinion |Review |Interview |Published )?[Bb][Yy]:?|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Af|Av|Author:?|Autor(?:in)?:?|Reporter:?|Text:) {_NAME}(?: {_NAME}){{0,5}}"
    rf"(?:,? (?:and|AND|und|et|y|&|with|for|with additional reporting by|in|of) {_NAME}(?: {_NAME}){{0,5}}){{0,4}}"
    rf"(?: ?[,|·•—–/-] ?(?:.{{2,60}})| ?\S+@\S+)?"
)
_BY = re.compile(
    r"(?:(?:Written|Reported|Posted|Words|Text|Story|Published) )?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Author|Autor(?:in)?):? "
)
_ROLE = re.compile(
    r"(?:(?:senior|staff|chief|associate|contributing|deputy|managing|executive|assistant|national|foreign|political|white house|"
    r"special|guest|freelance|lead|political|science|health|sports?|business|tech(?:nology)?|education|crime|court|world|news|"
    r"diplomatic|security|environment|economics?|investigative|data|video|digital|the|our|us|uk|washington|europe|middle east) )*"
    r"(?:writer|reporter|correspondent|editor|editor[ -]in[ -]chief|columnist|contributor|journalist|producer|photographer|"
    rf"bureau chief|{abroad.ROLES})s?"
    r"(?: (?:at|for|in|of|,) .{1,40})?"
)
_MONTH = (
    r"jan(?:uary|uar)?|feb(?:ruary|ruar)?|m(?:ar(?:ch)?|ärz)|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?|"
    r"o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_WEEKDAY = (
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|"
    r"mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_DAY = re.compile(rf"\b(?:{_MONTH}|{_WEEKDAY})\b|\b(?:19|20)\d\d\b|\d[./-]\d|\bago\b|^vor |^il y a |^hace ")
_DATED = re.compile(r"\d")
_DATE_TOKEN = re.compile(
    rf"(?:{_MONTH}|{_WEEKDAY})\.?|\d{{1,4}}(?:st|nd|rd|th)?\.?|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}\.?|\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:am|pm|z)?|\d{{1,2}}(?:am|pm)|las|alle|ore|kl|klo|om|às|"
    r"\d{4}-\d{2}-\d{2}t\d{2}:\d{2}\S*|a\.?m\.?|p\.?m\.?|e[sd]?t|p[sd]?t|c[sd]?t|m[sd]?t|gmt|utc|bst|ist|cest|cet|mez|mesz|uhr|aest|jst|sgt|"
    r"gmt[+-]\d+|utc[+-]\d+|at|on|um|le|à|el|de|del|à|an?|just|now|today|yesterday|heute|gestern|minutes?|mins?|hours?|hrs?|hr|days?|weeks?|months?|years?|ago|"
    r"stunden?|tagen?|vor|minuten|(?:published|updated|posted|modified|created|edited|first|last|originally|print|issued|date|time|stand|"
    r"veröffentlicht|aktualisiert|erstellt|publié|mis|jour|publicado|actualizado|pubblicato|aggiornato|local|eastern|pacific|central|standard|daylight|online|since|and|und|et|il y a|hace)"
    r"|[|·•,;/—–-]|\d+[hmd]"
)
_DATE_LEAD = re.compile(
    r"(?:first |last |originally |date |article |story |page )?(?:published|updated|posted|modified|created|edited|issued|revised|reviewed|fact checked|"
    r"veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|stand)\b"
)

_SEPARATED = re.compile(r"\s+[|·•›»>→/—–]\s+|\s*[›»→|]\s*|\t+")
_CRUMB = re.compile(r"\s+(?:>|/|»|›|→|::|\|)\s+|\s*[›»→]\s*")
_TAGS = re.compile(
    r"(?:tags?|topics?|filed under|filed in|posted in|keywords?|categor(?:y|ies)|related topics?|more about|in this (?:story|article)|mentioned|"
    r"explore more on these topics|archivado en|archiviato in|schlagw(?:ort|orte|örter)|themen|mots[- ]clés|etiquetas|temas|tópicos|argomenti)\s?[:|–—-]\s?\S.{1,300}"
)
_TAG_LABEL = re.compile(
    r"tags|topics|filed under|related topics?|keywords|categories|explore more on these topics|follow the topics in this (?:article|story)|in this story|mentioned in this (?:article|story)|"
    + abroad.TAG_LABEL
)
_LINKS = re.compile(
    r"(?:(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|[@#]\w[\w.]*)(?:[\s,|]+(?:(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|[@#]\w[\w.]*|\d+/\d+))*"
)
_SIGN_OFF = re.compile(
    r"\(?(?:(?:additional |further |with )?(?:reporting|writing|report|editing|compiled|translation|translated|graphics?|photography|research|production|produced|edited|written|reported|compiled)"
    r"(?: (?:and|&) (?:reporting|writing|editing|additional reporting|photography))? by\b.{2,300}|.{2,120}\bcontributed (?:to (?:this|the)|reporting)\b.{0,120}|"
    r"[—–-]+ ?(?:with )?(?:reporting|assistance|files|contributions?|additional reporting)\b.{0,150}|with (?:files|assistance|contributions?|additional reporting) (?:from|by)\b.{0,150}|"
    r"[a-z]{2,4}/[a-z]{2,4}(?: \([^()]{2,60}\))?|\((?:[a-z]{2,4}/)*(?:ap|afp|reuters|dpa|kna|epd|upi|ani|pti|ians)(?:, ?[\w ]{2,20}|/[\w]{2,8})*\))\)?\.?"
)
_BIO = re.compile(
    r"(?:(?:is|was|has been|works as|serves as) (?:an? |the )?(?:[\w.'’-]+ ){0,5}(?:reporter|correspondent|editor|writer|journalist|bureau chief|producer|columnist)"
    r"(?: (?:at|for|with|in|covering|who|based|on|and)\b|\.)|(?:is|was) (?:the )?author of\b|(?:covers|reports on|writes about|reports for|writes for)\b.{0,120}(?:\b(?:for|at|from|follow|contact|reach)\b|@))"
    rf"|(?:ist|war|est|es|è|é|is) (?:(?:eine?|un|une|uma?|freie[r]?|leitende[r]?|politische[r]?|een) )*(?:{abroad.ROLES})\b"
)

_BIO_VERB = re.compile(
    r"(?:is|was|has|covers|writes|reports|joined|lives|works|edits|ist|schreibt|berichtet|est|écrit|es|escribe)\b"
)

SECTION_WORDS = frozenset(
    "home news politics sport sports opinion culture world business tech technology science health lifestyle life style travel "
    "entertainment arts books music film movies tv video videos podcasts podcast photos money finance markets economy jobs "
    "weather local national international us uk europe asia africa americas australia canada india china "
    "education environment climate crime food fashion style magazine obituaries letters editorials columns columnists cartoons "
    "games crosswords crossword puzzles horoscopes horoscope autos cars real estate property classifieds shop store events live tv radio "
    "investigations features feature explainers explained analysis latest trending popular more archive archives newsletters "
    "football cricket tennis rugby golf cycling soccer nfl nba mlb nhl hockey baseball basketball boxing olympics "
    "startseite politik wirtschaft sport panorama kultur wissen reise wissenschaft gesellschaft netzwelt meinung regional "
    "accueil économie société monde planète idées international inicio mundo economía deportes cultura opinión sociedad".split()
)
_UI_STRONG = (
    frozenset(
        "share tweet pin email e-mail print save bookmark facebook twitter whatsapp linkedin reddit telegram pinterest instagram "
        "youtube tiktok flipboard messenger threads bluesky mastodon rss subscribe unsubscribe login log sign logout register menu search "
        "skip close cancel accept reject decline dismiss submit settings preferences cookies cookie newsletter newsletters comments comment reply "
        "replies account profile home next previous play pause mute download app advertisement loading follow like "
        "einstellungen ablehnen akzeptieren zustimmen anmelden abmelden teilen drucken suche menü "
        "browser javascript upload queue mp3 playback podcast accessibility shortcuts preferences captcha subscription membership offer offers promo "
        "inbox password username faq emails forward preview feedback signup "
        "subscribers subscriber unfollow consent privacy terms contact help feedback".split()
    )
    | abroad.BUTTONS
)
_UI_WEAK = frozenset(
    "all the this to on via with a an in up for us your my our and or & of by more now here page article story post link main "
    "content free view show hide see read open go manage copy options address enter today sections section edition x new add leave write get "
    "click tap toggle navigation site password forgot me thanks ok okay yes i agree got it continue learn + - back top "
    "einstellungen ablehnen akzeptieren zustimmen anmelden abmelden teilen drucken merken suche menü suchen weiter zurück "
    "about social sharing buttons keyboard player audio video links list friend pictures need want not will your useful was it is that form in icon button image logo arrow down left right sms url other out choices policy use service conditions only required selected".split()
)


_AROUND = " \t-–—*_=~•·▪►▶▸→›»«‹<>|#+…⬇↓↑✉☰✕×▼▲■★☆"


def normalize_line(line: str) -> str:
    """A line as the patterns see it: lower case, straight apostrophes, no bullets or rules around it.

    >>> normalize_line("- Advertisement -"), normalize_line("▶ Don’t miss:")
    ('advertisement', "don't miss:")
    """
    core = line.replace("’", "'").replace("‘", "'").lower().strip(_AROUND)
    if core[:1] in ("(", "[") and core[-1:] in (")", "]"):
        core = core[1:-1].strip(_AROUND)
    return core


def match_label(core: str) -> str | None:
    """The reason why a whole line is a site's label, or None.

    >>> match_label("story continues below advertisement"), match_label("advertisement spending fell 12%")
    ('advertisement', None)
    """
    core = core.rstrip(" .:!")
    for reason, pattern in _LABEL_PATTERNS:
        if pattern.fullmatch(core):
            return reason
    return None


def is_interface(core: str) -> bool:
    """Is every word of a short line one of those on buttons and menus?

    >>> is_interface("share tweet pin email print"), is_interface("share prices in london")
    (True, False)
    """
    words = core.replace("|", " ").replace("/", " ").replace(",", " ").split()
    if not 0 < len(words) <= 12:
        return False
    strong = 0
    for marked in words:
        word = marked.strip("().:!·•…")
        if word in _UI_STRONG:
            strong += 1
        elif word not in _UI_WEAK and not word[:1].isdigit() and word:
            return False
    return strong > 0


def count_interface_words(core: str) -> int:
    """How many of a line's words name platforms or actions: two make a share row of it."""
    return sum(
        1 for word in core.replace("|", " ").replace("/", " ").split() if word.strip("().:,") in _UI_STRONG
    )
