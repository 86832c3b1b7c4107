"""Half a year of steps that are all done; `benchmarks/journeys.py obedient` lives longer plans."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from tests.journeys import obedient
from tests.journeys.obedient import Life, Plan
from tests.journeys.program import keeping_folds

pytestmark = pytest.mark.slow

# A tight plan in which half say no, and one that fits; PMPATH_PLANS=all lives all 72, for hours.
FEW = (Plan(26, 4, "step", all_agree=False), Plan(26, 5, "senior", all_agree=False))
ALL = tuple(
    Plan(weeks, hours, profile, all_agree)
    for all_agree in (True, False)
    for weeks, hours, profile in product((26, 39, 52), (2, 4, 5, 10), ("ic", "senior", "step"))
)
PLANS = ALL if os.environ.get("PMPATH_PLANS") == "all" else FEW
# So many days of a small plan are typed twice, once as processes.
DAYS_AS_PROCESSES = 5


@pytest.fixture(scope="module", params=PLANS, ids=str)
def life(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Life:
    with keeping_folds():
        return obedient.Typist(tmp_path_factory.mktemp("life") / "data", request.param).live()


def test_whoever_does_every_step_is_never_behind(life: Life) -> None:
    """On no day, and no step is refused or follows without an end."""
    assert life.behind == []
    assert life.trouble == []


def test_milestones_are_reached_by_their_days(life: Life) -> None:
    """Those that no other person decides: nine of ten where the plan fits, eight where tight."""
    least = obedient.LEAST_IN_TIME[life.fit]
    mine = obedient.own(life)
    assert obedient.in_time(life, mine) * 100 >= least * len(mine)


def test_no_step_comes_on_a_fourth_day_running(life: Life) -> None:
    """Neither with the same person nor alone at the desk, in parts or whole."""
    assert obedient.longest_run(life)[0] <= obedient.MOST_RUNNING


def test_processes_live_the_same_days(tmp_path: Path) -> None:
    """Each line typed into a process of its own gives the same steps, milestones and pace."""
    plan = Plan(26, 2, "ic")
    lives = [
        obedient.Typist(tmp_path / name, plan, as_process=as_process)
        for name, as_process in (("here", False), ("apart", True))
    ]
    here, apart = (one.live(DAYS_AS_PROCESSES) for one in lives)
    assert here == apart
    assert here.done
