"""Words that name no object of the user's own deed, though they are those of an action."""

from __future__ import annotations

from pmpath.coach.meaning.doer import (
    AND,
    BEFORE_A_PERSON,
    BEFORE_A_VERB,
    CUTS,
    OF_MINE,
    clause_end,
    names_in,
    names_me,
    person_at,
    verb_behind,
)
from pmpath.coach.meaning.doubt import FURTHER, I_MYSELF, OF_THINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.meaning.phrases import Hit, Said

# How a purpose is told: `a login so I can read`, `fonts for the page`; not `put in for the role`.
SO_THAT, SO_I_CAN = ("so", "that"), ("so", "i", "can")
AHEAD = frozenset(["for", "before", "until", "till"])
# What is said of a thing.
IS = frozenset(["is", "was", "got", "has", "had", "went", "looks", "reads", "won", "runs"])
OF_A_PURPOSE = frozenset(["the", "a", "an", "my", "our"])
NO_THING = frozenset(["in", "up", "out", "hand"])
# `the review slipped again`, and not `the lapsed donors`.
BEHIND_A_FAILURE = FURTHER | frozenset([
    "", ",", "and", "to", "the", "an", "a", "for", "because", "before", "until", "till", "by", "on",
    "under", "in", "as", "into", "my", "between", "through", "away", "off", "down", "back", "out",
    "undone", "halfway", "twice", "it", "when", "over", "without", "somewhere", "since", "too",
])  # fmt: skip


def void_words(said: Said) -> frozenset[int]:
    """The places of words that name no object of the user's own deed.

    `resume` of `the resume parser`, and whatever stands behind `while Ivo had`.
    """
    return frozenset([
        *_of_a_carrier(said), *_of_somebody_else(said), *_of_a_purpose(said), *_that_fails(said),
        *_of_an_owner(said),
    ])  # fmt: skip


def is_of_void(said: Said) -> bool:
    """Whether all the people of the entry stand where somebody else did something."""
    if not said.void:
        return False
    places = [
        at
        for one in names_in(said)
        if one
        for at in range(len(said.words))
        if said.words[at : at + len(one)] == one
    ]
    return all(at in said.void for at in places)


def _of_a_carrier(said: Said) -> Iterator[int]:
    """Of what names only a piece of software or a thing: `white paper folder`, `upload resume`."""
    carriers = [one for one in said.hits if one.phrase in said.cautions["carriers"]]
    begins = {one.first for one in carriers}
    ends = {one.after for one in said.hits if one.phrase in said.cautions["software"]}
    if not begins and not ends:
        return
    for one in said.hits:
        if said.at(one.after - 1) in BEFORE_A_PERSON:
            continue
        if one.after in begins or one.first in ends or _shares(one, said, begins):
            yield one.first


def _shares(one: Hit, said: Said, begins: set[int]) -> bool:
    """`the partner and donor import`, `the food bank page's css`."""
    is_shared = said.at(one.after) == "and" or said.at(one.after + 1) == "s"
    return is_shared and one.after + 2 in begins


def _of_somebody_else(said: Said) -> Iterator[int]:
    """Of a clause that tells what somebody else did, behind `while` or in the user's place."""
    words, names = said.words, names_in(said)
    # `while I slept, Ivo published the post`.
    begins = words.index(",") + 1 if words[:1] and words[0] in CUTS and "," in words else 0
    for at in range(1, len(words)):
        join = words[0] if at == begins else words[at - 1]
        if join not in CUTS and join not in AND:
            continue
        end = person_at(said, at, names) or _capital(said, at, join)
        if not end or not verb_behind(said, end):
            continue
        last = clause_end(words, at)
        own = words.index(I_MYSELF, end, last) if I_MYSELF in words[end:last] else last
        if (join in CUTS and OF_MINE.isdisjoint(words[end:own])) or _stands_in(said, at, last):
            yield from range(at, own)


def _that_fails(said: Said) -> Iterator[int]:
    """Of what came to nothing, where its own verb says so: `the weekly review slipped again`."""
    failing = {one.first for one in said.hits if one.phrase in said.cautions["fails"]}
    for one in said.hits if failing else ():
        at = one.after
        while said.at(at) in BEFORE_A_VERB:
            at += 1
        if at in failing and said.at(at + 1) in BEHIND_A_FAILURE:
            yield one.first


def _of_an_owner(said: Said) -> Iterator[int]:
    """Of a thing of somebody else that the sentence is about: `Greta's resume is one page now`."""
    if said.at(1) != "s" or not said.entry.text[:1].isupper():
        return
    for at in range(2, 7):
        if said.at(at) in ("", ","):
            return
        if said.at(at) in IS:
            yield from range(2, at)


def _of_a_purpose(said: Said) -> Iterator[int]:
    """Of what something else is for: `fonts for the white paper`, `a login so I can read`.

    Whoever spent an hour for the food bank worked for it.
    """
    words = said.words
    for at in range(1, len(words)):
        if words[at : at + 2] == SO_THAT or words[at : at + 3] == SO_I_CAN:
            yield from range(at, clause_end(words, at))
    if not said.entry.assumed or said.event not in OF_THINGS:
        return
    for at in range(2, len(words) - 1):
        is_for = words[at] in AHEAD and words[at + 1] in OF_A_PURPOSE
        if is_for and words[at - 1] not in NO_THING:
            yield at + 2


def _stands_in(said: Said, start: int, end: int) -> bool:
    return not names_me(said, start) and any(
        one.phrase in said.cautions["in_my_place"] and start <= one.first < end for one in said.hits
    )


def _capital(said: Said, at: int, join: str) -> int:
    """Behind a word with a capital letter, which is a name behind `while`; 0 for none."""
    name = said.at(at).capitalize()
    is_name = name != "I" and f" {name}" in said.entry.text
    return at + 1 if join in CUTS and is_name else 0
