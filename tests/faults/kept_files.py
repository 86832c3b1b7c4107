"""Files that are kept to save time, in the runs of faults: what may be with them, and what not.

After a kill or a power cut they may be anything, each by itself. Whatever they are, every screen is
as it is without them, and no fault at one of them is told or changes the end of a command.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from pmpath.cli import keeping
from pmpath.storage.disk.paths import KEPT_NAMES
from pmpath.storage.kept import kept_seal
from tests.faults.child import Outcome

SCREENS: tuple[tuple[str, ...], ...] = (
    ("status", "--json"), (), ("report", "--json"), ("history",),
)  # fmt: skip
TEMPORARY = ".tmp"
LONGEST_HEAD = 64

Call = Callable[[tuple[str, ...]], Outcome]


def keep_everything() -> None:
    """From now on, in this process, the shortest log is worth keeping a fold of, and is long."""
    kept_seal.BEHIND_BYTES = kept_seal.LONG_LOG = 1


def keep_nothing() -> None:
    """From now on, in this process, nothing is kept."""
    setattr(keeping, "keep_folds", lambda *_, **__: None)  # noqa: B010 - mypy knows no such value


def is_kept(path: str) -> bool:
    """Whether a path is that of such a file, or of one on its way there."""
    return Path(path).name.removesuffix(TEMPORARY) in KEPT_NAMES


def contents(home: Path) -> dict[str, bytes]:
    """What is kept there now, by name."""
    return {name: (home / name).read_bytes() for name in KEPT_NAMES if (home / name).is_file()}


def put(home: Path, files: dict[str, bytes]) -> None:
    """Keep these there, and no other."""
    for name in KEPT_NAMES:
        (home / name).unlink(missing_ok=True)
    for name, content in files.items():
        (home / name).write_bytes(content)


def unlike(home: Path, call: Call) -> list[str]:
    """The screens that are not as they are without what is kept, or that changed it."""
    kept = contents(home)
    shown = {words: _said(call(words)) for words in SCREENS}
    found = [] if contents(home) == kept else ["a reading command changed what is kept"]
    put(home, {})
    without = {words: _said(call(words)) for words in SCREENS}
    found += [] if contents(home) == {} else ["a reading command kept something"]
    put(home, kept)
    return found + [
        f"{' '.join(words) or 'today'} is not as without what is kept: {shown[words]} {said}"
        for words, said in without.items()
        if said != shown[words]
    ]


def _said(done: Outcome) -> tuple[int | None, str, str]:
    return done.code, done.out, done.err


def after_a_power_cut(
    old: dict[str, bytes], new: dict[str, bytes], dice: random.Random
) -> Iterator[tuple[str, bytes]]:
    """One state in which a power cut can leave each of them: old, new, missing, torn or mixed."""
    for name in {**old, **new}:
        before, after = old.get(name, b""), new.get(name, b"")
        half = dice.randrange(len(after) + 1)
        state = dice.choice((
            None, b"", before, after, bytes(len(after)), after[:half],
            after[:half] + bytes(len(after) - half), after[:half] + before[half:],
            before[:LONGEST_HEAD] + after[LONGEST_HEAD:],
        ))  # fmt: skip
        if state is not None:
            yield name, state
