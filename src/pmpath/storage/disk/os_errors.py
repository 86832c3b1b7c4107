"""What the operating system refuses, said so that a person knows what to do."""

from __future__ import annotations

import errno
import os
import stat

from pmpath.domain.errors import NOTHING_SAVED, NotOpen, NotStored, Rephrasing

# Outcomes of a call that was refused in the middle.
NAME_UNSURE = "the new content is there, but a power cut could still lose it"
ENTRY_UNSURE = "the entry may be in the log anyway"
# What a system says of a call that the disk does not have.
LACKING = (errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL)
ANOTHER_DISK = "Keep your data on another disk: move the folder there and set PMPATH_HOME to it."
# A stick that was pulled out, a vault whose program has ended, a server that is away.
AWAY = tuple(
    getattr(errno, name)
    for name in ("ENODEV", "ENXIO", "ENOTCONN", "ESTALE", "ETIMEDOUT", "EHOSTDOWN", "ENOMEDIUM")
    if hasattr(errno, name)
)
IN_USE = ("Another program has it open", "Close it there, then try again.")
NO_SUCH_CALL = ("This disk does not support a call that pmpath needs", ANOTHER_DISK)
SENTENCES = {
    errno.ENOSYS: NO_SUCH_CALL,
    errno.ENOTSUP: NO_SUCH_CALL,
    errno.EOPNOTSUPP: NO_SUCH_CALL,
    errno.ENOSPC: ("The disk is full", "Free some space, then try again."),
    errno.EDQUOT: ("The disk quota is used up", "Free some space first."),
    errno.EFBIG: ("The file may not grow any further", "Raise its limit."),
    errno.EROFS: ("The disk is read-only", "Mount it writable."),
    errno.EIO: ("The disk reports an error", "Check the disk."),
    errno.EACCES: ("You may not open it", "Give yourself the right to read and write it."),
    errno.EPERM: ("You may not change it", "Give yourself the right to read and write it."),
    errno.EBUSY: IN_USE,
    errno.ETXTBSY: IN_USE,
    errno.EDEADLK: (
        "It is in the cloud and not on this disk",
        "Let the cloud's program fetch it first.",
    ),
    errno.EISDIR: ("There is a folder where a file belongs", "Move it away."),
    errno.EEXIST: ("Something else already has this name", "Move it away."),
    errno.ENAMETOOLONG: ("The name is too long", "Choose a shorter one."),
    errno.ELOOP: ("The link leads in a circle", "Make the link again."),
    errno.ENOTDIR: ("There is a file where a folder belongs", "Move it, or set PMPATH_HOME."),
}
# What a link that leads nowhere brings: no such file or folder, or a name that is taken.
LINKED = (errno.ENOENT, errno.EEXIST, errno.ENOTDIR)
# Sentences that say by themselves that nothing was done.
NO_RIGHT = (errno.EACCES, errno.EPERM)
REFUSED_AT_ONCE = (*NO_RIGHT, errno.EISDIR, errno.ENOTDIR)
# What holds for a whole disk is said of a place on it that is there.
OF_THE_DISK = (errno.EROFS, errno.ENOSPC, errno.EDQUOT)


class raises_not_stored(Rephrasing):  # noqa: N801 - read as: with raises_not_stored(path)
    """Turn an OSError about `path` into NotStored with a sentence and what to do.

    `outcome` is what became of the call by then; empty for a reading, which saves nothing anyway.
    """

    def __init__(self, path: str, outcome: str = NOTHING_SAVED) -> None:
        self.path = path
        self.outcome = outcome

    def rephrased(self, error: BaseException) -> NotStored | None:
        """What the system refused, as a sentence."""
        return not_stored(self.path, error, self.outcome) if isinstance(error, OSError) else None


class needs(raises_not_stored):  # noqa: N801 - read as a phrase: with needs("rename", path)
    """Say which call it is that a disk lacks, where nothing safe can stand in for it."""

    def __init__(self, call: str, path: str, outcome: str = NOTHING_SAVED) -> None:
        super().__init__(path, outcome)
        self.call = call

    def rephrased(self, error: BaseException) -> NotStored | None:
        """The call that is missing; any other refusal is left to whoever is around."""
        if not isinstance(error, OSError) or error.errno not in LACKING:
            return None
        cause = f"This disk does not support {self.call}, which pmpath needs."
        return NotStored(cause, outcome=self.outcome, place=self.path, hint=ANOTHER_DISK)


def not_stored(path: str, error: OSError, outcome: str = "") -> NotStored:
    """The error to show for what the system refused at `path`, and what became of the call.

    A link on the way that leads nowhere makes it NotOpen. Where the folder around the path is what
    refused, that one is named: what is to be made in it may be a name that the user never saw.
    """
    # Loaded where something went wrong.
    from pmpath.storage.disk.data_folder import OPEN_IT, not_open

    if error.errno in LINKED and (closed := not_open(path)):
        return closed
    if error.errno in AWAY:
        cause = f"The disk, vault or server is no longer open ({error.strerror})."
        return NotOpen(cause, outcome=outcome, place=path, hint=OPEN_IT)
    cause, hint = SENTENCES.get(error.errno or 0, (f"{error.strerror or error}", ""))
    if error.errno in NO_RIGHT and (folder := refusing_folder(path, outcome)):
        path, (cause, hint) = folder, _closed_folder(folder)
    elif error.errno in OF_THE_DISK:
        path = nearest_there(path)
    if outcome == NOTHING_SAVED and error.errno in REFUSED_AT_ONCE:
        outcome = ""
    return NotStored(f"{cause}.", outcome=outcome, place=path, hint=hint)


def nearest_there(path: str) -> str:
    """The path, or the innermost folder around it that is there."""
    found = path
    while not os.path.lexists(found) and os.path.dirname(found) != found:
        found = os.path.dirname(found)
    return found or path


def refusing_folder(path: str, outcome: str) -> str:
    """The folder that keeps `path` from being read or, with an `outcome`, from being written.

    Empty where it is the file itself.
    """
    folder = path if os.path.isdir(path) else nearest_there(os.path.dirname(path))
    needed = os.R_OK | os.X_OK | (os.W_OK if outcome else 0)
    return folder if os.path.isdir(folder) and not os.access(folder, needed) else ""


def _closed_folder(folder: str) -> tuple[str, str]:
    """What the user may not do in a folder, and the command that allows it where one would."""
    opens = os.access(folder, os.R_OK | os.X_OK)
    cause = f"You may not {'write to' if opens else 'open'} this folder"
    known = os.stat(folder)
    if os.name != "posix" or known.st_mode & stat.S_IRWXU == stat.S_IRWXU:
        return cause, "Give yourself the right to read and write it."
    if known.st_uid != os.geteuid():
        return cause, "It belongs to another account: ask for the right, or use another folder."
    from shlex import quote

    return cause, f"To allow it: chmod u+rwx {quote(folder)}"


def size_of(path: str) -> int:
    """How many bytes a file has; 0 where there is none, or where that cannot be told."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def is_there(path: str) -> bool:
    """Whether something has this name, a link to nothing included.

    Raises NotStored when that cannot be told: `os.path.exists` would say no.
    """
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise not_stored(path, error) from error
    return True


def close_quietly(descriptor: int) -> None:
    """Close what is read, or what fsync has answered for; a late complaint changes nothing."""
    try:  # noqa: SIM105 - `log` would spend a millisecond on importing contextlib
        os.close(descriptor)
    except OSError:
        # Linux has closed it in any case.
        pass
