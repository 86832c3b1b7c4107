"""The screen that `init` ends with."""

from __future__ import annotations

from pmpath.coach.plan.fit import SHORTEST_CREDIBLE_WEEKS, Point
from pmpath.coach.plan.verdict import TIGHT, TOO_MUCH
from pmpath.render.page.page import Page
from pmpath.render.page.text import day_beside, duration, long_day, pluralize, short_day
from pmpath.render.phrases.pace import spare_text
from pmpath.render.phrases.steps import sentence
from pmpath.render.phrases.target import aim, weeks_left
from pmpath.reports.start import Floor, Odds, StartReport

# What of the plan the hours are for, where it is not the plan itself.
SCOPES = {"core": " for its core", "standard": "", "extended": " for all of it"}
ALL = {"core": "its core", "standard": "in all it", "extended": "all of it"}
CROWDED_SHOWN = 2
LABELS = {
    "test": "a test: four weeks of customer contact come first, then you rate it again",
    "search": "the search alone, with the people who hear of openings",
}
DATED = "expect to start as a junior PM, perhaps for less pay"
REASONS = {
    "strategy": "strategy is the small part, about one percent, says the article (2011)",
    "money": "sales earns most if it goes well, says the article (2011); a cut is possible here",
}
CONCERNS = {
    "short": f"{SHORTEST_CREDIBLE_WEEKS} weeks is the shortest credible plan; this one is shorter",
    "little_love": "customer talks rated 1 or 2: the work asks for more, says the article (2011)",
    "no_junior": "a junior start is a no; even directors began there, says the article (2011)",
    "no_cut": "no lower pay is a no; the plan may end on this, so the pay floor comes in week one",
    "few_openings": "under three PMs inside: openings there are few, looking outside adds some",
}


def draw_start(page: Page, report: StartReport) -> None:
    """The date, what fits, the dated facts, first milestones, and the step of today."""
    page.head_line([aim(report.target), weeks_left(report.target)])
    page.line()
    rows = [("Plan", LABELS[report.label])] if report.label in LABELS else []
    rows += [("Time", f"{duration(report.weekly_minutes)} a week"), ("Fit", _fit(report))]
    rows += [("Ways", _ways_out(report))] if report.ways_out else []
    rows += [("Spare", spare_text(report.spare))] if report.spare else []
    rows += [("Tight", _crowded(report.crowded))] if report.crowded else []
    rows += [("Open", CONCERNS[name]) for name in report.concerns]
    rows += [("Why", REASONS[name]) for name in report.reasons]
    rows += [("Odds", _odds(report.odds))] if report.odds else []
    if report.openings_inside is not None:
        rows += [("Inside", _openings(report.openings_inside))]
    rows += [("Pay", _floor(report.floor))] if report.floor else []
    rows += [("Level", DATED)]
    page.rows(rows, name_width=7)
    page.title("First milestones")
    for one in report.milestones:
        page.rows([(day_beside(one.due, report.today), one.title)], name_width=15)
    if report.first is not None:
        step, day = report.first.step, report.first.day
        is_today = day == report.today
        page.title(f"{'Today' if is_today else f'First step, {short_day(day)}'}, "
                   f"{duration(step.minutes)}")  # fmt: skip
        page.rows([("", sentence(step))], name_width=0)
    page.line()


def _fit(report: StartReport) -> str:
    fit = report.fit
    hours = f"{duration(fit.needed)} of your {duration(fit.available)}"
    if report.verdict == TOO_MUCH:
        in_time = "" if fit.needed > fit.available else " to reach each milestone in time"
        return (
            f"the plan does not fit: it needs {duration(report.weekly_need)} a week{in_time}, and "
            f"you have {duration(report.weekly_minutes)} ({ALL[fit.scope]} needs {hours})"
        )
    tight = "tight: " if report.verdict == TIGHT else ""
    return f"{tight}the plan needs about {hours} ({fit.percent}%){SCOPES[fit.scope]}"


def _ways_out(report: StartReport) -> str:
    """The three ways out, each with its number."""
    ways = report.ways_out
    if ways is None:
        return ""
    more = duration(ways.weekly_minutes)
    return (
        f"a later date, {long_day(ways.date)}, for the core; {more} a week for your date; or the"
        " search alone: pmpath init --mode search"
    )


def _crowded(crowded: tuple[Point, ...]) -> str:
    """The milestones at which more than nine tenths of the time by then is needed."""
    shown = [
        f"{one.title}: {duration(one.needed)} of work, {duration(one.available)} until "
        f"{long_day(one.due)}"
        for one in crowded[:CROWDED_SHOWN]
    ]
    more = len(crowded) - CROWDED_SHOWN
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def _openings(count: int) -> str:
    about = f"about {pluralize(count, 'opening')}" if count else "less than one opening"
    return f"{about} for a PM there until your date, our estimate; outside adds some"


def _floor(floor: Floor) -> str:
    """Said once, at init, and not again."""
    if floor.percent is None:
        return "a floor is set; the figure stays with you"
    months = f", savings for {pluralize(floor.months, 'month')}" if floor.months is not None else ""
    return f"up to {floor.percent} percent less is acceptable{months}; saved, and not asked again"


def _odds(odds: Odds) -> str:
    text = f"{pluralize(odds.ratio, 'engineer')} for each product manager in your company"
    return f"{text}; inside the article's 20 to 50 (2011)" if odds.in_article_range else text
