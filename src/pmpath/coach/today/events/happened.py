"""What an interview, a no, an offer or its acceptance asks for, whatever the phase."""

from __future__ import annotations

from pmpath.coach.gathered.openings import has_open_offer
from pmpath.coach.situation import ACCEPTED, Situation
from pmpath.coach.today.proposal import HAPPENED, Reason, Step, step_for
from pmpath.coach.today.returning import may_come, may_return
from pmpath.domain.content.catalog import Action, Catalog

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# How what an action waits for names an event.
EVENT_PREFIX, OFFERED = "event:", "event:offer"
AFTER_NO = "search.after-no"


def after_events(situation: Situation) -> Iterator[Step]:
    """What a rejection, an offer or an interview asks for."""
    for action, event in _with_events(situation.catalog):
        # On most days nothing of it has happened, and all the rest need not be asked.
        has_happened = bool(event) and situation.happened(event.removeprefix(EVENT_PREFIX))
        if not (has_happened or action.upon):
            continue
        if action.id == AFTER_NO and _is_reason_known(situation):
            continue
        if event == OFFERED and not has_open_offer(situation.journal, situation.roadmap):
            continue
        comes = has_happened and may_come(situation, action)
        if action.upon and _is_upon(situation, action.upon):
            event, comes = EVENT_PREFIX + action.upon, may_return(situation, action, needed=True)
        if comes:
            last = situation.last_event(event.removeprefix(EVENT_PREFIX))
            yield step_for(situation, action, Reason(HAPPENED, event, last))


def once_accepted(situation: Situation) -> Iterator[Step]:
    """What is left once an offer is accepted: nothing else leads to the role any more."""
    since = situation.last_event(ACCEPTED)
    for action in situation.catalog.actions.values():
        event = _event_of(action)
        if event == EVENT_PREFIX + ACCEPTED and may_come(situation, action):
            yield step_for(situation, action, Reason(HAPPENED, event, since))


# Of one catalog: a look back asks for them on each of its days.
_WITH_EVENTS: list[tuple[Catalog, list[tuple[Action, str]]]] = []


def _with_events(catalog: Catalog) -> list[tuple[Action, str]]:
    """The actions that wait for an event or are opened by one, each with the event it waits for."""
    if not _WITH_EVENTS or _WITH_EVENTS[0][0] is not catalog:
        every = ((one, _event_of(one)) for one in catalog.actions.values())
        _WITH_EVENTS[:] = [(catalog, [item for item in every if item[1] or item[0].upon])]
    return _WITH_EVENTS[0][1]


def _event_of(action: Action) -> str:
    for one in action.prereq:
        if one.startswith(EVENT_PREFIX):
            return one
    return ""


def _is_reason_known(situation: Situation) -> bool:
    """Whether the latest no was logged with its reason, so that nobody has to be asked for it."""
    landmarks = situation.journal.observed.landmarks
    last = landmarks.rejection
    return last is not None and last.order == landmarks.reasoned


def _is_upon(situation: Situation, event: str) -> bool:
    """Whether it happened in its days, and neither a no nor an offer came since."""
    last = situation.last_event(event)
    ends = [situation.last_event(one) for one in ("rejected", "offer")]
    return situation.happened(event) and not any(day and last and day >= last for day in ends)
