"""The options of `doctor`, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer


@dataclass
class DoctorOptions:
    """What to do beyond looking; one of them at a time, and whether to ask before."""

    repair: Annotated[
        bool, typer.Option("--repair", help="Set damaged lines aside, narrow modes.")
    ] = False
    merge: Annotated[
        str,
        typer.Option(help="Take over what a conflict copy has.", metavar="FILE",
                     show_default=False),
    ] = ""  # fmt: skip
    restore: Annotated[
        bool, typer.Option("--restore", help="List the backups, or bring one back.")
    ] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False
