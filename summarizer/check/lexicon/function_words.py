"""Words that carry no content of their own, by language, and irregular forms. Own lists."""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

_EN = """
a an the this that these those it its it's he she they them their his her hers him we us our i me my you your
who whom whose which what when where why how whether if as than then there here
be is am are was were been being isn't aren't wasn't weren't he's she's that's there's they're we're i'm you're
i've we've they've you've i'll we'll they'll he'll she'll i'd he'd she'd they'd we'd who's what's let's
have has had having haven't hasn't hadn't do does did done doing don't doesn't didn't
will would shall should can could may might must won't wouldn't shan't shouldn't can't cannot couldn't mightn't
of in on at to for from by with without about into onto upon over under between among through during within
before after since until till against toward towards across per via off out up down along around
and or but nor so yet not no never also too very quite just only even still again both either neither each every
any some all such other another same own more most less least much many few own
said say says saying told tell tells telling added adds adding according stated states told
mr mrs ms dr s t one ones
nobody none everyone everybody someone somebody anyone anybody nothing something anything everything several others
almost nearly roughly approximately unlike like meanwhile instead moreover furthermore nevertheless nonetheless indeed perhaps maybe once whereas
because while although though despite amid however therefore thus
"""
_DE = """
der die das den dem des ein eine einen einem einer eines und oder aber auch nicht kein keine keinen er sie es ihm
ihn ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner wir uns unser ich mich mir du dich man sich
ist sind war waren wird werden wurde wurden worden sei seien wäre wären hat haben hatte hatten habe hätte hätten
kann können konnte soll sollen sollte muss müssen will wollen wollte darf dürfen
in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen ohne bis seit zwischen
dass daß ob wenn als wie weil denn da so noch nur schon sehr mehr hier dort dieser diese dieses diesen diesem
sagte sagt sagten erklärte wer was wo wann welche welcher welches während sowie damit dann doch
"""
_FR = """
le la les l un une des du de d et ou mais où donc ni car ce cet cette ces il elle ils elles on nous vous je tu
se s sa son ses leur leurs que qu qui quoi dont ne pas plus est sont était étaient a ont avait avaient été être
avoir sera seront à au aux en dans par pour sur avec sans sous entre vers chez comme si très aussi même y
dit déclaré affirmé selon
"""
_ES = """
el la los las lo un una unos unas de del y o pero que quien en a al por para con sin sobre entre desde hasta se su
sus es son era eran fue fueron ha han había ser estar está están este esta estos estas ese esa no más muy también
como si ya le les nos dijo dice según
"""
_IT = """
il lo la i gli le un uno una di del della dei delle e o ma che chi in a al alla ai da dal dalla con su per tra fra
non è sono era erano ha hanno aveva essere si suo sua loro questo questa come anche più detto secondo
"""
_NL = """
de het een en of maar dat die dit deze in op aan van voor met bij naar om te tot uit door over onder tegen zonder
is zijn was waren wordt werd heeft hebben had hij zij ze we ik niet geen ook nog al zei zegt volgens
"""

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(_EN.split()),
    "": frozenset(_EN.split()),
    "de": frozenset(_DE.split()),
    "fr": frozenset(_FR.split()),
    "es": frozenset(_ES.split()),
    "it": frozenset(_IT.split()),
    "nl": frozenset(_NL.split()),
}

