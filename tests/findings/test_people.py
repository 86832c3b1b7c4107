from __future__ import annotations

from pmpath.coach.findings.finding import own_figures
from pmpath.domain.entry import ASK, HOLD, ME, Entry, Next
from pmpath.domain.kinds import MilestoneDone, Move, Record
from pmpath.domain.record import changed
from tests import build
from tests.build import day, entry, rest, roadmap
from tests.findings.looked import figures, found

LENA, TOMAS, IDA = "Lena (PM)", "Tomas (sales)", "Ida (head of sales)"


def reading(*days: int) -> list[Entry]:
    """Reading on these days: entries that name nobody."""
    return [entry(day(one), 30, track="reading", text="a chapter") for one in days]


def test_nobody_met_is_raised_after_fourteen_days_and_names_the_last_meeting() -> None:
    """Tomas on day 2, reading since: silent on day 15, raised on day 16."""
    log = [entry(day(2), people=(TOMAS,)), *reading(5, 9)]
    assert found("NO_PEOPLE", log, 15) is None
    raised = found("NO_PEOPLE", log, 16)
    assert raised is not None
    assert raised.since == day(16)
    assert own_figures(raised) == {"days": 14, "person": TOMAS, "last": day(2)}


def test_nobody_met_is_silent_without_entries_or_once_somebody_is_asked() -> None:
    """Fourteen days without any entry are a gap; asking Lena on day 15 names her."""
    met = [entry(day(2), people=(TOMAS,))]
    assert found("NO_PEOPLE", met, 16) is None
    asked = entry(day(15), 5, people=(LENA,), half=ASK)
    assert found("NO_PEOPLE", [*met, *reading(9), asked], 20) is None


def test_nobody_met_counts_from_the_start_when_nobody_ever_was() -> None:
    """Reading since day 1: raised on day 14 in the case of nobody."""
    assert found("NO_PEOPLE", reading(1, 8), 13) is None
    raised = found("NO_PEOPLE", reading(1, 8), 14)
    assert raised is not None
    assert (raised.case, raised.figures["days"]) == ("nobody", 14)


def test_nobody_met_names_the_promise_that_leads_back() -> None:
    """Lena was promised a date by day 10: she, the promise and its day are in the figures."""
    said = entry(day(2), people=(LENA,), next=Next(ME, "Lena", "a start date", day(10)))
    raised = found("NO_PEOPLE", [said, *reading(5)], 16)
    assert raised is not None
    assert raised.case == "promise"
    assert (raised.figures["whom"], raised.figures["due"]) == ("Lena", day(10))


def test_no_customer_is_raised_after_thirty_days() -> None:
    """A call on day 4: silent on day 33, raised on day 34 with its date."""
    log = [entry(day(4), track="customers", people=("Nord (customer)",))]
    assert found("NO_CUSTOMER", log, 33) is None
    assert figures("NO_CUSTOMER", log, 34) == {"days": 30, "last": day(4)}


def test_no_customer_counts_from_the_start_before_the_first() -> None:
    """No customer yet: silent on day 29, raised on day 30; asking for a call is none."""
    asked = [entry(day(10), 5, track="customers", half=ASK, people=(LENA,))]
    assert found("NO_CUSTOMER", asked, 29) is None
    raised = found("NO_CUSTOMER", asked, 30)
    assert raised is not None
    assert (raised.case, raised.since) == ("none", day(30))


def test_a_contact_before_the_plan_is_named_and_the_days_count_from_the_start() -> None:
    """A customer was met in March before the plan: raised on day 30, not on day 1."""
    before = changed(roadmap(), answers={"customer_last": day(-200)})
    assert found("NO_CUSTOMER", [], 29, before) is None
    assert figures("NO_CUSTOMER", [], 30, before) == {"days": 230, "last": day(-200)}


def talks(count: int) -> list[Entry]:
    """Talks with allies, one a week from day 3 on."""
    return [entry(day(3 + 7 * n), track="allies", people=(LENA,)) for n in range(count)]


def test_taking_only_is_raised_by_the_fifth_talk_and_names_the_count() -> None:
    """Four talks are silent; the fifth, on day 31, raises it in its week, from day 28 on."""
    assert found("TAKE_ONLY", talks(4), 31) is None
    raised = found("TAKE_ONLY", talks(5), 31)
    assert raised is not None
    assert (raised.since, raised.figures["count"]) == (day(28), 5)


def test_taking_only_names_a_worry_on_file() -> None:
    """The worry of Lena is named with her name."""
    worry = entry(day(30), track="allies", people=(LENA,), notes={"worry": "churn"})
    raised = found("TAKE_ONLY", [*talks(4), worry], 31)
    assert raised is not None
    assert (raised.figures["person"], raised.figures["worry"]) == ("Lena", "churn")


def test_a_worry_is_as_old_as_its_own_day() -> None:
    """Told on day 43, in the third week of the concern: a day old on day 44, not three weeks."""
    worry = entry(day(43), track="allies", people=(LENA,), notes={"worry": "churn"})
    raised = found("TAKE_ONLY", [*talks(6), worry], 44)
    assert raised is not None
    assert (raised.figures["open_weeks"], raised.figures["worry_ago"]) == (3, 1)


def test_something_made_for_one_of_them_clears_taking_only() -> None:
    """A sheet made within the six weeks: silent; asking for talks is not a talk."""
    made = entry(day(20), track="allies", action="allies.make-helper", people=(LENA,))
    assert found("TAKE_ONLY", [*talks(5), made], 31) is None
    asks = [changed(one, half=ASK) for one in talks(5)]
    assert found("TAKE_ONLY", asks, 31) is None


