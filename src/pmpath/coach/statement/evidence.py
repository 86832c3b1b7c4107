"""What the words of a sentence speak for: technology, or the value that somebody has of it."""

from __future__ import annotations

from pmpath.coach.statement.words import Word
from pmpath.domain.content.late import late_pattern
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmpath.domain.content.statement_lists import Lists, Phrases

TECHNOLOGY, VALUE = "technology", "value"
# What kind of word it is, beyond the side it speaks for.
HARD, SOFT, BUILT, MECHANISM = "hard", "soft", "built", "mechanism"
PERSON, ANYBODY, OUTCOME, CHANGE, NUMBER, VAGUE = (
    "person", "anybody", "outcome", "change", "number", "vague",
)  # fmt: skip
PRAISE, STRATEGY, JOINT, PAST = "praise", "strategy", "joint", "past"
SIDES = {
    HARD: TECHNOLOGY, SOFT: TECHNOLOGY, BUILT: TECHNOLOGY, MECHANISM: TECHNOLOGY,
    PERSON: VALUE, ANYBODY: VALUE, OUTCOME: VALUE, CHANGE: VALUE, NUMBER: VALUE,
}  # fmt: skip
# Each list with what its words are and weigh. Of two phrases the longer one counts, then the first.
READ = (
    ("praise", PRAISE, 0), ("vague", VAGUE, 0), ("strategy", STRATEGY, 0),
    ("people", PERSON, 2), ("technology", HARD, 2), ("outcome", OUTCOME, 2),
    ("mechanism", MECHANISM, 1), ("machine", SOFT, 1), ("change", CHANGE, 1),
    ("anybody", ANYBODY, 1), ("joint", JOINT, 0),
)  # fmt: skip
WE = frozenset(["we", "i", "our", "us", "i've", "we've"])
BE = frozenset(["is", "are", "was", "were", "been", "be", "being", "now", "has", "have", "just"])
# A thing that is told of, and what makes a list of its parts.
THINGS = frozenset(["the", "our", "each", "every", "this", "its", "a", "an", "my"])
OF_A_THING = frozenset(
    ["the", "our", "its", "these", "those", "all", "two", "three", "four", "six", "eight"]
)
HAS = frozenset(
    ["has", "have", "features", "contains", "includes", "comprises", "weighs", "combines"]
)
SOMEBODY = ("people", "anybody")
# Behind these a word is named in order to drop it.
NOT = frozenset(["without", "no", "not", "never", "nobody", "none", "instead", "rather", "zero"])
DROPPED = late_pattern(
    r"\b(?:matters? to (?:nobody|no one)|(?:nobody|no one) (?:cares|asks|wants|buys)"
    r"|who cares|forget|never mind|is not about|isn't about|not because of|less about)\b"
)
AGENT = late_pattern(r"^[a-z]{3,}(?:ers|ors|ists|ians|ees|eers|women|folk)$")
IDENTIFIER = late_pattern(
    r"^(?:[a-z]+[A-Z]\w*|[A-Z][a-z0-9]+[A-Z]\w*|\w+_\w+|[\w.]+\(\)|v\d+(?:\.\d+)+)$"
)
NAME = late_pattern(r"^(?:Mc|Mac|O'|De|Le|La|Van)[A-Z]")
ACRONYM = late_pattern(r"^[A-Z][A-Z0-9/&-]{1,6}s?$")
UNIT_ATTACHED = late_pattern(r"^\d[\d.,]*([a-zµ/]{1,6})$")
PERCENTILE = late_pattern(r"^p(?:50|9\d|999?)$")
DIGITS = late_pattern(r"^\d[\d.,]*$")
MONEY = late_pattern(r"^[$€£]\d")
PERCENT = late_pattern(r"^\d[\d.,]*%$")
CURRENCIES = frozenset(
    ["usd", "eur", "gbp", "chf", "dollars", "euros", "pounds", "percent", "cents"]
)
TIME = late_pattern(
    r"^(?:minutes?|hours?|days?|weeks?|months?|years?|min|h|afternoons?|evenings?)$"
)
COUNTS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "ninety",
        "hundred",
        "thousand",
        "half",
        "dozen",
    ]
)


