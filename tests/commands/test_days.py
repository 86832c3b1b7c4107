from __future__ import annotations

import json
from datetime import date

import pytest

from pmpath.cli.daily.rest import read_rest
from pmpath.domain.errors import UsageError
from tests.commands.conftest import Terminal

TODAY = date(2027, 1, 13)


def records(terminal: Terminal, kind: str) -> list[dict[str, object]]:
    read = [json.loads(line) for line in terminal.log.splitlines()]
    return [one for one in read if one["kind"] == kind]


def test_before_init_three_lines_lead_there(empty: Terminal) -> None:
    """What it is, init, demo; exit 0."""
    assert len(empty.type().splitlines()) == 3
    assert "pmpath init" in empty.out
    assert "pmpath demo" in empty.out
    assert empty.type("status") == ""
    assert not empty.home.exists()


def test_done_records_the_step_that_was_shown(terminal: Terminal) -> None:
    """Sentence, action, track, minutes; the day is then done."""
    shown = json.loads(terminal.type("today", "--json"))["data"]["step"]
    terminal.type("done")
    entry = records(terminal, "action")[0]
    assert (entry["action"], entry["track"]) == (shown["action"], shown["track"])
    assert entry["minutes"] == shown["minutes"]
    assert "Done today" in terminal.type()


def test_done_with_words_says_more_about_the_step(terminal: Terminal) -> None:
    """People, notes and minutes come from the words, the action from the step."""
    terminal.type("done", "asked", "@lena:pm", "10m", "worry:", "churn")
    entry = records(terminal, "action")[0]
    assert entry["people"] == ["Lena (PM)"]
    assert entry["minutes"] == 10
    assert entry["notes"] == {"worry": "churn"}
    assert entry["action"]


def test_done_with_a_duration_alone_keeps_the_sentence_of_the_step(terminal: Terminal) -> None:
    """`pmpath done 20m` is the step, in 20 minutes."""
    terminal.type("done", "20m")
    entry = records(terminal, "action")[0]
    assert entry["minutes"] == 20
    assert entry["text"] != "20m"


@pytest.mark.parametrize("typed", ["90", "90m", "1:30", "an hour and a half", "45m + 45m"])
def test_done_takes_minutes_in_every_spelling(terminal: Terminal, typed: str) -> None:
    """A bare number is minutes; the sentence of the step stays, in `amend` as well."""
    terminal.type("done", *typed.split())
    sentence = records(terminal, "action")[0]["text"]
    assert records(terminal, "action")[0]["minutes"] == 90
    assert typed not in str(sentence)
    terminal.type("amend", "20m")
    terminal.type("amend", *typed.split())
    assert records(terminal, "amend")[-1]["set"] == {"minutes": 90}


def test_done_on_a_full_day_says_how_to_log_more(terminal: Terminal) -> None:
    """Exit 2, the words ready to be logged, and the way to one step more."""
    terminal.type("done")
    terminal.type("done", "coffee", "30m", code=2)
    assert terminal.err == (
        "pmpath: You have done enough for today.\n"
        "  To log something else: pmpath log coffee 30m\n"
        "  For one more step: pmpath today --other\n"
    )


def test_one_step_more_on_a_day_that_is_done(terminal: Terminal) -> None:
    """--other asks for it, done records it, and the day is done again."""
    terminal.type("log", "coffee", "30m")
    assert "pmpath done" not in terminal.type()
    assert "pmpath done" in terminal.type("today", "--other")
    terminal.type("done")
    assert terminal.type().count("Done today") == 2
    assert len(records(terminal, "action")) == 2


def test_a_promise_typed_with_done_is_kept(terminal: Terminal) -> None:
    """My own next move wins over the answer that an ask expects."""
    terminal.type("done", "asked", "@lena:pm", "next", "thu", "lena:", "my", "notes")
    assert records(terminal, "action")[0]["next"] == {
        "who": "me", "person": "Lena (PM)", "what": "my notes", "day": "2027-01-14",
    }  # fmt: skip


