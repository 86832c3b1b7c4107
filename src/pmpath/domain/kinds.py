"""The records of the log that are flat, and the one table of their kinds.

A record's fields say by their types how they stand on the line: texts, days, whole numbers, flags
and lists of texts; one with a default may be missing there. Reading, writing, the journal and what
`history --all` and `undo` call it follow from its row in RECORD_KINDS. Entries and plans have
fields within fields: they are in `entry`, with readers and writers of their own.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry, Plan, Unread
from pmpath.domain.record import Frozen, changed, defaults_of, types_of
from pmpath.domain.roadmap.changed_side import with_side
from pmpath.domain.side_kinds import (
    PRIVATE_KINDS,
    Check,
    Offered,
    Private,
    Snooze,
    Statement,
    private_told,
    statement_told,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

HEAD = ("id", "at", "day")
EXIT, MILESTONE, DROP, RESTORE = "exit", "milestone", "drop", "restore"
# What a command changed in the roadmap that is neither plan nor move.
ANSWER, ADD, EDIT = "answer", "add", "edit"
ARRIVED, DECIDED_AGAINST, PAUSED = "arrived", "decided-against", "paused"
CLOSINGS = (ARRIVED, DECIDED_AGAINST, PAUSED)
# How a proposal is put aside: for today, until a day, for good; and how a day asks for more.
OTHER, NOT_BEFORE, NOT_IN_PLAN = "other", "not_before", "not_in_plan"
MORE, SIZE = "more", "size"
# The question of a day was left without an answer; the `action` of a decline names it.
UNANSWERED = "unanswered"
# Whether two names are one person.
YES, NO = "yes", "no"


class MilestoneDone(Frozen):
    """A milestone reached, or reopened, on a day."""

    id: str
    at: str
    day: date
    of: str
    reopened: bool = False


class Move(Frozen):
    """A day of the plan was moved, or a milestone left it or came back, and why.

    `what` is one of the words above. A milestone that is dropped or comes back has no `end`.
    """

    id: str
    at: str
    day: date
    what: str
    of: str = ""
    start: date | None = None
    end: date | None = None
    reason: str = ""


class Rest(Frozen):
    """Neutral days, both ends included; `until` is never before `day` in what was read."""

    id: str
    at: str
    day: date
    until: date = date.min
    reason: str = ""


class Decline(Frozen):
    """A proposal that was put aside on a day, and how: other, not_before, not_in_plan.

    `how` may also be more or size: another step, or one of so many `minutes`; or unanswered: a
    question that was passed over. `until` is the day before which it does not come.
    """

    id: str
    at: str
    day: date
    action: str
    how: str
    until: date | None = None
    minutes: int = 0


class Close(Frozen):
    """The plan ended on a day: `because` is one of CLOSINGS, `note` the person's own words."""

    id: str
    at: str
    day: date
    because: str
    note: str = ""


class Accept(Frozen):
    """A finding was taken note of on a day, and why: it is not said again before it is raised anew.

    `finding` is its id, `subject` what it is about ("": all of that id). With `until` it rests
    through that day, whatever happens.
    """

    id: str
    at: str
    day: date
    finding: str
    subject: str = ""
    reason: str = ""
    until: date | None = None


class RoadmapChange(Frozen):
    """Values of the roadmap were changed that no plan and no move tells.

    `what` is answer, add or edit; `of` the question or milestone it was about. `side_was` and
    `side_now` are there where the side of the search is among the values.
    """

    id: str
    at: str
    day: date
    what: str
    of: str = ""
    side_was: str = ""
    side_now: str = ""


class Same(Frozen):
    """Whether two names are one person, as the user said: `answer` is yes or no.

    The names stand as they were known; what counts is their keys, in either order.
    """

    id: str
    at: str
    day: date
    one: str
    other: str
    answer: str


FlatRecord = (
    MilestoneDone | Move | Rest | Decline | Close | Accept | Check | RoadmapChange | Snooze
    | Offered | Private | Same | Statement
)  # fmt: skip
Record = Entry | Plan | FlatRecord | Unread


class Field(Frozen):
    """A field behind the head of a record: its key on the line, its type as the source says it."""

    name: str
    key: str
    type: str
    choices: tuple[str, ...]
    is_optional: bool
    default: object


