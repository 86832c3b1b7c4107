"""What the words say now is written beside what was kept of them, and can be taken back as one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.entry import Amended, Entry
from pmpath.domain.log.rereading import newer_readings
from pmpath.domain.record import changed
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from tests import build
from tests.commands.conftest import Terminal
from tests.gathered.lived import SENTENCES

# As builds before the plain reading kept them: words, minutes, a track, and what marks said.
OLD = (
    ("coffee with Lena from sales", {"minutes": 15, "assumed": True, "track": "allies"}),
    ("told Vera (CMO) that I want to move", {"minutes": 15, "assumed": True}),
    ("applied to Nordfrakt as product manager", {"minutes": 30}),
    ("read 2 hours and 15 minutes", {"minutes": 15, "track": "reading"}),
    ("had lunch with @tomas:sales", {"minutes": 15, "assumed": True, "people": ["Tomas (sales)"]}),
    ("did not meet Oskar", {"minutes": 15, "assumed": True}),
)


def put(terminal: Terminal, *lines: tuple[str, dict[str, Any]], first: int = 0) -> None:
    """Write entries of an older build, a day after the other from 12 January on."""
    with Path(Folder(str(terminal.home)).log).open("a", encoding="utf-8") as log:
        for number, (text, fields) in enumerate(lines, first):
            day = f"2027-01-{12 + number}"
            head = {"id": f"{number:026d}", "at": f"{day}T20:00:00.000+00:00", "day": day}
            log.write(json.dumps({**head, "kind": "action", "text": text, **fields}) + "\n")


def entries(terminal: Terminal) -> dict[str, Entry]:
    """The live entries by their words, as they stand with all corrections."""
    found = LogReader(Folder(str(terminal.home))).records()
    return {one.text: one for one in found if isinstance(one, Entry)}


def reread(terminal: Terminal, *more: str) -> str:
    """Read all entries anew on 1 February."""
    return terminal.type("doctor", "--reread", "--yes", *more, today="2027-02-01")


def test_entries_of_older_builds_get_what_their_words_say(terminal: Terminal) -> None:
    """People, what happened, the opening, a duration that was misread; what marks said stays."""
    put(terminal, *OLD)
    reread(terminal)
    found = entries(terminal)
    assert found[OLD[0][0]].people == ("Lena (sales)",)
    assert found[OLD[0][0]].event == "met"
    assert found[OLD[1][0]].people == ("Vera (CMO)",)
    assert "told" in found[OLD[1][0]].tags
    assert found[OLD[2][0]].opening == "Nordfrakt: product manager"
    assert (found[OLD[2][0]].stage, found[OLD[2][0]].minutes) == ("applied", 30)
    assert (found[OLD[3][0]].minutes, found[OLD[3][0]].minutes_from) == (135, "said")
    assert found[OLD[4][0]].people == ("Tomas (sales)",)
    assert (found[OLD[5][0]].people, found[OLD[5][0]].event) == ((), "")
    assert all("people" in found[text].guessed for text, _ in OLD[:2])


def test_a_dry_run_shows_each_entry_and_writes_nothing(terminal: Terminal) -> None:
    """With its handle, the words, and what was and would be."""
    put(terminal, *OLD, ("thought about it", {"minutes": 15, "assumed": True}))
    before = terminal.log
    said = terminal.type("doctor", "--reread", "--dry-run", today="2027-02-01")
    assert terminal.log == before
    assert "people: Lena (sales)" in said
    assert "minutes: 15 min -> 2 h 15" in said
    assert "Nothing was written" in said
    assert "thought" not in said


def test_reading_again_changes_nothing_more(terminal: Terminal) -> None:
    """The second time there is nothing to change, and not a byte is written."""
    put(terminal, *OLD)
    reread(terminal)
    before = terminal.log
    assert "no entry would change" in reread(terminal)
    assert terminal.log == before


def test_all_of_it_is_undone_as_one(terminal: Terminal) -> None:
    """One undo, and every entry is as it was; the lines themselves were never touched."""
    put(terminal, *OLD)
    before, lines = entries(terminal), terminal.log
    reread(terminal)
    assert terminal.log.startswith(lines)
    said = terminal.type("undo")
    assert "the newer reading of" in said
    assert entries(terminal) == before
    terminal.type("undo", "--back")
    assert entries(terminal)[OLD[0][0]].people == ("Lena (sales)",)


def test_what_a_person_amended_stays(terminal: Terminal) -> None:
    """Nobody was there, said the person; minutes and track were corrected: none is read anew."""
    text = "coffee with Lena from sales, 45m"
    put(terminal, (text, {"minutes": 15, "assumed": True, "people": ["Max"]}))
    terminal.type("amend", "--drop", "@max", today="2027-01-20")
    terminal.type("amend", "20m", "--track", "craft", today="2027-01-20")
    terminal.type("amend", "--drop", "event", code=2)
    reread(terminal)
    found = entries(terminal)[text]
    assert (found.people, found.minutes, found.track) == ((), 20, "craft")
    assert found.event == "met"


def test_what_was_read_anew_may_be_read_anew_again(terminal: Terminal) -> None:
    """Only a person's word is final: what reread wrote is not a correction of a guess."""
    put(terminal, OLD[0])
    reread(terminal)
    assert entries(terminal)[OLD[0][0]].amended is None
    terminal.type("amend", "--drop", "@lena")
    assert entries(terminal)[OLD[0][0]].amended is not None
    reread(terminal)
    assert entries(terminal)[OLD[0][0]].people == ()


