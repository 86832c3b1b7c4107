"""What is wrong with the content under data/: `faults` names every breach in one sentence.

Only for files as people write them, parsed elsewhere; nothing here opens a file or asks the time.
What a single table may hold stands in `tables`; here is what holds between the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from pydantic import BaseModel

from pmpath.domain.content.interview import NAMED, PLAIN
from pmpath.domain.entry import EVENTS
from tests.content.fulfilment_schema import reached_faults, verb_faults, way_faults
from tests.content.fulfilment_tables import Cautions, Groups, UnderstoodWords, Verbs
from tests.content.message_schema import MESSAGE_KEYS, message_faults
from tests.content.tables import (
    ROADMAP_KEYS,
    Action,
    Area,
    Book,
    Early,
    Finding,
    InterviewQuestion,
    Milestone,
    Note,
    Number,
    Pair,
    Phase,
    Point,
    Question,
    Reminder,
    Table,
    Talk,
    Track,
    fitted,
)

TIERS = ("core", "standard", "extended")
WEEKS = (26, 39, 52, 78)  # the lengths of a plan for which milestones have an offset
ENGINEERING = "engineering"  # a line of words.txt that is not a track
T = TypeVar("T", bound=Table)


def faults(tables: Mapping[str, object]) -> list[str]:
    """Every fault of the parsed tables, given by file name ("tracks.toml", "words.txt", ...)."""
    content = _Content(tables)
    return [
        *content.broken,
        *_twice(content),
        *_places(content),
        *_prerequisites(content),
        *_phases(content),
        *_early(content),
        *_conditions(content),
        *_advice(content),
        *_halves(content.actions),
        *message_faults(
            _mapping(tables.get("talks.toml")), {one.id for one in content.actions if one.people}
        ),
        *_milestones(content),
        *_cycles("actions", {action.id: action.prereq for action in content.actions}),
        *_cycles("milestones.toml", {one.id: one.depends_on for one in content.milestones}),
        *_words(content),
        *way_faults(
            content.actions,
            content.books,
            set(content.ids["tracks.toml"]),
            set(_mapping(tables.get("groups.toml"))),
        ),
        *verb_faults(content.actions, set(_mapping(tables.get("verbs.toml")))),
        *reached_faults(content.milestones, content.action_ids, set(content.ids["tracks.toml"])),
        *_reasons(content),
        *_interview(content),
    ]


# Files of words, each with what it has to fit.
WORD_FILES: dict[str, type[BaseModel]] = {
    "cautions.toml": Cautions,
    "groups.toml": Groups,
    "verbs.toml": Verbs,
}


class _Content:
    """The blocks that fit their model; `broken` tells of the others, `ids` has the ids of all."""

    def __init__(self, tables: Mapping[str, object]) -> None:
        self.tables = tables
        self.broken: list[str] = []
        self.ids: dict[str, list[str]] = {}
        self.tracks = self._blocks("tracks.toml", "track", Track)
        self.actions: list[Action] = []
        for track in self.ids["tracks.toml"]:
            self.actions += self._blocks(f"actions/{track}.toml", "action", Action)
        self.milestones = self._blocks("milestones.toml", "milestone", Milestone)
        self.phases = self._blocks("phases.toml", "phase", Phase)
        self.early = self._blocks("early.toml", "early", Early)
        self.reminders = self._blocks("reminders.toml", "reminder", Reminder)
        self.findings = self._blocks("findings.toml", "finding", Finding)
        self.points = self._blocks("advice.toml", "advice", Point)
        self.numbers = self._blocks("numbers.toml", "number", Number)
        self._blocks("areas.toml", "area", Area)
        self.books = self._blocks("books.toml", "book", Book)
        self._blocks("talks.toml", "talk", Talk, MESSAGE_KEYS)
        self._blocks("questions.toml", "question", Question)
        self._blocks("pairs.toml", "pair", Pair)
        self.interview = self._blocks("interview.toml", "question", InterviewQuestion)
        for key, note in _mapping(tables.get("notes.toml")).items():
            self.broken += fitted(f"notes.toml: {key}", note, Note)[1]
        for file, model in WORD_FILES.items():
            if file in tables:
                self.broken += fitted(file, tables[file], model)[1]
        for key, words in _mapping(tables.get("understood.toml")).items():
            self.broken += fitted(f"understood.toml: {key}", words, UnderstoodWords)[1]
        known = {*self.ids, *WORD_FILES, "notes.toml", "words.txt", "understood.toml"}
        self.broken += [f"{file}: there is no such table" for file in tables if file not in known]
        self.broken += [f"{file}: it is missing" for file in sorted(known) if file not in tables]

    @property
    def action_ids(self) -> set[str]:
        """The ids of all actions, also of those that do not fit."""
        return {one for file, ids in self.ids.items() if "/" in file for one in ids}

    def _blocks(
        self, file: str, name: str, model: type[T], besides: tuple[str, ...] = ()
    ) -> list[T]:
        table = _mapping(self.tables.get(file))
        known = (name, *besides)
        self.broken += [f"{file}: {key} is not a block here" for key in table if key not in known]
        blocks = table.get(name)
        blocks = blocks if isinstance(blocks, list) else []
        if file in self.tables and not blocks:
            self.broken.append(f"{file}: there is no [[{name}]] in it")
        first = next(iter(model.model_fields))
        self.ids[file] = [
            str(_mapping(block).get(first, f"block {at}")) for at, block in enumerate(blocks, 1)
        ]
        found = []
        for key, block in zip(self.ids[file], blocks, strict=True):
            item, wrong = fitted(f"{file}: {key}", block, model)
            self.broken += wrong
            if item is not None:
                found.append(item)
        return found


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _file(action: str) -> str:
    return f"actions/{action.partition('.')[0]}.toml"


def _twice(content: _Content) -> Iterator[str]:
    for file, ids in content.ids.items():
        # Two books may share a title, two pairs a sentence; an answer may bring steps on two days.
        if file not in ("books.toml", "pairs.toml", "early.toml"):
            for one in dict.fromkeys(one for one in ids if ids.count(one) > 1):
                yield f"{file}: {one} stands there {ids.count(one)} times"


def _places(content: _Content) -> Iterator[str]:
    """An id begins with its track, so that the file can be told from the id."""
    tracks = set(content.ids["tracks.toml"])
    for file, ids in content.ids.items():
        if "/" in file:
            track = file.removeprefix("actions/").removesuffix(".toml")
            for one in ids:
                if not one.startswith(f"{track}."):
                    yield f"{file}: {one} does not begin with {track}."
    for milestone in content.milestones:
        if milestone.id.partition(".")[0] not in tracks:
            yield f"milestones.toml: {milestone.id} belongs to no track"


def _prerequisites(content: _Content) -> Iterator[str]:
    known, tracks = content.action_ids, set(content.ids["tracks.toml"])
    for action in content.actions:
        for wanted in action.prereq:
            kind, colon, rest = wanted.partition(":")
            if not colon and wanted not in known:
                yield f"{_file(action.id)}: {action.id} has a prereq that does not exist: {wanted}"
            if kind == "count" and rest.partition(">=")[0] not in tracks:
                yield f"{_file(action.id)}: {action.id} counts a track that does not exist: {rest}"


def _phases(content: _Content) -> Iterator[str]:
    known = set(content.ids["phases.toml"])
    for action in content.actions:
        if action.phase not in known:
            yield f"{_file(action.id)}: {action.id} has a phase that does not exist: {action.phase}"
    for track in content.tracks:
        begun = [one.id for one in content.phases if one.from_percent <= track.live_from_percent]
        if track.live_from not in known:
            yield f"tracks.toml: {track.id} has a phase that does not exist: {track.live_from}"
        elif begun and begun[-1] != track.live_from:
            at = f"{track.live_from_percent}%"
            yield f"tracks.toml: {track.id} is live from {at}, which lies in {begun[-1]}"


def _early(content: _Content) -> Iterator[str]:
    """An answer brings forward what exists, in a window that is one, under a key that is asked."""
    for one in content.early:
        for action in one.actions:
            if action not in content.action_ids:
                yield f"early.toml: {one.when} brings an action that does not exist: {action}"
        if one.until_day <= one.from_day:
            yield f"early.toml: {one.when} ends on day {one.until_day}, before it begins"


def _conditions(content: _Content) -> Iterator[str]:
    """What waits for an answer names a key that a question fills."""
    asked = set(ROADMAP_KEYS)
    named = [("early.toml", one.when) for one in content.early]
    named += [("reminders.toml", one.when) for one in content.reminders]
    named += [("milestones.toml", one.when) for one in content.milestones if one.when]
    for file, when in named:
        if when.rstrip("0123456789").partition("=")[0].rstrip("<") not in asked:
            yield f"{file}: {when} asks for a key that no question fills"


def _advice(content: _Content) -> Iterator[str]:
    known = set(content.ids["advice.toml"])
    named = [
        *((f"tracks.toml: {one.id}", one.advice) for one in content.tracks),
        *((f"{_file(one.id)}: {one.id}", one.advice) for one in content.actions),
        *((f"findings.toml: {one.id}", one.advice) for one in content.findings),
        *((f"numbers.toml: {one.id}", one.advice) for one in content.numbers),
    ]
    for where, numbers in named:
        for n in numbers:
            if str(n) not in known:
                yield f"{where} names a point of advice that does not exist: {n}"
    served = {n for action in content.actions for n in action.advice}
    for point in content.points:
        if point.n not in served and point.served_by is None:
            yield f"advice.toml: {point.n} is served by no action and not by the tool"


def _interview(content: _Content) -> Iterator[str]:
    """A part of a story is something that an entry can be."""
    for question in content.interview:
        for one in (*question.situation, *question.action, *question.result):
            kind, colon, name = one.partition(":")
            is_known = kind in NAMED if colon else kind in PLAIN
            if kind == "action":
                is_known = name in content.action_ids
            elif kind == "event":
                is_known = name in EVENTS
            if not is_known:
                yield f"interview.toml: {question.id} names what no entry is: {one}"


def _halves(actions: Iterable[Action]) -> Iterator[str]:
    for action in actions:
        where = f"{_file(action.id)}: {action.id}"
        for half in ("who", "ask", "hold"):
            there = getattr(action, half) is not None
            if action.people and not there:
                yield f"{where} needs a person and has no {half}"
            if there and not action.people:
                yield f"{where} has {half} and needs no person"
        if action.ask is not None and "{person}" not in action.ask:
            yield f"{where} asks nobody: there is no {{person}} in its ask"


def _milestones(content: _Content) -> Iterator[str]:
    actions, known = content.action_ids, set(content.ids["milestones.toml"])
    by_id = {milestone.id: milestone for milestone in content.milestones}
    for milestone in content.milestones:
        where = f"milestones.toml: {milestone.id}"
        if not milestone.profiles:
            yield f"{where} is in no profile"
        for action in milestone.actions:
            if action not in actions:
                yield f"{where} has an action that does not exist: {action}"
        for action in milestone.times:
            if action not in milestone.actions:
                yield f"{where} counts an action that does not lead to it: {action}"
        for before in milestone.depends_on:
            if before not in known:
                yield f"{where} depends on a milestone that does not exist: {before}"
            elif before in by_id:
                yield from _order(milestone, by_id[before])


def _order(milestone: Milestone, before: Milestone) -> Iterator[str]:
    """What a milestone depends on comes no later, and is in every plan that the milestone is in."""
    where = f"milestones.toml: {milestone.id}"
    for profile in sorted(milestone.profiles.keys() & before.profiles.keys()):
        own, other = milestone.profiles[profile], before.profiles[profile]
        for weeks, mine, its in zip(WEEKS, own.weeks_before, other.weeks_before, strict=True):
            if its < mine:
                yield f"{where} comes before {before.id} for {profile} in {weeks} weeks"
        if TIERS.index(other.tier) > TIERS.index(own.tier):
            yield f"{where} is {own.tier} for {profile} and depends on {other.tier} {before.id}"


def _cycles(where: str, leads_from: Mapping[str, list[str]]) -> Iterator[str]:
    try:
        TopologicalSorter(leads_from).prepare()
    except CycleError as error:
        yield f"{where}: these wait for each other: {', '.join(error.args[1])}"


def _words(content: _Content) -> Iterator[str]:
    lines = _mapping(content.tables.get("words.txt"))
    tracks = content.ids["tracks.toml"]
    first: dict[str, str] = {}
    for line, words in lines.items():
        if line not in (*tracks, ENGINEERING):
            yield f"words.txt: {line} is not a track"
        for word in words if isinstance(words, list) else []:
            if word in first:
                yield f"words.txt: {word} stands under {first[word]} and under {line}"
            first.setdefault(word, line)
    for track in (*tracks, ENGINEERING):
        if track not in lines:
            yield f"words.txt: {track} has no line"


def _reasons(content: _Content) -> Iterator[str]:
    """A word that `why` is asked for leads to one place; a threshold is the finding's own."""
    places = dict.fromkeys(content.ids["tracks.toml"], "tracks.toml")
    asked = [(f"numbers.toml: {one.id}", [one.id, *one.also]) for one in content.numbers]
    asked += [(f"advice.toml: {one.n}", one.also) for one in content.points]
    for place, words in asked:
        for word in words:
            if word in places:
                yield f"{place} is asked for by {word}, which stands in {places[word]} as well"
            places.setdefault(word, place)
    for finding in content.findings:
        table, _, rest = (finding.threshold or "").partition(".")
        if table == "findings" and rest.partition(".")[0] != finding.id:
            yield f"findings.toml: {finding.id} has the threshold of another: {finding.threshold}"
        answers = list(finding.answers)
        answers += [one for words in finding.cases.values() for one in words.answers]
        for one in answers:
            if one not in content.action_ids:
                yield f"findings.toml: {finding.id} is answered by {one}, which is not an action"
        if finding.step and finding.step not in content.action_ids:
            yield f"findings.toml: {finding.id} leads to {finding.step}, which is not an action"
