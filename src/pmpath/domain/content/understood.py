"""What was typed at a question: an answer, one to agree to first, or that there is none yet."""

from __future__ import annotations

import re
from datetime import date

from pmpath.domain.content.questions import Question, answer_text, day_text, read_answer
from pmpath.domain.errors import UsageError
from pmpath.domain.people import function_of, label, name_of
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.answer_words import UNKNOWN, UNSURE
from pmpath.domain.roadmap.answers import Answer, is_nobody, parts_of, target_meant
from pmpath.domain.roadmap.week_words import minutes_by_day
from pmpath.domain.when.calendar import MONTHS
from pmpath.domain.when.spelling import listed
from pmpath.domain.words.line import Line
from pmpath.domain.words.people.functions import FunctionReader
from pmpath.domain.words.reading import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from pmpath.domain.vocabulary import Vocabulary

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
LINKS = ("from", "in", "our", "my", "the", "a", "an", "at", "of", "-", "who", "is")
AND = re.compile(r"\s+(?:and|und|&|\+)\s+|(?<=\w)/(?=\w)")
DASH = re.compile(r"\s+[\u2013\u2014]\s+")
BEHIND_A_BRACKET = re.compile(r"\)\s+(?=[^\W\d_])(?!and\b|since\b|und\b)")
ARTICLES = re.compile(r"^(?:our|my|the|an?)\s+", re.IGNORECASE)
# What stands before a name and is none: `I know Anna`, `just Ben`, `my colleague Lena`.
FILLERS = listed(
    "i know have there is there's just only mostly maybe also my our a an the old former colleague"
    " friend buddy neighbor"
)
IN_BRACKETS = re.compile(r"\([^()]*\)")
# In front of people who have no name yet: `two PMs`, `my manager`.
COUNTED = re.compile(r"^(?:an?|the|my|our|some|a few|several|many|two|three|four|five|\d+)\s+")
PEOPLE_EXAMPLE = "Write their names, as in Anna (PM), Ben (sales); or none if there is nobody."
SOME = ("", "few", "a few", "some", "many", "several", "lots", "people", "colleagues")
BOTH = ("both ", "all ")
# `yes: the talk comes first. no: it comes later.`
BEFORE_A_CASE = re.compile(r"(?<=\.)\s+(?=[\w ]+:)")
FUNCTIONS_OF = re.compile(r",|;|/|&|\band\b|\bund\b")


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
        return Understood(answer, _functions_wanted(answer["answers.contacts"]))
    return Understood(answer)


def usual_day(today: date) -> Understood:
    """The date that is offered to whoever has none yet: in a year."""
    meant = target_meant("in a year", today)
    told = f"In a year, as many people choose: {day_text(meant.first)}. Press Enter to "
    told += "accept, or write another day."
    return Understood({"target.date": meant.first}, told, day_text(meant.first))


def completed(given: Answer, text: str, known: Vocabulary) -> str:
    """The people of an answer with the functions that were typed for them: `pm, sales`.

    "" where the text is not one function for each of them.
    """
    names = given.get("answers.contacts")
    said = [one.strip() for one in FUNCTIONS_OF.split(text.lower()) if one.strip()]
    open_ones = [one for one in _texts(names) if not function_of(one)]
    found = [_function(one, known) for one in said]
    if len(said) == 1:
        found = found * len(open_ones) if said[0].startswith(BOTH) else found
    if len(found) != len(open_ones) or not all(found):
        return ""
    functions = iter(found)
    return ", ".join(
        one if function_of(one) else label(one, next(functions)) for one in _texts(names)
    )


def people_in(text: str, today: date, known: Vocabulary) -> str:
    """The people of an answer as it is kept: `our PM anna and Ben from sales` is two labels."""
    if is_nobody(text):
        return text
    found: list[str] = []
    for part in _people_parts(text):
        function = _function(part, known)
        if function and found and not function_of(found[-1]):
            # `Anna, head of sales`; of `both PMs` the word for one of them.
            said = ARTICLES.sub("", part.strip())
            is_both = said.lower().startswith(BOTH)
            found[-1] = label(found[-1], f"both {function}" if is_both else said)
        else:
            found.append(_person(part, today, known))
    return ", ".join(_given_both(found))


def _given_both(found: list[str]) -> list[str]:
    """`Anna, Ben (both pm)`: the function goes to each without one."""
    function = function_of(found[-1]) if found else ""
    if not function.startswith(BOTH):
        return found
    said = function.partition(" ")[2]
    return [
        label(name_of(one), said) if one is found[-1] or not function_of(one) else one
        for one in found
    ]


def _people_parts(text: str) -> list[str]:
    """The pieces between commas and `and`; what stands in brackets is one."""
    text = BEHIND_A_BRACKET.sub("), ", DASH.sub(" - ", text))
    pieces = [one for part in parts_of(text) for one in _split_outside(part)]
    return [one.strip() for one in pieces if one.strip()]


def _split_outside(part: str) -> list[str]:
    """What stands around an `and`, unless that is inside brackets."""
    masked = IN_BRACKETS.sub(lambda match: "\0" * len(match[0]), part)
    found, start = [], 0
    for match in AND.finditer(masked):
        found.append(part[start : match.start()])
        start = match.end()
    return [*found, part[start:]]


def _person(part: str, today: date, known: Vocabulary) -> str:
    """One person as a label; as typed where a sentence would not name them."""
    counted = COUNTED.sub("", part.lower())
    is_counted = counted != part.lower() and (_function(counted, known) or counted in SOME)
    part = _without_fillers(part)
    is_named = any(map(str.isalpha, part)) and part.lower() not in SOME
    if is_counted or not is_named or _function(part, known):
        raise UsageError(f'"{part}" has no name in it.', hint=PEOPLE_EXAMPLE)
    if part[:1] == "@" or "(" in part or ":" in part:
        return part
    name, since, day = part.partition(" since ")
    for said in (name, _capitalized(name, known)):
        try:
            people = read(f"met {said}", today, known).people
        except UsageError:
            continue
        if len(people) == 1 and function_of(people[0]):
            return people[0] + since + day
    return part


def _without_fillers(part: str) -> str:
    """The words from the name on: `I know Anna`, `just Ben`, `my colleague Lena`."""
    words = part.split()
    while len(words) > 1 and words[0].casefold() in FILLERS:
        words = words[1:]
    return " ".join(words)


def _capitalized(name: str, known: Vocabulary) -> str:
    """A name in small letters with a capital, where no word of it is a function."""
    return " ".join(
        word if _function(word, known) or word in LINKS else word.capitalize()
        for word in name.split()
    )


def _function(text: str, known: Vocabulary) -> str:
    """What a text that is a function and nothing else says; "" for any other."""
    plain = ARTICLES.sub("", text.strip()).lower()
    words = tuple(plain.removeprefix("both ").removeprefix("all ").split())
    if not words:
        return ""
    line = Line(words, lambda word: word)
    said, length = FunctionReader(line, known.lexicon, is_search=False).starting(0)
    return said if said and length == len(words) else ""


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


def _functions_wanted(names: object) -> str:
    """What is asked about people whose function is not known; "" when all are."""
    people = _texts(names)
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


def _texts(names: object) -> list[str]:
    return [str(one) for one in names] if isinstance(names, list) else []


def _without_days_off(text: str) -> str:
    return " ".join(word for word in text.replace(",", " , ").split() if ".." not in word)
