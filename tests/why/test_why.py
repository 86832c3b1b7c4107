from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmpath.coach import today
from pmpath.coach.today import proposal
from pmpath.render.screens.why import ORDER, draw_topics, draw_why
from pmpath.reports.why.explanation import Ground
from pmpath.reports.why.report import topics, why_report, why_today
from tests.build import CATALOG, START, entry, page
from tests.commands.conftest import Terminal
from tests.why.asking import BEFORE_INIT, REASONS, flat, ground, screen

NEVER = ("should", "must", "only", "failed", "overdue", "guarantee", "behind", "great")


@pytest.mark.parametrize(
    "kind", ["tracks", "milestones", "actions", "concerns", "numbers", "points"]
)
@pytest.mark.parametrize("here", [BEFORE_INIT, ground()], ids=["before init", "after"])
def test_everything_that_has_an_id_is_explained(kind: str, here: Ground) -> None:
    """On a narrow screen too, in the voice, with the year 2011."""
    for key in getattr(CATALOG if hasattr(CATALOG, kind) else REASONS, kind):
        shown = screen(f"{key}", here, 40)
        assert "2011" in shown
        lines = [one for one in shown.splitlines() if not one.lstrip().startswith("pmpath ")]
        assert all(len(line) <= 40 for line in lines)
        assert not [never for never in NEVER if never in shown.split()], shown


@pytest.mark.parametrize("word", ["A14", "a14", "14"])
def test_a_point_is_found_by_its_number(word: str) -> None:
    """However its number is typed, the point stands there with what rests on it."""
    shown = flat(word)
    assert "Point A14 of the article (2011), in our own words" in shown
    assert "Look for more occasions to be with customers." in shown
    assert "Used by customers; customers.ask-seat" in shown


def test_a_mba_gets_no_verdict() -> None:
    """The article does not answer it and opinions differ: that is all."""
    shown = flat("mba")
    assert "The article does not answer it, and people who hire disagree" in shown
    assert "pmpath does not judge it" in shown


def test_the_word_marketing_is_explained() -> None:
    """In the article it means the whole outbound side."""
    assert "the article uses that word for the whole outbound side" in flat("marketing")


@pytest.mark.parametrize("word", ["article", "author"])
def test_the_article_is_named(word: str) -> None:
    """Its author, its title and its date."""
    shown = flat(word)
    assert "Sumit Gupta" in shown
    assert "How to move from Engineering to Product Management" in shown
    assert "June 2011" in shown


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("a12", "5 to 10 for software teams"),
        ("a49", "a claim from 2011"),
        ("a52", "it hurts as a topic of conversation"),
        ("a38", "Newer guides rarely mention non-profits"),
        ("a1", "strictly apart"),
        ("a60", "inside way the most likely"),
        ("a35", "says nothing about your own manager"),
    ],
)
def test_what_is_disputed_says_so(word: str, words: str) -> None:
    """Where later sources differ, the point says it beside itself."""
    shown = flat(word)
    assert "Not settled:" in shown
    assert words in shown


def test_a_concern_is_explained_by_its_condition_and_its_end() -> None:
    """When it is raised, what clears it, and the value of the roadmap that moves it."""
    shown = flat("no-customer")
    assert "Raised when 30 days without an entry in Customer contact" in shown
    assert "Cleared when you log a customer contact" in shown
    assert "Its limit findings.NO_CUSTOMER.days in roadmap.toml" in shown


def test_case_tells_a_concern_from_a_number() -> None:
    """`pace` is the number, PACE the concern; in any other spelling both are told."""
    kinds = {
        word: [one.kind for one in why_report(word, BEFORE_INIT, START).explanations]
        for word in ("pace", "PACE", "Pace")
    }
    assert kinds == {"pace": ["number"], "PACE": ["finding"], "Pace": ["number", "finding"]}


def test_an_id_that_two_things_share_tells_both() -> None:
    """The milestone and the action of one name stand below each other."""
    told = why_report("springboard.exit-date", BEFORE_INIT, START).explanations
    assert [one.kind for one in told] == ["milestone", "action"]


@pytest.mark.parametrize(
    ("word", "key"),
    [("stepping-stone role", "springboard"), ("Customer contact", "customers"), ("buffer", "pace"),
     ("daily cap", "daily-cap"), ("tier", "scope"), ("assumed", "minutes")],
)  # fmt: skip
def test_names_and_other_words_lead_to_the_thing(word: str, key: str) -> None:
    """What a screen calls a thing finds it as well as its id."""
    assert key in [one.id for one in why_report(word, BEFORE_INIT, START).explanations]


