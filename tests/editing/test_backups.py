from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pmpath.storage.backups import LOG, NEWEST_KEPT, ROADMAP, back_up, backups_of, outdated
from pmpath.storage.disk.paths import Folder

START = datetime(2026, 11, 20, 21, 4, 5, tzinfo=UTC)
DAYS = st.sets(st.integers(0, 900), max_size=80)


@given(DAYS)
def test_the_newest_thirty_and_one_a_month_are_kept(days: set[int]) -> None:
    """Whatever days copies were made on, no month is left without its newest."""
    names = [f"roadmap-{START + timedelta(day):%Y%m%dT%H%M%S}-0123abcd.toml" for day in days]
    gone = set(outdated(names))
    kept = sorted(set(names) - gone)
    assert set(sorted(names)[-NEWEST_KEPT:]) <= set(kept)
    for month in {name[:14] for name in names}:
        assert max(name for name in names if name[:14] == month) in kept
    assert len(kept) <= NEWEST_KEPT + len({name[:14] for name in names})


def test_files_of_other_names_are_left_alone(tmp_path: Path) -> None:
    """What a person put into the folder is not rotated away."""
    folder = Folder(str(tmp_path))
    mine = tmp_path / "backups" / "roadmap-before-the-move.toml"
    mine.parent.mkdir()
    mine.write_text("mine")
    for day in range(40):
        back_up(folder, f"{day}".encode(), START + timedelta(day))
    assert mine.read_text() == "mine"
    # Thirty, of 20 November to 29 December; November's newest is among them.
    assert len(list(mine.parent.iterdir())) == 1 + NEWEST_KEPT


def test_the_same_text_twice_is_one_copy(tmp_path: Path) -> None:
    """Two moves that are each refused later leave no row of equal copies."""
    folder = Folder(str(tmp_path))
    for minute in range(3):
        back_up(folder, b"same", START + timedelta(minutes=minute))
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_copy_of_an_earlier_version_is_known_by_its_name(tmp_path: Path) -> None:
    """Kind, second and eight letters of the content's digest: this form stays."""
    folder = Folder(str(tmp_path))
    back_up(folder, b"same", START)
    name = "roadmap-20261120T210405-0967115f.toml"
    assert [one.name for one in backups_of(folder, ROADMAP)] == [name]
    for odd in ("roadmap-20261120T210405-0967115.toml", "roadmap-20261120T21040-0967115f.toml",
                "roadmap-20261120T210405-0967115f.jsonl", "log-20261120T210405-0967115f.toml",
                "roadmap-20261320T210405-0967115f.toml"):  # fmt: skip
        (tmp_path / "backups" / odd).touch()
    assert [one.name for one in backups_of(folder, ROADMAP)] == [name]
    assert backups_of(folder, LOG) == []
