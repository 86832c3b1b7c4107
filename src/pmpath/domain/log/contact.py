"""One person as the log knows them: label, meetings, what was asked, what was done together."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.entry import ASK, ME, ONE_WAY_EVENTS, SENT, TOLD, Entry, Next
from pmpath.domain.late import Late
from pmpath.domain.pages.pages import Pages
from pmpath.domain.people import function_of, spaced
from pmpath.domain.promise import Promised
from pmpath.domain.words.people.answer_heard import (
    begins_with_answer,
    is_answer_heard,
    tells_answer,
)
from pmpath.domain.words.people.worries import worry_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.pages.pages import Plain

# What gives somebody something of one's own, and what shows it.
GIVEN_ACTIONS = ("allies.make-helper", "allies.check-use", "craft.sales-tool")
GIVEN_TAGS = ("helper", "used")
SHOWN_ACTIONS = ("sponsors.outbound", "sponsors.present")
SHOWN_TAGS = ("outbound",)
SHOWN_EVENTS = ("talk", "published")
# Whoever is told of the plan is told on this track.
SPONSORS = "sponsors"
# Notes that are somebody's worry, in their words.
WORRIES = ("worry", "problem")
# By which entries are ordered: the day they are about, then the instant and id of writing.
Order = tuple[date, datetime, str]
Mention = tuple[Order, str, bool]
Note = tuple[Order, str]

# In these somebody is there whose name was only found in the words.
TOGETHER = ("met", "listened", "told", "answered", "talk", "interview", "volunteered")
# What somebody is to the user, and no function: it never takes the place of one.
CUSTOMERS, CUSTOMER, TRACK, LISTENED, CONTACT = (
    "customers", "customer", "track", "listened", "contact",
)  # fmt: skip
TO_ME = ("mentor",)


def is_meeting(entry: Entry) -> bool:
    """Whether the people of an entry were there; names in a list or of a page's owner were not.

    Nor was whoever sent an answer.
    """
    if entry.half == ASK or entry.event in ONE_WAY_EVENTS or _sent_an_answer(entry):
        return False
    return entry.event in TOGETHER or "people" not in entry.guessed


def _sent_an_answer(entry: Entry) -> bool:
    return is_answer_heard(entry.event, entry.text, entry.people)


def is_customer_contact(entry: Entry) -> bool:
    """Whether a customer was met or heard: said, or told by who was there and what happened.

    A track that was only guessed from the words is none: `cut the set-up for new customers`.
    """
    if entry.track != CUSTOMERS or entry.half == ASK:
        return False
    if TRACK not in entry.guessed or entry.action.startswith(CUSTOMERS):
        return True
    return entry.event == LISTENED or (entry.event in TOGETHER and names_customer(entry))


def names_customer(entry: Entry) -> bool:
    """Whether a customer was there, by name or without one."""
    named = any(CUSTOMER in function_of(person).casefold() for person in entry.people)
    return named or any(
        one.kind == CONTACT and CUSTOMER in one.value.casefold() for one in entry.evidence
    )


def _tells(label: str) -> int:
    """How much a label tells: nothing, what somebody is to the user, or a function."""
    function = function_of(label)
    return 0 if not function else 1 if function in TO_ME else 2


def order_of(entry: Entry) -> Order:
    """The place of an entry among others, whatever the zone it was written in."""
    return entry.day, datetime.fromisoformat(entry.at), entry.id


class Mentions(Pages[Mention]):
    """What entries say beside somebody's name; many are named by few of them."""

    __slots__ = ()
    SIZE = 16

    @staticmethod
    def told(value: Mention) -> Plain:
        """A plain mention."""
        (day, at, key), text, asked = value
        return day.toordinal(), at.isoformat(), key, text, asked

    @staticmethod
    def made(plain: Plain) -> Mention:
        """The mention."""
        day, at, key, text, asked = plain
        return (date.fromordinal(day), datetime.fromisoformat(at), key), text, asked


class Notes(Pages[Note]):
    """Words about somebody, each at the place of its entry."""

    __slots__ = ()
    SIZE = 16

    @staticmethod
    def told(value: Note) -> Plain:
        """A plain note."""
        (day, at, key), text = value
        return day.toordinal(), at.isoformat(), key, text

    @staticmethod
    def made(plain: Plain) -> Note:
        """The note."""
        day, at, key, text = plain
        return (date.fromordinal(day), datetime.fromisoformat(at), key), text


