"""The table of commands: every name, its panel and its function stand here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from pmpath import __version__
from pmpath.cli.entry_options import EntryOptions
from pmpath.cli.failures import INTERRUPTED
from pmpath.cli.init_options import InitOptions
from pmpath.cli.parameters import spread
from pmpath.cli.plain_words import is_sign_or_number
from pmpath.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAILY, WEEKLY, PLAN, DATA = "Every day", "Every week", "The plan", "Your data"
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

# Help shows the commands in this order; a panel stands where its first command does.
ORDER = (
    "init", "today", "done", "log", "rest", "report", "undo", "amend", "history", "status",
    "milestones", "demo",
)  # fmt: skip


class InOrder(TyperGroup):
    """Lists commands in the order of the table above."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names, first those of the first day."""
        return sorted(super().list_commands(ctx), key=ORDER.index)


app = typer.Typer(
    cls=InOrder,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Set the date you will be a product manager; one doable step toward it each day.",
)
milestone_app = typer.Typer(help="The dated results of the plan.", invoke_without_command=True)

# Before a word that begins like an option and is none; no argument can hold this character.
SHIELD = "\0"


def _unshielded(words: list[str] | None) -> list[str]:
    return [word.removeprefix(SHIELD) for word in words or ()]


Json = Annotated[bool, typer.Option("--json", help="The same facts as JSON.")]
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]", show_default=False, callback=_unshielded),
]
Handle = Annotated[str, typer.Option("--entry", help="The handle that history shows.")]


def run(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Parse and run one call; returns the exit code."""
    try:
        shielded = [SHIELD + word if is_sign_or_number(word) else word for word in arguments]
        app(args=shielded, prog_name="pmpath", obj=environment)
    except SystemExit as stop:
        # Typer's 1 is a prompt that was left; a bug leaves with its traceback.
        return INTERRUPTED if stop.code == 1 else int(stop.code or 0)
    return 0


def _session(context: typer.Context) -> Session:
    return Session(context.find_root().obj)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pmpath {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Set the date you will be a product manager; one doable step toward it each day."""
    from pmpath.cli import today

    if context.invoked_subcommand is None:
        today.show_today(_session(context))


@app.command("init", rich_help_panel=DAILY)
@spread(InitOptions)
def init_command(
    context: typer.Context,
    options: InitOptions,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
) -> None:
    """Make your roadmap: a date, a role, hours a week. Never overwrites one."""
    from pmpath.cli import init

    asks = sys.stdin is not None and sys.stdin.isatty() and not yes
    init.init(
        _session(context),
        options,
        confirmed=lambda: not asks or typer.confirm("Write this roadmap?", default=True),
    )


@app.command("today", rich_help_panel=DAILY)
def today_command(
    context: typer.Context,
    other: Annotated[bool, typer.Option("--other", help="Put it aside; propose another.")] = False,
    json: Json = False,
) -> None:
    """The step of the day; the same as bare pmpath."""
    from pmpath.cli import today

    if other:
        today.show_other(_session(context), as_json=json)
    else:
        today.show_today(_session(context), as_json=json)


@app.command("done", rich_help_panel=DAILY)
@spread(EntryOptions)
def done_command(context: typer.Context, options: EntryOptions, words: Words = None) -> None:
    """Record today's step; words as in log."""
    from pmpath.cli import today

    session = _session(context)
    today.done(session, " ".join(words or ()), options.read(session))


@app.command("log", rich_help_panel=DAILY, help=LOG_HELP)
@spread(EntryOptions)
def log_command(context: typer.Context, options: EntryOptions, words: Words = None) -> None:
    """Keep one entry; the help is LOG_HELP."""
    from pmpath.cli import free_line, log

    session = _session(context)
    chosen = options.read(session)
    if words == ["-"]:
        log.log(session, free_line.read_stdin(), chosen)
    elif words or chosen.action:
        log.log(session, " ".join(words or ()), chosen)
    else:
        free_line.log_free_line(session, chosen)


@app.command("rest", rich_help_panel=DAILY)
def rest_command(context: typer.Context, words: Words = None) -> None:
    """A neutral day: rest, rest tomorrow, rest 2026-12-24..2027-01-02 family."""
    from pmpath.cli import rest

    rest.rest(_session(context), words or [])


@app.command("undo", rich_help_panel=DAILY)
def undo_command(context: typer.Context, entry: Handle = "") -> None:
    """Take the newest record back."""
    from pmpath.cli import corrections

    corrections.undo(_session(context), entry)


@app.command("amend", rich_help_panel=DAILY)
@spread(EntryOptions)
def amend_command(
    context: typer.Context, options: EntryOptions, words: Words = None, entry: Handle = ""
) -> None:
    """Change the newest entry: pmpath amend 45m, pmpath amend @lena:pm +allies."""
    from pmpath.cli import corrections

    session = _session(context)
    corrections.amend(session, " ".join(words or ()), options.read(session), handle=entry)


@app.command("history", rich_help_panel=DAILY)
def history_command(
    context: typer.Context,
    words: Words = None,
    count: Annotated[int, typer.Option("-n", help="How many at most; 0 for all.", min=0)] = 20,
    json: Json = False,
) -> None:
    """The latest entries, or those that hold the words."""
    from pmpath.cli import corrections

    session = _session(context)
    corrections.history(session, " ".join(words or ()), count=count, as_json=json)


@app.command("status", rich_help_panel=DAILY)
def status_command(context: typer.Context, json: Json = False) -> None:
    """One neutral mark for a shell prompt; nothing before init."""
    from pmpath.cli import status

    status.show_status(_session(context), as_json=json)


@app.command("report", rich_help_panel=WEEKLY)
def report_command(context: typer.Context, period: Words = None, json: Json = False) -> None:
    """The week: week, last, month, quarter, all, 2026-W07, 2026-11, FROM..TO."""
    from pmpath.cli import report

    report.show_report(_session(context), " ".join(period or ()), as_json=json)


@milestone_app.callback(invoke_without_command=True)
def milestones_command(context: typer.Context, json: Json = False) -> None:
    """The dated results of the plan, by due day."""
    from pmpath.cli import milestones

    if context.invoked_subcommand is None:
        milestones.show_milestones(_session(context), as_json=json)


@milestone_app.command("done")
def milestone_done_command(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID")],
    on: Annotated[str, typer.Option("--on", help="The day it was reached.")] = "",
) -> None:
    """Mark a milestone as reached."""
    from pmpath.cli import milestones

    milestones.mark_done(_session(context), milestone, on)


app.add_typer(milestone_app, name="milestones", rich_help_panel=PLAN)


@app.command("demo", rich_help_panel=DATA)
def demo_command(context: typer.Context) -> None:
    """A sample journey of twelve weeks: today's step, then the report of the week."""
    from pmpath.cli import demo

    demo.show_demo(run, context.find_root().obj)
