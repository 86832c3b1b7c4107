"""The words of a line as the finders see them: each as typed, bare, and folded for looking up."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

QUOTES = (
    "\"'`\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
# Signs around a word; not those of `vocabulary`, by which promises and corrections are compared.
EDGES = ".,:;!?()[]{}<>*_\N{HORIZONTAL ELLIPSIS}" + QUOTES
# Signs that part sentences when they stand alone between blanks.
SEPARATORS = (
    "-",
    "\N{EN DASH}",
    "\N{EM DASH}",
    "|",
    "/",
    "=",
    "//",
    ":",
    "->",
    "=>",
    "\N{RIGHTWARDS ARROW}",
    ";",
    ",",
)
# A full stop behind one of these ends no sentence.
SHORTENED = frozenset([
    "dr", "mr", "mrs", "ms", "prof", "ca", "ch", "p", "pp", "aud", "proj", "wk", "fam", "sp", "st",
    "no", "vs", "approx", "min", "mins", "hr", "hrs", "std", "resp", "inc", "ltd", "co", "dept",
    "o.o", "jr", "sr", "ing", "dott", "sig", "mgr", "e.g", "i.e", "etc", "incl",
])  # fmt: skip
STARTS_A_CLAUSE = ("but", "then", "so", "while", "whereas", "although")
# Behind `and` one of these begins what is to come of it: `coffee with Lena and agreed to meet`.
JOINS = ("and", "&", "+")
SUBJECTS = ("i", "we", "she", "he", "they")
OF_A_PLAN = frozenset([
    "agreed", "agree", "booked", "scheduled", "arranged", "planned", "plan", "planning", "promised",
    "will", "i'll", "we'll", "she'll", "he'll", "they'll", "shall", "gonna", "going", "want",
    "wants", "hope", "hoping", "need", "set",
])  # fmt: skip
# `planned for Friday` is said of what stands before it, and `Lena and Will from sales` are two.
SAID_OF_IT = frozenset([
    "", "for", "on", "in", "at", "from", "about", "and", "with", "to", "over", "today", "yesterday",
    "was", "is", "were", "are", "who", "again",
])  # fmt: skip
STILL_A_PLAN = frozenset(["agreed", "plan", "planning", "going", "want", "wants", "hope", "hoping",
                          "need", "promised", "agree"])  # fmt: skip
LONGEST_PHRASE = 4
MY = "i"
# Behind one of these, and at the front, `I` begins to tell what was done.
BEGINS = frozenset([
    ",", "and", "then", "so", "today", "yesterday", "morning", "afternoon", "evening", "also",
    "later", "finally", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "after", "night",
])  # fmt: skip
# `I have to call back`, `I do not know`
STILL_OWED = (("have", "to"), ("do", "not"), ("have", "no"), ("have", "not"))
BEFORE_A_VERB = ("finally", "just", "also", "already", "then", "kindly", "has", "later", "once")


class Line:
    """One line. `taken` words belong to a day, a duration, a number or a mark already.

    `end` of a word is the sign behind it that parts it from the next, empty when there is none;
    `clause` counts the parts between such signs.
    """

    __slots__ = ("bare", "clause", "end", "forms", "low", "raw", "taken")

    def __init__(self, words: tuple[str, ...], mend: Callable[[str], str] = str) -> None:
        self.raw = words
        self.bare = tuple("" if word in SEPARATORS else word.strip(EDGES) for word in words)
        self.low = tuple(mend(fold(word)) for word in self.bare)
        self.taken = [False] * len(words)
        follows = (*words[1:], "")
        self.end = [_end(*one) for one in zip(words, self.low, follows, strict=True)]
        for at, word in enumerate(words):
            if word in SEPARATORS and at:
                self.end[at - 1] = self.end[at - 1] or word
        self._understand()

    def _understand(self) -> None:
        """Find the parts of the line, and the phrases that begin at each word."""
        self.clause = _clauses(self)
        self.forms = [self._forms(at) for at in range(len(self.raw))]

    def tell_in_the_past(self, past: Mapping[str, str]) -> None:
        """Read `I explain` as `I explained`."""
        self.low = told_in_the_past(self.low, past, self.end)
        self._understand()

    def __len__(self) -> int:
        return len(self.raw)

    def word(self, at: int) -> str:
        """The folded word; empty before the first and behind the last."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def behind_adverbs(self, at: int) -> int:
        """The place of the verb behind `finally`, `just`, `has` and the like."""
        while at < len(self.raw) and self.low[at] in BEFORE_A_VERB and not self.end[at]:
            at += 1
        return at

    def take(self, first: int, after: int) -> None:
        """These words are spoken for."""
        for at in range(first, after):
            self.taken[at] = True

    def hit(self, at: int, table: Mapping[str, str]) -> tuple[str, int]:
        """The meaning of the longest phrase here and how many words it takes; ("", 0) for none."""
        for form in self.forms[at] if 0 <= at < len(self.raw) else ():
            meaning = table.get(form)
            if meaning is not None:
                return meaning, form.count("_") + 1
        return "", 0

    def hits(
        self, table: Mapping[str, str], *, taken: bool = False
    ) -> Iterator[tuple[int, int, str]]:
        """Each phrase of the table: first word, the word after, and the meaning.

        Words that are spoken for are passed over, unless `taken` is wanted as well.
        """
        at = 0
        while at < len(self.raw):
            meaning, length = ("", 0) if self.taken[at] and not taken else self.hit(at, table)
            if length:
                yield at, at + length, meaning
            at += length or 1

    def has(self, words: Iterable[str]) -> bool:
        """Whether one of these stands in the line."""
        return any(form in words for forms in self.forms for form in forms)

    def text(self, first: int, after: int) -> str:
        """The words as typed, without the signs around them."""
        return " ".join(self.raw[first:after]).strip(EDGES + " ")

    def is_capital(self, at: int) -> bool:
        """Whether the word has a capital and is not an abbreviation such as PM."""
        word = self.bare[at]
        return word[:1].isupper() and not (len(word) > 1 and word.isupper())

    def _forms(self, at: int) -> tuple[str, ...]:
        """The phrases that begin here, longest first; none reaches across a sign."""
        forms: list[str] = []
        low = self.low
        phrase = low[at]
        if not phrase:
            return ()
        forms.append(phrase)
        for further in range(at + 1, min(at + LONGEST_PHRASE, len(low))):
            if self.end[further - 1] or not low[further]:
                break
            phrase = f"{phrase}_{low[further]}"
            forms.append(phrase)
        return tuple(reversed(forms))


