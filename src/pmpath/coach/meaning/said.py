"""The words of one entry with the phrases that stand in them, before anything is made of them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.coach.meaning.phrases import Hit
    from pmpath.domain.entry import Entry

    Cautions = Mapping[str, frozenset[str]]


class Said:
    """What `doer`, `doubt` and `void` read; `sentence` fills it.

    `subject_end` is behind the words at the front that name somebody else, 0 where none do; `void`
    has the places of words that name no object of the user's own deed.
    """

    __slots__ = (
        "cautions", "entry", "event", "has", "hits", "phrases", "subject_end", "void", "words",
    )  # fmt: skip
    cautions: Cautions
    entry: Entry
    event: str
    has: frozenset[str]
    hits: list[Hit]
    phrases: frozenset[str]
    subject_end: int
    void: frozenset[int]
    words: tuple[str, ...]

    def at(self, place: int) -> str:
        """The word at a place; "" behind the last."""
        return self.words[place] if place < len(self.words) else ""

    def first(self) -> set[str]:
        """The phrases that begin the sentence."""
        return {one.phrase for one in self.hits if one.first == 0}
