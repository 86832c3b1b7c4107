"""What was done or reached implies is not asked for any more."""

from __future__ import annotations

import pytest

from pmpath.coach.today.candidates import steps
from pmpath.domain.kinds import MilestoneDone
from tests.build import CATALOG, day, entry, situation
from tests.commands.conftest import Terminal

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
CAUSE = ("--contact", "Lena (PM)", "--cause", "animal shelter")


def test_a_measured_volunteer_hour_ends_the_offer(empty: Terminal) -> None:
    """`volunteered at the animal shelter, sign-ups from 12 to 31, 2h`: both milestones reached."""
    empty.type(*INIT, *CAUSE, today="2026-11-02")
    assert "Offer a non-profit" in empty.type("today", "--list", today="2026-11-24")
    empty.type("log", "volunteered at the animal shelter, sign-ups from 12 to 31, 2h")
    assert "Offer a non-profit" not in empty.type("today", "--list", today="2026-11-25")
    why = " ".join(empty.type("why", "volunteer.offer").split())
    assert "no longer: what you did or reached since implies it" in why
    assert "Waits for" not in why


def test_a_step_that_an_answer_brings_forward_waits_for_nothing(empty: Terminal) -> None:
    """`--cause "animal shelter"`: it is proposed before its phase, and `why` says so."""
    empty.type(*INIT, *CAUSE, today="2026-11-02")
    why = " ".join(empty.type("why", "volunteer.offer", today="2026-11-25").split())
    assert "Opens now" in why
    assert "Waits for" not in why


@pytest.mark.parametrize("action", [
    "volunteer.pick", "volunteer.baseline", "roadmap.statement", "springboard.decide",
    "search.read-ads", "search.odds", "search.resume", "allies.map", "writing.questions",
])  # fmt: skip
def test_a_reached_milestone_ends_what_it_alone_wanted(action: str) -> None:
    """Proposed before; not after the milestones that want it."""
    wanting = [key for key, one in CATALOG.milestones.items() if action in one.actions]
    done = [MilestoneDone(f"m{at}", f"2027-01-1{at + 2}T08:00:00+00:00", day(1), key)
            for at, key in enumerate(wanting)]  # fmt: skip
    late = [entry(day(number)) for number in (1, 100, 199)]
    before, after = situation(late, day(200)), situation([*late, *done], day(200))
    assert wanting
    assert not before.is_known(action)
    assert after.is_known(action)
    assert action not in [one.action for one in steps(after, 600)]
