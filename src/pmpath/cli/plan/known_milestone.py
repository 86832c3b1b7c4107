"""The milestone that an id on the command line means."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.domain.errors import NotFound
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.roadmap.roadmap import Milestone


def known_milestone(session: Session, key: str) -> Milestone:
    """The milestone with this id, whatever its scope; raises NotFound with the nearest one."""
    milestones = {one.id: one for one in session.roadmap.milestones}
    if key not in milestones:
        hint = did_you_mean(nearest(key, milestones), "pmpath milestones lists them.")
        raise NotFound(f"There is no milestone {key}.", hint=hint)
    return milestones[key]
