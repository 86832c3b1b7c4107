"""The screens of `pmpath people`: everybody, and one person."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.leaders import ALLY, LEADER, WIDER
from pmpath.coach.contacts.people import Commitment
from pmpath.coach.gathered.people import Clock, KnownPerson, Words
from pmpath.domain.people import in_capitals, name_of, typed
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import (
    capitalized,
    clip,
    day_beside,
    listed,
    pluralize,
)
from pmpath.render.phrases.commitments import OWED, TO_MEET, by_side
from pmpath.render.screens.gathered.private import PRIVATE, draw_shared
from pmpath.reports.gathered.people import PeopleReport, PersonReport
from pmpath.reports.reported_entry import ReportedEntry

EVERY = {
    LEADER: "every 5 weeks with a leader", ALLY: "every 2 months with a PM or seller",
    WIDER: "every 6 months",
}  # fmt: skip
NAME, NAME_WIDTH, FACT_WIDTH = 30, 24, 13
WORDS_SHOWN, LINES_SHOWN, ENTRIES_SHOWN, NAMES_SHOWN = 120, 4, 8, 20
NO_FUNCTION = "without a function"


def draw_people(page: Page, report: PeopleReport) -> None:
    """How many of which function; whose turn it is; everybody else by when it will be."""
    if not report.people and not report.is_shared:
        page.line("Your log has no people yet.")
        page.line("To add the first: pmpath log coffee with Lena from sales")
        return
    today = day_beside(report.today, report.today)
    page.head_line([f"{pluralize(report.met, 'person', 'people')} met", today])
    if report.by_function:
        page.line(_by_function(report.by_function))
    due = [one for one in report.people if one.clock and one.clock.is_due]
    later = [one for one in report.people if one.clock and not one.clock.is_due]
    unmet = [one for one in report.people if one.clock is None]
    _draw_group(page, "Due now", due, report.today)
    _draw_group(page, "Later", later, report.today)
    if unmet:
        page.title("Not met yet")
        names = listed([clip(one.person, NAME) for one in unmet], NAMES_SHOWN)
        page.rows([("", names)], name_width=0)
    if report.is_shared:
        draw_shared(page)
        return
    page.line()
    page.line("One person: pmpath people NAME", FAINT)
    page.line("To join two names of one person:", FAINT)
    page.line("pmpath people merge NAME NAME", FAINT)


def _by_function(counts: dict[str, int]) -> str:
    """`marketing 3, PM 2, without a function 1`."""
    return ", ".join(f"{_function(one)} {count}" for one, count in counts.items())


def _function(function: str) -> str:
    if not function:
        return NO_FUNCTION
    return clip(in_capitals(function), NAME)


def _draw_group(page: Page, title: str, people: list[KnownPerson], today: date) -> None:
    if people:
        page.title(title)
        page.rows([(clip(one.person, NAME), _line(one, today)) for one in people],
                  name_width=NAME_WIDTH)  # fmt: skip


def _line(one: KnownPerson, today: date) -> str:
    """`last contact Mon 19 Apr; due since Mon 24 May`."""
    met = f"last contact {day_beside(one.last, today)}" if one.last else "not met yet"
    due = [clock_text(one.clock, today)] if one.clock is not None else []
    return "; ".join([met, *due, *(["private"] if one.is_private else [])])


def clock_text(clock: Clock, today: date) -> str:
    """When the next contact is due, or that nobody is reminded of them."""
    if clock.snoozed is not None:
        return f"snoozed until {day_beside(clock.snoozed, today)}"
    day = day_beside(clock.due, today)
    return f"due since {day}" if clock.is_due else f"next due {day}"


def draw_person(page: Page, report: PersonReport) -> None:
    """What passed between you, what is open, and what was logged."""
    one, today = report.person, report.today
    also = (
        [f"also {listed([clip(name, NAME) for name in one.variants], 3)}"] if one.variants else []
    )
    page.head_line([clip(one.person, 60), *also])
    page.rows(_facts(one, today, is_shared=report.is_shared), name_width=FACT_WIDTH)
    if report.entries:
        page.title("In your log")
        shown = report.entries[-ENTRIES_SHOWN:]
        page.rows([(day_beside(entry.day, today), _told(entry)) for entry in shown],
                  name_width=FACT_WIDTH)  # fmt: skip
        left = len(report.entries) - len(shown)
        if left and report.is_shared:
            page.line(f"{left} more", FAINT)
        elif left:
            name = name_of(one.person)
            page.line(f"{left} more: pmpath history -n 0 {typed(name).replace('_', ' ')}", FAINT)
    if report.is_shared:
        draw_shared(page)
        return
    page.line()
    page.line(f"Words to send, or for a talk: pmpath prepare {typed(one.person)}", FAINT)


def _facts(one: KnownPerson, today: date, *, is_shared: bool) -> list[tuple[str, str]]:
    rows = []
    if not one.function and not is_shared:
        rows.append(("Function", f"not known; to add it, log with @{typed(one.person)}:FUNCTION"))
    if one.last is None:
        rows.append(("Met", "not yet"))
    elif one.first is not None:
        rows.append(("First contact", day_beside(one.first, today)))
        rows.append(("Last contact", day_beside(one.last, today)))
    if one.clock is not None:
        rows.append(("Next", _clock_row(one.clock, today)))
    if one.is_private:
        rows.append(("Private", PRIVATE))
    rows += _said("Worries", one.worries, today)
    rows += _said("Given", one.given, today)
    owed, agreed = by_side(one.owed)
    rows += _moves(OWED, owed, today)
    rows += _moves(TO_MEET, agreed, today, "on")
    rows += _moves("Waiting for", one.awaited, today)
    told = f"told {day_beside(one.told, today)}" if one.told else "not told yet"
    rows.append(("Your plan", told))
    if one.shown is not None:
        rows.append(("Shown", f"something of yours, last {day_beside(one.shown, today)}"))
    return rows


def _clock_row(clock: Clock, today: date) -> str:
    text = clock_text(clock, today)
    text = capitalized(text.removeprefix("next "))
    return f"{text}; {EVERY[clock.circle]}"


def _said(name: str, words: tuple[Words, ...], today: date) -> list[tuple[str, str]]:
    """The newest, oldest first."""
    shown = words[-LINES_SHOWN:]
    return [
        ("" if at else name, f"{day_beside(one.day, today)}: {clip(one.text, WORDS_SHOWN)}")
        for at, one in enumerate(shown)
    ]


def _moves(
    name: str, moves: tuple[Commitment, ...], today: date, by: str = "by"
) -> list[tuple[str, str]]:
    return [
        ("" if at else name,
         f"{clip(one.what, WORDS_SHOWN)}, {'since' if one.late else by} "
         f"{day_beside(one.day, today)}")
        for at, one in enumerate(moves[:LINES_SHOWN])
    ]  # fmt: skip


def _told(entry: ReportedEntry) -> str:
    return clip(entry.told, WORDS_SHOWN)
