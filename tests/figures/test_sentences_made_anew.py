"""What 60 random journeys of plain sentences amount to is what a human reads in the sentences.

Two of them run always, more with the slow tests, and all with PMPATH_LONG=1 as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.effort import LONG
from tests.figures.checks import (
    Asked,
    of_changes,
    of_concerns,
    of_longer_periods,
    of_no_progress,
    of_the_verdict,
)
from tests.figures.gathered import Gathered
from tests.figures.reference import day_of, monday, name
from tests.figures.sentences import DAY, NUMBERS, OWN_FIRM, Typed
from tests.figures.shown import of_steps, of_stories, of_what_happened

Fields = dict[str, Any]
FEW, ALL = 2, 60 if LONG else 12
# Those that run always are looked at early, so that they are short.
FEW_DAYS = 45


class Told(Asked):
    """What the program says of one journey, and the same made anew."""

    def __init__(self, home: Path, seed: int, captured: pytest.CaptureFixture[str]) -> None:
        self.journey = Typed(home, seed, FEW_DAYS if seed < FEW else 4000)
        super().__init__(home, self.journey.today, captured)
        marks = self.anew.marks()
        for one in self.ask("milestones")["milestones"]:
            # What words reach is held elsewhere.
            if one["done"] and one["id"] not in marks:
                self.anew.by_words[one["id"]] = day_of(one["done"])
        self.gathered = Gathered(self.journey.said, self.today, self.away)
        self.report = self.ask("report")


@pytest.fixture(
    params=[*range(FEW), *(pytest.param(n, marks=pytest.mark.slow) for n in range(FEW, ALL))]
)
def told(
    request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Told:
    """One journey."""
    return Told(tmp_path / "data", request.param, capsys)


def test_what_sentences_amount_to_is_what_a_human_reads(told: Told) -> None:
    """People and their clocks, openings and theirs, the search, results, books."""
    for check in (_as_it_is_read, _of_people, _of_openings, _of_the_search, _of_results, _of_books,
                  _of_the_plan):  # fmt: skip
        check(told)


def _as_it_is_read(told: Told) -> None:
    """Each line has the minutes, people, opening and stage, numbers and book that it says."""
    entries = sorted(told.anew.of("action"), key=lambda one: one["at"])
    assert len(entries) == len(told.journey.said)
    for one, said in zip(entries, told.journey.said, strict=True):
        assert (one["day"], one["minutes"]) == (said.day.isoformat(), said.minutes), said
        assert list(map(name, one.get("people", []))) == [said.who] * bool(said.who), said
        assert one.get("opening", "").partition(":")[0] == said.firm, said
        assert ("engineering" in one.get("tags", [])) == said.engineering, said
        (number,) = [item for item in one.get("evidence", []) if item["kind"] == "metric"] or [{}]
        assert (number.get("before"), number.get("after")) == (said.before, said.after), said
        unit, period = NUMBERS.get(said.name if said.before is not None else "", ("", ""))
        assert (number.get("unit", ""), number.get("period", "")) == (unit, period), said
        # What was finished is known by its title once it was read before.
        if not said.listed + said.taken and not (said.finished and "book" not in one):
            assert one.get("book", "") == said.book, said


def _of_the_plan(told: Told) -> None:
    """Concerns, verdict, changes, longer periods, and no progress, of the same journeys."""
    anew = told.gathered
    offers = [day for firm in anew.firms() if (following := anew.next_for(firm))
              and following["kind"] == "decide" for day in [day_of(following["day"])]]  # fmt: skip
    silent = {who for who, until in told.journey.snoozed.items() if told.today < until}
    of_concerns(told, told.report, offers, silent)
    of_the_verdict(told, told.report)
    of_changes(told, told.report)
    of_longer_periods(told)
    of_no_progress(told, told.report)
    of_steps(told)
    of_what_happened(told, told.report)
    of_stories(told)


def _of_people(told: Told) -> None:
    """Everybody once, by function, with first and last contact and the next one due."""
    found, anew = told.ask("people"), told.gathered
    met = anew.met()
    assert (found["met"], found["by_function"]) == (len(met), anew.by_function())
    for one in found["people"]:
        who = name(one["person"])
        on = met.get(who, [])
        assert (one["first"], one["last"]) == tuple(
            day and day.isoformat() for day in (min(on, default=None), max(on, default=None))
        ), one
        since = anew.told(who)
        assert one["told"] == (since and since.isoformat()), one
        worries = [said.worry for said in anew.said if said.who == who and said.worry]
        assert [words["text"] for words in one["worries"]] == worries
        clock = anew.clock(who)
        if clock is None:
            assert one["clock"] is None
            continue
        assert {key: one["clock"][key] for key in ("circle", "since", "due")} == {
            key: clock[key] for key in ("circle", "since", "due")
        }, one
        until = told.journey.snoozed.get(who)
        quiet = until if until and told.today < until else None
        assert one["clock"]["snoozed"] == (quiet and quiet.isoformat())
        assert one["clock"]["is_due"] == (clock["late"] and quiet is None)


def _of_openings(told: Told) -> None:
    """The funnel, medians, and each opening with what it waits for."""
    found, anew = told.ask("openings"), told.gathered
    whole = anew.funnel()
    assert {key: found[key] for key in whole} == whole
    for side in ("inside", "outside"):
        here = [one for one in anew.firms() if (one == OWN_FIRM) == (side == "inside")
                and anew.applied(one)]  # fmt: skip
        answered = sum(anew.first(one, "answered", "interview", "offer", "rejected") is not None
                       for one in here)  # fmt: skip
        assert found["sides"][side] == {"applied": len(here), "answered": answered}
    by_name = {one["name"].partition(":")[0]: one for one in found["openings"]}
    assert set(by_name) == set(anew.firms())
    for firm, one in by_name.items():
        expected = anew.opening(firm)
        following = expected.pop("next")
        assert {key: one[key] for key in expected} == expected, firm
        shown = one["next"] and {key: one["next"][key] for key in ("kind", "day")}
        assert shown == following, (firm, anew.firms()[firm])


def _of_the_search(told: Told) -> None:
    """Applications by side, answers, rounds, noes with their reasons, offers; each period."""
    first = monday(told.today)
    for words, begin in (("week", first), ("month", told.today.replace(day=1)), ("all", None)):
        found = told.ask("report", words)["search"]
        begin = begin or told.journey.start
        expected = told.gathered.search(begin, max(told.today, first + DAY * 6))
        if expected is None:
            assert found is None
            continue
        found["noes"] = sorted(
            (one["opening"].partition(":")[0], one["day"], one["reason"]) for one in found["noes"]
        )
        found["offers"] = sorted(
            (one["opening"].partition(":")[0], one["day"], one["is_open"])
            for one in found["offers"]
        )
        found["unanswered"] = sorted(one.partition(":")[0] for one in found["unanswered"])
        assert {key: found[key] for key in expected} == expected, words


def _of_results(told: Told) -> None:
    """Each chain of measured values with its change, the greatest first."""
    found, expected = told.ask("wins")["results"], told.gathered.results()
    shown = [
        {"name": one["metric"]["name"], "before": one["metric"]["before"],
         "after": one["metric"]["after"], "day": one["day"], "since": one["since"],
         "cautions": set(one["cautions"]), "difference": one["change"]["difference"],
         "points": one["change"]["points"], "percent": one["change"]["percent"],
         "on_resume": one["on_resume"]} for one in found
    ]  # fmt: skip
    ratios = sorted((one.pop("ratio") for one in expected), reverse=True)
    assert sorted(map(str, shown)) == sorted(map(str, expected))
    assert ratios == [
        max(one["before"], one["after"]) / min(one["before"], one["after"]) for one in shown
    ] or [round(float(one), 9) for one in ratios] == [
        round(max(one["before"], one["after"]) / min(one["before"], one["after"]), 9)
        for one in shown
    ]


def _of_books(told: Told) -> None:
    """Shelves, the book in hand, the areas, the list of ten and its years."""
    found, anew = told.ask("books")["read"], told.gathered
    books = {one["title"]: {key: one[key] for key in
                            ("first", "last", "times", "minutes", "shelf", "finished")}
             for one in found["books"]}  # fmt: skip
    assert books == anew.books()
    reading = anew.reading()
    running = found["running"]
    assert (running and running["title"]) == reading.pop("running")
    areas = {one["id"]: one["times"] for one in found["areas"] if one["times"]}
    assert areas == reading.pop("areas")
    listed = [(one["title"], one["year"], one["read"], one["fits"]) for one in found["top_ten"]]
    assert listed == reading.pop("top_ten")
    assert {key: found[key] for key in reading} == reading
