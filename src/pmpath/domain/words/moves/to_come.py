"""What a line tells of that has yet to happen: a task, or a meeting agreed for a day."""

from __future__ import annotations

from pmpath.domain.when.calendar import WEEKDAY_NUMBERS
from pmpath.domain.words.events.happened import Happened
from pmpath.domain.words.meeting_nouns import AHEAD, OF_A_SEARCH
from pmpath.domain.words.shapes.search_shapes import HIRES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.times import Times

# Heads of a task, and verbs of a task that are nouns of a meeting as well.
HEADS = tuple((one,) for one in (
    "next", "todo", "to-do", "task", "reminder", "planned", "plan", "upcoming", "scheduled",
    "booked", "arranged", "confirmed",
))  # fmt: skip
TASKS_AND_NOUNS = frozenset(["call", "meet", "talk", "review", "read", "show", "present", "follow"])
OF_A_TASK = ("met", "sent", "answered")
# Behind `I`: what is set for a day; of what was done one says `met`, `had`.
IN_THE_PRESENT = frozenset([
    "meet", "have", "see", "talk", "call", "speak", "visit", "join", "go", "present", "shadow",
    "attend", "interview", "start", "show", "give", "am", "are",
])  # fmt: skip
# What one sees without meeting it.
NO_MEETING = frozenset(["that", "how", "what", "why", "it", "now", "this", "where", "the", "a"])
SOON = ("next_week", "next_month", "tomorrow", "soon")
WHILES = frozenset(["next_week", "next_month", "next_quarter"])
# `three things for next week`
NOT_ITS_TIME = frozenset(["for", "of", "about", "until", "till", "by", "from", "to", "and", "on"])
# `coffee with Lena and hopefully another one on Friday`: the day is of the other.
SAID_OF_IT = frozenset(["about", "for", "said", "another", "second"])


def yet_to_come(told: Happened, line: Line) -> Happened:
    """The same line as a plan; one of a single clause tells of nothing else that was done."""
    is_all = len(set(line.clause)) == 1
    return Happened(None, undone=True, planned=True, denied=told.denied, did_nothing=is_all)


def unless_to_come(told: Happened, line: Line, times: Times, lexicon: Lexicon) -> Happened:
    """`follow up with Ana on 22/3`, `Next: send Ana the deck`: a task, and nothing that was."""
    front = next((at for at, low in enumerate(line.low) if low), 0)
    heads = line.low[front : front + 1] in HEADS and line.end[front] == ":"
    is_box = "[" in line.raw[:2] and "]" in line.raw[1:3]
    is_ahead = told.event is not None and _is_ahead(told.event, line, times)
    is_ahead = is_ahead or (told.event is not None and _opens_with_its_day(told.event, line, times))
    is_ahead = is_ahead or (told.event is not None and _is_in_a_while(told.event, line, times))
    if heads or is_box or is_ahead or _is_a_task(told.event, line, times, lexicon):
        return yet_to_come(told, line)
    return told


def is_set_for_a_day(told: Happened, line: Line, times: Times) -> bool:
    """`On Friday I meet Ana`: the present tense beside a weekday, and nothing more, is a plan."""
    if times.minutes or told.undone:
        return False
    is_seen = _is_to_be_seen(line)
    if not (is_seen or (told.event is not None and len(set(line.clause)) == 1)):
        return False
    done = times.done
    if done is None:
        return is_seen and (bool(times.agreed) or line.has(SOON))
    if done.value == times.today or "last" in done.said.casefold():
        return False
    words = done.said.casefold().split()
    if words[-1].strip(",.:") not in WEEKDAY_NUMBERS or len(words) > 2:
        return False
    at = next((at for at, low in enumerate(line.low) if low in ("i", "we")), None)
    return is_seen or (at is not None and line.word(at + 1) in IN_THE_PRESENT)


def _is_to_be_seen(line: Line) -> bool:
    """`We see Mara`, `seeing Mara`: nobody tells so of a meeting that was."""
    front = next((at for at, low in enumerate(line.low) if low and not line.taken[at]), 0)
    at = front + (line.low[front] in ("i", "we", "i'm", "we're"))
    is_verb = line.word(at) == "see" if line.low[front] in ("i", "we") else False
    is_verb = is_verb or line.word(at) == "seeing"
    return is_verb and not line.end[at] and line.word(at + 1) not in NO_MEETING


def _is_a_task(event: Event | None, line: Line, times: Times, lexicon: Lexicon) -> bool:
    if not times.agreed or event is None or event.name not in OF_A_TASK:
        return False
    front = next((at for at, low in enumerate(line.low) if low), 0)
    if times.minutes or event.first == front < event.after - 1:
        # "phone call with Ulrike 30 min, next one 17 feb": the call was held
        return False
    tasks = lexicon.words("move", "mine") - TASKS_AND_NOUNS
    return any(form in tasks for form in line.forms[front][-2:])


def _opens_with_its_day(event: Event, line: Line, times: Times) -> bool:
    """`Tomorrow: lunch with Sirkku, 12:00`, `On Friday I meet Ana`: the day to come, then what."""
    if times.minutes or times.day or event.name not in (*AHEAD, "talk", "told", "read"):
        return False
    front = next((at for at, low in enumerate(line.low) if low), 0)
    day = next((one for one in times.agreed if one.first <= front < one.after), None)
    if day is None or not day.value or day.value <= times.today:
        return False
    begins = line.clause[event.first] - line.clause[front]
    return begins == 0 or (begins == 1 and line.end[day.after - 1] in (":", "-", ","))


def _is_ahead(event: Event, line: Line, times: Times) -> bool:
    """`Meeting with Tariq on 24 March`: a day to come in the same breath, and no time spent."""
    if times.minutes or times.day or event.name not in AHEAD:
        return False
    if line.low[event.first] in HIRES and _is_announced(event, line, times):
        return True
    if AHEAD[event.name].isdisjoint(line.low[event.first : event.after]):
        return False
    ahead = (one for one in times.agreed if one.value and one.value > times.today)
    clause = line.clause[event.first]
    return any(
        event.first < one.first < len(line)
        and line.clause[one.first] == clause
        and SAID_OF_IT.isdisjoint(_between(line, event.after, one.first))
        for one in ahead
    )


def _between(line: Line, after: int, day: int) -> tuple[str, ...]:
    """The words between a meeting and its day, without the `for` of `an interview for Thursday`."""
    return line.low[after : day - (line.low[day - 1] == "for")]


def _is_in_a_while(event: Event, line: Line, times: Times) -> bool:
    """`coffee with Lena next week`: a meeting, and at the end of its part when it will be."""
    if times.minutes or times.day or event.name not in AHEAD:
        return False
    for at in range(event.after, len(line) - 1):
        if line.clause[at] != line.clause[event.first]:
            break
        ends = bool(line.end[at + 1]) or at + 2 == len(line)
        if "_".join(line.low[at : at + 2]) in WHILES and ends:
            return line.low[at - 1] not in NOT_ITS_TIME
    return False


def _is_announced(event: Event, line: Line, times: Times) -> bool:
    """`recruiter from Acme called, screening next Tuesday`: the call that sets the interview."""
    ahead = (one for one in times.agreed if one.value and one.value > times.today)
    return any(
        line.clause[at] == line.clause[due.first] != line.clause[event.first]
        for due in ahead
        for at in range(event.after, due.first)
        if line.low[at] in OF_A_SEARCH
    )
