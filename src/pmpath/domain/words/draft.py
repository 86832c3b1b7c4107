"""What one line says: the facts for an entry, and what looked like one and was not read."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Evidence, Next
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.metric import Metric

# Where the minutes come from.
SAID, RANGE, DEFAULT = "said", "range", "default"
# The kinds of doubt for a further firm, which needs an entry of its own, and for one who may be
# somebody else of the same name.
FIRM, NAMESAKE = "firm", "namesake"


class Doubt(Frozen):
    """Words that look like a fact and were not read as one.

    `kind` is day, duration, person, namesake, opening or firm; `words` is how they were typed;
    `reason` says why, or what else they may mean; `instead` is what an amendment would have to
    say: `--on 2026-10-13`; of a firm, the line to log beside this one; empty when nobody can tell.
    """

    kind: str
    words: str
    reason: str = ""
    instead: str = ""


class Draft(Frozen):
    """What one line says. `track` is empty when nothing hints at one, `guessed` when only hints do.

    `plain` is the line without its marks, for reading aloud; `text` is the line as typed.
    `has_words`: it says more than names, links and other marks. `guesses` names each field that
    no mark said; `others` are an audience and people without a name; `undone` is true for a line
    that tells of what did not happen or has yet to, `did_nothing` where it begins with that;
    `due_assumed` where nobody said by when the next move is due;
    `tells_leader` for one by which a leader knows of the plan.
    """

    text: str
    plain: str = ""
    track: str = ""
    guessed: bool = False
    minutes: int | None = None
    day: date | None = None
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: Mapping[str, str] = {}
    metrics: tuple[Metric, ...] = ()
    links: tuple[Evidence, ...] = ()
    others: tuple[Evidence, ...] = ()
    next: Next | None = None
    due_assumed: bool = False
    has_words: bool = False
    event: str = ""
    opening: str = ""
    stage: str = ""
    book: str = ""
    minutes_from: str = ""
    guesses: tuple[str, ...] = ()
    undone: bool = False
    did_nothing: bool = False
    tells_leader: bool = False
    doubts: tuple[Doubt, ...] = ()
