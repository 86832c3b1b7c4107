"""Whose move is next, as a plain sentence says it: what was promised, asked, planned, awaited."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ME, THEM, Next
from pmpath.domain.next_move import DAYS_UNLESS_SAID
from pmpath.domain.when.calendar import day_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.lexicon import Lexicon
    from pmpath.domain.words.events.happened import Happened
    from pmpath.domain.words.found import Found
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person
    from pmpath.domain.words.people.people import PeopleReader
    from pmpath.domain.words.times import Times

FOR_A_THING = ("for", "to", "whether", "if", "re", "about", "->", "that")
QUESTIONS = ("how", "what", "why", "which", "who", "where", "when")
LEADING = (
    "the",
    "a",
    "an",
    "for",
    "to",
    "that",
    "about",
    "re",
    "her",
    "him",
    "them",
    "and",
    "by",
    "until",
    "due",
    "on",
    "before",
    "till",
    "gets",
    "i",
    "of",
    "with",
)
# When it is wanted is not what is wanted.
SOON = ("next week", "this week", "next month", "tomorrow", "today", "soon")
# Verbs that are nouns as well: they need more before them.
NOUNS_TOO = ("call", "draft", "present", "review", "book", "share", "read", "show", "talk")
BEFORE_MY_VERB = (
    "to",
    "and",
    "i",
    "must",
    "should",
    "i'll",
    "will",
    "then",
    "gonna",
    "please",
    "we",
)
PLANNED = ("planned", "scheduled", "booked", "agreed", "arranged", "set")


def move_in(
    line: Line, lexicon: Lexicon, told: Happened, people: PeopleReader, times: Times
) -> Next | None:
    """The next move of a line without a mark for one; None when it tells of none."""
    return _MoveReader(line, lexicon, told, people, times).read()


class _MoveReader:
    def __init__(
        self, line: Line, lexicon: Lexicon, told: Happened, people: PeopleReader, times: Times
    ) -> None:
        self.line = line
        self.mine = lexicon.words("move", "mine")
        self.theirs = lexicon.words("move", "theirs")
        self.waiting = lexicon.words("move", "waiting")
        self.subjects = lexicon.table("others")
        self.told = told
        self.people = people
        self.today = times.today
        # A pasted page is longer than the line that is read.
        ahead = (one for one in times.agreed if one.after <= len(line))
        self.agreed = tuple(one for one in ahead if one.value and one.value >= times.today)

    def read(self) -> Next | None:
        event = self.told.event
        theirs = self._theirs()
        if event and event.name == "promised":
            return self._promised(event.after)
        if theirs:
            return theirs
        if event and event.name == "asked":
            return self._asked(event.after)
        return self._planned() or self._awaited()

    def _promised(self, at: int) -> Next:
        person = self._person_near(at)
        start = person.after if person and person.first >= at - 1 else at
        return self._next(ME, person, start, self._due_after(at))

    def _asked(self, at: int) -> Next | None:
        person = next(
            (one for one in self.people.found if one.lead in ("asked", "and")), None
        ) or self._person_near(at)
        if not (person or self.people.unnamed):
            return None
        start = person.after if person and person.first >= at - 1 else at
        words = self.line.low[start : start + 3]
        if words and words[0] in QUESTIONS:
            return None
        led = next((word for word in self.line.low[start : start + 8] if word in FOR_A_THING), "")
        if led == "about" and not self.line.has(("seat", "intro", "introduction")):
            return None
        return self._next(THEM, person, start, self._due_after(at), whole=False)

    def _theirs(self) -> Next | None:
        """`she answers until Friday`, `she is to reply by Friday`, `Jan calls back 24/3`."""
        line = self.line
        for at in range(len(line)):
            subject = (
                self.subjects.get(line.low[at]) == "subject"
                and line.low[at] not in ("it", "who", "hr")
            ) or any(one.after - 1 == at and not one.lead for one in self.people.found)
            verb = at + 1
            if not subject or verb >= len(line) or line.end[at]:
                continue
            if not any(form in self.theirs for form in line.forms[verb]):
                continue
            due = next(
                (
                    one
                    for one in self.agreed
                    if one.first > verb and line.clause[one.first] == line.clause[verb]
                ),
                None,
            )
            if due is None and line.low[verb] not in ("promised", "promises"):
                continue
            person = next((one for one in self.people.found if one.after - 1 <= at), None)
            return self._next(THEM, person, verb, due)
        return None

    def _planned(self) -> Next | None:
        """`ping sara by fri`, `will meet Grant next tues`, `2nd interview planned 30-3`."""
        line = self.line
        for due in self.agreed:
            clause = line.clause[due.first]
            first = due.first
            while first and (
                line.clause[first - 1] == clause
                or (first == due.first and line.clause[first - 1] == clause - 1)
            ):
                first -= 1
            if line.low[first] in ("by", "due", "before") and first:
                first = max(0, first - 1)
                while first and not line.end[first - 1]:
                    first -= 1
            verb = next((at for at in range(first, due.first) if self._is_my_verb(at, first)), None)
            if verb is None:
                continue
            person = self._person_within(first, due.first) or self._only_one()
            start = first if line.low[verb] in PLANNED else verb
            # "agreed with Lena to meet monday" is about meeting.
            to = next((at for at in range(start, due.first) if line.low[at] == "to"), None)
            planned = line.low[verb] in PLANNED and to is not None
            return self._next(ME, person, to if planned and to else start, due)
        return None

    def _is_my_verb(self, at: int, first: int) -> bool:
        low = self.line.low[at]
        before = self.line.low[at - 1] if at else ""
        if self.line.taken[at]:
            return False
        if low in PLANNED:
            return True
        if low in ("will", "i'll", "must", "should"):
            return (
                self.subjects.get(before) != "subject"
                and before not in ("that", "which")
                and not any(one.after == at and not one.lead for one in self.people.found)
            )
        if low in self.mine and low not in NOUNS_TOO:
            return at == first or before in BEFORE_MY_VERB
        if low not in NOUNS_TOO:
            return False
        # "Call Sofie back by Thursday" begins with a task; "call with Sofie" with a meeting.
        tasks_me = low == "call" and at == 0 and any(one.first == 1 for one in self.people.found)
        after_hearing = at > 1 and self.line.low[at - 2] in ("listened", "went", "listen")
        return tasks_me or (
            before in BEFORE_MY_VERB and before not in ("and", "i", "then") and not after_hearing
        )

    def _awaited(self) -> Next | None:
        line = self.line
        for at in range(len(line)):
            if any(form in self.waiting for form in line.forms[at]) and self.people.found:
                return self._next(THEM, self.people.found[0], at + 1, self._due_after(at))
        return None

    def _person_near(self, at: int) -> Person | None:
        behind = [one for one in self.people.found if one.first >= at - 1]
        return behind[0] if behind else next(iter(self.people.found), None)

    def _person_within(self, first: int, after: int) -> Person | None:
        return next((one for one in self.people.found if first <= one.first < after), None)

    def _due_after(self, at: int) -> Found[date] | None:
        return next((one for one in self.agreed if one.first >= at), None)

    def _only_one(self) -> Person | None:
        """`Nadine said yes, we meet on Thursday`: whom else."""
        return self.people.found[0] if len(self.people.found) == 1 else None

    def _next(
        self,
        who: str,
        person: Person | None,
        start: int,
        due: Found[date] | None,
        *,
        whole: bool = True,
    ) -> Next:
        """The move that the words from `start` on tell: to their end, or to the next comma."""
        line = self.line
        end = len(line)
        if not whole:
            stops = (at + 1 for at in range(start, end) if line.end[at] in (",", ";", "."))
            end = next(stops, end)
        if due is not None and due.first >= start:
            end = min(end, due.first)
        words = [
            line.raw[at]
            for at in range(start, end)
            if not line.taken[at] and not (person and person.first <= at < person.after)
        ]
        while words and words[0].casefold().strip(",:;") in LEADING:
            words.pop(0)
        while words and words[-1].casefold().strip(",.:;") in LEADING:
            words.pop()
        what = "" if " ".join(words).casefold() in SOON else " ".join(words).strip(" ,.;:")
        what = what or ("an answer" if who == THEM else "what was agreed")
        day = (
            due.value if due is not None and due.value else day_after(self.today, DAYS_UNLESS_SAID)
        )
        return Next(who, person.person if person else "", what, day)
