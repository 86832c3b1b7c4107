"""`pmpath demo`: the sample journey, typed command by command into a folder of its own."""

from __future__ import annotations

import os
import shlex
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.daily.today import report_of, show_today
from pmpath.cli.options.parameters import Json
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present, show
from pmpath.cli.terminal.screens import text_on_page
from pmpath.cli.weekly.report import report_of as week_report
from pmpath.cli.weekly.report import show_report
from pmpath.domain.errors import NotValid, PmpathError, UsageError
from pmpath.render.page.text import short_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pmpath.render.page.page import Page

    Call = Callable[[list[str], Mapping[str, str]], int]

JOURNEY = "journey.txt"
LINES_SHOWN = 3
LAST_WEEK = "last"


def demo(
    context: typer.Context,
    page: Annotated[
        bool, typer.Option("--open", help="The report as a page in the browser.")
    ] = False,
    json: Json = False,
) -> None:
    """A sample journey of twelve weeks: today's step, then the report of the week."""
    from pmpath.cli.app import run

    if page and json:
        raise UsageError("--open and --json do not go together.", hint="Use one at a time.")
    show_demo(run, context.find_root().obj, in_browser=page, as_json=json)


def show_demo(
    call: Call,
    environment: Mapping[str, str] | None = None,
    *,
    in_browser: bool = False,
    as_json: bool = False,
) -> None:
    """Live through the sample in a temporary folder, then show its last day and its last week.

    `in_browser` shows the week as a page; raises NotFound where there is no browser.
    """
    outer = dict(os.environ if environment is None else environment)
    outer.pop("PMPATH_TODAY", None)
    with tempfile.TemporaryDirectory(prefix="pmpath-demo-") as folder:
        inner = {**outer, "PMPATH_HOME": f"{folder}{os.sep}sample"}
        session = Session({**inner, "PMPATH_TODAY": replay(call, inner)})
        if as_json:
            _present(session)
            return
        _introduce(session)
        show_today(session)
        show(f"\n$ pmpath report {LAST_WEEK}{' --open' if in_browser else ''}")
        if in_browser:
            _open_report(session)
        else:
            show_report(session, LAST_WEEK)
        show("\nTo start your own:\npmpath init --target DATE --role TITLE --hours 4")


def _present(session: Session) -> None:
    """The facts of both screens as data."""
    facts = {"today": report_of(session), "report": week_report(session, LAST_WEEK)[0]}
    present("demo", facts, "", as_json=True)


def _open_report(session: Session) -> None:
    """Show the week as a page, which stays when the sample is gone."""
    from pmpath.cli.terminal.browser import show_page
    from pmpath.cli.weekly.report import Form, report_text
    from pmpath.storage.disk.report_file import page_for_browser

    text = report_text(session, LAST_WEEK, Form("html", leaves_terminal=True))
    show_page(page_for_browser(text.encode("utf-8", "backslashreplace")))


def replay(call: Call, environment: Mapping[str, str]) -> str:
    """Type the sample into the folder that `environment` names; returns the instant it ends at."""
    *typed, (end, _) = _lines(Session(environment))
    for instant, words in typed:
        _type(call, words, {**environment, "PMPATH_TODAY": instant})
    return end


def _lines(session: Session) -> list[tuple[str, list[str]]]:
    """The sample as content holds it; its last line has no words, only the instant it ends at."""
    return list(journey(session.content.text("sample", JOURNEY)))


def _introduce(session: Session) -> None:
    """What the demo is, and the last lines of `log` that were typed for it."""
    day = session.today
    typed = [words for _, words in _lines(session)[:-1]]
    # With options a line is too long to be read at a glance.
    logged = [words for words in typed if words[0] == "log" and "--" not in " ".join(words)]

    def draw(page: Page) -> None:
        page.line("A sample journey; its people and companies are invented.")
        page.line(
            f"It is {short_day(day)} {day.year}. {len(typed)} lines were typed since week 1, "
            "such as:"
        )
        page.line()
        for words in logged[-LINES_SHOWN:]:
            page.copied(f"$ pmpath {' '.join(words)}")
        page.line()
        page.copied("$ pmpath")

    show(text_on_page(draw))


def _type(call: Call, words: list[str], environment: Mapping[str, str]) -> None:
    """One command of the sample; raises NotValid, naming it, when it does not work."""
    place = f"{JOURNEY}: {environment['PMPATH_TODAY']} {shlex.join(words)}"
    try:
        with redirect_stdout(StringIO()):
            code = call(words, environment)
    except PmpathError as error:
        raise NotValid(error.sentence, place=place, hint=error.hint) from None
    if code:
        raise NotValid(f"It ended with exit code {code}.", place=place)


def journey(text: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of the sample: an instant, and the words typed after `pmpath`."""
    for line in text.splitlines():
        instant, _, words = line.partition(" ")
        if instant and not line.startswith("#"):
            yield instant, shlex.split(words)
