"""A page of Markdown: everything that was gathered, for any editor of notes."""

from __future__ import annotations

import re

from pmpath.domain.entry import Entry
from pmpath.domain.metric import Metric
from pmpath.domain.pages.pages import PlainPages
from pmpath.formats.text import one_line
from pmpath.formats.told import commitment_told
from pmpath.formats.values import Facts, Person

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmpath.domain.log.gathered.openings import Opening

# The year and month of a day.
MONTH = len("2027-01")
# Signs that mean something within a line of Markdown, or of a table.
ACTIVE = re.compile(r"([\\`*_\[\]<>|~&$#])")


def markdown_page(facts: Facts, entries: Iterable[Entry]) -> Iterator[str]:
    """A section for each kind of thing that there is, and the log by months at the end."""
    target = facts.roadmap.target
    role = facts.role[:1].upper() + facts.role[1:]
    where = f" at {target.company}" if target.company else ""
    yield f"# {plain(role + where)} by {target.date}\n\nAs of {facts.now.date()}.\n"
    for title, lines in _sections(facts):
        if lines:
            yield f"\n## {title}\n\n" + "".join(f"{line}\n" for line in lines)
    yield from _log(entries)


def _sections(facts: Facts) -> Iterator[tuple[str, list[str]]]:
    yield (
        "Milestones",
        _table(
            ("Due", "Reached", "Milestone", "Done when"),
            [(one.due, one.done, one.title, one.done_when) for one in facts.milestones],
        ),
    )
    yield (
        "What you owe and wait for",
        [f"- {one.day}: {plain(commitment_told(one))}" for one in facts.commitments],
    )
    yield (
        "People",
        _table(
            ("Name", "Function", "First contact", "Last contact", "Worries"),
            [_person(one) for one in facts.people],
        ),
    )
    yield (
        "Openings",
        _table(
            ("Opening", "Side", "Applied", "Stage", "Last heard", "Reason"),
            [_opening(one) for one in facts.openings],
        ),
    )
    yield (
        "Results",
        [
            f"- {entry.day}: {plain(_number(one))}"
            for entry in facts.results
            for one in entry.metrics
            if one.before is not None and one.after is not None
        ],
    )
    yield "Published and presented", [_dated(one) for one in facts.pieces]
    yield "Volunteering", [_dated(one) for one in facts.volunteering]
    yield "Books", [f"- {plain(one)}" for one in facts.books]


def _person(one: Person) -> tuple[object, ...]:
    return one.name, one.function, one.first, one.last, "; ".join(one.worries)


def _opening(one: Opening) -> tuple[object, ...]:
    return one.label, one.side, one.applied, one.stage, one.last, one.reason


def _number(one: Metric) -> str:
    unit = " ".join(filter(None, [one.unit, one.period]))
    return f"{one.name}: {one.before} to {one.after} {unit}".strip()


def _dated(one: Entry) -> str:
    return f"- {one.day}: {plain(one.text)}"


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A table; none without rows."""
    if not rows:
        return []
    cells = [["" if cell is None else plain(str(cell)) for cell in row] for row in rows]
    return [_row(head), _row(["---"] * len(head)), *map(_row, cells)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _log(entries: Iterable[Entry]) -> Iterator[str]:
    """The log in the order of days, which that of writing need not be."""
    lines = PlainPages(f"{one.day}{one.at}\n{_line(one)}" for one in entries)
    lines.sort(lambda one: one.partition("\n")[0])
    if lines:
        yield "\n## Log\n"
    month = ""
    for placed in lines:
        place, _, line = placed.partition("\n")
        if place[:MONTH] != month:
            month = place[:MONTH]
            yield f"\n### {month}\n\n"
        yield line


def _line(entry: Entry) -> str:
    track = f", {entry.track}" if entry.track else ""
    with_people = f" (with {', '.join(entry.people)})" if entry.people else ""
    notes = "".join(f"; {key}: {text}" for key, text in entry.notes.items())
    told = plain(f"{entry.text}{with_people}{notes}")
    return f"- {entry.day}, {entry.minutes} min{track}: {told}\n"


def plain(text: str) -> str:
    """The text on one line, shown as it is: no sign of it is markup."""
    return ACTIVE.sub(r"\\\1", one_line(text))
