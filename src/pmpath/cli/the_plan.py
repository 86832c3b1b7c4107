"""The commands of the panel "The plan"."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pmpath.cli.completion import milestone_ids, reasons
from pmpath.cli.milestone_options import NewMilestone
from pmpath.cli.parameters import Json, Words, session_of, spread, words_of
from pmpath.cli.replan_options import NewPlan

roadmap_app = typer.Typer(help="The plan as a picture; its file and its days.")


class OrAnId(TyperGroup):
    """A word that is no command is the id of what is to be shown."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """`milestones allies.five-met` is `milestones show allies.five-met`."""
        shown = bool(args) and args[0] not in self.commands and not args[0].startswith("-")
        return super().resolve_command(ctx, ["show", *args] if shown else args)


milestone_app = typer.Typer(
    help="The dated results of the plan; with an id, what is there and what is missing.",
    invoke_without_command=True,
    cls=OrAnId,
)


@roadmap_app.callback(invoke_without_command=True)
def roadmap(context: typer.Context, json: Json = False) -> None:
    """The plan on one line of time: phases, tracks, milestones, days off, today, the target."""
    from pmpath.cli.roadmap import show_roadmap

    if context.invoked_subcommand is None:
        show_roadmap(session_of(context), as_json=json)


@milestone_app.callback(invoke_without_command=True)
def milestones(context: typer.Context, json: Json = False) -> None:
    """The dated results of the plan, by due day."""
    from pmpath.cli.milestones import show_milestones

    if context.invoked_subcommand is None:
        show_milestones(session_of(context), as_json=json)


@milestone_app.command("show")
def milestone_show(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=milestone_ids)],
    json: Json = False,
) -> None:
    """What is there of a milestone and what is missing; the same as milestones ID."""
    from pmpath.cli.milestones import show_milestone

    show_milestone(session_of(context), milestone, as_json=json)


@milestone_app.command("done")
def milestone_done(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=milestone_ids)],
    on: Annotated[str, typer.Option("--on", help="The day it was reached.")] = "",
) -> None:
    """Mark a milestone as reached."""
    from pmpath.cli.milestones import mark_done

    mark_done(session_of(context), milestone, on)


@milestone_app.command("add")
@spread(NewMilestone)
def milestone_add(
    context: typer.Context,
    options: NewMilestone,
    title: Annotated[list[str], typer.Argument(metavar="TITLE")],
) -> None:
    """Add a milestone of your own."""
    from pmpath.cli.milestone_changes import add

    add(session_of(context), " ".join(title), options)


@milestone_app.command("drop")
def milestone_drop(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=milestone_ids)],
    because: Annotated[str, typer.Option(help="Why; kept in the log.", metavar="TEXT")],
) -> None:
    """Take a milestone out of the plan; its block stays in the file."""
    from pmpath.cli.milestone_changes import drop

    drop(session_of(context), milestone, because)


@milestone_app.command("restore")
def milestone_restore(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=milestone_ids)],
) -> None:
    """Bring a dropped milestone back."""
    from pmpath.cli.milestone_changes import restore

    restore(session_of(context), milestone)


@milestone_app.command("reopen")
def milestone_reopen(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=milestone_ids)],
) -> None:
    """Take back that a milestone was reached."""
    from pmpath.cli.milestones import reopen

    reopen(session_of(context), milestone)


@roadmap_app.command("move")
def roadmap_move(
    context: typer.Context,
    day: Annotated[list[str], typer.Argument(metavar="DATE")],
    because: Annotated[str, typer.Option(help="Why; kept in the log.", metavar="TEXT")] = "",
    milestone: Annotated[
        str,
        typer.Option(help="Move this one alone.", metavar="ID", autocompletion=milestone_ids),
    ] = "",
    leaving: Annotated[bool, typer.Option("--exit", help="The exit from a step role.")] = False,
) -> None:
    """Move the target date; open milestones move along, done ones keep their day."""
    from pmpath.cli.moving import move

    move(session_of(context), " ".join(day), because, milestone=milestone, leaving=leaving)


@roadmap_app.command("edit")
def roadmap_edit(context: typer.Context) -> None:
    """Open it in your editor; it is checked before it counts."""
    from pmpath.cli.editing import edit

    edit(session_of(context))


@roadmap_app.command("close")
def roadmap_close(
    context: typer.Context,
    because: Annotated[
        str, typer.Option(help="arrived, decided-against or paused.", metavar="END")
    ],
    note: Annotated[str, typer.Option(help="Your own words on it.", metavar="TEXT")] = "",
) -> None:
    """End the plan: arrived, decided against, or paused; replan opens it again."""
    from pmpath.cli.closing import close

    close(session_of(context), because, note)


@roadmap_app.command("check")
def roadmap_check(context: typer.Context) -> None:
    """Name every fault of the file with its line, and milestones on odd days."""
    from pmpath.cli.checking import check

    check(session_of(context))


@spread(NewPlan)
def replan(context: typer.Context, options: NewPlan, json: Json = False) -> None:
    """Start the line today: same date, another one, other hours or a smaller scope."""
    from pmpath.cli.replanning import replan as plan_anew

    plan_anew(session_of(context), options, as_json=json)


def answer(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="[QUESTION]", show_default=False)] = "",
    words: Words = None,
    keep_milestones: Annotated[
        bool, typer.Option("--keep-milestones", help="Keep the answer, and the plan as it is.")
    ] = False,
) -> None:
    """Answer an open question of the reality check: pmpath answer junior yes."""
    from pmpath.cli.answering import answer as take_answer

    said = " ".join(words or ())
    take_answer(session_of(context), question, said, keeps_milestones=keep_milestones)


def why(
    context: typer.Context,
    word: Annotated[list[str] | None, words_of("[WORD]", reasons)] = None,
    json: Json = False,
) -> None:
    """The reason behind a step, number, concern, track, milestone or point of advice."""
    from pmpath.cli.why import show_why

    show_why(session_of(context), " ".join(word or ()), as_json=json)
