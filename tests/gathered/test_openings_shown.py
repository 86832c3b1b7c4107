"""`pmpath openings`: how far each came, whose move it is, and what reaches the step of the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pmpath.coach.gathered.follow_up import FollowUp, follow_up
from pmpath.coach.gathered.openings import openings
from pmpath.coach.today.step import open_steps, past_steps
from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import Entry
from pmpath.domain.log.gathered.reasons import reason_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from pmpath.reports.gathered.openings import openings_report
from tests import build
from tests.commands.conftest import Terminal
from tests.gathered.sixty import LABELS, Sixty, day
from tests.hostile.texts import is_command, wide

WANTED = LABELS["openings"]


def test_the_funnel_is_as_labelled(sixty: Sixty) -> None:
    """Ever reached, each opening once; ends and sides beside it; a median from three."""
    facts = sixty.facts("openings")
    assert facts["funnel"] == WANTED["funnel"]
    assert facts["ends"] == WANTED["ends"]
    sides = {side: one["applied"] for side, one in facts["sides"].items() if one["applied"]}
    assert sides == WANTED["sides"]
    assert facts["medians"] == {"answered": WANTED["median_days_to_answer"]}
    assert facts["shares"] == {}


def test_reasons_are_as_labelled(sixty: Sixty) -> None:
    """Why it ended, in the words of the log."""
    found = {one["name"]: one["reason"] for one in sixty.facts("openings")["openings"]}
    assert {name: reason for name, reason in found.items() if reason} == WANTED["reasons"]


@pytest.mark.parametrize("name", WANTED["next"])
def test_what_is_next_is_as_labelled(sixty: Sixty, name: str) -> None:
    """What each that is not over waits for, and by which day."""
    firm = name.partition(":")[0]
    one = sixty.facts("openings", firm)["opening"]["next"]
    label = WANTED["next"][name]
    assert (one["kind"], day(one["day"])) == (label["kind"], label.get("day"))


@pytest.mark.parametrize("columns", ["80", "40"])
def test_the_screens_fit(sixty: Sixty, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """No line is wider than the terminal but a command, be it of all openings or of one."""
    monkeypatch.setattr("tests.journeys.program.SCREEN", {"COLUMNS": columns, "NO_COLOR": "1"})
    for words in (("openings",), ("openings", "tallyhouse"), ("openings", "nordfrakt")):
        out = sixty.program.type(*words)
        assert [line for line in wide(out, int(columns)) if not is_command(line)] == [], out


def test_the_screen_says_whose_move_it_is(sixty: Sixty) -> None:
    """Yours with its day, the cold ones since when, the ended ones with the reason."""
    out = " ".join(sixty.screen("openings").split())
    for part in ("Quorum (product manager) follow up by Mon 2 Aug; applied Mon 26 Jul",
                 "Holmgard seen Mon 12 Jul, not applied yet", "Tallyhouse (PM), inside",
                 "no Mon 1 Mar; reason: they want launch experience",
                 "12 days to the first answer"):  # fmt: skip
        assert part in out


def test_rounds_are_numbered(sixty: Sixty) -> None:
    """The first and the second, each on its day; what was written stands between them."""
    out = " ".join(sixty.screen("openings", "nordfrakt").split())
    assert "Mon 15 Mar Interview 1 Tue 16 Mar You wrote to them Mon 22 Mar Interview 2" in out
    assert "interview 1 Fri 7 May" in " ".join(sixty.screen("openings", "tallyhouse").split())


def told(*lines: str, today: int) -> FollowUp | None:
    """What is next for the one opening of these lines, each behind the number of its day."""
    made: list[Entry] = []
    for line in lines:
        number, _, words = line.partition(" ")
        on = build.day(int(number))
        known = changed(build.VOCABULARY, firms={"caledon": "Caledon: PM"})
        entry = compose(read(words, on, known), Options(), on, None).entry
        at = f"{on.isoformat()}T20:00:00.000+00:00"
        made.append(changed(entry, id=f"{len(made):026d}", at=at))
    found = build.journal(made)
    (one,) = openings(found, build.roadmap())
    return follow_up(one, found.open_commitments, build.day(today))


APPLY = "0 applied to Caledon as PM"


@pytest.mark.parametrize(
    ("lines", "today", "kind", "due"),
    [
        ((APPLY,), 3, "follow-up", 7),
        ((APPLY,), 20, "follow-up", 7),
        ((APPLY,), 21, "cold", 21),
        ((APPLY, "8 followed up with Caledon"), 9, "follow-up", 15),
        ((APPLY, "8 wrote to Caledon again", "16 nudged Caledon"), 20, "wait", 23),
        ((APPLY, "8 emailed Caledon", "16 pinged Caledon"), 23, "cold", 23),
        ((APPLY, "8 no reply from Caledon yet"), 9, "follow-up", 7),
        ((APPLY, "8 did not follow up with Caledon"), 9, "follow-up", 7),
        ((APPLY, "5 heard back from Caledon"), 5, "reply", 6),
        ((APPLY, "5 heard back from Caledon", "6 replied to Caledon"), 7, "follow-up", 9),
        ((APPLY, "5 Caledon replied: they look at it"), 5, "reply", 6),
        ((APPLY, "5 got an answer from Caledon"), 5, "reply", 6),
        ((APPLY, "5 Caledon got back to me"), 5, "reply", 6),
        ((APPLY, "5 Caledon asked for references"), 5, "reply", 6),
        ((APPLY, "5 got a mail from Caledon"), 5, "reply", 6),
        ((APPLY, "5 got no mail from Caledon"), 5, "follow-up", 7),
        ((APPLY, "5 called Caledon, nobody picked up"), 5, "follow-up", 12),
        ((APPLY, "5 waiting for an answer from Caledon"), 5, "follow-up", 7),
        ((APPLY, "5 phone screen with Caledon, 30m"), 5, "thank", 6),
        ((APPLY, "5 phone screen with Caledon, 30m"), 12, "follow-up", 12),
        ((APPLY, "5 phone screen with Caledon", "6 thanked Caledon for the interview"), 7,
         "follow-up", 13),
        ((APPLY, "5 interview with Caledon", "6 sent Caledon a thank-you note",
          "13 asked Caledon how it stands", "20 asked Caledon again"), 21, "wait", 27),
        ((APPLY, "5 offer from Caledon"), 6, "decide", 5),
        (("0 saw an opening at Caledon",), 30, "apply", None),
        ((APPLY, "5 no from Caledon because they froze", "40 saw an opening at Caledon"), 41,
         "apply", None),
    ],
)  # fmt: skip
def test_silence_is_counted_from_the_last_word(
    lines: tuple[str, ...], today: int, kind: str, due: int | None
) -> None:
    """A week, a week more, then cold; an answer and thanks are due the next day."""
    found = told(*lines, today=today)
    assert found is not None
    assert (found.kind, found.day) == (kind, None if due is None else build.day(due))


@pytest.mark.parametrize(
    "end", ["5 no from Caledon", "5 turned down Caledon", "5 Caledon said no, too junior"]
)
def test_nothing_is_next_once_it_is_over(end: str) -> None:
    """Nobody is asked to follow up on a no."""
    assert told(APPLY, end, today=30) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [("the opening at Caledon was closed because the budget was cut", "the budget was cut"),
     ("Caledon froze hiring", ""), ("Caledon put the role on hold", ""),
     ("Caledon withdrew the opening because they merge", "they merge"),
     ("opening at Caledon is gone", ""), ("the role at Caledon was filled internally", ""),
     ("closed the opening at Caledon because it is too far", "it is too far")],
)  # fmt: skip
def test_an_opening_that_is_gone_is_closed(words: str, reason: str) -> None:
    """By whoever closed it, with the reason where one is given; nothing is next."""
    assert told(APPLY, f"5 {words}", today=6) is None
    known = changed(build.VOCABULARY, firms={"caledon": "Caledon: PM"})
    entry = compose(read(words, build.START, known), Options(), build.START, None).entry
    assert (entry.stage, entry.opening) == ("closed", "Caledon: PM")
    assert reason_of(entry) == reason


@pytest.mark.parametrize(
    "words",
    ["the job queue is on hold, 30m", "closed the ticket, it was filled with noise",
     "rewrote the job scheduler, the issue was closed", "the deal with Caledon is closed"],
)  # fmt: skip
def test_what_else_is_closed_is_no_opening(words: str) -> None:
    """Tickets, queues and deals."""
    known = changed(build.VOCABULARY, firms={"caledon": "Caledon: PM"})
    assert compose(read(words, build.START, known), Options(), build.START, None).entry.stage == ""


def test_a_round_that_is_booked_needs_no_follow_up() -> None:
    """What is agreed for a day comes before the clock."""
    found = told(APPLY, "5 interview with Caledon is on 5 march", today=12)
    assert found is not None
    assert (found.kind, found.day) == ("agreed", date(2027, 3, 5))


def test_thanks_to_whoever_interviewed_are_words_to_the_firm() -> None:
    """`thanked Rosa` names no firm; the interview named both."""
    interview = build.entry(build.day(1), text="interview with Rosa at Caledon", event="interview",
                            stage="interview", opening="Caledon: PM", people=("Rosa",))  # fmt: skip
    thanks = build.entry(build.day(2), text="thanked Rosa for the interview", people=("Rosa",))
    found = build.journal([interview, thanks])
    (one,) = openings(found, build.roadmap())
    following = follow_up(one, found.open_commitments, build.day(3))
    assert following is not None
    assert (following.sent, following.kind) == (1, "follow-up")


@pytest.mark.parametrize(
    "words",
    ["thanked Caledon for the interview", "sent a thank-you note to Caledon after the interview",
     "followed up with Caledon about the phone screen", "thank-you mail to Caledon",
     "nudged Caledon after the final round", "prepared for the interview with Caledon",
     "prep for the Caledon interview, 30m", "practiced for the interview with Caledon"],
)  # fmt: skip
def test_what_is_done_before_and_after_a_round_is_no_further_round(words: str) -> None:
    """It is about the opening, on the track of the search, and no interview."""
    known = changed(build.VOCABULARY, firms={"caledon": "Caledon: PM"})
    found = compose(read(words, build.START, known), Options(), build.START, None).entry
    assert (found.event in ("interview",), found.opening, found.track, found.stage) == (
        False, "Caledon: PM", "search", "",
    )  # fmt: skip


def test_the_day_asks_for_the_words_once_they_are_due(terminal: Terminal) -> None:
    """Today's step is to follow up; `done` records it as words to that firm, and a week runs."""
    terminal.type("log", "applied to Caledon as PM", today="2027-01-12")
    terminal.type("today", "--list", today="2027-01-18")
    assert "Caledon" not in terminal.out
    listed = terminal.type("today", "--list", today="2027-01-19")
    line = next(one for one in listed.splitlines() if "Follow up with Caledon" in one)
    assert "no answer is logged since you applied" in " ".join(listed.split())
    terminal.type("done", line.split()[0])
    assert '"opening":"Caledon: PM"' in terminal.log.splitlines()[-1]
    assert "Caledon" not in terminal.type("today", "--list")
    assert "Followed up with Caledon" in terminal.type("history")
    out = " ".join(terminal.type("openings").split())
    assert "follow up by Tue 26 Jan; applied Tue 12 Jan, you wrote once, last Tue 19 Jan" in out


