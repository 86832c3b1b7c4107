from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.process import START, entries, environment, log_of, pmpath

HEAVY = ("typer", "pydantic", "rich", "tomllib", "dataclasses", "typing", "pathlib", "subprocess")

# Each script below runs main() in an interpreter that has loaded no more than site did.
NEW_MODULES = """
import sys
before = set(sys.modules)
from pmpath.__main__ import main
code = main()
import json
sys.stderr.write(json.dumps(sorted(set(sys.modules) - before)))
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


def test_plain_words_load_nothing_heavy(home: Path) -> None:
    """What runs many times a day imports neither Typer nor anything else that takes long."""
    found = script(NEW_MODULES, home, "log", "coffee", "with", "@lena:pm", "45m")
    assert found.returncode == 0, found.stderr
    loaded = {name.partition(".")[0] for name in json.loads(found.stderr)}
    assert "pmpath" in loaded
    assert loaded.isdisjoint(HEAVY)


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
        ("log coffee --minutes 5", "typer"),
        ("log coffee --minutes 5", "typer.core"),
        ("log coffee --minutes 5", "dataclasses"),
        ("--help", "rich"),
        ("today", "rich.console"),
        ("report", "tomllib"),
    ],
)
def test_ctrl_c_while_starting_is_quiet(words: str, module: str, home: Path) -> None:
    """Ctrl-C during any import ends with 130: no traceback, nothing recorded."""
    found = script(INTERRUPTED_AT, home, *words.split(), AT=module)
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
