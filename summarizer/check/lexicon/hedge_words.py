"""Words that keep a statement open, by sort. Own tables."""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterable

from summarizer.check.lexicon.tables import list_words

# Phrases by their last word, the longest first: it is rarer than the first ("for sure", "under no circumstances").
Phrases = dict[str, list[tuple[str, ...]]]


def index_phrases(phrases: Iterable[str]) -> Phrases:
    """Phrases by their last word, the longest first.

    >>> index_phrases(("no doubt", "for sure", "without a doubt"))
    {'doubt': [('without', 'a', 'doubt'), ('no', 'doubt')], 'sure': [('for', 'sure')]}
    """
    found: Phrases = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(words[-1], []).append(words)
    return found


# One word or several -> what sort of reservation; "|" parts entries.
HEDGES = {
    "report": """reportedly|allegedly|alleged|supposedly|purportedly|purported|purports to|rumoured|rumored
        |accused|unconfirmed|unverified|said to|claimed to|claims to|is said to|accuses|accuse|accusing|allegations of|allegations that
        |accusations of|accusations that|accusation that|allegation that|allegation of|claims of|rumours of|rumors of|rumours that|rumors that|reports of|reports that
        |reported to|alleges that|allege that|alleging that|alleged that|according to rumours|finding that|findings that|charge that|charges that|settle charges of|contention that|contentions that|insinuation that|complaint that|complaints that
        |suggests that|suggest that|suggested that|suggesting that|indicates that|indicate that|indicated that|fear that|fears that|feared that|worry that|worries that|hope that|hopes that|claim that|claims that|assertion that|assertions that|suggestion that|suggestions that|theory that|belief that|idea that|notion that|by all accounts|so-called|putative
        |neither confirmed nor denied|neither confirm nor deny|not confirm|not confirmed|declined to confirm|refused to confirm
        |angeblich|mutmaßlich|mutmaßliche|mutmaßlichen|mutmaßlicher|offenbar|soll|sollen|anscheinend""",
    "belief": """apparently|suspected|believed to|thought to|understood to|presumed|charged with|on suspicion of|suspicion of|suspicions of|suspicions that|suspicion that|suspect of|suspects of
        |on charges of|facing charges|faces charges|on trial for|stands trial|stand trial|tried for|wanted for|indicted for
        |indicted on|wanted over|sought for|sought over|arrested for|arrested over|held over|investigated for|investigated over|sued for|suing for|under investigation|questioned over|feared dead|feared drowned|feared killed|feared lost|feared to
        |presumed dead|presumed drowned|believed dead|believed killed|thought dead|believed that|suspected of|suspected to
        |considered to|deemed to|assumed to|estimated to|held to|suspects that|suspect that|ostensibly|seemingly""",
    "possible": """would make it|would make him|would make her|would make them|would make this|all but|almost|nearly|may|might|could|possibly|perhaps|probably|likely|potentially|appears to|appeared to|appear to|appears|appeared likely
        |seems to|seemed to|seem to|seems|seemed|presumably|expected to|poised to|maybe|expects|expect|expected|forecast|forecasts
        |projected|unlikely to|unlikely|no evidence of|no evidence that|no proof of|no sign of|no signs of|no indication|warned of|warns of|warn of|warning of|can|whether|in danger of|at risk of|risks|risk of|danger of|threat of|chance of|chances of|prospect of
        |possibility of|possibility that|likelihood of|fears of|hopes of|signs of|possible|probable|almost certainly|very likely|in all likelihood|most likely|nearly certain|almost certain|conceivably|arguably|theoretically
        |in theory|hypothetically|tentatively|tends to|tend to|anticipated|tipped to|set to|due to be|scheduled to|bound to|about to|within reach|imminent|on the horizon|on the cards|in the offing|on course to|on track to
        |on the brink of|on the verge of|close to signing|not certain|uncertain|not sure|unsure|not clear|unclear|as far as|to the best of|if memory serves|not impossible|not inconceivable|not unthinkable|not out of the question|not implausible
        |möglicherweise|vielleicht|wohl|wahrscheinlich|könnte|könnten|dürfte|dürften""",
    "plan": """is due to|are due to|was due to|were due to|certain to|sure to|destined to|guaranteed to|would rather|would sooner|would prefer|prefers to|preferred to|plans to|plan to|planned to|planning to|plans|intends to|intend to|intended to|meant to|means to|mean to|aims to|aim to|aimed to|aiming to
        |wants to|want to|wanted to|hopes to|hope to|hoped to|hoping to|considering|considers|consider|leaning towards|leaning toward|inclined to|tends towards|eyeing|keen to|eager to|mulling|weighing|contemplating
        |exploring|examining|studying whether|looking at|looking into|toying with|floated|pondering|thinking about
        |thinking of|proposes to|proposed|proposes|proposing|proposal|propose to|seeks to|seek to|sought to|seeking to|threatened to|asked for|asks for|asking for|seeking|seeks|sought|applied for|applies for|hoping for|hoped for|hopes for|offered his|offered her|offered their|tendered his|tendered her
        |threatens to|threatening to|tried to|tries to|trying to|attempted to|attempts to|attempting to|attempt to|in talks|talks to|talks on|talks over|talks about|talks aimed|negotiating|negotiations to|negotiations on|negotiations over|in discussions|discussions to|discussions about
        |in a bid to|bid to|efforts to|effort to|ready to|prepared to|preparing to|prepares to|willing to|offered to|offers to|offering to|would like to
        |pledged to|pledges to|pledging to|promised to|promises to|promising to
        |vowed to|vows to|vowing to|promised|promises|pledged|pledges|vowed|vows|assurance|assurances|hinted at|hinted that|draft|in principle
        |plant|planen|will|wollen|erwägt|beabsichtigt""",
    "demand": """called on|calls on|calling on|call on|urged|urges|pressed|presses|pressing|demanded|asked|asks|begged|appealed to|appeals to
        |requested|invited|advised|encouraged|called for|calls for|calling for|call for|pushed for|pushes for|pushing for|lobbied for
        |pressing for|campaigned for|campaigns for|demands|demand that|recommended|recommends|recommend|recommending|should""",
    "condition": "if|unless|on condition|on the condition|contingent on|conditional on|contingent upon|so long as|provided that|subject to|depending on|in case|as long as|falls|sofern",
}
# Words that keep a claim open in any way; wider than what the evidence is held to.
OPEN: dict[str, frozenset[str]] = {
    "en": frozenset(
        list_words(
            """
        should must ought risk risks chance chances possibility probability potential prospect
        prospects fear fears feared hope hopes hoped hoping want wants wanted plan plans planned
        planning intention intentions intend intends intended aim aims proposal proposals propose
        proposes proposed suggest suggests suggested consider considers considered considering
        allegation allegations allege alleges rumour rumours rumor rumors report reports reported
        suspicion suspicions suspect suspects suspected predict predicts predicted prediction
        forecast forecasts estimate estimates estimated call calls called calling urge urges urged
        demand demands demanded ask asks asked request seek seeks sought warn warns warned warning
        threaten threatens threatened threat promise promises promised pledge pledges pledged vow
        vows vowed try tries tried trying attempt attempts attempted bid offer offers offered talks
        mull mulls mulling weigh weighs weighing look looking eye eyes eyeing ready willing open
        prepared poised believe believes believed think thinks thought appear appears appeared seem
        seems seemed claim claims claimed claiming accuse accuses accused if unless provided whether
        apparent alleged decision pending undecided doubt doubts doubtful unlikely probably danger dangers worry worries worried afraid outlook unclear uncertain unknown question questions could can might may set
        due expect expects expected expecting maybe possible potential potentially presumed tipped odds likely wish wishes wished favour
        favor considered consideration considering contemplate contemplates contemplated contemplating suspicion
        suspicions suspected suspects charged charge charges indicted trial investigated investigation recommend
        recommends recommended recommendation advise advises advised advice appeal appeals appealed scheduled
        projected projection believes fears wants wish conditional provided leaning inclined tends consider unlikely evidence proof sign signs indication points pointing
        hint hints hinted signal signals signalled signaled explore explores exploring study studying examine
        examines examining tentative provisional theory principle draft unconfirmed unverified allegedly reportedly
        purportedly supposedly assume assumes assumed speculation speculate indicates indicate indicated indication
        indications presume presumes anticipate anticipates anticipated predicts toying floated idea
        eventual eventually future upcoming allowed permitted entitled eligible restricted barred banned forbidden
        reproach reproached reproaches blamed blames rebuked faulted condemned denounced certain sure
        view opinion eyes mind estimation assessment judgement judgment sceptical skeptical contest contests contested
        dispute disputes disputed deny denies denied denial
        agree agrees agreed agreement accept accepts accepted consent consented prefer prefers preferred commitment
        right insist insists insisted maintain maintains argue argues argued arguing contend contends
        contended contending credit credits credited crediting contradict contradicts contradicted
        depend depends depended dependent depending hinge hinges hinged hinging rests rested hangs hung subject
        predicting predictions forecasting forecasters foresee foresees foresaw foreseen foreseeing envisage
        envisages envisaged envision envisions expecting expectation expectations anticipating projecting
        bet bets betting reckon reckons reckoned supposes suppose guess guesses imagine imagines hoping fearing
        suspecting believing thinking estimating assuming presuming speculating considering suggesting
        indicating hinting alleging claiming accusing warning threatening offering asking urging demanding
        preliminary interim initial initially almost nearly
        accusation accusations contention insinuation conclude concludes concluded concluding conclusion
        conclusions finding findings requested requests requesting invited invites account accounts
        endanger endangers endangered endangering imperil imperils imperilled jeopardise jeopardises jeopardised
        jeopardize jeopardized jeopardy
        assertion assertions assure assures assured assurance assurances option options
        discuss discusses discussed discussing discussion discussions negotiate negotiates negotiated negotiating
        negotiation negotiations disagree disagrees disagreed disagreement differ differs differed divided
        judged judges opined conceivable conceivably plausible plausibly perhaps arguably
        """
        )
    ),
    "de": frozenset(
        list_words(
            """
        würde würden plan pläne plant vorschlag möglichkeit fordert forderte will wollen soll sollen
        kann könne könnte erwartet hofft droht versucht angeboten wenn falls ob
        """
        )
    ),
}
# Of these the ones that say what somebody wants or plans, which is not what is only reported or believed.
WANTING = frozenset(
    list_words(
        """
        hope hopes hoped hoping want wants wanted wish wishes wished plan plans planned planning intention
        intentions intend intends intended aim aims proposal proposals propose proposes proposed call calls called
        calling urge urges urged demand demands demanded ask asks asked request requested requests seek seeks
        sought promise promises promised pledge pledges pledged vow vows vowed try tries tried trying attempt
        attempts attempted bid offer offers offered talks ready willing prepared look looking eye eyes eyeing
        prefer prefers preferred commitment agree agrees agreed agreement accept accepts accepted consent
        consented right allowed permitted entitled eligible due set scheduled future upcoming discuss discusses
        discussed discussing discussion discussions negotiate negotiates negotiated negotiating negotiation
        negotiations
        """
    )
)
# Verbs whose report is no fact, wherever they stand: "…, the works council fears", "witnesses claimed that …".
DISTANT = frozenset(
    list_words(
        """
        claim claims claimed allege alleges alleged suspect suspects suspected believe believes believed think
        thinks fear fears feared estimate estimates estimated predict predicts predicted contend contends
        contended speculate speculates speculated assume assumes assumed suppose supposes reckon reckons expect
        expects anticipate anticipates insist insists insisted maintain maintains maintained argue argues argued guess guesses hope hopes hoped worry worries theorise theorised
        """
    )
)
# To deny one of these leaves open what follows it: "does not prove that", "did not deny that".
PROOFS = frozenset(
    list_words(
        """
        prove proves proved proven confirm confirms confirmed verify verifies verified verifying deny denies denied
        dispute disputes disputed substantiate substantiated corroborate corroborated establish established
        determine determined demonstrate demonstrated ascertain ascertained
        promise promised guarantee guaranteed
        """
    )
)
# What is decided in none of these ways is open, wherever it stands in the sentence.
UNDECIDED = tuple(
    tuple(phrase.split())
    for phrase in (
        "not made up", "not decided", "undecided", "yet to decide", "yet to be decided", "not yet decided",
        "remains to be seen", "an open question", "no decision", "no final decision", "yet to make up",
        "up in the air", "hangs in the balance", "keeping open", "kept open", "leaves open", "left open",
        "not been decided", "not yet been decided",
    )
)  # fmt: skip
# What stands before one of these is open.
TRAILING = tuple(
    tuple(phrase.split())
    for phrase in (
        "at risk", "on the table", "in doubt", "in question", "under threat", "in jeopardy", "in the balance",
        "under consideration", "under discussion", "under review", "up for debate", "off the table",
        "within reach", "within sight", "not been ruled out", "cannot be ruled out", "not be ruled out",
        "not ruled out", "unproven", "unconfirmed", "not been confirmed", "on the agenda",
    )
)  # fmt: skip
# What may come of something, and what has: who is tipped has not won, who is charged is not convicted.
STAGES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(list_words(early)), frozenset(list_words(late)))
    for early, late in (
        (
            "shortlisted shortlist longlisted nominated nominee nominees candidate candidates contender contenders"
            " favourite favorite frontrunner finalist finalists tipped bidder bidders bidding applicant",
            "awarded won wins win chosen appointed picked elected secured landed clinched selected",
        ),
        (
            "arrested charged accused suspected suspect indicted indictment arraigned detained trial",
            "convicted guilty sentenced imprisoned culprit perpetrator",
        ),
        (
            "proposed proposal proposes draft tabled debated debating debate",
            "passed enacted adopted ratified",
        ),
        (
            "talks negotiating negotiations discussing discussions negotiate",
            "struck reached agreed signed sealed concluded bought acquired completed",
        ),
        (
            "counted counting tallied",
            "won wins elected victory winner",
        ),
        (
            "ordered commissioned booked",
            "delivered received",
        ),
        (
            "agree agrees agreed agreement agreeing",
            "completed completes finalised finalized",
        ),
    )
)
# These say that something is beyond doubt, wherever they stand.
CERTAIN = index_phrases(
    (
        "is certain", "was certain", "are certain", "were certain", "be certain", "certainly", "certainty",
        "for certain", "for sure", "is sure", "was sure", "are sure", "were sure", "surely", "definite",
        "definitely", "undoubtedly", "doubtless", "unquestionably", "indisputable", "indisputably", "undeniable",
        "undeniably", "undisputed", "unequivocally", "categorically", "no doubt", "no question", "without doubt",
        "without question", "without a doubt", "beyond doubt", "beyond dispute", "beyond question",
        "beyond any doubt", "beyond all doubt", "beyond reasonable doubt", "a doubt", "for a fact",
        "as a fact", "a fact that", "the fact that", "conclusive", "conclusively", "inevitable", "inevitably",
        "guarantee", "guarantees", "guaranteed", "demonstrably", "prove", "proves", "proved", "proven", "proving", "proof",
        "made up his mind", "made up her mind", "made up their minds", "definitively", "incontrovertible",
    )
)  # fmt: skip
# Likewise where the evidence only believes or may: they have lighter uses too.
FIRM = frozenset(
    list_words(
        """
        confirm confirms confirmed establish establishes established verify verifies verified demonstrate
        demonstrates demonstrated show shows showed shown determine determines determined ascertained
        discovered discover knew knows know known certain decided resolved fact
        """
    )
)
# These leave something open in the evidence, beside its reservations.
WEAK = frozenset(
    list_words(
        """
        believe believes believed believing think thinks thought suspect suspects suspected suspecting allege
        alleges alleged alleging suggest suggests suggested suggesting hint hints hinted hinting imply implies
        implied indicate indicates indicated indicating consider considers considered regard regarded deem deemed
        seem seems seemed appear appears appeared maybe perhaps probably possibly likely may might could should
        guess guesses guessed assume assumes assumed presume presumes presumed reckon reckons expect expects
        expected predict predicts predicted fear fears feared hope hopes hoped estimate estimates estimated
        rumour rumours rumor rumors hypothesis theory speculate speculates speculated speculation impossible
        points pointed pointing preliminary initial initially provisional provisionally tentative tentatively
        inconceivable doubt contradict whether opinion impression understood apparently accuse accused accuses
        """
    )
)
# What must be, and what is only advised or may be.
BINDING = frozenset(
    list_words(
        """
        must mustn't compulsory mandatory obligatory obliged obligated required forbidden forbid forbids forbade
        banned ban bans prohibited prohibit prohibits prohibition ordered compelled bound
        """
    )
)
ADVISED = frozenset(
    list_words(
        """
        should might may could advise advises advised advice suggest suggests suggested recommend recommends
        recommended recommendation recommending encourage encourages encouraged urge urges urged consider invite
        invited voluntary voluntarily ask asked asks appeal appealed appeals prefer would better wise twice
        """
    )
)
# What holds for now, and what holds for ever.
FOR_NOW = index_phrases(
    (
        "for the time being", "for now", "for the moment", "at present", "no present", "at the moment", "so far",
        "currently", "no current", "at this stage", "at this point", "no immediate", "temporarily", "not yet",
        "provisionally", "as yet", "until further notice", "as things stand", "right now",
    )
)  # fmt: skip
FOR_EVER = index_phrases(
    (
        "never", "ever", "for ever", "forever", "permanently", "permanent", "for good", "under any circumstances",
        "under no circumstances", "in no circumstances", "at any time", "on any account", "whatever happens",
        "once and for all", "ruled out", "rules out", "categorically",
    )
)  # fmt: skip
# These say that a condition does not matter.
REGARDLESS = index_phrases(
    (
        "whether or not", "regardless", "no matter", "in any case", "in any event", "either way",
        "come what may", "irrespective", "unconditionally", "even if", "whatever happens", "without conditions",
    )
)  # fmt: skip
# Who says so without a name, or from the other side.
ANONYMOUS = frozenset(
    list_words(
        """
        source sources insider insiders witness witnesses eyewitness eyewitnesses rumour rumours rumor rumors
        anonymous unnamed familiar neighbour neighbours neighbor neighbors critics opponents
        """
    )
)
# These say that what somebody says is not agreed.
CONTESTED = index_phrases(
    (
        "disputes that", "disputes this", "disputes it", "disputed that", "disputed this", "disputed it",
        "denies it", "denies this", "denies that", "denied it", "denied this", "denied that", "denies the",
        "denied the", "a lie", "lies", "always denied", "always rejected", "has rejected", "rejects this",
        "rejects that", "rejected this", "rejected that", "rejects it", "rejected it", "called this", "untrue",
        "rejects the", "contests that", "contests this", "a claim that", "a charge that", "dismissed the",
        "dismisses the", "nonsense", "fairy tale", "fiction", "knew nothing", "knows nothing", "insisted that",
        "insists that", "contradicts", "side has confirmed", "sides have confirmed", "be independently verified",
        "be independently confirmed", "not been verified", "not be verified", "not verify the", "not verify this",
        "not confirm the", "not confirm this", "not been independently", "not independently verified",
    )
)  # fmt: skip
