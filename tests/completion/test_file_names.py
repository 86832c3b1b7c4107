"""Names of files are completed in real shells where a file is meant, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.completion.test_completion import SET_UP
from tests.completion.test_completion import home as home
from tests.doors.process import pmpath
from tests.doors.test_shells import PATIENCE, open_shell

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

FILES = ("journal of may.txt", "qquote's.txt", "zfile.csv")
# What is typed before the TAB, what the screen shows then, and the words that arrive.
COMPLETED = [
    ("import zfi", "sv", "import|zfile.csv"),
    ("import jou", "xt", "import|journal of may.txt"),
    ("import zfile.csv qq", "xt", "import|zfile.csv|qquote's.txt"),
    ("import --dry-run zfi", "sv", "import|--dry-run|zfile.csv"),
    ("import --format csv zfi", "sv", "import|--format|csv|zfile.csv"),
    ("import cellar/de", "xt", "import|cellar/deep file.txt"),
    ("export csv --out zfi", "sv", "export|csv|--out|zfile.csv"),
    ("report --out jou", "xt", "report|--out|journal of may.txt"),
    ("doctor --merge zfi", "sv", "doctor|--merge|zfile.csv"),
    ("init --answers zfi", "sv", "init|--answers|zfile.csv"),
]  # fmt: skip
NOT_COMPLETED = ("export zfi", "import --format zfi", "doctor --restore zfi", "doctor zfi",
                 "statement zfi", "people zfi", "amend --text zfi", "milestones zfi")  # fmt: skip
# In place of pmpath: completes as it does, and keeps the words of every other call.
KEEPS = """#!/bin/sh
[ -n "$_PMPATH_COMPLETE" ] && exec {real} "$@"
(IFS="|"; printf "%s\\n" "$*") >> {got}
"""


@pytest.mark.parametrize("name", SET_UP)
def test_a_tab_completes_names_of_files_where_a_file_is_meant(name: str, home: Path) -> None:
    """Behind import, --out, --merge and --answers, with blanks and quotes in the names."""
    got = home / "got"
    with open_shell(name, home) as shell:
        for one in FILES:
            (home / "desk" / one).write_text("")
        (home / "desk" / "cellar").mkdir()
        (home / "desk" / "cellar" / "deep file.txt").write_text("")
        real = home / "bin" / "real"
        (home / "bin" / "pmpath").rename(real)
        (home / "bin" / "pmpath").write_text(KEEPS.format(real=real, got=got))
        (home / "bin" / "pmpath").chmod(0o755)
        shell.answer(SET_UP[name])
        for begun, shown, _ in COMPLETED:
            shell.terminal.send(f"pmpath {begun}\t")
            shell.terminal.expect_exact(shown, timeout=PATIENCE)
            shell.answer("")
        for begun in NOT_COMPLETED:
            shell.terminal.send(f"pmpath {begun}\t")
            shell.answer("x")
    expected = [whole for _, _, whole in COMPLETED]
    expected += [f"{begun.replace(' ', '|')}x" for begun in NOT_COMPLETED]
    assert got.read_text("utf-8").splitlines() == expected


def test_a_backup_is_completed_behind_restore(home: Path) -> None:
    """Its number, or its name once that is begun; nothing where none may stand."""
    for week in ("3", "5"):
        assert pmpath(home, "replan", "--hours", week).returncode == 0

    def offered(line: str) -> list[str]:
        found = pmpath(
            home, _PMPATH_COMPLETE="complete_fish", _TYPER_COMPLETE_FISH_ACTION="get-args",
            _TYPER_COMPLETE_ARGS=line,
        )  # fmt: skip
        return [one.partition("\t")[0] for one in found.stdout.split("\n") if one]

    assert offered("pmpath doctor --restore ") == ["1", "2"]
    assert [one[:17] for one in offered("pmpath doctor --restore road")] == [
        "roadmap-20261118T"
    ] * 2  # fmt: skip
    assert offered("pmpath doctor ") == []
