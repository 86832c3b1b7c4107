"""Whose move it is, and whom to ask."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.asked import is_kind
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.domain.content.catalog import Action
from pmpath.domain.entry import ME, THEM
from pmpath.domain.log.contact import Contact
from pmpath.domain.log.gathered.commitments import OpenCommitment
from pmpath.domain.log.journal import EVERY_DAY, Journal
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.leaders import people_of_answers
from pmpath.domain.roadmap.roadmap import Roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Set

# Whoever was met is not asked for something the same week; an ally has two months.
JUST_MET_DAYS, SAME_AGAIN_DAYS = 7, 56
CUSTOMERS_TRACK, ALLIES_TRACK = "customers", "allies"
# How somebody is named for whom no name is known.
UNNAMED = {
    "pm": "a product manager", "sales": "a salesperson", "customer": "a customer",
    "leader": "a leader in marketing or sales", "marketing-leader": "a leader in marketing",
    "sales-leader": "a leader in sales", "manager": "your manager",
    "ally": "a PM or salesperson", "nonprofit": "a non-profit",
    "listener": "somebody outside engineering", "anyone": "somebody",
}  # fmt: skip


class Commitment(Frozen):
    """A commitment with its owner; `late` when its day is over."""

    entry_id: str
    person: str
    what: str
    day: date
    made: date
    late: bool


class Commitments(Frozen):
    """Open commitments: mine and those of others, earliest due first."""

    yours: tuple[Commitment, ...]
    theirs: tuple[Commitment, ...]


def commitments(journal: Journal, today: date) -> Commitments:
    """Whose move it is as of `today`."""

    def of(who: str) -> tuple[Commitment, ...]:
        return tuple(
            Commitment(
                one.entry_id, known_label(journal, one.move.person), one.move.what, one.move.day,
                one.made, one.move.day < today,
            )
            for one in journal.open_commitments
            if one.move.who == who
        )  # fmt: skip

    return Commitments(of(ME), of(THEM))


def to_remind_of(journal: Journal, today: date) -> Commitments:
    """Those to bring up unasked: nobody is reminded of an answer awaited of somebody snoozed."""
    found, quiet = commitments(journal, today), snoozed(journal, today)
    theirs = tuple(one for one in found.theirs if key_of(one.person) not in quiet)
    return Commitments(found.yours, theirs)


def known_label(journal: Journal, person: str) -> str:
    """The fullest label the log has for a person: `Lena (PM)` for `Lena`."""
    contact = journal.contacts.get(key_of(journal.names.resolved(person)))
    return contact.person if contact else person


def labels_of(journal: Journal, besides: Iterable[str]) -> dict[str, str]:
    """By key, the fullest label of everybody in `besides` or in the log.

    That of the log, unless it knows no function and the other one may.
    """
    labels = {key_of(one): one for one in map(journal.names.resolved, besides)}
    for key, contact in journal.contacts.items():
        if "(" in contact.person or key not in labels:
            labels[key] = contact.person
    return labels


def last_person_met(journal: Journal) -> tuple[str, date] | None:
    """Whoever was met last, of the whole log, and the day; None while nobody was."""
    met = [(one.last_met, one.order, one.person) for one in journal.contacts.values()
           if one.last_met is not None]  # fmt: skip
    if not met:
        return None
    day, _, person = max(met, key=lambda one: one[:2])
    return person, day


def whom_to_ask(
    roadmap: Roadmap,
    journal: Journal,
    action: Action,
    *,
    today: date | None = None,
    besides: Set[str] = frozenset(),
) -> str:
    """The person of the action's kind who waited longest; "" when nobody is known by name.

    Never anybody whose answer is awaited or with whom something is agreed, nor, for what is done
    once with each, who had it already. With a day (`today`), nobody who was met in the week before
    or is snoozed, and for a talk with an ally somebody new before the same again. Nobody of the
    keys in `besides`.
    """
    names = _of_kind(roadmap, journal, action.who)
    if not names:
        return ""
    not_now = {*awaited(journal), *in_hand(journal), *besides}
    if today is not None:
        not_now |= snoozed(journal, today).keys()
    for key, name in names.items():
        known = journal.contacts.get(key)
        if key not in not_now and (known is None or _may_be_asked(known, action, today)):
            return name
    return ""


def _may_be_asked(contact: Contact, action: Action, today: date | None) -> bool:
    """Whether it is somebody's turn, and what is done once with each was not done with them."""
    if today is not None and _has_had_their_turn(contact, action, today):
        return False
    return not action.once_each or action.id not in contact.actions


