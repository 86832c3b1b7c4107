"""Who a plain sentence names: a name is told by what leads to it and by what stands beside it."""

from __future__ import annotations

from pmpath.domain.people import key_of, label, name_of
from pmpath.domain.record import record
from pmpath.domain.words.lexicon import PLAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmpath.domain.words.lexicon import Lexicon
    from pmpath.domain.words.line import Line

LONGEST_NAME = 4
PARTICLES = ("van", "de", "von", "der", "den", "da", "di", "al", "bin", "del", "ter", "la", "le")
JOINS = ("and", "und", "et", "y", "en", "e", "+", "&", "plus", "or")
# Fields of work: beside a name they say where somebody works, before a name they are often a firm's.
AREAS = ("product_marketing", "sales", "marketing", "support", "engineer", "design", "finance",
         "legal", "operations")  # fmt: skip
SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
A_PLAIN_NO = ("said_no", "says_no", "say_no", "no_after", "a_no")
NOT_BEFORE_A_NAME = ("at", "in", "near", "by", "on")


@record
class Person:
    """Somebody named in the words from `first` up to `after`, and what leads to the name."""

    first: int
    after: int
    person: str
    lead: str = ""


@record
class Somebody:
    """People without a name: `two PMs`, `a customer`."""

    first: int
    after: int
    function: str
    count: int


