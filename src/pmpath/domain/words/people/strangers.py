"""Whether a word that no list knows is somebody, by what happens between them and me."""

from __future__ import annotations

from pmpath.domain.words.people.functions import FunctionReader
from pmpath.domain.words.people.leads import JOINS, LeadReader
from pmpath.domain.words.people.names import NameReader
from pmpath.domain.words.shapes.theirs import FOR_OTHERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person

ME = ("me", "myself")
HE_OR_SHE = frozenset(["he", "she", "his", "her", "him", "he'll", "she'll", "he's", "she's"])
# `to get Imke the estimate`: whom a thing is handed to.
HANDING = frozenset([
    "get", "bring", "hand", "lend", "send", "give", "show", "mail", "email", "forward", "pass",
    "find", "write", "draft",
])  # fmt: skip
THANKING = ("thank", "remind", "nudge", "congratulate")
TO_DO = frozenset(["to", "will", "i'll", "i'd", "must", "would", "gonna", "and", "shall"])
THINGS = tuple((one,) for one in ("the", "a", "an", "my", "our", "some", "his", "her", "their"))
ME_OR_US = frozenset(["me", "us"])


class StrangerJudge:
    """Judges the words of one line that may name a stranger; `found` holds the people before them.

    `is_search`: the line may tell of an opening, where a name is rather a firm's.
    """

    def __init__(self, line: Line, known: Vocabulary, *, is_search: bool) -> None:
        lexicon = known.lexicon
        self.line = line
        self.is_search = is_search
        self.name_reader = NameReader(line, known)
        self.names = lexicon.names
        self.functions = lexicon.table("function")
        self.leaders = lexicon.table("leader")
        self.fillers = lexicon.table("filler")
        self.nobody = lexicon.table("nobody")
        self.events = lexicon.table("event")
        self.work = lexicon.table("engineering")
        self.found: list[Person] = []
        self.lead_reader = LeadReader(line, lexicon, self.found)
        self.function_reader = FunctionReader(line, lexicon, is_search=is_search)

    def _means_something(self, low: str) -> bool:
        return bool(self.functions.get(low)) or low in self.leaders or low in self.events

    def _is_at_it_with_me(self, after: int) -> bool:
        """`Xiu and I had coffee`, `Xiu is going to send me the deck`: somebody, known or not."""
        last = self._behind_list(after)
        joined = self.line.low[last : last + 2]
        if joined[1:] == ("i",) and (joined[0] == "and" or self.line.raw[last] == "&"):
            return True
        ahead = self.line.low[after : after + 5]
        is_at_it = ahead[:1] == ("is",) and "".join(ahead[1:2]).endswith("ing")
        is_ahead = ahead[:1] == ("will",) or is_at_it
        if ahead[:1] == ("will",) and "my" in ahead and not self.is_search:
            return ahead[1] in FOR_OTHERS  # "Roswitha will look at my CV"
        return is_ahead and not ME_OR_US.isdisjoint(ahead)

    def _is_he_or_she(self, after: int) -> bool:
        """`helped Paavo with his query`: what is said of a thing is said otherwise."""
        return not HE_OR_SHE.isdisjoint(self.line.low[after : after + 8])

    def _is_promised(self, at: int, after: int) -> bool:
        """`must get Imke the estimate`, `promised by Kilian`, `Kilian promised to send me`.

        And `Yusra has half an hour for me`.
        """
        line = self.line
        before = (line.word(at - 2), line.word(at - 1))
        ahead = line.low[after : after + 5]
        if before[1] in HANDING and before[0] in TO_DO and not line.end[after - 1]:
            return ahead[:1] in THINGS
        if before == ("promised", "by") or (before[0] in TO_DO and before[1] in THANKING):
            return True
        starts = not at or bool(line.end[at - 1])
        from pmpath.domain.words.people.offered_time import is_time_offered

        by_them = ahead[:1] == ("promised",) and not ME_OR_US.isdisjoint(ahead)
        further = line.low[after : after + 8]
        offers = further[:2] == ("offered", "to") and not ME_OR_US.isdisjoint(further)
        offers = starts and (offers or is_time_offered(line.low[after:]))
        return not self.is_search and (by_them or offers)

    def _behind_list(self, after: int) -> int:
        """Behind the names that follow: `Xiu, Oisin (PM) and I had coffee`."""
        line = self.line
        while after < len(line):
            joins = not line.end[after - 1] and (
                line.low[after] in JOINS or line.raw[after] in JOINS
            )
            at = after + joins
            if not (joins or line.end[after - 1] == ",") or not self._may_be_named(at):
                break
            after = self.name_reader.end(at)
            after = max(after, self.function_reader.beside(after)[1])
        return after

    def _may_be_named(self, at: int) -> bool:
        """Whether a word with a capital may be somebody's name, as no list knows it otherwise."""
        low = self.line.word(at)
        if low in ("", "i"):
            return False
        is_known = bool(self.names.get(low))
        is_word = low in self.nobody or self._means_something(low) or self.line.taken[at]
        return self.line.is_capital(at) and (is_known or not is_word)

    def _is_behind_me(self, at: int) -> bool:
        """`me, Xiu and Oisin had lunch`: nothing but names between me and this one."""
        line = self.line
        inside = {n for one in self.found for n in range(one.first, one.after)}
        between = range(1, at)
        is_first = line.word(0) in ME and (line.end[0] == "," or line.word(1) in JOINS)
        return is_first and all(n in inside or line.low[n] in JOINS for n in between)
