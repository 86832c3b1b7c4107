"""The screen of `pmpath books`."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.books import LIST_LENGTH, LIST_YEARS, Books, ListedBook
from pmpath.domain.entry import handle_of
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, clip, day_beside, duration, listed, pluralize
from pmpath.render.screens.gathered.private import draw_shared
from pmpath.reports.gathered.books import BooksReport

FACT_WIDTH, SHELF_WIDTH = 14, 30
TITLE, SHOWN = 60, 6


def draw_books(page: Page, report: BooksReport) -> None:
    """The book in hand and the next shelf; shelves; the areas of the job; the own list of ten."""
    read, today = report.read, report.today
    page.head_line([_how_many(read), day_beside(today, today)])
    page.rows(_next(read, today, is_shared=report.is_shared), name_width=FACT_WIDTH)
    _draw_shelves(page, read)
    _draw_areas(page, read, today, is_shared=report.is_shared)
    _draw_list(page, read, is_shared=report.is_shared)
    if report.is_shared:
        draw_shared(page)


def _how_many(read: Books) -> str:
    """A chapter begins a book; it is read once an entry says that it was finished."""
    finished = sum(one.finished for one in read.books)
    if finished == len(read.books):
        return f"{pluralize(finished, 'book')} read"
    begun = pluralize(len(read.books) - finished, "book")
    return f"{pluralize(finished, 'book')} read, {begun} begun" if finished else f"{begun} begun"


def _next(read: Books, today: date, *, is_shared: bool) -> list[tuple[str, str]]:
    rows = []
    if read.running is not None:
        one = read.running
        when = f"last {day_beside(one.last, today)}, {duration(one.minutes)} in all"
        rows.append(("Reading", f"{clip(one.title, TITLE)}; {when}"))
    book = read.suggestion
    said = f", such as {clip(book.title, TITLE)} ({clip(book.authors, TITLE)})" if book else ""
    rows.append(("Next shelf", f"{read.next_shelf}{said}"))
    if not read.books and not is_shared:
        rows.append(("To log one", "pmpath log read a chapter of Inspired, 40 min"))
    return rows


def _draw_shelves(page: Page, read: Books) -> None:
    page.title("Shelves")
    for shelf, count in read.shelves.items():
        titles = [clip(one.title, TITLE) for one in read.books if one.shelf == shelf]
        if titles:
            page.rows([(f"{capitalized(shelf)} ({count})", listed(titles, SHOWN))],
                      name_width=SHELF_WIDTH)  # fmt: skip
    empty = [shelf for shelf, count in read.shelves.items() if not count and shelf != "other"]
    if empty:
        page.rows([("Nothing yet", listed(empty))], name_width=SHELF_WIDTH)


def _draw_areas(page: Page, read: Books, today: date, *, is_shared: bool) -> None:
    there = sum(bool(one.times) for one in read.areas)
    page.title(f"{there} of {len(read.areas)} areas of the job read about")
    page.rows(
        [
            (one.name, f"{pluralize(one.times, 'time')}, last {day_beside(one.last, today)}"
             if one.last else "nothing yet")
            for one in read.areas
        ],
        name_width=SHELF_WIDTH,
    )  # fmt: skip
    if is_shared:
        return
    name = next(one.name for one in read.areas if one.id == read.next_area)
    page.rows([("Next", f"{name}: pmpath log read a chapter on {name.lower()}, 45 min")],
              name_width=SHELF_WIDTH)  # fmt: skip
    if read.unplaced:
        said = f"{pluralize(len(read.unplaced), 'chapter')}; to set the area of the last one: "
        said += f"pmpath amend --entry {handle_of(read.unplaced[-1])} area: pricing"
        page.rows([("No area yet", said)], name_width=FACT_WIDTH)


def _draw_list(page: Page, read: Books, *, is_shared: bool) -> None:
    window = f"published {read.since}-{read.until} (last {LIST_YEARS} years)"
    page.title(f"Top ten business books: {len(read.top_ten)} of {LIST_LENGTH}, {window}")
    if read.top_ten:
        page.rows([(f"{at:>2}", _listed(one, read)) for at, one in enumerate(read.top_ten, 1)],
                  name_width=2)  # fmt: skip
    if is_shared:
        return
    if len(read.top_ten) < LIST_LENGTH:
        page.line("To add one: pmpath log added TITLE (YEAR) to my top ten list", FAINT)
    elif len(read.top_ten) > LIST_LENGTH:
        page.line("To drop one: pmpath log took TITLE off my top ten list", FAINT)


def _listed(one: ListedBook, read: Books) -> str:
    """`Range (2019), read`; a book of other years says so."""
    year = f" ({one.year})" if one.year else ""
    parts = [f"{clip(one.title, TITLE)}{year}"]
    if one.read:
        parts.append("read" if one.finished else "begun")
    if one.fits is False:
        parts.append("before the last ten years" if (one.year or 0) < read.since else "to come")
    if one.fits is None:
        parts.append("no year given")
    return ", ".join(parts)