def test_logging_the_words_does_as_well(terminal: Terminal) -> None:
    """A plain sentence takes the step away."""
    terminal.type("log", "applied to Caledon as PM", today="2027-01-12")
    terminal.type("log", "followed up with Caledon", today="2027-01-19")
    assert "Caledon" not in terminal.type("today", "--list")


def test_words_to_a_firm_stand_for_three_days_in_a_row_at_most() -> None:
    """Then something else comes first; no opening takes the day for weeks."""
    sent = build.entry(build.day(0), text="applied", opening="Caledon: PM", stage="applied",
                       track="search")  # fmt: skip
    firsts = []
    for number in range(7, 21):
        found = build.situation([sent], build.day(number))
        steps = open_steps(found, past_steps(found), 30)
        firsts.append(next(iter(steps)).opening)
    assert 3 <= sum(map(bool, firsts)) <= 5
    assert "" in firsts[:4]


def many(count: int) -> list[Any]:
    """Applications to as many firms, every second answered after ten days."""
    made: list[Entry] = []
    for number in range(count):
        firm = f"Firm {number}: PM"
        made.append(build.entry(build.day(number), opening=firm, stage="applied"))
        if number % 2:
            made.append(build.entry(build.day(number + 10), opening=firm, stage="answered"))
    return made


