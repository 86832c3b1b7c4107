"""Every screen of the sample journey, at 80 and 40 columns: `python3 dev.py gallery` writes them.

Four files of plain text in docs/gallery, two of them with the colors of a terminal (`less -R`);
beside them every message that asks somebody, and what a newcomer sees and types on the first day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pmpath.cli.door import enter
from pmpath.cli.terminal.output import show
from tests.build import CATALOG
from tests.docs.gallery_story import (
    BEGUN,
    DAMAGED,
    FIRST_DAY,
    JOURNEY,
    SYNCED,
    Typed,
    answering,
    damage,
    desk,
    times,
)
from tests.first_day.typist import SORTS, TRANSCRIPTS, first_day, told
from tests.prepare.test_messages import ASKS, WORRY, asked_of, met
from tests.sample.lived import Sample, Terminal, printing

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "gallery"
WIDTHS = (80, 40)
SOMEBODY = "Jörg Müller (PM)"
# A terminal with colors, however tall.
SETTINGS = {"TERM": "xterm-256color", "NO_PAGER": "1"}
SGR = re.compile(r"\x1b\[[\d;]*m")
# Commands that read, in the order of the help; then what is said where something is wrong.
SCREENS = (
    "", "today --list", "today --week", "log --dry-run coffee with Noor from marketing, 45 min",
    "log --dry-run told Ruth (head of marketing) about my plan on 3/4",
    "prepare", "prepare ruth", "prepare lena", "prepare first-coffee noor", "report last",
    "report last --all", "report month", "report quarter", "report last --share",
    "history lena", "history --all lena", "status", "accept", "replan", "roadmap", "roadmap --all",
    "roadmap check", "answer", "milestones", "milestones customers.five-heard",
    "milestones sponsors.two-told", "why", "why pace", "why customers", "why NO_SPONSOR", "people",
    "people lena", "openings",
    "wins", "wins --stories", "books", "statement", "demo", "help", "help log", "help roadmap",
)  # fmt: skip
REFUSED = (
    "report next year", "report 2030", "report --format yaml", "history --count x", "prepare zoe",
    "milestones allies.five", "why custmers", "accept NO_PEPLE", "accept NO_CUSTOMER",
    "answer junoir yes", "roadmap move soon", "roadmap move 2020-01-01 --because x",
    "rest 3 dayss", "undo zzzz", "amend --drop @zoe", "snooze lena", "log", "log --minutes 0 tea",
    "done 9", "today --minutes 1000", "today --not-before yesterday", "replan --hours 0",
    "people zoe", "export yaml", "doctor --restore 99", "nonsense", "--json status",
)  # fmt: skip
NOT_YET = ("", "report", "log --dry-run coffee with Lena, 20 min")
BEFORE_HANDLE = r"(?<=\[)|(?<=--entry )|(?<=undo )|(?<=--back )"
# The ids of records, and the names of copies by what is in them, over the end of a line as well.
ID = re.compile(r'(?<="id":")[0-9A-Z]{26}')
DIGEST = re.compile(r"(?<=T\d{6}-)((?:[0-9a-f]\s*){8})(?=\.(?:jsonl|toml))")


def gallery(sample: Sample) -> dict[Path, str]:
    """The text of each file: in color, and the same without."""
    found = {}
    for columns in WIDTHS:
        colored = "\n".join(_screens(sample, columns))
        found[FOLDER / f"color-{columns}.txt"] = colored
        plain = SGR.sub("", colored).split("\n")
        found[FOLDER / f"plain-{columns}.txt"] = "\n".join(line.rstrip() for line in plain)
    found[FOLDER / "messages.txt"] = "\n".join(_messages())
    return found


def _messages() -> Iterator[str]:
    """The message of each step that asks somebody, to somebody who told something lately."""
    for key in ASKS:
        lines = asked_of(SOMEBODY, key, met(SOMEBODY, **WORRY))
        yield "\n".join(["-" * WIDTHS[0], f"{key}: {CATALOG.actions[key].title}", "", *lines, ""])


def _transcripts() -> Iterator[str]:
    """What a newcomer of each sort sees and types on the first day."""
    for sort in SORTS:
        with TemporaryDirectory(prefix="pmpath-") as folder:
            yield told(first_day(Path(folder) / "d", sort), sort)


def _screens(sample: Sample, columns: int) -> Iterator[str]:
    for words in (*SCREENS, *REFUSED):
        yield _screen(sample.home, words, sample.last, columns)
    for words in NOT_YET:
        yield _screen(sample.home / "not yet", words, sample.last, columns)
    with TemporaryDirectory(prefix="pmpath-") as folder, desk(Path(folder), sample.home):
        journey, new = Path("~/journey"), Path("~/new")
        yield from _told(journey, times(sample.last, JOURNEY), columns)
        damage(journey)
        story = (*JOURNEY, *DAMAGED, *SYNCED)
        yield from _told(journey, times(sample.last, story), columns, len(JOURNEY))
        yield from _told(new, times(FIRST_DAY, BEGUN), columns)


def _told(
    home: Path, story: Iterable[tuple[Typed, str]], columns: int, skipped: int = 0
) -> Iterator[str]:
    """A screen for each call of a story, but for so many that are over."""
    for one, instant in islice(story, skipped, None):
        with answering(one.answers):
            said = shown(home, one.arguments, instant, columns)
        yield _framed(said, home, one.words, columns)


def _screen(home: Path, words: str, instant: str, columns: int) -> str:
    return _framed(shown(home, words.split(), instant, columns), home, words, columns)


def _framed(said: str, home: Path, words: str, columns: int) -> str:
    """What one call shows below the line that makes it, with a rule above."""
    lines = [line.rstrip() for line in _steady(said, home).rstrip("\n").split("\n")]
    return "\n".join(["-" * columns, f"$ pmpath {words}".rstrip(), "", *lines, ""])


def shown(home: Path, words: list[str], instant: str, columns: int) -> str:
    """stdout and stderr of one call, as a terminal of so many columns has them."""
    environment = {"PMPATH_HOME": str(home), "PMPATH_TODAY": instant}
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_COLOR", "FORCE_COLOR", "LINES"):
            patch.delenv(name, raising=False)
        for name, value in SETTINGS.items():
            patch.setenv(name, value)
        # How busy the machine is is no part of a screen.
        patch.setattr("pmpath.cli.terminal.progress.PATIENCE", 3600.0)
        with printing(columns, Terminal()) as said, redirect_stderr(said):
            enter(words, environment)
    return said.getvalue()


def _steady(text: str, home: Path) -> str:
    """The text with handles and the folder of this run replaced: they differ each time."""
    keys = re.findall(r'"id": ?"([^"]+)"', _log(home))
    handles = {key[-4:].lower(): f"h{number:03d}" for number, key in enumerate(keys)}
    named = "|".join(map(re.escape, handles)) or "^$"
    steady = re.sub(f"({BEFORE_HANDLE})({named})\\b", lambda one: handles[one[2]], text)
    steady = DIGEST.sub(lambda one: re.sub(r"[0-9a-f]", "0", one[1]), ID.sub("0" * 26, steady))
    return steady.replace(str(home), "~/journey")


def _log(home: Path) -> str:
    path = home / "log.jsonl"
    return path.read_text("utf-8") if path.is_file() else ""


def write() -> None:
    """Live through the sample, and write every file."""
    from tests.sample.lived import live

    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="pmpath-") as folder:
        for path, text in gallery(live(Path(folder) / "home")).items():
            path.write_bytes(text.encode())
            show(str(path))
    TRANSCRIPTS.write_bytes("\n".join(_transcripts()).encode())
    show(str(TRANSCRIPTS))


if __name__ == "__main__":
    write()
