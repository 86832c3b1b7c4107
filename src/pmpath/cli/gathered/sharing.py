"""`--share` of what was gathered: the same facts for somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.reports.period.hidden import Hidden

if TYPE_CHECKING:
    from pmpath.coach.situation import Situation

SPELLING, TOLD = "--share", "For somebody else: initials, no companies, no notes."
Share = Annotated[bool, typer.Option(SPELLING, help=TOLD)]
# For the commands that show something by themselves.
SWITCH = {"is_shared": (SPELLING, TOLD)}


def hidden_in(situation: Situation) -> Hidden:
    """What others do not see: all names ever logged, and all firms of openings."""
    return Hidden(situation, [one.label for one in situation.journal.openings.all()])
