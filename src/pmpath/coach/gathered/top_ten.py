"""The person's own list of ten business books, as lines of the log name them.

`added Range (2019) to my top ten list`, `top ten: Range (2019), Amp It Up (2022)`, `took Range off
my top ten list`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmpath.domain.language.lexicon import title_key
from pmpath.domain.record import Frozen

TOP_TEN = re.compile(r"\btop[ -]?(?:ten|10)\b", re.IGNORECASE)
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
# `added Range to my top ten list`: the title stands between the verb and where it goes.
ADDING = re.compile(
    r"^(?:i )?(?:have )?(?:just )?(?:added|add|put|adding|picked|pick|chose|choose|wrote|noted)\s+"
    r"(.+?)\s+(?:to|on|onto|for|into|in|as one of)\s+(?:my |the |our )*(?:list of )?"
    r"top[ -]?(?:ten|10)\b",
    re.IGNORECASE,
)
TAKING = re.compile(
    r"^(?:i )?(?:took|take|dropped|drop|removed|remove|struck|deleted|crossed)\s+(.+?)\s+"
    r"(?:off|from|out of)\s+(?:my |the |our )*(?:list of )?top[ -]?(?:ten|10)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[,;\n]| and (?=[\"'\u201c\u2018]|[A-Z0-9])")
NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.)]\s+|[-*]\s+|and\s+)")
AUTHOR = re.compile(r"\s+by\s+[A-Z].*$")
LENGTH = re.compile(r"^\d+(?:[.,]\d+)?\s*(?:m|min|mins|minutes|h|hours?)\d*$", re.IGNORECASE)
QUOTES = "\"'\u201c\u201d\u2018\u2019\u201e"
# Stands for a sign inside a known title while the line is split.
HELD = "\0"


class Listed(Frozen):
    """A title as it was typed, with its year of publication where one is said."""

    title: str
    year: int | None


def is_about_the_list(text: str) -> bool:
    """Whether a line speaks of the top ten."""
    return TOP_TEN.search(text) is not None


def titles_added(text: str, known: Sequence[str]) -> tuple[Listed, ...]:
    """The titles that a line puts on the list; `known` are titles that may hold commas."""
    added = ADDING.match(text.strip())
    if added is not None:
        return tuple(_listed(added[1], known, is_named=True))
    found = TOP_TEN.search(text)
    if found is None or TAKING.match(text.strip()):
        return ()
    _, colon, rest = text[found.end() :].partition(":")
    return tuple(_listed(rest, known)) if colon else ()


def titles_taken(text: str, known: Sequence[str]) -> tuple[Listed, ...]:
    """The titles that a line takes off the list."""
    taken = TAKING.match(text.strip())
    return tuple(_listed(taken[1], known, is_named=True)) if taken else ()


def _listed(text: str, known: Sequence[str], *, is_named: bool = False) -> Iterator[Listed]:
    """The titles of a text; with `is_named` it is nothing but titles, in small letters as well."""
    held, titles = _held(text, known)
    last: Listed | None = None
    for part in _parts(held):
        year = YEAR.fullmatch(part.strip())
        if year is not None and last is not None:
            # "Range, 2019": a year alone belongs to the title before it.
            last = Listed(last.title, int(year[1]))
            continue
        if last is not None:
            yield last
        last = _one(part, titles, is_named=is_named)
    if last is not None:
        yield last


def _held(text: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The text with a mark in place of each known title, so that no sign in one splits it."""
    titles: dict[str, str] = {}
    for at, title in enumerate(sorted(known, key=len, reverse=True)):
        place = text.casefold().find(title.casefold())
        if place >= 0 and len(title.casefold()) == len(title):
            mark = f"{HELD}{at}{HELD}"
            titles[mark] = title
            text = text[:place] + mark + text[place + len(title) :]
    return text, titles


def _parts(text: str) -> list[str]:
    """Between commas and the like, but for those in brackets."""
    parts, depth, begun = [], 0, 0
    for found in re.finditer(r"[()]|" + BETWEEN.pattern, text):
        if found[0] in "()":
            depth = max(depth + (1 if found[0] == "(" else -1), 0)
        elif not depth:
            parts.append(text[begun : found.start()])
            begun = found.end()
    return [*parts, text[begun:]]


def _one(part: str, titles: dict[str, str], *, is_named: bool) -> Listed | None:
    """One title; nothing for a length of time, or words that begin small."""
    years = [year for found in IN_BRACKETS.findall(part) for year in YEAR.findall(found)]
    title = NUMBERED.sub("", IN_BRACKETS.sub("", part))
    title = AUTHOR.sub("", title).strip(f" .{QUOTES}")
    for mark, known in titles.items():
        title = title.replace(mark, known)
    begins = title[:1].isupper() or title[:1].isdigit() or is_named
    if not title or LENGTH.match(title) or not begins:
        return None
    return Listed(title, int(years[-1]) if years else None) if title_key(title) else None
