"""The exact way: people with `@`, tags and tracks with `+`, notes and moves that end in a colon.

    coffee with @lena:pm worry: churn next fri lena: slides

Marks may stand anywhere in the line; what they say wins over every guess.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import STARTERS, Evidence, Next
from pmpath.domain.errors import UsageError
from pmpath.domain.people import bare, key_of, name_of, person_from
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.metric import Metric

# The name of a metric, `time to first value`, reaches back to one of these, or so many words.
LONGEST_METRIC_NAME = 6
BEFORE_A_NAME = (
    "and", "with", "about", "then", "but", "so", "that", "because", "by", "at", "from", "after",
    "while", "which", "is", "are", "was", "were", "counted", "measured", "now", "we", "i",
)  # fmt: skip
SENTENCE_ENDS = ",.;:!?"
# No mark is longer; looking further would make a long text slow.
LONGEST_MARK = 12


class Marks:
    """One pass over the words; holds what has been found so far.

    `words` are those of the line without its day and duration; `places` says for each where it
    stands in the line. `taken` are the places that marks speak for.
    """

    def __init__(
        self, words: Sequence[str], places: Sequence[int], today: date, known: Vocabulary
    ) -> None:
        self.words = tuple(words)
        self.places = tuple(places)
        self.today = today
        self.known = known
        self.plain: list[str] = []
        self.taken: list[int] = []
        # Words of the sentence that are neither a name nor a link.
        self.own_words = 0
        self.people: dict[str, str] = {}
        self.tags: dict[str, None] = {}
        self.tracks: dict[str, None] = {}
        self.notes: dict[str, list[str]] = {}
        self.metrics: list[Metric] = []
        # After how many plain words a person stands; a metric's name does not reach across one.
        self.after_a_person: list[int] = []
        self.links: list[Evidence] = []
        self.head: tuple[str, ...] = ()
        self.promise: list[str] = []
        # Where plain words go at the moment: the sentence, a note or the promise.
        self.here: list[str] = self.plain
        self._walk()

    def _walk(self) -> None:
        at = 0
        while at < len(self.words):
            used = self._segment(at)
            if used:
                self.taken += self.places[at : at + used]
                at += used
            else:
                self._word(at)
                at += 1

    def _segment(self, at: int) -> int:
        """Open a promise, note or metric at this word; how many words that takes, often 0."""
        words = self.words[at : at + LONGEST_MARK]
        first = words[0]
        head = _length_of_head(words, self.today)
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
        return self._metric(at, name, words[1:])

    def _metric(self, at: int, name: str, words: tuple[str, ...]) -> int:
        from pmpath.domain.words.numbers.metric_mark import metric_in

        found = metric_in(name.replace("_", " "), words)
        if not found:
            return 0
        metric, used = found
        before = self._name_before()
        self.taken += self.places[at - len(before) : at]
        self.metrics.append(changed(metric, name=" ".join([*before, metric.name])))
        self.here = self.plain
        return 1 + used

    def _name_before(self) -> list[str]:
        """The words before the last one of a metric's name: `set-up calls:` has one of them.

        They end at a mark, at a word that joins sentences, and where the name is long enough.
        """
        taken: list[str] = []
        while self.here is self.plain and self.plain and len(taken) < LONGEST_METRIC_NAME - 1:
            word = self.plain[-1]
            is_mark = self.after_a_person and self.after_a_person[-1] == len(self.plain)
            if is_mark or word.casefold() in BEFORE_A_NAME or word[-1] in SENTENCE_ENDS:
                break
            taken.insert(0, self.plain.pop())
            self.own_words -= 1
        return taken

    def _word(self, at: int) -> None:
        word = self.words[at]
        # A digit cannot begin a name: @14:00 is a time.
        if word.startswith("@") and len(word) > 1 and not word[1].isdecimal():
            person = person_from(word)
            self.people.setdefault(key_of(person), person)
            self.here.append(name_of(person) + word[len(bare(word)) :])
            self.taken.append(self.places[at])
            if self.here is self.plain:
                self.after_a_person.append(len(self.plain))
            return
        if word[0] in "+#" and word[1:2].isalpha():
            self._tag(word[1:].rstrip(",.;:!?").lower())
            self.taken.append(self.places[at])
            return
        if word.startswith(("https://", "http://")):
            self.links.append(Evidence("link", word.rstrip(",.;)>")))
            self.taken.append(self.places[at])
        elif self.here is self.plain:
            self.own_words += 1
        if self.here is not self.plain:
            self.taken.append(self.places[at])
        self.here.append(word)

    def _tag(self, name: str) -> None:
        if name not in self.known.tracks:
            self.tags[name] = None
            return
        self.tracks[name] = None
        if len(self.tracks) > 1:
            both = " and ".join(self.tracks)
            raise UsageError(f"One entry has one track, not {both}.", hint="Write two entries.")

    def noted(self) -> dict[str, str]:
        """The notes; raises UsageError for one without words."""
        return {key: self._note(key, words) for key, words in self.notes.items()}

    def _note(self, key: str, words: list[str]) -> str:
        if not words:
            raise UsageError(
                f"There are no words after {key}:", hint=f"Write {key}: and then the words."
            )
        return " ".join(words).rstrip(",;")

    def takes_day(self, day_words: tuple[str, ...]) -> bool:
        """Whether a day at the very end of a promise without one is when it is due."""
        if not self.head or self.here is not self.promise or not day_words:
            return False
        from pmpath.domain.next_move import has_own_day
        from pmpath.domain.when.calendar import FUTURE
        from pmpath.domain.when.day_option import day_in

        due = day_in(day_words, self.today, facing=FUTURE)
        if has_own_day(self.head, self.today) or not due or due < self.today:
            return False
        self.head = (self.head[0], *day_words, *self.head[1:])
        return True

    def next(self) -> Next | None:
        """The move that a mark names."""
        if not self.head:
            return None
        from pmpath.domain.next_move import move_from

        move = move_from(self.head, tuple(self.promise), self.today)
        # The same person named with a function in this line keeps it in the promise.
        return changed(move, person=self.people.get(key_of(move.person), move.person))


def _length_of_head(words: tuple[str, ...], today: date) -> int:
    """How many words at the start make the head of a move; 0 if they do not."""
    if words[0].lower() not in STARTERS:
        return 0
    from pmpath.domain.next_move import opens_move

    return opens_move(words, today)
