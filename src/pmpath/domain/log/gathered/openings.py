"""Openings as the log tells of them, each once: a firm that is known is the same opening."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, ENGINEERING, SIDES, STAGES, Entry
from pmpath.domain.log.contact import Order
from pmpath.domain.log.gathered.firms import (
    UNNAMED,
    firm_called,
    maybe_firms,
    unnamed,
    with_maybe_firms,
)
from pmpath.domain.log.gathered.letters import Letter, letter_of, speaks, writes_to_them
from pmpath.domain.log.gathered.reasons import reason_of
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.words.people.answer_heard import begins_with_answer, tells_answer

SEEN, APPLIED, ANSWERED, INTERVIEW = "seen", "applied", "answered", "interview"
OFFER, REJECTED, CLOSED, DECLINED = "offer", "rejected", "closed", "declined"
# The milestone that is reached by an offer accepted.
ACCEPTED = "search.offer"
# Whoever hears any of these has applied.
BEYOND_APPLIED = (APPLIED, ANSWERED, INTERVIEW, OFFER, REJECTED)
ENDS = (REJECTED, CLOSED, DECLINED)
LIVE = (APPLIED, ANSWERED, INTERVIEW, OFFER)
HEARD = (ANSWERED, INTERVIEW)
STAGE_EVENTS = (APPLIED, ANSWERED, INTERVIEW, OFFER, REJECTED, DECLINED)
STAGE_BY_TAG = {tag: stage for stage, tag in STAGES.items()}
SEARCH_EVENTS = frozenset([*STAGES, DECLINED])
# These tell of an opening without a name as well; somebody's answer, or my own no, does not.
COUNTED_UNNAMED = (APPLIED, INTERVIEW, OFFER, REJECTED)
# Actions that are an application, by the side of the search.
APPLYING_ACTIONS = {"search.inside": "inside", "search.outside": "outside"}


class Stage(Frozen):
    """An opening came so far, at a place in the log; `reason` is why it ended, if known.

    `wrote`: you wrote to them or called, and it came no further by that.
    """

    order: Order
    name: str
    reason: str = ""
    wrote: bool = False

    @property
    def day(self) -> date:
        """The day it came so far."""
        return self.order[0]


class Opening(Frozen):
    """One opening. `label` is `Firm: role`, the firm alone, or the words of an unnamed one.

    `side` is inside or outside where an entry says so. `stage` is the latest, `stages` what each
    entry says in their order; `reached` has the first day of each, `interviews` the days of all of
    them. `reason` stands behind a no, or behind an end. `last` is the latest day anything was heard
    or done; `entries` are the ids. `accepted` is the day on which you took its offer, which only
    the milestone of it tells: None here.
    """

    key: str
    label: str
    side: str
    stage: str
    stages: tuple[Stage, ...]
    reached: dict[str, date]
    interviews: tuple[date, ...]
    reason: str
    last: date
    entries: tuple[str, ...]
    accepted: date | None = None

    @property
    def name(self) -> str:
        """The name as logged (`Karavel: product manager`); empty where nobody named it."""
        return self.label if self.is_named else ""

    @property
    def firm(self) -> str:
        """The firm, as it was written."""
        return self.label.partition(":")[0].strip() if self.is_named else ""

    @property
    def role(self) -> str:
        """The role there; empty where nobody said it."""
        return self.label.partition(":")[2].strip() if self.is_named else ""

    @property
    def is_named(self) -> bool:
        """Whether the firm is known."""
        return bool(self.key) and not self.key.startswith(UNNAMED)

    @property
    def applied(self) -> date | None:
        """The day on which it had reached an application; None for one that has not.

        Of one without a name only the application itself tells: what was heard later may be of it.
        """
        tells = BEYOND_APPLIED if self.is_named else (APPLIED,)
        days = [day for stage, day in self.reached.items() if stage in tells]
        return min(days, default=None)

    @property
    def open_offer(self) -> date | None:
        """The day on which an offer came that nothing ended since and you did not accept.

        What is said of the offer later does not make it younger. None without one.
        """
        since = None
        for one in self.stages if self.accepted is None else ():
            if one.name in ENDS:
                since = None
            elif one.name == OFFER and since is None:
                since = one.day
        return since

    def came(self, name: str) -> tuple[Stage, ...]:
        """Each time it came so far anew, with the reason told then or later.

        What is told again of the same no or offer is none of its own; one behind another
        application is.
        """
        found: list[Stage] = []
        over, again = LIVE if name in ENDS else ENDS, True
        for one in self.stages:
            if one.name in over:
                again = True
            elif again and one.name == name:
                found.append(one)
                again = False
            elif found and one.reason and not again:
                found[-1] = changed(found[-1], reason=one.reason)
        return tuple(found)

    @property
    def is_over(self) -> bool:
        """Whether a no, an end, or one's own no was the last of it."""
        return self.stage in ENDS


class Mention(Frozen):
    """What one entry says of an opening; `people` are the keys of whom it names."""

    order: Order
    label: str
    stage: str
    side: str
    reason: str
    people: tuple[str, ...] = ()
    settles: str = ""
    wrote: bool = False


