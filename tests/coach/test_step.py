from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.contacts.people import whom_to_ask
from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import steps
from pmpath.coach.today.coming import look_ahead
from pmpath.coach.today.proposal import HAPPENED, Step
from pmpath.coach.today.step import todays_step
from pmpath.domain.content.catalog import PLAN
from pmpath.domain.entry import ASK, HOLD, ME, THEM, Entry, Next
from pmpath.domain.kinds import Decline
from pmpath.domain.roadmap.roadmap import StepRole
from pmpath.render.phrases.steps import why
from tests.build import START, TARGET, day, entry, roadmap, situation

LENA = "Lena (PM)"


def promise(on: date, due: date, who: str = ME) -> Entry:
    return entry(on, people=(LENA,), next=Next(who, LENA, "three phrases", due))


def step(records: list[Entry], today: date, **changes: object) -> Step:
    found = todays_step(situation(records, today, on=roadmap(**changes)))
    assert found is not None
    return found


def test_a_promise_that_is_due_comes_before_anything_the_tool_thinks_of() -> None:
    """What was promised to Lena for day 5 is the step of day 5, and of day 6 while it is open."""
    made = promise(day(1), day(5))
    assert step([made], day(4)).settles == ""
    assert step([made], day(5)).settles == made.id
    assert step([made], day(6)).sentence == "three phrases"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("sent my phrases to @lena", True), ("The phrase went to Lena.", True),
     ("saw @lena in the lift", False), ("coffee with @lena", False)],
)  # fmt: skip
def test_a_promise_is_kept_by_an_entry_that_speaks_of_it(text: str, kept: bool) -> None:
    """Meeting Lena is not yet sending her the three phrases; forms of a word are one word."""
    later = entry(day(4), people=("Lena",), text=text)
    assert (step([promise(day(1), day(5)), later], day(5)).settles == "") is kept


def test_two_promises_to_one_person_are_two() -> None:
    """Keeping one, or making another, leaves the other open."""
    letter = entry(day(1), people=(LENA,), next=Next(ME, LENA, "intro letter", day(3)))
    deck = entry(day(1), people=(LENA,), next=Next(ME, LENA, "deck", day(4)))
    assert len(situation([letter, deck], day(5)).journal.open_commitments) == 2
    sent = entry(day(2), people=(LENA,), text="sent the deck to @lena")
    (left,) = situation([letter, deck, sent], day(5)).journal.open_commitments
    assert left.move.what == "intro letter"


@pytest.mark.parametrize(
    ("what", "text", "half", "settled"),
    [("an answer", "coffee with Lena", "", True), ("her answer", "asked Lena again", ASK, False),
     ("the list", "met Lena about pricing", "", False), ("the list", "list from Lena", "", True)],
)  # fmt: skip
def test_an_answer_has_come_once_the_two_have_talked(
    what: str, text: str, half: str, settled: bool
) -> None:
    """A thing that was promised to me has come when it is named; an answer by any talk."""
    asked = entry(day(1), people=(LENA,), next=Next(THEM, LENA, what, day(5)))
    later = entry(day(3), people=(LENA,), text=text, half=half)
    assert (situation([asked, later], day(6)).journal.open_commitments == []) is settled


def test_an_answer_that_is_late_is_asked_for_once_more() -> None:
    """The day after Lena's answer was due, the step is to ask her again, in five minutes."""
    asked = promise(day(1), day(5), THEM)
    late = step([asked], day(6))
    assert (late.reason.kind, late.minutes, late.person) == ("nudge", 5, LENA)


def test_a_customer_contact_long_ago_leads_to_asking_for_one() -> None:
    """Last talk with a customer in March: on day 1 Lena is asked for a seat on a call."""
    answers = {"customer_last": date(2026, 3, 10), "contacts": [LENA]}
    first = step([], START, answers=answers)
    assert first.sentence == "Ask Lena (PM) for a seat on one customer call"
    assert (first.action, first.half, first.minutes) == ("customers.ask-seat", ASK, 5)


def test_an_action_that_waits_for_an_answer_is_not_proposed_again() -> None:
    """Asked for a seat on day 0: not proposed on days 1 to 13, and again after two weeks."""
    asked = entry(START, 5, action="customers.ask-seat", track="customers", half=ASK)
    for number in (1, 13):
        found = islice(steps(situation([asked], day(number)), 240), 60)
        assert "customers.ask-seat" not in {one.action for one in found}
    later = islice(steps(situation([asked], day(14)), 240), 60)
    assert "customers.ask-seat" in {one.action for one in later}


