"""Openings as the log tells of them, each once: a firm that is known is the same opening."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, ENGINEERING, SIDES, STAGES, Entry
from pmpath.domain.log.contact import Order
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.record import record

SEEN, APPLIED, ANSWERED, INTERVIEW = "seen", "applied", "answered", "interview"
OFFER, REJECTED, CLOSED, DECLINED = "offer", "rejected", "closed", "declined"
# Whoever hears any of these has applied.
BEYOND_APPLIED = (APPLIED, ANSWERED, INTERVIEW, OFFER, REJECTED)
ENDS = (REJECTED, CLOSED, DECLINED)
OF_EVENTS = (APPLIED, ANSWERED, INTERVIEW, OFFER, REJECTED, DECLINED)
OF_TAGS = {tag: stage for stage, tag in STAGES.items()}
# Actions that are an application, by the side of the search.
APPLYING_ACTIONS = {"search.inside": "inside", "search.outside": "outside"}
REASON = "reason"


@record
class Opening:
    """One opening. `label` is `Firm: role`, the firm alone, or the words of an unnamed application.

    `side` is inside or outside where an entry says so. `stage` is the latest; `reached` has the
    first day of each, `interviews` the days of all of them. `reason` stands behind a no, or behind
    an end. `last` is the latest day anything was heard or done; `entries` are the ids.
    """

    key: str
    label: str
    side: str
    stage: str
    reached: dict[str, date]
    interviews: tuple[date, ...]
    reason: str
    last: date
    entries: tuple[str, ...]

    @property
    def firm(self) -> str:
        """The firm, as it was written."""
        return self.label.partition(":")[0].strip() if self.is_named else ""

    @property
    def role(self) -> str:
        """The role there; empty where nobody said it."""
        return self.label.partition(":")[2].strip() if self.is_named else ""

    @property
    def is_named(self) -> bool:
        """Whether the firm is known."""
        return bool(self.key) and not self.key.startswith("entry ")

    @property
    def applied(self) -> date | None:
        """The day on which it had reached an application; None for one that has not."""
        days = [day for stage, day in self.reached.items() if stage in BEYOND_APPLIED]
        return min(days, default=None)

    @property
    def is_over(self) -> bool:
        """Whether a no, an end, or one's own no was the last of it."""
        return self.stage in ENDS


@record
class _Step:
    """What one entry says of an opening."""

    order: Order
    label: str
    stage: str
    side: str
    reason: str


class Openings:
    """Changed while the log is folded, in any order of lines, and by nobody after."""

    def __init__(self) -> None:
        # By opening and entry, since an action may be credited behind the entry itself.
        self._steps: dict[str, dict[str, _Step]] = {}

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one entry that names an opening, or tells of an application."""
        if ENGINEERING not in entry.tags:
            self._add(entry, order, entry.action, APPLYING_ACTIONS.get(entry.action, ""))

    def credit(self, entry: Entry, action: str, order: Order) -> None:
        """An entry was an application, though it names no action; a firm tells the side itself."""
        if action in APPLYING_ACTIONS:
            self._add(entry, order, action, "" if entry.opening else APPLYING_ACTIONS[action])

    def _add(self, entry: Entry, order: Order, action: str, side: str) -> None:
        stage = stage_of(entry, action)
        # Most entries name none.
        key = firm_key(entry.opening) if entry.opening else ""
        key = key or (f"entry {entry.id}" if stage == APPLIED else "")
        if not key:
            return
        said = next((one for one in SIDES if one in entry.tags), "")
        step = _Step(
            order, entry.opening or entry.text, stage, said or side, entry.notes.get(REASON, ""),
        )  # fmt: skip
        self._steps.setdefault(key, {})[entry.id] = step

    def all(self) -> tuple[Opening, ...]:
        """Every opening, the one heard of last first."""
        found = [_opening(key, steps) for key, steps in sorted(self._steps.items())]
        return tuple(sorted(found, key=lambda one: (one.last, one.key), reverse=True))


def stage_of(entry: Entry, action: str = "") -> str:
    """How far the opening came by this entry; empty where it only speaks of it.

    Older entries say it by a tag or an action alone; asking for an opening is no application yet.
    """
    if entry.stage:
        return entry.stage
    tagged = next((OF_TAGS[tag] for tag in entry.tags if tag in OF_TAGS), "")
    of_event = entry.event if entry.event in OF_EVENTS else ""
    applies = action in APPLYING_ACTIONS and entry.half != ASK
    return tagged or of_event or (APPLIED if applies else "")


def _opening(key: str, steps: dict[str, _Step]) -> Opening:
    ordered = sorted(steps.items(), key=lambda item: item[1].order)
    reached: dict[str, date] = {}
    for _, step in ordered:
        if step.stage:
            reached.setdefault(step.stage, step.order[0])
    every = [step for _, step in ordered]
    named = max(every, key=lambda one: (":" in one.label, one.order))
    days = dict.fromkeys(one.order[0] for one in every if one.stage == INTERVIEW)
    return Opening(
        key=key,
        label=named.label,
        side=next((one.side for one in reversed(every) if one.side), ""),
        stage=next((one.stage for one in reversed(every) if one.stage), SEEN),
        reached=reached,
        interviews=tuple(days),
        reason=next((one.reason for one in reversed(every) if one.reason), ""),
        last=every[-1].order[0],
        entries=tuple(entry for entry, _ in ordered),
    )
