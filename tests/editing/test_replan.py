"""`pmpath replan` by options: which values change, and what is recorded."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal
from tests.editing.conftest import kept, roadmap

LATER = "2027-05-10"


def changed_lines(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    """The pairs of lines that differ; both texts have as many lines."""
    old, new = before.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    return [(one, other) for one, other in zip(old, new, strict=True) if one != other]


def test_the_same_date_changes_no_byte_and_starts_the_line(terminal: Terminal) -> None:
    """One record with restart; the count of days begins anew."""
    before = roadmap(terminal).read_bytes()
    said = terminal.type("replan", "--restart", "--because", "a release", today=LATER)
    assert said == (
        "Replanned: counting starts again today, Mon 10 May.\n"
        "  date      10 Jan 2028, date unchanged\n"
        "  a week    4 h: mon-fri 30, sat 90, sun off\n"
        "  scope     standard, 29 milestones open\n"
        "  because   a release\n"
    )
    assert roadmap(terminal).read_bytes() == before
    newest = kept(terminal, "plan")[-1]
    assert (newest["restart"], newest["reason"], newest["day"]) == (True, "a release", LATER)


def test_another_date_other_hours_and_a_smaller_scope_change_their_values_alone(
    terminal: Terminal,
) -> None:
    """All three at once are one record; rest days stay rest days."""
    before = roadmap(terminal).read_bytes()
    terminal.type("replan", "--date", "2028-05-01", "--hours", "3", "--scope", "core", today=LATER)
    changes = changed_lines(before, roadmap(terminal).read_bytes())
    assert [after for _, after in changes] == [
        b"date = 2028-05-01", b'scope = "core"', *[b"mon = 20", b"tue = 20", b"wed = 20"],
        *[b"thu = 20", b"fri = 20", b"sat = 80"],
    ]  # fmt: skip
    plans = kept(terminal, "plan")
    assert len(plans) == 2
    assert (plans[1]["target"], plans[1]["scope"], plans[1]["restart"]) == (
        "2028-05-01", "core", True,
    )  # fmt: skip
    assert "Changes to the plan" in terminal.type("report")
    assert "1 May 2028, 16 weeks later" in terminal.out


def test_a_week_can_be_named_day_by_day(terminal: Terminal) -> None:
    """`mon=30 sat=120`; the others rest."""
    terminal.type("replan", "--hours", "mon=30 sat=120", today=LATER)
    minutes = kept(terminal, "plan")[-1]["minutes"]
    assert minutes == {"mon": 30, "tue": 0, "wed": 0, "thu": 0, "fri": 0, "sat": 120, "sun": 0}


def test_a_hand_edit_is_recorded_before_the_new_plan(terminal: Terminal) -> None:
    """What was promised until today stays known."""
    text = roadmap(terminal).read_text("utf-8")
    roadmap(terminal).write_text(text.replace("date = 2028-01-10", "date = 2028-02-07"), "utf-8")
    terminal.type("replan", "--date", "2028-03-06", "--because", "the move", today=LATER)
    dates = [(one["target"], one["reason"]) for one in kept(terminal, "plan")]
    assert dates == [
        ("2028-01-10", "init"), ("2028-02-07", "edited by hand"), ("2028-03-06", "the move"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--date 2027-05-01", "The target date 2027-05-01 has passed."),
        ("--date 2047-05-01", "2047-05-01 is more than ten years away."),
        ("--hours 1", "No plan fits into 60 minutes a week."),
        ("--hours many", '"many" was not understood as hours a week.'),
        ("--scope tiny", 'Unknown scope "tiny".'),
        ("", "This command asks questions, which needs a terminal."),
    ],
)
def test_what_makes_no_plan_is_refused(terminal: Terminal, options: str, sentence: str) -> None:
    """Exit 2, one sentence, and neither file is touched."""
    before = roadmap(terminal).read_bytes(), terminal.log
    terminal.type("replan", *options.split(), today=LATER, code=2)
    assert terminal.err.startswith(f"pmpath: {sentence}\n")
    assert (roadmap(terminal).read_bytes(), terminal.log) == before


def test_after_the_date_the_same_date_is_no_way_on(terminal: Terminal) -> None:
    """The line can start again toward a day to come."""
    terminal.type("replan", "--restart", today="2028-02-01", code=2)
    assert terminal.err.startswith("pmpath: The target date 2028-01-10 has passed.\n")
    terminal.type("replan", "--date", "2028-06-05")
    assert kept(terminal, "plan")[-1]["target"] == "2028-06-05"


def test_the_numbers_behind_the_ways_as_json(terminal: Terminal) -> None:
    """Nothing is written by looking at them."""
    before = terminal.log
    found = json.loads(terminal.type("replan", "--json", today=LATER))
    assert found["kind"] == "replan"
    assert found["data"]["left"]["scope"] == "standard"
    assert found["data"]["smaller"][0]["a_week"] < found["data"]["left"]["a_week"]
    assert terminal.log == before


def test_after_a_gap_the_question_is_asked_until_it_is_settled(terminal: Terminal) -> None:
    """The last step and the way to replan; the line that starts today leaves both out."""
    terminal.type("log", "coffee", "with", "@lena:pm", today="2027-01-13")
    shown = " ".join(terminal.type(today="2027-02-10").split())
    assert "Last step Wed 13 Jan, coffee with Lena" in shown
    assert "was the plan too big? Tell pmpath with one answer: pmpath replan" in shown
    terminal.type("replan", "--restart")
    shown = terminal.type()
    assert ("Last step" in shown, "pmpath replan" in shown) == (False, False)


def test_once_the_date_has_passed_both_ways_on_are_named(terminal: Terminal) -> None:
    """A new date, or the end of the plan."""
    shown = " ".join(terminal.type(today="2028-01-20").split())
    assert "To set a new one: pmpath replan. If you have the job: pmpath roadmap close" in shown
    assert "To set a new one" not in terminal.type(today="2028-01-10")
