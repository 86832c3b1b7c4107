"""What git says when it does not do what was asked, said so that a person knows what to do."""

from __future__ import annotations

import os
import re

from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.sync.git import Done, Git

LOCK = re.compile(r"'([^'\n]*\.lock)'")
LONGEST_LINE = 200
# The name and the password that an address may hold.
SECRET = re.compile(r"://[^/@\s]*@")
SAFE = "Your changes are committed on this machine"
WHOLE = "Your files are intact."


class Saying(Frozen):
    """Words by which a refusal of git is known, what it means, and what to do."""

    words: re.Pattern[str]
    sentence: str
    hint: str


def _saying(words: str, sentence: str, hint: str) -> Saying:
    return Saying(re.compile(words, re.IGNORECASE), sentence, hint)


# The first that fits is taken. {folder} is the data folder, {safe} what is true of it by then,
# {path} what git names in quotes.
SAYINGS = (
    _saying(
        r"error: chmod on ",
        "This disk does not support chmod, which git needs.",
        f"{WHOLE} To sync, move the folder to another disk and set PMPATH_HOME to it.",
    ),
    _saying(
        r"fsync error on",
        "This disk does not support fsync, which git needs.",
        f"{WHOLE} To sync without it, at the risk of a power cut: "
        "git -C {folder} config core.fsync none",
    ),
    _saying(
        r"unable to create '.*\.lock': file exists|unable to lock|cannot lock ref.*file exists"
        r"|another git process",
        "Another git is running in the folder, or one was interrupted there.",
        "Wait for it; if none is running, delete the .lock file, then sync again.",
    ),
    _saying(
        r"dubious ownership",
        "git does not trust a repository that another account owns.",
        "{safe}. If it is yours: git config --global --add safe.directory '{path}'",
    ),
    _saying(
        r"could not resolve (host|proxy)|name resolution|network is unreachable|no route to host"
        r"|timed out|timeout|connection (refused|reset)|to connect to|couldn't connect"
        r"|connection closed by|early eof|hung up unexpectedly",
        "The remote could not be reached.",
        "{safe}; sync again when the network is there.",
    ),
    _saying(
        r"cannot (run|exec) '?ssh|ssh: (command )?not found|unable to find remote helper",
        "git lacks a program to reach the remote.",
        "{safe}. Install it (ssh for an address like git@host:...), then sync again.",
    ),
    _saying(
        r"host key verification|remote host identification has changed",
        "The remote's host key is unknown here, or it has changed.",
        "{safe}. Compare it with what its owner says: git -C {folder} fetch",
    ),
    _saying(
        r"unprotected private key|bad permissions|are too open",
        "ssh does not use your key, because others may read it.",
        "{safe}. Make it private, as in: chmod 600 ~/.ssh/id_ed25519",
    ),
    _saying(
        r"publickey|identity file .* not accessible|no such identity",
        "The remote does not know the ssh key of this machine, or this machine has none.",
        "{safe}. If ~/.ssh has no key, make one with ssh-keygen. Add its .pub file at the remote, "
        "then sync again.",
    ),
    _saying(
        r"permission to .* denied|write access .*not granted|denied to|deploy key"
        r"|not allowed to (push|upload)",
        "The remote lets you read but not write.",
        "{safe}. Ask its owner for the right to write, or name another: pmpath sync --remote URL",
    ),
    _saying(
        r"remote: .*(insufficient permission|permission denied|read.{6}file system)"
        r"|remote unpack|unpacker error|unable to (migrate|create temporary) object",
        "The remote's folder cannot be written to.",
        "{safe}. Give yourself the right to write there, then sync again.",
    ),
    _saying(
        r"authentication fail|could not read (username|password)|prompts disabled|access denied"
        r"|returned error: 40[13]",
        "The remote refused the login.",
        "{safe}. To see what it asks for: git -C {folder} fetch",
    ),
    _saying(
        r"permission denied|insufficient permission|operation not permitted|read.{6}file system",
        "git does not have the right to read or write what it needs there.",
        "{safe}. Give yourself the right to read and write {path}, then sync again.",
    ),
    _saying(
        r"does not appear to be a git repository|repository .*(not found|does not exist)"
        r"|not found|no such file",
        "There is no repository at the remote's address.",
        "{safe}. To see the address: git -C {folder} remote -v\n"
        "To set another: pmpath sync --remote URL",
    ),
    _saying(
        r"branch is currently checked out",
        "The remote is a folder with files checked out, so it does not accept a push.",
        "{safe}. Use a bare repository: git init --bare FOLDER, then sync --remote FOLDER",
    ),
    _saying(
        r"hook declined",
        "A hook of the remote refused what was sent.",
        "{safe}. To see what it said: git -C {folder} push",
    ),
    _saying(
        r"no space left|disk quota",
        "The disk is full.",
        "Free some space, then sync again.",
    ),
)  # fmt: skip
# git says so as well of a folder whose rights keep it out.
NO_REPOSITORY = re.compile(r"'(/[^'\n]+)' does not appear to be a git repository")
CLOSED = Saying(
    NO_REPOSITORY,
    "You do not have the right to open the remote's folder.",
    "{safe}. Give yourself the right to read and write {path}, then sync again.",
)
# Calls before which everything here was committed.
AT_THE_REMOTE = ("git fetch", "git push")
QUOTED = re.compile(r"'([^'\n]+)'")


