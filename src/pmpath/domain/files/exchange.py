"""What an exchange with a git remote kept and received, as values for the screen."""

from __future__ import annotations

from pmpath.domain.files.copies import KeyChange
from pmpath.domain.record import Frozen


class Committed(Frozen):
    """What one commit of this machine added; `changed` names the files besides the log.

    `returned` counts records that the repository had and the log lacked: they are in the log again.
    `held_back` says what is wrong with a roadmap that cannot be committed.
    """

    records: int
    changed: tuple[str, ...]
    is_first: bool = False
    returned: int = 0
    held_back: str = ""


class Side(Frozen):
    """A key of the roadmap on both sides, mine and theirs, each value with its line.

    "" and 0 stand for a side that lacks it.
    """

    key: str
    mine: str
    line: int
    theirs: str
    other_line: int


class Conflict(Frozen):
    """Two roadmaps that cannot be made one: `copy` holds the other, `reason` says why not.

    `places` counts stretches of lines that differ, for texts whose keys all agree.
    """

    copy: str
    sides: tuple[Side, ...]
    places: int
    reason: str


class Received(Frozen):
    """What came from the other side; `keys` are those of the roadmap that changed here.

    `files` counts other files of the repository that git brought up to date. `build` names the
    pmpath that wrote it, where that is another than this one.
    """

    records: int
    keys: tuple[KeyChange, ...] = ()
    has_new_roadmap: bool = False
    conflict: Conflict | None = None
    files: int = 0
    build: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is worth a word; another build alone is not."""
        return not (self.records or self.has_new_roadmap or self.conflict or self.files)


class Apart(Frozen):
    """Two journeys that were begun apart, each with the number of its records."""

    here: int
    there: int


class Exchanged(Frozen):
    """All that one `sync` did: each commit, whatever came, whether the remote has it all.

    `remote` is "" where none is named; `is_whole` says that the exchange came to its end.
    """

    remote: str = ""
    committed: tuple[Committed, ...] = ()
    received: tuple[Received, ...] = ()
    sent: bool = False
    is_whole: bool = False
