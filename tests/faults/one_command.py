"""One command under faults: its folder, its runs, and what was counted and found on the way."""

from __future__ import annotations

import errno
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from tests.effort import LONG
from tests.faults.child import Outcome, run
from tests.faults.commands import READING_COMMANDS, Command, begin
from tests.faults.faults import FAIL, WRITING, Injector, Plan
from tests.faults.judge import Expected, State, litter, next_step, objections
from tests.faults.kept_files import contents, is_kept, unlike
from tests.faults.lacking import Disk
from tests.storage.running import SETUP

HARD = (errno.ENOSPC, errno.EIO)
# The next commands are tried after every so many faults.
STRIDE = 3 if LONG else 5
UNDISTURBED = Plan()


@dataclass
class Campaign:
    """One command, its folder, the disk if it lacks calls, and what was counted on the way.

    `keeps`: files are kept to save time; `kept` are those that the folder begins with.
    """

    command: Command
    place: Path
    injector: Injector
    figures: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    words: tuple[str, ...] = ()
    disk: Disk | None = None
    keeps: bool = False
    kept: dict[str, bytes] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        """The data folder of each run."""
        return self.place / "home" / "data"

    def begin(self) -> None:
        """A fresh folder."""
        self.words = begin(self.place, self.command, self.home)
        self.kept = contents(self.home)

    def call(self, words: tuple[str, ...], plan: Plan = UNDISTURBED, today: str = "") -> Outcome:
        """One command, without a fault unless a plan says so."""
        if self.disk is not None:
            plan = replace(plan, lacks=self.disk.lacks, refusal=self.disk.refusal)
        done = run(words, self.home, today or self.command.today, plan, self.injector)
        self.figures["calls lacked"] += done.lacked
        return done

    def undisturbed(self, kinds: int) -> tuple[Expected, Outcome]:
        """What the command does when nothing is in its way."""
        self.begin()
        before = State.of(self.home)
        done = self.call(self.words, Plan(kinds=kinds))
        assert done.code == 0, done.err
        return Expected.of(before, self.home), done

    def count(self, plan: Plan, done: Outcome) -> None:
        """Count a fault; one of ENOSPC or EIO in a writing call may not end with exit 0."""
        self.figures["faults met"] += bool(done.met)
        self.figures["exit 0"] += done.code == 0
        hard = plan.mode == FAIL and plan.error in HARD and plan.kinds == WRITING
        # A temporary file or a lock that stays carries nothing any more; `doctor` names it.
        idle = done.met.startswith("unlink ") and done.met.endswith((".tmp", ".lock.held"))
        if not hard or not done.met or idle or is_kept(done.met_at):
            return
        self.figures["hard faults of writing"] += 1
        if done.code == 0:
            self.figures["hard faults answered with 0"] += 1
            self.faults.append(f"{self.command.name} {plan} {done.met}: exit 0")

    def one(self, plan: Plan, expected: Expected) -> Outcome:
        """One run under a plan, and everything that is to be looked at after it."""
        self.begin()
        done = self.call(self.words, plan)
        self.figures["runs"] += 1
        found: list[str]
        if self.command in READING_COMMANDS:
            found = [] if State.of(self.home) == expected.before else ["reading wrote"]
            found += [] if contents(self.home) == self.kept else ["reading changed what is kept"]
            if done.code == 1 or "Traceback" in done.err:
                found.append(f"a bug: {done.err.splitlines()[-1:]}")
        else:
            found = objections(self.home, done, expected)
            found += [f"litter: {one}" for one in litter(self.home)]
            # What a disk cannot do for this command it cannot do for the next one either.
            can_go_on = self.disk is None or done.code == 0
            if self.figures["runs"] % STRIDE == 0 and can_go_on:
                found += next_step(self.home, partial(self.call, today="2027-01-13"), SETUP)
                if self.keeps:
                    found += unlike(self.home, partial(self.call, today="2027-01-13"))
        if is_kept(done.met_at) and not plan.lasts:
            self.figures["faults at what is kept"] += 1
            found += [] if done.code in (0, None) and not done.err else [f"it is told: {done.err}"]
        self.faults += [f"{self.command.name} {plan} at {done.met}: {one}" for one in found]
        return done
