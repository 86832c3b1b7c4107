"""Whether a word is somebody's name, by what leads to it and by what stands beside it."""

from __future__ import annotations

from pmpath.domain.language.lexicon import PLAIN
from pmpath.domain.people import function_of, key_of, may_tell_answer
from pmpath.domain.when.calendar import MONTH_NUMBERS, SHORT_WEEKDAYS
from pmpath.domain.words.line import own_part
from pmpath.domain.words.people.leads import JOINS
from pmpath.domain.words.people.names import BEHIND_A_NAME
from pmpath.domain.words.people.strangers import StrangerJudge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    from pmpath.domain.words.line import Line

# What stands before names, and before much else.
WEAK = ("", "from", "to", "maybe")
BEFORE_A_FIRM = ("with", "sent", "answered", "called")
TO_SOMEBODY = ("with", "met", "told", "asked", "and", "called", "sent", "promised")
NOT_BEFORE_A_NAME = ("at", "in", "near", "by", "on")
# Who does one of these at the front of a sentence is somebody.
SAYING = frozenset([
    "says", "said", "wants", "asked", "replied", "answered", "promised", "agreed", "thinks",
    "knows", "suggested", "suggests", "told", "will", "sent", "sends", "gave", "owes", "explained",
    "offered", "likes", "liked", "laughed", "nodded", "hopes", "reckons", "believes",
])  # fmt: skip
FOR_ME = frozenset(["promised", "offered", "introduced", "recommended"])
# What a firm tells as well stands behind other words: `Nordfrakt told me that they decide`.
SOMETHING = frozenset(["what", "how", "why", "which", "where", "who", "about"])


def is_told_me(line: Line, verb: int) -> bool:
    """Whether the word is one of `told me what`, `asked us how`: whoever did so was there."""
    told = line.word(verb) in ("told", "asked", "explained", "showed") and not line.end[verb]
    return told and line.word(verb + 1) in ("me", "us") and line.word(verb + 2) in SOMETHING


APPLIED = frozenset(["applied", "application", "applications", "apply"])
# Between the verb and the last of several firms, and behind it.
OF_A_LIST = frozenset([
    "", "to", "at", "with", "and", "&", "+", "as", "for", "pm", "po", "apm", "companies", "firms",
    "company", "firm", "places", "startups", "employers", "roles", "openings", "jobs", "also",
    "two", "three", "four", "five", "six", "several", "some", "both",
])  # fmt: skip
BEHIND_A_LIST = frozenset(["and", "&", "+", "as", "for", "today", "yesterday", "this", "last"])
SEASONS = frozenset(["summer", "autumn", "winter", "spring", "dawn"])
PRACTICE = frozenset(["mock", "practice", "practise"])


