"""Everything that was written to the log as acts: what each was, whether it still stands.

A record, an amendment and an undo are acts alike: each has a handle, each can be undone. Records
that one command wrote together are one act: the others are part of its first.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from pmpath.domain.entry import HANDLE_LENGTH, Entry, handle_of
from pmpath.domain.errors import NotFound
from pmpath.domain.log.act_order import ActOrder, act_order
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from pmpath.domain.kinds import Record

# With fewer letters a number of records could be meant: `undo 2`.
SHORTEST_TYPED = 3
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
REREAD = "reread"
AMEND, RETRACT, CANCEL = "amend", "retract", "cancel"


class ValueChange(Frozen):
    """One value of the roadmap before and after an act; None where there was none.

    In `path` a block is named by its id: `("milestone", "allies.met", "due")`. The path of a whole
    block ends there, and its value is a table.
    """

    path: tuple[str, ...]
    was: Any
    now: Any


class Act(Frozen):
    """One line of the log that says something happened.

    `kind` is the record's, or CANCEL for a retraction that no undo made. `found` is the record as
    amended, None for corrections and for what is of a newer pmpath. `of` is what a correction
    corrects, `set` what an amendment laid over it. `part_of` is the first record of the same act,
    "" for that one itself. `stands`: nothing took it back. `changes` is what it did to the roadmap;
    None where the record does not say so. `by` is REREAD for what a newer reading of the words set,
    and no person. `imported` is the instant at which a record came in that had been written
    elsewhere, "" for any other.
    """

    id: str
    at: str
    day: date | None
    kind: str
    stands: bool
    found: Record | None = None
    of: str = ""
    set: Mapping[str, Any] | None = None
    part_of: str = ""
    changes: tuple[ValueChange, ...] | None = None
    by: str = ""
    imported: str = ""

    @property
    def done_at(self) -> str:
        """When it was done here: written, or brought in."""
        return self.imported or self.at


def order_of_acts(act: Act) -> ActOrder:
    """By what acts are put in the order in which they were done.

    A kind of a newer pmpath that has no instant counts as the oldest.
    """
    return act_order(act) if act.at else (BEFORE_ALL, act.id)


def newest(acts: Iterable[Act]) -> Act | None:
    """The act that was done last; None among none."""
    return max(acts, key=_order_here, default=None)


def _order_here(act: Act) -> ActOrder:
    return order_of_acts(changed(act, at=act.imported) if act.imported else act)


def latest_of_acts(acts: Acts, most: int, *, entries: bool) -> list[Act]:
    """So many acts, or entries that stand, the newest first."""
    found = [
        one for one in acts.all if not entries or (isinstance(one.found, Entry) and one.stands)
    ]
    return sorted(found, key=order_of_acts, reverse=True)[:most]


class Acts:
    """The acts of one log, in the order of its lines."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self.all = acts
        self.by_id = {one.id: one for one in acts}
        # Nearly everything that was undone was undone once.
        self._undos: dict[str, Act] = {}
        self._more_undos: dict[str, list[Act]] = {}
        for one in acts:
            is_undo = one.kind == RETRACT and one.stands
            if is_undo and self._undos.setdefault(one.of, one) is not one:
                self._more_undos.setdefault(one.of, []).append(one)
        self._parts: dict[str, list[Act]] = {}
        for one in acts:
            if one.part_of not in ("", one.id):
                self._parts.setdefault(one.part_of, []).append(one)

    def whole(self, act: Act) -> list[Act]:
        """The act with all its parts, in the order of writing."""
        head = self.by_id.get(act.part_of, act)
        return [head, *self._parts.get(head.id, ())]

    def unit(self, act: Act) -> list[Act]:
        """What is undone with an act that is named: all of it, or one entry of an import alone."""
        return [act] if self._is_import_part(act) else self.whole(act)

    def undone_unit(self, act: Act) -> list[Act]:
        """What is put back with an act: what was undone together with it."""
        undos = [self.whole(one) for one in self.undos_of(act)]
        is_alone = self._is_import_part(act) and any(len(several) == 1 for several in undos)
        return [act] if is_alone else self.whole(act)

    def _is_import_part(self, act: Act) -> bool:
        is_part = act.part_of not in ("", act.id)
        is_entry_of_others = isinstance(act.found, Entry) and bool(act.found.origin)
        return is_part and (is_entry_of_others or bool(act.imported))

    def root(self, act: Act) -> Act | None:
        """What an undo, or the undo of an undo, is about; the act itself where it is neither."""
        seen: set[str] = set()
        found: Act | None = act
        while found is not None and found.kind == RETRACT and found.id not in seen:
            seen.add(found.id)
            found = self.by_id.get(found.of)
        return None if found is not None and found.kind == RETRACT else found

    def undos_of(self, act: Act) -> list[Act]:
        """The standing retractions of it."""
        first = self._undos.get(act.id)
        return [] if first is None else [first, *self._more_undos.get(act.id, ())]

    def ending(self, handle: str) -> list[Act]:
        """The acts whose id ends so, or the one whose whole id it is.

        Blanks and the brackets of a screen around it do not count.
        """
        wanted = handle.strip(" []").lower()
        if len(wanted) < SHORTEST_TYPED:
            return []
        found = [one for one in self.all if one.id.lower().endswith(wanted)]
        whole = [one for one in found if len(one.id) == len(wanted)]
        return whole if len(whole) == 1 else found

    def with_handle(self, handle: str) -> Act:
        """The one act whose id ends so; raises NotFound with what is near when there is no one."""
        found = self.ending(handle)
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(
                f'No record has the handle "{handle}".',
                hint="pmpath history --all shows the handle of every record.",
            )
        longer = ", ".join(self.handles(found).values())
        raise NotFound(
            f'{len(found)} records share the handle "{handle}".',
            hint=f"Write more of it: {longer}. pmpath history --all shows which is which.",
        )

    def handles(self, acts: Iterable[Act]) -> dict[str, str]:
        """A handle for each of these acts that no other act of the log shares."""
        return handles_of([one.id for one in acts], self.by_id)


def handles_of(wanted: Iterable[str], ids: Iterable[str]) -> dict[str, str]:
    """For each wanted id the shortest end of it, of four letters or more, that no other id has."""
    by_end: dict[str, list[str]] = {}
    for key in ids:
        by_end.setdefault(handle_of(key), []).append(key.lower())
    found = {}
    for key in wanted:
        name = key.lower()
        others = [one for one in by_end.get(handle_of(key), ()) if one != name]
        length = min(HANDLE_LENGTH, len(name))
        while length < len(name) and any(one.endswith(name[-length:]) for one in others):
            length += 1
        found[key] = name[-length:]
    return found
