"""The screens of `pmpath wins`: results, and stories for an interview."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.stories import ACTION, RESULT, SITUATION
from pmpath.coach.gathered.wins import (
    FROM_ZERO,
    NO_PART,
    NO_PERIOD,
    SAME_DAY,
    SHORT,
    SMALL,
    Result,
)
from pmpath.domain.entry import handle_of
from pmpath.domain.metric import with_unit
from pmpath.domain.people import name_of
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, clip, day_beside, listed, pluralize
from pmpath.render.phrases.happened import result_text
from pmpath.render.screens.gathered.private import draw_shared
from pmpath.reports.gathered.wins import PartFacts, StoryFacts, WinsReport

FACT_WIDTH, WORDS_SHOWN, USED_SHOWN = 13, 160, 8
CAUTIONS = {
    SMALL: "both numbers are small, so a percent says little",
    FROM_ZERO: "it began at 0, so there is no percent",
    SAME_DAY: "both numbers were logged on one day: who measured the one before?",
    SHORT: "the numbers are less than two weeks apart",
    NO_PERIOD: "the period is missing: a day, a week, a month?",
    NO_PART: "your part is missing",
}
PARTS = {SITUATION: "Situation", ACTION: "What you did", RESULT: "Result"}
# So many cautions stand with a result; all of them are in the JSON.
MOST_CAUTIONS = 2
EXAMPLE = "pmpath log sign-ups from 12 to 31 a month after the new form"


def draw_wins(page: Page, report: WinsReport) -> None:
    """Results, the greatest change first; what is in use; what stands on no resume."""
    if report.stories is not None:
        draw_stories(page, report.stories, report.today, is_shared=report.is_shared)
        return
    if not report.results and not report.used:
        page.line("No result in your log yet.")
        if report.is_shared:
            return
        page.line(f"A number before and after makes one: {EXAMPLE}")
        return
    count = pluralize(len(report.results), "result")
    page.head_line([count, day_beside(report.today, report.today)])
    for one in report.results:
        _draw_result(page, one, report.today)
    if report.used:
        page.title("In use by others")
        page.rows([(day_beside(one.day, report.today), _with_words(one.told, one.said))
                   for one in report.used[:USED_SHOWN]], name_width=FACT_WIDTH)  # fmt: skip
    if report.is_shared:
        draw_shared(page)
        return
    _draw_resume(page, report)
    page.line()
    page.line("For an interview: pmpath wins --stories", FAINT)


def _draw_result(page: Page, one: Result, today: date) -> None:
    page.title(result_text(one.metric, one.change))
    rows = [("Measured", _when(one, today))]
    if one.part:
        rows.append(("Your part", clip(capitalized(one.part), WORDS_SHOWN)))
    if one.people:
        rows.append(("With", listed([name_of(who) for who in one.people], 4)))
    for at, caution in enumerate(one.cautions[:MOST_CAUTIONS]):
        rows.append(("" if at else "Caution", _caution(caution, one)))
    page.rows(rows, name_width=FACT_WIDTH)


def _when(one: Result, today: date) -> str:
    """`Wed 31 Mar; the number before on Fri 29 Jan`."""
    if one.since == one.day:
        return day_beside(one.day, today)
    return f"{day_beside(one.day, today)}; the number before on {day_beside(one.since, today)}"


def _caution(caution: str, one: Result) -> str:
    said = CAUTIONS[caution]
    if caution == NO_PART:
        return f"{said}: pmpath amend --entry {handle_of(one.entry_id)} WORDS"
    return said


def _draw_resume(page: Page, report: WinsReport) -> None:
    waiting = [one for one in report.results if not one.on_resume]
    if not waiting:
        return
    page.title("Not on your resume yet")
    page.rows([("", clip(result_text(one.metric, one.change), WORDS_SHOWN)) for one in waiting],
              name_width=0)  # fmt: skip
    page.rows([("", "Once it is: pmpath log wrote a resume line")], name_width=0)


def draw_stories(
    page: Page, stories: tuple[StoryFacts, ...], today: date, *, is_shared: bool = False
) -> None:
    """Each question with situation, action and result; for what is missing a line to log."""
    answered = sum(not one.missing for one in stories)
    verb = "has" if answered == 1 else "have"
    page.head_line([f"{answered} of {len(stories)} questions {verb} an answer in your log"])
    for one in stories:
        page.title(one.asks)
        parts = ((SITUATION, one.situation), (ACTION, one.action), (RESULT, one.result))
        rows = [(PARTS[key], _part(part, today, key)) for key, part in parts if part is not None]
        if one.missing:
            lacking = listed([PARTS[key].lower() for key in one.missing])
            hint = "" if is_shared else f". For example: {one.hint}"
            rows.append(("Missing", f"{lacking}{hint}"))
        page.rows(rows, name_width=FACT_WIDTH)
    if is_shared:
        draw_shared(page)


def _part(part: PartFacts, today: date, key: str) -> str:
    day = day_beside(part.day, today)
    number = part.number
    if number is None:
        return f"{day}: {_with_words(part.told, part.said)}"
    if key == SITUATION:
        metric = number.metric
        unit = " ".join(filter(None, (metric.unit, f"a {metric.period}" if metric.period else "")))
        sides = f"{metric.name}: {with_unit(str(metric.before), unit)}"
        return f"{day_beside(number.since, today)}: {clip(capitalized(sides), WORDS_SHOWN)}"
    return f"{day}: {clip(result_text(number.metric, number.change), WORDS_SHOWN)}"


def _with_words(told: str, said: str) -> str:
    """What was done, and what somebody said in quotes."""
    words = clip(capitalized(told), WORDS_SHOWN)
    return f'{words}: "{clip(said, WORDS_SHOWN)}"' if said else words
