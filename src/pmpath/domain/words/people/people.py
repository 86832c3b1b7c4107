"""Who a plain sentence names: a name is told by what leads to it and by what stands beside it."""

from __future__ import annotations

from pmpath.domain.people import function_of, label, name_of
from pmpath.domain.record import changed
from pmpath.domain.when.calendar import SHORT_WEEKDAYS
from pmpath.domain.when.spelling import listed
from pmpath.domain.words.application import may_be_search
from pmpath.domain.words.meeting_nouns import CUSTOMERS_OWN
from pmpath.domain.words.people.functions import AREAS, DEPARTMENTS
from pmpath.domain.words.people.judge import WEAK, NameJudge
from pmpath.domain.words.people.leads import JOINS
from pmpath.domain.words.people.lone_function import OF_A_THING, field_of, is_said_of
from pmpath.domain.words.people.named import Person, Somebody
from pmpath.domain.words.shapes.patterns import patterns_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.words.line import Line

# `Lena's team`, `Tomas's wife`.
OF_SOMEBODY = listed(
    "team group department colleague colleagues teammate teammates friend friends wife husband"
    " partner brother sister report reports assistant successor predecessor people folks guy guys"
)
HIRING = ("recruiter", "hiring_manager")


class PeopleReader(NameJudge):
    """Finds the people of one line; what was found is kept in `found` and `unnamed`."""

    def __init__(
        self,
        line: Line,
        known: Vocabulary,
        marked: Mapping[int, str],
        is_word: Callable[[str], bool],
    ) -> None:
        lexicon = known.lexicon
        self.patterns = patterns_in(line, lexicon)
        is_search = may_be_search(line, lexicon, self.patterns)
        super().__init__(line, known, is_search=is_search)
        self.marked, self.is_word = marked, is_word
        self.titles = lexicon.table("title")
        self.counts = lexicon.table("count")
        self.jobs = lexicon.words("role", "job")
        # A key on each line: a first name is found faster there than made of each of them.
        self.known_keys = "\n".join(["", *known.people, ""])
        self.unnamed: list[Somebody] = []

    def read(self) -> PeopleReader:
        """Go through the words once."""
        at = 0
        while at < len(self.line):
            person = self._marked(at) or (None if self.line.taken[at] else self._person(at))
            if person:
                self.found += [*self._beside(person), person]
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

    def _is_plain_word(self, at: int) -> bool:
        """Whether a word without a capital can be no name: a cheap look, as most words are such."""
        low = self.line.low[at]
        if self.line.is_capital(at) or low in self.names or low in SHORT_WEEKDAYS:
            return False
        is_word = low in self.nobody or low in self.functions or low in self.events
        keys = self.known_keys
        return is_word and not (f"\n{low} " in keys or f"\n{low}\n" in keys)

    def _beside(self, person: Person) -> list[Person]:
        """`Femi & Rosalind (sales)`: whoever stands before the `and` was there as well."""
        at = person.first - 2
        if at < 0 or not (person.lead == "" and "(" in person.person):
            return []
        line, low = self.line, self.line.low[at]
        joins = line.raw[at + 1] in JOINS and not line.end[at]
        is_word = low in self.nobody or self.is_word(low) or self._means_something(low)
        if not joins or line.taken[at] or not line.is_capital(at) or is_word:
            return []
        alone = not any(one.first <= at < one.after for one in self.found)
        return [Person(at, at + 1, self.name_reader.told(at, at + 1), "")] if alone else []

    def _person(self, at: int) -> Person | None:
        low = self.line.low[at]
        name = low.removesuffix("'s")
        if (
            not name
            or name in self.titles
            or (not name[0].isalpha() or low in self.counts)
            or "@" in low
            or ("/" in low and len(low) < 4)
        ):
            return None
        if self._is_plain_word(at):
            return None
        start, lead, function = self._before(at)
        after = self.name_reader.end(at)
        if self._begins_with_a_verb(at, after, lead):
            return None
        if self.line.hit(at, self.functions)[1] > 1 or self.name_reader.is_nobody(at, after):
            return None
        if self.name_reader.is_firm(at, after) or self._owns_people(after):
            return None
        if self._is_a_customer_firm(at, after, lead, self.jobs) or self._is_applied_to(at, after):
            return None
        beside, far = self.function_reader.beside(after)
        function = function or beside
        if not self._is_name(at, after, lead, function):
            return None
        return Person(
            start, max(after, far), label(self.name_reader.told(at, after), function), lead
        )

    def _owns_people(self, after: int) -> bool:
        """`coffee with Lena's boss`, `her colleague Max`: somebody of hers was there, not she."""
        line = self.line
        if not line.low[after - 1].endswith("'s") or line.end[after - 1]:
            return False
        for at in range(after, min(after + 3, len(line))):
            if line.low[at] in OF_SOMEBODY or line.low[at] in self.functions:
                return bool(line.end[at]) or self.line.word(at + 1) not in CUSTOMERS_OWN
            if line.end[at]:
                break
        return False

    def _before(self, at: int) -> tuple[int, str, str]:
        """Where the words about this person begin, what leads to them, and the function said."""
        line = self.line
        start, function, is_titled = at, "", False
        if line.raw[at][:1] in "([" and line.low[at] not in self.names:
            return at, "", ""
        while start and self._goes_on(start - 1, function):
            low = line.low[start - 1]
            said, length = self.function_reader.ending(start - 1)
            if low in self.titles:
                start, is_titled = start - 1, True
            elif self._is_filler(start - 1) or (function and said in AREAS):
                start -= 1
            elif said and not function and self._is_function_of(at, start - 1, said, length):
                function, start = said, start - length
            else:
                break
        lead = self.lead_reader.to(start)
        if is_titled and lead in WEAK:
            # "a sheet for Mr. Deshpande"
            lead = "title"
        return start, lead, function

    def _goes_on(self, before: int, function: str) -> bool:
        """Whether this word may still belong to the name behind it."""
        line = self.line
        if line.taken[before] and line.low[before] not in self.titles:
            return False
        if any(one.first <= before < one.after for one in self.found):
            # "Priya, our CMO, Ben": it was said of Priya.
            return False
        if line.raw[before].rstrip(",;.:").endswith((")", "]")):
            # "Anna (PM), Ben": what stands in brackets is said of the name before them.
            return False
        sign = line.end[before]
        return not sign or (
            sign == "," and not function and bool(self.function_reader.ending(before)[1])
        )

    def _is_filler(self, at: int) -> bool:
        """`a PM called Isobel` names her; `called Isobel` tells of a call."""
        if self.line.low[at] in ("called", "named"):
            before = self.line.word(at - 1)
            return before in self.fillers or bool(at and self.function_reader.ending(at - 1)[1])
        return self.line.low[at] in self.fillers

    def _is_function_of(self, at: int, last: int, said: str, length: int) -> bool:
        """Whether the function that ends at a word is that of the name at `at`."""
        line, low = self.line, self.line.low[last]
        starts = last + 1 == length or bool(line.end[last - length])
        if said == "manager" and self._is_of_another(last + 1 - length):
            return False
        if self.is_search and line.word(last - length) in ("of", "as") and line.end[last] == ",":
            return False  # "for the position of Associate PM, Catarina helped me"
        if starts and said in HIRING:
            return True
        if low in self.leaders and self.lead_reader.to(last + 1 - length):
            return True
        if line.low[last + 1 - length] in self.leaders and (starts or length > 1):
            return True
        plain = not line.is_capital(last) or line.bare[last].isupper()
        if not (plain or " of " in said or last + 1 == length or low in ("vp", "manager")):
            return False
        # "marketing Lena" is rather the field of a firm; "our designer Milo" is a person.
        is_field = said in AREAS and low in DEPARTMENTS
        return not is_field or line.low[at] in self.names or self._is_colleague(last + 1, at)

    def _is_of_another(self, at: int) -> bool:
        """`Lena's boss`, `his manager`: not mine."""
        owner = self.line.low[at - 1] if at else ""
        return owner.endswith("'s") or owner in ("her", "his", "their")

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
        behind = 0
        for at in range(len(self.line)):
            if at < behind or self.line.taken[at] or any(n <= at < m for n, m in spans):
                continue
            said, length = self.function_reader.starting(at)
            if self.line.low[at : at + length] == ("product",):
                continue
            count = 1
            before = self.line.low[at - 1] if at else ""
            if before.isdecimal() and len(before) < 3:
                count = int(before)
            elif before in self.counts:
                count = int(self.counts[before])
            beside = any(at in (first - length, after) for first, after in spans)
            if said and not beside and self._is_somebody(said, at, length):
                self.unnamed.append(Somebody(at, at + length, said, count))
                behind = at + length

    def _is_somebody(self, function: str, at: int, length: int) -> bool:
        """`two salespeople` are people, `sales` is a field; of engineers one sees enough anyway."""
        ends, behind = self.line.end[at + length - 1], self.line.word(at + length)
        if function == "customer" and behind in OF_A_THING:
            return bool(ends)
        if not ends and behind.removesuffix("s") in self.jobs:
            # "saw two PM openings"
            return False
        if function not in AREAS:
            return function != "manager" or not self._is_of_another(at)
        word = "_".join(self.line.low[at : at + length])
        return function != "engineer" and word not in DEPARTMENTS

    def _give_lone(self) -> None:
        """`customer call with Stadtwerke`: of whoever is named alone the function is said."""
        if len(self.found) != 1:
            return
        person = self.found[0]
        is_marked = any(person.first <= at < person.after for at in self.marked)
        # "client call with Kasia", who sells: what the log knows of her stays.
        known = function_of(self.name_reader.known_as(person.after - 1, person.after))
        if known or function_of(person.person):
            return
        field = field_of(self.line, person, self.functions)
        if field:
            self.found[0] = changed(person, person=label(name_of(person.person), field))
            return
        if len(self.unnamed) != 1 or is_marked:
            return
        somebody = self.unnamed[0]
        if is_said_of(self.line, somebody, person):
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
