"""The reading list and the areas of the job that textbooks cover, as light values."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Book(Frozen):
    """A book of the reading list; `year` of first publication."""

    title: str
    authors: str
    year: int
    shelf: str


class Area(Frozen):
    """An area of the job; `words` are what a line says about it."""

    id: str
    name: str
    words: tuple[str, ...]


class ReadingList(Frozen):
    """The books by shelf in the order of the content, and the areas in the order of the wheel."""

    books: tuple[Book, ...]
    areas: tuple[Area, ...]

    @property
    def shelves(self) -> tuple[str, ...]:
        """Each shelf once, in the order of the books."""
        return tuple(dict.fromkeys(one.shelf for one in self.books))


def reading_from(books: Mapping[str, Any], areas: Mapping[str, Any]) -> ReadingList:
    """What parsed `books.toml` and `areas.toml` hold."""
    return ReadingList(
        tuple(Book(one["title"], one["authors"], one["year"], one["shelf"])
              for one in books["book"]),
        tuple(Area(one["id"], one["name"], tuple(one["words"])) for one in areas["area"]),
    )  # fmt: skip
