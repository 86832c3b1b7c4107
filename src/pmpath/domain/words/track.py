"""The track of a plain sentence: from what happened and with whom, else from its words."""

from __future__ import annotations

from pmpath.domain.entry import ENGINEERING
from pmpath.domain.people import function_of, key_of
from pmpath.domain.words.events.happened import OF_THE_PLAN
from pmpath.domain.words.shapes.theirs import is_for_deciders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.words.events.happened import Happened
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.openings.opening import ToldOpening
    from pmpath.domain.words.people.named import Somebody
    from pmpath.domain.words.people.people import PeopleReader

# What happened says the track by itself.
OF_EVENTS = {
    "applied": "search", "interview": "search", "offer": "search", "rejected": "search",
    "review": "roadmap", "volunteered": "volunteer", "told": "sponsors", "read": "reading",
    "published": "writing",
}  # fmt: skip
OF_CUSTOMERS = (
    "customer", "customers", "client", "clients", "user", "users", "buyer", "prospect", "kunde",
    "cliente", "end user", "support",
)  # fmt: skip
WITH_CUSTOMERS = (
    "customer_call", "call_with_customer", "customer_calls", "support_tickets", "tickets",
    "complaints", "customer_visit", "call_with_customers", "client_call",
)  # fmt: skip
WITH_SUPPORT = (
    "shadowed_support", "with_support", "w/_support", "with_the_support", "at_support",
    "support_team", "support_desk", "support_shift", "support_call", "support_calls", "care_desk",
    "help_desk", "service_desk", "customer_care",
)  # fmt: skip
HANDING = frozenset([
    "turned_over", "signed_over", "handed", "handed_over", "hand_over", "handing_over", "gave_up",
    "passed",
])  # fmt: skip
DUTIES = ("on-call", "oncall", "on_call", "rota", "queue", "duty", "duties", "pager", "rotation",
          "support_queue", "runbooks", "on-duty", "maintenance", "ownership", "lead")  # fmt: skip
WITH_THEM = (
    "call", "calls", "visit", "visits", "demo", "demos", "customer", "customers", "client",
    "clients",
)  # fmt: skip
JOINING = (
    "sit", "shadow", "shadowing", "along", "joining", "join", "listen", "accompany",
    "come", "ride", "listening", "sitting", "attend",
)  # fmt: skip
ARROWS = ("->", "=>", "-->", "\N{RIGHTWARDS ARROW}")
TELLING = ("told", "tell", "telling")
# What a phrase that names a kind of work is worth, and a word that only hints at one.
KIND_VOTES, HINT_VOTES = 3, 1


