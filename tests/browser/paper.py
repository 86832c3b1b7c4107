"""The text of a printed page: each line with its sheet, column and height, by pdftotext."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from html import unescape

from tests.programs import needs

SHEET = re.compile(r'<page width="([\d.]+)"')
WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>'
)
# Two words whose middles are less than this apart, in points, stand on one line.
SAME_LINE = 4.0


@dataclass
class Printed:
    """A line: its sheet, its column there (0 or 1), its middle in points from the top, its words.

    Each word has its distance from the left edge, in points.
    """

    sheet: int
    column: int
    middle: float
    words: list[tuple[float, str]]

    @property
    def text(self) -> str:
        """The words from left to right."""
        return " ".join(word for _, word in sorted(self.words))

    @property
    def place(self) -> tuple[int, int]:
        """The column of all sheets that it stands in."""
        return self.sheet, self.column


def lines(pdf: bytes) -> list[Printed]:
    """Every line in the order of reading: down the first column of a sheet, then the second."""
    said = subprocess.run(
        [needs("pdftotext"), "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    # The width of a sheet, then what is on it, in turns.
    parts = SHEET.split(said)[1:]
    words = [
        _word(one, sheet, float(width) / 2)
        for sheet, (width, text) in enumerate(zip(parts[::2], parts[1::2], strict=True))
        for one in WORD.finditer(text)
    ]
    found: list[Printed] = []
    for one in sorted(words, key=lambda word: (*word.place, word.middle)):
        if found and found[-1].place == one.place and one.middle - found[-1].middle < SAME_LINE:
            found[-1].words += one.words
        else:
            found.append(one)
    return found


def _word(one: re.Match[str], sheet: int, fold: float) -> Printed:
    left, top, bottom = map(float, one.groups()[:3])
    return Printed(sheet, int(left > fold), (top + bottom) / 2, [(left, unescape(one[4]))])
