"""The messages that can be sent as they stand: for every ask of the catalog and every follow-up."""

from __future__ import annotations

from typing import Any

import pytest

from pmpath.coach.today.message_for import (
    ASKING,
    FOLLOWING_UP,
    PROMISED,
    TALKING,
    Occasion,
    occasion_with,
)
from pmpath.domain.entry import ASK, ME, THEM, Entry, Next
from pmpath.domain.metric import Metric
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.render.screens.prepare import message_lines
from pmpath.reports.message import message_report
from pmpath.storage.content import content
from tests.build import CATALOG, TARGET, day, entry, roadmap, situation
from tests.commands.conftest import Terminal

MESSAGES = content().messages()
ASKS = [key for key, one in CATALOG.actions.items() if one.people]
LENA = "Lena (PM)"
MOST_WORDS, SCREEN = 90, 80
PLACEHOLDERS = "{}[]<>()"
NAMES = ["Lena", "Jörg Müller", "O'Brien", "Ann-Marie", "Dr. Ruth Kent", "李雷", "Xi"]
ODD_NAMES = [
    "[bold]x[/x]",
    "{worry}",
    "a" * 300,
    "$(ls)",
    "-x",
    "🦊",
    "<name>",
    "9lives",
    "\x1b[31m",
]
WORRY = {"worry": "addresses typed twice"}
NUMBER = Metric("set-up calls", 5, 3, "calls", "month")


def met(person: str, **notes: str) -> Entry:
    """A coffee with somebody, two days before the message."""
    return entry(day(1), 30, people=(person,), text="coffee", event="met", notes=notes)


def asked_of(person: str, key: str, *records: Entry, on: Roadmap | None = None) -> tuple[str, ...]:
    """The message that asks somebody for an action."""
    now = situation(records, day(3), on=on)
    report = message_report(now, Occasion(ASKING, key), person, MESSAGES.asks[key].about)
    return message_lines(MESSAGES, report)


def comes_next(person: str, *records: Entry, today: int = 8, **answers: Any) -> tuple[str, ...]:
    """The message for what is open with somebody."""
    now = situation(records, day(today), on=roadmap(answers=answers))
    occasion = occasion_with(now, person)
    assert occasion.kind != TALKING
    ask = MESSAGES.asks.get(occasion.action)
    report = message_report(now, occasion, person, ask.about if ask else "")
    return message_lines(MESSAGES, report)


def faults(lines: tuple[str, ...]) -> list[str]:
    """Why a message could not be sent as it stands."""
    text = "\n".join(lines)
    found = [f"holds {sign}" for sign in PLACEHOLDERS if sign in text]
    found += ["has odd signs"] if not text.replace("\n", "").isprintable() else []
    found += [] if 3 <= len(lines) <= 5 else [f"has {len(lines)} lines"]
    found += ["is too long"] if len(text.split()) > MOST_WORDS else []
    found += ["is wider than a screen"] if max(map(len, lines)) > SCREEN else []
    found += [f"ends oddly: {one}" for one in lines if one.rstrip()[-1:] not in (".", "?", ",")]
    found += [f"has a gap: {one}" for one in lines if "  " in one or " ," in one or " ." in one]
    return found


def test_every_ask_of_the_catalog_has_its_message() -> None:
    """And no message is for an action that asks nobody."""
    assert sorted(MESSAGES.asks) == sorted(ASKS)


@pytest.mark.parametrize("key", ASKS)
def test_an_ask_can_be_sent_as_it_stands(key: str) -> None:
    """With real names, none, and odd ones; with nothing known, and with all that can be."""
    full = roadmap(answers={"duty": "the review queue", "cause": "the food bank"})
    kept = roadmap(answers={"manager_safe": "no"})
    for name in NAMES:
        lines = asked_of(f"{name} (PM)", key)
        assert faults(lines) == [], (name, lines)
        assert name.split()[0] in lines[0]
        result = entry(day(0), metrics=(NUMBER,), text="numbers")
        for on in (full, kept):
            lines = asked_of(f"{name} (PM)", key, met(f"{name} (PM)", **WORRY), result, on=on)
            assert faults(lines) == [], (name, lines)
    for name in ("", *ODD_NAMES):
        lines = asked_of(name, key, *([met(name, **WORRY)] if name else []))
        assert faults(lines) == [], (name, lines)
        assert lines[0] == "Hi,"


