"""The screen of `pmpath prepare`, and the list of its talks."""

from __future__ import annotations

from pmpath.domain.content.talks import Talk
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, day_beside, listed
from pmpath.render.phrases.confirmation import metric_text
from pmpath.reports.prepare import PrepareReport

FIRST = 13
WORDS_SHOWN = 100
PROMISES_SHOWN = 2


def draw_prepare(page: Page, report: PrepareReport) -> None:
    """Aim and facts, the words in the order in which they are said, the line to log after."""
    page.head_line([report.title, clip(report.whom, 60)])
    page.rows([("Aim", report.aim), *_facts(report)], first=FIRST)
    page.line()
    rows = [("Open with", clip(report.opening, 300))]
    questions = [" ".join(report.questions)] if page.narrow else report.questions
    rows += [("" if n else "Ask", one) for n, one in enumerate(questions)]
    rows += [("Then ask for", report.ask), ("Not to say", report.avoid)]
    if report.not_to_say:
        rows.append(("Your own list", clip(listed(report.not_to_say), WORDS_SHOWN)))
    rows += [("On that list", f"in: {clip(one, WORDS_SHOWN)}") for one in report.holding]
    page.rows(rows, first=FIRST)
    page.line()
    if report.line_is_safe:
        page.line("Afterwards, with your own words in it:")
        page.copied(f"pmpath log {report.log_line}")
    else:
        page.line("Afterwards type pmpath log, press Enter, then with your own words:")
        page.copied(report.log_line)


def draw_talks(page: Page, talks: tuple[Talk, ...]) -> None:
    """Every talk with its aim."""
    page.line("pmpath prepare TALK NAME: the words for a talk, filled from your log.")
    page.line()
    page.rows([(one.id, one.aim) for one in talks], first=15)
    page.line()
    page.line("A name alone chooses the talk: pmpath prepare lena", FAINT)


def _facts(report: PrepareReport) -> list[tuple[str, str]]:
    rows = []
    if report.last_day is not None:
        day = day_beside(report.last_day, report.today)
        rows.append(("Last talk", f"{day}: {clip(report.last_words, WORDS_SHOWN)}"))
    if report.worry:
        rows.append(("Their worry", clip(report.worry, WORDS_SHOWN)))
    if report.number is not None:
        rows.append(("Your number", clip(metric_text(report.number), WORDS_SHOWN)))
    promises = [("Yours", one) for one in report.yours[:PROMISES_SHOWN]]
    promises += [("Theirs", one) for one in report.theirs[:PROMISES_SHOWN]]
    rows += [
        (name, f"{clip(one.what, 60)}, by {day_beside(one.day, report.today)}")
        for name, one in promises
    ]
    return rows
