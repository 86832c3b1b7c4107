"""A day of many lines is kept as well, and its morning can still be seen."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from pmpath.cli import kept
from pmpath.cli.session import Session
from pmpath.domain.period import Period
from pmpath.storage.kept import kept_seal
from pmpath.storage.kept.sealed import covered_at
from tests.kept.lived import Lived

MANY = 12


@pytest.fixture
def lived(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Lived:
    """Some days that are over, and a day on which more is logged than is folded at each call."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 1_000)
    found = Lived(tmp_path / "data", 2, capsys)
    for day in range(5, 11):
        found.today = found.today.replace(day=day)
        found.type("log", "coffee", "with", "Lena", "30m")
    found.today = found.today.replace(day=11)
    for number in range(MANY):
        found.type("log", *found.sentence().split(), "about", str(number))
    return found


def bytes_read(lived: Lived) -> dict[str, int]:
    """How many bytes of the log are folded for the screen of the day, by where the rest is kept."""
    session = Session(lived.environment)
    folds = kept.DayFolds(session)
    found = {path: folds._look(path) for path in kept.more_first(session.folder)}
    return {Path(path).name: len(one[1]) for path, one in found.items() if one is not None}


def is_folded_on(lived: Lived) -> bool:
    """Whether the fold with today's lines goes on, and not only that of the days before."""
    session = Session(lived.environment)
    folds = kept.DayFolds(session)
    folds.journal(Period(session.today, session.today + timedelta(1)))
    return folds._found[session.folder.today] is not None


def test_what_was_logged_today_is_not_read_again_at_each_call(lived: Lived) -> None:
    """Of the day less than is worth keeping is read, and all of it for its morning."""
    read = bytes_read(lived)
    assert read[".today"] < 1_000 < read[".fold"]
    assert lived.screens() == lived.without_kept()


@pytest.mark.parametrize(
    "words", [("amend", "50m"), ("undo",), ("done",), ("today", "--other"), ("rest", "tomorrow")],
    ids=" ".join,
)  # fmt: skip
def test_after_a_command_of_that_day_every_screen_is_as_without(
    lived: Lived, words: tuple[str, ...]
) -> None:
    """A correction reaches back into what is kept of today, and not before it."""
    lived.type(*words)
    assert lived.screens() == lived.without_kept()
    assert is_folded_on(lived)
    lived.type("log", "lunch", "with", "Tomas")
    assert lived.screens() == lived.without_kept()


def test_after_a_correction_of_something_of_today_its_fold_is_made_anew(lived: Lived) -> None:
    """It was read in vain at each call, and all lines of the day after it."""
    lines = [json.loads(one) for one in lived.log.read_text("utf-8").splitlines()]
    todays = (one for one in lines if one["kind"] == "action" and one["day"] == "2027-01-11")
    first = next(todays)
    assert lived.type("amend", "--entry", first["id"].lower()[-4:], "50m") == 0
    assert is_folded_on(lived)
    assert lived.screens() == lived.without_kept()


def test_on_the_next_day_it_is_part_of_the_days_that_are_over(lived: Lived) -> None:
    """What was kept of yesterday covers less then, and is not looked at."""
    lived.today = lived.today.replace(day=12)
    lived.type("log", "lunch", "with", "Tomas")
    folder = Session(lived.environment).folder
    assert covered_at(folder.fold) >= covered_at(folder.today)
    assert kept.more_first(folder) == (folder.fold,)
    assert lived.screens() == lived.without_kept()


def test_a_first_day_with_an_import_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no day that is over, so that nothing is there to go on from."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 1_000)
    lived = Lived(tmp_path / "data", 3, capsys)
    for number in range(MANY):
        lived.type("log", *lived.sentence().split(), "about", str(number))
    lived.type("rest", "tomorrow")
    assert bytes_read(lived)[".today"] < 1_000
    assert lived.screens() == lived.without_kept()
