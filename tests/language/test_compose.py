from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.compose import Composed, Options, compose
from pmpath.domain.entry import Next
from pmpath.domain.errors import UsageError
from pmpath.domain.metric import Metric
from tests.language.known import TODAY, read

NOTHING = Options()


def composed(line: str, options: Options = NOTHING, minutes: int | None = None) -> Composed:
    """The entry of a line typed on TODAY; `minutes` are those of a named action."""
    return compose(read(line), options, TODAY, minutes)


@pytest.mark.parametrize(
    ("line", "options", "sentence"),
    [
        ("coffee", Options(on=date(2026, 11, 19)), "2026-11-19 is in the future."),
        ("45m", NOTHING, "The line does not say what was done."),
        ("45m yesterday", NOTHING, "The line does not say what was done."),
        ("1 h 30 fri 13 nov", NOTHING, "The line does not say what was done."),
    ],
)
def test_a_day_to_come_and_a_line_of_nothing_are_refused(
    line: str, options: Options, sentence: str
) -> None:
    """An entry is of a day that has come, and says more than how long and when."""
    with pytest.raises(UsageError) as caught:
        composed(line, options)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize(
    "line", ["@lena:pm 45m", "worry: churn", "next fri tomas: deck", "calls: 5 to 3", "+allies 5m"]
)
def test_marks_that_say_something_are_enough(line: str) -> None:
    """A person, a note, a promise, a number or a track need no further words."""
    assert composed(line).entry.text == line


def test_minutes_are_assumed_when_nobody_gave_them() -> None:
    """Without a duration an entry has 15 minutes, or those of the named action, and says so."""
    plain = composed("coffee").entry
    action = composed("coffee", Options(action="allies.coffee"), 30).entry
    said = composed("coffee 45m", Options(action="allies.coffee"), 30).entry
    assert (plain.minutes, plain.assumed) == (15, True)
    assert (action.minutes, action.assumed) == (30, True)
    assert (said.minutes, said.assumed) == (45, False)


def test_a_late_entry_is_marked() -> None:
    """What is logged for an earlier day carries `backfill`, today's does not."""
    assert composed("coffee yesterday").entry.tags == ("backfill",)
    assert composed("coffee", Options(on=date(2026, 11, 17))).entry.tags == ("backfill",)
    assert composed("coffee today").entry.tags == ()


def test_options_win_over_words() -> None:
    """Where an option and the words disagree, the option holds."""
    move = Next("them", "Noor", "answer", date(2026, 11, 30))
    options = Options(
        track="sponsors", on=date(2026, 11, 16), minutes=20, people=("Lena (VP)",),
        notes={"worry": "price"}, next=move,
    )  # fmt: skip
    line = "coffee with @lena:pm and @tomas worry: churn next fri tomas: deck 45m yesterday"
    entry = composed(line, options).entry
    assert (entry.track, str(entry.day), entry.minutes) == ("sponsors", "2026-11-16", 20)
    assert entry.people == ("Lena (VP)", "Tomas")
    assert (entry.notes, entry.next) == ({"worry": "price"}, move)
    assert entry.text == line


def test_two_tracks_are_refused_wherever_they_are_said() -> None:
    """One in the words and another in an option: neither is dropped in silence."""
    with pytest.raises(UsageError) as caught:
        composed("coffee +customers", Options(track="allies"))
    assert caught.value.sentence == "One entry has one track, not customers and allies."


@pytest.mark.parametrize(
    ("line", "half", "event"),
    [("asked @tomas:sales for a coffee", "ask", "asked"), ("asked for a raise", "", "asked"),
     ("Emailed @noor:pmm, no answer yet", "", "sent"), ("coffee with @noor:pmm", "", "met"),
     ("met @ida, asked her", "", "met")],
)  # fmt: skip
def test_asking_or_writing_is_no_meeting(line: str, half: str, event: str) -> None:
    """Asking somebody is the asking half; what was only written to somebody is sent."""
    entry = composed(line).entry
    assert (entry.half, entry.event) == (half, event)


def test_options_add_to_words_where_both_can_stand() -> None:
    """Tags and numbers of options come behind those of the words, each tag once."""
    options = Options(tags=("q4", "outside"), metrics=(Metric("churn", 5, 4),))
    entry = composed("calls: 5 to 3 +q4", options).entry
    assert entry.tags == ("q4", "outside")
    assert entry.metrics == (Metric("calls", 5, 3), Metric("churn", 5, 4))


@pytest.mark.parametrize(
    ("line", "options", "track", "tags", "guessed"),
    [
        ("coffee", NOTHING, "allies", (), True),
        ("coffee +sponsors", NOTHING, "sponsors", (), False),
        ("coffee", Options(track="craft"), "craft", (), False),
        ("coffee", Options(track="allies"), "allies", (), False),
        ("told the vp", Options(action="allies.coffee"), "allies", (), False),
        ("told the vp +craft", Options(action="allies.coffee"), "craft", (), False),
        ("refactored it", NOTHING, "", ("engineering",), True),
        ("refactored it", Options(track="craft"), "craft", (), False),
        ("refactored it", Options(action="craft.brief"), "craft", (), False),
        ("refactored it #engineering", Options(track="craft"), "craft", ("engineering",), False),
        ("slept", NOTHING, "", (), False),
    ],
)
def test_which_track_counts(
    line: str, options: Options, track: str, tags: tuple[str, ...], guessed: bool
) -> None:
    """What was said beats the named action, the action beats a guess, and a guess is told."""
    found = composed(line, options)
    assert (found.entry.track, found.entry.tags, found.guessed) == (track, tags, guessed)


def test_engineering_is_no_path_action() -> None:
    """Plain engineering work is kept, and does not count toward the date."""
    assert not composed("refactored it 2h").entry.is_path_action
    assert composed("coffee").entry.is_path_action


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Lena answered: yes. next fri Lena: the coffee", 5),
        ("Lena (PM) answered: no time", 5),
        ("@lena replied", 5),
        ("Frau Keller declined the talk", 5),
        ("Lena answered, 20 min", 20),
        ("answered Lena about the deck", 15),
        ("coffee with Lena, she said yes", 15),
    ],
)
def test_an_answer_that_came_takes_no_quarter_of_an_hour(line: str, minutes: int) -> None:
    """Five minutes unless the line says more, so that the step of a short day still stands."""
    assert composed(line).entry.minutes == minutes
