"""One finding, and the view of a plan that every finding is looked for in."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.domain.period import week_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pmpath.domain.entry import Entry
    from pmpath.domain.log.observed import Observed

    Figures = Mapping[str, object]
    Finders = dict[str, Callable[["View"], Iterator["Finding"]]]

DAY, WEEK = timedelta(1), timedelta(7)
# No further back is looked for the first week in which a finding held.
LOOK_BACK_WEEKS = 60


class Finding(Frozen):
    """Something the plan is checked for, as it stands on a day.

    `since` is the day on which it was raised at its present `grade`, None while it is not raised:
    then the figures say how near it is. `subject` tells several of one id apart, `case` picks its
    words. Figures are days, whole numbers and texts under the names that the words of
    `data/findings.toml` have in braces; names that end in minutes are minutes.
    """

    id: str
    since: date | None
    figures: Figures
    subject: str = ""
    case: str = ""
    grade: int = 1


# Figures made for a sentence alone, told by the end of their names: `days` is a number, `gone_days`
# the same number to be said as "3 days". So are two others.
FOR_SENTENCES = ("_ago", "_days", "_weeks", "_left", "_milestones")
ONLY_FOR_SENTENCES = ("id", "limit_day")


def own_figures(found: Finding) -> dict[str, object]:
    """What a finding is made of, without what its sentences alone need."""
    return {
        name: value
        for name, value in found.figures.items()
        if not name.endswith(FOR_SENTENCES) and name not in ONLY_FOR_SENTENCES
    }


class View:
    """A situation with what all findings need of it: ages, limits, the facts that were folded."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.roadmap = situation.roadmap
        self.journal = situation.journal
        self.today = situation.today
        self.ages = situation.ages
        self.observed: Observed = situation.journal.observed
        self.start = situation.roadmap.target.start
        # Entries of the days asked for, whole.
        self.entries: list[Entry] = situation.journal.entries

    def limit(self, key: str) -> int:
        """The limit of a finding: that of the roadmap, else that of the content."""
        said = self.roadmap.findings.get(key, {})
        own = next((said[unit] for unit in ("days", "weeks", "percent") if unit in said), None)
        return own if isinstance(own, int) else self.situation.catalog.concerns[key].limit

    def since(self, base: date, days: int) -> date | None:
        """The day on which `base` became so many days old; None while it has not."""
        return self.ages.reached(base, days) if self.ages.since(base) >= days else None

    def window(self, days: int, end: date) -> tuple[date, int]:
        """The first of the latest `days` that count, through `end`, and how many they are.

        They are fewer where the plan is younger: nothing is said of the time before it.
        """
        span = max(min(days, self.ages.since(self.start - DAY, end)), 1)
        return self.ages.window(span, end), span

    def unbroken(self, holds: Callable[[date], bool], end: date | None = None) -> date | None:
        """The Monday of the first week of the run of weeks at whose end it held, up to now.

        None where it does not hold at `end` (None: today).
        """
        if not holds(end or self.today):
            return None
        week = week_of(self.today)
        for _ in range(LOOK_BACK_WEEKS):
            if not holds(week.start - DAY):
                break
            week = week_of(week.start - DAY)
        return week.start

    def is_planned(self, track: str) -> bool:
        """Whether a track is one of the plan's, now or later."""
        return any(one.id == track and one.active for one in self.roadmap.tracks)

    def track_start(self, track: str) -> date:
        """The day on which a track of the plan begins."""
        own = next((one.live_from for one in self.roadmap.tracks if one.id == track), None)
        return own or self.start
