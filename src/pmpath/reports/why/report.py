"""What a word given to `why` leads to: one thing explained, several to choose from, or the nearest.

The reports never raise: nothing found is a report with the nearest words in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmpath.coach.plan.milestones import dated
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import MILESTONE as DUE_MILESTONE
from pmpath.coach.today.proposal import Step
from pmpath.domain.content.reasons import TODAY
from pmpath.domain.nearest import nearest
from pmpath.domain.record import Frozen
from pmpath.reports.today import today_report
from pmpath.reports.why.explanation import (
    ACTION,
    FINDING,
    MILESTONE,
    NUMBER,
    POINT,
    TRACK,
    Explanation,
    Ground,
    explained,
)

SHOWN = 8
NEAREST = 3
EXAMPLES = 3
# A shorter word would stand in nearly every title.
SHORTEST_SEARCHED = 3


class Subject(Frozen):
    """Something that can be asked for; `words` find it besides its id."""

    kind: str
    id: str
    title: str
    words: tuple[str, ...] = ()


class WhyReport(Frozen):
    """`explanations` when the word is known; else `matches`, the first of `found`; else `nearest`.

    `step` is today's when that was asked for.
    """

    asked: str
    today: date
    step: Step | None
    explanations: tuple[Explanation, ...]
    matches: tuple[Subject, ...] = ()
    found: int = 0
    nearest: tuple[str, ...] = ()


class Topic(Frozen):
    """One kind of thing that can be asked for: how many there are, and examples by id.

    `own` are those of the person: live tracks, next milestones, the action of today's step.
    """

    kind: str
    count: int
    examples: tuple[str, ...]
    own: tuple[str, ...] = ()


def why_report(word: str, ground: Ground, today: date) -> WhyReport:
    """The report about a word."""
    subjects = list(_subjects(ground))
    named = _named(word, subjects)
    if named:
        explanations = tuple(explained(one.kind, one.id, ground) for one in named)
        return WhyReport(word, today, None, explanations)
    matches = _containing(word, subjects)
    if len(matches) == 1:
        only = explained(matches[0].kind, matches[0].id, ground)
        return WhyReport(word, today, None, (only,))
    close = () if matches else _nearest(word, subjects)
    return WhyReport(word, today, None, (), tuple(matches[:SHOWN]), len(matches), close)


def why_today(ground: Ground, situation: Situation) -> WhyReport:
    """Today's step, then what it serves: the milestone it works toward, and its action."""
    step = today_report(situation).step
    explanations: list[Explanation] = []
    if step is not None:
        if step.reason.kind == DUE_MILESTONE:
            due = [
                one.id for one in situation.roadmap.milestones if one.title == step.reason.subject
            ]
            explanations += [explained(MILESTONE, key, ground) for key in due[:1]]
        if step.action:
            explanations.append(explained(ACTION, step.action, ground))
    return WhyReport("today", situation.today, step, tuple(explanations))


def topics(ground: Ground) -> tuple[Topic, ...]:
    """Everything that can be asked for, by kind."""
    reasons, catalog, situation = ground.reasons, ground.catalog, ground.situation
    milestones = ground.milestones()
    words = tuple(word for point in reasons.points.values() for word in point.also[:1])
    live = tuple(one.id for one in situation.live_tracks()) if situation else ()
    step = today_report(situation).step if situation else None
    return (
        Topic(TRACK, len(catalog.tracks), tuple(catalog.tracks), live),
        Topic(MILESTONE, len(milestones), tuple(milestones)[:EXAMPLES], _next(ground)),
        Topic(
            ACTION, len(catalog.actions), tuple(catalog.actions)[:EXAMPLES],
            (step.action,) if step and step.action else (),
        ),
        Topic(NUMBER, len(reasons.numbers), tuple(reasons.numbers)),
        Topic(FINDING, len(reasons.concerns), tuple(reasons.concerns)[:EXAMPLES]),
        Topic(POINT, len(reasons.points), words),
    )  # fmt: skip


def _next(ground: Ground) -> tuple[str, ...]:
    """The ids of the person's next milestones; none before `init`."""
    if ground.situation is None:
        return ()
    milestones = dated(ground.situation.roadmap, ground.situation.journal)
    return tuple(one.id for one in milestones if one.done is None)[:EXAMPLES]


def _subjects(ground: Ground) -> Iterator[Subject]:
    for track in ground.catalog.tracks.values():
        yield Subject(TRACK, track.id, track.name, (track.name,))
    for key, title in ground.milestones().items():
        yield Subject(MILESTONE, key, title, (title,))
    for action in ground.catalog.actions.values():
        yield Subject(ACTION, action.id, action.title, (action.title,))
    for number in ground.reasons.numbers.values():
        yield Subject(NUMBER, number.id, number.title, (number.title, *number.also))
    for concern in ground.reasons.concerns.values():
        yield Subject(FINDING, concern.id, concern.condition)
    for point in ground.reasons.points.values():
        yield Subject(POINT, str(point.n), point.text, (f"a{point.n}", *point.also))


def _named(word: str, subjects: list[Subject]) -> list[Subject]:
    """Those of this id or word: spelled so, else whatever the case and whatever joins the words."""
    exact = [one for one in subjects if word == one.id or word in one.words]
    folded = _folded(word)
    return exact or [
        one for one in subjects if folded in (_folded(other) for other in (one.id, *one.words))
    ]


def _containing(word: str, subjects: list[Subject]) -> list[Subject]:
    """Those whose id or title holds the word; none for a word of two letters."""
    folded = _folded(word)
    if len(folded) < SHORTEST_SEARCHED:
        return []
    return [one for one in subjects if folded in _folded(one.id) or folded in _folded(one.title)]


def _nearest(word: str, subjects: list[Subject]) -> tuple[str, ...]:
    """The ids that look most like the word."""
    spelled = {
        _folded(other): one.id if one.kind != POINT else other
        for one in reversed(subjects)
        for other in (one.id, *one.words)
    }
    spelled |= {other: other for other in TODAY}
    close = nearest(_folded(word), spelled, most=NEAREST)
    return tuple(dict.fromkeys(spelled[one] for one in close))


def _folded(word: str) -> str:
    """A word as it is compared: small letters, one hyphen for whatever joins its parts."""
    return "-".join(word.casefold().replace("_", " ").replace("-", " ").split())
