"""The commands of the panel "Every day": what can be typed, and the function it goes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from pmpath.cli.options.amend import AmendOptions
from pmpath.cli.options.completion import handles
from pmpath.cli.options.entry import EntryOptions
from pmpath.cli.options.parameters import Json, Words, session_of, spread

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
Keep what you did, in words: pmpath log coffee with Lena from sales, 45 min.

Marks say the same exactly, and need no quotes in any shell:

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
        str,
        typer.Option("--minutes", help="A step of that length, for today: 20, 1h30.",
                     metavar="DURATION", show_default=False),
    ] = ""  # fmt: skip
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
    from pmpath.cli.daily.put_aside import put_aside, resize, show_other
    from pmpath.cli.daily.today import show_today
    from pmpath.domain.when.duration_option import minutes_of

    session = session_of(context)
    if options.not_before or options.not_in_plan:
        put_aside(session, options.not_before, says=not json)
    if options.minutes:
        resize(session, minutes_of(options.minutes))
    if options.other:
        show_other(session, as_json=json)
    else:
        show_today(session, as_json=json)


@spread(EntryOptions)
def done(context: typer.Context, options: EntryOptions, words: Words = None) -> None:
    """Record today's step; words as in log."""
    from pmpath.cli.daily.today import done as record_step

    session = session_of(context)
    record_step(session, " ".join(words or ()), options.read(session))


@spread(EntryOptions)
def log(
    context: typer.Context,
    options: EntryOptions,
    words: Words = None,
    json: Json = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show how it is read; write nothing.")
    ] = False,
) -> None:
    """Keep one entry."""
    from pmpath.cli.daily.log_prompt import log_free_line, read_stdin
    from pmpath.cli.daily.log_told import log_text

    session = session_of(context)
    chosen = options.read(session)
    if words == ["-"]:
        log_text(session, read_stdin(), chosen, json=json, dry_run=dry_run)
    elif words or chosen.action:
        log_text(session, " ".join(words or ()), chosen, json=json, dry_run=dry_run)
    else:
        log_free_line(session, chosen)


# A docstring in place could not hold the spellings, which the tests type as well.
log.__doc__ = LOG_HELP


def rest(
    context: typer.Context,
    words: Words = None,
    cancel: Annotated[
        bool, typer.Option("--cancel", help="Take the rest on these days back.")
    ] = False,
) -> None:
    """A neutral day: rest, rest fri, sat trip, rest 24 dec to 2 jan family."""
    said = words or []
    # "rest cancel tomorrow" is no rest today for the reason "cancel tomorrow".
    if cancel or said[:1] == ["cancel"]:
        from pmpath.cli.daily.rest_cancel import cancel_rest

        cancel_rest(session_of(context), said if cancel else said[1:])
        return
    from pmpath.cli.daily.rest import rest as declare_rest

    declare_rest(session_of(context), said)


def undo(
    context: typer.Context,
    handle: Annotated[
        str | None, typer.Argument(metavar="[HANDLE]", show_default=False, autocompletion=handles)
    ] = None,
    entry: Annotated[
        str | None, typer.Option("--entry", help="The same as HANDLE.", metavar="HANDLE",
                          show_default=False, autocompletion=handles)
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="Put back what was undone.")] = False,
) -> None:  # fmt: skip
    """Take the newest record back, of any kind, or the one with the HANDLE of history --all."""
    from pmpath.cli.daily.corrections import undo as take_back

    take_back(session_of(context), entry if handle is None else handle, back=back)


@spread(AmendOptions)
def amend(context: typer.Context, options: AmendOptions, words: Words = None) -> None:
    """Add to the newest entry, or set what it says: pmpath amend 45m @lena:pm +allies."""
    from pmpath.cli.daily.amend import Amendment
    from pmpath.cli.daily.amend import amend as change

    session = session_of(context)
    said = options.read(session)
    typed = Amendment(" ".join(words or ()), said, options.text, tuple(options.drop or ()))
    change(session, typed, options.entry)


def history(
    context: typer.Context,
    words: Words = None,
    count: Annotated[int, typer.Option("-n", help="How many at most; 0 for all.", min=0)] = 20,
    all_kinds: Annotated[
        bool, typer.Option("--all", help="Every record, whatever its kind, with its handle.")
    ] = False,
    json: Json = False,
) -> None:
    """The latest entries, or those that hold the words."""
    from pmpath.cli.daily.history import history as show_history
    from pmpath.cli.daily.history import history_of_all

    show = history_of_all if all_kinds else show_history
    show(session_of(context), " ".join(words or ()), count=count, as_json=json)


def status(context: typer.Context, json: Json = False) -> None:
    """One neutral mark for a shell prompt; nothing before init."""
    from pmpath.cli.daily.status import show_status

    show_status(session_of(context), as_json=json)
