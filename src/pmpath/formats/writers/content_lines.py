"""Content lines, as calendars and contacts have them: escaped, folded, ended by CR LF."""

from __future__ import annotations

from pmpath.formats.text import one_line, printable

LONGEST = 75
CRLF = "\r\n"
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def content_line(name: str, value: str) -> str:
    """A property and its value as it stands, folded at 75 octets between characters."""
    pieces, piece, size = [], "", 0
    for char in f"{name}:{value}":
        width = len(char.encode("utf-8", "backslashreplace"))
        if size + width > LONGEST:
            pieces.append(piece)
            # The blank that a folded line begins with counts.
            piece, size = "", 1
        piece, size = piece + char, size + width
    return "\r\n ".join([*pieces, piece]) + CRLF


def text_line(name: str, text: str) -> str:
    """A property with a text on one line, its commas and semicolons escaped."""
    return content_line(name, escaped(one_line(text)))


def long_text_line(name: str, text: str) -> str:
    """The same for a text that may have several lines."""
    return content_line(name, escaped(printable(text).strip()))


def escaped(text: str) -> str:
    """A text inside a value."""
    return text.translate(ESCAPED)
