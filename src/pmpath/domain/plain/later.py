"""Records that follow those of an earlier fold, and what must not be among them."""

from __future__ import annotations

from datetime import UTC, datetime

from pmpath.domain.entry import Entry
from pmpath.domain.log.act_order import act_order
from pmpath.domain.plain.reads_back import ReadsBack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.domain.kinds import Record

    Written = tuple[datetime, str]

BEFORE_ALL = (datetime.min.replace(tzinfo=UTC), "")


class Later:
    """Lets records pass, and raises ReadsBack for an entry written before an old one."""

    def __init__(self, after: Written) -> None:
        self.after = after
        self.until = after

    def of(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records."""
        for found in records:
            if isinstance(found, Entry):
                at = act_order(found)
                if at <= self.after:
                    raise ReadsBack
                self.until = max(self.until, at)
            yield found
