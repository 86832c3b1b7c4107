"""Two calls of `init` that differ in one answer, and the difference in the plan: all seventeen."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from pmpath.coach.contacts.leaders import UPDATE
from pmpath.coach.today.proposal import Step
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.storage.roadmap.file import roadmap_of
from tests import build
from tests.commands.conftest import Terminal
from tests.plan.simulated import live

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

HOURS = ("--hours", "5")
TARGET = ("--target", "2028-01-10")
USUAL = ("--role", "product manager", *TARGET, *HOURS)


@dataclass
class Made:
    """What one `init` left: its screen, the roadmap, what `milestones` shows."""

    terminal: Terminal
    screen: str
    roadmap: Roadmap
    milestones: str

    def steps(self, days: int) -> list[Step]:
        """The steps of the first days, each of them done."""
        start = self.roadmap.target.start
        last = (start + timedelta(days) - build.START).days
        lived = live(self.roadmap, until=last).days
        return [step for one in lived for step in one.steps]

    def actions(self, days: int) -> list[str]:
        """Their actions."""
        return [one.action for one in self.steps(days)]

    def first_actions(self, days: int) -> list[str]:
        """The action that each day begins with."""
        lived = live(self.roadmap, until=days).days
        return [one.step.action for one in lived if one.step is not None]

    def due(self, key: str) -> date:
        """The day of a milestone."""
        one = next(one for one in self.roadmap.milestones if one.id == key)
        return self.roadmap.due_day(one)

    def has(self, key: str) -> bool:
        """Whether the plan has the milestone."""
        return any(one.id == key for one in self.roadmap.milestones)

    def is_live(self, track: str) -> bool:
        """Whether the track is in the plan."""
        return any(one.id == track and one.active for one in self.roadmap.tracks)


Init = Callable[..., Made]


@pytest.fixture
def made(empty: Terminal) -> Init:
    """Runs `init` with these options in a folder of their own."""

    def init(*options: str, usual: tuple[str, ...] = USUAL) -> Made:
        folders = len(list(empty.home.parent.iterdir()))
        terminal = Terminal(empty.home.parent / f"data{folders}", empty.captured)
        screen = " ".join(terminal.type("init", "--yes", *usual, *options).split())
        path = terminal.home / "roadmap.toml"
        roadmap = roadmap_of(path.read_text(encoding="utf-8"), str(path))
        return Made(terminal, screen, roadmap, terminal.type("milestones"))

    return init


def test_1_strategy_as_a_reason_brings_beliefs_and_a_day_beside_a_pm(made: Init) -> None:
    """In the first two weeks, with the article's word on it; tired brings the day beside a PM."""
    for why, wanted in (("strategy", {"roadmap.beliefs", "allies.shadow"}),
                        ("tired", {"allies.shadow"})):  # fmt: skip
        brought, usual = made("--why", why), made("--why", "customers")
        assert wanted <= set(brought.actions(14))
        assert not wanted & set(usual.first_actions(14))
    assert "sales earns most if it goes well" in made("--why", "money").screen


def test_2_little_love_for_customers_makes_a_test_of_four_weeks(made: Init) -> None:
    """Rated 1: customer contact alone for four weeks; never talked: asking for a seat is day 1."""
    test = made("--customer-love", "1")
    assert "a test: four weeks of customer contact" in test.screen
    assert all(one.startswith("customers.") for one in test.actions(14)[:5])
    usual = made("--customer-love", "5")
    assert "a test" not in usual.screen
    assert not all(one.startswith("customers.") for one in usual.actions(14)[:5])
    assert made("--customer-last", "never").first_actions(1) == ["customers.ask-seat"]
    assert made("--customer-last", "2027-01-04").actions(1) != ["customers.ask-seat"]


def test_3_a_junior_start_that_is_a_no_is_said_at_init_and_once_a_month(made: Init) -> None:
    """unsure prepares the answer in the first month; yes says and changes nothing."""
    no, yes = made("--junior", "no"), made("--junior", "yes")
    assert "even directors began there" in no.screen
    assert "even directors began there" not in yes.screen
    week_4, week_5 = "2027-02-05", "2027-02-12"
    said = "Once a month: you said no to a junior start"
    assert said in no.terminal.type("report", today=week_4)
    assert said not in no.terminal.type("report", today=week_5)
    assert said not in yes.terminal.type("report", today=week_4)
    assert "search.level-story" in made("--junior", "unsure").actions(28)
    assert "search.level-story" not in yes.actions(28)


