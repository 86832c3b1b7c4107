"""Runs one command again and again, each time with a fault one call later; prints figures.

A process of its own: `python -m tests.faults.campaign fail|kill|power COMMAND FOLDER`, which
pytest starts with the library of shim.c preloaded where there is a compiler. With PMPATH_LONG every
call meets every error, once and for good; without it a sample does.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.child import Outcome, load_everything, run
from tests.faults.commands import EVERY, READING_COMMANDS, Command, begin, prepare
from tests.faults.faults import (
    ERRORS,
    FAIL,
    KILL_AFTER,
    KILL_BEFORE,
    READING,
    SHORT,
    WRITING,
    Injector,
    Plan,
    injector,
)
from tests.faults.judge import Expected, State, litter, next_step, objections
from tests.storage.running import SETUP

LONG = "PMPATH_LONG" in os.environ
MET_BY_WRITING = ("ENOSPC", "EIO", "EACCES", "EROFS", "EINTR")
MET_BY_READING = ("EIO", "EACCES", "EINTR")
HARD = (errno.ENOSPC, errno.EIO)
# In the checks the next commands are tried after every so many faults.
STRIDE = 1 if LONG else 5
UNDISTURBED = Plan()


@dataclass
class Campaign:
    """One command, its folder, and what was counted on the way."""

    command: Command
    place: Path
    injector: Injector
    figures: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    words: tuple[str, ...] = ()

    @property
    def home(self) -> Path:
        """The data folder of each run."""
        return self.place / "home" / "data"

    def begin(self) -> None:
        """A fresh folder."""
        self.words = begin(self.place, self.command, self.home)

    def call(self, words: tuple[str, ...], plan: Plan = UNDISTURBED, today: str = "") -> Outcome:
        """One command, without a fault unless a plan says so."""
        return run(words, self.home, today or self.command.today, plan, self.injector)

    def undisturbed(self, kinds: int) -> tuple[Expected, Outcome]:
        """What the command does when nothing is in its way."""
        self.begin()
        before = State.of(self.home)
        done = self.call(self.words, Plan(kinds=kinds))
        assert done.code == 0, done.err
        return Expected.of(before, self.home), done

    def one(self, plan: Plan, expected: Expected) -> Outcome:
        """One run under a plan, and everything that is to be looked at after it."""
        self.begin()
        done = self.call(self.words, plan)
        self.figures["runs"] += 1
        if self.command in READING_COMMANDS:
            found = [] if State.of(self.home) == expected.before else ["reading wrote"]
            if done.code == 1 or "Traceback" in done.err:
                found.append(f"a bug: {done.err.splitlines()[-1:]}")
        else:
            found = objections(self.home, done, expected)
            found += [f"litter: {one}" for one in litter(self.home)]
            if self.figures["runs"] % STRIDE == 0:
                found += next_step(
                    self.home, lambda words: self.call(words, today="2027-01-13"), SETUP
                )
        self.faults += [f"{self.command.name} {plan} at {done.met}: {one}" for one in found]
        return done


def plans(seen: int, errors: tuple[int, ...], kinds: int) -> Iterator[Plan]:
    """Each call with each error, for once and for good; a sample of it in the checks."""
    for at in range(1, seen + 1):
        # A call that is interrupted for ever is one that Python repeats for ever.
        every = [
            Plan(at, FAIL, error, lasts, kinds)
            for error in errors
            for lasts in (False, True)
            if not (lasts and error == errno.EINTR)
        ]
        if LONG:
            yield from every
            yield Plan(at, SHORT, kinds=kinds)
        else:
            yield every[at * 7 % len(every)]
    if not LONG:
        for at in range(1, seen + 1, 3 if kinds == WRITING else seen):
            yield Plan(at, SHORT, kinds=kinds)


def fail(campaign: Campaign) -> None:
    """Every error at every call; no writing call that met ENOSPC or EIO ends with exit 0."""
    for kinds in (WRITING, READING):
        expected, whole = campaign.undisturbed(kinds)
        errors = tuple(ERRORS[name] for name in (MET_BY_WRITING, MET_BY_READING)[kinds - 1])
        if campaign.injector.name != "native":
            # The retries after it are Python's own, and stand in front of what is replaced here.
            errors = tuple(one for one in errors if one != errno.EINTR)
        for plan in plans(whole.seen, errors, kinds):
            done = campaign.one(plan, expected)
            hard = plan.mode == FAIL and plan.error in HARD and bool(done.met)
            campaign.figures["faults met"] += bool(done.met)
            campaign.figures["hard faults of writing"] += hard and kinds == WRITING
            campaign.figures["exit 0"] += done.code == 0
            # A temporary file that stays carries nothing any more; `doctor` names it.
            carries = not (done.met.startswith("unlink ") and done.met.endswith(".tmp"))
            if hard and kinds == WRITING and done.code == 0 and carries:
                campaign.figures["hard faults answered with 0"] += 1
                campaign.faults.append(f"{campaign.command.name} {plan} {done.met}: exit 0")


def kill(campaign: Campaign) -> None:
    """SIGKILL before and after every call: acknowledged is kept, nothing is half there."""
    expected, whole = campaign.undisturbed(WRITING | READING)
    points = range(1, whole.seen + 1) if LONG else range(1, whole.seen + 1, 2)
    for at in points:
        for mode in (KILL_BEFORE, KILL_AFTER):
            done = campaign.one(Plan(at, mode), expected)
            if done.code is not None:
                campaign.faults.append(f"{campaign.command.name} {at}: it was not killed")
            campaign.figures["kills"] += 1


def power(campaign: Campaign) -> None:
    """When the first word is said, every byte and every name that was written is on the disk."""
    _, whole = campaign.undisturbed(WRITING)
    unsaved: set[str] = set()
    for one in whole.trace.splitlines():
        call, path, more = one.split("\t")
        campaign.figures["calls"] += 1
        if call == "write" and not path.endswith(".lock"):
            unsaved.add(path)
        elif call in ("fsync", "fdatasync"):
            unsaved.discard(path)
        elif call in ("rename", "link", "linkat"):
            if path in unsaved:
                campaign.faults.append(f"{call} of {path} before its fsync")
            unsaved.add(str(Path(more).parent))
        elif call == "say" and unsaved:
            campaign.faults.append(f"said before this was on the disk: {sorted(unsaved)}")
        campaign.figures["words"] += call == "say"
    if unsaved:
        campaign.faults.append(f"never on the disk: {sorted(unsaved)}")


def main(what: str, name: str, place: str) -> int:
    """Run one campaign; its figures as JSON on stdout, its findings on stderr."""
    load_everything()
    campaign = Campaign(EVERY[name], Path(place), injector())
    if not (Path(place) / "used").exists():
        prepare(Path(place))
    {"fail": fail, "kill": kill, "power": power}[what](campaign)
    figures = dict(sorted(campaign.figures.items()))
    sys.stdout.write(json.dumps({"injector": campaign.injector.name, **figures}) + "\n")
    for one in dict.fromkeys(campaign.faults):
        sys.stderr.write(one + "\n")
    return 1 if campaign.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
