"""What the present reading of an entry's words says, where the record says less or another thing.

Only what plain words gave is read anew, and what nothing gave: a mark, an option and a person's
correction stay, and so do entries that name their action.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import BACKFILL, ENGINEERING, EVENT_TAGS, Entry, day_of_writing
from pmpath.domain.errors import UsageError
from pmpath.domain.log.contact import order_of
from pmpath.domain.log.names.known import Known
from pmpath.domain.people import function_of, key_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmpath.domain.entry import Next
    from pmpath.domain.kinds import Record
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.log.names.names import Names

# Fields that a reading gives one by one, by the name they have in `guessed`.
SINGLE = ("event", "opening", "stage", "book", "track")
# A name that one entry teaches is known to the others: so often are all of them looked at.
MOST_ROUNDS = 8


def newer_readings(
    records: Sequence[Record], vocabulary: Vocabulary, given: Iterable[str], today: date
) -> dict[str, Entry]:
    """By id, the entries of which the words say something else now, with what they say.

    `given` are names that are known beside those of the records. Read again, the result would give
    nothing more.
    """
    found: dict[str, Entry] = {}
    labels = tuple(given)
    for _ in range(MOST_ROUNDS):
        now = [found.get(one.id, one) if isinstance(one, Entry) else one for one in records]
        reader = _reader(now, vocabulary, labels, today)
        entries = [one for one in now if isinstance(one, Entry)]
        more = {one.id: after for one in entries if (after := reader.newer(one)) != one}
        if not more:
            break
        found |= more
    return found


def _reader(
    records: Iterable[Record], vocabulary: Vocabulary, given: tuple[str, ...], today: date
) -> Reader:
    known = Known(given)
    entries = [one for one in known.over(records) if isinstance(one, Entry) and one.opening]
    names = known.known_names(one.opening for one in sorted(entries, key=order_of))
    words = changed(
        vocabulary, people=names.people, firms=names.firms, nobody=names.nobody,
        unguessed=names.unguessed,
    )  # fmt: skip
    return Reader(words, known.names, today)


class Reader:
    """Reads entries anew on a day, with the words and names that are known now."""

    def __init__(self, known: Vocabulary, names: Names, today: date) -> None:
        self.known = known
        self.names = names
        self.today = today

    def newer(self, entry: Entry) -> Entry:
        """The entry with the facts that its words have now; itself where nothing is other."""
        is_contact = bool(entry.origin) and not entry.minutes
        if entry.action or is_contact or not entry.text.strip():
            return entry
        written = day_of_writing(entry)
        try:
            read_now = compose(
                read(entry.text, written, self.known), Options(), written, None
            ).entry
        except UsageError:
            # What is not a line any more says nothing new.
            return entry
        return _Merge(entry, read_now, written).merged(self)

    def is_same(self, one: Entry, other: Entry) -> bool:
        """Whether both name the same people, however these are spelled, with their functions."""
        return self._people(one) == self._people(other)

    def _people(self, entry: Entry) -> set[str]:
        return {key_of(self.names.resolved(one)) for one in entry.people}

    def with_functions(self, entry: Entry, read_now: Entry) -> tuple[str, ...]:
        """The people of an entry, each with the function that the words say and nobody kept."""
        said = {key_of(self.names.resolved(one)): one for one in read_now.people}
        return tuple(
            said[key]
            if not function_of(one)
            and function_of(said.get(key := key_of(self.names.resolved(one)), ""))
            else one
            for one in entry.people
        )


class _Merge:
    """One entry as it stands, and as its words are read now."""

    def __init__(self, entry: Entry, read_now: Entry, written: date) -> None:
        self.entry = entry
        self.now = read_now
        self.written = written
        self.fixed = frozenset(entry.amended.fields) if entry.amended else frozenset()
        # Builds before this reading kept no facts, and did not say what was guessed.
        self.is_old = not entry.guessed and not entry.minutes_from

    def _is_free(self, name: str) -> bool:
        """Whether nobody said this field: it was guessed, or nothing stands there."""
        if name in self.fixed:
            return False
        return name in self.entry.guessed or not getattr(self.entry, name)

    def merged(self, reader: Reader) -> Entry:
        entry = self._with_people(reader)
        single = {name: getattr(self.now, name) for name in SINGLE if self._is_free(name)}
        if "track" in single and ENGINEERING in self.entry.tags:
            del single["track"]
        entry = changed(entry, **single)
        entry = changed(entry, next=self._next(reader.today), tags=self._tags(entry))
        entry = self._with_evidence(self._with_times(entry))
        half = self.now.half if entry.people and self._is_free("half") else entry.half
        entry = changed(entry, half=half)
        return entry if entry == self.entry else changed(entry, guessed=self._guessed(entry))

    def _with_people(self, reader: Reader) -> Entry:
        entry = self.entry
        if self._is_free("people") and not reader.is_same(entry, self.now):
            return changed(entry, people=self.now.people)
        if "people" in self.fixed:
            return entry
        return changed(entry, people=reader.with_functions(entry, self.now))

    def _next(self, today: date) -> Next | None:
        """The next move; one that nobody knew of and whose day is over is not owed anew."""
        mine, now = self.entry.next, self.now.next
        if not self._is_free("next"):
            return mine
        if mine is None and (now is None or now.day < today):
            return None
        return now

    def _tags(self, after: Entry) -> tuple[str, ...]:
        """The tag of the event, and engineering where the words say so and nothing else does."""
        if "tags" in self.fixed:
            return self.entry.tags
        tags = dict.fromkeys(self.entry.tags)
        if after.event != self.entry.event:
            tags.pop(EVENT_TAGS.get(self.entry.event, ""), None)
            tag = EVENT_TAGS.get(after.event, "")
            tags |= {tag: None} if tag in self.now.tags else {}
        is_job = ENGINEERING in self.now.tags and not (after.track or after.event or after.people)
        return tuple(tags | ({ENGINEERING: None} if is_job else {}))

    def _with_times(self, entry: Entry) -> Entry:
        now, mine = self.now, self.entry
        if self._has_other_minutes():
            entry = changed(
                entry, minutes=now.minutes, assumed=False, minutes_from=now.minutes_from
            )
        if "day" not in self.fixed and mine.day == self.written and now.day < mine.day:
            entry = changed(entry, day=now.day, tags=tuple(dict.fromkeys([*entry.tags, BACKFILL])))
        return entry

    def _has_other_minutes(self) -> bool:
        """Whether the words say minutes, and what stands there was a guess or an old reading."""
        now, mine = self.now, self.entry
        is_free = mine.assumed or self.is_old or "minutes" in mine.guessed
        return is_free and not (
            "minutes" in self.fixed or now.assumed or now.minutes == mine.minutes
        )

    def _with_evidence(self, entry: Entry) -> Entry:
        """Numbers, an audience and people without a name, where none is kept."""
        if "evidence" in self.fixed:
            return entry
        kinds = {one.kind for one in entry.evidence}
        more = tuple(one for one in self.now.evidence if one.kind not in kinds)
        return changed(
            entry, metrics=entry.metrics or self.now.metrics, evidence=(*entry.evidence, *more)
        )

    def _guessed(self, after: Entry) -> tuple[str, ...]:
        kept = [name for name in self.entry.guessed if getattr(after, name)]
        read_now = [
            name
            for name in self.now.guessed
            if getattr(after, name) != getattr(self.entry, name) and getattr(after, name)
        ]
        return tuple(dict.fromkeys([*kept, *read_now]))
