"""The questions of the reality check: which are open, and how a known answer reads.

An answer is a set of roadmap keys with their values, by dotted key ("answers.customer_love"). The
words of the questions are content (`data/questions.toml`); how each is read is in `answers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.answers import Answer, reader_of
from pmpath.domain.roadmap.hours import week_text
from pmpath.domain.roadmap.roadmap import ANSWER_KEYS
from pmpath.domain.when.calendar import SHORT_MONTHS, SHORT_WEEKDAYS

PROFILES_TOLD = {
    "ic": "engineer", "senior": "senior engineer or lead", "step": "stepping-stone role",
}  # fmt: skip
NOBODY = "nobody"
# How the values of a stepping-stone role read that have no answer key of their own.
STEP_ROLE_TEXTS = {"limit_months": "at most {} months", "since": "since {}"}


class Question(Frozen):
    """One question; `keys` are the roadmap keys that its answer may fill.

    `first`: one of the seven that `init` begins with; the others may come later, one a day.
    """

    id: str
    keys: tuple[str, ...]
    text: str
    help: str
    effect: str
    first: bool
    choices: tuple[str, ...] = ()


def questions_from(table: Mapping[str, list[Mapping[str, object]]]) -> tuple[Question, ...]:
    """The questions of a parsed `questions.toml`, in its order."""
    return tuple(
        Question(
            str(one["id"]), _texts(one["keys"]), str(one["text"]), str(one["help"]),
            str(one["effect"]), one["first"] is True, _texts(one.get("choices", ())),
        )
        for one in table["question"]
    )  # fmt: skip


def _texts(values: object) -> tuple[str, ...]:
    return tuple(map(str, values)) if isinstance(values, list | tuple) else ()


def read_answer(question: Question, text: str, today: date) -> Answer:
    """What a typed answer means on `today`; raises UsageError with an example."""
    return reader_of(question.id, question.keys)(text.strip(), today)


def is_open(question: Question, answers: Mapping[str, object]) -> bool:
    """Whether nothing that the question asks is known; `answers` are known values by dotted key."""
    return not any(key in answers for key in question.keys)


def answer_text(question: Question, answers: Mapping[str, object]) -> str:
    """The known answer in words: `Wed 1 Sep 2027`, `Lena (PM), Tomas (sales)`; "" without one."""
    found = {key: answers[key] for key in question.keys if key in answers}
    if "minutes" in found:
        minutes = found["minutes"]
        return week_text(minutes) if isinstance(minutes, dict) else ""
    return ", ".join(_value_text(key, value) for key, value in found.items())


def day_text(day: date) -> str:
    """A day as it is read back beside a question: `Wed 1 Sep 2027`."""
    text = f"{SHORT_WEEKDAYS[day.weekday()]} {day.day} {SHORT_MONTHS[day.month - 1]}"
    return f"{text.title()} {day.year}"


def _value_text(key: str, value: object) -> str:
    """The value of one roadmap key as it stands in the answer."""
    name = key.rpartition(".")[2]
    if isinstance(value, bool):
        return "pay floor set" if value else "no pay floor"
    if key == "target.profile":
        return PROFILES_TOLD.get(str(value), str(value))
    text = (", ".join(map(str, value)) or NOBODY) if isinstance(value, list) else str(value)
    if isinstance(value, date):
        text = day_text(value)
    template = ANSWER_KEYS[name].told if name in ANSWER_KEYS else STEP_ROLE_TEXTS.get(name, "{}")
    return template.format(text)
