"""What the operating system refuses, said so that a person knows what to do."""

from __future__ import annotations

import errno

from pmpath.domain.errors import NotStored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

SENTENCES = {
    errno.ENOSPC: ("The disk is full; nothing was saved.", "Free some space, then do this again."),
    errno.EDQUOT: ("The disk quota is used up; nothing was saved.", "Free some space first."),
    errno.EFBIG: ("The file may not grow any further; nothing was saved.", "Raise its limit."),
    errno.EACCES: ("It may not be opened.", "Give yourself the right to read and write it."),
    errno.EPERM: ("It may not be changed.", "Give yourself the right to read and write it."),
    errno.EROFS: ("The disk is read-only; nothing was saved.", "Mount it writable."),
    errno.EIO: ("The disk reports an error; nothing was saved.", "Check the disk."),
    errno.EISDIR: ("A folder stands where a file belongs.", "Move it away."),
    errno.ENOTDIR: ("A file stands where a folder belongs.", "Move it, or set PMPATH_HOME."),
}


class stored_or_said:  # noqa: N801 - read as a phrase: with stored_or_said(path)
    """Turn an OSError about `path` into NotStored with a sentence and what to do."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, OSError):
            raise not_stored(self.path, error) from error


def not_stored(path: str, error: OSError) -> NotStored:
    """The error to show for what the system refused at `path`."""
    sentence, hint = SENTENCES.get(error.errno or 0, (f"{error.strerror or error}.", ""))
    return NotStored(sentence, place=path, hint=hint)
