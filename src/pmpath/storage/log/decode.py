"""Log records from the fields of their JSON lines (`docs/files.md` lists them)."""

from __future__ import annotations

from datetime import date, datetime
from sys import intern

from pmpath.domain.entry import ME, THEM, Entry, Evidence, Next, Plan, Unread
from pmpath.domain.record import changed
from pmpath.domain.when.calendar import MINUTES_A_DAY
from pmpath.storage.log.encode import EVIDENCE_VALUE, ORIGIN, WEEKDAY_KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from pmpath.domain.kinds import Field, FlatRecord, Record
    from pmpath.domain.metric import Metric
    from pmpath.storage.log.encode import Fields

METRIC = "metric"
# Beyond these a number is damage, and arithmetic on it may fail or never end.
GREATEST_WHOLE = 10**15
LONGEST_NUMBER = 30
LATEST_YEAR = 9000
LISTS = (list, tuple)
# Texts, lists of names and days come again and again: a long log holds each of them once. Of these
# there are few; a log of many more is let go of at times.
MOST_KEPT = 10_000
_LISTS: dict[tuple[str, ...], tuple[str, ...]] = {}
_DAYS: dict[str, date] = {}


class BadRecord(ValueError):
    """A line that is JSON, but no record this program can count."""


def from_fields(fields: Fields) -> Record:
    """The record that the fields of one line mean; raises BadRecord, never anything else."""
    kind, key = fields.get("kind"), fields.get("id")
    if not isinstance(kind, str) or not isinstance(key, str) or not key:
        raise BadRecord("it has no id or no kind")
    read = OWN_READERS.get(kind)
    try:
        return read(fields) if read is not None else _flat(kind, fields)
    except BadRecord:
        raise
    except KeyError as missing:
        raise BadRecord(f"{missing.args[0]} is missing") from None
    except (TypeError, ValueError, AttributeError):
        raise BadRecord(f"a value of this {kind} record has the wrong type") from None


def _flat(kind: str, fields: Fields) -> Record:
    # Loaded for the lines that need it: `log` writes entries alone.
    from pmpath.domain.kinds import FIELDS, RECORD_KINDS

    known = RECORD_KINDS.get(kind)
    if known is None:
        return Unread(fields["id"], kind)
    make: Callable[..., FlatRecord] = known.made
    made = make(*head_in(fields), *(_value_of(one, fields) for one in FIELDS[kind]))
    if known.checked is None:
        return made
    try:
        return known.checked(made, fields)
    except ValueError as error:
        raise BadRecord(str(error)) from None


def _value_of(one: Field, fields: Fields) -> object:
    if one.is_optional and one.key not in fields:
        return one.default
    value = fields[one.key]
    if one.choices and value not in one.choices:
        raise BadRecord(f"{one.key} is none of {', '.join(one.choices)}")
    if one.is_optional and not value and one.type in EMPTY_IS_MISSING:
        return one.default
    return READ_BY_TYPE[one.type](value, one.key)


# The fields that most entries have and no more. Such lines take the short way below: a log may have
# tens of thousands of them.
_COMMON_FIELDS = frozenset(
    ["id", "at", "day", "kind", "text", "minutes", "track", "people", "assumed"]
)

# With what a plain sentence adds to most of them.
_READ_FIELDS = _COMMON_FIELDS | {"event", "guessed", "minutes_from"}


def _entry(fields: Fields) -> Entry:
    text, minutes, track = fields["text"], fields["minutes"], fields.get("track")
    people = fields.get("people", ())
    if type(minutes) is not int or not 0 <= minutes <= MINUTES_A_DAY:
        raise BadRecord(f"minutes have to be whole numbers from 0 to {MINUTES_A_DAY}")
    # Joining is the quickest way to see that all of them are texts.
    "".join((text, track or "", *people))
    if type(people) not in (list, tuple):
        raise BadRecord("people is not a list")
    entry = Entry(
        fields["id"], at_in(fields), day_in(fields["day"]), text, minutes, intern(track or ""),
        fields.get("assumed") is True, _once(people),
    )  # fmt: skip
    if _COMMON_FIELDS.issuperset(fields):
        return entry
    rare = {} if _READ_FIELDS.issuperset(fields) else _rare_values(fields)
    return changed(
        entry,
        event=intern(text_in(fields.get("event") or "")),
        guessed=texts_in(fields.get("guessed") or ()),
        minutes_from=intern(text_in(fields.get("minutes_from") or "")),
        **rare,
    )


def _rare_values(fields: Fields) -> Fields:
    """The values of what few entries have; of these fields each has one or two."""
    found: Fields = {}
    for key, read in READ_RARE.items():
        if value := fields.get(key):
            found[key] = read(value)
    if origin := fields.get(ORIGIN):
        found["origin"] = text_in(origin)
    if evidence := fields.get("evidence"):
        found["metrics"] = tuple(_metric(one) for one in evidence if one.get("kind") == METRIC)
        found["evidence"] = tuple(_evidence(one) for one in evidence if one.get("kind") != METRIC)
    if fields.get("energy") is not None:
        found["energy"] = whole_in(fields["energy"])
    return found


def _plan(fields: Fields) -> Plan:
    minutes = fields["minutes"]
    return Plan(
        *head_in(fields),
        day_in(fields["target"]),
        tuple(whole_in(minutes[key], MINUTES_A_DAY) for key in WEEKDAY_KEYS),
        text_in(fields["scope"]),
        fields.get("restart") is True,
        text_in(fields.get("reason", "")),
    )


