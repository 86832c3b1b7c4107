"""Openings as the log tells of them, each once: a firm that is known is the same opening."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, ENGINEERING, SIDES, STAGES, Entry
from pmpath.domain.log.contact import Order
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import function_of, name_of
from pmpath.domain.record import record

SEEN, APPLIED, ANSWERED, INTERVIEW = "seen", "applied", "answered", "interview"
OFFER, REJECTED, CLOSED, DECLINED = "offer", "rejected", "closed", "declined"
# The milestone that is reached by an offer accepted.
ACCEPTED = "search.offer"
# Whoever hears any of these has applied.
BEYOND_APPLIED = (APPLIED, ANSWERED, INTERVIEW, OFFER, REJECTED)
ENDS = (REJECTED, CLOSED, DECLINED)
STAGE_EVENTS = (APPLIED, ANSWERED, INTERVIEW, OFFER, REJECTED, DECLINED)
STAGE_BY_TAG = {tag: stage for stage, tag in STAGES.items()}
SEARCH_EVENTS = frozenset([*STAGES, DECLINED])
# These tell of an opening without a name as well; somebody's answer, or my own no, does not.
COUNTED_UNNAMED = (APPLIED, INTERVIEW, OFFER, REJECTED)
# Actions that are an application, by the side of the search.
APPLYING_ACTIONS = {"search.inside": "inside", "search.outside": "outside"}
REASON, BECAUSE, CUSTOMER = "reason", " because ", "customer"
# A colon behind one of these, or behind the firm, opens the reason of a no.
NO_WORDS = ("no", "rejection", "rejected", "declined", "opening", "role", "job", "position")
# So begins a clause that gives the reason, and not what was done next.
GIVING_REASONS = (
    "they ", "he ", "she ", "it was ", "too ", "not enough ", "somebody ", "someone ", "others ",
    "another ",
)  # fmt: skip
# Behind these words stands the firm itself, by what they tell of it.
SOURCES = {
    APPLIED: ("applied to", "applied at", "application to"),
    INTERVIEW: ("interview at",),
    OFFER: ("offer from", "offer by", "offer at"),
    REJECTED: ("no from", "rejection from", "rejected by", "turned down by"),
    DECLINED: ("offer from", "offer by", "offer at", "offer of"),
}
# How long it took stands behind the words: a number with one of these, or alone.
UNITS = ("h", "m", "min", "mins", "minutes", "hour", "hours", "")


@record
class Stage:
    """An opening came so far, at a place in the log; `reason` is why it ended, if known."""

    order: Order
    name: str
    reason: str = ""

    @property
    def day(self) -> date:
        """The day it came so far."""
        return self.order[0]


@record
class Opening:
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
        return bool(self.key) and not self.key.startswith("entry ")

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

    @property
    def is_over(self) -> bool:
        """Whether a no, an end, or one's own no was the last of it."""
        return self.stage in ENDS


@record
class Mention:
    """What one entry says of an opening."""

    order: Order
    label: str
    stage: str
    side: str
    reason: str


