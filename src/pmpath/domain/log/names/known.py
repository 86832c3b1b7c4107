"""What the whole log knows by name, and the records of it as that makes them read."""

from __future__ import annotations

from pmpath.domain.entry import ASK, ASKED, PROMISED, Entry
from pmpath.domain.kinds import Same
from pmpath.domain.language.vocabulary import KnownNames
from pmpath.domain.late import Late
from pmpath.domain.log.contact import order_of
from pmpath.domain.log.names.guesses import Corrections, Struck
from pmpath.domain.log.names.names import Names
from pmpath.domain.log.names.small_names import (
    SmallNames,
    first_words,
    gives_thanks,
    may_hold_small_names,
)
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.people import key_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.domain.kinds import Record

# Fields by which an amendment may correct a guess.
CORRECTABLE = frozenset(["track", "people"])


def known_names_of(records: Iterable[Record], given: Iterable[str] = ()) -> KnownNames:
    """What live records know by name, in whatever order; `given` are labels of the roadmap."""
    known = Known(given)
    named = [
        (order_of(one), one.opening)
        for one in known.over(records)
        if isinstance(one, Entry) and one.opening
    ]
    return known.known_names(opening for _, opening in sorted(named))


class Known(Late):
    """Looks at records on their way into a fold, and gives each as all of them make it read.

    Spellings of one person become one name, somebody known in small letters is there as well, and
    a guess that was corrected twice before is none. The records themselves stay as written.
    """

    def __init__(self, given: Iterable[str] = ()) -> None:
        self.names = Names(given)
        self.struck = Struck()
        self.corrections = Corrections()
        # The first words of what may be a name in small letters, where entries name nobody; not
        # gathered unless somebody asks.
        self.small_words: set[str] | None = None
        # Whether a person ever corrected who was there, or the track.
        self.has_corrections = False

    def over(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, once each; what depends on others comes last."""
        waiting = EntryPages()
        for found in records:
            if isinstance(found, Entry):
                self.corrections.add(found)
                if found.amended is not None and not CORRECTABLE.isdisjoint(found.amended.fields):
                    self.has_corrections = True
                self.names.add(found)
                if found.people or found.next or found.guessed or _may_name_somebody(found):
                    waiting.append(found)
                    continue
            elif isinstance(found, Same):
                self.names.say(found)
            yield found
        self.names.settle()
        self.struck = self.corrections.struck()
        spellings = self.names.by_spelling()
        small = SmallNames(
            {key: one for key, one in spellings.items() if key not in self.struck.nobody}
        )
        # Each is let go once it has passed: a long log is not held twice.
        for entry in waiting.taken_out():
            yield self._resolved(self.struck.without(entry), small)

    def let_go(self) -> None:
        """Keep what further records need, and nothing that is made anew of it."""
        self.small_words = None
        self.names.let_go()

    def known_names(self, openings: Iterable[str]) -> KnownNames:
        """What the reading of a next line needs, once all records are in; openings oldest first."""
        firms: dict[str, str] = {}
        for one in openings:
            for key in (key_of(one.partition(":")[0]), firm_key(one)):
                if key and (":" in one or ":" not in firms.get(key, "")):
                    firms[key] = one
        return KnownNames(
            self.names.by_spelling(),
            dict(sorted(firms.items())),
            frozenset(self.struck.nobody),
            tuple((one.track, one.words) for one in self.struck.tracks),
            is_derived=self.has_corrections or bool(self.names.answered),
        )

    def _resolved(self, entry: Entry, small: SmallNames) -> Entry:
        people = tuple(self.names.resolved(one) for one in entry.people)
        if not people and _may_name_somebody(entry):
            people = small.in_text(entry.text)
            if self.small_words is not None:
                self.small_words |= first_words(entry.text)
        move = entry.next
        if move is not None and move.person:
            move = changed(move, person=self.names.resolved(move.person))
        if people == entry.people and move == entry.next:
            return entry
        once = people
        if len(people) > 1:
            once = tuple({key_of(one): one for one in people}.values())
        is_ask = not entry.people and entry.event in (ASKED, PROMISED)
        return changed(entry, people=once, next=move, half=ASK if is_ask else entry.half)


def _may_name_somebody(entry: Entry) -> bool:
    """Whether an entry without people may have one: its words tell of what happened.

    Where a person said who was there, or that nobody was, nothing is looked for.
    """
    return (
        not entry.people
        and not (entry.amended is not None and "people" in entry.amended.fields)
        and may_hold_small_names(entry.text)
        and (bool(entry.event) or gives_thanks(entry.text))
    )