def test_4_no_lower_pay_asks_for_the_floor_at_once_and_for_a_comparison(made: Init) -> None:
    """0: floor in week one, inside sooner, the offer compared; above 0: one line, and silence."""
    none, some = made("--pay-cut", "0"), made("--pay-cut", "20", "--savings", "8")
    assert "roadmap.pay-floor" in none.actions(7)
    assert none.has("search.offer-compared")
    assert not some.has("search.offer-compared")
    sooner, later = none.actions(90), some.actions(90)
    assert sooner.index("search.inside") < later.index("search.inside")
    assert "up to 20 percent less is acceptable, savings for 8 months" in some.screen
    assert "percent less" not in some.terminal.type("report", today="2027-02-05")
    private = made("--pay-floor")
    assert "a floor is set; the figure stays with you" in private.screen
    assert "roadmap.pay-floor" not in private.actions(14)


def test_5_another_date_is_another_plan(made: Init, empty: Terminal) -> None:
    """Every milestone is counted back from it; a past or too near one is refused."""
    year = made()
    half = made(usual=("--role", "pm", "--target", "2027-07-12", *HOURS))
    for key in ("customers.five-heard", "search.ten-steps"):
        assert half.due(key) < year.due(key)
    empty.type("init", "--yes", *HOURS, "--target", "2026-12-01", code=2)
    empty.type("init", "--yes", *HOURS, "--target", "2027-03-20", code=2)
    assert "search" in empty.err


def test_6_the_minutes_set_the_size_of_the_plan(made: Init, empty: Terminal) -> None:
    """Two hours fit the core, five the extended plan; under 90 minutes a week none does."""
    usual = ("--role", "pm", *TARGET)
    assert made(usual=(*usual, "--hours", "2")).roadmap.target.scope == "core"
    assert made(usual=(*usual, "--hours", "5")).roadmap.target.scope == "extended"
    empty.type("init", "--yes", *usual, "--hours", "1", code=2)
    off = made("--vacation", "2027-01-11..2027-01-17")
    assert "Nothing is due" in off.terminal.type("today")
    assert "Nothing is due" not in made().terminal.type("today")


def test_7_an_open_role_is_the_first_thing_to_name(made: Init) -> None:
    """A named one stands at the head of the report."""
    named = made("--company", "tools for plants")
    assert "Product manager" in named.screen
    scan = next(one for one in named.steps(60) if one.action == "search.scan")
    assert scan.sentence.endswith("(product manager, tools for plants)")
    assert "roadmap.target" not in named.actions(28)
    assert made(usual=(*TARGET, *HOURS)).first_actions(1) == ["roadmap.target"]


def test_8_one_side_leaves_out_the_other(made: Init) -> None:
    """outside: nothing inside, and a reminder once a month; inside: openings are estimated."""
    both, outside = made(), made("--side", "outside")
    for key in ("search.inside-step", "craft.trial-agreed"):
        assert both.has(key)
        assert not outside.has(key)
    assert not any(one == "search.inside" for one in outside.actions(120))
    assert "you look outside your company alone" in outside.terminal.type(
        "report", today="2027-02-05"
    )
    inside = made("--side", "inside", "--engineers", "300", "--pms", "10")
    assert "about 2 openings for a PM there until your date, our estimate" in inside.screen
    assert not inside.has("search.outside-step")


def test_9_the_profile_picks_the_milestones(made: Init) -> None:
    """senior: the plan at home and the hand-over; step: an exit date, and its clock runs."""
    engineer, senior = made("--profile", "ic"), made("--profile", "senior")
    step = made("--profile", "step", "--springboard", "in", "--springboard-since", "2026-07-01",
                "--exit-date", "2027-06-30")  # fmt: skip
    for key in ("roadmap.level-plan", "roadmap.leadership-handover"):
        assert senior.has(key)
        assert not engineer.has(key)
    assert step.has("springboard.exit-date")
    assert not engineer.has("springboard.exit-date")
    assert "Your role" in step.terminal.type("report")


def test_10_the_two_counts_give_ones_own_ratio(made: Init) -> None:
    """Compared with the article's where it lies there; few PMs inside are named."""
    assert "30 engineers for each product manager in your company" in made(
        "--engineers", "150", "--pms", "5").screen  # fmt: skip
    assert "in your company" not in made().screen
    few = made("--side", "inside", "--engineers", "40", "--pms", "2")
    assert "under three PMs inside" in few.screen
    assert "under three PMs inside" not in made("--engineers", "40", "--pms", "2").screen


