"""What amend and retract records do to the records they name, whatever order the lines are in."""

from __future__ import annotations

from datetime import datetime

from pmpath.domain.entry import ENGINEERING, Amended
from pmpath.domain.log.acts import AMEND, REREAD, RETRACT
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen
from pmpath.storage.log.decode import BadRecord, at_in, text_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.storage.log.encode import Fields

KINDS = (AMEND, RETRACT)
OPPOSITES = {"did": "not_did", "not_did": "did"}
# Under this key an amendment says that no person made it, but a newer reading of the words.
BY = "by"


class Correction(Frozen):
    """An `amend` (with `set`) or a `retract` (`set` is None) of the record `of`.

    `by` is REREAD for what `doctor --reread` wrote, "" for what a person said.
    """

    id: str
    at: str
    of: str
    set: Fields | None
    by: str = ""


def correction_from(fields: Fields) -> Correction:
    """The correction that the fields of an amend or retract line mean; raises BadRecord."""
    changes = fields.get("set") if fields["kind"] == AMEND else None
    if fields["kind"] == AMEND and not isinstance(changes, dict):
        raise BadRecord("an amend record needs the changed fields under set")
    try:
        by = REREAD if fields.get(BY) == REREAD else ""
        return Correction(text_in(fields["id"]), at_in(fields), text_in(fields["of"]), changes, by)
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
                _add_actions(result, key, value)
                continue
            if value is None:
                result.pop(key, None)
            else:
                result[key] = value
    return result


def _add_actions(result: Fields, key: str, actions: list[object]) -> None:
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


def told_by(fields: Fields, corrections: list[Correction]) -> Amended | None:
    """What a person's corrections say of an entry, whose line has these fields; None for none."""
    own = [one for one in corrections if one.set is not None and one.by != REREAD]
    if not own:
        return None
    names = dict.fromkeys(key for one in own for key in one.set or ())
    return Amended(tuple(names), tuple(_lost(fields, corrections, names)), own[-1].at)


def _lost(fields: Fields, corrections: list[Correction], names: Iterable[str]) -> Iterator[str]:
    """The guesses of the entry, as it was written or read anew, that a person took back."""
    guess = amended(fields, [one for one in corrections if one.by == REREAD])
    now = amended(fields, corrections)
    guessed = _texts(guess, "guessed")
    if "track" in names and now.get("track") != guess.get("track"):
        if "track" in guessed and guess.get("track"):
            yield f"track={guess['track']}"
        elif ENGINEERING in _texts(guess, "tags") and ENGINEERING not in _texts(now, "tags"):
            yield f"track={ENGINEERING}"
    if "people" in names and "people" in guessed:
        still_there = {key_of(one) for one in _texts(now, "people")}
        guesses = (key_of(one) for one in _texts(guess, "people"))
        yield from (f"people={key}" for key in guesses if key not in still_there)


def _texts(fields: Fields, key: str) -> list[str]:
    """The texts of a list; what a hand has put there instead is none."""
    found = fields.get(key)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
