"""Words of approval and disapproval: short own tables, each form with its polarity."""

from __future__ import annotations

from summarizer.extractive.words import inflect, word_set

_FOR = """
compliment extol vindicate befriend reward empower facilitate fast-track greenlight exonerate shield
safeguard preserve reaffirm revere venerate idolize glorify trumpet prioritize prioritise value cherish
treasure relish adore forgive crown praise laud hail applaud commend celebrate welcome endorse
support back defend champion embrace favor favour approve promote advocate congratulate thank admire
salute cheer uphold protect bolster tout nominate encourage prefer appreciate recommend legalize
strengthen ratify love respect acquit assist aid subsidize seek impose propose introduce appoint tap
hire authorize authorise enact adopt revive restore trust negotiate reinstate fund broker sign pass hug
pardon reelect elect rescue expand demand honor honour commemorate co-sponsor cosponsor spearhead
bankroll bless mourn legalise glamorize
"""
_AGAINST = """
abhor antagonize begrudge besmirch blacklist confront contradict contest degrade demean demolish demote
denigrate deport detest dishonour disqualify ditch dump eject expel exploit flout foil forbid hamper
harangue harass hinder humiliate impugn loathe mischaracterize misrepresent nix nullify ostracize
overthrow penalize penalise plunder prohibit provoke purge quash rebuff renounce resent restrain sack
shame silence slight snub spurn squelch stigmatize strangle suppress trounce undercut weaken whack
criticize criticise slam blast attack rip bash mock ridicule deride dismiss reject oppose condemn
denounce decry deplore rebuke chide chastise scold lambaste berate castigate disparage insult dispute
rebut refute accuse blame hate despise distrust veto block reverse repeal resist fight protest boycott
sue taunt vilify target challenge question doubt lament ban abolish overturn scrap impeach demonize
smear assail excoriate sanction punish prosecute indict fear obstruct stymie thwart disavow shun defy
combat discredit belittle malign bemoan fire oust censure scorn pillory reprimand admonish unseat
subpoena halt cancel suspend threaten withhold defund eliminate dissolve limit prevent curtail fault
skewer knock upbraid rescind revoke dismantle undo override overrule delay stall bar outlaw restrict
curb scuttle shelve derail topple grill jeopardize repudiate disown savage trash undermine sabotage kill
arrest invade bomb accost hammer scrutinize pressure charge critique
fine imprison banish evict exile flay lampoon satirize satirise jeer heckle boo persecute enslave axe
filibuster stonewall invalidate annul debunk disbelieve picket hobble cripple torpedo kneecap hamstring
dislike disdain pan forswear defame slander libel delegitimize revile reprove upend
"""
# A word and the preposition that makes it a stance: "called for", "critical of", "warned against".
_LINKED = """
+ for: rooting root roots pleaded pleads rallied rally endorsement respect love affection appreciation
+ with: impressed satisfied happy pleased comfortable
+ by: impressed encouraged heartened
+ about: enthusiastic optimistic excited thrilled
+ for: thanked voiced voted stumping
+ of: approve approves approved approving
- of: disapprove disapproves disapproved
- down: struck shot turned turn turning
- off: broke wrote
- after: went goes going
- on: gave soured
- against: vote lawsuit lawsuits challenge complaint complaints case sanctions
+ for: asked asks call calls called calling push pushes pushed pushing press pressed pressing vote votes voted
  voting campaign campaigned campaigning lobby lobbied fight fought fighting advocate advocated
  advocates stump stumped argued support praise backing admiration sympathy respect enthusiasm
+ with: side sided sides siding stand stood stands agree agreed agrees allied
+ by: stand stood stands
+ of: supportive proponent proponents supporter supporters advocate advocates backer backers
  defender defenders favor favour endorsement approval support backing blessing confidence proud fond
  champion champions fan fans ally
  allies admirer defense
+ to: sympathetic committed dedicated loyal tribute
+ behind: rallied rally rallying weight support united
+ up: stood stands stand
+ to: blessing approval thanks grateful indebted allegiance loyalty endorsement
+ in: confidence faith trust
- against: voted vote voting votes argued argue argues warned warns warning campaigned campaigning
  railed rails railing spoke speak speaking fought fight fighting protested protest protesting rally
  rallied ruled rules sued suit lawsuit running ran run back stand stood case decided pushback
  backlash retaliate retaliated
- at: lashed lash lashing aim fired swipe jab swipes jabs anger fury furious angry outrage
- about: complained complain complains complaining worried worry worries worrying concerned concern
  concerns warned warns warning doubts skepticism upset fears
- of: critical critic critics opponent opponents skeptical wary warned warns warning criticism
  condemnation afraid disapproval accusations contemptuous suspicious fearful rejection tired
  denunciation
- to: opposed object objected objects objecting opposition objection objections resistance hostile
- with: differ differs differed quarrel quarreled clashing odds beef
- over: sounded
- from: defected defect defects broke breaks
- on: frowned frowns soured sour tough hard
- by: alarmed angered outraged
- with: issue disagree disagreed disagrees disagreeing frustrated clash clashed clashing feud
  frustration
- over: sued criticism blasted
- on: crackdown attack attacks assault
- for: contempt criticism blame disdain
- against: back opposition evidence sanctions tariffs charges
- on: sanctions tariffs doubt doubts scorn cold
- with: fault dissatisfied disappointed unhappy uncomfortable odds disagreement
- of: fun ashamed
- in: disappointed disappointment
- out: ruled rules rule ruling
- away: backed
- from: distanced
- by: disappointed appalled dismayed horrified frustrated saddened disgusted insulted upset infuriated
  sickened offended unimpressed unmoved troubled disturbed
- with: angry furious disgusted unimpressed fed-up displeased impatient frustration fury anger
- about: unhappy angry furious upset outraged uneasy misgivings sceptical skeptical
- against: protest protests action
- at: protest dismayed appalled disgusted dismay disgust unhappy frustrated
- over: anger angry fury furious outrage outraged upset dismay alarm concern concerns misgivings protested
- of: sick disdainful dismissive scornful sceptical mistrustful distrustful intolerant
+ with: delighted thrilled content pleasure
+ by: delighted thrilled relieved reassured
+ at: delighted pleased delight joy relieved
+ about: happy hopeful thrilled passionate upbeat
+ for: grateful thankful gratitude
+ on: sold heaped lavished keen
+ to: donated donates donating donate
+ by: stick sticks stuck
+ for: stumping vouch vouched vouches canvass canvassed canvassing fundraise fundraised plea pleas
  demonstrated demonstrate demonstrating marched marching cheering cheered cheer rallying
+ with: sympathize sympathized sympathise sympathised
- against: demonstrated demonstrate demonstrating marched marching railing rebelled rebel rebelling lobbied
  campaigning crusade campaign mobilized mobilised testified battled battling
- back: roll rolled rolling rolls scale scaled scaling
- up: tear tore tearing rip ripped ripping
- in: rein reined reining
- on: renege reneged reneging
- with: feuded feuding
"""
# Deeds as nouns, which are only of the one who is named as their owner: "Holt's veto of the bill".
_OWNED = """
- of: veto repeal firing dismissal ouster impeachment boycott persecution harassment repudiation ridicule
  distrust mistrust hatred dislike expulsion demonization vilification obstruction rebuke
  denunciation rejection loathing abandonment betrayal intimidation oppression suppression sabotage eviction
  defiance
+ of: nomination endorsement embrace promotion celebration admiration acceptance adoption ratification
  sponsorship advocacy pardon protection backing defense defence championing
- on: ban attack attacks crackdown assault
- against: campaign case charges fight war vendetta lawsuit crusade offensive threats battle
+ for: campaign fight love advocacy respect
"""
_GOOD = """
achievement admirable ally amazing beautiful best big-hearted bipartisan boon brave breakthrough
brilliant capable caring champion clear-eyed commendable commonsense compassionate competent courage
courageous credible decency decent dedicated delightful deserving dignified diligent eloquent eminently
encouraging enormous-success ethical excellent exceptional exciting exemplary extraordinary fabulous
fairness faithful fantastic first-class flawless formidable forward-thinking game-changer generous
genius gifted godsend good gracious great groundbreaking  heartening hero heroes heroic honest
honorable honourable humane icon impeccable impressive incredible indispensable innocent innovative
insightful inspiration inspirational inspiring integrity invaluable landmark laudable lawful leadership
legendary lifeline long-overdue magnificent masterpiece milestone noble optimistic outstanding overdue
 patriot positive pragmatic principled prudent qualified reasonable refreshing reliable
remarkable responsible righteous sensible sincere smart spectacular splendid statesman stellar sterling
success successful superb superior talented terrific thoughtful top-notch trailblazer transformative
tremendous triumph trustworthy unforgettable unimpeachable upstanding valiant valid valuable victory
visionary well-deserved well-qualified well-respected win-win wise wonderful worthwhile worthy
"""
_BAD = """
weak costly partisan guilty stalled radical fringe abhorrent abomination absurd abusive abysmal alarming
alarmist amateurish anti-democratic antisemitic appalling appeasement arbitrary archaic arrogant asinine
atrocious atrocity authoritarian awful backward bad bankrupt barbaric baseless betrayal betrayed bias
biased bigot bigoted bigotry blatant bloated blunder bogus botched brazen bribe bribery broken brutal
bullying burden burdens bureaucratic calamity callous careless catastrophe catastrophic chaos charade
charlatan cheating circus clown clueless clumsy conspiracy contempt contemptible corrupt corruption
counterproductive coward cowardly craven crazy crippling crooked cruel cynical damaging danger dangerous
deadly deceitful deception deceptive defeatist delusional demagogue deplorable deranged despicable
destructive detrimental devastating dictator dire disappointing disappointment disaster disastrous
disastrously discriminatory disdain disgrace disgraceful disgusting dishonest dishonor dishonorable
dishonourable disingenuous disloyal dismal disrespect disrespectful disrespectfully disservice
distasteful distraction disturbing divisive draconian draining dreadful dubious dumb dysfunction
egregious elitist embarrassing embarrassment erroneous evasive evil excessive exploitation exploitative
extortion extortionate extreme extremist failing failure fake false falsely fanatic fanaticism farce
farcical fascist faulty feckless fiasco fishy flawed flimsy foolhardy foolish forgery fraud fraudulent
frightening frivolous garbage gimmick greedy gross grotesque half-baked harassment harmful harsh hate
hateful heartless heavy-handed heinous hideous hoax hollow homophobic horrendous horrible horrific
horrifying hostile hurtful hypocrisy hypocrite hypocrites hypocritical hypocritically ideologue idiot
idiotic ignorant ill-advised ill-conceived illegal illegally illegitimate immoral impractical improper
imprudent inaccurate inadequate inappropriate incapable incoherent incompetence incompetent inconsistent
indecent indefensible ineffective ineffectual inept inequitable inexcusable inexperienced inexplicable
infuriating inhuman inhumane injustice insane insensitive insincere insult insulting intimidation
intolerable intolerant invalid irrational irrelevant irresponsible irresponsibly jeopardy job-killing
joke kangaroo lackluster laughable lawless lawlessness lazy liar liars lie lousy ludicrous lunacy
lunatic madness malicious meaningless meddling menace mess misconduct misguided misinformed misjudged
misleading mismanagement mistake monster monstrous myopia myopic mystifying naive narcissist nasty
nefarious negligence negligent nepotism nightmare nonsense nonsensical objectionable obscene obsolete
obstructing obstruction odious offensive opaque oppression oppressive out-of-touch outdated outlandish
outrage outrageous overbearing overblown overreach overreaching painful paralysis paranoid pathetic
perjury phoney phony political-stunt politically-motivated politicized politicizing power-grab predatory
preposterous pretext problem problematic problems profiteering propaganda provocation provocative
punitive puppet questionable racism racist rash reckless recklessly regressive regret repressive
repugnant repulsive retrograde ridiculous rigged rubbish ruinous ruthless sad sadly scam scandal
scandalous scapegoat scare-mongering scaremongering scary secretive self-serving selfish senseless
setback sexist shady sham shambles shambolic shame shameful shameless shocking short-sighted
shortsighted sickening silly sinister slanderous slap slap-in-the-face sleazebag sleazy sloppy smear
smears sordid spineless spiteful spurious stonewalling stubbornness stunt stupid stupidity substandard
swindler tainted tasteless terrible terrifying threat threatening thug thuggish toothless toxic tragedy
tragic traitor traitors travesty treason trivial troubling tyrannical tyranny tyrant ugly un-american
unacceptable unaccountable unaffordable unamerican uncaring unconscionable unconstitutional
undemocratic underhand unethical unfair unfairly unfit unforgivable unfortunate unfortunately unfounded
unhelpful unhinged unilateral unintelligible unjust unjustified unjustly unlawful unlawfully
unnecessarily unnecessary unpatriotic unpopular unprincipled unprofessional unqualified unrealistic
unreasonable unreliable unsavory unscientific unscrupulous unsound unspeakable unsubstantiated
unsustainable untenable unthinkable untrue untrustworthy untruthful unwarranted unwilling unwise
sellout sell-out whitewash stitch-up blackmail mockery fudge folly theft robbery ransom looting cop-out
unworkable upsetting useless surrender vandalism venal vengeful vicious vile villain vindictive violating
violation violent vulgar warmonger wasteful weakness weaponized wicked witch witch-hunt witch-hunts
woeful worrying worse worst wretched wrong wrong-headed wrongdoing wrongful wrongheaded xenophobic
"""
# Verbs that judge their subject: "Holt lied", "the plan fails".
_BAD_VERBS = """
lies lied fails failed destroys destroyed destroying hurts harmed harms betrayed betrays threatens
threatened ignores ignored abused abuses misled misleads deceived deceives cheated cheats stole steals
violated violates undermines undermined ruined ruins worsens wasted endangers endangered jeopardizes
insults insulted humiliated incites incited panders caved caves capitulated dithers dithered bungled
botched mishandled mismanaged squandered
"""
# What a thing does or will do: "the bill would hurt families", "the plan is working". Own lists.
_HARM = """
hurt harm undermine weaken endanger jeopardize destroy ruin threaten mislead ignore violate abuse betray
deceive insult devastate damage cripple kill incite embolden burden punish
"""
_HELP = """
help benefit strengthen protect boost save solve enhance revitalize stabilize
"""
_GOOD_VERBS = "deserve deserves succeeded excels delivered delivers shines"
# Nouns of blame and praise whose owner or author is meant: "the failure of the mayor", "Holt's courage".
_NOUNS = """
failure hypocrisy cruelty corruption obstruction dishonesty incompetence negligence lies abuse abuses
mismanagement recklessness stubbornness dysfunction tyranny integrity leadership courage achievement
fairness betrayal arrogance racism bigotry propaganda extremism overreach violence aggression cowardice
ignorance crimes misconduct wrongdoing brilliance honesty success progress mistakes mistake
"""
_NEGATORS = "not no never n't nothing neither nor without hardly cannot"

