"""What the plan does from its first weeks on, in the order of the article.

Openings are looked for each week, an event is visited every eight weeks, a piece of a PM's daily
work is done every month; the first customer call, piece and application outside come before a
quarter of the plan is gone. Somebody named at the start is asked on the first day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from pmpath.coach.contacts.people import ALLIES_TRACK
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import TRACK, Reason, Step, step_for
from pmpath.coach.today.returning import may_come, may_return
from pmpath.domain.content.catalog import Action
from pmpath.domain.record import changed

SCAN, VISIT_EVENT, COFFEE = "search.scan", "search.event", "allies.coffee"
# An event every eight weeks: it is looked for two weeks before they are over.
SCAN_DAYS, EVENT_DAYS = 7, 40
CRAFT_TRACK, CRAFT_DAYS = "craft", 24
FIRSTS = ("customers.listen-in", "writing.note", "search.outside")
# From so many percent of the plan on, what has to come in its first quarter goes first.
FIRSTS_FROM_PERCENT = 16
FIRST_DAYS = 7


def named_contact(situation: Situation, others: Iterable[Step]) -> Iterator[Step]:
    """While nobody was asked or met, somebody whom `init` was told by name is the first step.

    It is that of the `others` which asks for something by name, else for half an hour.
    """
    day = (situation.today - situation.roadmap.target.start).days
    action = situation.catalog.actions[COFFEE]
    names = situation.roadmap.answers.get("contacts")
    is_open = day < FIRST_DAYS and not situation.journal.contacts
    if not (is_open and isinstance(names, list) and names and may_return(situation, action)):
        return
    step = step_for(situation, action, _reason(situation, ALLIES_TRACK))
    if not step.person:
        # Their function is not known, or makes them somebody else than an ally.
        named = str(names[0])
        step = changed(step, person=named, sentence=action.ask.replace("{person}", named))
    yield from (one for one in others if one.person)
    yield step


def scanning(situation: Situation) -> Iterator[Step]:
    """The weekly look for openings."""
    yield from _again(situation, SCAN, SCAN_DAYS)


def regular(situation: Situation) -> Iterator[Step]:
    """What else comes back whatever the phase, once its days are over."""
    yield from _again(situation, VISIT_EVENT, EVENT_DAYS)
    last = situation.journal.last_on_track.get(CRAFT_TRACK, situation.roadmap.target.start)
    if situation.today - last < timedelta(CRAFT_DAYS):
        return
    for action in situation.catalog.actions.values():
        is_craft = action.track == CRAFT_TRACK and not action.people
        if is_craft and situation.is_open_by_phase(action) and may_come(situation, action):
            yield step_for(situation, action, _reason(situation, CRAFT_TRACK))


def _again(situation: Situation, key: str, days: int) -> Iterator[Step]:
    """One action, so many days after it was done or asked for."""
    journal, action = situation.journal, situation.catalog.actions[key]
    known = [one[key] for one in (journal.actions_done, journal.actions_asked) if key in one]
    last = max(known, default=situation.roadmap.target.start)
    if situation.today - last >= timedelta(days) and may_come(situation, action, needed=True):
        yield step_for(situation, action, _reason(situation, action.track))


def firsts(situation: Situation) -> Iterator[Step]:
    """What has to be done once before a quarter of the plan is gone, with what it waits for."""
    target = situation.roadmap.target
    gone, length = (situation.today - target.start).days, (target.date - target.start).days
    if gone * 100 < FIRSTS_FROM_PERCENT * max(length, 1):
        return
    for key in FIRSTS:
        action = situation.catalog.actions[key]
        if key in situation.journal.actions_done or not situation.is_wanted(action):
            continue
        for one in _with_missing(situation, action):
            if may_come(situation, one, needed=True):
                yield step_for(situation, one, _reason(situation, one.track))


def _with_missing(situation: Situation, action: Action) -> Iterator[Action]:
    """What an action waits for, and the action itself behind it."""
    for key in situation.missing(action):
        yield from _with_missing(situation, situation.catalog.actions[key])
    yield action


def _reason(situation: Situation, track: str) -> Reason:
    name = situation.catalog.tracks[track].name
    return Reason(TRACK, name, situation.journal.last_on_track.get(track))
