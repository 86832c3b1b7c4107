"""Sentences that are joined of names and numbers stay sentences: none, one, many, long, odd."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.coach.numbers.burn_up import Band, BandPoint
from pmpath.coach.plan.milestones import DatedMilestone
from pmpath.render.page.pictures.burn_up import band_text
from pmpath.render.screens.milestone import counted
from pmpath.render.screens.milestones import draw_milestones
from tests.build import page
from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal
from tests.hostile.texts import BY_ARGUMENT, active_in, widest

TODAY = date(2027, 3, 5)


@pytest.mark.parametrize(
    ("there", "wanted", "told"),
    [
        (0, 1, "leaders in sales told: 0 of 1"), (1, 1, "leaders in sales told: 1 of 1"),
        (0, 5, "leaders in sales told: 0 of 5"), (5, 5, "leaders in sales told: 5 of 5"),
        (6, 5, "leaders in sales told: 6 (5 needed)"),
        (2, 1, "leaders in sales told: 2 (1 needed)"),
    ],
)  # fmt: skip
def test_a_count_of_facts_reads_with_any_number(there: int, wanted: int, told: str) -> None:
    """One of them needs no other word than five do; what is there beyond is not hidden."""
    assert counted(there, wanted, "leaders in sales told") == told


def test_a_forecast_says_both_days_or_that_the_second_never_comes() -> None:
    """The likely day, and the one that is nearly sure; beyond ten years it has no date."""
    start = BandPoint(500, 500, 500)
    band = Band(TODAY, 100, 500, (start,), date(2027, 8, 29), date(2027, 9, 12), TODAY, 900)
    assert band_text(band) == "forecast: all done by 29 Aug 2027 (50% likely) or 12 Sep 2027 (85%)"
    never = Band(TODAY, 100, 500, (start,), date(2027, 8, 29), None, TODAY, 900)
    assert band_text(never).endswith("(50% likely) or in more than ten years (85%)")


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("name", ["script", "one long word", "bidi override", "long wide word"])
def test_milestones_with_odd_titles_keep_their_columns(name: str, columns: int) -> None:
    """By day, whatever they are called; the command below stands whole on its line."""
    odd = DatedMilestone("own", BY_ARGUMENT[name], date(2027, 4, 1), None)
    plain = DatedMilestone("allies.five-met", "Five people met", date(2027, 6, 1), date(2027, 2, 1))

    shown = page(columns)
    draw_milestones(shown, [odd, plain], TODAY, {"allies.five-met": ("Lena", "Tomas")})
    text = shown.text()
    assert text.index("Mon 1 Feb") < text.index("Thu 1 Apr")
    assert "from your log: Lena, Tomas" in " ".join(text.split())
    assert "pmpath milestones done ID" in text
    assert widest(text) <= columns
    assert active_in(text) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept", "NO_CUSTOMER"), 'Your reason to snooze "no customer" is missing.'),
        (("accept", "no", "customer"), 'Your reason to snooze "no customer" is missing.'),
        (("accept", "x" * 300, "--because", "y"), 'There is no concern "xxxxx'),
        (("accept", "--because", "exam"), "Raised now: none."),
        (("accept", "NO_CUSTOMER", "--because", "y"), "Raised now: none."),
        (("rest", "3", "dayss"), '"3 dayss" does not say which days.'),
        (("snooze", "lena", "until", "yesterday"), "Sun 10 Jan is not in the future."),
        (("today", "--minutes", "1000"), "A step cannot take 1000 minutes."),
        (("prepare", "zoe"), "Somebody new: pmpath prepare first-coffee NAME"),
        (("roadmap", "close", "--because", "bored"), 'Unknown reason to close the plan: "bored".'),
        (("report", "someday"), '"someday" is not a period.'),
        (("log", "tea", "--audience", "many"), '"many" is not an audience.'),
        (("log", "tea", "--minutes", "0"), "0 is not a length of time."),
        (
            ("log", "tea", "--next", "fri"),
            '"fri" does not say what comes next, with whom and when.',
        ),
        (("log", "tea", "--side", "left"), "--side left is unknown. Allowed: inside, outside."),
        (("doctor", "3"), '"3" needs --restore. pmpath doctor --restore 3'),
        (("doctor", "--repair", "--reread"), "--repair and --reread do not go together."),
        (("report", "--force"), "--force needs --out."),
        (("replan", "--scope", "tiny"), 'Unknown scope "tiny". Write core, standard or extended.'),
    ],
)
def test_a_refusal_is_a_sentence_with_what_to_type(
    words: tuple[str, ...], said: str, terminal: Terminal
) -> None:
    """What happened in the person's words, and nothing written."""
    before = terminal.log
    terminal.type(*words, code=2 if words[0] != "prepare" else 3)
    assert said in " ".join(terminal.err.split())
    assert terminal.err.count("\n") >= 2 or "--because" in terminal.err
    assert terminal.log == before


