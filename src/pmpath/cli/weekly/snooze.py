"""`pmpath snooze`: until a day nobody is reminded of a person."""

from __future__ import annotations

import shlex
from datetime import date
from typing import Annotated

import typer

from pmpath.cli.options.completion import people
from pmpath.cli.options.parameters import either, session_of, words_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.cli.written import writes
from pmpath.coach.gathered.called import people_called
from pmpath.domain.entry import handle_of
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.people import name_of
from pmpath.domain.side_kinds import Snooze
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import day_in
from pmpath.render.page.text import clip, day_beside
from pmpath.storage.log.encode import new_fields

EXAMPLE = "Write pmpath snooze lena until 1 mar."
UNTIL = ("until", "till", "for")


@writes
def snooze(
    context: typer.Context,
    words: Annotated[list[str] | None, words_of("PERSON until DAY", people)] = None,
) -> None:
    """Stop all reminders about a person until a day: snooze lena until 1 mar."""
    _snooze(session_of(context), words or [])


def _snooze(session: Session, words: list[str]) -> None:
    """Record until when.

    Raises UsageError without a day to come, NotFound where the name means nobody, or several.
    """
    name, until = _read(words, session.today)
    _ = session.roadmap
    found = people_called(name, session.situation(session.journal()))
    if not found:
        raise NotFound(
            f'No person in your log is named "{clip(name, 40)}".',
            hint="Write the name as pmpath shows it.",
        )
    if len(found) > 1:
        raise NotFound(
            f'"{clip(name, 40)}" could be {either(found)}.', hint="Write more of the name."
        )
    person = found[0]
    key = session.append("snooze", session.today, new_fields(Snooze, person, until))
    day = day_beside(until, session.today)
    confirm(
        "Snoozed: ",
        f"{person} until {day}. Until then pmpath does not remind you of {name_of(person)}. "
        f"To undo: pmpath undo {handle_of(key)}",
    )


def _read(words: list[str], today: date) -> tuple[str, date]:
    """The name in front and the day behind it."""
    if words and words[0].casefold() in UNTIL:
        raise UsageError("The name of the person is missing.", hint=EXAMPLE)
    for at in range(1, len(words)):
        rest = words[at + 1 :] if words[at].casefold() in UNTIL else words[at:]
        day = day_in(tuple(rest), today, facing=FUTURE) if rest else None
        if day is None and words[at].casefold() == "for" and rest:
            day = day_in(("in", *rest), today, facing=FUTURE)
        if day is None:
            continue
        if day <= today:
            raise UsageError(f"{day_beside(day, today)} is not in the future.", hint=EXAMPLE)
        return " ".join(words[:at]), day
    raise _no_day(words)


def _no_day(words: list[str]) -> UsageError:
    """What is missing or was not read, and the same call with a day in it."""
    if not words:
        return UsageError("A person and a day are missing.", hint=EXAMPLE)
    at = next((at for at, word in enumerate(words) if word.casefold() in UNTIL), len(words))
    name, said = " ".join(words[:at]), " ".join(words[at + 1 :])
    again = f"pmpath snooze {shlex.join(words[:at])} until 1 mar"
    if said:
        return UsageError(f'"{clip(said, 40)}" is not a day.', hint=f"For example: {again}")
    return UsageError(
        f"The day is missing: until when to snooze {clip(name, 40)}?", hint=f"For example: {again}"
    )
