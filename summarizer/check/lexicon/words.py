"""A text as words: folded keys, roots, offsets and clauses, found in one pass and linear in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from summarizer.check.lexicon.function_words import FUNCTION_WORDS, IRREGULAR, IRREGULAR_PASTS
from summarizer.check.lexicon.lazy import lazy
from summarizer.check.lexicon.tables import list_words
from summarizer.check.lexicon.titles import ABBREVIATED

# Of Korean given names, and Chinese ones outside the mainland, which are one word: "Ji-won".
_SYLLABLES = list_words(
    """
    ae ah an bae beom bi bin bok bong bum byung chae chan chang chee cheol chi chia chieh chih ching chiu cho
    chol chong choon chu chuan chul chun chung dae dal do dong doo duk eon eul eun fai fang fu ga gap geun gi
    gil go gon goo gu guk gum gun gwang gyeong gyu gyun gyung ha hae hak han hao hee heon ho hong hoon hsiang
    hsiao hsien hsin hsiu hsuan hua hui hun hwa hwan hwi hyang hye hyeok hyeon hyo hyok hyon hyoung hyuk hyun
    hyung il im in ing ja jae jang je jeong jeou ji jin jo jon jong joo joon ju jui jun jung ka kai kang keung
    ki kin kit ku kuang kuk kun kuo kwan kwang kwok kwon kyo kyu kyun kyung lai li liang lien lin ling lok
    lung man mei mi min ming mo mok moo moon mu mun myeong myong myung na nam ngor o ok on pei pil ping po
    pyo ra rae ran ri rim ro ryang ryeol ryeong ryol ryong ryul ryung sam sang se seo seok seol seon
    seong seop seung shan shek sheng shih shik shin shing shu shun si sik sil sin siu so sok sol son song soo
    sook soon su sub suk sun sung sze tae taek tai tak tao te teng tien ting tsai tse tsung tsz tu tung uk un
    ung wah wai wan wei wen wing won woo wook woon ya yang yao ye yee yen yeo yeol yeon yeong yi yin ying yiu
    yon yong yoo yool yoon yoong you young yu yuan yueh yuet yuk yul yun yung
    """
)
_GIVEN_NAME = (
    r"(?=[A-Z][a-z]*-[a-z])"  # so that few words are looked up
    rf"(?:{'|'.join(map(str.capitalize, _SYLLABLES))})-(?:{'|'.join(_SYLLABLES)})"
    r"(?:['’ʼ][^\W\d_]+)*(?![^\W\d_])"
)
# Plain words, as most are, initialisms with full stops, "[W]e", numbers with groups, words (with an inner
# apostrophe), marks.
_TOKEN = re.compile(
    r"[A-Za-z][a-z]++(?=[ ,.])"
    rf"|{_GIVEN_NAME}"
    r"|[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W\d_])"
    r"|\[[^\W\d_]\][^\W\d_]+"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_][\w\u0300-\u036f]*(?:['’ʼ][^\W\d_]+)*"
    r"|[^\w\s]"
)
_ELISION = re.compile(r"^(?:[dlcjmnst]|qu|dell|all|nell|sull|dall|un)'(?=\w{3})")
_VOWEL = re.compile(r"[aeiouyäöüéèêáíóú]")

# Marks that end a sentence, and marks that end a clause within one.
_STOPS = frozenset(".!?…")
OPENING_QUOTES = frozenset('"“„«‹‘‚')
_BEGINNERS = _STOPS | OPENING_QUOTES | {":"}


@dataclass(eq=False)
class Words:
    """The words and marks of a text, in order.

    Args:
        text: the text itself; offsets count its code points.
        language: a two-letter code, or "" where it is not known.
        tokens: the words as they stand.
        keys: folded: lower case, straight apostrophe, possessive and full stops of initialisms gone.
        begin: an offset before the first of them, with no other word between.
    """

    text: str
    language: str
    tokens: list[str]
    keys: list[str]
    begin: int = 0

    def __len__(self) -> int:
        """How many words and marks there are."""
        return len(self.tokens)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the words `first` to `last`, both included."""
        return self.starts[first], self.starts[last] + len(self.tokens[last])

    def quote(self, first: int, last: int) -> str:
        """The text of the words `first` to `last`, both included."""
        return self.text[self.starts[first] : self.starts[last] + len(self.tokens[last])]

    @lazy
    def starts(self) -> list[int]:
        """Where each begins; it ends at `starts[i] + len(tokens[i])`."""
        found, at = [], self.begin
        for token in self.tokens:
            at = self.text.index(token, at)  # between two stands nothing that a word could begin with
            found.append(at)
            at += len(token)
        return found

    @lazy
    def roots(self) -> list[str]:
        """What inflected forms of one word share, for each word; "" for function words and marks."""
        return list(map(find_root, self.keys, repeat(self.language)))

    @lazy
    def root_set(self) -> frozenset[str]:
        """All roots once."""
        return frozenset(self.roots) - {""}

    @lazy
    def key_set(self) -> frozenset[str]:
        """All keys once."""
        return frozenset(self.keys)

    @lazy
    def places(self) -> dict[str, list[int]]:
        """The indexes of the words of each root."""
        found: dict[str, list[int]] = {}
        for i, root in enumerate(self.roots):
            if root:
                found.setdefault(root, []).append(i)
        return found

    @lazy
    def unmarked(self) -> list[int]:
        """The indexes of its words, without those of marks."""
        return [i for i, key in enumerate(self.keys) if key[0].isalnum()]

    @lazy
    def spoken(self) -> list[str]:
        """The keys of its words, without marks."""
        return [self.keys[i] for i in self.unmarked]

    @lazy
    def joined(self) -> str:
        """The keys without marks, with a space on both sides of each, to search for verbatim text."""
        return f" {' '.join(self.spoken)} "

    @lazy
    def initial(self) -> list[bool]:
        """For each word, whether a sentence (or a quotation) begins with it."""
        found, begins, before = [], True, ""
        for key in self.keys:
            found.append(begins)
            if key[-1].isalnum():
                begins = False
            elif key in _BEGINNERS:
                begins = key != "." or before not in ABBREVIATED  # "Dr. Holm", "St. Ives"
            before = key
        return found


