"""What was read, as of a day."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.books import Books, books
from pmpath.coach.situation import Situation
from pmpath.domain.content.reading import ReadingList
from pmpath.domain.record import record
from pmpath.reports.reported_entry import reported


@record
class BooksReport:
    """The books of the log with shelves, areas and the own list of ten."""

    today: date
    read: Books


def books_report(situation: Situation, reading: ReadingList) -> BooksReport:
    """Everything read. The journal must have kept all entries whole."""
    found = books(
        situation.journal, reading,
        lambda entry: reported(entry, situation.vocabulary).told, situation.today,
    )  # fmt: skip
    return BooksReport(situation.today, found)
