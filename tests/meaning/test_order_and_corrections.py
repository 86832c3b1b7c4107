"""What entries fulfil together: in any order of lines, and as a person says otherwise."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from pmpath.coach.contacts.leaders import informed_leaders
from pmpath.coach.meaning.credit import fulfils
from pmpath.coach.meaning.fold import fold_with_meaning
from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import steps
from pmpath.coach.today.proposal import step_text
from pmpath.coach.today.step import todays_step
from pmpath.domain.entry import Entry
from pmpath.domain.kinds import MilestoneDone, Record
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import changed
from tests import build
from tests.meaning.every_action import EVERY
from tests.meaning.lines import entry_of

COFFEE, MET = "allies.coffee", "allies.five-met"
FIVE = ("Lena (PM)", "Tomas (sales)", "Ann (marketing)", "Bo (PM)", "Cy (account executive sales)")


def folded(records: list[Record]) -> Journal:
    return fold_with_meaning([build.plan(build.START), *records], build.CATALOG, build.roadmap())[0]


def meetings(first: int = 0) -> list[Entry]:
    return [entry_of(f"met {who}: coffee with {who}", first + at) for at, who in enumerate(FIVE)]


def facts(journal: Journal) -> tuple[object, ...]:
    return (
        journal.fulfilled, journal.milestones_done, journal.actions_done, journal.actions_asked,
        journal.action_counts, {key: one.actions for key, one in journal.contacts.items()},
        {key: one.asked_for for key, one in journal.contacts.items()},
    )  # fmt: skip


def test_the_order_of_the_lines_does_not_matter() -> None:
    """A log merged by another machine means the same."""
    lines = [entry_of(line, at) for at, (line, _) in enumerate(EVERY.values())]
    expected = facts(folded([*lines]))
    for seed in range(5):
        random.Random(seed).shuffle(lines)
        assert facts(folded([*lines])) == expected


def test_ties_are_the_same_in_every_order() -> None:
    """Which of two shelves a book counts for depends on what was written before it."""
    read = [entry_of(f"read: part {at} | book=Some Novel {at}", at) for at in range(4)]
    found = [folded([*one]) for one in permutations(read)]
    assert len({str(sorted(one.fulfilled.items())) for one in found}) == 1
    # The one that was done least often comes next.
    assert found[0].action_counts == {"reading.business-book": 2, "reading.other-shelf": 2}


def test_engineering_fulfils_nothing() -> None:
    """Even over coffee, when the reader or the person says so."""
    coffee = entry_of("met Lena (PM): coffee with Lena")
    assert fulfils(coffee, build.CATALOG) == (COFFEE,)
    assert fulfils(changed(coffee, tags=("engineering",)), build.CATALOG) == ()


def test_not_did_takes_a_credit_back() -> None:
    """The person knows better than the words."""
    entry = entry_of("met Lena (PM): coffee with Lena")
    assert folded([entry]).action_counts == {COFFEE: 1}
    taken = folded([changed(entry, not_did=(COFFEE,))])
    assert (taken.action_counts, taken.fulfilled) == ({}, {})


def test_not_did_takes_back_what_the_record_itself_names() -> None:
    """`done` recorded a step that was another thing."""
    entry = entry_of("met Lena (PM): coffee with Lena", action=COFFEE, not_did=(COFFEE,))
    assert folded([entry]).action_counts == {}


def test_did_wins_over_every_guess() -> None:
    """Somebody said what it was; nothing is guessed beside it."""
    entry = entry_of("met Lena (PM): coffee with Lena", did=("allies.mentor",))
    journal = folded([entry])
    assert journal.action_counts == {"allies.mentor": 1}
    assert journal.fulfilled[entry.id] == ("allies.mentor",)


@pytest.mark.parametrize("action", ["gone.from-content", COFFEE])
def test_what_a_record_names_stays_when_content_changes(action: str) -> None:
    """An action that content no longer has, or whose words changed, still counts as recorded."""
    journal = folded([entry_of("none: whatever it was", action=action)])
    assert journal.action_counts == {action: 1}


@pytest.mark.parametrize("action", EVERY)
def test_a_fulfilled_action_is_not_asked_for_the_same_day(action: str) -> None:
    """Whoever logged it in plain words does not see it as a step of that day."""
    entry = entry_of(EVERY[action][0], 30)
    roadmap = build.roadmap()
    journal, _ = fold_with_meaning([build.plan(build.START), entry], build.CATALOG, roadmap)
    here = Situation(roadmap, journal, build.CATALOG, entry.day, build.VOCABULARY)
    asked = {step.action for step in steps(here, 60) if not step.settles}
    assert action not in asked


def test_the_step_of_the_day_is_fulfilled_by_its_event_and_its_person() -> None:
    """With the person of the step the object need not be said."""
    step = entry_of("met Ana: an hour with Ana", step="allies.deal-review Ana")
    assert fulfils(step, build.CATALOG) == ("allies.deal-review",)
    assert fulfils(changed(step, step=""), build.CATALOG) == ()
    other = changed(step, step="allies.deal-review Ben")
    assert fulfils(other, build.CATALOG) == ()


def test_the_step_of_the_day_wins_among_candidates() -> None:
    """A book of no known shelf is read for the step that stood."""
    for action in ("reading.business-book", "reading.other-shelf"):
        entry = entry_of("read: forty pages | book=Some Novel", step=action)
        assert fulfils(entry, build.CATALOG, build.roadmap()) == (action,)


def test_whoever_was_asked_for_it_is_known_by_it() -> None:
    """A person of no function, asked for half an hour and then met, was that half hour."""
    asked = entry_of("asked Ana: asked Ana for half an hour", action=COFFEE, half="ask")
    met = entry_of("met Ana: met Ana", 31)
    assert fulfils(met, build.CATALOG) == ()
    assert fulfils(met, build.CATALOG, before=[asked]) == (COFFEE,)


def test_asking_is_not_holding_and_holding_is_more_than_asking() -> None:
    """The ask half stays open until they met; meeting needs no ask before it."""
    ask = entry_of("asked Lena (PM): asked Lena for half an hour")
    journal = folded([ask])
    assert (journal.actions_asked, journal.actions_done) == ({COFFEE: ask.day}, {})
    assert fulfils(ask, build.CATALOG) == ()
    assert journal.contacts["lena"].asked_for == COFFEE
    met = folded([ask, entry_of("met Lena (PM): coffee with Lena", 33)])
    assert met.actions_done == {COFFEE: build.day(33)}
    assert met.contacts["lena"].asked_for == ""


def test_an_order_to_oneself_is_no_asking() -> None:
    """`ask Tom for a seat` may be a note of what is to come."""
    told = "asked Tom (sales): {} Tom for a seat on the next customer call"
    assert fulfils(entry_of(told.format("ask")), build.CATALOG) == ()
    assert fulfils(entry_of(told.format("asked")), build.CATALOG) == ("customers.ask-seat",)


def test_phase_and_prerequisites_do_not_govern_what_is_fulfilled() -> None:
    """A talk in the first week is a talk, and what only prepares it is not missed any more."""
    talk = entry_of("applied: applied to Caledon | opening=Caledon", 1)
    assert fulfils(talk, build.CATALOG, build.roadmap()) == ("search.outside",)
    journal = folded([entry_of("met Lena (PM): coffee with Lena", 1)])
    here = Situation(build.roadmap(), journal, build.CATALOG, build.day(2), build.VOCABULARY)
    assert here.is_implied("allies.map")
    assert here.is_unlocked(build.CATALOG.actions[COFFEE])
    assert not here.is_implied("sponsors.list")


def test_a_step_is_kept_with_its_person() -> None:
    """What `done` writes beside an entry is read back by the same rule."""
    step = todays_step(build.situation())
    assert step is not None
    assert step_text(step) == f"{step.action} {step.person}".strip()


def test_five_people_reach_their_milestone_on_the_day_of_the_fifth() -> None:
    """Facts alone: names and functions, from plain entries."""
    met = meetings()
    journal = folded([*met])
    found = journal.milestones.by_facts[MET]
    assert (found.day, found.shown) == (build.day(4), build.day(4))
    assert found.entries == tuple(one.id for one in met)
    assert MET not in folded([*met[:4], changed(met[0], id="again")]).milestones_done


def test_steps_done_without_a_name_do_not_reach_a_milestone_of_names() -> None:
    """Five times `done` says nothing of five people."""
    done = [entry_of("none: coffee", at, action=COFFEE) for at in range(5)]
    assert MET not in folded([*done]).milestones_done


def test_a_milestone_amended_away_is_open_again() -> None:
    """Its fifth meeting was none."""
    met = meetings()
    assert MET not in folded([*met[:4], changed(met[4], event="asked", half="ask")]).milestones_done


def test_a_milestone_reopened_by_hand_waits_for_new_facts() -> None:
    """The old five are not enough; one more written later is, or the person's own word."""
    met = meetings()
    reopened = MilestoneDone("r1", f"{build.day(6)}T08:00:00+00:00", build.day(6), MET, True)
    assert MET not in folded([*met, reopened]).milestones_done
    again = entry_of("met Dora (PM): lunch with Dora", 9)
    assert folded([*met, reopened, again]).milestones_done[MET] == build.day(9)
    marked = MilestoneDone("r2", f"{build.day(7)}T08:00:00+00:00", build.day(7), MET)
    assert folded([*met, reopened, marked]).milestones_done[MET] == build.day(7)


