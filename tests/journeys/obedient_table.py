"""The table of lives in which every step is done; docs/plan.md has it."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import fill

from tests.journeys.obedient import LEAST_IN_TIME, Life, in_time, longest_run, own, repeats

PAGE_WIDTH = 118
FITS = {"fits": "fits", "tight": "tight", "not": "does not fit"}
OTHERS = "The others are not lived yet."
PARAGRAPH = """
Obedient: {lived} of {of} plans (26, 39, 52 weeks; 2, 4, 5, 10 hours; three profiles; everyone
says yes, or half say no) were lived to the end. Days on which somebody who did every step was
behind plan: {behind}. Of the {bound} plans that fit or are tight, {kept} keep their share of
milestones by their days: nine of ten where the plan fits, eight where it is tight. "Repeats"
are steps that were the same action and person as on the working day before, "enough for today"
days on which ten planned minutes or more had neither a step nor an answer.
"""


@dataclass(frozen=True)
class Row:
    """What the table says of one plan; `mine` are milestones that no other person decides."""

    profile: str
    weeks: int
    hours: int
    fit: str
    days_behind: int
    by_their_day: int
    mine: int
    at_all: int
    decided: int
    others: int
    running: int
    repeats: int
    enough: int

    @property
    def keeps_its_share(self) -> bool:
        """Nine of ten by their days where the plan fits, eight where it is tight."""
        return self.by_their_day * 100 >= LEAST_IN_TIME[self.fit] * self.mine


def row(life: Life) -> Row:
    """The figures of one plan; shares are in percent."""
    mine = own(life)
    others = [key for key in life.due if key not in mine]
    plan = life.plan
    return Row(
        plan.profile, plan.weeks, plan.hours, life.fit, len(life.behind), in_time(life, mine),
        len(mine), sum(key in life.reached for key in mine),
        sum(key in life.reached for key in others), len(others), longest_run(life)[0],
        repeats(life), len(life.short) * 100 // max(life.working_days, 1),
    )  # fmt: skip


def line(one: Row) -> str:
    """One row of the table."""
    return (
        f"| {one.profile} | {one.weeks} | {one.hours} | {FITS[one.fit]} | {one.days_behind} "
        f"| {one.by_their_day} of {one.mine} | {one.at_all} | {one.decided} of {one.others} "
        f"| {one.running} | {one.repeats}% | {one.enough}% |"
    )


def told(rows: list[Row], of: int) -> str:
    """What the rows have in common, in a paragraph before the tables."""
    bound = [one for one in rows if LEAST_IN_TIME[one.fit]]
    behind = sum(one.days_behind for one in rows)
    kept = sum(one.keeps_its_share for one in bound)
    said = PARAGRAPH.format(lived=len(rows), of=of, behind=behind, bound=len(bound), kept=kept)
    said = said if len(rows) == of else f"{said} {OTHERS}"
    return fill(" ".join(said.split()), PAGE_WIDTH) + "\n"


HEAD = (
    "| profile | weeks | hours | plan | days behind | by their day | at all | decided by others "
    "| same step, days running | repeats | enough for today |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|"
)
