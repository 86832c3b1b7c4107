"""Every line of the log as an act, live or taken back: what `history --all` and `undo` work on.

Reports read live records alone and as a stream; this reading holds the whole log in memory.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Unread
from pmpath.domain.log.acts import AMEND, CANCEL, RETRACT, Act, Acts
from pmpath.storage.log.append import PART_OF
from pmpath.storage.log.corrections import Correction, live
from pmpath.storage.log.decode import BadRecord, at_in
from pmpath.storage.log.read import Header, LogReader, as_amended, meaning_of
from pmpath.storage.roadmap.changes import FIELD, changes_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.kinds import Record
    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.encode import Fields

# A retraction that is an act of its own, as the cancelling of a rest: `undo` takes it back.
AS = "as"
# Of a line whose record nothing corrects.
KEPT = ("id", "at", "day", "kind", PART_OF, FIELD)


def read_acts(folder: Folder) -> Acts:
    """Every act of the folder's log; lines that cannot be read are passed over.

    Raises NotFound without a set-up, NotStored when the file cannot be read, NotValid when a newer
    pmpath wrote it.
    """
    lines: dict[str, Fields] = {}
    read: dict[str, Record | Correction] = {}
    # As reports take them: which correction wins is told by the instants that stand in the log.
    corrections: list[Correction] = []
    reader = LogReader(folder)
    order = reader.line_order()
    corrected = reader.corrected_ids()

    def needs_all(found: Record | Correction, key: str) -> bool:
        return isinstance(found, Correction) or key in corrected

    above = ""
    for written in reader.objects():
        if written["id"] not in lines:
            at = written.get("at")
            placed = order.at(written["id"], at) if isinstance(at, str) else at
            fields = {**written, "at": placed}
            try:
                found = meaning_of(fields)
                corrections += [
                    one for one in (meaning_of(written),) if isinstance(one, Correction)
                ]
            except BadRecord:
                continue
            if isinstance(found, Header):
                continue
            # A kind of a newer pmpath may lack an instant: it counts right behind the line above.
            above = fields["at"] = _instant_in(fields) or above
            key = fields["id"]
            read[key] = found
            # Few records were corrected: of all others the few fields are enough that no act reads.
            lines[key] = fields if needs_all(found, key) else _kept(fields)
    standing = live(corrections)
    stand = {one.id for several in standing.values() for one in several}
    return Acts(
        [
            _correction_act(found, lines[key], stands=key in stand)
            if isinstance(found, Correction)
            else _record_act(found, lines[key], standing.get(key, []))
            for key, found in read.items()
        ]
    )


def _kept(fields: Fields) -> Fields:
    """What an act is made of besides its record."""
    return {key: fields[key] for key in KEPT if key in fields}


def _correction_act(made: Correction, fields: Fields, *, stands: bool) -> Act:
    kind = RETRACT if made.set is None else AMEND
    if kind == RETRACT and fields.get(AS) == CANCEL:
        kind = CANCEL
    return Act(
        made.id, made.at, _day_in(fields), kind, stands, of=made.of, set=made.set,
        part_of=_part_of(fields), by=made.by,
    )  # fmt: skip


def _record_act(found: Record, fields: Fields, corrections: list[Correction]) -> Act:
    return Act(
        found.id, _instant_in(fields), _day_in(fields), fields["kind"],
        not corrections or corrections[-1].set is not None,
        None if isinstance(found, Unread) else _as_amended(found, fields, corrections),
        part_of=_part_of(fields), changes=changes_in(fields),
    )  # fmt: skip


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


def _part_of(fields: Fields) -> str:
    found = fields.get(PART_OF)
    return found if isinstance(found, str) else ""


def _day_in(fields: Fields) -> date | None:
    try:
        return date.fromisoformat(fields.get("day", ""))
    except (TypeError, ValueError):
        return None
