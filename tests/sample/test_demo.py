"""What `pmpath demo` and the screens of the last evening show of the sample journey."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmpath.cli.app import run
from pmpath.cli.data.demo import show_demo
from tests.installed import installed
from tests.sample.lived import Sample, flat, name, printing

if TYPE_CHECKING:
    from collections.abc import Mapping

# The words of rules 1 and 3 of the voice.
UNWANTED = {"should", "must", "only", "failed", "behind", "overdue", "great", "congratulations"}


@pytest.fixture(scope="module")
def screen() -> str:
    """What the demo prints at 80 columns."""
    return demo({})


def demo(environment: Mapping[str, str]) -> str:
    """What `pmpath demo` prints, in this process."""
    with printing() as said:
        show_demo(run, environment)
    return said.getvalue()


def demo_process(environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """`python -m pmpath demo` as a process whose stdout is not a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "pmpath", "demo"],
        env={
            **os.environ, "PYTHONPATH": installed(), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80",
            **environment,
        },
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def spoken(minutes: int) -> str:
    """A duration as screens say it."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02d}" if rest else f"{hours} h"


def test_report_screen_and_json_agree(sample: Sample) -> None:
    """Every figure, person, quote, entry and move of the JSON report stands on the screen."""
    report, shown = sample.facts("report", "last"), flat(sample.say("report", "last", "--all"))
    week, due = report["this_period"], report["milestones"]
    expected = [
        f"{spoken(week['minutes'])} of {spoken(week['promised'])}",
        f"{week['days_done']} of {week['days']} days",
        f"{spoken(report['numbers']['pace']['amount'])} ahead",
        f"{due['due_done']} of {due['due_count']} milestones",
        "Week 12", "10 Jan 2028", "-40%", "Wed 7 Apr", "Fri 9 Apr", "Noor (new)",
    ]  # fmt: skip
    expected += [name(one["person"]) for one in report["met"]]
    expected += [one["title"] for one in due["reached"]]
    expected += [one["what"] for one in (*report["moves"]["yours"], *report["moves"]["theirs"])]
    expected += [one["words"] for one in report["heard"]]
    expected += [one["told"] for one in report["done"]]
    missing = [one for one in expected if one not in shown]
    assert not missing


def test_today_screen_and_json_agree(sample: Sample) -> None:
    """The step of the last evening, its minutes and both open moves stand on the screen."""
    facts, shown = sample.facts("today"), flat(sample.say("today"))
    step = facts["step"]
    assert step["sentence"].rstrip(".") in shown
    assert spoken(step["minutes"]) in shown
    for move in (*facts["yours"], *facts["theirs"]):
        assert name(move["person"]) in shown
        assert move["what"] in shown
    assert facts["done"] == []


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("command", ["today", "report"])
def test_screens_fit_their_width(sample: Sample, command: str, columns: int) -> None:
    """No line of the two screens is wider than the terminal."""
    lines = sample.say(command, columns=columns).splitlines()
    # A command to copy stays in one piece.
    wide = [one for one in lines if one[columns:] and not one.lstrip().startswith("pmpath ")]
    assert not wide


def test_the_demo_opens_its_report_as_a_page_that_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The page of the week takes the place of its screen, and is there when the sample is gone."""
    shown: list[str] = []

    def opened(address: str) -> bool:
        shown.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with printing() as said:
        assert run(["demo", "--open"]) == 0
    page = Path(shown[0].removeprefix("file://"))
    assert f"$ pmpath report last --open\nIn the browser: {page}\n" in said.getvalue()
    assert "<h2" in page.read_text(encoding="utf-8")
    assert "Went well" not in said.getvalue().partition("report last")[2]


def test_demo_keeps_the_voice(screen: str) -> None:
    """No word of blame or applause stands in what the demo prints, and no exclamation mark."""
    words = {word.strip(".,:;()\"'").lower() for word in screen.split()}
    assert not words & UNWANTED
    assert "!" not in screen
    assert "still not" not in flat(screen)


def test_demo_shows_today_and_then_the_week(sample: Sample, screen: str) -> None:
    """The demo is the today screen followed by the report of the week, word for word."""
    today, week = sample.say("today"), sample.say("report", "last")
    assert today in screen
    assert week in screen
    assert screen.index(today) < screen.index(week)


def test_demo_prints_the_same_twice(screen: str, tmp_path: Path) -> None:
    """The demo depends on nothing but the sample: not on the day, nor on the caller's folder."""
    again = demo({"PMPATH_TODAY": "2031-05-05", "PMPATH_HOME": str(tmp_path / "mine")})
    assert again == screen


def test_demo_is_a_quiet_guest(tmp_path: Path) -> None:
    """Without a terminal it exits 0, says nothing on stderr and leaves no file anywhere."""
    mine, temporary = tmp_path / "mine", tmp_path / "temporary"
    temporary.mkdir()
    folders = {"PMPATH_HOME": str(mine), **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))}
    found = demo_process(folders)
    assert (found.returncode, found.stderr) == (0, "")
    assert "Product manager by 10 Jan 2028" in found.stdout
    assert not mine.exists()
    assert list(temporary.iterdir()) == []


def test_demo_leaves_a_real_roadmap_alone(tmp_path: Path) -> None:
    """Whoever has data of their own finds every byte of it unchanged after the demo."""
    (tmp_path / "roadmap.toml").write_text("this is = not even a roadmap\n", encoding="utf-8")
    (tmp_path / "log.jsonl").write_text('{"kind":"log","schema":1}\n', encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    found = demo_process({"PMPATH_HOME": str(tmp_path), "PMPATH_TODAY": "2026-01-01"})
    assert (found.returncode, found.stderr) == (0, "")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
