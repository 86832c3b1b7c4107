"""Half a year of plain sentences and no `done`: what counts, what is asked for, what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.journeys.labels import Label, labels
from tests.journeys.program import Program, content_once

WEEKS = 26
SETUP = (
    "init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4",
    "--contact", "Nadine (PM)",
)  # fmt: skip
# Within so many days of its deed an action that comes back is not due again.
NOT_DUE_DAYS = 6


@dataclass(frozen=True)
class Written:
    """A line as the program keeps it, and the actions that it counts for."""

    label: Label
    entry: str
    counts: frozenset[str]
    kept: dict[str, Any]

    @property
    def is_right(self) -> bool:
        """Counts for what was plainly done, and for nothing else."""
        return bool(self.label.did) and any(self.counts & one for one in self.label.did)

    @property
    def is_wrong(self) -> bool:
        """Counts for something that the line does not say."""
        meant = frozenset().union(*self.label.did) | self.label.asked
        return not self.counts <= meant


@dataclass
class HalfYear:
    """The journey as it was lived."""

    written: list[Written] = field(default_factory=list)
    steps: list[tuple[date, dict[str, Any] | None]] = field(default_factory=list)
    reports: list[tuple[date, dict[str, Any]]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    reached: dict[str, date] = field(default_factory=dict)


def live(home: Path, *, as_process: bool = False) -> HalfYear:
    """Every morning the step, every evening the lines, every Sunday the report."""
    program, lived = Program(home, as_process), HalfYear()
    program.type(*SETUP)
    by_day: dict[date, list[Label]] = {}
    for one in labels():
        by_day.setdefault(one.day, []).append(one)
    kept: list[Label] = []
    for _ in range(WEEKS * 7):
        lived.steps.append((program.today, program.step()))
        for one in by_day.get(program.today, ()):
            program.type("log", *one.words.split())
            kept.append(one)
        if program.today.weekday() == 6:
            lived.reports.append((program.today, program.json("report")))
            lived.pages.append(program.type("report"))
        program.next_day()
    _count(program, kept, lived)
    return lived


def _count(program: Program, kept: list[Label], lived: HalfYear) -> None:
    lines = (program.home / "log.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [one for one in map(json.loads, lines) if one.get("kind") == "action"]
    journal = program.journal()
    for label, entry in zip(kept, entries, strict=True):
        counts = frozenset(journal.fulfilled.get(entry["id"], ()))
        lived.written.append(Written(label, entry["id"], counts, entry))
    for key, found in program.milestones_reached().items():
        lived.reached[key] = found


def asked_again(lived: HalfYear) -> Iterator[tuple[date, str, str, date]]:
    """Steps asked for whose action was logged and is not due again: day, action, person, logged."""
    done: dict[str, list[tuple[date, tuple[str, ...]]]] = {}
    lines = iter(labels())
    upcoming = next(lines, None)
    for today, step in lived.steps:
        while upcoming is not None and upcoming.day < today:
            for choice in upcoming.did:
                for action in choice:
                    done.setdefault(action, []).append((upcoming.day, upcoming.who))
            upcoming = next(lines, None)
        if step is None or not step["action"]:
            continue
        before = done.get(step["action"], [])
        if before and not _is_due(step, before, today):
            yield today, step["action"], step["person"], before[-1][0]


def _is_due(step: dict[str, Any], before: list[tuple[date, tuple[str, ...]]], today: date) -> bool:
    action = content_once().actions[step["action"]]
    wanted = max(
        (one.times_of(action.id) for one in content_once().milestones.values()
         if action.id in one.actions), default=1,
    )  # fmt: skip
    last, who = before[-1]
    if action.cadence == "once" or (len(before) < wanted and today - last > timedelta(1)):
        # A milestone still wants it, so that it comes back within the week.
        return len(before) < wanted
    return today - last > timedelta(NOT_DUE_DAYS) or bool(
        step["person"]
        and step["person"].partition(" (")[0] not in {one.partition(" (")[0] for one in who}
    )


def untrue(lived: HalfYear) -> Iterator[tuple[date, str]]:
    """What a report says of its week that the labels do not."""
    made = {id(one): one for one in lived.written}
    for sunday, report in lived.reports:
        monday = sunday - timedelta(6)
        week = [one for one in made.values() if monday <= one.label.day <= sunday]
        so_far = [one for one in made.values() if one.label.day <= sunday]
        yield from ((sunday, one) for one in _people(report, week, so_far))
        yield from ((sunday, one) for one in _minutes(report, week))
        yield from ((sunday, one) for one in _milestones(report, so_far))
        yield from ((sunday, one) for one in _wins(report, week))


def _name(person: str) -> str:
    """Without function and title."""
    return person.partition(" (")[0].removeprefix("Frau ").removeprefix("Dr. ")


def _people(report: dict[str, Any], week: list[Written], so_far: list[Written]) -> Iterator[str]:
    functions = {
        _name(who): who.partition(" (")[2].rstrip(")").casefold()
        for one in so_far for who in one.label.who if "(" in who
    }  # fmt: skip
    there = {_name(who) for one in week for who in (*one.label.who, *one.label.near)}
    told = {_name(one["person"]) for one in report["met"]}
    yield from (f"met {one}, who was not there" for one in sorted(told - there))
    met = {
        _name(who) for one in week for who in one.label.who
        if one.label.event in ("met", "listened", "told", "interview")
    }  # fmt: skip
    yield from (f"{one} is not among those met" for one in sorted(met - told))
    for one in report["met"]:
        name, _, function = one["person"].partition(" (")
        known = functions.get(name)
        if known and function and function.rstrip(")").replace("_", " ").casefold() != known:
            yield f"{one['person']} is {known}"


def _minutes(report: dict[str, Any], week: list[Written]) -> Iterator[str]:
    for one in week:
        said = one.label.minutes
        if said is not None and one.kept["minutes"] != said:
            yield f"{one.kept['minutes']} min for {one.label.words!r}"
    path = sum(one.kept["minutes"] for one in week if one.label.kind != "engineering")
    undone = sum(one.kept["minutes"] for one in week if one.label.kind == "undone")
    told = report["this_period"]["minutes"]
    if told not in (path, path - undone):
        yield f"{told} minutes in the week, of {path} ({undone} of them undone)"


def _milestones(report: dict[str, Any], so_far: list[Written]) -> Iterator[str]:
    sure = {key for one in so_far for key in one.label.milestones}
    maybe = {key for one in so_far for key in one.label.maybe}
    told = {one["id"] for one in report["milestones"]["reached"]}
    yield from (f"milestone {one} reached" for one in sorted(told - sure - maybe))
    still = {one["id"] for part in ("open", "coming") for one in report["milestones"][part]}
    yield from (f"milestone {one} still open" for one in sorted(still & sure))


def _wins(report: dict[str, Any], week: list[Written]) -> Iterator[str]:
    numbers = {one.label.number for one in week if one.label.number}
    told = [one for one in report["wins"] if one.get("before") is not None]
    if len(told) > len(numbers):
        yield f"{len(told)} results of {len(numbers)}"


def table(lived: HalfYear) -> list[tuple[str, str]]:
    """The measured figures, one a row."""
    plain = [one for one in lived.written if one.label.did]
    right = sum(one.is_right and not one.is_wrong for one in plain)
    none = [one for one in lived.written if not one.label.did and not one.label.asked]
    again = list(asked_again(lived))
    told = list(untrue(lived))
    sure = {key for one in lived.written for key in one.label.milestones}
    late = sorted(sure - set(lived.reached))
    return [
        ("sentences", str(len(lived.written))),
        ("plainly fulfilled, and counted", f"{right} of {len(plain)} ({right / len(plain):.0%})"),
        ("counted for something else", str(sum(one.is_wrong for one in lived.written))),
        ("of those that fulfil nothing, counted",
         f"{sum(bool(one.counts) for one in none)} of {len(none)}"),
        ("milestones reached, of those plainly reached", f"{len(sure) - len(late)} of {len(sure)}"),
        ("mornings that ask for what was logged", f"{len(again)} of {len(lived.steps)}"),
        ("untrue sentences in 26 reports", str(len(told))),
        ("days without a step", str(sum(step is None for _, step in lived.steps))),
        ("different actions asked for",
         str(len({step["action"] for _, step in lived.steps if step}))),
    ]  # fmt: skip