def test_11_the_step_role_is_taken_skipped_or_lived_in(made: Init) -> None:
    """take: it is looked for; skip: its track stays away, and the decision counts as made."""
    take, skip = made("--springboard", "take"), made("--springboard", "skip")
    assert take.is_live("springboard")
    assert not skip.is_live("springboard")
    assert any(one.startswith("springboard.") for one in take.actions(90))
    assert not any(one.startswith("springboard.") for one in skip.actions(90))
    assert "springboard.decide" in made().actions(14)


def test_12_leaders_who_know_are_told_and_hear_something(made: Init) -> None:
    """Two functions: that milestone is done; five weeks after the named day a word is due."""
    two = made(
        "--leader", "Ida (head of sales) since 2026-12-21", "--leader", "Ruth (VP marketing)"
    )
    line = next(one for one in two.milestones.splitlines() if "Two leaders told" in one)
    assert " done " in line
    assert " done Two" not in made("--leader", "Ida (head of sales)").milestones
    updates = [one.person for one in two.steps(22) if one.action == UPDATE]
    assert updates == ["Ida (head of sales)"]
    assert all(one.action != UPDATE for one in made().steps(22))


def test_13_the_manager_hears_of_it_when_that_is_safe(made: Init) -> None:
    """yes: in the first third; no: after the first step inside; unknown: a coffee comes first."""
    talk, start = "sponsors.manager-talk", build.START
    yes, no = made("--manager-safe", "yes"), made("--manager-safe", "no")
    assert (yes.due(talk) - start).days * 3 <= 52 * 7 + 21
    assert no.due(talk) > no.due("search.inside-step")
    assert "allies.coffee" in made("--manager-safe", "unknown").actions(3)
    assert "allies.coffee" not in yes.actions(3)
    tells = {key for key, one in build.CATALOG.actions.items() if one.tells_team}
    until = no.actions((no.due("search.inside-step") - start).days)
    assert not tells & set(until[: until.index("search.inside")])


def test_14_people_known_by_name_are_named(made: Init) -> None:
    """Their names stand in the steps; nobody known: an introduction is the first step of people."""
    known = made("--contact", "Lena (PM)", "--contact", "Tomas (sales)")
    assert {"Lena (PM)", "Tomas (sales)"} <= {one.person for one in known.steps(28)}
    answers = known.terminal.home.parent / "nobody.toml"
    answers.write_text("[answers]\ncontacts = []\n", encoding="utf-8")
    nobody = made("--answers", str(answers))
    assert nobody.first_actions(1) == ["allies.intro"]
    assert "allies.map" in nobody.actions(7)
    assert "allies.intro" not in known.actions(7)


def test_15_the_last_piece_says_where_writing_begins(made: Init) -> None:
    """none: the questions of customers early; for engineers: its manager version in week two."""
    assert "writing.questions" in made("--last-piece", "none").actions(28)
    assert "writing.manager-version" in made("--last-piece", "a talk for engineers").actions(14)
    other = made("--last-piece", "a page for customers").first_actions(28)
    assert not {"writing.questions", "writing.manager-version"} & set(other)


def test_16_a_cause_brings_the_offer_to_a_non_profit_early(made: Init) -> None:
    """Named: offered in explore; none: chosen first, when its milestone asks for it."""
    named, none = made("--cause", "the food bank").actions(56), made("--cause", "none").actions(56)
    assert "volunteer.offer" in named[: named.index("volunteer.offer") + 1]
    first = [one.index("volunteer.offer") if "volunteer.offer" in one else 99
             for one in (named, none)]  # fmt: skip
    assert first[0] < first[1]


def test_17_a_duty_is_named_where_it_is_handed_over(made: Init) -> None:
    """From the second month on, and in the words of the answer."""
    named = [one for one in made("--duty", "the review queue").steps(84)
             if one.action == "roadmap.hand-over"]  # fmt: skip
    assert named[0].sentence.endswith(": the review queue")
    other = [one.sentence for one in made("--duty", "none").steps(84)
             if one.action == "roadmap.hand-over"]  # fmt: skip
    assert all("review queue" not in one for one in other)


def test_what_a_killed_init_did_not_say_is_said_by_the_next_command(terminal: Terminal) -> None:
    """The roadmap is there, its records are not: plan and reached milestone come with the next."""
    terminal.type("answer", "step-role", "skip")
    (terminal.home / "log.jsonl").unlink()
    terminal.type("rest", "tomorrow")
    kinds = [json.loads(line)["kind"] for line in terminal.log.splitlines()]
    assert kinds.count("plan") == 1
    assert '"of":"springboard.decided"' in terminal.log
    terminal.type("rest", "fri")
    assert terminal.log.count('"of":"springboard.decided"') == 1
