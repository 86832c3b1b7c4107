from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.storage.content import content
from tests.doors.process import pmpath, set_up
from tests.doors.test_shells import STARTS, open_shell

pytestmark = pytest.mark.slow

PEOPLE = ("lena", "jörg_müller")


@pytest.mark.parametrize("shell", STARTS)
def test_each_line_is_recorded_as_meant_in_each_shell(shell: str, tmp_path: Path) -> None:
    """Copied from the screen unquoted: text, minutes, people and whose move arrive."""
    home = set_up(tmp_path / "home")
    with open_shell(shell, home) as at:
        for number, talk in enumerate(content().talks()):
            name = PEOPLE[number % 2]
            shown = pmpath(home, "prepare", talk.id, name).stdout.splitlines()[-1]
            line = shown.removeprefix("pmpath log ")
            entry = at.log(line)
            label = name.replace("_", " ").title()
            assert entry["text"] == line
            assert entry["people"][0].startswith(f"{label} ("), line
            assert not entry.get("assumed"), line
            assert "next" in entry, line
            assert entry["next"]["person"].startswith(label) or entry["next"]["who"] == "me", line
    assert list((home / "desk").iterdir()) == []
