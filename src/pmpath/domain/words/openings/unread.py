"""What looks like a firm in a line of the search, where no opening was read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

SECTIONS = ("nobody", "function", "leader", "event", "role", "title", "cause", "gathering", "lead")


def unread_firm(line: Line, lexicon: Lexicon, people: PeopleReader) -> str:
    """The first words with a capital that are nobody and nothing else; empty where there are none.

    The first word of a sentence has a capital anyway.
    """
    tables = [lexicon.table(section) for section in SECTIONS]
    named = {at for one in people.found for at in range(one.first, one.after)}

    def may_be(at: int) -> bool:
        low = line.low[at]
        is_word = low in lexicon.names or any(low in table for table in tables)
        return line.is_capital(at) and not (line.taken[at] or at in named or is_word)

    for at in range(1, len(line)):
        if may_be(at) and line.end[at - 1] not in (".", "!", "?") and line.low[at - 1]:
            after = at + 1
            while after < len(line) and not line.end[after - 1] and may_be(after):
                after += 1
            return line.text(at, after)
    return ""
