"""Somebody whom the log knows with another job: one person, or two with one first name."""

from __future__ import annotations

from pmpath.domain.language.vocabulary import FUNCTION_TRACKS
from pmpath.domain.people import function_of, key_of, label, name_of, typed
from pmpath.domain.words.draft import NAMESAKE, Doubt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What the other one is called until the user has a better name.
OTHER = "2"


def namesakes(people: Iterable[str], known: Mapping[str, str]) -> tuple[Doubt, ...]:
    """A doubt for each of the labels whose function has nothing to do with the known one.

    `known` has the label of everybody the log knows by the key of the name.
    """
    found = []
    for person in people:
        before = known.get(key_of(person), "")
        if _contradict(function_of(before), function_of(person)):
            name = name_of(person)
            other = label(f"{name} {OTHER}", person.partition(" (")[2].rstrip(")"))
            function = before.partition(" (")[2].rstrip(")")
            found.append(
                Doubt(NAMESAKE, name, f"{name} was {function} so far",
                      f"not {typed(name)} but @{marked(other)}")
            )  # fmt: skip
    return tuple(found)


def marked(person: str) -> str:
    """`lena_2:head_of_sales`, as it stands behind an @."""
    function = "_".join(function_of(person).split())
    return f"{typed(person)}:{function}" if function else typed(person)


def _contradict(one: str, other: str) -> bool:
    words, others = set(one.split()), set(other.split())
    return bool(words and others) and words.isdisjoint(others) and _track(words) != _track(others)


def _track(words: set[str]) -> str:
    """On which track such people are met; the words themselves where they tell of none."""
    for track, functions in FUNCTION_TRACKS:
        if not words.isdisjoint(functions):
            return track
    return " ".join(sorted(words))
