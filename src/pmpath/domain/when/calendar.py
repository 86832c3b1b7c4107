"""The calendar: names of days and months, and days counted from other days.

Lists of other languages stand beside the English ones; add yours to a list.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.errors import UsageError

# The years in which today, and a day of the plan, may lie.
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
PAST, FUTURE = -1, 1
MINUTES_A_DAY = 24 * 60
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
EXAMPLES = "Write a day such as 2026-11-20, 20 nov, mon or yesterday."

_OTHER_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
)
_OTHER_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
    " grudnia",
)
WEEKDAY_NUMBERS = {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3, "weds": 2} | {
    name: number
    for names in (*(one.split() for one in _OTHER_WEEKDAYS), WEEKDAYS, SHORT_WEEKDAYS)
    for number, name in enumerate(names)
}
MONTH_NUMBERS = {"sept": 9, "okt": 10, "dez": 12, "déc": 12, "févr": 2, "mär": 3} | {
    name: number
    for names in (*(one.split() for one in _OTHER_MONTHS), MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, 1)
}
UNITS = {"d": "day", "w": "week", "mo": "month", "y": "year", "wk": "week", "wks": "week"}
UNITS |= {form: word for word in ("day", "week", "month", "year") for form in (word, word + "s")}
UNITS |= dict.fromkeys(
    [
        "night",
        "nights",
        "tag",
        "tage",
        "tagen",
        "jour",
        "jours",
        "día",
        "días",
        "dias",
        "dia",
        "dni",
        "dagen",
    ],
    "day",
)
UNITS |= dict.fromkeys(
    ["woche", "wochen", "semaine", "semaines", "semana", "semanas", "tygodnie", "tydzień", "weken"],
    "week",
)


def day_after(start: date, days: int) -> date:
    """So many days later; raises UsageError outside the calendar."""
    return shifted(start, days, "day")


def months_after(start: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month; raises UsageError."""
    return shifted(start, months, "month")


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or short name in small letters; None for any other word."""
    return MONTH_NUMBERS.get(word)


def shifted(start: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years later (earlier below 0); raises UsageError."""
    try:
        if unit in ("day", "week"):
            return start + timedelta(count * (7 if unit == "week" else 1))
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
        first = date(months // 12, months % 12 + 1, 1)
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    except (ValueError, OverflowError):
        raise UsageError(f"{count} {unit}s from {start} is outside the calendar.") from None
    return first.replace(day=min(start.day, (following - first).days))


def nearest_weekday(weekday: int, today: date, side: int, *, today_counts: bool) -> date:
    """The latest such day or, FUTURE, the next one; raises UsageError beyond the last day."""
    distance = (weekday - today.weekday()) * side % 7
    if distance == 0 and not today_counts:
        distance = 7
    return shifted(today, side * distance, "day")


def nearest_anniversary(day: int, month: int, today: date, side: int) -> date:
    """The latest such day up to today, or the first from today on; raises UsageError for none.

    29 February may be years off.
    """
    for distance in range(9):
        try:
            found = date(today.year + side * distance, month, day)
        except ValueError:
            continue
        if (found - today).days * side >= 0:
            return found
    raise not_in_calendar(f"{day} {SHORT_MONTHS[month - 1] if 0 < month < 13 else month}")


def real_day(year: int, month: int, day: int, text: str) -> date:
    """A day of the calendar; raises UsageError for 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        raise not_in_calendar(text) from None


def not_in_calendar(text: str) -> UsageError:
    """What is said of a day that does not exist."""
    return UsageError(f"{text} is not in the calendar.", hint=EXAMPLES)


def within_reach(day: date) -> date:
    """The day; raises UsageError for a year in which no plan lies."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise UsageError(
            f"{day} is too far off.", hint=f"Use a year from {EARLIEST_YEAR} to {LATEST_YEAR}."
        )
    return day
