"""Every figure on 200 random journeys is what a slow and plain reading of the files gives.

Eight of them run always, more with the slow tests, and all with PMPATH_LONG=1 as well.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.cli.session import Session
from tests.effort import LONG
from tests.figures.journeys import Journey
from tests.figures.reference import CONTENT, DAY, WEEK, Reference, day_of, days, monday, name

Fields = dict[str, Any]
FEW, ALL = 8, 200 if LONG else 40
# What applications and numbers in the journeys may reach.
BY_WORDS = ("search.", "roadmap.proof-page")


class Told:
    """What the program says of one journey, and the same made anew."""

    def __init__(self, home: Path, seed: int, captured: pytest.CaptureFixture[str]) -> None:
        self.journey = Journey(home, seed)
        self.today = self.journey.today
        self.captured = captured
        self.anew = Reference(home, self.today)
        marks = self.anew.marks()
        for one in self.ask("milestones")["milestones"]:
            if one["done"] and one["id"] not in marks:
                assert one["id"].startswith(BY_WORDS)
                self.anew.by_words[one["id"]] = day_of(one["done"])
        # Which days had no step is for the steps to say; the rest follows from it.
        self.anew.off |= self._empty_days()
        self.report = self.ask("report")

    def _empty_days(self) -> set[date]:
        session = Session(self._environment())
        journal = session.situation(session.journal()).journal
        return {day for day, minutes in journal.days.planned.items() if minutes == 0}

    def _environment(self) -> dict[str, str]:
        return {"PMPATH_HOME": str(self.journey.home), "PMPATH_TODAY": self.today.isoformat()}

    def ask(self, *words: str) -> Fields:
        self.captured.readouterr()
        assert enter((*words, "--json"), self._environment()) == 0
        found: Fields = json.loads(self.captured.readouterr().out)["data"]
        return found


@pytest.fixture(
    params=[*range(FEW), *(pytest.param(n, marks=pytest.mark.slow) for n in range(FEW, ALL))]
)
def told(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Told:
    """One journey."""
    return Told(tmp_path / "data", request.param, capsys)


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def test_every_figure_is_that_of_a_plain_reading(told: Told) -> None:
    """Report, today, status, strength and hours, one journey after the other."""
    for check in (_of_the_date, _of_minutes, _of_the_plan, _of_people, _of_pictures, _of_today,
                  _of_reasons, _of_days_ago):  # fmt: skip
        check(told.report, told.anew, told)


def _of_the_date(report: Fields, anew: Reference, told: Told) -> None:
    """Days and weeks to and since, dates ever promised."""
    target, today = report["target"], told.today
    dates = [day_of(one["target"]) for one in anew.plans] + [anew.target]
    assert target["days_left"] == (anew.target - today).days
    assert target["weeks_left"] == abs((anew.target - today).days) // 7
    assert target["day_number"] == (today - anew.start).days + 1
    assert target["week"] == (monday(today) - monday(anew.start)).days // 7 + 1
    assert target["moves"] == sum(a != b for a, b in pairwise(dates))
    assert target["slip_days"] == (anew.target - dates[0]).days
    gone = (min(max(today, anew.start), anew.target) - anew.start).days
    assert report["numbers"]["time_gone"] == gone * 100 // (anew.target - anew.start).days


def _of_minutes(report: Fields, anew: Reference, told: Told) -> None:
    """Of the week and since the start; by track; ahead, due or short, and the buffer."""
    first = monday(told.today)
    assert report["this_period"] == anew.tally(first, first + DAY * 6)
    assert report["since_start"] == anew.tally(anew.line_start, max(told.today, anew.line_start))
    tracks: dict[str, int] = {}
    for day in days(first, first + DAY * 6):
        for one in anew.path(day):
            tracks[one.get("track", "")] = tracks.get(one.get("track", ""), 0) + one["minutes"]
    assert {one["track"]: one["minutes"] for one in report["tracks"]} == tracks
    assert report["step_role_minutes"] == tracks.get("springboard", 0)
    assert report["idle_minutes"] == anew.idle(first, first + DAY * 6)
    assert report["numbers"]["pace"] == anew.pace()
    after = days(first + WEEK, first + WEEK + DAY * 6)
    assert report["next_minutes"] == sum(map(anew.planned, after))


def _of_the_plan(report: Fields, anew: Reference, told: Told) -> None:
    """Milestones, plan done, forecast, minutes a week that are enough, hours there."""
    found, numbers, made = report["milestones"], report["numbers"], anew.milestones()
    assert (found["due_count"], found["due_done"]) == (made["due_count"], made["due_done"])
    for key in ("open", "coming"):
        assert {one["id"]: one["due"] for one in found[key]} == made[key]
    marks = {one["id"]: one["done"] for one in told.ask("milestones")["milestones"] if one["done"]}
    assert made["done"] == marks
    assert numbers["done"] == anew.plan_done()
    assert numbers["needed_a_week"] == anew.needed_a_week()
    forecast = anew.forecast()
    assert (numbers["forecast"] is None) == (forecast is None)
    if forecast is not None:
        assert {key: numbers["forecast"][key] for key in forecast} == forecast
    (fit,) = told.ask("why", "fit")["explanations"]
    figures = {one["key"]: one["value"] for one in fit["yours"]}
    assert figures["minutes_available"] == anew.hours_there()


def _of_people(report: Fields, anew: Reference, told: Told) -> None:
    """Whom the week met, who was last, what stays, who owes what."""
    first, met = monday(told.today), anew.met_on()
    here = {who for who, on in met.items() if any(first <= day < first + WEEK for day in on)}
    assert {name(one["person"]) for one in report["met"]} == here
    last = max((max(on) for on in met.values()), default=None)
    assert (report["last_met"] or {"day": None})["day"] == iso(last)
    assert report["last_customer"] == iso(anew.last_customer())
    if report["still_yours"]:
        kept = anew.kept_counts()
        assert {key: report["still_yours"][key] for key in kept} == kept
    mine, theirs = anew.owed()
    assert {(one["what"], one["day"]) for one in report["moves"]["yours"]} == mine
    assert {(one["what"], one["day"]) for one in report["moves"]["theirs"]} == theirs
    for one in report["moves"]["yours"] + report["moves"]["theirs"]:
        assert one["late"] == (one["day"] < told.today.isoformat())
    for one in report["wins"]:
        metric = one["metric"]
        change = metric["after"] - metric["before"]
        share = metric["unit"] == "%"
        assert one["points"] == (change if share else None)
        assert one["percent"] == (None if share else change * 100 // metric["before"])


def _of_pictures(report: Fields, anew: Reference, told: Told) -> None:
    """Strips by week, and the totals of the burn-up at each Sunday."""
    if report["strips"] is None:
        assert report["target"]["week"] < 4
        return
    weeks = [day_of(one["monday"]) for one in report["strips"]["weeks"]]
    kinds: dict[str, Callable[[Fields], object]] = {
        "people": lambda one: one.get("people") and one.get("half") != "ask",
        "customers": lambda one: one.get("track") == "customers" and one.get("half") != "ask",
        "made": lambda one: one.get("half") != "ask" and one.get("track") in (
            "writing", "positioning", "volunteer", "craft"),
    }  # fmt: skip
    for row in report["strips"]["rows"]:
        if row["name"] in kinds:
            some = [any(kinds[row["name"]](one) for day in days(week, week + DAY * 6)
                        for one in anew.path(day)) for week in weeks]  # fmt: skip
            assert [cell == "some" for cell in row["cells"]] == some
            assert row["some"] == sum(some)
    if report["burn_up"] is None:
        return
    for point in report["burn_up"]["points"]:
        span = days(anew.line_start, day_of(point["day"]))
        assert point["done"] == sum(map(anew.counted, span))
        assert point["promised"] == sum(map(anew.planned, span))


def _of_today(report: Fields, anew: Reference, told: Told) -> None:
    """The same standing, unless it is short of more than a week; what is open at the prompt."""
    today, pace = told.ask("today"), anew.pace()
    a_week = sum(told.anew.roadmap["minutes"][one] for one in anew.plans[0]["minutes"])
    hidden = pace["kind"] == "short" and pace["amount"] > a_week
    assert today["pace"] == (None if hidden else pace)
    assert today["target"] == report["target"]
    is_off = anew.own_minutes(told.today) == 0
    assert today["is_rest_day"] == is_off
    mine, _ = anew.owed()
    due = sum(day <= told.today.isoformat() for _, day in mine)
    step = not anew.path(told.today) and not is_off
    assert told.ask("status") == {"open": max(due, int(step))}
    reason = today["step"]["reason"] if today["step"] else None
    if reason and reason["day"]:
        assert reason["days"] == max((told.today - day_of(reason["day"])).days, 0)


def _of_reasons(report: Fields, anew: Reference, told: Told) -> None:
    """The strength of any step and of every live track, to four digits."""
    (found,) = told.ask("why", "strength")["explanations"]
    tracks = tomllib.loads((CONTENT / "tracks.toml").read_text("utf-8"))["track"]
    keys = {one["name"]: one for one in tracks}
    for figure in found["yours"]:
        title, _, score = figure["value"].rpartition(": ")
        track = keys.get(title, {"id": None, "times": 1, "days": 1})
        wanted = track["id"]
        done = {day for day in anew.by_day
                if any(wanted in (None, one.get("track")) for one in anew.path(day))}  # fmt: skip
        strength = anew.strength(done, track["times"], track["days"])
        assert score.partition(",")[0] == f"{strength:.4f}", title


def _of_days_ago(report: Fields, anew: Reference, told: Told) -> None:
    """A concern that names the day of something says how long ago by the calendar; both sides."""
    concerns = report["concerns"]
    for one in (concerns["full"], *concerns["lines"]):
        figures = one["figures"] if one else {}
        if one and one["id"] in ("NO_CUSTOMER", "NO_PEOPLE") and "last" in figures:
            last = day_of(figures["last"])
            # Whoever was asked is named as well; `last` is when somebody was met.
            named = [day_of(each["day"]) for each in anew.entries if each.get("people")]
            since = max([last, *named]) if one["id"] == "NO_PEOPLE" else last
            assert figures["days"] in ((told.today - since).days,
                                       (told.today - max(since, anew.start)).days)  # fmt: skip
        if one and one["id"] == "ONE_SIDED_SEARCH":
            assert {key: figures[key] for key in ("inside", "outside")} == anew.applications()
