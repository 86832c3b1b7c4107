"""What answers of the reality check do to the milestones of a new plan."""

from __future__ import annotations

from itertools import compress

from pmpath.domain.people import function_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.leaders import leaders_of_answers
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pmpath.domain.content.catalog import Catalog

MANAGER_TALK, INSIDE_STEP, TWO_TOLD = (
    "sponsors.manager-talk", "search.inside-step", "sponsors.two-told",
)  # fmt: skip
VOLUNTEER, TRIAL, TRIAL_IDS = "volunteer", "trial", "craft.trial-"
# What a plan may do without; a stepping-stone role is skipped by its own answer.
ABSENT = (VOLUNTEER, TRIAL)
STEP_ROLE_DECIDED = "springboard.decided"
# Of which two functions a leader each has to know.
BOTH_LEADERS = ("marketing", "sales")
# What answers alone do not reach: two that are recorded with the answer, and a day in the roadmap
# that nobody was told yet.
NOT_BY_ANSWERS_ALONE = (STEP_ROLE_DECIDED, TWO_TOLD, "springboard.exit-date")
# Of these the roadmap holds the result, and somebody has still to be told.
TO_BE_TOLD = ("springboard.exit-date",)
# What `actions_answered` looks for, in its order: a day asks for hundreds of other actions.
MAY_BE_ANSWERED = (
    "roadmap.target", "roadmap.pay-floor", "springboard.decide", "search.odds",
    "springboard.exit-date",
)  # fmt: skip


def with_talk_placed(
    milestones: tuple[Milestone, ...], answers: Mapping[str, object], weeks: int
) -> tuple[Milestone, ...]:
    """The milestones with the talk with one's manager where the answer allows it.

    It may know now: in the first third. It may not: after the first step inside. Not known: as the
    catalog has it, once an ally has told more.
    """
    # Weeks before the target: the greater number is the earlier day.
    at = {one.id: one.weeks_before or 0 for one in milestones}
    safe = answers.get("manager_safe")
    if MANAGER_TALK not in at:
        return milestones
    if safe == "yes":
        at[MANAGER_TALK] = max(at[MANAGER_TALK], -(-weeks * 2 // 3))
    if safe == "no" and INSIDE_STEP in at:
        at[MANAGER_TALK] = max(min(at[MANAGER_TALK], at[INSIDE_STEP] - 1), 0)
    found = [changed(one, weeks_before=at[one.id], depends_on=_predecessors(one, safe, at))
             for one in milestones]  # fmt: skip
    return tuple(sorted(found, key=lambda one: -(one.weeks_before or 0)))


def _predecessors(one: Milestone, safe: object, at: Mapping[str, int]) -> tuple[str, ...]:
    """What the milestone depends on; a duty is handed over whether or not the talk was held."""
    if one.id == MANAGER_TALK and safe == "no" and INSIDE_STEP in at:
        return (*one.depends_on, INSIDE_STEP)
    if MANAGER_TALK in one.depends_on and at[one.id] > at[MANAGER_TALK]:
        return tuple(key for key in one.depends_on if key != MANAGER_TALK)
    return one.depends_on


def without_unwanted(roadmap: Roadmap, absent: Collection[str]) -> Roadmap:
    """The roadmap without the volunteer job or the trial, where the person wants neither."""
    tracks = tuple(
        changed(one, active=False) if one.id == VOLUNTEER and VOLUNTEER in absent else one
        for one in roadmap.tracks
    )
    gone = tuple(f"{key}." if key == VOLUNTEER else TRIAL_IDS for key in absent if key in ABSENT)
    kept = [one for one in roadmap.milestones if not one.id.startswith(gone)]
    ids = {one.id for one in kept}
    milestones = tuple(
        changed(one, depends_on=tuple(key for key in one.depends_on if key in ids)) for one in kept
    )
    return changed(roadmap, tracks=tracks, milestones=milestones)


def reached_already(answers: Mapping[str, object], step_role: str) -> tuple[str, ...]:
    """Milestones that the answers reach: a decided stepping-stone role, two leaders who know."""
    functions = " ".join(function_of(label) for label, _ in leaders_of_answers(answers))
    told = all(word in functions for word in BOTH_LEADERS)
    return ((STEP_ROLE_DECIDED,) if step_role else ()) + ((TWO_TOLD,) if told else ())


def actions_answered(roadmap: Roadmap) -> frozenset[str]:
    """The actions of which the roadmap itself already holds what they would find out."""
    answers = roadmap.answers
    is_held = (
        bool(roadmap.target.role),
        answers.get("pay_floor_set") is True,
        bool(roadmap.springboard.state),
        "engineers" in answers and "product_managers" in answers,
        roadmap.springboard.exit_date is not None,
    )
    return frozenset(compress(MAY_BE_ANSWERED, is_held))


# The milestones of one catalog by the actions that they want.
_WANTED_BY: list[tuple[Catalog, dict[str, list[str]]]] = []


def wanted_by(catalog: Catalog, action: str) -> list[str]:
    """The ids of the milestones that want an action at least once."""
    if not _WANTED_BY or _WANTED_BY[0][0] is not catalog:
        found: dict[str, list[str]] = {}
        for key, one in catalog.milestones.items():
            for wanted in filter(one.times_of, one.actions):
                found.setdefault(wanted, []).append(key)
        _WANTED_BY[:] = [(catalog, found)]
    return _WANTED_BY[0][1].get(action, [])
