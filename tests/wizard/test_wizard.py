from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from pmpath.cli.start.wizard import Left, Listener, Wizard
from pmpath.domain.content.questions import Question
from pmpath.domain.roadmap.answers import Answer
from pmpath.storage.content import content

TODAY = date(2027, 1, 11)
KNOWN = content().vocabulary()
FIRST = tuple(one for one in content().questions() if one.first)


class Keeping(Listener):
    """Notes which answers are kept."""

    def __init__(self, kept: list[str]) -> None:
        self.kept = kept

    def keep(self, question: Question, answer: Answer) -> None:
        self.kept.append(question.id)


class Person:
    """Types the given lines, and sees what is said; `None` is the end of what can be typed."""

    def __init__(self, *lines: str | None) -> None:
        self.lines: Iterator[str | None] = iter(lines)
        self.seen: list[str] = []
        self.prefilled: list[str] = []
        self.answers: Answer = {}
        self.kept: list[str] = []

    def answer(self, questions: tuple[Question, ...] = FIRST, **known: Any) -> Answer:
        """Sit through the questions; returns all answers."""
        self.answers = dict(known)
        wizard = Wizard(questions, self.answers, TODAY, KNOWN, Keeping(self.kept))
        wizard.ask, wizard.say = self._type, self.seen.append
        wizard.run()
        return self.answers

    @property
    def shown(self) -> str:
        """All that was said, without its line breaks."""
        return " ".join(" ".join(self.seen).split())

    def _type(self, prompt: str, prefilled: str) -> str | None:
        self.prefilled.append(prefilled)
        return next(self.lines)


SEVEN = ("pm", "10 jan 2028", "4", "", "ic", "never", "Lena (PM)", "yes")


def test_seven_answers_make_a_plan() -> None:
    """One line each, and Enter for the proposed spread."""
    person = Person(*SEVEN)
    answers = person.answer()
    assert answers["target.date"] == date(2028, 1, 10)
    assert answers["answers.contacts"] == ["Lena (PM)"]
    assert person.kept == [one.id for one in FIRST]
    assert "In minutes: mon-fri 30, sat 90, sun off." in "\n".join(person.seen)


def test_enter_takes_what_a_plan_needs_and_skips_the_rest() -> None:
    """A date in a year, which is offered first, four hours, an engineer; the rest stays open."""
    person = Person("", "", "", "", "", "", "", "", "")
    answers = person.answer()
    assert set(answers) == {"target.date", "minutes", "target.profile"}
    assert answers["target.date"] == date(2028, 1, 11)
    assert answers["target.profile"] == "ic"
    assert sum(answers["minutes"].values()) == 240  # type: ignore[attr-defined]
    assert "In a year, as many people choose: Tue 11 Jan 2028." in person.shown


def test_a_refused_answer_leaves_an_empty_line(capsys: pytest.CaptureFixture[str]) -> None:
    """With the hint what would be understood; nothing has to be deleted first."""
    person = Person("pm", "soon", "10 jan 2028", *SEVEN[2:])
    person.answer()
    assert set(person.prefilled) == {""}
    said = capsys.readouterr().err
    assert '"soon" was not understood as a day.' in said
    assert "Write 1 sep 2028, june 2028, or in a year." in said


def test_back_shows_the_earlier_answer_and_enter_keeps_it() -> None:
    """From the third question back to the first, and on again."""
    person = Person("pm", "10 jan 2028", "back", "<", "", "6 mar 2028", *SEVEN[2:])
    answers = person.answer()
    assert answers["target.role"] == "pm"
    assert answers["target.date"] == date(2028, 3, 6)
    assert any("So far: Mon 10 Jan 2028. Enter keeps it." in one for one in person.seen)


def test_a_new_answer_takes_the_place_of_the_whole_old_one() -> None:
    """`never 3` and then `2026-03-10` leaves no liking behind."""
    question = tuple(one for one in FIRST if one.id == "customer")
    person = Person("2026-03-10")
    known: dict[str, Any] = {"answers.customer_last": "never", "answers.customer_love": 3}
    assert person.answer(question, **known) == {"answers.customer_last": date(2026, 3, 10)}


def test_a_question_mark_says_what_an_answer_changes() -> None:
    """And asks again."""
    person = Person("pm", "?", *SEVEN[1:])
    person.answer()
    assert "With fewer than 12 weeks, the plan has the job search alone." in person.shown


def test_the_spread_can_be_written_anew() -> None:
    """Hours first, then days of one's own."""
    person = Person("pm", "10 jan 2028", "4", "tue=60 sat=180", *SEVEN[4:])
    minutes = person.answer()["minutes"]
    assert minutes == {
        "mon": 0, "tue": 60, "wed": 0, "thu": 0, "fri": 0, "sat": 180, "sun": 0
    }  # fmt: skip


def test_the_end_of_what_can_be_typed_leaves_at_once() -> None:
    """What was answered by then is there."""
    person = Person("pm", "10 jan 2028", None)
    with pytest.raises(Left):
        person.answer()
    assert person.kept == ["role", "date"]
