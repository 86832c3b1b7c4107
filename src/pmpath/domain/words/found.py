"""What a finder of the language hands over: where something stands in the words, and what it is."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Generic, TypeVar

    Value = TypeVar("Value")
else:
    # Only type checkers need the type of `value`; importing typing would slow every `pmpath log`.
    Value, Generic = object, {object: object}

# What a duration is to the entry: time spent (SPENT, or RANGE for the middle of one), or a figure
# of the sentence (TOLD).
SPENT, RANGE, TOLD = "spent", "range", "told"
# What a day is to the entry: when it was DONE, the day of something AGREED, or only TOLD.
DONE, AGREED = "done", "agreed"
# Events that say how far an opening has come; each is a stage of the same name.
STAGE_EVENTS = ("applied", "interview", "offer", "rejected", "declined")
# Of the search for an opening a line may tell by its shape alone, where one of these stands in it.
NO = ("no", "nope", "nah", "absage", "refusal")
ROUNDS = ("screen", "screener", "screening", "onsite", "on-site", "panel", "round", "loop")
OF_A_SEARCH = frozenset(
    ["recruiter", "their", "talent", *NO, *ROUNDS, "offer", "offered", "want", "wants", "declined"]
)


class Found(Frozen, Generic[Value]):
    """The words from `first` up to `after`, which is not included, and what they mean.

    `value` is a day, whole minutes or a metric; None when the words look like one and are not read.
    `said` is how it was typed, without the signs around it. `doubt` is empty when the reading is
    plain; else it says what else the words can mean, or what they look like. `role` is what it is
    to the entry: one of the words above.
    """

    first: int
    after: int
    value: Value | None
    said: str = ""
    doubt: str = ""
    role: str = ""


class Spent(Frozen):
    """The time that a line says was spent: `minutes`, or None when it says none.

    `found` are the durations that count. `is_range`: it is the middle of a range. `is_guess`: the
    durations of several things were added.
    """

    minutes: int | None = None
    found: tuple[Found[int], ...] = ()
    is_range: bool = False
    is_guess: bool = False


class Event(Frozen):
    """What happened, in the words from `first` up to `after`."""

    name: str
    first: int
    after: int
