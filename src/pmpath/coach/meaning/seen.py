"""What a fold holds of each entry until the end: little, since a log may have tens of thousands."""

from __future__ import annotations

from datetime import datetime
from itertools import compress
from operator import is_not, itemgetter

from pmpath.coach.meaning.sentences.event import is_held
from pmpath.coach.meaning.sight import Sight
from pmpath.domain.entry import PART, Entry
from pmpath.domain.record import defaults_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from pmpath.coach.meaning.credit import Credit
    from pmpath.domain.log.act_order import ActOrder
    from pmpath.domain.log.contact import Order

    Values = tuple[Any, ...]
    Made = TypeVar("Made")

    def _values_of(one: object) -> Values:
        """A record as the tuple that it is."""

    def _record_of(kind: type[Made], values: Values) -> Made:
        """A record of all its values."""

else:
    # Each is asked for with every entry, so that no call stands between.
    _record_of = tuple.__new__

    def _values_of(one):
        """See the typed half above."""
        return one


# An entry with one of these tells of no meeting and no result, unless content names the event.
ONLY_SAID = frozenset(["asked", "promised"])
# The values of a sight beside its entry, and where some of them stand.
_SHOWS = tuple(Sight.__annotations__)[1:]
_OF_A_SIGHT = len(_SHOWS)
_HAS, _PHRASES, _IS_DONE = map(_SHOWS.index, ("has", "phrases", "is_done"))
_NOT_GIVEN = object()
# What the fields of an entry are where nothing else is said; the first ones always are.
_DEFAULTS: Values = tuple(
    defaults_of(Entry).get(name, _NOT_GIVEN) for name in Entry.__annotations__
)
# By which fields of an entry are given, how all of them are made of these and the defaults.
_MADE: dict[tuple[bool, ...], Callable[[Values], Values]] = {}


class Seen:
    """A sight with the credits of its entry.

    Of the entry the fields that are given are held, and of the sight, once for all entries that
    show the same, everything else.
    """

    __slots__ = ("_entry", "_made", "_shows", "credits")

    def __init__(self, sight: Sight, shown: dict[Values, Values]) -> None:
        """`shown` has what other entries of the same log show, and is added to."""
        entry, values = sight.entry, _values_of(sight)
        given = tuple(map(is_not, _values_of(entry), _DEFAULTS))
        made = _MADE.get(given)
        if made is None:
            made = _MADE[given] = _made_of(given)
        self._made = made
        self._entry: Values = tuple(compress(_values_of(entry), given))
        shows = (
            *values[1:],
            entry.track,
            entry.is_path_action,
            PART not in entry.tags,
            _tells(sight),
        )
        # The eye gives equal values as the same ones, and these are kept alive here.
        key = tuple(map(id, shows))
        self._shows: Values = shown.setdefault(key, shows)
        self.credits: tuple[Credit, ...] = ()

    @property
    def entry(self) -> Entry:
        """The entry, made anew each time."""
        return _record_of(Entry, self._made(self._entry + _DEFAULTS))

    @property
    def sight(self) -> Sight:
        """The sight, made anew each time."""
        return _record_of(Sight, (self.entry, *self._shows[:_OF_A_SIGHT]))

    @property
    def written(self) -> ActOrder:
        """The place of the entry among all that was written."""
        return datetime.fromisoformat(self._entry[1]), self._entry[0]

    @property
    def order(self) -> Order:
        """The place of the entry among those of all days."""
        key, at, day = self._entry[:3]
        return day, datetime.fromisoformat(at), key

    @property
    def has(self) -> frozenset[str]:
        """The facts of the sight."""
        return self._shows[_HAS]  # type: ignore[no-any-return]

    @property
    def phrases(self) -> frozenset[str]:
        """The phrases in the entry."""
        return self._shows[_PHRASES]  # type: ignore[no-any-return]

    @property
    def is_done(self) -> bool:
        """Whether it tells of something that happened."""
        return self._shows[_IS_DONE]  # type: ignore[no-any-return]

    @property
    def track(self) -> str:
        """The track of the entry."""
        return self._shows[-4]  # type: ignore[no-any-return]

    @property
    def is_path_action(self) -> bool:
        """Whether the entry counts toward the date."""
        return self._shows[-3]  # type: ignore[no-any-return]

    @property
    def is_whole(self) -> bool:
        """Whether it is no part of an action that goes on another day."""
        return self._shows[-2]  # type: ignore[no-any-return]

    @property
    def tells(self) -> str | None:
        """The event of which it tells; None where it tells of none that is the user's own."""
        return self._shows[-1]  # type: ignore[no-any-return]


def _tells(sight: Sight) -> str | None:
    is_told = sight.is_own and (sight.event in ONLY_SAID or is_held(sight.entry))
    return sight.event if is_told else None


def _made_of(given: tuple[bool, ...]) -> Callable[[Values], Values]:
    """What puts the given values, which stand before the defaults, at their places."""
    behind, places, number = sum(given), [], 0
    for at, is_given in enumerate(given):
        places.append(number if is_given else behind + at)
        number += is_given
    return itemgetter(*places)


def in_order(several: list[Seen], place: Callable[[Seen], Any]) -> None:
    """Sort them by their places; most logs are in order, and the places are then not held."""
    places = map(place, several)
    last = next(places, None)
    for one in places:
        if one < last:
            several.sort(key=place)
            return
        last = one
