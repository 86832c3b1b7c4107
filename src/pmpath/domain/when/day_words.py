"""The words for days that are not names: yesterday, last, next, ago, and their kin elsewhere."""

from __future__ import annotations

from datetime import date

from pmpath.domain.when.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from pmpath.domain.when.spelling import listed
from pmpath.domain.when.time_words import SMALL

PARTS_OF_A_DAY = listed(
    "morning afternoon evening night noon lunchtime abend morgen vormittag nachmittag früh soir"
    " eve morn arvo aft matin midi"
    " noche tarde mañana avond ochtend middag mattina sera noite manhã wieczorem rano"
)
# Whole phrases, in days from today.
PHRASES = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "yday": -1,
    "yest": -1, "y'day": -1,
    "the day before yesterday": -2, "day before yesterday": -2, "the day after tomorrow": 2,
    "day after tomorrow": 2, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "earlier today": 0, "heute": 0, "gestern": -1, "vorgestern": -2, "übermorgen": 2,
    "aujourd'hui": 0, "hier soir": -1, "hier matin": -1, "avant-hier": -2, "demain": 1,
    "hoy": 0, "ayer": -1, "anteayer": -2, "anoche": -1, "hoje": 0, "ontem": -1, "anteontem": -2,
    "amanhã": 1, "oggi": 0, "ieri": -1, "domani": 1, "vandaag": 0, "gisteren": -1,
    "eergisteren": -2, "dzisiaj": 0, "dziś": 0, "wczoraj": -1, "przedwczoraj": -2, "jutro": 1,
    "yesteday": -1, "yesturday": -1, "yestarday": -1, "tommorow": 1, "tomorow": 1, "tmrw": 1,
}  # fmt: skip
PHRASE_STARTS = frozenset(
    phrase.split()[0].partition("'")[0].partition("-")[0] for phrase in PHRASES
)
# Beside a day of the week.
LAST = frozenset(["last", "past", "previous", "letzten", "letzter", "letzte", "vorigen"])
NEXT = frozenset(["next", "coming", "nächsten", "nächster", "kommenden", "following"])
THIS = frozenset(["this", "diesen"])
BEHIND_AS_LAST = frozenset(["dernier", "pasado", "passado", "passada", "scorso", "temu"])
AGO = frozenset(["ago", "back", "temu", "fa", "geleden", "earlier"])
BEFORE_A_COUNT = frozenset(["vor", "hace", "há"])
IN = frozenset(["in", "within"])
ENDS = {"month": "month", "year": "year", "the month": "month", "the year": "year",
        "this month": "month", "this year": "year"}  # fmt: skip
ORDINALS = ("st", "nd", "rd", "th")
ORDINAL_WORDS = {
    name: number
    for number, name in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
         "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
         "seventeenth", "eighteenth", "nineteenth", "twentieth"), 1
    )
}  # fmt: skip
ARTICLES = frozenset(["the", "den", "dem", "le", "el"])
START_WORDS = frozenset(
    [*WEEKDAY_NUMBERS, *MONTH_NUMBERS, *PHRASE_STARTS, *LAST, *NEXT, *THIS, *BEFORE_A_COUNT, *IN,
     *SMALL, "a", "the", "eom", "eoy", "end", *ORDINAL_WORDS]
)  # fmt: skip


def may_begin_a_day(head: str) -> bool:
    """Whether a word may begin what says a day; a cheap look."""
    if any(char.isdecimal() for char in head):
        return head[-1:] not in ("m", "h") or not head[:-1].isdecimal()
    return head in START_WORDS or any(
        part in START_WORDS for part in head.replace("'", "-").split("-")
    )


def is_iso_day(text: str) -> bool:
    """Whether a text is a day as the log writes it, and one of the calendar."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
