"""pmpath as it is typed day after day: in this process, or as a process for each call."""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.coach.meaning.fold import fold_with_meaning
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.log.journal import Journal
from pmpath.storage.content import Content, content
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap.file import load_roadmap

START = date(2027, 1, 11)
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
                env=os.environ | environment, capture_output=True, text=True, check=False,
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
def reading_content_once() -> Iterator[None]:
    """Let all calls of this process share the content, which none of them changes."""
    content_once()
    vocabulary = content().vocabulary()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Content, "catalog", lambda _: content_once())
        patch.setattr(Content, "vocabulary", lambda _: vocabulary)
        yield


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
