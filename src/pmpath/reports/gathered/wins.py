"""Results whole and ranked, what of yours is in use, and the questions that the log can answer."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import known_label
from pmpath.coach.gathered.stories import Story, StoryPart, said_in_notes, stories
from pmpath.coach.gathered.wins import Result, results
from pmpath.coach.situation import Situation
from pmpath.domain.content.interview import InterviewQuestion
from pmpath.domain.entry import ASK
from pmpath.domain.log.firsts import USED
from pmpath.domain.record import Frozen, changed
from pmpath.reports.period.hidden import SOME_WORK, names_pay
from pmpath.reports.reported_entry import words_for_report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.entry import Entry
    from pmpath.reports.period.hidden import Hidden

# By these somebody uses what you made.
SOMETHING = "something you made"
USED_ACTIONS = ("allies.check-use", "writing.ask-use")


class UsedThing(Frozen):
    """Something of yours that somebody uses, in the words of the log; `said` are theirs."""

    day: date
    told: str
    said: str
    people: tuple[str, ...]
    entry_id: str

    def for_others(self, hidden: Hidden) -> UsedThing:
        """Who uses it, by initials; no words of the log."""
        people = _initials(self.people, hidden)
        told = f"{SOMETHING}, used by {' and '.join(people)}" if people else SOMETHING
        return changed(self, told=told, said="", people=people)


class PartFacts(Frozen):
    """One part of a story: the words of an entry; `number` is its result, None elsewhere.

    `said` are the words of somebody else, empty where no note holds any.
    """

    day: date
    told: str
    said: str
    number: Result | None
    entry_id: str
    track: str = ""
    action: str = ""

    def for_others(self, hidden: Hidden) -> PartFacts:
        """Its track and action, and its number unless that is about pay."""
        number = _shared_result(self.number, hidden) if self.number else None
        told = hidden.told_as(self.track, self.action, self.entry_id) or SOME_WORK
        action = "" if self.action in hidden.private else self.action
        return changed(self, told=told, said="", number=number, action=action)


class StoryFacts(Frozen):
    """A question of an interview with the parts that the log has; `missing` names the others.

    `hint` is a line to log where a part is missing.
    """

    question: str
    asks: str
    situation: PartFacts | None
    action: PartFacts | None
    result: PartFacts | None
    missing: tuple[str, ...]
    hint: str

    def for_others(self, hidden: Hidden) -> StoryFacts:
        """The same parts without words of the log."""

        def of(part: PartFacts | None) -> PartFacts | None:
            return part.for_others(hidden) if part is not None else None

        return changed(
            self, situation=of(self.situation), action=of(self.action), result=of(self.result)
        )


class WinsReport(Frozen):
    """Results with the greatest change first, things in use with the newest first.

    `stories` are there where they were asked for.
    """

    today: date
    results: tuple[Result, ...]
    used: tuple[UsedThing, ...]
    stories: tuple[StoryFacts, ...] | None
    is_shared: bool = False

    def for_others(self, hidden: Hidden) -> WinsReport:
        """Numbers stay unless they are about pay; words of the log and what to mind go."""
        results = (_shared_result(one, hidden) for one in self.results)
        stories = self.stories
        if stories is not None:
            stories = tuple(one.for_others(hidden) for one in stories)
        return changed(
            self, results=tuple(filter(None, results)),
            used=tuple(one.for_others(hidden) for one in self.used), stories=stories,
            is_shared=True,
        )  # fmt: skip


def wins_report(
    situation: Situation, asked: Sequence[InterviewQuestion] | None = None
) -> WinsReport:
    """What the log has to show. The journal must have kept all entries whole.

    With `asked` also a story for each of these questions.
    """
    known = results(situation.journal, lambda entry: _told(situation, entry))
    found = tuple(_result(situation, one) for one in known)
    used = [one for one in situation.journal.entries if _is_in_use(situation, one)]
    told = None
    if asked is not None:
        told = tuple(_story(situation, one) for one in stories(situation.journal, asked, known))
    return WinsReport(
        situation.today, found,
        tuple(
            _used(situation, one)
            for one in reversed(used)
        ),
        told,
    )  # fmt: skip


def _result(situation: Situation, one: Result) -> Result:
    """With the fullest labels of whoever was there."""
    return changed(one, people=_labels(situation, one.people))


def _shared_result(one: Result, hidden: Hidden) -> Result | None:
    """The number with names hidden; None for what is about pay. How it came is its owner's."""
    metric = one.metric
    if names_pay(metric.name):
        return None
    hide = hidden.hide
    metric = changed(
        metric, name=hide(metric.name), unit=hide(metric.unit), period=hide(metric.period)
    )
    return changed(one, metric=metric, part="", cautions=(), people=_initials(one.people, hidden))


def _initials(people: Sequence[str], hidden: Hidden) -> tuple[str, ...]:
    return tuple(hidden.label(one) for one in people if not hidden.is_private(one))


def _used(situation: Situation, entry: Entry) -> UsedThing:
    people = _labels(situation, entry.people)
    return UsedThing(entry.day, _told(situation, entry), said_in_notes(entry), people, entry.id)


def _is_in_use(situation: Situation, entry: Entry) -> bool:
    if not entry.is_path_action or entry.half == ASK:
        return False
    did = {entry.action, *entry.did, *situation.journal.fulfilled.get(entry.id, ())}
    return USED in entry.tags or not (did - set(entry.not_did)).isdisjoint(USED_ACTIONS)


def _labels(situation: Situation, people: Sequence[str]) -> tuple[str, ...]:
    return tuple(known_label(situation.journal, one) for one in people)


def _told(situation: Situation, entry: Entry) -> str:
    return words_for_report(entry, situation.vocabulary)


def _story(situation: Situation, story: Story) -> StoryFacts:
    return StoryFacts(
        story.question, story.asks, _part(situation, story.situation),
        _part(situation, story.action), _part(situation, story.result), story.missing, story.hint,
    )  # fmt: skip


def _part(situation: Situation, part: StoryPart | None) -> PartFacts | None:
    if part is None:
        return None
    entry = next(one for one in situation.journal.entries if one.id == part.entry_id)
    number = _result(situation, part.number) if part.number is not None else None
    action = entry.action or next(iter(situation.journal.fulfilled.get(entry.id, ())), "")
    return PartFacts(
        part.day, _told(situation, entry), part.said, number, part.entry_id, entry.track, action
    )
