"""What undo takes back, what it leaves alone, and how an undo is undone."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from pmpath.cli.session import Session
from pmpath.cli.terminal import asking
from tests.commands.conftest import Terminal

MOVE = ("roadmap", "move", "2028-03-06", "--because", "a release")


def text(terminal: Terminal) -> str:
    """The roadmap."""
    return (terminal.home / "roadmap.toml").read_text(encoding="utf-8")


def edited(terminal: Terminal, old: str, new: str) -> None:
    """An edit by hand."""
    assert old in text(terminal)
    (terminal.home / "roadmap.toml").write_text(text(terminal).replace(old, new), "utf-8")


def records(terminal: Terminal) -> list[dict[str, Any]]:
    """What `history --all` lists."""
    shown = terminal.type("history", "--all", "-n", "0", "--json")
    found: list[dict[str, Any]] = json.loads(shown)["data"]["records"]
    return found


def from_an_older_build(terminal: Terminal) -> None:
    """The log as it would be from a build whose records name no change of the roadmap."""
    lines = [json.loads(line) for line in terminal.log.splitlines()]
    for one in lines:
        one.pop("roadmap", None)
        one.pop("part_of", None)
    (terminal.home / "log.jsonl").write_text("".join(json.dumps(one) + "\n" for one in lines))


@pytest.mark.parametrize("words", [
    MOVE, ("replan", "--hours", "3", "--scope", "core"), ("replan", "--restart"),
    ("roadmap", "move", "2027-02-01", "--milestone", "search.odds-known"),
])  # fmt: skip
def test_what_an_older_build_recorded_is_taken_back_as_well(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    """A plan is held against the one before it, a move has both days."""
    terminal.type("log", "coffee")
    before = text(terminal)
    terminal.type(*words)
    after = text(terminal)
    from_an_older_build(terminal)
    terminal.type("undo")
    assert text(terminal) == before
    assert "1 entry." in terminal.type("history")
    terminal.type("undo", "--back")
    assert text(terminal) == after


def test_a_second_move_of_a_milestone_goes_back_to_the_day_of_the_first(terminal: Terminal) -> None:
    """The first made a day of its own, which goes with the first alone."""
    before = text(terminal)
    for day in ("2027-02-01", "2027-02-03"):
        terminal.type("roadmap", "move", day, "--milestone", "search.odds-known")
    from_an_older_build(terminal)
    terminal.type("undo")
    assert "due = 2027-02-01" in text(terminal)
    terminal.type("undo")
    assert text(terminal) == before


def test_the_exit_from_a_role_is_taken_back(terminal: Terminal) -> None:
    """The key that the move added is gone again."""
    terminal.type("answer", "step-role", "in")
    edited(terminal, 'state = "in"', 'state = "in"\nsince = 2026-09-01')
    before = text(terminal)
    terminal.type("roadmap", "move", "2027-09-01", "--exit")
    assert text(terminal) != before
    terminal.type("undo")
    assert text(terminal) == before


@pytest.mark.parametrize("words", [MOVE, ("replan", "--date", "2028-03-06")])
def test_a_value_that_was_edited_since_is_named_and_nothing_is_touched(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    """Neither the value, nor the record, nor the entry before it."""
    terminal.type("log", "coffee")
    terminal.type(*words)
    edited(terminal, "date = 2028-03-06", "date = 2028-05-01")
    before = text(terminal), terminal.log
    terminal.type("undo", code=2)
    assert "target.date was 6 Mar 2028 and is 1 May 2028 now. Nothing was changed." in terminal.err
    assert "To set it to 10 Jan 2028 by hand: pmpath roadmap edit" in terminal.err
    assert (text(terminal), terminal.log) == before


def test_what_else_was_edited_since_stays(terminal: Terminal) -> None:
    """A comment, another value and another line behind the move are kept byte for byte."""
    terminal.type(*MOVE)
    edited(terminal, "[target]", "# mine\n[target]")
    edited(terminal, 'level = ""', 'level = "senior"')
    after = text(terminal)
    terminal.type("undo")
    assert text(terminal) == after.replace("date = 2028-03-06", "date = 2028-01-10")


def test_an_edit_by_hand_counts_before_the_command_that_recorded_it(terminal: Terminal) -> None:
    """The command typed last is undone first, and the edit, which has its own record, next."""
    edited(terminal, "date = 2028-01-10", "date = 2028-05-01")
    terminal.type("rest", "tomorrow")
    assert terminal.type("undo").startswith("Undone: rest on Tue 12 Jan.")
    assert "date = 2028-05-01" in text(terminal)
    assert "10 Jan 2028 to 1 May 2028 by hand" in terminal.type("undo").replace("\n        ", " ")
    assert "date = 2028-01-10" in text(terminal)
    terminal.type("undo", code=3)


@pytest.mark.parametrize("words", [
    ("done",), ("milestones", "done", "search.odds-known"), ("today", "--other"),
    ("today", "--minutes", "20"), ("today", "--not-in-plan"), ("milestones", "drop",
    "search.loops", "--because", "x"), ("accept", "NO_CUSTOMER", "--because", "x", "--until",
    "2027-03-01"), ("amend", "50m"), ("roadmap", "close", "--because", "paused"),
])  # fmt: skip
def test_no_command_that_records_an_edit_by_hand_hides_behind_it(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    """Undo behind the command takes the command back and leaves the edit."""
    terminal.type("log", "coffee")
    edited(terminal, "date = 2028-01-10", "date = 2028-05-01")
    after = text(terminal)
    terminal.type(*words, today="2027-01-12")
    assert "by hand" not in terminal.type("undo")
    assert text(terminal) == after


def test_an_undo_records_no_edit_by_hand(terminal: Terminal) -> None:
    """Otherwise the next undo would reverse that edit in place of the entry before."""
    terminal.type("log", "first")
    terminal.type("log", "second")
    edited(terminal, "date = 2028-01-10", "date = 2028-05-01")
    assert terminal.type("undo").startswith("Undone: second")
    assert terminal.type("undo").startswith("Undone: first")
    assert "date = 2028-05-01" in text(terminal)


def test_an_older_plan_is_not_taken_out_from_under_a_later_one(terminal: Terminal) -> None:
    """The later change is named with its handle."""
    terminal.type(*MOVE)
    terminal.type("replan", "--hours", "3")
    before = text(terminal), terminal.log
    first, second = [one["handle"] for one in records(terminal)][1:]
    terminal.type("undo", first, code=2)
    assert f"pmpath undo {second}" in terminal.err
    assert (text(terminal), terminal.log) == before
    undone = terminal.type("undo", second)
    assert "  roadmap: minutes are mon 30, tue 30," in undone
    assert undone.count("roadmap: ") == 1
    terminal.type("undo", first)
    assert "date = 2028-01-10" in text(terminal)


def test_a_plan_is_not_put_back_over_a_later_one(terminal: Terminal) -> None:
    """Its date would not be the one that follows on the plan before."""
    terminal.type(*MOVE)
    terminal.type("undo")
    terminal.type("replan", "--date", "2028-02-07")
    before = text(terminal), terminal.log
    terminal.type("undo", "--back", code=2)
    assert "The plan has changed since" in terminal.err
    assert (text(terminal), terminal.log) == before


def test_an_undo_can_be_undone_by_its_own_handle(terminal: Terminal) -> None:
    """And that can be undone again, as often as somebody likes."""
    terminal.type("log", "a", "walk", "30m")
    terminal.type("undo")
    for _ in range(2):
        terminal.type("undo", records(terminal)[-1]["handle"])
        assert terminal.out == "Put back: a walk, 30 min, Mon 11 Jan.\n"
        assert "1 entry." in terminal.type("history")
        terminal.type("undo", records(terminal)[-1]["handle"])
        assert terminal.out.startswith("Undone: a walk, 30 min, Mon 11 Jan.")
        assert "No entry was found." in terminal.type("history")
    terminal.type("undo", records(terminal)[1]["handle"], code=2)
    assert "This was already undone: a walk" in terminal.err


def test_putting_back_takes_the_undo_that_came_last(terminal: Terminal) -> None:
    """One after another; when all are back, it says so and writes nothing."""
    for word in ("one", "two", "three"):
        terminal.type("log", word)
    for word in ("three", "two", "one"):
        assert terminal.type("undo").startswith(f"Undone: {word}")
    for word in ("one", "two", "three"):
        assert terminal.type("undo", "--back").startswith(f"Put back: {word}")
    before = terminal.log
    terminal.type("undo", "--back", code=3)
    assert terminal.err == "pmpath: There is nothing to put back.\n"
    terminal.type("undo", "--back", records(terminal)[1]["handle"], code=2)
    assert terminal.log == before


def test_every_kind_is_listed_with_a_handle_and_can_be_undone_by_it(terminal: Terminal) -> None:
    """Each but the first plan; then each is put back, and the figures are as before."""
    for words in (
        "log coffee", "rest tomorrow", "today --other", "milestones done search.odds-known",
        "milestones drop search.loops --because x", "amend --entry {} 50m", "answer junior yes",
        "accept NO_CUSTOMER --because x --until 2027-03-01", "roadmap close --because paused",
        "roadmap move 2028-03-06",
    ):  # fmt: skip
        found = records(terminal)
        terminal.type(*words.format(found[min(1, len(found) - 1)]["handle"]).split())
    found = records(terminal)
    kinds = {one["kind"] for one in found}
    assert kinds == {"plan", "action", "rest", "decline", "milestone", "move", "amend", "change",
                     "accept", "close"}  # fmt: skip
    assert len({one["handle"] for one in found}) == len(found)
    screens = (("report", "all"), ("milestones",), ("today",))
    shown = [terminal.type(*words) for words in screens]
    for one in found[1:]:
        terminal.type("undo", one["handle"])
        terminal.type("undo", "--back", one["handle"])
    assert shown == [terminal.type(*words) for words in screens]


def test_the_first_plan_is_the_ground_and_stays(terminal: Terminal) -> None:
    """Milestones that the answers of init had reached came with it."""
    terminal.type("undo", code=3)
    assert "There is nothing to undo." in terminal.err
    terminal.type("undo", records(terminal)[0]["handle"], code=2)
    assert "The first plan cannot be undone" in terminal.err


def test_what_another_milestone_depends_on_is_not_taken_out(terminal: Terminal) -> None:
    """The fault that it would make is named, and nothing is changed."""
    add = ("milestones", "add", "--track", "reading", "--due")
    terminal.type(*add, "2027-06-01", "First")
    terminal.type(*add, "2027-07-01", "Second", "--after", "reading.first")
    before = text(terminal), terminal.log
    terminal.type("undo", records(terminal)[1]["handle"], code=2)
    assert "The roadmap would not be valid with that; nothing was changed." in terminal.err
    assert "reading.first" in terminal.err
    assert (text(terminal), terminal.log) == before
    terminal.type("undo")
    terminal.type("undo")


def test_a_record_of_a_newer_pmpath_is_not_reached_past(terminal: Terminal) -> None:
    """What it stands for is not known here; the entry before it stays."""
    terminal.type("log", "coffee")
    line = '{"id":"7ZZZZZZZZZZZZZZZZZZZZZZZZZ","at":"2027-01-11T13:00:00","kind":"dream"}\n'
    with (terminal.home / "log.jsonl").open("a") as file:
        file.write(line)
    before = terminal.log
    terminal.type("undo", code=2)
    assert "A newer pmpath wrote this record (dream)" in terminal.err
    terminal.type("undo", records(terminal)[-1]["handle"], code=2)
    assert terminal.log == before
    terminal.type("undo", records(terminal)[1]["handle"])
    assert terminal.out.startswith("Undone: coffee")


def test_two_records_of_one_handle_are_told_apart(terminal: Terminal) -> None:
    """A handle that two share is refused with longer ones; history shows none of that kind."""
    for number in ("1", "2"):
        key = f"01M0000000000000000000{number}ABC"
        line = {"id": key, "at": "2027-01-11T13:00:00+00:00", "day": "2027-01-11",
                "kind": "action", "text": f"walk {number}", "minutes": 15}  # fmt: skip
        with (terminal.home / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
    shown = terminal.type("history")
    assert "[1abc]" in shown
    assert "[2abc]" in shown
    before = terminal.log
    terminal.type("undo", "abc", code=3)
    assert terminal.err.splitlines() == [
        'pmpath: 2 records share the handle "abc".',
        "  Write more of it: 1abc, 2abc. pmpath history --all shows which is which.",
    ]
    assert terminal.log == before
    terminal.type("undo", "1ABC")
    assert "walk 2" in terminal.type("history")


def test_on_a_terminal_an_older_record_is_asked_about(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within the hour it is not; Enter leaves all as it is."""
    terminal.type("log", "coffee", today="2027-01-11T12:00+00:00")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    asked: list[str] = []
    given: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return given.pop(0)

    monkeypatch.setattr(asking, "typed_line", answer)
    given += ["", "n"]
    for _ in range(2):
        before = terminal.log
        terminal.type("undo", today="2027-01-11T14:30+00:00")
        assert (
            "The newest record: coffee, 15 min, Mon 11 Jan. It was written 2 hours ago."
            in terminal.out.replace("\n", " ")
        )
        assert terminal.out.endswith("Nothing was changed.\n")
        assert terminal.log == before
    given.append("y")
    assert "Undone: coffee" in terminal.type("undo", today="2027-01-12T13:00+00:00")
    assert len(asked) == 3
    terminal.type("log", "lunch", today="2027-01-12T13:00+00:00")
    terminal.type("undo", today="2027-01-12T13:59+00:00")
    assert len(asked) == 3


