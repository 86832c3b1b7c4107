"""What amend and retract records do to the records they name, whatever order the lines are in."""

from __future__ import annotations

from datetime import datetime

from pmpath.domain.record import record
from pmpath.storage.log.decode import BadRecord, at_in, text_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.log.decode import Fields

KINDS = ("amend", "retract")
OPPOSITES = {"did": "not_did", "not_did": "did"}


@record
class Correction:
    """An `amend` (with `set`) or a `retract` (`set` is None) of the record `of`."""

    id: str
    at: str
    of: str
    set: Fields | None


def correction_from(fields: Fields) -> Correction:
    """The correction that the fields of an amend or retract line mean; raises BadRecord."""
    changes = fields.get("set") if fields["kind"] == "amend" else None
    if fields["kind"] == "amend" and not isinstance(changes, dict):
        raise BadRecord("an amend record needs the changed fields under set")
    try:
        return Correction(text_in(fields["id"]), at_in(fields), text_in(fields["of"]), changes)
    except KeyError as missing:
        raise BadRecord(f"{missing.args[0]} is missing") from None


def live(corrections: list[Correction]) -> dict[str, list[Correction]]:
    """The corrections that count for each record, in time order.

    The latest decides whether the record lives: an amendment made after a retraction, on another
    machine, keeps it. A retraction of a correction takes that correction back.
    """
    found: dict[str, list[Correction]] = {}
    for one in _standing(corrections):
        found.setdefault(one.of, []).append(one)
    for several in found.values():
        several.sort(key=lambda one: (datetime.fromisoformat(one.at).timestamp(), one.id))
    return found


def _standing(corrections: list[Correction]) -> list[Correction]:
    """Those that no standing retraction takes back; retractions in a circle cancel one another."""
    by_id = {one.id: one for one in corrections}
    undecided: dict[str, int] = {}
    for one in corrections:
        if one.set is None:
            undecided[one.of] = undecided.get(one.of, 0) + 1
    ready = [one for one in corrections if one.id not in undecided]
    standing, taken_back = [], set()
    while ready:
        one = ready.pop()
        stands = one.id not in taken_back
        if stands:
            standing.append(one)
        if one.set is None and one.of in by_id:
            if stands:
                taken_back.add(one.of)
            undecided[one.of] -= 1
            if not undecided[one.of]:
                ready.append(by_id[one.of])
    return standing


def _say(result: Fields, key: str, actions: list[object]) -> None:
    """Add actions to `did` or `not_did`, and take them out of the other."""
    before = result.get(key)
    result[key] = (
        [*(one for one in before if one not in actions), *actions]
        if isinstance(before, list)
        else actions
    )
    other = result.get(OPPOSITES[key])
    if isinstance(other, list):
        result[OPPOSITES[key]] = [one for one in other if one not in actions]


def amended(fields: Fields, corrections: list[Correction]) -> Fields:
    """The fields with every amendment laid over them; None takes a field away.

    What a person said an entry was, or was not, grows: of each action the later word counts.
    """
    result = dict(fields)
    for correction in corrections:
        for key, value in (correction.set or {}).items():
            if key in ("id", "kind", "at"):
                continue
            if key in OPPOSITES and isinstance(value, list):
                _say(result, key, value)
                continue
            if value is None:
                result.pop(key, None)
            else:
                result[key] = value
    return result