class Openings:
    """Changed while the log is folded, in any order of lines, and by nobody after."""

    def __init__(self) -> None:
        # By opening and entry, since an action may be credited behind the entry itself.
        self._mentions: dict[str, dict[str, Mention]] = {}

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one entry that names an opening, or tells of how far one came."""
        # Most entries tell of none: the log may be long.
        tells = entry.opening or entry.stage or entry.tags or entry.event in SEARCH_EVENTS
        if (tells or entry.action in APPLYING_ACTIONS) and ENGINEERING not in entry.tags:
            self._add(entry, order, entry.action, APPLYING_ACTIONS.get(entry.action, ""))

    def credit(self, entry: Entry, action: str, order: Order) -> None:
        """An entry was an application, though it names no action; a firm tells the side itself."""
        if action in APPLYING_ACTIONS:
            self._add(entry, order, action, "" if entry.opening else APPLYING_ACTIONS[action])

    def _add(self, entry: Entry, order: Order, action: str, side: str) -> None:
        stage = stage_of(entry, action)
        # Most entries name none.
        name = entry.opening or (_firm_of(entry, stage) if stage else "")
        key = firm_key(name) if name else ""
        key = key or (f"entry {entry.id}" if stage in COUNTED_UNNAMED else "")
        if not key:
            return
        said = next((one for one in SIDES if one in entry.tags), "")
        mention = Mention(
            order, name or entry.text, stage, said or side, reason_of(entry, ended=stage in ENDS),
        )  # fmt: skip
        self._mentions.setdefault(key, {})[entry.id] = mention

    def all(self) -> tuple[Opening, ...]:
        """Every opening, the one heard of last first."""
        found = [_opening(key, mentions) for key, mentions in sorted(self._mentions.items())]
        return tuple(sorted(found, key=lambda one: (one.last, one.key), reverse=True))


def _firm_of(entry: Entry, stage: str) -> str:
    """The firm where somebody known stands in its place: a customer, or the one it came from.

    Somebody whose function is known and is no other than a customer's is a person.
    """
    text = f" {entry.text.casefold()} "
    for one in entry.people:
        name, function = name_of(one), function_of(one)
        is_source = any(f" {words} {name.casefold()}" in text for words in SOURCES.get(stage, ()))
        is_customer = CUSTOMER in function and (stage in COUNTED_UNNAMED or is_source)
        if is_customer or (is_source and not function):
            return name
    return ""


def opening_told(name: str) -> str:
    """The name of an opening inside a sentence: `Karavel (product manager)`."""
    firm, _, role = name.partition(":")
    return f"{firm.strip()} ({role.strip()})" if role.strip() else name


def reason_of(entry: Entry, *, ended: bool = True) -> str:
    """Why it ended: the note, else what the words give as the reason where it did end."""
    noted = entry.notes.get(REASON, "")
    return noted or (_without_length(_behind(entry)).strip(" .,") if ended else "")


def _behind(entry: Entry) -> str:
    """What stands behind "because", behind the colon of the firm, or begins with "they"."""
    head, because, rest = entry.text.partition(BECAUSE)
    if because:
        return rest
    head, colon, rest = entry.text.partition(": ")
    last = head.casefold().split()[-1:]
    firm, _, role = entry.opening.casefold().partition(":")
    if colon and (last[0:1] and last[0] in (*firm.split(), *NO_WORDS)):
        # What a colon sets off may be the role that the opening is for.
        return "" if role and rest.casefold().startswith(role.strip()) else rest
    head, comma, rest = entry.text.partition(", ")
    return rest if comma and rest.casefold().startswith(GIVING_REASONS) else ""


def _without_length(words: str) -> str:
    """The words without `10m`, `1h30` or `20 min` at their end."""
    rest = words.split()
    while rest and (_is_length(rest[-1]) or (rest[-1] in UNITS and _is_length(rest[-2:][0]))):
        rest.pop()
    return " ".join(rest)


def _is_length(word: str) -> bool:
    number = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = word[len(number) :]
    digits = number.replace("h", "").replace(":", "").replace(".", "").replace(",", "")
    return digits.isdigit() and unit in UNITS


def stage_of(entry: Entry, action: str = "") -> str:
    """How far the opening came by this entry; empty where it only speaks of it.

    Older entries say it by a tag or an action alone; asking for an opening is no application yet.
    """
    if entry.stage:
        return entry.stage
    tagged = next((STAGE_BY_TAG[tag] for tag in entry.tags if tag in STAGE_BY_TAG), "")
    of_event = entry.event if entry.event in STAGE_EVENTS else ""
    applies = action in APPLYING_ACTIONS and entry.half != ASK
    return tagged or of_event or (APPLIED if applies else "")


def _opening(key: str, mentions: dict[str, Mention]) -> Opening:
    ordered = sorted(mentions.items(), key=lambda item: item[1].order)
    reached: dict[str, date] = {}
    for _, mention in ordered:
        if mention.stage:
            reached.setdefault(mention.stage, mention.order[0])
    every = [mention for _, mention in ordered]
    named = max(every, key=lambda one: (":" in one.label, one.order))
    days = dict.fromkeys(one.order[0] for one in every if one.stage == INTERVIEW)
    return Opening(
        key=key,
        label=named.label,
        side=next((one.side for one in reversed(every) if one.side), ""),
        stage=next((one.stage for one in reversed(every) if one.stage), SEEN),
        stages=tuple(Stage(one.order, one.stage or SEEN, one.reason) for one in every),
        reached=reached,
        interviews=tuple(days),
        reason=next((one.reason for one in reversed(every) if one.reason), ""),
        last=every[-1].order[0],
        entries=tuple(entry for entry, _ in ordered),
    )
