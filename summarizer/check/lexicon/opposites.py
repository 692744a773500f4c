"""Pairs of opposites: for each word or phrase the pairs it belongs to, and on which side. Own tables.

Rows stand by field. "/" parts the sides; "*" parts sides that change places with the parties: who buys
from somebody is sold to; "|" parts words of several senses, which tell only where one stands in the other's
place. The words of one side need not be synonyms, only never each other's opposite.
"""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from typing import NamedTuple

from summarizer.check.lexicon.words import find_root

_OPPOSITES = {
    "en": """
# direction and amount
rise increase grow climb surge jump soar gain recover put_on up higher raise boost expand hike accelerate swell rebound mount multiply lift double treble triple quadruple go_up come_up pick_up build_up edge_up rocket skyrocket spike balloon leap escalate inflate mushroom snowball upturn uptick upswing step_up ramp_up crank_up shoot_up / slip ebb recede sag shed halve lessen diminish ease fall decrease shrink drop decline plunge tumble lower down cut reduce slump slide dip slash contract dwindle plummet sink go_down come_down drop_off fall_off tail_off scale_back cut_back trim prune dive nosedive crash collapse subside abate wane dwindling downturn downtick retreat erode soften scale_down ramp_down step_down_from wind_back
outstrip overtake exceed surpass outpace outnumber outdo top / trail lag fall_behind fall_short
exceed surpass outstrip beat top / miss undershoot fall_short come_up_short
overshoot / undershoot fall_short
create add generate / shed axe cut lose eliminate destroy
create establish set_up found institute introduce / abolish dissolve dismantle disband scrap
widen broaden / narrow
narrow come_closer draw_closer move_closer / widen drift_apart move_apart grow_apart drive_apart
accelerate speed quicken hasten speed_up fast-track expedite rush / slow delay slow_down decelerate hold_up stall
speed_up hasten bring_forward / put_off put_back push_back
strengthen reinforce bolster / weaken undermine soften
improve better upgrade / worsen deteriorate degrade downgrade
upgrade raise lift | downgrade lower reduce
improvement progress / deterioration worsening setback
tighten toughen stiffen / loosen ease relax soften
extend lengthen prolong / shorten curtail cut_short
ascend ascent / descend descent
strengthen appreciate rally / weaken depreciate slide
record_high all-time_high peak / record_low trough
surplus / deficit shortfall
profit surplus / loss deficit
profitable / loss-making unprofitable
glut surplus oversupply abundance / shortage scarcity lack dearth
boom upturn / bust recession slump downturn
more / less fewer
most / least fewest
many / few
majority / minority
maximum / minimum
above / below beneath
upper | lower
top / bottom
plus | minus
full / empty
heavy heavier heaviest / light lighter lightest
long longer longest / short shorter shortest
high highest tall taller / low lowest
large big largest biggest larger bigger great huge enormous vast massive sizeable sizable considerable substantial / small smallest smaller little tiny minor slight marginal modest negligible minuscule
major significant / minor insignificant negligible
deep deeper deepest / shallow shallower
wide broad wider broader / narrow narrower
thin thinner / thick thicker
fast quick rapid swift faster quicker / slow gradual slower sluggish
rapidly quickly swiftly sharply steeply dramatically strongly considerably substantially significantly markedly massively hugely / slowly gradually slightly marginally modestly barely hardly scarcely
often frequently regularly / rarely seldom infrequently
always | never
always / sometimes occasionally rarely
full fully wholly entirely complete completely total totally / partial partially partly incomplete
thorough / superficial cursory
# approval
support back endorse say_yes_to said_yes_to in_favour_of in_favor_of approve accept welcome praise favour favor embrace applaud hail commend champion agree_to sign_off_on vote_for speak_out_for give_the_go-ahead / oppose reject say_no_to said_no_to condemn criticise criticize denounce resist block decry slam lambast veto disapprove blast deplore turn_down vote_down vote_against speak_out_against strike_down throw_out shoot_down attack spurn rebuff
accept take_up say_yes_to said_yes_to / decline refuse reject turn_down vote_down say_no_to said_no_to spurn rebuff
support backing favour approval endorsement praise applause acclaim / opposition criticism condemnation disapproval rejection censure outcry
proponent supporter advocate backer champion / opponent critic detractor foe
advocate recommend urge advise endorse / oppose advise_against warn_against discourage reject
grant award / deny refuse withhold revoke
approve clear authorise authorize sanction permit green-light green_light give_the_green_light wave_through rubber-stamp go-ahead / block reject veto refuse prohibit red-light throw_out halt stop
pass adopt carry enact ratify approve sail_through scrape_through squeak_through squeeze_through / reject defeat block fail vote_down throw_out
ratify / repudiate reject
agree consent assent accept / disagree refuse object
agree consensus agreement unanimity settle settled / disagree disagreement dispute dissent contradict at_odds at_loggerheads
settle settled resolve resolved / unsettled unresolved undecided at_odds at_loggerheads open_question
praise thank laud compliment credit hail commend applaud congratulate honour honor / blame criticise criticize scold rebuke reprimand condemn censure castigate berate accuse pan panned chide admonish lambast reproach upbraid savage maul deride ridicule mock lampoon slate
credit praise | blame fault
welcome glad pleased happy / regret deplore lament sorry
satisfied pleased happy delighted content glad | dissatisfied displeased unhappy disappointed angry upset furious
pleased delighted happy glad | saddened sad dismayed upset sorry
relieved reassured | worried concerned alarmed anxious
hopeful optimistic upbeat confident bullish sanguine / pessimistic gloomy downbeat bearish despondent doubtful sceptical skeptical
optimism confidence hope / pessimism gloom despair doubt scepticism skepticism
trust believe / distrust mistrust doubt
change alter adjust | keep leave hold maintain remain
like love admire / hate dislike loathe despise
calm reassure / alarm frighten
encourage / discourage deter dissuade
persuade / dissuade
popular / unpopular
consent approval / objection refusal
willing ready keen eager / reluctant unwilling loath hesitant
unanimous unanimously / divided split
in_favour_of in_favor_of / against opposed_to
lose_money make_a_loss / make_money make_a_profit turn_a_profit
in_passing briefly / at_length in_detail in_depth
abundant plentiful ample / scarce scant scarcely_any hardly_any barely_any
apologise apologize apology | defend justify
flow_into pour_into / drain_from flow_out_of pour_out_of
pro / anti
cooperate co-operate / obstruct
honest / dishonest
# legality and permission
allow permit authorise authorize legalise legalize let enable entitle / ban prohibit forbid outlaw bar block prevent stop disallow criminalise criminalize
allowed permitted free | banned forbidden barred prohibited
oblige require compel force order / forbid ban prohibit exempt
order instruct tell / forbid ban
legal lawful legitimate constitutional valid / illegal unlawful illegitimate unconstitutional invalid illicit
legalise legalize decriminalise decriminalize / criminalise criminalize outlaw ban
impose introduce bring_in / lift scrap abolish revoke repeal remove drop waive withdraw
enforce / waive relax ignore
mandatory compulsory obligatory / voluntary optional
eligible / ineligible
qualify / disqualify
valid / invalid void
comply obey abide_by adhere honour honor respect / defy violate breach flout break contravene ignore disobey
keep honour honor | break
exempt / subject
licensed / unlicensed
# courts and police
uphold affirm confirm sustain let_stand / overturn annul quash reverse strike_down set_aside overrule void
uphold grant sustain | dismiss reject throw_out turn_down
convict guilty find_guilty / acquit innocent clear exonerate not_guilty
convicted / acquitted cleared
convict / exonerate clear
arrest detain jail imprison incarcerate remand take_into_custody lock_up capture seize apprehend / release free let_go set_free discharge
arrested caught captured detained in_custody / at_large on_the_run escaped
imprison / pardon
plead_guilty admit confess / plead_not_guilty deny
prosecution / defence defense
plaintiff claimant * defendant
accuser * accused
victim / perpetrator attacker culprit assailant
attacker assailant * victim
win succeed / lose fail
find_for / find_against
extradite hand_over deport / harbour shelter
deport expel / admit naturalise
lenient mild / harsh severe strict tough
harsher tougher stiffer / milder lighter
premeditated deliberate intentional intentionally deliberately on_purpose wilful / accidental accidentally unintentional inadvertent inadvertently by_accident by_mistake
murder / manslaughter
# admit, deny, tell, hide
confirm admit acknowledge concede / deny dispute contradict rebut refute reject
confirm / deny refute contradict
admit confess own_up / deny
affirm assert / deny
verify prove corroborate / disprove refute debunk
bear_out back_up corroborate confirm / contradict belie gainsay
prove confirm / disprove
reveal disclose expose uncover show publish release make_public unveil / hide conceal cover_up withhold suppress keep_secret
public publicly openly open / secret secretly covert private privately behind_closed_doors
public state-owned / private privately
transparent open / opaque secret secretive
remember recall / forget
true accurate correct right / false untrue inaccurate incorrect wrong
truth / lie falsehood
truthful / untruthful
real genuine authentic / fake counterfeit forged bogus phoney sham
tell_the_truth / lie
find discover detect | miss overlook
notice | overlook
clear obvious | unclear ambiguous
known | unknown
sure certain definite / unsure uncertain
definitely certainly / possibly perhaps maybe
apologise apologize / refuse_to_apologise
# beginning and end
start begin launch open commence resume continue restart kick_off initiate set_off / discontinue stop end cease halt finish suspend close conclude terminate wind_up call_off break_off cancel
begin start open launch commence outset beginning / end finish close conclude ending conclusion
resume restart reopen reinstate restore / suspend pause halt interrupt call_off freeze
continue proceed go_on carry_on go_ahead persist keep / stop cease halt discontinue abandon quit pause suspend end
open reopen / close shut closure shut_down
open inaugurate / close wind_up
launch / scrap abandon
found establish | close dissolve wind_up
birth born / death die
early earlier earliest / late later latest
first | last final
before / after
on_the_eve_of the_day_before the_night_before the_week_before the_evening_before / the_day_after the_night_after the_week_after the_morning_after
beforehand / afterwards
previous previously prior / subsequent subsequently
ahead_of before prior_to / following after in_the_wake_of
precede / follow
predecessor * successor
past | future
old former | new current
since | until
from | until
dawn sunrise / dusk sunset
morning / evening
spring / autumn
winter / summer
temporary temporarily interim provisional / permanent permanently final
provisional preliminary interim / final definitive
postpone delay defer adjourn put_off push_back / bring_forward advance expedite
on_time punctual / late delayed overdue
immediate immediately at_once instantly / eventually delayed later
premature / overdue
last survive endure / collapse end expire
renew extend prolong / terminate expire end cancel lapse
expire lapse run_out / renew
effective enter_into_force take_effect come_into_force come_into_effect / expire lapse
activate switch_on turn_on / deactivate switch_off turn_off
install fit / remove
connect / disconnect
plug_in / unplug
begin | complete
incomplete unfinished / complete finished
# win and lose
win beat defeat prevail triumph overcome vanquish * lose
win triumph succeed prevail victory | lose fail defeat
win gain secure capture retain take claim / lose forfeit surrender miss
victory triumph win success | defeat loss failure
winner victor * loser
winner champion / loser runner-up
succeed success successful successfully / fail failure unsuccessful unsuccessfully collapse break_down flop founder
ahead ahead_of lead be_in_front in_front * behind trail
lead be_ahead | trail lag
promote / demote relegate
promotion / relegation demotion
qualify advance progress go_through / crash_out go_out be_eliminated eliminated knocked_out
score | concede miss
score | miss
home host * away visiting visitor
home | abroad
attacker * defender
attack assault / defend defence defense
offensive / defensive
attack | retreat
advance / retreat withdraw pull_back
surrender capitulate give_in give_up / resist fight_on hold_out
conquer seize capture take occupy / lose liberate vacate cede
fit healthy | injured unfit hurt
keep retain / lose
title-holder / challenger
defending * challenging
favourite favorite / underdog outsider
overcome | succumb
strong stronger strongest robust powerful / weak weaker weakest fragile feeble
lose shed forfeit surrender / gain win acquire put_on
# presence, keeping, leaving
present attend be_present / absent boycott stay_away skip miss be_absent
attend turn_up show_up appear / boycott skip miss stay_away
presence / absence
include contain / exclude omit leave_out
add include insert / remove delete exclude omit strip
appear | disappear vanish
find | lose
arrive come land reach / depart leave take_off
arrival / departure
enter come_in / exit leave
entrance entry / exit
join rejoin enter sign_up accede / leave exit quit withdraw pull_out drop_out
join rejoin / leave quit
stay remain | leave quit go depart move_out flee
return come_back go_back rejoin / leave depart drop_out
move_in / move_out
immigrate immigration immigrant / emigrate emigration emigrant
import * export
import importer / export exporter
inflow influx / outflow exodus
inbound incoming / outbound outgoing
incoming / outgoing
send dispatch / receive
send * receive
take_bribe accept_bribe receive_bribe take_kickback accept_kickback receive_kickback * pay_bribe offer_bribe give_bribe pay_kickback offer_kickback
deploy send / withdraw recall pull_out bring_home
keep maintain retain preserve / scrap abolish abandon axe ditch drop get_rid_of do_away_with give_up discard
keep maintain retain extend hold_on_to / lift drop scrap return hand_back sell give_up end
keep retain / return give_back
occupied / vacant
inhabited / uninhabited deserted
evacuate | return
fill / empty drain
fill / vacate
load / unload
board | disembark
evict / house
invite welcome / disinvite exclude
admit let_in let_into accept / expel turn_away exclude refuse eject bar keep_out shut_out
accept admit | turn_away
appear emerge | fade
remain | vanish
# work
hire recruit employ appoint take_on engage / fire dismiss sack oust lay_off make_redundant let_go
appoint name elect install / remove oust dismiss sack depose
appoint reinstate restore / dismiss remove oust
elect re-elect vote_in / oust vote_out unseat
take_office take_over assume_office take_up be_sworn_in sworn_in inaugurate / step_down resign leave_office quit stand_down leave retire bow_out give_up_office
stay_on remain | step_down resign quit stand_down
resignation departure / appointment arrival
employed / unemployed jobless out_of_work
employment / unemployment
employer * employee
boss * subordinate
landlord * tenant
lender creditor * borrower debtor
doctor * patient
teacher * pupil
buyer * seller
customer client * supplier
supplier * customer
creditor * debtor
strike walk_out | work return_to_work
walk_out down_tools go_on_strike / return_to_work go_back_to_work
full-time / part-time
senior / junior
paid | unpaid
volunteer voluntary | conscript
overpaid | underpaid
skilled | unskilled
experienced / inexperienced
# money
buy purchase acquire snap_up * sell
buy purchase acquire snap_up take_over * dispose_of sell sell_off offload divest
borrow * lend
lend * owe
save / waste squander
invest / divest
earn / lose spend
pay_back repay / default
income revenue earnings / expense expenditure spending cost
asset / liability
gross / net
credit | debit
cheap cheaper cheapest inexpensive affordable / expensive costly costlier costliest dear dearer dearest unaffordable
rich wealthy richest wealthiest affluent well-off / poor poorest impoverished deprived needy
wealth / poverty
donor * recipient
solvent | insolvent bankrupt
tax-free / taxable
fund finance bankroll | defund
overvalued | undervalued
talk_up play_up / play_down downplay talk_down
overestimate overstate exaggerate / underestimate understate play_down downplay
overspend | underspend
generous lavish / stingy meagre meager paltry miserly derisory inadequate
deposit pay_in | withdraw take_out
inflate inflation / deflate deflation
nationalise nationalize / privatise privatize
# fight and peace
war conflict | peace
ceasefire truce / fighting hostilities
ally friend partner / enemy foe adversary rival
friendly / hostile
escalate inflame fuel stoke / ease defuse de-escalate calm
peaceful peacefully / violent violently
arm / disarm
armed / unarmed
mobilise mobilize / demobilise demobilize
protect defend safeguard shield / endanger threaten expose jeopardise jeopardize
protect / harm
save rescue / abandon kill
rescue save / abandon
help assist aid / hinder hamper obstruct impede
helpful beneficial useful | harmful detrimental damaging useless
benefit advantage upside / drawback disadvantage harm downside
safe secure harmless / dangerous unsafe hazardous risky perilous harmful toxic lethal deadly
safety | danger
survive live alive survivor save rescue / die dead death kill perish
survive | succumb
heal cure recover / sicken infect deteriorate
healthy well | sick ill unhealthy
recover get_better | deteriorate worsen
vaccinated / unvaccinated
immune / susceptible
contagious / harmless
positive / negative
build construct erect put_up / demolish destroy dismantle tear_down pull_down knock_down raze
creation / destruction
create / destroy
repair mend fix restore / damage break wreck
intact undamaged unharmed / damaged destroyed
damaged / undamaged
unhurt unharmed uninjured / hurt injured wounded
unite unify / divide split
united / divided
merge combine / split demerge separate
integrate / segregate
marry / divorce
married / divorced single unmarried
ban / lift
attack | protect
blockade / open
liberate free / occupy enslave
loyal / disloyal
loyalist / rebel
rebel insurgent * soldier
civilian / military
win_over / alienate
reconcile / quarrel
# people and groups
men man male boy / women woman female girl
boy son brother father | girl daughter sister mother
husband | wife
uncle | aunt
king prince | queen princess
young younger youngest youth juvenile / old older oldest elderly
adult grown-up | child children
parent * child
elder | younger
leftist left-wing left / rightist right-wing right
liberal progressive / conservative
democrat democratic / republican
labour | conservative tory
government ruling | opposition
ruling governing | opposition
majority ruling / minority
christian / muslim
catholic / protestant
sunni / shia shiite
urban city / rural countryside
local | foreign national
domestic / foreign
domestic home | international overseas
native | foreign
resident | visitor
citizen | foreigner
northern / southern
northward northwards / southward southwards
eastward eastwards / westward westwards
eastern / western
north / south
east / west
northeast / southwest
northwest / southeast
upstream / downstream
uphill / downhill
upstairs / downstairs
indoor indoors / outdoor outdoors open-air
raise drive_up push_up force_up send_up bring_up / lower drive_down push_down force_down bring_down send_down
onshore / offshore
inside within / outside beyond
internal / external
inner / outer
front / rear back
left / right
interior / exterior
near close nearby | far distant remote
# qualities
good better best excellent great / bad worse worst poor terrible awful
optimal / suboptimal
simple easy easier simpler / difficult hard complicated harder tougher complex
hot warm hotter warmer hottest warmest / cold cool colder cooler coldest coolest
wet wettest rainy / dry drier driest
flood / drought
sunny / cloudy
bright light / dark
clean clear pure / dirty polluted contaminated
calm quiet / tense stormy rough
quiet silent / loud noisy
modern new up-to-date / outdated obsolete old-fashioned dated
old | new
ancient | modern
natural / artificial
organic / synthetic
normal usual / abnormal unusual
common widespread frequent / rare uncommon scarce
famous well-known celebrated / unknown obscure
visible / hidden invisible
brave courageous / cowardly
careful cautious / careless reckless
cautious / bold
responsible / irresponsible
possible feasible / impossible unfeasible
likely probable / unlikely improbable
direct directly / indirect indirectly
positive favourable favorable / negative unfavourable unfavorable adverse
effective / ineffective useless
efficient / inefficient
reliable / unreliable
stable | unstable volatile
fair just | unfair unjust
equal | unequal
balanced | biased one-sided
neutral impartial | biased partial
independent / dependent
self-sufficient / dependent
necessary essential vital / unnecessary superfluous
important / unimportant
relevant / irrelevant
adequate sufficient enough / inadequate insufficient
appropriate / inappropriate
acceptable / unacceptable
expected | unexpected surprising
surprised | unsurprised
successful / unsuccessful
fortunate lucky / unfortunate unlucky
reasonable / unreasonable
justified | unjustified
authorised authorized / unauthorised unauthorized
conditional / unconditional
limited / unlimited
restricted / unrestricted
supervised / unsupervised
conscious | unconscious
stable | critical
sober / drunk
formal / informal
official | unofficial
regular / irregular
mature / immature
flexible / rigid inflexible
open-ended / fixed
active / inactive dormant
alive | extinct
wild | captive
edible / poisonous
fertile / infertile barren
flat / steep
tight / loose
real | virtual
physical / digital online
online / offline in-person
manual / automatic
analogue / digital
original | copy
identical same | different
similar | different
alike | different
like | unlike
together | apart separately
jointly | separately
together_with along_with alongside accompanied_by / without
alone single-handedly | together
publicly / privately
voluntarily / forcibly
reversible / irreversible
unity | division
centralise centralize / decentralise decentralize
simplify / complicate
include | rule_out
lock / unlock
freeze / unfreeze thaw release
celebrate / mourn
hope | fear
friend | stranger
friendship | enmity
host * guest
sender * recipient
speaker * listener
attacker / defender
pessimist / optimist
introduce / abolish
deregulate / regulate
liberalise liberalize | restrict
privilege / disadvantage
enrich / impoverish
hire / fire
fertile / sterile
attract draw | repel deter drive_away
attract | drive_away
follow obey | ignore disregard
respect | ignore disregard
heed take_into_account take_account_of / ignore disregard
consider | dismiss
overrule | uphold
side_with / side_against
ease / aggravate exacerbate
alleviate relieve | aggravate exacerbate worsen
solve resolve | create cause
prevent avert avoid / cause
prevent | enable
provoke cause trigger | prevent
protected / unprotected
# reasons and standing
on_advice heed_advice / against_advice ignore_advice
because_of due_to owing_to thanks_to on_account_of | despite in_spite_of notwithstanding regardless_of
as in_line_with in_keeping_with according_to | contrary_to
promise pledge vow announce / rule_out
bring_back reintroduce reinstate restore revive / scrap abolish axe drop end discontinue
approve adopt announce launch pursue / shelve abandon scrap ditch mothball freeze
confirm substantiate bear_out back_up / throw_into_doubt cast_doubt_on call_into_question undermine
unfounded groundless baseless / well-founded justified
within_reach / out_of_reach
run_dry dry_up empty / overflow fill_up brim_over
embrace endorse back | distance
share echo | dismiss reject
promising hopeful viable / doomed hopeless
solely exclusively | partly also
heed bow_to yield_to give_in_to cave_in_to agree_to / resist rebuff spurn defy ignore reject
go_ahead take_place proceed / call_off cancel shelve postpone scrap axe abandon
bring press file lodge lay | drop withdraw
blame fault accuse implicate / clear exonerate absolve vindicate
aware / unaware no_idea no_inkling no_clue
speak talk comment | silent silence
reject turn_down vote_down throw_out / vote_in_favour_of vote_for
hold_up stand_up | collapse fall_apart
stand_by stick_to stand_firm / back_down relent give_way cave_in give_in climb_down u-turn
understate understatement underestimate | exaggerate overstate overstatement exaggeration
in_force / repealed suspended struck_down
fight contest challenge oppose resist appeal_against | defend accept embrace
exaggerated overstated inflated / understated underestimated understatement
early | late
leave_open possible conceivable on_the_cards / rule_out exclude unthinkable inconceivable
peak record_high / low trough
careful cautious prudent meticulous / careless reckless sloppy negligent
modest humble / boastful arrogant
shy timid reserved | brash bold outgoing
gentle kind / ruthless cruel brutal
deadly fatal lethal / harmless
strengthen / dilute water_down
thrive flourish prosper / struggle falter flounder
crowded packed full / empty deserted
sell_out sold_out / unsold
ample plenty abundance enough / shortage lack scarce scarcity
punish penalise penalize / reward
promoted / sidelined demoted
applaud applause cheer | boo jeer heckle
laugh smile / cry weep
trust confidence / mistrust distrust suspicion
clean / doped
insured / uninsured
on_board aboard / ashore
win_back regain recover / lose
evade escape / caught captured
return_a_profit / make_a_loss
renovate / neglect
thaw melt / freeze
awake / asleep
# others
open pursue reopen launch / drop abandon close
enable / prevent disable
cover hide conceal / uncover expose reveal disclose show
tall / short
boost lift fillip relief triumph victory coup | setback blow defeat reverse embarrassment humiliation
relieved relief delight joy | alarm dismay anger outrage fury
break beat smash set better eclipse | miss fall_short_of
unbeaten undefeated | lose
reach make qualify_for | miss
take_hold hold last endure | collapse break_down fall_apart unravel
revive reinstate resurrect restore reopen / throw_out dismiss kill drop strike_out quash bury
northbound / southbound
eastbound / westbound
inland | offshore
genuine authentic real original | forgery fake counterfeit copy replica hoax sham forged
success hit triumph / flop failure fiasco disaster
hit smash bestseller / flop
blessing boon | curse bane
hero | villain
strength | weakness
pleasure delight | pain
unscrew take_down remove dismantle | put_up mount install fix
slow slow_down brake decelerate / speed_up quicken accelerate
light_up switch_on / go_out switch_off
heat warm / cool chill
wake / fall_asleep
relapse / recover
catch_up close_in | fall_behind drop_back
call_for demand / reject oppose
in_public openly / in_private privately behind_closed_doors in_secret
in_person | online remotely by_video
in_full / in_part partly
unscathed unhurt / injured wounded
at_fault to_blame liable / blameless
guilt | innocence
rough | smooth
smoothly | badly
tighter stricter / looser laxer
strict stringent / lax lenient
stricter tougher / laxer looser milder
louder / quieter
healthier / sicker
safer / riskier
brighter / darker
closer nearer | farther further apart
primary / secondary
rural / metropolitan
play feature | miss sit_out
charge indict prosecute / exonerate
speak_out | remain_silent keep_silent
tighten / loosen""",
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
zulassen genehmigen genehmigt billigen gebilligt / untersagen verhindern
annehmen angenommen / ablehnen abgelehnt
einführen eingeführt / abschaffen abgeschafft aufheben aufgehoben
einstellen eingestellt / entlassen
festnehmen festgenommen verhaften / freilassen freigelassen
verurteilt schuldig / freigesprochen unschuldig
ankommen eintreffen / abreisen abfahren
erfolg erfolgreich gelungen / scheitern gescheitert misserfolg
verbessern besser / verschlechtern schlechter
reich / arm
jung jünger / alt älter
früh früher / spät später
öffentlich / privat
gewinn überschuss / verlust defizit
mehrheit / minderheit
verlängern / verkürzen
ausweiten erweitern / einschränken
sicher / gefährlich unsicher
legal / illegal
norden nördlich / süden südlich
osten östlich / westen westlich
links linke linken / rechts rechte rechten
verschärfen / lockern
""",
}

_MARKS = (" / ", " * ", " | ")


class Axis(NamedTuple):
    """A pair of opposites, a side of it (+1 or -1), and how its sides are parted."""

    pair: int
    sign: int
    parties: bool  # "*"
    near: bool  # "|"


# A word, by its root or key, or the first word of a phrase -> the rest of the phrase, and its axes.
Entries = list[tuple[tuple[str, ...], tuple[Axis, ...]]]


def _make_axes(language: str) -> dict[str, Entries]:
    table: dict[tuple[str, ...], dict[Axis, None]] = {}
    rows = (r for r in _OPPOSITES[language].strip().splitlines() if not r.startswith("#"))
    for number, row in enumerate(rows):
        mark = next(m for m in _MARKS if m in row)
        for sign, side in zip((1, -1), row.split(mark), strict=True):
            for entry in side.split():
                phrase = tuple(find_root(word, language) or word for word in split_phrase(entry))
                table.setdefault(phrase, {})[Axis(number, sign, mark == " * ", mark == " | ")] = None
    axes: dict[str, Entries] = {}
    for (first, *rest), found in table.items():
        axes.setdefault(first, []).append((tuple(rest), tuple(found)))
    for listed in axes.values():
        listed.sort(key=lambda entry: -len(entry[0]))  # the longest phrase first
    return axes


def split_phrase(entry: str) -> list[str]:
    """The words of an entry of the table, as a text is split into words.

    >>> split_phrase("knocked_out"), split_phrase("go-ahead")
    (['knocked', 'out'], ['go', '-', 'ahead'])
    """
    return entry.replace("-", " - ").replace("_", " ").split()


AXES: dict[str, dict[str, Entries]] = {language: _make_axes(language) for language in _OPPOSITES}
