from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from pmpath.cli.session import Session
from tests.commands.conftest import Terminal
from tests.editing.conftest import kept, roadmap

# As somebody keeps it who works on Windows and comments everything.
ODD = """\
# mine
schema = 1   # one

[[milestone]] # first
id = "allies.met"
track = "allies"
title = "Met"
hours = 1
tier = "core"
weeks_before = 30 # w
[minutes]
  mon = 30 # short
  sat=120

[[milestone]]
id = "allies.used"
track = "allies"
title = "Used"
hours = 2
tier = "core"
weeks_before = 20
depends_on = ["allies.met"]
[target] # the point
start = 2027-01-11
"date"   = 2028-01-10\t# the day
role = "pm"
[springboard]
state = "in"
since = 2026-09-01
# the end""".replace("\n", "\r\n")


@pytest.fixture
def odd(terminal: Terminal) -> Terminal:
    """A terminal whose roadmap is ODD."""
    roadmap(terminal).write_bytes(ODD.encode())
    return terminal


def test_a_moved_target_shows_first_date_moves_slip_and_what_moves_along(
    terminal: Terminal,
) -> None:
    """Eight weeks later: open milestones move by eight weeks, a done one keeps its day (A58)."""
    terminal.type("milestones", "done", "roadmap.checked")
    before = json.loads(terminal.type("milestones", "--json"))["data"]["milestones"]
    shown = terminal.type("roadmap", "move", "6", "mar", "2028", "--because", "a release")
    assert shown.startswith("Moved: 10 Jan 2028 to 6 Mar 2028.\n")
    assert "so far    moved once, 8 weeks later than 10 Jan 2028\n" in shown
    assert "because   a release\n" in shown
    after = json.loads(terminal.type("milestones", "--json"))["data"]["milestones"]
    days = {one["id"]: one["due"] for one in before}
    assert days["search.offer"] == "2027-12-06"
    assert {one["id"]: one["due"] for one in after}["search.offer"] == "2028-01-31"
    assert [one["done"] for one in after if one["id"] == "roadmap.checked"] == ["2027-01-11"]
    plan = kept(terminal, "plan")[-1]
    assert (plan["target"], plan["reason"]) == ("2028-03-06", "a release")
    terminal.type("roadmap", "move", "2028-02-07", "--because", "b", today="2027-02-01")
    assert "moved twice, 4 weeks later than 10 Jan 2028" in terminal.type("report")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("2028-01-10", "The target date is already 2028-01-10."),
        ("yesterday", "The target date 2027-01-10 has passed."),
        ("2027-03-01", "7 weeks left: too few for a whole plan."),
        ("2040-01-01", "2040-01-01 is more than ten years away."),
        ("soon", '"soon" is not a day.'),
        ("2027-06-01 --milestone allies.five-mett", "There is no milestone allies.five-mett."),
        ("2029-06-01 --milestone search.offer",
         "Offer or transfer accepted would be after the target date, "
         "2028-01-10."),
        ("2027-06-01 --exit", "Your roadmap does not say that you are in a stepping-stone role."),
        ("2027-06-01 --exit --milestone search.offer", "One move at a time."),
    ],
)  # fmt: skip
def test_a_move_that_cannot_be_is_refused(terminal: Terminal, words: str, sentence: str) -> None:
    """With one sentence, and neither file touched."""
    before = roadmap(terminal).read_bytes(), terminal.log
    code = 3 if "mett" in words else 2
    terminal.type("roadmap", "move", *words.split(), code=code)
    assert terminal.err.startswith(f"pmpath: {sentence}\n")
    assert (roadmap(terminal).read_bytes(), terminal.log) == before


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("roadmap move 2028-03-06", '"date"   = 2028-01-10\t# the day',
         '"date"   = 2028-03-06\t# the day'),
        ("roadmap move 2027-09-01 --exit", "since = 2026-09-01\r\n",
         "since = 2026-09-01\r\nexit_date = 2027-09-01\r\n"),
        ("roadmap move 2027-06-21 --milestone allies.met", "weeks_before = 30 # w\r\n",
         "weeks_before = 30 # w\r\ndue = 2027-06-21\r\n"),
        ("milestones add Mine --track allies --due 2027-05-03", "# the end",
         '# the end\r\n\r\n[[milestone]]\r\nid = "allies.mine"\r\ntrack = "allies"\r\n'
         'title = "Mine"\r\ndone_when = ""\r\nhours = 1\r\ntier = "core"\r\ndue = 2027-05-03\r\n'
         'depends_on = []\r\n'),
        ("milestones drop allies.used --because enough", "# the end", "# the end"),
        ("milestones done allies.met", "# the end", "# the end"),
        ("rest tomorrow", "# the end", "# the end"),
    ],
)  # fmt: skip
def test_every_other_byte_of_an_odd_roadmap_stays(
    odd: Terminal, words: str, old: str, new: str
) -> None:
    """CRLF, comments, quoted keys and a missing last line end survive each command."""
    odd.type(*words.split())
    assert roadmap(odd).read_bytes().decode() == ODD.replace(old, new)
    odd.type("roadmap", "check")


