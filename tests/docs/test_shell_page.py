"""What docs/shell.md tells to put into files works in the programs that read them."""

from __future__ import annotations

import configparser
import os
import plistlib
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from tests.doors.process import environment, pmpath, set_up
from tests.programs import needs

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "shell.md").read_text(encoding="utf-8")
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
OPTIONS = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after `init`, made once."""
    return set_up(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A copy of it, and the program on the PATH beside it."""
    found = Path(shutil.copytree(made, tmp_path / "home"))
    program = found / ".local" / "bin" / "pmpath"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pmpath "$@"\n')
    program.chmod(0o755)
    return found


def in_shell(shell: str, script: str, home: Path, *options: str) -> str:
    settings = environment(home)
    settings["PATH"] = f"{home / '.local' / 'bin'}{os.pathsep}{settings['PATH']}"
    done = subprocess.run(
        [needs(shell), *OPTIONS[shell], *options, "-c", script], env=settings,
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def login(shell: str, home: Path) -> str:
    """What the line for the login shell prints."""
    fish = [text for text in blocks("fish") if "is-login" in text]
    plain = [text for text in blocks("sh") if "grep" in text]
    (line,) = fish if shell == "fish" else plain
    return in_shell(shell, line, home, *(["--login"] if shell == "fish" else []))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_at_login_shows_the_step_and_is_silent_when_the_day_is_done(
    shell: str, home: Path
) -> None:
    """Open: the screen of today. Done: not a sign."""
    assert "Today" in login(shell, home)
    assert pmpath(home, "done").returncode == 0
    assert login(shell, home) == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_at_login_is_silent_before_init(shell: str, home: Path) -> None:
    """Nothing is set up, and nothing is said."""
    (home / "data").rename(home / "elsewhere")
    assert login(shell, home) == ""


@pytest.mark.parametrize(
    ("shell", "shown"),
    [
        ("bash", "{}\nprintf '%s' \"${{PS1@P}}\""),
        ("zsh", "{}\nprint -nP -- \"$PROMPT\""),
        ("fish", "{}\nfish_right_prompt"),
    ],
)  # fmt: skip
def test_the_prompt_has_the_mark(shell: str, shown: str, home: Path) -> None:
    """As the shell itself expands it."""
    script = blocks(shell)[0]
    assert "▸ 1" in in_shell(shell, shown.format(script), home)


def test_starship_reads_its_table() -> None:
    """The command is one of pmpath, and always asked."""
    (text,) = blocks("toml")
    assert tomllib.loads(text)["custom"]["pmpath"]["command"] == "pmpath status"


def test_each_timer_writes_the_page_on_friday(home: Path) -> None:
    """The call of systemd, launchd and cron, on two Fridays, writes the same file."""
    service, timer = (configparser.ConfigParser(interpolation=None) for _ in range(2))
    for parser, text in zip((service, timer), blocks("ini"), strict=True):
        parser.optionxform = str  # type: ignore[assignment,method-assign]
        parser.read_string(text)
    plist = plistlib.loads(blocks("xml")[0].encode())
    cron = blocks("cron")[0].strip()
    assert timer["Timer"]["OnCalendar"] == "Fri 16:00"
    assert plist["StartCalendarInterval"] == {"Weekday": 5, "Hour": 16, "Minute": 0}
    assert cron.startswith("0 16 * * 5 ")
    calls = [
        service["Service"]["ExecStart"].replace("%h", str(home)),
        plist["ProgramArguments"][2],
        cron.removeprefix("0 16 * * 5 "),
    ]
    for call in calls:
        subprocess.run(["sh", "-c", call], env=environment(home), check=True, capture_output=True)
        assert "<!doctype html>" in (home / "pmpath-week.html").read_text(encoding="utf-8")
        (home / "pmpath-week.html").write_text("last week", encoding="utf-8")


def test_systemd_understands_the_day_of_the_timer() -> None:
    """Friday afternoon, as systemd itself reads it."""
    program = needs("systemd-analyze")
    done = subprocess.run(
        [program, "calendar", "Fri 16:00"], capture_output=True, text=True, check=True
    )
    assert "Fri *-*-* 16:00:00" in done.stdout


def test_the_week_of_the_guide_can_be_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command in its order; the report knows the people, the promise kept, the meeting set."""
    week = GUIDE.partition("## A week\n")[2].partition("\n## ")[0]
    typed = re.findall(r"^(pmpath .*)$", week, re.MULTILINE)
    settings = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-11"}
    setup = 'init --yes --target 2028-01-10 --role pm --hours 4 --contact "Lena (PM)"'
    assert enter(shlex.split(setup), settings) == 0
    assert len(typed) == 7
    days = (11, 12, 13, 13, 14, 15, 15)
    for day, line in zip(days, typed, strict=True):
        settings["PMPATH_TODAY"] = f"2027-01-{day}"
        capsys.readouterr()
        assert enter(shlex.split(line)[1:], settings) == 0, line
    shown = capsys.readouterr().out
    assert "Tomas" in shown
    agreed = [one for one in shown.splitlines() if "You meet" in one]
    assert ["Lena" in one and "Mon 18 Jan" in one for one in agreed] == [True]
