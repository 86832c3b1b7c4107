"""One proposal: what is to be done, for how long and why; long actions come in parts."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.leaders import TELLING, side_to_tell
from pmpath.coach.contacts.people import UNNAMED, whom_to_ask
from pmpath.coach.plan.conditions import NONE
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import Action
from pmpath.domain.entry import ASK
from pmpath.domain.people import name_of
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ASK_MINUTES = 5
# What a reason may be of.
PROMISE, NUDGE, MILESTONE, TRACK = "promise", "nudge", "milestone", "track"
CUSTOMER, PERSON, HAPPENED, EARLY = "customer", "person", "happened", "early"
NO_NEWS, FINDING, OPENING, REGULAR, CLOCK = "no news", "finding", "opening", "regular", "clock"
NAMED_AT_START, FIRST = "named", "first"
# Which answer a step names, and which steps look for the role.
NAMED = {"roadmap.hand-over": "duty", "volunteer.offer": "cause"}
SCANS = ("search.scan", "search.read-ads")
# This one names the people who helped.
THANKS = "search.thanks"
# The role that the titles of these name already.
PLAIN_ROLE = "product manager"
# From the second part on, a step goes on with what was begun.
LATER_PART = 2


class Reason(Frozen):
    """Why this step: its kind, what it serves, and the day it hangs on (None: not yet at all).

    `days` is how far that day is from the day of the step, never below 0. The words of a finding
    stand in `subject`, with the names of its `figures` in braces; what comes back says there how
    often, and has the day of its last time.
    """

    kind: str
    subject: str
    day: date | None = None
    days: int = 0
    figures: Mapping[str, object] = {}


class Step(Frozen):
    """One proposal. `minutes` is whole; `part` says that the action goes on after it.

    It is `number` of `count` parts, at today's length; both 0 for what is done at one go. `half` is
    ASK or HOLD for an action with a person, else empty. `bring_back` says when it is done, and
    `settles` is the id of the entry whose promise it keeps or whose late answer it asks for. With
    an `opening` it is words to that firm, and `settles` is the entry about it that they follow.
    `what` is what was agreed on, in its own words, where the sentence is that of the action.
    """

    sentence: str
    minutes: int
    reason: Reason
    track: str = ""
    action: str = ""
    half: str = ""
    person: str = ""
    bring_back: str = ""
    settles: str = ""
    part: bool = False
    number: int = 0
    count: int = 0
    opening: str = ""
    what: str = ""

    @property
    def key(self) -> str:
        """By which a step is put aside or told from another."""
        return self.settles or self.action


def step_text(step: Step) -> str:
    """What an entry keeps of the step of its day, as `Entry.step_parts` reads it."""
    return f"{step.action} {step.person}".strip() if step.action else ""


def step_for(situation: Situation, action: Action, reason: Reason) -> Step:
    """The proposal of an action; one with a person is the five minutes of asking."""
    if not action.people:
        parts = situation.parts_of(action.id)
        left = max(action.minutes - sum(parts), ASK_MINUTES)
        # The rest of what was begun is the last part.
        last = len(parts) + 1 if parts else 0
        return Step(
            _in_own_words(situation, action, action.title), left, reason, action.track, action.id,
            bring_back=action.done_when, number=last, count=last,
        )  # fmt: skip
    action = as_asked(situation, action)
    person = whom_to_ask(situation.roadmap, situation.journal, action, today=situation.today)
    whom = person or UNNAMED[action.who]
    return Step(
        sentence=_in_own_words(situation, action, action.ask.replace("{person}", whom)),
        minutes=ASK_MINUTES,
        reason=reason,
        track=action.track,
        action=action.id,
        half=ASK,
        person=person,
    )


def as_asked(situation: Situation, action: Action) -> Action:
    """The action; where a leader of one kind knows, it asks for one of the other."""
    side = action.id == TELLING and side_to_tell(situation.roadmap, situation.journal)
    return changed(action, who=side) if side else action


def _in_own_words(situation: Situation, action: Action, text: str) -> str:
    """The sentence with what is known for it: a duty, a cause, the role, the people who helped."""
    roadmap = situation.roadmap
    if action.id == THANKS:
        from pmpath.coach.contacts.helped import who_helped

        helped = who_helped(roadmap, situation.journal)
        return f"{text} ({', '.join(map(name_of, helped))})" if helped else text
    own = roadmap.answers.get(NAMED[action.id]) if action.id in NAMED else None
    if action.id in SCANS:
        sought = ", ".join(filter(None, (roadmap.target.role, roadmap.target.company)))
        # The title says already that it is about PM openings.
        return f"{text} ({sought})" if sought not in ("", PLAIN_ROLE) else text
    return f"{text}: {own}" if own and own != NONE else text


def sized(situation: Situation, found: Iterable[Step], minutes: int) -> list[Step]:
    """Steps at the length of the day: what was begun goes on, then what fits, then first parts."""
    found = [one if one.minutes <= minutes else _as_part(situation, one, minutes) for one in found]
    return sorted(found, key=lambda one: (one.number < LATER_PART, one.part)) if found else found


def _as_part(situation: Situation, step: Step, minutes: int) -> Step:
    """As much of a long step as the day has; how many more follow is counted at that length."""
    before = len(situation.parts_of(step.action))
    return changed(
        step, minutes=minutes, part=True, number=before + 1,
        count=before - (-step.minutes // minutes),
    )  # fmt: skip
