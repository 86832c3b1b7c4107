"""The screens of `pmpath why`."""

from __future__ import annotations

from datetime import date

from pmpath.coach.today.proposal import (
    CLOCK,
    CUSTOMER,
    EARLY,
    FINDING,
    FIRST,
    HAPPENED,
    MILESTONE,
    NAMED_AT_START,
    NO_NEWS,
    NUDGE,
    OPENING,
    PERSON,
    PROMISE,
    REGULAR,
    TRACK,
)
from pmpath.render.page.blocks import FAINT, TITLE
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, duration, pluralize
from pmpath.render.phrases.steps import sentence
from pmpath.render.phrases.steps import why as why_step
from pmpath.render.screens.figures import figure_row
from pmpath.reports.why.explanation import POINT, Explanation
from pmpath.reports.why.report import Topic, WhyReport

SOURCE = 'Sumit Gupta, "How to move from Engineering to Product Management", June 2011'
IN_OUR_WORDS = "in our own words"
KINDS = {
    "track": "Track", "milestone": "Milestone", "action": "Action", "number": "Number",
    "finding": "Concern", "point": "Point",
}  # fmt: skip
TOPICS = {
    "track": "Tracks", "milestone": "Milestones", "action": "Actions", "number": "Numbers",
    "finding": "Concerns", "point": "The article",
}  # fmt: skip
OWN = {"track": "live now", "milestone": "next", "action": "today's"}
# What the order of steps says about each kind of reason.
ORDER = {
    PROMISE: "A promise to somebody that is due comes before anything else.",
    NUDGE: "An answer that is late comes next after your own promises; it is asked for once more.",
    OPENING: "Words to a firm come after what people owe each other: an answer and thanks the next "
    "day, a follow-up after a week of silence, twice at most.",
    HAPPENED: "What a no, an offer or an interview asks for comes at once, whatever the phase.",
    EARLY: "What an answer of the reality check brings forward comes before milestones and tracks.",
    CUSTOMER: "After 30 days without a customer, one comes before milestones and tracks.",
    PERSON: "After 14 days without meeting anybody, a person comes before milestones and tracks.",
    CLOCK: "Whoever was met last too long ago (a leader 5 weeks, a PM or seller 2 months, others "
    "6; [people] of the roadmap decides otherwise) comes before the tracks.",
    NO_NEWS: "A leader who knows of the plan hears something after five weeks without a word.",
    FINDING: "What a concern of the report asks for comes before milestones and tracks.",
    REGULAR: "Steps that repeat (openings every week, PM work every month, an event every eight "
    "weeks) come when they are due, before the tracks.",
    MILESTONE: "A milestone whose work has to start by now comes before the tracks.",
    NAMED_AT_START: "Whoever you named at the start is asked in the first week.",
    FIRST: "The first customer call, piece and application outside belong in the first quarter of "
    "the plan.",
    TRACK: "The live tracks take turns; the one that has missed the most of them comes first.",
}
OURS = "The article says nothing about this; it is our decision."
NAME_WIDTH = 15
TITLE_SHOWN = 100


def draw_topics(page: Page, topics: tuple[Topic, ...]) -> None:
    """What can be asked, one line for each kind."""
    page.line("pmpath why WORD: the reason behind what a screen shows, and what would change it.")
    page.line()
    page.rows(
        [
            ("Today's step", "pmpath why today"),
            *((TOPICS[one.kind], _topic(one)) for one in topics),
        ],
        name_width=NAME_WIDTH,
    )
    page.line()
    page.line("A part of a title works as well: pmpath why textbook", FAINT)


def _topic(topic: Topic) -> str:
    if topic.kind == POINT:
        return f"a1 to a{topic.count}, and {', '.join(topic.examples)}"
    if topic.own:
        return f"{topic.count}; {OWN[topic.kind]}: {', '.join(topic.own)}"
    more = ", ..." if topic.count > len(topic.examples) else ""
    return f"{topic.count}: {', '.join(topic.examples)}{more}"


def draw_why(page: Page, report: WhyReport) -> None:
    """The step, the explanations, or the things of which one may be meant."""
    if report.matches:
        _draw_matches(page, report)
        return
    if report.asked == "today":
        _draw_step(page, report)
    for number, one in enumerate(report.explanations):
        if number or report.asked == "today":
            page.line()
        _draw_one(page, one, report.today)
    if any(one.article for one in report.explanations):
        page.line()
        page.line(SOURCE, FAINT)


def _draw_matches(page: Page, report: WhyReport) -> None:
    page.line(f"{pluralize(report.found, 'thing')} with these words in the title:")
    page.line()
    keys = [f"a{one.id}" if one.kind == POINT else one.id for one in report.matches]
    titles = [clip(one.title, TITLE_SHOWN) for one in report.matches]
    rows = list(zip(keys, titles, strict=True))
    page.rows(rows, name_width=max(map(len, keys), default=0) + 1)
    if report.found > len(report.matches):
        page.line()
        page.line(f"And {report.found - len(report.matches)} more.", FAINT)


def _draw_step(page: Page, report: WhyReport) -> None:
    if report.step is None:
        page.line("There is no step today: it is a day off, or the step is already done.")
        page.line("For one more step: pmpath today --other", FAINT)
        return
    page.line(f"Today, {duration(report.step.minutes)}: {sentence(report.step)}", TITLE)
    page.line()
    page.rows(
        [("Why", why_step(report.step, report.today)), ("Order", ORDER[report.step.reason.kind])],
        name_width=NAME_WIDTH,
    )


def _draw_one(page: Page, one: Explanation, today: date) -> None:
    about = [figure_row(figure, today) for figure in one.about]
    if one.kind == POINT:
        page.line(f"Point {one.title} of the article (2011), {IN_OUR_WORDS}", TITLE)
        _draw_rows(page, _points(one))
        _draw_rows(page, about)
        return
    page.head(clip(one.title, TITLE_SHOWN), _name(one))
    _draw_rows(page, [*about, *([("Why", one.why)] if one.why else [])])
    page.title(f"The article (2011), {IN_OUR_WORDS}")
    page.rows(_points(one) or [("", OURS)], name_width=NAME_WIDTH if one.article else 0)
    if one.yours:
        page.title("In your plan")
        page.rows([figure_row(figure, today) for figure in one.yours], name_width=NAME_WIDTH)
    page.title("What would change it")
    page.rows([figure_row(figure, today) for figure in one.changes], name_width=NAME_WIDTH)


def _draw_rows(page: Page, rows: list[tuple[str, str]]) -> None:
    if rows:
        page.line()
        page.rows(rows, name_width=NAME_WIDTH)


def _name(one: Explanation) -> str:
    return KINDS[one.kind] if one.title == one.id else f"{KINDS[one.kind]} {one.id}"


def _points(one: Explanation) -> list[tuple[str, str]]:
    rows = []
    for point in one.article:
        rows.append((f"A{point.n}", point.text))
        if point.disputed:
            rows.append(("", f"Not settled: {point.disputed}"))
    return rows
