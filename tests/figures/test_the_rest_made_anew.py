"""Concerns, verdict, steps, what happened, stories and more of 200 random journeys, made anew.

With the slow tests; journeys of sentences have the same looked at in each run.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.figures.checks import (
    Asked,
    of_changes,
    of_concerns,
    of_longer_periods,
    of_no_progress,
    of_the_verdict,
)
from tests.figures.journeys import Journey
from tests.figures.reference import day_of
from tests.figures.shown import of_steps, of_stories, of_what_happened
from tests.figures.test_made_anew import ALL, BY_WORDS


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ALL))
def test_what_a_report_says_of_the_plan_is_what_the_files_say(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each concern with its figures, whether the date holds, what changed, no progress; each step.

    What happened and the stories are entries of the log.
    """
    journey = Journey(tmp_path / "data", seed)
    asked = Asked(journey.home, journey.today, capsys)
    marks = asked.anew.marks()
    for one in asked.ask("milestones")["milestones"]:
        if one["done"] and one["id"] not in marks:
            assert one["id"].startswith(BY_WORDS)
            asked.anew.by_words[one["id"]] = day_of(one["done"])
    report = asked.ask("report")
    of_concerns(asked, report, offers=[], silent=set())
    of_the_verdict(asked, report)
    of_changes(asked, report)
    of_longer_periods(asked)
    of_no_progress(asked, report)
    of_steps(asked)
    of_what_happened(asked, report)
    of_stories(asked)
