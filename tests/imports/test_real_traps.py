"""What the tools themselves leave out or print twice, seen with the tools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.exports.conftest import run
from tests.imports import makers
from tests.imports.conftest import Importer


def test_a_watson_frame_over_midnight_is_in_no_log_of_either_day(
    importer: Importer, tmp_path: Path
) -> None:
    """It comes in once with a day more on both sides, on the day on which it began."""
    makers.watson(tmp_path)

    def log(first: str, last: str) -> Path:
        told = run("watson", "log", "--json", "--from", first, "--to", last, folder=tmp_path,
                   WATSON_DIR=str(tmp_path / "watson"), TZ=makers.ZONE)  # fmt: skip
        return importer.file(f"{first}-{last}.json", told)

    for day in ("2026-01-16", "2026-01-17"):
        assert json.loads(log(day, day).read_text(encoding="utf-8")) == []
    wider = log("2026-01-15", "2026-01-18")
    assert importer.told(wider)["files"][0]["added"] == 3
    (night,) = [one for one in importer.entries if one["minutes"] == 60]
    assert (night["day"], night["text"]) == ("2026-01-16", "reading")
    assert importer.told(tmp_path / "watson" / "frames")["files"][0]["added"] == 0


def test_an_interval_over_midnight_is_in_the_export_of_both_days(
    importer: Importer, tmp_path: Path
) -> None:
    """Timewarrior exports whatever overlaps the range: known by its start, it comes in once."""
    makers.timewarrior(tmp_path)

    def export(day: str) -> Path:
        told = run("timew", "export", day, folder=tmp_path,
                   TIMEWARRIORDB=str(tmp_path / "timew"), TZ=makers.ZONE)  # fmt: skip
        return importer.file(f"{day}.json", told)

    first, second = export("2026-01-16"), export("2026-01-17")
    assert importer.told(first)["files"][0]["added"] == 1
    again = importer.told(second)["files"][0]
    assert (again["added"], again["known"]) == (0, 1)


def test_the_json_of_topydo_is_not_taken_for_a_list_of_tasks(
    importer: Importer, tmp_path: Path
) -> None:
    """It leaves links out of its `text`: the list itself is what comes in, links and all."""
    words = "Read the piece https://example.org/pricing +reading"
    path = tmp_path / "todo.txt"
    run("topydo", "-t", str(path), "add", words, folder=tmp_path)
    told = run("topydo", "-t", str(path), "ls", "-f", "json", folder=tmp_path)
    importer.take(importer.file("topydo.json", told), code=2)
    assert importer.entries == []
    done = importer.file("done.txt", f"x 2026-01-15 2026-01-14 {words}\n")
    importer.take(done)
    assert "https://example.org/pricing" in json.dumps(importer.entries)


@pytest.mark.parametrize(
    ("zone", "started", "day"),
    [("W. Europe Standard Time", "20260715T003000", "2026-07-14"),
     ("Europe/Berlin", "20260715T003000", "2026-07-14"),
     ("America/New_York", "20260714T223000", "2026-07-15")],
)  # fmt: skip
def test_a_meeting_is_of_the_day_here_whatever_its_zone(
    importer: Importer, zone: str, started: str, day: str
) -> None:
    """Names of Outlook and of the time zone database; none is taken for UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", "BEGIN:VEVENT", "UID:1",
             f"DTSTART;TZID={zone}:{started}", "DURATION:PT45M", "SUMMARY:Coffee with Lena",
             "END:VEVENT", "END:VCALENDAR", ""]  # fmt: skip
    importer.take(importer.file("m.ics", "\r\n".join(lines)), "--no-people")
    assert [(one["day"], one["minutes"]) for one in importer.entries] == [(day, 45)]
