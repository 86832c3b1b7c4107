"""Whether the date holds, in one sentence; the whole of it is in `why forecast`."""

from __future__ import annotations

from datetime import date

from pmpath.coach.outlook.verdict import EARLY, ON_TRACK, Verdict
from pmpath.render.page.text import long_day, pluralize
from pmpath.render.phrases.target import slip

# So many days and more are said in months, so many years and more in years.
MONTHS_FROM_DAYS, YEARS_FROM, DAYS_OF_YEAR = 56, 2, 365


def verdict_text(found: Verdict, target: date) -> str:
    """`On track for 10 Jan 2028`, or by how much the work is done after the date."""
    if found.kind == EARLY:
        return f"Too early to say: {found.weeks} of {pluralize(found.needed, 'week')}"
    if found.kind == ON_TRACK:
        return f"On track for {long_day(target)}"
    if found.half is None:
        return f"At this pace it takes more than ten years; your date is {long_day(target)}"
    if found.later_days is not None and found.later_days > 0:
        return f"At this pace {long_day(found.half)}, {_length(found.later_days)} after your date"
    even = f"An even chance by {long_day(found.half)}"
    if found.seventy is None:
        return f"{even}, your date is {long_day(target)}"
    later = _length((found.seventy - target).days)
    return f"{even}; 7 in 10 by {long_day(found.seventy)}, {later} after your date"


def _length(days: int) -> str:
    """Days and weeks up to eight weeks, then whole months, from two years on years and months."""
    if days < MONTHS_FROM_DAYS:
        return slip(days)
    months = (days * 24 + DAYS_OF_YEAR) // (2 * DAYS_OF_YEAR)
    years, rest = divmod(months, 12)
    if years < YEARS_FROM:
        return pluralize(months, "month")
    more = f" and {pluralize(rest, 'month')}" if rest else ""
    return f"{pluralize(years, 'year')}{more}"