def test_done_with_a_name_and_a_duration_keeps_the_sentence(terminal: Terminal) -> None:
    """`done @noor 20m` says who and how long, not what."""
    terminal.type("done", "@noor", "20m")
    assert records(terminal, "action")[0]["text"] != "@noor 20m"
    assert records(terminal, "action")[0]["people"] == ["Noor"]


def test_a_promise_in_an_entry_logged_later_stays_open(terminal: Terminal) -> None:
    """Coffee yesterday; today the lunch of the day before, with a promise, is logged."""
    terminal.type("log", "coffee", "@max", today="2027-01-20")
    terminal.type("log", "--on", "tue", "lunch", "@max", "next", "fri", "max:", "slides",
                  today="2027-01-21")  # fmt: skip
    assert "Max, by Fri 22 Jan: slides" in terminal.type()


def test_days_are_left_out_when_an_old_entry_is_told(terminal: Terminal) -> None:
    """The day words were read on the day of typing, and are read so again."""
    terminal.type("log", "coffee", "with", "@lena:pm", "45m", "fri", today="2027-01-20")
    assert "coffee with Lena  [" in terminal.type("history", today="2028-01-01")


@pytest.mark.parametrize("words", ["3 days flu", "next", "until later", "tomrrow", "32.10."])
def test_a_rest_that_sounds_like_other_days_is_refused(terminal: Terminal, words: str) -> None:
    """Today is not taken for what was meant."""
    terminal.type("rest", *words.split(), code=2)
    assert "does not say which days." in terminal.err
    assert records(terminal, "rest") == []


def test_another_step_is_remembered_for_the_day(terminal: Terminal) -> None:
    """--other puts the step aside; the same call again shows a third; today shows the newest."""
    first = json.loads(terminal.type("today", "--json"))["data"]["step"]["sentence"]
    second = json.loads(terminal.type("today", "--other", "--json"))["data"]["step"]["sentence"]
    assert first != second
    assert json.loads(terminal.type("today", "--json"))["data"]["step"]["sentence"] == second
    assert records(terminal, "decline")[0]["how"] == "other"


def test_status_counts_what_is_open_today(terminal: Terminal) -> None:
    """The step, or the promises that are due; nothing behind the mark when the day is done."""
    assert terminal.type("status") == "▸ 1\n"
    terminal.type("log", "coffee", "with", "@lena:pm", "next", "today", "lena:", "slides")
    assert terminal.type("status") == "▸ 1\n"
    terminal.type("log", "slides", "to", "@lena")
    assert terminal.type("status") == "▸\n"


def test_status_is_quiet_on_a_day_off_and_with_a_broken_roadmap(terminal: Terminal) -> None:
    """No step is open on a Sunday, a rest day or a vacation; a prompt shows no faults."""
    terminal.type("rest", "tue")
    path = terminal.home / "roadmap.toml"
    text = path.read_text("utf-8")
    path.write_text(text + "\n[[vacation]]\nfrom = 2027-01-13\nto = 2027-01-14\n", "utf-8")
    days = ["2027-01-12", "2027-01-13", "2027-01-15", "2027-01-17"]
    marks = [terminal.type("status", today=one) for one in days]
    assert marks == ["▸\n", "▸\n", "▸ 1\n", "▸\n"]
    path.write_text(text.replace('"ic"', '"boss"'), "utf-8")
    assert terminal.type("status", today="2027-01-18") == "▸ 1\n"