def test_a_fact_written_later_is_shown_later() -> None:
    """The day is that of the last fact; the news comes with its record."""
    met = meetings()
    late = changed(met[4], at=f"{build.day(12)}T08:00:00+00:00")
    found = folded([*met[:4], late]).milestones.by_facts[MET]
    assert (found.day, found.shown) == (build.day(4), build.day(12))


def test_engineering_reaches_nothing() -> None:
    """A number of the present job is not a result of the path."""
    fact = "none: tickets per week | track=volunteer, before=12, after=3, tag=engineering"
    assert "volunteer.result" not in folded([entry_of(fact)]).milestones_done
    path = fact.replace(", tag=engineering", "")
    assert "volunteer.result" in folded([entry_of(path)]).milestones_done


def test_a_leader_told_in_plain_words_knows() -> None:
    """The coach need not hear it twice: the leader counts as told since that day."""
    told = entry_of("told Vera (CMO): told Vera about my plan")
    journal = folded([told])
    assert [one.person for one in informed_leaders(build.roadmap(), journal)] == ["Vera (CMO)"]


def test_an_application_in_plain_words_is_a_step_outside() -> None:
    """It is one application, whether the tag is there as well or not."""
    plain = entry_of("applied: applied to Caledon | opening=Caledon")
    tagged = changed(plain, tags=("application", "outside"))
    for entry in (plain, tagged, changed(plain, tags=("application",))):
        assert folded([entry]).openings.all()[0].reached.keys() == {"applied"}


