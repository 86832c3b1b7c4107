from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.process import START, entries, environment, log_of, pmpath
from tests.installed import CHECKOUT

# What `log` may load: modules of Python that cost next to nothing, and rooms of pmpath.
KNOWN = {
    "__future__", "_collections", "_datetime", "_json", "_signal", "atexit", "binascii", "datetime",
    "errno", "fcntl", "gc", "msvcrt", "unicodedata",
}  # fmt: skip
ROOMS = {
    "pmpath", "pmpath.cli", "pmpath.cli.daily", "pmpath.cli.options", "pmpath.cli.terminal",
    "pmpath.coach", "pmpath.coach.contacts", "pmpath.coach.meaning",
    "pmpath.coach.meaning.sentences", "pmpath.domain",
    "pmpath.domain.content", "pmpath.domain.language", "pmpath.domain.when", "pmpath.domain.words",
    "pmpath.domain.words.days", "pmpath.domain.words.events", "pmpath.domain.words.numbers",
    "pmpath.domain.words.openings", "pmpath.domain.words.people", "pmpath.domain.words.shapes",
    "pmpath.render", "pmpath.render.page", "pmpath.render.phrases", "pmpath.storage",
    "pmpath.storage.disk", "pmpath.storage.kept", "pmpath.storage.log", "pmpath.storage.roadmap",
}  # fmt: skip

# Each script below runs main() in an interpreter that has loaded no more than site did.
NEW_MODULES = """
import sys
before = set(sys.modules)
from pmpath.__main__ import main
code = main()
loaded = sorted(set(sys.modules) - before)
import json
sys.stderr.write(json.dumps(loaded))
sys.exit(code)
"""

BYTES_READ = """
import builtins, os, sys
paths, read, opened = {}, [], []
def watch(path, *rest, real=os.open, **more):
    descriptor = real(path, *rest, **more)
    paths[descriptor] = str(path)
    return descriptor
def count(descriptor, length, real=os.read):
    found = real(descriptor, length)
    if paths.get(descriptor, "").endswith("log.jsonl"):
        read.append(len(found))
    return found
def note(event, arguments):
    if event == "open" and str(arguments[0]).endswith("log.jsonl"):
        opened.append(arguments[0])
os.open, os.read = watch, count
sys.addaudithook(note)
from pmpath.__main__ import main
code = main()
sys.stderr.write(f"{len(opened)} {sum(read)}")
sys.exit(code)
"""

# Presses Ctrl-C at the very moment a module is about to be imported.
INTERRUPTED_AT = """
import os, signal, sys
def press(event, arguments):
    if event == "import" and arguments[0] == os.environ["AT"]:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(press)
from pmpath.__main__ import main
sys.exit(main())
"""


def script(code: str, home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a script around `pmpath WORDS`."""
    return subprocess.run(
        [sys.executable, "-c", code, *words], env=environment(home, **more), text=True,
        capture_output=True, timeout=30, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "coffee with @lena:pm 45m",
        "chose a textbook: Inspired",
        "coffee --with Lena --minutes 45m --tag two --note worry:churn --track allies",
    ],
)
def test_log_loads_nothing_heavy(line: str, home: Path) -> None:
    """What runs many times a day imports neither Typer nor a TOML parser, once it is installed."""
    found = script(NEW_MODULES, home, "log", *line.split())
    assert found.returncode == 0, found.stderr
    loaded = json.loads(found.stderr)
    rooms = {name.rpartition(".")[0] for name in loaded if name.startswith("pmpath.")}
    others = {name.partition(".")[0] for name in loaded if not name.startswith("pmpath")}
    assert "pmpath.domain.words" in rooms
    assert others - KNOWN == set()
    assert rooms - ROOMS == set()


def test_a_line_is_told_alike_from_a_checkout_and_an_installed_copy(home: Path) -> None:
    """Compiled or not, the content says the same."""
    told = [
        # The handle in the command that takes the credit back is another for each entry.
        re.sub(
            r"--entry \w+", "", pmpath(home, "log", "chose a textbook: Inspired", **place).stdout
        )
        for place in ({}, {"PYTHONPATH": CHECKOUT})
    ]
    assert told[0] == told[1]
    assert "counts as: choosing a textbook" in " ".join(told[0].split())


def test_log_does_not_read_the_whole_log(home: Path) -> None:
    """Of a log of 1 MB, an entry costs the head, the last byte, and the end for known names."""
    line = '{"id":"X","at":"x","day":"2026-11-01","kind":"action","text":"tea","minutes":5}\n'
    with log_of(home).open("a", encoding="utf-8") as file:
        file.write(line * (1_000_000 // len(line)))
    size = log_of(home).stat().st_size
    found = script(BYTES_READ, home, "log", "coffee", "with", "@lena:pm", "45m")
    assert found.returncode == 0, found.stderr
    assert log_of(home).stat().st_size > size > 999_000
    opened, read = map(int, found.stderr.split())
    assert opened == 2
    assert 1 <= read <= 2048 + 65_536


def test_older_garbage_is_no_reason_not_to_log(home: Path) -> None:
    """Lines that nobody can read stay as they are, and the new entry stands behind them."""
    log_of(home).write_bytes(b'{"kind":"log","schema":1}\n\x00\xff{{{{\nnot json\n{"id":1}')
    before = log_of(home).read_bytes()
    found = pmpath(home, "log", "coffee", "45m")
    assert (found.returncode, found.stderr) == (0, "")
    after = log_of(home).read_bytes()
    assert after.startswith(before + b"\n")
    assert json.loads(after.splitlines()[-1])["text"] == "coffee 45m"


@pytest.mark.parametrize(
    ("words", "module"),
    [
        ("log coffee", "pmpath.cli.terminal.output"),
        ("log coffee", "pmpath.cli.door"),
        ("log coffee", "pmpath.cli.session"),
        ("log coffee", "pmpath.domain.words.draft"),
        ("log coffee", "pmpath.domain.words.reading"),
        ("log coffee --minutes 5", "pmpath.cli.options.said"),
        ("people", "typer"),
        ("people", "typer.core"),
        ("people", "dataclasses"),
        ("--help", "pmpath.cli.terminal.help_screen"),
        ("today", "pmpath.render.page.terminal.layout"),
        ("report", "tomllib"),
    ],
)
def test_ctrl_c_while_starting_is_quiet(words: str, module: str, home: Path) -> None:
    """Ctrl-C during any import ends with 130: no traceback, nothing recorded."""
    place = {"PYTHONPATH": CHECKOUT} if module == "tomllib" else {}
    found = script(INTERRUPTED_AT, home, *words.split(), AT=module, **place)
    assert (found.returncode, found.stdout, found.stderr) == (130, "", "")
    assert entries(home) == []


def test_ctrl_c_at_the_free_line_is_quiet(home: Path) -> None:
    """Ctrl-C from outside while the process waits ends it the same way."""
    with subprocess.Popen(
        [*START, "log", "-"], env=environment(home), text=True, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as waiting:  # fmt: skip
        assert waiting.stdin
        # More than a pipe holds: when it is written, the process is reading.
        waiting.stdin.write("x" * 100_000)
        waiting.stdin.flush()
        os.kill(waiting.pid, signal.SIGINT)
        out, err = waiting.communicate(timeout=30)
    assert (waiting.returncode, out, err) == (130, "", "")
    assert entries(home) == []
