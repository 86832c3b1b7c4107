"""A look at many lines of a log without reading them: ids, days, and what a few of them mean.

Nearly all lines begin as pmpath writes them, with the id and the instant. Those that do not are
read one by one, as are those whose id ends as one that is looked for.
"""

from __future__ import annotations

from pmpath.domain.entry import HANDLE_LENGTH
from pmpath.storage.log.header import refuse_newer_log
from pmpath.storage.log.read import BLANKS, BYTE_ORDER_MARK, Header, fields_in, meaning_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set
    from typing import BinaryIO

    from pmpath.storage.log.encode import Fields

# So much is looked at in one go; where one line of it is of another form, each by itself.
BLOCK = 1 << 17
# How a line of pmpath begins: `{"id":"` and 26 letters, `","at":"` and an instant.
START, ID_LENGTH, BETWEEN = b'{"id":"', 26, b'","at":"'
LINE_START = b"\n" + START
BEFORE_ID = slice(-ID_LENGTH - len(LINE_START), -ID_LENGTH)
DAY_LENGTH = len("2026-11-20")
# A key that stands twice in a line means what stands last.
ID_KEY = b'"id"'
SCHEMA_KEY = b'"schema"'
OF = b'"of"'
LONGEST_OF = 64
# Where more lines are of another form, all of them are read.
MOST_ODD = 1000


class OddLog(Exception):
    """Of such a log the whole reading alone can tell."""


class EarlierLines:
    """What lines say that stand before those with the ids of `known`; these are in small letters.

    `others` are ids of theirs that may end as one of these, `latest_day` is the greatest text of a
    day. `asks_corrections`: whether they must not correct any of the later lines.
    """

    def __init__(self, known: Set[str], *, asks_corrections: bool) -> None:
        self.others: list[str] = []
        self.latest_day = b""
        self._known = known
        self._ends = {one[-HANDLE_LENGTH:].upper().encode() for one in known}
        self._asks_corrections = asks_corrections
        self._odd = 0
        self._path = ""

    def look(self, log: BinaryIO, size: int) -> None:
        """Look at the first bytes of a log, so many, which end with a line.

        Raises OddLog, and NotValid for the log of a newer pmpath.
        """
        self._path = str(log.name)
        # It says what schema the others have.
        first = log.readline(size)
        self._read(first.removeprefix(BYTE_ORDER_MARK))
        left, rest = size - len(first), b"\n"
        while left > 0:
            read = log.read(min(BLOCK, left))
            if not read:
                raise OddLog
            left -= len(read)
            block = rest + read
            end = block.rindex(b"\n")
            rest = block[end:]
            if end:
                self._look_at(block[:end])

    def _look_at(self, lines: bytes) -> None:
        if self._asks_corrections:
            for part in lines.split(OF)[1:]:
                self._refuse_correction(part[:LONGEST_OF])
        if self._are_usual(lines):
            return
        for line in lines.split(b"\n"):
            if line.strip(BLANKS) and not self._are_usual(b"\n" + line):
                self._odd += 1
                if self._odd > MOST_ODD:
                    raise OddLog
                self._read(line)

    def _are_usual(self, lines: bytes) -> bool:
        """Whether every line begins as pmpath writes it; then it is known what they say.

        A line break stands before each line, and none behind the last. All are taken apart
        between their ids and instants, which is done in one go.
        """
        *heads, last = lines.split(BETWEEN)
        ids = [one[-ID_LENGTH:] for one in heads]
        letters = b"".join(ids)
        starts = {one[BEFORE_ID] for one in heads}
        if (
            starts != {LINE_START} or lines.count(ID_KEY) != len(ids) or SCHEMA_KEY in lines
            or not letters.isalnum() or letters != letters.upper()
        ):  # fmt: skip
            return False
        rests = [*heads[1:], last]
        self.latest_day = max(self.latest_day, max([one[:DAY_LENGTH] for one in rests]))
        ends = [one[-HANDLE_LENGTH:] for one in ids]
        if alike := self._ends.intersection(ends):
            for place, end in enumerate(ends):
                if end in alike:
                    rest = rests[place].partition(b"\n")[0]
                    self._read(START + ids[place] + BETWEEN + rest)
        return True

    def _read(self, line: bytes) -> None:
        """Read a line as the whole reading does, which passes over what means nothing."""
        try:
            fields = fields_in(line.strip(BLANKS))
        except (ValueError, RecursionError):
            return
        if fields.get("kind") == "log":
            refuse_newer_log(fields.get("schema"), self._path)
            return
        key, at = fields.get("id"), fields.get("at")
        if isinstance(at, str):
            self.latest_day = max(self.latest_day, at[:DAY_LENGTH].encode())
        if isinstance(key, str):
            if key.lower() in self._known:
                raise OddLog
            if _is_record(fields):
                self.others.append(key)

    def _refuse_correction(self, part: bytes) -> None:
        """Raise OddLog where what stands behind the key is the id of a later line."""
        colon, _, text = part.partition(b'"')
        key = text.partition(b'"')[0]
        if colon.strip() == b":" and (
            b"\\" in key or key.lower().decode(errors="replace") in self._known
        ):
            raise OddLog


def _is_record(fields: Fields) -> bool:
    try:
        return not isinstance(meaning_of(fields), Header)
    except (ValueError, RecursionError):
        return False
