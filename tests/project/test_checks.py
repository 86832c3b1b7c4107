"""How dev.py runs its checks: side by side, told in order, and the tests last."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("mypy", "wheel", "pytest")


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A dev.py of its own, with two CPUs and its environment made."""
    spec = spec_from_file_location("dev_of_test", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ensure_environment", lambda _: None)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return module


def lines(shown: str) -> list[str]:
    """Verdict and name of each line, without the seconds."""
    return [" ".join(line.split()[:2]) for line in shown.splitlines()]


def steps(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, **made: Callable[[], None]) -> None:
    """Put these in the place of checks."""
    monkeypatch.setattr(dev, "STEPS", dict(made))


def test_two_checks_wait_for_each_other_and_the_tests_for_both(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither ends before the other has begun; each has its line, in the order of the table."""
    both, ended = threading.Barrier(2, timeout=60), []

    def beside() -> None:
        both.wait()
        ended.append("one")

    steps(dev, monkeypatch, mypy=beside, wheel=beside, pytest=lambda: ended.append("tests"))
    assert dev.check(*NAMES) == 0
    assert ended == ["one", "one", "tests"]
    assert lines(capsys.readouterr().out) == ["ok mypy", "ok wheel", "ok pytest"]


@pytest.mark.parametrize("which", ["mypy", "wheel"])
def test_the_tests_do_not_begin_where_a_check_fails(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], which: str
) -> None:
    """What it found stands above its line, and the last line names it."""

    def fails() -> None:
        raise dev.Failed(b"what it found\n")

    def tests() -> None:
        pytest.fail("the tests began")

    made = dict.fromkeys(NAMES[:2], lambda: None) | {which: fails, "pytest": tests}
    steps(dev, monkeypatch, **made)
    assert dev.check(*NAMES) == 1
    out, err = capfd.readouterr()
    told = lines(out)
    assert told[told.index(f"FAILED {which}") - 1] == "what it"
    assert told[-1] == f"FAILED {which}"
    assert err == f"dev.py: stopped at {which}; what it found is above\n"
