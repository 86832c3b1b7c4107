"""What git says when it does not do what was asked, said so that a person knows what to do."""

from __future__ import annotations

import re

from pmpath.domain.errors import NotStored
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.git import Done, Git

LOCK = re.compile(r"'([^'\n]*\.lock)'")
LONGEST_LINE = 200
# The name and the password that an address may hold.
SECRET = re.compile(r"://[^/@\s]*@")
SAFE = "What is new here is committed here"
WHOLE = "Your files are whole."


@record
class Saying:
    """Words by which a refusal of git is known, what it means, and what to do."""

    words: re.Pattern[str]
    sentence: str
    hint: str


def _saying(words: str, sentence: str, hint: str) -> Saying:
    return Saying(re.compile(words, re.IGNORECASE), sentence, hint)


# The first that fits is taken. {folder} is the data folder.
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
        r"unable to create '.*\.lock'|unable to lock|cannot lock ref.*file exists",
        "Another git is at work in the folder, or one was cut off there.",
        "Wait for it; if none runs, remove the .lock file, then sync again.",
    ),
    _saying(
        r"could not resolve (host|proxy)|name resolution|network is unreachable|no route to host"
        r"|timed out|timeout|connection (refused|reset)|to connect to|couldn't connect"
        r"|connection closed by|early eof|hung up unexpectedly",
        "The remote could not be reached.",
        f"{SAFE}; sync again when the network is there.",
    ),
    _saying(
        r"permission denied|authentication fail|could not read (username|password)"
        r"|prompts disabled|host key verification|access denied|returned error: 40[13]",
        "The remote did not let git in.",
        f"{SAFE}. To see what it asks for: git -C {{folder}} fetch",
    ),
    _saying(
        r"does not appear to be a git repository|repository .*(not found|does not exist)"
        r"|not found|no such file",
        "There is no repository at the remote's address.",
        f"{SAFE}. The address: git -C {{folder}} remote -v; another: pmpath sync --remote URL",
    ),
    _saying(
        r"branch is currently checked out",
        "The remote is a folder with files checked out, and it takes no push.",
        f"{SAFE}. Use a bare repository: git init --bare FOLDER, then sync --remote FOLDER",
    ),
    _saying(
        r"hook declined",
        "A hook of the remote refused what was sent.",
        f"{SAFE}. What it said: git -C {{folder}} push",
    ),
    _saying(
        r"dubious ownership",
        "git does not trust a repository that another account owns.",
        f"{SAFE}. git names the setting: git -C {{folder}} fetch",
    ),
    _saying(
        r"no space left|disk quota",
        "The disk is full.",
        "Free some space, then sync again.",
    ),
)  # fmt: skip


def refused(git: Git, done: Done, what: str) -> NotStored:
    """The error for a call that did not succeed; `what` names it, as in "git fetch"."""
    line = last_word(done)
    for one in SAYINGS:
        if one.words.search(f"{done.err}\n{done.out.decode(errors='replace')}"):
            hint = one.hint.replace("{folder}", git.folder)
            lock = LOCK.search(done.err)
            place = lock[1] if lock else ""
            return NotStored(
                one.sentence, place=place, hint=f"{hint}\ngit: {line}" if line else hint
            )
    said = f": {line}" if line else "."
    return NotStored(f"{what} ended with {done.code}{said}", hint=WHOLE)


def stopped_by_hook(git: Git, done: Done) -> NotStored:
    """The error for a push that a hook of the person's stopped; its first line says most."""
    said = next((line.strip() for line in done.err.splitlines() if line.strip()), "")
    return NotStored(
        "A push hook of yours refused what was to be sent.",
        hint=f"{SAFE}. What it said: git -C {git.folder} push\ngit: {without_secret(said)}",
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
