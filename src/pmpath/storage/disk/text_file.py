"""A text file that the user names, to be read and nothing else."""

from __future__ import annotations

import os

from pmpath.domain.errors import NotFound, NotValid, UsageError
from pmpath.storage.disk.os_errors import not_stored
from pmpath.storage.disk.paths import absolute

MOST_BYTES = 1 << 20


def names_file(word: str) -> bool:
    """A single word with an ending or a folder in it, and no blank, is the name of a file."""
    if any(sign.isspace() for sign in word):
        return False
    return os.sep in word or "." in word.strip(".")


def read_text_file(path: str) -> tuple[str, str]:
    """The name of a file and its text; raises NotFound, UsageError for a folder or pipe, NotStored.

    Raises NotValid for what is not a text, or larger than a book chapter.
    """
    path = absolute(path)
    if os.path.exists(path) and not os.path.isfile(path):
        raise UsageError("That is not a file.", place=path, hint="Name a text file.")
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(
            "There is no such file.",
            place=path,
            hint='To check words: pmpath statement check "WORDS"',
        ) from None
    except OSError as error:
        raise not_stored(path, error) from error
    if len(content) > MOST_BYTES:
        raise NotValid(
            "The file is larger than 1 MB.", place=path, hint="Check one text at a time."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotValid(
            "The file is not UTF-8 text.", place=path, hint="Save it as UTF-8."
        ) from None
    if "\0" in text:
        raise NotValid("The file is not a text.", place=path)
    return os.path.basename(path), text