class NameJudge(StrangerJudge):
    """Judges the words of one line; `found` holds the people before the word that is judged."""

    def answer_heard(self, text: str) -> str:
        """The event of a line that only tells that one of them answered: `Priya answered: yes`."""
        if not self.found or not may_tell_answer(text):
            return ""
        from pmpath.domain.words.people.answer_heard import ANSWERED, tells_answer

        return ANSWERED if any(tells_answer(text, one.person) for one in self.found) else ""

    def _is_name(self, at: int, after: int, lead: str, function: str) -> bool:
        line, low = self.line, self.line.low[at].removesuffix("'s")
        kind = self.names.get(low, "")
        if line.is_capital(at) and key_of(line.bare[at]) in self._named_already():
            return True
        if self.name_reader.known_as(at, after):
            # `kasia used my sheet`: a known name that is not an everyday word needs no capital.
            return bool(lead or function or line.is_capital(at)) or kind == PLAIN
        if low in SHORT_WEEKDAYS:
            ends = at + 1 == len(line) or line.taken[at + 1] or bool(function)
            return lead in ("with", "met", "told") and not line.end[at] and ends
        if not line.is_capital(at):
            return self._is_small_name(at, lead, function, kind)
        if not kind and self._is_what_was_done(at, after):
            return False
        strong = lead not in WEAK
        if not (kind or function) and self._is_of_a_thing(at):
            return False
        if low in self.nobody and not (kind and (strong or function)):
            return self._speaks(at, after, kind)
        if not kind and (self._means_something(low) or self._opens_with_a_lead(at)):
            return False
        return self._is_led(at, after, lead, function)

    def _opens_with_a_lead(self, at: int) -> bool:
        """`Wrote the customer story`: the first word is what was done, and nobody."""
        starts = not at or bool(self.line.end[at - 1])
        return starts and self.line.low[at] in self.lead_reader.leads

    def _is_what_was_done(self, at: int, after: int) -> bool:
        """`Split the customer story`: the verb that begins a sentence, and no name."""
        line = self.line
        ahead = line.low[after] if after < len(line) and not line.end[after - 1] else ""
        starts = not at or bool(line.end[at - 1])
        return starts and ahead in ("my", "the", "a", "our", "his", "her")

    def _begins_with_a_verb(self, at: int, after: int, lead: str) -> bool:
        """`Caught Dermot in the hall`: the first word of a sentence has a capital as well."""
        low = self.line.low
        starts = not at or bool(self.line.end[at - 1])
        ahead = after > at + 1 and self.names.get(low[at + 1]) == PLAIN
        return starts and not lead and ahead and low[at] not in self.names

    def _is_of_a_thing(self, at: int) -> bool:
        """`the Bengaluru event`, `the PM Handbook`: nobody says the Lena."""
        return at > 0 and self.line.low[at - 1] in ("the", "a", "an", "this", "that")

    def _speaks(self, at: int, after: int, kind: str) -> bool:
        """`Bo says yes`, `Sato-san replied`: who says something is somebody."""
        line = self.line
        starts = not at or bool(line.end[at - 1]) or line.taken[at - 1]
        behind = line.behind_adverbs(after)
        verb = line.low[behind] if behind < len(line) and not line.end[after - 1] else ""
        is_plain = line.low[at] not in self.nobody and not line.low[at].endswith("ly")
        human = line.low[at].endswith("-san") or (
            is_plain
            and (
                not {"he", "she"}.isdisjoint(line.low[behind + 1 : behind + 6])
                or (is_told_me(line, behind) and not self.is_search)
            )
        )
        return starts and verb in SAYING and (bool(kind) or human)

    def _is_led(self, at: int, after: int, lead: str, function: str) -> bool:
        """Whether what stands around a word with a capital makes it a name."""
        kind = self.names.get(self.line.low[at].removesuffix("'s"), "")
        owns = self.line.low[at].endswith("'s")
        apart = bool(function) and not self._stands_beside(after)
        # "sent my application to Fintral, product owner": the role, and nobody's function
        apart = apart and not (lead == "sent" and "application" in self.line.low[:at])
        if lead == "named":
            is_somebody = self._is_he_or_she(after) or self._is_promised(at, after)
            return bool(kind) or (not owns and is_somebody)
        if owns and self.line.word(at - 1) == "of" and self.line.word(after) == "time":
            return True  # "got 20 minutes of Theodora's time"
        if lead not in WEAK:
            is_search = self.is_search and PRACTICE.isdisjoint(self.line.low)
            is_firm = is_search and lead in BEFORE_A_FIRM and not (kind or apart)
            is_tool = lead == "with" and not (kind or function) and self._is_at_work(at)
            is_tool = is_tool and not self._is_he_or_she(after)
            return bool(kind or not owns) and not (is_firm or is_tool)
        if function and (kind or (apart and not self.is_search)):
            return True
        if self._speaks(at, after, kind):
            return True
        if not owns and (
            self._is_at_it_with_me(after) or self._is_behind_me(at) or self._is_promised(at, after)
        ):
            return True
        before = self.line.low[at - 1] if at else ""
        is_place = before in NOT_BEFORE_A_NAME and not self._did_it(at - 1)
        if kind != PLAIN and (lead != "to" or self._may_be_a_time(at)):
            return False
        return bool(kind) and not owns and not is_place

    def _may_be_a_time(self, at: int) -> bool:
        """`to May`, `for Summer`; `a sheet for Joy` is for somebody, whose capital says so."""
        low = self.line.low[at]
        return not at or low in MONTH_NUMBERS or low in SEASONS or low in self.nobody

    def _did_it(self, by: int) -> bool:
        """`an intro promised by Ben`: whoever did what stands before the "by"."""
        near = self.line.low[max(by - 4, 0) : by]
        return self.line.word(by) == "by" and not FOR_ME.isdisjoint(near)

    def _is_at_work(self, at: int) -> bool:
        """Whether the words tell of work on a system: a name behind `with` is rather a tool's.

        Not so in `3 h on handover, then 20 min with Valeska`, a part with a time of its own.
        """
        line = self.line
        has_met = any(self.events.get(low) == "met" for low in line.low)
        places = own_part(line, at)
        return not has_met and any(line.low[one] in self.work for one in places)

    def _is_a_customer_firm(self, at: int, after: int, lead: str, jobs: Container[str]) -> bool:
        """`an opening at Karavel`, where Karavel is a customer in the log and no first name."""
        is_of_a_job = self.is_search or any(low in jobs for low in self.line.low)
        return (
            is_of_a_job
            and lead != "met"
            and self.line.low[at] not in self.names
            and function_of(self.name_reader.known_as(at, after)) == "customer"
        )

    def _is_applied_to(self, at: int, after: int) -> bool:
        """`applied to Foo, Bar and Baz`: the last of several firms, though somebody is called so.

        Not so of whoever does something there: `applied to Foo, Tom helped me`.
        """
        line, low = self.line, self.line.low
        if not self.is_search or self.name_reader.known_as(at, after) or line.taken[at]:
            return False
        verb = next((one for one in range(at) if low[one] in APPLIED), at)
        between = range(verb + 1, at)
        is_listed = any(map(line.is_capital, between)) and all(
            line.is_capital(one) or low[one] in OF_A_LIST or low[one].isdecimal() for one in between
        )
        goes_on = bool(line.end[after - 1]) or after == len(line) or line.taken[after]
        return is_listed and (goes_on or low[after] in BEHIND_A_LIST)

    def _named_already(self) -> set[str]:
        return {key_of(one.person).split(" ")[0] for one in self.found}

    def _stands_beside(self, after: int) -> bool:
        """Whether the function follows without a sign: `Growth PM` is a role, `Ewa (PM)` is not."""
        line = self.line
        return (
            after < len(line)
            and not line.end[after - 1]
            and line.raw[after][:1] not in "(["
            and bool(self.function_reader.starting(after)[1])
        )

    def _is_small_name(self, at: int, lead: str, function: str, kind: str) -> bool:
        """A name typed without a capital needs more: a verb before it, or a function behind."""
        low = self.line.low[at]
        if not low.isalpha() or low in self.fillers:
            return False
        if kind == PLAIN:
            return (
                bool(lead or function) or self._stands_alone(at) or self._speaks(at, at + 1, kind)
            )
        if self.line.low[at - 1 : at] in (("my",), ("our",), ("his",), ("her",)):
            return False
        if low in self.nobody or low in self.lead_reader.leads or self._means_something(low):
            is_verb = not function and self._is_a_verb_beside(at)
            return bool(kind) and lead in TO_SOMEBODY and not is_verb
        if kind:
            is_verb = self.line.low[at - 1 : at] == ("to",)
            return (lead in TO_SOMEBODY and not is_verb) or bool(function and lead)
        is_led = lead in (*TO_SOMEBODY, "maybe") and lead != "and"
        if self._is_of_a_thing(at) or low.endswith("ed"):
            # "offered Hanne my help with the shelters marketing", "with my manager, agreed on it"
            return False
        return bool(function) and function != "customer" and is_led and len(low) > 2

    def _is_a_verb_beside(self, at: int) -> bool:
        """`met Ana, will call her`, `met Ana and will send it`: a verb, and no second name."""
        line, before = self.line, at - 1 - (self.line.low[at - 1] in JOINS)
        if not any(one.after == before + 1 for one in self.found):
            return False
        ends = bool(line.end[at]) or at + 1 == len(line) or line.taken[at + 1]
        return not (ends or line.low[at + 1] in BEHIND_A_NAME or line.low[at + 1] in JOINS)

    def _stands_alone(self, at: int) -> bool:
        """`a pm at figma, kofi, 30m`: a first name between two signs."""
        line = self.line
        ends = line.end[at] in (",", ";") or at + 1 == len(line) or line.taken[at + 1]
        return bool(at) and line.end[at - 1] == "," and bool(ends)
