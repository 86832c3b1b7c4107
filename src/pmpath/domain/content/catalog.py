"""The content that comes with the program, as light values: tracks, actions, milestones, phases.

Content is checked by the tests (`tests/content`); at run time it is trusted and built quickly.
"""

from __future__ import annotations

from pmpath.domain.content.concerns import Concern
from pmpath.domain.content.fulfilment import Facts, Way, facts_from, phrases_of, texts_of, ways_of
from pmpath.domain.record import Frozen, fields_of
from pmpath.domain.roadmap.roadmap import PROFILES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

# The slot of the plan itself; all other slots share the week.
PLAN = "plan"
# The cadence of an action that is done and over.
ONCE = "once"


class Track(Frozen):
    """A line of work. Of the tracks that share a `slot`, one is live at a time.

    While it is live it wants a step `times` in `days`. `live_from_percent` is the share of the plan
    that is gone by then.
    """

    id: str
    name: str
    slot: str
    times: int
    days: int
    live_from_percent: int


class Action(Frozen):
    """A template for a step. With `people` it begins with an `ask` to somebody of the kind `who`.

    `hold` is the sentence of its second half, on the day agreed on; both name `{person}`.
    `once_each`: it is repeated, but never with the same person. `tells_team`: colleagues learn of
    the move by it. `upon`: an event, such as `interview<=14d`, that opens it at once. `prepares`:
    it only prepares what waits for it. `sends`: done once something went out, whatever the answer;
    without `asks` nothing was asked with it, so that no answer is awaited.
    `private`: it is about pay or home, and so in no report for others. `deed` names it once done:
    `choosing a textbook`. `ways` are those of `fulfilled_by` as texts, `done_by` the kinds of its
    verbs. `topic`: it may be about anything; `mine`: its thing is one's own.
    """

    id: str
    title: str
    minutes: int
    cadence: str
    prereq: tuple[str, ...]
    phase: str
    done_when: str
    people: bool
    who: str = ""
    ask: str = ""
    hold: str = ""
    once_each: bool = False
    tells_team: bool = False
    upon: str = ""
    prepares: bool = False
    sends: bool = False
    asks: bool = True
    private: bool = False
    deed: str = ""
    ways: tuple[str, ...] = ()
    done_by: tuple[str, ...] = ()
    topic: bool = False
    mine: bool = False

    @property
    def fulfilled_by(self) -> tuple[Way, ...]:
        """The ways to fulfil it, made when they are asked for: most calls ask for few."""
        return ways_of(self.ways)

    @property
    def track(self) -> str:
        """The track is the first part of the id."""
        return self.id.partition(".")[0]

    def waits_for(self, other: str, actions: Mapping[str, Action]) -> bool:
        """Whether the other action has to come before this one, or before one that has to."""
        return any(
            one == other or (one in actions and actions[one].waits_for(other, actions))
            for one in self.prereq
        )


class Condition(Frozen):
    """An answer that is asked for: a dotted key of the roadmap, = or <=, a word or a number."""

    key: str
    sign: str
    value: str


class MilestoneVariant(Frozen):
    """A milestone for one profile: `tier` is the smallest scope that has it, `hours` our estimate.

    `weeks_before` are weeks before the target, in plans of four lengths.
    """

    weeks_before: tuple[int, ...]
    tier: str
    hours: float


class MilestoneTemplate(Frozen):
    """A dated result as the catalog describes it.

    `times` says how often it wants an action, where that is not once; 0 for one that may help.
    `when` is the answer that brings it into a plan. `reached` are the facts that reach it, none
    where only judgment can tell; `outcome`: another person decides. `sides` are those of the plan
    that have it, all where none is named; of the milestones of one `one_of` every plan needs one.
    """

    id: str
    title: str
    done_when: str
    actions: tuple[str, ...]
    depends_on: tuple[str, ...]
    variants: Mapping[str, MilestoneVariant]
    sides: tuple[str, ...] = ()
    one_of: str = ""
    times: Mapping[str, int] = {}
    when: Condition | None = None
    reached: tuple[Facts, ...] = ()
    outcome: bool = False

    @property
    def track(self) -> str:
        """The track is the first part of the id."""
        return self.id.partition(".")[0]

    def times_of(self, action: str) -> int:
        """How often the milestone wants the action: once unless the content says otherwise."""
        return self.times.get(action, 1)


class Early(Frozen):
    """Actions that an answer brings forward on these days of the plan; `because`: the reason."""

    when: Condition
    actions: tuple[str, ...]
    from_day: int
    until_day: int
    because: str


class Reminder(Frozen):
    """What is said once a month because of an answer."""

    when: Condition
    text: str


