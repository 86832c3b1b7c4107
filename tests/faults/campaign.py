"""Runs one command again and again, each time with a fault one call later; prints figures.

A process of its own: `python -m tests.faults.campaign WHAT NAME,NAME FOLDER`, which pytest starts
with the library of shim.c preloaded where there is a compiler. With PMPATH_LONG every call meets
every error, once and for good; without it a sample does.
"""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from tests.effort import LONG
from tests.faults.child import load_everything
from tests.faults.commands import EVERY, prepare
from tests.faults.faults import (
    ERRORS,
    FAIL,
    KILL_AFTER,
    KILL_BEFORE,
    READING,
    SHORT,
    WRITING,
    Plan,
    injector,
)
from tests.faults.judge import Expected, State, has_effect, litter, next_step, objections
from tests.faults.kept_files import (
    after_a_power_cut,
    contents,
    is_kept,
    keep_everything,
    keep_nothing,
    put,
    unlike,
)
from tests.faults.lacking import DISKS, EVERYTHING, NEEDED
from tests.faults.one_command import Campaign
from tests.storage.running import SETUP

MET_BY_WRITING = ("ENOSPC", "EIO", "EACCES", "EROFS", "EINTR")
MET_BY_READING = ("EIO", "EACCES", "EINTR")
# How many faults of each kind a command meets in the checks.
SAMPLE = {WRITING: 16, READING: 6}
KILLS_SAMPLED = 10
# With files that are kept to save time, a third of that: all else is as without.
KEPT_SHARE = 3
# On how many of the disks that lack a call each command is tried in the checks.
DISKS_SAMPLED = 2
# Where the roadmap was written before, the sentence is about what became of each file.
NAMES_THE_CALL = ("This disk does not support", "Keep your data on another disk")
# Of 2,000 kills at random, the share of each of nine commands; 36 in the checks.
CHANCES = 223 if LONG else 4
BLOCKS_LEFT = 30 if LONG else 5
WRITERS, ENTRIES = 8, 200 if LONG else 4
WAITING = Plan(patience=100.0)
# A campaign whose name ends so is run on a disk that lacks everything that can be done without.
ON_SUCH_A_DISK = "@lacking"
# One whose name ends so is run with files that are kept to save time; any other without.
KEEPING = "+kept"
CUTS = 40 if LONG else 1


def plans(campaign: Campaign, seen: int, errors: tuple[int, ...], kinds: int) -> list[Plan]:
    """Each call with each error, for once and for good; a sample of it in the checks."""
    every = [
        Plan(at, mode, error, lasts, kinds)
        for at in range(1, seen + 1)
        for mode, error, lasts in (
            *((FAIL, error, False) for error in errors),
            # A call that is interrupted for ever is one that Python repeats for ever.
            *((FAIL, error, True) for error in errors if error != errno.EINTR),
            *([(SHORT, 0, False)] if kinds == WRITING else []),
        )
    ]
    return every if LONG else sampled(campaign, every, SAMPLE[kinds])


def sampled(campaign: Campaign, every: list[Plan], count: int) -> list[Plan]:
    """So many of the plans, spread over all calls; the same at each run."""
    count = count // KEPT_SHARE if campaign.keeps else count
    return random.Random(len(every)).sample(every, min(count, len(every)))


def fail(campaign: Campaign) -> None:
    """Every error at every call; no writing call that met ENOSPC or EIO ends with exit 0."""
    for kinds, names in ((WRITING, MET_BY_WRITING), (READING, MET_BY_READING)):
        expected, whole = campaign.undisturbed(kinds)
        errors = tuple(ERRORS[name] for name in names)
        if campaign.injector.name != "native":
            # The retries after it are Python's own, and stand in front of what is replaced here.
            errors = tuple(one for one in errors if one != errno.EINTR)
        for plan in plans(campaign, whole.seen, errors, kinds):
            done = campaign.one(plan, expected)
            campaign.count(plan, done)


def read(campaign: Campaign) -> None:
    """The errors of reading calls, for a command that only reads."""
    expected, whole = campaign.undisturbed(READING)
    for plan in plans(
        campaign, whole.seen, tuple(ERRORS[name] for name in MET_BY_READING), READING
    ):
        campaign.count(plan, campaign.one(plan, expected))


