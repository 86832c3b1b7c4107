"""Whether what a sentence tells of is the work of somebody else."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import Hit, words_of
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import Entry
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

FOR_KIN = (("of",), ("for",), ("helped",), ("help",), ("helping",))
# What somebody hands me, and what may stand between them and the verb.
GIVES = frozenset([
    "gave", "gives", "give", "giving", "sent", "sends", "send", "sending", "showed", "shows",
    "show", "handed", "hand", "lent", "lend", "lends", "shared", "share", "shares", "sharing",
    "forwarded", "forward", "mailed", "emailed", "email", "passed", "offered", "offers", "promised",
    "promises", "made", "makes", "wrote", "brought", "bring", "brings", "owes", "recommended",
])  # fmt: skip
BEFORE_GIVING = frozenset([
    "will", "ll", "d", "would", "is", "s", "going", "to", "also", "just", "then", "even", "kindly",
    "has", "have", "had", "promised", "agreed", "offered", "wants", "can", "could",
])  # fmt: skip
GIVERS = frozenset(["he", "she", "they", "who"])
# Behind one of these another part of the sentence begins.
ENDS_A_GIFT = frozenset([",", "and", "but", "so", "because", "then", "i", "we"])
MINE = frozenset(["my", "our", "mine"])
AT_WORK = frozenset(["boss", "manager", "colleague", "teammate", "coworker"])
LEADS_TO_SOMEBODY = (("with",), ("to",), ("for",), ("from",), ("met",), ("told",), ("asked",))
# `my brother's`
S = ("s",)
AND = ("and",)
COMMA = ","
# What somebody does who is met, and what becomes of something of mine: `Vera got my lines`.
TALKED = frozenset([
    "talked", "explained", "complained", "described", "worried", "agreed", "promised", "offered",
    "accepted", "needed", "hated", "liked", "loved", "wanted", "feared", "shared", "nodded",
])  # fmt: skip
RECEIVES = frozenset(["got", "gets", "received", "has", "read", "used", "liked"])
BY = "by"
BECAUSE = "because"
WERE = (("was",), ("were",), ("has",), ("have",))
COMPLETE = (
    ("filled",), ("written",), ("finished",), ("done",), ("drafted",), ("listed",), ("ready",),
    ("sent",), ("complete",), ("sorted",), ("set",), ("rewritten",),
)  # fmt: skip
DONE_TO = frozenset([
    "seen",
    "written", "rewritten", "made", "sent", "read", "held", "given", "drawn", "done", "shown",
    "put", "set", "cut", "built", "told", "chosen", "taken", "found", "heard", "met", "counted",
])  # fmt: skip
THEY = frozenset(["she", "he", "they", "it", "customers", "who"])
PASSIVE = frozenset(["was", "were", "is", "are", "been", "got", "gets", "being"])
# What a thing may do as well: `adoptions went up`.
OF_A_THING = frozenset((one,) for one in (
    "went", "got", "has", "had", "did", "goes", "going", "go", "ran", "runs", "made", "shipped",
    "launched", "gave", "gives", "holds",
))  # fmt: skip
# `Lena wrote back`: an answer, no piece of work.
AN_ANSWER = (("back",), ("me",), ("to",), ("us",))
OF_MINE = frozenset(["i", "me", "my", "we", "us"])
WAS = frozenset(["was", "were", "is", "are"])


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


def is_done_by(
    entry: Entry, words: tuple[str, ...], cautions: Mapping[str, Container[str]]
) -> bool:
    """`ten tickets were read by Gunnar`, `the page was made by marketing`: and nothing of mine."""
    if BY not in words or "my" in words or "me" in words or words[0] in cautions["deeds"]:
        return False
    by = words.index(BY)
    agent = words[by + 1] if by + 1 < len(words) else ""
    agent = words[by + 2] if agent in ("the", "our", "a") and by + 2 < len(words) else agent
    names = {one for person in entry.people for one in words_of(name_of(person))}
    passive = any(
        words[at] in PASSIVE and (words[at + 1] in DONE_TO or words[at + 1].endswith(("ed", "en")))
        for at in range(by - 1)
    )
    is_theirs = agent in names or agent in cautions["others"]
    return passive and is_theirs and COMMA not in words[:by]


def is_passive(words: tuple[str, ...], at: int, deeds: Container[str]) -> bool:
    """Whether `was attended`, `have been written` stands there, and nobody is named who did it."""
    if BY in words[at:]:
        return False
    if words[at : at + 1] in (("is",), ("are",)):
        return words[at + 1 : at + 2] in COMPLETE
    if words[at : at + 1] not in WERE:
        return False
    verb = at + 1 + (words[at + 1 : at + 2] == ("been",))
    word = words[verb] if verb < len(words) else ""
    return word in DONE_TO or word.endswith("ed") or (word in deeds and word.endswith("en"))


def is_used_by_me(words: tuple[str, ...], hits: Iterable[Hit], used: Container[str]) -> bool:
    """`used my white paper in a call`, `I sent my sheet to Marco`: by nobody else."""
    places = [one.first for one in hits if one.phrase in used]
    return all(not at or words[at - 1] in ("i", "we", "just", "finally") for at in places)


def is_a_reason(words: tuple[str, ...], denial: Hit) -> bool:
    """`changed one line because she did not get it`: denied of others, and told after it."""
    before = words[: denial.first]
    return BECAUSE in before and before[-1] in THEY and before[0] not in THEY


def is_part_of_a_name(hits: Iterable[Hit], others: Container[str]) -> bool:
    """Whether `product` at the front is part of more, as in `product teardown`, `sales call`."""
    first = [one for one in hits if one.first == 0]
    ends = [one.after for one in first if one.phrase in others]
    return bool(ends) and max(one.after for one in first) > max(ends)


def places_given(entry: Entry, words: tuple[str, ...]) -> frozenset[int]:
    """Where that stands which others give, send or promise: `he gave me a one-pager`.

    What is mine stays so: `she shared my one-pager with her team`.
    """
    if GIVES.isdisjoint(words):
        return frozenset()
    names = {one for person in entry.people for one in words_of(name_of(person))}
    places: set[int] = set()
    for verb, word in enumerate(words):
        if word not in GIVES or verb in places:
            continue
        subject = verb - 1
        while subject > 0 and words[subject] in BEFORE_GIVING:
            subject -= 1
        is_theirs = subject >= 0 and (words[subject] in GIVERS or words[subject] in names)
        if not is_theirs or _is_led(words, subject):
            continue
        ends = (at for at in range(verb + 1, len(words)) if words[at] in ENDS_A_GIFT)
        told = range(verb, next(ends, len(words)))
        if MINE.isdisjoint(words[verb : told.stop]):
            places.update(told)
    return frozenset(places)


def _is_led(words: tuple[str, ...], name: int) -> bool:
    """`asked Ben to bring me along`, `after the call with Ben gave him a page`: no subject."""
    return words[name] not in GIVERS and words[name - 1 : name] in LEADS_TO_SOMEBODY


def is_for_kin(hits: Iterable[Hit], words: tuple[str, ...], others: Container[str]) -> bool:
    """`the case study of my flatmate`, `helped my daughter`: done for somebody at home."""
    return any(
        one.phrase in others
        and one.phrase.startswith("my ")
        and words[one.after - 1] not in AT_WORK
        and (words[one.first - 1 : one.first] in FOR_KIN or words[one.after : one.after + 1] == S)
        for one in hits
    )


def subject_of(
    entry: Entry,
    words: tuple[str, ...],
    hits: Sequence[Hit],
    cautions: Mapping[str, frozenset[str]],
    event: str,
) -> tuple[int, bool]:
    """Behind the words that name somebody else at the front, 0 where none are; whether by name.

    `a colleague`, `my cousin June`, `Wei Ling` whom the entry names, or one word that begins no
    phrase of ours, as in `ben wrote a card`.
    """
    others, deeds = cautions["others"], cautions["deeds"]
    ends = [one.after for one in hits if one.first == 0 and one.phrase in others]
    names = [words_of(name_of(one)) for one in entry.people]
    named = [len(one) for one in names if one and words[: len(one)] == one]
    if ends or named:
        end = _behind_others(words, max(ends + named), names)
        # "my cousin June read it"
        beside = words[end : end + 2]
        is_after = len(beside) > 1 and beside[0] not in (*deeds, COMMA) and beside[1] in deeds
        return end + is_after, bool(named)
    if not words or words[0] in cautions["starters"]:
        return 0, False
    if words[1:2] == S and entry.text[:1].isupper():
        return 1, True
    if {one.phrase for one in hits if one.first == 0} - others:
        return 0, False
    first = words[0]
    may_be = first.isalpha() and not first.endswith("ly") and words[1:2] not in OF_A_THING
    return int(entry.text[:1].isupper() or (may_be and event == NO_EVENT)), False


def _behind_others(words: tuple[str, ...], end: int, names: list[tuple[str, ...]]) -> int:
    """Behind everybody who is named after the first: `Lena and Tom had lunch`."""
    for one in names:
        if words[end : end + 1] == AND and one and words[end + 1 : end + 1 + len(one)] == one:
            return end + 1 + len(one)
    return end
