"""The milestone that an id on the command line means."""

from __future__ import annotations

import difflib

from pmpath.cli.session import Session
from pmpath.domain.errors import NotFound
from pmpath.domain.roadmap.roadmap import Milestone


def known_milestone(session: Session, key: str) -> Milestone:
    """The milestone with this id, whatever its scope; raises NotFound with the nearest one."""
    milestones = {one.id: one for one in session.roadmap.milestones}
    if key not in milestones:
        close = difflib.get_close_matches(key, milestones, n=1)
        hint = f"Did you mean {close[0]}?" if close else "pmpath milestones lists them."
        raise NotFound(f"There is no milestone {key}.", hint=hint)
    return milestones[key]