def test_meeting_somebody_who_was_asked_is_the_second_half_of_that_action() -> None:
    """Lena was asked for a call and said Thursday: Thursday's step is the call itself."""
    asked = entry(day(0), 5, action="customers.ask-seat", half=ASK, people=(LENA,))
    agreed = entry(day(1), 5, people=(LENA,), next=Next(ME, LENA, "customer call", day(3)))
    call = step([asked, agreed], day(3))
    assert (call.action, call.half, call.sentence) == ("customers.ask-seat", HOLD, "customer call")


def test_who_skips_the_step_role_hears_no_more_of_it() -> None:
    """With state skip no step of the step-role track is ever proposed (A17)."""
    found = steps(situation(today=day(10), on=roadmap(springboard=StepRole("skip"))), 240)
    assert not any(one.track == "springboard" for one in found)


def test_what_the_roadmap_already_holds_is_not_asked_for() -> None:
    """The date and the role were set by init, so writing them down is not a step."""
    assert "roadmap.target" not in {one.action for one in steps(situation(today=START), 240)}


def test_two_missed_days_make_the_next_step_small() -> None:
    """After two missed days 15 minutes at most, after two weeks five (A45)."""
    worked = [entry(day(1))]
    assert situation(worked, day(3)).minutes_today == 30
    assert situation(worked, day(4)).minutes_today == 15
    assert situation(worked, day(30)).minutes_today == 5


def test_a_longer_action_comes_as_a_first_part() -> None:
    """When only longer actions are left, one is offered for the minutes that there are."""
    only_long = [one for one in steps(situation(today=day(1)), 15) if one.part]
    assert only_long
    assert all(one.minutes == 15 for one in only_long)


def test_a_step_put_aside_is_not_offered_again_that_day() -> None:
    """Declined today, another comes; tomorrow it may come back."""
    first = todays_step(situation(today=day(1)))
    assert first is not None
    aside = Decline("x", "2027-01-12T09:00:00+00:00", day(1), first.key, "other")
    other = todays_step(situation([aside], day(1)))
    again = todays_step(situation([aside], day(2)))
    assert other is not None
    assert other.key != first.key
    assert again is not None


def test_at_most_four_tracks_are_live_beside_the_plan_itself() -> None:
    """People, customers, one thing in the making, one search, on every day of the plan."""
    for number in range(0, 364, 7):
        live = situation(today=day(number)).live_tracks()
        slots = [track.slot for track in live if track.slot != PLAN]
        assert len(slots) == len(set(slots)) <= 4


def test_the_first_reading_step_is_the_textbook() -> None:
    """A fresh plan proposes choosing a textbook before any other book (A31)."""
    reading = [one.action for one in steps(situation(today=day(1)), 240) if one.track == "reading"]
    assert reading[0] == "reading.textbook-pick"


def test_strategy_and_shadowing_wait_for_nobody_twice() -> None:
    """The next three steps are different, on days that promise minutes, within their minutes."""
    here = situation(today=day(6))
    planned = list(look_ahead(here, None, day(20)))[:3]
    assert len({one.step.key for one in planned}) == 3
    assert all(one.step.minutes <= here.planned_minutes.on(one.day) for one in planned)
    assert [one.day for one in planned] == sorted({one.day for one in planned})


def test_a_step_exists_on_every_day_of_a_year_of_done_steps() -> None:
    """Each proposal done the same evening: no day of 26 weeks is without a step."""
    done: list[Entry] = []
    for number in range(182):
        today = day(number)
        found = todays_step(situation(done, today))
        assert found is not None, today
        action = "" if found.part else found.action
        done.append(
            entry(today, found.minutes, track=found.track, action=action,
                  half=found.half, settles=found.settles)
        )  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["allies", "customers", "reading"]))))
def test_the_same_situation_gives_the_same_step(days: list[tuple[int, str]]) -> None:
    """Roadmap, log and day decide; asking twice, or another order of lines, changes nothing."""
    records = [entry(day(number), track=track) for number, track in days]
    today = day(61)

    def key(found: Situation) -> str:
        chosen = todays_step(found)
        return chosen.key if chosen else ""

    first = key(situation(records, today))
    assert first == key(situation(list(reversed(records)), today)) == key(situation(records, today))


def test_a_leader_who_was_told_is_not_told_again() -> None:
    """Ida knows; the next leader to tell has no name yet."""
    ida = "Ida (head of sales)"
    here = situation([entry(day(1), action="sponsors.tell", people=(ida,))], day(40))
    tell = here.catalog.actions["sponsors.tell"]
    assert whom_to_ask(here.roadmap, here.journal, tell) == ""