def head_in(fields: Fields) -> tuple[str, str, date]:
    """What every record begins with: its id, its instant, its day."""
    return fields["id"], at_in(fields), day_in(fields["day"])


def at_in(fields: Fields) -> str:
    """The instant of writing; corrections are put in order by it."""
    at = text_in(fields["at"])
    try:
        instant = datetime.fromisoformat(at)
    except ValueError:
        raise BadRecord(f"it has {at[:20]!r} where a time belongs") from None
    if instant.tzinfo is None or instant.year > LATEST_YEAR:
        raise BadRecord(f"its time, {at[:40]!r}, has no UTC offset or is too far off")
    return at


def day_in(value: str) -> date:
    """A calendar day; one at the end of time would stop every sum of days."""
    day = _DAYS.get(value)
    if day is None:
        day = date.fromisoformat(value)
        if day.year > LATEST_YEAR:
            raise BadRecord(f"{value[:20]!r} is too far off for a day")
        if len(_DAYS) >= MOST_KEPT:
            _DAYS.clear()
        _DAYS[value] = day
    return day


def text_in(value: object) -> str:
    """The value, which has to be a text."""
    if not isinstance(value, str):
        raise BadRecord(f"it has {str(value)[:20]!r} where a text belongs")
    return value


def texts_in(values: object) -> tuple[str, ...]:
    """The values, which have to be a list of texts."""
    # A union would be made anew for each of many values.
    if not isinstance(values, LISTS) or not all(isinstance(item, str) for item in values):
        raise BadRecord("people and tags have to be lists of texts")
    return _once(values)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    """The texts as the same tuple wherever they stand."""
    made = tuple(values)
    if not made:
        return made
    found = _LISTS.get(made)
    if found is None:
        if len(_LISTS) >= MOST_KEPT:
            _LISTS.clear()
        found = _LISTS[made] = tuple(map(intern, made))
    return found


def whole_in(value: object, most: int = GREATEST_WHOLE) -> int:
    """The value, which has to be a whole number from 0 to `most`."""
    if type(value) is not int or not 0 <= value <= most:
        raise BadRecord(f"it has {str(value)[:20]!r} where a whole number, 0 or more, belongs")
    return value


def _notes(value: object) -> dict[str, str]:
    if not value:
        return {}
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise BadRecord("notes have to be texts, each under its key")
    return value


def _metric(item: Fields) -> Metric:
    from pmpath.domain.metric import Metric

    return Metric(
        text_in(item["name"]),
        _number(item.get("before")),
        _number(item.get("after")),
        text_in(item.get("unit", "")),
        text_in(item.get("period", "")),
    )


def _number(value: object) -> int | str | None:
    if value is None or (type(value) is int and abs(value) < 10**LONGEST_NUMBER):
        return value
    # A hand may have written 2.5 instead of "2.5"; the reader of lines hands decimals over as text.
    text = str(value) if type(value) is int else text_in(value)
    digits = text.removeprefix("-").replace(".", "", 1)
    if not digits.isdecimal() or len(text) > LONGEST_NUMBER:
        raise BadRecord(f"it has {text[:20]!r} where a number belongs")
    return text


def _evidence(item: Fields) -> Evidence:
    kind = text_in(item["kind"])
    # Earlier versions wrote `size`.
    size = item.get("count", item.get("size"))
    value = text_in(item.get(EVIDENCE_VALUE.get(kind, "value"), ""))
    return Evidence(kind, value, None if size is None else whole_in(size))


def _next(item: Fields) -> Next:
    if item["who"] not in (ME, THEM):
        raise BadRecord("next.who is neither me nor them")
    what, day = text_in(item["what"]), day_in(item["day"])
    return Next(item["who"], text_in(item.get("person", "")), what, day)


# By the key of a rare field of an entry, how its value is read where it is not empty.
READ_RARE: dict[str, Callable[[Any], object]] = {
    **dict.fromkeys(("tags", "did", "not_did"), texts_in),
    **dict.fromkeys(
        ("action", "half", "milestone", "opening", "stage", "book", "step"),
        lambda value: intern(text_in(value)),
    ),
    "settles": text_in,
    "notes": _notes,
    "next": _next,
    "clock": lambda value: at_in({"at": value}),
    "planned": lambda value: whole_in(value, MINUTES_A_DAY),
}

# Of kinds whose fields have fields; all others are read by their row in RECORD_KINDS.
OWN_READERS: dict[str, Callable[[Fields], Record]] = {"action": _entry, "plan": _plan}


def _minutes_or_whole(value: object, key: str) -> int:
    if key != "minutes":
        return whole_in(value)
    if type(value) is not int or value < 0:
        raise BadRecord("minutes is not a number of minutes")
    return value


# By the type of a flat record's field, how its value on the line is read; with it comes its key.
READ_BY_TYPE: dict[str, Callable[[Any, str], object]] = {
    "str": lambda value, _: text_in(value),
    "date": lambda value, _: day_in(value),
    "date | None": lambda value, _: day_in(value),
    "int": _minutes_or_whole,
    "bool": lambda value, _: value is True,
    "tuple[str, ...]": lambda value, _: texts_in(value),
}
# Of these an empty value and null say the same as a key that is missing.
EMPTY_IS_MISSING = ("date", "date | None", "tuple[str, ...]")
