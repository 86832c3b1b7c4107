"""What two values of a pair are measured in, where that differs: `from 3 days to 4 hours`."""

from __future__ import annotations

from pmpath.domain.record import changed
from pmpath.domain.when.spelling import bare, listed
from pmpath.domain.words.numbers.values import CODES, PERCENT, Value, value_at

# Counted things that are results by themselves.
OUTCOMES = listed(
    "sign-ups signups sign-up subscribers subscriptions registrations downloads installs orders"
    " donations bookings adoptions conversions activations renewals enquiries inquiries enrolments"
    " enrollments upgrades purchases sales-qualified pre-orders preorders trials"
)
MEASURES = listed(
    "conversion activation retention churn revenue donations nps csat mrr arr adoption turnover"
    " sign-ups signups takings income attendance"
)
# Measures of time with their seconds; a month, a quarter and a year have no fixed number of them.
SECONDS = dict.fromkeys(("s", "sec", "second"), 1)
SECONDS |= dict.fromkeys(("m", "min", "minute"), 60)
SECONDS |= dict.fromkeys(("h", "hr", "hour"), 3_600)
SECONDS |= dict.fromkeys(("d", "day"), 86_400)
SECONDS |= dict.fromkeys(("wk", "week"), 604_800)
UNEVEN = ("month", "quarter", "year")
SIGNS = {"$": "usd", "\N{EURO SIGN}": "eur", "\N{POUND SIGN}": "gbp", "\N{YEN SIGN}": "jpy"}
SAME_MONEY = {"euro": "eur", "dollar": "usd", "buck": "usd", "pound": "gbp", "franc": "chf"}


def measure_at(words: tuple[str, ...], at: int) -> str:
    """What the value at a word is measured in: time or money in one spelling; empty if neither."""
    value = value_at(words, at, times=False)
    if value is None:
        return ""
    behind = words[at + value.taken : at + value.taken + 1]
    for unit in (value.unit, *behind):
        low = bare(unit) or unit
        name = low if low in SECONDS else low.removesuffix("s")
        if name in SECONDS or name in UNEVEN or low in SIGNS or low in CODES or name in CODES:
            money = SIGNS.get(low, low if low in CODES else name)
            return SAME_MONEY.get(name, money)
        if low in PERCENT:
            return "%"
    return ""


def in_the_finer(
    words: tuple[str, ...], at: int, later: int, measures: tuple[str, str]
) -> tuple[Value, Value, str] | None:
    """Both values in the finer of two measures of time, and the word for it as typed.

    None where one cannot be told in the measure of the other: two currencies, months and weeks.
    """
    first, second = value_at(words, at, times=False), value_at(words, later, times=False)
    seconds = [SECONDS.get(name, 0) for name in measures]
    if first is None or second is None or 0 in seconds:
        return None
    finer = min(seconds)
    told, place = (first, at) if seconds[0] == finer else (second, later)
    before, after = (
        changed(value, factor=value.factor * (own // finer), unit="")
        for value, own in zip((first, second), seconds, strict=True)
    )
    return before, after, told.unit or words[place + told.taken]