def test_a_head_of_sales_is_a_leader_and_not_a_seller() -> None:
    """Ruth is asked where a leader is wanted, and not for a seat on a call."""
    here = situation([entry(day(1), people=("Ruth (head of marketing)",))], day(2))
    actions = here.catalog.actions
    assert whom_to_ask(here.roadmap, here.journal, actions["sponsors.tell"]).startswith("Ruth")
    assert whom_to_ask(here.roadmap, here.journal, actions["allies.coffee"]) == ""


def test_a_rejection_leads_to_asking_for_the_reason_whatever_the_phase() -> None:
    """A no on day 1 makes the step of day 2, long before the phase of applications."""
    no = entry(day(1), tags=("rejected",), opening="Karavel: product manager")
    after = step([no], day(2))
    assert (after.action, after.reason.kind) == ("search.after-no", "happened")


def test_an_ask_is_over_once_something_else_was_done_with_the_person() -> None:
    """After the call was held, a promise to Lena is only that promise."""
    asked = entry(day(0), 5, action="customers.ask-seat", half=ASK, people=(LENA,))
    held = entry(day(2), 60, action="customers.listen-in", people=(LENA,),
                 next=Next(ME, LENA, "three phrases", day(4)))  # fmt: skip
    assert (step([asked, held], day(4)).action, step([asked, held], day(4)).half) == ("", "")


def test_a_second_silence_leads_to_another_door() -> None:
    """Lena was asked once more and said nothing again: she is not asked a third time."""
    first = promise(day(1), day(5), THEM)
    again = entry(day(6), 5, people=(LENA,), half=ASK, settles=first.id,
                  next=Next(THEM, LENA, "three phrases", day(13)))  # fmt: skip
    assert step([first], day(6)).reason.kind == "nudge"
    assert step([first, again], day(14)).reason.kind != "nudge"


def test_an_action_done_in_parts_comes_to_its_end() -> None:
    """60 minutes at 15 a time: three parts, then the last quarter as a whole."""
    key, done = "roadmap.pay-floor", list[Entry]()
    for number in range(3):
        left = next(one for one in steps(situation(done, day(1 + number)), 15) if one.action == key)
        assert left.part
        done.append(entry(day(1 + number), 15, action=key, track="roadmap", tags=("part",)))
    last = next(one for one in steps(situation(done, day(5)), 15) if one.action == key)
    assert (last.part, last.minutes) == (False, 15)


def test_a_function_told_at_init_is_not_forgotten() -> None:
    """A plain @lena in the log stays the PM of the answers."""
    answers = {"contacts": [LENA]}
    here = situation([entry(day(1), people=("Lena",))], day(2), on=roadmap(answers=answers))
    coffee = here.catalog.actions["allies.coffee"]
    assert whom_to_ask(here.roadmap, here.journal, coffee) == LENA


def test_a_target_that_has_passed_still_gives_a_step() -> None:
    """The day after the target date nothing breaks."""
    assert todays_step(situation(today=TARGET + timedelta(1))) is not None


def test_an_interview_opens_its_practice_at_once() -> None:
    """In week 3, without a resume on file: asked for on the next day, and over with a no."""
    logged = entry(day(15), 10, track="search", tags=("interview",), opening="Nordfrakt: PM")
    found = {one.action: one for one in steps(situation([logged], day(16)), 60)}
    practice = found["search.mock"]
    assert (practice.half, practice.reason.kind) == (ASK, HAPPENED)
    assert why(practice, day(16)) == "an interview was logged on Tue 26 Jan"
    before = [one for one in steps(situation([], day(16)), 60) if one.reason.kind == HAPPENED]
    assert before == []
    refused = entry(day(16), 10, track="search", tags=("rejected",), opening="Nordfrakt: PM")
    after = steps(situation([logged, refused], day(17)), 60)
    assert "search.mock" not in [one.action for one in after]
    later = steps(situation([logged], day(30)), 60)
    assert "search.mock" not in [one.action for one in later]


def test_the_next_steps_ask_for_one_customer_at_a_time() -> None:
    """Forty days after the last call: one of the next three asks for a customer."""
    called = entry(day(1), track="customers", people=("Nord (customer)", "Tomas (sales)", LENA))
    talks = [entry(day(n), track="allies", people=("Tomas (sales)", LENA)) for n in (20, 38)]
    planned = list(look_ahead(situation([called, *talks], day(41)), None, day(55)))[:3]
    assert [one.step.track for one in planned].count("customers") == 1
