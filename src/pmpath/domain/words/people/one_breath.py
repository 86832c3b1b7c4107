"""Whether two people are named in one breath: `asked Tom and Ida`, not `asked Tom, met Ida`."""

from __future__ import annotations

from pmpath.domain.people import folded, name_of

JOINS = frozenset(["and", "&", "+", "or", "plus", "und", "et", "y", "e"])
ARTICLES = frozenset(["the", "our", "my", "a", "an", "from", "in", "of", "to"])
SIGNS = ",;:()[]\"'"


def in_one_breath(text: str, people: tuple[str, ...], one: str, other: str) -> bool:
    """Whether nothing but names, functions and `and` stands between the two in the text.

    `people` are all who are named, by name and function. True as well where a name is not found.
    """
    words = (
        folded(text)
        .replace("(", " ( ")
        .replace(")", " ) ")
        .replace(",", " , ")
        .replace(":", " : ")
        .split()
    )
    places = [_place(words, person) for person in (one, other)]
    if None in places or one == other:
        return True
    first, last = sorted(place for place in places if place is not None)
    known = {word for person in people for word in _words(person)} | JOINS | ARTICLES
    between = words[first:last]
    return all(word.strip(SIGNS) in known or not word.strip(SIGNS) for word in between)


def _place(words: list[str], person: str) -> int | None:
    name = folded(name_of(person)).split()[:1]
    found = (at for at, word in enumerate(words) if [word.strip("@" + SIGNS)] == name)
    return next(found, None)


def _words(person: str) -> list[str]:
    return [word.strip("@" + SIGNS) for word in folded(person).split()]
