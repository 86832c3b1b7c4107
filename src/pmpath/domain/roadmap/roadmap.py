"""The roadmap as light frozen values, and the choices and ranges that its keys have.

`table` makes it of a parsed file: strict, and without saying where it stopped; then `schema` names
all faults together. Both accept the same files; a property test says so.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import EARLIEST_YEAR, LATEST_YEAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal

    AnswerKind = Literal["word", "words", "number", "flag", "text", "names", "never or day"]

SCHEMA = 1
TRACKS = (
    "roadmap", "customers", "springboard", "writing", "positioning", "allies",
    "reading", "sponsors", "volunteer", "search", "craft",
)  # fmt: skip
STEP_ROLE_TRACK = "springboard"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PROFILES = ("ic", "senior", "step")
SIDES = ("inside", "outside", "both")
SCOPES = ("core", "standard", "extended")
MODES = ("full", "search", "test")
REPORT_FORMATS = ("terminal", "markdown", "html", "json")
# Where somebody of the roadmap's `[people]` stands to the plan.
CIRCLES = ("leader", "ally", "wider")
# The state of a stepping-stone role that somebody is in.
STEP_ROLE_HELD = "in"
STEP_ROLE_STATES = ("take", "skip", STEP_ROLE_HELD, "left")
# With these its track is part of the plan.
STEP_ROLE_IN_PLAN = ("take", STEP_ROLE_HELD)
REASONS = ("customers", "influence", "strategy", "money", "tired", "other")
DAY_ENDS = time(4)
# Of fewer weeks there is no whole plan; the search alone can be planned.
SHORTEST_FULL_WEEKS = 12
MINUTES_A_DAY = 24 * 60
DAILY_CAP = 240
LIMIT_MONTHS = 12
# A field below is called date, as in the file; inside its class that hides the type.
Day = date


class AnswerKey(Frozen):
    """An answer under `[answers]`: what it may be, and how it is spoken of.

    `choices` are what a word or words may be, `least` and `most` the ends of a number. `told` puts
    a known answer into words.
    """

    kind: AnswerKind
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    told: str = "{}"


# `schema` and the options of `init` name each as well.
ANSWER_KEYS = {
    "why": AnswerKey("words", REASONS),
    "customer_last": AnswerKey("never or day"),
    "customer_love": AnswerKey("number", least=1, most=5, told="liked {} of 5"),
    "junior": AnswerKey("word", ("yes", "unsure", "no")),
    "pay_cut_percent": AnswerKey("number", most=100, told="{} percent less"),
    "savings_months": AnswerKey("number", most=600, told="savings for {} months"),
    "pay_floor_set": AnswerKey("flag"),
    "engineers": AnswerKey("number", most=10_000_000, told="{} engineers"),
    "product_managers": AnswerKey("number", most=10_000_000, told="{} PMs"),
    "leaders": AnswerKey("names"),
    "manager_safe": AnswerKey("word", ("yes", "no", "unknown")),
    "contacts": AnswerKey("names"),
    "last_piece": AnswerKey("text"),
    "cause": AnswerKey("text"),
    "duty": AnswerKey("text"),
}


class Target(Frozen):
    """The job aimed at. `date` is the first day in it, `start` the day of `init`.

    An open `role` is empty; screens then say product manager.
    """

    role: str
    date: Day
    start: Day
    decided: Day
    company: str = ""
    profile: str = "ic"
    level: str = ""
    side: str = "both"
    scope: str = "core"
    mode: str = "full"


class Vacation(Frozen):
    """Neutral days, both ends included."""

    first: date
    last: date


class StepRole(Frozen):
    """A job closer to customers, held for at most `limit_months`; `state` is "" while undecided."""

    state: str = ""
    role: str = ""
    since: date | None = None
    limit_months: int = LIMIT_MONTHS
    exit_date: date | None = None


class TrackPlan(Frozen):
    """A track of this roadmap: live from a day on (None: from the start), times in days."""

    id: str
    active: bool = True
    live_from: date | None = None
    times: int | None = None
    days: int | None = None


class Milestone(Frozen):
    """A dated result. `due` wins over `weeks_before`; `minutes` is the effort we estimate."""

    id: str
    track: str
    title: str
    minutes: int
    tier: str
    done_when: str = ""
    weeks_before: int | None = None
    due: date | None = None
    depends_on: tuple[str, ...] = ()


class Roadmap(Frozen):
    """The person's plan as it stands now; `minutes` are those of Monday to Sunday, 0 is rest."""

    target: Target
    minutes: tuple[int, ...]
    day_ends: time = DAY_ENDS
    never_say: tuple[str, ...] = ()
    daily_cap: int = DAILY_CAP
    vacations: tuple[Vacation, ...] = ()
    answers: Mapping[str, object] = {}
    springboard: StepRole = StepRole()
    tracks: tuple[TrackPlan, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    findings: Mapping[str, Mapping[str, object]] = {}
    statement: Mapping[str, object] = {}
    people: Mapping[str, str] = {}
    defaults: Mapping[str, str] = {}

    def due_day(self, milestone: Milestone) -> date:
        """The day a milestone is due: its own, or so many weeks before the target.

        What belongs to a stepping-stone role held now is due by its exit date, and moves with it.
        """
        if milestone.due is not None:
            return milestone.due
        due = self.target.date - timedelta(weeks=milestone.weeks_before or 0)
        return min(due, self._leaves or due) if milestone.track == STEP_ROLE_TRACK else due

    @property
    def _leaves(self) -> Day | None:
        """The exit date of the role held meanwhile; None where the plan begins after it."""
        day = self.springboard.exit_date if self.springboard.state == STEP_ROLE_HELD else None
        return day if day is not None and day > self.target.start else None

    @property
    def milestones_in_scope(self) -> Iterator[Milestone]:
        """Those whose tier the scope includes, on tracks of the plan; none is ever deleted."""
        reach, absent = SCOPES.index(self.target.scope), self.absent_tracks
        return (
            one
            for one in self.milestones
            if SCOPES.index(one.tier) <= reach and one.track not in absent
        )

    @property
    def absent_tracks(self) -> frozenset[str]:
        """Tracks that are not in the plan; `springboard` is: whether to take one is asked."""
        return frozenset(one.id for one in self.tracks if not one.active) - {STEP_ROLE_TRACK}


def is_day(value: object) -> bool:
    """A calendar day; TOML's date-times are not days, although Python counts them as dates.

    A year beyond these is a slip of the finger; counting weeks from it would leave the calendar.
    """
    if not isinstance(value, date) or isinstance(value, datetime):
        return False
    return EARLIEST_YEAR <= value.year <= LATEST_YEAR
