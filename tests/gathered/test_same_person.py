"""Whether two names are one person is asked on a terminal, once, and kept."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from pmpath.coach.gathered.variants import variant_to_ask
from pmpath.domain.kinds import NO, UNANSWERED, YES, Decline
from pmpath.domain.log.journal import Journal, fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from tests import build
from tests.commands.conftest import Terminal
from tests.gathered.test_names import same

Answers = Callable[..., list[str]]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Sits at the terminal: gives these answers, and keeps every question."""

    def give(*typed: str) -> list[str]:
        asked: list[str] = []
        left = list(typed)

        def line(prompt: str, *_: Any, **__: Any) -> str | None:
            asked.append(prompt)
            return left.pop(0) if left else None

        for stream in (sys.stdin, sys.stdout):
            monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
        monkeypatch.setattr("pmpath.cli.start.same_person.typed_line", line)
        monkeypatch.setattr("pmpath.cli.start.wizard.typed_line", line)
        return asked

    return give


def journal(terminal: Terminal) -> Journal:
    """The log as it folds now."""
    return fold(LogReader(Folder(str(terminal.home))).records())


def log_both(terminal: Terminal) -> None:
    """Two names that differ in a letter."""
    terminal.type("log", "coffee with @tomas:pm", today="2027-01-11")
    terminal.type("log", "coffee with @thomas", today="2027-01-11")


def done(terminal: Terminal, today: str) -> str:
    """The first `done` of a day."""
    return terminal.type("done", today=today)


def test_yes_makes_them_one_person_and_is_never_asked_again(
    terminal: Terminal, answers: Answers
) -> None:
    """The answer stands in the log, history shows it, undo takes it back."""
    log_both(terminal)
    asked = answers("y")
    said = done(terminal, "2027-01-12")
    assert asked == ["Are Thomas and Tomas (PM) the same person? y, n, or Enter for later: "]
    assert "Same person: Tomas (PM)." in said or "Same person: Thomas (PM)." in said
    assert '"kind":"same"' in terminal.log
    assert len(journal(terminal).contacts) == 1
    asked = answers()
    done(terminal, "2027-01-13")
    assert not any("same person" in one for one in asked)
    shown = terminal.type("history", "--all", "one person")
    assert '"Thomas and Tomas are one person"' in shown


def test_no_keeps_them_two_and_is_never_asked_again(terminal: Terminal, answers: Answers) -> None:
    """Somebody may well be called nearly like somebody else."""
    log_both(terminal)
    answers("n")
    assert "Two people: Thomas and Tomas." in done(terminal, "2027-01-12")
    assert len(journal(terminal).contacts) == 2
    asked = answers()
    done(terminal, "2027-01-13")
    assert not any("same person" in one for one in asked)


def test_the_answer_is_undone_like_any_act(terminal: Terminal, answers: Answers) -> None:
    """After that they are two again."""
    log_both(terminal)
    answers("y")
    done(terminal, "2027-01-12")
    said = terminal.type("undo")
    assert 'Undone: "Thomas and Tomas are one person"' in said
    assert len(journal(terminal).contacts) == 2


def test_log_never_asks_and_no_pipe_is_asked(terminal: Terminal, answers: Answers) -> None:
    """`done` without a terminal and `log` on one leave it open."""
    log_both(terminal)
    done(terminal, "2027-01-12")
    asked = answers()
    terminal.type("log", "tea with @noor", today="2027-01-13")
    assert asked == []
    assert '"same"' not in terminal.log
    assert UNANSWERED not in terminal.log


def test_passed_over_twice_it_rests_for_thirty_days(terminal: Terminal, answers: Answers) -> None:
    """Asked on the 12th and 13th, then on 12 February again; each time nothing else was asked."""
    log_both(terminal)
    days = {}
    for today in ("2027-01-12", "2027-01-13", "2027-01-14", "2027-02-11", "2027-02-12"):
        asked = answers()
        done(terminal, today)
        days[today] = [one for one in asked if "same person" in one]
        assert len(asked) <= 1
    assert [day for day, asked in days.items() if asked] == [
        "2027-01-12", "2027-01-13", "2027-02-12",
    ]  # fmt: skip


