"""Which steps stood on the days before, so that none stands for too long.

What was done by `done` stands in the log. What was shown and not done is found by making the same
choice for each of those days again: the same log and day give the same step.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import HAPPENED, Step
from pmpath.domain.log.earlier import Past
from pmpath.domain.people import key_of
from pmpath.domain.period import week_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Choice = Callable[["Situation", "Shown"], Iterable[Step]]

# The same step comes on at most so many days with planned minutes in a row, and so often in so
# many days.
MOST_IN_A_ROW = 3
WINDOW_DAYS, MOST_IN_WINDOW = 14, 5
# Looking back begins at the same day for so long, so that two days see the same past.
BLOCK_DAYS = 28
# A step that was left undone is remembered for so long.
REMEMBERED_DAYS = 28


def sameness(step: Step) -> str:
    """By what two steps are the same, whatever their words: the action and the person."""
    return f"{step.key} {key_of(step.person)}".strip()


class Shown:
    """The steps of past days, by `sameness`; days are added in their order."""

    def __init__(self) -> None:
        self.days: dict[date, frozenset[str]] = {}
        self._undone: set[date] = set()
        # Of these the days on which nothing at all was done.
        self._idle: set[date] = set()

    def twin(self) -> Shown:
        """The same days, to which others may be added."""
        found = Shown()
        found.days = dict(self.days)
        found._undone, found._idle = set(self._undone), set(self._idle)
        return found

    def add(
        self, day: date, keys: Iterable[str], *, undone: bool = False, idle: bool = False
    ) -> None:
        """Note what stood on a day with planned minutes, and whether it was left undone.

        `idle`: nothing else was done either. No step at all counts as a day.
        """
        self.days[day] = frozenset(keys)
        if undone:
            self._undone.add(day)
        if idle:
            self._idle.add(day)

    def is_tired(self, step: Step, today: date) -> bool:
        """Whether it stood long enough: somebody else, something smaller or another track comes.

        What people owe each other, and what an offer or interview asks for, is never tired.
        """
        if (step.settles and not step.opening) or step.reason.kind == HAPPENED:
            return False
        key = sameness(step)
        if sum(key in keys for keys in self.days.values()) < MOST_IN_A_ROW:
            return False
        days = [day for day in self.days if day < today]
        if self._stood(key, days[-MOST_IN_A_ROW:]) or self._stood_in_vain(key, days, today):
            return True
        return self._times(key, today, WINDOW_DAYS - 1) >= MOST_IN_WINDOW

    def _stood(self, key: str, run: list[date]) -> bool:
        return len(run) == MOST_IN_A_ROW and all(key in self.days[day] for day in run)

    def _stood_in_vain(self, key: str, days: list[date], today: date) -> bool:
        """Whether it stood for its days in a row, up to this week, and nothing was done on them.

        Of a day on which something else was done it is not sure what stood.
        """
        runs = [days[after - MOST_IN_A_ROW : after] for after in range(MOST_IN_A_ROW, len(days))]
        monday = week_of(today).start
        return any(
            run[-1] >= monday and self._stood(key, run) and self._idle.issuperset(run)
            for run in runs
        )

    def comes_again(self, step: Step, today: date) -> bool:
        """Whether it stood for its three days in the last weeks and was left each time."""
        key, first = sameness(step), today - timedelta(REMEMBERED_DAYS)
        days = [day for day in self._undone if first <= day < today and key in self.days[day]]
        return len(days) >= MOST_IN_A_ROW

    def _times(self, key: str, today: date, days: int) -> int:
        first = today - timedelta(days)
        return sum(key in keys for day, keys in self.days.items() if first <= day < today)


def shown_before(situation: Situation, choice: Choice) -> Shown:
    """What stood on the days before today, as far as it matters.

    `choice` makes the steps of a day, given what stood before it.
    """
    shown, planned, past = Shown(), situation.planned_minutes, Past(situation.journal)
    start, today = situation.roadmap.target.start, situation.today
    blocks = max((today - start).days, 0) // BLOCK_DAYS
    day = max(start, start + timedelta(blocks * BLOCK_DAYS - WINDOW_DAYS))
    while day < today:
        done = situation.journal.days.done.get(day, ())
        if done:
            shown.add(day, done)
        elif not planned.is_neutral(day):
            then = changed(situation, today=day, journal=past.before(day))
            stood = [sameness(one) for one in choice(then, shown)]
            idle = day not in situation.journal.path_actions
            shown.add(day, stood, undone=True, idle=idle)
        day += timedelta(1)
    return shown
