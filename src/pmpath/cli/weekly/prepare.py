"""`pmpath prepare`: the words for a talk."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import talks_and_people
from pmpath.cli.options.parameters import Json, session_of, words_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.coach.gathered.called import people_called, people_known
from pmpath.coach.situation import Situation
from pmpath.coach.today.conversation import (
    COFFEE,
    TALK_OF,
    step_with_somebody,
    talk_for,
)
from pmpath.domain.content.talks import Talk, talk_called
from pmpath.domain.errors import NotFound
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.people import person_from, typed
from pmpath.domain.period import EVER
from pmpath.render.phrases.confirmation import metric_text
from pmpath.render.screens.prepare import draw_prepare, draw_talks
from pmpath.reports.prepare import prepare_report
from pmpath.reports.still_yours import newest_number


def prepare(
    context: typer.Context,
    who: Annotated[list[str] | None, words_of("[TALK] [NAME]", talks_and_people)] = None,
    json: Json = False,
) -> None:
    """Words for a talk: lena, first-coffee, trial lena; alone, the talk of today's step."""
    _show_prepare(session_of(context), " ".join(who or ()), as_json=json)


def _show_prepare(session: Session, words: str, *, as_json: bool) -> None:
    """Print the words for a talk; without words for today's step, or the list of talks.

    Raises NotFound for a name that nobody bears or several do.
    """
    talks = session.content.talks()
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    situation = session.situation(session.journal(EVER))
    talk, person = _meant(situation, words.strip(), talks)
    if talk is None:
        facts = {"talks": talks}
        present("prepare", facts, lambda page: draw_talks(page, talks), as_json=as_json)
        return
    _show_talk(situation, talk, person, as_json=as_json)


def _meant(situation: Situation, words: str, talks: tuple[Talk, ...]) -> tuple[Talk | None, str]:
    """The talk and the person ("" for nobody yet); no talk where the list is asked for."""
    by_id = {one.id: one for one in talks}
    if not words:
        step = step_with_somebody(situation)
        if step is None:
            return None, ""
        chosen = TALK_OF.get(step.action) or talk_for(situation, step.person)
        return by_id[chosen], step.person
    split = words.split()
    if people_called(words, situation):
        person = _one_of(words, situation)
        return by_id[talk_for(situation, person)], person
    for count in range(len(split), 0, -1):
        talk = talk_called(" ".join(split[:count]), talks)
        if talk is not None:
            name = " ".join(split[count:])
            return talk, _somebody(name, situation) if name else ""
    raise _unknown(words, people_known(situation))


def _somebody(name: str, situation: Situation) -> str:
    """A person whom the log knows, or somebody new."""
    if people_called(name, situation):
        return _one_of(name, situation)
    return person_from("@" + "_".join(name.lstrip("@").split()))


def _one_of(name: str, situation: Situation) -> str:
    found = people_called(name, situation)
    if len(found) > 1:
        raise NotFound(
            f"{name} may be {', '.join(found)}.",
            hint="\n".join(f"pmpath prepare {typed(one)}" for one in found),
        )
    return found[0]


def _unknown(words: str, known: dict[str, str]) -> NotFound:
    near = nearest(words.casefold().replace("_", " "), known, most=3)
    hint = did_you_mean([known[one] for one in near], "")
    hint += "\n" if hint else ""
    return NotFound(
        f"Nobody in your log and no talk is called {words}.",
        hint=f"{hint}Somebody new: pmpath prepare {COFFEE} NAME. "
        "The talks: call-seat, own-manager, leader, trial-ask and five more (TAB).",
    )


def _show_talk(situation: Situation, talk: Talk, person: str, *, as_json: bool) -> None:
    newest = newest_number(situation)
    report = prepare_report(situation, talk, person, metric_text(newest) if newest else "")
    present("prepare", report, lambda page: draw_prepare(page, report), as_json=as_json)
