"""The calendar is what three other programs read it as."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.exports.conftest import ODD_NAMES, Journey, run
from tests.programs import needs, needs_peer

WHAT = "the deck; and, perhaps, \\more"
# Prints what the library `icalendar` makes of each event.
READ = """
import json, sys
from icalendar import Calendar
cal = Calendar.from_ical(open(sys.argv[1], "rb").read())
assert not [one.errors for one in cal.walk() if one.errors]
print(json.dumps([
    {"uid": str(one["UID"]), "summary": str(one["SUMMARY"]), "start": str(one["DTSTART"].dt),
     "rule": one["RRULE"].to_ical().decode() if "RRULE" in one else "",
     "off": [str(day.dt) for day in one["EXDATE"].dts] if "EXDATE" in one else []}
    for one in cal.walk("VEVENT")
]))
"""
VOBJECT = """
import sys, vobject
cal = vobject.readOne(open(sys.argv[1], encoding="utf-8"))
for one in cal.vevent_list:
    print(one.uid.value, one.summary.value)
"""
KHAL = """[calendars]
[[one]]
path = {folder}/cal
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def promises() -> list[dict[str, Any]]:
    """One to each odd name, in turn mine and theirs."""
    return [
        {
            "id": f"01M8ZZZ{number:019d}", "at": "2027-03-03T09:00:00.000+01:00", "kind": "action",
            "day": "2027-03-03", "text": "a promise", "minutes": 10, "people": [name],
            "next": {"who": ("me", "them")[number % 2], "person": name, "what": WHAT,
                     "day": "2027-03-12"},
        }
        for number, name in enumerate(ODD_NAMES)
    ]  # fmt: skip


@pytest.fixture
def busy(journey: Journey) -> Journey:
    """With a vacation, a milestone that is reached, and commitments with odd names."""
    terminal = journey.terminal
    with (terminal.home / "log.jsonl").open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(one) + "\n" for one in promises())
    with (terminal.home / "roadmap.toml").open("a", encoding="utf-8") as roadmap:
        roadmap.write("\n[[vacation]]\nfrom = 2027-04-05\nto = 2027-04-06\n")
    terminal.type("milestones", "done", "allies.five-met", today="2027-03-03")
    return journey


def events(path: Path, folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run(needs_peer("icalendar", "khal"), "-c", READ, str(path), folder=folder)
    )
    return found


def test_lines_are_folded_between_characters(busy: Journey) -> None:
    """No line is longer than 75 octets, each is UTF-8 of its own, and all end with CR LF."""
    whole = busy.file("journey.ics", "ics").read_bytes()
    assert whole.count(b"\r\n") == whole.count(b"\n")
    lines = whole.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]


def test_icalendar_reads_every_event(busy: Journey) -> None:
    """The target date, each milestone on its day, each commitment, one reminder with its days."""
    found = events(busy.file("journey.ics", "ics"), busy.folder)
    by_title = {one["summary"]: one for one in found}
    assert by_title["Target date: product manager"]["start"] == "2028-01-10"
    reached = next(one for one in found if one["summary"].startswith("Reached: "))
    assert reached["start"] == "2027-03-03"
    owed = [one["summary"] for one in found if one["summary"].startswith("You owe ")]
    for name in ODD_NAMES[::2]:
        assert any(one.startswith(f"You owe {name}") and one.endswith(WHAT) for one in owed), name
    assert f"Waiting on {ODD_NAMES[1]} (PM): {WHAT}" in by_title
    reminder = by_title["One step toward product manager"]
    assert reminder["start"] == "2027-03-05 18:00:00"
    assert reminder["rule"].endswith("UNTIL=20280109T235959;BYDAY=MO,TU,WE,TH,FR,SA")
    assert reminder["off"] == ["2027-04-05 18:00:00", "2027-04-06 18:00:00"]


def test_the_reminder_is_as_one_wants_it(journey: Journey) -> None:
    """A time of day, or none; anything else is refused."""
    assert "DTSTART:20270305T063000\r\n" in journey.export("ics", "--remind", "6:30")
    assert "RRULE" not in journey.export("ics", "--remind", "off")
    journey.export("ics", "--remind", "25:00", code=2)
    assert '"25:00" is not a time of day.' in journey.terminal.err
    journey.export("csv", "--remind", "6:30", code=2)
    assert "--remind needs the format ics" in journey.terminal.err


@pytest.mark.parametrize(
    ("vacation", "first"),
    [
        ("from = 2027-03-01\nto = 2027-03-07", "20270308"),
        ("from = 2027-03-01\nto = 2028-03-01", ""),
        ("from = 2027-03-06\nto = 2027-03-06", "20270305"),
    ],
)
def test_the_reminder_begins_on_a_day_that_it_has(
    vacation: str, first: str, journey: Journey
) -> None:
    """Not on a day off, and without any day there is none."""
    with (journey.terminal.home / "roadmap.toml").open("a", encoding="utf-8") as roadmap:
        roadmap.write(f"\n[[vacation]]\n{vacation}\n")
    shown = journey.export("ics")
    assert (f"DTSTART:{first}T180000\r\n" in shown) is bool(first)
    assert ("RRULE" in shown) is bool(first)
    assert f"EXDATE:{first}" not in shown


def test_ids_stay_when_the_plan_moves(journey: Journey) -> None:
    """A later export has the same UIDs with other days, so that a reader changes its events."""
    before = events(journey.file("one.ics", "ics"), journey.folder)
    journey.terminal.type(
        "roadmap", "move", "2028-03-06", "--because", "a release", today="2027-03-05"
    )
    after = events(journey.file("two.ics", "ics"), journey.folder)
    assert [one["uid"] for one in after] == [one["uid"] for one in before]
    assert [one["start"] for one in after] != [one["start"] for one in before]
    assert len({one["uid"] for one in after}) == len(after)


def test_vobject_reads_the_same(busy: Journey) -> None:
    """A second library finds the same events with the same words."""
    path = busy.file("journey.ics", "ics")
    told = run(needs_peer("vobject", "khard"), "-c", VOBJECT, str(path), folder=busy.folder)
    found = events(path, busy.folder)
    assert told.splitlines() == [f"{one['uid']} {one['summary']}" for one in found]


def test_khal_imports_it_and_an_update_doubles_nothing(busy: Journey) -> None:
    """Two days of its agenda; after a second import there are as many events."""
    folder = busy.folder
    (folder / "cal").mkdir()
    (folder / "config").write_text(KHAL.format(folder=folder))
    path = busy.file("journey.ics", "ics")
    words = ("-c", "config", "import", "--batch", str(path))
    for _ in range(2):
        run("khal", *words, folder=folder)
    every = events(path, folder)
    assert len(list((folder / "cal").glob("*.ics"))) == len(every)
    shown = run("khal", "-c", "config", "list", "--format", "{start-time} {title}",
                "2027-03-12", "2027-03-15", folder=folder)  # fmt: skip
    assert "18:00 One step toward product manager" in shown
    assert f"You owe {ODD_NAMES[0]} (PM): {WHAT}" in shown


def test_calcurse_reads_it_whole(busy: Journey) -> None:
    """Nothing is skipped: one repeated appointment, everything else on its day."""
    path = busy.file("journey.ics", "ics")
    count = len(events(path, busy.folder))
    told = run(needs("calcurse"), "-D", str(busy.folder / "cc"), "-i", str(path),
               folder=busy.folder)  # fmt: skip
    assert f"1 app / {count - 1} events / 0 todos / 0 skipped" in told
