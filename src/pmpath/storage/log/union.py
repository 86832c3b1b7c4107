"""Two logs made one: nobody's record is taken away, whatever either side did to its file.

A record is known by its id. What both had before tells who changed a line: one that the other
side edited by hand is taken over, one that a repair took out stays out. Bytes in, bytes out.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.storage.log.lines import BAD, CLASH, HEADER, RECORD, lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.log.lines import Line


class Union(Frozen):
    """The joined log, and how many records it has beyond mine."""

    content: bytes
    records: int


def union(base: bytes, mine: bytes, theirs: bytes) -> Union:
    """My log with what theirs has beyond it; `base` is the log that both went on from, or empty.

    My lines keep their order, and their bytes unless the other side alone changed that record; what
    is new stands behind them. Where mine is as it was, their lines come first: two machines that
    exchange in turn so come to the same bytes. Joining the result with either adds nothing.
    """
    if theirs == mine:
        return Union(mine, 0)
    # Nearly always all three begin alike: what they have in common is not taken apart.
    same = _same_lines(base, mine, theirs)
    sides = (theirs[same:], mine[same:]) if mine == base else (mine[same:], theirs[same:])
    content = mine[:same] + _union(base[same:], *sides)
    return Union(content, _count_new(content, mine, same) if content != mine else 0)


def _union(base: bytes, mine: bytes, theirs: bytes) -> bytes:
    """My lines in their places, then what is new of theirs."""
    if not mine.strip() and not base.strip():
        return theirs if theirs.strip() else mine
    old, own, other = (LogByLines(one) for one in (base, mine, theirs))
    edited = {
        line.id: found
        for line in own.records.values()
        if (found := _edited(old, line, other.records.get(line.id)))
    }
    gone = {one for one in own.unread if one in old.unread and one not in other.contents}
    content = b"".join(
        _in_place(line, edited.get(line.id) if own.records.get(line.id) is line else None)
        for line in own.lines
        if line.content not in gone
    )
    lines = dict.fromkeys(line.content for line in other.lines if _is_new(line, old, own, edited))
    gap = b"\n" if content and lines and not content.endswith(b"\n") else b""
    return content + gap + b"".join(line + b"\n" for line in lines)


def _same_lines(*logs: bytes) -> int:
    """How many bytes of whole lines all of them begin with."""
    first, low, high = logs[0], 0, min(map(len, logs))
    while low < high:
        middle = (low + high + 1) // 2
        start = first[:middle]
        if all(log.startswith(start) for log in logs):
            low = middle
        else:
            high = middle - 1
    return first.rfind(b"\n", 0, low) + 1


def _count_new(content: bytes, mine: bytes, same: int) -> int:
    """How many ids count in the content and not in mine; both begin with the same bytes."""
    new = _ids(content[same:]) - _ids(mine[same:])
    before = mine[:same]
    # An id that stands nowhere among the letters is not there; one that does is looked for.
    if any(one.encode(errors="replace") in before for one in new):
        new -= _ids(before)
    return len(new)


def _ids(content: bytes) -> set[str]:
    return {line.id for line in lines_of(content) if line.state == RECORD}


def beyond(base: bytes, log: bytes) -> list[Line]:
    """The lines of a log that an earlier state of it does not have; only those are taken apart."""
    same = _same_lines(base, log)
    known = {line.content for line in lines_of(base[same:])}
    return [line for line in lines_of(log[same:]) if line.content not in known]


class LogByLines:
    """The lines of one log: all, records by id (the first of each), and what the lines hold.

    `unread` are the contents of those that are not records that count, `contents` those of all.
    """

    def __init__(self, content: bytes) -> None:
        self.lines = lines_of(content)
        self.records: dict[str, Line] = {}
        for line in self.lines:
            if line.state == RECORD:
                self.records.setdefault(line.id, line)
        self.unread = {line.content for line in self.lines if line.state in (BAD, CLASH)}
        self.contents = {line.content for line in self.lines}


def _edited(old: LogByLines, mine: Line, theirs: Line | None) -> Line | None:
    """Their line for a record that they changed in its place and I did not."""
    before = old.records.get(mine.id)
    if theirs is None or before is None or theirs.content == mine.content:
        return None
    return theirs if before.content == mine.content else None


def _in_place(line: Line, edited: Line | None) -> bytes:
    return line.raw.replace(line.content, edited.content) if edited else line.raw


def _is_new(line: Line, old: LogByLines, own: LogByLines, edited: dict[str, Line]) -> bool:
    """Whether a line of theirs joins the end of mine."""
    if line.content in own.contents:
        return False
    if line.state in (BAD, CLASH):
        # What both had and I have no more was set aside here.
        return line.content not in old.contents
    if line.state == HEADER:
        return True
    if line.state != RECORD or line.id in edited:
        return False
    # The same id with other content: mine counts, theirs stays beside it for doctor to name. One
    # that they left as it was and I changed is not such a thing.
    before = old.records.get(line.id)
    return line.id not in own.records or before is None or before.content != line.content