def _of_kind(roadmap: Roadmap, journal: Journal, who: str) -> dict[str, str]:
    """The labels of those whom this kind of action asks for, by key, the longest wait first."""
    answered = people_of_answers(roadmap.answers)
    # Asked for each of the days that are looked back on.
    found: dict[object, dict[str, str]] = journal.past.setdefault(EVERY_DAY, {})
    key = (who, *answered)
    if key not in found:
        fitting = [item for item in labels_of(journal, answered).items() if is_kind(who, item[1])]

        def last_named(item: tuple[str, str]) -> tuple[date, str]:
            contact = journal.contacts.get(item[0])
            return (contact.order[0] if contact else date.min, item[0])

        found[key] = dict(sorted(fitting, key=last_named))
    return found[key]


def _has_had_their_turn(contact: Contact, action: Action, today: date) -> bool:
    """Whether they were met this week; an ally, whether the same was done or asked lately."""
    again = action.track == ALLIES_TRACK and action.id in contact.actions
    days = SAME_AGAIN_DAYS if again else JUST_MET_DAYS
    latest = contact.order[0] if again else contact.last_met
    return latest is not None and (today - latest).days < days


def awaited(journal: Journal) -> dict[str, OpenCommitment]:
    """By key, the people whose answer is awaited."""
    return {
        key_of(one.move.person): one
        for one in journal.open_commitments
        if one.move.who == THEM and one.move.person
    }


def in_hand(journal: Journal, *owners: str) -> dict[str, str]:
    """By key of a person, the action that was asked for and is not over: awaited, or agreed on.

    With ME it is agreed on alone.
    """
    owned = [one.move for one in journal.open_commitments if one.move.who in (owners or (ME, THEM))]
    open_with = {key_of(one.person) for one in owned}
    found = {key: journal.contacts[key].asked_for for key in open_with if key in journal.contacts}
    return {key: action for key, action in found.items() if action}


def refused(journal: Journal, action: str) -> list[str]:
    """The keys of those who were asked for an action last, have answered, and agreed on nothing."""
    open_with = {key_of(one.move.person) for one in journal.open_commitments}
    return [key for key, one in journal.contacts.items()
            if one.asked_for == action and key not in open_with and one.has_answered]  # fmt: skip


def everybody_answered(journal: Journal, action: str) -> bool:
    """Whether all who were asked for an action last have answered, and nothing is agreed."""
    asked = {key: one for key, one in journal.contacts.items() if one.asked_for == action}
    is_open = any(key_of(one.move.person) in asked for one in journal.open_commitments)
    return bool(asked) and not is_open and all(one.has_answered for one in asked.values())


def last_contact(roadmap: Roadmap, journal: Journal, track: str) -> date | None:
    """The last day with a customer, by the log or the answer of `init`; with anybody for allies."""
    answered = roadmap.answers.get("customer_last")
    # Asked for each of the weeks that are looked back on.
    found: dict[object, date | None] = journal.past.setdefault(EVERY_DAY, {})
    key = ("last", track, answered)
    if key not in found:
        found[key] = _last_contact(journal, track, answered)
    return found[key]


def _last_contact(journal: Journal, track: str, answered: object) -> date | None:
    contacts = journal.contacts.values()
    if track == ALLIES_TRACK:
        return max((one.last_met for one in contacts if one.last_met), default=None)
    days = {*journal.observed.customer_days, answered}
    days |= {one.last_met for one in contacts if is_kind("customer", one.person)}
    return max((day for day in days if isinstance(day, date)), default=None)
