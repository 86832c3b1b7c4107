"""Entries and plans, as light frozen values; what is on the line is all there is.

Field names are those of the JSON line (`docs/files.md`). Days are calendar days as the user meant
them; `at` is the instant of writing with its offset. The other records of the log are in `kinds`.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.metric import Metric

ME, THEM = "me", "them"
# How the mark of a next move begins: `next fri tomas: deck`, `theirs fri lena: answer`.
STARTERS = {"next": ME, "theirs": THEM}
ASK, HOLD = "ask", "hold"
ENGINEERING = "engineering"
BACKFILL = "backfill"
# An entry that did a part of an action which takes longer.
PART = "part"
ASSUMED_MINUTES = 15
# Of a line that tells what somebody else answered: hearing it takes no quarter of an hour.
HEARD_MINUTES = 5
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


class Next(Frozen):
    """Whose move it is: `who` is me or them, about which `person` (may be empty), by which day."""

    who: str
    person: str
    what: str
    day: date


class Evidence(Frozen):
    """Something that shows the work: a link, a document, an audience or a person."""

    kind: str
    value: str
    count: int | None = None


class Amended(Frozen):
    """What a person's corrections did to an entry; what `doctor --reread` wrote is none.

    `fields` are the keys of the line that they set. `lost` are the guesses that they took back:
    `track=allies`, and `people=stripe` by the key of the name. `at` is the instant of the last.
    """

    fields: tuple[str, ...]
    lost: tuple[str, ...]
    at: str


class Entry(Frozen):
    """One thing done on one day. `minutes` are whole; `assumed` when nobody gave them.

    `id` and `at` are empty until it is written.

    `half` says whether an action with a person was asked for or held; `settles` names the entry
    whose promise this one keeps. `event` is what happened (EVENTS); `stage` how far the `opening`
    has come. `guessed` names the fields that plain words gave and no mark or option; `minutes_from`
    is said, range or default. `clock` is what the clock showed, where `at` had to be later. `did`
    and `not_did` are the actions that a person said it was and was not; `step` is the step that
    stood on its day (`step_text`), where a command knew it; `planned` are the minutes that the day
    had to offer, where they were fewer than those of the plan. `origin` says what an imported entry
    was elsewhere: its format and its identity there. `amended` is told by the corrections of the
    entry and stands on no line of its own.
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
    planned: int | None = None
    origin: str = ""
    amended: Amended | None = None

    @property
    def is_path_action(self) -> bool:
        """Counts toward the date: it took time and is not engineering."""
        return self.minutes > 0 and ENGINEERING not in self.tags

    @property
    def step_parts(self) -> tuple[str, str]:
        """The action of the step that stood, and its person; either may be empty."""
        action, _, person = self.step.partition(" ")
        return action, person


def day_of_writing(entry: Entry) -> date:
    """The day on which the words were typed, as the clock there showed it."""
    return date.fromisoformat((entry.clock or entry.at)[:10])


# The reason of the first plan, which a roadmap begins with.
BY_INIT = "init"
# Reasons of plan records that no command of the person made: the roadmap was changed in an editor,
# or it and the log came together from two machines.
BY_HAND, BY_SYNC, BY_MERGE = "edited by hand", "joined by sync", "joined by merge"


class Plan(Frozen):
    """What was promised from `day` on: the target date and minutes for Monday to Sunday.

    `id` and `at` are empty for a promise that was not written: what the roadmap says now.
    """

    id: str
    at: str
    day: date
    target: date
    minutes: tuple[int, ...]
    scope: str
    restart: bool = False
    reason: str = ""


class Unread(Frozen):
    """A valid record that this fold does not interpret: `kind` names it."""

    id: str
    kind: str


HANDLE_LENGTH = 4


def handle_of(key: str) -> str:
    """The short name of a record on a screen: the end of its id.

    Where a log has another record of that end, `handles_of` finds a longer one.
    """
    return key[-HANDLE_LENGTH:].lower()