def test_every_report_says_that_a_line_was_passed_over(terminal: Terminal) -> None:
    """A damaged line costs one notice; everything else is there."""
    terminal.type("log", "coffee")
    with (terminal.home / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"torn":\n')
    for words in (("today",), ("report",)):
        assert "1 line of log.jsonl cannot be read. It stays as it is" in terminal.type(*words)
        assert "coffee" in terminal.out.casefold()


def test_reading_commands_write_nothing(terminal: Terminal) -> None:
    """today, report, history, milestones and status leave every file as it is."""
    terminal.type("log", "coffee")
    before = {one: one.read_bytes() for one in terminal.home.iterdir()}
    for words in ((), ("today",), ("report",), ("report", "all"), ("history",), ("milestones",),
                  ("status",), ("report", "--json"), ("today", "--json")):  # fmt: skip
        terminal.type(*words)
    assert {one: one.read_bytes() for one in terminal.home.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "first", "last", "reason"),
    [
        ("", "2027-01-13", "2027-01-13", ""),
        ("tomorrow", "2027-01-14", "2027-01-14", ""),
        ("fri ill", "2027-01-15", "2027-01-15", "ill"),
        ("yesterday train all day", "2027-01-12", "2027-01-12", "train all day"),
        ("2027-02-01..2027-02-12 skiing", "2027-02-01", "2027-02-12", "skiing"),
        ("1 feb..12 feb with the children", "2027-02-01", "2027-02-12", "with the children"),
        ("a cold", "2027-01-13", "2027-01-13", "a cold"),
        ("1 feb to 5 feb skiing trip", "2027-02-01", "2027-02-05", "skiing trip"),
        ("fri until sun", "2027-01-15", "2027-01-17", ""),
    ],
)
def test_days_of_rest_and_their_reason(words: str, first: str, last: str, reason: str) -> None:
    """A day or FROM..TO, both included, then whatever the reason is."""
    ((one,), said) = read_rest(words.split(), TODAY)
    assert (str(one.first), str(one.last), said) == (first, last, reason)


@pytest.mark.parametrize(
    ("words", "days", "reason"),
    [
        ("fri, sat trip", "2027-01-15..2027-01-16", "trip"),
        ("fri and mon", "2027-01-15..2027-01-15 2027-01-18..2027-01-18", ""),
        ("fri, mon, tue flu", "2027-01-15..2027-01-15 2027-01-18..2027-01-19", "flu"),
        ("mon-wed", "2027-01-18..2027-01-20", ""),
        ("mon - wed family", "2027-01-18..2027-01-20", "family"),
        ("mon to fri", "2027-01-18..2027-01-22", ""),
        ("24-28 dec", "2027-12-24..2027-12-28", ""),
        ("24 dec to 2 jan", "2027-12-24..2028-01-02", ""),
        ("15.1.-17.1. hike", "2027-01-15..2027-01-17", "hike"),
        ("next week", "2027-01-18..2027-01-24", ""),
        ("this weekend hike", "2027-01-16..2027-01-17", "hike"),
        ("until friday", "2027-01-13..2027-01-15", ""),
        ("22.10.", "2027-10-22..2027-10-22", ""),
        ("mon-fri, 1 feb to 3 feb", "2027-01-18..2027-01-22 2027-02-01..2027-02-03", ""),
    ],
)
def test_several_days_of_rest(words: str, days: str, reason: str) -> None:
    """Days in a row are one rest, others stand beside it; a last day lies behind its first."""
    stretches, said = read_rest(words.split(), TODAY)
    assert " ".join(f"{one.first}..{one.last}" for one in stretches) == days
    assert said == reason