class Mark(Frozen):
    """Words that speak for something; `at` is where they begin, `weight` what they count."""

    kind: str
    text: str
    at: int
    length: int
    weight: int

    @property
    def side(self) -> str:
        """Technology or value; "" for what speaks for neither."""
        return SIDES.get(self.kind, "")


class Marks(Frozen):
    """What was found in a sentence; `dropped` was named in order to be dropped, or is free."""

    found: tuple[Mark, ...]
    dropped: tuple[str, ...] = ()

    def of(self, *kinds: str) -> tuple[Mark, ...]:
        """Those of a kind, in the order in which they stand."""
        return tuple(one for one in self.found if one.kind in kinds)

    def weight(self, side: str) -> int:
        """What all of one side weigh together."""
        return sum(one.weight for one in self.found if one.side == side)


def marks_in(words: Sequence[Word], lists: Lists, is_free: Callable[[str], bool]) -> Marks:
    """What the words of a sentence speak for; a word that `is_free` speaks for nothing."""
    low = [one.low for one in words]
    found: list[Mark] = []
    at = 0
    while at < len(words):
        mark = _mark_at(words, low, at, lists)
        if mark is not None:
            found.append(mark)
        at += mark.length if mark is not None else 1
    found = [one for one in found if not _is_allowed(one, is_free)]
    dropped = [one for one in found if _is_dropped(one, words)]
    if dropped and _is_said_of_somebody([one for one in found if one not in dropped]):
        found = [one for one in found if one not in dropped]
    else:
        # Nothing is put in its place: "zero dependencies" is talk of technology.
        dropped = []
    kept = _without_namesakes(_named_by_trade(found, low, lists), lists)
    kept += [
        Mark(NUMBER, f"{low[at]} {one.text}", at, 1, 1)
        for one in kept
        for at in range(max(one.at - 2, 0), one.at)
        if one.kind == PERSON and _is_count(low[at : at + 1])
    ]
    return Marks(tuple(kept), tuple(one.text for one in dropped))


def _is_said_of_somebody(found: Sequence[Mark]) -> bool:
    return any(one.kind in (PERSON, ANYBODY, OUTCOME, NUMBER) for one in found)


def _mark_at(words: Sequence[Word], low: list[str], at: int, lists: Lists) -> Mark | None:
    """The longest phrase that begins here; else what the form of the word tells."""
    best: Mark | None = None
    for name, kind, weight in READ:
        length = lists[name].length_at(low, at)
        if length > (best.length if best is not None else 0):
            best = Mark(kind, " ".join(low[at : at + length]), at, length, weight)
    built = _built(words, low, at, lists)
    if built is not None and built.length >= (best.length if best is not None else 0):
        return built
    if low[at] == "without" and at + 1 < len(low) and low[at + 1].endswith("ing"):
        # Whatever need not be done any more is a gain.
        return Mark(OUTCOME, f"without {low[at + 1]}", at, 2, 2)
    number = _number(low, at, lists)
    if number is not None and (best is None or best.kind in (CHANGE, OUTCOME)):
        return number
    if at == 0 and (parts := _parts_told(low, lists)):
        return Mark(MECHANISM, " ".join(low[:parts]), 0, parts, 2)
    return best or _by_form(words, at, lists)


def _parts_told(low: list[str], lists: Lists) -> int:
    """How many words in front begin a list of what a thing has: `it has`, `the gearbox has`."""
    length = lists["feature_list"].length_at(low, 0)
    if length or low[0] not in THINGS:
        return length
    for at in range(2, min(5, len(low))):
        if low[at] in HAS and not any(
            lists[name].length_at(low, place) for name in SOMEBODY for place in range(1, at)
        ):
            return at + 1
    return 0


def _built(words: Sequence[Word], low: list[str], at: int, lists: Lists) -> Mark | None:
    """A verb of building, behind "we", behind "was", or at the front."""
    before = low[max(at - 3, 0) : at]
    if at and not (WE.intersection(before) or BE.intersection(before[-1:])):
        return None
    for name, weight in (("technical_builder", 2), ("builder", 1)):
        length = lists[name].length_at(low, at)
        if length:
            return Mark(BUILT, " ".join(low[at : at + length]), at, length, weight)
    return None


