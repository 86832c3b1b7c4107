"""What a careful coach would write of ten weeks stands on their pages, or it is said why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from tests.journeys import lives, log_only
from tests.sample.lived import flat, live

LINES = Path(__file__).with_name("coach_lines.txt")
pytestmark = pytest.mark.slow


@dataclass
class Week:
    """A page by its journey and Sunday, and of each line of the coach what was noted below it."""

    journey: str
    sunday: str
    lines: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def weeks() -> list[Week]:
    found: list[Week] = []
    for line in LINES.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            journey, sunday = line.removeprefix("== ").partition(":")[0].split()
            found.append(Week(journey, sunday))
        elif line.startswith("  "):
            kind, _, text = line.strip().partition(" ")
            found[-1].lines[next(reversed(found[-1].lines))].append((kind, text.strip()))
        elif line and not line.startswith("#"):
            found[-1].lines[line] = []
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Every Sunday's page of the journeys that the lines are about."""
    found: dict[tuple[str, str], str] = {}
    half = log_only.live(tmp_path_factory.mktemp("half") / "data")
    for (sunday, _), text in zip(half.reports, half.pages, strict=True):
        found["half", sunday.isoformat()] = text
    for name, lived in (("drifter", lives.drifter), ("overstay", lives.overstay)):
        for page in lived(tmp_path_factory.mktemp(name) / "data").pages:
            found[name, page.sunday.isoformat()] = page.text
    sample = live(tmp_path_factory.mktemp("sample") / "home")
    for one in (one for one in weeks() if one.journey == "sample"):
        year, week, _ = date.fromisoformat(one.sunday).isocalendar()
        found["sample", one.sunday] = sample.say("report", f"{year}-W{week:02d}")
    return found


def test_each_of_ten_weeks_has_three_lines() -> None:
    """Each said by the page, or with the reason why it does not say it, or both."""
    assert len(weeks()) == 10
    for week in weeks():
        assert len(week.lines) == 3, week
        assert all(week.lines.values()), week
        assert {kind for notes in week.lines.values() for kind, _ in notes} <= {"says", "not"}


def test_the_pages_say_what_the_lines_name(pages: dict[tuple[str, str], str]) -> None:
    """Word for word, whatever the line breaks."""
    for week in weeks():
        page = flat(pages[week.journey, week.sunday])
        for line, notes in week.lines.items():
            for kind, text in notes:
                assert kind == "not" or text in page, (week.journey, week.sunday, line, text)
