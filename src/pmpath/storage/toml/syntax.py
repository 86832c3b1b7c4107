"""Where a text stops being TOML, and why: tomllib says that it does, here are our own words.

tomllib names the place where it could go on no longer; the fault may stand far above, where a text
or a list began.
"""

from __future__ import annotations

import re
import tomllib

from pmpath.domain.record import TYPE_CHECKING, Frozen
from pmpath.storage.toml.lines import TomlLines
from pmpath.storage.toml.scan import CONTROL, ESCAPE, STRAY, UNCLOSED, ScanFault, TomlScan
from pmpath.storage.toml.wording import (
    explain_control,
    explain_escape,
    explain_item,
    explain_line,
    explain_sign,
    explain_unclosed,
)

if TYPE_CHECKING:
    from collections.abc import Collection

# The only way in which tomllib tells its place before Python 3.14.
PLACE = re.compile(r"\(at line (\d+), column \d+\)$")
NEW_STATEMENT = re.compile(r"\s*([\w.\-\"]+\s*=|\[+[\w.\-]+\]+\s*$)")
WITHOUT_QUOTES = re.compile(r"[\w.\-\s]+=\s*[A-Za-z0-9]")


class SyntaxFault(Frozen):
    """The line of a fault, counted from 1, what is wrong there, and what to type instead."""

    line: int
    sentence: str
    hint: str


def syntax_fault(
    text: str, error: tomllib.TOMLDecodeError, repeated: Collection[str]
) -> SyntaxFault:
    """The first fault of a text that tomllib has refused with this error.

    `repeated` names the tables that may appear several times, as `[[name]]`.
    """
    place = PLACE.search(str(error))
    scan = TomlScan(text)
    near = min(int(place[1]), scan.line) if place else scan.line
    return _Search(text.split("\n"), scan, near, repeated).fault()


class _Search:
    """The search for one fault near the line at which tomllib stopped."""

    def __init__(
        self, lines: list[str], scan: TomlScan, near: int, repeated: Collection[str]
    ) -> None:
        self.lines = [line.removesuffix("\r") for line in lines]
        self.scan = scan
        self.near = near
        self.repeated = repeated

    def fault(self) -> SyntaxFault:
        """What the scan saw up to here, else a double, an open list above, or the line itself."""
        seen = self.scan.fault
        if self.scan.swallows and self.scan.swallows <= self.near:
            return self._explained(ScanFault(UNCLOSED, self.scan.swallows, self.scan.quote))
        if seen is not None and seen.line <= self.near and not self._lacks_quotes(seen):
            return self._explained(seen)
        return self._doubled() or self._open_above() or self._of_line(self.near)

    def _lacks_quotes(self, seen: ScanFault) -> bool:
        """Whether a value is a text without quotes, so that a quote in it opens nothing."""
        begun = self.scan.begun[seen.line - 1]
        is_bare = WITHOUT_QUOTES.match(self.lines[seen.line - 1]) is not None and not begun
        return is_bare and seen.kind == UNCLOSED

    def _explained(self, seen: ScanFault) -> SyntaxFault:
        explain = {
            UNCLOSED: explain_unclosed,
            ESCAPE: explain_escape,
            CONTROL: explain_control,
            STRAY: explain_sign,
        }[seen.kind]
        return SyntaxFault(seen.line, *explain(self.lines[seen.line - 1], seen.sign))

    def _open_above(self) -> SyntaxFault | None:
        """A list that began above and was not closed there, so that this line is odd."""
        start = self.scan.begun[self.near - 1]
        if not (start and NEW_STATEMENT.match(self.scan.code[self.near - 1])):
            start = 0
            if self.scan.unclosed and self.near == self.scan.line:
                start = self.scan.unclosed[0]
        if not start:
            return None
        sign = "}" if self.scan.code[start - 1].count("{") else "]"
        return SyntaxFault(start, f"What starts here has no closing {sign}.", f"Add {sign}.")

    def _of_line(self, line: int) -> SyntaxFault:
        """What is wrong with the line itself, or with the last one above it that says something."""
        while line > 1 and not self.scan.code[line - 1].strip():
            line -= 1
        typed, code = self.lines[line - 1], self.scan.code[line - 1]
        if self.scan.begun[line - 1]:
            return SyntaxFault(line, *explain_item(typed, code))
        return SyntaxFault(line, *explain_line(typed, code, self.repeated))

    def _doubled(self) -> SyntaxFault | None:
        """A statement that is sound by itself is there twice, or its name is taken otherwise."""
        start = self.scan.begun[self.near - 1] or self.near
        statement = _statement_in("\n".join(self.lines[start - 1 : self.near]))
        if not statement:
            return None
        above = TomlLines("\n".join(self.lines[: start - 1]))
        keys = _keys(statement)
        is_header = self._is_header(start)
        whole = above.opened_by(keys) if is_header else (*above.table, *keys)
        path = whole
        while len(path) > 1 and not above.knows(path):
            path = path[:-1]
        first, name = above.line_of(path), ".".join(keys)
        if is_header and name in self.repeated:
            return SyntaxFault(start, *self._explain_brackets(name, first, start))
        taken = ".".join(key for key in path if isinstance(key, str))
        is_same = path == whole and is_header == self._is_header(first)
        explain = _explain_second if is_same else _explain_taken
        shown = f"[{name}]" if is_header else name
        return SyntaxFault(start, *explain(shown, first, taken))

    def _is_header(self, line: int) -> bool:
        return self.lines[line - 1].lstrip().startswith("[")

    def _explain_brackets(self, name: str, first: int, here: int) -> tuple[str, str]:
        """A table that may stand several times, each time with two brackets."""
        sentence = f"This is another [{name}]; the first is on line {first}."
        if not self._is_header(first):
            return sentence, f"Delete line {first}; each [[{name}]] is a block of its own."
        odd = [at for at in (here, first) if not self.lines[at - 1].lstrip().startswith("[[")]
        places = " and ".join("here" if at == here else f"on line {at}" for at in odd)
        return sentence, f"Write [[{name}]] {places}."


def _explain_second(shown: str, first: int, taken: str) -> tuple[str, str]:
    sentence = f"This is the second {shown}; the first is on line {first}."
    if shown.startswith("["):
        keys = f"Move the lines below this second {shown} to the first"
        return sentence, f"{keys}, then delete this line."
    return sentence, f"Delete this line or line {first}."


def _explain_taken(shown: str, first: int, taken: str) -> tuple[str, str]:
    return (
        f"{taken} is set on line {first}, so {shown} cannot be used here.",
        f"Delete this line or line {first}.",
    )


def _keys(statement: dict[str, object]) -> tuple[str, ...]:
    """The dotted name that one statement sets."""
    keys: list[str] = []
    inner: object = statement
    while isinstance(inner, dict) and len(inner) == 1:
        key, inner = next(iter(inner.items()))
        keys.append(key)
    return tuple(keys)


def _statement_in(text: str) -> dict[str, object]:
    """What tomllib reads from these lines; nothing where they are not a statement by themselves."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
