"""The formats of a report: what their files are called, and how each is written.

The names are those of `domain/roadmap/roadmap.py`, because a roadmap may name one as its own.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.render.page.page import Page


class Source(Frozen):
    """What a report is written from: its kind and its facts, or the page that `draw` makes."""

    kind: str
    facts: object
    draw: Callable[[], Page]


class Format(Frozen):
    """One format: what a reader gets, and the endings of its files, the usual one first.

    `is_text` says whether a .txt may hold it; `about` is the sentence of docs/report.md.
    """

    about: str
    endings: tuple[str, ...]
    write: Callable[[Source], str]
    is_text: bool = False


# A format is loaded when it is asked for.
def _terminal(source: Source) -> str:
    return source.draw().text()


def _markdown(source: Source) -> str:
    from pmpath.render.page.markdown import markdown

    return markdown(source.draw().blocks)


def _html(source: Source) -> str:
    from pmpath.render.page.html import html

    return html(source.draw().blocks)


def _json(source: Source) -> str:
    from pmpath.render.page.as_json import as_json

    return as_json(source.kind, source.facts) + "\n"


FORMATS: dict[str, Format] = {
    "terminal": Format("the screen; 40 columns are enough", ("txt",), _terminal, is_text=True),
    "markdown": Format(
        "for pasting; every typed sign is escaped, the picture is a code block",
        ("md", "markdown"),
        _markdown,
        is_text=True,
    ),
    "html": Format("one page in one file, with all pictures", ("html", "htm"), _html),
    "json": Format("the facts, the same as `--json`", ("json",), _json),
}
