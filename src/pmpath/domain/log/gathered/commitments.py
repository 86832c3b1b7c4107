"""Promises that the log tells of, and which of them are still open."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ME, THEM, Entry, Next
from pmpath.domain.log.contact import Contact, Order
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import folded, key_of
from pmpath.domain.promise import is_meeting, is_same_thing
from pmpath.domain.record import Frozen, changed
from pmpath.domain.words.meeting_nouns import OF_A_SEARCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


ENDS_AN_INTERVIEW = frozenset(["interview", "offer", "rejected", "declined"])
INTRODUCING = frozenset(["intro", "intros", "introduce", "introduces", "introduction", "connect"])


class OpenCommitment(Frozen):
    """A promise with the entry it was made in; `firm` is the key of that entry's opening."""

    entry_id: str
    made: date
    order: Order
    move: Next
    track: str = ""
    nudges: int = 0
    firm: str = ""
    event: str = ""


class Commitments:
    """Changed while the log is folded, in any order of lines, and by nobody after."""

    def __init__(self) -> None:
        self._promises: list[OpenCommitment] = []
        # By the entry whose promise was settled, the last entry that settled it, and its place.
        self._settled: dict[str, tuple[Order, str]] = {}
        # By firm, the last entry that an agreed interview with it does not outlast.
        self._interviewed: dict[str, Order] = {}

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one entry: what it promises, and whose promise it keeps."""
        firm = firm_key(entry.opening) if entry.opening else ""
        if entry.next is not None:
            self._promises.append(
                OpenCommitment(
                    entry.id,
                    entry.day,
                    order,
                    entry.next,
                    entry.track,
                    firm=firm,
                    event=entry.event,
                )
            )
        if firm and entry.event in ENDS_AN_INTERVIEW:
            self._interviewed[firm] = max(self._interviewed.get(firm, order), order)
        if entry.settles:
            known = self._settled.get(entry.settles)
            if known is None or known[0] < order:
                self._settled[entry.settles] = (order, entry.id)

    def let_go(self, contacts: Mapping[str, Contact]) -> None:
        """Forget the promises that are settled: whatever is logged later, they stay so."""
        self._promises = self._still_open(contacts)

    def open_ones(self, contacts: Mapping[str, Contact]) -> list[OpenCommitment]:
        """Those that nothing has settled, earliest due first; `contacts` by the key of the name."""
        settlers = {later: earlier for earlier, (_, later) in self._settled.items()}
        still = self._still_open(contacts)
        return sorted(
            (changed(one, nudges=_nudges(one, settlers)) for one in _without_moved(still)),
            key=lambda promise: (promise.move.day, promise.order),
        )

    def _still_open(self, contacts: Mapping[str, Contact]) -> list[OpenCommitment]:
        """Those that are not settled, in the order in which they came."""
        waiting = [one for one in self._promises if one.entry_id not in self._settled]
        by_person: dict[str, list[int]] = {}
        for at, one in enumerate(waiting):
            if one.move.person:
                by_person.setdefault(key_of(one.move.person), []).append(at)
        over = {at for at, one in enumerate(waiting) if self._was_held(one)}
        for key, places in by_person.items():
            contact = contacts.get(key)
            if contact is None:
                continue
            kept = contact.settled([(waiting[at].move, waiting[at].order) for at in places])
            for at, is_settled in zip(places, kept, strict=True):
                met = _have_met(waiting[at], contact)
                if is_settled or met or _was_introduced(waiting[at], contacts):
                    over.add(at)
        return [one for at, one in enumerate(waiting) if at not in over]

    def _was_held(self, promise: OpenCommitment) -> bool:
        """Whether the firm of an agreed interview has held one since, or said yes or no."""
        since = self._interviewed.get(promise.firm)
        words = folded(promise.move.what).split()
        return since is not None and since > promise.order and not OF_A_SEARCH.isdisjoint(words)


def _have_met(promise: OpenCommitment, contact: Contact) -> bool:
    """Whether nothing was agreed on but to meet, and they have met on that day or later."""
    move = promise.move
    is_agreed = move.who == ME and move.day > promise.made and is_meeting(move.what)
    return is_agreed and contact.last_met is not None and contact.last_met >= move.day


def _was_introduced(promise: OpenCommitment, contacts: Mapping[str, Contact]) -> bool:
    """`Anna will introduce me to Karim`: whoever was met since then was introduced."""
    words = folded(promise.move.what).split()
    if promise.move.who != THEM or INTRODUCING.isdisjoint(words):
        return False
    promiser = key_of(promise.move.person)
    return any(
        key.partition(" ")[0] in words and key != promiser
        and one.last_met is not None and one.last_met >= promise.made
        for key, one in contacts.items()
    )  # fmt: skip


def _without_moved(promises: list[OpenCommitment]) -> list[OpenCommitment]:
    """`coffee moved to Thursday` takes the place of the one coffee that was asked for."""
    found = list(promises)
    for later in promises:
        if later.move.person or later.move.who != ME:
            continue
        meant = [one for one in found if _is_meant(one, later)]
        if len(meant) == 1:
            found.remove(meant[0])
            person = meant[0].move.person
            found[found.index(later)] = changed(later, move=changed(later.move, person=person))
    return found


def _is_meant(earlier: OpenCommitment, later: OpenCommitment) -> bool:
    """Whether the later one names nobody and nothing but what the earlier one is about."""
    is_before = earlier.order[1:] < later.order[1:]
    move = earlier.move
    return is_before and bool(move.person) and is_same_thing(later.move.what, move.what)


def _nudges(promise: OpenCommitment, settlers: Mapping[str, str]) -> int:
    """How often the same answer was asked for before: promises made by settling promises.

    `settlers` has, by the entry that settled a promise, the entry that made it.
    """
    count, entry_id = 0, promise.entry_id
    while entry_id in settlers and count < len(settlers):
        count, entry_id = count + 1, settlers[entry_id]
    return count
