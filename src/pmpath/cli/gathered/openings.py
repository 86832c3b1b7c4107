"""`pmpath openings`: every opening once, whose move it is, and how far they ever came."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.gathered.privacy import Privacy, mark, refuse_to_share
from pmpath.cli.gathered.sharing import Share, hidden_in
from pmpath.cli.options.completion import firms
from pmpath.cli.options.parameters import Json, either, session_of, words_of
from pmpath.cli.terminal.output import present
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.people import typed
from pmpath.domain.side_kinds import FIRM
from pmpath.render.page.text import clip
from pmpath.render.screens.gathered.openings import draw_opening, draw_openings
from pmpath.reports.gathered.openings import OpeningFacts, OpeningsReport, openings_report

NAME = 40


def openings(
    context: typer.Context,
    firm: Annotated[list[str] | None, words_of("[FIRM]", firms)] = None,
    privacy: Privacy = None,
    share: Share = False,
    json: Json = False,
) -> None:
    """The openings you saw or applied for, and whose move it is; with a firm, its opening."""
    session, words = session_of(context), " ".join(firm or ())
    _ = session.roadmap
    situation = session.situation(session.journal())
    report = openings_report(situation)
    if words.strip():
        one = _one_called(words, report)
        if privacy is not None:
            name = one.name.partition(":")[0].strip()
            mark(session, FIRM, name, is_private=privacy, was=one.is_private)
            return
        if share:
            hidden, name = hidden_in(situation), one.name.partition(":")[0].strip()
            if one.is_private or hidden.is_private(one.name):
                raise refuse_to_share(name, f"pmpath openings {typed(name)}")
            one = one.for_others(hidden)
        present(
            "opening", {"today": report.today, "opening": one},
            lambda page: draw_opening(page, one, report.today, is_shared=share), as_json=json,
        )  # fmt: skip
        return
    if privacy is not None:
        raise UsageError("A firm is missing.", hint="Write pmpath openings nordfrakt --private.")
    if share:
        report = report.for_others(hidden_in(situation))
    present("openings", report, lambda page: draw_openings(page, report), as_json=json)


def _one_called(words: str, report: OpeningsReport) -> OpeningFacts:
    """The opening of a firm by its name or the beginning of it; raises NotFound otherwise."""
    key, known = (
        firm_key(words.replace("_", " ")),
        {firm_key(one.name): one for one in report.openings},
    )
    if key in known:
        return known[key]
    found = [one for name, one in known.items() if key and name.startswith(key)]
    if len(found) == 1:
        return found[0]
    if found:
        names = [clip(one.name.partition(":")[0], NAME) for one in found]
        raise NotFound(
            f'"{clip(words, NAME)}" could be {either(names)}.',
            hint="\n".join(f"pmpath openings {one}" for one in names),
        )
    near = [known[one].name for one in nearest(key, known, most=3)]
    raise NotFound(
        f'No opening at "{clip(words, NAME)}" in your log.',
        hint=did_you_mean(near, "") or "All of them: pmpath openings",
    )