def test_the_fifth_talk_counts_within_six_weeks() -> None:
    """The first talk on day 3 is in the 42 days through day 44, and out on day 45."""
    log = [*talks(1), *(entry(day(40), track="allies", people=(LENA,)) for _ in range(4))]
    assert found("TAKE_ONLY", log, 44) is not None
    assert found("TAKE_ONLY", log, 45) is None


def due_of(key: str) -> int:
    plan = roadmap()
    own = next(one for one in plan.milestones if one.id == key)
    return (plan.due_day(own) - build.START).days


def test_no_sponsor_is_raised_on_the_day_after_the_milestone_and_names_what_is_missing() -> None:
    """A marketing lead knows: sales is missing. Nobody knows: both are."""
    due = due_of("sponsors.two-told")
    mark = entry(
        day(20), track="sponsors", action="sponsors.tell", half=HOLD,
        people=("Mia (head of marketing)",),
    )  # fmt: skip
    assert found("NO_SPONSOR", [mark], due) is None
    raised = figures("NO_SPONSOR", [mark], due + 1)
    assert raised == {"due": day(due), "missing": "sales", "known": "Mia (head of marketing)"}
    alone = found("NO_SPONSOR", [], due + 1)
    assert alone is not None
    assert (alone.case, alone.figures["missing"]) == ("none", "marketing and sales")


def test_two_told_or_the_milestone_done_clears_no_sponsor() -> None:
    """One of each function, or the milestone reached by hand."""
    due = due_of("sponsors.two-told")
    both = [
        entry(day(20 + n), action="sponsors.tell", half=HOLD, track="sponsors", people=(one,))
        for n, one in enumerate((IDA, "Mia (head of marketing)"))
    ]
    assert found("NO_SPONSOR", both, due + 1) is None
    done = MilestoneDone("m" * 26, f"{day(30)}T08:00:00+00:00", day(30), "sponsors.two-told")
    assert found("NO_SPONSOR", [done], due + 1) is None


def told_on(number: int) -> list[Entry]:
    return [entry(day(number), track="sponsors", action="sponsors.tell", half=HOLD, people=(IDA,))]


def test_a_leader_without_news_is_raised_after_five_weeks() -> None:
    """Told on day 10: silent on day 44, raised on day 45 with both days."""
    assert found("TOLD_NOT_SHOWN", told_on(10), 44) is None
    raised = figures("TOLD_NOT_SHOWN", told_on(10), 45)
    assert raised == {"person": IDA, "told": day(10), "last": day(10), "days": 35}


def test_a_leader_with_news_and_nothing_outbound_is_raised_after_45_days() -> None:
    """Told on day 10, five lines on day 40: silent on day 54, raised on day 55."""
    update = entry(day(40), 5, track="sponsors", action="sponsors.update", half=ASK, people=(IDA,))
    log = [*told_on(10), update]
    assert found("TOLD_NOT_SHOWN", log, 54) is None
    raised = found("TOLD_NOT_SHOWN", log, 55)
    assert raised is not None
    assert (raised.case, raised.figures["days"]) == ("shown", 45)
    shown = entry(day(50), track="craft", tags=("outbound",))
    assert found("TOLD_NOT_SHOWN", [*log, shown], 55) is None


def bar(number: int) -> list[Entry]:
    return [
        entry(
            day(number), track="sponsors", action="sponsors.ask-gap", half=HOLD, people=(IDA,),
            notes={"said": "one thing shipped with a number"},
        )
    ]  # fmt: skip


def test_a_bar_without_a_trial_is_raised_after_thirty_days() -> None:
    """Ida said on day 10 what she needs to see: silent on day 39, raised on day 40."""
    assert found("BAR_NO_TRIAL", bar(10), 39) is None
    raised = figures("BAR_NO_TRIAL", bar(10), 40)
    assert raised == {"person": IDA, "day": day(10), "said": "one thing shipped with a number"}


def test_a_trial_asked_for_dropped_or_a_search_outside_clears_the_bar() -> None:
    """Asking for the trial is enough; so is a plan without it, or one that looks outside."""
    asked = entry(day(20), 5, track="craft", action="craft.trial-ask", half=ASK, people=(LENA,))
    assert found("BAR_NO_TRIAL", [*bar(10), asked], 40) is None
    dropped = [
        Move(f"{n:026d}", f"{day(20)}T08:00:00+00:00", day(20), "drop", one, None, None, "no room")
        for n, one in enumerate(("craft.trial-agreed", "craft.trial-decided"))
    ]
    assert found("BAR_NO_TRIAL", [*bar(10), *dropped], 40) is None
    outside = roadmap(target=changed(roadmap().target, side="outside"))
    assert found("BAR_NO_TRIAL", bar(10), 40, outside) is None


def test_a_vacation_or_a_rest_does_not_age_anything() -> None:
    """Ten days off between: what was raised on day 16 is raised on day 26, told by the calendar."""
    log = [entry(day(2), people=(TOMAS,)), *reading(5, 9)]
    away = changed(roadmap(), vacations=(build.vacation(day(6), day(15)),))
    assert found("NO_PEOPLE", log, 25, away) is None
    assert figures("NO_PEOPLE", log, 26, away) == {"days": 24, "person": TOMAS, "last": day(2)}
    rested: list[Record] = [*log, rest(day(6), day(15))]
    assert found("NO_PEOPLE", rested, 25) is None
    assert found("NO_PEOPLE", rested, 26) is not None
