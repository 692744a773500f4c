"""Words that keep a statement open, by sort. Own tables."""

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from summarizer.check.tables import list_words

# One word or several -> what sort of reservation; "|" parts entries.
HEDGES = {
    "report": """reportedly|allegedly|alleged|supposedly|purportedly|purported|purports to|apparently|rumoured|rumored|suspected
        |accused|unconfirmed|unverified|said to|believed to|thought to|understood to|presumed|claimed to|claims to|is said to
        |charged with|accuses|accuse|accusing|on suspicion of|suspicion of|suspicions of|suspect of|suspects of|allegations of|allegations that
        |accusations of|accusations that|allegation that|claims of|rumours of|rumors of|rumours that|rumors that|reports of|reports that
        |on charges of|facing charges|faces charges|on trial for|stands trial|stand trial|tried for|wanted for|indicted for
        |indicted on|investigated for|under investigation|questioned over|feared dead|feared drowned|feared killed|feared lost
        |presumed dead|presumed drowned|believed dead|believed killed|thought dead|believed that|suspected of|suspected to|reported to
        |considered to|deemed to|assumed to|estimated to|alleges that|allege that|alleging that|according to rumours
        |suggests that|suggest that|suggested that|indicates that|indicate that|indicated that|fear that|fears that|feared that|worry that|worries that|suspect that|suspects that|hope that|hopes that|claim that|assertion that|suggestion that|theory that|belief that|idea that|notion that|by all accounts|so-called|putative|ostensibly|seemingly
        |angeblich|mutmaßlich|mutmaßliche|mutmaßlichen|mutmaßlicher|offenbar|soll|sollen|anscheinend""",
    "possible": """may|might|could|possibly|perhaps|probably|likely|potentially|appears to|appeared to|appear to|appears|appeared likely
        |seems to|seemed to|seem to|seems|presumably|expected to|poised to|maybe|expects|expect|expected|forecast|forecasts
        |projected|unlikely to|unlikely|no evidence of|no evidence that|no proof of|no sign of|no signs of|no indication|warned of|warns of|warn of|warning of|can|whether|in danger of|at risk of|risks|risk of|danger of|threat of|chance of|chances of|prospect of
        |possibility of|possibility that|likelihood of|fears of|hopes of|signs of|possible|probable|almost certainly|very likely|in all likelihood|most likely|nearly certain|almost certain|conceivably|arguably|theoretically
        |in theory|hypothetically|tentatively|tends to|tend to|anticipated|tipped to|set to|due to be|scheduled to|bound to|about to|within reach|imminent|on the horizon|on the cards|in the offing|on course to|on track to
        |on the brink of|on the verge of|close to signing|not certain|uncertain
        |möglicherweise|vielleicht|wohl|wahrscheinlich|könnte|könnten|dürfte|dürften""",
    "plan": """certain to|sure to|destined to|guaranteed to|would rather|would sooner|would prefer|prefers to|preferred to|plans to|plan to|planned to|planning to|plans|intends to|intend to|intended to|aims to|aim to|aimed to|aiming to
        |wants to|want to|wanted to|hopes to|hope to|hoped to|hoping to|considering|considers|consider|leaning towards|leaning toward|inclined to|tends towards|eyeing|keen to|eager to|mulling|weighing|contemplating
        |exploring|examining|studying whether|looking at|looking into|toying with|floated|pondering|thinking about
        |thinking of|proposes to|proposed|proposes|proposing|proposal|propose to|seeks to|seek to|sought to|seeking to|threatened to
        |threatens to|threatening to|tried to|tries to|trying to|attempted to|attempts to|attempting to|attempt to|in talks
        |in a bid to|bid to|efforts to|effort to|ready to|prepared to|willing to|offered to|offers to|offering to|would like to
        |pledged to|pledges to|pledging to|promised to|promises to|promising to
        |vowed to|vows to|vowing to|promised|promises|pledged|pledges|vowed|vows|hinted at|hinted that|draft|in principle
        |plant|planen|will|wollen|erwägt|beabsichtigt""",
    "demand": """called on|calls on|calling on|call on|urged|urges|demanded|asked|asks|begged|appealed to|appeals to
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
        right insist insists insisted maintain maintains argue argues argued
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
# These say that something is so; those that it may be. From weak to strong is a change.
FIRM = frozenset(
    list_words(
        """
        prove proves proved proven confirm confirms confirmed establish establishes established guarantee guarantees
        guaranteed conclusively undoubtedly definitely certainly demonstrably
        """
    )
)
SUGGESTING = frozenset(
    list_words(
        """
        suggest suggests suggested suggesting indicate indicates indicated indicating hint hints hinted hinting imply
        implies implied
        """
    )
)
