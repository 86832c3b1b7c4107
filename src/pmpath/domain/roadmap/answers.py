"""What a typed answer to a question of the reality check means, question by question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.people import person_from
from pmpath.domain.roadmap.hours import read_week
from pmpath.domain.roadmap.leaders import SINCE, leader_from
from pmpath.domain.roadmap.roadmap import ANSWER_KEYS, SIDES, is_day
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import day_in, past_day, read_day

Answer = dict[str, object]
Reader = Callable[[str, date], Answer]
NEVER, NONE, PRIVATE = "never", "none", "private"
# What may be typed for a word of a choice.
LONG_FORMS = {"y": "yes", "n": "no", "u": "unknown", "unsure": "unknown", "don't know": "unknown"}
LOVES = ("1", "2", "3", "4", "5")
STEP_WORDS = ("sales", "applications", "application", "solutions", "solution", "presales", "field")
SENIOR_WORDS = ("senior", "lead", "staff", "principal", "director", "head", "manager", "architect")


def _role(text: str, today: date) -> Answer:
    has_digits = any(letter.isdigit() for letter in text)
    if has_digits and day_in(tuple(text.lower().split()), today, facing=FUTURE):
        raise UsageError(
            f'"{text}" is not a role.', hint="Write product manager; the date is asked next."
        )
    for sign in (";", ",", " in ", " at ", " for "):
        role, found, rest = text.partition(sign)
        if found and role.strip():
            return {"target.role": role.strip(), "target.company": rest.strip()}
    return {"target.role": text}


def _date(text: str, today: date) -> Answer:
    example = "Write the day you will start: 1 sep 2028, or in 12 months"
    day = day_in(tuple(text.lower().split()), today, facing=FUTURE)
    if day is None:
        raise UsageError(f"{text!r} is not a day.", hint=example)
    if day <= today or not is_day(day):
        raise UsageError(f"{day} is not in the future.", hint=example)
    return {"target.date": day}


def _minutes(text: str, today: date) -> Answer:
    """Hours or weekdays, and vacations with `..` among them, in any order."""
    words = text.replace(",", " ").split()
    off = [_vacation(word, today) for word in words if ".." in word]
    rest = " ".join(word for word in words if ".." not in word)
    answer: Answer = {"minutes": read_week(rest)} if rest else {}
    return {**answer, "vacation": off} if off else answer


def _vacation(word: str, today: date) -> dict[str, date]:
    first, _, last = word.partition("..")
    span = {
        "from": read_day(first, today, facing=FUTURE),
        "to": read_day(last, today, facing=FUTURE),
    }
    if span["to"] < span["from"]:
        raise UsageError(f"{span['to']} is before {span['from']}.", hint="2027-07-05..2027-07-18")
    return span


def _profile(text: str, today: date) -> Answer:
    what, _, since = text.lower().partition(" since ")
    words = what.replace(",", " ").split()
    answer: Answer = {"target.profile": "ic"}
    if what == "step" or any(word in STEP_WORDS for word in words):
        answer = {"target.profile": "step", "springboard.state": "in"}
        answer |= {"springboard.role": text[: len(what)].strip()} if what != "step" else {}
    elif any(word in SENIOR_WORDS for word in words):
        answer = {"target.profile": "senior"}
    elif not {"ic", "engineer", "developer", "programmer"} & set(words):
        raise UsageError(
            f"{text!r} is none of them.",
            hint="Write engineer, senior, lead, director, or sales engineer since 2026-03-01",
        )
    if since:
        answer["springboard.since"] = past_day(since, today)
    return answer


def _customer(text: str, today: date) -> Answer:
    """A day, a month or never, and how much it was liked, in any order."""
    words = text.lower().replace(",", " ").split()
    loves = [word for word in words if word in LOVES]
    # Of "4 mar 4" the last one is the liking.
    love = loves[-1] if loves and (len(words) == 1 or words[-1] in LOVES or len(loves) == 1) else ""
    when = list(words)
    if love:
        del when[len(when) - 1 - when[::-1].index(love)]
    answer: Answer = {}
    if when:
        last = " ".join(when)
        answer["answers.customer_last"] = last if last == NEVER else past_day(last, today)
    if love:
        answer["answers.customer_love"] = int(love)
    return answer


def _names(key: str) -> Reader:
    def read(text: str, _: date) -> Answer:
        if text.lower() == NONE:
            return {key: []}
        return {key: [_person(part) for part in _parts(text)]}

    return read


def _leaders(text: str, today: date) -> Answer:
    """Names as of contacts; `since oct` behind one keeps the day since which they know."""
    if text.lower() == NONE:
        return {"answers.leaders": []}
    return {"answers.leaders": [_leader(part, today) for part in _parts(text)]}


def _leader(part: str, today: date) -> str:
    label, since, day = leader_from(part, today).partition(SINCE)
    return _person(label) + since + day


def _person(part: str) -> str:
    return person_from("@" + part.removeprefix("@").replace(" (", "("))


def _parts(text: str) -> list[str]:
    """The text between commas that stand outside brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if char in ",;" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