def is_past(key: str) -> bool:
    """Whether a word may be a verb in a past form.

    >>> is_past("sold"), is_past("reopened"), is_past("sell"), is_past("seed")
    (True, True, False, False)
    """
    return (key.endswith("ed") and key not in _NOT_PASTS) or key in IRREGULAR_PASTS


_NOT_PASTS = frozenset(
    (
        "seed", "need", "feed", "weed", "speed", "deed", "breed", "greed", "steed", "reed", "creed", "indeed",
        "exceed", "proceed", "succeed", "bed", "red", "shed", "hundred", "sacred", "naked", "kindred",
        "hatred", "embed", "fed", "moped", "biped", "infrared", "watershed", "sled",
    )
)  # fmt: skip


def find_word(words: Words, table: frozenset[str]) -> int | None:
    """Where one of some words stands first; None where none does.

    >>> find_word(split_words("It may rain, it might."), frozenset(("might", "may")))
    1
    """
    if table.isdisjoint(words.key_set):
        return None
    return next(i for i, key in enumerate(words.keys) if key in table)


def split_words(text: str, language: str = "") -> Words:
    """The words of a text.

    >>> split_words("Kim Jong-un’s aide is Harp-based.").keys
    ['kim', 'jong-un', 'aide', 'is', 'harp', '-', 'based', '.']
    >>> split_words("Russia’s U.S. envoy didn’t pay €6.5bn.").keys
    ['russia', 'us', 'envoy', "didn't", 'pay', '€', '6.5', 'bn', '.']
    """
    tokens = _TOKEN.findall(text)
    return Words(text, language, tokens, list(map(fold_word, tokens)))


