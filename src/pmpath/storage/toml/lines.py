"""On which line of a TOML text a value begins, without a TOML grammar of our own.

The text is cut into statements: the fewest lines that tomllib can read by themselves. What tomllib
reads from one of them tells which values begin there. One walk over the text finds all lines.
"""

from __future__ import annotations

import tomllib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.roadmap.faults import Path

# A statement of several lines can only end on a line that holds one of these.
CLOSING = ("]", '"""', "'''")
# So often a long statement is tried at each such line; from then on whenever it has doubled.
TRIES = 100


class TomlLines:
    """The lines of one valid TOML text."""

    def __init__(self, text: str) -> None:
        self._first: dict[Path, int] = {}
        # How many items a list of tables has so far.
        self._items: dict[Path, int] = {}
        # The table in which the text ends.
        self.table: Path = ()
        for line, statement, is_header in _statements(text):
            if is_header:
                self.table = self._enter(statement, line)
            else:
                self._note(self.table, statement, line)

    def line_of(self, path: Path) -> int:
        """The line, counted from 1, on which the value at `path` begins.

        For a missing key it is the line of the nearest table around it that exists.
        """
        while path and path not in self._first:
            path = path[:-1]
        return self._first.get(path, 1)

    def knows(self, path: Path) -> bool:
        """Whether there is a value at `path`."""
        return path in self._first

    def opened_by(self, keys: tuple[str, ...]) -> Path:
        """The path of the table that a header with these keys means: of a list, its last item."""
        path: Path = ()
        for at, name in enumerate(keys, 1):
            path = (*path, name)
            if path in self._items and at < len(keys):
                path = (*path, self._items[path] - 1)
        return path

    def last_line_in(self, table: Path) -> int:
        """The line on which the last value of a table's own begins; its first line without any."""
        inside = [
            line for path, line in self._first.items() if path[:-1] == table and len(path) > 1
        ]
        return max([self.line_of(table), *inside])

    def _enter(self, header: object, line: int) -> Path:
        """The path of the table that `[name]` or `[[name]]` opens."""
        path: Path = ()
        while isinstance(header, dict) and header:
            name, header = next(iter(header.items()))
            path = (*path, name)
            self._first.setdefault(path, line)
            if isinstance(header, list):
                self._items[path] = self._items.get(path, 0) + 1
                header = {}
            if path in self._items:
                # A further table of a list's last item, or a new item.
                path = (*path, self._items[path] - 1)
                self._first.setdefault(path, line)
        return path

    def _note(self, table: Path, statement: dict[str, object], line: int) -> None:
        """Every value in a `key = value` of this table begins on its line."""
        to_visit: list[tuple[Path, object]] = [(table, statement)]
        while to_visit:
            path, value = to_visit.pop()
            self._first.setdefault(path, line)
            if isinstance(value, dict):
                to_visit += [((*path, key), item) for key, item in value.items()]
            elif isinstance(value, list):
                to_visit += [((*path, at), item) for at, item in enumerate(value)]


def _statements(text: str) -> Iterator[tuple[int, dict[str, object], bool]]:
    """Each statement's first line, what tomllib reads from it, and whether it is a header."""
    lines: list[str] = []
    tries = 0
    # Only \n ends a line of TOML; splitlines would also cut at a separator inside a text.
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        if len(lines) > 1 and not any(end in line for end in CLOSING):
            continue
        tries += 1
        if tries > TRIES and len(lines) & (len(lines) - 1):
            continue
        try:
            statement = tomllib.loads("\n".join(lines) + "\n")
        except (ValueError, RecursionError):
            continue
        if statement:
            yield number - len(lines) + 1, statement, lines[0].lstrip().startswith("[")
        lines, tries = [], 0
