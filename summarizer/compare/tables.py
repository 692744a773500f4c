"""Words that names and issues are told by, English and German. Own lists."""

from __future__ import annotations

from summarizer.check.lexicon.function_words import FUNCTION_WORDS
from summarizer.check.lexicon.tables import list_words

# --- names ---

ARTICLES = frozenset(list_words("the a an der die das ein eine le la les l el los il lo de het een"))
JOINTS = frozenset(
    list_words("of for the and von der de du del della di da für und et y in & al bin ibn ben zu")
)
# They belong to a surname, which stands alone without them: "Ursula von der Leyen", "Leyen".
PARTICLES = frozenset(
    list_words("von van der den de del di da du la le al el bin ibn ben abu zu ter ten della")
)
SUFFIXES = frozenset(list_words("jr sr ii iii iv"))
COMPANY = frozenset(
    list_words("inc incorporated corp corporation ltd limited llc co plc gmbh ag se kg sa nv ab oy")
)
FORMER = frozenset(list_words("former ex acting then late outgoing incoming deputy vice"))
# They say nothing of a name or a description.
IDLE = (
    FUNCTION_WORDS["en"]
    | FUNCTION_WORDS["de"]
    | frozenset(list_words("former new old two three four five six"))
)
BODIES = frozenset(
    list_words(
        """
        party ministry department university institute committee council association agency bank union
        court senate house congress parliament commission news times post journal tribune herald group
        company foundation office bureau board society league club police army navy center centre
        college school hospital church service press radio tv fund campaign administration government
        team act amendment network alliance front movement organization organisation federation
        authority coalition caucus conference assembly project corps guard force forces states nations
        kingdom republic street america
        partei ministerium verband gewerkschaft bund amt gericht zeitung verein gesellschaft fraktion
        regierung bundestag landtag senat polizei rat stiftung kirche universität behörde konzern
        """
    )
)
# Who is one of them is named by what he is: "Texas Republican".
PEOPLE = frozenset(
    list_words(
        """
        republican republicans democrat democrats democratic conservative conservatives liberal
        liberals labour labor greens tory tories senators representatives americans voters officials
        lawmakers
        """
    )
)
# Names of one body that share no word.
SAME_BODY = {
    "us": "united states", "usa": "united states", "america": "united states",
    "vereinigte staaten": "united states", "uk": "united kingdom", "britain": "united kingdom",
    "great britain": "united kingdom", "eu": "european union", "un": "united nations",
    "gop": "republican party",
}  # fmt: skip
# Given names and their short forms, a row each.
_SHORT_NAMES = """
abe abraham; al albert alan; alex alexander; andy andrew; ben benjamin; bernie bernard; bert albert robert;
bill billy will william; bob bobby rob robert; charlie chuck charles; chris christopher; dan danny daniel;
dave david; dick rick richard; don donald; doug douglas; ed eddie ted edward; ernie ernest; fred frederick;
greg gregory; hank harry henry; jack john; jake jacob; jeff jeffrey geoffrey; jerry gerald; jim jimmy james;
joe joseph; jon jonathan; josh joshua; ken kenneth; larry lawrence; leo leonard; liz beth betty elizabeth;
maggie margaret peggy; matt matthew; mike michael; mitch mitchell; nate nathan; nick nicholas; pat patrick;
patty patricia; pete peter; phil philip; ray raymond; ron ronald; sam samuel; steve steven stephen;
sue susan; tim timothy; tom thomas; tony anthony; vic victor; walt walter; hans johannes; sepp josef;
fritz friedrich; uli ulrich; toni anton; andi andreas; gabi gabriele; steffi stefanie
"""
SHORT_NAMES = tuple(frozenset(list_words(row)) for row in _SHORT_NAMES.split(";"))
# What only its own article explains: "his campaign".
POINTERS = frozenset(
    list_words("his her their its my our your this that these those sein seine ihr ihre unser unsere")
)

# --- issues ---

# They say that there is something, and leave what it is to the words behind them.
EMPTY = frozenset(
    list_words(
        """
        plan plans proposal proposals idea ideas measure measures move moves decision decisions effort
        efforts bid bids call calls push issue issues question questions matter matters approach
        approaches notion concept step steps possibility prospect suggestion suggestions allegation
        allegations claim claims statement statements comment comments remark remarks criticism
        resolution resolutions bill bills draft policy policies project projects initiative initiatives
        scheme programme program need use way attempt attempts wish desire intention request case thing
        things kind build building construction constructing allowing making having getting taking
        giving doing being letting seeing keeping new proposed planned current own so-called possible
        recent latest controversial entire whole further future
        plan pläne vorschlag vorschläge idee ideen maßnahme maßnahmen entscheidung entscheidungen frage
        fragen vorhaben projekt projekte bau neubau bauen gesetzentwurf entwurf forderung forderungen
        vorwurf vorwürfe aussage aussagen neue neuen neuer neues geplante geplanten geplanter geplantes
        """
    )
)
# They turn an issue into its opposite, or into less of it.
REVERSERS = frozenset(
    list_words(
        """
        ban banning prohibition prohibiting outlawing abolition abolishing abolish end ending stop
        stopping halt halting repeal repealing scrapping scrap cancelling canceling cancellation cancel
        rejecting rejection opposing opposition blocking block blockade preventing prevention limiting
        limit restricting restriction restrictions cut cuts cutting reducing reduction reductions
        lowering lower less fewer lifting lift easing removal removing remove withdrawal withdrawing
        withdraw leaving leave exit exiting closing closure shutting shutdown delay delaying postponing
        postponement suspending suspension abandoning dismantling demolition demolishing boycott
        boycotting no not never without non anti refusal refusing denial denying freeze freezing
        defunding dismissal dismissing impeachment ouster loosening relaxing weakening overturning
        vetoing veto
        verbot verbieten abschaffung abschaffen ende beenden stopp stoppen streichung streichen senkung
        senken kürzung kürzungen kürzen schließung schließen abbau ausstieg austritt rückzug abriss
        aufhebung aufheben lockerung ohne kein keine keinen nicht verschiebung ablehnung boykott
        rücknahme
        """
    )
)
# What looks like a form of these, and is another word.
OTHER_WORDS = frozenset(list_words("close easy east ender leaves left exits ends banner"))
DETERMINERS = frozenset(
    list_words(
        """
        the a an this that these those his her its their my our your such any every either one another
        der die das den dem des ein eine einen einem dieser diese dieses diesen sein seine ihr ihre
        unser unsere
        """
    )
)
