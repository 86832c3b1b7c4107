"""Whose move is next, as a plain sentence says it: what was promised, asked, planned, awaited."""

from __future__ import annotations

from pmpath.domain.entry import ME, THEM, Next
from pmpath.domain.words.events.my_word import (
    is_denied,
    meant_for_somebody,
    said_i_will,
    told_whom,
)
from pmpath.domain.words.line import begins_a_plan
from pmpath.domain.words.meeting_nouns import DATED, OF_A_SEARCH
from pmpath.domain.words.moves.day_first import agreed_to, plan_of_the_day, time_to_find
from pmpath.domain.words.moves.maker import MoveMaker
from pmpath.domain.words.moves.meant import INVITED, MOVED, SET
from pmpath.domain.words.moves.their_move import (
    is_answered_behind,
    is_question_answered,
    is_retold,
    promised_to_me,
    their_move,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.events.happened import Happened
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader
    from pmpath.domain.words.times import Times

FOR_A_THING = ("for", "to", "whether", "if", "re", "about", "->", "that")
QUESTIONS = ("how", "what", "why", "which", "who", "where", "when")
# Verbs that are nouns as well: they need more before them.
NOUNS_TOO = ("call", "draft", "present", "review", "book", "share", "read", "show", "talk")
BEFORE_MY_VERB = ("to", "and", "i", "must", "should", "i'll", "will", "then", "gonna", "please",
                  "we")  # fmt: skip
# Behind "asked her about" these are what one asks for.
ASKED_ABOUT = (
    "seat", "intro", "introduction", "shadowing", "joining", "sitting", "waiting", "referral",
    "ride-along", "trial", "opening", "mentoring",
)  # fmt: skip
ANSWERED_BY = frozenset(
    ["by", "until", "before", "till", "deadline", "answer", "decide", "ans", "bis", "yes", "reply"]
)
BEFORE_MY_WILL = ("", "i", "we", "and", "then", "also", "but", "so", "next")
MAY = ("can", "may", "could")
SAID = frozenset(["said", "says", "told", "agreed"])
ASKED_ME = tuple((verb, "me", "to") for verb in ("asked", "asks", "wants", "needs"))
PROMISED = ("promised", "owe")
GETS = ("got", "get", "have", "has", "scored", "landed", "secured", "received", "won")
PLANNED = (
    "planned", "scheduled", "booked", "agreed", "arranged", "set", "rebooked", "rescheduled",
    "rearranged", "confirmed", "penciled", "pencilled",
)  # fmt: skip


def move_in(
    line: Line, lexicon: Lexicon, told: Happened, people: PeopleReader, times: Times
) -> Next | None:
    """The next move of a line without a mark for one; None when it tells of none."""
    return _MoveReader(line, lexicon, told, people, times).read()


class _MoveReader(MoveMaker):
    def __init__(
        self, line: Line, lexicon: Lexicon, told: Happened, people: PeopleReader, times: Times
    ) -> None:
        super().__init__(line, people, times)
        self.mine = lexicon.words("move", "mine")
        self.theirs = lexicon.words("move", "theirs")
        self.waiting = lexicon.words("move", "waiting")
        self.subjects = lexicon.table("others")
        self.told = told

    def read(self) -> Next | None:
        name = self.told.event.name if self.told.event else ""
        after = self.told.event.after if self.told.event else 0
        given = promised_to_me(self.line, self.people, self.agreed)
        if name == "promised" and given is None:
            return self._said() or self._promised(after)
        words = (self.theirs, self.subjects)
        theirs = given or their_move(self.line, self.people, self.agreed, words)
        if theirs:
            return self._next(THEM, *theirs)
        if name == "asked":
            return self._asked(after)
        return (
            self._planned()
            or agreed_to(self.line, self.people, self.agreed)
            or self._awaited()
            or self._dated(name)
            or self._also_promised()
            or plan_of_the_day(self.line, self.told, self.people, self.agreed, self.mine)
            or self._said()
            or self._meant()
            or time_to_find(self.line, self.people, self.today)
        )

    def _said(self) -> Next | None:
        """`told Ana I would send her the numbers by Friday`."""
        found = said_i_will(self.line, self.people)
        if found is None or is_denied(self.line, found[0]):
            return None
        said, verb = found
        return self._next(ME, told_whom(self.people, said, verb), verb, self._due_after(verb))

    def _meant(self) -> Next | None:
        """`will send Lena the deck`: nobody said by when."""
        found = meant_for_somebody(self.line, self.people)
        return self._next(ME, found[1], found[0], None) if found else None

    def _also_promised(self) -> Next | None:
        """`met Tunde, promised him my resume by Tuesday`: a promise beside what happened."""
        line = self.line
        for at, low in enumerate(line.low):
            if low not in PROMISED or is_denied(line, at) or line.word(at + 1) == "myself":
                continue
            first = at - (line.word(at - 1) in ("i", "i've"))
            if not first or line.end[first - 1] or line.low[first - 1] in ("and", "then"):
                return self._promised(at + 1)
        return None

    def _promised(self, at: int) -> Next:
        person = self._person_near(at)
        due = self._due_after(at)
        if at >= len(self.line) and self.agreed:
            # `send dale the sheet by friday i promised`
            due, at = self.agreed[-1], 0
        is_deed = self.line.word(at) == "to"  # "promised to call Ben"
        if person is None and (found := self._for_somebody(at, due)):
            return found
        start = person.after if person and person.first >= at - 1 and not is_deed else at
        return self._next(ME, person, start, due)

    def _dated(self, name: str) -> Next | None:
        """`interview is on the 24th`, `Offer: Acme, PM, answer by 30 April`."""
        line = self.line
        for due in reversed(self.agreed):
            before = line.low[max(due.first - 4, 0) : due.first + 1]
            if name == "offer" and not ANSWERED_BY.isdisjoint(before):
                return Next(ME, "", "answer the offer", due.value or self.today)
            same = self._clause_of(due)
            noun = next((at for at in same if line.low[at] in DATED), None)
            if noun is None and self._is_new_date(same):
                person = self._person_within(0, due.first)
                day = due.value or self.today
                return Next(ME, person.person, "the meeting", day) if person else None
            if (
                noun is not None
                and {"that", "whether"}.isdisjoint(line.low[same[0] : noun])
                and (
                    self.told.planned
                    or any(line.low[at] in SET for at in same if at > noun)
                    or not INVITED.isdisjoint(line.low[same[0] : due.first])
                )
            ):
                person = self._person_beside(same[0], due)
                of_a_search = bool(OF_A_SEARCH.intersection(line.low[same[0] : due.first]))
                if line.clause[noun] != line.clause[due.first]:
                    # "no lunch with Ben, moved to Monday"
                    day = due.value or self.today
                    return Next(ME, person.person if person else "", line.bare[noun], day)
                is_told = bool(person) or not self.told.planned or of_a_search
                is_told = is_told or not MOVED.isdisjoint(line.low[noun : due.first])
                start = next((at + 1 for at in same if line.low[at] == "to" and at < noun), same[0])
                if of_a_search and line.low[start] in GETS:
                    start += 1  # "got an interview at Acme on Friday"
                if person and person.after <= noun:
                    # "told Lena the meeting was moved to Friday"
                    start = max(start, person.after)
                return self._next(ME, person, start, due) if is_told else None
        return None

    def _asked(self, at: int) -> Next | None:
        person = next(
            (one for one in self.people.found if one.lead in ("asked", "and")), None
        ) or self._person_near(at)
        if not (person or self.people.unnamed):
            return None
        start = person.after if person and person.first >= at - 1 else at
        if is_answered_behind(self.line, start):
            due = self._due_after(at)
            return self._next(ME, person, start, due, whole=False) if due else None
        words = self.line.low[start : start + 3]
        if words and words[0] in QUESTIONS and not self.line.has(self.waiting):
            return None
        led = next((word for word in self.line.low[start : start + 8] if word in FOR_A_THING), "")
        if led == "about" and not self.line.has(ASKED_ABOUT):
            return None
        if is_retold(self.line, start):
            return None
        if led in ("if", "whether") and is_question_answered(self.line, start):
            return None
        return self._next(THEM, person, start, self._due_after(at), whole=False)

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
            first = self._behind_figures(first, due.first)
            verb = next((at for at in range(first, due.first) if self._is_my_verb(at, first)), None)
            if verb is None and self._is_a_task():
                first = verb = self._front() + 1
            if verb is None:
                continue
            person = (
                self._person_beside(first, due)
                # "Nadine said yes, we meet on Thursday": whom else
                or (self.people.found[0] if len(self.people.found) == 1 else None)
            )
            start = first if line.low[verb] in PLANNED else verb + (line.low[verb] in MAY)
            if line.low[verb] in PLANNED and begins_a_plan(line, first, verb):
                # "and booked another one for Thursday"
                start = verb + 1 + (self.line.word(verb + 1) == "up")
            # "agreed with Lena to meet monday" is about meeting.
            to = next((at for at in range(start, due.first) if line.low[at] == "to"), None)
            planned = line.low[verb] in PLANNED and to is not None
            return self._next(ME, person, to if planned and to else start, due)
        return None

    def _front(self) -> int:
        return next((at for at, low in enumerate(self.line.low) if low), 0)

    def _is_a_task(self) -> bool:
        """`TODO Lena: screenshots, due 27 May`."""
        return self.line.low[self._front()] in ("todo", "to-do", "task", "action", "next")

    def _behind_figures(self, first: int, end: int) -> int:
        """Behind a bullet and the number of a ticket: `ME-16 send Yara the metrics`."""
        low = self.line.low
        while first < end - 1 and (not low[first] or any(one.isdecimal() for one in low[first])):
            first += 1
        return first

    def _is_my_verb(self, at: int, first: int) -> bool:
        low = self.line.low[at]
        before = self.line.low[at - 1] if at else ""
        if self.line.taken[at]:
            return False
        if low in PLANNED or self._is_let_or_asked(at, first):
            return True
        if low in ("wants", "needs", "expects"):
            return self.line.low[at + 1 : at + 2] not in (("to",), ("me",))
        if low in ("need", "have", "got", "gotta") and before in ("", "i", "we"):
            return self.line.low[at + 1 : at + 2] == ("to",) or low == "gotta"
        if low in ("will", "i'll", "must", "should", "shall"):
            return (
                low == "i'll" or at == first or before in BEFORE_MY_WILL or self.line.taken[at - 1]
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

    def _is_let_or_asked(self, at: int, first: int) -> bool:
        """`Matthias said I can join on Thursday`, `Klara asked me to sum it up by Friday`."""
        low = self.line.low
        is_let = low[at] in MAY and low[at - 1 : at] == ("i",)
        is_let = is_let and not SAID.isdisjoint(low[first:at])
        is_asked = low[max(at - 3, first) : at] in ASKED_ME and at - 3 >= first
        return is_let or is_asked

    def _awaited(self) -> Next | None:
        line = self.line
        front = self._front()
        if line.low[front] == "open" and line.end[front] == ":" and self.people.found:
            return self._next(THEM, self.people.found[0], front + 1, self._due_after(front))
        for one in self.people.found:
            due = self._due_after(one.after)
            if (
                due
                and one.first
                and line.low[one.first - 1] == "from"
                and ({"due", "by", "until"} & set(line.low[one.after : due.first + 1]))
            ):
                return self._next(THEM, one, front, due)
        for at in range(len(line)):
            if any(form in self.waiting for form in line.forms[at]) and self.people.found:
                return self._next(THEM, self.people.found[0], at + 1, self._due_after(at))
        return None