def refused(git: Git, done: Done, what: str) -> NotStored:
    """The error for a call that did not succeed; `what` names it, as in "git fetch"."""
    line = last_word(done)
    for one in (CLOSED, *SAYINGS) if _is_closed(done) else SAYINGS:
        if one.words.search(f"{done.err}\n{done.out.decode(errors='replace')}"):
            hint = _filled_in(one.hint, git, done, what)
            lock = LOCK.search(done.err)
            place = lock[1] if lock else ""
            return NotStored(
                one.sentence, place=place, hint=f"{hint}\ngit: {line}" if line else hint
            )
    said = f": {line}" if line else "."
    return NotStored(f"{what} ended with {done.code}{said}", hint=WHOLE)


def _is_closed(done: Done) -> bool:
    """Whether what git takes for no repository is a folder that it cannot look into."""
    named = NO_REPOSITORY.search(done.err)
    if named is None or not os.path.isdir(named[1]):
        return False
    return not os.access(named[1], os.R_OK | os.X_OK)


def _filled_in(hint: str, git: Git, done: Done, what: str) -> str:
    """A hint with what is true of this call."""
    named = QUOTED.search(done.err)
    safe = SAFE if what in AT_THE_REMOTE else "Nothing was changed"
    path = named[1] if named else _own_place(git.folder)
    filled = hint.replace("{safe}", safe).replace("{folder}", git.folder)
    return filled.replace("{path}", without_secret(path))


def _own_place(folder: str) -> str:
    """The repository of the folder; where it could not be made, the folder itself."""
    path = os.path.join(folder, ".git")
    return folder if os.path.isdir(folder) and not os.path.lexists(path) else path


def stopped_by_hook(git: Git, done: Done) -> NotStored:
    """The error for a push that a hook of the person's stopped; its first line says most."""
    said = next((line.strip() for line in done.err.splitlines() if line.strip()), "")
    return NotStored(
        "Your own pre-push hook refused to send.",
        hint=f"{SAFE}. To see what it said: git -C {git.folder} push\ngit: {without_secret(said)}",
    )


def last_word(done: Done) -> str:
    """The line that tells most of what git printed, without secrets of an address; may be empty."""
    lines = [line.strip() for line in done.err.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:"))]
    for line in (*telling, *reversed(lines)):
        return without_secret(line)[:LONGEST_LINE]
    return ""


def without_secret(address: str) -> str:
    """An address, or a line that holds one, without the name and password in it."""
    return SECRET.sub("://", address)
