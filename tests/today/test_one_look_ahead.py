"""Every screen that names the next days looks ahead the same way."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from tests.commands.conftest import Terminal

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
START = date(2026, 11, 2)
# What was typed, by the number of the day.
Typed = dict[int, tuple[str, ...]]
LIFE: Typed = {
    0: ("log coffee with Lea 10m",),
    1: ("done",),
    3: ("log asked Tomas (sales) for a coffee 5m", "done"),
    5: ("log coffee with Ben (sales) 30m",),
    8: ("done",),
    9: ("log listened in on a customer call with Nordfrakt 45m",),
}


def test_the_report_of_a_week_goes_on_behind_the_rest_of_it(empty: Terminal) -> None:
    """`log coffee with Lea 10m` on Monday: no day of next week has a step of this one."""
    empty.type(*INIT, today=str(START))
    empty.type("log", "coffee with Lea 10m")
    week = _steps(empty, "today", "--week")
    report = _steps(empty, "report")
    assert report["2026-11-09"] == week["2026-11-09"]
    assert not set(report.values()) & {step for day, step in week.items() if day < "2026-11-09"}


@pytest.mark.parametrize("typed", [LIFE, {}], ids=["lived", "left alone"])
def test_all_screens_name_the_same_step_for_a_day(empty: Terminal, typed: Typed) -> None:
    """`pmpath`, `today --week`, `report`, `report month`, on each day of two weeks."""
    empty.type(*INIT, today=str(START))
    for number in range(12):
        _type(empty, typed, number)
        found: dict[str, set[str]] = {}
        for words in (["today"], ["today", "--week"], ["report"], ["report", "month"]):
            for day, step in _steps(empty, *words).items():
                found.setdefault(day, set()).add(step)
        assert {day: steps for day, steps in found.items() if len(steps) > 1} == {}


@pytest.mark.parametrize("typed", [LIFE, {}], ids=["lived", "left alone"])
def test_the_report_of_last_week_names_what_stood_on_monday(empty: Terminal, typed: Typed) -> None:
    """As `pmpath` showed it in the morning, at the length that it had."""
    empty.type(*INIT, today=str(START))
    for number in range(29):
        if number and number % 7 == 0:
            monday = START + timedelta(number)
            stood = json.loads(empty.type("today", "--json", today=str(monday)))["data"]["step"]
            assert _steps(empty, "report", "last", "week")[str(monday)] == _told(stood)
        _type(empty, typed, number)


def _type(terminal: Terminal, typed: Typed, number: int) -> None:
    terminal.today = str(START + timedelta(number))
    for line in typed.get(number, ()):
        terminal.type(*line.split())


def _steps(terminal: Terminal, *words: str) -> dict[str, str]:
    """The step of each of the next days, as a screen has it."""
    data = json.loads(terminal.type(*words, "--json"))["data"]
    found = data.get("days") or data.get("next_steps") or ([data["next"]] if data["next"] else [])
    return {one["day"]: _told(one["step"]) for one in found if one["step"]}


def _told(step: dict[str, object]) -> str:
    return f"{step['minutes']} min: {step['sentence']}, {step['part']}"
