"""`pmpath sync`: commits what is here, takes over what the remote has, sends the rest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.data.sync_told import Telling
from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.progress import waiting
from pmpath.domain.entry import BY_HAND, BY_SYNC
from pmpath.domain.errors import NotFound, NotStored
from pmpath.domain.record import changed
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

TRIES = 5


def sync(
    context: typer.Context,
    remote: Annotated[
        str,
        typer.Option(help="Set the address of the git remote.", metavar="URL", show_default=False),
    ] = "",
    join: Annotated[
        bool, typer.Option("--join", help="Join two journeys that were started separately.")
    ] = False,
    json: Json = False,
) -> None:
    """Exchange your data with a git remote of yours; without one, commit it locally."""
    with Telling(as_json=json) as telling:
        _exchange(session_of(context), remote, telling, joins=join)


def _exchange(session: Session, address: str, telling: Telling, *, joins: bool) -> None:
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
        exchange = Exchange(
            session.folder, repository, repository.branch(), session.today, session.now
        )
        _sync(session, exchange, address, telling, joins=joins)
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
            "On a second machine: pmpath sync --remote URL, instead of init.",
        )
    make_folder(session.folder)


def _sync(
    session: Session, exchange: Exchange, address: str, telling: Telling, *, joins: bool
) -> None:
    repository, branch = exchange.repository, exchange.branch
    returned = restore_missing(exchange)
    _record_plan(session, BY_HAND)
    if address:
        added = add_remote(repository, branch, address)
        telling.remote(added.shown_address, is_new=True)
    with waiting("Committing"):
        snapshot, committed = commit_own_files(exchange)
    telling.committed(changed(committed, returned=returned))
    remote = remote_of(repository, branch)
    if remote is None:
        telling.no_remote()
        return
    telling.remote(remote.shown_address, is_new=False)
    for _ in range(TRIES):
        with waiting("Fetching"):
            remote_tip = fetch(repository, remote, branch)
        if remote_tip.tip and not joins:
            _ask_to_join(exchange, snapshot, remote_tip, telling)
        snapshot = _take_over(session, exchange, snapshot, remote_tip, telling)
        if snapshot.tip in ("", remote_tip.tip):
            break
        with waiting("Sending"):
            is_sent = push(repository, remote, branch, remote_tip.branch)
        if is_sent:
            telling.sent(remote.shown_address)
            return
    else:
        raise _outrun(remote)
    telling.nothing_new(remote.shown_address)


def _commit_again(exchange: Exchange, telling: Telling) -> Snapshot:
    """Commit what came meanwhile; a roadmap that is held back was named before."""
    snapshot, committed = commit_own_files(exchange)
    telling.committed(changed(committed, held_back=""))
    return snapshot


def _record_plan(session: Session, reason: str) -> None:
    """Record a plan that no record has yet, as every command that writes does."""
    if has_log(session.folder):
        with waiting("Reading"):
            journal = session.journal()
        session.record_plan(journal, reason)


def _take_over(
    session: Session,
    exchange: Exchange,
    snapshot: Snapshot,
    remote_tip: RemoteTip,
    telling: Telling,
) -> Snapshot:
    """Take over what the remote has and say so; what was logged meanwhile is committed first.

    Returns what is here then.
    """
    if not remote_tip.tip:
        return snapshot
    for _ in range(TRIES):
        with waiting("Joining"):
            received = receive(exchange, snapshot, remote_tip.tip)
        if received is not None:
            if exchange.repository.tip(exchange.branch) == snapshot.tip:
                return snapshot
            telling.received(received)
            # What two changed plans make together is a plan that neither side has recorded.
            _record_plan(Session(session.environment), BY_SYNC)
            return _commit_again(exchange, telling)
        snapshot = _commit_again(exchange, telling)
    raise NotStored(
        "Another program keeps changing the files here.",
        place=exchange.folder.path,
        hint=f"{SAFE}; sync again when it has ended.",
    )


def _ask_to_join(
    exchange: Exchange, snapshot: Snapshot, remote_tip: RemoteTip, telling: Telling
) -> None:
    """Ask before two journeys become one; where nobody can answer, --join says yes."""
    journeys = apart(exchange, snapshot, remote_tip.tip)
    if journeys is not None and not telling.joins(journeys):
        raise SystemExit(0)


def _outrun(remote: Remote) -> NotStored:
    return NotStored(
        f"Each time, another machine sent to {remote.shown_address} first.",
        hint=f"{SAFE}; sync again in a minute.",
    )