def test_an_accepted_offer_ends_the_search_and_that_of_a_colleague_does_not() -> None:
    """Whose offer it is stands at the beginning of the sentence."""
    mine = "offer: accepted the offer from Bankomat | opening=Bankomat"
    theirs = "offer: Finn accepted the offer from Bankomat | opening=Bankomat"
    only = "offer: got an offer from Bankomat | opening=Bankomat"
    assert "search.offer" in folded([entry_of(mine)]).milestones_done
    assert "search.offer" not in folded([entry_of(theirs), entry_of(only)]).milestones_done


def test_leaders_of_the_answers_and_of_the_log_count_together() -> None:
    """One knew before; the other was told in plain words."""
    roadmap = build.roadmap(answers={"leaders": ["Joe (head of sales) since 2026-12-01"]})
    told = entry_of("told Vera (CMO): told Vera about my plan", 5)
    plan = build.plan(build.START)
    alone, _ = fold_with_meaning([plan], build.CATALOG, roadmap)
    both, _ = fold_with_meaning([plan, told], build.CATALOG, roadmap)
    assert "sponsors.two-told" not in alone.milestones_done
    assert both.milestones_done["sponsors.two-told"] == told.day


def test_whose_deed_it_is_stands_at_the_beginning() -> None:
    """A name and a verb of doing are somebody else's; I, we and just are one's own."""
    told = "none: {} read ten job ads and counted what they want"
    for who in ("I", "We", "Just", "Finally", "Today I"):
        assert fulfils(entry_of(told.format(who)), build.CATALOG) == ("search.read-ads",), who
    for who in ("Finn", "She", "My boss", "The team"):
        assert fulfils(entry_of(told.format(who)), build.CATALOG) == (), who
