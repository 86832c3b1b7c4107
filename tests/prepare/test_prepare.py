from __future__ import annotations

import json
from datetime import date

import pytest

from pmpath.cli.options.completion import talks_and_people
from pmpath.coach.today.proposal import Reason, Step
from pmpath.domain.content.talks import talk_called
from pmpath.domain.entry import ASK
from pmpath.domain.record import changed
from pmpath.render.screens.report import _planned
from pmpath.storage.content import content
from tests.build import page
from tests.commands.conftest import Terminal

TALKS = content().talks()
IDS = [one.id for one in TALKS]
NEVER = ("should", "must", "only", "failed", "overdue", "behind", "great")
COFFEE = "coffee with @lena:pm 30m worry: addresses typed twice theirs fri lena: a call"
NUMBER = "set-up calls: 5 to 3 calls/month with @ida:head_of_sales"


def flat(text: str) -> str:
    """The text without line breaks and indents."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("columns", ["40", "80"])
def test_each_talk_is_drawn_with_nothing_known(
    name: str, columns: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No placeholder is left; all but the line to copy fits; at 80 columns on one screen."""
    monkeypatch.setenv("COLUMNS", columns)
    shown = terminal.type("prepare", name)
    assert "{" not in shown
    lines = shown.splitlines()
    assert all(len(line) <= int(columns) for line in lines[:-1])
    assert lines[-1].startswith("pmpath log ")
    assert not [word for word in NEVER if word in shown.split()]
    assert columns == "40" or len(lines) < 24


@pytest.mark.parametrize("name", IDS)
def test_each_talk_is_filled_from_the_log(name: str, terminal: Terminal) -> None:
    """Last talk, worry, number and promise stand there, and the function in the line is theirs."""
    terminal.type("log", COFFEE)
    terminal.type("log", NUMBER)
    shown = terminal.type("prepare", name, "lena")
    assert "Last talk     Mon 11 Jan: coffee" in shown
    assert "Their worry   addresses typed twice" in shown
    assert "Your number   set-up calls: 5 to 3 calls/month" in shown
    assert "Waiting for   a call, by Fri 15 Jan" in shown
    assert "@lena:pm" in shown.splitlines()[-1]
    assert len(shown.splitlines()) < 24


def test_worry_and_number_enter_the_opening(terminal: Terminal) -> None:
    """In their words, and the newest change; a brace in a worry is not a placeholder."""
    terminal.type("log", "coffee with @lena:pm 30m worry: {number} of returns")
    terminal.type("log", NUMBER)
    assert "told me about this worry: {number} of returns." in flat(
        terminal.type("prepare", "trial lena")
    )
    update = flat(terminal.type("prepare", "monthly-update", "ida"))
    assert "worth reading is set-up calls: 5 to 3 calls/month (-40%)." in update


@pytest.mark.parametrize("typed", ["lena", "LENA", "@lena:pm", "len"])
def test_a_name_is_found_however_it_is_typed(typed: str, terminal: Terminal) -> None:
    """Capitals, the sign, the function or the beginning of the name."""
    terminal.type("log", COFFEE)
    shown = terminal.type("prepare", typed)
    assert shown.startswith("Follow-up · Lena (PM)\n\nHi Lena,\n")
    assert "I'm still hoping for a call." in shown


def test_an_underscore_is_a_space(terminal: Terminal) -> None:
    """A name of two words is typed as `log` takes it, or as two words."""
    terminal.type("log", "call with @jörg_müller:sales 10m")
    for words in (["jörg_müller"], ["jörg", "müller"], ["call-seat", "jörg"]):
        assert "@jörg_müller:sales" in terminal.type("prepare", *words)


def test_a_name_of_several_gives_the_choices(terminal: Terminal) -> None:
    """Exit code 3 and one line for each of them."""
    terminal.type("log", "call with @lena_abel:pm 10m")
    terminal.type("log", "call with @lena_zorn:sales 10m")
    terminal.type("prepare", "lena", code=3)
    assert '"lena" could be Lena Abel (PM) or Lena Zorn (sales).' in terminal.err
    assert "pmpath prepare lena_zorn" in terminal.err


def test_an_unknown_name_gets_the_nearest(terminal: Terminal) -> None:
    """Alone it is nobody; beside a talk it is somebody new."""
    terminal.type("log", COFFEE)
    terminal.type("prepare", "leni", code=3)
    assert "Did you mean Lena (PM)?" in terminal.err
    assert "@omar:pm" in terminal.type("prepare", "first-coffee", "omar")


def test_a_leader_stays_a_leader(terminal: Terminal) -> None:
    """The line to log names the function that is known, or one that fits the talk."""
    terminal.type("log", NUMBER)
    shown = terminal.type("prepare", "ida")
    assert "pmpath log --did sponsors.tell asked @ida:head_of_sales" in shown
    assert "told @ida:head_of_sales" in terminal.type("prepare", "leader", "ida")
    assert "told @kim:head_of_sales" in terminal.type("prepare", "leader", "kim")


