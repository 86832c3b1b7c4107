"""`pmpath books`: shelves, the book in hand, the areas of the job, the own list of ten."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pmpath.coach.gathered.books import Books, areas_of, books
from pmpath.coach.gathered.top_ten import titles_added, titles_taken
from pmpath.coach.meaning.fold import fold_with_meaning
from pmpath.coach.today.returning import may_come
from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import Entry
from pmpath.domain.period import EVER
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests import build
from tests.commands.conftest import Terminal
from tests.gathered.sixty import LABELS, Sixty
from tests.hostile.texts import is_command, wide

WANTED = LABELS["books"]
READING = content().reading()
TITLES = [one.title for one in READING.books]


def test_shelves_and_the_book_in_hand_are_as_labelled(sixty: Sixty) -> None:
    """Each book once, by shelf; the one read last; an empty shelf next."""
    facts = sixty.facts("books")["read"]
    assert {shelf: count for shelf, count in facts["shelves"].items() if count} == WANTED["shelves"]
    assert facts["running"]["title"] == WANTED["running"]
    assert facts["next_shelf"] == WANTED["next_shelf"]


def test_areas_are_as_labelled(sixty: Sixty) -> None:
    """What was read of each, what is empty, and which comes next."""
    facts = sixty.facts("books")["read"]
    times = {one["id"]: one["times"] for one in facts["areas"]}
    assert {key: count for key, count in times.items() if count} == WANTED["areas"]
    assert [key for key, count in times.items() if not count] == WANTED["empty_areas"]
    assert facts["next_area"] == WANTED["next_area"]


def test_the_list_is_as_labelled(sixty: Sixty) -> None:
    """Titles once each, in the order in which they came; the window of ten years from today."""
    facts = sixty.facts("books")["read"]
    assert [one["title"] for one in facts["top_ten"]] == WANTED["top_ten"]
    assert [facts["since"], facts["until"]] == WANTED["window"]
    assert "3 of 10, published 2017-2027 (last 10 years)" in sixty.screen("books")


@pytest.mark.parametrize("columns", ["80", "40"])
def test_the_screen_fits(sixty: Sixty, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """No line is wider than the terminal but a command, which is never broken."""
    monkeypatch.setattr("tests.journeys.program.SCREEN", {"COLUMNS": columns, "NO_COLOR": "1"})
    out = sixty.program.type("books")
    assert [line for line in wide(out, int(columns)) if not is_command(line)] == [], out


def typed(*lines: str) -> list[Entry]:
    """The lines as entries, one a day, as `log` reads them."""
    found = []
    for number, words in enumerate(lines):
        on = build.day(number)
        made = compose(read(words, on, build.VOCABULARY), Options(), on, None).entry
        at = f"{on.isoformat()}T20:00:00.000+00:00"
        found.append(changed(made, id=f"{number:026d}", at=at))
    return found


def of(*lines: str, year: int = 2027) -> Books:
    """What these lines tell of reading, seen in a year."""
    journal = fold_with_meaning(typed(*lines), build.CATALOG, build.roadmap(), EVER)[0]
    return books(journal, READING, lambda one: one.text, build.day(200).replace(year=year))


def test_a_book_is_one_however_it_is_called() -> None:
    """With its article or subtitle or without, in chapters and whole."""
    found = of("read Positioning: The Battle for Your Mind, 40m", "read positioning, ch 2, 30m",
               "finished Positioning, 20m")  # fmt: skip
    assert [(one.title, one.times, one.finished) for one in found.books] == [
        ("Positioning: The Battle for Your Mind", 3, True)
    ]
    assert (found.books[0].minutes, found.running) == (90, None)


def test_what_was_only_got_or_listed_is_not_read() -> None:
    """Bought, ordered, put on a list."""
    found = of("bought Inspired", "ordered Influence", "added Loved (2022) to my top ten list")
    assert found.books == ()
    assert [one.read for one in found.top_ten] == [False]


def test_an_unknown_book_stands_on_a_shelf_of_its_own() -> None:
    """Nobody knows where it belongs."""
    found = of('read "The Lighthouse Ledger", 40m')
    assert [(one.title, one.shelf, one.year) for one in found.books] == [
        ("The Lighthouse Ledger", "other", None)
    ]


def test_a_book_of_no_list_is_finished_by_its_name() -> None:
    """It was read before; what else is finished is no book."""
    found = of("read 20 pages of Knitting for Beginners, 45m", "finished Grafana dashboards",
               "finished Knitting for Beginners 30m")  # fmt: skip
    assert [(one.title, one.times, one.minutes, one.finished) for one in found.books] == [
        ("Knitting for Beginners", 2, 75, True)
    ]
    assert found.running is None


def test_a_title_in_capitals_is_read_behind_its_chapter() -> None:
    """`in SPIN Selling` names the book, `in product management` a field."""
    found = of("read the chapter on advertising in SPIN Selling 30m",
               "read about a career in product management 30m")  # fmt: skip
    assert [one.title for one in found.books] == ["SPIN Selling"]


@pytest.mark.parametrize(
    ("lines", "shelf"),
    [
        ((), "product management"),
        (("read SPIN Selling", "read The Challenger Sale", "read Sales Pitch"),
         "product management"),
        (("read Inspired",), "positioning and marketing"),
    ],
)  # fmt: skip
def test_the_next_shelf_is_another(lines: tuple[str, ...], shelf: str) -> None:
    """A textbook first; then the emptiest, and never a fourth book of one shelf in a row."""
    found = of(*lines)
    assert found.next_shelf == shelf
    assert found.suggestion is not None
    assert found.suggestion.shelf == shelf


def test_a_fourth_book_of_one_shelf_in_a_row_is_not_suggested() -> None:
    """Even where all other shelves have as many or more."""
    every = [f'read "{one.title}"' for one in READING.books
             if one.shelf not in ("discovery", "presenting")]  # fmt: skip
    last = [f'read "{one.title}"' for one in READING.books if one.shelf == "discovery"]
    assert of(*every, *last).next_shelf == "presenting"


SALES = ("SPIN Selling", "The Challenger Sale", "Sales Pitch")


@pytest.mark.parametrize(
    ("titles", "comes"),
    [(SALES, False), (SALES[:2], True), ((*SALES, "Influence"), True),
     (("SPIN Selling",) * 3, True), (("Influence", *SALES), False)],
)  # fmt: skip
def test_after_three_books_of_a_shelf_the_day_asks_for_another(
    titles: tuple[str, ...], comes: bool
) -> None:
    """Three different ones, the last of all; months later as well, until another was read."""
    made = [build.entry(build.day(at), text="read", event="read", book=title, track="reading")
            for at, title in enumerate(titles)]  # fmt: skip
    made.append(build.entry(build.day(5), action="reading.textbook", track="reading"))
    situation = build.situation(made, build.day(200))
    assert may_come(situation, build.CATALOG.actions["reading.sales-book"]) is comes
    assert may_come(situation, build.CATALOG.actions["reading.textbook"])


def test_twelve_chapters_by_the_next_area_go_twice_round_the_wheel() -> None:
    """Whoever reads what comes next has each area once before any comes a second time."""
    lines: list[str] = []
    names = {one.id: one.name.lower() for one in READING.areas}
    chosen = []
    for _ in range(12):
        key = of(*lines).next_area
        chosen.append(key)
        lines.append(f"read a chapter on {names[key]} in the textbook, 45m")
    assert chosen == [one.id for one in READING.areas] * 2
    assert all(one.times == 2 for one in of(*lines).areas)


@pytest.mark.parametrize(
    ("text", "notes", "areas"),
    [
        ("read the pricing chapter of Gorchels", {}, ("pricing",)),
        ("read chapter 4", {"area": "Sales channels"}, ("sales-channels",)),
        ("read chapter 4 on prices", {"area": "branding"}, ("branding",)),
        ("chapter on sales tools and branding", {}, ("sales-tools", "branding")),
        ("read chapter 4 of the handbook", {}, ()),
        ("read Ogilvy on Advertising", {}, ("advertising",)),
        ("read a chapter about defining the product.", {}, ("product-definition",)),
    ],
)
def test_an_area_is_told_by_a_note_or_by_words(
    text: str, notes: dict[str, str], areas: tuple[str, ...]
) -> None:
    """The note wins; a line may be about two; a bare chapter about none."""
    found = build.entry(build.day(1), text=text, notes=notes)
    assert areas_of(found, READING.areas) == areas


def test_a_chapter_without_an_area_is_said(terminal: Terminal) -> None:
    """With the way to say which it was."""
    terminal.type("log", "read chapter 4 of the handbook, 45m", today="2027-01-12")
    out = " ".join(terminal.type("books").split())
    command = re.search(
        r"1 chapter; to set the area of the last one: pmpath (amend --entry \w+ area: pricing)", out
    )
    assert command is not None
    terminal.type(*command[1].split())
    out = terminal.type("books")
    assert "No area yet" not in out
    assert "1 of 6 areas" in out


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("added Range (2019) to my top ten list", [("Range", 2019)]),
        ("put Amp It Up on my top ten", [("Amp It Up", None)]),
        ("top ten: Range (2019), Amp It Up (2022)", [("Range", 2019), ("Amp It Up", 2022)]),
        ("my top 10 list: Range, 2019, Loonshots by Safi Bahcall (2019), 20m",
         [("Range", 2019), ("Loonshots", 2019)]),
        ("top-ten: Creativity, Inc., How to Win Friends and Influence People",
         [("Creativity, Inc.", None), ("How to Win Friends and Influence People", None)]),
        ('top ten list: "Think Again" and "Noise" (FT, 2021)',
         [("Think Again", None), ("Noise", 2021)]),
        ("top ten books: 1. Range; 2. Noise; 3. 7 Powers",
         [("Range", None), ("Noise", None), ("7 Powers", None)]),
        ("built my top ten list, 30m", []),
        ("read the top ten of the FT", []),
        ("took Range off my top ten list", []),
    ],
)  # fmt: skip
def test_titles_of_the_list_are_read(line: str, titles: list[tuple[str, int | None]]) -> None:
    """One or many, with a year, an author or neither; commas inside a known title stay."""
    assert [(one.title, one.year) for one in titles_added(line, TITLES)] == titles


def test_a_title_may_be_taken_off() -> None:
    """It is gone, however it is written; it may come back."""
    assert [one.title for one in titles_taken("dropped Range from my top ten", TITLES)] == ["Range"]
    lines = ["top ten: Range, Noise", "took range off my top ten list"]
    assert [one.title for one in of(*lines).top_ten] == ["Noise"]
    lines += ["took Noise off my top ten", "added Range to my top ten list"]
    assert [one.title for one in of(*lines).top_ten] == ["Range"]


@pytest.mark.parametrize(("year", "since"), [(2026, 2016), (2027, 2017)])
def test_the_window_is_computed_from_the_day(year: int, since: int) -> None:
    """Ten years back; a book of before says so, and one without a year as well."""
    found = of("top ten: Range (2015), Noise (2021), Loonshots", year=year)
    assert (found.since, found.until) == (since, year)
    assert [one.fits for one in found.top_ten] == [False, True, None]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("read a chapter of Inspired, 40 min", "1 book begun"),
        ("read chapter 3 of Inspired, 40 min", "1 book begun"),
        ("read 40 pages of Inspired", "1 book begun"), ("read Inspired, 30m", "1 book begun"),
        ("finished Inspired, 40 min", "1 book read"),
        ("read the last chapter of Inspired, 40 min", "1 book read"),
    ],
)  # fmt: skip
def test_a_chapter_is_a_book_begun(line: str, told: str, terminal: Terminal) -> None:
    """A book is read once an entry says that it was finished."""
    terminal.type("log", *line.split())
    assert terminal.type("books").startswith(told)


def test_nine_books_are_nine_of_ten(terminal: Terminal) -> None:
    """Ten are enough, and one that was begun or read to its end is marked."""
    names = [f"Book{number} (2020)" for number in range(8)]
    terminal.type("log", f"top ten list: {', '.join(names)}", today="2027-01-12")
    terminal.type("log", "added Inspired (2017) to my top ten list")
    terminal.type("log", "read Inspired, 30m")
    out = terminal.type("books")
    assert "Top ten business books: 9 of 10, published 2017-2027" in out
    assert "Inspired (2017), begun" in out
    terminal.type("log", "finished Inspired, 30m")
    assert "Inspired (2017), read" in terminal.type("books")
    terminal.type("log", "added Range (2015) to my top ten list")
    out = terminal.type("books")
    assert "10 of 10" in out
    assert "Range (2015), before the last ten years" in out
    assert "To add one" not in out


def test_the_first_day_begins_with_a_textbook(terminal: Terminal) -> None:
    """Nothing read: a line to log, and the shelf of product management."""
    out = terminal.type("books")
    assert out.startswith("0 books read")
    assert "Next shelf     product management" in out


def test_facts_are_those_of_the_screen(terminal: Terminal) -> None:
    """The same kind of envelope as elsewhere."""
    found: Any = terminal.type("books", "--json")
    assert '"kind": "books"' in found
