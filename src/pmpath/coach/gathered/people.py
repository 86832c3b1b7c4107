"""Everybody the log or the roadmap names, each once: who they are, and what passed between you."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.leaders import informed_leaders
from pmpath.coach.contacts.people import Commitment, Commitments, commitments, labels_of
from pmpath.coach.gathered.private import PrivateNames, private_names
from pmpath.domain.log.contact import Order
from pmpath.domain.log.journal import Journal
from pmpath.domain.people import function_of, key_of, name_of
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.leaders import people_of_roadmap
from pmpath.domain.roadmap.roadmap import Roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Words(Frozen):
    """Words of a day: of the person where they are a worry, of the entry where they are a gift."""

    day: date
    text: str


class Clock(Frozen):
    """When the next contact with somebody is due: `due` from a day on, `is_due` as of today.

    `circle` is leader, ally or wider; `since` is the contact that it runs from. `snoozed` is the
    day before which nobody is reminded of them, None where they were not snoozed.
    """

    circle: str
    since: date
    due: date
    is_due: bool
    snoozed: date | None = None


class KnownPerson(Frozen):
    """One person: the label with the function, and `variants`, other spellings, the newest first.

    `first` and `last` are the days of the first and last two-way contact, None before one.
    `function` is as it was written, empty where nobody said it. `worries` are in their words,
    `given` what they got from you, both oldest first; `owed` is what you promised and `awaited`
    what they did. `told` is since when they know of the plan, `shown` when they last saw something
    of yours. `is_private`: whatever is made for others leaves them out. `clock` is there where it
    was asked for, and they were ever met or told.
    """

    key: str
    person: str
    function: str
    variants: tuple[str, ...]
    first: date | None
    last: date | None
    worries: tuple[Words, ...]
    given: tuple[Words, ...]
    owed: tuple[Commitment, ...]
    awaited: tuple[Commitment, ...]
    told: date | None
    shown: date | None
    is_private: bool
    clock: Clock | None = None

    @property
    def name(self) -> str:
        """The name without the function."""
        return name_of(self.person)


def people(journal: Journal, roadmap: Roadmap, today: date) -> tuple[KnownPerson, ...]:
    """Everybody by name, the one met last first; those never met stand last, by name."""
    # Since the first day on which the answers or the log say so.
    told = dict(journal.observed.landmarks.told)
    for one in informed_leaders(roadmap, journal):
        key = key_of(one.person)
        told[key] = min(told.get(key, one.since), one.since)
    for key, contact in journal.contacts.items():
        if contact.told is not None:
            told[key] = min(told.get(key, contact.told), contact.told)
    between, private = commitments(journal, today), private_names(journal)
    found = [
        _person(label, journal, told.get(key), _with(key, between), private)
        for key, label in labels_of(journal, people_of_roadmap(roadmap)).items()
    ]
    return tuple(sorted(found, key=_by_last_met))


def _with(key: str, every: Commitments) -> Commitments:
    return Commitments(
        tuple(one for one in every.yours if key_of(one.person) == key),
        tuple(one for one in every.theirs if key_of(one.person) == key),
    )


def met_by_function(everybody: Iterable[KnownPerson]) -> Mapping[str, int]:
    """How many different people were met, by their function in small letters; "" for none known."""
    counts: dict[str, int] = {}
    for one in everybody:
        if one.last is not None:
            function = one.function.lower()
            counts[function] = counts.get(function, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _person(
    label: str, journal: Journal, told: date | None, between: Commitments, private: PrivateNames
) -> KnownPerson:
    key = key_of(label)
    group, contact = journal.names.person(label), journal.contacts.get(key)
    spellings = group.spellings if group is not None else ()
    return KnownPerson(
        key=key,
        person=label,
        function=label.partition(" (")[2].rstrip(") ") if function_of(label) else "",
        variants=tuple(one for one in spellings if one != name_of(label)),
        first=contact.first_met if contact else None,
        last=contact.last_met if contact else None,
        worries=_in_order(contact.worries if contact else {}),
        given=_in_order(contact.given if contact else {}),
        owed=between.yours,
        awaited=between.theirs,
        told=told,
        shown=contact.shown if contact else None,
        is_private=private.has_person(label),
    )


def _in_order(words: Mapping[Order, str]) -> tuple[Words, ...]:
    return tuple(Words(order[0], text) for order, text in sorted(words.items()))


def _by_last_met(one: KnownPerson) -> tuple[int, str]:
    return (-one.last.toordinal() if one.last else 1, one.key)
