"""Whole journeys typed day by day; benchmarks/journeys.py prints their tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import log_only, other_voices, wrong_credit
from tests.journeys.labels import labels

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def half_year(tmp_path_factory: pytest.TempPathFactory) -> log_only.HalfYear:
    return log_only.live(tmp_path_factory.mktemp("half") / "data")


def test_half_a_year_has_many_lines_of_all_kinds() -> None:
    """Also lines of the old job, and of what was only planned."""
    lines = labels()
    assert len(lines) >= 160
    assert sum(one.kind == "engineering" for one in lines) >= 20
    assert sum(one.kind == "undone" for one in lines) >= 10


def test_what_is_plainly_fulfilled_counts(half_year: log_only.HalfYear) -> None:
    """At least eight of ten, and never as something else."""
    plain = [one for one in half_year.written if one.label.did]
    assert sum(one.is_right for one in plain) >= 0.95 * len(plain)
    assert [one.label.words for one in half_year.written if one.is_wrong] == []


def test_what_fulfils_nothing_counts_for_nothing(half_year: log_only.HalfYear) -> None:
    """Neither the old job, nor what was planned or cancelled."""
    nothing = [one for one in half_year.written if one.label.kind]
    assert [one.label.words for one in nothing if one.counts] == []


def test_nothing_is_asked_for_that_was_logged(half_year: log_only.HalfYear) -> None:
    """Unless it is due again."""
    assert list(log_only.asked_again(half_year)) == []


def test_no_report_says_what_is_not_so(half_year: log_only.HalfYear) -> None:
    """Of people, minutes, milestones and results of each of the 26 weeks."""
    assert list(log_only.untrue(half_year)) == []


def test_milestones_that_are_plainly_reached_are_reached(half_year: log_only.HalfYear) -> None:
    """All of them, and none that no careful human would see."""
    sure = {key for one in half_year.written for key in one.label.milestones}
    maybe = {key for one in half_year.written for key in one.label.maybe}
    assert sure <= set(half_year.reached) <= sure | maybe


def test_words_in_common_are_not_the_deed(tmp_path: Path) -> None:
    """Near misses, typed with `log` among people whom the log knows."""
    assert len(wrong_credit.near_misses()) >= 150
    assert wrong_credit.live(tmp_path / "data") == []


def test_other_voices_are_understood(tmp_path: Path) -> None:
    """At least nine of ten of their sentences, and nothing that fulfils nothing."""
    heard = other_voices.live(tmp_path / "data")
    plain = [one for one in heard if one.meant]
    assert sum(one.is_right for one in plain) >= 0.9 * len(plain)
    assert [one.words for one in heard if one.counts and not one.meant] == []
