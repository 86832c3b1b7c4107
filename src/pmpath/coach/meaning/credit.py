"""Which actions each entry fulfils, in the order in which the entries were written."""

from __future__ import annotations

from datetime import date

from pmpath.coach.meaning.catalog_clues import clues_from
from pmpath.coach.meaning.kinds import is_any_of, people_in
from pmpath.coach.meaning.sentences.several import Candidate, beside
from pmpath.coach.meaning.sight import Eye, Sight
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.entry import ASK, ASKED, PART, Entry
from pmpath.domain.log.act_order import ActOrder, act_order
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen, changed

# Known of the words when the step that stood is counted by its event and its person.
OWN = frozenset(["by me"])
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.coach.meaning.sentences.several import Part
    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.roadmap.roadmap import Roadmap


class Credit(Frozen):
    """An action that an entry fulfils; with `half` = ask only the asking for it.

    `said`: the record names it; else it is derived from the facts.
    """

    action: str
    half: str = ""
    said: bool = False


class Ledger:
    """What was fulfilled so far: `labels` has the fullest label of each person by key.

    `done` counts the actions that were fulfilled whole; `wanted` says which are wanted first.
    """

    def __init__(self, catalog: Catalog, labels: Mapping[str, str], wanted: Wanted) -> None:
        self.catalog = catalog
        self.labels = labels
        self.wanted = wanted
        self.done: dict[str, int] = {}
        # By key of a person, the action that was asked for and not held since.
        self.asked: dict[str, str] = {}
        # Credits as they were given first: those of many entries are equal.
        self._once: dict[tuple[Credit, ...], tuple[Credit, ...]] = {}

    def book(self, sight: Sight) -> tuple[Credit, ...]:
        """The credits of one entry, which has to be written after all that were booked before."""
        credits = _said(sight.entry)
        if not credits:
            best = self._best(sight)
            credits = (best,) if best is not None else ()
            credits = self._of_parts(sight, best) if sight.parts else credits
        for one in credits:
            self._count(one, sight.entry)
        return self._once.setdefault(credits, credits)

    def _of_parts(self, sight: Sight, whole: Credit | None) -> tuple[Credit, ...]:
        """What a line fulfils that tells of several deeds; `whole` is what it would as one."""
        found: list[tuple[Part, Credit]] = []
        for part in sight.parts:
            entry = changed(sight.entry, people=part.people, step="")
            best = self._best(changed(sight, entry=entry, candidates=part.candidates))
            if best is not None:
                found.append((part, best))
        several = beside(whole.action if whole else "", [(one, x.action) for one, x in found])
        if several is None:
            return () if whole is None else (whole,)
        return tuple(found[at][1] for at in several)

    def _count(self, one: Credit, entry: Entry) -> None:
        keys = [key_of(person) for person in entry.people]
        if one.half == ASK:
            self.asked.update(dict.fromkeys(keys, one.action))
        elif PART not in entry.tags:
            self.done[one.action] = self.done.get(one.action, 0) + 1
            for key in keys:
                self.asked.pop(key, None)

    def _best(self, sight: Sight) -> Credit | None:
        """Today's step if it is among the candidates; else what fits best and is wanted first."""
        fitting = self._fitting(sight)
        if not fitting:
            return None
        chosen = [one for one in fitting if one.action == sight.entry.step_parts[0]]
        if not chosen:
            top = max(one.rank for one in fitting)
            chosen = [one for one in fitting if one.rank == top]
        # Of one action the whole goes before the asking: `asked Lena to mentor me, she said yes`.
        best = min(
            chosen,
            key=lambda one: (
                self.done.get(one.action, 0),
                self.wanted.rank(one, self.done),
                one.way.half == ASK,
            ),
        )
        return Credit(best.action, best.way.half)

    def _fitting(self, sight: Sight) -> list[Candidate]:
        entry = sight.entry
        people = people_in(entry, self.labels)
        known = {self.asked.get(key_of(one)) for one in entry.people} | {self._of_step(entry)}
        found = list(sight.candidates) + self._own_of_step(sight)
        return [
            one
            for one in found
            if one.action not in entry.not_did
            and (not one.way.who or one.action in known or is_any_of(one.way.who, people))
        ]

    def _of_step(self, entry: Entry) -> str:
        """The action of the step that stood that day, when its person is named."""
        action, person = entry.step_parts
        keys = {key_of(one) for one in entry.people}
        return action if person and key_of(person) in keys else ""

    def _own_of_step(self, sight: Sight) -> list[Candidate]:
        """The step of the day with its person named: its event is enough, whatever the object.

        Unless the words are of somebody else's deed, or any way to do it refuses them.
        """
        action = self.catalog.actions.get(self._of_step(sight.entry))
        if action is None or not sight.entry.is_path_action or sight.event in (ASKED, NO_EVENT):
            return []
        if sight.is_engineering or not (sight.is_done and sight.is_own and sight.is_step):
            return []
        ways = [one for one in action.fulfilled_by if one.takes(sight.event) and not one.half]
        if any(not sight.phrases.isdisjoint(one.without) for one in ways):
            return []
        return [Candidate(action.id, one, (True, 0, 0)) for one in ways if OWN.issuperset(one.has)]


