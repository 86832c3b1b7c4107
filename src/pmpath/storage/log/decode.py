"""Log records from the fields of their JSON lines (`docs/files.md` lists them)."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.entry import (
    CLOSINGS,
    DROP,
    ME,
    RESTORE,
    THEM,
    Accept,
    Check,
    Close,
    Decline,
    Entry,
    Evidence,
    MilestoneDone,
    Move,
    Next,
    Plan,
    Record,
    Rest,
    RoadmapChange,
    Unread,
)
from pmpath.domain.metric import Metric
from pmpath.domain.record import changed
from pmpath.storage.log.encode import EVIDENCE_VALUE, WEEKDAY_KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Fields = dict[str, Any]

METRIC = "metric"
MINUTES_OF_A_DAY = 1440
# Beyond these a number is damage, and arithmetic on it may fail or never end.
GREATEST_WHOLE = 10**15
LONGEST_NUMBER = 30
LATEST_YEAR = 9000


class BadRecord(ValueError):
    """A line that is JSON, but no record this program can count."""


def from_fields(fields: Fields) -> Record:
    """The record that the fields of one line mean; raises BadRecord, never anything else."""
    kind, key = fields.get("kind"), fields.get("id")
    if not isinstance(kind, str) or not isinstance(key, str) or not key:
        raise BadRecord("it has no id or no kind")
    read = _READERS.get(kind)
    if read is None:
        return Unread(key, kind)
    try:
        return read(fields)
    except BadRecord:
        raise
    except KeyError as missing:
        raise BadRecord(f"{missing.args[0]} is missing") from None
    except (TypeError, ValueError, AttributeError):
        raise BadRecord(f"a value of this {kind} record has the wrong type") from None


# The fields that most entries have and no more. Such lines take the short way below: a log may have
# tens of thousands of them.
_COMMON = frozenset(["id", "at", "day", "kind", "text", "minutes", "track", "people", "assumed"])

# With what a plain sentence adds to most of them.
_READ = _COMMON | {"event", "guessed", "minutes_from"}


def _entry(fields: Fields) -> Entry:
    text, minutes, track = fields["text"], fields["minutes"], fields.get("track")
    people = fields.get("people", ())
    if type(minutes) is not int or not 0 <= minutes <= MINUTES_OF_A_DAY:
        raise BadRecord(f"minutes are whole numbers from 0 to {MINUTES_OF_A_DAY}")
    # Joining is the quickest way to see that all of them are texts.
    "".join((text, track or "", *people))
    if type(people) not in (list, tuple):
        raise BadRecord("people is not a list")
    entry = Entry(
        fields["id"], at_in(fields), _day(fields["day"]), text, minutes, track or "",
        fields.get("assumed") is True, tuple(people),
    )  # fmt: skip
    if _COMMON.issuperset(fields):
        return entry
    entry = changed(
        entry,
        event=text_in(fields.get("event") or ""),
        guessed=_texts(fields.get("guessed") or ()),
        minutes_from=text_in(fields.get("minutes_from") or ""),
    )
    return entry if _READ.issuperset(fields) else _with_rare_fields(entry, fields)


def _with_rare_fields(entry: Entry, fields: Fields) -> Entry:
    evidence = fields.get("evidence") or ()
    energy = fields.get("energy")
    move = fields.get("next")
    return changed(
        entry,
        tags=_texts(fields.get("tags") or ()),
        notes=_notes(fields.get("notes")),
        metrics=tuple(_metric(item) for item in evidence if item.get("kind") == METRIC),
        evidence=tuple(_evidence(item) for item in evidence if item.get("kind") != METRIC),
        action=text_in(fields.get("action") or ""),
        half=text_in(fields.get("half") or ""),
        milestone=text_in(fields.get("milestone") or ""),
        opening=text_in(fields.get("opening") or ""),
        energy=None if energy is None else _whole(energy),
        next=_next(move) if move else None,
        settles=text_in(fields.get("settles") or ""),
        clock=at_in({"at": fields["clock"]}) if fields.get("clock") else "",
        stage=text_in(fields.get("stage") or ""),
        book=text_in(fields.get("book") or ""),
        did=_texts(fields.get("did") or ()),
        not_did=_texts(fields.get("not_did") or ()),
        step=text_in(fields.get("step") or ""),
    )


def _plan(fields: Fields) -> Plan:
    minutes = fields["minutes"]
    return Plan(
        *_head(fields),
        _day(fields["target"]),
        tuple(_whole(minutes[key], MINUTES_OF_A_DAY) for key in WEEKDAY_KEYS),
        text_in(fields["scope"]),
        fields.get("restart") is True,
        text_in(fields.get("reason", "")),
    )


def _milestone(fields: Fields) -> MilestoneDone:
    return MilestoneDone(*_head(fields), text_in(fields["of"]), fields.get("reopened") is True)


def _move(fields: Fields) -> Move:
    start, end = fields.get("from"), fields.get("to")
    what = text_in(fields["what"])
    if end is None and what not in (DROP, RESTORE):
        raise BadRecord("to is missing")
    return Move(
        *_head(fields),
        what,
        text_in(fields.get("of", "")),
        _day(start) if start else None,
        _day(end) if end else None,
        text_in(fields.get("reason", "")),
    )


def _rest(fields: Fields) -> Rest:
    key, at, first = _head(fields)
    until = fields.get("until")
    last = _day(until) if until else first
    return Rest(key, at, first, max(first, last), text_in(fields.get("reason", "")))


def _decline(fields: Fields) -> Decline:
    until, minutes = fields.get("until"), fields.get("minutes", 0)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or minutes < 0:
        raise BadRecord("minutes is no number of minutes")
    return Decline(
        *_head(fields), text_in(fields["action"]), text_in(fields["how"]),
        _day(until) if until else None, minutes,
    )  # fmt: skip


def _close(fields: Fields) -> Close:
    because = fields["because"]
    if because not in CLOSINGS:
        raise BadRecord(f"because is none of {', '.join(CLOSINGS)}")
    return Close(*_head(fields), because, text_in(fields.get("note", "")))


def _accept(fields: Fields) -> Accept:
    until = fields.get("until")
    return Accept(
        *_head(fields), text_in(fields["finding"]), text_in(fields.get("subject", "")),
        text_in(fields.get("reason", "")), _day(until) if until else None,
    )  # fmt: skip


def _check(fields: Fields) -> Check:
    words = _texts(fields.get("words") or ())
    return Check(*_head(fields), text_in(fields["text"]), text_in(fields["verdict"]), words)


def _change(fields: Fields) -> RoadmapChange:
    return RoadmapChange(*_head(fields), text_in(fields["what"]), text_in(fields.get("of", "")))


def _head(fields: Fields) -> tuple[str, str, date]:
    return fields["id"], at_in(fields), _day(fields["day"])


def at_in(fields: Fields) -> str:
    """The instant of writing; corrections are put in order by it."""
    at = text_in(fields["at"])
    try:
        instant = datetime.fromisoformat(at)
    except ValueError:
        raise BadRecord(f"{at[:20]!r} stands where an instant belongs") from None
    if instant.tzinfo is None or instant.year > LATEST_YEAR:
        raise BadRecord(f"{at[:40]!r} is an instant without an offset, or far off")
    return at


def _day(value: str) -> date:
    """A calendar day; one at the end of time would stop every sum of days."""
    day = date.fromisoformat(value)
    if day.year > LATEST_YEAR:
        raise BadRecord(f"{value[:20]!r} is too far off for a day")
    return day


def text_in(value: object) -> str:
    """The value, which has to be a text."""
    if not isinstance(value, str):
        raise BadRecord(f"{str(value)[:20]!r} stands where a text belongs")
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or not all(isinstance(item, str) for item in values):
        raise BadRecord("people and tags are lists of texts")
    return tuple(values)


def _whole(value: object, most: int = GREATEST_WHOLE) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise BadRecord(f"{str(value)[:20]!r} stands where a whole number, 0 or more, belongs")
    return value


def _notes(value: object) -> dict[str, str]:
    if not value:
        return {}
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise BadRecord("notes are texts under their keys")
    return value


def _metric(item: Fields) -> Metric:
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
        raise BadRecord(f"{text[:20]!r} stands where a number belongs")
    return text


def _evidence(item: Fields) -> Evidence:
    kind = text_in(item["kind"])
    # Earlier versions wrote `size`.
    size = item.get("count", item.get("size"))
    value = text_in(item.get(EVIDENCE_VALUE.get(kind, "value"), ""))
    return Evidence(kind, value, None if size is None else _whole(size))


def _next(item: Fields) -> Next:
    if item["who"] not in (ME, THEM):
        raise BadRecord("next.who is neither me nor them")
    what, day = text_in(item["what"]), _day(item["day"])
    return Next(item["who"], text_in(item.get("person", "")), what, day)


_READERS: dict[str, Callable[[Fields], Record]] = {
    "action": _entry,
    "plan": _plan,
    "milestone": _milestone,
    "move": _move,
    "rest": _rest,
    "decline": _decline,
    "close": _close,
    "accept": _accept,
    "check": _check,
    "change": _change,
}
READ_KINDS = frozenset(_READERS)
