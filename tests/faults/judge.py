"""What a folder holds, and whether that may be so after a command that met a fault."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pmpath.storage.disk.paths import KEPT_NAMES, Folder
from pmpath.storage.doctor.checkup import check_up
from tests.faults.child import Outcome

NOTHING = ("nothing was saved", "nothing was written", "nothing was changed")
OURS = {
    "roadmap.toml", "roadmap.schema.json", "log.jsonl", ".gitattributes", ".gitignore", ".lock",
    ".modes-refused", "backups", "log (conflicted copy).jsonl", *KEPT_NAMES,
}  # fmt: skip
LONGEST_ANSWER = 4
# What two runs of one command write differently: ids, what names one of them, instants.
UNLIKE = ("id", "at", "part_of")
LATER = datetime(2027, 1, 13, 12, tzinfo=UTC)


@dataclass(frozen=True)
class State:
    """The bytes of a folder's two files; None for one that is not there."""

    log: bytes | None
    roadmap: bytes | None

    @classmethod
    def of(cls, home: Path) -> State:
        """What stands there now."""
        log, roadmap = (one.read_bytes() if one.exists() else None
                        for one in (home / "log.jsonl", home / "roadmap.toml"))  # fmt: skip
        if (home / "roadmap.toml.tmp").exists():
            # On a disk without links a kill can leave the name, empty; init does not count it.
            roadmap = roadmap or None
        # An empty log is as good as none.
        return cls(log or None, roadmap)


@dataclass(frozen=True)
class Expected:
    """A folder before the command, after it without a fault, and every roadmap in between."""

    before: State
    after: State
    roadmaps: tuple[bytes | None, ...]

    @classmethod
    def of(cls, before: State, home: Path) -> Expected:
        """After the command went through in `home`: copies tell what stood there in between."""
        kept = tuple(one.read_bytes() for one in (home / "backups").glob("roadmap-*"))
        after = State.of(home)
        return cls(before, after, (before.roadmap, *kept, after.roadmap))


def records(log: bytes | None, old: bytes | None) -> list[Any]:
    """The lines of a log; a record that is not an old one goes without its id and instant."""
    known = set((old or b"").splitlines())
    found: list[Any] = []
    for one in (log or b"").splitlines():
        try:
            fields = json.loads(one) if one not in known else one
        except ValueError:
            fields = one
        if isinstance(fields, dict):
            fields = {key: value for key, value in fields.items() if key not in UNLIKE}
        found.append(fields)
    return found


def is_whole(log: bytes | None, expected: Expected) -> bool:
    """Whether a log is the old one, the new one, or holds the first of several new records."""
    if log == expected.before.log:
        return True
    old = expected.before.log
    found, wanted = records(log, old), records(expected.after.log, old)
    if found == wanted:
        return True
    grows = old is None or (expected.after.log or b"").startswith(old)
    return grows and (log or b"").startswith(old or b"") and found == wanted[: len(found)]


def has_effect(state: State, expected: Expected) -> bool:
    """Whether all that the command is for is there."""
    old = expected.before.log
    found, wanted = records(state.log, old), records(expected.after.log, old)
    while len(wanted) > len(found) and _waits(wanted[-1]):
        wanted.pop()
    return found == wanted and state.roadmap == expected.after.roadmap


def _waits(fields: Any) -> bool:
    """Whether the next writing command writes this too: a plan that was edited by hand."""
    return isinstance(fields, dict) and fields.get("reason") == "edited by hand"


def objections(home: Path, outcome: Outcome, expected: Expected) -> list[str]:
    """What is wrong with a folder after a command; nothing when every promise was kept."""
    state = State.of(home)
    found = []
    if not is_whole(state.log, expected):
        found.append(f"the log is neither old nor new: {state.log!r}")
    if state.roadmap not in expected.roadmaps:
        found.append("the roadmap is neither old nor new")
    if outcome.code == 0 and not has_effect(state, expected):
        found.append("exit 0 without the effect")
    if outcome.code not in (0, None):
        found += _answer(outcome, state, expected)
    changed = state != expected.before
    if outcome.out and not changed and _claims(outcome.out):
        found.append(f"it is said to be done: {outcome.out!r}")
    return found


def _claims(out: str) -> bool:
    """Whether the first word of a line confirms something, as in `Saved: coffee`."""
    said = ("Kept", "Logged", "Done", "Undone", "Now", "Moved", "Added", "Dropped", "Noted",
            "Restored", "Rest", "Milestone", "Written", "Canceled", "Put back")  # fmt: skip
    return any(line.partition(":")[0] in said for line in out.splitlines() if ":" in line)


def _answer(outcome: Outcome, state: State, expected: Expected) -> list[str]:
    """What is wrong with how a refusal is said."""
    lines = outcome.err.splitlines()
    found = []
    if outcome.code == 1 or "Traceback" in outcome.err:
        return [f"a bug: {lines[-1] if lines else ''} {lines[-3:-1]}"]
    if not lines or not lines[0].startswith("pmpath: ") or len(lines) > LONGEST_ANSWER:
        found.append(f"no clear answer: {outcome.err!r}")
    if any(words in outcome.err for words in NOTHING) and state != expected.before:
        found.append(f"it is not true that nothing was saved: {outcome.err!r}")
    return found


def litter(home: Path) -> list[str]:
    """Files that nobody expects and that `doctor` does not name."""
    inside = {one.relative_to(home).as_posix() for one in home.rglob("*")}
    known = {one for one in inside if one in OURS or one.startswith("log.quarantine-")}
    known |= {one for one in inside if one.startswith("backups/") and not one.endswith(".tmp")}
    odd = inside - known
    if not odd:
        return []
    if not any((home / name).exists() for name in ("roadmap.toml", "log.jsonl", "backups")):
        # Nothing was set up; the next `init` clears the rest.
        return sorted(one for one in odd if not one.endswith((".tmp", ".lock.held")))
    named = {one.place for one in check_up(Folder(str(home)), LATER).remarks}
    return sorted(odd - named)


def next_step(home: Path, call: Callable[..., Outcome], init: tuple[str, ...]) -> list[str]:
    """The next commands work: `init` where nothing is set up, then `log`, on its own line."""
    found = []
    if State.of(home).roadmap is None:
        done = call(init)
        if done.code != 0:
            found.append(f"the next init is refused: {done.err!r}")
    before = (home / "log.jsonl").read_bytes() if (home / "log.jsonl").exists() else b""
    done = call(("log", "next entry"))
    after = (home / "log.jsonl").read_bytes()
    if done.code != 0 or not after.startswith(before) or not after.endswith(b"}\n"):
        found.append(f"the next log is refused: {done.err!r}")
    elif json.loads(after.splitlines()[-1])["text"] != "next entry":
        found.append("the next entry is not there")
    return found
