"""TAB in real shells: what is completed is what arrives in the log."""

from __future__ import annotations

import json
import shlex
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmpath.cli.options.completion import (
    action_ids,
    entry_handles,
    handles,
    milestone_ids,
    periods,
    reasons,
    track_ids,
)
from tests.build import CATALOG
from tests.doors.process import Fields, entries, log_of, pmpath, set_up
from tests.doors.test_shells import PATIENCE, Shell, open_shell

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

# What a user puts into the start file of each shell.
SET_UP = {
    "bash": 'eval "$(_PMPATH_COMPLETE=source_bash pmpath)"',
    "zsh": "export TERM=xterm; autoload -Uz compinit; compinit -u -D; "
    'eval "$(_PMPATH_COMPLETE=source_zsh pmpath)"',
    "fish": "_PMPATH_COMPLETE=source_fish pmpath | source",
}
# What a shell does by itself, which is opened here without start files.
READ_START = {
    "bash": "source ~/.bashrc",
    "zsh": "export TERM=xterm; source ~/.zshrc",
    "fish": "source ~/.config/fish/completions/pmpath.fish",
}
LINES = [
    ("pmpath log --did allies.sh\t --minutes 5m a day beside Lena", "action", "allies.shadow"),
    ("pmpath log --track positi\t --minutes 5m a ladder", "track", "positioning"),
    ("pmpath log --milestone customers.fi\t --minutes 5m one more", "milestone",
     "customers.five-heard"),
]  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder after `init`."""
    return set_up(tmp_path / "home")


def completes(shell: Shell, home: Path) -> None:
    """Each line, typed with a TAB in it, arrives with the whole id."""
    for count, (line, key, whole) in enumerate(LINES, 1):
        before, tab, after = line.partition("\t")
        shell.terminal.send(before + tab)
        # Bash and zsh read on only when the completion is there; a slow machine needs the pause.
        shell.terminal.expect_exact(whole[-2:], timeout=PATIENCE)
        shell.type(after)
        assert shell.wait_for(count)[-1][key] == whole
    shell.terminal.send("pmpath milestones done customers.fi\t")
    shell.terminal.expect_exact("ard")
    shell.type("")
    assert reached(home)["of"] == "customers.five-heard"


def reached(home: Path) -> Fields:
    """The record of a milestone, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        lines = [json.loads(line) for line in log_of(home).read_text("utf-8").splitlines()]
        found: list[Fields] = [one for one in lines if one["kind"] == "milestone"]
        if found:
            return found[0]
        time.sleep(0.02)
    raise AssertionError(entries(home))


@pytest.mark.parametrize("name", SET_UP)
def test_a_tab_completes_ids(name: str, home: Path) -> None:
    """Tracks, actions and milestones, each begun and ended by TAB."""
    with open_shell(name, home) as shell:
        shell.answer(SET_UP[name])
        completes(shell, home)


@pytest.mark.parametrize("name", SET_UP)
def test_what_is_installed_once_is_there_in_the_next_shell(name: str, home: Path) -> None:
    """`pmpath --install-completion` writes what each shell reads at its start."""
    with open_shell(name, home) as shell:
        shell.answer("pmpath --install-completion")
    with open_shell(name, home) as shell:
        shell.answer(READ_START[name])
        completes(shell, home)


def test_the_line_for_zsh_is_taught() -> None:
    """zsh completes a Perl tool of the same name, so that line has to come after its own."""
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    assert SET_UP["zsh"].partition("-D; ")[2] in readme


