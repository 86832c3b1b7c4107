"""Every line that pmpath teaches: in `pmpath log --help` and in the README."""

from __future__ import annotations

from pathlib import Path

from pmpath.cli.daily.log_command import SPELLINGS

README = Path(__file__).resolve().parents[2] / "README.md"
CALL = "pmpath log "


def from_help() -> list[str]:
    """The words of each spelling; what they mean stands behind two spaces or more."""
    return [line.strip().split("  ")[0] for line in SPELLINGS.splitlines() if line.strip()]


def from_readme() -> list[str]:
    """The words behind `pmpath log` on every indented or fenced line of the README."""
    lines = (line.strip().removeprefix("$ ") for line in README.read_text("utf-8").splitlines())
    words = (line.removeprefix(CALL).split("  ")[0] for line in lines if line.startswith(CALL))
    return [line for line in words if not line.startswith("-")]


def taught() -> list[str]:
    """Each taught line once."""
    return list(dict.fromkeys([*from_help(), *from_readme()]))
