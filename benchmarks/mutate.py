"""Break the code a little, many times, and see whether the tests notice.

    python benchmarks/mutate.py storage 150 --seed 1

For each of so many mutants, drawn by the seed from all that the group's files allow, a copy of the
checkout gets one changed operator, constant, condition or statement, and the tests of that file
run until the first failure. A mutant that passes them meets the wider tests, unless `--narrow` is
given: those take minutes. What survives is printed with its place; docs/mutation.md says why each
is left, or which test ends it now.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The line, what is changed there, and the function that changes the tree.
Change = tuple[int, str, Callable[[], object]]
PATIENCE_SECONDS = 600
# A mutant that never ends is ended by the kernel after so many seconds of work.
WORK_SECONDS = 60
# Lines that no test can be about: types, and what only type checkers see.
BESIDE = ("import ", "from ", "TYPE_CHECKING", "if TYPE_CHECKING")
GROUPS: dict[str, dict[str, str]] = {
    "storage": {
        "log/append": "tests/storage/test_append.py",
        "log/read": "tests/storage/test_reading.py",
        "log/decode": "tests/storage/test_reading.py",
        "log/corrections": "tests/storage/test_reading.py tests/commands/test_corrections.py",
        "disk/atomic": "tests/storage/test_setup.py tests/doctor/test_repair.py "
        "tests/editing/test_backups.py",
        "disk/lock": "tests/storage/test_append.py tests/storage/test_processes.py",
        "disk/os_errors": "tests/storage/test_append.py tests/storage/test_processes.py",
        "roadmap/edit": "tests/editing/test_edit.py",
        "backups": "tests/editing/test_backups.py tests/doctor/test_restore.py",
        "doctor/repair": "tests/doctor/test_repair.py",
        "doctor/merge": "tests/doctor/test_merge.py",
    },
    "phrase": dict.fromkeys(
        ("words/reading", "words/marks", "words/times", "tokens", "next_move", "people"),
        "tests/language tests/words",
    ),
}
FOLDERS = {"storage": "src/pmpath/storage", "phrase": "src/pmpath/domain"}
WIDER = {
    "storage": "tests/storage tests/doctor tests/editing tests/faults",
    "phrase": "tests/commands tests/doors/test_both_doors.py tests/doors/test_shells.py",
}
FLIPS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.And: ast.Or, ast.Or: ast.And, ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Every mutant of a file: its line, what was changed, and the whole changed tree."""
    count = sum(1 for _ in _changes(copy.deepcopy(tree)))
    for number in range(count):
        changed = copy.deepcopy(tree)
        for at, (line, told, change) in enumerate(_changes(changed)):
            if at == number:
                change()
                yield line, told, ast.fix_missing_locations(changed)
                break


def _changes(tree: ast.Module) -> Iterator[Change]:
    """Each possible change of a tree."""
    texts = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            if id(node) not in texts:
                yield from _other_value(node)
        else:
            yield from _other_operator(node)
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and not isinstance(node, ast.Module | ast.ClassDef):
                yield from _removals(block)


