"""The latest acts of a long log, without a reading of those that are long over.

The end of the log is read, and the lines before it are looked at: they must lie days before, and
say nothing of the later ones. Where that cannot be told for sure, the whole log has to be read.
"""

from __future__ import annotations

import os

from pmpath.domain.log.acts import handles_of, latest_of_acts, order_of_acts
from pmpath.domain.record import Frozen
from pmpath.storage.acts import acts_of
from pmpath.storage.earlier_lines import EarlierLines, OddLog
from pmpath.storage.log.instants import day_before
from pmpath.storage.log.line_order import is_in_order
from pmpath.storage.log.read import LogReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

    from pmpath.domain.log.acts import Act, Acts
    from pmpath.storage.disk.paths import Folder

# So much of the end is read; more, where that is not enough.
ENDS = (1 << 14, 1 << 17)


class _End(Frozen):
    """What the end of a log says: its acts, the chosen ones of them, the newest first.

    All lines before must be of days before `day`, as the log spells them.
    """

    acts: Acts
    chosen: tuple[Act, ...]
    day: bytes


def latest_handles(folder: Folder, most: int, *, entries: bool) -> list[str] | None:
    """The handles of so many acts, or entries that stand, the newest first.

    None where the whole log has to be read. Raises NotValid for the log of a newer pmpath.
    """
    try:
        with open(folder.log, "rb") as log:
            size = os.stat(log.fileno()).st_size
            for length in ENDS:
                if size <= length:
                    return None
                log.seek(size - length)
                lines = log.read(length).partition(b"\n")[2]
                end = _end(folder, lines, most, entries=entries)
                if end is not None:
                    log.seek(0)
                    return _handles(log, size - len(lines), end, entries=entries)
    except (OSError, OddLog):
        pass
    return None


def _end(folder: Folder, lines: bytes, most: int, *, entries: bool) -> _End | None:
    """What these lines say; None where more of them are needed, OddLog where that is in vain."""
    instants = [one.get("at") for one in LogReader(folder, lines).objects()]
    texts = [one for one in instants if isinstance(one, str)]
    if len(texts) < len(instants) or not is_in_order(texts):
        raise OddLog
    acts = acts_of(LogReader(folder, lines))
    chosen = latest_of_acts(acts, most, entries=entries)
    if len(chosen) < most:
        return None
    day = day_before(order_of_acts(chosen[-1])[0])
    return _End(acts, tuple(chosen), day) if texts[0].encode() < day else None


def _handles(log: BinaryIO, size: int, end: _End, *, entries: bool) -> list[str]:
    known = {one.lower() for one in end.acts.by_id}
    earlier = EarlierLines(known, asks_corrections=entries)
    earlier.look(log, size)
    if earlier.latest_day >= end.day:
        raise OddLog
    ids = [*earlier.others, *end.acts.by_id]
    return list(handles_of([one.id for one in end.chosen], ids).values())