def test_words_never_to_be_said_are_flagged(terminal: Terminal) -> None:
    """The own list stands below what the talk avoids, and a line that holds one is named."""
    path = terminal.home / "roadmap.toml"
    text = path.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("never_say")]
    at = next(n for n, line in enumerate(lines) if line.startswith("schema"))
    lines.insert(at + 1, 'never_say = ["silent"]')
    path.write_text("\n".join(lines) + "\n", "utf-8")
    shown = terminal.type("prepare", "call-seat")
    assert "Your own list silent" in flat(shown)
    assert "On that list in: May I join the next one, stay silent" in flat(shown)


def test_a_name_with_a_quote_goes_past_the_shell(terminal: Terminal) -> None:
    """What a shell would take for itself is typed at the prompt of `log`."""
    terminal.type("log", "call with @o'brien:sales 10m")
    shown = terminal.type("prepare", "call-seat", "o'brien")
    assert "type pmpath log, press Enter" in shown
    assert shown.splitlines()[-1].startswith("asked @o'brien:sales")
    assert terminal.type("prepare", "call-seat", "obrien") == shown


def test_json_holds_the_facts(terminal: Terminal) -> None:
    """The same words, unbroken."""
    terminal.type("log", COFFEE)
    data = json.loads(terminal.type("prepare", "call-seat", "lena", "--json"))["data"]
    assert (data["talk"], data["person"], data["worry"]) == (
        "call-seat", "Lena (PM)", "addresses typed twice",
    )  # fmt: skip
    data = json.loads(terminal.type("prepare", "lena", "--json"))["data"]
    assert (data["kind"], data["person"]) == ("follow-up", "Lena (PM)")
    told = 'Thanks again for what you told me on Mon 11 Jan: "addresses typed twice".'
    assert told in data["lines"]


def test_alone_it_prepares_todays_step(terminal: Terminal) -> None:
    """A step that asks a person has its message; one at the desk shows the list of nine."""
    shown = terminal.type("prepare")
    assert all(name in shown for name in IDS) or "When sent" in shown


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("trial", "trial-ask"),
        ("first coffee", "first-coffee"),
        ("no", "after-no"),
        ("seat", "call-seat"),
        ("x", ""),
    ],
)
def test_a_talk_is_called_by_a_part_of_its_id(words: str, name: str) -> None:
    """The beginning or one word is enough, when one talk has it."""
    found = talk_called(words, TALKS)
    assert (found.id if found else "") == name


def test_today_and_report_lead_to_the_words(terminal: Terminal) -> None:
    """A step that asks somebody known names the command; so does its row in the report."""
    terminal.type("log", "call with @lena:pm 10m")
    for number in range(12, 29):
        today = terminal.type("today", today=f"2027-01-{number}")
        if "Words to send" in today:
            command = today.partition("Words to send")[2].splitlines()[0].split()
            assert terminal.type(*command[1:]).startswith(("Message", "Follow-up"))
            assert "When sent     pmpath done" in terminal.type("prepare")
        if "pmpath prepare lena" in today:
            assert "Lena (PM)" in terminal.type("prepare").splitlines()[0]
            return
        if "pmpath done" in today:
            terminal.type("done")
    raise AssertionError("no step asked anybody in seventeen days")


@pytest.mark.parametrize(
    "name", ["[bold]x[/x]", "a" * 300, "\x1b[31mred", "日本語", "$(ls)", "{worry}", "-x", "🦊"]
)
def test_no_name_can_harm_the_screen(name: str, terminal: Terminal) -> None:
    """Markup, escapes, braces and length arrive as text, without a control character."""
    terminal.type("log", f"call with @{name}:sales 10m worry: \x1b]0;x")
    shown = terminal.type("prepare", "call-seat", f"@{name}")
    assert "\x1b" not in shown
    assert "Last talk" in shown


def test_a_row_of_the_report_names_its_words() -> None:
    """At the right end where there is room, within the width; never on a narrow screen."""
    step = Step("Write to Lena (PM)", 5, Reason("track", "allies"), half=ASK, person="Lena (PM)")

    def drawn(one: Step, width: int) -> str:
        shown = page(width)
        shown.steps([_planned(date(2027, 1, 11), one)])
        return shown.text().rstrip("\n")

    wide = drawn(step, 80)
    assert wide.startswith("  Mon 11    5 min  Write to Lena (PM).")
    assert wide.endswith(" prepare lena")
    assert len(wide) <= 80
    assert "prepare" not in drawn(step, 40)
    assert "prepare" not in drawn(changed(step, person=""), 80)


def test_a_shell_completes_talks_and_people(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids of talks, and names as `@` spells them."""
    terminal.type("log", "call with @jörg_müller:sales 10m")
    monkeypatch.setenv("PMPATH_HOME", str(terminal.home))
    monkeypatch.setenv("PMPATH_TODAY", "2027-01-11")
    assert talks_and_people("tri") == ["trial-ask"]
    assert talks_and_people("J") == ["jörg_müller"]


def test_somebody_the_answers_name_is_known(empty: Terminal) -> None:
    """On the first day, before any entry."""
    empty.type(
        "init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4",
        "--contact", "Lena (PM)",
    )  # fmt: skip
    assert "Lena (PM)" in empty.type("prepare", "lena").splitlines()[0]
