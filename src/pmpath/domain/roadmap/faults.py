"""Faults of a roadmap as sentences: what was found, what is allowed, what may have been meant."""

from __future__ import annotations

from datetime import date

from pmpath.domain.nearest import nearest
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.cycle import cycle
from pmpath.domain.roadmap.finding_keys import UNITS, keys_of_finding
from pmpath.domain.roadmap.table import known_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from pmpath.domain.roadmap.finding_keys import FindingUnits

Path = tuple[str | int, ...]
LONGEST_QUOTE = 40
# Tables that may appear several times.
REPEATED_TABLES = ("vacation", "track", "milestone")
DAYS_OF = {"days": 1, "weeks": 7}


class Fault(Frozen):
    """`sentence` continues the key it is about: `target.date` "is not after the start"."""

    path: Path
    sentence: str

    @property
    def key(self) -> str:
        """The dotted key, with items counted from 1: `milestone 3.due`."""
        text = ""
        for part in self.path:
            text += f" {part + 1}" if isinstance(part, int) else f".{part}" if text else part
        return text


def fault_from(detail: Mapping[str, Any]) -> Fault:
    """The fault that one pydantic error means, in our own words."""
    path = tuple(detail["loc"])
    context = detail.get("ctx") or {}
    kind, value = detail["type"], detail.get("input")
    if kind == "roadmap":
        return Fault(path, str(context["sentence"]))
    if kind == "missing":
        return Fault(path, "is missing")
    if kind == "extra_forbidden":
        return Fault(path, "is not a key of this table" + _meant(str(path[-1]), _keys_beside(path)))
    if kind == "literal_error":
        choices = [str(choice).strip("' ") for choice in _choices(str(context["expected"]))]
        return Fault(
            path, f"is {quoted(value)}; allowed: {', '.join(choices)}" + _meant(value, choices)
        )
    if len(path) == 1 and path[0] in REPEATED_TABLES and kind == "list_type":
        return Fault(path, _bracketed(value, f"[{path[0]}]", f"[[{path[0]}]]"))
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        name = ".".join(map(str, path))
        return Fault(path, f"is written [[{name}]]; write [{name}], once")
    return Fault(path, _sentence(kind, value, context))


def _bracketed(value: object, single: str, double: str) -> str:
    if isinstance(value, dict):
        return f"is written {single}; write {double}, once for each"
    return f"is {quoted(value)}; tables headed {double} belong here"


def _sentence(kind: str, value: object, context: Mapping[str, object]) -> str:
    if kind in ("greater_than_equal", "less_than_equal"):
        border = "at least" if "ge" in context else "at most"
        return f"is {quoted(value)}; {border} {context.get('ge', context.get('le')):g} is allowed"
    if kind == "string_pattern_mismatch":
        return f"is {quoted(value)}; ids are small letters, digits, - and ."
    wanted = {
        "string_type": "a text in quotes", "int_type": "a whole number", "float_type": "a number",
        "int_from_float": "a whole number", "bool_type": "true or false",
        "list_type": "a list in [ ]", "dict_type": "a table", "model_type": "a table",
        "model_attributes_type": "a table", "date_type": "a day such as 2027-09-01",
    }  # fmt: skip
    return f"is {quoted(value)}; {wanted.get(kind, 'another kind of value')} belongs here"