class PeopleReader:
    """Finds the people of one line; what was found is kept in `found` and `unnamed`."""

    def __init__(
        self,
        line: Line,
        lexicon: Lexicon,
        known: Mapping[str, str],
        firms: Mapping[str, str],
        marked: Mapping[int, str],
        is_word: Callable[[str], bool],
    ) -> None:
        self.marked = marked
        self.is_word = is_word
        self.line = line
        self.known = known
        self.firms = firms
        self.names = lexicon.names
        self.functions = lexicon.table("function")
        self.leaders = lexicon.table("leader")
        self.leads = lexicon.table("lead")
        self.titles = lexicon.table("title")
        self.fillers = lexicon.table("filler")
        self.nobody = lexicon.table("nobody")
        self.suffixes = lexicon.table("firm")
        self.events = lexicon.table("event")
        self.counts = lexicon.table("count")
        of_search = {
            form
            for form, event in lexicon.table("event").items()
            if event in ("interview", "applied", "rejected", "offer") and form not in A_PLAIN_NO
        }
        self.is_search = line.has(of_search) or line.has(lexicon.table("stage"))
        self.found: list[Person] = []
        self.unnamed: list[Somebody] = []

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
        line, low = self.line, self.line.low[at]
        name = low.removesuffix("'s")
        if (
            not name
            or name in self.titles
            or not name[0].isalpha()
            or "@" in low
            or "/" in low
            and len(low) < 4
        ):
            return None
        start, lead, function = self._before(at)
        after = self._end_of_name(at)
        if self._is_firm(at, after):
            return None
        beside, far = self._beside(after)
        function = function or beside
        if not self._is_name(at, after, lead, function):
            return None
        return Person(start, max(after, far), label(self._name(at, after), function), lead)

    def _is_name(self, at: int, after: int, lead: str, function: str) -> bool:
        line, low = self.line, self.line.low[at].removesuffix("'s")
        kind = self.names.get(low, "")
        own = low.endswith("'s") or line.low[at].endswith("'s")
        strong = lead not in ("", "from", "to", "maybe")
        if line.is_capital(at) and key_of(line.bare[at]) in self._named_already():
            return True
        if self._known(at, after):
            return bool(lead or function or line.is_capital(at))
        if low in SHORT_DAYS:
            return (
                lead in ("with", "met", "told")
                and not line.end[at]
                and (at + 1 == len(line) or line.taken[at + 1] or bool(function))
            )
        if not line.is_capital(at):
            return self._is_small_name(at, lead, function, kind)
        if low in self.nobody and not (kind and (strong or function)):
            return False
        if (self.functions.get(low) or low in self.leaders or low in self.events) and not kind:
            return False
        if strong:
            if own and not kind:
                return False
            return not (
                self.is_search
                and lead in ("with", "sent", "answered", "called")
                and not (kind or (function and not self._stands_beside(after)))
            )
        if function and (kind or not (self.is_search or self._stands_beside(after))):
            return True
        if kind == PLAIN:
            before = line.low[at - 1] if at else ""
            return not own and before not in NOT_BEFORE_A_NAME
        return False

    def _named_already(self) -> set[str]:
        return {key_of(one.person).split(" ")[0] for one in self.found}

    def _stands_beside(self, after: int) -> bool:
        """Whether the function follows without a sign: `Growth PM` is a role, `Ewa (PM)` is not."""
        line = self.line
        return (
            after < len(line)
            and not line.end[after - 1]
            and line.raw[after][:1] not in "(["
            and bool(self._function_at(after)[1])
        )

    def _is_small_name(self, at: int, lead: str, function: str, kind: str) -> bool:
        """A name typed without a capital needs more: a verb before it, or a function behind."""
        low = self.line.low[at]
        if not low.isalpha():
            return False
        if kind == PLAIN:
            return bool(lead or function)
        if (
            low in self.nobody
            or low in self.functions
            or low in self.leaders
            or low in self.events
            or low in self.leads
        ):
            return (
                bool(kind)
                and lead in ("with", "met", "told", "asked", "and", "called")
                and not (low == "will" and lead == "and" and not function)
            )
        if kind:
            return lead in ("with", "met", "told", "asked", "and", "called") or bool(
                function and lead
            )
        return (
            bool(function)
            and lead in ("with", "met", "told", "asked", "maybe", "called")
            and len(low) > 2
        )

    def _known(self, at: int, after: int) -> str:
        for last in range(after, at, -1):
            found = self.known.get(key_of(" ".join(self.line.bare[at:last]).removesuffix("'s")))
            if found:
                return found
        return ""

    def _name(self, at: int, after: int) -> str:
        known = self._known(at, after)
        if known:
            return name_of(known)
        name = " ".join(self.line.bare[at:after])
        for ending in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
            name = name.removesuffix(ending)
        return (
            " ".join(part[:1].upper() + part[1:] for part in name.split())
            if name == name.lower()
            else name
        )

    def _end_of_name(self, at: int) -> int:
        line = self.line
        after = at + 1
        if not line.is_capital(at):
            return after
        while after < len(line) and after - at < LONGEST_NAME and not line.end[after - 1]:
            if line.raw[after][:1] in "(\"'[" or line.taken[after]:
                break
            particle = line.low[after] in PARTICLES
            if particle:
                ahead = next(
                    (
                        n
                        for n in range(after, min(after + 3, len(line)))
                        if line.low[n] not in PARTICLES
                    ),
                    after,
                )
                if not (line.is_capital(ahead) and line.low[ahead] not in self.nobody):
                    break
            elif (
                not line.is_capital(after)
                or line.low[after] in self.nobody
                or line.hit(after, self.functions)[1]
                or line.low[after] in self.leaders
            ):
                break
            after += 1
        while after - at > 1 and line.low[after - 1] in PARTICLES:
            after -= 1
        return after

    def _is_firm(self, at: int, after: int) -> bool:
        line = self.line
        key = key_of(" ".join(line.bare[at:after]))
        if key in self.firms or line.low[at] in self.firms:
            return key not in self.known
        if "." in line.low[at].strip(".") and not line.low[at].startswith("st."):
            return True
        if (
            after < len(line)
            and not line.end[after - 1]
            and self.suffixes.get(line.low[after]) == "suffix"
            and line.bare[after][:1].isupper()
        ):
            return True
        return any(self.suffixes.get(low) == "suffix" for low in line.low[at + 1 : after]) or (
            at > 0
            and line.low[at - 1] in self.suffixes
            and self.suffixes[line.low[at - 1]] == "word"
        )

    # What stands before a name.

    def _before(self, at: int) -> tuple[int, str, str]:
        """Where the words about this person begin, what leads to them, and the function said."""
        line = self.line
        low_name = line.low[at]
        start, function, is_titled = at, "", False
        if line.raw[at][:1] in "([" and low_name not in self.names:
            return at, "", ""
        while start:
            before = start - 1
            if line.taken[before] and line.low[before] not in self.titles:
                break
            comma = line.end[before]
            if comma and not (comma == "," and not function and self._function_ending(before)[1]):
                break
            low = line.low[before]
            said, length = self._function_ending(before)
            if low in self.titles:
                start, is_titled = before, True
            elif low in self.fillers or (function and said in AREAS):
                start = before
            elif (
                said
                and not function
                and (
                    not line.is_capital(before)
                    or line.bare[before].isupper()
                    or before + 1 - length == 0
                    or low in ("vp", "manager")
                )
            ):
                if said in AREAS and not (
                    line.low[at] in self.names or self._is_colleague(before + 1, at)
                ):
                    break
                function, start = said, before + 1 - length
            else:
                break
        lead = self._lead(start)
        if is_titled and not lead:
            lead = "title"
        return start, lead, function

    def _is_colleague(self, first: int, after: int) -> bool:
        return any(word.startswith(("colleague", "kolleg")) for word in self.line.low[first:after])

    def _function_ending(self, at: int) -> tuple[str, int]:
        """The function whose last word is this one, and its length."""
        # "the finance director of a customer"
        for length in (4, 3):
            first = at + 1 - length
            if (
                first >= 0
                and self.line.low[first + 1] == "of"
                and self.functions.get(self.line.low[at]) == "customer"
                and self.line.low[first] in (*self.leaders, *self.functions)
            ):
                return "customer", length
        for length in (4, 3, 2, 1):
            first = at + 1 - length
            if first < 0:
                continue
            form = "_".join(self.line.low[first : at + 1])
            if form in self.functions:
                return self.functions[form], length
            if form in self.leaders:
                return self.line.text(first, at + 1), length
        # "VP of Marketing", "head of sales"
        for length in (5, 4, 3, 2):
            first = at + 1 - length
            if (
                first >= 0
                and self.line.low[first] in self.leaders
                and self.line.low[first + 1] in ("of", "for")
            ):
                return self.line.text(first, at + 1), length
        return "", 0

    def _lead(self, start: int) -> str:
        """What leads to the word at `start`: with, met, told; "and" beside another person."""
        line = self.line
        if not start:
            return ""
        before = start - 1
        last = self.found[-1] if self.found else None
        if (
            last
            and last.lead != "title"
            and (
                last.after == start
                or (
                    last.after == before
                    and line.low[before] in JOINS + ("",)
                    or (last.after == before and line.raw[before] in JOINS)
                )
            )
        ):
            return last.lead or "and"
        if line.low[before] in JOINS or line.raw[before] in JOINS:
            if last and last.after == before:
                return last.lead or "and"
        if line.raw[before] in ("->", ":", "|", "/", "-") and before:
            before -= 1
        elif line.end[before] and line.end[before] not in (":",):
            return ""
        for length in (3, 2, 1):
            first = before + 1 - length
            if first < 0:
                continue
            lead = self.leads.get("_".join(line.low[first : before + 1]))
            if lead:
                if (
                    length == 1
                    and lead in ("to", "from")
                    and first
                    and line.low[first - 1] in ("talked", "spoke", "chat", "chatted")
                ):
                    return "met"
                if lead in ("to", "from"):
                    return self._of_message(first, lead)
                return lead
        if self.events.get(line.low[before]) == "met" or (
            line.end[before] == ":"
            and self.events.get(line.low[before]) in ("met", "told", "asked")
        ):
            return "maybe" if line.end[before] != ":" else "with"
        return ""

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

    # What stands behind a name.

    def _beside(self, after: int) -> tuple[str, int]:
        """The function said behind a name, and the word after it."""
        line = self.line
        if after >= len(line):
            return "", after
        sign = line.end[after - 1]
        if line.raw[after][:1] in "([":
            close = next(
                (
                    n
                    for n in range(after, min(after + 6, len(line)))
                    if line.raw[n].rstrip(",.;:")[-1:] in ")]"
                ),
                after,
            )
            said = self._function_within(after, close + 1)
            return (said, close + 1) if said else ("", after)
        if sign == "," or (line.raw[after] in ("-", "|", "/") and not self.is_search):
            first = after + (line.raw[after] in ("-", "|", "/"))
            return self._apposition(first, after)
        if sign:
            return "", after
        if line.low[after] == "who":
            return self._apposition(after, after)
        if line.low[after] in ("from", "in", "of", "du", "de", "aus", "at", "vom", "van"):
            step = after + 1
            while step < len(line) and line.low[step] in (
                "our",
                "the",
                "dem",
                "der",
                "la",
                "le",
                "het",
            ):
                step += 1
            if step < len(line) and not line.taken[step]:
                said, length = line.hit(step, self.functions)
                if said and said not in ("customer",):
                    return said, step + length
            return "", after
        said, length = self._function_at(after)
        if said and not (line.is_capital(after) and line.bare[after].lower() in ("product",)):
            return said, after + length
        return "", after

    def _apposition(self, first: int, after: int) -> tuple[str, int]:
        """`, our VP of Marketing,` and `, who runs our partner sales`."""
        line = self.line
        step, article = first, False
        while step < len(line) and line.low[step] in (
            "our",
            "my",
            "the",
            "a",
            "an",
            "their",
            "his",
            "her",
            "who",
            "runs",
            "leads",
            "heads",
            "works",
            "is",
            "does",
            "in",
            "new",
        ):
            step, article = step + 1, True
            if line.end[step - 1]:
                return "", after
        if step >= len(line) or line.taken[step]:
            return "", after
        for at in (step, step + 1) if article else (step,):
            said, length = self._function_at(at)
            if said and (
                article
                or line.raw[after] in ("|", "/", "-")
                or at + length == len(line)
                or line.end[at + length - 1]
                or (said not in AREAS and line.low[at + length] in ("for", "of", "at", "in"))
            ):
                return said, at + length
        return "", after

    def _function_at(self, at: int) -> tuple[str, int]:
        line = self.line
        if at >= len(line) or line.taken[at]:
            return "", 0
        if line.low[at] in self.leaders:
            after = at + 1
            if after < len(line) and line.low[after] in ("of", "for") and not line.end[at]:
                after += 1
                while (
                    after < len(line)
                    and not line.end[after - 1]
                    and (
                        line.hit(after, self.functions)[1]
                        or line.low[after]
                        in ("and", "product", "business", "development", "payments")
                    )
                ):
                    after += line.hit(after, self.functions)[1] or 1
            elif after < len(line) and not line.end[at]:
                after += line.hit(after, self.functions)[1]
            return line.text(at, after), after - at
        said, length = line.hit(at, self.functions)
        # "product director", "marketing lead"
        further = at + length
        if (
            said
            and further < len(line)
            and not line.end[further - 1]
            and line.low[further] in (*self.leaders, "lead")
        ):
            return line.text(at, further + 1), length + 1
        return said, length

    def _function_within(self, first: int, after: int) -> str:
        for at in range(first, after):
            said, _ = self._function_at(at)
            if said:
                return said
        return ""

    def _give_both(self) -> None:
        """`Frank + Will (both pm)`: the function goes to each."""
        for at, person in enumerate(self.found):
            words = self.line.low[person.first : person.after]
            if "both" in words or "all" in words:
                function = person.person.partition(" (")[2].rstrip(")")
                self.found = [
                    one._replace(person=label(name_of(one.person), function)) if n <= at else one
                    for n, one in enumerate(self.found)
                ]

    def _find_unnamed(self) -> None:
        """`two PMs`, `2 PM`, `a customer`, `the CMO`, `3 contacts`."""
        spans = [(one.first, one.after) for one in self.found]
        for at in range(len(self.line)):
            if self.line.taken[at] or any(first <= at < after for first, after in spans):
                continue
            said, length = self._function_at(at)
            count = 1
            before = self.line.low[at - 1] if at else ""
            if before.isdecimal() and len(before) < 3:
                count = int(before)
            elif before in self.counts:
                count = int(self.counts[before])
            beside = any(after == at for _, after in spans)
            if said and said not in AREAS and not beside:
                self.unnamed.append(Somebody(at, at + length, said, count))

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
