"""Everybody that the log names, each once: what spellings and people's answers make one person.

Two spellings are one person when they differ in accents, apostrophes and hyphens alone, when one is
a first name that a single known person has, or when the user said so. Whoever the user said are
two stay two, and so do people whose functions differ.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from pmpath.domain.kinds import NO, YES, Same
from pmpath.domain.late import Late
from pmpath.domain.log.act_order import ActOrder, act_order
from pmpath.domain.log.contact import Order, order_of
from pmpath.domain.log.names.spelling import spellings_of
from pmpath.domain.people import function_of, key_of, label, name_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.domain.entry import Entry

    Pair = frozenset[str]

BEFORE_THE_LOG: Order = (date.min, datetime.min.replace(tzinfo=UTC), "")


class Group(Frozen):
    """One person: the fullest label, and all the spellings of the name, the newest first."""

    label: str
    spellings: tuple[str, ...]

    @property
    def key(self) -> str:
        """By which this person is counted."""
        return key_of(self.label)


class Names(Late):
    """Add what the log and the roadmap name, then `settle`; the order of adding does not matter."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        """`given` are labels that the roadmap holds."""
        self._labels: dict[str, Order] = {}
        self._said: dict[Pair, tuple[ActOrder, Same]] = {}
        self._groups: dict[str, Group] = {}
        self._resolved: dict[str, str] = {}
        # Labels of people who have no other: which of their entries is the latest says nothing.
        self._alone: set[str] = set()
        self.is_settled = False
        self.give(given)

    def give(self, labels: Iterable[str]) -> None:
        """Whoever the roadmap names."""
        for person in labels:
            if person not in self._labels:
                self._labels[person] = BEFORE_THE_LOG
                self.is_settled = False

    def add(self, entry: Entry) -> None:
        """Whoever an entry names, and whoever its next move is about."""
        people = entry.people
        if entry.next is not None and entry.next.person:
            people = (*people, entry.next.person)
        if not people:
            return
        order = order_of(entry)
        for person in people:
            known = self._labels.get(person)
            if known is None or known < order:
                self._labels[person] = order
                self.is_settled = self.is_settled and person in self._alone

    def say(self, said: Same) -> None:
        """What the user said of two names; the last word counts."""
        pair, written = pair_of(said.one, said.other), act_order(said)
        if "" in pair or len(pair) < 2:
            return
        if pair not in self._said or self._said[pair][0] < written:
            self._said[pair] = (written, said)
            self.is_settled = False

    @property
    def answered(self) -> Mapping[Pair, str]:
        """By the two keys, whether they are one person: yes or no."""
        return {pair: said.answer for pair, (_, said) in self._said.items()}

    def settle(self) -> None:
        """See who is one person, once all names are in."""
        if self.is_settled:
            return
        settling = _Settling(self._labels, self.answered)
        self._groups, self._resolved = settling.groups(), {}
        self._alone = settling.alone(self._groups)
        self.is_settled = True

    def let_go(self) -> None:
        """Forget what is found again at once."""
        self._resolved = {}

    @property
    def groups(self) -> Mapping[str, Group]:
        """By key, everybody as settled last."""
        return self._groups

    @property
    def labels(self) -> Iterable[str]:
        """Every label that was added."""
        return self._labels

    def person(self, name: str) -> Group | None:
        """Who is meant by a name, a label or a key, however it is spelled; None for nobody."""
        found = self._groups.get(key_of(name))
        if found is None:
            near = (self._groups.get(key) for key in sorted(spellings_of(name_of(name))))
            found = next((one for one in near if one is not None), None)
        return found

    def resolved(self, person: str) -> str:
        """The label under which somebody counts; as it stands where that is the same name.

        Where the roadmap alone says what they do, that goes with the name.
        """
        known = self._resolved.get(person)
        if known is None:
            key = key_of(person)
            found = self._groups.get(key)
            is_other = found is not None and (found.key != key or self._tells_more(found, person))
            known = self._resolved[person] = found.label if found and is_other else person
        return known

    def _tells_more(self, group: Group, person: str) -> bool:
        """Whether the roadmap has a function for somebody whom no line of the log gives one."""
        of_roadmap = self._labels.get(group.label) == BEFORE_THE_LOG
        return of_roadmap and not function_of(person)

    def everybody(self) -> tuple[Group, ...]:
        """Each person once, by key."""
        return tuple({one.key: one for _, one in sorted(self._groups.items())}.values())

    def by_spelling(self) -> dict[str, str]:
        """By every key that may be typed for somebody, the label."""
        return {key: one.label for key, one in sorted(self._groups.items())}


def pair_of(one: str, other: str) -> Pair:
    """Two names in either order, however they are written."""
    return frozenset((key_of(one), key_of(other)))


class _Settling:
    """Joins spellings to people; made once for each fold.

    `leads` has for each key another of the same person, or itself for the one that stands for all.
    """

    def __init__(self, labels: Mapping[str, Order], answers: Mapping[Pair, str]) -> None:
        self.labels: dict[str, list[tuple[Order, str]]] = {}
        for person, order in labels.items():
            self.labels.setdefault(key_of(person), []).append((order, person))
        self.answers = answers
        self.leads = {key: key for key in self.labels}

    def groups(self) -> dict[str, Group]:
        """By each key, and each further spelling that is nobody else's, the person."""
        for pair, answer in sorted(self.answers.items(), key=lambda item: sorted(item[0])):
            if answer == YES:
                for key in pair:
                    self.leads.setdefault(key, key)
                self._join(*sorted(pair))
        self._join_spellings()
        self._join_first_names()
        found: dict[str, Group] = {}
        for members in self._members().values():
            group = self._group(members)
            found |= dict.fromkeys(members, group)
        return self._with_spellings(found)

    def alone(self, groups: Mapping[str, Group]) -> set[str]:
        """The labels of people who have but one, and no other key."""
        keys: dict[str, list[str]] = {}
        for key in self.leads:
            keys.setdefault(groups[key].key, []).append(key)
        single = (key for several in keys.values() if len(several) == 1 for key in several)
        labels = (self.labels.get(key, []) for key in single)
        return {several[0][1] for several in labels if len(several) == 1}

    def _lead(self, key: str) -> str:
        while self.leads[key] != key:
            key = self.leads[key]
        return key

    def _members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in sorted(self.leads):
            found.setdefault(self._lead(key), []).append(key)
        return found

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._lead(one), self._lead(other)))
        self.leads[second] = first

    def _may_join(self, one: str, other: str) -> bool:
        """Whether nobody said that they are two, and no function says so."""
        members = self._members()
        mine, theirs = members[self._lead(one)], members[self._lead(other)]
        if any(self.answers.get(frozenset((a, b))) == NO for a in mine for b in theirs):
            return False
        functions = [self._functions(keys) for keys in (mine, theirs)]
        return not all(functions) or bool(functions[0] & functions[1])

    def _functions(self, keys: Iterable[str]) -> set[str]:
        found = (function_of(one) for key in keys for _, one in self.labels.get(key, ()))
        return {one for one in found if one}

    def _join_spellings(self) -> None:
        """Names that differ in accents, apostrophes, hyphens and blanks alone."""
        by_spelling: dict[str, set[str]] = {}
        for key, several in self.labels.items():
            for _, person in several:
                for one in spellings_of(name_of(person)):
                    by_spelling.setdefault(one, set()).add(key)
        for _, keys in sorted(by_spelling.items()):
            first, *more = sorted(keys)
            for key in more:
                if self._may_join(first, key):
                    self._join(first, key)

    def _join_first_names(self) -> None:
        """A first name alone is whoever has it, where that is one person."""
        whole: dict[str, set[str]] = {}
        for key, several in self.labels.items():
            if " " in key:
                firsts = (name_of(person).split()[0] for _, person in several)
                for one in {spelling for first in firsts for spelling in spellings_of(first)}:
                    whole.setdefault(one, set()).add(self._lead(key))
        for key in sorted(self.labels):
            found = whole.get(key, set()) if " " not in key else set()
            known = {self._lead(one) for one in found}
            if len(known) == 1 and self._may_join(key, *known):
                self._join(key, *known)

    def _group(self, members: list[str]) -> Group:
        """The whole name wins over the first alone, then one with a function, then the newest."""
        several = [one for key in members for one in self.labels.get(key, ())]
        ranked = sorted(several, key=_rank, reverse=True)
        name = name_of(ranked[0][1]) if ranked else members[0]
        told = sorted((one for one in several if function_of(one[1])), reverse=True)
        function = told[0][1].partition(" (")[2].rstrip(")") if told else ""
        newest = sorted(several, reverse=True)
        return Group(label(name, function), tuple(dict.fromkeys(name_of(one) for _, one in newest)))

    def _with_spellings(self, found: dict[str, Group]) -> dict[str, Group]:
        more: dict[str, set[str]] = {}
        for group in found.values():
            names = [
                *group.spellings,
                *(name.split()[0] for name in group.spellings if " " in name),
            ]
            for one in {spelling for name in names for spelling in spellings_of(name)}:
                more.setdefault(one, set()).add(group.key)
        own = {group.key: group for group in found.values()}
        alone = {one: own[next(iter(keys))] for one, keys in more.items() if len(keys) == 1}
        return {**alone, **found}


def _rank(one: tuple[Order, str]) -> tuple[int, bool, Order, str]:
    order, person = one
    return len(name_of(person).split()), bool(function_of(person)), order, person