def quoted(value: object) -> str:
    """A value as it may be shown in an error: short, a text in quotes."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = f'"{value}"' if isinstance(value, str) else str(value).lower()
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 3] + "..."


def _choices(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _keys_beside(path: Path) -> tuple[str, ...]:
    table = str(path[0]) if len(path) > 1 else ""
    return known_keys().get(table, ())


def _meant(found: object, known: tuple[str, ...] | list[str]) -> str:
    close = nearest(str(found), known)
    return f"; did you mean {close[0]}?" if close else ""


def disagreements(table: dict[str, Any], broken: set[Path], findings: FindingUnits) -> list[Fault]:
    """What no single value can show; looked for among the values that are sound by themselves.

    `findings` are those that a roadmap may name, with the units of their limits.
    """
    found = list(_target_faults(table.get("target"), broken))
    found += _minutes_faults(table.get("minutes"), broken)
    for at, item in enumerate(_tables(table, "vacation")):
        first, last = item.get("from"), item.get("to")
        if type(first) is date and type(last) is date and last < first:
            found.append(Fault(("vacation", at, "to"), f"is before its start, {first}"))
    found += _double_ids(_tables(table, "track"), "track")
    found += _double_ids(_tables(table, "milestone"), "milestone")
    found += _undated(table.get("milestone"))
    found += _finding_faults(table.get("findings"), broken, findings)
    return found + _broken_dependencies(_tables(table, "milestone"))


def _finding_faults(tables: object, broken: set[Path], units: FindingUnits) -> list[Fault]:
    """Names of findings that do not exist, and limits in a unit that is not theirs."""
    found = []
    for key, table in tables.items() if isinstance(tables, dict) else ():
        if key not in units:
            meant = _meant(key.upper().replace("-", "_"), tuple(units))
            found.append(Fault(("findings", key), f"is not a finding{meant}"))
        elif isinstance(table, dict):
            known = keys_of_finding(units[key])
            wrong = [one for one in UNITS if one in table and one not in known]
            found += [
                Fault(("findings", key, unit), _other_unit(key, units[key], unit, table[unit]))
                for unit in wrong
                if ("findings", key, unit) not in broken
            ]
    return found


def _other_unit(key: str, own: str, unit: str, limit: int) -> str:
    """What a limit is in the unit of its finding, `own`, where it can be told."""
    if key == "OVERSTAY":
        return "is not the limit of this finding; did you mean springboard.limit_months?"
    if not own:
        return "is not a key here: this finding has no limit"
    if unit in DAYS_OF and own in DAYS_OF:
        value = max(limit * DAYS_OF[unit] // DAYS_OF[own], 1)
        return f"is not the unit of this finding; did you mean {own} = {value}?"
    return f"is not the unit of this finding; did you mean {own}?"


def _minutes_faults(minutes: object, broken: set[Path]) -> list[Fault]:
    if not isinstance(minutes, dict) or any(path[0] == "minutes" for path in broken):
        return []
    if any(value for key, value in minutes.items() if key != "daily_cap"):
        return []
    return [Fault(("minutes",), "gives no weekday any minutes")]


def _target_faults(target: object, broken: set[Path]) -> list[Fault]:
    if not isinstance(target, dict) or broken & {("target", "date"), ("target", "start")}:
        return []
    if target["date"] <= target["start"]:
        return [Fault(("target", "date"), f"is not after the start, {target['start']}")]
    return []


def _tables(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    items = table.get(key)
    if not isinstance(items, list):
        return []
    return [item if isinstance(item, dict) else {} for item in items]


def _double_ids(items: list[dict[str, Any]], table: str) -> list[Fault]:
    ids = [item.get("id") for item in items]
    first = _first_places(ids)
    return [
        Fault((table, at, "id"), f'"{key}" is used twice; each id has to be unique')
        for at, key in enumerate(ids)
        if isinstance(key, str) and first[key] < at
    ]


def _undated(milestones: object) -> list[Fault]:
    items = milestones if isinstance(milestones, list) else []
    return [
        Fault(("milestone", at), "needs weeks_before, or a day of its own under due")
        for at, item in enumerate(items)
        if isinstance(item, dict) and not {"weeks_before", "due"} & set(item)
    ]


def _broken_dependencies(milestones: list[dict[str, Any]]) -> list[Fault]:
    edges: dict[str, tuple[str, ...]] = {}
    place = _first_places([item.get("id") for item in milestones])
    for key, at in place.items():
        wanted = milestones[at].get("depends_on")
        if isinstance(wanted, list):
            edges[key] = tuple(one for one in wanted if isinstance(one, str))
    found = [
        Fault(
            ("milestone", place[key], "depends_on"),
            f'names "{missing}", which is not in the roadmap',
        )
        for key, wanted in edges.items()
        for missing in wanted
        if missing not in place
    ]
    circle = cycle(edges)
    if circle:
        way = " -> ".join([*circle, circle[0]])
        found.append(Fault(("milestone", place[circle[0]], "depends_on"), f"is a circle: {way}"))
    return found


def _first_places(ids: list[object]) -> dict[str, int]:
    """Where each id stands first, counted from 0."""
    places: dict[str, int] = {}
    for at, key in enumerate(ids):
        if isinstance(key, str):
            places.setdefault(key, at)
    return places
