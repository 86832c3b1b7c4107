"""CSV: whose columns are which, and what a cell may hold."""

from __future__ import annotations

import pytest

from tests.imports.conftest import Importer


def test_columns_are_known_by_name_or_told(importer: Importer) -> None:
    """A header in other words is refused with its columns, and read once they are named."""
    path = importer.file("a.csv", "Tag;Was;Dauer\n2026-01-15;Kaffee mit Lena;45\n")
    importer.take(path, "--format", "csv", code=4)
    assert f"{path}:1" in importer.terminal.err
    assert "Tag, Was, Dauer" in importer.terminal.err
    columns = ("--column", "day=Tag", "--column", "text=Was", "--column", "minutes=Dauer")
    importer.take(path, "--format", "csv", *columns)
    assert [(one["day"], one["minutes"]) for one in importer.entries] == [("2026-01-15", 45)]


def test_quotes_line_breaks_and_delimiters_in_cells(importer: Importer) -> None:
    """The header tells the delimiter, whatever the cells hold."""
    text = 'day,text,people\r\n2026-01-15,"a; b; c\nnext, ""line""","Müller, Jörg; ""J""\n"\r\n'
    importer.take(importer.file("a.csv", text))
    (entry,) = importer.entries
    assert entry["text"] == 'a; b; c\nnext, "line"'
    assert entry["people"] == ['Müller, Jörg; "J"']


def test_the_apostrophe_of_a_spreadsheet_is_taken_off(importer: Importer) -> None:
    """One before a sign that would begin a formula, and no other."""
    text = "day,text\n2026-01-15,'=1+1\n2026-01-16,'twas nice\n2026-01-17,''=x\n"
    importer.take(importer.file("a.csv", text))
    assert [one["text"] for one in importer.entries] == ["=1+1", "'twas nice", "'=x"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-01-15", "2026-01-15"), ("15.01.2026", "2026-01-15"), ("15 Jan 2026", "2026-01-15"),
        ("1/15/2026", "2026-01-15"), ("2026-01-15T23:30:00Z", "2026-01-15"),
        ("2026-01-15 09:30", "2026-01-15"), ("2026-01-15T05:30:00+09:00", "2026-01-14"),
    ],
)  # fmt: skip
def test_days_as_tables_have_them(importer: Importer, cell: str, day: str) -> None:
    """What can be one day alone is read; a time with a zone is an instant."""
    importer.take(importer.file("a.csv", f"day,text\n{cell},call\n"))
    assert [one["day"] for one in importer.entries] == [day]


def test_a_day_that_may_be_two_needs_a_pattern(importer: Importer) -> None:
    """3/4/2026 is left out with both days, and read once somebody says how days are written."""
    path = importer.file("a.csv", "day,text\n3/4/2026,call\n")
    assert "2026-03-04" in importer.reasons(path)[0]
    importer.take(path, "--dates", "%d/%m/%Y")
    assert [one["day"] for one in importer.entries] == ["2026-04-03"]


def test_a_row_that_does_not_fit_costs_itself(importer: Importer) -> None:
    """Too many cells, no day, a day to come, a duration that is none, no words."""
    rows = ("2026-01-15,a,45,b", ",no day,5", "2027-04-01,later,5", "2026-01-15,x,soon",
            "2026-01-15,,5", "2026-01-15,fine,5")  # fmt: skip
    path = importer.file("a.csv", "day,text,minutes\n" + "\n".join(rows) + "\n")
    reasons = importer.reasons(path)
    assert [one.split()[0:3] for one in reasons] == [
        ["it", "has", "4"], ["it", "has", "no"], ["it", "is", "in"], ['"soon"', "is", "not"],
        ["it", "has", "no"],
    ]  # fmt: skip
    importer.take(path)
    assert [one["text"] for one in importer.entries] == ["fine"]


def test_a_duration_in_hours(importer: Importer) -> None:
    """A column of hours counts them, with a unit or without."""
    importer.take(
        importer.file("a.csv", "date,task,hours\n2026-01-15,call,0.75\n2026-01-16,mail,1h30\n")
    )
    assert [one["minutes"] for one in importer.entries] == [45, 90]