def test_entries_of_this_build_say_what_their_words_say(terminal: Terminal) -> None:
    """Whatever `log` wrote is as it would be read now: marks, options, done and plain words."""
    for words in (
        ("coffee with Lena from sales, 45m",), ("told Vera (CMO) that I want to move",),
        ("applied to Nordfrakt as product manager", "--minutes", "30"), ("coffee with lena",),
        ("asked @tomas:sales for a seat next fri tomas: the seat",), ("index tuning 2h",),
        ("donations: 4200 to 7900 USD",), ("yesterday lunch with two PMs",), ("tea +craft",),
        ("coffee with Mai", "--with", "mai:pm", "--track", "customers", "--on", "2027-01-05"),
        ("read Inspired 40m worry: none",),
    ):  # fmt: skip
        terminal.type("log", *words, today="2027-01-19")
    terminal.type("done", today="2027-01-20")
    before = terminal.log
    assert "no entry would change" in reread(terminal)
    assert terminal.log == before


def test_an_entry_that_names_its_action_is_left_alone(terminal: Terminal) -> None:
    """The words may be the step's own, which is not a sentence of the person."""
    put(terminal, ("Ask Ben for a seat", {"minutes": 5, "action": "customers.ask-seat"}))
    assert "no entry would change" in reread(terminal)


def test_a_promise_whose_day_is_over_is_not_owed_anew(terminal: Terminal) -> None:
    """A line of January about that Friday promises nothing in February."""
    text = "promised Lena the deck by friday"
    put(terminal, (text, {"minutes": 15, "assumed": True}))
    reread(terminal)
    assert entries(terminal)[text].next is None
    assert entries(terminal)[text].people == ("Lena",)


def test_where_nobody_can_be_asked_nothing_is_written(terminal: Terminal) -> None:
    """Without --yes and a terminal it says what to type."""
    put(terminal, OLD[0])
    before = terminal.log
    terminal.type("doctor", "--reread", code=2, today="2027-02-01")
    assert "pmpath doctor --reread --yes" in terminal.err
    assert terminal.log == before


@pytest.mark.parametrize("words", [("--dry-run",), ("--reread", "--repair")])
def test_what_does_not_go_together_is_refused(terminal: Terminal, words: tuple[str, ...]) -> None:
    """One thing at a time, and --dry-run belongs to --reread."""
    terminal.type("doctor", *words, code=2)
    assert terminal.err


def test_a_name_that_one_entry_teaches_is_known_to_the_others(terminal: Terminal) -> None:
    """Whatever comes first: the second reading finds nothing that the first did not."""
    call = "had a call with oksanka"
    put(
        terminal, (call, {"minutes": 15, "assumed": True}),
        ("met Oksanka (PM)", {"minutes": 15, "assumed": True}),
    )  # fmt: skip
    reread(terminal)
    assert entries(terminal)[call].people == ("Oksanka",)
    assert "no entry would change" in reread(terminal)


LINES = [*SENTENCES.splitlines(), *(text for text, _ in OLD)]
KEPT = st.fixed_dictionaries(
    {"minutes": st.sampled_from([5, 15, 30])},
    optional={
        "assumed": st.just(True), "track": st.sampled_from(["allies", "search"]),
        "people": st.just(("Ana",)), "guessed": st.sampled_from([("people",), ("track", "event")]),
        "minutes_from": st.just("said"), "event": st.just("met"), "tags": st.just(("told",)),
    },
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(LINES), KEPT), max_size=6))
def test_whatever_was_kept_the_second_reading_changes_nothing(
    kept: list[tuple[str, dict[str, Any]]],
) -> None:
    """Words stay, what a person amended stays, and read again every entry is as it is."""
    records = [
        build.entry(build.day(number), text=text, **fields)
        for number, (text, fields) in enumerate(kept)
    ]
    today = build.day(60)
    once = newer_readings(records, build.VOCABULARY, (), today)
    after = [once.get(one.id, one) for one in records]
    assert newer_readings(after, build.VOCABULARY, (), today) == {}
    assert [one.text for one in after] == [one.text for one in records]
    fixed = Amended(("people", "minutes", "track", "event"), (), records[0].at if records else "")
    said = [changed(one, amended=fixed) for one in records]
    for one in newer_readings(said, build.VOCABULARY, (), today).values():
        before = next(entry for entry in said if entry.id == one.id)
        assert (one.people, one.minutes, one.track, one.event) == (
            before.people, before.minutes, before.track, before.event,
        )  # fmt: skip
