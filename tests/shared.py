"""What the calls of one test process share, as nothing of it changes while tests run.

A process of its own reads the content, looks at its own sources and lets Typer make its commands
once; the thousands of calls in one test process did so each, which was half of the whole run.
"""

from __future__ import annotations

import pickle
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
import typer.main

from pmpath.cli import clues, keeping, kept
from pmpath.coach.meaning import catalog_clues, credit, fold
from pmpath.coach.meaning.clues import Clues
from pmpath.coach.meaning.sight import Eye, Sight
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.entry import Entry
from pmpath.domain.record import changed, types_of
from pmpath.domain.roadmap import schema
from pmpath.storage.content import Content
from pmpath.storage.disk.paths import content_folder
from pmpath.storage.kept.kept_fold import made_by

READINGS = ("catalog", "vocabulary", "questions", "talks", "interview", "reading", "messages",
            "reasons", "finding_units")  # fmt: skip
Made = Callable[[Content, Callable[[], Catalog]], Clues]

# The field of an entry that cannot be a key.
NOTES = list(types_of(Entry)).index("notes")
# So many entries are seen once; what a long log has more is seen again.
ENTRIES_SEEN = 20_000
# So many texts are parsed once, of those with so many letters: single lines are parsed soon enough.
TEXTS_PARSED, LONG_TEXT = 2_000, 400


@contextmanager
def sharing() -> Iterator[None]:
    """Let all calls share the values of this program's own content, its name, and its commands.

    Clues are made once of a catalog, and an entry is seen once with them. The content of any other
    folder is read at each call.
    """
    own = content_folder()
    with pytest.MonkeyPatch.context() as patch:
        for name in READINGS:
            patch.setattr(Content, name, _read_once(getattr(Content, name), own))
        named = cache(made_by)
        patch.setattr(kept, "made_by", named)
        patch.setattr(keeping, "made_by", named)
        patch.setattr(tomllib, "loads", _parsed_once(tomllib.loads))
        patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
        patch.setattr(schema, "json_schema", cache(schema.json_schema))
        made = _made_once(catalog_clues.clues_from)
        for module in (catalog_clues, credit, fold):
            patch.setattr(module, "clues_from", made)
        patch.setattr(clues, "clues_in", _clues_once(clues.clues_in, own))
        patch.setattr(Eye, "see", _seen_once(Eye.see))
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


def _clues_once(clues_in: Made, own: str) -> Made:
    """The clues of a session, which looks into tables of the same parts as the one before."""
    known: list[Clues] = []

    def again(content: Content, catalog: Callable[[], Catalog]) -> Clues:
        if content.folder != own:
            return clues_in(content, catalog)
        if not known:
            known.append(clues_in(content, catalog))
        return known[0]

    return again


def _parsed_once(loads: Callable[[str], dict[str, Any]]) -> Callable[[str], dict[str, Any]]:
    """A text is parsed once: a command reads a roadmap several times, and tests have the same."""
    known: dict[str, bytes] = {}

    def again(text: str) -> dict[str, Any]:
        if len(text) < LONG_TEXT:
            return loads(text)
        if text not in known:
            found = loads(text)
            if len(known) > TEXTS_PARSED:
                known.clear()
            try:
                known[text] = pickle.dumps(found)
            except RecursionError:
                return found
        # As bytes, so that whoever asks gets a table of its own.
        table: dict[str, Any] = pickle.loads(known[text])
        return table

    return again


def _made_once(clues_from: Callable[[Catalog], Clues]) -> Callable[[Catalog], Clues]:
    """The same for the same catalog; one that is only equal may be made anew."""
    latest: list[tuple[Catalog, Clues]] = []

    def again(catalog: Catalog) -> Clues:
        for known, found in latest:
            if known is catalog:
                return found
        latest[:] = [*latest[-1:], (catalog, clues_from(catalog))]
        return latest[-1][1]

    return again


def _seen_once(see: Callable[[Eye, Entry], Sight]) -> Callable[[Eye, Entry], Sight]:
    """What an entry shows hangs on its words and fields and the clues, and not on its writing.

    It is seen without id and instant, so that whatever asked for them would be seen to do so.
    """
    # The clues are held with it, so that no other object ever has the same identity.
    seen: dict[tuple[object, ...], tuple[Clues, Sight]] = {}

    def again(eye: Eye, entry: Entry) -> Sight:
        clues = eye._clues
        unwritten = changed(entry, id="", at="", clock="")
        # A record is a tuple, whatever the type checker is told.
        fields = [*unwritten]  # type: ignore[misc]
        fields[NOTES] = tuple(entry.notes.items())
        key = (*map(id, clues), *fields)  # type: ignore[call-overload]
        if key not in seen:
            if len(seen) > ENTRIES_SEEN:
                seen.clear()
            seen[key] = clues, see(eye, unwritten)
        return changed(seen[key][1], entry=entry)

    return again
