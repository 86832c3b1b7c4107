from __future__ import annotations

import json
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.plan.first_plan import milestones_for, tracks_for
from pmpath.domain.errors import UsageError
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import (
    Roadmap,
    StepRole,
    Target,
    Vacation,
)
from pmpath.domain.roadmap.schema import faults, json_schema
from pmpath.domain.roadmap.table import roadmap_from
from pmpath.storage.content import content
from pmpath.storage.disk.paths import KEPT_NAMES, Folder
from pmpath.storage.roadmap.file import create_roadmap, load_roadmap
from pmpath.storage.roadmap.template import roadmap_text
from pmpath.storage.setup import create_folder
from tests.build import CATALOG, START, TARGET
from tests.effort import examples

TEMPLATE = content().text("roadmap.template.toml")
SCHEMA = json_schema()


def made(**target: Any) -> Roadmap:
    """A roadmap as `init` makes it."""
    aim = Target("product manager", TARGET, START, START, scope="standard")
    aim = changed(aim, **target)
    return Roadmap(
        aim,
        (30, 30, 30, 30, 30, 90, 0),
        milestones=milestones_for(aim, CATALOG),
        tracks=tracks_for(aim, CATALOG, "skip"),
    )


def as_json(value: Any) -> Any:
    """The value as JSON knows it: days as texts in their format."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def check_against_schema(text: str) -> None:
    """Validate as an editor would, formats included."""
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.validate(as_json(tomllib.loads(text)), SCHEMA, format_checker=checker)


def test_a_new_roadmap_says_what_was_meant() -> None:
    """TOML, accepted by the light reader and by the schema, equal to the intended roadmap."""
    plan = changed(
        made(company="maker of tools", profile="senior"),
        vacations=(Vacation(date(2027, 7, 5), date(2027, 7, 18)),),
        answers={"why": ["money"], "customer_last": "never", "contacts": ["Jörg (sales)"]},
        springboard=StepRole("in", "sales engineer", START, 14, date(2027, 12, 1)),
    )
    text = roadmap_text(plan, TEMPLATE)
    assert roadmap_from(tomllib.loads(text)) == plan
    assert faults(tomllib.loads(text)) == []
    check_against_schema(text)


def test_the_schema_refuses_what_pmpath_refuses() -> None:
    """The check above would see a wrong choice, a quoted day and an unknown key."""
    text = roadmap_text(made(), TEMPLATE)
    for right, wrong in (
        ('profile = "ic"', 'profile = "boss"'),
        ("date = 2028-01-10", 'date = "soon"'),
        ("mon = 30", "mom = 30"),
    ):
        with pytest.raises(jsonschema.ValidationError):
            check_against_schema(text.replace(right, wrong))


@given(role=st.text(min_size=1).filter(str.strip), company=st.text(), level=st.text())
@settings(max_examples=examples(60))
def test_no_text_breaks_the_new_roadmap(role: str, company: str, level: str) -> None:
    """Quotes, breaks, control characters and names of slots come back as they were typed."""
    if any("\ud800" <= char <= "\udfff" for char in role + company + level):
        return
    plan = made(role=role, company=company, level=level)
    assert roadmap_from(tomllib.loads(roadmap_text(plan, TEMPLATE))) == plan


@pytest.mark.parametrize("role", ["{tracks}", "{role}", "{}", "{0}", 'a"b\\', "a\nb", "#", "'''"])
def test_a_title_that_looks_like_syntax_is_a_title(role: str) -> None:
    """Nothing is put into it."""
    assert tomllib.loads(roadmap_text(made(role=role), TEMPLATE))["target"]["role"] == role


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A data folder that is not there yet."""
    return Folder(str(tmp_path / "above" / "data"))


def set_up(folder: Folder) -> None:
    """What `init` puts on the disk, without the log."""
    create_folder(folder, roadmap_text(made(), TEMPLATE), SCHEMA)


def test_the_files_beside_the_roadmap(folder: Folder) -> None:
    """Git merges logs line by line and leaves locks alone; the schema is the one of the models."""
    set_up(folder)
    home = Path(folder.path)
    assert (home / ".gitattributes").read_text() == "log.jsonl merge=union -text\n"
    ignored = (home / ".gitignore").read_text().split()
    assert ignored[:4] == [".lock*", ".modes-refused", ".names", ".choices"]
    assert ignored[4:] == [*KEPT_NAMES, "*.tmp", "*.draft.toml", "backups/"]
    assert json.loads((home / "roadmap.schema.json").read_text()) == SCHEMA
    assert load_roadmap(folder) == made()
    assert len(list(home.iterdir())) == 5


def test_a_persons_own_git_files_are_left_alone(folder: Folder) -> None:
    """Whoever keeps the folder in a repository has rules of their own."""
    home = Path(folder.path)
    home.mkdir(parents=True)
    (home / ".gitattributes").write_text("* text\n")
    set_up(folder)
    assert (home / ".gitattributes").read_text() == "* text\n"


@pytest.mark.parametrize("kind", ["file", "empty file", "folder", "broken link"])
def test_whatever_stands_at_the_roadmaps_name_is_never_touched(folder: Folder, kind: str) -> None:
    """Not even a link that leads nowhere."""
    home = Path(folder.path)
    home.mkdir(parents=True)
    place = home / "roadmap.toml"
    if kind == "folder":
        place.mkdir()
    elif kind == "broken link":
        place.symlink_to("nowhere.toml")
    else:
        place.write_text("mine" if kind == "file" else "")
    before = place.lstat()
    with pytest.raises(UsageError, match="There already is a roadmap"):
        set_up(folder)
    assert place.lstat() == before
    assert create_roadmap(folder, "other") is False
    assert not (home / "nowhere.toml").exists()


def test_a_roadmap_that_appears_meanwhile_wins(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even one made by a program that knows nothing of the lock."""
    set_up(folder)
    Path(folder.roadmap).unlink()
    whole = os.link

    def late(source: str, target: str) -> None:
        Path(folder.roadmap).write_text("mine")
        whole(source, target)

    monkeypatch.setattr(os, "link", late)
    assert create_roadmap(folder, "other") is False
    assert Path(folder.roadmap).read_text() == "mine"
    assert not Path(folder.roadmap + ".tmp").exists()


def test_what_a_killed_init_left_is_never_written_into(folder: Folder) -> None:
    """Between link and unlink the roadmap has two names; a later init starts a file of its own."""
    set_up(folder)
    home = Path(folder.path)
    os.link(folder.roadmap, folder.roadmap + ".tmp")
    kept = (home / "roadmap.toml").rename(home / "last-year.toml")
    before = kept.read_bytes()
    create_folder(folder, roadmap_text(made(role="head of product"), TEMPLATE), SCHEMA)
    assert kept.read_bytes() == before
    assert load_roadmap(folder).target.role == "head of product"
    assert not (home / "roadmap.toml.tmp").exists()


def test_a_failure_while_writing_leaves_no_roadmap_and_no_rest(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next init starts anew, and the git files are whole."""

    def refuse(_: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(Exception, match="The disk is full; nothing was saved"):
            set_up(folder)
    assert {one.name for one in Path(folder.path).iterdir()} <= {".lock", "roadmap.schema.json"}
    set_up(folder)
    assert load_roadmap(folder) == made()
