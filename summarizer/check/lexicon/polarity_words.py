"""Words that turn a statement round: negators by strength, and pairs of opposites. Own tables."""

# a row of a table is one line, so that it reads and compares as one

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from summarizer.check.lexicon.tables import list_words

# These deny a claim, or a bid, with the particle behind them: "threw out a bid to block it", "turned down a call to".
PARTICLES_WITH_CLAIMS = dict.fromkeys(
    list_words("throw throws threw thrown throwing"), "out"
) | dict.fromkeys(
    list_words("turn turns turned turning knock knocks knocked knocking strike strikes struck striking"),
    "down",
)
# A word after one of these is denied. Phrases first, longest first; "-" marks phrases that deny nothing.
NEGATORS: dict[str, frozenset[str]] = {
    "en": frozenset(
        list_words(
            """
        not never no none nobody nothing neither nor nowhere without cannot can't won't don't
        doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't couldn't
        mustn't shan't ain't needn't mightn't refuse refuses refused refusing refusal deny denies
        denied denying denial decline declines declined declining fail fails failed failing failure
        unable impossible ruled rules ruling rule reject rejects rejected rejecting dismiss dismisses dismissed
        dismissing resist resists resisted resisting rebuffed spurned ignored defied yet lacks lacked lacking neglected omitted forgot unaware dispute disputes disputed contest contests contested doubt doubts doubted
        """
        )
    ),
    "de": frozenset(
        list_words(
            """
        nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne
        bestreitet bestritt dementiert dementierte verweigert verweigerte leugnet leugnete
        """
        )
    ),
    "fr": frozenset(list_words("pas jamais rien aucun aucune sans ni nie refuse refusé")),
    "es": frozenset(list_words("no nunca jamás nada ningún ninguna sin ni niega negó")),
    "it": frozenset(list_words("non mai niente nulla nessun nessuno nessuna senza né nega")),
    "nl": frozenset(list_words("niet geen nooit niets niemand zonder ontkent")),
}
# Phrases that deny what follows them, by their last word.
PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "of": tuple(
        (verb, *way, "short")
        for verb in list_words("stop stops stopped stopping fall falls fell falling")
        for way in ((), ("well",), ("far",), ("just",), ("a", "long", "way"), ("some", "way"))
    )
    + tuple((verb, "out") for verb in list_words("run runs ran running"))
    + tuple((verb, "out") for verb in list_words("is are was were be been not yet now still"))
    + (("devoid",), ("bereft",)),
    "but": (("anything",),),
    "than": (("other",),),
    "from": (("far",),),
    "to": tuple(
        ("would", "be", *word)
        for word in (("wrong",), ("a", "mistake"), ("foolish",), ("premature",), ("unwise",), ("reckless",))
    ),
    "said": tuple(("lying", "if", who) for who in list_words("i we he she they")),
} | dict.fromkeys(
    list_words("assume think believe conclude suggest say claim"),
    (("wrong", "to"), ("mistake", "to"), ("mistaken", "to"), ("misleading", "to")),
)
# Negators that are themselves predicates, so that another negator can turn them ("denied having refused").
PREDICATES = (
    frozenset(
        list_words(
            """
        refuse refuses refused refusing refusal deny denies denied denying denial decline declines
        declined declining fail fails failed failing failure unable impossible ruled rules ruling
        rule reject rejects rejected rejecting dismiss dismisses dismissed dismissing resist resists resisted resisting
        rebuffed spurned ignored defied dispute disputes disputed contest contests contested doubt doubts doubted
        """
        )
    )
    | PARTICLES_WITH_CLAIMS.keys()
)
# These deny only before "claims that …".
ONLY_WITH_CLAIMS = (
    frozenset(
        list_words(
            """
        reject rejects rejected rejecting dismiss dismisses dismissed dismissing resist resists resisted resisting rebuffed
        spurned ignored defied
        """
        )
    )
    | PARTICLES_WITH_CLAIMS.keys()
)
# These deny only before "that".
ONLY_WITH_THAT = frozenset(
    list_words("dispute disputes disputed contest contests contested doubt doubts doubted")
)
# These deny only before "out".
ONLY_WITH_OUT = frozenset(["ruled", "rules", "ruling", "rule"])
# These deny only before "to": "declined to comment" but "sales declined".
ONLY_WITH_TO = frozenset(
    list_words(
        "decline declines declined declining fail fails failed failing failure refuse neglected omitted forgot"
    )
)
# Negators in a phrase that denies nothing.
HARMLESS = frozenset(
    (
        ("not", "only"), ("not", "just"), ("not", "least"), ("not", "merely"), ("not", "simply"), ("no", "doubt"),
        ("no", "less"), ("no", "fewer"), ("no", "more"), ("not", "until"), ("nothing", "but"), ("no", "matter"),
        ("no", "sooner"), ("not", "fewer"), ("not", "less"), ("not", "more"), ("nicht", "nur"), ("not", "even"),
        ("no", "wonder"), ("cannot", "help"), ("cannot", "but"),
    )
)  # fmt: skip
# These keep a statement open or lean against it, too weakly to set "not" against them.
SOFT = frozenset(
    list_words(
        """
        hardly barely scarcely rarely seldom unlikely doubt doubts doubted doubtful reject rejects
        rejected rejecting rejection dismiss dismisses dismissed dismissing prevent prevents
        prevented preventing stop stops stopped stopping ban bans banned banning block blocks
        blocked blocking oppose opposes opposed opposing avoid avoids avoided avoiding against lack
        few little prohibit prohibits prohibited forbid forbids forbade
        forbidden halt halts halted abandon abandoned scrap scrapped scrapping cancel cancelled
        canceled cancelling dispute disputes disputed disputing veto vetoed vetoes boycott boycotted
        reluctant unwilling sceptical skeptical scepticism skepticism exclude excluded bar bars barred barring refrain refrained acquit acquits acquitted unknown unclear unsure instead rather yet
        despite silent silence unanswered rare scarce uncommon unusual exception miss misses missed overlook overlooks overlooked neglect neglects ignore ignores
        missing absent unavailable pending awaits awaited awaiting outstanding
        undecided lose loses lost losing absence end ended ending drop dropped dropping cease ceased
        different differently differs differed otherwise
        resist resists resisted opponent opponents spurn spurned unless too lehnt ablehnt ablehnte
        lehnte verhindert verbot verbietet verboten gegen kaum untersagt stoppt
        """
    )
)
# Words for what is not so: to deny it is to say that it is "false".
FALSITY = frozenset(
    list_words(
        "false untrue wrong lie lies baseless unfounded fabricated fabrication invented nonsense incorrect"
    )
)
# Verbs of saying: what they report is open once they are denied. Form -> one name for all forms.
SAYING = {
    form: forms.split()[0]
    for forms in (
        "say says said saying", "tell tells told telling", "state states stated", "add adds added",
        "sagen sagt sagte sagten", "according accord",
    )
    for form in forms.split()
}  # fmt: skip
# What follows these is a question, so neither said nor denied.
QUESTIONS = frozenset(["whether", "ob", "si"])
# Words that begin a new predicate after "and", so that a negator before it reaches no further.
AUXILIARIES = frozenset(
    list_words(
        """
        is are was were has have had do does did will would can could may might must should shall
        won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't can't
        cannot couldn't hat haben hatte ist sind war waren wird werden
        """
    )
)
BE_FORMS = frozenset(list_words("is are was were been being be got gets wurde wurden wird werden worden"))
# A denied statement ends at these, besides marks.
CLAUSE_WORDS = frozenset(
    list_words(
        """
        but although though while whereas because however after before when if which who aber obwohl
        weil während sondern
        """
    )
)

# Marks that end what a negator reaches, and words that may.
BREAKS = frozenset(",;:.!?…–—()")
JOINTS = frozenset(list_words("and or but und oder"))
# "Only three came" says that others did not; "not until March" says that it is then.
EXCEPTIVE = frozenset(list_words("only until unless except unlike alone solely exclusively nur erst außer"))
DETERMINERS = frozenset(list_words("the a an its his her their this that any der die das den ein eine"))
SENTENCE_ENDS = frozenset(";.!?")
QUOTES = frozenset('“”„"')

# Beginnings that deny an adjective or verb, and words that only look so once they are cut.
PREFIXES = ("un", "non", "dis", "in", "im", "il", "ir")
NOT_PREFIXED = frozenset(
    list_words(
        """
        press prov pact port pos plant vest form com creas sid stall sult tend volv cover play eas
        cuss patch trict miss put turb tanc tribut spir habit it ion iv der til less dependence land
        sur side deed to
        """
    )
)