class Openings:
    """Changed while the log is folded, in any order of lines, and by nobody after."""

    def __init__(self) -> None:
        # By opening and entry, since an action may be credited behind the entry itself.
        self._mentions: dict[str, dict[str, Mention]] = {}
        # Words to somebody that name no firm.
        self._letters: list[Letter] = []
        # Of whoever may be a firm, as a customer called by one name: how far it came, by the key
        # that an opening there would have.
        self._maybe_firms: dict[str, dict[str, Mention]] = {}

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one entry that names an opening, or tells of how far one came."""
        # Most entries tell of none: the log may be long.
        tells = entry.opening or entry.stage or entry.tags or entry.event in SEARCH_EVENTS
        if (tells or entry.action in APPLYING_ACTIONS) and ENGINEERING not in entry.tags:
            self._add(entry, order, entry.action, APPLYING_ACTIONS.get(entry.action, ""))
        if entry.people and not entry.opening:
            self._letters += letter_of(entry, order)

    def credit(self, entry: Entry, action: str, order: Order) -> None:
        """An entry was an application, though it names no action; a firm tells the side itself."""
        if action in APPLYING_ACTIONS:
            self._add(entry, order, action, "" if entry.opening else APPLYING_ACTIONS[action])

    def _add(self, entry: Entry, order: Order, action: str, side: str) -> None:
        stage = stage_of(entry, action)
        # Most entries name none.
        counts_unnamed = stage in COUNTED_UNNAMED
        name = entry.opening
        if stage and not name:
            name = firm_called(entry, stage, counts_unnamed=counts_unnamed)
        key = firm_key(name) if name else ""
        maybe = () if key or not stage else tuple(map(firm_key, maybe_firms(entry)))
        key = key or (unnamed(entry.id) if counts_unnamed else "")
        if not key and not maybe:
            return
        said = next((one for one in SIDES if one in entry.tags), "")
        mention = Mention(
            order, name or entry.text, stage, said or side, reason_of(entry, ended=stage in ENDS),
            tuple(map(key_of, entry.people)), entry.settles,
            not stage and writes_to_them(entry, name),
        )  # fmt: skip
        if key:
            self._mentions.setdefault(key, {})[entry.id] = mention
        for one in maybe:
            self._maybe_firms.setdefault(one, {})[entry.id] = changed(mention, label="")

    def all(self) -> tuple[Opening, ...]:
        """Every opening, the one heard of last first."""
        known = self._with_letters(with_maybe_firms(self._mentions, self._maybe_firms))
        found = [_opening(key, mentions) for key, mentions in sorted(known.items())]
        return tuple(sorted(found, key=lambda one: (one.last, one.key), reverse=True))

    def people_of(self, opening: Opening) -> list[tuple[str, ...]]:
        """The keys of whom each answer or round of an opening names, the latest last."""
        heard = [
            one
            for one in self._mentions.get(opening.key, {}).values()
            if one.people and one.stage in HEARD
        ]
        return [one.people for one in sorted(heard, key=lambda one: one.order)]

    def _with_letters(self, known: dict[str, dict[str, Mention]]) -> dict[str, dict[str, Mention]]:
        """The same, and words to whoever one opening alone has answered or interviewed by."""
        if not self._letters:
            return known
        heard: dict[str, set[str]] = {}
        for key, mentions in known.items():
            for one in mentions.values():
                for person in one.people if one.stage in HEARD else ():
                    heard.setdefault(person, set()).add(key)
        found = {key: dict(mentions) for key, mentions in known.items()}
        for letter in self._letters:
            keys = {key for person in letter.people for key in heard.get(person, ())}
            if len(keys) == 1:
                found[keys.pop()].setdefault(
                    letter.order[2], Mention(letter.order, "", "", "", "", wrote=True)
                )
        return found


def opening_told(name: str) -> str:
    """The name of an opening inside a sentence: `Karavel (product manager)`."""
    firm, _, role = name.partition(":")
    return f"{firm.strip()} ({role.strip()})" if role.strip() else name


def stage_of(entry: Entry, action: str = "") -> str:
    """How far the opening came by this entry; empty where it only speaks of it.

    Older entries say it by a tag or an action alone; asking for an opening is not yet applying.
    """
    if entry.stage:
        return entry.stage
    tagged = next((STAGE_BY_TAG[tag] for tag in entry.tags if tag in STAGE_BY_TAG), "")
    of_event = entry.event if entry.event in STAGE_EVENTS else ""
    applies = action in APPLYING_ACTIONS and entry.half != ASK
    if not tagged and of_event in ("", ANSWERED) and entry.opening:
        of_event = _answer_of(entry) or ("" if writes_to_them(entry, entry.opening) else of_event)
    return tagged or of_event or (APPLIED if applies else "")


def _answer_of(entry: Entry) -> str:
    """Whether the firm answered by the words: `heard back from Caledon`, `Caledon replied`."""
    text, firm = entry.text, entry.opening.partition(":")[0]
    heard = begins_with_answer(text, firm) or tells_answer(text, firm) or speaks(text, firm)
    return ANSWERED if heard else ""


def _opening(key: str, mentions: dict[str, Mention]) -> Opening:
    ordered = sorted(mentions.items(), key=lambda item: item[1].order)
    reached: dict[str, date] = {}
    for _, mention in ordered:
        if mention.stage:
            reached.setdefault(mention.stage, mention.order[0])
    every = [mention for _, mention in ordered]
    named = max(every, key=lambda one: (":" in one.label, bool(one.label), one.order))
    days = dict.fromkeys(one.order[0] for one in every if one.stage == INTERVIEW)
    return Opening(
        key=key,
        label=named.label,
        side=next((one.side for one in reversed(every) if one.side), ""),
        stage=next((one.stage for one in reversed(every) if one.stage), SEEN),
        stages=tuple(
            Stage(one.order, one.stage or SEEN, one.reason, one.wrote or one.settles in mentions)
            for one in every
        ),
        reached=reached,
        interviews=tuple(days),
        reason=next((one.reason for one in reversed(every) if one.reason), ""),
        last=every[-1].order[0],
        entries=tuple(entry for entry, _ in ordered),
    )
