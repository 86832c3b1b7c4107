"""What `doctor` finds when it looks over the data: a few facts, and remarks of one line each."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen

# In this order they are shown; the code of a remark begins with one of them.
GROUPS = ("log", "roadmap", "copies", "folder")


class Remark(Frozen):
    """One line: `told` goes on from `place`, `advice` is what to do about it.

    A fault is what a command or a person can mend; other remarks are worth knowing. `quote` is the
    beginning of what stands at the place, as it stands there: clean it before showing it. `days`
    are those that `told` names, each as 2027-01-31, so that a screen can say them as it says days.
    """

    code: str
    place: str
    told: str
    advice: str
    is_fault: bool = True
    quote: str = ""
    days: tuple[date, ...] = ()

    @property
    def group(self) -> str:
        """The one of GROUPS to which it belongs."""
        return self.code.partition(".")[0]


class Copies(Frozen):
    """How many copies of a file are in `backups/`, and the day of the newest."""

    count: int
    newest: date | None


class Checkup(Frozen):
    """The state of one data folder; `records` counts the lines of the log that can be read.

    `elsewhere` names the places outside the folder where a copy is known to be. `set_aside` are
    the files to which `--repair` moved lines.
    """

    folder: str
    records: int
    roadmap_is_valid: bool
    log_copies: Copies
    roadmap_copies: Copies
    elsewhere: tuple[str, ...]
    set_aside: tuple[str, ...]
    faults: int
    remarks: tuple[Remark, ...]
