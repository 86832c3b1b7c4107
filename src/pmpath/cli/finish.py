"""What a call does once it has said what it did: it keeps what the log amounts to."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.cli.session import Session


def finish(session: Session) -> None:
    """Keep a fold of the log, if this call has written.

    A call that only added records does it when many have been added since.
    """
    if not session.has_written:
        return
    from pmpath.storage.log.kept_seal import is_behind

    if session.reaches_back or is_behind(session.folder):
        from pmpath.cli.keeping import keep_folds

        keep_folds(session)


def finish_soon(session: Session) -> None:
    """The same for `log`, which runs many times a day: it folds on a little, and never all."""
    from pmpath.storage.log.kept_seal import MOST_AT_ONCE, is_behind

    if is_behind(session.folder, MOST_AT_ONCE):
        from pmpath.cli.keeping import keep_folds

        keep_folds(session, is_brief=True)
