"""Time as hledger reads it: a timeclock of clock-ins, and a timedot of quantities by day."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from pmpath.domain.when.calendar import MINUTES_A_DAY
from pmpath.formats.readers.foreign import Foreign, Keys, Skipped, spent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

COMMENTS = ("#", ";", "*")
# Accounts below which pmpath writes what it exports.
OURS = "pmpath:"
DOT_MINUTES = 15
LONGEST_DAY, LONGEST_NUMBER = len("2026-11-20"), 12
# Minutes in one of each unit of a timedot quantity; a number alone counts hours.
UNITS = {
    "": Decimal(60), "h": Decimal(60), "m": Decimal(1), "s": Decimal(1) / 60, "d": Decimal(1440),
}  # fmt: skip
NO_QUANTITY = "it has no quantity; put two blanks between the account and the quantity"


def read_timeclock(source: Source, wanted: Wanted) -> Found:
    """A session from each `i` line to the `o` line behind it; its start is the identity."""
    keys = Keys()
    begun: Foreign | None = None
    for number, line in source.lines():
        code, _, rest = line.partition(" ")
        if code not in ("i", "o", "O"):
            continue
        place = f"line {number}"
        found = _moment(rest)
        if found is None:
            yield Skipped(place, "its day and time were not understood")
            continue
        when, about = found
        if code == "i":
            if begun is not None:
                yield Skipped(begun.place, "it has no clock-out after it")
            begun = _session(place, when, about, keys)
        elif begun is None:
            yield Skipped(place, "it has no clock-in before it")
        else:
            yield spent(begun, when)
            begun = None
    if begun is not None:
        yield Skipped(begun.place, "its clock is still running")


def _moment(text: str) -> tuple[datetime, str] | None:
    """Day, time, and what stands behind them; a zone is passed over, as hledger does."""
    words = text.split(" ", 2)
    day = day_in(words[0])
    try:
        clock = datetime.strptime(words[1][:8], "%H:%M:%S" if words[1].count(":") > 1 else "%H:%M")
    except (IndexError, ValueError):
        return None
    if day is None:
        return None
    return datetime.combine(day, clock.time()), words[2] if len(words) > 2 else ""


def _session(place: str, when: datetime, about: str, keys: Keys) -> Foreign:
    account, _, description = about.strip().partition("  ")
    text = description.strip() or spoken(account)
    key = keys.of(when.isoformat(), account)
    return Foreign(place, key, text, when, topics=last_part(account))


def read_timedot(source: Source, wanted: Wanted) -> Found:
    """A line of each account and quantity below its day; the whole line is the identity."""
    keys = Keys()
    day: date | None = None
    for number, line in source.lines():
        # A line that an outline begins with stars is a day all the same.
        words = line.lstrip("*").split()
        if not words or line.startswith(("#", ";")):
            continue
        found = day_in(words[0])
        if found is not None:
            day = found
        elif line.startswith("*"):
            continue
        elif day is None:
            yield Skipped(f"line {number}", "it has no day above it")
        else:
            yield _quantity(f"line {number}", day, line, keys)


def _quantity(place: str, day: date, line: str, keys: Keys) -> Foreign | Skipped:
    account, _, rest = line.strip().partition("  ")
    if account.startswith(OURS):
        return Skipped(place, "pmpath wrote it")
    quantity, semicolon, comment = rest.partition(";")
    minutes = _minutes(quantity)
    if minutes is None:
        return Skipped(place, NO_QUANTITY)
    if not 0 < minutes <= MINUTES_A_DAY:
        return Skipped(place, "it took no time" if not minutes else "it took more than a day")
    text = comment.strip() if semicolon and comment.strip() else spoken(account)
    key = keys.of(day.isoformat(), " ".join(line.split()))
    return Foreign(place, key, text, day, minutes, topics=last_part(account))


def _minutes(text: str) -> int | None:
    """`.... ..`, `1.5`, `45m`, `2h`: whole minutes; None for anything else."""
    plain = "".join(text.split())
    if plain and not plain.strip("."):
        return DOT_MINUTES * len(plain)
    number = plain.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = UNITS.get(plain[len(number) :])
    if unit is None or not number.replace(".", "", 1).isdecimal() or len(number) > LONGEST_NUMBER:
        return None
    return round(Decimal(number) * unit)


def day_in(text: str) -> date | None:
    """`2026-11-20`, `2026/11/20`, `2026.11.20`, one digit for small numbers too."""
    parts = text[: LONGEST_DAY + 1].replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or len(parts[0]) != len("2026") or not all(map(str.isdecimal, parts)):
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def spoken(account: str) -> str:
    """`pm, customers` for `pm:customers`: to our language a colon begins a note."""
    return ", ".join(part for part in account.split(":") if part)


def last_part(account: str) -> tuple[str, ...]:
    """The innermost account, which may be the name of a track."""
    return (account.rpartition(":")[2].strip().lower(),)
