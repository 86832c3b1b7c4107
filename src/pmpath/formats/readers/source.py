"""A file that is read once, from its first byte to its last: as lines, as a text, as JSON."""

from __future__ import annotations

import json

from pmpath.domain.errors import NotValid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import NoReturn

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
BLANKS = " \t\r\n"
# Characters of a broken text that are shown.
SHOWN = 30


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


class Source:
    """One file by its name, with its lines as bytes; they may come from anywhere."""

    def __init__(self, name: str, lines: Iterable[bytes]) -> None:
        self.name = name
        self._lines = lines

    def lines(self) -> Iterator[tuple[int, str]]:
        """Every line with its number, without its line break; raises NotValid for no UTF-8."""
        for number, line in enumerate(self._lines, 1):
            yield number, self._decoded(number, line).rstrip("\r\n")

    def raw_lines(self) -> Iterator[str]:
        """Every line with its line break as it stands, for readers of quoted line breaks."""
        for number, line in enumerate(self._lines, 1):
            yield self._decoded(number, line)

    def text(self) -> str:
        """The whole file; raises NotValid for no UTF-8."""
        return "".join(self.raw_lines())

    def fault(self, number: int, sentence: str, hint: str = "") -> NotValid:
        """An error about one line of this file."""
        return NotValid(sentence, place=f"{self.name}:{number}", hint=hint)

    def _decoded(self, number: int, line: bytes) -> str:
        if number == 1:
            if line.startswith(WIDE_MARKS):
                raise self.fault(1, "The file is UTF-16.", "Save it as UTF-8, then import it.")
            line = line.removeprefix(BYTE_ORDER_MARK)
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            raise self.fault(
                number,
                f"Byte {error.start + 1} of the line is not UTF-8.",
                "Save the file as UTF-8, then import it.",
            ) from None

    def json_items(self, under: str = "") -> Iterator[tuple[int, object]]:
        """The items of a JSON list, of the list `under` a key, or values behind one another.

        Each comes with the number of its line. One item is decoded at a time. Raises NotValid where
        the text is not JSON.
        """
        text = self.text()
        walk = _Walk(self, text)
        if under and walk.peek() == "{":
            walk.enter_list(under)
            yield from walk.items("]")
        elif walk.peek() == "[":
            walk.skip("[")
            yield from walk.items("]")
        else:
            yield from walk.items("")


class _Walk:
    """A place in a JSON text that only moves on."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.at = 0
        self._line, self._counted = 1, 0

    def peek(self) -> str:
        """The next character that is not blank; empty at the end."""
        text, at = self.text, self.at
        while at < len(text) and text[at] in BLANKS:
            at += 1
        self.at = at
        return text[at : at + 1]

    def skip(self, sign: str) -> None:
        """Go past a character, which has to be the next one."""
        if self.peek() != sign:
            raise self._broken()
        self.at += 1

    def line(self) -> int:
        """The number of the line on which the place is."""
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return self._line

    def value(self) -> object:
        """The value that stands here."""
        self.peek()
        try:
            found, self.at = _DECODER.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = error.pos
            raise self._broken() from None
        except (ValueError, RecursionError):
            raise self._broken() from None
        return found

    def enter_list(self, key: str) -> None:
        """Go into the list under a key of the object that stands here."""
        self.skip("{")
        while self.value() != key:
            self.skip(":")
            self.value()
            if self.peek() != ",":
                raise self.source.fault(self.line(), f'There is no "{key}" in it.')
            self.skip(",")
        self.skip(":")
        self.skip("[")

    def items(self, end: str) -> Iterator[tuple[int, object]]:
        """The values up to `end`, with or without commas between them."""
        while self.peek() != end:
            line = self.line()
            yield line, self.value()
            if self.peek() == ",":
                self.at += 1
            elif end and self.peek() != end:
                raise self._broken()

    def _broken(self) -> NotValid:
        found = " ".join(self.text[self.at : self.at + SHOWN].split())
        told = f'The JSON is broken at "{found}".' if found else "The JSON ends in the middle."
        return self.source.fault(self.line(), told, "Export it again, whole.")