class Catalog(Frozen):
    """Everything a step is chosen from, by id.

    `shelves` has the shelf of each book by its title; `cautions` the words of `cautions.toml`;
    `groups` the phrases of `groups.toml`; `statement` the lists of `statement.toml`; `verbs` those
    of `verbs.toml` by kind; `understood` the words of its file by track, "" for all.
    """

    tracks: Mapping[str, Track]
    actions: Mapping[str, Action]
    milestones: Mapping[str, MilestoneTemplate]
    phases: Mapping[str, int]
    early: tuple[Early, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    concerns: Mapping[str, Concern] = {}
    shelves: Mapping[str, str] = {}
    cautions: Mapping[str, tuple[str, ...]] = {}
    groups: Mapping[str, tuple[str, ...]] = {}
    statement: Mapping[str, Any] = {}
    verbs: Mapping[str, tuple[str, ...]] = {}
    understood: Mapping[str, tuple[str, ...]] = {}

    def grouped(self) -> Iterator[tuple[str, str]]:
        """Each phrase of a group with the name of the group as ways have it: `<made>`."""
        for name, texts in self.groups.items():
            for phrase in dict.fromkeys(one for text in texts for one in phrases_of(text)):
                yield phrase, f"<{name}>"


# The actions of one catalog by track: a look back asks for them on each of its days.
_BY_TRACK: list[tuple[Mapping[str, Action], dict[str, tuple[Action, ...]]]] = []


def actions_of(catalog: Catalog, track: str) -> tuple[Action, ...]:
    """The actions of a track, in the order of the catalog."""
    if not _BY_TRACK or _BY_TRACK[0][0] is not catalog.actions:
        found: dict[str, tuple[Action, ...]] = {}
        for one in catalog.actions.values():
            found[one.track] = (*found.get(one.track, ()), one)
        _BY_TRACK[:] = [(catalog.actions, found)]
    return _BY_TRACK[0][1].get(track, ())


def tracks_from(table: Mapping[str, Any]) -> dict[str, Track]:
    """The tracks of a parsed `tracks.toml`."""
    return {
        item["id"]: Track(
            item["id"], item["name"], item["slot"], item["times"], item["days"],
            item["live_from_percent"],
        )
        for item in table["track"]
    }  # fmt: skip


def actions_from(tables: Iterable[Mapping[str, Any]]) -> dict[str, Action]:
    """The actions of the parsed files in `actions/`."""
    return {
        item["id"]: Action(
            item["id"], item["title"], item["minutes"], item["cadence"], tuple(item["prereq"]),
            item["phase"], item["done_when"], item["people"], item.get("who", ""),
            item.get("ask", ""), item.get("hold", ""), item.get("once_each", False),
            item.get("tells_team", False), item.get("upon", ""), item.get("prepares", False),
            item.get("sends", False), item.get("asks", True), item.get("private", False),
            item["deed"], texts_of(item.get("fulfilled_by", ())), tuple(item["done_by"]),
            item.get("topic", False), item.get("mine", False),
        )
        for table in tables
        for item in table["action"]
    }  # fmt: skip


def milestones_from(table: Mapping[str, Any]) -> dict[str, MilestoneTemplate]:
    """The milestones of a parsed `milestones.toml`."""
    templates = {}
    for item in table["milestone"]:
        variants = {
            profile: MilestoneVariant(tuple(part["weeks_before"]), part["tier"], part["hours"])
            for profile in PROFILES
            if (part := item.get(profile))
        }
        templates[item["id"]] = MilestoneTemplate(
            item["id"], item["title"], item["done_when"], tuple(item["actions"]),
            tuple(item["depends_on"]), variants, tuple(item.get("sides", ())),
            item.get("one_of", ""), item.get("times", {}),
            condition_from(item["when"]) if "when" in item else None,
            facts_from(item.get("reached", ())), item.get("outcome", False),
        )  # fmt: skip
    return templates


def rows_of(records: Iterable[object]) -> tuple[tuple[Any, ...], ...]:
    """Records as their values in order, which the build keeps: no name is looked up when read."""
    return tuple(tuple(getattr(one, name) for name in fields_of(one)) for one in records)


def action_rows(actions: Mapping[str, Action]) -> Any:
    """The actions as plain values, of which `actions_of_rows` makes them again."""
    return rows_of(actions.values())


def actions_of_rows(rows: Any) -> dict[str, Action]:
    """By id the actions of which `action_rows` made these."""
    return {row[0]: Action(*row) for row in rows}


def phases_from(table: Mapping[str, Any]) -> dict[str, int]:
    """Phase ids in order, each with the share of the plan, in percent, at which it begins."""
    return {item["id"]: item["from_percent"] for item in table["phase"]}


def early_from(table: Mapping[str, Any]) -> tuple[Early, ...]:
    """What answers bring forward, of a parsed `early.toml`, in its order."""
    return tuple(
        Early(
            condition_from(item["when"]), tuple(item["actions"]), item["from_day"],
            item["until_day"], item["because"],
        )
        for item in table["early"]
    )  # fmt: skip


def reminders_from(table: Mapping[str, Any]) -> tuple[Reminder, ...]:
    """What answers have said once a month, of a parsed `reminders.toml`."""
    return tuple(Reminder(condition_from(item["when"]), item["text"]) for item in table["reminder"])


def condition_from(text: str) -> Condition:
    """`answers.junior=no`, `answers.customer_love<=2` as content spells it."""
    sign = "<=" if "<=" in text else "="
    key, _, value = text.partition(sign)
    return Condition(key, sign, value)
