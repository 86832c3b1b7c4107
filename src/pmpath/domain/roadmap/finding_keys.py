"""The keys that the table of a finding may have in a roadmap.

Which findings there are, and the unit of the limit of each, is content: whoever reads a roadmap
that names one hands both in.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    # By the id of the finding; empty where no key of its table is the limit.
    FindingUnits = Mapping[str, str]

UNITS = ("days", "weeks", "percent")
SWITCHES = ("off", "reason", "until")
NO_FINDINGS: FindingUnits = {}


def keys_of_finding(unit: str) -> tuple[str, ...]:
    """The keys that the table of a finding with such a limit may have."""
    return (*SWITCHES, unit) if unit else SWITCHES
