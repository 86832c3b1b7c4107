"""Making what was written durable: the bytes of a file, and a new name in a folder."""

from __future__ import annotations

import os
import sys

from pmpath.storage.disk.os_errors import close_quietly


def flush(descriptor: int) -> None:
    """Wait until a file is on the disk, by the strongest call that this disk has."""
    try:
        if sys.platform == "darwin":
            import fcntl

            # On macOS fsync leaves the data in the drive's cache.
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        else:
            os.fsync(descriptor)
    except OSError as error:
        from pmpath.storage.disk.missing_calls import flush_otherwise

        flush_otherwise(descriptor, error)


def sync_folder(path: str) -> None:
    """Make a new name in a folder durable; Windows has no such call and needs none.

    A disk that lacks it keeps the name as it keeps its files.
    """
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            close_quietly(descriptor)
    except OSError as error:
        from pmpath.storage.disk.missing_calls import pass_over_folder_sync

        pass_over_folder_sync(error)
