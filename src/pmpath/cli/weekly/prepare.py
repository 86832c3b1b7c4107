"""`pmpath prepare`: a message to send, or the words for a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.completion import talks_and_people
from pmpath.cli.options.parameters import Json, either, session_of, words_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, present
from pmpath.cli.weekly.prepare_firm import firm_meant, show_firm_message
from pmpath.coach.gathered.called import people_called, people_known
from pmpath.coach.situation import Situation
from pmpath.coach.today.conversation import COFFEE, TALK_OF, step_with_somebody
from pmpath.coach.today.message_for import (
    ASKING,
    TALKING,
    Occasion,
    occasion_of_step,
    occasion_with,
)
from pmpath.domain.content.talks import Talk, talk_called
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.people import person_from, typed
from pmpath.domain.period import EVER
from pmpath.domain.record import changed
from pmpath.render.page.text import pluralize
from pmpath.render.phrases.confirmation import metric_text
from pmpath.render.screens.prepare import (
    draw_message,
    draw_prepare,
    draw_talks,
    message_lines,
)
from pmpath.reports.message import MessageReport, message_report
from pmpath.reports.never_said import never_said
from pmpath.reports.prepare import PrepareReport, prepare_report
from pmpath.reports.still_yours import newest_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.content.messages import Messages

    Shown = tuple[Sequence[str], Sequence[str]]

Copy = Annotated[bool, typer.Option("--copy", help="Also copy the words to the clipboard.")]


def prepare(
    context: typer.Context,
    who: Annotated[list[str] | None, words_of("[TALK] [NAME|FIRM]", talks_and_people)] = None,
    copy: Copy = False,
    json: Json = False,
) -> None:
    """A message to send, or the words for a talk: prepare lena; without a name, for today."""
    _show_prepare(session_of(context), " ".join(who or ()), copies=copy, as_json=json)


def _show_prepare(session: Session, words: str, *, copies: bool, as_json: bool) -> None:
    """Print the message or the talk; without words for today's step, or the list of talks.

    Raises NotFound for a name that nobody bears or several do, and where there is no clipboard.
    """
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    situation = session.situation(session.journal(EVER))
    messages, talks = session.content.messages(), session.content.talks()
    opening = firm_meant(situation, words.strip(), talks, messages)
    if opening is not None:
        lines, held = show_firm_message(situation, messages, opening, as_json=as_json)
        if copies:
            _copy(lines, held, says=not as_json)
        return
    occasion, person = _meant(situation, words.strip(), talks, messages)
    if occasion is None:
        if copies:
            raise UsageError("There is no message to copy.", hint="pmpath prepare lena --copy")
        facts = {"talks": talks}
        present("prepare", facts, lambda page: draw_talks(page, talks), as_json=as_json)
        return
    if occasion.kind == TALKING:
        talk = next(one for one in talks if one.id == occasion.talk)
        words_shown = _show_talk(situation, talk, person, as_json=as_json)
    else:
        words_shown = _show_message(situation, messages, (occasion, person), as_json=as_json)
    if copies:
        _copy(*words_shown, says=not as_json)


def _meant(
    situation: Situation, words: str, talks: tuple[Talk, ...], messages: Messages
) -> tuple[Occasion | None, str]:
    """What is to be said, and to whom ("" for nobody yet); None where the list is asked for."""
    if not words:
        step = step_with_somebody(situation)
        return (None, "") if step is None else (occasion_of_step(situation, step), step.person)
    if people_called(words, situation):
        person = _one_of(words, situation)
        return occasion_with(situation, person), person
    split = words.split()
    if split[0] in messages.asks:
        name = " ".join(split[1:])
        occasion = Occasion(ASKING, split[0], TALK_OF.get(split[0], ""))
        return occasion, _somebody(name, situation) if name else ""
    for count in range(len(split), 0, -1):
        talk = talk_called(" ".join(split[:count]), talks)
        if talk is not None:
            name = " ".join(split[count:])
            return Occasion(TALKING, talk=talk.id), _somebody(name, situation) if name else ""
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
            f'"{name}" could be {either(found)}.',
            hint="\n".join(f"pmpath prepare {typed(one)}" for one in found),
        )
    return found[0]


def _unknown(words: str, known: dict[str, str]) -> NotFound:
    near = nearest(words.casefold().replace("_", " "), known, most=3)
    hint = did_you_mean([known[one] for one in near], "")
    hint += "\n" if hint else ""
    return NotFound(
        f'No person, firm or talk is named "{words}".',
        hint=f"{hint}The talks: call-seat, own-manager, leader, trial-ask and five more (TAB).\n"
        f"Somebody new: pmpath prepare {COFFEE} NAME",
    )


def _show_talk(situation: Situation, talk: Talk, person: str, *, as_json: bool) -> Shown:
    """Print the talk; returns its words, and those of them that hold what is never to be said."""
    newest = newest_number(situation)
    report: PrepareReport = prepare_report(
        situation, talk, person, metric_text(newest) if newest else ""
    )
    present("prepare", report, lambda page: draw_prepare(page, report), as_json=as_json)
    return (report.opening, *report.questions, report.ask), report.holding


def _show_message(
    situation: Situation, messages: Messages, said: tuple[Occasion, str], *, as_json: bool
) -> Shown:
    """Print the message; returns its lines, and those that hold what is never to be said."""
    occasion, person = said
    ask = messages.asks.get(occasion.action)
    facts: MessageReport = message_report(situation, occasion, person, ask.about if ask else "")
    lines = message_lines(messages, facts)
    never = never_said(situation.journal, situation.roadmap, situation.vocabulary, besides=person)
    holding = tuple(filter(never.is_in, lines))
    known = person and people_called(typed(person), situation)
    command = typed(person) if known else " ".join([occasion.action, typed(person)]).strip()
    is_todays = facts.draft.is_step and not person
    draft = changed(facts.draft, lines=lines, holding=holding)
    report = changed(facts, draft=draft, command="" if is_todays else command)
    present("prepare", report, lambda page: draw_message(page, report), as_json=as_json)
    return lines, holding


def _copy(lines: Sequence[str], held: Sequence[str], *, says: bool) -> None:
    """Put the words on the clipboard and say so; raises NotFound where there is none.

    Lines with a word that is never to be said stay out of it.
    """
    from pmpath.cli.terminal.clipboard import NAMES, copied_with

    kept = [one for one in lines if one not in held]
    if not kept:
        raise NotFound("Every line holds a word of your own list, so nothing was copied.",
                       hint="pmpath prepare shows the lines. The list: never_say in roadmap.toml,"
                       " and whoever is private.")  # fmt: skip
    text = "\n".join(kept)
    program = copied_with(text)
    if not program:
        raise NotFound(
            "No clipboard was found, so nothing was copied.",
            hint=f"pmpath looks for {', '.join(NAMES)} on your PATH. Select the lines above.",
        )
    if says:
        count = pluralize(len(text.splitlines()), "line")
        left = pluralize(len(lines) - len(kept), "line")
        rest = f" Left out: {left} with a word of your own list." if held else ""
        confirm("", f"Copied {count} with {program}.{rest}")