def passed_over(question: str, *days: int) -> list[Decline]:
    """A question that was passed over on these days."""
    return [
        Decline(f"{n:026d}", f"{build.day(n)}T21:00:00+00:00", build.day(n), question, UNANSWERED)
        for n in days
    ]


def asked(*people: str, more: tuple[Any, ...] = (), on: int = 40) -> tuple[str, ...]:
    """The pair that is asked about, sorted; empty for none."""
    entries = [build.entry(build.day(n), people=(one,)) for n, one in enumerate(people)]
    found = variant_to_ask(fold([*entries, *more]), build.day(on))
    return tuple(sorted((found.one, found.other))) if found else ()


@pytest.mark.parametrize(
    "people",
    [
        ("Thomas", "Tomas"),
        ("Lena (PM)", "Lena Krause (sales)"),
        ("L Krause", "Lena Krause"),
        ("Jörg (PM)", "Joerg (sales)"),
        ("Katharina", "Katarina"),
    ],
)
def test_names_that_may_be_one_are_asked_about(people: tuple[str, str]) -> None:
    """A letter more, an initial, one first name with two functions."""
    assert asked(*people) == tuple(sorted(people))
    one, other = (name.partition(" (")[0] for name in people)
    assert asked(*people, more=(same(one, other, NO),)) == ()


@pytest.mark.parametrize(
    "people",
    [("Anna", "Hanna"), ("Jo", "Joe"), ("Lena", "Tom"), ("Lena", "Lena Krause"), ("Lena",)],
)
def test_others_are_not_asked_about(people: tuple[str, ...]) -> None:
    """Two people, or one anyway."""
    assert asked(*people) == ()


def test_a_day_has_one_question_and_the_newest_pair_comes_first() -> None:
    """Another question that was passed over today leaves none; else whoever was named last."""
    pairs = ("Thomas", "Tomas", "Sara", "Sarah")
    assert asked(*pairs) == ("Sara", "Sarah")
    assert asked(*pairs, more=(same("Sara", "Sarah", YES),)) == ("Thomas", "Tomas")
    assert asked(*pairs, more=tuple(passed_over("another question", 40))) == ()
    twice = tuple(passed_over("same sara / sarah", 20, 21))
    assert asked(*pairs, more=twice) == ("Thomas", "Tomas")
    assert asked(*pairs, more=twice, on=51) == ("Sara", "Sarah")


@pytest.mark.parametrize(
    "words",
    [
        ("Lena B.", "Lena Vogt"), ("lena b", "lena vogt"), ("Lena", "B.", "Lena", "Vogt"),
        ("Lena B.", "and", "Lena Vogt"), ("lena_b", "lena_vogt"), ("Lena Vogt", "Lena B."),
    ],
)  # fmt: skip
def test_two_names_are_two_names_however_they_are_typed(
    words: tuple[str, ...], terminal: Terminal
) -> None:
    """`people merge "Lena B." "Lena Vogt"`: the dot behind an initial tells nobody apart."""
    terminal.type("log", "coffee with Lena B. (PM) 30m")
    terminal.type("log", "coffee with Lena Vogt (PM) 30m")
    assert terminal.type("people", "merge", *words, "--yes").startswith("Same person: Lena")
    assert "2 people" not in terminal.type("people")
    for one in (
        ("people", "Lena B."),
        ("prepare", "Lena B."),
        ("snooze", "Lena B.", "until", "1 mar"),
    ):
        assert "Lena Vogt" in terminal.type(*one)


def test_a_name_that_nobody_has_is_said_as_it_was_typed(terminal: Terminal) -> None:
    """Not the second name with a piece of the first: `"Lena C." "Lena Vogt"` are two."""
    terminal.type("log", "coffee with Lena Vogt (PM) 30m")
    terminal.type("people", "merge", "Lena Vogt", "Ben C.", "--yes", code=3)
    assert 'Nobody in your log is called "Ben C.".' in terminal.err