def lack(campaign: Campaign) -> None:
    """A disk without a call that can be done without: exit 0 and the whole effect.

    On one without a call that is needed: that, or the sentence that names the call.
    """
    expected, _ = campaign.undisturbed(WRITING)
    chosen = DISKS if LONG else random.Random(campaign.command.name).sample(DISKS, DISKS_SAMPLED)
    needed = NEEDED if LONG or not campaign.keeps else NEEDED[::KEPT_SHARE]
    for disk in (*chosen, EVERYTHING, *needed):
        campaign.disk = disk
        done = campaign.one(Plan(), expected)
        campaign.figures["refused"] += bool(done.code)
        said = [] if done.code == 0 else [f"exit {done.code}: {done.err!r}"]
        if disk in NEEDED and any(words in done.err for words in NAMES_THE_CALL):
            said = []
        if campaign.home.joinpath(".lock.held").exists():
            said.append("the lock is still there")
        campaign.faults += [f"{campaign.command.name} without {disk.name}: {one}" for one in said]


def kill(campaign: Campaign) -> None:
    """SIGKILL before and after every call: acknowledged is kept, nothing is half there."""
    expected, whole = campaign.undisturbed(WRITING | READING)
    every = [
        Plan(at, mode) for at in range(1, whole.seen + 1) for mode in (KILL_BEFORE, KILL_AFTER)
    ]
    for plan in every if LONG else sampled(campaign, every, KILLS_SAMPLED):
        done = campaign.one(plan, expected)
        if done.code is not None:
            campaign.faults.append(f"{campaign.command.name} {plan}: it was not killed")
        campaign.figures["kills"] += 1


def power(campaign: Campaign) -> None:
    """When the first word is said, every byte and every name that was written is on the disk."""
    _, whole = campaign.undisturbed(WRITING)
    unsaved: set[str] = set()
    keeps = False
    for one in whole.trace.splitlines():
        call, path, more = one.split("\t")
        campaign.figures["calls"] += 1
        if is_kept(path):
            keeps = keeps or call == "write"
        elif keeps and call in ("write", "rename", "link", "linkat", "say"):
            campaign.faults.append(f"{call} {path} behind what is kept")
        elif call == "write" and not path.endswith((".lock", ".lock.held")):
            unsaved.add(path)
        elif call in ("fsync", "fdatasync"):
            unsaved.discard(path)
        elif call in ("rename", "link", "linkat"):
            if path in unsaved:
                campaign.faults.append(f"{call} of {path} before its fsync")
            # A disk that cannot flush a folder keeps a name as it can.
            unsaved |= set() if campaign.disk else {str(Path(more).parent)}
        elif call == "say" and unsaved:
            campaign.faults.append(f"said before this was on the disk: {sorted(unsaved)}")
        campaign.figures["words"] += call == "say"
    if unsaved:
        campaign.faults.append(f"never on the disk: {sorted(unsaved)}")


def cut(campaign: Campaign) -> None:
    """After a power cut what is kept is in any state: screens are right, and stay right."""
    dice = random.Random(campaign.command.name)
    campaign.begin()
    old, new = campaign.kept, {}
    for _ in range(CUTS):
        campaign.begin()
        assert campaign.call(campaign.words).code == 0
        new = contents(campaign.home)
        put(campaign.home, dict(after_a_power_cut(old, new, dice)))
        # The clock may be set back as well.
        for today in ("2027-01-13", "2027-01-12"):
            found = unlike(campaign.home, partial(campaign.call, today=today))
            campaign.faults += [f"{campaign.command.name}: {one}" for one in found]
            assert campaign.call(("log", "next entry"), today=today).code == 0
            campaign.figures["cuts"] += 1
    campaign.figures["kept"] = len(new)


def chance(campaign: Campaign) -> None:
    """SIGKILL from outside at any moment: what was acknowledged is there, nothing is half there."""
    dice = random.Random(campaign.command.name)
    expected, _ = campaign.undisturbed(WRITING | READING)
    campaign.begin()
    started = time.monotonic()
    campaign.call(campaign.words)
    whole = time.monotonic() - started
    for _ in range(CHANCES):
        after, was_killed = whole * dice.uniform(0.02, 1.0), False
        # One that came too late comes in half the time, so that each is one at last.
        while not was_killed:
            done = campaign.one(Plan(after=after), expected)
            was_killed, after = done.code is None, after / 2
            campaign.figures["acknowledged"] += done.code == 0 or bool(done.out)
        campaign.figures["kills"] += 1