@pytest.mark.parametrize(
    "what",
    ["an answer", "her answer", "the deck", "deck", "slides", "names a call", "send her the deck",
     "her answer about the ten minutes", "your three phrases", "introduces me to Ola", "thank-you",
     "yes or no", "call", "x (y)", "{what}", "that she knows", "w " * 40, "[a]", "two intros"],
)  # fmt: skip
@pytest.mark.parametrize("who", [ME, THEM])
@pytest.mark.parametrize("name", ["Lena (PM)", "{worry}", "Jörg Müller (sales)"])
def test_a_follow_up_can_be_sent_as_it_stands(what: str, who: str, name: str) -> None:
    """Whatever words the promise was kept in, mine or theirs."""
    open_one = entry(day(1), people=(name,), text="coffee", next=Next(who, name, what, day(4)))
    lines = comes_next(name, open_one)
    assert faults(lines) == [], lines


@pytest.mark.parametrize("key", ASKS)
def test_a_second_try_names_what_was_asked(key: str) -> None:
    """Of every ask that nobody answered."""
    asked = entry(
        day(1), 5, people=(LENA,), text="asked lena", action=key, half=ASK, event="asked",
        next=Next(THEM, LENA, "an answer", day(5)),
    )  # fmt: skip
    lines = comes_next(LENA, asked)
    assert faults(lines) == [], lines
    assert f"On Tue 12 Jan I wrote to you about {MESSAGES.asks[key].about}." in lines


@pytest.mark.parametrize(
    ("who", "what", "line"),
    [
        (THEM, "names a call", "I'm following up from Tue 12 Jan: could you name a call?"),
        (THEM, "her slides", "I'm still hoping for your slides."),
        (THEM, "list of sellers", "I'm still hoping for the list of sellers."),
        (THEM, "an answer", "I wrote to you on Tue 12 Jan."),
        (ME, "deck", "On Tue 12 Jan I promised you the deck. Here you go."),
        (ME, "send her the deck",
         "On Tue 12 Jan I promised to send you the deck, and I haven't forgotten."),
        (ME, "thank-you", "On Tue 12 Jan I promised to thank you, and I haven't forgotten."),
    ],
)  # fmt: skip
def test_what_was_promised_is_said_to_them(who: str, what: str, line: str) -> None:
    """A thing or something to do, and their things as theirs."""
    open_one = entry(day(1), people=(LENA,), text="coffee", next=Next(who, LENA, what, day(4)))
    assert line in comes_next(LENA, open_one)


def test_what_they_said_and_when_is_recalled() -> None:
    """Their worry in their words, while it is fresh; else the day you met; else nothing."""
    key = "allies.coffee"
    told = 'Thanks again for what you told me on Tue 12 Jan: "addresses typed twice".'
    assert told in asked_of(LENA, key, met(LENA, **WORRY))
    assert "Thanks again for your time on Tue 12 Jan." in asked_of(LENA, key, met(LENA))
    assert len(asked_of(LENA, key)) == 4
    other = asked_of("Tomas (sales)", key, met(LENA, **WORRY))
    assert not any("addresses" in one for one in other)


def test_the_aim_stays_out_where_the_manager_may_not_know() -> None:
    """Whoever gets the message may tell."""
    for key in ASKS:
        lines = asked_of(LENA, key, on=roadmap(answers={"manager_safe": "no"}))
        assert not any("product manager" in one for one in lines), key
    assert any("a product manager" in one for one in asked_of(LENA, "allies.coffee"))


