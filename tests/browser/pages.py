"""The pages that are looked at: full ones, empty ones, one of words that break pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.domain.kinds import Record
from pmpath.domain.period import week_of
from tests.build import START, day, entry
from tests.formats.pages import drawn
from tests.hostile.texts import BY_ARGUMENT
from tests.sample.lived import Sample
from tests.screens.test_report_screen import report

TYPED = {
    "week": ("last",), "quarter": ("quarter",), "all": ("all",), "month": ("month",),
    "shared": ("last", "--share"),
}  # fmt: skip
MADE = ("first week", "hostile")
PAGES = (*TYPED, "roadmap", *MADE)


def written(name: str, folder: Path, sample: Sample) -> Path:
    """Write one of the pages into a folder."""
    path = folder / f"{name.replace(' ', '-')}.html"
    if name == "roadmap":
        path.write_bytes(Path(opened(sample)).read_bytes())
    elif name in TYPED:
        path.write_text(sample.say("report", *TYPED[name], "--format", "html"))
    else:
        path.write_text(first_week() if name == "first week" else hostile())
    return path


def opened(sample: Sample) -> str:
    """The page that `roadmap --open` hands to the browser."""
    shown: list[str] = []

    def show(address: str) -> bool:
        shown.append(address)
        return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("webbrowser.open", show)
        sample.say("roadmap", "--open")
    return shown[0].removeprefix("file://")


def first_week() -> str:
    """A page on which nothing is yet."""
    return drawn(report([], week_of(START), START), "html")


def hostile() -> str:
    """Seven entries of a week with the worst words, as text, person, note and track."""
    worst = ("script", "one long word", "bidi override", "combining", "arabic name", "entity",
             "long wide word")  # fmt: skip
    records: list[Record] = [
        entry(day(22 + at), 20 + at, text=BY_ARGUMENT[name], people=(BY_ARGUMENT[name][:80],),
              notes={"said": BY_ARGUMENT[name]}, track=BY_ARGUMENT[name][:40])
        for at, name in enumerate(worst)
    ]  # fmt: skip
    return drawn(report(records, week_of(day(22)), day(29)), "html")
