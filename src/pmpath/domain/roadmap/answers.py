"""What a typed answer to a question of the reality check means, question by question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pmpath.domain.errors import UsageError
from pmpath.domain.people import person_from
from pmpath.domain.record import changed
from pmpath.domain.roadmap.answer_words import (
    ARTICLE,
    BRACKETS,
    DATE_EXAMPLES,
    ENGINEER_WORDS,
    LIKING,
    LOVES,
    NEVER,
    NEVER_WORDS,
    NONE,
    NONE_WORDS,
    OF_FIVE,
    PRIVATE,
    SAME_AS,
    SENIOR_WORDS,
    STEP_WORDS,
    UNKNOWN,
    UNSURE,
)
from pmpath.domain.roadmap.hours import read_week
from pmpath.domain.roadmap.leaders import SINCE, leader_from
from pmpath.domain.roadmap.roadmap import ANSWER_KEYS, SHORTEST_FULL_WEEKS, SIDES, is_day
from pmpath.domain.when.calendar import FUTURE, PAST
from pmpath.domain.when.day_form import in_two_ways
from pmpath.domain.when.day_option import past_day, read_day
from pmpath.domain.when.rough_days import Meant, day_meant

Answer = dict[str, object]
Reader = Callable[[str, date], Answer]


def _role(text: str, today: date) -> Answer:
    has_digits = any(letter.isdigit() for letter in text)
    if has_digits and _is_day(text, today):
        raise UsageError(
            f'"{text}" is not a role.', hint="Write product manager; the date is asked next."
        )
    text = ARTICLE.sub("", text)
    for sign in (";", ",", " in ", " at ", " for "):
        role, found, rest = text.partition(sign)
        if found and role.strip():
            return {"target.role": role.strip(), "target.company": rest.strip()}
    return {"target.role": text}


def _is_day(text: str, today: date) -> bool:
    try:
        return day_meant(text, today, FUTURE) is not None
    except UsageError:
        return True


def target_meant(text: str, today: date) -> Meant:
    """The day of a target date as typed; one of a month or year is its first that leaves time.

    Raises UsageError for what is not a day, and for a day up to today.
    """
    meant = day_meant(text, today, FUTURE, at_end=True)
    if meant is None:
        raise UsageError(f'"{text}" was not understood as a day.', hint=DATE_EXAMPLES)
    soonest = today + timedelta(weeks=SHORTEST_FULL_WEEKS)
    day = meant.first if meant.first == meant.last or meant.first >= soonest else meant.last
    if day <= today or not is_day(day):
        raise UsageError(f'"{text}" is not in the future.', hint=DATE_EXAMPLES)
    return changed(meant, first=day, last=day)


def _date(text: str, today: date) -> Answer:
    meant = target_meant(text, today)
    if meant.other is not None:
        raise in_two_ways(text, meant.first, meant.other)
    return {"target.date": meant.first}


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
    words = {word.strip(".") for word in what.replace(",", " ").replace("/", " ").split()}
    answer: Answer = {"target.profile": "ic"}
    if what == "step" or words & STEP_WORDS:
        answer = {"target.profile": "step", "springboard.state": "in"}
        answer |= {"springboard.role": text[: len(what)].strip()} if what != "step" else {}
    elif words & SENIOR_WORDS:
        answer = {"target.profile": "senior"}
    elif not words & ENGINEER_WORDS:
        raise UsageError(
            f'"{text}" was not understood as a job.',
            hint="Write engineer, senior, lead, director, or sales engineer since 2026-03-01",
        )
    if since:
        answer["springboard.since"] = past_day(since, today)
    return answer


def _customer(text: str, today: date) -> Answer:
    """A day, a month or never, and how much it was liked, in any order."""
    said, liked = OF_FIVE.subn(r"\1", BRACKETS.sub(" ", text.lower()))
    words = [word for word in said.split() if word not in LIKING]
    love, when = _love(words, today, is_said=bool(liked))
    answer: Answer = {}
    if when:
        last = " ".join(when)
        is_never = last in NEVER_WORDS or when[0] == NEVER
        answer["answers.customer_last"] = NEVER if is_never else past_day(last, today, at_end=True)
    if love:
        answer["answers.customer_love"] = int(love)
    if not answer:
        raise UsageError(
            f'"{text}" was not understood as a day.', hint="Write mar 2026, last year, or never."
        )
    return answer


def _love(words: list[str], today: date, *, is_said: bool) -> tuple[str, list[str]]:
    """The liking, 1 to 5, and the words without it: of `4 mar 4` the last is the liking."""
    if words and words[-1] in LOVES:
        return words[-1], words[:-1]
    if day_meant(" ".join(words), today, PAST) is not None and not is_said:
        return "", words
    loves = [at for at, word in enumerate(words) if word in LOVES]
    if loves:
        return words[loves[-1]], words[: loves[-1]] + words[loves[-1] + 1 :]
    return "", words


def is_nobody(text: str) -> bool:
    """Whether the words say that there is nobody, or nothing."""
    return text.strip().lower().rstrip(".") in NONE_WORDS


def _names(key: str) -> Reader:
    def read(text: str, _: date) -> Answer:
        if is_nobody(text):
            return {key: []}
        return {key: [_person(part) for part in parts_of(text)]}

    return read


def _leaders(text: str, today: date) -> Answer:
    """Names as of contacts; `since oct` behind one keeps the day since which they know."""
    if is_nobody(text):
        return {"answers.leaders": []}
    return {"answers.leaders": [_leader(part, today) for part in parts_of(text)]}


def _leader(part: str, today: date) -> str:
    label, since, day = leader_from(part, today).partition(SINCE)
    return _person(label) + since + day


def _person(part: str) -> str:
    return person_from("@" + part.removeprefix("@").replace(" (", "("))


def parts_of(text: str) -> list[str]:
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
        said = text.lower().strip().strip(".!").strip()
        found = _choice_meant(said, allowed)
        if not found:
            # `yes, she knows`; of `yes no` nobody can tell which is meant.
            words = said.replace(",", " ").split()
            meant = [_choice_meant(word, allowed) for word in words]
            found = meant[0] if len(set(filter(None, meant))) == 1 else ""
        if found:
            return {key: found}
        raise _no_choice(text, f"Write {', '.join(allowed)}.")

    return read


def _choice_meant(said: str, allowed: tuple[str, ...]) -> str:
    """The one of the choices that is meant; "" for none, or for several."""
    same = SAME_AS.get(said, said)
    near = [one for one in (said, same, UNSURE if same == UNKNOWN else "") if one in allowed]
    near = near[:1] or [one for one in allowed if said and one.startswith(said)]
    return near[0] if len(near) == 1 else ""


def _choices(key: str, *allowed: str) -> Reader:
    def read(text: str, _: date) -> Answer:
        words = [word.strip(".") for word in text.lower().replace(",", " ").split()]
        found = [word for word in words if word in allowed]
        if not found:
            raise _no_choice(text, f"One or more: {', '.join(allowed)}")
        return {key: list(dict.fromkeys(found))}

    return read


def _no_choice(text: str, hint: str) -> UsageError:
    return UsageError(f'"{text}" is not one of the choices.', hint=hint)


def _text(key: str) -> Reader:
    return lambda text, _: {key: NONE if is_nobody(text) else text}


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
            f'"{text}" was not understood.', hint="Write 15 percent, 8 months; or 0; or private"
        )
    answer: Answer = {"answers.pay_cut_percent": numbers[0]}
    return answer | ({"answers.savings_months": numbers[1]} if len(numbers) == 2 else {})


def _counts(text: str, _: date) -> Answer:
    numbers = _whole_numbers(text)
    if len(numbers) != 2 or max(numbers) > ANSWER_KEYS["engineers"].most:
        raise UsageError(f'"{text}" was not understood.', hint="Write 150 engineers, 5 PMs")
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
