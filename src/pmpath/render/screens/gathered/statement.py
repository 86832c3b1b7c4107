"""The screens of `pmpath statement`, of its check and of its versions."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pmpath.coach.statement.check import Checked
from pmpath.coach.statement.weak import MISSING, NO_PROOF
from pmpath.domain.side_kinds import LEADS_WITH_TECHNOLOGY, STATEMENT_FIELDS
from pmpath.render.page.blocks import FAINT, STRONG
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, clip, day_beside, pluralize
from pmpath.render.phrases.confirmation import metric_text
from pmpath.render.screens.gathered.looked_at import (
    ASKED,
    field_name,
    remark_text,
    weak_text,
    words_text,
)
from pmpath.render.screens.gathered.private import draw_shared
from pmpath.reports.gathered.checked import CheckReport
from pmpath.reports.gathered.statement import StatementReport

NAME_WIDTH, VERDICT_WIDTH = 14, 24
FIELD_SHOWN, TEXT_SHOWN, SENTENCE_SHOWN, SENTENCES_SHOWN = 300, 300, 100, 12
EXAMPLE = (
    'pmpath statement "For heads of support whose agents drown in repeat calls, I am a product '
    'manager who finds what makes people call. Unlike a PM from outside, I know every step."'
)
LIMITS = "The check reads words, not meaning: pmpath statement check --help"


def draw_statement(page: Page, report: StatementReport, today: date) -> None:
    """The sentence, each field, and the weak spots; before the first version, how to begin."""
    if not report.fields and report.is_shared:
        page.line("There is no positioning statement to share yet.")
        return
    if not report.fields:
        page.line("You have no positioning statement yet: who you are for, and what you bring.")
        page.line()
        page.rows([(field_name(name), ASKED[name]) for name in STATEMENT_FIELDS[:6]],
                  name_width=NAME_WIDTH)  # fmt: skip
        page.line()
        page.line("Write it as one text, or field by field (pmpath statement value WORDS):")
        page.line(EXAMPLE)
        return
    page.head_line(["Your positioning statement", _version(report, today)])
    page.line()
    page.line(report.text, STRONG)
    page.line()
    fields = dict(report.fields)
    page.rows([(field_name(name), clip(fields[name], FIELD_SHOWN)) for name in STATEMENT_FIELDS
               if name in fields], name_width=NAME_WIDTH)  # fmt: skip
    if report.proof is not None:
        page.line()
        page.line(f"A number you can use as proof: {metric_text(report.proof)}")
    if report.is_shared:
        draw_shared(page)
        return
    _draw_weak(page, report)


def _version(report: StatementReport, today: date) -> str:
    on = f", {day_beside(report.since, today)}" if report.since is not None else ""
    return f"version {report.version}{on} \N{MIDDLE DOT} {pluralize(report.words, 'word')}"


def _draw_weak(page: Page, report: StatementReport) -> None:
    if report.weak:
        page.title("Weak spots")
        page.rows([("", weak_text(one)) for one in report.weak], name_width=0)
    page.line()
    missing = next((one.field for one in report.weak if one.kind == MISSING), "")
    if missing:
        page.line(f"To fill it: pmpath statement {missing} WORDS")
    elif any(one.kind == NO_PROOF for one in report.weak):
        page.line("To log a number before and after: pmpath log calls per customer: 5 to 2")
    elif report.tested is None:
        page.line("Read it to two people outside engineering; change what they stumble over.")
    page.line("Every version: pmpath statement versions", FAINT)


def draw_versions(page: Page, report: StatementReport, today: date) -> None:
    """Each version with its day and what it said anew, the newest last."""
    if not report.versions:
        page.line("No version yet. Write the first: pmpath statement WORDS")
        return
    for number, one in enumerate(report.versions, 1):
        page.title(f"Version {number}, {day_beside(one.day, today)}")
        rows = [(field_name(name), clip(one.fields.get(name, "(removed)"), FIELD_SHOWN))
                for name in one.changed]  # fmt: skip
        page.rows(rows, name_width=NAME_WIDTH)


def draw_check(page: Page, report: CheckReport) -> None:
    """The verdict with its words, then what is beside it; of several sentences, each."""
    one = report.checked
    page.line(f'"{clip(report.source or one.text, TEXT_SHOWN)}"')
    page.line()
    page.line(f"{capitalized(one.verdict)}.", STRONG)
    page.rows(_words_rows(one), name_width=NAME_WIDTH)
    remarks = [remark_text(remark) for remark in one.remarks]
    if report.audience:
        remarks.append(f"Technical terms allowed: those of {clip(report.audience, TEXT_SHOWN)}.")
    if one.verdict == LEADS_WITH_TECHNOLOGY:
        remarks.append("Begin with who gains, what changes for them, and by how much.")
    if remarks:
        page.line()
        page.rows([("", text) for text in remarks], name_width=0)
    _draw_sentences(page, report)
    page.line()
    page.line(LIMITS, FAINT)


def _words_rows(one: Checked) -> list[tuple[str, str]]:
    rows = [("Technology", words_text(one.technology)), ("Value", words_text(one.value))]
    return [(name, text) for name, text in rows if text]


def _draw_sentences(page: Page, report: CheckReport) -> None:
    """How many sentences lead with what, and those that lead with technology."""
    if len(report.sentences) < 2:
        return
    page.title(f"{len(report.sentences)} sentences")
    counts = Counter(one.verdict for one in report.sentences)
    page.rows([(verdict, str(count)) for verdict, count in counts.most_common()],
              name_width=VERDICT_WIDTH)  # fmt: skip
    found = [one for one in report.sentences if one.verdict == LEADS_WITH_TECHNOLOGY]
    if found:
        page.title("Sentences that lead with technology")
        rows = [("", f'"{clip(one.text, SENTENCE_SHOWN)}"') for one in found[:SENTENCES_SHOWN]]
        more = len(found) - SENTENCES_SHOWN
        page.rows([*rows, *([("", f"and {more} more (--json shows all)")] if more > 0 else [])],
                  name_width=0)  # fmt: skip
