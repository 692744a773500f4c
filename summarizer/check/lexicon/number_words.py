"""Number words, units, currencies and calendar words, by language. Own tables."""

# a row of a table is one line, so that it reads and compares as one

# A row of a table is one line, so that it reads and compares as one.
# ruff: noqa: E501

from __future__ import annotations

from summarizer.check.lexicon.tables import list_words

_SMALL: dict[str, str] = {
    "en": """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""",
    "de": """null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
        siebzehn achtzehn neunzehn""",
    "fr": "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    "it": "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici",
    "nl": "nul - twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien",
}
_TENS: dict[str, str] = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
}


def _make_cardinals(language: str) -> dict[str, int]:
    table = {word: value for value, word in enumerate(_SMALL[language].split()) if word != "-"}
    table |= {word: 10 * value for value, word in enumerate(_TENS[language].split(), 2)}
    if language == "de":
        ones = list_words("ein zwei drei vier fünf sechs sieben acht neun")
        tens = _TENS["de"].split()
        table |= {f"{o}und{t}": 10 * j + i for i, o in enumerate(ones, 1) for j, t in enumerate(tens, 2)}
    return table


CARDINALS: dict[str, dict[str, int]] = {language: _make_cardinals(language) for language in _SMALL}
CARDINALS["en"] |= {"dozen": 12, "nil": 0}

# Multipliers after a number. German and French -illiarde is 10^9, their Billion 10^12.
_THOUSANDS = "thousand:3 million:6 billion:9 trillion:12 mn:6 mln:6 bn:9 bln:9 tn:12 trn:12 k:3 m:6 b:9"
SCALES: dict[str, dict[str, float]] = {
    language: {word: 10.0 ** int(power) for word, power in (pair.split(":") for pair in pairs.split())}
    for language, pairs in {
        "en": "hundred:2 millions:6 billions:9 lakh:5 lakhs:5 crore:7 crores:7 " + _THOUSANDS,
        "de": "hundert:2 tausend:3 million:6 millionen:6 mio:6 milliarde:9 milliarden:9 mrd:9 billion:12 billionen:12",
        "fr": "cent:2 cents:2 mille:3 million:6 millions:6 milliard:9 milliards:9 billion:12 billions:12",
        "es": "mil:3 millón:6 millones:6",
        "it": "mila:3 mille:3 milione:6 milioni:6 miliardo:9 miliardi:9",
        "nl": "honderd:2 duizend:3 miljoen:6 miljard:9 biljoen:12",
    }.items()
}
# Said without a number: an order of magnitude.
VAGUE: dict[str, float] = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12, "dutzende": 12, "hunderte": 100, "tausende": 1e3, "milliers": 1e3, "miles": 1e3,
}  # fmt: skip

FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8,
    "tenth": 1 / 10, "tenths": 1 / 10, "hälfte": 1 / 2, "drittel": 1 / 3, "viertel": 1 / 4, "fünftel": 1 / 5,
    "zehntel": 1 / 10, "moitié": 1 / 2, "mitad": 1 / 2, "metà": 1 / 2, "helft": 1 / 2,
}  # fmt: skip
FRACTION_MARKS: dict[str, float] = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
}

ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        list_words(
            """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """
        ),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
# Rate words: "doubled" is twice.
MULTIPLES: dict[str, float] = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "thrice": 3, "triple": 3,
    "tripled": 3, "triples": 3, "tripling": 3, "trebled": 3, "treble": 3, "threefold": 3, "quadruple": 4,
    "quadrupled": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10, "halved": 0.5, "halve": 0.5, "halving": 0.5,
    "verdoppelt": 2, "verdoppelte": 2, "verdreifacht": 3, "halbiert": 0.5,
}  # fmt: skip

PERCENT = frozenset(list_words("% percent percentage pct prozent prozents procent"))
POINTS = frozenset(list_words("point points prozentpunkt prozentpunkte prozentpunkten"))

CURRENCIES: dict[str, str] = {
    word: code
    for code, words in {
        "dollar": "$ dollar dollars usd us$ dollarn dólares dollari bucks",
        "euro": "€ euro euros eur",
        "pound": "£ pound pounds gbp sterling pfund quid",
        "yen": "¥ yen jpy",
        "yuan": "yuan renminbi cny rmb",
        "rouble": "₽ rouble roubles ruble rubles rubel rub",
        "hryvnia": "₴ hryvnia hryvnias uah",
        "franc": "franc francs chf franken",
        "rupee": "₹ rupee rupees inr",
        "lira": "₺ lira liras",
        "won": "₩",
        "krona": "krona kronor krone kroner",
        "zloty": "zloty zlotys",
        "peso": "peso pesos",
        "rand": "rand",
        "real": "reais",
        "cent": "cent cents",
    }.items()
    for word in words.split()
}