def asked(home: Path, *words: str, **more: str) -> list[str]:
    """What bash is offered for the last of these words."""
    found = pmpath(
        home, COMP_WORDS="\n".join(["pmpath", *words]), COMP_CWORD=str(len(words)),
        _PMPATH_COMPLETE="complete_bash", **more,
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout.split()


def test_every_place_offers_its_own(home: Path) -> None:
    """Commands, periods, ids of the roadmap, and whatever can be asked for."""
    assert asked(home, "report", "la") == ["last"]
    assert asked(home, "w") == ["why", "wins"]
    assert asked(home, "milestones", "done", "craft.tr") == [
        "craft.trial-agreed", "craft.trial-decided",
    ]  # fmt: skip
    assert asked(home, "milestones", "craft.tr")[:2] == [
        "craft.trial-agreed",
        "craft.trial-decided",
    ]
    assert asked(home, "milestones", "reo") == ["reopen"]
    assert asked(home, "why", "pa") == ["pace"]
    assert asked(home, "why", "NO_B") == ["NO_BASELINE"]
    assert asked(home, "why", "a6") == [f"a{n}" for n in (6, *range(60, 69))]
    assert asked(home, "log", "cof") == []


def test_handles_are_offered_the_newest_first(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Those of every record for undo, those of entries alone for amend."""
    monkeypatch.setenv("PMPATH_HOME", str(home / "data"))
    for words in (("log", "coffee"), ("log", "lunch"), ("rest", "tomorrow")):
        assert pmpath(home, *words).returncode == 0
    ids = [json.loads(line).get("id", "") for line in log_of(home).read_text().splitlines()]
    plan, coffee, lunch, rest = [key[-4:].lower() for key in ids if key]
    assert handles("") == [rest, lunch, coffee, plan]
    assert entry_handles("") == [lunch, coffee]
    assert handles(lunch[:3].upper()) == [lunch]


def test_a_roadmap_that_is_broken_or_missing_offers_nothing_quietly(
    home: Path, tmp_path: Path
) -> None:
    """No error text comes into the line that somebody is typing; what needs no roadmap is there."""
    assert asked(tmp_path / "nowhere", "milestones", "done", "") == []
    (home / "data" / "roadmap.toml").write_text("[target\n", encoding="utf-8")
    assert asked(home, "milestones", "done", "") == []
    assert asked(home, "why", "customers.five", PMPATH_TODAY="never") == []
    assert asked(home, "log", "--did", "allies.coff") == ["allies.coffee"]


def test_ids_are_complete_and_need_no_quotes(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """The quick look finds what the parsed catalog has, and no id holds a space or a colon."""
    monkeypatch.setenv("PMPATH_HOME", str(home / "data"))
    assert track_ids("") == list(CATALOG.tracks)
    assert sorted(action_ids("")) == sorted(CATALOG.actions)
    assert milestone_ids("search.of") == ["search.offer"]
    assert periods("q") == ["quarter"]
    offered = [*reasons(""), *reasons("a1")]
    assert not [one for one in offered if set(one) & set(" :'\"")]
    assert len(set(reasons(""))) == len(reasons(""))


TYPED = [
    ("prepare jör", "jörg_müller"), ("snooze obri", "obrien"), ("log tea with @len", "@lena"),
    ("log tea +posit", "+positioning"), ("report qua", "quarter"),
    ("milestones done search.of", "search.offer"), ("accept READ", "READING_HEAVY"),
    ("accept read", "reading_heavy"), ("report --out afi", "afile.txt"),
]  # fmt: skip
NOT_COMPLETED = ("log afi", "rest afi", "prepare afi", "history afi", "report afi", "sync afi")
LATER = "2027-01-15"
# In place of pmpath: completes as it does, and keeps the words of every other call.
KEEPS = """#!/bin/sh
[ -n "$_PMPATH_COMPLETE" ] && exec env PMPATH_TODAY={today} {python} -m pmpath "$@"
printf "%s\\n" "$*" >> {got}
"""


@pytest.mark.parametrize("name", SET_UP)
def test_a_tab_completes_people_tracks_concerns_and_periods(name: str, home: Path) -> None:
    """Handles without quotes, what is raised alone; names of files where a file is named alone."""
    for words in ("coffee with @jörg_müller:pm", "tea with @o’brien:sales", "lunch with @lena:pm"):
        assert pmpath(home, "log", words).returncode == 0
    for week in range(1, 9):
        day = (date(2026, 11, 18) + timedelta(7 * week)).isoformat()
        assert pmpath(home, "log", "a chapter 50m +reading", PMPATH_TODAY=day).returncode == 0
    got = home / "got"
    with open_shell(name, home) as shell:
        (home / "desk" / "afile.txt").write_text("")
        text = KEEPS.format(today=LATER, python=shlex.quote(sys.executable), got=got)
        (home / "bin" / "pmpath").write_text(text)
        shell.answer(SET_UP[name])
        for begun, whole in TYPED:
            shell.terminal.send(f"pmpath {begun}\t")
            shell.terminal.expect_exact(whole[-2:], timeout=PATIENCE)
            shell.answer("")
        for begun in NOT_COMPLETED:
            shell.terminal.send(f"pmpath {begun}\t")
            shell.answer("x")
    expected = [f"{begun.rpartition(' ')[0]} {whole}" for begun, whole in TYPED]
    expected += [f"{begun}x" for begun in NOT_COMPLETED]
    assert got.read_text("utf-8").splitlines() == expected