def _number(low: list[str], at: int, lists: Lists) -> Mark | None:
    """A number of the reader's world, or one of the machine."""
    word, behind = low[at], low[at + 1] if at + 1 < len(low) else ""
    attached = UNIT_ATTACHED.match(word)
    if PERCENTILE.match(word) or (attached and lists["units"].has(attached[1])):
        return Mark(HARD, word, at, 1, 2)
    if MONEY.match(word) or PERCENT.match(word):
        return Mark(NUMBER, word, at, 1, 2)
    if DIGITS.match(word) or word in COUNTS:
        for name, kind, weight in (("units", HARD, 2), ("counted", SOFT, 1)):
            if lists[name].has(behind):
                return Mark(kind, f"{word} {behind}", at, 2, weight)
        if TIME.match(behind) and low[at + 2 : at + 3] in (["of"], ["in"], ["as"]):
            # "ten years of distributed systems" is a past, not a gain.
            return Mark(PAST, f"{word} {behind}", at, 2, 0)
        if low[max(at - 1, 0)] == "from" and behind == "to" and _is_count(low[at + 2 : at + 3]):
            return Mark(NUMBER, f"{word} to {low[at + 2]}", at, 3, 2)
        if behind in CURRENCIES or TIME.match(behind):
            return Mark(NUMBER, f"{word} {behind}", at, 2, 2)
    return None


def _is_count(words: list[str]) -> bool:
    return bool(words) and (words[0] in COUNTS or bool(DIGITS.match(words[0])))


def _by_form(words: Sequence[Word], at: int, lists: Lists) -> Mark | None:
    """A word on no list: an identifier, an acronym, a joined word, or people by their ending."""
    raw, low = words[at].raw, words[at].low
    known = lists["plain_names"].has(low.removesuffix("'s"))
    if not known and not NAME.match(raw):
        if IDENTIFIER.match(raw):
            return Mark(HARD, raw, at, 1, 2)
        if ACRONYM.match(raw):
            return Mark(HARD, raw, at, 1, 2)
    if any(low.endswith(ending) for ending in lists.endings):
        return Mark(SOFT, low, at, 1, 1)
    before = words[at - 1].low if at else ""
    if AGENT.match(low) and before not in OF_A_THING and not lists["no_people"].has(low):
        return Mark(PERSON, low, at, 1, 2)
    return None


def _is_dropped(mark: Mark, words: Sequence[Word]) -> bool:
    """Technology behind "without", "no", "instead of", or in a clause that says it matters not."""
    if mark.side != TECHNOLOGY or mark.kind in (BUILT, MECHANISM):
        return False
    clause = words[mark.at].clause
    before = [one.low for one in words[max(mark.at - 3, 0) : mark.at] if one.clause == clause]
    if NOT.intersection(before):
        return True
    return bool(DROPPED.search(" ".join(one.low for one in words if one.clause == clause)))


def _is_allowed(mark: Mark, is_free: Callable[[str], bool]) -> bool:
    return mark.kind in (HARD, SOFT) and is_free(mark.text)


def _named_by_trade(found: list[Mark], low: list[str], lists: Lists) -> list[Mark]:
    """Without a word of technology that only names who it is: `database administrators`."""

    def names_somebody(mark: Mark) -> bool:
        behind = mark.at + mark.length
        who = next((one for one in found if one.at == behind), None)
        if mark.kind not in (HARD, SOFT) or who is None:
            return False
        is_person = who.kind == PERSON and not lists["machine_too"].has(low[behind])
        is_trade = who.kind == ANYBODY and who.text.rstrip("s") in (
            "team", "engineer", "developer", "administrator", "admin", "programmer",
        )  # fmt: skip
        return is_person or is_trade

    return [one for one in found if not names_somebody(one)]


def _without_namesakes(found: list[Mark], lists: Lists) -> list[Mark]:
    """Without people who may be machines: beside hard technology, or named for a machine.

    `job runner` is a machine wherever it stands.
    """
    both: Phrases = lists["machine_too"]
    is_hard = any(one.kind == HARD for one in found)
    ends = {one.at + one.length for one in found if one.kind in (HARD, SOFT)}
    return [
        one
        for one in found
        if one.side != VALUE or not both.has(one.text) or not (is_hard or one.at in ends)
    ]