def test_an_answer_to_a_roadmap_without_answers_is_refused_with_the_line_to_write(
    odd: Terminal,
) -> None:
    """No command writes a table; both files stay as they are."""
    odd.type("rest", "tomorrow")
    before = odd.log
    odd.type("answer", "junior", "yes", code=4)
    assert 'as a table [answers] with junior = "yes"' in odd.err
    assert (roadmap(odd).read_bytes(), odd.log) == (ODD.encode(), before)


@pytest.mark.parametrize("words", [
    "roadmap move 2028-03-06", "roadmap move 2027-09-01 --exit", "replan --scope extended",
    "roadmap move 2027-06-21 --milestone allies.met", "replan --hours 5", "answer side outside",
])  # fmt: skip
def test_undo_gives_an_odd_roadmap_its_bytes_again(odd: Terminal, words: str) -> None:
    """A key that was not there before goes, line ends and comments stay."""
    odd.type("rest", "tomorrow")
    odd.type(*words.split())
    after = roadmap(odd).read_bytes()
    assert after != ODD.encode()
    odd.type("undo")
    assert roadmap(odd).read_bytes() == ODD.encode()
    odd.type("undo", "--back")
    assert roadmap(odd).read_bytes() == after


def test_a_milestone_moves_alone_and_not_past_what_it_depends_on(odd: Terminal) -> None:
    """Its own day wins over weeks_before; behind the one that needs it, it is refused."""
    odd.type("roadmap", "move", "2027-06-21", "--milestone", "allies.met", "--because", "fair")
    assert odd.out == "Moved: Met to Mon 21 Jun, it was Mon 14 Jun.\n"
    move = kept(odd, "move")[0]
    assert [move[key] for key in ("what", "of", "from", "to", "reason")] == [
        "milestone", "allies.met", "2027-06-14", "2027-06-21", "fair",
    ]  # fmt: skip
    odd.type("roadmap", "move", "2027-12-01", "--milestone", "allies.met", code=2)
    assert "Used would be before Met, 2027-12-01." in odd.err


def test_a_dropped_milestone_is_nowhere_until_it_is_restored(odd: Terminal) -> None:
    """Its block stays in the file; what another one depends on cannot be dropped."""
    odd.type("milestones", "drop", "allies.met", "--because", "x", code=2)
    assert odd.err.startswith("pmpath: Used depends on allies.met.\n")
    odd.type("milestones", "drop", "allies.used", "--because", "enough")
    assert "allies.used" not in odd.type("milestones")
    odd.type("milestones", "done", "allies.used", code=2)
    odd.type("milestones", "drop", "allies.used", "--because", "x", code=2)
    odd.type("milestones", "restore", "allies.used")
    assert "allies.used" in odd.type("milestones")
    odd.type("milestones", "restore", "allies.used", code=2)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Mine --track alies --due 2027-05-03", "There is no track alies."),
        ("Mine --track allies", "The milestone needs a day."),
        ("Mine --track allies --due 2027-05-03 --weeks-before 3", "The milestone needs a day."),
        ("Mine --track allies --due 2029-05-03", "2029-05-03 is after the target date"),
        ("Mine --track allies --due 2027-05-03 --hours 1.001", "1.001 hours is not a whole"),
        ("Mine --track allies --due 2027-05-03 --after allies.used", "2027-05-03 is before Used"),
    ],
)
def test_a_milestone_that_cannot_be_is_refused(odd: Terminal, words: str, sentence: str) -> None:
    """With what would be right, and the file as it was."""
    odd.type("milestones", "add", *words.split(), code=2)
    assert odd.err.startswith(f"pmpath: {sentence}")
    assert roadmap(odd).read_bytes() == ODD.encode()


def test_ids_of_own_milestones_are_unique(odd: Terminal) -> None:
    """Two with one title get two ids; letters of other alphabets leave one as well."""
    words = ("--track", "allies", "--due", "2027-05-03")
    assert "as allies.fur-jorg." in odd.type("milestones", "add", "Für Jörg!", *words)
    assert "as allies.fur-jorg-2." in odd.type("milestones", "add", "Für Jörg!", *words)
    assert "as allies.own." in odd.type("milestones", "add", "李明", *words)
    assert roadmap(odd).read_bytes().startswith(ODD.encode())


