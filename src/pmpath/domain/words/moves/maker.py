"""A move made of the words that tell it: whose, about whom, what, and by which day."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ME, THEM, Next
from pmpath.domain.next_move import DAYS_UNLESS_SAID
from pmpath.domain.record import changed
from pmpath.domain.when.calendar import day_after
from pmpath.domain.words.events.my_word import GIVEN
from pmpath.domain.words.found import TOLD
from pmpath.domain.words.meeting_nouns import TOGETHER
from pmpath.domain.words.moves.meant import MOVED, days_ahead, what_is_meant
from pmpath.domain.words.moves.their_move import is_done_for_me

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.found import Found
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person
    from pmpath.domain.words.people.people import PeopleReader
    from pmpath.domain.words.times import Times

TONIGHT = "tonight"
# Behind whoever is promised something, what it is begins with one of these.
BEFORE_A_THING = frozenset([
    "a", "an", "the", "my", "our", "some", "to", "one", "two", "three", "four", "five", "another",
])  # fmt: skip


class MoveMaker:
    """Makes the moves of one line; `agreed` are the days that are still to come.

    `lengths` are the places of the words that tell how long something will be.
    """

    def __init__(self, line: Line, people: PeopleReader, times: Times) -> None:
        self.line = line
        self.people = people
        self.today = times.today
        self.agreed = days_ahead(line, times)
        done = times.done
        # What is owed for tonight is not done yet, though the day is that of the line.
        self.tonight = done if done and TONIGHT in done.said.casefold() else None
        told = (one for one in times.spans if one.role == TOLD)
        self.lengths = {at for one in told for at in range(one.first, one.after)}

    def _is_new_date(self, places: list[int]) -> bool:
        """`Thyra cancelled, new date is 25 March`."""
        low = self.line.low
        return any(low[at] == "new" and low[at + 1] in ("date", "day", "time") for at in places)

    def _clause_of(self, due: Found[date]) -> list[int]:
        """The places before a day in its part of the sentence.

        Those of the part before it as well in `no coffee with Arne, moved to Thursday`.
        """
        line = self.line
        same = [at for at in range(due.first) if line.clause[at] == line.clause[due.first]]
        if same and line.low[same[0]] in (*MOVED, "rebooked"):
            return [at for at in range(due.first) if line.clause[at] >= line.clause[same[0]] - 1]
        return same

    def _person_near(self, at: int) -> Person | None:
        behind = [one for one in self.people.found if one.first >= at - 1]
        return behind[0] if behind else next(iter(self.people.found), None)

    def _person_within(self, first: int, after: int) -> Person | None:
        return next((one for one in self.people.found if first <= one.first < after), None)

    def _due_after(self, at: int) -> Found[date] | None:
        ahead = (*self.agreed, *([self.tonight] if self.tonight else []))
        return next((one for one in ahead if one.first >= at), None)

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
        places = range(start, end)
        what = what_is_meant(line, places, person, self.people.found)
        if what or (who != THEM and due):
            # "asked Ana for half an hour": an answer is awaited, whatever becomes of it
            what = what_is_meant(line, places, person, self.people.found, self.lengths)
        who = THEM if is_done_for_me(what) else who
        what = what or ("an answer" if who == THEM else "what was agreed")
        day = (due.value if due else None) or day_after(self.today, DAYS_UNLESS_SAID)
        return Next(who, person.person if person else "", what, day)

    def _for_somebody(self, at: int, due: Found[date] | None) -> Next | None:
        """`promised my manager a summary`: a summary for my manager, who has no name here."""
        line = self.line
        at += line.word(at) == "to"
        near = (one for one in self.people.unnamed if at <= one.first <= at + 1)
        one = next(near, None)
        if one is None or line.end[one.after - 1] or line.word(one.after) not in BEFORE_A_THING:
            return None
        move = self._next(ME, None, one.after, due)
        whom = line.text(at, one.after)
        if line.low[one.after] != "to":
            joins = "with" if move.what.casefold() in TOGETHER else "for"
        else:
            joins = "to" if line.word(one.after + 1) in GIVEN else ""
        return changed(move, what=f"{move.what} {joins} {whom}") if joins else move

    def _person_beside(self, first: int, due: Found[date]) -> Person | None:
        """Whoever stands before a day, or behind it: `lunch is on Friday with Ben`."""
        found = self._person_within(first, due.first)
        return found or self._person_within(due.after, self._end_of_clause(due.after))

    def _end_of_clause(self, at: int) -> int:
        clause = self.line.clause
        while at < len(self.line) and clause[at] == clause[at - 1]:
            at += 1
        return at
