"""What happened for the first time, and when: folded once, whatever order the lines come in."""

from __future__ import annotations

from pmpath.domain.entry import ASK, EVENT_TAGS, Entry
from pmpath.domain.log.contact import (
    CONTACT,
    TRACK,
    Order,
    is_customer_contact,
    names_customer,
)

CUSTOMER, PUBLISHED, TALK, VOLUNTEER = "customer", "published", "talk", "volunteer"
APPLIED, INTERVIEW, OFFER = "applied", "interview", "offer"
BASELINE, RESULT, TOLD, TRIAL, HELPER, USED = (
    "baseline", "result", "told", "trial", "helper", "used",
)  # fmt: skip
LINK = "link"
WRITING = "writing"
BY_ACTION = {
    "sponsors.tell": TOLD, "craft.trial-ask": TRIAL, "allies.make-helper": HELPER,
    "allies.check-use": USED, "volunteer.hour": VOLUNTEER, "volunteer.baseline": BASELINE,
    "search.outside": APPLIED, "search.inside": APPLIED,
}  # fmt: skip
# Asking is all there is to these, so the asking half is the thing itself.
BY_ASKING = frozenset([TRIAL, APPLIED])
BY_EVENT = {
    "published": PUBLISHED, "talk": TALK, "volunteered": VOLUNTEER, "applied": APPLIED,
    "interview": INTERVIEW, "offer": OFFER,
}  # fmt: skip
BY_TAG = {tag: BY_EVENT[event] for event, tag in EVENT_TAGS.items() if event in BY_EVENT} | {
    "used": USED, "helper": HELPER, "baseline": BASELINE,
}  # fmt: skip


class Firsts:
    """Changed while the log is folded and by nobody after: by kind, the place of its first entry.

    Engineering is none of it.
    """

    __slots__ = ("orders",)

    def __init__(self) -> None:
        self.orders: dict[str, Order] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Firsts) and self.orders == other.orders

    __hash__ = None  # type: ignore[assignment]

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one path action by its own facts."""
        for kind in kinds_of(entry):
            self._keep(kind, order)

    def credit(self, action: str, half: str, order: Order) -> None:
        """Fold an action that an entry fulfils."""
        kind = _of_action(action, half)
        if kind:
            self._keep(kind, order)

    def of(self, order: Order) -> tuple[str, ...]:
        """The kinds whose first entry is the one at this place."""
        return tuple(kind for kind, first in self.orders.items() if first == order)

    def _keep(self, kind: str, order: Order) -> None:
        known = self.orders.get(kind)
        if known is None or order < known:
            self.orders[kind] = order


def kinds_of(entry: Entry) -> tuple[str, ...]:
    """Which kinds of thing an entry is by its own facts."""
    found = [BY_EVENT.get(entry.event, ""), BY_EVENT.get(entry.stage, "")]
    found += [BY_TAG[tag] for tag in entry.tags if tag in BY_TAG] if entry.tags else []
    for action in (entry.action, *entry.did):
        if action and action not in entry.not_did:
            found.append(_of_action(action, entry.half))
    if is_customer_contact(entry):
        somebody = entry.people or any(one.kind == CONTACT for one in entry.evidence)
        was_said = TRACK not in entry.guessed and bool(somebody)
        found.append(CUSTOMER if was_said or names_customer(entry) else "")
    if entry.track == WRITING and any(one.kind == LINK for one in entry.evidence):
        found.append(PUBLISHED)
    for metric in entry.metrics:
        if metric.before is not None:
            found.append(BASELINE if metric.after is None else RESULT)
    return tuple(dict.fromkeys(filter(None, found)))


def _of_action(action: str, half: str) -> str:
    kind = BY_ACTION.get(action, "")
    return kind if half != ASK or kind in BY_ASKING else ""
