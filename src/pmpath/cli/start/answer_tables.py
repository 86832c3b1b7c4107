"""Answers in their two forms: by dotted key, as questions fill them, and as tables of a roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmpath.domain.roadmap.answers import Answer

# Tables whose keys are answers of their own; minutes and vacation are answers as a whole.
TABLES = ("target", "answers", "springboard")
WHOLE = ("minutes", "vacation")


def answers_in(tables: dict[str, Any]) -> Answer:
    """Answers by dotted key, from the tables of a roadmap or answers file; others are left out."""
    answers: Answer = {key: tables[key] for key in WHOLE if tables.get(key)}
    for name in TABLES:
        table = tables.get(name)
        if isinstance(table, dict):
            answers |= {f"{name}.{key}": value for key, value in table.items()}
    return answers


def tables_of(answers: Answer) -> dict[str, Any]:
    """The tables of a roadmap that hold the answers; those of TABLES are there in any case."""
    tables: dict[str, Any] = {name: {} for name in TABLES}
    for key, value in answers.items():
        name, dot, rest = key.partition(".")
        if dot:
            tables[name][rest] = value
        else:
            tables[name] = value
    return tables