# What one does not do out of conviction: "will not concede …" is opposition to conceding it.
# What a signature supports.
_SIGNED = """
it bill bills law laws act order orders deal deals agreement treaty treaties pact pacts accord accords
legislation letter petition pledge declaration resolution memorandum measure amendment charter
convention decree waiver truce ceasefire compact protocol proclamation
"""
_VOLITION = """
concede cede give accept sign allow agree vote pay attend negotiate recognize recognise tolerate
resign leave withdraw surrender yield compromise support back change drop abandon remove release
approve fund cooperate comply testify permit raise cut close stop sell join endorse hand debate
return buy build grant consider apologize apologise participate
"""


def _forms(table: str, polarity: int) -> dict[str, int]:
    forms: dict[str, int] = {}
    for verb in table.split():
        for form in (verb, *inflect(verb)):
            forms[form] = polarity
    return forms


# Forms that are more often something else than this verb.
_AMBIGUOUS = word_set(
    """
    honors honours fires targets fears questions passes signs fire fine fines pans boos axes exiles
    """
)
# Pasts and participles that no ending tells.
_IRREGULAR = {
    "fought": -1, "withheld": -1, "forbade": -1, "forbidden": -1, "overrode": -1, "overridden": -1,
    "overthrew": -1, "overthrown": -1, "undid": -1, "undone": -1, "upheld": 1,
}  # fmt: skip
BASE_FORMS = frozenset((_FOR + _AGAINST).split())
VERBS = {
    form: polarity
    for form, polarity in (_forms(_FOR, 1) | _forms(_AGAINST, -1) | _IRREGULAR).items()
    if form not in _AMBIGUOUS
}