# base form, then the forms that no suffix rule leads to it
_FORMS = """
rise rose risen
fall fell fallen
grow grew grown growth
shrink shrank shrunk
win won winner winners
lose lost loss losses losing
buy bought
sell sold sale sales
build built
fight fought
bring brought
think thought
catch caught
teach taught
seek sought
find found
keep kept
leave left
meet met
feel felt
hold held
stand stood
understand understood
withdraw withdrew withdrawn withdrawal
draw drew drawn
begin began begun
start started
break broke broken
speak spoke spoken speech
speed sped speeds speeding
choose chose chosen choice
give gave given
take took taken
make made making
go went gone goes going
come came coming
become became
see saw seen
know knew known knowledge
show shown
write wrote written
drive drove driven
strike struck
steal stole stolen theft
spend spent
send sent
lend lent
pay paid payment payments
lead led leader leaders
lay laid
die died dying death deaths dead
kill killed killing killer
hide hid hidden
shoot shot shooting
freeze froze frozen
eat ate eaten
fly flew flown flight
flee fled
throw threw thrown
forbid forbade forbidden
forgive forgave forgiven
swear swore sworn
wear wore worn
tear tore torn
beat beaten
bear bore borne
run ran running
swim swam swum
sing sang sung
sink sank sunk
mean meant
hear heard
deal dealt
sue sued suing lawsuit
high higher highest height
low lower lowest
strong stronger strongest strength
long longer longest length
good better best
bad worse worst
man men
woman women
child children
person people persons
country countries
city cities
company companies companys firm firms
police officers officer
job jobs
say said
agree agreed agreement agreements agreeing agrees
try tried tries trying
carry carried
deny denied denies denial denying
supply supplied supplies
reply replied
apply applied application
buyer buyers
decide decided decision decisions deciding decides
approve approved approval approves approving
refuse refused refusal refuses refusing
reveal reveals revealed revealing revelation revelations
conceal conceals concealed concealing concealment
repeal repeals repealed repealing
appeal appeals appealed appealing
exceed exceeds exceeded exceeding
proceed proceeds proceeded proceeding
praise praises praised praising
advise advises advised advising advice
ignore ignores ignored ignoring
restore restores restored restoring restoration
receive receives received receiving receipt
survive survives survived surviving survival
revive revives revived reviving revival
promise promises promised promising
intend intends intended intending intention intentions
distance distances distanced distancing
apologise apologises apologised apologising apologize apologizes apologized apologizing apology apologies
defy defies defied defying defiance
dismiss dismisses dismissed dismissing dismissal dismissals
remove removes removed removing removal
disclose discloses disclosed disclosing disclosure disclosures
close closes closed closing closure closures
depart departs departed departing departure departures
expose exposes exposed exposing exposure
betray betrays betrayed betraying betrayal
renew renews renewed renewing renewal
believe believes believed believing belief beliefs
complain complains complained complaining complaint complaints
threaten threatens threatened threatening threat threats
respond responds responded responding response responses
include includes included including inclusion
exclude excludes excluded excluding exclusion
divide divides divided dividing division divisions
resist resists resisted resisting resistance
propose proposed proposal proposals proposes proposing
arrive arrived arrival arrives arriving
oppose opposed opposes opposing opposition opponent opponents
support supported supports supporter supporters supporting
resign resigned resignation resigns resigning
elect elected election elections
expand expanded expansion expands
reduce reduced reduction reductions reduces reducing
explain explained explanation
describe described description
destroy destroyed destruction
invade invaded invasion invades invading
extend extended extension extends
conclude concluded conclusion
permit permitted permission
admit admitted admission
submit submitted submission
suspend suspended suspension
defend defended defence defense
offend offence offense
succeed success successful succeeded
fail failed failure failures fails failing
assess assessed assessment
criticise criticised criticize criticized criticism criticises criticizes criticising criticizing
analyse analysis analyze
economy economic economies economically
politics political politician politicians politically
president presidential presidents
minister ministerial ministers
nation national nations nationally
region regional regions
uphold upheld
withhold withheld
overtake overtook overtaken
overcome overcame
oversee oversaw overseen
overthrow overthrew overthrown
override overrode overridden
undergo underwent undergone
undertake undertook undertaken
foresee foresaw foreseen
mislead misled
arise arose arisen
awake awoke awoken
bend bent
bet bets betting
bind bound
bite bit bitten
bleed bled
blow blew blown
breed bred
burn burnt burned
cling clung
creep crept
dig dug
drink drank drunk
feed fed
forget forgot forgotten
get got gotten getting
grind ground
hang hung
hit hits hitting
kneel knelt
leap leapt leaped
learn learnt learned
light lit
mistake mistook mistaken
outgrow outgrew
prove proven proved proof proofs
quit quits quitting
rebuild rebuilt
repay repaid
resell resold
retake retook retaken
ride rode ridden
ring rang rung
rewrite rewrote rewritten
seek sought
shake shook shaken
shine shone
slay slew slain
sleep slept
slide slid
spin spun
spread spreads
split splits splitting
spring sprang sprung
stick stuck
sting stung
strive strove striven
sweep swept
swing swung
weave wove woven
wind wound
withstand withstood
cut cuts cutting
cost costs costing
put puts putting
let lets letting
set sets setting
shut shuts shutting
shed sheds shedding
slash slashes slashed slashing
lie lay lain lying
hurt hurts hurting
free frees freed freeing
ban bans banned banning
axe axed axes axing
poor poorer poorest
rich richer richest
big bigger biggest
large larger largest
small smaller smallest
young younger youngest
old older oldest elder eldest
cheap cheaper cheapest
fast faster fastest
slow slower slowest
deep deeper deepest
wide wider widest
hot hotter hottest
cold colder coldest
warm warmer warmest
hard harder hardest
easy easier easiest easily
safe safer safest safely safety
weak weaker weakest weakness
great greater greatest
dear dearer dearest costly costlier costliest
late later latest
early earlier earliest
heavy heavier heaviest
light lighter lightest
law laws legal legally lawful
strategy strategic
secure security
vote voted votes voting voter voters
"""
IRREGULAR: dict[str, str] = {
    form: base for base, *forms in (line.split() for line in _FORMS.strip().splitlines()) for form in forms
}

# Past forms that no ending shows.
_PASTS = """
rose risen fell fallen grew grown shrank shrunk won lost bought sold built fought brought thought caught
taught sought found kept left met felt held stood understood withdrew withdrawn drew drawn began begun broke
broken spoke spoken chose chosen gave given took taken made went gone came became saw seen knew known wrote
written drove driven struck stole stolen spent sent lent paid led laid hid hidden shot froze frozen ate
eaten flew flown fled threw thrown forbade forbidden swore sworn wore worn tore torn beat beaten bore ran
swam sang sung sank sunk heard dealt upheld withheld overtook overcame oversaw overthrew overthrown
underwent undertook foresaw misled arose awoke bent bound bit bitten blew blown dug drank drunk fed forgot
forgotten got hung hit lit quit rebuilt repaid rode ridden rang rewrote shook shaken slid spread split
sprang stuck swept swung wound cut put let set shut shed told said did had was were
"""
IRREGULAR_PASTS = frozenset(_PASTS.split())

BE = frozenset(("be", "been", "being", "is", "are", "was", "were"))
BE_OR_GET = BE | frozenset(("get", "gets", "got"))  # what makes a passive
POSSESSIVES = frozenset(("my", "your", "his", "her", "its", "our", "their"))