class Wanted:
    """Which action the earliest open milestone wants; without a roadmap none wants any."""

    def __init__(self, roadmap: Roadmap | None, catalog: Catalog) -> None:
        in_scope = roadmap.milestones_in_scope if roadmap else ()
        due = {one.id: roadmap.due_day(one) for one in in_scope} if roadmap else {}
        self.catalog = catalog
        self.places = {key: at for at, key in enumerate(catalog.actions)}
        self._wants: dict[str, list[tuple[date, int]]] = {}
        for key, day in sorted(due.items(), key=lambda item: item[1]):
            template = catalog.milestones.get(key)
            for action in template.actions if template else ():
                times = template.times_of(action) if template else 0
                self._wants.setdefault(action, []).append((day, times))

    def rank(self, one: Candidate, done: Mapping[str, int]) -> tuple[date, int]:
        """The day of the first milestone that still wants the action, then its place in content."""
        wants = self._wants.get(one.action, ())
        open_days = [day for day, times in wants if done.get(one.action, 0) < max(times, 1)]
        return min(open_days, default=date.max), self.places[one.action]


def fulfils(
    entry: Entry,
    catalog: Catalog,
    roadmap: Roadmap | None = None,
    *,
    before: Iterable[Entry] = (),
    labels: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The ids of the actions that an entry fulfils, given what was written before it.

    `labels` has the fullest label of each person by key, else those of the entries are taken. An
    action that was only asked for is not among them, unless sending is all there is to do.
    """
    earlier = sorted(before, key=written)
    known = dict(labels or {})
    for one in (*earlier, entry):
        for person in one.people:
            if "(" in person or key_of(person) not in known:
                known[key_of(person)] = person
    eye, ledger = Eye(clues_from(catalog)), Ledger(catalog, known, Wanted(roadmap, catalog))
    for one in earlier:
        ledger.book(eye.see(one))
    return counted(ledger.book(eye.see(entry)), catalog)


def counted(credits: Iterable[Credit], catalog: Catalog) -> tuple[str, ...]:
    """The ids of what is fulfilled whole, and of what is done by sending it."""
    return tuple(
        one.action
        for one in credits
        if one.half != ASK or (one.action in catalog.actions and catalog.actions[one.action].sends)
    )


def written(entry: Entry) -> ActOrder:
    """The place of an entry among all that was written: its instant, then its id."""
    return act_order(entry)


def _said(entry: Entry) -> tuple[Credit, ...]:
    """What the record itself names: never taken back by changed content."""
    found = {one: Credit(one, said=True) for one in entry.did}
    if entry.action and entry.action not in entry.not_did:
        found.setdefault(entry.action, Credit(entry.action, entry.half, said=True))
    return tuple(found.values())
