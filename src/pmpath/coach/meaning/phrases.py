"""Looking up many phrases in one sentence at once."""

from __future__ import annotations

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    # A phrase, its further words, and whether none of these may have another ending.
    Parted = tuple[str, tuple[str, ...], bool]
    Table = Mapping[str, str]

ANY_ENDING = "*"
# Between the phrases of one text.
BETWEEN = ";"
# Signs that part words are a word of their own; all other signs are blanks.
PARTING = frozenset(",;:!?()[]|")
KEPT = PARTING | {"%"}
SIGNS = {
    code: " , " if chr(code) in PARTING else " "
    for code in range(128)
    if not (chr(code).isalnum() or chr(code) == "%")
}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence in small letters, without accents and signs: `So-what?` is two.

    A comma stands where a sign parts the words around it, so that no phrase reaches across.
    """
    low = text.casefold()
    if not low.isascii():
        from unicodedata import combining, normalize

        low = "".join(char for char in normalize("NFKD", low) if not combining(char))
        low = "".join(char if char.isalnum() or char in KEPT else " " for char in low)
    return tuple(low.translate(SIGNS).strip(" ,").split())


@record
class Hit:
    """A phrase that stands in a sentence from the word `first` up to `after`."""

    phrase: str
    first: int
    after: int


@record
class Start:
    """The phrases that begin with one word, by how they go on.

    `alone` have no other word, those of `by_next` one that is the key, those of `open` one that may
    have another ending.
    """

    alone: tuple[str, ...]
    by_next: Mapping[str, tuple[Parted, ...]]
    open: tuple[Parted, ...]


class Phrases:
    """Phrases by their first word and by its beginning, as `clues.by_first_word` finds them.

    Where a phrase of a group stands, the name of the group does too.
    """

    def __init__(self, words: Table, beginnings: Table, groups: Table) -> None:
        self._groups = groups
        self._by_word = words
        self._by_beginning = beginnings
        # Kept, as a log has few different words; None for the many that begin no phrase.
        self._known: dict[str, Start | None] = {}
        self._longest = max(map(len, beginnings), default=0)

    def hits(self, words: tuple[str, ...]) -> list[Hit]:
        """Every phrase at every place where it stands, in the order of the words."""
        found = self._hits(words)
        groups = self._groups
        grouped = [one for one in found if one.phrase in groups]
        return found + [
            Hit(name, one.first, one.after)
            for one in grouped
            for name in groups[one.phrase].split(";")
        ]

    def _hits(self, words: tuple[str, ...]) -> list[Hit]:
        found = []
        for at, word in enumerate(words):
            start = self._known[word] if word in self._known else self._starting(word)
            if start is None:
                continue
            if start.alone:
                found += [Hit(phrase, at, at + 1) for phrase in start.alone]
            following = start.by_next.get(words[at + 1]) if at + 1 < len(words) else None
            for phrase, rest, is_exact in following + start.open if following else start.open:
                after = at + 1 + len(rest)
                beside = words[at + 1 : after]
                if beside == rest or not (
                    is_exact or len(beside) < len(rest) or _differ(beside, rest)
                ):
                    found.append(Hit(phrase, at, after))
        return found

    def _starting(self, word: str) -> Start | None:
        texts = [self._by_word.get(word, "")]
        # A word of a million letters is looked at no longer than the longest beginning.
        lengths = range(1, min(len(word), self._longest) + 1)
        texts += [self._by_beginning.get(word[:length], "") for length in lengths]
        several = [_parted(one) for text in texts if text for one in text.split(BETWEEN)]
        self._known[word] = found = _start(several) if several else None
        return found


def _start(several: list[Parted]) -> Start:
    by_next: dict[str, tuple[Parted, ...]] = {}
    for one in several:
        if one[1] and not one[1][0].endswith(ANY_ENDING):
            by_next[one[1][0]] = (*by_next.get(one[1][0], ()), one)
    return Start(
        tuple(phrase for phrase, rest, _ in several if not rest),
        by_next,
        tuple(one for one in several if one[1] and one[1][0].endswith(ANY_ENDING)),
    )


def _parted(phrase: str) -> Parted:
    rest = tuple(phrase.split()[1:])
    return phrase, rest, not any(word.endswith(ANY_ENDING) for word in rest)


def _differ(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether any word is not the wanted one, nor begins with one that may have another ending."""
    for word, one in zip(words, wanted, strict=True):
        stands = word.startswith(one[:-1]) if one.endswith(ANY_ENDING) else word == one
        if not stands:
            return True
    return False


def without_covered(hits: list[Hit], doubts: frozenset[str]) -> list[Hit]:
    """Without the doubts inside a longer phrase: `nobody owns` denies nothing.

    Nor does `what to build` tell of the present job.
    """
    if doubts.isdisjoint([one.phrase for one in hits]):
        return hits
    return [
        one
        for one in hits
        if one.phrase not in doubts or not any(_covers(other, one) for other in hits)
    ]


def _covers(longer: Hit, one: Hit) -> bool:
    return (
        longer.first <= one.first
        and one.after <= longer.after
        and longer.after - longer.first > one.after - one.first
    )