def test_a_kill_between_roadmap_and_record_reads_as_an_edit_by_hand(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The roadmap is changed back, and the next writing command records it."""
    terminal.type(*MOVE)

    def die(*_: object) -> str:
        raise SystemExit(137)

    monkeypatch.setattr(Session, "append_act", die)
    terminal.type("undo", code=137)
    monkeypatch.undo()
    assert "date = 2028-01-10" in text(terminal)
    assert "not yet recorded" in terminal.type("report")
    terminal.type("rest", "tomorrow")
    assert '"target":"2028-01-10"' in terminal.log.splitlines()[-2]


def test_a_milestone_with_a_comment_of_the_person_is_not_taken_out(terminal: Terminal) -> None:
    """Nothing that was written by hand is lost to an undo; the line is named."""
    terminal.type("milestones", "add", "Course", "--track", "reading", "--due", "2027-06-01")
    edited(terminal, 'title = "Course"', 'title = "Course" # ask Ida first')
    before = text(terminal), terminal.log
    terminal.type("undo", code=4)
    assert "without this [[milestone]] block" in terminal.err
    assert "To undo an older record: pmpath undo HANDLE" in terminal.err
    assert (text(terminal), terminal.log) == before


def test_a_milestone_that_is_done_already_names_the_record_to_undo(terminal: Terminal) -> None:
    """The newest record is another one by then."""
    terminal.type("milestones", "done", "search.odds-known")
    terminal.type("log", "coffee")
    terminal.type("milestones", "done", "search.odds-known", code=2)
    command = terminal.err.splitlines()[1].partition("pmpath ")[2].split()
    terminal.type(*command)
    assert terminal.out.startswith("Undone: milestone search.odds-known done")


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        (("coffee with @lena:pm 45m", "coffee with @lena:pm 45m", "lunch"), "coffee"),
        (("a walk 5h", "lunch"), "a walk"),
    ],
)
def test_the_hint_that_mends_an_entry_hits_that_entry(
    terminal: Terminal, lines: tuple[str, ...], gone: str
) -> None:
    """Typed as the report has it, although another entry was logged since."""
    for line in lines:
        terminal.type("log", *line.split())
    shown = " ".join(terminal.type("report", today="2027-01-20").split())
    shown = " ".join(terminal.type("report", "2027-W02", today="2027-01-20").split())
    command = shown.partition("In the log, ")[2].partition("pmpath ")[2].split()
    if command[0] == "undo":
        terminal.type(*command[:2])
        assert terminal.out.startswith(f"Undone: {gone}")
    else:
        terminal.type(*command[:4])
        assert terminal.out.startswith(f"Now: {gone}")
        assert "45 min" in terminal.out
    assert "lunch" in terminal.type("history")


def test_what_two_machines_undid_is_put_back_by_one_command(terminal: Terminal) -> None:
    """Each wrote an undo of the same entry before they met."""
    terminal.type("log", "a", "walk", "30m")
    terminal.type("undo")
    other = json.loads(terminal.log.splitlines()[-1])
    other["id"] = other["id"][:-4] + "ZZZZ"
    with (terminal.home / "log.jsonl").open("a") as file:
        file.write(json.dumps(other) + "\n")
    assert "No entry was found." in terminal.type("history")
    terminal.type("undo", "--back")
    assert "1 entry." in terminal.type("history")
    terminal.type("undo", "--back", code=3)


def test_a_block_that_is_gone_is_said(terminal: Terminal) -> None:
    """The day of a milestone that was taken out by hand is not put back into nothing."""
    terminal.type("milestones", "add", "Course", "--track", "reading", "--due", "2027-06-01")
    terminal.type("roadmap", "move", "2027-07-01", "--milestone", "reading.course")
    terminal.type("undo")
    edited(terminal, text(terminal)[text(terminal).rindex("\n[[milestone]]") :], "")
    before = text(terminal), terminal.log
    terminal.type("undo", "--back", code=2)
    assert "milestone reading.course: due was 1 Jun 2027 and is nothing now" in terminal.err
    assert (text(terminal), terminal.log) == before


@pytest.mark.parametrize("at", [
    [], ["target"], ["nobody", "there"], ["milestone", "x", "due"], "target", [1], None,
])  # fmt: skip
def test_a_change_that_makes_no_sense_is_no_bug(terminal: Terminal, at: object) -> None:
    """What another program wrote under the key of changes: refused, or passed over."""
    line = {"id": "7" * 26, "at": "2027-01-11T13:00:00+00:00", "day": "2027-01-11",
            "kind": "change", "what": "answer", "of": "junior",
            "roadmap": [{"at": at, "was": "x", "now": {"day": "2027-01-01"}}]}  # fmt: skip
    with (terminal.home / "log.jsonl").open("a") as file:
        file.write(json.dumps(line) + "\n")
    before = text(terminal)
    code = 2 if isinstance(at, list) and at and isinstance(at[0], str) else 0
    terminal.type("undo", code=code)
    assert text(terminal) == before


def test_an_undone_change_of_the_plan_is_told_as_what_it_was(terminal: Terminal) -> None:
    """What was undone before it does not become a part of it."""
    terminal.type("roadmap", "move", "2028-02-07", "--because", "a")
    terminal.type("replan", "--hours", "6")
    terminal.type("replan", "--restart")
    told = [one["told"] for one in records(terminal)][1:4]
    for _ in told:
        terminal.type("undo")
    assert [one["told"] for one in records(terminal)][1:4] == told


@pytest.mark.parametrize("handle", ["", " ", "3", "[]"])
def test_what_is_no_handle_takes_nothing_back(terminal: Terminal, handle: str) -> None:
    """Neither an unset variable of the shell nor a count of records means some record."""
    for number in range(40):
        terminal.type("log", f"coffee {number}")
    before = terminal.log
    code = 3 if handle.strip() else 2
    terminal.type("undo", handle, code=code)
    terminal.type("undo", "--back", handle, code=code)
    assert terminal.log == before


def test_a_handle_is_taken_as_the_screen_shows_it(terminal: Terminal) -> None:
    """With its brackets, a blank behind it, or in capital letters."""
    terminal.type("log", "coffee with @lena")
    handle = records(terminal)[-1]["handle"]
    for written in (f"[{handle}]", f"{handle} ", handle.upper()):
        terminal.type("undo", written)
        terminal.type("undo", "--back", written)


def test_a_whole_id_names_its_record_although_a_longer_one_ends_so(terminal: Terminal) -> None:
    """Every handle that history shows can be typed."""
    with (terminal.home / "log.jsonl").open("a") as log:
        for key in ("LINE1", "INE1", "OTHERLINE1"):
            log.write(
                f'{{"id":"{key}","at":"2027-01-11T12:30:00+00:00","day":"2027-01-11",'
                f'"kind":"action","text":"{key}","minutes":5}}\n'
            )
    for one in records(terminal)[-3:]:
        terminal.type("undo", one["handle"])
        assert one["told"] in terminal.out


def test_what_an_edit_by_hand_put_back_already_is_no_hindrance(terminal: Terminal) -> None:
    """So it is as well after an undo that was cut off between the roadmap and its record."""
    roadmap = terminal.home / "roadmap.toml"
    before = roadmap.read_bytes()
    terminal.type("roadmap", "move", "2028-03-06", "--because", "x")
    after = roadmap.read_bytes()
    roadmap.write_bytes(before)
    terminal.type("undo")
    assert roadmap.read_bytes() == before
    assert [one["undone"] for one in records(terminal)] == [False, True, False]
    roadmap.write_bytes(after)
    terminal.type("undo", "--back")
    assert roadmap.read_bytes() == after
    terminal.type("rest", "tomorrow")
    assert terminal.log.count('"kind":"plan"') == 2