class Contact(Late):
    """What is known of one person; changed while the log is folded, in any order, and never after.

    Asking somebody is not meeting them: `first_met` and `last_met` leave ask halves out, while
    `order` is that of the latest entry that names them at all.
    """

    __slots__ = (
        "_given", "_label_rank", "_last_action", "_mentions", "_worries", "actions", "first_met",
        "last_met", "order", "person", "shown", "told",
    )  # fmt: skip
    AT_ONCE = ("last_met", "order")

    def __init__(self, person: str, order: Order) -> None:
        self.person = spaced(person)
        self.order = order
        self.first_met: date | None = None
        self.last_met: date | None = None
        # What was done with or asked of this person, by action id.
        self.actions: set[str] = set()
        # The latest entry with an action: when, which, and whether it was an ask.
        self._last_action: tuple[Order, str, bool] | None = None
        # How much the label tells, and when it was written: a greater one replaces it.
        self._label_rank: tuple[int, Order] = (_tells(person), order)
        # Every entry that names them: when, its words, and whether it was an ask.
        self._mentions = Mentions()
        # What they worry about and what they were given: when, and the words; the same may be there
        # twice. None as long as there is nothing: most people are named once.
        self._worries: Notes | None = None
        self._given: Notes | None = None
        # Since when they know of the plan, and the last day on which they were shown something.
        self.told: date | None = None
        self.shown: date | None = None

    @property
    def worries(self) -> dict[Order, str]:
        """What they worry about, in their words, by the place of the entry."""
        return dict(self._worries or ())

    @property
    def given(self) -> dict[Order, str]:
        """What they were given, in the words of the entry, by its place."""
        return dict(self._given or ())

    @property
    def asked_for(self) -> str:
        """The action of the latest ask; empty once any action was done with them since."""
        return self._last_action[1] if self._last_action and self._last_action[2] else ""

    @property
    def has_answered(self) -> bool:
        """Whether they answered since something was asked of them."""
        since = self._last_action[0] if self._last_action else None
        later = (text for order, text, _ in self._mentions if since is not None and order > since)
        return any(begins_with_answer(text, self.person) for text in later)

    @property
    def last_given(self) -> date | None:
        """The last day on which they were sent or given something."""
        return max((order[0] for order in self.given), default=None)

    def add(self, person: str, entry: Entry, order: Order) -> None:
        """Fold one entry that names this person."""
        self.order = max(self.order, order)
        self._mentions.append((order, entry.text, entry.half == ASK))
        # A label that also knows the function wins, then the newest.
        if spaced(person) != self.person and (_tells(person), order) > self._label_rank:
            self.person, self._label_rank = spaced(person), (_tells(person), order)
        if entry.action:
            self.credit(entry, entry.action, order, asked=entry.half == ASK)
        worries = [entry.notes[key] for key in WORRIES if entry.notes.get(key)]
        worries = worries or list(filter(None, [worry_in(entry.text)]))
        if worries:
            self._worries = Notes() if self._worries is None else self._worries
            self._worries.append((order, "; ".join(worries)))
        if entry.event == TOLD and entry.track == SPONSORS:
            self.told = min(self.told or entry.day, entry.day)
        if not set(GIVEN_TAGS).isdisjoint(entry.tags) or entry.event == SENT:
            self._give(entry, order)
        if not set(SHOWN_TAGS).isdisjoint(entry.tags) or entry.event in SHOWN_EVENTS:
            self._show(entry)
        if is_meeting(entry):
            self.meet(entry.day)

    def meet(self, day: date) -> None:
        """They were met on that day, too."""
        if self.first_met is None or day < self.first_met:
            self.first_met = day
        if self.last_met is None or day > self.last_met:
            self.last_met = day

    def credit(self, entry: Entry, action: str, order: Order, *, asked: bool) -> None:
        """An entry at this place did the action with them, or asked them for it."""
        self.actions.add(action)
        if action in GIVEN_ACTIONS and not asked:
            self._give(entry, order)
        if action in SHOWN_ACTIONS and not asked:
            self._show(entry)
        if self._last_action is None or order > self._last_action[0]:
            self._last_action = (order, action, asked)

    def let_go(self) -> None:
        """Forget what was said, but for their answers.

        Of the promises that are open now, none of it settles one.
        """
        self._mentions = Mentions(
            one for one in self._mentions if begins_with_answer(one[1], self.person)
        )

    def only_called(self) -> Contact:
        """The same person with no more than how they are called."""
        found = Contact(self.person, self.order)
        found._label_rank = self._label_rank
        return found

    def _give(self, entry: Entry, order: Order) -> None:
        self._given = Notes() if self._given is None else self._given
        self._given.append((order, entry.text))

    def _show(self, entry: Entry) -> None:
        self.shown = max(self.shown or entry.day, entry.day)

    def settled(self, promises: Sequence[tuple[Next, Order]]) -> list[bool]:
        """Of each promise, made at its place, whether a later entry with them keeps it.

        Later means written later, about that day or a later one. My promise, or theirs of a thing,
        is kept by an entry that speaks of it; an awaited answer by any that is no further ask.
        `Lena answered: no time` ends whatever was awaited from her.
        """
        if not promises:
            return []
        # Somebody is named hundreds of times: all their promises are held against one reading.
        said = Said(self.person, list(self._mentions))
        return [said.has_settled(move, order) for move, order in promises]


class Said:
    """What entries say beside a person's name, looked at for an answer once each."""

    def __init__(self, person: str, mentions: list[Mention]) -> None:
        self._person = person
        self._mentions = mentions
        self._answers: dict[str, bool] = {}

    def has_settled(self, move: Next, order: Order) -> bool:
        """Whether any of them keeps a promise that was made at this place."""
        promised = Promised(move.what)
        by_words = move.who == ME or promised.names_a_thing
        written = order[1:]
        later = [
            (text, asked)
            for one, text, asked in self._mentions
            if one[0] >= order[0] and one[1:] > written
        ]
        if any(promised.is_in(text) if by_words else not asked for text, asked in later):
            return True
        return move.who != ME and any(self._is_answer(text) for text, _ in later)

    def _is_answer(self, text: str) -> bool:
        found = self._answers.get(text)
        if found is None:
            found = begins_with_answer(text, self._person) or tells_answer(text, self._person)
            self._answers[text] = found
        return found
