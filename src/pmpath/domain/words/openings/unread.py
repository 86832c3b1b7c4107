"""What looks like a firm in a line of the search, where no opening was read."""

from __future__ import annotations

from pmpath.domain.words.line import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

SECTIONS = ("nobody", "function", "leader", "event", "role", "title", "cause", "gathering", "lead")
TOOL = "tool"
JOINS = ("and", "&", "+", "plus", "und", "et", "y")


def unread_firm(line: Line, lexicon: Lexicon, people: PeopleReader) -> str:
    """The first words with a capital that are nobody and nothing else; empty where there are none.

    The first word of a sentence has a capital anyway.
    """
    may_be = _judge(line, lexicon, people)
    for at in range(1, len(line)):
        if may_be(at) and line.end[at - 1] not in (".", "!", "?") and line.low[at - 1]:
            return line.text(at, _end(line, at, may_be))
    return ""


def further_firms(line: Line, lexicon: Lexicon, people: PeopleReader, firm: str) -> tuple[str, ...]:
    """Those beside the firm that was read: `applied to Karavel, Northwind and Tidal`."""
    words = tuple(fold(word) for word in firm.split())
    length = len(words)
    starts = range(len(line) - length) if words else ()
    at = next((at + length for at in starts if line.low[at : at + length] == words), len(line))
    may_be = _judge(line, lexicon, people, of_a_list=True)
    found: list[str] = []
    is_beside = True
    while at < len(line):
        if line.raw[at][:1] == "(":
            at += 1  # "Acme (PM) and Globex (APM)"
            continue
        is_joined = line.low[at] in JOINS or line.raw[at] in JOINS
        listed = is_joined or line.end[at - 1] == "," or line.raw[at - 1] in (",", "/")
        is_led = line.word(at + is_joined) in ("to", "at")
        first = at + is_joined + is_led
        # "as PM, and to Northwind" is beside it as well
        is_beside = listed and (is_beside or is_led) and first < len(line) and may_be(first)
        if is_beside:
            found.append(line.text(first, _end(line, first, may_be)))
        at = _end(line, first, may_be) if is_beside else at + 1
    return tuple(found)


def _judge(
    line: Line, lexicon: Lexicon, people: PeopleReader, *, of_a_list: bool = False
) -> Callable[[int], bool]:
    """Whether a word may be a firm's name; in a list of firms one that makes a tool is one, too."""
    tables = [lexicon.table(section) for section in SECTIONS]
    named = {at for one in people.found for at in range(one.first, one.after)}

    def may_be(at: int) -> bool:
        low = line.low[at]
        kinds = [kind for table in tables if (kind := table.get(low)) is not None]
        is_word = any(kind != TOOL or not of_a_list for kind in kinds)
        is_word = is_word or (low in lexicon.names and not of_a_list)
        return line.is_capital(at) and not (line.taken[at] or at in named or is_word)

    return may_be


def _end(line: Line, at: int, may_be: Callable[[int], bool]) -> int:
    after = at + 1
    while after < len(line) and not line.end[after - 1] and may_be(after):
        after += 1
    return after
