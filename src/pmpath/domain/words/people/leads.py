"""What leads to a name: with, met, told; `and` beside another person."""

from __future__ import annotations

from pmpath.domain.language.lexicon import EVERYDAY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person

JOINS = ("and", "und", "et", "y", "en", "e", "+", "&", "plus", "or")
TALKING = ("talked", "spoke", "chat", "chatted")


class LeadReader:
    """Finds what leads to the names of one line; `found` grows while they are read."""

    def __init__(self, line: Line, lexicon: Lexicon, found: Sequence[Person]) -> None:
        self.line = line
        self.leads = lexicon.table("lead")
        self.events = lexicon.table("event")
        self.names = lexicon.names
        self.found = found

    def to(self, start: int) -> str:
        """What leads to the word at `start`: with, met, told; "and" beside another person."""
        if not start:
            return ""
        joined = self._joined(start)
        if joined:
            return joined
        line, before = self.line, start - 1
        if line.raw[before] in ("->", ":", "|", "/", "-") and before:
            before -= 1
        elif line.end[before] not in ("", ":"):
            return ""
        return self._by_a_word(before) or self._by_an_event(before)

    def _joined(self, start: int) -> str:
        """`Mai and Jan`: what led to the one before leads to this one as well."""
        last, before = self.found[-1] if self.found else None, start - 1
        if not last or last.lead == "title":
            return ""
        is_join = self.line.low[before] in (*JOINS, "") or self.line.raw[before] in JOINS
        if self.line.end[before] in (".", "!", "?", ";"):
            return ""
        if last.after == start and not self.line.end[before] and self._is_everyday(start):
            # "Ben will send it", "with Bianca till lunch"
            return ""
        beside = last.after == start or (last.after == before and is_join)
        return (last.lead or "and") if beside else ""

    def _is_everyday(self, at: int) -> bool:
        """Whether small letters are rather a word than somebody's name."""
        return self.names.get(self.line.low[at]) == EVERYDAY and not self.line.is_capital(at)

    def _by_a_word(self, before: int) -> str:
        low = self.line.low
        for length in (3, 2, 1):
            first = before + 1 - length
            lead = self.leads.get("_".join(low[first : before + 1])) if first >= 0 else None
            if lead == "to" and low[before] == "for":
                return lead
            if lead in ("to", "from"):
                talks = length == 1 and first and low[first - 1] in TALKING
                return "met" if talks else self._of_message(first, lead)
            if lead:
                return lead
        return ""

    def _by_an_event(self, before: int) -> str:
        """`coffee lena sales` may be a name, `coffee: Lena` is one."""
        event = self.events.get(self.line.low[before])
        if self.line.end[before] == ":":
            return "with" if event in ("met", "told", "asked") else ""
        return "maybe" if event == "met" else ""

    def _of_message(self, at: int, lead: str) -> str:
        """`sent the deck to Katrin`: as strong as the verb before it."""
        for before in range(at - 1, max(-1, at - 7), -1):
            said = self.leads.get(self.line.low[before], "")
            if said in ("sent", "promised", "answered", "told") or self.line.low[before] in (
                "reply",
                "answer",
                "word",
                "news",
                "intro",
                "lines",
                "mail",
                "email",
                "note",
            ):
                return "sent" if lead == "to" else "from"
            if self.line.end[before]:
                break
        return lead
