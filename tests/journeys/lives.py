"""Lives that go another way: no more people, a gap, a moved date, an answer, a role kept on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.journeys.log_only import SETUP
from tests.journeys.program import START, Program

MET = (
    "coffee with Nadine, our PM, 30 min, worry: no-shows",
    "lunch with Tobias from sales, 40 min",
    "coffee with Rasmus from product marketing, 30 min",
    "coffee with Ola from sales, 30 min",
)  # fmt: skip
CHAPTERS = ("markets", "pricing", "research", "launches", "metrics", "channels", "positioning")
# The drifter meets nobody from the first day of this week on, and again in that one.
STOPS, MENDS, WEEKS = 5, 16, 18


@dataclass(frozen=True)
class Page:
    """What a report said at the end of a week."""

    week: int
    sunday: date
    text: str


@dataclass
class Pages:
    """The pages of one life, with the lines that were typed."""

    name: str
    pages: list[Page] = field(default_factory=list)


def drifter(home: Path, *, as_process: bool = False) -> Pages:
    """Meets somebody each week, stops in week 5, reads on, and meets somebody in week 16."""

    def week(program: Program, number: int) -> None:
        if number < STOPS or number >= MENDS:
            program.type("log", *MET[number % len(MET)].split())
        program.next_day()
        chapter = CHAPTERS[number % len(CHAPTERS)]
        words = f"read the chapter on {chapter} in The Product Manager's Handbook, 1 h"
        program.type("log", *words.split())
        program.next_day()
        program.type("log", *["weekly", "review", "15", "min"])

    return _lived("drifter", Program(home, as_process), week, WEEKS)


def _lived(
    name: str,
    program: Program,
    week: Callable[[Program, int], None],
    weeks: int,
    setup: tuple[str, ...] = SETUP,
) -> Pages:
    program.type(*setup)
    found = Pages(name)
    for number in range(1, weeks + 1):
        monday = START + timedelta(weeks=number - 1)
        program.today = monday
        week(program, number)
        program.today = monday + timedelta(6)
        found.pages.append(Page(number, program.today, program.type("report")))
    return found


def sentences(page: Page, *words: str) -> list[str]:
    """The lines of a page that hold one of the words, each as one sentence over its line breaks."""
    return [one for one in paragraphs(page.text) if any(word in one.casefold() for word in words)]


def paragraphs(text: str) -> Iterator[str]:
    """Lines that go on, with a deeper indent, joined to the one before."""
    held = ""
    depth = 0
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if held and line.strip() and indent > depth:
            held += " " + line.strip()
            continue
        if held:
            yield held
        held, depth = line.strip(), indent
    if held:
        yield held


WORKING = (
    "coffee with {ally}, 30 min", "scanned PM openings inside and outside, saved two, 15 min",
    "so-what ladder for two features, 30 min", "weekly review 15 min",
)  # fmt: skip
ALLIES = ("Nadine, our PM", "Tobias from sales", "Rasmus from product marketing", "Ola from sales")


def _working(program: Program, number: int) -> None:
    for words in WORKING:
        program.type("log", *words.format(ally=ALLIES[number % len(ALLIES)]).split())
        program.next_day()


def returner(home: Path, *, as_process: bool = False) -> Pages:
    """Five weeks of work, six of silence, then back."""

    def week(program: Program, number: int) -> None:
        if number <= 5 or number > 11:
            _working(program, number)

    return _lived("returner", Program(home, as_process), week, 13)


def moved_date(home: Path, *, as_process: bool = False) -> Pages:
    """The date is moved by eight weeks in week 8, with a reason."""

    def week(program: Program, number: int) -> None:
        _working(program, number)
        if number == 8:
            program.type("roadmap", "move", "2028-03-06", "--because", "a new team until spring")

    return _lived("moved date", Program(home, as_process), week, 10)


# By week: what is heard of an application.
OFFERED = {
    4: "applied to Praxio as PM with a note from Nadine, 40 min",
    6: "phone screen with Praxio, 30 min",
    7: "second interview with Praxio, 1 h",
    8: "offer from Praxio: associate PM, start in June",
    9: "compared the offer from Praxio with my floor and with years one and three, 1 h",
    10: "accepted the offer from Praxio",
}
REFUSED = {
    4: "applied to Praxio as PM with a note from Nadine, 40 min",
    6: "interview with Praxio, 1 h",
    7: "no from Praxio: they want somebody who has run a launch",
}


def _search(name: str, home: Path, told: dict[int, str], as_process: bool) -> Pages:
    def week(program: Program, number: int) -> None:
        _working(program, number)
        if number in told:
            program.type("log", *told[number].split())

    return _lived(name, Program(home, as_process), week, 11)


def offer(home: Path, *, as_process: bool = False) -> Pages:
    """An application, two rounds, an offer in week 8, accepted in week 10."""
    return _search("offer", home, OFFERED, as_process)


def rejection(home: Path, *, as_process: bool = False) -> Pages:
    """An application, an interview, and a no with its reason in week 7."""
    return _search("rejection", home, REFUSED, as_process)


def overstay(home: Path, *, as_process: bool = False) -> Pages:
    """The exit date of a stepping-stone role passes in week 6 and nobody leaves."""
    program = Program(home, as_process)
    exit_date = (START + timedelta(weeks=5, days=4)).isoformat()
    role = (
        "--profile", "step", "--springboard", "in", "--springboard-since", "2025-08-01",
        "--exit-date", exit_date,
    )  # fmt: skip
    return _lived("overstay", program, _working, 9, (*SETUP, *role))


# The weeks whose pages say most, and the words of the lines to look at.
LOOKED_AT: dict[str, tuple[Callable[..., Pages], tuple[int, ...]]] = {
    "drifter": (drifter, (5, 7, 8, 10, 12, 14, 15, 16, 17)),
    "returner": (returner, (8, 11, 12, 13)),
    "moved date": (moved_date, (7, 8, 9)),
    "offer": (offer, (4, 8, 9, 10, 11)),
    "rejection": (rejection, (6, 7, 8)),
    "overstay": (overstay, (5, 6, 8, 9)),
}
# What every page has alike says nothing of the life.
USUAL = (
    "done", "what you keep", "where you stand", "next week", "your roadmap is a draft",
)  # fmt: skip


def key_lines(page: Page) -> list[str]:
    """What the page says between its minutes and its table of entries, and of concerns."""
    found, inside = [], True
    for line in page.text.splitlines()[2:]:
        is_head = bool(line) and not line.startswith(" ")
        if is_head:
            inside = not line.casefold().startswith(USUAL)
        if inside and line.strip():
            found.append(line.rstrip())
    return found
