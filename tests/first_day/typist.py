"""A newcomer at a terminal: reads what the screens show, types, and makes ten sorts of mistakes.

Reading and typing are counted from the words that were really shown and the keys that were really
pressed, so that the same screens give the same time on every machine.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pexpect

from tests.installed import installed

ROOT = Path(__file__).resolve().parents[2]
WORDS_A_MINUTE_READ, WORDS_A_MINUTE_TYPED, LETTERS_A_WORD = 200, 40, 5
# A line that is recognized takes as long as a word.
GLANCE = 1
PATIENCE = 60.0
PROMPTS = ["\n> ", "[Y/n] ", "[y/N] "]
CTRL_C = "\x03"
# Colors and movements of the cursor.
STYLE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\r(?!\n)")
TODAY, COLUMNS = "2026-11-30", 80
TRANSCRIPTS = ROOT / "docs" / "gallery" / "first-day.txt"
# What a newcomer types before the first call of pmpath.
CLONE = ("git clone https://example.org/you/pmpath.git", "cd pmpath", "pipx install .")
FIRST_LOG = "coffee with Anna from sales, 30 min"
USUAL = {
    "role": ["product manager, logistics"], "date": ["10 jan 2028"], "minutes": ["4", ""],
    "profile": ["senior engineer"], "customer": ["march 2026, 4"],
    "contacts": ["Anna (PM), Ben (sales)"], "manager": ["unknown"], "save": [""],
}  # fmt: skip
# Each sort of answer that is not as the question hopes, with what is typed for it in place of the
# usual; a line of Ctrl-C leaves, and the next call goes on.
SORTS: dict[str, dict[str, list[str]]] = {
    "as asked": {},
    "a rough date": {"date": ["june 2028", ""], "customer": ["last year"]},
    "a date of two readings": {"date": ["09/01/2028", ""]},
    "hours by day": {"minutes": ["30 min a day"], "date": ["in a year", ""]},
    "a range of hours": {"minutes": ["3-5 hours", "mon-thu 45, sun 60"]},
    "not understood": {
        "date": ["soon", "next summer", ""], "minutes": ["lots", "4", ""], "customer": ["dunno"],
    },
    "no answer yet": {
        "role": ["idk"], "profile": ["not sure"], "customer": ["later"], "contacts": ["not yet"],
        "manager": ["idk"],
    },
    "names alone": {"contacts": ["anna and ben", "pm, sales"]},
    "back and again": {
        "minutes": ["back", "", "4", ""],
        "save": ["2", "1 jun 2028", ""],
    },
    "asks what it changes": {"customer": ["?", "never"], "manager": ["?", "no"]},
    "left and resumed": {"profile": ["pmpath today", CTRL_C, "", "engineer"]},
    "too near a date": {"date": ["1 feb 2027", "n", "in 3 weeks", "", "n", "10 jan 2028"]},
}  # fmt: skip


@dataclass
class Typist:
    """One newcomer with a data folder of their own; `transcript` is what they saw and typed."""

    home: Path
    words_read: int = 0
    keys_pressed: int = 0
    transcript: list[str] = field(default_factory=list)
    lines_read: set[str] = field(default_factory=set)

    @property
    def seconds(self) -> float:
        """How long reading and typing took, without the machine."""
        typed = self.keys_pressed / LETTERS_A_WORD / WORDS_A_MINUTE_TYPED
        return 60 * (self.words_read / WORDS_A_MINUTE_READ + typed)

    def read(self, text: str) -> None:
        """Read each word; a line that was read before, word for word, takes a glance."""
        for line in filter(None, map(str.strip, text.splitlines())):
            words = sum(any(map(str.isalnum, word)) for word in line.split())
            self.words_read += GLANCE if line in self.lines_read else words
            self.lines_read.add(line)
        self.transcript.append(text.strip("\n"))

    def press(self, line: str) -> None:
        """Type a line and press Enter; Ctrl-C is one key."""
        self.keys_pressed += 1 if line == CTRL_C else len(line) + 1
        self.transcript.append(f"> {'^C' if line == CTRL_C else line}")

    def shell(self, line: str) -> None:
        """Type a command that is not pmpath's; what it prints is not read."""
        self.press(line)

    def pmpath(self, words: str, answers: list[str]) -> None:
        """Type a command, and the answers to its questions, until it ends."""
        self.press(f"pmpath {words}".rstrip())
        shown = self._spawned(words)
        while True:
            at = shown.expect_exact([*PROMPTS, pexpect.EOF])
            self.read(self._said(shown.before or ""))
            if at == len(PROMPTS):
                shown.close()
                return
            if not answers:
                raise AssertionError(f"nothing to answer: {self.transcript[-1]}")
            line = answers.pop(0)
            self.press(line)
            shown.send(line if line == CTRL_C else f"{line}\r")

    def _spawned(self, words: str) -> pexpect.spawn[str]:
        arguments = ["log", *words.split()[1:]] if words.startswith("log ") else words.split()
        settings = {
            **os.environ, "PMPATH_HOME": str(self.home), "PMPATH_TODAY": TODAY, "TERM": "dumb",
            "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONPATH": installed(),
        }  # fmt: skip
        settings.pop("COLUMNS", None)
        spawned = pexpect.spawn(
            sys.executable, ["-m", "pmpath", *arguments], env=settings, encoding="utf-8",
            timeout=PATIENCE, dimensions=(24, COLUMNS), cwd=str(ROOT),
        )  # fmt: skip
        spawned.delaybeforesend = None
        self._is_echo = False
        return spawned

    def _said(self, text: str) -> str:
        """What the program says, without the echo of what was typed at the prompt before."""
        plain = STYLE.sub("", text)
        if self._is_echo:
            plain = plain.partition("\n")[2]
        self._is_echo = True
        return plain.replace("\r", "")


def first_day(home: Path, sort: str) -> Typist:
    """From `git clone` to the first entry, with answers of one sort."""
    typist = Typist(home)
    typist.read(five_minutes())
    for line in CLONE:
        typist.shell(line)
    lines = [line for key in USUAL for line in SORTS[sort].get(key, USUAL[key])]
    while lines:
        # Whoever left types the command again.
        is_left = CTRL_C in lines
        now = lines[: lines.index(CTRL_C) + 1] if is_left else [*lines, ""]
        lines = lines[len(now) :] if is_left else []
        typist.pmpath("init", now)
        assert now == [], f"never asked for: {now}"
    typist.pmpath(f"log {FIRST_LOG}", [])
    return typist


def told(typist: Typist, sort: str) -> str:
    """What one newcomer saw and typed, below what it took: the same on every machine."""
    took = f"{typist.words_read} words read, {typist.keys_pressed} keys, {typist.seconds:.0f} s"
    text = "\n".join(typist.transcript).replace(str(typist.home), "~/pmpath")
    # The handle of an entry is another each time.
    text = re.sub(r"--entry \w+", "--entry mz4c", text)
    lines = [f"{'-' * COLUMNS}", f"{sort}: {took}", "", *map(str.rstrip, text.splitlines()), ""]
    return "\n".join(lines)


def five_minutes() -> str:
    """The commands that the README gives first to somebody who is about to begin."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = text.partition("## Five minutes")[2].partition("\n\n")[2]
    return part.partition("\n\n")[0]