@pytest.mark.parametrize(
    ("role", "said"),
    [("product manager", "a product manager"), ("APM", "an APM"), ("pm", "a PM"), ("", "a product"),
     ("associate PM", "an associate PM"), ("Head of Product", "become Head of Product"),
     ("[/x] pm {red}", "a product manager")],
)  # fmt: skip
def test_the_aim_is_said_with_its_article(role: str, said: str) -> None:
    """The role as the set-up was told; one that could not be sent is the usual one."""
    made = roadmap()
    on = changed(made, target=changed(made.target, role=role))
    assert any(said in one for one in asked_of(LENA, "allies.coffee", on=on))


@pytest.mark.parametrize("worry", ["my salary is too low", "Nordfrakt may hire", "pay: 90 k"])
def test_what_is_private_is_in_no_message(worry: str) -> None:
    """Nothing about pay, and no firm where a job is looked for."""
    seen = entry(day(0), text="applied", event="applied", opening="Nordfrakt: product manager")
    for key in ASKS:
        text = " ".join(asked_of(LENA, key, met(LENA, worry=worry), seen))
        assert worry not in text
        assert "Nordfrakt" not in text


def test_the_two_days_are_working_days_and_no_vacation() -> None:
    """The day after tomorrow at the soonest."""
    lines = asked_of(LENA, "allies.coffee")
    assert "Could you spare half an hour, on Mon 18 Jan or Wed 20 Jan?" in lines


def test_a_talk_is_for_the_day_of_the_talk() -> None:
    """Once it is agreed, the words for it come in place of a message."""
    asked = entry(
        day(1), 5, people=(LENA,), text="asked lena", action="allies.coffee", half=ASK,
        event="asked", next=Next(ME, LENA, "coffee", day(8)),
    )  # fmt: skip
    now = situation([asked], day(8), on=roadmap())
    found = occasion_with(now, LENA)
    assert (found.kind, found.talk) == (TALKING, "first-coffee")


@pytest.mark.parametrize(
    ("person", "kind", "action"),
    [("Lena (PM)", ASKING, "allies.coffee"), ("Kim (customer)", ASKING, "customers.last-time"),
     ("Ida (head of sales)", ASKING, "sponsors.tell"), ("Noor (nonprofit)", ASKING,
     "volunteer.offer"), ("Rex (recruiter)", TALKING, "")],
)  # fmt: skip
def test_whoever_was_never_asked_is_asked_by_who_they_are(
    person: str, kind: str, action: str
) -> None:
    """A coffee first with an ally, the last time with a customer; a recruiter has a talk alone."""
    now = situation([], day(3), on=roadmap(answers={"contacts": [person]}))
    found = occasion_with(now, person)
    assert found.kind == kind
    assert found.action == action or found.action == "allies.coffee"


def test_each_kind_of_message_follows_from_the_log() -> None:
    """Theirs is a follow-up, mine a promise."""
    for who, kind in ((THEM, FOLLOWING_UP), (ME, PROMISED)):
        one = entry(day(1), people=(LENA,), text="coffee", next=Next(who, LENA, "deck", day(9)))
        assert occasion_with(situation([one], day(5)), LENA).kind == kind


def test_a_date_to_leave_is_said_where_it_is_set() -> None:
    """The exit date of a stepping-stone role, with its year."""
    made = roadmap()
    on = changed(made, springboard=changed(made.springboard, state="in", exit_date=TARGET))
    lines = asked_of(LENA, "springboard.exit-date", on=on)
    assert "I will leave my current role on 10 Jan 2028. I set that date myself." in lines


def test_done_records_the_second_try_on_its_day(terminal: Terminal) -> None:
    """On the day of the nudge it is today's step; before, a line to log is offered."""
    terminal.type("log", "asked @lena:pm for a coffee 5m theirs fri lena: a day")
    shown = terminal.type("prepare", "lena", today="2027-01-13")
    assert "When sent     pmpath log asked @lena:pm once more" in shown
    assert "I'm still hoping for a day." in shown
    assert "Follow up with Lena (PM)" in terminal.type("today", today="2027-01-16")
    for words in (["prepare"], ["prepare", "lena"]):
        shown = terminal.type(*words, today="2027-01-16")
        assert shown.startswith("Follow-up · Lena (PM)")
        assert "When sent     pmpath done" in shown
