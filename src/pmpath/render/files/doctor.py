"""The screens of `pmpath doctor`: remarks by group, and what is well in a few rows."""

from __future__ import annotations

from datetime import date

from pmpath.domain.files.checkup import GROUPS, Checkup, Copies, Remark
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, day_beside, hanging, listed, offered, pluralize

NAMES = {"log": "Log", "roadmap": "Roadmap", "copies": "Copies", "folder": "Folder"}
FAULT, NOTE = "x", "-"
# Hundreds of damaged lines are one story; --json has them all.
SHOWN = 20
LONGEST_QUOTE = 80
NAME_WIDTH = 11


def draw_checkup(page: Page, found: Checkup, today: date) -> None:
    """Where the data lies and whether it is sound, remarks by group, then the facts."""
    page.head_line([f"Your data: {found.folder}"])
    page.line(_summary(found))
    for group in GROUPS:
        remarks = [one for one in found.remarks if one.group == group]
        if remarks:
            page.title(NAMES[group])
            _draw_remarks(page, remarks[:SHOWN], today)
            if len(remarks) > SHOWN:
                page.line(
                    f"  and {len(remarks) - SHOWN} more; to see them all: pmpath doctor --json"
                )
    page.line()
    page.rows(_facts(found, today), name_width=NAME_WIDTH)
    if found.remarks:
        page.line()
        page.line(f"{FAULT} to fix   {NOTE} worth knowing", FAINT)


def _draw_remarks(page: Page, remarks: list[Remark], today: date) -> None:
    if page.narrow:
        for one in remarks:
            label = f"  {_mark(one)} "
            said, *command = offered(_told(one, today), page.width - len(label))
            for line in hanging(label, said, page.width):
                page.line(line)
            for text in command:
                page.copied(" " * len(label) + text)
    else:
        page.rows([(_mark(one), _told(one, today)) for one in remarks], name_width=1)


def _mark(one: Remark) -> str:
    return FAULT if one.is_fault else NOTE


def _told(one: Remark, today: date) -> str:
    """Place, what is there with its first letters, what to do."""
    quote = f" [{clip(one.quote, LONGEST_QUOTE)}]" if one.quote else ""
    told = one.told
    for day in one.days:
        told = told.replace(day.isoformat(), day_beside(day, today))
    return f"{one.place}: {told}{quote} {one.advice}"


def _summary(found: Checkup) -> str:
    if found.faults:
        return f"{pluralize(found.faults, 'thing')} to fix."
    return "Everything is fine."


def _facts(found: Checkup, today: date) -> list[tuple[str, str]]:
    rows = [
        ("Log", f"{pluralize(found.records, 'record')} can be read"),
        ("Roadmap", "valid" if found.roadmap_is_valid else "not valid"),
        ("Backups", f"{_copies(found.roadmap_copies, 'roadmap', today)}; "
         f"{_copies(found.log_copies, 'log', today)}"),
    ]  # fmt: skip
    if found.elsewhere:
        rows.append(("Elsewhere", listed(found.elsewhere)))
    if found.set_aside:
        rows.append(("Set aside", listed(found.set_aside)))
    return rows


def _copies(found: Copies, of: str, today: date) -> str:
    if found.newest is None:
        return f"none of the {of} yet"
    return f"{found.count} of the {of}, newest from {day_beside(found.newest, today)}"