@pytest.mark.parametrize(
    "words", ["fri..", "..fri", "fri..mon..tue x", "2027-02-12..2027-02-01", "fri to", "3/4"]
)
def test_unclear_days_of_rest_are_refused(words: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(UsageError):
        read_rest(words.split(), TODAY)


def test_a_rest_day_is_recorded_and_neutral(terminal: Terminal) -> None:
    """The report of the week counts one ordinary day less."""
    terminal.type("rest", "tomorrow", "train")
    assert terminal.out == "Rest: Tue 12 Jan (train). It won't count for or against you.\n"
    assert records(terminal, "rest")[0]["reason"] == "train"
    data = json.loads(terminal.type("report", "--json", today="2027-01-15"))["data"]
    assert data["this_period"]["promised"] == 180


def test_a_milestone_is_marked_once(terminal: Terminal) -> None:
    """It counts as reached; a second time is refused with the day of the first."""
    terminal.type("milestones", "done", "search.odds-known", "--on", "2027-01-11")
    assert "Odds estimated" in terminal.out
    terminal.type("milestones", "done", "search.odds-known", code=2)
    assert terminal.err.startswith("pmpath: search.odds-known has been done since Mon 11 Jan.")
    data = json.loads(terminal.type("report", "--json"))["data"]
    assert [one["id"] for one in data["milestones"]["reached"]] == ["search.odds-known"]


def test_a_milestone_that_does_not_exist_has_a_near_one(terminal: Terminal) -> None:
    """Exit 3, and the id that was probably meant."""
    terminal.type("milestones", "done", "search.ods-known", code=3)
    assert terminal.err == (
        "pmpath: There is no milestone search.ods-known.\n  Did you mean search.odds-known?\n"
    )


def test_a_hand_edit_is_recorded_by_the_next_writing_command_but_log(terminal: Terminal) -> None:
    """`log` leaves it; `done` writes the new plan, with today's day and its reason."""
    path = terminal.home / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("mon = 30", "mon = 60"), "utf-8")
    terminal.type("log", "coffee", today="2027-01-12")
    assert len(records(terminal, "plan")) == 1
    shown = " ".join(terminal.type("today", today="2027-01-13").split())
    assert "not yet recorded. The next pmpath done, rest or replan records it." in shown
    terminal.type("done")
    plans = records(terminal, "plan")
    assert len(plans) == 2
    assert (plans[1]["day"], plans[1]["reason"]) == ("2027-01-13", "edited by hand")
    assert "not yet recorded" not in terminal.type("today")


@pytest.mark.parametrize("words", [(), ("report",), ("roadmap",), ("roadmap", "check")])
@pytest.mark.parametrize("lost", ["rm log.jsonl", "emptied", "line 2 damaged"])
def test_a_lost_log_is_no_edit_by_hand(
    lost: str, words: tuple[str, ...], terminal: Terminal
) -> None:
    """Nobody edited the roadmap: what lacks is the record of the plan, and doctor is named."""
    for one in ("aaa", "bbb", "ccc"):
        terminal.type("log", one)
    log = terminal.home / "log.jsonl"
    first, second, *others = log.read_text("utf-8").splitlines(keepends=True)
    if lost == "rm log.jsonl":
        log.unlink()
    else:
        kept = [] if lost == "emptied" else [first, second[9:], *others]
        log.write_text("".join(kept), "utf-8")
    shown = " ".join(terminal.type(*words).split())
    assert "edited by hand" not in shown
    assert (
        "log.jsonl has no record of this plan; records may be lost. To look: pmpath doctor" in shown
    )


@pytest.mark.parametrize("period", ["week", "last", "month", "quarter", "all", "2027-W02",
                                    "2027-01", "2027-Q1", "2027-01-11..2027-01-20"])  # fmt: skip
def test_every_period_has_a_report(terminal: Terminal, period: str) -> None:
    """All of them begin with role, date and weeks left (A65)."""
    terminal.type("log", "coffee", "with", "@lena:pm")
    assert terminal.type("report", period).startswith("Product manager by 10 Jan 2028")


def test_a_period_that_is_none_is_refused(terminal: Terminal) -> None:
    """With the forms that are."""
    terminal.type("report", "fortnight", code=2)
    assert terminal.err == (
        'pmpath: "fortnight" is not a period.\n'
        "  Write last week, month, march, 2026, 2026-Q4, 2026-W07, all, or two days: "
        "1 feb to 9 feb.\n"
    )


def test_a_past_week_shows_the_date_that_was_promised_then(terminal: Terminal) -> None:
    """The date was moved by hand in week 3; the report of week 1 does not know it."""
    path = terminal.home / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("date = 2028-01-10", "date = 2028-03-06"))
    terminal.type("rest", "tomorrow", today="2027-01-26")
    assert terminal.type("report").startswith("Product manager by 6 Mar 2028")
    assert "moved once, 8 weeks later than 10 Jan 2028" in terminal.out
    assert terminal.type("report", "2027-W02").startswith("Product manager by 10 Jan 2028")
    assert "date unchanged" in terminal.out
    assert "edited by hand" not in terminal.out


