"""The little language of `pmpath log`: one line of words becomes a draft of an entry.

    coffee with @lena:pm worry: churn next fri lena: slides 45m yesterday

A duration and a day are looked for among the last words, so that "cut it from 45m to 30m" stays
text. Everything else may stand anywhere. The words themselves are kept as typed.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.days import FUTURE, day_in
from pmpath.domain.duration import LONGEST_IN_WORDS, minutes_in
from pmpath.domain.entry import ENGINEERING, Evidence, Next
from pmpath.domain.errors import UsageError
from pmpath.domain.line_end import KEEPS_ITS_DURATION, LineEnd
from pmpath.domain.metric import Metric, metric_in
from pmpath.domain.next_move import has_own_day, move_from, opens_move
from pmpath.domain.people import bare, key_of, name_of, person_from
from pmpath.domain.record import changed, record
from pmpath.domain.tokens import tokens
from pmpath.domain.vocabulary import Vocabulary, guess_track

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# A duration before one of these is a point in time.
FOLLOWS_A_TIME = ("ago", "earlier", "later", "late")

# The name of a metric, `time to first value`, reaches back to one of these, or so many words.
LONGEST_METRIC_NAME = 6
BEFORE_A_NAME = (
    "and", "with", "about", "then", "but", "so", "that", "because", "by", "at", "from", "after",
    "while", "which", "is", "are", "was", "were", "counted", "measured", "now", "we", "i",
)  # fmt: skip
# Between the words of an entry and those that were added to it later; a blank to the language.
ADDED = "\N{LINE SEPARATOR}"
SENTENCE_ENDS = ",.;:!?"

# Telling needs no day; before this one no promise was ever due.
LONG_AGO = date(1900, 1, 1)


@record
class Draft:
    """What one line says. `track` is empty when nothing hints at one, `guessed` when only hints do.

    `plain` is the line without its marks, for reading aloud; `text` is the line as typed.
    `has_words`: it says more than names, links and other marks.
    """

    text: str
    plain: str = ""
    track: str = ""
    guessed: bool = False
    minutes: int | None = None
    day: date | None = None
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: Mapping[str, str] = {}
    metrics: tuple[Metric, ...] = ()
    links: tuple[Evidence, ...] = ()
    next: Next | None = None
    has_words: bool = False


def parse(text: str, today: date, vocabulary: Vocabulary) -> Draft:
    """Read one line as typed on `today`; raises UsageError for a mark that cannot be meant."""
    words = tokens(text)
    if not words:
        raise UsageError("There are no words to keep.", hint="Write what you did: coffee with lena")
    return _Reading(text, words, today, vocabulary).draft()


def tell(text: str, vocabulary: Vocabulary, on: date = LONG_AGO) -> str:
    """An entry's words without their marks, for reading; the words themselves when nothing is left.

    `on` is the day it was typed. What this program cannot read any more (a newer one may have
    written it) is told as it stands.
    """
    if not text.strip():
        return text
    if ADDED in text:
        return "; ".join(tell(part, vocabulary, on) for part in text.split(ADDED) if part.strip())
    try:
        draft = parse(text, on, vocabulary)
    except UsageError:
        return text
    # A measured change with a name beside it is told whole.
    return draft.plain if draft.plain and (draft.has_words or not draft.metrics) else text


class _Reading:
    """One pass over the words; holds what has been found so far."""

    def __init__(self, text: str, words: tuple[str, ...], today: date, known: Vocabulary) -> None:
        self.text = text
        self.today = today
        self.known = known
        self.plain: list[str] = []
        # Words of the sentence that are no name and no link.
        self.own_words = 0
        self.people: dict[str, str] = {}
        self.tags: dict[str, None] = {}
        self.tracks: dict[str, None] = {}
        self.notes: dict[str, list[str]] = {}
        self.metrics: list[Metric] = []
        # After how many plain words a person stands; a metric's name does not reach across one.
        self.marks: list[int] = []
        self.links: list[Evidence] = []
        self.head: tuple[str, ...] = ()
        self.promise: list[str] = []
        # Where plain words go at the moment: the sentence, a note or the promise.
        self.here: list[str] = self.plain
        self.end = LineEnd(words, today)
        self._walk(self.end.words)

    def draft(self) -> Draft:
        self._settle_day()
        people = tuple(self.people.values())
        hinting = [*self.plain, *(word for note in self.notes.values() for word in note)]
        track = next(iter(self.tracks), "")
        said = track or ENGINEERING in self.tags
        guess = "" if said else guess_track(hinting, people, self.known.hints)
        if guess == ENGINEERING:
            self.tags[ENGINEERING] = None
        return Draft(
            text=self.text,
            plain=" ".join(self.plain),
            track=track or (guess if guess in self.known.tracks else ""),
            guessed=bool(guess),
            minutes=self.end.minutes or self._only_duration(),
            day=self.end.day,
            people=people,
            tags=tuple(self.tags),
            notes={key: self._note(key, words) for key, words in self.notes.items()},
            metrics=tuple(self.metrics),
            links=tuple(self.links),
            next=self._next(),
            has_words=self.own_words > 0,
        )

    def _walk(self, words: tuple[str, ...]) -> None:
        at = 0
        while at < len(words):
            # No mark is longer than a dozen words; looking further would make a long text slow.
            at += self._segment(words[at : at + 12]) or self._word(words[at])

    def _segment(self, words: tuple[str, ...]) -> int:
        """Open a promise, note or metric at these words; how many of them that takes, often 0."""
        first = words[0]
        head = opens_move(words, self.today)
        if head:
            if self.head:
                raise UsageError("One entry has one next move.", hint="Write two entries.")
            self.head, self.here = words[:head], self.promise
            return head
        if not first.endswith(":") or len(first) == 1:
            return 0
        name = first[:-1]
        if not any(char.isalnum() for char in name):
            return 0
        if name.casefold() in self.known.note_keys:
            self.here = self.notes.setdefault(name.casefold(), [])
            if self.here:
                self.here[-1] += ";"
            return 1
        found = metric_in(name.replace("_", " "), words[1:])
        if not found:
            return 0
        metric, used = found
        self.metrics.append(changed(metric, name=" ".join([*self._name_before(), metric.name])))
        self.here = self.plain
        return 1 + used

    def _name_before(self) -> list[str]:
        """The words before the last one of a metric's name: `set-up calls:` has one of them.

        They end at a mark, at a word that joins sentences, and where the name is long enough.
        """
        taken: list[str] = []
        while self.here is self.plain and self.plain and len(taken) < LONGEST_METRIC_NAME - 1:
            word = self.plain[-1]
            is_mark = self.marks and self.marks[-1] == len(self.plain)
            if is_mark or word.casefold() in BEFORE_A_NAME or word[-1] in SENTENCE_ENDS:
                break
            taken.insert(0, self.plain.pop())
            self.own_words -= 1
        return taken

    def _word(self, word: str) -> int:
        # A digit cannot begin a name: @14:00 is a time.
        if word.startswith("@") and len(word) > 1 and not word[1].isdecimal():
            person = person_from(word)
            self.people.setdefault(key_of(person), person)
            self.here.append(name_of(person) + word[len(bare(word)) :])
            if self.here is self.plain:
                self.marks.append(len(self.plain))
        elif word[0] in "+#" and word[1:2].isalpha():
            self._tag(word[1:].rstrip(",.;:!?").lower())
        else:
            if word.startswith(("https://", "http://")):
                self.links.append(Evidence("link", word.rstrip(",.;)>")))
            elif self.here is self.plain:
                self.own_words += 1
            self.here.append(word)
        return 1

    def _tag(self, name: str) -> None:
        if name not in self.known.tracks:
            self.tags[name] = None
            return
        self.tracks[name] = None
        if len(self.tracks) > 1:
            both = " and ".join(self.tracks)
            raise UsageError(f"One entry has one track, not {both}.", hint="Write two entries.")

    def _note(self, key: str, words: list[str]) -> str:
        if not words:
            raise UsageError(f"Nothing follows {key}:", hint=f"Write {key}: and the words.")
        return " ".join(words).rstrip(",;")

    def _next(self) -> Next | None:
        if not self.head:
            return None
        move = move_from(self.head, tuple(self.promise), self.today)
        # The same person named with a function in this line keeps it in the promise.
        return changed(move, person=self.people.get(key_of(move.person), move.person))

    def _settle_day(self) -> None:
        """A day at the very end of a promise without one is when it is due, not when made."""
        if not self.head or self.here is not self.promise or not self.end.day_words:
            return
        due = day_in(self.end.day_words, self.today, facing=FUTURE)
        if has_own_day(self.head, self.today) or not due or due < self.today:
            return
        self.head = (self.head[0], *self.end.day_words, *self.head[1:])
        self.end.day = None

    def _only_duration(self) -> int | None:
        """A duration in the middle of the sentence counts when it is the only one."""
        found: list[tuple[int, str]] = []
        at = 0
        while at < len(self.plain):
            length, minutes = _duration_at(self.plain, at)
            if minutes:
                found.append((minutes, " ".join(self.plain[at : at + length])))
            at += length
        if len(found) > 1:
            raise UsageError(
                f"The line has more than one duration: {' and '.join(said for _, said in found)}.",
                hint="Put the one that counts at the end.",
            )
        return found[0][0] if found else None


def _duration_at(plain: list[str], at: int) -> tuple[int, int]:
    """How many words the duration here takes, and its minutes: (1, 0) when there is none."""
    if not plain[at][0].isdecimal():
        return 1, 0
    before = plain[at - 1].lower() if at else ""
    for length in range(LONGEST_IN_WORDS, 0, -1):
        words = tuple(word.rstrip(",.;)") for word in plain[at : at + length])
        after = "".join(plain[at + length : at + length + 1]).lower().rstrip(",.;)")
        if len(words) < length:
            continue
        try:
            minutes = minutes_in(words)
        except UsageError:
            # "72h retention" is a figure of the sentence; only at the end it must be a duration.
            continue
        if minutes is not None:
            told = before in KEEPS_ITS_DURATION or after in FOLLOWS_A_TIME
            return length, 0 if told else minutes
    return 1, 0
