"""The words for time and for numbers in English, and lists of those for time in other languages.

Add yours to a list.
"""

from __future__ import annotations

from pmpath.domain.when.spelling import DIGITS, listed, pieces

SMALL_NAMES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS_NAMES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {name: number for number, name in enumerate(SMALL_NAMES, 1)}
TENS = {name: number * 10 for number, name in enumerate(TENS_NAMES, 2)} | {"fourty": 40}
LARGE = {"hundred": 100, "thousand": 1000, "dozen": 12}
NUMBERS = frozenset([*SMALL, *TENS, *LARGE])

MINUTE_WORDS = listed(
    "m min mins minute minutes mn mns mnt mnts"
    # German, Dutch, Spanish, Portuguese, Polish, Italian, Swedish.
    " minuten minuut minuto minutos minut minuty minuti minuter"
)
HOUR_WORDS = listed(
    "h hr hrs hour hours"
    " std stunde stunden u uur uren hora horas heure heures godz godzina godziny godzin ora ore"
    " timme timmar"
)
# "one HR person" is nobody's hour.
PEOPLE_OF_HR = listed("person people lady guy manager colleague partner team rep")
# What a slip of the finger makes one letter of.
OFTEN_MISSPELLED = {"minute": 1, "minutes": 1, "hour": 60, "hours": 60}
# A word that begins with one of these letters may be one of those above.
FIRST_OF_MISSPELLED = ("m", "h")

# Whole phrases of other languages, as they are written in small letters, in minutes.
PHRASES = {
    "halbe stunde": 30, "halben stunde": 30, "viertelstunde": 15, "dreiviertelstunde": 45,
    "eine stunde": 60, "einer stunde": 60, "anderthalb stunden": 90, "eineinhalb stunden": 90,
    "zwei stunden": 120, "demi-heure": 30, "une heure": 60, "deux heures": 120,
    "media hora": 30, "una hora": 60, "hora y media": 90, "meia hora": 30, "uma hora": 60,
    "mezz'ora": 30, "un'ora": 60, "half uur": 30, "een uur": 60, "anderhalf uur": 90,
    "kwartier": 15, "godzinę": 60, "pół godziny": 30, "halvtimme": 30, "en timme": 60,
}  # fmt: skip
PHRASE_STARTS = frozenset(
    phrase.split()[0].partition("-")[0].partition("'")[0] for phrase in PHRASES
)

# A time of day stands behind one of these: `at 10h`, `um 14h30`.
BEFORE_A_TIME = frozenset(["at", "um", "à", "om", "kl", "alle", "las", "o", "ab"])
# The unit of a range that says its unit on both sides: `30 min to 40 min`.
FROM_TO = "from-to"
# Between two times or two amounts.
UP_TO = frozenset(["-", "to", "till", "until", "til", "bis", "à", "tot", "do"])

# Behind `a` or `per`, and by themselves: how often, or how much of something in that time.
PERIODS = listed(
    "day week month quarter year sprint fortnight wk mo yr night morning weekday workday weekend"
    " tag woche monat jahr"
)
RATES = listed("daily weekly monthly yearly nightly annually pro")
# These make of an attribute something that one does: "20 min outage review".
ACTIVITIES = listed(
    "catch-up catchup call calls talk chat review reviews meeting session workshop training"
    " reading analysis demo coffee lunch interview research planning prep writing walkthrough"
    " discussion retro ticket tickets work study debrief postmortem mortem presentation story"
    " report call. fix fixing drill investigation deep visit"
)
# "asked Lena for 30 minutes", "down for 45 min".
WAITING_FOR = listed(
    "asked ask asking asks booked book blocked scheduled planned wait waited waiting down out"
    " offline late unavailable valid reserved free away was were is be want wants"
)
# "saved support 4 hours" and "takes me 3 hours" speak of what something costs.
COSTS = listed(
    "save saves saved saving cut cuts cutting takes take taking lose loses lost wastes wasted shave"
    " shaved shaves reduce reduces reduced need needs needed want wants wanted require requires"
    " required wait waits waited costs cost adds gains gained spare spares offers offered promised"
    " booked blocked scheduled planned reserved requested lasts spends runs"
)
# These say so of a bare `30m` at the end of a line as well.
ALWAYS_COSTS = listed("save saves saved takes costs cost lasts needs lost loses requires runs")
OBJECTS = listed(
    "me us them him her it you everyone everybody people support sales team customers users"
    " engineers each"
)
# "read 40 pages in 58 min" says how long it took.
READ_THROUGH = listed(
    "read finished completed wrote drafted reread chapter chapters pages explained walked showed"
    " covered presented taught trained demoed drew filled sorted counted went gave"
)
# "30m before work": when it was, and no limit.
POINTS_OF_A_DAY = listed("work lunch breakfast dinner bed school standup hours bedtime")
# What makes a length of time without a unit: a clock, `20'`, and what is said of an hour.
SIGNS_OF_TIME = frozenset([":", "'", "am", "pm", "half", "quarter"])
# Lines are of the same few thousand words.
_MAY_MEASURE: dict[str, bool] = {}
MOST_KEPT = 2_000


def may_measure(word: str) -> bool:
    """Whether a word may be what makes a number a length of time.

    A line without any such word has no duration, whatever numbers stand in it.
    """
    found = _MAY_MEASURE.get(word)
    if found is None:
        if len(_MAY_MEASURE) >= MOST_KEPT:
            _MAY_MEASURE.clear()
        found = _MAY_MEASURE[word] = any(map(_is_of_time, pieces((word,))))
    return found


def _is_of_time(piece: str) -> bool:
    if piece[0] in DIGITS:
        # `9.45-10.30`
        return not piece.isdecimal()
    text = piece.casefold()
    return text in SIGNS_OF_TIME or text in PHRASE_STARTS or minutes_of_unit(text) is not None


def minutes_of_unit(word: str) -> int | None:
    """1 or 60 for a word for minutes or hours, one slip of a key allowed."""
    unit = word.casefold()
    if unit in MINUTE_WORDS:
        return 1
    if unit in HOUR_WORDS:
        return 60
    if len(unit) > 3 and unit[0] in FIRST_OF_MISSPELLED:
        for right, minutes in OFTEN_MISSPELLED.items():
            if unit[0] == right[0] and _one_slip(unit, right):
                return minutes
    return None


def _one_slip(typed: str, right: str) -> bool:
    """Whether one letter is missing, too many, another one, or changed places with its neighbor."""
    if typed == right or abs(len(typed) - len(right)) > 1:
        return typed == right
    start = next((at for at, (a, b) in enumerate(zip(typed, right, strict=False)) if a != b), 0)
    rest, other = typed[start:], right[start:]
    if len(rest) == len(other):
        swapped = rest[1::-1] + rest[2:] if len(rest) > 1 else rest
        return rest[1:] == other[1:] or swapped == other
    return rest[1:] == other if len(rest) > len(other) else rest == other[1:]
