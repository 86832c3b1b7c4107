"""What is easily read wrongly in the files of each tool."""

from __future__ import annotations

import json

import pytest

from tests.imports.conftest import SAMPLES, Importer

TASK = {
    "uuid": "b1a1f0b2-0000-4000-8000-000000000001",
    "description": "coffee",
    "status": "completed",
}


def days(importer: Importer) -> list[str]:
    return [one["day"] for one in importer.entries]


def test_a_task_is_of_the_day_here_not_of_its_first_eight_digits(importer: Importer) -> None:
    """22:30 in UTC is past midnight in Berlin, where until four it is still the day before."""
    late = {**TASK, "end": "20260115T223000Z"}
    early = {**TASK, "uuid": TASK["uuid"][:-1] + "2", "end": "20260115T040000Z"}
    importer.take(importer.file("t.json", json.dumps([late, early])))
    assert days(importer) == ["2026-01-15", "2026-01-15"]
    summer = {**TASK, "uuid": TASK["uuid"][:-1] + "3", "end": "20260714T220000Z"}
    morning = {
        **TASK,
        "uuid": TASK["uuid"][:-1] + "4",
        "end": "20260714T230000Z",
        "description": "b",
    }
    importer.take(importer.file("s.json", json.dumps([summer, morning])))
    assert days(importer)[2:] == ["2026-07-14", "2026-07-14"]


def test_a_blank_in_place_of_the_t_is_no_instant(importer: Importer) -> None:
    """Of a task without a day of completion nobody can say when it was done."""
    path = importer.file("t.json", json.dumps([{**TASK, "end": "20260115 223000Z"}]))
    assert importer.reasons(path) == ["its end is '20260115 223000Z', which is not an instant"]


def test_an_export_that_is_no_json_is_one_error(importer: Importer) -> None:
    """Text in a number field is written bare: file, line and what to do; nothing comes in."""
    good = json.dumps({**TASK, "end": "20260115T083000Z"})
    path = importer.file("t.json", f'[\n{good},\n{{"uuid":"x","description":"b","size":big}}\n]')
    importer.take(path, code=4)
    assert f"{path}:3" in importer.terminal.err
    assert "without quotes" in " ".join(importer.terminal.err.split())
    assert importer.entries == []


def test_a_done_task_promises_nothing(importer: Importer) -> None:
    """A day in the words of a task is when it was due, not what is owed."""
    task = {**TASK, "description": "send the deck to Tomas by friday", "end": "20260115T083000Z"}
    importer.take(importer.file("t.json", json.dumps([task])))
    assert "next" not in importer.entries[0]
    assert days(importer) == ["2026-01-15"]


def test_intervals_of_a_running_clock_wait_until_it_is_stopped(importer: Importer) -> None:
    """With exclusions a running clock is exported as several intervals, of which one is open."""
    several = [
        {"id": 3, "start": "20260120T080000Z", "end": "20260120T110000Z", "tags": ["search"]},
        {"id": 2, "start": "20260120T114500Z", "end": "20260120T163000Z", "tags": ["search"]},
        {"id": 1, "start": "20260121T070000Z", "tags": ["search"]},
    ]
    path = importer.file("t.json", json.dumps(several))
    assert len(importer.reasons(path)) == 3
    several[2]["end"] = "20260121T080000Z"
    assert importer.told(importer.file("t.json", json.dumps(several)))["files"][0]["added"] == 3


@pytest.mark.parametrize(
    ("stop", "reason"),
    [
        (1_800_000_000 - 60, "it ends before it begins"),
        (1_800_000_010, "it took less than half a minute"),
        (1_800_000_000 + 90_000, "it took more than a day; was a clock left running?"),
    ],
)
def test_a_frame_of_no_real_length_stays_out(importer: Importer, stop: int, reason: str) -> None:
    """Negative ones are stored in a spring gap, long ones by a clock that was left running."""
    frame = [1_800_000_000, stop, "reading", "a" * 32, [], 0]
    assert importer.reasons(importer.file("frames", json.dumps([frame]))) == [reason]


def test_the_offset_that_watson_prints_does_not_matter(importer: Importer) -> None:
    """It is that of now and not of the day; the instant alone counts."""
    frame = {"id": "a" * 32, "project": "reading", "tags": [],
             "start": "2026-07-15T09:00:00+09:00", "stop": "2026-07-15T09:45:00+09:00"}  # fmt: skip
    importer.take(importer.file("w.json", json.dumps([frame])))
    # Midnight in UTC, two in the morning in Berlin: still the day before.
    assert days(importer) == ["2026-07-14"]


def test_a_session_is_rounded_once(importer: Importer) -> None:
    """Twelve sessions of five minutes are an hour, whatever hledger makes of hundredths."""
    lines = [
        f"i 2026-01-15 {hour:02d}:00 mail\no 2026-01-15 {hour:02d}:05\n" for hour in range(6, 18)
    ]
    importer.take(importer.file("a.timeclock", "".join(lines)))
    assert sum(one["minutes"] for one in importer.entries) == 60


def test_a_quantity_needs_two_blanks(importer: Importer) -> None:
    """With one blank the line is silently an account with nothing."""
    path = importer.file("a.timedot", "2026-01-15\nreading 30m\ntalk  1h30m\nmail  1.5\n")
    reasons = importer.reasons(path)
    assert len(reasons) == 2
    assert all("two blanks" in one for one in reasons)
    importer.take(path)
    assert [one["minutes"] for one in importer.entries] == [90]