def full(campaign: Campaign) -> None:
    """A real disk of one megabyte with no block left, one, two, ...: refused and whole, or done."""
    disk = campaign.home.parent
    disk.mkdir(parents=True, exist_ok=True)
    size = ("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk))
    if subprocess.run(["mount", *size], capture_output=True, check=False).returncode:
        campaign.figures["no mount"] = 1
        return
    try:
        expected, _ = campaign.undisturbed(WRITING | READING)
        for blocks in range(BLOCKS_LEFT):
            _on_full_disk(campaign, blocks, expected)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _on_full_disk(campaign: Campaign, blocks: int, expected: Expected) -> None:
    campaign.begin()
    ballast = campaign.home.parent / "ballast"
    free = os.statvfs(campaign.home.parent)
    with ballast.open("wb") as file:
        file.write(bytes(max(0, free.f_bavail - blocks) * free.f_bsize))
    done = campaign.call(campaign.words)
    found = objections(campaign.home, done, expected) if campaign.home.exists() else []
    ballast.unlink()
    if campaign.home.exists():
        found += [f"litter: {one}" for one in litter(campaign.home)]
    found += next_step(campaign.home, lambda words: campaign.call(words, today="2027-01-13"), SETUP)
    campaign.faults += [f"{campaign.command.name}, {blocks} blocks left: {one}" for one in found]
    campaign.figures["refused" if done.code else "done"] += 1


def writers(campaign: Campaign) -> None:
    """Eight at once, each entry of its own: every one acknowledged is there once, on its line."""
    campaign.begin()
    before = State.of(campaign.home).log or b""
    children = []
    for writer in range(WRITERS):
        reader, end = os.pipe()
        child = os.fork()
        if not child:
            said = [
                number
                for number in range(ENTRIES)
                if campaign.call(("log", f"entry {writer}-{number}"), WAITING).code == 0
            ]
            os.write(end, json.dumps(said).encode())
            os._exit(0)
        os.close(end)
        children.append((writer, child, reader))
    wanted = []
    for writer, child, reader in children:
        with os.fdopen(reader, "rb") as file:
            wanted += [f"entry {writer}-{number}" for number in json.loads(file.read())]
        os.waitpid(child, 0)
    log = (campaign.home / "log.jsonl").read_bytes()
    lines = [json.loads(one) for one in log.removeprefix(before).splitlines()]
    campaign.figures["entries"] = len(wanted)
    campaign.figures["refused"] = WRITERS * ENTRIES - len(wanted)
    if sorted(one["text"] for one in lines) != sorted(wanted) or not log.startswith(before):
        campaign.faults.append("an entry is not there once")
    if len({one["id"] for one in lines}) != len(lines):
        campaign.faults.append("two entries share an id")


def lost(campaign: Campaign) -> None:
    """What is on the disk is done even when the confirmation goes nowhere."""
    expected, _ = campaign.undisturbed(WRITING | READING)
    campaign.begin()
    done = campaign.call(campaign.words, Plan(lost=True))
    # Another step is put aside, and the next one cannot be shown.
    wanted = 5 if campaign.words[:2] == ("today", "--other") else 0
    if done.code != wanted or not has_effect(State.of(campaign.home), expected):
        campaign.faults.append(f"{campaign.command.name}: {done.code} {done.err!r}")


CAMPAIGNS = {
    "fail": fail, "read": read, "lack": lack, "kill": kill, "power": power,
    "chance": chance, "full": full, "writers": writers, "lost": lost, "cut": cut,
}  # fmt: skip


def main(what: str, names: str, place: str) -> int:
    """Run a campaign for each command; figures as JSON on stdout, findings on stderr."""
    load_everything()
    if what.endswith(KEEPING):
        keep_everything()
    else:
        keep_nothing()
    prepare(Path(place))
    found = [_figures(what, name, Path(place)) for name in names.split(",")]
    return int(any(found))


def _figures(what: str, name: str, place: Path) -> bool:
    campaign = Campaign(EVERY[name], place, injector())
    campaign.keeps = what.endswith(KEEPING)
    what = what.removesuffix(KEEPING)
    if what.endswith(ON_SUCH_A_DISK):
        campaign.disk = EVERYTHING
    CAMPAIGNS[what.removesuffix(ON_SUCH_A_DISK)](campaign)
    figures = dict(sorted(campaign.figures.items()))
    sys.stdout.write(json.dumps({"name": name, "by": campaign.injector.name, **figures}) + "\n")
    for one in dict.fromkeys(campaign.faults):
        sys.stderr.write(one + "\n")
    return bool(campaign.faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
