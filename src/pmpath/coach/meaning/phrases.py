"""Looking up many phrases in one sentence at once."""

from __future__ import annotations

from pmpath.domain.content.fulfilment import BETWEEN
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pmpath.domain.language.parted import Texts

    # A phrase, its further words, and whether none of these may have another ending.
    Parted = tuple[str, tuple[str, ...], bool]
    Table = Mapping[str, str]

ANY_ENDING = "*"
# `ch.`, `approx.` and `min.` end no sentence; a longer word does.
SHORTEST_END = 4
# Signs that part words are a word of their own; all other signs are blanks.
PARTING = frozenset(",;:!?()[]|")
KEPT = PARTING | {"%"}
# What is no sign, in a text of small letters.
LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789%"
SIGNS = dict.fromkeys({*range(128)}.difference(LETTERS), " ")
SIGNS |= {ord(sign): " , " for sign in PARTING}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence in small letters, without accents and signs: `So-what?` is two.

    A comma stands where a sign parts the words around it, so that no phrase reaches across.
    """
    low = text.casefold()
    if ". " in low:
        low = _parted_at_stops(low)
    if not low.isascii():
        from unicodedata import combining, normalize

        low = "".join(char for char in normalize("NFKD", low) if not combining(char))
        low = "".join(char if char.isalnum() or char in KEPT else " " for char in low)
    return tuple(low.translate(SIGNS).strip(" ,").split())


def _parted_at_stops(text: str) -> str:
    """With a comma where a sentence ends; a full stop behind a short word may shorten it."""
    words = text.split(" ")
    return " ".join(
        f"{one} ," if one.endswith(".") and len(one) > SHORTEST_END and one[-2].isalpha() else one
        for one in words
    )


class Hit(Frozen):
    """A phrase where it stands: from `first` up to but without `after`."""

    phrase: str
    first: int
    after: int


if TYPE_CHECKING:

    def made(kind: type[Hit], values: tuple[str, int, int]) -> Hit:
        """A hit of these values; a sentence has many, so none is made by a call of the class."""
else:
    made = tuple.__new__


class Start(Frozen):
    """The phrases that begin with one word, by how they go on.

    `alone` have no other word; those of `pairs` only the key, those of `by_next` the key and more,
    and those of `open` one that begins with the letter that is the key and may have another ending.
    """

    alone: tuple[str, ...]
    pairs: Mapping[str, tuple[str, ...]]
    by_next: Mapping[str, tuple[Parted, ...]]
    open: Mapping[str, tuple[Parted, ...]]


class Phrases:
    """Phrases by their first word and by its beginning, as `clues.by_first_word` finds them.

    Where a phrase of a group stands, the name of the group does, and the phrase itself where
    content names it as well. `refusals` are phrases that only speak against something, in one text.
    """

    def __init__(
        self,
        words: Texts,
        beginnings: Table,
        groups: Texts,
        refusals: str = "",
    ) -> None:
        self._refusals = f"{BETWEEN}{refusals}{BETWEEN}"
        self._groups = groups
        self._names: dict[str, tuple[str, ...]] = {}
        self._by_word = words
        self._by_beginning = beginnings
        # Kept, as a log has few different words; None for the many that begin no phrase.
        self._known: dict[str, Start | None] = {}
        self._met_once: set[str] = set()
        self._longest = max(map(len, beginnings), default=0)

    def hits(self, words: tuple[str, ...]) -> list[Hit]:
        """Every phrase at every place where it stands, in the order of the words; no groups."""
        found, last = [], len(words)
        for at, word in enumerate(words):
            following = words[at + 1] if at + 1 < last else ""
            start = self._known[word] if word in self._known else self._starting(word, following)
            if start is None:
                continue
            if start.alone:
                found += [made(Hit, (phrase, at, at + 1)) for phrase in start.alone]
            if not following:
                continue
            if following in start.pairs:
                found += [made(Hit, (one, at, at + 2)) for one in start.pairs[following]]
            longer = start.by_next.get(following, ())
            opened = start.open.get(following[0], ()) if start.open else ()
            for phrase, rest, is_exact in longer + opened if opened else longer:
                after = at + 1 + len(rest)
                beside = words[at + 1 : after]
                if beside == rest or not (
                    is_exact or len(beside) < len(rest) or _differ(beside, rest)
                ):
                    found.append(made(Hit, (phrase, at, after)))
        return found

    def is_refused(self, phrase: str) -> bool:
        """Whether the phrase only speaks against something."""
        return f"{BETWEEN}{phrase}{BETWEEN}" in self._refusals

    def names_of(self, phrase: str) -> tuple[str, ...]:
        """What counts where the phrase stands: itself, or each group that it is in."""
        found = self._names.get(phrase)
        if found is None:
            found = self._names[phrase] = tuple(self._groups.get(phrase, phrase).split(BETWEEN))
        return found

    def names_in(self, hits: Iterable[Hit]) -> frozenset[str]:
        """What counts of all that stands there."""
        found: set[str] = set()
        known = self._names
        for phrase in {one.phrase for one in hits}:
            found.update(known[phrase] if phrase in known else self.names_of(phrase))
        return frozenset(found)

    def places(self, hits: Iterable[Hit]) -> dict[str, list[Hit]]:
        """By name, where it stands."""
        found: dict[str, list[Hit]] = {}
        for one in hits:
            for name in self.names_of(one.phrase):
                found.setdefault(name, []).append(one)
        return found

    def _starting(self, word: str, following: str) -> Start | None:
        """The phrases that begin with the word; at first only those that may go on as it does."""
        # A word of a million letters is looked at no longer than the longest beginning.
        lengths = range(1, min(len(word), self._longest) + 1)
        texts = [self._by_word.get(word, "")]
        texts += [self._by_beginning.get(word[:length], "") for length in lengths]
        several = [one for text in texts if text for one in text.split(BETWEEN)]
        if not several:
            self._known[word] = None
            return None
        if word not in self._met_once:
            # `log` meets hardly any word a second time.
            self._met_once.add(word)
            return _start([_parted(one) for one in several if _may_go_on(one, following)])
        self._known[word] = found = _start(list(map(_parted, several)))
        return found


def _start(several: list[Parted]) -> Start:
    pairs: dict[str, tuple[str, ...]] = {}
    by_next: dict[str, tuple[Parted, ...]] = {}
    opened: dict[str, tuple[Parted, ...]] = {}
    for one in several:
        phrase, rest, is_exact = one
        if is_exact and len(rest) == 1:
            pairs[rest[0]] = (*pairs.get(rest[0], ()), phrase)
        elif rest:
            is_open = rest[0].endswith(ANY_ENDING)
            table, key = (opened, rest[0][0]) if is_open else (by_next, rest[0])
            table[key] = (*table.get(key, ()), one)
    return Start(tuple(phrase for phrase, rest, _ in several if not rest), pairs, by_next, opened)


def _may_go_on(phrase: str, following: str) -> bool:
    """Whether a phrase whose first word stands there may go on with this word."""
    if following not in phrase and ANY_ENDING not in phrase:
        # A cheap look: most phrases go on with another word.
        return " " not in phrase
    rest = phrase.partition(" ")[2]
    return not rest or ANY_ENDING in rest or rest[: len(following)] == following


def _parted(phrase: str) -> Parted:
    rest = phrase.partition(" ")[2]
    return phrase, tuple(rest.split()), ANY_ENDING not in rest


def _differ(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether any word is not the wanted one, nor begins with one that may have another ending."""
    for word, one in zip(words, wanted, strict=True):
        stands = word.startswith(one[:-1]) if one.endswith(ANY_ENDING) else word == one
        if not stands:
            return True
    return False


def without_covered(
    hits: list[Hit], doubts: frozenset[str], is_refused: Callable[[str], bool]
) -> list[Hit]:
    """Without the doubts inside a longer phrase: `nobody owns` denies nothing.

    Nor does `what to build` tell of the present job. A phrase that is only refused excuses none.
    """
    if doubts.isdisjoint([one.phrase for one in hits]):
        return hits
    return [
        one
        for one in hits
        if one.phrase not in doubts
        or not any(_covers(other, one) and not is_refused(other.phrase) for other in hits)
    ]


def _covers(longer: Hit, one: Hit) -> bool:
    return (
        longer.first <= one.first
        and one.after <= longer.after
        and longer.after - longer.first > one.after - one.first
    )