def _other_operator(node: ast.AST) -> Iterator[Change]:
    """Another comparison, another sum, the opposite condition."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in FLIPS:
        new = FLIPS[type(node.ops[0])]()
        told = f"{type(node.ops[0]).__name__} to {type(new).__name__}"
        yield node.lineno, told, lambda: node.ops.__setitem__(0, new)
    elif isinstance(node, ast.BoolOp) or (isinstance(node, ast.BinOp) and not _is_type(node)):
        if type(node.op) in FLIPS:
            other = FLIPS[type(node.op)]()
            told = f"{type(node.op).__name__} to {type(other).__name__}"
            yield node.lineno, told, lambda: setattr(node, "op", other)
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        test = ast.UnaryOp(ast.Not(), node.test)
        yield node.lineno, f"not ({ast.unparse(node.test)})", lambda: setattr(node, "test", test)


def _other_value(node: ast.Constant) -> Iterator[Change]:
    """True for False, one more, an empty text."""
    value: object = None
    if isinstance(node.value, bool):
        value = not node.value
    elif isinstance(node.value, int):
        value = node.value + 1
    elif isinstance(node.value, str | bytes):
        value = node.value[:0]
    if value is not None and value != node.value:
        told = f"{node.value!r} to {value!r}"
        yield node.lineno, told, lambda: setattr(node, "value", value)


def _is_type(node: ast.BinOp) -> bool:
    """Whether `a | b` joins types, as in an annotation."""
    sides = [ast.unparse(side) for side in (node.left, node.right)]
    types = ("None", "int", "str", "bytes")
    return any(side in types or (side[:1].isupper() and not side.isupper()) for side in sides)


def _removals(block: list[ast.stmt]) -> Iterator[Change]:
    """One statement less, or nothing returned."""
    for at, node in enumerate(block):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.Expr | ast.Raise | ast.AugAssign | ast.Continue) and not is_text:
            told = f"without {ast.unparse(node)[:60]}"
            yield node.lineno, told, lambda block=block, at=at: block.__setitem__(at, ast.Pass())
        elif isinstance(node, ast.Return) and ast.unparse(node) not in ("return", "return None"):
            told = f"returns None, not {ast.unparse(node.value)[:60]}"
            yield node.lineno, told, lambda node=node: setattr(node, "value", None)


def passes(checkout: Path, tests: str, *, slow: bool = False) -> bool:
    """Whether these tests pass in the copy; a mutant that never ends does not, and is named."""
    command = [
        sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly",
        *([] if slow else ["-m", "not slow"]), *tests.split(),
    ]  # fmt: skip
    limit = WORK_SECONDS * (20 if slow else 1)
    environment = {
        **os.environ,
        "PYTHONPATH": str(checkout / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with subprocess.Popen(
        command, cwd=checkout, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
    ) as run:  # fmt: skip
        try:
            return run.wait(PATIENCE_SECONDS * (6 if slow else 1)) == 0
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            print("  ended by the clock:", flush=True)
            return False


def drawn_mutants(group: str, count: int, seed: int) -> list[tuple[str, int, str, str]]:
    """So many mutants of a group: file, line, what was changed, and the changed text."""
    every = []
    for name in GROUPS[group]:
        text = (ROOT / FOLDERS[group] / f"{name}.py").read_text()
        found = mutants(ast.parse(text))
        every += [(name, line, told, tree) for line, told, tree in found
                  if not text.splitlines()[line - 1].strip().startswith(BESIDE)]  # fmt: skip
    drawn = random.Random(seed).sample(every, min(count, len(every)))
    print(f"{len(drawn)} of {len(every)} mutants of {', '.join(GROUPS[group])}", flush=True)
    return [(name, line, told, ast.unparse(tree)) for name, line, told, tree in drawn]


def main() -> None:
    """Draw the mutants, try them, and print what survived."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("group", choices=GROUPS)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--narrow", action="store_true", help="without the wider tests")
    chosen = parser.parse_args()
    drawn = drawn_mutants(chosen.group, chosen.count, chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder) / "checkout"
        ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")
        shutil.copytree(ROOT, checkout, ignore=ignored)
        for tests in dict.fromkeys(GROUPS[chosen.group].values()):
            if not passes(checkout, tests):
                sys.exit(f"{tests} fails before anything is broken")
        killed, began = 0, time.monotonic()
        for number, (name, line, told, text) in enumerate(drawn, 1):
            place = checkout / FOLDERS[chosen.group] / f"{name}.py"
            whole = place.read_text()
            place.write_text(text)
            survived = passes(checkout, GROUPS[chosen.group][name]) and (
                chosen.narrow or passes(checkout, WIDER[chosen.group], slow=True)
            )
            place.write_text(whole)
            killed += not survived
            if survived:
                print(f"survived: {name}.py:{line}: {told}", flush=True)
            if number % 10 == 0:
                seconds = time.monotonic() - began
                print(f"  {number} tried, {killed} killed, {seconds:.0f} s", flush=True)
    print(f"{killed} of {len(drawn)} killed")


if __name__ == "__main__":
    main()
