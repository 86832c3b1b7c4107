"""What was done is told as done: a step that stands in the log is not an order to its reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.reports.deeds import PAST, as_deed, is_step
from tests.content.real_tables import read_tables
from tests.sample.lived import flat
from tests.week.lived import Life

TABLES = read_tables()
SENTENCES = [
    action[key].replace("{person}", "Lena (PM)")
    for name, table in TABLES.items()
    if name.startswith("actions/")
    for action in table["action"]
    for key in ("title", "ask", "hold")
    if key in action
]


@pytest.mark.parametrize(
    ("step", "deed"),
    [
        ("Ask Lena (PM) for a seat on one customer call",
         "Asked Lena (PM) for a seat on one customer call"),
        ("Scan PM openings inside and outside, and save two that fit",
         "Scanned PM openings inside and outside, and saved two that fit"),
        ("Sit in planning or triage and note each decision made for a customer reason",
         "Sat in planning or triage and noted each decision made for a customer reason"),
        ("Ask Lena (PM) to read one page and name the line they would repeat",
         "Asked Lena (PM) to read one page and name the line they would repeat"),
        ("Ask Lena (PM) which card, list or script the next deal lacks",
         "Asked Lena (PM) which card, list or script the next deal lacks"),
        ("Spend half an hour with one PM or salesperson: ask and listen, do not pitch",
         "Spent half an hour with one PM or salesperson: ask and listen, do not pitch"),
        ("Hand over or decline one engineering duty and book the freed time",
         "Handed over or declined one engineering duty and booked the freed time"),
        ("Get a day from Lena (PM), and put the call into the calendar",
         "Got a day from Lena (PM), and put the call into the calendar"),
        ("Compare the offer with your plans: part 1 of 2",
         "Compared the offer with your plans: part 1 of 2"),
        ("Follow up with Lena (PM): no answer yet", "Followed up with Lena (PM): no answer yet"),
        ("coffee with Lena", "coffee with Lena"),
        ("Nobody came", "Nobody came"),
    ],
)  # fmt: skip
def test_a_step_is_told_in_the_past(step: str, deed: str) -> None:
    """Each verb that tells to do something, and no noun of the same letters."""
    assert as_deed(step) == deed


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_step_of_the_content_can_be_told_as_done(sentence: str) -> None:
    """Whatever an action is called, it begins with a verb that has a past."""
    assert is_step(sentence), "Begin with a verb of reports/deeds.py, or add it there."
    told = as_deed(sentence)
    assert (
        told.split()[0].casefold().rstrip(":") == PAST[sentence.split()[0].casefold().rstrip(":")]
    )


def test_the_report_and_the_day_tell_what_done_recorded_as_a_deed(tmp_path: Path) -> None:
    """Two steps recorded by `done` alone: neither page tells its reader to do them."""
    life = Life(tmp_path / "home")
    life.say(0, "done")
    life.say(0, "done")
    page, day = flat(life.page(0)), flat(life.say(0, "today"))
    assert "Asked Lena (PM) for half an hour, with two times to choose from" in page
    for shown in (page.partition("Where you stand")[0], day.partition("Next,")[0]):
        assert "Ask Lena" not in shown
    assert "Done today 5 min: Asked Lena (PM)" in day


def test_an_offer_is_told_once_and_as_it_was_written(tmp_path: Path) -> None:
    """The first one as the first, with its words; what is said of it later is not a new offer."""
    life = Life(tmp_path / "home")
    life.log(36, "offer from Karavel: associate PM, start in June")
    life.log(43, "talked with Sven about the offer from Karavel 20m")
    first, second = flat(life.page(5)), flat(life.page(6))
    assert "best first First offer, from Karavel: associate PM, start in June" in first
    assert "First offer" not in second
    assert "Offer from Karavel" not in second
    assert "made 12 days ago, needs your answer" in second


def test_once_an_offer_is_accepted_what_is_left_is_the_way_out(tmp_path: Path) -> None:
    """No verdict, no pace, no concern; notice, thanks and the first page, and how to end it."""
    life = Life(tmp_path / "home")
    life.log(36, "offer from Karavel: associate PM, start in June")
    life.log(38, "accepted the offer from Karavel")
    page = flat(life.page(5))
    assert "You accepted the offer from Karavel" in page
    assert page.count("pmpath roadmap close --because arrived") == 1
    for word in ("No customer", "Since start", "Overdue", "Not progress", "your answer to"):
        assert word not in page
    steps = page.partition("Next week")[2]
    for left in ("your last day and the hand-over", "the people who helped", "first 90 days"):
        assert left in steps


def test_a_number_of_ones_own_text_is_no_result(tmp_path: Path) -> None:
    """Words cut from a mail are an exercise; the first result is the one that came later."""
    life = Life(tmp_path / "home")
    life.log(15, "cut the tech words in my release mail from 17 to 4, ten minutes")
    life.log(36, "donations: 2100 to 2900 EUR a month at the food bank 15m")
    assert "result" not in flat(life.page(2)).casefold()
    assert "is not on your resume yet" not in flat(life.page(5, "--all"))
    assert "First result: Donations: 2100 to 2900 EUR a month" in flat(life.page(5))
