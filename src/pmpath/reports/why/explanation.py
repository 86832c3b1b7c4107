"""One thing explained: what it is, why, the article on it, own figures, what changes it."""

from __future__ import annotations

from pmpath.coach.plan.milestones import milestone_of
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import Action, Catalog
from pmpath.domain.content.concerns import Concern
from pmpath.domain.content.reasons import Number, Point, Reasons
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Milestone
from pmpath.reports.why.figure import Figure
from pmpath.reports.why.finding_figures import of_concern
from pmpath.reports.why.number_figures import of_number
from pmpath.reports.why.plan_figures import of_action, of_milestone, of_track

TRACK, MILESTONE, ACTION = "track", "milestone", "action"
FINDING, NUMBER, POINT = "finding", "number", "point"


class Explanation(Frozen):
    """`about` are facts of the thing itself, `yours` those of the person, none before `init`.

    `changes` is what would make it another: a condition, a value of the roadmap, a command.
    """

    kind: str
    id: str
    title: str
    why: str
    about: tuple[Figure, ...]
    article: tuple[Point, ...]
    yours: tuple[Figure, ...]
    changes: tuple[Figure, ...]


class Ground(Frozen):
    """What explanations are made from; `situation` is None before `init`."""

    catalog: Catalog
    reasons: Reasons
    situation: Situation | None

    def milestones(self) -> dict[str, str]:
        """Titles by id: those of the roadmap in its own words, then the rest of the catalog."""
        own = self.situation.roadmap.milestones if self.situation else ()
        titles = {one.id: one.title for one in own}
        return titles | {
            key: one.title for key, one in self.catalog.milestones.items() if key not in titles
        }


def explained(kind: str, key: str, ground: Ground) -> Explanation:
    """The explanation of a thing that exists."""
    if kind == TRACK:
        return _track(key, ground)
    if kind == MILESTONE:
        return _milestone(key, ground)
    if kind == ACTION:
        return _action(ground.catalog.actions[key], ground)
    if kind == FINDING:
        return _concern(ground.reasons.concerns[key], ground)
    if kind == NUMBER:
        return _number(ground.reasons.numbers[key], ground)
    return _point(ground.reasons.points[int(key)], ground)


def _points(numbers: tuple[int, ...], reasons: Reasons) -> tuple[Point, ...]:
    return tuple(reasons.points[n] for n in dict.fromkeys(numbers))


def _track(key: str, ground: Ground) -> Explanation:
    track = ground.catalog.tracks[key]
    purpose, why = ground.reasons.track_whys[key]
    actions = [one for one in ground.catalog.actions.values() if one.track == key]
    return Explanation(
        TRACK, key, track.name, why,
        about=(Figure("purpose", purpose), Figure("actions", len(actions))),
        article=_points(ground.reasons.advice[key], ground.reasons),
        yours=of_track(track, ground.situation) if ground.situation else (),
        changes=(Figure("track_key", key),),
    )  # fmt: skip


def _milestone(key: str, ground: Ground) -> Explanation:
    own = milestone_of(ground.situation.roadmap, key) if ground.situation else None
    template = ground.catalog.milestones.get(key)
    track = own.track if own else key.partition(".")[0]
    actions = template.actions if template else ()
    advice = tuple(n for action in actions for n in ground.reasons.advice[action])
    done_when = _done_when(own, template.done_when if template else "")
    about = [Figure("done_when", done_when)] if done_when else []
    about += [Figure("on_track", ground.catalog.tracks[track].name)]
    about += [Figure("led_to_by", actions)] if actions else []
    yours = of_milestone(own, ground.situation) if own and ground.situation else ()
    return Explanation(
        MILESTONE, key, ground.milestones()[key], ground.reasons.track_whys[track][1],
        about=tuple(about),
        article=_points(advice, ground.reasons),
        yours=yours or ((Figure("not_in_plan", True),) if ground.situation else ()),
        changes=_milestone_changes(key, {figure.key for figure in yours}),
    )  # fmt: skip


def _milestone_changes(key: str, states: set[str]) -> tuple[Figure, ...]:
    """The commands that make sense for a milestone that is open, dropped, done, or not there."""
    if "open" in states:
        names = ["milestone_done", "milestone_move", "milestone_drop"]
    elif "dropped" in states:
        names = ["milestone_restore"]
    else:
        names = ["milestone_key"]
    return tuple(Figure(name, key) for name in names)


def _done_when(own: Milestone | None, otherwise: str) -> str:
    return own.done_when or otherwise if own else otherwise


def _action(action: Action, ground: Ground) -> Explanation:
    titles = ground.milestones()
    leads_to = [
        titles[key] for key, one in ground.catalog.milestones.items() if action.id in one.actions
    ]
    about = [
        Figure("done_when", action.done_when),
        Figure("minutes", action.minutes),
        Figure("cadence", action.cadence),
        Figure("phase", action.phase),
    ]
    about += [Figure("leads_to", tuple(leads_to))] if leads_to else []
    return Explanation(
        ACTION, action.id, action.title, ground.reasons.track_whys[action.track][1],
        about=tuple(about),
        article=_points(ground.reasons.advice[action.id], ground.reasons),
        yours=of_action(action, ground.situation) if ground.situation else (),
        changes=(Figure("action_done", action.id), Figure("other_step", True)),
    )  # fmt: skip


def _concern(concern: Concern, ground: Ground) -> Explanation:
    changes = [Figure("clears", concern.clears)]
    changes += [Figure("threshold", concern.threshold)] if concern.threshold else []
    return Explanation(
        FINDING, concern.id, concern.id, "",
        about=(Figure("raised_when", concern.condition), Figure("names", concern.names)),
        article=_points(concern.advice, ground.reasons),
        yours=of_concern(concern, ground.situation) if ground.situation else (),
        changes=(
            *changes, Figure("finding_accept", concern.id), Figure("finding_key", concern.id),
        ),
    )  # fmt: skip


def _number(number: Number, ground: Ground) -> Explanation:
    return Explanation(
        NUMBER, number.id, number.title, number.why,
        about=(Figure("made", number.made),),
        article=_points(number.advice, ground.reasons),
        yours=of_number(number.id, ground.situation) if ground.situation else (),
        changes=(Figure("changes", number.changes),),
    )  # fmt: skip


def _point(point: Point, ground: Ground) -> Explanation:
    """A point of the article, with everything that rests on it."""
    resting = [key for key, numbers in ground.reasons.advice.items() if point.n in numbers]
    for things in (ground.reasons.numbers, ground.reasons.concerns):
        resting += [key for key, one in things.items() if point.n in one.advice]
    return Explanation(
        POINT, str(point.n), f"A{point.n}", "",
        about=(Figure("carried_by", tuple(resting)),) if resting else (),
        article=(point,),
        yours=(),
        changes=(),
    )  # fmt: skip
