"""The CSV as LibreOffice opens it: no cell a formula, numbers numbers, dates dates."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from pmpath.formats.cells import unguarded
from tests.exports.conftest import Journey, odd_records, run
from tests.programs import needs

pytestmark = pytest.mark.slow
# Comma, double quotes, UTF-8, from line 1 on; quoted cells are not texts, numbers are detected.
PLAIN_IMPORT = "CSV:44,34,76,1,,0,false,true"
AS_TEXTS = "CSV:44,34,76,1,,0,true,true"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
WORDS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def opened(path: Path, options: str, folder: Path) -> list[list[ElementTree.Element]]:
    """The cells of each row, as LibreOffice keeps them."""
    run(needs("soffice"), f"-env:UserInstallation=file://{folder}/office", "--headless",
        "--convert-to", "fods", f"--infilter={options}", "--outdir", str(folder), str(path),
        folder=folder)  # fmt: skip
    tree = ElementTree.parse(path.with_suffix(".fods"))
    return [row.findall(f"{TABLE}table-cell") for row in tree.iter(f"{TABLE}table-row")]


def shown(cell: ElementTree.Element) -> str:
    """The text of a cell, its line breaks, tabs and several blanks as they are."""
    return "\n".join(_text(one) for one in cell.findall(f"{WORDS}p"))


def _text(node: ElementTree.Element) -> str:
    blanks = int(node.get(f"{WORDS}c", "1")) if node.tag == f"{WORDS}s" else 0
    own = " " * blanks + ("\t" if node.tag == f"{WORDS}tab" else "") + (node.text or "")
    return own + "".join(_text(one) + (one.tail or "") for one in node)


def test_a_plain_import_computes_nothing(journey: Journey) -> None:
    """Days are dates, minutes are numbers, and what begins with a sign of a formula is a text."""
    rows = opened(journey.file("journey.csv", "csv"), PLAIN_IMPORT, journey.folder)
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.get(f"{TABLE}formula")] == []
    body = [row for row in rows[1:] if row and row[0].get(f"{OFFICE}value-type")]
    assert len(body) == len(odd_records()) + 7
    assert {row[0].get(f"{OFFICE}value-type") for row in body} == {"date"}
    assert {row[1].get(f"{OFFICE}value-type") for row in body} == {"float"}
    assert shown(rows[3][3]) == "'" + odd_records()[2]["text"]


def test_quoted_cells_as_texts_are_the_texts(journey: Journey) -> None:
    """Every text, less its guard, is the one of the log."""
    rows = opened(journey.file("journey.csv", "csv"), AS_TEXTS, journey.folder)
    found = [unguarded(shown(row[3])) for row in rows[1 : len(odd_records()) + 1]]
    assert found == [one["text"] for one in odd_records()]
