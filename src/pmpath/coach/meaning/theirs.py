"""Whether what a sentence tells of is the work of somebody else."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import Hit, words_of
from pmpath.domain.entry import Entry
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

FOR_KIN = (("of",), ("for",), ("helped",), ("help",), ("helping",))
AT_WORK = frozenset(["boss", "manager", "colleague", "teammate", "coworker"])
# `my brother's`
S = ("s",)
# `Lena wrote back`: an answer, no piece of work.
AN_ANSWER = (("back",), ("me",), ("to",), ("us",))


def is_made_by(
    entry: Entry, words: tuple[str, ...], cautions: Mapping[str, Container[str]]
) -> bool:
    """Whether it is their work: `reviewed the notes Lena wrote`, `the sheet marketing made`."""
    makers, others = cautions["makers"], cautions["others"]
    names: set[str] | None = None
    for at in range(1, len(words)):
        if words[at] in makers and words[at + 1 : at + 2] not in AN_ANSWER:
            if names is None:
                names = {one for person in entry.people for one in words_of(name_of(person))[-1:]}
            if words[at - 1] in names or words[at - 1] in others:
                return True
    return False


def is_part_of_a_name(hits: Iterable[Hit], others: Container[str]) -> bool:
    """Whether `product` at the front is part of more, as in `product teardown`, `sales call`."""
    first = [one for one in hits if one.first == 0]
    ends = [one.after for one in first if one.phrase in others]
    return bool(ends) and max(one.after for one in first) > max(ends)


def is_for_kin(hits: Iterable[Hit], words: tuple[str, ...], others: Container[str]) -> bool:
    """`the case study of my flatmate`, `helped my daughter`: done for somebody at home."""
    return any(
        one.phrase in others
        and one.phrase.startswith("my ")
        and words[one.after - 1] not in AT_WORK
        and (words[one.first - 1 : one.first] in FOR_KIN or words[one.after : one.after + 1] == S)
        for one in hits
    )
