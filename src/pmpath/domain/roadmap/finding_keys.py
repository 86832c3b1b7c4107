"""The findings that a roadmap may name under `[findings.ID]`, and the unit of the limit of each.

A test holds the list against `data/findings.toml`: the roadmap is read without that file.
"""

from __future__ import annotations

# Empty where no key of that table is the limit.
FINDING_UNITS = {
    **dict.fromkeys(
        ("NO_PEOPLE", "NO_CUSTOMER", "AFTER_NO", "NO_MANAGER_VERSION", "TOLD_NOT_SHOWN",
         "BAR_NO_TRIAL", "NO_BASELINE", "RESUME_STALE", "GAP"),
        "days",
    ),
    **dict.fromkeys(("NO_SEARCH", "TAKE_ONLY", "NO_RESULT", "ONE_SIDED_SEARCH"), "weeks"),
    **dict.fromkeys(
        ("READING_HEAVY", "STRATEGY_HEAVY", "ENGINEERING_DRIFT", "PACE"), "percent",
    ),
    **dict.fromkeys(
        ("OVERSTAY", "DATE_MOVED", "LEVEL_MISMATCH", "TECH_TALK", "NO_SPONSOR", "DOES_NOT_FIT",
         "TOO_SLOW", "OVERDUE", "DATA_CHECK", "WIN"),
        "",
    ),
}  # fmt: skip
UNITS = ("days", "weeks", "percent")
SWITCHES = ("off", "reason", "until")


def keys_of_finding(key: str) -> tuple[str, ...]:
    """The keys that the table of a finding may have; none for what is not a finding."""
    unit = FINDING_UNITS.get(key)
    if unit is None:
        return ()
    return (*SWITCHES, unit) if unit else SWITCHES
