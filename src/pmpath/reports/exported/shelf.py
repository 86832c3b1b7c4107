"""What of the log is exported whole, gathered while its records pass by."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.log.contact import order_of
from pmpath.domain.pages.entries import EntryPages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.domain.kinds import Record

PUBLISHED, TALK, VOLUNTEERED, VOLUNTEER = "published", "talk", "volunteered", "volunteer"
SHOWN = (PUBLISHED, TALK)


class Shelf:
    """Filled while records pass; read it when all have passed."""

    def __init__(self) -> None:
        self._pieces = EntryPages()
        self._volunteering = EntryPages()
        self._books: dict[str, str] = {}

    def seeing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, once each."""
        for one in records:
            if isinstance(one, Entry):
                self._see(one)
            yield one

    @property
    def pieces(self) -> EntryPages:
        """What was published or given as a talk, oldest first."""
        self._pieces.sort(order_of)
        return self._pieces

    @property
    def volunteering(self) -> EntryPages:
        """What was done for a cause, oldest first."""
        self._volunteering.sort(order_of)
        return self._volunteering

    @property
    def books(self) -> tuple[str, ...]:
        """Every book by its title, each once."""
        return tuple(sorted(self._books.values(), key=str.casefold))

    def _see(self, entry: Entry) -> None:
        if entry.event in SHOWN or PUBLISHED in entry.tags:
            self._pieces.append(entry)
        if entry.event == VOLUNTEERED or entry.track == VOLUNTEER:
            self._volunteering.append(entry)
        if entry.book:
            self._books.setdefault(entry.book.casefold(), entry.book)
