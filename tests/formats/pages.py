"""Reports in every format, and what a reader sees of each."""

from __future__ import annotations

import json
from html import unescape
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from pmpath.render.page.formats import FORMATS, Source
from pmpath.render.page.page import Page
from pmpath.render.screens.report import draw_report
from pmpath.reports.period.report import PeriodReport
from tests.build import page


def drawn(report: PeriodReport, form: str, width: int = 80) -> str:
    """A report in one of the formats, with all that a screen of a week leaves out."""

    def draw() -> Page:
        shown = page(width)
        draw_report(shown, report, whole=True)
        return shown

    return FORMATS[form].write(Source("report", report, draw))


def every_format(report: PeriodReport) -> dict[str, str]:
    """What stands in each format, with its own escapes undone."""
    return {
        "terminal": " ".join(drawn(report, "terminal").split()),
        "narrow": " ".join(drawn(report, "terminal", 40).split()),
        "markdown": drawn(report, "markdown").replace("\\", ""),
        "html": unescape(drawn(report, "html")),
        "json": json.dumps(json.loads(drawn(report, "json")), ensure_ascii=False),
    }


class Seen(HTMLParser):
    """The elements of a page in order, with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "rect", "line", "circle", "path"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("rect", "line", "circle", "path"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """All of its text, with single spaces."""
        return " ".join(" ".join(self.texts).split())


def read_markdown(text: str) -> tuple[str, set[str]]:
    """What a reader of Markdown sees: its text with single spaces, and the kinds of its tokens."""
    seen: list[str] = []
    kinds: set[str] = set()
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        kinds.add(token.type)
        if token.type == "fence":
            seen.append(token.content)
        for child in token.children or ():
            kinds.add(child.type)
            seen.append(" " if child.type == "softbreak" else child.content)
        seen.append(" ")
    return " ".join("".join(seen).split()), kinds
