"""The records of the log, as light frozen values; what is on the line is all there is.

Field names are those of the JSON line (`docs/files.md`). Days are calendar days as the user meant
them; `at` is the instant of writing with its offset.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.metric import Metric
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

ME, THEM = "me", "them"
ASK, HOLD = "ask", "hold"
EXIT, MILESTONE, DROP, RESTORE = "exit", "milestone", "drop", "restore"
# What a command changed in the roadmap that is neither plan nor move.
ANSWER, ADD, EDIT = "answer", "add", "edit"
ARRIVED, DECIDED_AGAINST, PAUSED = "arrived", "decided-against", "paused"
CLOSINGS = (ARRIVED, DECIDED_AGAINST, PAUSED)
ENGINEERING = "engineering"
BACKFILL = "backfill"
# An entry that did a part of an action which takes longer.
PART = "part"
# How a proposal is put aside: for today, until a day, for good; and how a day asks for one step
# more, or for one of another length.
OTHER, NOT_BEFORE, NOT_IN_PLAN = "other", "not_before", "not_in_plan"
MORE, SIZE = "more", "size"
ASSUMED_MINUTES = 15
STAGES = {
    "applied": "application",
    "answered": "answered",
    "interview": "interview",
    "rejected": "rejected",
    "offer": "offer",
}
# What an entry tells of; the tag that the older name of some of them is.
EVENTS = (
    "met", "listened", "asked", "told", "promised", "sent", "answered", "published", "talk", "read",
    "review", "applied", "interview", "rejected", "offer", "declined", "volunteered",
)  # fmt: skip
EVENT_TAGS = {
    "applied": "application", "interview": "interview", "rejected": "rejected", "offer": "offer",
    "told": "told", "published": "published", "review": "review",
}  # fmt: skip
# Going to somebody without meeting them.
ASKED, PROMISED, SENT = "asked", "promised", "sent"
TOLD = "told"
ONE_WAY_EVENTS = (ASKED, PROMISED, SENT)
SIDES = ("inside", "outside")
# What a checked text leads with.
LEADS_WITH_TECHNOLOGY = "leads with technology"


@record
class Next:
    """Whose move it is: `who` is me or them, about which `person` (may be empty), by which day."""

    who: str
    person: str
    what: str
    day: date


@record
class Evidence:
    """Something that shows the work: a link, a document, an audience or a person."""

    kind: str
    value: str
    count: int | None = None


@record
class Entry:
    """One thing done on one day. `minutes` are whole; `assumed` when nobody gave them.

    `half` says whether an action with a person was asked for or held; `settles` names the entry
    whose promise this one keeps. `event` is what happened (EVENTS); `stage` how far the `opening`
    has come. `guessed` names the fields that plain words gave and no mark or option; `minutes_from`
    is said, range or default. `clock` is what the clock showed, where `at` had to be later. `did`
    and `not_did` are the actions that a person said it was and was not; `step` is the step that
    stood on its day (`step_text`), where a command knew it.
    """

    id: str
    at: str
    day: date
    text: str
    minutes: int
    track: str = ""
    assumed: bool = False
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: Mapping[str, str] = {}
    metrics: tuple[Metric, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    action: str = ""
    half: str = ""
    milestone: str = ""
    opening: str = ""
    energy: int | None = None
    next: Next | None = None
    settles: str = ""
    clock: str = ""
    event: str = ""
    stage: str = ""
    book: str = ""
    guessed: tuple[str, ...] = ()
    minutes_from: str = ""
    did: tuple[str, ...] = ()
    not_did: tuple[str, ...] = ()
    step: str = ""

    @property
    def is_path_action(self) -> bool:
        """Counts toward the date: it took time and is not engineering."""
        return self.minutes > 0 and ENGINEERING not in self.tags


@record
class Plan:
    """What was promised from `day` on: the target date and minutes for Monday to Sunday."""

    id: str
    at: str
    day: date
    target: date
    minutes: tuple[int, ...]
    scope: str
    restart: bool = False
    reason: str = ""


@record
class MilestoneDone:
    """A milestone reached, or reopened, on a day."""

    id: str
    at: str
    day: date
    of: str
    reopened: bool = False


@record
class Move:
    """A day of the plan was moved, or a milestone left it or came back, and why.

    `what` is one of the words below. A milestone that is dropped or comes back has no `end`.
    """

    id: str
    at: str
    day: date
    what: str
    of: str
    start: date | None
    end: date | None
    reason: str


@record
class Rest:
    """Neutral days, both ends included."""

    id: str
    at: str
    day: date
    until: date
    reason: str = ""


@record
class Decline:
    """A proposal that was put aside on a day, and how: other, not_before, not_in_plan.

    `how` may also be more or size: another step, or one of so many `minutes`. `until` is the day
    before which it does not come.
    """

    id: str
    at: str
    day: date
    action: str
    how: str
    until: date | None = None
    minutes: int = 0


@record
class Close:
    """The plan ended on a day: `because` is one of CLOSINGS, `note` the person's own words."""

    id: str
    at: str
    day: date
    because: str
    note: str = ""


@record
class Accept:
    """A finding was taken note of on a day, and why: it is not said again before it is raised anew.

    `finding` is its id, `subject` what it is about ("": all of that id). With `until` it rests
    through that day, whatever happens.
    """

    id: str
    at: str
    day: date
    finding: str
    subject: str
    reason: str
    until: date | None = None


@record
class Check:
    """A text was held against the words of the trade: what it leads with, and which words said so.

    `verdict` is one of the verdicts below.
    """

    id: str
    at: str
    day: date
    text: str
    verdict: str
    words: tuple[str, ...] = ()


@record
class RoadmapChange:
    """Values of the roadmap were changed that no plan and no move tells.

    `what` is answer, add or edit; `of` the question or milestone it was about.
    """

    id: str
    at: str
    day: date
    what: str
    of: str = ""


@record
class Unread:
    """A valid record that this fold does not interpret: `kind` names it."""

    id: str
    kind: str


# Kinds of this schema that belong to other commands; any further kind is of a newer pmpath.
OTHER_KINDS = ("statement",)

Record = (
    Entry | Plan | MilestoneDone | Move | Rest | Decline | Close | Accept | Check | RoadmapChange
    | Unread
)  # fmt: skip
