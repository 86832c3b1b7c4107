"""Which build of pmpath wrote a commit: its version, and a checksum of the content it reads with.

Machines on different builds hold the same log, and may show different milestones.
"""

from __future__ import annotations

import os
from binascii import crc32

from pmpath import __version__
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import content_folder

LEAD = "Written by pmpath "
# What a commit of pmpath begins with; before this line there was none.
SUBJECT = "pmpath: "
UNSTAMPED = "an earlier version"


def own_build() -> str:
    """This build, as it is named in commits: `0.1.0 (1a2b3c4d)`."""
    folder, check = content_folder(), 0
    with raises_not_stored(folder, ""):
        for path in sorted(_content_files(folder)):
            with open(os.path.join(folder, path), "rb") as file:
                check = crc32(file.read().replace(b"\r\n", b"\n"), crc32(path.encode(), check))
    return f"{__version__} ({check:08x})"


def with_build(message: str) -> str:
    """The message of a commit, and in a paragraph of its own the build that writes it."""
    return f"{message}\n\n{LEAD}{own_build()}"


def build_in(message: str) -> str:
    """The build that wrote a commit; empty where it is not a commit of pmpath."""
    if not message.startswith(SUBJECT):
        return ""
    lines = [line for line in message.splitlines() if line.startswith(LEAD)]
    return lines[-1].removeprefix(LEAD).strip() if lines else UNSTAMPED


def _content_files(folder: str) -> list[str]:
    """The files that say how words are read and what fulfils what, by their way from the folder."""
    names = [name for name in os.listdir(folder) if name.endswith((".toml", ".txt"))]
    actions = os.path.join(folder, "actions")
    return names + [f"actions/{name}" for name in os.listdir(actions) if name.endswith(".toml")]
