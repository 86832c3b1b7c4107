"""From what another tool tells to an entry: its day, and its words read as `log` reads a line."""

from __future__ import annotations

from datetime import date, datetime, time

from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.errors import UsageError
from pmpath.domain.people import key_of
from pmpath.domain.period import day_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.words.draft import SAID, Draft
from pmpath.domain.words.reading import read
from pmpath.formats.readers.columns import reason_in
from pmpath.formats.readers.foreign import Skipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.formats.readers.foreign import Foreign

NOON = time(12)
# Older days are a clock that was never set.
FIRST_YEAR = 1980
# The words that one entry of a tool's file may have.
LONGEST_TEXT = 500_000


class Calendar(Frozen):
    """How instants become days: the zone here, the time until which it is still the day before."""

    today: date
    day_ends: time
    local: Callable[[datetime], datetime]


class EntryReader:
    """Reads the words of one file after another; who is named in one is known in the next."""

    def __init__(self, known: Vocabulary, calendar: Calendar) -> None:
        self.people = dict(known.people)
        self.firms = dict(known.firms)
        # First names that two people have: alone they are nobody in particular.
        self.shared: set[str] = set()
        self.known = changed(known, people=self.people, firms=self.firms)
        self.calendar = calendar

    def entry(self, one: Foreign, origin: str) -> Entry | Skipped:
        """The entry for it, with its `origin`; or why there is none."""
        if one.when.year < FIRST_YEAR:
            return Skipped(one.place, f"its year is {one.when.year}")
        if not one.text.strip():
            return Skipped(one.place, "it has no words")
        if len(one.text) > LONGEST_TEXT:
            return Skipped(one.place, "it is longer than an entry can be")
        typed, day = self._times(one.when)
        if day > self.calendar.today:
            return Skipped(one.place, "it is in the future")
        try:
            entry = self._composed(one, day)
        except UsageError as error:
            return Skipped(one.place, reason_in(error))
        self._learn(entry)
        return changed(entry, clock=typed.isoformat(timespec="milliseconds"), origin=origin)

    def _times(self, when: date | datetime) -> tuple[datetime, date]:
        """When the words were written, by the clock here, and the day that they count to."""
        calendar = self.calendar
        if isinstance(when, datetime):
            typed = calendar.local(when)
            return typed, day_of(typed, calendar.day_ends)
        return calendar.local(datetime.combine(when, NOON)), when

    def _composed(self, one: Foreign, day: date) -> Entry:
        # Who somebody is was told by columns; its words say nothing more.
        draft = Draft(one.text, plain=one.text) if one.is_contact else self._draft(one.text, day)
        tracks = [name for name in (*one.topics, *one.tags) if name in self.known.tracks]
        options = Options(
            on=None if one.tells_day else day,
            minutes=one.minutes or None,
            people=one.people,
            tags=tuple(tag for tag in one.tags if tag not in tracks),
            settles=one.settles,
            track="" if draft.track and not draft.guessed else "".join(tracks[:1]),
        )
        entry = compose(draft, options, day, None).entry
        if one.is_contact:
            return changed(entry, minutes=0, assumed=False, minutes_from=SAID, half=ASK)
        return entry if one.tells_day else _without_guessed_move(entry)

    def _draft(self, text: str, day: date) -> Draft:
        """The words as they are read; as they are where a mark in them cannot be meant."""
        try:
            return read(text, day, self.known)
        except UsageError:
            return Draft(text, plain=text)

    def _learn(self, entry: Entry) -> None:
        """Keep who is named, so that the first name alone is known further down."""
        for person in entry.people:
            key = key_of(person)
            if "(" in person or key not in self.people:
                self.people[key] = person
            first, blank, _ = key.partition(" ")
            if blank and first not in self.shared:
                other = self.people.setdefault(first, person)
                if key_of(other) not in (key, first):
                    self.shared.add(first)
                    del self.people[first]
        if entry.opening:
            self.firms.setdefault(key_of(entry.opening.partition(":")[0]), entry.opening)


def _without_guessed_move(entry: Entry) -> Entry:
    """What was done promises nothing: a day in the words of a task is when it was due."""
    if entry.next is None or "next" not in entry.guessed:
        return entry
    guessed = tuple(name for name in entry.guessed if name != "next")
    return changed(entry, next=None, guessed=guessed)
