"""A line that is being typed: its text, where the cursor stands, and what each key does to it."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category

from pmpath.cli.terminal import keys

JOINER = "\u200d"


class EditedLine:
    """The text and the place of the cursor in it, counted in characters from 0."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.cursor = len(text)
        self._cut = ""
        self._acts: dict[str, Callable[[], object]] = {
            keys.LEFT: lambda: self._go(self._left_of(self.cursor)),
            keys.RIGHT: lambda: self._go(self._right_of(self.cursor)),
            keys.HOME: lambda: self._go(0),
            keys.END: lambda: self._go(len(self.text)),
            keys.WORD_LEFT: lambda: self._go(self._word_left()),
            keys.WORD_RIGHT: lambda: self._go(self._word_right()),
            keys.BACKSPACE: lambda: self._take(self._left_of(self.cursor), self.cursor),
            keys.DELETE: lambda: self._take(self.cursor, self._right_of(self.cursor)),
            keys.CUT_TO_START: lambda: self._cut_out(0, self.cursor),
            keys.CUT_TO_END: lambda: self._cut_out(self.cursor, len(self.text)),
            keys.CUT_WORD: lambda: self._cut_out(self._blank_left(), self.cursor),
            keys.CUT_WORD_RIGHT: lambda: self._cut_out(self.cursor, self._word_right()),
            keys.PUT_BACK: lambda: self.insert(self._cut),
        }

    def insert(self, text: str) -> None:
        """Put text where the cursor stands; it stands behind it then."""
        self.text = self.text[: self.cursor] + text + self.text[self.cursor :]
        self.cursor += len(text)

    def press(self, key: str) -> None:
        """Do what a key does; one without a meaning in a line does nothing."""
        act = self._acts.get(key)
        if act is not None:
            act()

    def _go(self, cursor: int) -> None:
        self.cursor = cursor

    def _take(self, start: int, end: int) -> str:
        taken = self.text[start:end]
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start
        return taken

    def _cut_out(self, start: int, end: int) -> None:
        """Take a stretch away that Ctrl-Y puts back."""
        self._cut = self._take(start, end) or self._cut

    def _left_of(self, place: int) -> int:
        """The place before a letter with all its accents."""
        place = max(place - 1, 0)
        while place and self._belongs_to_the_one_before(place):
            place -= 1
        return place

    def _right_of(self, place: int) -> int:
        place = min(place + 1, len(self.text))
        while place < len(self.text) and self._belongs_to_the_one_before(place):
            place += 1
        return place

    def _belongs_to_the_one_before(self, place: int) -> bool:
        char = self.text[place]
        return char == JOINER or category(char) in ("Mn", "Me") or self.text[place - 1] == JOINER

    def _word_left(self) -> int:
        place = self.cursor
        while place and not self.text[place - 1].isalnum():
            place -= 1
        while place and self.text[place - 1].isalnum():
            place -= 1
        return place

    def _word_right(self) -> int:
        place, end = self.cursor, len(self.text)
        while place < end and not self.text[place].isalnum():
            place += 1
        while place < end and self.text[place].isalnum():
            place += 1
        return place

    def _blank_left(self) -> int:
        """Where the word before the cursor begins, between blanks, as Ctrl-W counts words."""
        place = self.cursor
        while place and self.text[place - 1].isspace():
            place -= 1
        while place and not self.text[place - 1].isspace():
            place -= 1
        return place
