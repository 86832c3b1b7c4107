"""How `pmpath log` is typed; what it does is in `log`, which the short door loads."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.daily.log_prompt import log_free_line, read_stdin
from pmpath.cli.daily.log_told import log_text
from pmpath.cli.options.entry import EntryOptions
from pmpath.cli.options.parameters import Json, MarkedWords, session_of, spread

# What is taught here is typed into real shells by the tests.
SPELLINGS = """\
  coffee with @lena:pm 45m              somebody, their function; how long
  call with @jörg_müller:customer mon   _ is a space; a day at the end
  ladder for the export +positioning    a track, or a tag of your own
  coffee worry: churn in month one      a note: worry, problem, said ...
  lunch next fri tomas: deck            what you owe, by when
  mail theirs fri lena: her answer      what they owe you
  donations: 4200 to 7900 USD/month     a number before and after
"""
# A paragraph after \b keeps its line breaks.
LOG_HELP = f"""\
Log what you did, in your own words.

Marks leave nothing to guess, and need no quotes in any shell:

\b
{SPELLINGS}
pmpath log alone asks for one line. There @lena(PM), #allies and -> work as well, and the words
stay out of the shell's history. pmpath log - reads stdin."""


@spread(EntryOptions)
def log(
    context: typer.Context,
    options: EntryOptions,
    words: MarkedWords = None,
    json: Json = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show how the line is understood; write nothing.")
    ] = False,
) -> None:
    """Keep one entry."""
    session = session_of(context)
    session.leave_edits()
    # It only adds, whatever others write meanwhile.
    session.writes.seen = None
    chosen = options.read(session)
    if words == ["-"]:
        log_text(session, read_stdin(), chosen, json=json, dry_run=dry_run)
    elif words or chosen.action:
        log_text(session, " ".join(words or ()), chosen, json=json, dry_run=dry_run)
    else:
        log_free_line(session, chosen)


# A docstring in place could not hold the spellings, which the tests type as well.
log.__doc__ = LOG_HELP
