"""What was read: shelves, the book in hand, the areas of the job, the own list of ten books."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.top_ten import Listed, is_about_the_list, titles_added, titles_taken
from pmpath.domain.content.reading import Area, Book, ReadingList
from pmpath.domain.entry import Entry
from pmpath.domain.language.lexicon import title_key
from pmpath.domain.log.contact import order_of
from pmpath.domain.log.journal import Journal
from pmpath.domain.people import folded
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

READ, READING, TOP_TEN = "read", "reading", "reading.top-ten"
BOOK, AREA = "book", "area"
OTHER = "other"
# With these a book was not read yet; with those it is over.
GOT = frozenset(["bought", "ordered", "borrowed", "reserved", "got", "lent", "downloaded"])
FINISHED = ("finished", "done with", "last chapter", "last pages", "read to the end", "gave up")
# A list has ten titles of so many years; after three books of a shelf another one comes.
LIST_LENGTH, LIST_YEARS, OF_ONE_SHELF = 10, 10, 3


class BookRead(Frozen):
    """A book that was read, each once. `times` are the entries, `minutes` are whole.

    `authors` and `year` are those of the reading list, empty and None for another book.
    """

    title: str
    authors: str
    year: int | None
    shelf: str
    first: date
    last: date
    times: int
    minutes: int
    finished: bool


class AreaRead(Frozen):
    """An area of the job: how many entries read about it, and the last day, None for none."""

    id: str
    name: str
    times: int
    last: date | None


class ListedBook(Frozen):
    """A title on the own list: its year where it is known, whether it was read, whether it fits.

    `finished`: the log says that it was read to its end, and not a chapter alone.
    `fits`: published in the years of the list, None where no year is known.
    """

    title: str
    year: int | None
    read: bool
    finished: bool
    fits: bool | None


class Books(Frozen):
    """Everything read as of a day, books in the order of their first reading.

    `running` is the book read last, unless it is finished; `unplaced` are the entries that tell of
    a chapter and of no area, the newest last.
    """

    books: tuple[BookRead, ...]
    running: BookRead | None
    areas: tuple[AreaRead, ...]
    unplaced: tuple[str, ...]
    next_area: str
    top_ten: tuple[ListedBook, ...]
    since: int
    until: int
    shelves: dict[str, int]
    next_shelf: str
    suggestion: Book | None


def books(
    journal: Journal, reading: ReadingList, told: Callable[[Entry], str], today: date
) -> Books:
    """What the log tells of reading. The journal must have kept all entries whole.

    `told` gives the words of an entry without marks and lengths.
    """
    ordered = (one for one in sorted(journal.entries, key=order_of) if one.is_path_action)
    entries = list(_with_known_books(ordered))
    lists = [one for one in entries if _is_list(one, journal)]
    read = [one for one in entries if one not in lists and _is_reading(one, journal)]
    found = _books(read, reading)
    areas, unplaced = _areas(read, reading.areas)
    shelves = {shelf: sum(one.shelf == shelf for one in found)
               for shelf in (*reading.shelves, OTHER)}  # fmt: skip
    next_shelf = _next_shelf(found, read, reading, shelves)
    return Books(
        books=tuple(found),
        running=_running(found, read),
        areas=areas,
        unplaced=unplaced,
        next_area=min(areas, key=lambda one: one.times).id,
        top_ten=_top_ten([told(one) for one in lists], found, reading, today.year),
        since=today.year - LIST_YEARS,
        until=today.year,
        shelves=shelves,
        next_shelf=next_shelf,
        suggestion=_suggestion(next_shelf, found, reading),
    )


def _did(entry: Entry, journal: Journal) -> set[str]:
    did = {entry.action, *entry.did, *journal.fulfilled.get(entry.id, ())}
    return did - {"", *entry.not_did}


def _is_list(entry: Entry, journal: Journal) -> bool:
    """Whether it is about the own list, and so no reading of what it names."""
    return is_about_the_list(entry.text) or TOP_TEN in _did(entry, journal)


def _is_reading(entry: Entry, journal: Journal) -> bool:
    if not GOT.isdisjoint(entry.text.casefold().split()):
        return False
    is_read = entry.event == READ or bool(_title(entry))
    return is_read and (entry.track in ("", READING) or bool(_title(entry)))


def _title(entry: Entry) -> str:
    return entry.book or entry.notes.get(BOOK, "").partition(",")[0]


def _with_known_books(entries: Iterable[Entry]) -> Iterator[Entry]:
    """`finished Knitting for Beginners` is about the book that was read before, on no list too."""
    titles: dict[str, str] = {}
    for entry in entries:
        title = _title(entry)
        if title:
            titles[folded(title)] = title
        elif titles and _is_finished(entry.text):
            low = f" {folded(entry.text)} "
            ends = (name for name in titles if any(
                f" {words} {of}{name} " in low for words in FINISHED for of in ("", "of ")
            ))  # fmt: skip
            entry = changed(entry, book=titles.get(max(ends, key=len, default=""), ""))
        yield entry


def _books(read: Sequence[Entry], reading: ReadingList) -> list[BookRead]:
    known = {title_key(one.title): one for one in reading.books}
    found: dict[str, BookRead] = {}
    for entry in read:
        title = _title(entry)
        key = title_key(title) if title else ""
        if not key:
            continue
        book = known.get(key)
        before = found.get(key) or BookRead(
            book.title if book else title, book.authors if book else "",
            book.year if book else None, book.shelf if book else OTHER,
            entry.day, entry.day, 0, 0, finished=False,
        )  # fmt: skip
        found[key] = changed(
            before, last=entry.day, times=before.times + 1, minutes=before.minutes + entry.minutes,
            finished=_is_finished(entry.text),
        )  # fmt: skip
    return list(found.values())


def _is_finished(text: str) -> bool:
    low = f" {folded(text)} "
    return any(f" {words} " in low for words in FINISHED)


def _running(found: Iterable[BookRead], read: Sequence[Entry]) -> BookRead | None:
    latest = next((_title(one) for one in reversed(read) if _title(one)), "")
    key = title_key(latest) if latest else ""
    one = next((one for one in found if title_key(one.title) == key), None) if key else None
    return one if one is not None and not one.finished else None


def _areas(
    read: Sequence[Entry], areas: Sequence[Area]
) -> tuple[tuple[AreaRead, ...], tuple[str, ...]]:
    """The wheel, and the readings that nobody can place on it."""
    counts = {one.id: AreaRead(one.id, one.name, 0, None) for one in areas}
    unplaced = []
    for entry in read:
        places = areas_of(entry, areas)
        for key in places:
            counts[key] = changed(counts[key], times=counts[key].times + 1, last=entry.day)
        if not places and " chapter" in f" {entry.text.casefold()}":
            unplaced.append(entry.id)
    return tuple(counts.values()), tuple(unplaced)


def areas_of(entry: Entry, areas: Sequence[Area]) -> tuple[str, ...]:
    """The ids of the areas that a reading is about: by its note, else by its words."""
    note = folded(entry.notes.get(AREA, "")).strip(" .")
    noted = [one.id for one in areas if note and note in (folded(one.name), folded(one.id))]
    if noted:
        return tuple(noted)
    words = folded(entry.text).replace(",", " ").replace(":", " ").replace(".", " ").split()
    text = f" {' '.join(words)} "
    return tuple(one.id for one in areas if any(f" {folded(said)} " in text for said in one.words))


def _top_ten(
    lines: Sequence[str], found: Sequence[BookRead], reading: ReadingList, year: int
) -> tuple[ListedBook, ...]:
    """The titles that are on the list, each once; a title that was taken off is gone."""
    known = {title_key(one.title): one for one in reading.books}
    titles = [one.title for one in reading.books]
    on_list: dict[str, Listed] = {}
    for line in lines:
        for taken in titles_taken(line, titles):
            on_list.pop(title_key(taken.title), None)
        for added in titles_added(line, titles):
            key = title_key(added.title)
            before = on_list.get(key)
            on_list[key] = Listed(added.title, added.year or (before.year if before else None))
    read = {title_key(one.title): one for one in found}
    return tuple(_on_list(one, known.get(key), year, read.get(key)) for key, one in on_list.items())


def _on_list(one: Listed, book: Book | None, year: int, read: BookRead | None) -> ListedBook:
    published = one.year or (book.year if book else None)
    fits = None if published is None else year - LIST_YEARS <= published <= year
    return ListedBook(book.title if book else one.title, published, read is not None,
                      read is not None and read.finished, fits)  # fmt: skip


def _next_shelf(
    found: Sequence[BookRead], read: Sequence[Entry], reading: ReadingList, shelves: dict[str, int]
) -> str:
    """A textbook first; then the shelf with the fewest books, and another after three of one."""
    if not found:
        return reading.shelves[0]
    by_key = {title_key(one.title): one for one in found}
    order = [title_key(_title(one)) for one in reversed(read) if _title(one)]
    latest = [by_key[key].shelf for key in dict.fromkeys(order) if key in by_key][:OF_ONE_SHELF]
    tired = latest[0] if len(latest) == OF_ONE_SHELF and len(set(latest)) == 1 else ""
    fresh = [one for one in reading.shelves if one != tired]
    return min(fresh, key=lambda shelf: shelves[shelf])


def _suggestion(shelf: str, found: Sequence[BookRead], reading: ReadingList) -> Book | None:
    """The first book of a shelf that was not read."""
    read = {title_key(one.title) for one in found}
    left = (one for one in reading.books if one.shelf == shelf and title_key(one.title) not in read)
    return next(left, None)
