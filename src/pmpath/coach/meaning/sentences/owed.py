"""The words of an entry without the promise beside its deed: `met Lena, will send her the deck`.

Spelled out where they are in short, and in the past where they tell what is over.
"""

from __future__ import annotations

from pmpath.coach.meaning.phrases import words_of
from pmpath.domain.entry import ME, Entry
from pmpath.domain.people import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.coach.meaning.clues import Cautions

MY = "i"
# What begins a promise of mine, behind a sign or a join.
BEGINS = (
    ("will",), ("ill",), ("gonna",), ("shall",), ("must",), ("i", "will"), ("going", "to"),
    ("need", "to"), ("have", "to"), ("i", "must"), ("i", "need"), ("i", "have", "to"),
)  # fmt: skip
# `told her I'd send it`, `said I will look into it`.
SAID = frozenset(["told", "said", "promised", "assured"])
WILL = frozenset(["id", "ill"])
I_WILL = frozenset([("i", "would"), ("i", "will")])
LONGEST_TELLING = 4
JOINS = frozenset(["and", "then", "&", "+"])
# Around or before what somebody is: `Ben (sales)`, `Ben, head of sales`, `@ben:sales`.
OF_WHO = frozenset("([,@")
SIGNS = ",;.-\N{EN DASH}\N{EM DASH}"


def without_what_i_owe(entry: Entry, text: str) -> str:
    """The text of an entry up to the promise that it tells of beside what was done.

    What is yet to be done counts for nothing, whatever its words.
    """
    if not entry.event or entry.next is None or entry.next.who != ME:
        return text
    words = text.split()
    low = [folded(word).strip(SIGNS) for word in words]
    for at in range(1, len(words)):
        is_behind = words[at - 1][-1] in SIGNS or low[at - 1] in JOINS
        if is_behind and _begins_promise(low[at:]):
            end = _end(words, at)
            return " ".join([*words[:at], *words[end:]])
    return text


def _begins_promise(low: list[str]) -> bool:
    if any(tuple(low[: len(one)]) == one for one in BEGINS):
        return True
    if low[:1] == ["promised"]:
        return True
    near = low[1 : LONGEST_TELLING + 1]
    pairs = {tuple(near[at : at + 2]) for at in range(len(near))}
    return low[0] in SAID and not (WILL.isdisjoint(near) and pairs.isdisjoint(I_WILL))


def _end(words: list[str], at: int) -> int:
    """Behind the sign that ends the promise."""
    return next((n + 1 for n in range(at, len(words)) if words[n][-1] in ",;."), len(words))


def words_said(entry: Entry, spelled: Mapping[str, str], cautions: Cautions) -> tuple[str, ...]:
    """Its words without what is owed; of shortened ones those that they stand for.

    One of the cautions has verbs of the present with their past: `I explain` tells what was done,
    unless the entry says what is yet to be done.
    """
    words = words_of(without_what_i_owe(entry, _deed_text(entry)))
    if not spelled.keys().isdisjoint(words):
        words = tuple(word for one in words for word in spelled.get(one, one).split())
    if MY in words and not (entry.next and entry.next.who == ME):
        from pmpath.domain.words.line import told_in_the_past

        pairs = (one.partition(" ") for one in cautions["past"])
        words = told_in_the_past(words, {now: then for now, _, then in pairs})
    return words


def _deed_text(entry: Entry) -> str:
    """The text without what it says of who somebody is, for which most have no sign."""
    if not entry.people or OF_WHO.isdisjoint(entry.text):
        return entry.text
    from pmpath.coach.meaning.sentences.who import deed_text

    return deed_text(entry)