SIGNED = word_set(_SIGNED)


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
OWNED = {link: polarity for link, polarity in _linked(_OWNED).items() if link not in LINKED}
LINKED |= OWNED
# Nouns that are the subject's only where a verb makes them so: "voiced anger at it", "in support of".
# Between these and their preposition a time or manner may stand.
VOTING = word_set(
    "voted vote votes voting campaigned argued fought ruled spoke lobbied protested rallied sided decided"
)
FEELINGS = word_set(
    """
    lawsuit lawsuits complaint complaints case sanctions tariffs charges criticism support backing blessing
    confidence faith trust respect love affection opposition evidence pushback backlash resistance objection
    objections fury anger outrage doubts doubt concerns concern fears skepticism attack attacks assault
    crackdown approval endorsement praise admiration sympathy enthusiasm contempt disdain blame scorn
    frustration condemnation rejection denunciation disapproval accusations appreciation gratitude jabs swipes
    dismay disgust alarm misgivings protest
    """
)
VOICING = word_set(
    """
    expressed express expresses expressing voiced voice voices voicing showed shows show showing declared
    declare declares declaring announced announces reiterated reaffirmed pledged pledge pledges pledging
    offered offers offer offering gave give gives giving given lent lend lends lending threw throw throws
    throwing had has have having filed files file filing brought bring launched launches launch launching led
    leads lead leading joined join joins joining mounted mount staged stage raised raises raise raising
    levelled leveled heaped lavished poured aired registered lodged made make makes making took take takes
    taking in with signalled signaled signals signal imposed imposes impose imposing slapped placed put cast
    casts casting no full stepped share shares shared sharing hold holds held lost won winning is was are were
    be drummed rallied built out stated states indicated confirmed announce withdrew withdraw withdrawing
    withdrawn dropped drop pulled of
    """
)
# What one no longer has: "lost confidence in the mayor", "withdrew her support for it".
LOSING = word_set(
    """
    lost lose loses losing withdrew withdraw withdraws withdrawn withdrawing pulled pull pulls pulling dropped
    drop drops dropping rescinded rescind revoked revoke lack lacks lacked lacking ended ending end shed
    abandoned little
    """
)
# "urged Congress to pass the bill": what is asked for is supported.
ASKED = word_set(
    """
    urged urges urging asked asks pressed pressured implored begged encourage encouraged encourages
    encouraging told ordered demanded want wants wanted wanting advised advises exhorted demand demands
    demanding recommend recommends recommended recommending requested requests requesting proposed proposes
    proposing
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
REFUSED = word_set("refused refuses refusing refuse declined declines decline refusal reluctance failure")
# "complained that the council ignored them": the council is complained of.
COMPLAINTS = word_set(
    """
    complained complains complaining fumed fumes fuming lamented laments lamenting griped gripes
    grumbled grumbles railed bemoaned bemoans alleged alleges alleging protested protests seethed moaned
    moans
    """
)
# Of these the bare form needs a helper: "would hurt", "did not mislead".
CONSEQUENCES = {
    form: polarity
    for table, polarity in ((_HELP, 1), (_HARM, -1))
    for verb in table.split()
    for form in (verb, inflect(verb)[1])
}
# Nouns whose bearer stands by, or against, the one named. Own lists.
FOLLOWERS = word_set(
    "ally allies loyalist loyalists backer backers supporter supporters surrogate surrogates"
)
FOES = word_set("critic critics foe foes opponent opponents detractor detractors skeptic skeptics")
# Nouns whose owner stands by the bearer.
CHOSEN = word_set("nominee appointee pick")
# "was disappointed that the council voted for it": the council is complained of.
DISMAYED = word_set(
    "disappointed disappointment frustrated outraged outrage angry appalled dismayed upset furious"
)
PLEASED = word_set(
    "pleased glad happy delighted thrilled grateful proud heartened encouraged relieved thankful"
)
EVALUATING_VERBS = word_set(_BAD_VERBS + _GOOD_VERBS) | CONSEQUENCES.keys()
EVALUATING_NOUNS = word_set(_NOUNS)
EVALUATIONS = (
    CONSEQUENCES
    | dict.fromkeys((_GOOD + _GOOD_VERBS).split(), 1)
    | dict.fromkeys((_BAD + _BAD_VERBS).split(), -1)
)
# What may be denied without a clause.
DENYING = word_set(
    "denied denies deny denying disputed disputes disputing rejected rejects dismissed dismisses"
)
CLAIMS = word_set(
    """
    charge charges allegation allegations accusation accusations claim claims wrongdoing count counts report
    reports involvement responsibility rumour rumours rumor rumors suggestion suggestions figure figures
    account version finding findings estimate estimates
    """
)
# What makes an image a kind one: called it “a clean win”.
KIND_WORDS = word_set(
    """
    win gift reformer effective friend leader clean strong proud expert professional dream joy blessing
    treasure star partner fighter boost relief step forward opportunity chance warrior model gentleman legend
    giant pioneer master pro colleague mentor right first historic servant art key vital essential crucial
    important necessary safe fair balanced common true real light beacon hope advance start beginning move day
    man woman person pleasure tool helper hand voice rock delight favourite favorite best better huge major
    serious
    """
)
# What "cannot be …" condemns.
UNBEARABLE = word_set(
    """
    justified defended tolerated accepted trusted excused condoned permitted allowed forgiven sustained
    afforded believed endured supported
    """
)
# What one asks of those whom one opposes, without an object.
YIELDING = frozenset(
    [
        (verb, "")
        for verb in (
            "resign",
            "quit",
            "apologize",
            "apologise",
            "withdraw",
            "leave",
            "recuse",
            "retire",
            "act",
            "intervene",
            "negotiate",
            "compromise",
            "reconsider",
            "surrender",
            "retreat",
            "cooperate",
            "disband",
            "step",
            "listen",
            "abdicate",
        )
    ]
    + [
        ("step", "down"),
        ("step", "aside"),
        ("stand", "down"),
        ("stand", "aside"),
        ("back", "down"),
        ("back", "off"),
        ("walk", "away"),
        ("pull", "out"),
        ("step", "in"),
        ("step", "back"),
        ("stay", "away"),
    ]
)
# What one is asked to end is opposed: "time to stop the charade".
ENDED = word_set("refused withdrawn stopped ended dropped closed removed halted gone banned shut scrapped")
GRUMBLES = word_set("complained complains complaining griped gripes grumbled grumbles fumed fumes railed")
ENDING = word_set("stop end avoid avert drop remove discontinue")
# Things that are decided on: what they do is said for or against them.
DECIDED = word_set(
    """
    plan plans bill bills law laws measure measures proposal proposals deal deals agreement policy policies
    program programme project tax taxes cut cuts reform reforms act order ban scheme budget package decision
    move strategy legislation amendment treaty pact rule rules ruling sanctions tariffs agenda merger takeover
    closure strike regulation regulations oversight mandate system campaign approach
    """
)
# What people do and say, which a judgment before it judges: "his reckless behaviour".
ACTS = DECIDED | word_set(
    """
    behaviour behavior conduct comments comment remarks remark statement statements words speech attempt
    attempts effort efforts rhetoric attack attacks action actions practice practices tactic tactics choice
    threat threats refusal failure handling response policies demands demand claims claim allegations
    accusations lawsuit suit war invasion crackdown raid raids treatment cuts legislation investigation probe
    inquiry trial verdict hearing process campaign project scheme idea ideas proposals regime leadership
    article report letter ads ad video book film strategy appointment nomination bid message tweet tweets post
    posts law laws government
    """
)
# Whose maker is judged by what is made: "made a terrible mistake", "gave a flawless performance".
MAKING = word_set(
    """
    made make makes making did do does doing done gave give gives giving given took take takes taking
    taken sent send sends sending set sets setting launched launches launching played plays playing
    showed shown showing shows displayed offers offered offering
    """
)
NEGATORS = frozenset(_NEGATORS.split())
VOLITION = frozenset(_VOLITION.split())
# Nouns whose holder comes behind: "drew criticism from the union".
_GIVEN = {
    "praise": 1,
    "support": 1,
    "backing": 1,
    "applause": 1,
    "approval": 1,
    "endorsement": 1,
} | dict.fromkeys(
    [
        "criticism",
        "opposition",
        "pressure",
        "condemnation",
        "complaints",
        "objections",
        "anger",
        "fury",
        "fire",
        "resistance",
        "pushback",
        "backlash",
        "scrutiny",
        "blame",
        "attack",
        "attacks",
        "rebuke",
    ],
    -1,
)
FROM_HOLDER = frozenset((noun, "from") for noun in _GIVEN)
LINKED |= {(noun, "from"): polarity for noun, polarity in _GIVEN.items()}
NOUNS_TOO = word_set("backs attacks doubts protests rebuke praise criticism")
PURPOSES = word_set(
    """
    effort efforts push bid plan plans proposal call calls attempt attempts campaign fight drive move
    moves decision pledge promise vow threat threats refusal failure desire intention commitment quest
    offer request demand demands crusade determination reluctance
    """
)
_MODALS = word_set(
    "must should shouldn't ought will would won't wouldn't cannot can't shall he'll she'll they'll we'll"
)


def _sort_triggers() -> dict[str, str]:
    """Word -> the rules that it may start (see `stances`), one letter each."""
    triggers: dict[str, str] = {}
    for letter, table in (
        ("v", VERBS.keys()),
        ("l", {word for word, _ in LINKED}),
        ("i", INTENDED),
        ("a", ASKED | {"called", "calls", "calling"}),
        ("m", _MODALS | {word.replace("'", "’") for word in _MODALS}),
        ("d", PURPOSES),
        ("n", ("need", "needs", "ought")),
        ("w", ("need",)),
        ("t", ("time",)),
        ("e", DISMAYED | PLEASED),
        ("r", FOLLOWERS | FOES | CHOSEN),
        ("g", ("against",)),
        ("x", DENYING),
    ):
        for word in table:
            if letter not in triggers.get(word, ""):
                triggers[word] = triggers.get(word, "") + letter
    return triggers


TRIGGERS = _sort_triggers()


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
