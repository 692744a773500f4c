"""Words that turn a statement round: negators by strength, and pairs of opposites. Own tables."""

# a row of a table is one line, so that it reads and compares as one

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from summarizer.check.tables import list_words
from summarizer.check.words import find_root

# A word after one of these is denied. Phrases first, longest first; "-" marks phrases that deny nothing.
NEGATORS: dict[str, frozenset[str]] = {
    "en": frozenset(
        list_words(
            """
        not never no none nobody nothing neither nor nowhere without cannot can't won't don't
        doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't couldn't
        mustn't shan't ain't needn't mightn't refuse refuses refused refusing refusal deny denies
        denied denying denial decline declines declined declining fail fails failed failing failure
        unable impossible ruled rules ruling rule rejects rejected rejecting dismisses dismissed
        dismissing yet
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
# Negators that are themselves predicates, so that another negator can turn them ("denied having refused").
PREDICATES = frozenset(
    list_words(
        """
        refuse refuses refused refusing refusal deny denies denied denying denial decline declines
        declined declining fail fails failed failing failure unable impossible ruled rules ruling
        rule rejects rejected rejecting dismisses dismissed dismissing
        """
    )
)
# These deny only before "claims that …".
ONLY_WITH_CLAIMS = frozenset(list_words("rejects rejected rejecting dismisses dismissed dismissing"))
# These deny only before "out".
ONLY_WITH_OUT = frozenset(["ruled", "rules", "ruling", "rule"])
# These deny only before "to": "declined to comment" but "sales declined".
ONLY_WITH_TO = frozenset(
    list_words("decline declines declined declining fail fails failed failing failure refuse")
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
        lacks lacked lacking few little prohibit prohibits prohibited forbid forbids forbade
        forbidden halt halts halted abandon abandoned scrap scrapped scrapping cancel cancelled
        canceled cancelling dispute disputes disputed disputing veto vetoed vetoes boycott boycotted
        reluctant unwilling exclude excluded bar barred barring refrain refrained acquit acquits acquitted unknown unclear unsure instead rather yet
        despite lose loses lost losing absence end ended ending drop dropped dropping cease ceased
        resist resists resisted opponent opponents spurn spurned unless too lehnt ablehnt ablehnte
        lehnte verhindert verbot verbietet verboten gegen kaum untersagt stoppt
        """
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

_OPPOSITES = {
    "en": """
rise increase grow climb surge jump soar gain up higher raise boost expand hike accelerate swell rebound mount multiply lift double triple / slip ebb recede sag shed halve lessen diminish ease fall decrease shrink drop decline plunge tumble lower down cut reduce slump slide dip slash contract dwindle plummet sink
support back endorse approve accept welcome praise favour favor embrace applaud hail commend champion / oppose reject condemn criticise criticize denounce resist block decry slam lambast veto disapprove blast deplore
provisional preliminary interim / final definitive
uphold affirm / overturn annul quash
confirm admit acknowledge concede / deny dispute contradict rebut refute
win beat defeat prevail * lose
open reopen / close shut closure
start begin launch resume continue restart / discontinue stop end cease halt finish suspend
allow permit authorise authorize legalise legalize let / ban prohibit forbid outlaw bar block prevent
buy purchase acquire * sell
import * export
hire recruit employ appoint / fire dismiss sack oust
join enter / leave exit quit withdraw
include / exclude omit
strengthen reinforce / weaken undermine
improve / worsen deteriorate
accelerate speed quicken hasten / slow delay
arrest detain jail imprison / release free
convict guilty / acquit innocent clear
arrive / depart
tighten toughen / loosen ease relax soften
impose introduce / lift scrap abolish revoke repeal
majority / minority
high highest / low lowest
early earlier earliest / late later latest
best better / worst worse
large big largest biggest larger bigger great / small smallest smaller little tiny
optimistic hopeful upbeat confident / pessimistic gloomy
safe / dangerous unsafe hazardous
rich wealthy / poor
strong stronger strongest / weak weaker weakest
succeed success successful / fail failure
true / false
men man male / women woman female
boy / girl
northern / southern
eastern / western
north / south
east / west
profit surplus / loss deficit
public / private
survive alive survivor / die dead death kill
ally friend / enemy foe adversary
victim / perpetrator attacker
borrow * lend
gain win / lose shed forfeit
widen broaden / narrow
open pursue reopen launch / drop abandon close
oblige require compel force order / forbid ban prohibit exempt
keep maintain retain extend / lift drop scrap return
pass adopt carry / reject defeat block fail
promote / demote relegate
praise thank / blame criticise
earn / lose
save / waste
lend * owe
ahead / behind
enter / exit
enable / prevent disable
activate / deactivate
connect / disconnect
qualify / disqualify
lock / unlock
load / unload
cover hide conceal / uncover expose reveal disclose show
protect / endanger threaten expose
rescue save / abandon
heal cure / sicken infect
fill / empty drain
freeze / unfreeze thaw release
inflate / deflate
invest / divest
nationalise / privatise
centralise / decentralise
arm / disarm
mobilise / demobilise
occupy / liberate vacate
surrender / resist
elect / oust
celebrate / mourn
love like / hate dislike
friendly / hostile
sober / drunk
employed / unemployed jobless
married / divorced single
clean / dirty polluted contaminated
calm / tense stormy
quiet / loud noisy
wide broad / narrow
tall / short
deep / shallow
fast quick rapid / slow gradual
modern / outdated obsolete
wet rainy / dry
bright / dark
sunrise dawn / sunset dusk
first / last final
senior / junior
primary / secondary
natural / artificial
real genuine authentic / fake counterfeit forged
correct / wrong incorrect
normal / abnormal unusual
common / rare
popular / unpopular
famous / unknown
visible / hidden invisible
brave / cowardly
careful / careless reckless
deliberate intentional / accidental
willing / reluctant unwilling
unanimous / divided split
gross / net
asset / liability
income / expense
seller * buyer
winner * loser
attacker * defender
accuser * accused
prosecution / defence
leftist / rightist
liberal / conservative
democrat / republican
catholic / protestant
christian / muslim
entrance / exit
floor / ceiling
front / rear back
birth / death
upstream / downstream
uphill / downhill
upstairs / downstairs
indoor / outdoor
onshore / offshore
arrival / departure
ascent / descent
victory / defeat
boom / bust recession slump
creation / destruction
consent approval / objection refusal
benefit advantage / drawback disadvantage harm
help assist aid / hinder hamper
merge / split demerge
heavier / lighter
longer / shorter
cheaper / dearer
faster / slower
easier / harder
maximum / minimum
young younger / old older elderly
hot warm hotter warmer / cold cool colder cooler
present / absent
attack / defend
build construct / demolish destroy dismantle
extend lengthen / shorten curtail
agree / disagree
temporary temporarily / permanent permanently
voluntary optional / mandatory compulsory
domestic / foreign
urban / rural
upgrade / downgrade
cheap cheaper / expensive costly dearer
add / remove
encourage / discourage deter
overestimate / underestimate
employer * employee
landlord * tenant
plaintiff * defendant
ahead / behind
full / empty
top / bottom
keep retain maintain preserve / scrap abolish abandon axe ditch
comply obey / defy violate breach flout
escalate / ease defuse
legal lawful / illegal unlawful
possible / impossible
likely / unlikely
unite / divide
invite / disinvite
follow / precede
deploy / withdraw
advance / retreat withdraw
trust / distrust mistrust
deteriorate / recover
positive / negative
major / minor
direct / indirect
inside / outside
above / below beneath
before / after
more / less fewer
most / least fewest
many / few
always / never
often frequently / rarely seldom
always / sometimes
thin / thick
heavy / light
simple easy / difficult hard complicated
transparent / opaque secret
rural / metropolitan
spring / autumn
winter / summer
morning / evening
left / right
inflow / outflow
creditor * debtor
supplier * customer
""",
    "de": """
steigen stieg gestiegen zunehmen wachsen erhöhen steigern anheben / sinken sank gesunken fallen fiel gefallen schrumpfen senken abnehmen zurückgehen
unterstützen unterstützt befürworten begrüßen zustimmen loben / ablehnen kritisieren verurteilen
bestätigen zugeben / bestreiten dementieren leugnen
gewinnen gewann gewonnen * verlieren verlor verloren
öffnen / schließen
beginnen starten / enden beenden stoppen
erlauben gestatten / verbieten
kaufen kaufte * verkaufen verkaufte
vor / nach
mehr / weniger
hoch höher / niedrig niedriger tief
groß größer / klein kleiner
stark stärker / schwach schwächer
männer / frauen
""",
}

# language -> word or root -> [(pair, +1 or -1, whether the sides exchange with the parties)]
Axis = tuple[int, int, bool]


def _make_axes(language: str) -> dict[str, tuple[Axis, ...]]:
    table: dict[str, list[Axis]] = {}
    for number, line in enumerate(_OPPOSITES[language].strip().splitlines()):
        parties = " * " in line
        for sign, side in zip((1, -1), line.split(" * " if parties else " / "), strict=True):
            for word in side.split():
                entry = (number, sign, parties)
                listed = table.setdefault(find_root(word, language) or word, [])
                if entry not in listed:
                    listed.append(entry)
    return {word: tuple(axes) for word, axes in table.items()}


AXES: dict[str, dict[str, tuple[Axis, ...]]] = {language: _make_axes(language) for language in _OPPOSITES}

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
