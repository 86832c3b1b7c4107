"""Times of day: `9:00`, `9.45`, `14h30`, `9am`, and the minutes from one to another."""

from __future__ import annotations

from pmpath.domain.when.amounts import skip, word_at
from pmpath.domain.when.calendar import MINUTES_A_DAY
from pmpath.domain.when.spelling import DIGITS
from pmpath.domain.when.time_words import SMALL, UP_TO

HALVES = {"am": 0, "pm": 12}
# A longer stretch between two dotted numbers is not a span of time.
LONGEST_DOTTED = 12 * 60
HALF_A_DAY = 12 * 60
# `half two` is half past two; what is said of an hour, in minutes from its beginning.
SAID_OF_HOURS = {
    ("half",): 30,
    ("half", "past"): 30,
    ("quarter", "past"): 15,
    ("quarter", "to"): -15,
}
UNTIL = ("till", "until", "til", "to")


def clock_at(texts: tuple[str, ...], at: int) -> tuple[int, int, str] | None:
    """Minutes since midnight, the piece behind, and how it is written: `:`, `.`, `h`, `m`, ``.

    `m` stands for am and pm, and nothing for a bare hour.
    """
    digits = texts[at] if at < len(texts) else ""
    if digits[:1] not in tuple(DIGITS):
        return None
    hours, dot, part = digits.partition(".")
    if dot:
        return _in_half(texts, _checked(hours, part, at + 1, "."))
    if texts[at + 1 : at + 2] == (":",) and len(word_at(texts, at + 2)) == 2:
        return _in_half(texts, _checked(hours, texts[at + 2], at + 3, ":"))
    if word_at(texts, at + 1) == "h":
        minutes = word_at(texts, at + 2)
        if minutes.isdecimal() and len(minutes) == 2:
            return _checked(hours, minutes, at + 3, "h")
        return _checked(hours, "00", at + 2, "h")
    return _in_half(texts, _checked(hours, "00", at + 1, ""))


def span_at(texts: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """The minutes from one time of day to a later one, and the piece behind: `9:00-9:45`."""
    if word_at(texts, at) == "from":
        at = skip(texts, at + 1)
    first = clock_at(texts, at)
    if first is None:
        return _spoken_span(texts, at)
    start, behind, form = first
    sign = skip(texts, behind)
    if word_at(texts, sign) not in UP_TO and texts[sign : sign + 1] != ("~",):
        return None
    last = clock_at(texts, skip(texts, sign + 1))
    if last is None or not _are_times(form, last[2], texts[sign]):
        return None
    stop, end, last_form = last
    if last_form == "m" and form in ("", ":") and stop >= 12 * 60 and start + 12 * 60 < stop:
        # `1-2pm` begins in the afternoon.
        start += 12 * 60
    minutes = (stop - start) % MINUTES_A_DAY
    if minutes == 0 or ("." in (form, last_form) and minutes > LONGEST_DOTTED):
        return None
    if form == last_form == "h" and start < 7 * 60:
        # `1h-2h` is a range of hours.
        return None
    return minutes, end


def _spoken_span(texts: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """`half two till four`, `from ten to quarter past eleven`: one end at least is no bare hour."""
    first = _spoken(texts, at)
    if first is None:
        return None
    sign = skip(texts, first[1])
    last = _spoken(texts, skip(texts, sign + 1)) if word_at(texts, sign) in UNTIL else None
    if last is None or not (first[2] or last[2]):
        return None
    minutes = (last[0] - first[0]) % HALF_A_DAY
    return (minutes, last[1]) if minutes else None


def _spoken(texts: tuple[str, ...], at: int) -> tuple[int, int, bool] | None:
    """Minutes since midnight or noon, the piece behind, and whether it is no bare hour."""
    step = at
    said: tuple[str, ...] = ()
    while word_at(texts, step) in ("half", "quarter", "past", "to") and len(said) < 2:
        said, step = (*said, word_at(texts, step)), skip(texts, step + 1)
    word = word_at(texts, step)
    hour = int(word) if word.isdecimal() and len(word) < 3 else SMALL.get(word, 0)
    if not 0 < hour < 13 or (said and said not in SAID_OF_HOURS):
        return None
    return hour * 60 + SAID_OF_HOURS.get(said, 0), step + 1, bool(said)


def _are_times(first: str, last: str, sign: str) -> bool:
    """Two bare hours, and two numbers with a word between them, are not a span by themselves."""
    if ":" in (first, last) or "m" in (first, last):
        return True
    if "." in (first, last):
        return sign == "-" and "h" not in (first, last)
    return first == last == "h" and sign == "-"


def _in_half(
    texts: tuple[str, ...], found: tuple[int, int, str] | None
) -> tuple[int, int, str] | None:
    if found is None:
        return None
    behind = skip(texts, found[1])
    half = HALVES.get(word_at(texts, behind))
    if half is None or found[0] >= 13 * 60:
        return found
    return found[0] % (12 * 60) + half * 60, behind + 1, "m"


def _checked(hours: str, minutes: str, end: int, form: str) -> tuple[int, int, str] | None:
    if not (hours.isdecimal() and minutes.isdecimal() and len(hours) <= 2 and len(minutes) == 2):
        return None
    if int(hours) > 24 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes), end, form
