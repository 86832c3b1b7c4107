"""Who a plain sentence names: a name is told by what leads to it and by what stands beside it."""

from __future__ import annotations

from pmpath.domain.lexicon import PLAIN
from pmpath.domain.people import function_of, key_of, label, name_of
from pmpath.domain.record import changed
from pmpath.domain.words.application import seen_opening
from pmpath.domain.words.people.functions import AREAS, DEPARTMENTS, FunctionReader
from pmpath.domain.words.people.leads import LeadReader
from pmpath.domain.words.people.lone_function import is_of
from pmpath.domain.words.people.named import Person, Somebody
from pmpath.domain.words.people.names import NameReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmpath.domain.vocabulary import Vocabulary
    from pmpath.domain.words.line import Line

SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
A_PLAIN_NO = ("said_no", "says_no", "say_no", "no_after", "a_no")
OF_SEARCH = ("interview", "applied", "rejected", "offer")
BEFORE_A_FIRM = ("with", "sent", "answered", "called")
TO_SOMEBODY = ("with", "met", "told", "asked", "and", "called")
NOT_BEFORE_A_NAME = ("at", "in", "near", "by", "on")


class PeopleReader:
    """Finds the people of one line; what was found is kept in `found` and `unnamed`."""

    def __init__(
        self,
        line: Line,
        known: Vocabulary,
        marked: Mapping[int, str],
        is_word: Callable[[str], bool],
    ) -> None:
        lexicon = known.lexicon
        self.marked = marked
        self.is_word = is_word
        self.line = line
        self.spelled = NameReader(line, known)
        self.names = lexicon.names
        self.functions = lexicon.table("function")
        self.leaders = lexicon.table("leader")
        self.titles = lexicon.table("title")
        self.fillers = lexicon.table("filler")
        self.nobody = lexicon.table("nobody")
        self.events = lexicon.table("event")
        self.counts = lexicon.table("count")
        self.is_search = self._is_search() or seen_opening(line, lexicon) is not None
        self.found: list[Person] = []
        self.leading = LeadReader(line, lexicon, self.found)
        self.beside_names = FunctionReader(line, lexicon, is_search=self.is_search)
        self.unnamed: list[Somebody] = []

    def _is_search(self) -> bool:
        """Whether the words may tell of an opening, where a name is rather a firm's."""
        forms = (form for forms in self.line.forms for form in forms)
        return any(self.events.get(form) in OF_SEARCH and form not in A_PLAIN_NO for form in forms)

    def read(self) -> PeopleReader:
        """Go through the words once."""
        at = 0
        while at < len(self.line):
            person = self._marked(at) or (None if self.line.taken[at] else self._person(at))
            if person:
                self.found.append(person)
                at = person.after
            else:
                at += 1
        self._give_both()
        self._find_unnamed()
        self._give_lone()
        return self

    def _marked(self, at: int) -> Person | None:
        """Somebody that an `@` names, with what leads to the mark."""
        person = self.marked.get(at)
        if not person:
            return None
        start, lead, _ = self._before(at)
        return Person(start, at + 1, person, lead or "marked")

    # What may be a name.

    def _person(self, at: int) -> Person | None:
        low = self.line.low[at]
        name = low.removesuffix("'s")
        if (
            not name
            or name in self.titles
            or not name[0].isalpha()
            or "@" in low
            or ("/" in low and len(low) < 4)
        ):
            return None
        start, lead, function = self._before(at)
        after = self.spelled.end(at)
        if self.spelled.is_firm(at, after):
            return None
        beside, far = self.beside_names.beside(after)
        function = function or beside
        if not self._is_name(at, after, lead, function):
            return None
        return Person(start, max(after, far), label(self.spelled.told(at, after), function), lead)

    def _is_name(self, at: int, after: int, lead: str, function: str) -> bool:
        line, low = self.line, self.line.low[at].removesuffix("'s")
        kind = self.names.get(low, "")
        if line.is_capital(at) and key_of(line.bare[at]) in self._named_already():
            return True
        if self.spelled.known_as(at, after):
            return bool(lead or function or line.is_capital(at)) or self._is_only_a_name(low, kind)
        if low in SHORT_DAYS:
            ends = at + 1 == len(line) or line.taken[at + 1] or bool(function)
            return lead in ("with", "met", "told") and not line.end[at] and ends
        if not line.is_capital(at):
            return self._is_small_name(at, lead, function, kind)
        strong = lead not in ("", "from", "to", "maybe")
        if low in self.nobody and not (kind and (strong or function)):
            return False
        if not kind and self._means_something(low):
            return False
        return self._is_led(at, after, lead, function)

    def _is_only_a_name(self, low: str, kind: str) -> bool:
        """`kasia used my sheet`: a known name that is no everyday word needs no capital."""
        return kind == PLAIN or (not kind and low not in self.nobody and not self.is_word(low))

    def _means_something(self, low: str) -> bool:
        return bool(self.functions.get(low)) or low in self.leaders or low in self.events

    def _is_led(self, at: int, after: int, lead: str, function: str) -> bool:
        """Whether what stands around a word with a capital makes it a name."""
        kind = self.names.get(self.line.low[at].removesuffix("'s"), "")
        owns = self.line.low[at].endswith("'s")
        apart = bool(function) and not self._stands_beside(after)
        if lead not in ("", "from", "to", "maybe"):
            is_firm = self.is_search and lead in BEFORE_A_FIRM and not (kind or apart)
            return bool(kind or not owns) and not is_firm
        if function and (kind or (apart and not self.is_search)):
            return True
        before = self.line.low[at - 1] if at else ""
        return kind == PLAIN and not owns and before not in NOT_BEFORE_A_NAME

    def _named_already(self) -> set[str]:
        return {key_of(one.person).split(" ")[0] for one in self.found}

    def _stands_beside(self, after: int) -> bool:
        """Whether the function follows without a sign: `Growth PM` is a role, `Ewa (PM)` is not."""
        line = self.line
        return (
            after < len(line)
            and not line.end[after - 1]
            and line.raw[after][:1] not in "(["
            and bool(self.beside_names.starting(after)[1])
        )

    def _is_small_name(self, at: int, lead: str, function: str, kind: str) -> bool:
        """A name typed without a capital needs more: a verb before it, or a function behind."""
        low = self.line.low[at]
        if not low.isalpha():
            return False
        if kind == PLAIN:
            return bool(lead or function)
        if low in self.nobody or low in self.leading.leads or self._means_something(low):
            joins = low == "will" and lead == "and" and not function
            return bool(kind) and lead in TO_SOMEBODY and not joins
        if kind:
            return lead in TO_SOMEBODY or bool(function and lead)
        return bool(function) and lead in (*TO_SOMEBODY, "maybe") and lead != "and" and len(low) > 2

    # What stands before a name.

    def _before(self, at: int) -> tuple[int, str, str]:
        """Where the words about this person begin, what leads to them, and the function said."""
        line = self.line
        start, function, is_titled = at, "", False
        if line.raw[at][:1] in "([" and line.low[at] not in self.names:
            return at, "", ""
        while start and self._goes_on(start - 1, function):
            low = line.low[start - 1]
            said, length = self.beside_names.ending(start - 1)
            if low in self.titles:
                start, is_titled = start - 1, True
            elif self._is_filler(start - 1) or (function and said in AREAS):
                start -= 1
            elif said and not function and self._is_function_of(at, start - 1, said, length):
                function, start = said, start - length
            else:
                break
        lead = self.leading.to(start)
        return start, lead or ("title" if is_titled else ""), function

    def _goes_on(self, before: int, function: str) -> bool:
        """Whether this word may still belong to the name behind it."""
        line = self.line
        if line.taken[before] and line.low[before] not in self.titles:
            return False
        sign = line.end[before]
        return not sign or (
            sign == "," and not function and bool(self.beside_names.ending(before)[1])
        )

    def _is_filler(self, at: int) -> bool:
        """`a PM called Isobel` names her; `called Isobel` tells of a call."""
        low = self.line.low[at]
        if low in ("called", "named"):
            return bool(at) and (
                self.line.low[at - 1] in self.fillers or bool(self.beside_names.ending(at - 1)[1])
            )
        return low in self.fillers

    def _is_function_of(self, at: int, last: int, said: str, length: int) -> bool:
        """Whether the function that ends at a word is that of the name at `at`."""
        line, low = self.line, self.line.low[last]
        plain = not line.is_capital(last) or line.bare[last].isupper()
        if not (plain or " of " in said or last + 1 == length or low in ("vp", "manager")):
            return False
        # "marketing Lena" is rather the field of a firm; "our designer Milo" is a person.
        is_field = said in AREAS and low in DEPARTMENTS
        return not is_field or line.low[at] in self.names or self._is_colleague(last + 1, at)

    def _is_colleague(self, first: int, after: int) -> bool:
        return any(word.startswith(("colleague", "kolleg")) for word in self.line.low[first:after])

    # What stands behind a name.

    def _give_both(self) -> None:
        """`Frank + Will (both pm)`: the function goes to each."""
        for at, person in enumerate(self.found):
            words = self.line.low[person.first : person.after]
            if "both" in words or "all" in words:
                function = person.person.partition(" (")[2].rstrip(")")
                for n, one in enumerate(self.found[: at + 1]):
                    self.found[n] = changed(one, person=label(name_of(one.person), function))

    def _find_unnamed(self) -> None:
        """`two PMs`, `2 PM`, `a customer`, `the CMO`, `3 contacts`."""
        spans = [(one.first, one.after) for one in self.found]
        for at in range(len(self.line)):
            if self.line.taken[at] or any(first <= at < after for first, after in spans):
                continue
            said, length = self.beside_names.starting(at)
            count = 1
            before = self.line.low[at - 1] if at else ""
            if before.isdecimal() and len(before) < 3:
                count = int(before)
            elif before in self.counts:
                count = int(self.counts[before])
            beside = any(after == at for _, after in spans)
            if said and said not in AREAS and not beside:
                self.unnamed.append(Somebody(at, at + length, said, count))

    def _give_lone(self) -> None:
        """`customer call with Stadtwerke`: of whoever is named alone the function is said."""
        if len(self.found) != 1 or len(self.unnamed) != 1:
            return
        person, somebody = self.found[0], self.unnamed[0]
        is_marked = any(person.first <= at < person.after for at in self.marked)
        # "client call with Kasia", who sells: what the log knows of her stays.
        known = function_of(self.spelled.known_as(person.after - 1, person.after))
        if is_marked or known or function_of(person.person):
            return
        if is_of(self.line, somebody, person):
            told = label(name_of(person.person), somebody.function)
            self.found[0] = changed(person, person=told)
            self.unnamed.clear()

    def strangers(self) -> tuple[int, ...]:
        """Where a small word stands that may be a name nobody knows: `coffee with oksana`."""
        if self.found or self.unnamed:
            return ()
        return tuple(at for at in range(1, len(self.line)) if self._may_be_a_name(at))

    def _may_be_a_name(self, at: int) -> bool:
        line, low = self.line, self.line.low[at]
        if line.taken[at] or not (low.isalpha() and len(low) > 2) or line.is_capital(at):
            return False
        ends = line.end[at] or at + 1 == len(line) or line.taken[at + 1]
        return (
            bool(ends)
            and self._before(at)[:2] in ((at, "with"), (at, "met"))
            and not self.is_word(low)
        )
