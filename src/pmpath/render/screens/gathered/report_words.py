"""The words of the person in a report: the statement, and titles that lead with technology."""

from __future__ import annotations

from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, pluralize
from pmpath.render.phrases.concern import whole_command
from pmpath.render.screens.gathered.looked_at import field_name, look_text
from pmpath.reports.period.own_words.statement import StatementInPeriod
from pmpath.reports.period.report import PeriodReport

TEXT_SHOWN, TEXT_SHOWN_SHORT = 400, 120
LOOKS_SHOWN = 1


def draw_words(page: Page, report: PeriodReport, *, whole: bool) -> None:
    """The statement where it is new or asked for; one text to look at again, or all.

    That it is overdue is a concern of the week; a longer period says how to write it.
    """
    is_long = whole or report.period.kind != "week"
    found = report.statement
    rows = []
    if found is not None and (found.new or is_long):
        rows += _statement_rows(found, TEXT_SHOWN if is_long else TEXT_SHOWN_SHORT)
    shown = report.said if is_long else report.said[-LOOKS_SHOWN:]
    rows += [("", look_text(one.look)) for one in shown]
    more = len(report.said) - len(shown)
    if more:
        rows.append(("", f"{pluralize(more, 'more text', 'more texts')}: {whole_command(report)}"))
    if rows:
        page.title("Your words")
        page.rows(rows, name_width=0)


def _statement_rows(found: StatementInPeriod, shown: int) -> list[tuple[str, str]]:
    if not found.text:
        return [("", "No positioning statement yet: who you are for, and what you "
                 "bring. To write it: pmpath statement")]  # fmt: skip
    named = ", ".join(field_name(one) for one in found.lacks)
    lacks = f" Still missing: {named}." if named else ""
    return [("", f"Statement, version {found.version}: {clip(found.text, shown)}{lacks}")]
