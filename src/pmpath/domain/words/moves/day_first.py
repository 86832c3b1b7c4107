"""What is to happen on a day that the line begins with, or that somebody said yes to."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ME, Next
from pmpath.domain.next_move import DAYS_UNLESS_SAID
from pmpath.domain.when.calendar import day_after
from pmpath.domain.words.days.day_context import YES
from pmpath.domain.words.meeting_nouns import DATED, TOGETHER
from pmpath.domain.words.moves.meant import without_edges
from pmpath.domain.words.people.answer_heard import offers_a_day
from pmpath.domain.words.people.offered_time import is_time_offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.words.events.happened import Happened
    from pmpath.domain.words.found import Found
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.people import PeopleReader

# Between the day and what is planned for it.
# What is to be agreed with whoever has time.
A_DAY = "a day to meet"
BEFORE_THE_VERB = frozenset([
    "says", "said", "wrote", "answered", "replied", "that", "she", "he", "also", "now", "still",
    "just", "finally", "kindly",
])  # fmt: skip
MY_PLAN = ("i", "we", "will", "i'll", "we'll", "have", "a", "the", "shall", "am", "going", "to")


def plan_of_the_day(
    line: Line,
    told: Happened,
    people: PeopleReader,
    agreed: tuple[Found[date], ...],
    tasks: frozenset[str],
) -> Next | None:
    """What is to happen on the day that the line begins with; None for a plan of somebody else.

    `tasks` are the verbs of what one has yet to do.
    """
    front = next((at for at, low in enumerate(line.low) if low), 0)
    due = next((one for one in agreed if one.first <= front < one.after), None)
    if due is None or due.value is None or not told.undone:
        return None
    start = due.after
    while start < len(line) and (line.low[start] in MY_PLAN or not line.low[start]):
        start += 1
    person = next((one for one in people.found if one.first >= start), None)
    is_event = start < len(line) and line.hit(start, people.events)[1] > 0
    begins_with_them = person is not None and (not person.lead or person.first == start)
    is_task = start < len(line) and any(form in tasks for form in line.forms[start])
    if not (is_event or is_task) or begins_with_them:
        return None
    end = person.first if person else len(line)
    what = " ".join(without_edges([line.raw[at] for at in range(start, end)])).strip(" ,.;:")
    return Next(ME, person.person if person else "", what, due.value)


def agreed_to(line: Line, people: PeopleReader, agreed: Sequence[Found[date]]) -> Next | None:
    """`Anna said yes, thursday 4pm`: what one asked for has its day."""
    due = next(iter(agreed), None)
    if due is None or due.value is None or not people.found:
        return None
    person = people.found[0]
    places = range(person.after, due.first)
    words = line.low[person.after : due.after]
    is_next = _is_of_the_next(line, person.after, due.first)
    is_offered = offers_a_day(words) or is_time_offered(_from_the_verb(words))
    is_alone = len(people.found) == 1
    is_agreed = is_offered or not YES.isdisjoint(line.low[: due.first])
    if not (is_next or (is_alone and is_agreed)):
        return None
    noun = next((line.raw[at] for at in places if line.low[at] in DATED), "the meeting")
    return Next(ME, person.person, noun, due.value)


def _is_of_the_next(line: Line, first: int, end: int) -> bool:
    """`call with Ulrike 30 min, next one 17 Feb`, `coffee with Ana, next meeting is on Friday`."""
    ahead = [low for low in line.low[first:end] if low not in ("is", "will", "be", "on", "")]
    is_next = ahead[-2:-1] in (["next"], ["another"], ["second"])
    return is_next and (ahead[-1] == "one" or ahead[-1] in TOGETHER)


def time_to_find(line: Line, people: PeopleReader, today: date) -> Next | None:
    """`Lena has time for 20 minutes`: nobody said when, which is mine to do."""
    for person in people.found:
        behind = line.low[person.after :]
        if not line.end[person.after - 1] and is_time_offered(_from_the_verb(behind)):
            return Next(ME, person.person, A_DAY, day_after(today, DAYS_UNLESS_SAID))
    return None


def _from_the_verb(words: Sequence[str]) -> Sequence[str]:
    """Without `says that she`, and what stands before the verb: `Dave says he has 30 minutes`."""
    at = 0
    while at < len(words) and words[at] in BEFORE_THE_VERB:
        at += 1
    return words[at:]
