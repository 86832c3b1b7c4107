"""The pictures of the README, drawn from the sample journey: `python3 dev.py pictures` writes them.

Each is one SVG file that asks for nothing outside of itself: no font, no script, no request. It is
light or dark as its reader is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from pmpath.render.page.html_style import STYLE
from pmpath.render.page.text import cells

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
CELL, LINE, MARGIN, SIZE = 8.4, 19, 20, 14
# The page goes on below; what is cut off is lists.
PAGE_WIDTH, PAGE_HEIGHT = 760, 1418
# What a reading command prints: its words, and how it is to look there.
Say = Callable[..., str]
SGR = re.compile(r"\x1b\[([\d;]*)m")
CLASSES = {"1": "strong", "2": "faint", "36": "name"}
TERMINAL_STYLE = """
text { font: 14px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  fill: #1b2124; white-space: pre; }
.paper { fill: #fcfcfa; stroke: #d9dcd8; }
.strong { font-weight: 650; } .faint { fill: #566065; } .name { fill: #0b6b60; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e8e6; } .paper { fill: #14181a; stroke: #343c40; }
  .faint { fill: #a0abaf; } .name { fill: #6cc9b8; } }
"""


def pictures(say: Say) -> dict[Path, str]:
    """The text of each picture by its file. `say` types a reading command on the sample."""
    return {
        FOLDER / "today.svg": terminal("pmpath", say("today")),
        FOLDER / "report.svg": terminal("pmpath report last", say("report", "last")),
        FOLDER / "roadmap.svg": terminal("pmpath roadmap", _timeline(say("roadmap"))),
        FOLDER / "page.svg": page(say("report", "last", "--format", "html")),
    }


def _timeline(screen: str) -> str:
    """The picture of the roadmap, without the lists below its legend."""
    above, legend, below = screen.partition("\n= live")
    return above + legend + below.partition("\n")[0]


def terminal(command: str, screen: str) -> str:
    """A screen as it stands in a terminal, below the command that shows it."""
    rows = [f"$ {command}", "", *screen.rstrip("\n").split("\n")]
    columns = max(cells(SGR.sub("", row)) for row in rows)
    width, height = round(columns * CELL) + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    lines = [
        *_opened(width, height, f"The screen of {command}", TERMINAL_STYLE),
        f'<rect class="paper" x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8"/>',
    ]
    for number, row in enumerate(rows):
        lines += _row(row, MARGIN + number * LINE + SIZE)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _row(row: str, y: int) -> Iterator[str]:
    """One element for each part of its own style, as wide as its cells whatever the font is."""
    style, at, column = "", 0, 0
    for found in [*SGR.finditer(row), None]:
        part = row[at : found.start() if found else len(row)]
        text = part.lstrip(" ")
        x = MARGIN + (column + len(part) - len(text)) * CELL
        if text.rstrip():
            wide = cells(text.rstrip()) * CELL
            yield (
                f'<text{style} x="{x:g}" y="{y}" textLength="{wide:g}" '
                f'lengthAdjust="spacingAndGlyphs">{escape(text.rstrip(), quote=False)}</text>'
            )
        column += cells(part)
        if found:
            names = [CLASSES[one] for one in found[1].split(";") if one in CLASSES]
            style = f' class="{" ".join(names)}"' if names else ""
            at = found.end()


def page(html: str) -> str:
    """The page of the report, as a browser lays it out."""
    body = html.partition("<body>")[2].partition("</body>")[0].strip()
    ground = ".ground { fill: var(--paper); stroke: var(--rule); }\n"
    unstressed = "html { background: none; }\n"
    return "\n".join(
        [
            *_opened(PAGE_WIDTH, PAGE_HEIGHT, "The report as a page", STYLE + ground + unstressed),
            f'<rect class="ground" x=".5" y=".5" width="{PAGE_WIDTH - 1}" '
            f'height="{PAGE_HEIGHT - 1}" rx="8"/>',
            f'<foreignObject width="{PAGE_WIDTH}" height="{PAGE_HEIGHT}">',
            '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><body>',
            body.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '),
            "</body></html>",
            "</foreignObject>",
            "</svg>\n",
        ]
    )


def _opened(width: int, height: int, title: str, style: str) -> list[str]:
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="picture-title">',
        f'<title id="picture-title">{escape(title)}</title>',
        f"<style>{escape(style, quote=False)}</style>",
    ]


def write() -> None:
    """Live through the sample, and write every picture."""
    from tests.sample.lived import live

    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="pmpath-") as folder:
        sample = live(Path(folder) / "home")
        for path, text in pictures(sample.show).items():
            path.write_bytes(text.encode())
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    write()
