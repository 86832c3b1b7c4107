"""From the parsed table of `roadmap.toml` to a Roadmap: strict, fast, silent about the place."""

from __future__ import annotations

from datetime import time

from pmpath.domain.roadmap.cycle import cycle
from pmpath.domain.roadmap.finding_keys import NO_FINDINGS, keys_of_finding
from pmpath.domain.roadmap.roadmap import (
    ANSWER_KEYS,
    CIRCLES,
    DAILY_CAP,
    LIMIT_MONTHS,
    MINUTES_A_DAY,
    MODES,
    PROFILES,
    REPORT_FORMATS,
    SCHEMA,
    SCOPES,
    SIDES,
    STEP_ROLE_STATES,
    TRACKS,
    WEEKDAYS,
    AnswerKey,
    Milestone,
    Roadmap,
    StepRole,
    Target,
    TrackPlan,
    Vacation,
    is_day,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from pmpath.domain.roadmap.finding_keys import FindingUnits

    Table = Mapping[str, Any]
    Check = Callable[[Any], bool]


class Refused(ValueError):
    """The table is not a valid roadmap; `schema.faults` says why, all at once."""


def _one_of(*choices: str) -> Check:
    return lambda value: isinstance(value, str) and value in choices


def _whole(low: int, high: int) -> Check:
    return lambda value: type(value) is int and low <= value <= high


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_day_end(value: object) -> bool:
    """A time in the first half of the day, as `"04:00"`."""
    try:
        found = time.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return False
    # Python reads other spellings too, among them times with an offset.
    return found is not None and found.hour < 12 and found.isoformat("minutes") == value


def _is_effort(value: object) -> bool:
    """Hours, such as 4 or 2.5, that make whole minutes."""
    return type(value) in (int, float) and 0 <= value <= 1000 and value * 60 % 1 == 0  # type: ignore[operator]


def _is_id(value: object) -> bool:
    allowed = "abcdefghijklmnopqrstuvwxyz0123456789-."
    return (
        isinstance(value, str)
        and set(value) <= set(allowed)
        and all(part and part[0] != "-" for part in value.split("."))
    )


def _never_or_day(value: object) -> bool:
    return value == "never" or is_day(value)


def _are_ids(value: object) -> bool:
    return isinstance(value, list) and all(_is_id(item) for item in value)


def _answer_check(key: AnswerKey) -> Check:
    checks: dict[str, Check] = {
        "word": _one_of(*key.choices),
        "words": lambda value: _are_texts(value) and set(value) <= set(key.choices),
        "number": _whole(key.least, key.most), "flag": _is_flag, "text": _is_text,
        "names": _are_texts, "never or day": _never_or_day,
    }  # fmt: skip
    return checks[key.kind]


MINUTES = dict.fromkeys(WEEKDAYS, _whole(0, MINUTES_A_DAY))
MINUTES |= {"daily_cap": _whole(1, MINUTES_A_DAY)}
TARGET: dict[str, Check] = {
    "role": _is_filled, "company": _is_text, "date": is_day, "start": is_day, "decided": is_day,
    "profile": _one_of(*PROFILES), "level": _is_text, "side": _one_of(*SIDES),
    "scope": _one_of(*SCOPES), "mode": _one_of(*MODES),
}  # fmt: skip
ANSWERS = {name: _answer_check(one) for name, one in ANSWER_KEYS.items()}
STEP_ROLE: dict[str, Check] = {
    "state": _one_of(*STEP_ROLE_STATES), "role": _is_text, "since": is_day,
    "limit_months": _whole(1, 120), "exit_date": is_day,
}  # fmt: skip
TRACK: dict[str, Check] = {
    "id": _one_of(*TRACKS), "active": _is_flag, "from": is_day,
    "times": _whole(1, 31), "days": _whole(1, 366),
}  # fmt: skip
MILESTONE: dict[str, Check] = {
    "id": _is_id, "track": _one_of(*TRACKS), "title": _is_filled, "done_when": _is_text,
    "hours": _is_effort, "tier": _one_of(*SCOPES), "weeks_before": _whole(0, 520),
    "due": is_day, "depends_on": _are_ids,
}  # fmt: skip
FINDING: dict[str, Check] = {
    "off": _is_flag, "reason": _is_text, "until": is_day,
    "days": _whole(1, 3660), "weeks": _whole(1, 520), "percent": _whole(0, 100),
}  # fmt: skip
STATEMENT: dict[str, Check] = {
    **dict.fromkeys(
        ("audience", "need", "category", "value", "alternative", "difference", "proof", "why_now"),
        _is_text,
    ),
    "allow": _are_texts,
}
DEFAULTS: dict[str, Check] = {"format": _one_of(*REPORT_FORMATS)}
TOP = (
    "schema", "day_ends", "never_say", "target", "minutes", "vacation", "answers", "springboard",
    "track", "milestone", "findings", "statement", "people", "defaults",
)  # fmt: skip


def roadmap_from(table: Table, findings: FindingUnits = NO_FINDINGS) -> Roadmap:
    """The roadmap that a parsed table means; raises Refused when any part of it does not fit.

    `findings` are those that it may name, with the units of their limits.
    """
    _only(table, TOP)
    if type(table.get("schema")) is not int or table["schema"] != SCHEMA:
        raise Refused
    day_ends = table.get("day_ends", "04:00")
    never_say = table.get("never_say", [])
    if not (is_day_end(day_ends) and _are_texts(never_say)):
        raise Refused
    minutes = _checked(table.get("minutes"), MINUTES)
    roadmap = Roadmap(
        target=_target(_checked(table.get("target"), TARGET, needs=("date", "start"))),
        minutes=tuple(minutes.get(day, 0) for day in WEEKDAYS),
        day_ends=time.fromisoformat(day_ends),
        never_say=tuple(never_say),
        daily_cap=minutes.get("daily_cap", DAILY_CAP),
        vacations=tuple(_vacation(item) for item in _items(table, "vacation")),
        answers=_checked(table.get("answers", {}), ANSWERS),
        springboard=_step_role(_checked(table.get("springboard", {}), STEP_ROLE)),
        tracks=tuple(_track(item) for item in _items(table, "track")),
        milestones=tuple(_milestone(item) for item in _items(table, "milestone")),
        findings=_findings(table.get("findings", {}), findings),
        statement=_checked(table.get("statement", {}), STATEMENT),
        people=_people(table.get("people", {})),
        defaults=_checked(table.get("defaults", {}), DEFAULTS),
    )
    _agree(roadmap)
    return roadmap


def _only(table: object, allowed: tuple[str, ...]) -> None:
    if not isinstance(table, dict) or not set(table) <= set(allowed):
        raise Refused


def _checked(table: object, checks: Mapping[str, Check], *, needs: tuple[str, ...] = ()) -> Table:
    _only(table, tuple(checks))
    assert isinstance(table, dict)
    if not all(checks[key](value) for key, value in table.items()):
        raise Refused
    if not all(key in table for key in needs):
        raise Refused
    return table


def _items(table: Table, key: str) -> list[object]:
    items = table.get(key, [])
    if not isinstance(items, list):
        raise Refused
    return items


def _target(table: Table) -> Target:
    fields = {"role": "", "decided": table["start"], **table}
    return Target(**fields)


def _vacation(item: object) -> Vacation:
    table = _checked(item, {"from": is_day, "to": is_day}, needs=("from", "to"))
    if table["to"] < table["from"]:
        raise Refused
    return Vacation(table["from"], table["to"])


def _step_role(table: Table) -> StepRole:
    return StepRole(**{"limit_months": LIMIT_MONTHS, **table})


def _track(item: object) -> TrackPlan:
    table = _checked(item, TRACK, needs=("id",))
    active, live_from = table.get("active", True), table.get("from")
    return TrackPlan(table["id"], active, live_from, table.get("times"), table.get("days"))


def _milestone(item: object) -> Milestone:
    table = _checked(item, MILESTONE, needs=("id", "track", "title", "hours", "tier"))
    if "due" not in table and "weeks_before" not in table:
        raise Refused
    rest = {key: value for key, value in table.items() if key not in ("hours", "depends_on")}
    minutes, depends_on = int(table["hours"] * 60), tuple(table.get("depends_on", ()))
    return Milestone(**rest, minutes=minutes, depends_on=depends_on)


def _findings(tables: object, units: FindingUnits) -> dict[str, Table]:
    if not isinstance(tables, dict) or not all(key in units for key in tables):
        raise Refused
    for key, table in tables.items():
        _only(table, keys_of_finding(units[key]))
    return {key: _checked(table, FINDING) for key, table in tables.items()}


def _people(table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(one in CIRCLES for one in table.values()):
        raise Refused
    return table


def _agree(roadmap: Roadmap) -> None:
    """What no single value can show: order of days, ids that are unique and exist, no cycle."""
    target = roadmap.target
    ids = [milestone.id for milestone in roadmap.milestones]
    tracks = [track.id for track in roadmap.tracks]
    known = set(ids)
    if target.date <= target.start or not any(roadmap.minutes):
        raise Refused
    if len(known) < len(ids) or len(set(tracks)) < len(tracks):
        raise Refused
    if any(not known.issuperset(milestone.depends_on) for milestone in roadmap.milestones):
        raise Refused
    if cycle({milestone.id: milestone.depends_on for milestone in roadmap.milestones}):
        raise Refused


def known_keys() -> dict[str, tuple[str, ...]]:
    """The keys each table allows, by table name; the empty name is the top level."""
    return {
        "": TOP, "target": tuple(TARGET), "minutes": tuple(MINUTES), "vacation": ("from", "to"),
        "answers": tuple(ANSWERS), "springboard": tuple(STEP_ROLE), "track": tuple(TRACK),
        "milestone": tuple(MILESTONE), "findings": tuple(FINDING), "statement": tuple(STATEMENT),
        "defaults": tuple(DEFAULTS),
    }  # fmt: skip
