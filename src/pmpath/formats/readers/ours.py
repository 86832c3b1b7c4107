"""What pmpath itself once wrote into a file of another tool, told from what is new there."""

from __future__ import annotations

from pmpath.domain.record import changed
from pmpath.formats.readers.foreign import Foreign, Skipped
from pmpath.formats.text import stable_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# Behind the id of an entry: the commitment that it holds.
NEXT = ".next"
# How long the ids of entries are; a milestone has a name.
ID_LENGTH = 26
UUID_LENGTH, UUID_DASHES = 36, 4


class Ours:
    """Asks the log, by the ids that it has, what a mark of pmpath in another file means."""

    def __init__(self, ids: Collection[str]) -> None:
        self._ids = ids
        self._tasks: dict[str, str] | None = None

    def meaning(self, one: Foreign) -> Foreign | Skipped | None:
        """None for an entry that the log has; a commitment that was kept there settles it here."""
        is_task = len(one.ours) == UUID_LENGTH and one.ours.count("-") == UUID_DASHES
        mark = self._task(one.ours) if is_task else one.ours
        if not mark:
            return one
        if mark in self._ids:
            return None
        key = mark.removesuffix(NEXT)
        if key != mark:
            return changed(one, settles=key if key in self._ids else "")
        if len(mark) != ID_LENGTH and not is_task:
            return Skipped(
                one.place, f"it is a milestone; to mark it: pmpath milestones done {mark}"
            )
        return one

    def _task(self, uuid: str) -> str:
        """The mark that an exported task stands for; empty for one of another log."""
        if self._tasks is None:
            self._tasks = dict(self._every_task())
        return self._tasks.get(uuid, "")

    def _every_task(self) -> Iterator[tuple[str, str]]:
        for key in self._ids:
            yield str(stable_id("entry", key)), key
            yield str(stable_id("commitment", key)), key + NEXT