# Unit words, in the base unit of their dimension: (dimension, size). Durations in days.
UNITS: dict[str, tuple[str, float]] = {
    word: (dimension, size)
    for dimension, size, words in (
        ("time", 1 / 86400, "second seconds sekunde sekunden"),
        ("time", 1 / 1440, "minute minutes min minuten"),
        ("time", 1 / 24, "hour hours hr hrs stunde stunden heure heures hora horas"),
        ("time", 1, "day days tag tage tagen jour jours día días giorni dagen"),
        ("time", 7, "week weeks woche wochen semaine semaines semana semanas"),
        ("time", 14, "fortnight fortnights"),
        ("time", 30.4375, "month months monat monate monaten mois mes meses mesi maanden"),
        (
            "time",
            365.25,
            "year years yr yrs jahr jahre jahren jährige jähriger jährigen jähriges an ans année años",
        ),
        ("time", 3652.5, "decade decades jahrzehnt jahrzehnte jahrzehnten"),
        ("time", 36525, "century centuries jahrhundert jahrhunderte"),
        ("length", 0.001, "millimetre millimetres millimeter millimeters mm"),
        ("length", 0.01, "centimetre centimetres centimeter centimeters cm"),
        ("length", 1, "metre metres meter meters metern"),
        ("length", 1000, "kilometre kilometres kilometer kilometers km kms kilometern"),
        ("length", 1609.344, "mile miles"),
        ("length", 0.3048, "foot feet ft"),
        ("length", 0.0254, "inch inches"),
        ("length", 0.9144, "yard yards"),
        ("mass", 0.001, "gram grams gramm"),
        ("mass", 1, "kilo kilos kilogram kilograms kg kilogramm"),
        ("mass", 1000, "tonne tonnes ton tons tonnen"),
        ("area", 1, "hectare hectares hektar ha"),
        ("area", 0.404686, "acre acres"),
        ("power", 1, "watt watts"),
        ("power", 1e3, "kilowatt kilowatts kw"),
        ("power", 1e6, "megawatt megawatts mw"),
        ("power", 1e9, "gigawatt gigawatts gw"),
        ("volume", 1, "litre litres liter liters"),
        ("volume", 158.987, "barrel barrels"),
        ("temperature", 1, "degree degrees grad °"),
    )
    for word in words.split()
}
# Units that may stand for one of them without a number: "a decade", "a fortnight".
SINGLE_UNITS = frozenset(["decade", "century", "fortnight"])

MONTHS: dict[str, int] = {
    word: value
    for words in (
        "january february march april may june july august september october november december",
        "jan feb mar apr - jun jul aug sept oct nov dec",
        "- - - - - - - - sep - - -",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio - aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart - mei - - augustus - - - -",
    )
    for value, word in enumerate(words.split(), 1)
    if word != "-"
}
# Months that are ordinary words too: only with a capital, and not at a sentence's start.
DOUBTFUL_MONTHS = frozenset(list_words("may march mars mar sept sep jan dec"))
WEEKDAYS: dict[str, int] = {
    word: value
    for words in (
        "monday tuesday wednesday thursday friday saturday sunday",
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        "- - - - - sonnabend -",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "lunes martes miércoles jueves viernes sábado domingo",
        "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    )
    for value, word in enumerate(words.split())
    if word != "-"
}
RELATIVE_DAYS: dict[str, int] = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "heute": 0, "gestern": -1, "morgen": 1,
    "hier": -1, "demain": 1, "ayer": -1, "ieri": -1, "domani": 1, "gisteren": -1, "vandaag": 0,
}  # fmt: skip

# What stands before a number (up to three words) -> which way it leans: +1 more, -1 less, 0 about.
LEANINGS: dict[tuple[str, ...], int] = {
    tuple(phrase.split()): sign
    for sign, phrases in (
        (1, "more than|over|above|exceeding|exceeded|exceeds|exceed|at least|no fewer than|no less than|not less than"
            "|upwards of|in excess of|beyond|topped|topping|surpassed|surpassing|greater than|a minimum of"
            "|minimum of|as low as|as few as|as little as|as short as|well over|just over|mehr als|über|mindestens|plus de|au moins|más de|al menos"
            "|più di|almeno|meer dan|not fewer than|longer than|higher than|older than|heavier than|bigger than|larger than|taller than|faster than|deeper than"),
        (-1, "less than|fewer than|not quite|under|below|nearly|almost|at most|no more than|not more than|up to|as many as"
             "|as much as|as long as|as high as|as far as|a maximum of|maximum of|just under|close to|approaching|short of|shy of"
             "|weniger als|unter|höchstens|fast|beinahe|knapp|bis zu|moins de|presque|menos de|casi|meno di"
             "|quasi|minder dan|bijna|shorter than|lower than|younger than|lighter than|smaller than|cheaper than|slower than|not even|barely|hardly|scarcely|virtually|practically"),
        (0, "about|around|roughly|approximately|some|circa|an estimated|estimated|nearing|or so"
            "|rund|etwa|ungefähr|circa|gut|environ|unos|unas|circa|ongeveer|in the region of|or thereabouts"),
    )
    for phrase in phrases.split("|")
}  # fmt: skip
# Leanings that say "close to", where crossing the figure is no contradiction with "about".
CLOSE = frozenset(
    list_words(
        "barely hardly scarcely nearly almost close approaching just fast beinahe knapp presque casi quasi bijna"
    )
)
# Scales of temperature, as a word or letter behind the figure.
DEGREES = frozenset(list_words("c f k celsius fahrenheit centigrade kelvin"))
# Days of fixed date, by their first word; a longer phrase comes before a shorter. Day 0: some days of the month.
FEASTS: dict[str, dict[tuple[str, ...], tuple[int, int]]] = {}
for _feast, _date in {
    "new year day": (1, 1), "new year eve": (12, 31), "epiphany": (1, 6), "valentine day": (2, 14),
    "st patrick day": (3, 17), "april fool day": (4, 1), "may day": (5, 1), "bastille day": (7, 14),
    "halloween": (10, 31), "all saints day": (11, 1), "armistice day": (11, 11), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "heiligabend": (12, 24), "silvester": (12, 31),
    "neujahr": (1, 1), "christmas": (12, 0), "weihnachten": (12, 0),
}.items():  # fmt: skip
    FEASTS.setdefault(_feast.split()[0], {})[tuple(_feast.split())] = _date
