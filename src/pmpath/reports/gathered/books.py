"""What was read, as of a day."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.books import BookRead, Books, books
from pmpath.coach.situation import Situation
from pmpath.domain.content.reading import ReadingList
from pmpath.domain.record import Frozen, changed
from pmpath.reports.reported_entry import words_for_report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden


class BooksReport(Frozen):
    """The books of the log with shelves, areas and the own list of ten."""

    today: date
    read: Books
    is_shared: bool = False

    def for_others(self, hidden: Hidden) -> BooksReport:
        """Titles stay; names in a title that was typed are hidden. No entries are named."""
        read = self.read
        books = tuple(_book(one, hidden) for one in read.books)
        listed = tuple(changed(one, title=hidden.hide(one.title)) for one in read.top_ten)
        running = _book(read.running, hidden) if read.running is not None else None
        shown = changed(read, books=books, running=running, top_ten=listed, unplaced=())
        return changed(self, read=shown, is_shared=True)


def _book(one: BookRead, hidden: Hidden) -> BookRead:
    """A book of the reading list has its own title, whoever is called alike."""
    return one if one.authors else changed(one, title=hidden.hide(one.title))


def books_report(situation: Situation, reading: ReadingList) -> BooksReport:
    """Everything read. The journal must have kept all entries whole."""
    found = books(
        situation.journal, reading,
        lambda entry: words_for_report(entry, situation.vocabulary), situation.today,
    )  # fmt: skip
    return BooksReport(situation.today, found)
