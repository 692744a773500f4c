"""Verbs and nouns that give what somebody says, thinks or feels, in all their forms. Own tables."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.words import find_root

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "swear": "swore sworn",
    "find": "found",
    "speak": "spoke spoken",
    "foresee": "foresaw foreseen",
    "hold": "held",
    "forbid": "forbade forbidden",
    "beg": "begged begging",
    "quip": "quipped quipping",
    "snap": "snapped snapping",
    "show": "showed shown",
    "admit": "admitted admitting",
    "rebut": "rebutted rebutting",
    "brag": "bragged bragging",
    "bet": "bet betting",
    "slam": "slammed slamming",
    "plead": "pleaded pled",
    "feel": "felt",
    "see": "saw seen",
    "retell": "retold",
    "text": "texted",
    "hint": "hinted",
    "vow": "vowed",
    "blog": "blogged blogging",
    "shrug": "shrugged shrugging",
    "grin": "grinned grinning",
    "nod": "nodded nodding",
    "spit": "spat spitting",
    "sing": "sang singing",
}
# What is said follows, or goes before: "said that …", “…,” said.
_SAYING = list_words(
    """
    say add state claim argue insist announce declare explain confirm acknowledge admit note write reply
    respond suggest predict testify tweet post remark recall recollect reiterate stress emphasise
    emphasize maintain allege assert concede complain vow pledge reveal believe think fear expect suspect
    hope report estimate continue comment contend observe disclose conclude swear imply signal reckon
    counter cry joke shout whisper mutter murmur yell exclaim quip grumble lament boast confess propose
    recommend demand forecast worry agree remember retort snap find speculate mention repeat hint protest
    caution plead bet wonder foresee assume concur muse scoff sigh scream sob shoot jest brag clarify
    blog underline doubt regret anticipate calculate gush show speak rule indicate
    """
)
# Somebody stands right behind who is told, or whom it is about.
_TELLING = list_words(
    """
    tell ask warn urge assure inform remind brief beg implore advise order instruct text email notify
    convince persuade reassure promise beseech challenge alert answer
    """
)
_JUDGING = list_words(
    """
    accuse thank praise criticise criticize condemn threaten blame call describe hail denounce blast slam
    lambast brand label portray dub welcome scold berate
    """
)
# They answer what somebody else says.
_DENYING = list_words("deny dispute reject dismiss contradict refute rebut disagree contest")
# Attitudes towards a thing, which are told without a word being said.
_HOLDING = list_words("oppose support favour favor")


def _inflect(base: str) -> set[str]:
    """The forms of a verb that may stand as its clause's own: "deny" -> "denies", "denied", "denying"."""
    if base.endswith("y") and base[-2] not in "aeou":
        stem, s_form, past = base, base[:-1] + "ies", base[:-1] + "ied"
    elif base.endswith("e"):
        stem, s_form, past = base[:-1], base + "s", base + "d"
    else:
        stem, s_form, past = (
            base,
            base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s"),
            base + "ed",
        )
    forms = {base, s_form, stem + "ing"}
    return forms | (set(list_words(_IRREGULAR[base])) if base in _IRREGULAR else {past})


# Each form, and the verb that it is of.
CUES: dict[str, str] = {
    form: base for base in (*_SAYING, *_TELLING, *_JUDGING, *_DENYING, *_HOLDING) for form in _inflect(base)
}
BASES = frozenset(CUES.values())
# How somebody says what stands in quotation marks beside them: “Sheep don't read,” shrugged Aaker.
MANNERS = frozenset(
    form
    for base in list_words(
        """
        shrug smile laugh grin beam fume roar bark growl groan moan chuckle giggle chortle cackle wail rage
        snarl sneer thunder gasp stammer mumble hiss drawl bellow howl shriek holler croak enthuse grunt
        snort sniff spit purr chirp crow huff bristle nod frown chant cheer sing
        """
    )
    for form in _inflect(base)
)
HAVE_LISTENER = frozenset(_TELLING)
HAVE_TARGET = frozenset((*_JUDGING, *_HOLDING))
ANSWERS = frozenset(_DENYING)
# Verbs with many other uses, of which only the same verb tells: "called an election", "ordered ships".
MANIFOLD = frozenset(
    (
        *_JUDGING,
        *_HOLDING,
        "order",
        "find",
        "report",
        "agree",
        "demand",
        "rule",
        "dismiss",
        "reject",
        "challenge",
    )
)
HOLDING = frozenset(_HOLDING)
# They say of a thing what it is, in a word or two.
NAMING = frozenset(
    list_words("call describe brand label blame portray dub hail denounce blast slam praise criticise")
)
# They need no words of their own: "Holm agreed."
AGREEING = ANSWERS | frozenset(("agree", "concur", "confirm", "acknowledge", "admit", "concede"))
# Verbs for anything that is said.
GENERAL = frozenset(("say", "tell", "add", "state", "according"))
# Before these the speaker may stand behind the verb: “…,” said Ruiz.
INVERTING = frozenset(BASES - frozenset((*_JUDGING, *_HOLDING)))
# Nouns for what somebody says: "Ruiz's claim that …", "warnings from the bank that …".
SAYING_NOUNS = frozenset(
    list_words(
        """
        claim claims finding findings warning warnings allegation allegations assertion assertions
        accusation accusations statement statements belief beliefs promise promises prediction
        predictions suggestion suggestions complaint complaints conclusion conclusions assurance
        assurances estimate estimates argument arguments contention admission insistence testimony pledge
        vow view opinion fear fears charge charges denial hope hopes concession threat threats
        """
    )
)

# Nouns for who speaks that fit very many parties, as roots: alone they tell no two apart.
ANY_PARTY = frozenset(
    find_root(key, "en")
    for key in list_words(
        """
        agency company firm group organisation organization body authority authorities team side
        government state ministry department minister office institution service operator maker
        official spokesman spokeswoman spokesperson spokespeople source person people expert
        specialist researcher scientist academic observer insider representative member investigator
        staff employee leader boss manager officer author man woman chief head director executive
        owner report study paper statement document figure data inquiry estimate
        """
    )
)


def is_gesture(keys: Sequence[str], at: int) -> bool:
    """Whether a word of saying is followed by what nobody reports: "said sorry", "said yes to the offer"."""
    after = keys[at + 1 : at + 3]
    if not after:
        return False
    return after[0] in _GESTURES or (
        after[0] in ("yes", "no") and (after[1:] == ["to"] or not "".join(after[1:]).isalnum())
    )


_GESTURES = frozenset(list_words("sorry goodbye farewell hello thanks"))
