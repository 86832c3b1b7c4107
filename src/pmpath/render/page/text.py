"""User text made harmless, and days, durations and numbers as people read them."""

from __future__ import annotations

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Joiners that hold emoji and some scripts together; they act on their neighbors only.
JOINERS = "\u200c\u200d"
LAST_BASIC = 0xFFFF
# Below it every letter takes one column: Latin, with its accents.
FIRST_COMBINING = "\N{COMBINING GRAVE ACCENT}"
FIRST_TAG_CHARACTER = 0xE0000
# What a shell does not hand on as it stands, and what it takes for itself between quotes as well.
SHELL_SIGNS = frozenset("'\"`$&|;<>()*?[]{}!#~^\\\n")
SIGNS_IN_QUOTES = frozenset('"`$!\\')


def shell_words(text: str) -> str:
    """Words of a command as they can be pasted: quoted where a shell would take a sign of them."""
    if SHELL_SIGNS.isdisjoint(text):
        return text
    if SIGNS_IN_QUOTES.isdisjoint(text):
        return f'"{text}"'
    return "'" + text.replace("'", "'\\''") + "'"


def clean(text: str) -> str:
    r"""The text on one line, with everything that could act on a terminal made visible.

    Control and format characters, bidirectional marks and lone surrogates become escapes such as
    `\x1b`; line breaks, tabs and odd spaces become a space. Letters and emoji stay.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _visible(char) for char in text)


def _visible(char: str) -> str:
    if char.isspace():
        return " "
    # An emoji newer than this Python is not yet printable to it, yet harmless.
    if char in JOINERS or LAST_BASIC < ord(char) < FIRST_TAG_CHARACTER:
        return char
    return char.encode("unicode_escape").decode("ascii")


# A word of at most so many letters is left out whole where a text is clipped; a longer one is cut.
LONGEST_LEFT_OUT = 24
# What says at the end of a step which part of it is meant.
PART = ": part "


def clip(text: str, length: int) -> str:
    """At most `length` characters of cleaned text; an ellipsis stands for the words left out.

    Which part of a step it tells of (`: part 1 of 2`) stays.
    """
    if len(text) > length * 8:
        text = text[: length * 8]
    text = clean(text)
    if len(text) <= length:
        return text
    head, part, number = text.rpartition(PART)
    if part and number.replace(" of ", "").isdecimal() and len(part + number) < length // 2:
        return clip(head, length - len(part + number)) + part + number
    room = length - 3
    end = text.rfind(" ", max(room - LONGEST_LEFT_OUT, 1), room + 1)
    return text[: end if end > 0 else room].rstrip() + "..."


def cells(text: str) -> int:
    """How many columns of a terminal the text takes; wide letters and emoji take two."""
    if text.isascii() or max(text) < FIRST_COMBINING:
        return len(text)
    # Loaded for such text only: `log` is quick.
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(char) or char in JOINERS else 1 + (east_asian_width(char) in "WF")
        for char in text
    )


# What stands before the command that a sentence ends with; one that makes a folder is the system's.
OFFERS = ": pmpath "
MAKES_FOLDER = ": mkdir "


def hanging(label: str, text: str, width: int, *, cut: bool = True) -> list[str]:
    """The text beside its label, as lines of at most `width` columns; later ones as far in.

    Breaks between words; a word longer than a line is cut, unless it should stay whole.
    """
    room = max(width - len(label), 1)
    lines = [""]
    words = text.split(" ")
    for piece in (piece for word in words for piece in (_cut(word, room) if cut else [word])):
        longer = f"{lines[-1]} {piece}" if lines[-1] else piece
        if cells(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [label + lines[0], *(" " * len(label) + line for line in lines[1:])]


def offering(label: str, sentence: str, command: str, width: int) -> list[str]:
    """A sentence and the command or path that it offers, never broken: it is there to be pasted.

    It stands behind the sentence where it fits, else on a line of its own, however long.
    """
    lines = hanging(label, sentence, width, cut=False)
    if cells(lines[-1]) + 1 + cells(command) <= width:
        lines[-1] += f" {command}"
        return lines
    return [*lines, " " * len(label) + command]


def offered(text: str, room: int) -> list[str]:
    """A text in one piece where it fits; else what it says, and the command that it ends with.

    What stands behind the command, as a sentence does, keeps it where it is.
    """
    sentence, offers, command = text.rpartition(OFFERS)
    if not offers or not _is_last(command) or cells(text) <= room:
        return [text]
    return [f"{sentence}:", f"pmpath {command}"]


def _is_last(command: str) -> bool:
    """Whether a text ends with the command, and the sentence does not go on behind it."""
    return not command.endswith(".") and "; " not in command


def told(label: str, text: str, width: int, *, cut: bool = True) -> list[str]:
    """The text beside its label; a command that it ends with stays in one piece."""
    for offers in (OFFERS, MAKES_FOLDER):
        sentence, found, command = text.rpartition(offers)
        if found and _is_last(command):
            return offering(label, f"{sentence}:", f"{offers[2:]}{command}", width)
    return hanging(label, text, width, cut=cut)


def _cut(word: str, room: int) -> Iterator[str]:
    """The word in pieces that fit; in one piece nearly always."""
    while cells(word) > room:
        end = 1
        while cells(word[: end + 1]) <= room:
            end += 1
        yield word[:end]
        word = word[end:]
    yield word


def short_day(day: date) -> str:
    """`Fri 20 Nov`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def long_day(day: date) -> str:
    """`20 Nov 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_beside(day: date, today: date) -> str:
    """A day as said on another: with its year only when that differs."""
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def duration(minutes: int) -> str:
    """`0 min`, `15 min`, `1 h`, `4 h 15`."""
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def capitalized(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def signed_percent(percent: int) -> str:
    """`+88%`, `-40%`, `0%`."""
    return f"{percent:+d}%" if percent else "0%"


def signed_points(points: int | str) -> str:
    """`+15 points`, `-1 point`, `+0.5 points`."""
    sign = "" if str(points).startswith("-") or points == 0 else "+"
    return f"{sign}{points} {'point' if str(points).lstrip('-') == '1' else 'points'}"


def pluralize(count: int, one: str, many: str = "") -> str:
    """`1 week`, `3 weeks`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def often(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def listed(items: Sequence[str], most: int = 12) -> str:
    """`Lena, Tomas, Noor`; what is beyond `most` is counted."""
    shown = ", ".join(items[:most])
    return f"{shown} and {len(items) - most} more" if len(items) > most else shown
