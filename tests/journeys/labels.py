"""What a careful human reads in half a year of plain sentences (`half_a_year.txt`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = Path(__file__).with_name("half_a_year.txt")


@dataclass(frozen=True)
class Label:
    """One line of the log. `did`: each is a choice of ids of which any one would be right."""

    day: date
    words: str
    did: tuple[frozenset[str], ...] = ()
    asked: frozenset[str] = frozenset()
    event: str = ""
    who: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    minutes: int | None = None
    firm: str = ""
    stage: str = ""
    number: tuple[str, ...] = ()
    milestones: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    kind: str = ""

    @property
    def is_step(self) -> bool:
        """Something of the path was done that is neither undone nor of the old job."""
        return not self.kind


def labels() -> tuple[Label, ...]:
    """All lines in their order."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_label(line) for line in lines if line and not line.startswith("#"))


def _label(line: str) -> Label:
    head, _, tail = line.partition("  =>  ")
    on, _, words = head.partition("  ")
    told = dict(one.split(":", 1) for one in tail.split("; ") if ":" in one)
    firm, _, stage = told.get("firm", "").partition(", ")
    return Label(
        date.fromisoformat(on), words,
        did=tuple(frozenset(one.split("/")) for one in _list(told.get("did", ""))),
        asked=frozenset(_list(told.get("ask", ""))), event=told.get("ev", ""),
        who=tuple(_list(told.get("who", ""))), near=tuple(_list(told.get("near", ""))),
        minutes=int(told["min"]) if "min" in told else None, firm=firm, stage=stage,
        number=tuple(_list(told.get("num", ""))),
        milestones=frozenset(_list(told.get("ms", ""))),
        maybe=frozenset(_list(told.get("may", ""))), kind=told.get("kind", ""),
    )  # fmt: skip


def _list(text: str) -> list[str]:
    return [one.strip() for one in text.split(", ") if one.strip()]
