"""What a cue, a title, a pronoun is: short word tables, one place. All of them own lists.

A word's class is one letter, so that a paragraph becomes a string of classes and grammar becomes
regular expressions over it (see `lexer`):

    V said, told…       finite verb of saying: a clause or quotation follows     B say, argue (bare form)
    K praised, called…  verb of judging: an object follows                       U vowed, wants: "to" follows
    G saying, calling…  participle of any of these
    P he, they          pronoun as subject     w who, which      D the, his, two      M that
    N Peskov, U.S.      capitalised word       T Sen., Minister  r spokesman, officials
    X has, will, not    auxiliary, negation    A also, recently  C and, but           I in, of
    b by    a as    o to    s 's    W Monday    S if, because    0 number    n anything else
    Q quotation that does not end its sentence      E quotation that does
"""

from __future__ import annotations

import re


def word_set(table: str) -> frozenset[str]:
    """A table of words, apart by spaces or lines, as a set.

    >>> sorted(word_set("he she"))
    ['he', 'she']
    """
    return frozenset(table.split())


_SAY = """
say tell add write tweet post argue claim explain note state report announce declare insist warn
suggest acknowledge admit concede confirm deny reply respond answer ask continue recall observe
remark comment conclude assert maintain contend allege reveal indicate predict estimate emphasize
emphasise stress reiterate repeat joke quip boast lament complain exclaim shout yell scream whisper
murmur mutter cry caution counter retort testify swear speculate tout proclaim opine muse concur
chime interject elaborate clarify specify summarize summarise complain believe think feel fear know
understand guess assume realize realise learn hear read conclude inform remind assure reassure
notify brief advise hint signal imply insinuate intimate posit theorize theorise surmise find show
disclose relate recount narrate inquire enquire wonder query pray chant sing sign tease protest
object grumble fume rail gush beam blurt scoff sneer snap bark growl grin laugh sigh nod shrug smile
reckon enthuse submit aver sob bellow bristle deadpan
quote cite mention reference echo rule hold stipulate affirm certify attest vouch
"""
_MANNER = (
    "smile laugh grin nod shrug sigh snap bark growl sing hold read find know understand sign find hear feel"
)
_BESIDE = (
    "go begin smile laugh grin nod shrug sigh snap bark growl boom thunder start finish intone deadpan read"
)
_JUDGE = """
call deny describe dub label brand characterize characterise portray depict term deem denounce decry
condemn criticize criticise slam blast attack rip bash mock ridicule deride dismiss reject oppose
praise laud hail applaud commend celebrate welcome endorse support back defend accuse blame charge
credit thank congratulate cite tout rebuke chide chastise scold lambaste berate castigate disparage
insult question challenge dispute rebut refute downplay compare liken refer point urge implore
beseech beg exhort encourage press pressure invite demand request propose recommend advocate favor
favour address discuss detail outline highlight underscore underline appeal plead
"""
_INTEND = """
want plan hope vow promise pledge agree refuse decline threaten offer intend expect seek aim prefer
wish commit volunteer undertake resolve decide consider
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "think": "thought", "feel": "felt", "know": "knew",
    "understand": "understood", "hear": "heard", "read": "read", "find": "found", "show": "showed",
    "swear": "swore", "hold": "held", "sing": "sang", "seek": "sought", "beseech": "besought",
    "go": "went", "begin": "began", "tease": "teased", "undertake": "undertook",
}  # fmt: skip
_PARTICIPLES = {"written": "V", "known": "V", "shown": "V", "sworn": "V"}
_DOUBLING = word_set(
    "admit permit omit regret compel chat rip quip plan rebut concur commit prefer refer dub grin nod snap"
)
_NO_VERB = word_set(
    """
    reports posts claims notes states answers comments remarks signs shows finds laughs charges
    attacks backs terms calls plans hopes details questions fears chants objects points supports
    labels brands offers aims threats briefs hints rules holds sighs smiles credits presses queries
    requests cry press hail back term brand label object hint brief detail address rule sign fear
    charge offer report post note state comment post claim answer plan hope attack support question
    challenge request demand chant appeal appeals charge insult rebuke vow aim wish cite sing found
    advocates
    """
)


_ONE_SYLLABLE = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")  # stop, let, ban


def inflect(verb: str) -> tuple[str, str, str]:
    """The past, third person and participle of an English verb.

    >>> inflect("deny"), inflect("say"), inflect("argue")
    (('denied', 'denies', 'denying'), ('said', 'says', 'saying'), ('argued', 'argues', 'arguing'))
    """
    stem = verb + verb[-1] if verb in _DOUBLING or _ONE_SYLLABLE.fullmatch(verb) else verb
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    if verb in _IRREGULAR:
        past = _IRREGULAR[verb]
    elif consonant_y:
        past = verb[:-1] + "ied"
    else:
        past = verb + "d" if verb.endswith("e") else stem + "ed"
    if consonant_y:
        third = verb[:-1] + "ies"
    else:
        third = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else verb + "s"
    if verb.endswith("ie"):
        return past, third, verb[:-2] + "ying"
    return past, third, (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else stem) + "ing"


def _past_of_participles() -> dict[str, str]:
    """The past of each participle that carries a meaning of its own: "blaming", "blamed"."""
    pairs = (inflect(verb) for verb in (*_JUDGE.split(), *_INTEND.split()))
    return {participle: past for past, _, participle in pairs}


def _english() -> dict[str, str]:
    words: dict[str, str] = {}
    for letter, table in (
        (
            "D",
            """
            the a an this these those his her their its our my your some many most several both each every
            any all no neither another few
            one two three four five six seven eight nine ten more less other such
        """,
        ),
        ("P", "he she they i we it you"),
        ("w", "who which whom whose"),
        ("M", "that"),
        (
            "X",
            """
            has have had having is was are were be been being am will would could should may might must can
            cannot did does do not never won't wouldn't didn't doesn't don't can't couldn't shouldn't isn't
            wasn't aren't weren't hasn't haven't hadn't he's she's i'm we're they're i've we've they've he'd
            she'd i'd they'd he'll she'll i'll we'll they'll it's you're reportedly allegedly
        """,
        ),
        (
            "A",
            """
            also later then again once still even just too once ago already often always ever now soon today
            yesterday tomorrow tonight instead however meanwhile further else earlier afterwards afterward
            there here so thus perhaps maybe indeed rather quite very only almost nearly
            furthermore nevertheless nonetheless moreover certainly shortly sometimes regardless overall
            outright separately ultimately publicly privately twice
        """,
        ),
        ("C", "and or but nor & yet"),
        (
            "I",
            """
            in on at of for with from into over under about against during between among through without
            within near toward towards upon amid despite across behind beyond via per along around outside
            inside above below beneath alongside throughout regarding concerning amongst amidst besides onto
        """,
        ),
        ("L", "according"),
        ("b", "by"),
        ("a", "as"),
        ("o", "to"),
        ("s", "'s"),
        (
            "S",
            """
            after before since until like than if when because while although though unless whether where
            why how what whereas
        """,
        ),
        (
            "W",
            """
            monday tuesday wednesday thursday friday saturday sunday january february march april june july
            august september october november december mon tue wed thu fri sat sun jan feb aug sept oct nov
            dec jan. feb. aug. sept. oct. nov. dec.
        """,
        ),
        (
            "r",
            """
            spokesman spokeswoman spokesperson spokespeople official officials minister ministers secretary
            officer officers police authorities prosecutor prosecutors lawyer lawyers attorney attorneys
            judge judges court analyst analysts expert experts researcher researchers scientist scientists
            professor economist economists critic critics opponent opponents supporter supporters aide aides
            adviser advisers advisor advisors source sources leader leaders chief chairman chairwoman chair
            president director manager executive ceo founder editor author writer reporter reporters
            journalist journalists witness witnesses resident residents voter voters campaign company
            government ministry agency department committee commission council union party group
            organization organisation report study poll survey statement senator congressman congresswoman
            lawmaker lawmakers governor mayor candidate candidates nominee diplomat diplomats ambassador
            activist activists advocate advocates protester protesters doctor doctors nurse nurses teacher
            teachers coach player players captain manager owner mother father son daughter wife husband
            brother sister woman man people men women republicans democrats conservatives liberals
            administration regime army military commander general soldier rebel rebels farmer farmers firm
            bank shareholder investors investor trader traders republican democrat billionaire businessman
            anchor host columnist blogger strategist pollster operative historian veteran moderator
            chairperson councillor councillors councilman councilwoman backbencher trustee headteacher
            superintendent inspector detective detectives bishop archbishop priest pastor vicar imam rabbi
            students parents patients drivers workers tenants neighbours neighbors survivors relatives
            campaigner campaigners pensioner publican playwright novelist engineer engineers architect
            barrister solicitor academic academics firefighters paramedic volunteer volunteers insider
            insiders consultant consultants surgeon curator principal provost treasurer investigator
            investigators negotiator negotiators envoy envoys whip
        """,
        ),
    ):
        words.update(dict.fromkeys(table.split(), letter))
    for letter, verbs in (("V", _SAY), ("U", _INTEND), ("K", _JUDGE)):
        for verb in verbs.split():
            past, third, participle = inflect(verb)
            for form, its in (
                (past, letter),
                (third, letter),
                (participle, "G"),
                (verb, "B" if letter == "V" else "n"),
            ):
                if form not in _NO_VERB or form == past:
                    words[form] = its  # noqa: PERF403 - a later table overrules an earlier one
    # "He went on", "she smiled": they attribute only where a quotation stands beside them.
    for verb in _BESIDE.split():
        past, third, _ = inflect(verb)
        words[past] = words[third] = "Y"
    for verb in _MANNER.split():
        words.pop(inflect(verb)[2], None)  # "a smiling mayor" says nothing
    words |= _PARTICIPLES
    words.pop("signed", None), words.pop("found", None)
    words["found"] = words["finds"] = words["shows"] = words["reports"] = words["claims"] = "V"
    words["wants"] = words["hopes"] = words["plans"] = words["calls"] = "U"
    words["calls"] = words["called"] = "K"
    words["notes"] = words["states"] = words["argues"] = "V"
    return words


_GERMAN_SAY = """
sagte sagt sagten gesagt erklärte erklärt erklärten meinte meint meinten betonte betont betonten
fügte ergänzte kritisierte kritisiert kritisierten teilte berichtete berichtet berichteten schrieb
schreibt schrieben warnte warnt forderte fordert forderten behauptete behauptet kündigte nannte
nennt nannten bezeichnete bezeichnet bezeichneten äußerte äußerten begründete antwortete entgegnete
erwiderte bestätigte bestätigt bestätigten versicherte räumte verwies lobte würdigte kommentierte
urteilte glaubt glaubte hofft hoffte rief mahnte stellte führte gab resümierte zitierte zitiert
lautete lautet meinen betonen kritisieren fordern warnen
sprach spricht sprachen verkündete konstatierte unterstrich bekräftigte
bemerkte fragte fragt sagen erklären erläuterte monierte bemängelte beklagte bedauerte vermutete
prognostizierte versprach drohte dementierte verteidigte freute zeigte gestand beteuerte ließ wies
warf hob
"""


def _german() -> dict[str, str]:
    words: dict[str, str] = {}
    for letter, table in (
        (
            "D",
            """
            der die das dem den des ein eine einer eines einem einen sein seine seiner ihr ihre ihrer dieser
            diese dieses mehrere viele einige zwei drei vier fünf beide alle
        """,
        ),
        ("P", "er sie es wir ich man dies"),
        ("M", "dass daß"),
        (
            "X",
            """
            ist sind war waren wird werden wurde wurden hat habe haben hatte hatten sei seien kann könne
            könnte muss müsse müsste soll solle sollte will wolle nicht kein keine würde würden sich
        """,
        ),
        (
            "A",
            """
            auch noch nun dann dabei dazu jedoch aber zudem außerdem weiter ferner so hierzu gestern heute
            später bereits schon nur gegenüber wörtlich unterdessen indes daraufhin schließlich zuvor
            allerdings dennoch trotzdem deshalb daher dagegen hingegen zugleich gleichzeitig bislang bisher
            vielmehr immerhin zunächst anschließend inzwischen mittlerweile damals ähnlich derzeit offenbar
            darin aktuell daraus darauf daran darüber dadurch dafür davon davor danach damit seitdem seither
            währenddessen indessen gleichwohl stattdessen somit folglich demnach ebenso insgesamt letztlich
            kürzlich jüngst neulich vermutlich wahrscheinlich angeblich möglicherweise vielleicht sicherlich
            natürlich selbstverständlich tatsächlich hierbei dort hier da jetzt weiterhin insbesondere vorher
            nachher früher konkret ausdrücklich zusätzlich abschließend gleichfalls ebenfalls
        """,
        ),
        ("C", "und oder sowie"),
        (
            "I",
            """
            in im am an auf aus bei beim von vom vor für mit nach über unter gegen um durch seit während
            wegen zwischen ohne bis trotz ins zur zum zu
        """,
        ),
        ("b", "laut zufolge heißt hieß"),
        ("a", "als wie"),
        ("S", "wenn weil da ob obwohl damit nachdem bevor"),
        (
            "W",
            """
            montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni
            juli august september oktober november dezember
        """,
        ),
    ):
        words.update(dict.fromkeys(table.split(), letter))
    words.update(dict.fromkeys(_GERMAN_SAY.split(), "V"))
    return words


# "made it clear that", "took the view that", "left no doubt that": a verb that says little and a word that
# makes it saying. Own lists.
_LIGHT = "make give take leave let express voice issue hold share raise offer lend repeat"
SAYING_NOUNS = word_set(
    """
    clear known plain view opinion assurance assurances assurance doubt hope hopes belief conviction
    confidence concern concerns fear fears warning warnings impression point case argument promise
    guarantee guarantees position regret disappointment notice suspicion suspicions record
    """
)
_LIGHT_IRREGULAR = {"make": "made", "give": "gave", "take": "took", "leave": "left", "let": "let",
                    "hold": "held", "lend": "lent"}  # fmt: skip
LIGHT_VERBS = {
    form: letter
    for verb in _LIGHT.split()
    for past, third, participle in (inflect(verb),)
    for form, letter in (
        (_LIGHT_IRREGULAR.get(verb, past), "V"),
        (third, "V"),
        (participle, "G"),
        (verb, "B"),
    )
} | {"given": "V", "taken": "V", "has": "V", "had": "V"}
_SHORTEST_PAST = 4
# Pasts that no ending tells, which a name may stand before: "Clinton took". Own list.
PASTS = word_set(
    """
    took paid stood met came made went gave got held left led lost kept sent spent spoke put ran set sat
    saw rose fell fought won threw struck stuck brought bought built began became broke chose drew drove
    flew grew hit knew laid let meant rode sought sold shook shot shut split spread stole swept swung
    taught thought tore understood withdrew wore wrote faced knelt dealt fled bore bent withheld cost
    wept slept leapt sang sank swam drank ate hid rang slid swore woke clung dug forgot froze hung flung
    """
)


def is_past(word: str) -> bool:
    """Whether a word looks like a past tense; "Senate-backed" and short words do not count.

    >>> is_past("rejected"), is_past("grew"), is_past("Senate-backed")
    (True, True, False)
    """
    return (word.endswith("ed") and len(word) > _SHORTEST_PAST and "-" not in word) or word in PASTS


# What people put into the world and what speaks for them: "Holt's remarks", "Holt's office".
UTTERANCES = word_set(
    """
    comments comment remarks remark statement statements tweet tweets letter speech decision
    announcement post posts message response reply testimony words email emails office
    """
)
BE = word_set("is was are were am be")
SUPPOSING = word_set("if whether unless")
GO = word_set("go goes went gone going")

# Short names and the full one; of parties also what articles call their members as one. Own list.
SHORT_NAMES = {
    "republicans": "Republican Party", "gop": "Republican Party", "g.o.p.": "Republican Party",
    "democrats": "Democratic Party", "tories": "Conservative Party", "conservatives": "Conservative Party",
    "us": "United States", "u.s.": "United States", "usa": "United States", "uk": "United Kingdom",
    "u.k.": "United Kingdom", "eu": "European Union", "un": "United Nations", "u.n.": "United Nations",
}  # fmt: skip

ENGLISH = _english()
PAST_OF_PARTICIPLE = _past_of_participles()
GERMAN = _german()

# Written with a full stop or as one capitalised word before a name. The first group is dropped from names.
HONORIFICS = word_set(
    """
    mr mrs ms mx dr prof sir dame lord lady mr. mrs. ms. mx. dr. prof. herr frau hr. fr.
    """
)
TITLES = word_set(
    """
    sen. gov. rep. gen. lt. col. maj. capt. sgt. rev. hon. adm. cmdr. pres. atty. senator governor
    representative congressman congresswoman president minister chancellor premier secretary ambassador
    mayor judge justice general colonel captain sergeant officer detective chief professor doctor pope
    king queen prince princess cardinal bishop archbishop reverend father sister imam rabbi speaker
    leader director chairman chairwoman chair commissioner councillor councilman councilwoman sheriff
    lieutenant major admiral vice deputy prime foreign defense defence finance interior attorney state
    treasury former ex-president spokesman spokeswoman spokesperson coach director-general cllr pc dc
    td tds msp msps coun mec
    insp inspector superintendent supt rt revd constable defender midfielder striker goalkeeper winger
    top senior longtime rival fellow leading acting retired embattled incoming outgoing
    treasurer comptroller auditor assemblyman assemblywoman alderman magistrate brigadier commander provost
    rector vicar canon taoiseach solicitor advocate
    boss skipper backbencher mp msp md sens. reps. senators representatives democrat republican gop
    """
) | HONORIFICS  # fmt: skip

# With a capital they are part of a name: "the Minneapolis Police Department".
BODIES = word_set(
    """
    company government ministry agency department committee commission council union party group
    organization organisation bank court police army campaign administration
    """
)

# Words of office after "of": "Secretary of State John Kerry".
PORTFOLIOS = word_set(
    """
    state defense defence treasury energy health education labor commerce justice interior
    agriculture transportation house senate homeland security staff opposition exchequer commons
    """
)
# Titles that belong to the name.
REGNAL = word_set("pope king queen prince princess imam sir dame lord lady")

FEMALE = word_set(
    """
    mrs mrs. ms ms. spokeswoman congresswoman chairwoman queen princess lady
    dame woman mother wife daughter sister actress councilwoman frau
    """
)
MALE = word_set(
    """
    mr mr. spokesman congressman chairman king prince lord sir man father husband
    son brother actor councilman herr
    """
)
