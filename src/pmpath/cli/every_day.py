"""The commands of the panel "Every day": what can be typed, and the function it goes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from pmpath.cli.completion import action_ids
from pmpath.cli.entry_options import EntryOptions, known_action
from pmpath.cli.parameters import Json, Words, session_of, spread

Handle = Annotated[str, typer.Option("--entry", help="The handle that history shows.")]
# What is taught here is typed into real shells by the tests.
SPELLINGS = """\
  coffee with @lena:pm 45m              somebody, their function; how long
  call with @jörg_müller:customer mon   _ is a space; a day at the end
  ladder for the export +positioning    a track, or a tag of your own
  coffee worry: churn in month one      a note: worry, problem, said ...
  lunch next fri tomas: deck            my move, by when
  mail theirs fri lena: her answer      their move
  donations: 4200 to 7900 USD/month     a number before and after
"""
# A paragraph after \b keeps its line breaks.
LOG_HELP = f"""\
Keep what you did, in words: pmpath log read a chapter 30m.

These need no quotes in any shell:

\b
{SPELLINGS}
\b
pmpath log alone asks for one line. There @lena(PM), #allies and -> work
as well, and the words stay out of the shell's history. pmpath log - reads
stdin."""


@dataclass(frozen=True)
class OtherStep:
    """Another step than the one proposed, each as typed."""

    other: Annotated[bool, typer.Option("--other", help="Put it aside; propose another.")] = False
    minutes: Annotated[
        int,
        typer.Option("--minutes", min=0, help="A step of that length, for today.", metavar="N",
                     show_default=False),
    ] = 0  # fmt: skip
    not_before: Annotated[
        str,
        typer.Option("--not-before", help="Put it aside until then.", metavar="DAY",
                     show_default=False),
    ] = ""  # fmt: skip
    not_in_plan: Annotated[bool, typer.Option("--not-in-plan", help="Put it aside for good.")] = (
        False
    )


@spread(OtherStep)
def today(context: typer.Context, options: OtherStep, json: Json = False) -> None:
    """The step of the day; the same as bare pmpath."""
    from pmpath.cli.put_aside import put_aside, resize, show_other
    from pmpath.cli.today import show_today

    session = session_of(context)
    if options.not_before or options.not_in_plan:
        put_aside(session, options.not_before, says=not json)
    if options.minutes:
        resize(session, options.minutes)
    if options.other:
        show_other(session, as_json=json)
    else:
        show_today(session, as_json=json)


@spread(EntryOptions)
def done(context: typer.Context, options: EntryOptions, words: Words = None) -> None:
    """Record today's step; words as in log."""
    from pmpath.cli.today import done as record_step

    session = session_of(context)
    record_step(session, " ".join(words or ()), options.read(session))


@spread(EntryOptions)
def log(context: typer.Context, options: EntryOptions, words: Words = None) -> None:
    """Keep one entry."""
    from pmpath.cli.free_line import log_free_line, read_stdin
    from pmpath.cli.log import log as keep_words

    session = session_of(context)
    chosen = options.read(session)
    if words == ["-"]:
        keep_words(session, read_stdin(), chosen)
    elif words or chosen.action:
        keep_words(session, " ".join(words or ()), chosen)
    else:
        log_free_line(session, chosen)


# A docstring in place could not hold the spellings, which the tests type as well.
log.__doc__ = LOG_HELP


def rest(context: typer.Context, words: Words = None) -> None:
    """A neutral day: rest, rest tomorrow, rest 2026-12-24..2027-01-02 family."""
    from pmpath.cli.rest import rest as declare_rest

    declare_rest(session_of(context), words or [])


def undo(context: typer.Context, entry: Handle = "") -> None:
    """Take the newest record back."""
    from pmpath.cli.corrections import undo as take_back

    take_back(session_of(context), entry)


@spread(EntryOptions)
def amend(
    context: typer.Context,
    options: EntryOptions,
    words: Words = None,
    entry: Handle = "",
    not_did: Annotated[
        str,
        typer.Option(help="An action it was not.", metavar="ACTION", autocompletion=action_ids),
    ] = "",
) -> None:
    """Change the newest entry: pmpath amend 45m, pmpath amend @lena:pm +allies."""
    from pmpath.cli.corrections import amend as change

    session = session_of(context)
    chosen, not_so = options.read(session), known_action(session, not_did)
    change(session, " ".join(words or ()), chosen, handle=entry, not_did=not_so)


def history(
    context: typer.Context,
    words: Words = None,
    count: Annotated[int, typer.Option("-n", help="How many at most; 0 for all.", min=0)] = 20,
    json: Json = False,
) -> None:
    """The latest entries, or those that hold the words."""
    from pmpath.cli.corrections import history as show_history

    session = session_of(context)
    show_history(session, " ".join(words or ()), count=count, as_json=json)


def status(context: typer.Context, json: Json = False) -> None:
    """One neutral mark for a shell prompt; nothing before init."""
    from pmpath.cli.status import show_status

    show_status(session_of(context), as_json=json)
