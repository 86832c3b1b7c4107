"""What an entry says happened: its event, or what a tag or a stage says of it in older records."""

from __future__ import annotations

from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import ASK, ASKED, EVENT_TAGS, PROMISED, THEM, Entry

BY_TAG = {tag: event for event, tag in EVENT_TAGS.items()}


def event_of(entry: Entry) -> str:
    """The event; NO_EVENT when nothing names one."""
    if entry.event:
        return entry.event
    if entry.half == ASK and not _spent_time(entry):
        return ASKED
    if entry.stage in EVENT_TAGS:
        return entry.stage
    return next((BY_TAG[tag] for tag in entry.tags if tag in BY_TAG), NO_EVENT)


def is_held(entry: Entry) -> bool:
    """Whether it is more than asking somebody for something, or promising it."""
    return entry.half != ASK and event_of(entry) not in (ASKED, PROMISED)


def _spent_time(entry: Entry) -> bool:
    """`Drafted the brief, 90 min; Brooke to review`: what somebody owes is not what was done."""
    owed = entry.next is not None and entry.next.who == THEM
    return owed and not entry.assumed
