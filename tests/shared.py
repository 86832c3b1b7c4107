"""What the calls of one test process share, as nothing of it changes while tests run.

A process of its own reads the content, looks at its own sources and lets Typer make its commands
once; the thousands of calls in one test process did so each, which was half of the whole run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
import typer.main

from pmpath.cli import keeping, kept
from pmpath.storage.content import Content
from pmpath.storage.disk.paths import content_folder

READINGS = ("catalog", "vocabulary", "questions", "talks", "interview", "reading", "messages",
            "reasons", "finding_units")  # fmt: skip


@contextmanager
def sharing() -> Iterator[None]:
    """Let all calls share the values of this program's own content, its name, and its commands.

    The content of any other folder is read at each call.
    """
    own = content_folder()
    with pytest.MonkeyPatch.context() as patch:
        for name in READINGS:
            patch.setattr(Content, name, _read_once(getattr(Content, name), own))
        named = cache(kept.made_by)
        patch.setattr(kept, "made_by", named)
        patch.setattr(keeping, "made_by", named)
        patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
        yield


def _read_once(read: Callable[[Content], Any], own: str) -> Callable[[Content], Any]:
    known: list[Any] = []

    def again(content: Content) -> Any:
        if content.folder != own:
            return read(content)
        if not known:
            known.append(read(content))
        return known[0]

    return again