@pytest.mark.parametrize(
    ("names", "choice"),
    [
        (("Lena Berg", "Lena Holm"), "Lena Berg or Lena Holm"),
        (("Lena Berg", "Lena Holm", "Lena Moor"), "Lena Berg, Lena Holm or Lena Moor"),
    ],
)
@pytest.mark.parametrize("words", [("people",), ("snooze",), ("prepare",)])
def test_names_that_may_be_meant_are_offered_as_a_choice(
    names: tuple[str, ...], choice: str, words: tuple[str, ...], terminal: Terminal
) -> None:
    """Two are joined by "or", more by commas before it; what was typed stands in quotes."""
    for name in names:
        terminal.type("log", f"coffee with {name}, 20 min")
    more = ("until", "1 mar") if words == ("snooze",) else ()
    terminal.type(*words, "lena", *more, code=3)
    assert f'"lena" could be {choice}.' in " ".join(terminal.err.split())


@pytest.mark.parametrize(
    ("count", "shown", "said"),
    [
        (0, "0", "No entry was found."),
        (1, "0", "1 entry. To change one: pmpath amend --entry HANDLE"),
        (2, "0", "2 entries. To change one: pmpath amend --entry HANDLE"),
        (3, "2", "2 of 3 entries. To change one: pmpath amend --entry HANDLE"),
    ],
)
def test_the_foot_of_a_history_counts_what_is_shown(
    count: int, shown: str, said: str, terminal: Terminal
) -> None:
    """None, one, all of several, and some of several."""
    for _ in range(count):
        terminal.type("log", "tea, 20 min")
    assert said in " ".join(terminal.type("history", "-n", shown).split())


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        (1, "this copy of the log has 1 record that the log lacks."),
        (2, "this copy of the log has 2 records that the log lacks."),
    ],
)
def test_what_a_copy_has_more_is_counted_in_a_sentence(
    lacking: int, said: str, terminal: Terminal
) -> None:
    """One record and two."""
    copy = terminal.home / "log (conflicted copy).jsonl"
    for number in range(lacking):
        terminal.type("log", f"tea {number}, 20 min")
    copy.write_text(terminal.log, encoding="utf-8")
    log = terminal.home / "log.jsonl"
    kept = terminal.log.splitlines(keepends=True)[:-lacking]
    log.write_text("".join(kept), encoding="utf-8")
    assert said in " ".join(terminal.type("doctor", code=4).split())


def test_a_copy_with_other_content_for_a_record_says_so(terminal: Terminal) -> None:
    """No record is counted as lacking where the log has it with other words."""
    terminal.type("log", "tea, 20 min")
    copy = terminal.home / "log (conflicted copy).jsonl"
    copy.write_text(terminal.log.replace('"tea', '"pie'), encoding="utf-8")
    shown = " ".join(terminal.type("doctor", code=4).split())
    assert "this copy of the log has other content for 1 record." in shown


@pytest.mark.parametrize(
    ("damaged", "doubled", "said"),
    [
        (1, 0, "Then 1 damaged line will move to a file beside the log."),
        (2, 0, "Then 2 damaged lines will move to a file beside the log."),
        (0, 1, "1 duplicate line will be removed."),
        (0, 3, "3 duplicate lines will be removed."),
    ],
)
def test_a_repair_says_what_it_is_about_to_do(
    damaged: int, doubled: int, said: str, terminal: Terminal
) -> None:
    """With one line and with several; the count of what was done agrees."""
    terminal.type("log", "tea, 20 min")
    last = terminal.log.splitlines(keepends=True)[-1]
    log = terminal.home / "log.jsonl"
    broken = "".join(f"broken {number}\n" for number in range(damaged))
    log.write_text(terminal.log + last * doubled + broken, encoding="utf-8")
    shown = " ".join(terminal.type("doctor", "--repair", "--yes").split())
    assert said in shown
    done = {1: "1 line", 2: "2 lines", 3: "3 lines"}[damaged or doubled]
    verb = f"Set aside: {done}, in" if damaged else f"Duplicates: {done} removed;"
    assert verb in shown
