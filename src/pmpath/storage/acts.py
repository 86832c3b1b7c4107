"""Every line of the log as an act, live or taken back: what `history --all` and `undo` work on.

Reports read live records alone and as a stream; this reading holds the whole log in memory.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry, Unread
from pmpath.domain.log.acts import AMEND, CANCEL, RETRACT, Act, Acts
from pmpath.domain.record import changed
from pmpath.storage.log.append import IMPORTED, PART_OF
from pmpath.storage.log.corrections import Correction
from pmpath.storage.log.decode import BadRecord, at_in
from pmpath.storage.log.read import Header, LogReader, as_amended, meaning_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.domain.kinds import Record
    from pmpath.domain.log.acts import ValueChange
    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.encode import Fields

# A retraction that is an act of its own, as the cancelling of a rest: `undo` takes it back.
AS = "as"
# The key of what a record did to the roadmap.
ROADMAP = "roadmap"
MOST_SHARED = 4_096
# What stands for an entry that came in with others, of which only that much is asked.
_NOWHERE = Entry("", "", date.min, "", 0)
_IMPORTED = changed(_NOWHERE, origin="elsewhere")


def read_acts(folder: Folder, named: str | None = None) -> Acts:
    """Every act of the folder's log; lines that cannot be read are passed over.

    With `named`, entries that are parts of another act, as those of an import, are without words:
    there may be tens of thousands. One whose id ends with it, and one that was amended, has its
    own. Raises NotFound without a set-up, NotStored when the file cannot be read, NotValid when a
    newer pmpath wrote it.
    """
    return acts_of(LogReader(folder), named)


def acts_of(reader: LogReader, named: str | None = None) -> Acts:
    """Every act of the lines of a reader; as `read_acts`."""
    order = reader.line_order()
    # As reports take them: which correction wins is told by the instants that stand in the log.
    standing = reader.corrections
    stand = {one.id for several in standing.values() for one in several}
    acts: dict[str, Act] = {}
    above, same = "", _Same()
    for written in reader.objects():
        key = written["id"]
        if key in acts:
            continue
        at = written.get("at")
        placed = order.at(key, at) if isinstance(at, str) else at
        fields = {**written, "at": placed}
        try:
            found = meaning_of(fields)
        except BadRecord:
            continue
        if isinstance(found, Header):
            continue
        # A kind of a newer pmpath may lack an instant: it counts right behind the line above.
        above = fields["at"] = same.of(_instant_in(fields) or above)
        if isinstance(found, Correction):
            # An import that was undone has an undo for each entry: their ids are held once.
            of = acts[found.of].id if found.of in acts else found.of
            act = _correction_act(changed(found, of=of), fields, stands=key in stand)
        else:
            act = _record_act(found, fields, standing.pop(key, []))
            if named is not None and key not in reader.amended and not _ends(key, named):
                act = _without_words(act)
        acts[key] = same.shared(act)
    return Acts(_taken_out(acts))


def _taken_out(acts: dict[str, Act]) -> list[Act]:
    """The acts alone, of which there may be more than records: each is looked up anew."""
    found = list(acts.values())
    acts.clear()
    return found


class _Same:
    """Values that many acts share are held once."""

    def __init__(self) -> None:
        self._known: dict[object, object] = {}

    def of(self, value: Any) -> Any:
        """The value that was met first among equals; the last few thousand are remembered."""
        if len(self._known) > MOST_SHARED:
            self._known.clear()
        return self._known.setdefault(value, value)

    def shared(self, act: Act) -> Act:
        """The same act."""
        return changed(
            act, at=self.of(act.at), day=self.of(act.day), kind=self.of(act.kind),
            part_of=self.of(act.part_of), imported=self.of(act.imported),
        )  # fmt: skip


def _ends(key: str, named: str) -> bool:
    ending = named.strip(" []").lower()
    return bool(ending) and key.lower().endswith(ending)


def _without_words(act: Act) -> Act:
    """An act of which only its being an entry is known, if it is part of another."""
    if act.part_of in ("", act.id) or not isinstance(act.found, Entry):
        return act
    return changed(act, found=_IMPORTED if act.found.origin else _NOWHERE)


def _correction_act(made: Correction, fields: Fields, *, stands: bool) -> Act:
    kind = RETRACT if made.set is None else AMEND
    if kind == RETRACT and fields.get(AS) == CANCEL:
        kind = CANCEL
    return Act(
        made.id, made.at, _day_in(fields), kind, stands, of=made.of, set=made.set,
        part_of=_text(fields, PART_OF), by=made.by,
    )  # fmt: skip


def _record_act(found: Record, fields: Fields, corrections: list[Correction]) -> Act:
    return Act(
        found.id, _instant_in(fields), _day_in(fields), fields["kind"],
        not corrections or corrections[-1].set is not None,
        None if isinstance(found, Unread) else _as_amended(found, fields, corrections),
        part_of=_text(fields, PART_OF), changes=_changes_in(fields),
        imported=_text(fields, IMPORTED),
    )  # fmt: skip


def _changes_in(fields: Fields) -> tuple[ValueChange, ...] | None:
    """What the record says that it did to the roadmap."""
    if ROADMAP not in fields:
        return None
    # Few records do, and TAB need not load a parser for the others.
    from pmpath.storage.roadmap.changes import changes_in

    return changes_in(fields)


def _as_amended(found: Record, fields: Fields, corrections: list[Correction]) -> Record:
    if not corrections:
        return found
    try:
        return as_amended(fields, corrections)
    except BadRecord:
        # As reports do: what does not fit is passed over, and the record counts as first written.
        return found


def _instant_in(fields: Fields) -> str:
    """The instant of writing; "" where a kind that is not read here has none."""
    try:
        return at_in(fields)
    except (BadRecord, KeyError):
        return ""


def _text(fields: Fields, name: str) -> str:
    found = fields.get(name)
    return found if isinstance(found, str) else ""


def _day_in(fields: Fields) -> date | None:
    try:
        return date.fromisoformat(fields.get("day", ""))
    except (TypeError, ValueError):
        return None