def test_a_part_of_a_title_lists_what_may_be_meant() -> None:
    """Several titles: at most eight of them, and how many more; one title: explained at once."""
    many = why_report("customer", BEFORE_INIT, START)
    assert (len(many.matches), many.explanations) == (8, ())
    assert f"And {many.found - 8} more." in screen("customer")
    one = why_report("half a shift", BEFORE_INIT, START)
    assert [told.id for told in one.explanations] == ["customers.support-shift"]


def test_a_word_that_nothing_bears_names_the_nearest() -> None:
    """A slip of the finger is answered with the id that was meant."""
    assert "customers" in why_report("costumers", BEFORE_INIT, START).nearest
    assert "sponsors.two-told" in why_report("sponsors.two-tell", BEFORE_INIT, START).nearest


def test_today_is_explained_by_its_rule_its_milestone_and_its_action() -> None:
    """The step toward a milestone: why now, the milestone it serves, and the action."""
    here = ground()
    assert here.situation is not None
    told = why_today(here, here.situation)
    sheet = page()
    draw_why(sheet, told)
    shown = " ".join(sheet.text().split())
    assert [one.kind for one in told.explanations] == ["milestone", "action"]
    assert "Order A milestone whose work has to start by now comes before the tracks." in shown
    assert shown.startswith("Today, ")


def test_a_day_without_a_step_says_so() -> None:
    """Something is done already: there is nothing to explain, and a way to one step more."""
    here = ground((entry(START, 30),))
    assert here.situation is not None
    sheet = page()
    draw_why(sheet, why_today(here, here.situation))
    assert "There is no step today" in sheet.text()


@pytest.mark.parametrize(("width", "most"), [(80, 23), (40, 40)])
def test_the_list_of_what_can_be_asked_fits_a_screen(width: int, most: int) -> None:
    """Each kind in a line or two, live tracks and next milestones first."""
    sheet = page(width)
    draw_topics(sheet, topics(BEFORE_INIT))
    assert len(sheet.text().splitlines()) <= most
    sheet = page(width)
    draw_topics(sheet, topics(ground()))
    assert len(sheet.text().splitlines()) <= most
    assert "live now: roadmap, customers" in " ".join(sheet.text().split())


def test_typed_before_init_it_works_without_own_figures(empty: Terminal) -> None:
    """No roadmap is needed to ask for a reason; today's step needs one."""
    assert "Customer contact" in empty.type("why", "customers")
    assert "pmpath why today" in empty.type("why")
    empty.type("why", "today", code=3)
    assert "pmpath init makes one" in empty.err


def test_typed_words_need_no_quotes(terminal: Terminal) -> None:
    """Several words are one question, and an unknown one leaves with 3 and the nearest."""
    assert "Track springboard" in terminal.type("why", "stepping-stone", "role")
    terminal.type("why", "costumers", code=3)
    assert terminal.err == (
        "pmpath: There is nothing called costumers.\n  Did you mean customers or NO_CUSTOMER?\n"
    )


def test_typed_with_json_the_facts_are_the_same(terminal: Terminal) -> None:
    """Explanations, matches and topics come in the envelope of all JSON."""
    facts = json.loads(terminal.type("why", "fit", "--json"))
    (told,) = facts["data"]["explanations"]
    assert (facts["kind"], told["id"]) == ("why", "fit")
    assert {"key": "weeks", "value": 52} in told["yours"]
    assert json.loads(terminal.type("why", "--json"))["data"]["topics"][0]["kind"] == "track"


def test_a_roadmap_that_cannot_be_read_is_named(terminal: Terminal) -> None:
    """A broken file is not a reason to explain without the figures as if there were none."""
    (terminal.home / "roadmap.toml").write_text("schema = ", encoding="utf-8")
    terminal.type("why", "fit", code=4)


def test_each_kind_of_reason_has_its_rule() -> None:
    """No reason that a step may have is without its place in the order."""
    sources = [one.read_text(encoding="utf-8") for one in Path(today.__path__[0]).rglob("*.py")]
    kinds = {
        value
        for name, value in vars(proposal).items()
        if any(f"Reason({name}," in source for source in sources)
    }
    assert len(kinds) >= 9
    assert kinds | {proposal.CUSTOMER, proposal.PERSON} <= set(ORDER)
