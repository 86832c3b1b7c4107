"""`pmpath statement`: what you are to whom, its versions, and the check of any text."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pmpath.cli.daily.log_prompt import read_stdin
from pmpath.cli.gathered.sharing import SWITCH, hidden_in
from pmpath.cli.options.parameters import Json, session_of, words_of
from pmpath.cli.plan.group import Group, group_that_shows
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, offer, present
from pmpath.cli.written import writes
from pmpath.coach.statement.checkers import checker_for
from pmpath.coach.statement.sentence import fields_in
from pmpath.coach.statement.versions import current
from pmpath.domain.entry import handle_of
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.domain.side_kinds import SIX_FIELDS, STATEMENT_FIELDS, Check, Statement
from pmpath.render.page.text import clip, listed, pluralize
from pmpath.render.screens.gathered.looked_at import ASKED, field_name
from pmpath.render.screens.gathered.statement import draw_check, draw_statement, draw_versions
from pmpath.reports.gathered.checked import CheckReport, check_report
from pmpath.reports.gathered.statement import StatementReport, statement_report
from pmpath.storage.disk.text_file import names_file, read_text_file
from pmpath.storage.log.encode import new_fields

STDIN = "-"
LONGEST_FIELD = 500
FORM = "For WHOM whose NEED, I am a ROLE who VALUE. Unlike WHOM ELSE, I DIFFERENCE."
ACTION = "roadmap.statement"


class CommandOrStatement(Group):
    """A word that is not a command begins the statement itself, or names one of its fields."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """`statement value WORDS` is `statement write value WORDS`."""
        is_own = bool(args) and args[0] not in self.commands
        is_own = is_own and (args[0] == STDIN or not args[0].startswith("-"))
        return super().resolve_command(ctx, ["write", *args] if is_own else args)


def show_statement(session: Session, *, as_json: bool, is_shared: bool = False) -> None:
    """Print the statement as it stands, with its weak spots."""
    report = _report(session)
    if is_shared:
        report = report.for_others(hidden_in(session.situation(session.journal())))
    present(
        "statement", report, lambda page: draw_statement(page, report, session.today),
        as_json=as_json,
    )  # fmt: skip


@writes
def write(
    context: typer.Context, words: Annotated[list[str] | None, words_of("WORDS")] = None
) -> None:
    """Write a version: the whole text, or one field (statement value WORDS); - reads stdin."""
    _write(session_of(context), words or [])


@writes
def drop(
    context: typer.Context,
    field: Annotated[str, typer.Argument(metavar="FIELD", show_default=False)],
) -> None:
    """Remove one field: statement drop proof."""
    session = session_of(context)
    name = _field_called(field)
    if not name:
        raise _no_field(field)
    before = _fields(session)
    if name not in before:
        raise NotFound(f"The {field_name(name)} is already empty.", hint="pmpath statement")
    _keep(session, before, {}, without=(name,))


def show_versions(context: typer.Context, json: Json = False) -> None:
    """Every version, and what was new in each."""
    session = session_of(context)
    report = _report(session)
    present(
        "statement", report, lambda page: draw_versions(page, report, session.today), as_json=json
    )


def check(
    context: typer.Context,
    text: Annotated[list[str] | None, words_of("TEXT|FILE|-")] = None,
    audience: Annotated[
        str,
        typer.Option(
            help="Readers whose technical terms are fine: nurses, database admins ...",
            metavar="WHO",
        ),
    ] = "",
    json: Json = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing to the log.")] = False,
) -> None:
    """Tell whether a text leads with technology or with value, and by which words.

    The check reads words, not meaning. Praise is pointed out and counts
    for nothing. A text in another language cannot be judged, and a
    machine described in everyday words may pass. Nothing is blocked or
    graded. To let a word always pass, add it to allow under [statement]
    in the roadmap.
    """
    _check(session_of(context), text or [], audience, as_json=json, keeps=not dry_run)


def _report(session: Session) -> StatementReport:
    _ = session.roadmap
    return statement_report(session.situation(session.journal()))


def _fields(session: Session) -> dict[str, str]:
    found = current(session.journal().kept(Statement), session.roadmap)
    return dict(found.fields) if found is not None else {}


def _write(session: Session, words: list[str]) -> None:
    """Keep what is new of the typed fields as a version of its own."""
    text = read_stdin() if words == [STDIN] else " ".join(words)
    name, rest = _field_in_front(text)
    if name and not rest:
        raise UsageError(f"The words of the {field_name(name)} are missing.", hint=ASKED[name])
    said = {name: rest} if name else fields_in(text)
    if not said:
        raise _not_in_form(text)
    for one, value in said.items():
        if len(value) > LONGEST_FIELD:
            raise UsageError(
                f"The {field_name(one)} has {len(value)} characters, more than {LONGEST_FIELD}.",
                hint="The whole statement needs at most 60 words.",
            )
    before = _fields(session)
    new = {one: value for one, value in said.items() if before.get(one) != value}
    if not new:
        confirm("Unchanged: ", "the statement already says that. Nothing was written.")
        return
    _keep(session, before, new)


def _keep(
    session: Session, before: dict[str, str], new: dict[str, str], without: tuple[str, ...] = ()
) -> None:
    said: dict[str, Any] = {**new, "without": without}
    key = session.append("statement", session.today, new_fields(Statement, **said))
    report = _report(session)
    names = listed([field_name(one) for one in (*new, *without)])
    confirm(f"Version {report.version}: ", report.text or "the statement is empty now.")
    weak = f"{pluralize(len(report.weak), 'weak spot')}: " if report.weak else ""
    confirm("  ", f"{'Removed' if without else 'New'}: {names}. {weak}pmpath statement")
    if report.filled == len(SIX_FIELDS) and not all(before.get(one) for one in SIX_FIELDS):
        offer("  ", "All six fields are filled. To log the time:", f"pmpath log --did {ACTION}")
    offer("  ", "To undo:", f"pmpath undo {handle_of(key)}")


def _field_in_front(text: str) -> tuple[str, str]:
    """The field that the first word names, and the words behind it; "" and the text for none."""
    first, _, rest = text.strip().partition(" ")
    if first.casefold() == "why" and rest.casefold().startswith("now"):
        first, rest = "why_now", rest[3:]
    name = _field_called(first.removesuffix(":"))
    return (name, rest.strip(" :")) if name else ("", text)


def _field_called(word: str) -> str:
    key = word.strip().casefold().replace("-", "_").replace(" ", "_")
    return key if key in STATEMENT_FIELDS else ""


def _no_field(word: str) -> UsageError:
    hint = did_you_mean(nearest(word, STATEMENT_FIELDS, most=1), f"The fields: {', '.join(ASKED)}.")
    return UsageError(f'The statement has no field "{clip(word, 40)}".', hint=hint)


def _not_in_form(text: str) -> UsageError:
    if not text.strip():
        return UsageError("The statement is empty.", hint=f"Write it like this: {FORM}")
    words = text.split()
    near = nearest(words[0].casefold(), STATEMENT_FIELDS, most=1) if len(words) < 12 else ()
    if near:
        return _no_field(words[0])
    return UsageError(
        f'"{clip(text, 60)}" does not have the form of a statement.',
        hint=f"Write it like this: {FORM}\nOr write one field: pmpath statement value WORDS",
    )


def _check(
    session: Session, words: list[str], audience: str, *, as_json: bool, keeps: bool
) -> None:
    """Check the text, and keep the verdict in the log where there is a plan."""
    text, source = _text_of(words)
    roadmap = _roadmap_of(session)
    checker = checker_for(session.catalog, roadmap, audience)
    report = check_report(text, checker, source=source, audience=audience)
    if keeps and roadmap is not None:
        report = changed(report, kept=_keep_check(session, report))
    present("check", report, lambda page: draw_check(page, report), as_json=as_json)
    if report.kept:
        offer("", "Noted in your log. To undo:", f"pmpath undo {handle_of(report.kept)}")


def _keep_check(session: Session, report: CheckReport) -> str:
    one = report.checked
    return session.append(
        "check", session.today, new_fields(Check, report.kept_text, one.verdict, one.words)
    )


def _roadmap_of(session: Session) -> Roadmap | None:
    """The plan; None before there is one, when a text may be checked all the same."""
    try:
        return session.roadmap
    except NotFound:
        return None


def _text_of(words: list[str]) -> tuple[str, str]:
    """The text, and the name of the file it stands in; raises UsageError where there is none."""
    source = ""
    if words == [STDIN]:
        text = read_stdin()
    elif len(words) == 1 and names_file(words[0]):
        source, text = read_text_file(words[0])
    else:
        text = " ".join(words)
    if not any(sign.isalnum() for sign in text):
        raise UsageError(
            "There is no text to check.",
            hint='pmpath statement check "Pages open before buyers leave"',
        )
    return text, source


app = group_that_shows(
    "Your positioning statement and its weak spots; check shows what any text leads with.",
    show_statement,
    {"check": check, "write": write, "drop": drop, "versions": show_versions},
    cls=CommandOrStatement,
    options=SWITCH,
)