@lru_cache(maxsize=1 << 16)
def fold_word(token: str) -> str:
    """A word as a key to look up: lower case, no possessive, no stops of an initialism, no elided article.

    >>> fold_word("Trump’s"), fold_word("U.S."), fold_word("l'Ukraine")
    ('trump', 'us', 'ukraine')
    """
    key = token.lower()
    if len(key) < 3:
        return key
    if key[0] == "[":
        return key[1] + key[3:]
    key = key.replace("’", "'").replace("ʼ", "'")
    if key[1] == "." and key[0].isalpha():
        return key.replace(".", "")
    if "'" in key:
        if key.endswith("'s"):
            return key[:-2]
        return _ELISION.sub("", key)
    return key


@lru_cache(maxsize=1 << 16)
def find_root(key: str, language: str = "") -> str:
    """What the inflected and derived forms of a word have in common; "" for function words and marks.

    A light suffix stripper in the manner of Porter (1980), with a table of irregular forms. Both sides of
    every comparison go through it, so it need not be right, only the same for words that belong together.

    >>> [find_root(w, "en") for w in ("rises", "rose", "rejected", "rejection", "decided", "the")]
    ['ris', 'ris', 'reject', 'reject', 'decid', '']
    """
    if not key[0].isalnum() or key in FUNCTION_WORDS.get(language, FUNCTION_WORDS["en"]):
        return ""
    if not key[0].isalpha():
        return key
    if language in ("en", ""):
        return _english_root(IRREGULAR.get(key, key))
    if language == "de":
        return _german_root(key)
    return key[: max(4, len(key) - 3)] if len(key) > 5 else key


_ENGLISH_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "itions", "ution", "ation", "ition", "ements",
    "ement", "ments", "ment", "ances", "ences", "ance", "ence", "ally", "ions", "ible", "able", "ings",
    "edly",
    "iest", "ier", "ives", "ised", "ized", "ises", "izes", "ising", "izing",
    "ise", "ize", "ors", "ers", "ies", "ied", "ion", "ing",
    "als", "ive", "ity", "ily", "ous", "ness", "ied", "or", "er", "ed", "es", "al", "ly", "y", "s", "e",
)  # fmt: skip
_GERMAN_ENDINGS = (
    "ungen",
    "ung",
    "est",
    "ern",
    "end",
    "em",
    "en",
    "er",
    "es",
    "et",
    "te",
    "e",
    "n",
    "s",
    "t",
)


def _english_root(key: str) -> str:
    if len(key) < 4 or key.endswith(("ss", "us", "is")):
        return key
    for ending in _ENGLISH_ENDINGS:
        if key.endswith(ending):
            stem = key[: -len(ending)]
            if len(stem) < 3 or not _VOWEL.search(stem) or (ending == "y" and stem[-1] in "aeou"):
                continue  # "stay" as in "stayed"
            if ending == "ing" and len(stem) > 3 and stem[-1] == "y" and stem[-2] not in "aeou":
                return _english_root(stem)  # "carrying" as "carry"
            if ending in ("ed", "ing", "ings") and len(stem) > 4 and stem.endswith(_NOT_STRIPPED):
                return _english_root(stem)  # "ordered" as "order", "mentioned" as "mention"
            if ending == "s" and stem.endswith(("e", "al", "er", "or", "ion", "ment")):
                return _english_root(stem)
            stem = _undouble(stem)
            return IRREGULAR.get(stem, stem)
    return _undouble(key)


_NOT_STRIPPED = ("er", "or", "ion", "al", "ment")  # which a verb may end in


def _undouble(stem: str) -> str:
    """One letter for two at a stem's end: "stopp" as "stop", "boycott" as "boycotted"."""
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    return stem[:-1] if doubled else stem


def _german_root(key: str) -> str:
    stem = key.replace("ß", "ss")
    if len(stem) > 6 and stem.startswith("ge") and stem.endswith(("t", "en")):
        stem = stem[2:]
    for _ in range(2):
        for ending in _GERMAN_ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= 4:
                stem = stem[: -len(ending)]
                break
    return stem.replace("ä", "a").replace("ö", "o").replace("ü", "u")
