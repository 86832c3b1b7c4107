"""How content says what fulfils an action and what reaches a milestone, as light values."""

from __future__ import annotations

from pmpath.domain.entry import ASKED, PROMISED
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

# The event of a line that names none.
NO_EVENT = "none"
# Every event but those that only ask or promise.
ANY_EVENT = "any"
# So much beside its object says what was done, whatever words of the present job stand there too.
MUCH = 3
# Before the name of a group that stands for all of its phrases: `<made>`.
GROUP = "<"
# Of the present job on purpose: a duty that is handed over, what it is worth told to others.
ON_PURPOSE = frozenset(["<duty>", "<for-deciders>", "<three-sentences>"])
# What a phrase of a group may hold: several words, each of which may stand in its place.
EITHER = "|"
# Between the phrases of one text, and between the fields of a way: neither stands in a phrase.
BETWEEN = ";"
FIELD = "\n"


class Way(Frozen):
    """One way in which an entry fulfils an action; everything that is named has to be there.

    The event is one of `events`; somebody there is one of the kinds in `who`; one phrase of
    `objects` and `enough` of `beside` (a group counts once) are in the words and none of `without`;
    each fact of `has` is told; a book is from one of the `shelves`, the line of work is one of
    `tracks`. With `half` = ask it fulfils only the asking.
    """

    events: tuple[str, ...] = (NO_EVENT,)
    who: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    shelves: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    half: str = ""
    enough: int = 1

    @property
    def is_specific(self) -> bool:
        """Whether it asks for more than an event and a kind of person."""
        return bool(self.objects or self.has or self.shelves or self.tracks)

    def takes(self, event: str) -> bool:
        """Whether an entry with this event may fulfil it."""
        return event in self.events or (ANY_EVENT in self.events and event not in (ASKED, PROMISED))

    @property
    def is_broad(self) -> bool:
        """Whether a group stands for what was done, which may as well be done for the present job.

        A way that names `<duty>` or the like is about the present job on purpose; one that asks for
        much beside its object is about nothing else.
        """
        if self.enough >= MUCH:
            return False
        named = self.objects + self.beside
        return ON_PURPOSE.isdisjoint(named) and any(one.startswith(GROUP) for one in named)


_WAYS: dict[tuple[str, ...], tuple[Way, ...]] = {}


class Facts(Frozen):
    """A number of facts that a milestone needs: `at_least` so many different of `each`.

    An entry holds such a fact when it fulfils one of `actions` or its event is one of `events` (any
    entry where neither is named) and all else that is named is there, as in a `Way`. `each` is
    entry, day, person, opening, number or book. `asked`: asking for an action is enough. `unless`:
    the entry fulfils none of these. `tells` names the facts in the plural.
    """

    at_least: int
    each: str
    tells: str
    actions: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    asked: bool = False
    unless: tuple[str, ...] = ()


def ways_from(items: Iterable[Mapping[str, Any]]) -> tuple[Way, ...]:
    """The ways of a parsed `fulfilled_by`."""
    return tuple(Way(**_with_tuples(item)) for item in items)


def way_text(way: Way) -> str:
    """A way as one text: its fields in order, of which the last two are no lists of phrases."""
    fields: tuple[tuple[str, ...], ...] = tuple(way)[:-2]  # type: ignore[arg-type]
    return FIELD.join([*(BETWEEN.join(one) for one in fields), way.half, str(way.enough)])


def way_in(text: str) -> Way:
    """The way that a text holds."""
    *fields, half, enough = text.split(FIELD)
    return Way(*map(parts, fields), half, int(enough))  # type: ignore[call-arg, arg-type]


def texts_of(items: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The ways of a parsed `fulfilled_by`, each as a text."""
    return tuple(map(way_text, ways_from(items)))


def ways_of(texts: tuple[str, ...]) -> tuple[Way, ...]:
    """The ways of which these are the texts, made once in a process."""
    if texts not in _WAYS:
        _WAYS[texts] = tuple(map(way_in, texts))
    return _WAYS[texts]


def parts(text: str) -> tuple[str, ...]:
    """The phrases of a text; none of an empty one."""
    return tuple(text.split(BETWEEN)) if text else ()


def facts_from(items: Iterable[Mapping[str, Any]]) -> tuple[Facts, ...]:
    """What a parsed `reached` asks for."""
    return tuple(Facts(**_with_tuples(item)) for item in items)


def _with_tuples(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in item.items()}


def phrases_of(text: str) -> list[str]:
    """`customer|client call` is both: each way to choose one of the words of every place."""
    found = [""]
    for place in text.split():
        found = [f"{one} {word}" for one in found for word in place.split(EITHER)]
    return [one.strip() for one in found]