def test_a_past_week_is_shown_as_it_was_known_then(terminal: Terminal) -> None:
    """A promise settled in week 2 was open at the end of week 1."""
    terminal.type("log", "coffee", "with", "@lena:pm", "next", "wed", "lena:", "slides",
                  today="2027-01-11")  # fmt: skip
    terminal.type("log", "slides", "to", "@lena", today="2027-01-19")
    week_one = json.loads(terminal.type("report", "2027-W02", "--json"))["data"]
    week_two = json.loads(terminal.type("report", "week", "--json"))["data"]
    assert [one["what"] for one in week_one["moves"]["yours"]] == ["slides"]
    assert week_two["moves"]["yours"] == []


def test_a_week_before_the_start_shows_what_was_done_and_no_more(terminal: Terminal) -> None:
    """No promise, no edit and no later contact is invented for days before the plan."""
    terminal.type("log", "coffee", "with", "@lena", "--minutes", "20m", "--on", "2027-01-08")
    shown = terminal.type("report", "last", today="2027-01-13")
    assert "before the plan began" in shown
    assert "Coffee with Lena" in shown
    for word in ("edited by hand", "Since start", "Customers", "Next", "draft"):
        assert word not in shown


def test_a_week_to_come_has_no_report(terminal: Terminal) -> None:
    """Reports look back."""
    terminal.type("report", "2030-W07", code=2)
    assert terminal.err.startswith("pmpath: 2030-W07 has not begun.\n")


def test_the_last_day_of_a_past_range_is_over(terminal: Terminal) -> None:
    """Four days, something on two of them, the last one empty: two of four."""
    for day in ("2027-01-12", "2027-01-13"):
        terminal.type("log", "read", "5m", today=day)
    shown = terminal.type("report", "2027-01-12..2027-01-15", today="2027-01-20")
    assert "on 2 of 4 days" in shown


def test_all_begins_with_the_first_entry(terminal: Terminal) -> None:
    """Also with one from before the plan."""
    terminal.type("log", "read", "30m", "--on", "2026-11-20")
    assert "Fri 20 November 2026" in terminal.type("report", "all") or "Fri 20 Nov" in terminal.out


def test_a_search_plan_is_the_search_alone(empty: Terminal) -> None:
    """Under twelve weeks: the milestones of the search, and three tracks."""
    empty.type("init", "--yes", "--target", "2027-03-08", "--hours", "4", "--mode", "search")
    shown = json.loads(empty.type("milestones", "--json"))["data"]["milestones"]
    assert {one["id"].partition(".")[0] for one in shown} == {"roadmap", "search"}
    tracks = json.loads(empty.type("roadmap", "--json"))["data"]["tracks"]
    live = [one["name"] for one in tracks if one["state"] == "live"]
    assert live == ["The plan", "PM and sales allies", "Job search"]


def test_done_with_other_words_says_which_step_it_was(terminal: Terminal) -> None:
    """The proposal is read back where the words say something else."""
    step = json.loads(terminal.type("today", "--json"))["data"]["step"]["sentence"]
    shown = terminal.type("done", "wrote", "the", "five", "beliefs", "down", "25m")
    assert f"step: {step}" in " ".join(shown.split())


def test_values_that_begin_with_a_minus_are_quoted_as_typed(empty: Terminal) -> None:
    """No mark of ours stands in the sentence."""
    empty.type("init", "--yes", "--target", "2028-01-10", "--hours", "-3", code=2)
    assert empty.err.startswith('pmpath: --hours: "-3" was not understood as hours a week.')


def test_an_opening_and_the_size_of_an_audience_are_read_back(terminal: Terminal) -> None:
    """What an option said stands in the confirmation."""
    shown = terminal.type("log", "first talk 20m", "--audience", "sales: 9", "--opening",
                          "Acme: PM", "--stage", "applied")  # fmt: skip
    assert "audience: sales: 9" in " ".join(shown.split())
    assert "applied: Acme: PM" in " ".join(shown.split())
