"""What the plan does from its first weeks on, in the order of the article.

Openings are looked for each week, an event is visited every eight weeks, a piece of a PM's daily
work is done every month; the first customer call, piece and application outside come before a
quarter of the plan is gone. Somebody named at the start is asked on the first day.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.situation import Situation
from pmpath.coach.today.begin import latest_starts
from pmpath.coach.today.proposal import FIRST, NAMED_AT_START, REGULAR, Reason, Step, step_for
from pmpath.coach.today.returning import may_come, may_return
from pmpath.domain.content.catalog import Action, actions_of
from pmpath.domain.people import key_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCAN, VISIT_EVENT, COFFEE = "search.scan", "search.event", "allies.coffee"
# An event every eight weeks: it is looked for two weeks before they are over.
SCAN_DAYS, EVENT_DAYS, EVENT_LATEST_DAYS = 7, 40, 45
CRAFT_TRACK, CRAFT_DAYS, CRAFT_LATEST_DAYS = "craft", 24, 28
# How often it comes back, as the reason of a step says it.
OFTEN = {
    SCAN: "a scan for openings comes every week", VISIT_EVENT: "an event comes every eight weeks",
    CRAFT_TRACK: "a piece of a PM's daily work comes every month",
}  # fmt: skip
FIRSTS = ("customers.listen-in", "writing.note", "search.outside")
# From so many percent of the plan on, what has to come in its first quarter goes first.
FIRSTS_FROM_PERCENT, FIRSTS_BY_PERCENT = 16, 24
FIRST_DAYS = 7
# What comes back and is left is shown on so many days of each week, so that it does not stand
# behind every step.
DAYS_SHOWN, OF_DAYS = 3, 7


def named_contact(situation: Situation, others: Iterable[Step]) -> Iterator[Step]:
    """Whom `init` was told by name is asked in the first week, one of them by the first step.

    It is that of the `others` which asks for something by name, else for half an hour.
    """
    day = (situation.today - situation.roadmap.target.start).days
    action = situation.catalog.actions[COFFEE]
    names = situation.roadmap.answers.get("contacts")
    if situation.journal.contacts and day < FIRST_DAYS:
        yield from _next_named(situation, action)
    is_open = day < FIRST_DAYS and not situation.journal.contacts
    if not (is_open and isinstance(names, list) and names and may_return(situation, action)):
        return
    step = step_for(situation, action, Reason(NAMED_AT_START, ""))
    if not step.person:
        # Their function is not known, or makes them somebody else than an ally.
        quiet = snoozed(situation.journal, situation.today)
        named = next((str(one) for one in names if key_of(str(one)) not in quiet), "")
        step = changed(step, person=named, sentence=action.ask.replace("{person}", named))
    yield from (one for one in others if one.person)
    if step.person:
        yield step


def _next_named(situation: Situation, action: Action) -> Iterator[Step]:
    """Half an hour with the next of them, until each was asked once."""
    if may_return(situation, action, needed=True):
        step = step_for(situation, action, Reason(NAMED_AT_START, ""))
        if step.person and key_of(step.person) not in situation.journal.contacts:
            yield step


def scanning(situation: Situation) -> Iterator[Step]:
    """The weekly look for openings."""
    for _, steps in _again(situation, SCAN, SCAN_DAYS, SCAN_DAYS):
        yield from steps


def regular(situation: Situation) -> Iterator[tuple[date, Iterable[Step]]]:
    """What else comes back whatever the phase, each with the day on which it has to begin.

    Steps are made when they are asked for: most of these days come too late for a screen.
    """
    yield from _again(situation, VISIT_EVENT, EVENT_DAYS, EVENT_LATEST_DAYS)
    known = situation.journal.last_on_track.get(CRAFT_TRACK)
    last = known or situation.roadmap.target.start
    if not _is_its_turn((situation.today - last).days - CRAFT_DAYS):
        return
    reason = Reason(REGULAR, OFTEN[CRAFT_TRACK], known)
    found = (
        step_for(situation, action, reason)
        for action in actions_of(situation.catalog, CRAFT_TRACK)
        if not action.people and situation.is_open_by_phase(action) and may_come(situation, action)
    )
    yield last + timedelta(CRAFT_LATEST_DAYS), found


def _again(
    situation: Situation, key: str, days: int, latest: int
) -> Iterator[tuple[date, list[Step]]]:
    """One action, so many days after it was done or asked for."""
    journal, action = situation.journal, situation.catalog.actions[key]
    known = [one[key] for one in (journal.actions_done, journal.actions_asked) if key in one]
    last = max(known, default=situation.roadmap.target.start)
    reason = Reason(REGULAR, OFTEN[key], max(known, default=None))
    over = (situation.today - last).days - days
    if _is_its_turn(over) and may_come(situation, action, needed=True):
        yield last + timedelta(latest), [step_for(situation, action, reason)]


def _is_its_turn(over: int) -> bool:
    """Whether it is due since so many days, and stands on this one."""
    return over >= 0 and over % OF_DAYS < DAYS_SHOWN


def firsts(situation: Situation) -> Iterator[tuple[date, list[Step]]]:
    """What has to be done once before a quarter of the plan is gone, with what it waits for.

    Each with the day on which it has to begin.
    """
    target = situation.roadmap.target
    gone, length = (situation.today - target.start).days, (target.date - target.start).days
    if gone * 100 < FIRSTS_FROM_PERCENT * max(length, 1):
        return
    due = target.start + timedelta(length * FIRSTS_BY_PERCENT // 100)
    for key in FIRSTS:
        action = situation.catalog.actions[key]
        if key in situation.journal.actions_done or not situation.is_wanted(action):
            continue
        wanted = [(one, 1) for one in dict.fromkeys(_with_missing(situation, action))]
        latest = latest_starts(situation, wanted, due)
        for one, _ in wanted:
            if may_come(situation, one, needed=True):
                yield latest[one.id], [step_for(situation, one, Reason(FIRST, action.title))]


def _with_missing(situation: Situation, action: Action) -> Iterator[Action]:
    """What an action waits for, and the action itself behind it."""
    for key in situation.missing(action):
        yield from _with_missing(situation, situation.catalog.actions[key])
    yield action
