"""pmpath as it is typed day after day: in this process, or as a process for each call."""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.cli.session import Session
from pmpath.coach.meaning.fold import Meaning, fold_with_meaning
from pmpath.coach.situation import Situation
from pmpath.coach.today.day_end import After, after_done
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.entry import Entry
from pmpath.domain.errors import PmpathError
from pmpath.domain.kinds import Record
from pmpath.domain.log.journal import Journal
from pmpath.domain.period import Period
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.storage.content import content
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log import read
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap import file
from pmpath.storage.roadmap.file import load_roadmap
from tests.installed import installed

START = date(2027, 1, 11)
# Two folds stand side by side on a day: all of the log, and the log before today's lines.
FOLDS_KEPT = 3
Meant = tuple[Journal, Meaning | None]
SCREEN = {"COLUMNS": "80", "NO_COLOR": "1"}


class Failed(Exception):
    """A call ended with another exit code than the journey expects."""


@dataclass
class Program:
    """One person's pmpath. `today` is the day of the next call."""

    home: Path
    as_process: bool = False
    today: date = START

    def type(self, *words: str, code: int = 0) -> str:
        """Run `pmpath WORDS` on that day and return what it wrote on stdout."""
        found, out, error = self.call(*words)
        if found != code:
            raise Failed(f"{self.today} pmpath {' '.join(words)}: exit code {found}\n{out}{error}")
        return out

    def call(self, *words: str) -> tuple[int, str, str]:
        """The exit code, stdout and stderr of one call."""
        environment = {
            "PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.today.isoformat(), **SCREEN
        }  # fmt: skip
        if self.as_process:
            done = subprocess.run(
                [sys.executable, "-m", "pmpath", *words],
                env=os.environ | environment | {"PYTHONPATH": installed()},
                capture_output=True, text=True, check=False,
                stdin=subprocess.DEVNULL, encoding="utf-8",
            )  # fmt: skip
            return done.returncode, done.stdout, done.stderr
        return _in_process(words, environment)

    def json(self, *words: str) -> dict[str, Any]:
        """The facts of one call."""
        found: dict[str, Any] = json.loads(self.type(*words, "--json"))["data"]
        return found

    def step(self) -> dict[str, Any] | None:
        """The step that the day's screen proposes."""
        found: dict[str, Any] | None = self.json("today")["step"]
        return found

    @property
    def day_number(self) -> int:
        """How many days since the start."""
        return (self.today - START).days

    def next_day(self) -> None:
        """The next call is a day later."""
        self.today += timedelta(1)

    def journal(self) -> Journal:
        """The log as the program folds it, with what its entries fulfil."""
        folder = Folder(str(self.home))
        records = LogReader(folder).records()
        return fold_with_meaning(records, content_once(), load_roadmap(folder))[0]

    def milestones_reached(self) -> dict[str, date]:
        """The day of each milestone that is reached."""
        found = self.json("milestones")["milestones"]
        return {one["id"]: date.fromisoformat(one["done"]) for one in found if one["done"]}


@cache
def content_once() -> Catalog:
    """The content, read once."""
    return content().catalog()


@contextmanager
def keeping_folds() -> Iterator[None]:
    """Let the calls of this process share what the same bytes make of the log and the roadmap.

    A fold is handed out again for the same records, roadmap and day, until a call adds to it.
    """
    kept = _Kept(Session.meant)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "fields_in", cache(read.fields_in))
        patch.setattr(read, "meaning_of", _by_identity(read.meaning_of))
        patch.setattr(file, "roadmap_of", cache(file.roadmap_of))
        patch.setattr(
            Session, "meant", lambda session, records, keep=None: kept.meant(session, records, keep)
        )
        patch.setattr("pmpath.cli.daily.done.after_done", kept.letting_go(after_done))
        yield


class _Kept:
    """The latest folds, each with all that it depends on."""

    def __init__(self, meant: Callable[..., Meant]) -> None:
        self._meant = meant
        self._folds: list[tuple[tuple[object, ...], Meant]] = []

    def meant(
        self, session: Session, records: Iterable[Record], keep: Period | None = None
    ) -> Meant:
        """What `Session.meant` gives; those without whole entries are made of those with them."""
        found, fixed = tuple(records), (session.today, _roadmap_or_none(session))
        for key, fold in reversed(self._folds):
            if key == (found, keep, *fixed):
                return fold
            if keep is None and (key[0], *key[2:]) == (found, *fixed):
                journal = copy(fold[0])
                journal.keep, journal.entries = None, []
                return journal, fold[1]
        made = self._meant(session, found, keep)
        self._folds = [*self._folds[-FOLDS_KEPT:], ((found, keep, *fixed), made)]
        return made

    def letting_go(self, after: Callable[..., After]) -> Callable[..., After]:
        """The same function, which adds to the journal of its situation."""

        def changing(situation: Situation, entry: Entry, at: str) -> After:
            self._folds = [one for one in self._folds if one[1][0] is not situation.journal]
            return after(situation, entry, at)

        return changing


def _roadmap_or_none(session: Session) -> Roadmap | None:
    try:
        return session.roadmap
    except PmpathError:
        return None


def _by_identity(meaning_of: Callable[..., object]) -> Callable[..., object]:
    """The meaning of fields that are one value for one line."""
    known: dict[int, tuple[object, object]] = {}

    def again(fields: object) -> object:
        held = known.get(id(fields))
        if held is None:
            held = known[id(fields)] = (fields, meaning_of(fields))
        return held[1]

    return again


def _in_process(words: tuple[str, ...], environment: dict[str, str]) -> tuple[int, str, str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    error = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    before = {key: os.environ.get(key) for key in SCREEN}
    os.environ.update(SCREEN)
    try:
        with redirect_stdout(out), redirect_stderr(error):
            code = enter(list(words), environment)
    finally:
        # `log` runs without a search for garbage, as its process ends at once.
        gc.enable()
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value
    return code, _text(out), _text(error)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode()
