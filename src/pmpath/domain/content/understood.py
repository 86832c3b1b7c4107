"""What was typed at a question: an answer, one to agree to first, or that there is none yet."""

from __future__ import annotations

import re
from datetime import date

from pmpath.domain.content.people_typed import CONTACTS, WITH_FUNCTIONS, people_in, texts_of
from pmpath.domain.content.questions import Question, answer_text, day_text, read_answer
from pmpath.domain.errors import UsageError
from pmpath.domain.people import function_of, key_of, name_of
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.answer_words import UNKNOWN, UNSURE
from pmpath.domain.roadmap.answers import Answer, target_meant
from pmpath.domain.roadmap.week_words import minutes_by_day
from pmpath.domain.when.calendar import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from pmpath.domain.language.vocabulary import Vocabulary

ROLE, DATE, WEEK, PEOPLE = "role", "date", "minutes", ("contacts", "leaders")
NO_ROLE = ("no", "none", "any", "anything", "nothing", "open", "whatever")
# Whoever says so has no answer yet; the question stays open.
NO_ANSWER = frozenset([
    "idk", "i don't know", "i dont know", "don't know", "dont know", "don't know yet",
    "dont know yet", "no idea", "no clue", "dunno", "not sure", "not sure yet", "unsure", "later",
    "maybe later", "ask me later", "not yet", "skip", "pass", "next", "tbd", "undecided",
    "not decided", "not decided yet", "no answer", "n/a", "na", "unknown", "-", "--", "...",
])  # fmt: skip
# Of these a choice may have a word of its own.
UNSURE_WORDS = NO_ANSWER - {
    "later", "maybe later", "ask me later", "not yet", "skip", "pass", "next", "-", "--", "...",
}  # fmt: skip
# `yes: the talk comes first. no: it comes later.`
BEFORE_A_CASE = re.compile(r"(?<=\.)\s+(?=[\w ]+:)")


class Understood(Frozen):
    """An answer. `offer` says what it was read as, where Enter has to agree to that first.

    `told` is the answer in the words of the offer.
    """

    answer: Answer
    offer: str = ""
    told: str = ""


def has_no_answer(question: Question, text: str) -> bool:
    """Whether the words leave the question open; a choice that says the same is an answer."""
    said = " ".join(text.lower().split()).rstrip(".!")
    if question.id == ROLE and said in NO_ROLE:
        return True
    if said not in NO_ANSWER or said in question.choices:
        return False
    return not (said in UNSURE_WORDS and {UNKNOWN, UNSURE} & set(question.choices))


def effect_of(question: Question, answer: Answer) -> str:
    """What the content says of this answer; all of it where it does not tell answers apart."""
    parts = BEFORE_A_CASE.split(question.effect)
    cases = {
        part.partition(":")[0]: part.partition(":")[2].strip() for part in parts if ":" in part
    }
    values = [
        one for value in answer.values() for one in (value if isinstance(value, list) else [value])
    ]
    said = [cases[name] for name in map(str, values) for name in _cases_of(name, cases)]
    if not cases:
        return question.effect
    return " ".join(one[:1].upper() + one[1:] for one in said)


def _cases_of(value: str, cases: Collection[str]) -> list[str]:
    return [one for one in cases if value in one.replace(" or ", " ").split()]


def understand(question: Question, text: str, today: date, known: Vocabulary) -> Understood:
    """What was typed means; raises UsageError with an example.

    A rough day, the days of a week and people without a function are offered back.
    """
    if question.id == DATE:
        return _day(question, text, today)
    if question.id in PEOPLE:
        text = people_in(text, today, known)
    answer = read_answer(question, text, today)
    if (
        question.id == WEEK
        and "minutes" in answer
        and minutes_by_day(_without_days_off(text)) is None
    ):
        told = answer_text(question, answer)
        offer = f"In minutes: {told}. Press Enter to accept, or write the days."
        return Understood(answer, offer, told)
    if question.id == PEOPLE[0]:
        return Understood(answer, _functions_wanted(texts_of(answer)))
    return Understood(answer)


def usual_day(today: date) -> Understood:
    """The date that is offered to whoever has none yet: in a year."""
    meant = target_meant("in a year", today)
    told = f"In a year, as many people choose: {day_text(meant.first)}. Press Enter to "
    told += "accept, or write another day."
    return Understood({"target.date": meant.first}, told, day_text(meant.first))


def people_kept(given: Understood, instead: Understood) -> Understood:
    """The people of an answer once others were typed who say what they do.

    Who is named again has the new function, and nobody else goes; a list with a new name in it
    takes the place of the whole. Raises UsageError where somebody has no function then, or nobody
    is named: words that say nothing of people never take anybody's place.
    """
    old, new = _by_name(given), _by_name(instead)
    if not new or not all(map(function_of, new.values())):
        raise UsageError("That does not say what they do.", hint=f"{WITH_FUNCTIONS}.")
    people = list(({**old, **new} if new.keys() <= old.keys() else new).values())
    return Understood({**given.answer, CONTACTS: people}, _functions_wanted(people))


def _by_name(found: Understood) -> dict[str, str]:
    return {key_of(name_of(one)): one for one in texts_of(found.answer)}


def _day(question: Question, text: str, today: date) -> Understood:
    meant = target_meant(text, today)
    answer: Answer = {"target.date": meant.first}
    told = day_text(meant.first)
    if meant.other is not None:
        other = meant.other
        return Understood(
            answer,
            f"{text} is read as {told}. Press Enter to accept; for {day_text(other)} write "
            f"{other.day} {MONTHS[other.month - 1][:3]} {other.year}.",
            told,
        )
    if meant.is_exact:
        return Understood(answer)
    offer = f"{told}: press Enter to accept, or write another day."
    return Understood(answer, offer, told)


def _functions_wanted(people: list[str]) -> str:
    """What is asked about people whose function is not known; "" when all are."""
    lacking = [name_of(one) for one in people if not function_of(one)]
    if not lacking:
        return ""
    if len(people) == 1:
        return f"{people[0]}: PM or sales? Enter leaves it open."
    example = ", ".join(("pm", "sales")[at % 2] for at in range(len(lacking)))
    does = f"does {lacking[0]}"
    if lacking[1:]:
        does = f"do {', '.join(lacking[:-1])} and {lacking[-1]}"
    return f"What {does} do? Write {example}; Enter leaves it open."


def _without_days_off(text: str) -> str:
    return " ".join(word for word in text.replace(",", " , ").split() if ".." not in word)
