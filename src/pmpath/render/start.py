"""The screen that `init` ends with."""

from __future__ import annotations

from pmpath.coach.plan import COMFORTABLE_PERCENT, Fit
from pmpath.render.screen import Page
from pmpath.render.steps import sentence
from pmpath.render.target import aim, weeks_left
from pmpath.render.text import counted, day_beside, duration
from pmpath.reports.start import SHORTEST_CREDIBLE_WEEKS, Odds, StartReport

SCOPES = {
    "core": "the core",
    "standard": "core and standard",
    "extended": "core, standard and extended",
}
WIDE = 100


def draw_start(page: Page, report: StartReport) -> None:
    """The date, what fits, the dated facts, first milestones, and the step of today."""
    page.head_line([aim(report.target), weeks_left(report.target)])
    page.line()
    rows = [
        ("Time", f"{duration(report.weekly_minutes)} a week"),
        ("Fit", _fit(report.fit)),
        ("Odds", _odds(report.odds)),
        (
            "Mind",
            "The first PM job is a junior one, whatever the level before; pay may drop at first.",
        ),
    ]
    if report.is_short:
        credible = counted(SHORTEST_CREDIBLE_WEEKS, "week")
        rows.insert(0, ("Length", f"{credible} is the shortest credible plan; this one is shorter"))
    page.rows(rows, first=7)
    page.title("First milestones")
    for one in report.milestones:
        page.rows([(day_beside(one.due, report.target.date), one.title)], first=15)
    if report.step is not None:
        page.title(f"Today, {duration(report.step.minutes)}")
        page.rows([("", sentence(report.step)), ("", "When done: pmpath done")], first=0)
    page.line()
    page.line("The roadmap is yours to edit; open answers: pmpath answer")


def _fit(fit: Fit) -> str:
    hours = f"{duration(fit.needed)} of the {duration(fit.available)} there are"
    if fit.percent > WIDE:
        return (
            f"does not fit: {_needs(fit.scope)} {hours} ({fit.percent} %). "
            "A later date, more hours a week, or the search alone (--mode search) would."
        )
    tight = ", tight" if fit.percent > COMFORTABLE_PERCENT else ""
    return f"{_needs(fit.scope)} {hours} ({fit.percent} %{tight}); hours are our estimate"


def _needs(scope: str) -> str:
    """`the core needs`, `core and standard need`."""
    return f"{SCOPES[scope]} {'needs' if scope == 'core' else 'need'}"


def _odds(odds: Odds | None) -> str:
    if odds is None:
        return "in 2011 the article counted 20 to 50 engineers for each product manager"
    text = f"{counted(odds.ratio, 'engineer')} for each product manager in your company"
    return f"{text}; inside the article's 20 to 50 (2011)" if odds.in_article_range else text
