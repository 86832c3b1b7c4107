"""`pmpath sync`: commits what is here, takes over what the remote has, sends the rest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.parameters import session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import acknowledge, confirm, terminal_width
from pmpath.domain.entry import BY_HAND, BY_SYNC
from pmpath.domain.errors import NotFound, NotStored
from pmpath.domain.record import changed
from pmpath.render.files.sync import (
    NO_REMOTE,
    apart_text,
    committed_text,
    received_text,
    remote_text,
)
from pmpath.storage.disk.data_folder import refuse_closed
from pmpath.storage.log.order_lines import record_line_order
from pmpath.storage.sync.commit import Exchange, Snapshot, commit_own_files, restore_missing
from pmpath.storage.sync.find_repository import (
    clear_workshop,
    make_repository,
    one_sync_at_a_time,
    own_repository,
)
from pmpath.storage.sync.git import git_in
from pmpath.storage.sync.git_errors import SAFE
from pmpath.storage.sync.receive import apart, receive
from pmpath.storage.sync.remote import add_remote, fetch, push, remote_of, tidy
from pmpath.storage.sync.tracked_files import has_log, is_new, make_folder

if TYPE_CHECKING:
    from pmpath.storage.sync.remote import Remote, RemoteTip
    from pmpath.storage.sync.repository import Repository

TRIES = 5


def sync(
    context: typer.Context,
    remote: Annotated[
        str, typer.Option(help="Name the git remote.", metavar="URL", show_default=False)
    ] = "",
    join: Annotated[bool, typer.Option("--join", help="Join two journeys begun apart.")] = False,
) -> None:
    """Exchange your data with a git remote of yours; without one, commit it here."""
    _exchange(session_of(context), remote, joins=join)


def _exchange(session: Session, address: str, *, joins: bool) -> None:
    """Exchange the data with the remote of its own repository, both made when they are missing.

    `address` names the remote; `joins` agrees to join two journeys that were begun apart. Raises
    NotStored when git or the remote refuses, NotValid for files of a newer pmpath, NotFound where
    there is nothing to exchange.
    """
    _refuse_empty(session, address)
    has_terminal = sys.stdin is not None and sys.stdin.isatty()
    environment = {**os.environ, **session.environment}
    git = git_in(session.folder.path, environment, has_terminal=has_terminal)
    repository = own_repository(git)
    if repository is None:
        # In the log of several machines the order of lines tells nothing any more.
        record_line_order(session.folder)
        repository = make_repository(git)
    with one_sync_at_a_time(repository):
        clear_workshop(repository)
        _sync(session, repository, address, joins=joins)
        clear_workshop(repository)
        tidy(repository)


def _refuse_empty(session: Session, address: str) -> None:
    """An empty folder is where a second machine begins, and there the remote has to be named."""
    if not is_new(session.folder):
        return
    refuse_closed(session.folder)
    if not address:
        raise NotFound(
            "There is nothing to exchange yet.",
            hint="pmpath init makes a roadmap. "
            "On a second machine: pmpath sync --remote URL, in place of init.",
        )
    make_folder(session.folder)


def _sync(session: Session, repository: Repository, address: str, *, joins: bool) -> None:
    branch = repository.branch()
    exchange = Exchange(session.folder, repository, branch, session.today, session.now)
    returned = restore_missing(exchange)
    _record_plan(session, BY_HAND)
    if address:
        added = add_remote(repository, branch, address)
        acknowledge("\n".join(remote_text(added.shown_address, terminal_width())))
    snapshot, committed = commit_own_files(exchange)
    has_news = _tell(committed_text(changed(committed, returned=returned), terminal_width()))
    remote = remote_of(repository, branch)
    if remote is None:
        confirm("Remote: ", NO_REMOTE)
        return
    for _ in range(TRIES):
        remote_tip = fetch(repository, remote, branch)
        if remote_tip.tip and not joins:
            _ask_to_join(exchange, snapshot, remote_tip)
        snapshot, has_more = _take_over(session, exchange, snapshot, remote_tip)
        has_news = has_news or has_more
        if snapshot.tip in ("", remote_tip.tip):
            break
        if push(repository, remote, branch, remote_tip.branch):
            confirm("Sent: ", f"{remote.shown_address} has what is here.")
            return
    else:
        raise _outrun(remote)
    if not has_news:
        confirm("Sync: ", f"nothing new here or at {remote.shown_address}.")


def _tell(lines: list[str]) -> bool:
    """Say what is done, if there is anything to say; whether there was."""
    if lines:
        acknowledge("\n".join(lines))
    return bool(lines)


def _commit_again(exchange: Exchange) -> Snapshot:
    """Commit what came meanwhile; a roadmap that is held back was named before."""
    snapshot, committed = commit_own_files(exchange)
    _tell(committed_text(changed(committed, held_back=""), terminal_width()))
    return snapshot


def _record_plan(session: Session, reason: str) -> None:
    """Record a plan that no record has yet, as every command that writes does."""
    if has_log(session.folder):
        session.record_plan(session.journal(), reason)


def _take_over(
    session: Session, exchange: Exchange, snapshot: Snapshot, remote_tip: RemoteTip
) -> tuple[Snapshot, bool]:
    """Take over what the remote has and say so; what was logged meanwhile is committed first.

    Returns what is here then, and whether anything was said.
    """
    if not remote_tip.tip:
        return snapshot, False
    for _ in range(TRIES):
        received = receive(exchange, snapshot, remote_tip.tip)
        if received is not None:
            if exchange.repository.tip(exchange.branch) == snapshot.tip:
                return snapshot, False
            has_news = _tell(received_text(received, terminal_width()))
            # What two changed plans make together is a plan that neither side has recorded.
            _record_plan(Session(session.environment), BY_SYNC)
            return _commit_again(exchange), has_news
        snapshot = _commit_again(exchange)
    raise NotStored(
        "Another program keeps changing the files here.",
        place=exchange.folder.path,
        hint=f"{SAFE}; sync again when it has ended.",
    )


def _ask_to_join(exchange: Exchange, snapshot: Snapshot, remote_tip: RemoteTip) -> None:
    """Ask before two journeys become one; where nobody can answer, --join says yes."""
    journeys = apart(exchange, snapshot, remote_tip.tip)
    if journeys is None:
        return
    acknowledge("\n".join(apart_text(journeys, terminal_width())))
    if not agreed("Join them?", hint="pmpath sync --join"):
        confirm("Sync: ", "nothing was joined or sent.")
        raise SystemExit(0)


def _outrun(remote: Remote) -> NotStored:
    return NotStored(
        f"Others sent to {remote.shown_address} each time before this did.",
        hint=f"{SAFE}; sync again in a minute.",
    )
