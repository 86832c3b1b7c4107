"""What a call does once it has said what it did: it keeps what the log amounts to.

What is kept saves time and does nothing else. So whatever stands in the way of it, a full disk, a
call that is lacking or refused, Ctrl-C, ends it without a word, and the exit code is the act's own.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.cli.session import Session


def finish(session: Session) -> None:
    """Keep a fold of the log, if this call has written.

    A call that only added records does it when many have been added since. What came in a stream is
    folded by the next call that writes: this one promised to hold little of it.
    """
    if session.has_written and not session.writes.are_many:
        _quietly(lambda: _keep(session))


def finish_soon(session: Session) -> None:
    """The same for `log`, which runs many times a day: it folds on a little, and never all."""
    _quietly(lambda: _keep_little(session))


def _keep(session: Session) -> None:
    from pmpath.storage.kept.kept_seal import is_behind, is_much_of_today

    reaches_back = session.writes.reach_back
    if reaches_back or is_behind(session.folder):
        from pmpath.cli.keeping import keep_folds

        keep_folds(session)
    # A correction may be of what was kept of today.
    if is_behind(session.folder) and (reaches_back or is_much_of_today(session.folder)):
        from pmpath.cli.keeping import keep_today

        keep_today(session)
    _note_state(session)


def _keep_little(session: Session) -> None:
    from pmpath.storage.kept.kept_seal import MOST_AT_ONCE, is_behind, is_much_of_today

    if is_behind(session.folder):
        # What is of today waits for another day: it is kept up to its first line of today.
        if is_behind(session.folder, MOST_AT_ONCE, session.today.isoformat()):
            from pmpath.cli.keeping import keep_folds

            keep_folds(session, is_brief=True)
        if is_much_of_today(session.folder, MOST_AT_ONCE):
            from pmpath.cli.keeping import keep_today

            keep_today(session, is_brief=True)
    _note_state(session)


def _note_state(session: Session) -> None:
    from pmpath.storage.kept.kept_seal import is_long

    if is_long(session.folder):
        from pmpath.storage.kept.checked import note_state

        note_state(session.folder, session.writes.grown)


def _quietly(keep: Callable[[], None]) -> None:
    from pmpath.domain.errors import PmpathError

    try:
        keep()
    # Ctrl-C is one of the last two.
    except (OSError, PmpathError, MemoryError, KeyboardInterrupt, SystemExit):
        return
