"""Machines on different builds may show different milestones: sync says so when it sees it."""

from __future__ import annotations

import pytest

from pmpath.storage.sync.build import UNSTAMPED, build_in, own_build, with_build
from tests.sync.conftest import World

NEWS = "Milestones may differ until both have the same version."


def test_the_same_build_on_both_sides_is_no_news(world: World) -> None:
    """What comes from this very version is taken over without a word about it."""
    world.b.type("log", "tea")
    world.b.sync()
    said = world.a.sync()
    assert "Received: 1 record." in said
    assert "Version" not in said


def test_another_build_on_the_other_side_is_said_with_what_came(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, with the records that it wrote; a sync with nothing new says nothing of it."""
    with monkeypatch.context() as other:
        other.setattr("pmpath.storage.sync.build.__version__", "0.9.0")
        world.b.type("log", "tea")
        world.b.sync()
    said = world.a.sync()
    assert "Version: the other machine has another version of pmpath: 0.9.0 (" in said
    assert NEWS in said
    assert NEWS not in world.a.sync()


def test_other_content_is_another_build(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words and milestones are data: whoever changed them reads a log in another way."""
    with monkeypatch.context() as other:
        other.setattr("pmpath.storage.sync.build._content_files", lambda _: ["words.txt"])
        world.b.type("log", "tea")
        world.b.sync()
    assert NEWS in world.a.sync()


def test_a_build_before_this_one_named_none(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its commits have no such line, and it is called an earlier version."""
    with monkeypatch.context() as other:
        other.setattr("pmpath.storage.sync.commit.with_build", str)
        other.setattr("pmpath.storage.sync.receive.with_build", str)
        world.b.type("log", "tea")
        world.b.sync()
    assert f"another version of pmpath: {UNSTAMPED}." in world.a.sync()


def test_the_build_stands_in_the_message_of_a_commit() -> None:
    """Behind a blank line, so that the first line stays as it was; commits by hand have none."""
    message = with_build("pmpath: 2 records")
    assert message.splitlines()[0] == "pmpath: 2 records"
    assert build_in(message) == own_build()
    assert build_in("by hand\n\nWritten by pmpath 9 (0)") == ""