class Kind(Frozen):
    """What is known of all records of a kind; `name` is the `kind` of their lines.

    `told` is how a person calls one that was written, or a function of the record that says so:
    fields stand in braces, days and minutes are told as on a screen. `keys` are those of the line
    that are not the field's name. `choices` are all that a field may be. `replaces`: a later one
    takes the place of an earlier one. `checked` gets a record as read with its line, and returns
    what it means; it raises ValueError with the reason when it means nothing.
    """

    name: str
    made: type[FlatRecord]
    told: str | Callable[[Any], str]
    keys: Mapping[str, str] = {}
    choices: Mapping[str, tuple[str, ...]] = {}
    replaces: bool = False
    checked: Callable[[Any, Mapping[str, Any]], FlatRecord] | None = None

    def sentence(self, found: FlatRecord) -> str:
        """How a person calls this record, its fields in braces."""
        return self.told if isinstance(self.told, str) else self.told(found)

    def fields(self) -> tuple[Field, ...]:
        """The fields of its lines behind `id`, `at`, `day` and `kind`, in the order of writing."""
        defaults = defaults_of(self.made)
        return tuple(
            Field(
                name, self.keys.get(name, name), of_type, self.choices.get(name, ()),
                name in defaults, defaults.get(name),
            )
            for name, of_type in types_of(self.made).items()
            if name not in HEAD
        )  # fmt: skip


def _with_an_end(move: Move, line: Mapping[str, Any]) -> Move:
    if line.get("to") is None and move.what not in (DROP, RESTORE):
        raise ValueError("to is missing")
    return move


def _not_over_before_it_begins(rest: Rest, _: Mapping[str, Any]) -> Rest:
    return changed(rest, until=max(rest.day, rest.until))


def _milestone_told(found: MilestoneDone) -> str:
    return f"milestone {{of}} {'reopened' if found.reopened else 'done'}, {{day}}"


def _move_told(move: Move) -> str:
    what = "the exit date" if move.what == EXIT else "milestone {of}"
    if move.what in (DROP, RESTORE):
        return f"{what} {'dropped' if move.what == DROP else 'restored'}, {{day}}"
    was, now = " from {start}" if move.start else "", " to {end}" if move.end else ""
    return f"{what} moved{was if now else ''}{now}, {{day}}"


def _rest_told(rest: Rest) -> str:
    return "rest on {day} to {until}" if rest.until > rest.day else "rest on {day}"


def _decline_told(found: Decline) -> str:
    if found.how == SIZE:
        return "the request for a step of {minutes}, {day}"
    if found.how == MORE:
        return "the request for one more step, {day}"
    if found.how == NOT_BEFORE and found.until:
        return "{action} put aside until {until}, {day}"
    if found.how == NOT_IN_PLAN:
        return "{action} taken out of the plan, {day}"
    if found.how == UNANSWERED:
        return "no answer to the question ({action}), {day}"
    return "the request for another step, {day}"


def _change_told(found: RoadmapChange) -> str:
    if found.what == ANSWER:
        return "the answer to {of}, {day}"
    if found.what == ADD:
        return "milestone {of} added, {day}"
    return "the edit of the roadmap, {day}"


def _same_told(found: Same) -> str:
    one = "are one person" if found.answer == YES else "are two people"
    return f'"{{one}} and {{other}} {one}", {{day}}'


RECORD_KINDS = {
    one.name: one
    for one in (
        Kind("milestone", MilestoneDone, _milestone_told, replaces=True),
        Kind("move", Move, _move_told, {"start": "from", "end": "to"}, replaces=True,
             checked=_with_an_end),
        Kind("rest", Rest, _rest_told, checked=_not_over_before_it_begins),
        Kind("decline", Decline, _decline_told, replaces=True),
        Kind("close", Close, "the plan closed as {because}, {day}",
             choices={"because": CLOSINGS}, replaces=True),
        Kind("accept", Accept, "{finding} snoozed, {day}", replaces=True),
        Kind("check", Check, "the check of a text, {day}"),
        Kind("change", RoadmapChange, _change_told, checked=with_side),
        Kind("offered", Offered, "a plan of {minutes} for {day}, with no further step"),
        Kind("private", Private, private_told, choices={"what": PRIVATE_KINDS}, replaces=True),
        Kind("snooze", Snooze, "{person} snoozed until {until}, {day}", replaces=True),
        Kind("statement", Statement, statement_told, replaces=True),
        Kind("same", Same, _same_told, choices={"answer": (YES, NO)}, replaces=True),
    )
}  # fmt: skip
READ_KINDS = frozenset(["action", "plan", *RECORD_KINDS])
FIELDS = {name: one.fields() for name, one in RECORD_KINDS.items()}
_BY_RECORD = {one.made: one for one in RECORD_KINDS.values()}


def kind_of(found: FlatRecord) -> Kind:
    """The row of RECORD_KINDS that a flat record belongs to."""
    return _BY_RECORD[type(found)]
