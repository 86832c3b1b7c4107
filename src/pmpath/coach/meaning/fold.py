"""The log folded with its meaning: what entries fulfil, and which milestones they reach."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from pmpath.coach.meaning.catalog_clues import clues_from
from pmpath.coach.meaning.credit import Credit, Ledger, Wanted, counted
from pmpath.coach.meaning.facts import (
    Count,
    Everything,
    Fact,
    Given,
    Placed,
    Sources,
    counts,
    reached,
)
from pmpath.coach.meaning.seen import NOTHING_BEFORE, AllSeen
from pmpath.coach.meaning.sight import Eye
from pmpath.coach.plan.answered import NOT_BY_ANSWERS_ALONE, TO_BE_TOLD, actions_answered
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.kinds import Record
from pmpath.domain.log.journal import Journal, fold
from pmpath.domain.log.names.known import Known
from pmpath.domain.people import key_of, name_of
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.leaders import leader_of, people_of_roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.log.names.names import Names
    from pmpath.domain.period import Period
    from pmpath.domain.roadmap.roadmap import Roadmap


class MeantBefore(Frozen):
    """What an earlier fold found of the records before these.

    `until` is when the last of what it saw was written. `done` and `asked` are what its ledger
    held, `facts` what milestones are reached by, `whole` those of which every fact is there.
    """

    until: tuple[datetime, str]
    done: Mapping[str, int]
    asked: Mapping[str, str]
    facts: Mapping[str, tuple[tuple[Placed, ...], ...]]
    whole: frozenset[str]


class Meaning:
    """Looks at records on their way into a journal; `settle` then says what they mean together.

    With `before` the records are those that follow what was folded then.
    """

    def __init__(
        self,
        catalog: Catalog,
        roadmap: Roadmap,
        before: MeantBefore | None = None,
        clues: Callable[[], Clues] | None = None,
    ) -> None:
        self.catalog = catalog
        self.roadmap = roadmap
        self.before = before
        self._ledger: Ledger | None = None
        self.seen = AllSeen()
        # By credits, the actions that they ask for, and those that they fulfil.
        self._told: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._sources = Sources(Everything(AllSeen()), {}, Given({}, {}))
        self._clues = clues
        self._eye: Eye | None = None

    def watching(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records; what shows nothing of the path is let go at once."""
        for found in records:
            if isinstance(found, Entry):
                if self._eye is None:
                    self._eye = Eye(self._clues() if self._clues else clues_from(self.catalog))
                sight = self._eye.see(found)
                if sight.candidates or found.action or found.did or _may_hold_a_fact(found):
                    self.seen.add(sight)
            yield found

    def settle(self, journal: Journal) -> None:
        """Book what entries fulfil in the order of writing, then see which milestones are reached.

        The order of the lines in the file does not matter. The journal is told of both.
        """
        labels = {key: one.person for key, one in journal.contacts.items()}
        ledger = self._ledger = Ledger(self.catalog, labels, Wanted(self.roadmap, self.catalog))
        if self.before is not None:
            ledger.done.update(self.before.done)
            ledger.asked.update(self.before.asked)
        for one in self.seen.as_written():
            sight = one.sight
            credits = self.seen.credits[one.place] = ledger.book(sight)
            self._tell(journal, sight.entry, credits)
        given = _given(self.roadmap, journal.names)
        facts = {} if self.before is None else self.before.facts
        self._sources = Sources(Everything(self.seen), labels, given, facts)
        for key in self.catalog.milestones:
            since = journal.milestones.reopened_at(key)
            # Facts that were written after it was reopened may be any of them.
            found = reached(self._counts(key, enough=since is None), since)
            if found is not None and (found.entries or key not in NOT_BY_ANSWERS_ALONE):
                journal.milestones.reach(key, found)

    def ended(self, journal: Journal) -> MeantBefore:
        """What a fold of later records has to know of these; asked once all is settled."""
        assert self._ledger is not None
        known = self.before or MeantBefore(NOTHING_BEFORE, {}, {}, {}, frozenset())
        whole = frozenset(
            key for key in self.catalog.milestones if journal.milestones.reopened_at(key)
        )
        found = {
            key: tuple(one.placed for one in self._counts(key, enough=key not in whole))
            for key in self.catalog.milestones
        }
        return MeantBefore(
            until=max(known.until, self.seen.until),
            done=dict(self._ledger.done),
            asked=dict(self._ledger.asked),
            facts={key: one for key, one in found.items() if any(one)},
            whole=whole,
        )

    def counts(self, milestone: str) -> tuple[Count, ...]:
        """What is there of the facts that a milestone needs; nothing where content names none."""
        return self._counts(milestone, enough=False)

    def names(self, milestone: str) -> tuple[str, ...]:
        """Who or what reached it, each once: `Lena`, `Nordfrakt`; facts may have no name."""
        found = self.counts(milestone)
        needed = [fact for one in found for fact in one.there[: one.wanted.at_least]]
        return tuple(dict.fromkeys(fact.name for fact in needed if fact.name))

    def _counts(self, milestone: str, *, enough: bool) -> tuple[Count, ...]:
        template = self.catalog.milestones.get(milestone)
        return () if template is None else counts(template, self._sources, enough=enough)

    def _tell(self, journal: Journal, entry: Entry, credits: tuple[Credit, ...]) -> None:
        for one in credits:
            action = self.catalog.actions.get(one.action)
            if not one.said:
                people = action is not None and action.people
                journal.credit(entry, one.action, one.half, with_people=people)
            if one.half == ASK and action is not None and action.sends:
                journal.tally(one.action, entry.day, asked=False)
        # The ledger has equal credits once, and all entries with them share what they mean.
        told = self._told.get(id(credits))
        if told is None:
            asked = tuple(one.action for one in credits if one.half == ASK)
            told = self._told[id(credits)] = asked, counted(credits, self.catalog)
        if told[0]:
            journal.days.asks[entry.id] = told[0]
        if told[1]:
            journal.fulfilled[entry.id] = told[1]


def fold_with_meaning(
    records: Iterable[Record],
    catalog: Catalog,
    roadmap: Roadmap,
    keep: Period | None = None,
    clues: Callable[[], Clues] | None = None,
) -> tuple[Journal, Meaning]:
    """One pass over live records as `fold` makes it, and what they mean.

    `clues` finds those of the catalog, where they are at hand.
    """
    meaning = Meaning(catalog, roadmap, clues=clues)
    known = Known(people_of_roadmap(roadmap))
    journal = fold(meaning.watching(known.over(records)), keep, known=known)
    meaning.settle(journal)
    return journal, meaning


def _given(roadmap: Roadmap, names: Names) -> Given:
    """The facts that the roadmap holds; whoever was told is called as the log calls them."""
    start = roadmap.target.start

    def fact(key: str, name: str, day: date) -> Fact:
        return Fact(key, name, day, "", datetime.combine(day, time(), UTC))

    answered = {
        key: fact(key, "", start) for key in actions_answered(roadmap) if key not in TO_BE_TOLD
    }
    told = {}
    named = roadmap.answers.get("leaders")
    for text in named if isinstance(named, list) else []:
        said, since = leader_of(str(text))
        person = names.resolved(said)
        told[person] = fact(key_of(person), name_of(person), since or start)
    return Given(answered, told)


def _may_hold_a_fact(entry: Entry) -> bool:
    return bool(entry.event or entry.stage or entry.people or entry.metrics or entry.opening)