def own_part(line: Line, at: int) -> range:
    """The words of the part of the line around a word that has a time of its own; else all."""
    clauses = line.clause
    first, after = clauses.index(clauses[at]), len(line)
    while after > at + 1 and clauses[after - 1] != clauses[at]:
        after -= 1
    timed = any(line.taken[first:after]) and any((*line.taken[:first], *line.taken[after:]))
    return range(first, after) if timed else range(len(line))


def told_in_the_past(
    words: Sequence[str], past: Mapping[str, str], ends: Sequence[str] = ()
) -> tuple[str, ...]:
    """The words with each verb of mine in the past; `ends` has the sign behind each word."""
    found = list(words)
    for at in range(len(words) - 1):
        if words[at] != MY or words[at + 1] not in past:
            continue
        if tuple(words[at + 1 : at + 3]) in STILL_OWED:
            continue
        before = words[at - 1] if at else ","
        if before in BEGINS or not before or (ends and ends[at - 1]):
            found[at + 1] = past[words[at + 1]]
    return tuple(found)


def fold(word: str) -> str:
    """A word for looking up: small letters, no accents, one kind of apostrophe."""
    low = word.casefold()
    if low.isascii():
        return low
    from unicodedata import combining, normalize

    low = low.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return "".join(char for char in normalize("NFKD", low) if not combining(char))


def _end(word: str, low: str, follows: str) -> str:
    sign = word.rstrip("\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")[-1:]
    if sign == "." and (low in SHORTENED or low.isdecimal()):
        # "no. 7" is a number, "he said no." is an answer
        return "." if low == "no" and not follows[:1].isdecimal() else ""
    return sign if sign and sign in ",.;:!?)]" else ""


def _clauses(line: Line) -> list[int]:
    clauses: list[int] = []
    count = 0
    for at, low in enumerate(line.low):
        parts = at and (line.end[at - 1] not in ("", ")", "]") or low in STARTS_A_CLAUSE)
        if parts or (low in JOINS and _plans_behind(line, at, clauses)):
            count += 1
        clauses.append(count)
    return clauses


def _plans_behind(line: Line, join: int, clauses: list[int]) -> bool:
    """`coffee with Lena and we will meet again`: what was done, and what is to come of it.

    Not so in `Lena and I will meet`: nothing but names stands before the join.
    """
    if not join or line.end[join - 1] not in ("", ")", "]"):
        return False
    told = [line.bare[at] for at in range(join) if clauses[at] == clauses[-1]]
    if len(told) < 2 or all(word[:1].isupper() or not word for word in told):
        return False
    at = join + 1 + (line.word(join + 1) in SUBJECTS)
    low = line.word(at)
    if low not in OF_A_PLAN or line.end[at] or line.bare[at][:1].isupper():
        return False
    if low in ("set", "plan"):
        return line.word(at + 1) in ("up", "to")
    return low in STILL_A_PLAN or line.word(at + 1) not in SAID_OF_IT


def begins_a_plan(line: Line, first: int, verb: int) -> bool:
    """`and we booked another one`: before the verb a join and who plans, behind it a thing."""
    before = set(line.low[first:verb])
    is_joined = not before.isdisjoint(JOINS) and before <= {*JOINS, *SUBJECTS}
    return is_joined and line.word(verb + 1) not in SAID_OF_IT
