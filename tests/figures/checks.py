"""What a report says of concerns, verdict, changes and longer periods, held against the files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.cli.session import Session
from tests.figures.concerns import Concerns
from tests.figures.reference import DAY, WEEK, Reference, day_of, days, monday
from tests.figures.weeks import date_moves, plan_changes, verdict

Fields = dict[str, Any]


class Asked:
    """A folder looked at on a day: what commands say of it, and the same made anew."""

    def __init__(self, home: Path, today: date, captured: pytest.CaptureFixture[str]) -> None:
        self.home, self.today, self.captured = home, today, captured
        self.anew = Reference(home, today)
        self.away = set(self.anew.off)
        # Which days had no step is for the steps to say; the rest follows from it.
        self.anew.off |= self._empty_days()

    def environment(self) -> dict[str, str]:
        return {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.today.isoformat()}

    def ask(self, *words: str) -> Fields:
        self.captured.readouterr()
        assert enter((*words, "--json"), self.environment()) == 0
        found: Fields = json.loads(self.captured.readouterr().out)["data"]
        return found

    def _empty_days(self) -> set[date]:
        session = Session(self.environment())
        journal = session.situation(session.journal()).journal
        return {day for day, minutes in journal.days.planned.items() if minutes == 0}


def of_concerns(asked: Asked, report: Fields, offers: list[date], silent: set[str]) -> int:
    """All that is raised, none besides, each with its figures, the costliest in full."""
    concerns = Concerns(asked.anew, asked.away, offers)
    expected = [(key, one) for key, one in concerns.said() if one.get("who") not in silent]
    found = report["concerns"]
    said = [one for one in (found["full"], *found["lines"], *found["also"]) if one]
    late = [one["id"] for one in said if (one["id"], one["subject"]) ==
            ("OVERDUE", "sponsors.two-told") and not one["case"]]  # fmt: skip
    if any(key == "NO_SPONSOR" for key, _ in expected) and not late:
        # The same milestone is told there.
        expected = [(key, one) for key, one in expected if key != "OVERDUE" or one["more"]
                    or "sponsors.two-told" not in asked.anew.milestones()["open"]]  # fmt: skip
    assert sorted(one["id"] for one in said) == sorted(key for key, _ in expected)
    waiting = list(said)
    for key, figures in expected:
        wanted = {name: value for name, value in figures.items() if name != "who"}
        match = next((one for one in waiting if one["id"] == key
                      and wanted.items() <= one["figures"].items()), None)  # fmt: skip
        given = [one["figures"] for one in waiting if one["id"] == key]
        assert match is not None, (key, wanted, given)
        waiting.remove(match)
    if expected:
        assert found["full"]["id"] == expected[0][0]
        assert len(found["lines"]) == (0 if concerns.comes_back() else min(len(said) - 1, 3))
    return sum(len(one) for _, one in expected)


def of_the_verdict(asked: Asked, report: Fields) -> int:
    """Whether the date holds, said as of the last week that is over."""
    found, expected = report["verdict"], verdict(asked.anew, asked.today - DAY)
    if expected is None or found is None:
        assert found is expected
        return 0
    assert {key: found[key] for key in expected} == expected
    return len(expected)


def of_changes(asked: Asked, report: Fields) -> int:
    """Side, hours, scope, date and a new start, of the week."""
    first = monday(asked.today)
    span = first, first + DAY * 6
    found = [(one["on"], one["what"], one["was"], one["now"], one["reason"])
             for one in report["plan_changes"]]  # fmt: skip
    expected = plan_changes(asked.anew, *span)
    assert [one[:4] for one in found] == [one[:4] for one in expected]
    moves = [(one["on"], one["was"], one["now"], one["days"]) for one in report["date_moves"]]
    assert moves == date_moves(asked.anew, *span)
    return len(expected) * 4 + len(moves) * 4


def of_longer_periods(asked: Asked) -> int:
    """Month, quarter and all: minutes against those planned up to the last day that is over."""
    today, anew = asked.today, asked.anew
    over = today if anew.path(today) else today - DAY
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    for words, first in (("month", today.replace(day=1)), ("quarter", quarter), ("all", None)):
        report = asked.ask("report", words)
        first = first or day_of(report["period"]["start"])
        last = max(min(over, day_of(report["period"]["end"]) - DAY), first - DAY)
        assert report["this_period"] == anew.tally(first, last), words
        tracks: dict[str, int] = {}
        for day in days(first, day_of(report["period"]["end"]) - DAY):
            for one in anew.path(day):
                tracks[one.get("track", "")] = tracks.get(one.get("track", ""), 0) + one["minutes"]
        assert {one["track"]: one["minutes"] for one in report["tracks"]} == tracks
        assert report["idle_minutes"] == anew.idle(first, today), words
        assert report["next_minutes"] == sum(map(anew.planned, days(today + DAY, today + WEEK)))
    return 30


def of_no_progress(asked: Asked, report: Fields) -> int:
    """Engineering, a role beyond its purpose, tracks that do not move, of all that was logged."""
    first = monday(asked.today)
    whole = asked.anew.tally(first, first + DAY * 6)
    logged = sum(one["minutes"] for day in days(first, first + DAY * 6)
                 for one in asked.anew.by_day.get(day, []))  # fmt: skip
    found, idle = report["no_progress"], asked.anew.idle(first, first + DAY * 6)
    if not whole["engineering"] + idle:
        assert found is None
        return 0
    assert (found["engineering"], found["step_role"] + found["track_minutes"]) == (
        whole["engineering"], idle)  # fmt: skip
    assert found["total"] == logged
    return 3
