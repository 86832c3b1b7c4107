"""What a fold holds of each entry until the end: little, since a log may have tens of thousands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from pmpath.coach.meaning.sentences.event import is_held
from pmpath.coach.meaning.sight import Sight
from pmpath.domain.entry import PART, Entry
from pmpath.domain.log.act_order import act_order
from pmpath.domain.log.contact import order_of
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.pages.pages import PageReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Container, Iterable, Iterator
    from typing import Any, TypeVar

    from pmpath.coach.meaning.credit import Credit
    from pmpath.domain.log.act_order import ActOrder
    from pmpath.domain.log.contact import Order

    Places = array[int] | list[int]
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
# Before every instant with an offset that a log can hold.
BEFORE_ALL = datetime.min.replace(tzinfo=timezone(timedelta(hours=23, minutes=59)))
NOTHING_BEFORE = (datetime.min.replace(tzinfo=UTC), "")
MICROSECOND, BYTES_OF_AN_INSTANT, BYTES_OF_A_DAY = timedelta(microseconds=1), 8, 4
# The values of a sight beside its entry, and where some of them stand.
_SHOWS = tuple(Sight.__annotations__)[1:]
_OF_A_SIGHT = len(_SHOWS)
_HAS, _PHRASES, _IS_DONE = map(_SHOWS.index, ("has", "phrases", "is_done"))
# From so many entries on their places take less memory than lists of numbers do.
MANY = 4_096


class Seen:
    """A sight with the credits of its entry, at its place among all that was seen."""

    __slots__ = ("_all", "_shows", "place")

    def __init__(self, every: AllSeen, place: int) -> None:
        self._all = every
        self.place = place
        self._shows: Values = every.shows[place]

    @property
    def entry(self) -> Entry:
        """The entry, which is read anew each time."""
        return self._all.entry_at[self.place]

    @property
    def sight(self) -> Sight:
        """The sight, made anew each time."""
        return _record_of(Sight, (self.entry, *self._shows[:_OF_A_SIGHT]))

    @property
    def order(self) -> Order:
        """The place of the entry among those of all days."""
        return order_of(self.entry)

    @property
    def credits(self) -> tuple[Credit, ...]:
        """The actions that the entry fulfils; none before they were booked."""
        return self._all.credits[self.place]

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


class AllSeen:
    """Every sight with the credits of its entry, in the order in which they were added.

    Entries lie on packed pages; the rest of a sight is held once for all entries that show the
    same.
    """

    def __init__(self) -> None:
        self.entries = EntryPages()
        self.entry_at = PageReader(self.entries)
        self.shows: list[Values] = []
        self.credits: list[tuple[Credit, ...]] = []
        # When the last of them was written.
        self.until: ActOrder = NOTHING_BEFORE
        self._is_as_written = True
        self._once: dict[Values, Values] = {}

    def add(self, sight: Sight) -> None:
        """Add what one entry shows."""
        entry = sight.entry
        shows = (
            *_values_of(sight)[1:],
            entry.track,
            entry.is_path_action,
            PART not in entry.tags,
            _tells(sight),
        )
        # The eye gives equal values as the same ones, and these are kept alive here.
        self.shows.append(self._once.setdefault(tuple(map(id, shows)), shows))
        self.entries.append(entry)
        self.credits.append(())
        written = act_order(entry)
        self._is_as_written = self._is_as_written and self.until < written
        self.until = max(self.until, written)

    def __iter__(self) -> Iterator[Seen]:
        return self.at(range(len(self.shows)))

    def at(self, places: Iterable[int]) -> Iterator[Seen]:
        """Those at these places, one by one."""
        return (Seen(self, place) for place in places)

    def as_written(self) -> Iterator[Seen]:
        """All of them in the order of writing."""
        if self._is_as_written:
            return iter(self)
        return self.at(self._sorted(range(len(self.shows)), _written))

    def path_actions(self) -> Places:
        """The places of the path actions, in the order of the days that they are about."""
        return self._sorted((one.place for one in self if one.is_path_action), _by_day)

    def with_ids(self, ids: Container[str]) -> dict[str, Entry]:
        """The entries that have one of these ids, by it."""
        return {one.id: one for one in self.entries if one.id in ids}

    def places(self, found: Iterable[int] = ()) -> Places:
        """Some of the places, in little memory where there are many."""
        if len(self.shows) < MANY:
            return list(found)
        # Loaded for a long log alone.
        from array import array

        return array("I", found)

    def _sorted(self, places: Iterable[int], key: Callable[[Entry], bytes]) -> Places:
        """The places by a key of their entries."""
        return self.places(sorted(places, key=lambda place: key(self.entry_at[place])))


def _written(entry: Entry) -> bytes:
    """The place of an entry among all that was written, as `act_order` has it, in fewer bytes."""
    instant = (datetime.fromisoformat(entry.at) - BEFORE_ALL) // MICROSECOND
    return instant.to_bytes(BYTES_OF_AN_INSTANT) + entry.id.encode("utf-8", "surrogatepass")


def _by_day(entry: Entry) -> bytes:
    """The place of an entry among those of all days, as `order_of` has it."""
    return entry.day.toordinal().to_bytes(BYTES_OF_A_DAY) + _written(entry)


def _tells(sight: Sight) -> str | None:
    is_told = sight.is_own and (sight.event in ONLY_SAID or is_held(sight.entry))
    return sight.event if is_told else None