class TrackReader:
    """Guesses the track of one line."""

    def __init__(
        self,
        line: Line,
        known: Vocabulary,
        told: Happened,
        people: PeopleReader,
        opening: ToldOpening | None,
    ) -> None:
        lexicon = known.lexicon
        self.known = known
        self.line = line
        self.lexicon = lexicon
        self.hints = known.hints
        self.told = told.event
        self.event = told.event.name if told.event else ""
        self.undone = told.undone
        self.people = people
        self.opening = opening.name if opening else ""
        self.causes = lexicon.table("cause")
        self.gatherings = lexicon.table("gathering")
        self.leaders = lexicon.table("leader")
        # Of those with a name; below of everybody who was there.
        self.named = {self._function(one.person) for one in people.found}
        there = [one for one in people.found if told.was_there(one.first, line.clause)]
        self.functions = {self._function(one.person) for one in there or people.found} | {
            one.function.lower() for one in self._unnamed(told)
        }

    def _function(self, person: str) -> str:
        """The function said here, else the one that the log knows of them."""
        return function_of(person) or function_of(self.known.people.get(key_of(person), ""))

    def _unnamed(self, told: Happened) -> list[Somebody]:
        """Those without a name who were there."""
        people = self.people
        if told.event and told.event.name == "met" and people.found and people.unnamed:
            from pmpath.domain.words.people.presence import were_there

            return were_there(people, told.event.first, self.lexicon)
        return [one for one in people.unnamed if not self._is_told_of(one.first)]

    def _is_told_of(self, at: int) -> bool:
        """`coffee with Ana (PM), she says the clients ...`: who is spoken of was not there."""
        line, subjects = self.line, self.lexicon.table("others")
        # "coffee with Ana (PM). Customers hate the server": who begins another sentence
        ends = at > 0 and (line.raw[at - 1][-1:] == "." or line.end[at - 1] in (";", "!"))
        if self.people.found and ends and not line.end[at]:
            return True
        return any(
            line.clause[one] == line.clause[at] and subjects.get(line.low[one]) == "subject"
            for one in range(at)
        )

    def track(self) -> str:
        """A track, or engineering, or the empty string for a line that hints at none.

        A guess that was taken back twice is not made again.
        """
        guess = self._guess()
        if guess and self.known.unguessed:
            from pmpath.domain.words.taken_back import is_taken_back

            return "" if is_taken_back(guess, self.line.raw, self.known) else guess
        return guess

    def _guess(self) -> str:
        of_event = self._of_event()
        if of_event:
            return of_event
        votes = self._votes()
        return max(votes, key=lambda track: votes[track]) if votes else self._of_people()

    def _of_event(self) -> str:
        event, line = self.event, self.line
        if event == "told" and self._is_small_talk():
            return "allies"
        if event in OF_EVENTS:
            return OF_EVENTS[event]
        if event == "declined":
            is_job = self.opening or line.has(("offer", "job", "salary"))
            return "search" if is_job else "roadmap"
        if self._hands_over():
            return "roadmap"
        if self._has_cause() and not (event in ("met", "asked") and self._has_colleagues()):
            return "volunteer"
        # A firm is nobody who was met.
        is_with = event in ("met", "asked") and (self.people.found or self.people.unnamed)
        if self.opening and not is_with:
            return "search"
        return self._of_people_there(event)

    def _has_cause(self) -> bool:
        if self.line.has(self.causes):
            return True
        low = self.line.low
        owners = [at for at in range(len(low)) if low[at].endswith("'s")]
        bare = [(at, low[at].removesuffix("'s")) for at in owners]
        return any(
            word in self.causes or "_".join((*low[max(at - 1, 0) : at], word)) in self.causes
            for at, word in bare
        )

    def _hands_over(self) -> bool:
        """`on-call handed to Ravi`: a duty given away makes room for the plan."""
        line = self.line
        gives = line.has(HANDING) and any(low in ("to", "over") for low in line.low)
        ends = {one.first - 1 for one in self.people.found}
        gives = gives or any(line.raw[at] in ARROWS for at in ends if at > 0)
        return gives and line.has(DUTIES) and not self.undone

    def _is_small_talk(self) -> bool:
        """Telling a colleague about a thing; telling of the plan, or a leader, is for sponsors."""
        words = self.line.low
        return "about" in words and not self._has_leader() and not OF_THE_PLAN.intersection(words)

    def _has_colleagues(self) -> bool:
        return bool(self.functions & {"pm", "sales", "marketing", "product_marketing", "support"})

    def _of_people_there(self, event: str) -> str:
        line = self.line
        if event in ("met", "listened"):
            return self._of_meeting()
        if event == "asked":
            return self._of_asking()
        if event == "talk":
            return "customers" if self.functions & {"customer", "prospect"} else "positioning"
        if event not in ("sent", "promised", "answered"):
            return ""
        if event == "promised" and line.has(("seat", "ride-along")):
            return "customers"
        return "sponsors" if self._has_leader() else "allies" if self.people.found else ""

    def _of_meeting(self) -> str:
        if self.line.has(("mock_interview", "mock_interviews", "interview_practice")):
            return "search"
        if self.line.has(self.gatherings):
            return "search"
        if self._is_with_customers() or self._listens_in():
            return "customers"
        if not self.people.found and self._has_work() and not self._has_path():
            return ENGINEERING
        if self._has_leader():
            return "sponsors"
        return "allies" if self.people.found or self.people.unnamed else ""

    def _listens_in(self) -> bool:
        """`sat in on the dealer call`: a call with somebody outside."""
        line = self.line
        return line.has(
            ("sat_in", "listened", "listening", "listen_in", "listened_in")
        ) and line.has(("call", "calls", "visit", "visits", "demo", "demos"))

    def _of_asking(self) -> str:
        line = self.line
        joins = line.has(JOINING)
        if line.has(("seat", "ride-along")) or (joins and line.has(WITH_THEM)):
            return "customers"
        if self.named & set(OF_CUSTOMERS) or self._asks_customers():
            return "customers"
        if line.has(("cv", "resume", "referral", "refer", "opening", "vacancy", "hiring")):
            return "search"
        if self._has_leader(self.named):
            return "sponsors"
        votes = self._votes()
        found = max(votes, key=lambda track: votes[track]) if votes else ""
        return (
            found
            if found in ("craft", "volunteer", "sponsors") and votes[found] >= KIND_VOTES
            else "allies"
        )

    def _asks_customers(self) -> bool:
        """`asked three customers what they do next`: nobody named, right behind the verb."""
        asked = self.told.after if self.told else 0
        return not self.people.found and any(
            one.function.lower() in OF_CUSTOMERS and asked <= one.first <= asked + 2
            for one in self.people.unnamed
        )

    def _is_with_customers(self) -> bool:
        """Whether customers, or the support that hears them, were there."""
        line = self.line
        if any(word in OF_CUSTOMERS for word in self.functions):
            return True
        if self.functions & {"pm", "sales", "marketing"}:
            return False
        if line.has(WITH_SUPPORT) or line.has(WITH_CUSTOMERS):
            return True
        return not self.functions and line.has(("customer", "client", "customers", "clients"))

    def _has_leader(self, functions: set[str] | None = None) -> bool:
        return any(
            word in self.leaders or function == "manager"
            for function in (functions or self.functions)
            for word in function.replace("-", " ").split()
        )

    def _votes(self) -> dict[str, int]:
        votes: dict[str, int] = {}
        kinds = self.lexicon.table("kind")
        for _, _, track in self.line.hits(kinds):
            votes[track] = votes.get(track, 0) + KIND_VOTES
        of_path = self._has_path() or is_for_deciders(self.line, self.leaders)
        work = self.lexicon.words("engineering", "work")
        engineering = sum(1 for _ in self.line.hits(dict.fromkeys(work, "")))
        for at, low in enumerate(self.line.low):
            is_month = self.line.taken[at] and low in ("may", "march")
            track = "" if is_month else self.hints.get(low, "")
            if track == ENGINEERING:
                engineering += low not in work
            elif track:
                votes[track] = votes.get(track, 0) + HINT_VOTES
        if self.opening:
            votes["search"] = votes.get("search", 0) + KIND_VOTES
        if votes.get("volunteer") == HINT_VOTES and self._is_of_the_product():
            del votes["volunteer"]
        strongest = max(votes.values(), default=0)
        if engineering and not of_path and (strongest < KIND_VOTES or engineering * 2 > strongest):
            return {ENGINEERING: engineering}
        return votes

    def _has_work(self) -> bool:
        return self.line.has(self.lexicon.words("engineering", "work"))

    def _has_path(self) -> bool:
        return self.line.has(self.lexicon.words("engineering", "path"))

    def _is_of_the_product(self) -> bool:
        """`baseline: conversion 44 %`: the first value of a product's number, and of no charity."""
        numbers = self.lexicon.words("product", "number")
        return self.line.has(("baseline",)) and self.line.has(numbers)

    def _of_people(self) -> str:
        if self._is_with_customers():
            return "customers"
        if self._has_leader():
            return "sponsors"
        return (
            "allies" if self.functions & {"pm", "sales", "marketing", "product_marketing"} else ""
        )
