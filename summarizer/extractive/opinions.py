"""Words of approval and disapproval: short own tables, each form with its polarity."""

from __future__ import annotations

from summarizer.extractive.words import inflect, word_set

_FOR = """
praise laud hail applaud commend celebrate welcome endorse support back defend champion embrace
favor favour approve promote advocate congratulate thank admire salute cheer uphold protect sponsor
bolster tout nominate encourage prefer appreciate recommend legalize strengthen ratify love respect
offer acquit assist aid subsidize seek impose
propose introduce nominate appoint tap hire authorize authorise enact adopt revive restore trust
negotiate unveil reinstate fund broker spearhead
sign pass hug pardon reelect elect rescue expand demand honor honour commemorate
"""
_AGAINST = """
criticize criticise slam blast attack rip bash mock ridicule deride dismiss reject oppose condemn
denounce decry deplore rebuke chide chastise scold lambaste berate castigate disparage insult
dispute rebut refute accuse blame hate despise loathe distrust veto block reverse repeal resist
fight protest boycott sue taunt vilify target challenge question doubt lament ban abolish overturn
scrap impeach demonize smear assail excoriate sanction punish prosecute indict fear obstruct stymie
thwart disavow shun defy combat discredit belittle malign bemoan fire oust censure scorn pillory
reprimand admonish unseat subpoena halt cancel suspend investigate threaten withhold defund
eliminate dissolve limit prevent curtail
fault skewer knock upbraid rescind revoke dismantle undo override overrule delay stall bar outlaw
restrict curb scuttle shelve derail topple grill jeopardize repudiate disown hit savage trash
undermine sabotage kill arrest invade bomb accost hammer scrutinize probe pressure
"""
# A word and the preposition that makes it a stance: "called for", "critical of", "warned against".
_LINKED = """
+ for: thanked voiced voted stumping
+ of: approve approves approved approving
- of: disapprove disapproves disapproved
- down: struck shot turned turn turning
- off: broke wrote
- after: went goes going
- on: gave soured
- against: vote lawsuit lawsuits challenge complaint complaints case sanctions
+ for: call calls called calling push pushes pushed pushing press pressed pressing vote votes voted
  voting campaign campaigned campaigning lobby lobbied fight fought fighting advocate advocated
  advocates stump stumped argued support praise backing admiration sympathy respect enthusiasm
+ with: side sided sides siding stand stood stands agree agreed agrees allied
+ by: stand stood stands
+ of: supportive proponent proponents supporter supporters advocate advocates backer backers
  defender defenders favor endorsement approval support proud fond champion champions fan fans ally
  allies admirer defense
+ to: sympathetic committed dedicated loyal tribute
+ behind: rallied rally rallying
- against: voted vote voting votes argued argue argues warned warns warning campaigned campaigning
  railed rails railing spoke speak speaking fought fight fighting protested protest protesting rally
  rallied ruled rules sued suit lawsuit running ran run back stand stood case decided pushback
  backlash retaliate retaliated
- at: lashed lash lashing aim fired swipe jab swipes jabs anger fury furious angry outrage shot
  shots
- about: complained complain complains complaining worried worry worries worrying concerned concern
  concerns warned warns warning doubts skepticism upset fears
- of: critical critic critics opponent opponents skeptical wary warned warns warning criticism
  condemnation afraid disapproval accusations accused contemptuous suspicious fearful rejection tired
  denunciation
- to: opposed object objected objects objecting opposition objection objections resistance hostile
  threat
- with: issue disagree disagreed disagrees disagreeing frustrated clash clashed clashing feud
  frustration
- over: sued criticism blasted
- on: crackdown attack attacks assault
- for: contempt criticism blame disdain
"""
_GOOD = """
good great best wonderful amazing excellent outstanding honest decent courageous hero heroes
brilliant pragmatic terrific fantastic tremendous impressive remarkable admirable encouraging
positive success successful qualified well-qualified progress deserves deserve strong friend
friends ally laudable important confident respected integrity courage leadership achievement fairness happy
glad hopeful optimistic bipartisan innocent vital essential necessary
grateful pleased thrilled proud thank commend applaud beautiful incredible genius love loves patriot
effective
"""
_BAD = """
unworkable unnecessarily overblown untrue misguided biased bias untruthful disloyal senseless
unfounded unsubstantiated disrespectfully inconsistent violence violent
concern concerned concerns problem problems problematic delay delays obstacle costly expensive
unable inappropriate improper inexcusable unconscionable indefensible punish punishing punished
dysfunction stubbornness hypocritically violating wrongdoing misconduct hurtful shameless setback
distraction politicizing disservice doubt doubts regret nightmare useless ineffective hurtling
bad worst worse terrible horrible awful disaster disastrous disgrace disgraceful disgusting shameful
shame ridiculous outrageous liar liars lie lies lying lied corrupt corruption crooked dishonest
racist racism bigot bigoted bigotry dangerous danger threat reckless failed failure failing fails
wrong unfair unfit unacceptable unconstitutional illegal unlawful hoax witch fake fraud phony weak
stupid crazy absurd pathetic incompetent irresponsible hypocrisy hypocrite hateful hate divisive
cruel inhumane evil chaos blame harm harmful hurting destroy destroyed destroying devastating betray
betrayal ignorant coward cowardly cover-up troubling disappointed disappointing disturbing insult
insulting abuse abused abuses mistake misleading false falsely baseless extreme extremist radical
sham scandal tyranny dictator sleazebag mess obstruction rigged unqualified unhinged nasty appalling
damaging wasteful unnecessary illegitimate unfortunate unfortunately sad sadly tragic tragedy
unhelpful unjust injustice unlawfully unjustified unprecedented outrage outraged angry furious
frustrated disgusted appalled ashamed alarming alarmed worrying worried worry scary fear fears
afraid threatens threatening threatened hurts hurt harms harming suffering suffer crisis crippling
collapse broken failing flawed faulty bogus phony phoney rushed secret secretive hypocritical
hostile aggressive attack attacks attacking assault smear smears bully bullying intimidate
intimidation obstruct obstructing blocking blocked sabotage sabotaging hostage blackmail extort
extortion bribery bribe perjury treason traitor criminal criminals crime crimes illegally lawless
lawlessness abuse abusive excessive overreach overreaching power-grab unilateral stunt charade
circus farce joke nonsense garbage propaganda conspiracy witch-hunt partisan incapable inexperienced
irresponsibly recklessly careless negligence negligent ignore ignores ignoring ignored cut cuts
slash slashing gut gutting kill killing job-killing ruin ruined worsen waste wasted burden burdens
bankrupt deficit skyrocketing soaring dishonor disrespect disrespectful disdain resign impeach
impeached guilty blame blamed betrayed deceive deceived deceptive deception misled mislead
fraudulent cheat cheated cheating steal stealing stole mismanagement stonewalling violated violates
violation guilty refused refuses unable unwilling undermine undermines
"""
_NEGATORS = "not no never n't nothing neither nor without hardly cannot"

