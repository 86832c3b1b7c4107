"""What a text leads with: technology, value, both, or nothing that can be told from its words.

It reads words, not meaning: it never blocks, never grades, and always names the words.
"""

from __future__ import annotations

from pmpath.coach.statement.evidence import (
    ANYBODY,
    BUILT,
    CHANGE,
    COUNTS,
    HARD,
    JOINT,
    MECHANISM,
    NUMBER,
    OUTCOME,
    PERSON,
    PRAISE,
    SOFT,
    STRATEGY,
    TECHNOLOGY,
    VAGUE,
    VALUE,
    Mark,
    Marks,
    marks_in,
)
from pmpath.coach.statement.words import Word, sentences_of, words_of
from pmpath.domain.content.statement_lists import Lists, phrases_from
from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import (
    CANNOT_TELL,
    LEADS_WITH_TECHNOLOGY,
    LEADS_WITH_VALUE,
    MIXED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# What is said beside the verdict, each with its words.
NO_WORDS, OTHER_LANGUAGE, ONLY_PRAISE, ONLY_VAGUE, HEARD = (
    "no words", "other language", "mere praise", "mere promise", "heard",
)  # fmt: skip
NO_PERSON, NO_NUMBER, DROPPED = "no person", "no number", "dropped"
# The one of the two sides that begins counts for so much more.
FRONT, FRONT_WEIGHT = 3, 1
LEAST = 2
FOREIGN_WORDS = 2
# Words of an audience that say nothing of its trade, and are therefore not free.
LITTLE = frozenset(["the", "and", "for", "of", "in", "at", "who", "with", "our", "all", "some"])
STEM = 5
BEFORE_A_PERSON = 4


class Remark(Frozen):
    """Something beside the verdict; `kind` is one of those above, `words` what it rests on."""

    kind: str
    words: tuple[str, ...] = ()


class Checked(Frozen):
    """One sentence or text: what it leads with and the words that say so, in their order."""

    text: str
    verdict: str
    technology: tuple[str, ...] = ()
    value: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words that caused the verdict."""
        if self.verdict == LEADS_WITH_TECHNOLOGY:
            return self.technology
        return self.value if self.verdict == LEADS_WITH_VALUE else (*self.technology, *self.value)


class Checker:
    """Checks texts by the lists; `audience` and `allow` name whose words and which are free."""

    def __init__(self, lists: Lists, audience: str = "", allow: Iterable[str] = ()) -> None:
        self.lists = lists
        self._audience = tuple(one.low for one in words_of(audience))
        self._allow = phrases_from(allow)

    def check(self, text: str) -> Checked:
        """A whole text: all its sentences count, the first one that shows anything leads."""
        said = [words_of(one) for one in sentences_of(text)]
        marked = [(words, marks_in(words, self.lists, self._free_in(words))) for words in said]
        return _verdict(text, marked, self.lists)

    def sentences(self, text: str) -> tuple[Checked, ...]:
        """Each sentence of a text by itself."""
        return tuple(self.check(one) for one in sentences_of(text))

    def _free_in(self, words: Sequence[Word]) -> Callable[[str], bool]:
        """Whether a word of this sentence is free: allowed, or one of its audience's trade."""
        who = (*self._audience, *_named_audience(words, self.lists))
        stems = {one[:STEM] for one in who if len(one) > 1 and one not in LITTLE}
        trades = [free for trade, free in self.lists.free
                  if any(trade.length_at(who, at) for at in range(len(who)))]  # fmt: skip

        def is_free(text: str) -> bool:
            parts = tuple(text.split())
            if self._allow.length_at(parts, 0) == len(parts):
                return True
            if any(one[:STEM] in stems for one in parts):
                return True
            return any(one.length_at(parts, 0) == len(parts) for one in trades)

        return is_free


def _named_audience(words: Sequence[Word], lists: Lists) -> tuple[str, ...]:
    """Whom a sentence names in front: `For database administrators:`, `Developers ship`."""
    low = [one.low for one in words]
    if low[:1] == ["for"]:
        end = next((at for at, one in enumerate(words) if one.clause), len(words))
        return tuple(low[1:end]) if end <= BEFORE_A_PERSON * 2 else ()
    for at in range(min(2, len(low))):
        length = lists["people"].length_at(low, at) or lists["anybody"].length_at(low, at)
        if length:
            return tuple(low[: at + length])
    return ()


def _verdict(text: str, marked: list[tuple[tuple[Word, ...], Marks]], lists: Lists) -> Checked:
    found = Marks(tuple(one for _, marks in marked for one in marks.found))
    dropped = tuple(word for _, marks in marked for word in marks.dropped)
    words = [one for said, _ in marked for one in said]
    remarks = list(_remarks(words, found, dropped))
    if _is_foreign(words, lists):
        return Checked(text, CANNOT_TELL, remarks=(Remark(OTHER_LANGUAGE), *remarks[:0]))
    weights = {side: found.weight(side) + _front(marked, side) for side in (TECHNOLOGY, VALUE)}
    verdict, reason = _weighed(weights, found, words, lists)
    technology = _named(found.of(HARD, SOFT, BUILT, MECHANISM))
    value = _named(found.of(PERSON, ANYBODY, OUTCOME, CHANGE, NUMBER))
    if reason is not None:
        remarks.insert(0, reason)
    if verdict == LEADS_WITH_VALUE:
        remarks += _missing(words, found)
    return Checked(text, verdict, technology, value, tuple(remarks))


def _front(marked: list[tuple[tuple[Word, ...], Marks]], side: str) -> int:
    """Something for the side that begins, in the first sentence that shows anything."""
    for _, marks in marked:
        first = next((one for one in marks.found if one.side), None)
        if first is not None:
            return FRONT_WEIGHT if first.side == side and first.at < FRONT else 0
    return 0


def _weighed(
    weights: dict[str, int], found: Marks, words: list[Word], lists: Lists
) -> tuple[str, Remark | None]:
    """The verdict; where nothing can be told, why."""
    technology, value = weights[TECHNOLOGY], weights[VALUE]
    substance = _has_substance(found)
    acts = found.of(ANYBODY) and found.of(CHANGE)
    somebody = acts or found.of(PERSON, OUTCOME, NUMBER)
    least = LEAST if value else 1
    is_technology = technology >= least and (found.of(HARD, BUILT, MECHANISM) or not somebody)
    # Somebody who only does something with it gains nothing yet.
    is_gain = bool(found.of(OUTCOME, NUMBER))
    most = technology * 2 >= value * 3 or (technology >= value and not is_gain)
    if is_technology and (most or not substance):
        return LEADS_WITH_TECHNOLOGY, None
    if not substance:
        return CANNOT_TELL, _nothing_there(found)
    if _is_only_heard(words, found, lists):
        return CANNOT_TELL, Remark(HEARD)
    if value * 2 >= technology * 3 and value >= LEAST:
        return LEADS_WITH_VALUE, None
    if technology > LEAST and value > LEAST:
        return MIXED, None
    return CANNOT_TELL, Remark(NO_WORDS)


def _has_substance(found: Marks) -> bool:
    """Somebody who can be named with a change, or an outcome; what everything promises is none."""
    somebody, anybody = found.of(PERSON), found.of(ANYBODY)
    outcome, change, number = found.of(OUTCOME), found.of(CHANGE), found.of(NUMBER)
    if found.of(VAGUE, PRAISE) and not (number or somebody or len(outcome) > 1):
        return False
    if somebody:
        in_front = somebody[0].at < FRONT and found.of(JOINT)
        return bool(outcome or change or number or in_front)
    enough = 1 if found.weight(TECHNOLOGY) else 0
    return bool(outcome or (number and (change or anybody)) or (anybody and len(change) > enough))


def _is_only_heard(words: list[Word], found: Marks, lists: Lists) -> bool:
    """`We listened to nine dispatchers and learned ...`: nobody gains anything yet."""
    low = [one.low for one in words]
    front = low[:1] in (["we"], ["i"]) and any(
        lists["heard"].length_at(low, at) for at in range(1, min(FRONT, len(low)))
    )
    return front and not any(one.weight > 1 for one in found.of(NUMBER))


def _nothing_there(found: Marks) -> Remark:
    if found.of(PRAISE):
        return Remark(ONLY_PRAISE, _named(found.of(PRAISE, VAGUE)))
    if found.of(VAGUE):
        return Remark(ONLY_VAGUE, _named(found.of(VAGUE)))
    return Remark(NO_WORDS)


def _remarks(words: list[Word], found: Marks, dropped: tuple[str, ...]) -> Iterable[Remark]:
    if found.of(PRAISE):
        yield Remark(PRAISE, _named(found.of(PRAISE)))
    if found.of(STRATEGY):
        yield Remark(STRATEGY, _named(found.of(STRATEGY)))
    if dropped:
        yield Remark(DROPPED, tuple(dict.fromkeys(dropped)))


def _missing(words: Sequence[Word], found: Marks) -> list[Remark]:
    """What would make a sentence of value stronger: who gains, and a number."""
    missing = [] if found.of(PERSON) else [Remark(NO_PERSON, _named(found.of(ANYBODY)))]
    has_number = any(one.low in COUNTS or any(map(str.isdigit, one.low)) for one in words)
    return missing if has_number or found.of(NUMBER) else [*missing, Remark(NO_NUMBER)]


def _named(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in marks))


def _is_foreign(words: list[Word], lists: Lists) -> bool:
    """Little words of another language, and no more English ones than those."""
    english = sum(lists["english"].has(one.low) for one in words)
    other = sum(lists["other_languages"].has(one.low) for one in words)
    return other >= FOREIGN_WORDS and other > english
