"""The facts that one entry holds beside its event and its people, as content names them in `has`.

The facts of a milestone, gathered from many entries, are in `facts`.
"""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Notes that are the words of somebody else.
THEIR_WORDS = frozenset(["worry", "problem", "said", "reaction", "reason"])
WORRIES = frozenset(["worry", "problem"])
QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}'
ARROW = frozenset([">", "\N{RIGHTWARDS ARROW}"])
TWO, NO_DIGITS = 2, {ord(digit): None for digit in "0123456789"}
# `shelter 90m sat`: nothing but where, how long and when.
SHORT = 3
# `a sheet for Mr. Deshpande`
TITLES = tuple(
    f" for {one} " for one in ("mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "herr", "frau")
)
PUBLISHED, CONTACT = "published", "contact"


def facts_of(
    entry: Entry, event: str, phrases: frozenset[str], cautions: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The names of the facts: docs/meaning.md lists them under `has`."""
    found = {name for name, is_there in _simple(entry) if is_there}
    if entry.metrics:
        found.update(_numbers(entry))
    if entry.tags or entry.evidence or event == PUBLISHED:
        found.update(_beside(entry, event))
    found.update(_told(entry, phrases, cautions))
    return frozenset(found)


def _simple(entry: Entry) -> tuple[tuple[str, bool], ...]:
    return (
        ("minutes", not entry.assumed),
        ("book", bool(entry.book) or "book" in entry.notes),
        ("opening", bool(entry.opening)),
        ("person", bool(entry.people)),
        ("for them", _is_for_them(entry)),
        ("to them", _is_to_them(entry)),
        ("by me", not _is_answer_heard(entry)),
        ("two figures", _has_two_figures(entry.text)),
        ("in short", len(entry.text.split()) <= SHORT),
    )


def _has_two_figures(text: str) -> bool:
    """Whether two numbers stand in it, whatever the reader made of them: `310 meals, now 405`."""
    if len(text) - len(text.translate(NO_DIGITS)) < TWO:
        return False
    return sum(word.lstrip("(+~$")[:1].isdigit() for word in text.split()) >= TWO


def _is_answer_heard(entry: Entry) -> bool:
    """Whether somebody answered the user, and not the user somebody."""
    if entry.event != "answered":
        return False
    from pmpath.domain.words.people.answer_heard import is_answer_heard

    return is_answer_heard(entry.event, entry.text, entry.people)


def _is_for_them(entry: Entry) -> bool:
    """Whether somebody the entry names stands behind "for" in its words."""
    text = f" {entry.text.casefold()} "
    if " for " not in text:
        return False
    for title in TITLES:
        text = text.replace(title, " for ")
    return any(f" for {name_of(one).casefold()}" in text for one in entry.people)


def _is_to_them(entry: Entry) -> bool:
    """Whether an arrow leads to somebody the entry names: `Pager -> Olu`."""
    if ARROW.isdisjoint(entry.text):
        return False
    text = entry.text.casefold().replace(" ", "")
    return any(
        f"{sign}{name_of(one).casefold().replace(' ', '')}" in text
        for one in entry.people
        for sign in ARROW
    )


def _numbers(entry: Entry) -> Iterator[str]:
    yield "number"
    for one in entry.metrics:
        if one.before is None:
            yield "after"
        else:
            yield "before" if one.after is None else "change"


def _beside(entry: Entry, event: str) -> Iterator[str]:
    """What stands beside the words: links, listeners, people without a name, the side."""
    kinds = {one.kind for one in entry.evidence}
    yield from kinds & {"audience", "link"}
    yield from {"inside", "outside"}.intersection(entry.tags)
    if "link" in kinds or event == PUBLISHED or PUBLISHED in entry.tags:
        yield "public"
    if CONTACT in kinds:
        yield "person"


def _told(
    entry: Entry, phrases: frozenset[str], cautions: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """What the words and notes hold of somebody else's words."""
    notes = entry.notes
    if (
        not phrases.isdisjoint(cautions["said"])
        or (notes and not THEIR_WORDS.isdisjoint(notes))
        or any(sign in entry.text for sign in QUOTES)
    ):
        yield "said"
    if not phrases.isdisjoint(cautions["worry"]) or (notes and not WORRIES.isdisjoint(notes)):
        yield "worry"
    if not phrases.isdisjoint(cautions["used"]):
        yield "used"
