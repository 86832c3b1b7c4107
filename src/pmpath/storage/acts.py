"""Every line of the log as an act, live or taken back: what `history --all` and `undo` work on.

Reports read live records alone and as a stream; this reading holds the whole log in memory.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.acts import AMEND, CANCEL, RETRACT, Act, Acts
from pmpath.domain.entry import Unread
from pmpath.storage.codec import BadRecord, from_fields
from pmpath.storage.corrections import Correction, amended, correction_from, live
from pmpath.storage.log_reader import LogReader
from pmpath.storage.roadmap_changes import changes_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.entry import Record
    from pmpath.storage.codec import Fields
    from pmpath.storage.paths import Folder

PART_OF = "part_of"
# A retraction that is an act of its own, as the cancelling of a rest: `undo` takes it back.
AS = "as"


def read_acts(folder: Folder) -> Acts:
    """Every act of the folder's log; lines that cannot be read are passed over.

    Raises NotFound without a set-up, NotStored when the file cannot be read, NotValid when a newer
    pmpath wrote it.
    """
    reader = LogReader(folder)
    lines: dict[str, Fields] = {}
    for fields in reader.readable():
        lines.setdefault(fields["id"], fields)
    corrections = [
        correction_from(one) for one in lines.values() if one["kind"] in (AMEND, RETRACT)
    ]
    standing = live(corrections)
    stand = {one.id for several in standing.values() for one in several}
    return Acts(
        [
            _correction_act(fields, stands=key in stand)
            if fields["kind"] in (AMEND, RETRACT)
            else _record_act(fields, standing.get(key, []))
            for key, fields in lines.items()
        ]
    )


def _correction_act(fields: Fields, *, stands: bool) -> Act:
    made = correction_from(fields)
    kind = RETRACT if made.set is None else AMEND
    if kind == RETRACT and fields.get(AS) == CANCEL:
        kind = CANCEL
    return Act(
        made.id, made.at, _day_in(fields), kind, stands, of=made.of, set=made.set,
        part_of=_part_of(fields),
    )  # fmt: skip


def _record_act(fields: Fields, corrections: list[Correction]) -> Act:
    stands = not corrections or corrections[-1].set is not None
    found = _as_amended(fields, corrections)
    at = fields.get("at")
    return Act(
        fields["id"], at if isinstance(at, str) else "", _day_in(fields), fields["kind"], stands,
        None if isinstance(found, Unread) else found,
        part_of=_part_of(fields), changes=changes_in(fields),
    )  # fmt: skip


def _as_amended(fields: Fields, corrections: list[Correction]) -> Record:
    try:
        return from_fields(amended(fields, corrections))
    except BadRecord:
        # As reports do: what does not fit is passed over, and the record counts as first written.
        return from_fields(fields)


def _part_of(fields: Fields) -> str:
    found = fields.get(PART_OF)
    return found if isinstance(found, str) else ""


def _day_in(fields: Fields) -> date | None:
    try:
        return date.fromisoformat(fields.get("day", ""))
    except (TypeError, ValueError):
        return None
