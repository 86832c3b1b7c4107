"""How a line tells that somebody answered: `Priya answered: yes`, `heard back from Ben`."""

from __future__ import annotations

from pmpath.domain.people import name_of
from pmpath.domain.when.calendar import SHORT_WEEKDAYS, WEEKDAYS
from pmpath.domain.words.people.offered_time import CONTRACTED, is_time_offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ANSWERED = "answered"
# What somebody does who was asked.
VERBS = frozenset([
    "accepted", "agreed", "answered", "answers", "confirmed", "declined", "refused", "replied",
    "replies", "responded", "responds",
])  # fmt: skip
SAYING = frozenset(["said", "says"])
YES_OR_NO = frozenset([
    "yes", "no", "ok", "okay", "sure", "fine", "maybe", "nope", "yep", "agreed", "gladly",
])  # fmt: skip
# Whoever names a day, or is free on one, has answered: `Maya can do Thursday`.
CAN = frozenset(["can", "could"])
DOES = frozenset(["do", "make", "meet"])
OFFERS = frozenset(["suggested", "suggests", "proposed", "proposes"])
FREE = frozenset(["free", "available"])
A_DAY = frozenset([*WEEKDAYS, *SHORT_WEEKDAYS, "tomorrow", "tonight", "today"])
COMING = frozenset([
    "got", "gets", "wrote", "writes", "came", "comes", "called", "calls", "rang", "phoned",
    "texted", "mailed", "emailed", "messaged", "pinged",
])  # fmt: skip
AN_ANSWER = frozenset(["answer", "reply", "response", "word", "yes", "no", "ok", "heard"])
BETWEEN = frozenset(["has", "have", "just", "finally", "already", "also", "then", "now", "kindly"])
# Before an answer these say that it has yet to come.
NOT_YET = frozenset([
    "waiting", "wait", "awaiting", "await", "hoping", "hope", "expect", "expecting", "need", "want",
    "without", "chasing", "chased", "if", "until", "still", "nothing", "open", "todo", "pending",
    "missing", "never", "not",
])  # fmt: skip
PRONOUNS = frozenset(["she", "he", "they"])
SIGNS = ".,;!?()"


def begins_with_answer(text: str, person: str) -> bool:
    """Whether a line begins with somebody's name, a title before it or not, and what they said.

    `Lena answered: no time`, `Frau Keller said the deck is fine`; a first name is enough.
    """
    words = text.casefold().replace(":", " ").split()
    said = [word.lstrip("@") for word in words if word[0] != "("]
    name = name_of(person).casefold().split()
    return any(
        said[first : first + len(own)] == own
        and not (VERBS | SAYING).isdisjoint(said[first + len(own) :][:1])
        for own in (name, name[:1])
        for first in (0, 1)
    )


def tells_answer(text: str, person: str) -> bool:
    """Whether a line tells that this person answered, wherever the name stands.

    What somebody says is an answer only where it is a yes or a no.
    """
    words = [word.lstrip("@").strip(SIGNS) for word in text.casefold().split() if word[0] != "("]
    name = name_of(person).casefold().split()
    for own in (name, name[:1]):
        for at in range(len(words) - len(own) + 1):
            last = words[at + len(own) - 1]
            bare = (
                last.split(":")[0]
                .removesuffix("'s")
                .removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
            )
            if [*words[at : at + len(own) - 1], bare] != own:
                continue
            behind = words[at + len(own) :]
            if (
                _is_answer_behind(last, bare, behind)
                or _is_answer_before(words[:at])
                or any(
                    (low in PRONOUNS and is_answer_of(behind[n + 1 :]))
                    or (low in CONTRACTED and is_time_offered(behind[n:]))
                    for n, low in enumerate(behind)
                )
            ):
                return NOT_YET.isdisjoint(one.rstrip(":") for one in words[:at])
    return False


def is_answer_of(behind: Sequence[str]) -> bool:
    """Whether the words behind `she` tell of her answer: `said yes`, `has agreed`."""
    if is_time_offered(behind):
        return True
    at = next((at for at, low in enumerate(behind) if low not in BETWEEN), len(behind))
    first, second = (*behind[at : at + 2], "", "")[:2]
    return first in VERBS or (first in SAYING and second in YES_OR_NO)


def _is_answer_behind(last: str, name: str, behind: list[str]) -> bool:
    if last == name and is_time_offered(behind):
        return True
    while behind and behind[0] in BETWEEN:
        behind = behind[1:]
    first, second = (one.rstrip(":") for one in (*behind, "", "")[:2])
    if last.endswith(":"):
        return first in YES_OR_NO
    if last != name and ":" not in last:
        return first in ("answer", "reply", "response")
    is_said = first in SAYING and second in YES_OR_NO
    if first in VERBS or is_said or (first in COMING and second == "back"):
        return True
    return offers_a_day(behind)


def offers_a_day(words: Sequence[str]) -> bool:
    """`Maya can do thursday 3pm`, `Maya is free on friday`, `Maya suggested monday`.

    The words are those behind the name.
    """
    verb, behind = next(iter(words), ""), words[1:]
    can = (verb in CAN and behind[0:1] and behind[0] in DOES) or (
        verb in ("is", "was") and behind[0:1] and behind[0] in FREE
    )
    rest = behind[1:] if can else behind if verb in OFFERS else []
    return any(word in A_DAY for word in rest[:3])


def _is_answer_before(before: list[str]) -> bool:
    """`heard back from`, `an answer from`; `no answer from` is none."""
    if before[-1:] != ["from"]:
        return False
    kind = before[-2:-1]
    if kind == ["back"]:
        return before[-3:-2] == ["heard"]
    denied = before[-3:-2] in (["no"], ["any"])
    return not AN_ANSWER.isdisjoint(kind) and not denied


def is_answer_heard(event: str, text: str, people: Iterable[str]) -> bool:
    """Whether somebody answered the user; in other entries of this event the user did."""
    return event == ANSWERED and any(tells_answer(text, one) for one in people)