def test_absurd_numbers_cost_their_line(importer: Importer) -> None:
    """A year, a quantity, a field or an offset that no number should be is left out, not a bug."""
    rows = ("2026-01-15", f"mail  {'9' * 5000}", "talk  1e999999", f"{'9' * 5000}-01-15", "call  1")
    path = importer.file("a.timedot", "\n".join(rows) + "\n")
    assert len(importer.reasons(path)) == 3
    line = f"x 2026-01-15 call minutes:{'9' * 5000}\n"
    assert importer.told(importer.file("todo.txt", line))["files"][0]["added"] == 1
    mixed = (SAMPLES / "meetings.ics").read_text(encoding="utf-8").replace("T094500Z", "T094500", 1)
    reasons = importer.reasons(importer.file("a.ics", mixed))
    assert "its start and its end do not both have a zone" in reasons


def test_a_line_with_brackets_in_a_journal_is_no_entry(importer: Importer) -> None:
    """The body keeps it; the order of a star, noon and midnight are read rightly."""
    text = (
        "[2026-01-15 12:30:00 AM] Late\n[no day] here\n\n"
        "[2026-01-15 12:15:00 PM] Noon *\n\n[2026-01-16] Alone\n"
    )
    importer.take(importer.file("j.txt", text))
    assert [one["text"] for one in importer.entries] == ["Late\n[no day] here", "Noon", "Alone"]
    assert days(importer) == ["2026-01-14", "2026-01-15", "2026-01-16"]


def test_a_context_is_no_person(importer: Importer) -> None:
    """`@office` and `+allies` become tags and a track; a ratio and an address stay words."""
    line = "x 2026-01-15 2026-01-10 Call @office ratio 3:1 see https://x.org +allies pri:A\n"
    importer.take(importer.file("todo.txt", line))
    (entry,) = importer.entries
    assert entry["text"] == "Call ratio 3:1 see https://x.org"
    assert "office" in entry["tags"]
    assert entry["track"] == "allies"
    assert "people" not in entry


def test_two_alike_are_two_and_stay_two(importer: Importer) -> None:
    """Without an id in the file, the second of two equal lines is another thing."""
    path = importer.file("todo.txt", "x 2026-01-15 call\n" * 2)
    assert importer.told(path)["files"][0]["added"] == 2
    assert importer.told(path)["files"][0]["added"] == 0


def test_people_of_a_meeting_are_those_who_came(importer: Importer) -> None:
    """No room, nobody who declined, not you; an address with a name in it names somebody."""
    importer.take(SAMPLES / "meetings.ics", "--people")
    first = importer.entries[0]
    assert first["people"] == ["Müller, Jörg; 'J'", "Vera Holm"]
    # 00:30 in a zone that only the file knows.
    assert first["day"] == "2026-07-14"
    importer.terminal.type("undo")
    importer.take(SAMPLES / "meetings.ics", "--no-people")
    assert "people" not in importer.entries[len(importer.entries) // 2]


def test_one_bad_event_costs_one_note(importer: Importer) -> None:
    """A malformed alarm costs nothing, a malformed day its event, and each note says where."""
    told = importer.told(SAMPLES / "meetings.ics", "--dry-run")["files"][0]["left_out"]
    assert [one["place"] for one in told] == ["line 54", "line 76", "line 59", "line 69"]
    assert "cannot be read: DTSTART" in told[0]["reason"]


def test_a_calendar_is_asked_about_first(importer: Importer) -> None:
    """Where nobody can answer, the options that answer are named; nothing comes in."""
    importer.take(SAMPLES / "meetings.ics", code=2)
    assert "--no-people" in importer.terminal.err
    assert importer.entries == []
    assert "--no-people" in (
        importer.take(SAMPLES / "Connections.csv", code=2) or importer.terminal.err
    )


def test_our_own_calendar_is_not_taken_for_meetings(importer: Importer) -> None:
    """What `export ics` wrote stays out."""
    path = importer.folder / "own.ics"
    importer.terminal.type("export", "ics", "--out", str(path), today="2027-03-05")
    told = importer.told(path, "--dry-run")["files"][0]
    assert told["added"] == 0
    assert {one["reason"] for one in told["left_out"]} <= {"pmpath wrote it", "it lasts whole days"}


def test_a_connection_meets_nobody(importer: Importer) -> None:
    """It tells who somebody is: no minutes, no contact, and only whom the plan counts."""
    importer.take(SAMPLES / "Connections.csv", "--people")
    people = [one["people"] for one in importer.entries]
    assert people == [['Jörg; "J" Müller (Senior PM)'], ["Vera Holm (Head of Sales EMEA)"]]
    report = json.loads(importer.terminal.type("report", "all", "--json"))["data"]
    assert report["met"] == []
    importer.terminal.type("log", "coffee with Vera, 20 min")
    assert importer.entries[-1]["people"] == ["Vera Holm"]


def test_a_comment_behind_a_session_stays_in_its_words(importer: Importer) -> None:
    """hledger 1.25 takes it for the description: nothing of what was typed is dropped."""
    text = "i 2026-01-15 09:00 allies  coffee with Lena ; she worries about churn\n"
    importer.take(importer.file("a.timeclock", f"{text}o 2026-01-15 09:30\n"))
    assert "she worries about churn" in importer.entries[0]["text"]


def test_notes_of_any_length_stand_before_the_connections(importer: Importer) -> None:
    """The header is found by its columns; an empty e-mail and a day without a zero are read."""
    notes = 'Notes:\n"First Name, and others, are\nyours"\n\n'
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    rows = "Ada,Byron,https://example.org/ada,,Nordfrakt,Head of Sales,1 Mar 2026\n"
    importer.take(importer.file("Connections.csv", notes + header + rows), "--people")
    assert [(one["day"], one["people"]) for one in importer.entries] == [
        ("2026-03-01", ["Ada Byron (Head of Sales)"])
    ]