@pytest.mark.parametrize(
    ("count", "medians", "shares"),
    [(5, {}, {}), (6, {"answered": 10}, {}), (19, {"answered": 10}, {}),
     (20, {"answered": 10}, {"answered": 50, "interview": 0})],
)  # fmt: skip
def test_medians_come_from_three_and_shares_from_twenty(
    count: int, medians: dict[str, int], shares: dict[str, int]
) -> None:
    """Fewer say nothing."""
    report = openings_report(build.situation(many(count), build.day(60)))
    assert (report.medians, report.shares) == (medians, shares)


def test_an_application_without_a_firm_counts_and_waits_for_nobody(terminal: Terminal) -> None:
    """It stands by its words; nobody knows what would be heard of it."""
    terminal.type("log", "applied for a junior PM role, 30m", today="2027-01-12")
    out = terminal.type("openings", today="2027-02-12")
    assert "No company named" in out
    assert out.startswith("1 application")


def test_a_firm_is_found_by_the_beginning_of_its_name(terminal: Terminal) -> None:
    """With its legal form or without, in any capitals; one that nobody knows is said."""
    terminal.type("log", "applied to Caledon Freight as PM", today="2027-01-12")
    terminal.type("log", "applied to Caledon Bank as PM")
    assert terminal.type("openings", "caledon", "bank").startswith("Caledon Bank (PM)")
    terminal.type("openings", "caledon", code=3)
    assert "pmpath openings Caledon Bank" in terminal.err
    terminal.type("openings", "calderon_bank", code=3)
    assert "Did you mean Caledon Bank: PM?" in terminal.err


def test_nothing_yet_says_how_an_opening_is_logged(terminal: Terminal) -> None:
    """The screen of the first day has an example to type."""
    assert "pmpath log saw an opening at" in terminal.type("openings")
