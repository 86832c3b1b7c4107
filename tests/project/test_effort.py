"""How hard the default run tries, and where it writes."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import pytest

import dev
from tests import effort

Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize(("slow", "tried"), [(False, 75), (True, 300)])
def test_a_property_is_tried_with_all_examples_where_slow_tests_run(
    monkeypatch: pytest.MonkeyPatch, slow: bool, tried: int
) -> None:
    """A quarter of them elsewhere; never a number that differs from run to run."""
    monkeypatch.setattr(effort, "SLOW", slow)
    assert effort.examples(300) == tried


@pytest.mark.parametrize(("free", "chosen"), [(2 * 1024**3 + 1, "/dev/shm"), (64 * 1024**2, None)])
def test_tests_write_to_memory_where_it_has_room(
    monkeypatch: pytest.MonkeyPatch, free: int, chosen: str | None
) -> None:
    """A container's 64 MiB are too few."""
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr("os.access", lambda place, _way: place == Path("/dev/shm"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(free, 0, free))
    assert dev.in_memory() == chosen


def test_a_folder_that_was_chosen_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """TMPDIR says where tests write."""
    monkeypatch.setenv("TMPDIR", "/somewhere")
    assert dev.in_memory() is None


def test_a_system_without_such_a_folder_uses_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS and Windows."""
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr("os.access", lambda _place, _way: False)
    assert dev.in_memory() is None
