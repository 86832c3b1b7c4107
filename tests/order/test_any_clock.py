from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmpath.coach.numbers.pace import is_recorded
from pmpath.domain.log.journal import fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap.file import load_roadmap
from tests.commands.conftest import Terminal
from tests.order.conftest import OWN, OWN_ID, records, tried

NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)
ACTS = {
    "log": ("log", "coffee with @lena:pm 30m"),
    "done": ("done",),
    "other": ("today", "--other"),
    "more": ("today", "--minutes", "20"),
    "rest": ("rest", "2027-01-20"),
    "amend": ("amend", "45m"),
    "undo": ("undo",),
    "reach": ("milestones", "done", "search.odds-known"),
    "reopen": ("milestones", "reopen", "search.odds-known"),
    "add": OWN,
    "drop": ("milestones", "drop", OWN_ID, "--because", "no"),
    "restore": ("milestones", "restore", OWN_ID),
    "answer": ("answer", "why", "people", "I", "met"),
    "move": ("roadmap", "move", "2028-02-07", "--because", "a release"),
    "move back": ("roadmap", "move", "2028-01-10", "--because", "no release"),
    "restart": ("replan", "--restart", "--because", "a gap"),
    "hours": ("replan", "--hours", "3", "--because", "a child"),
    "close": ("roadmap", "close", "--because", "paused"),
}
BY_HAND = "by hand"
steps_on_clocks = st.lists(
    st.tuples(st.sampled_from([*ACTS, BY_HAND]), st.integers(-4320, 4320)), min_size=2, max_size=10
)


@given(steps=steps_on_clocks)
@example(steps=[("move", 600), ("move back", 590), ("rest", 595), ("rest", 0)])
@example(steps=[("restart", 4320), ("hours", -4320), (BY_HAND, 0), ("rest", 0), ("rest", -4320)])
@pytest.mark.slow
@settings(max_examples=12)  # fmt: skip
def test_after_any_act_on_any_clock_the_plan_is_written_down_once(
    terminal: Terminal, steps: list[tuple[str, int]]
) -> None:
    """No command but `log` leaves it open, none writes it again, and every act is the latest."""
    home = terminal.home.with_name("copy")
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(terminal.home, home)
    copy = Terminal(home, terminal.captured)
    for name, off in steps:
        today = (NOON + timedelta(minutes=off)).isoformat()
        if name == BY_HAND:
            roadmap = home / "roadmap.toml"
            roadmap.write_text(roadmap.read_text().replace("\nsun = 0", "\nsun = 20"))
        else:
            tried(copy, *ACTS[name], today=today)
        if name not in ("log", "done", BY_HAND):
            copy.type("rest", "2027-01-21", today=today)
            folder = Folder(str(home))
            assert is_recorded(load_roadmap(folder), fold(LogReader(folder).records()))
    for before, after in pairwise(records(copy)):
        assert datetime.fromisoformat(before["at"]) < datetime.fromisoformat(after["at"])
    for before, after in pairwise(records(copy, "plan")):
        stated = [{key: one[key] for key in ("target", "minutes", "scope")}
                  for one in (before, after)]  # fmt: skip
        assert after.get("restart") or stated[0] != stated[1]
