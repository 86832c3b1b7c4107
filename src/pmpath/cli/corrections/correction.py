"""A correction in plain words: another length, another day, somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.domain.errors import UsageError
from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.log.names.spelling import spellings_of
from pmpath.domain.people import key_of, name_of, person_from, typed
from pmpath.domain.record import Frozen, changed
from pmpath.domain.when.duration_option import with_unit
from pmpath.domain.words.reading import read
from pmpath.domain.words.shapes.instead import Instead, instead_in

if TYPE_CHECKING:
    from datetime import date

    from pmpath.domain.entry import Entry
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.words.draft import Draft

# Before somebody's name.
WITH = ("with", "met", "was", "is")


class Corrected(Frozen):
    """An entry without what was wrong, its sentence if that is new, and the words still to add."""

    entry: Entry
    text: str | None
    words: str


def corrected(entry: Entry, words: str, today: date, known: Vocabulary) -> Corrected:
    """What `amend` is told in these words; they stay as they are where they correct nothing.

    Raises UsageError where only the wrong length or day is said, or a name that two people have.
    """
    found = instead_in(words, known.lexicon)
    if found is not None and not found.right:
        if _is_a_fact(Instead(found.wrong, ""), today, known):
            raise UsageError(
                f'"{words}" says what it was not, and not what it was.',
                hint="Write the right one: pmpath amend 45m, or pmpath amend yesterday",
            )
        found = None
    if found is not None:
        if _is_a_fact(found, today, known):
            return Corrected(entry, None, found.right)
        if found.wrong:
            somebody_else = _somebody_else(entry, found)
            if somebody_else is not None:
                return somebody_else
    return Corrected(entry, None, words)


def _is_a_fact(found: Instead, today: date, known: Vocabulary) -> bool:
    """Whether a length of time or a day is said, in the place of another one or of none."""
    right = _read(found.right, today, known)
    if right is None or right.has_words or (right.minutes is None and right.day is None):
        return False
    wrong = _read(found.wrong, today, known) if found.wrong else right
    return found.wrong.isdigit() or (
        wrong is not None
        and not wrong.has_words
        and (right.minutes is None) == (wrong.minutes is None)
    )


def _read(text: str, today: date, known: Vocabulary) -> Draft | None:
    try:
        return read(with_unit(text), today, known) if text else None
    except UsageError:
        return None


def _somebody_else(entry: Entry, found: Instead) -> Corrected | None:
    """`with Tomas, not Lena`: the one name in the place of the other; None where it is no name."""
    wrong, right = _named(found.wrong), _named(found.right)
    gone = [one for one in entry.people if key_of(wrong) in _keys(one)]
    if not gone and any(key_of(right) in _keys(one) for one in entry.people):
        return Corrected(entry, None, "")  # "Lena, not Tomas", where it is Lena already
    if len(gone) > 1:
        raise UsageError(
            f"{len(gone)} people in this entry may be called {wrong}: {', '.join(gone)}.",
            hint=f"Write the whole name: pmpath amend not {typed(gone[0])} but NAME",
        )
    if not gone or (not right[:1].isupper() and not right.startswith("@")):
        return None
    name = name_of(gone[0])
    for old in dict.fromkeys((name, name.split()[0])):
        text = _with_another(entry.text, old, right)
        if text != entry.text:
            people = tuple(one for one in entry.people if one not in gone)
            return Corrected(changed(entry, people=people), text, "")
    return None


def _named(text: str) -> str:
    """The name in `with Tomas`, and in one word of a shell: `lena_vogt`."""
    words = (text if "@" in text else text.replace("_", " ")).split()
    while len(words) > 1 and words[0].casefold() in WITH:
        words = words[1:]
    return " ".join(words)


def _keys(person: str) -> frozenset[str]:
    """By what somebody may be named: the whole name or the first one, in any spelling."""
    name = name_of(person)
    return frozenset([*spellings_of(name), *spellings_of(name.split()[0])])


def _with_another(text: str, old: str, new: str) -> str:
    """The sentence with one name for the other; what stands around it stays."""
    words, wanted = text.split(" "), [key_of(one) for one in old.split()]
    for at in range(len(words) - len(wanted) + 1):
        bare = [one.strip(EDGES) for one in words[at : at + len(wanted)]]
        if [key_of(_unmarked(one)) for one in bare] == wanted:
            last = words[at + len(wanted) - 1]
            behind = last[len(last.rstrip(EDGES)) :]
            before = words[at][: len(words[at]) - len(words[at].lstrip("([{'\""))]
            return " ".join([*words[:at], f"{before}{new}{behind}", *words[at + len(wanted) :]])
    return text


def _unmarked(word: str) -> str:
    return person_from(word) if word.startswith("@") else word
