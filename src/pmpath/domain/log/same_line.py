"""Whether a new line tells of the same thing as an entry, or adds to it, or denies it.

Each reason to think it tells of the same is one function below. What it denies did not happen: the
event, and those it was with, go with it.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

from pmpath.domain.entry import Entry
from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.people import key_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.domain.words.draft import Draft

# The word behind one of these names somebody, marked or not.
BEFORE_SOMEBODY = frozenset(["with", "met", "told", "asked", "called"])
NOBODY = frozenset(["a", "an", "the", "my", "our", "their", "his", "her", "two", "three", "some"])
# A line so alike is the old one typed again, with a word mended.
ALIKE = 0.7
LONGEST_DENIAL = 4
OF_OTHERS = ("she", "he", "they", "it", "nobody", "nothing")
# What somebody was there for; without anybody it did not happen.
WITH_SOMEBODY = ("met", "listened", "told", "asked", "answered", "sent", "promised")


def tells_of_the_same(entry: Entry, told: str, draft: Draft) -> bool:
    """Whether the draft is the entry's own line anew; `told` are its words without marks."""
    return any(reason(entry, told, draft) for reason in REASONS)


def _names_the_same_person(entry: Entry, told: str, draft: Draft) -> bool:
    old, new = _keys(entry.people), _keys(draft.people)
    old_words, new_words = _words(told), _words(draft.plain)
    return bool(
        old & new
        or old & set(new_words)
        or new & set(old_words)
        or _named(old_words) & _named(new_words)
    )


def _is_nearly_the_same(_: Entry, told: str, draft: Draft) -> bool:
    one, other = (" ".join(_words(text)) for text in (told, draft.plain))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _tells_of_the_same_event(entry: Entry, _: str, draft: Draft) -> bool:
    # Two meetings without a person in common are two meetings.
    return draft.event == entry.event and draft.event not in ("", "met", "listened")


REASONS = (_names_the_same_person, _tells_of_the_same_event, _is_nearly_the_same)


def _keys(people: Iterable[str]) -> set[str]:
    """The keys of people, and the first names alone."""
    keys = {key_of(one) for one in people}
    return keys | {key.split()[0] for key in keys if key}


def _words(text: str) -> list[str]:
    return [word.strip(EDGES).casefold() for word in text.split()]


def _named(words: list[str]) -> set[str]:
    behind = {word for before, word in pairwise(words) if before in BEFORE_SOMEBODY}
    return behind - NOBODY


def denies(draft: Draft) -> bool:
    """Whether a line tells of nothing but what did not happen."""
    return draft.undone and not draft.event


def without_denied(entry: Entry, *, keeps_people: bool = False) -> Entry:
    """Without an event, and those it was with, that only plain words told of."""
    if "event" not in entry.guessed:
        return entry
    people = entry.people if keeps_people or "people" not in entry.guessed else ()
    evidence = tuple(one for one in entry.evidence if one.kind != "contact")
    return changed(entry, event="", people=people, evidence=evidence)


def denies_shortly(draft: Draft) -> bool:
    """`not met`, `did not happen`; `she did not like it` denies no meeting."""
    words = draft.text.casefold().split()
    return denies(draft) and len(words) <= LONGEST_DENIAL and words[0] not in OF_OTHERS


def with_people(entry: Entry, people: tuple[str, ...]) -> Entry:
    """The entry with those people alone; a meeting that was guessed and has nobody left is none."""
    is_alone = not people and not any(one.kind == "contact" for one in entry.evidence)
    is_gone = is_alone and "event" in entry.guessed and entry.event in WITH_SOMEBODY
    if is_gone and people != entry.people:
        return changed(entry, people=people, event="")
    return changed(entry, people=people)
