"""What `event` finds out about a line, and cheap questions that are asked of it."""

from __future__ import annotations

from pmpath.domain.people import function_of
from pmpath.domain.record import Frozen
from pmpath.domain.words.found import Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from pmpath.domain.entry import Next
    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.times import Times

# Whoever tells with one of these tells of the plan.
OF_THE_PLAN = frozenset([
    "plan", "plans", "want", "wants", "move", "switch", "intend", "pm", "product", "goal", "aim",
    "role", "mobility", "transition", "change", "become", "career", "project", "him", "her", "them",
])  # fmt: skip
# Words by which somebody says what they will do.
MAY_COME = frozenset([
    "promises", "promised", "owe", "owes", "will", "she'll", "he'll", "they'll", "she'd", "he'd",
    "agreed", "open", "going", "gonna", "offered", "i'd", "i'll", "would", "must", "shall", "gotta",
    "need", "we'll", "has", "have", "can", "could", "offers", "free", "available",
    "she's", "he's", "they're",
])  # fmt: skip
HEARD = ("listened", "listening", "listen-only", "only_listened", "listen_only")
CALLS = ("customer", "client", "user", "customers", "call", "calls")
# Which events say more of a line than others before them: the least wins, any other is 3.
RANKS = {
    "rejected": 0, "offer": 0, "declined": 0, "applied": 1, "interview": 1,
    "review": 2, "talk": 2, "told": 2, "published": 2,
}  # fmt: skip


class Happened(Frozen):
    """The event, if one is told; `undone` when the line tells of what did not happen, or will.

    `planned` says that it has yet to. `denied` are the clauses that tell of such things;
    `theirs` are the words that begin what others have yet to do. `by_others`: somebody else read
    what was read. `did_nothing`: the line begins with what was not done. `tellers` are where those
    are named who told something to the user, whatever it denies: `Ruth told me what is planned`.
    `absent` are where those are named who were not there.
    """

    event: Event | None
    undone: bool = False
    planned: bool = False
    denied: frozenset[int] = frozenset()
    theirs: tuple[int, ...] = ()
    by_others: bool = False
    did_nothing: bool = False
    tellers: frozenset[int] = frozenset()
    absent: frozenset[int] = frozenset()

    def was_there(self, at: int, clause: Sequence[int]) -> bool:
        """Whether the person at a word is a contact; whom one, or they, have yet to meet is none.

        `clause` has the part of the line that each word stands in.
        """
        own = clause[at]
        if at in self.absent:
            return False
        if at in self.tellers:
            return True
        if self.event and any(
            clause[one] == own and (one < at or own != clause[self.event.first])
            for one in self.theirs
        ):
            return False
        return not self.undone or own not in self.denied


def is_a_call_heard(told: Happened, line: Line) -> bool:
    """Whether one listened to a call of others; not so in `I have not listened yet`."""
    denied = {low for at, low in enumerate(line.low) if line.clause[at] in told.denied}
    is_heard = line.has(HEARD) and denied.isdisjoint(HEARD)
    return is_heard and line.has(CALLS) and not line.has(("on_call",))


def may_have_move(told: Happened, line: Line, times: Times, lexicon: Lexicon) -> bool:
    """Whether somebody may be waiting, or a day is to come: a cheap look."""
    name = told.event.name if told.event else ""
    return (
        name in ("asked", "promised")
        or bool(times.agreed)
        or line.has(lexicon.words("move", "waiting"))
        or not MAY_COME.isdisjoint(line.low)
    )


def is_about(line: Line, clause: int, words: Container[str], timed: Container[int]) -> bool:
    """Whether a part of the line holds one of the words.

    One that is nothing but a time, one of the `timed`, goes with the part before: `tests, 3h`.
    """
    places = [at for at in range(len(line)) if line.clause[at] == clause]
    alone = all(line.taken[at] or not line.low[at] for at in places)
    if alone and clause and clause - 1 not in timed:
        places += [at for at in range(len(line)) if line.clause[at] == clause - 1]
    return any(form in words for at in places for form in line.forms[at])


def is_day_assumed(move: Next | None, times: Times) -> bool:
    """Whether the line tells a move and not by when."""
    if move is None:
        return False
    return all(one.value != move.day for one in (*times.days, *times.agreed))


def is_due(told: Happened, times: Times) -> bool:
    """`owe Priya the deck, fri`: a day behind a promise is when it is due."""
    event, done = told.event, times.done
    return bool(event and done and event.name == "promised" and done.first > event.first)


def tells_leader(people: Iterable[str], words: Sequence[str], leaders: Container[str]) -> bool:
    """Whether one of the people leads, and the words are about the plan."""
    leads = any(
        word in leaders for one in people for word in function_of(one).replace("-", " ").split()
    )
    return leads and not OF_THE_PLAN.isdisjoint(words)
