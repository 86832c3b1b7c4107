"""Dated copies of the roadmap, made before each change of it.

They lie in `backups/` and are never overwritten. The newest thirty are kept, and the newest of each
month for ever.
"""

from __future__ import annotations

import os

from pmpath.storage.paths import Folder
from pmpath.storage.whole_file import create_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

NEWEST_KEPT = 30
PREFIX, SUFFIX = "roadmap-", ".toml"
STAMP = "%Y%m%dT%H%M%S"
MONTH_LENGTH = len("202611")
HASH_LENGTH = 8


def back_up(folder: Folder, content: bytes, now: datetime) -> None:
    """Keep a copy of the roadmap, unless the newest copy is the same; then drop old ones.

    Raises OSError when the system refuses; nothing was changed then.
    """
    # Loaded here: every reading command imports this module by way of the roadmap's.
    import hashlib

    os.makedirs(folder.backups, mode=0o700, exist_ok=True)
    digest = hashlib.sha256(content).hexdigest()[:HASH_LENGTH]
    kept = sorted(name for name in os.listdir(folder.backups) if _is_backup(name))
    if kept and kept[-1].endswith(f"-{digest}{SUFFIX}"):
        return
    name = f"{PREFIX}{now.strftime(STAMP)}-{digest}{SUFFIX}"
    create_whole(os.path.join(folder.backups, name), content)
    for old in outdated([*kept, name]):
        os.unlink(os.path.join(folder.backups, old))


def outdated(names: list[str]) -> list[str]:
    """The backups that are neither among the newest thirty nor the newest of their month."""
    ordered = sorted(names)
    newest_of_month = {name[len(PREFIX) :][:MONTH_LENGTH]: name for name in ordered}
    return [name for name in ordered[:-NEWEST_KEPT] if name not in newest_of_month.values()]


def _is_backup(name: str) -> bool:
    """Whether it is a name that this program gives; any other file is left alone."""
    stamp, dash, digest = name.removeprefix(PREFIX).removesuffix(SUFFIX).partition("-")
    return (
        name.startswith(PREFIX)
        and name.endswith(SUFFIX)
        and bool(dash)
        and len(stamp) == len("20261120T210405")
        and len(digest) == HASH_LENGTH
    )