def _choice(key: str, *allowed: str) -> Reader:
    def read(text: str, _: date) -> Answer:
        said = text.lower()
        matching = [one for one in (*allowed, *_aliases(allowed)) if one == said]
        near = matching or [one for one in allowed if said and one.startswith(said)]
        if len(near) != 1:
            raise UsageError(f"{text!r} is none of them.", hint=f"Write {', '.join(allowed)}.")
        return {key: LONG_FORMS.get(near[0], near[0]) if near[0] not in allowed else near[0]}

    return read


def _aliases(allowed: tuple[str, ...]) -> list[str]:
    return [short for short, long in LONG_FORMS.items() if long in allowed and short not in allowed]


def _choices(key: str, *allowed: str) -> Reader:
    def read(text: str, _: date) -> Answer:
        words = text.lower().replace(",", " ").split()
        unknown = [word for word in words if word not in allowed]
        if unknown or not words:
            raise UsageError(
                f"{text!r} is none of them.", hint=f"One or more: {', '.join(allowed)}"
            )
        return {key: list(dict.fromkeys(words))}

    return read


def _text(key: str) -> Reader:
    return lambda text, _: {key: text}


def _whole_numbers(text: str) -> list[int]:
    cleaned = "".join(char if char.isdecimal() else " " for char in text)
    return [int(word) for word in cleaned.split() if len(word) <= 8]


def _pay(text: str, _: date) -> Answer:
    """`15 percent, 8 months`, `0`, or `private`, which keeps only that a floor is set."""
    if text.lower() == PRIVATE:
        return {"answers.pay_floor_set": True}
    numbers = _whole_numbers(text)
    cut, savings = ANSWER_KEYS["pay_cut_percent"], ANSWER_KEYS["savings_months"]
    if not 1 <= len(numbers) <= 2 or numbers[0] > cut.most or numbers[-1] > savings.most:
        raise UsageError(
            f"{text!r} is unclear.", hint="Write 15 percent, 8 months; or 0; or private"
        )
    answer: Answer = {"answers.pay_cut_percent": numbers[0]}
    return answer | ({"answers.savings_months": numbers[1]} if len(numbers) == 2 else {})


def _counts(text: str, _: date) -> Answer:
    numbers = _whole_numbers(text)
    if len(numbers) != 2 or max(numbers) > ANSWER_KEYS["engineers"].most:
        raise UsageError(f"{text!r} is unclear.", hint="Write 150 engineers, 5 PMs")
    return {"answers.engineers": numbers[0], "answers.product_managers": numbers[1]}


# Questions whose answer fills several keys, or a key outside `[answers]`; all others follow from
# the kind of their one key.
READERS: dict[str, Reader] = {
    "role": _role,
    "date": _date,
    "minutes": _minutes,
    "profile": _profile,
    "customer": _customer,
    "pay": _pay,
    "side": _choice("target.side", *SIDES),
    "counts": _counts,
    "step-role": _choice("springboard.state", "take", "skip", "in"),
    "leaders": _leaders,
}


def reader_of(question: str, keys: tuple[str, ...]) -> Reader:
    """What reads the answer to a question that fills these keys."""
    if question in READERS:
        return READERS[question]
    (key,) = keys
    answer = ANSWER_KEYS[key.removeprefix("answers.")]
    if answer.kind == "names":
        return _names(key)
    if answer.kind == "text":
        return _text(key)
    return (_choices if answer.kind == "words" else _choice)(key, *answer.choices)
