"""What lies ahead, did not happen or belongs to somebody else is no day and no deed of now."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.compose import Options, compose
from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from tests import build

TODAY = date(2027, 1, 20)  # a Wednesday
KNOWN = changed(
    build.VOCABULARY,
    people={"anna": "Anna (PM)", "ben": "Ben (sales)", "omar": "Omar (head of support)"},
    firms={"brightwell": "Brightwell: PM"},
    plan_start=lambda: date(2027, 1, 11),
)


def draft(line: str) -> Draft:
    return read(line, TODAY, KNOWN)


def move(line: str) -> tuple[str, str, str, str]:
    found = draft(line).next
    assert found is not None, line
    return found.who, found.person.partition(" (")[0], found.what, found.day.isoformat()


@pytest.mark.parametrize(
    ("line", "person", "what"),
    [
        ("Ben's going to send me the list of lost deals", "Ben", "send me the list of lost deals"),
        ("Ben is going to send me the list", "Ben", "send me the list"),
        ("coffee with Anna, she's gonna intro me to Karim", "Anna", "intro me to Karim"),
        ("coffee with Anna, will intro me to Karim", "Anna", "intro me to Karim"),
        ("coffee with Anna, she'll introduce me to Karim", "Anna", "introduce me to Karim"),
        ("coffee with Anna, it is a no. Will refer me to Karim", "Anna", "refer me to Karim"),
        ("lunch with Ben; offered to lend me the book", "Ben", "offered to lend me the book"),
        ("Ben will share the sheet once legal is ok", "Ben", "share the sheet once legal is ok"),
        ("Omar will forward the complaints", "Omar", "forward the complaints"),
        ("30m with Omar, he's going to loop me in on it", "Omar", "loop me in on it"),
        ("Anna promised to recommend me", "Anna", "recommend me"),
    ],
)  # fmt: skip
def test_what_somebody_will_do_for_me_is_waited_for(line: str, person: str, what: str) -> None:
    """With or without a day, and where the sentence does not say again who will."""
    assert move(line) == ("them", person, what, "2027-01-27")


@pytest.mark.parametrize(
    "line",
    [
        "Ben will send the invoice to the client",
        "Ben will share the sheet with the team",
        "coffee with Anna, will write it up",
        "Ben's going to Lisbon",
        "Omar is going to be a father",
    ],
)
def test_what_somebody_will_do_for_others_is_not_waited_for(line: str) -> None:
    """Nor what I will do, nor where somebody is going."""
    found = draft(line).next
    assert found is None or found.who == "me", found


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Anna, will intro me to Karim from support",
        "coffee with Anna, she's gonna intro me to Karim",
        "coffee with Anna, she'll introduce me to Karim",
        "lunch with Anna, offered to introduce me to Karim (support)",
    ],
)
def test_whom_i_will_be_introduced_to_was_not_met(line: str) -> None:
    """Only Anna was there, whatever the other does."""
    assert [one.partition(" (")[0] for one in draft(line).people] == ["Anna"]
    assert draft(line).track == "allies"


@pytest.mark.parametrize(
    ("line", "ahead"),
    [
        ("pinged Anna on slack re: coffee thursday, she's in", "2027-01-21"),
        ("texted Ben about lunch fri", "2027-01-22"),
        ("asked Anna for coffee monday", "2027-01-25"),
        ("proposed Omar a call Tuesday", "2027-01-26"),
        ("emailed Ben, suggested lunch on friday", "2027-01-22"),
        ("Brightwell got back to me: interview on Feb 3 at 2", "2027-02-03"),
        ("call with Omar on Feb 2", "2027-02-02"),
        ("had to cancel on Anna, rebooked for friday 3pm", "2027-01-22"),
        ("recruiter from Brightwell called, screening next Tuesday 10am", "2027-01-26"),
        ("Brightwell invited me to an interview on 3 Feb", "2027-02-03"),
        ("Brightwell: screening call next tuesday 10am", "2027-01-26"),
        ("Brightwell HR screen thursday 4pm", "2027-01-21"),
        ("Brightwell interview friday 10:30", "2027-01-22"),
        ("exit date for the solutions engineer job: 1 Oct", "2027-10-01"),
        ("deadline for the post: friday", "2027-01-22"),
        ("got a reply from Brightwell, call on monday", "2027-01-25"),
        ("Brightwell: 2nd round invite for 3 feb", "2027-02-03"),
    ],
)  # fmt: skip
def test_the_day_of_what_was_offered_or_set_is_not_the_day_of_the_line(
    line: str, ahead: str
) -> None:
    """It was written today, and the day is still to come."""
    found = draft(line)
    assert found.day is None
    assert ahead in (found.next.day.isoformat() if found.next else "", *_agreed(line))


def _agreed(line: str) -> list[str]:
    from pmpath.domain.tokens import tokens
    from pmpath.domain.words.times import Times

    times = Times(tokens(line), TODAY, frozenset(), KNOWN.plan_start)
    return [one.value.isoformat() for one in times.agreed if one.value]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("coffee with Anna thursday", "2027-01-14"),
        ("lunch with Ben monday", "2027-01-18"),
        ("met Anna on Dec 20 for lunch", "2026-12-20"),
    ],
)
def test_a_day_on_which_somebody_was_met_stays_the_day(line: str, day: str) -> None:
    """Where nothing was offered and the day is not long ago."""
    found = draft(line).day
    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(
    "line",
    [
        "recruiter from Brightwell called, screening next Tuesday 10am",
        "Brightwell invited me to an interview on 3 Feb",
        "Brightwell got back to me: interview on Feb 3 at 2",
        "Brightwell: 2nd round invite for 3 feb",
    ],
)
def test_an_interview_that_is_announced_was_not_held(line: str) -> None:
    """It is about the opening, and no interview yet."""
    assert (draft(line).event, draft(line).opening) == ("", "Brightwell: PM")


def test_an_interview_that_was_held_stays_one_beside_the_next() -> None:
    """The screen is over; the onsite is to come."""
    found = draft("phone screen at Brightwell went well, onsite next Tuesday")
    assert (found.event, found.stage) == ("interview", "interview")


@pytest.mark.parametrize(
    "line",
    [
        "no luck: Brightwell said no, not enough customer exposure",
        "no luck, Brightwell rejected me",
        "not this time: Brightwell went with someone internal",
    ],
)
def test_a_rejection_is_read_behind_a_sigh(line: str) -> None:
    """A no before a no is no denial."""
    assert (draft(line).event, draft(line).track) == ("rejected", "search")


def test_them_is_what_was_asked_for() -> None:
    """A promise says what, in words that stand alone."""
    line = "Omar asked for the churn numbers, promised to send them tomorrow"
    assert move(line) == ("me", "Omar", "send churn numbers", "2027-01-21")


@pytest.mark.parametrize(
    ("line", "people", "track"),
    [
        ("lunch with Ben, pricing page confuses buyers", ["Ben"], "allies"),
        ("had lunch with Ben, he says buyers don't get the pricing page", ["Ben"], "allies"),
        ("lunch with Anna about her customers", ["Anna"], "allies"),
        ("coffee with Ben; the clients hate the export", ["Ben"], "allies"),
        ("customer call with Ben, they churn because of invoices", ["Ben"], "customers"),
    ],
)
def test_customers_who_are_spoken_of_were_not_there(
    line: str, people: list[str], track: str
) -> None:
    """Nor does what is said of them make a customer of a colleague."""
    assert (list(draft(line).people), draft(line).track) == (people, track)


@pytest.mark.parametrize(
    "line",
    [
        "saw two PM openings: Kestrel Labs and Fjord Payments",
        "saw three PM jobs on the board",
        "found two PM roles inside",
        "Ines from the meetup accepted my LinkedIn invite",
        "thought about the woman from the meetup",
    ],
)
def test_openings_and_old_acquaintances_are_no_meeting(line: str) -> None:
    """Two PM openings are no two PMs; from the meetup is not at the meetup."""
    assert draft(line).event != "met"


@pytest.mark.parametrize(
    "line",
    [
        "no time today, on call all day",
        "skipped everything, incident until 2am",
        "Anna cancelled our coffee",
        "didn't manage to read anything this week",
        "was supposed to call Omar but chickened out",
    ],
)
def test_what_did_not_happen_took_no_minutes(line: str) -> None:
    """Fifteen assumed minutes would say that something was done; a time that is said stays."""
    assert compose(draft(line), Options(), TODAY, None).entry.minutes == 0
    assert compose(draft(f"{line}, 20 min"), Options(), TODAY, None).entry.minutes == 20


@pytest.mark.parametrize("line", ["asked Ben, no answer yet", "coffee with Anna, no time to read"])
def test_what_happened_beside_a_no_has_its_minutes(line: str) -> None:
    """One part of a line may tell of what was not done."""
    assert compose(draft(line), Options(), TODAY, None).entry.minutes > 0


@pytest.mark.parametrize("line", ["Omar said nobody reads the reports", "Anna wants no new fields"])
def test_a_no_in_what_somebody_says_denies_no_deed(line: str) -> None:
    """It was heard, and hearing it took its minutes."""
    assert compose(draft(line), Options(), TODAY, None).entry.minutes > 0


@pytest.mark.parametrize(
    ("line", "minutes", "left_out"),
    [
        ("fixed login bug 3h, then coffee with Anna 20m", 20, ["3h"]),
        ("coffee with Anna 20m, bug fixing 3h", 20, ["3h"]),
        ("deployed the release (2h), read chapter 3 of Inspired 30m", 30, ["2h"]),
        ("read chapter 3 30m, coffee with Anna 20m", 50, []),
        ("fixed the login bug 3h", 180, []),
    ],
)
def test_the_time_of_the_job_beside_a_step_is_left_out_and_said(
    line: str, minutes: int, left_out: list[str]
) -> None:
    """Three hours of a bug are no three hours of coffee."""
    found = draft(line)
    assert (found.minutes, [one.words for one in found.doubts]) == (minutes, left_out)


@pytest.mark.parametrize(
    ("line", "day"),
    [("Sat: 90 min writing the post", "2027-01-16"), ("Sun: read chapter 2, 30m", "2027-01-17")],
)
def test_a_day_before_a_colon_is_the_day(line: str, day: str) -> None:
    """Sat and Sun too, which are words as well."""
    found = draft(line).day
    assert found is not None
    assert found.isoformat() == day


def test_asking_customers_is_contact_with_customers() -> None:
    """Though none of them has a name."""
    assert draft("asked three customers in the forum what they do next").track == "customers"


@pytest.mark.parametrize(
    ("line", "what", "day"),
    [
        ("Anna said yes, thursday 4pm", "the meeting", "2027-01-21"),
        ("Ben: sure, coffee on Tuesday", "coffee", "2027-01-26"),
        ("Omar agreed, call on Feb 2", "call", "2027-02-02"),
        ("Anna can do thursday 3pm", "the meeting", "2027-01-21"),
        ("Ben is free on friday", "the meeting", "2027-01-22"),
        ("Omar suggested monday", "the meeting", "2027-01-25"),
        ("Ben could make tuesday 9am", "the meeting", "2027-01-26"),
        ("Omar phoned me 30 min, next one feb 17", "the meeting", "2027-02-17"),
    ],
)
def test_a_yes_with_a_day_is_agreed(line: str, what: str, day: str) -> None:
    """What one asked for has its day, and that day shows it."""
    assert move(line) == ("me", line.split()[0].strip(":"), what, day)


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("Kestrel rejected me, not enough PM experience", "Kestrel Labs: junior PM"),
        ("rejection from Kestrel, they wanted 3y of PM exp.", "Kestrel Labs: junior PM"),
        ("Kestrel Bank rejected me", "Kestrel Bank"),
        ("Nordia rejected me, too little PM experience", "Nordia"),
        ("Fjord rejected me", "Fjord"),
    ],
)
def test_a_firm_is_known_by_its_first_word(line: str, opening: str) -> None:
    """Where one firm alone begins with it; what it missed in somebody is no role."""
    known = changed(
        KNOWN,
        firms={
            "kestrel labs": "Kestrel Labs: junior PM",
            "fjord pay": "Fjord Pay: PM",
            "fjord air": "Fjord Air: PM",
        },
    )
    found = read(line, TODAY, known)
    assert (found.event, found.opening) == ("rejected", opening)


def test_what_others_do_together_was_not_with_me() -> None:
    """Ben showed it to Hartmann, and nobody was met."""
    assert draft("Ben used the one-pager with Hartmann").event == ""
    assert draft("Ben took me along to lunch with Hartmann, 1h").event == "met"


@pytest.mark.parametrize(
    "line", ["Anna can do without coffee", "Omar suggested a book", "Ben is free of tickets"]
)
def test_what_names_no_day_is_no_answer(line: str) -> None:
    """Nor is a book that was only suggested read."""
    assert draft(line).event == ""


def test_somebody_who_was_great_for_a_while_was_met() -> None:
    """A time and praise tell of a meeting; praise alone may be of anything."""
    assert draft("anna was great, 35 minutes").event == "met"
    assert draft("Anna was helpful").event == ""


def test_an_invitation_is_to_the_meeting() -> None:
    """What is owed reads as a thing: the call, not the invitation."""
    assert move("Ben invited me to the Lundgren call on friday")[2:] == (
        "Lundgren call",
        "2027-01-22",
    )


@pytest.mark.parametrize(
    "line",
    [
        "phone call w/ my mentor Ulrike 30 min, next one feb 17",
        "call with Omar 20m, follow-up call booked for feb 2",
        "done: coffee with Ben on monday",
    ],
)
def test_a_meeting_with_its_time_was_held_whatever_comes_next(line: str) -> None:
    """The next one lies ahead, this one does not."""
    assert draft(line).event == "met"