# What one does not do out of conviction: "will not concede …" is opposition to conceding it.
_VOLITION = """
concede cede give accept sign allow agree vote pay attend negotiate recognize recognise tolerate
resign leave withdraw surrender yield compromise support back change drop abandon remove release
approve fund cooperate comply testify permit raise cut close stop sell join let endorse hand debate
return buy build grant consider apologize apologise participate
"""


def _forms(table: str, polarity: int) -> dict[str, int]:
    forms: dict[str, int] = {}
    for verb in table.split():
        for form in (verb, *inflect(verb)):
            forms[form] = polarity
    return forms


# Forms that are more often something else than this verb.
_AMBIGUOUS = word_set("backs honors honours fires targets fears questions passes signs fire")
_BASES = frozenset((_FOR + _AGAINST).split())
VERBS = {
    form: polarity
    for form, polarity in (_forms(_FOR, 1) | _forms(_AGAINST, -1) | {"fought": -1, "withheld": -1}).items()
    if form not in _AMBIGUOUS
}
BASE_FORMS = _BASES


def _linked(table: str) -> dict[tuple[str, str], int]:
    links: dict[tuple[str, str], int] = {}
    polarity, preposition = 0, ""
    for word in table.split():
        if word in "+-":
            polarity = 1 if word == "+" else -1
        elif word.endswith(":"):
            preposition = word[:-1]
        else:
            links[word, preposition] = polarity
    return links


LINKED = _linked(_LINKED)
LINKED_WORDS = frozenset(word for word, _ in LINKED)
# "urged Congress to pass the bill": what is asked for is supported.
ASKED = word_set(
    """
    urged urges urging asked asks pressed pressured implored begged encouraged told ordered demanded
    """
)
# "wants to close the harbour": what is intended is supported, or opposed where it is refused.
INTENDED = word_set(
    """
    wants wanted plans planned hopes hoped seeks sought intends intended aims aimed vowed vows promised
    promises pledged pledges agreed agrees threatened prefers preferred wishes wished want plan hope
    seek intend promise pledge agree refuse pushing working works worked fought fights fighting eager
    willing ready determined resolved prepared committed threatens decided tried tries trying voted
    moved pushed proposed proposes seeking refused refuses refusing declined declines vowing promising
    pledging threatening
    """
)
REFUSED = word_set("refused refuses refusing declined declines")
EVALUATIONS = dict.fromkeys(_GOOD.split(), 1) | dict.fromkeys(_BAD.split(), -1)
EVALUATING = frozenset(EVALUATIONS)
NEGATORS = frozenset(_NEGATORS.split())
VOLITION = frozenset(_VOLITION.split())


def judge_words(words: list[str]) -> int:
    """The sum of evaluating words, each turned by a negation among the three words before it.

    >>> judge_words("he is not a great leader".split()), judge_words("a shameful lie".split())
    (-1, -2)
    """
    total = 0
    for i, word in enumerate(words):
        polarity = EVALUATIONS.get(word)
        if polarity:
            before = words[max(0, i - 4) : i]
            if any(w in NEGATORS or w.endswith(("n't", "n’t")) for w in before):
                polarity = -polarity
            total += polarity
    return total