def test_a_kill_between_roadmap_and_record_reads_as_a_hand_edit(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The roadmap holds the new date, the log does not yet; the next writing command records it."""

    def die(*_: object) -> str:
        raise SystemExit(137)

    monkeypatch.setattr(Session, "append", die)
    terminal.type("roadmap", "move", "2028-03-06", "--because", "x", code=137)
    monkeypatch.undo()
    assert "date = 2028-03-06" in roadmap(terminal).read_text()
    assert "not yet recorded" in terminal.type("report")
    terminal.type("rest", "tomorrow")
    assert kept(terminal, "plan")[-1]["target"] == "2028-03-06"


def test_an_edit_of_somebody_else_in_between_is_not_overwritten(
    odd: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor saved while the command was thinking: nothing is written, and it says so."""
    from pmpath.storage.roadmap import edit as roadmap_edit

    real = roadmap_edit.with_values

    def slow(*words: object) -> str:
        after = real(*words)  # type: ignore[arg-type]
        roadmap(odd).write_bytes(ODD.encode() + b"\r\n# saved meanwhile")
        return after

    monkeypatch.setattr(roadmap_edit, "with_values", slow)
    odd.type("roadmap", "move", "2028-03-06", code=5)
    assert "The roadmap changed in the meantime; nothing was written." in odd.err
    assert roadmap(odd).read_bytes() == ODD.encode() + b"\r\n# saved meanwhile"


def test_a_link_stays_a_link_and_a_mode_stays_a_mode(odd: Terminal, tmp_path: Path) -> None:
    """Dotfile managers keep the file elsewhere; it is changed there."""
    elsewhere = tmp_path / "dotfiles.toml"
    roadmap(odd).rename(elsewhere)
    elsewhere.chmod(0o640)
    roadmap(odd).symlink_to(elsewhere)
    odd.type("roadmap", "move", "2028-03-06")
    assert roadmap(odd).is_symlink()
    assert "2028-03-06" in elsewhere.read_text()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["data", "dotfiles.toml"]  # noqa: PTH208 - plain names


def test_every_change_leaves_a_dated_copy_of_what_was(odd: Terminal) -> None:
    """Readable by the user alone; the same text is not copied twice in a row."""
    folder = odd.home / "backups"
    odd.type("roadmap", "move", "2028-03-06", today="2027-02-01")
    odd.type("roadmap", "move", "2028-01-10", today="2027-02-02")
    names = sorted(path.name for path in folder.iterdir())
    assert [name[:16] for name in names] == ["roadmap-20270201", "roadmap-20270202"]
    assert (folder / names[0]).read_bytes() == ODD.encode()
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_check_names_all_faults_or_says_that_it_is_sound(odd: Terminal) -> None:
    """Exit 4 with each line; milestones on odd days are named and are not faults."""
    assert odd.type("roadmap", "check").startswith("The roadmap is valid: 2 milestones, for 10 Jan")
    text = ODD.replace("weeks_before = 20", "due = 2027-06-01")
    roadmap(odd).write_bytes(text.encode())
    assert "Used [allies.used], 1 Jun 2027, is before Met, 14 Jun 2027." in odd.type(
        "roadmap", "check"
    )
    roadmap(odd).write_bytes(ODD.replace("sat=120", "sat=-1").encode())
    odd.type("roadmap", "check", code=4)
    assert "roadmap.toml:13: minutes.sat is -1; at least 0 is allowed" in odd.err


def test_a_move_stands_in_full_in_the_report_of_its_week(terminal: Terminal) -> None:
    """Later weeks have it in one line at their head; without a reason none is made up."""
    terminal.type("roadmap", "move", "2028-03-06", "--because", "a release", today="2027-02-02")
    terminal.type("roadmap", "move", "2028-03-20", today="2027-02-03")
    report = terminal.type("report", today="2027-02-05")
    assert "2 Feb 2027   10 Jan 2028 to 6 Mar 2028, 8 weeks later: a release\n" in report
    assert "3 Feb 2027   6 Mar 2028 to 20 Mar 2028, 2 weeks later: no reason given\n" in report
    later = terminal.type("report", today="2027-02-12")
    assert "Changes to the plan" not in later
    assert "moved twice, 10 weeks later than 10 Jan 2028" in " ".join(later.split())


def test_a_date_moved_by_hand_is_told_in_the_report_at_once(terminal: Terminal) -> None:
    """Reading writes nothing down; it says that nothing is written down yet."""
    text = roadmap(terminal).read_text("utf-8")
    roadmap(terminal).write_text(text.replace("date = 2028-01-10", "date = 2028-01-20"), "utf-8")
    report = terminal.type("report")
    said = " ".join(report.split())
    assert "By hand 10 Jan 2028 to 20 Jan 2028, 1 week and 3 days later, not yet recorded" in said


def test_a_move_says_which_milestones_it_leaves_on_odd_days(odd: Terminal) -> None:
    """Moved nearer by thirty weeks, one of them would lie before the start."""
    said = odd.type("roadmap", "move", "2027-08-02", "--because", "an offer")
    assert said.endswith("  1 milestone now out of order: pmpath roadmap check\n")
    assert "is before the start" in odd.type("roadmap", "check")


def test_a_done_milestone_can_be_opened_again(terminal: Terminal) -> None:
    """The newest record decides; an open one is not opened."""
    terminal.type("milestones", "done", "roadmap.checked")
    said = terminal.type("milestones", "reopen", "roadmap.checked")
    assert said.startswith("Open again: Reality check answered")
    terminal.type("milestones", "reopen", "roadmap.checked", code=2)
    assert terminal.err.startswith("pmpath: roadmap.checked is already open.\n")
    assert [one.get("reopened") for one in kept(terminal, "milestone")] == [None, True]
