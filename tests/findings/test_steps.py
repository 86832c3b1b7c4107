"""A finding leads to the step that answers it."""

from __future__ import annotations

from pmpath.coach.today.candidates import steps
from pmpath.coach.today.proposal import FINDING, Step
from pmpath.domain.kinds import Accept, Record
from pmpath.render.phrases.steps import why
from tests import build
from tests.build import day, entry
from tests.findings.looked import here, metric


def answers(records: list[Record], on: int) -> list[Step]:
    """The steps of a day that a finding asks for, whatever the report of its week puts first."""
    asked_for = {one.step for one in build.CATALOG.concerns.values()}
    found = steps(here(records, on), 60)
    return [one for one in found if one.reason.kind == FINDING and one.action in asked_for]


PIECE: list[Record] = [
    entry(day(0), track="writing", tags=("published", "engineers"), text="queues explained"),
    entry(day(1), track="writing", action="writing.note"),
]


def test_a_piece_for_engineers_leads_to_its_version_for_managers_on_day_fifteen() -> None:
    """Not on day 14; the reason names the piece and its day."""
    assert answers(PIECE, 14) == []
    step = answers(PIECE, 15)[0]
    assert step.action == "writing.manager-version"
    assert why(step, day(15)) == (
        "queues explained, published 15 days ago, has no version for managers yet"
    )


def test_a_result_without_a_line_leads_to_the_line() -> None:
    """Once the resume exists, the number goes on it."""
    log: list[Record] = [
        entry(day(0), track="search", action="search.resume"),
        entry(day(1), track="craft", metrics=(metric("calls", 5, 3),)),
    ]
    assert [one.action for one in answers(log, 16)] == ["search.resume-line"]


def test_a_finding_that_was_noted_asks_for_no_step() -> None:
    """Nor does one that was answered the day before."""
    noted = Accept("a" * 26, f"{day(16)}T08:00:00+00:00", day(16), "NO_MANAGER_VERSION", "", "x")
    assert answers([*PIECE, noted], 17) == []
    done = entry(day(16), track="writing", action="writing.manager-version")
    assert answers([*PIECE, done], 17) == []
