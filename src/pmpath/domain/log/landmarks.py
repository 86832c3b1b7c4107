"""What happened, entry by entry, that a later entry answers: pieces, worries, words of leaders.

Few entries are any of this, so that what is kept stays small however long the log grows.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, SIDES, STAGES, Entry
from pmpath.domain.late import Late
from pmpath.domain.log.contact import Order
from pmpath.domain.log.gathered.openings import APPLYING_ACTIONS
from pmpath.domain.log.gathered.reasons import reason_of
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

ALLIES, SEARCH, VOLUNTEER, WRITING = "allies", "search", "volunteer", "writing"
PUBLISHED, ENGINEERS, MANAGERS, TOLD = "published", "engineers", "managers", "told"
TELL, UPDATE, ASK_GAP = "sponsors.tell", "sponsors.update", "sponsors.ask-gap"
WORRY, SAID = "worry", "said"
AUDIENCE, LINK = "audience", "link"
REASON_NOTES = frozenset(["reason", "said"])
REASON_SIGNS = (" because ", ": ", " reason", " since they ", " as they ")
REJECTED_TAG = STAGES["rejected"]
APPLYING_TAGS = frozenset([STAGES["applied"], STAGES["interview"]])
# By these words somebody says that they want to see it first.
PROOF = frozenset(["show", "prove", "proof", "evidence", "number", "numbers", "see", "results"])
# Choosing a job and asking for it is not yet doing it.
BEFORE_THE_WORK = frozenset(["volunteer.pick", "volunteer.offer"])


class Landmark(Frozen):
    """Something that an entry tells of, at its place among the entries; `person` may be empty."""

    order: Order
    text: str
    person: str = ""

    @property
    def day(self) -> date:
        """The day it happened."""
        return self.order[0]


class Landmarks(Late):
    """Changed while the log is folded and by nobody after.

    `told` is since when a leader knows, `bars` what a leader needs to see, both by the key of the
    person; `meetings` counts talks with allies by day. `published` are pieces, each once, however
    often it is told; `pieces` those for engineers, `version` the last day of one for managers.
    `aims` are the openings applied to, one of no name by its words. `sides` are those on which any
    step of the search was taken, since `side_since`.
    """

    __slots__ = (
        "aims", "bars", "meetings", "pieces", "proof", "published", "reasoned", "rejection",
        "rejection_reason", "searched",
        "side_since", "told", "version", "volunteer_since", "worry",
    )  # fmt: skip

    def __init__(self) -> None:
        self.pieces: list[Landmark] = []
        self.published: set[str] = set()
        self.version: date | None = None
        self.told: dict[str, date] = {}
        self.bars: dict[str, Landmark] = {}
        self.meetings: dict[date, int] = {}
        self.worry: Landmark | None = None
        # Who asked for proof, by the key of the person: the latest of each, in their own words.
        self.proof: dict[str, Landmark] = {}
        self.volunteer_since: date | None = None
        self.side_since: date | None = None
        self.aims: list[Landmark] = []
        self.rejection: Landmark | None = None
        self.rejection_reason = ""
        # The latest rejection of which the reason was told.
        self.reasoned: Order | None = None
        # The latest step of the search that is not a rejection.
        self.searched: Order | None = None

    def add(self, entry: Entry, order: Order) -> None:
        """Fold one path action."""
        held = entry.half != ASK
        if entry.track == ALLIES and held and entry.people:
            self.meetings[entry.day] = self.meetings.get(entry.day, 0) + 1
        elif entry.track == VOLUNTEER and held and entry.action not in BEFORE_THE_WORK:
            self.volunteer_since = min(self.volunteer_since or entry.day, entry.day)
        if entry.tags or entry.action or entry.opening or entry.track == SEARCH:
            self._add_search(entry, order)
        if entry.tags or entry.action or entry.evidence:
            self._add_piece(entry, order)
            self._add_told(entry, order)
        if entry.notes and WORRY in entry.notes and entry.people:
            self.worry = _later(self.worry, Landmark(order, entry.notes[WORRY], entry.people[0]))
        if entry.people and (entry.notes or entry.metrics or says(entry.text)):
            self._add_proof(entry, order)

    def _add_proof(self, entry: Entry, order: Order) -> None:
        """Somebody said that they want to see something; or a number was told to them."""
        said = entry.notes.get(SAID, "") or said_in(entry.text)
        asks = not PROOF.isdisjoint(said.casefold().replace(",", " ").replace(".", " ").split())
        for person in entry.people if asks or entry.metrics else ():
            key = key_of(person)
            found = Landmark(order, said if asks else "", person)
            self.proof[key] = _later(self.proof.get(key), found)

    def credit(self, entry: Entry, order: Order) -> None:
        """Fold what an entry tells by an action that it does not name itself, but fulfils."""
        self._add_told(entry, order)
        if entry.action in APPLYING_ACTIONS and not APPLYING_TAGS.intersection(entry.tags):
            self._add_aim(entry, order)
        side = APPLYING_ACTIONS.get(entry.action)
        if side and not set(SIDES).intersection(entry.tags):
            self._add_side(entry)

    def _add_piece(self, entry: Entry, order: Order) -> None:
        """A piece is for whom its tags say, or the audience that stands as evidence."""
        links = [one.value for one in entry.evidence if one.kind == LINK]
        if PUBLISHED not in entry.tags and not (links and entry.track == WRITING):
            return
        self.published.add(piece_key(entry, links))
        readers = {*entry.tags, *(one.value for one in entry.evidence if one.kind == AUDIENCE)}
        if ENGINEERS in readers:
            self.pieces.append(Landmark(order, entry.text or next(iter(links), "")))
        if MANAGERS in readers:
            self.version = max(self.version or entry.day, entry.day)

    def _add_told(self, entry: Entry, order: Order) -> None:
        knows = entry.action == UPDATE or (entry.action == TELL and entry.half != ASK)
        if knows or TOLD in entry.tags:
            for person in entry.people:
                key = key_of(person)
                self.told[key] = min(self.told.get(key, entry.day), entry.day)
        if entry.action == ASK_GAP and entry.half != ASK:
            for person in entry.people:
                said = Landmark(order, entry.notes.get(SAID, ""), person)
                self.bars[key_of(person)] = _later(self.bars.get(key_of(person)), said)

    def _add_search(self, entry: Entry, order: Order) -> None:
        if REJECTED_TAG in entry.tags:
            self.rejection = _later(self.rejection, Landmark(order, entry.opening or entry.text))
            if self.rejection.order == order:
                self.rejection_reason = reason_of(entry)
            if _has_reason(entry):
                self.reasoned = max(self.reasoned or order, order)
        elif entry.track == SEARCH:
            self.searched = max(self.searched or order, order)
        if APPLYING_TAGS.intersection(entry.tags) or entry.action in APPLYING_ACTIONS:
            self._add_aim(entry, order)
        side = next((one for one in SIDES if one in entry.tags), APPLYING_ACTIONS.get(entry.action))
        if side:
            self._add_side(entry)

    def _add_aim(self, entry: Entry, order: Order) -> None:
        """What was applied for; beside somebody's name the words hold their title, not that one."""
        title = entry.opening or ("" if entry.people else entry.text.partition(",")[0])
        if title:
            self.aims.append(Landmark(order, title))

    def _add_side(self, entry: Entry) -> None:
        self.side_since = min(self.side_since or entry.day, entry.day)


def says(text: str) -> bool:
    """Whether the words may tell what somebody said."""
    return " said " in text or " says " in text


def said_in(text: str) -> str:
    """What somebody said by the plain words: `...; he said bring me a number. 20 min`."""
    sign = next((one for one in (" said ", " says ") if one in text), "")
    behind = text.partition(sign)[2] if sign else ""
    for end in (". ", "; "):
        behind = behind.partition(end)[0]
    return behind.strip(" .,;")


def piece_key(entry: Entry, links: Sequence[str]) -> str:
    """By what a piece is counted: its address, else its words, however often it is told."""
    if links and links[0]:
        return links[0].partition("://")[2].rstrip("/").casefold() or links[0].casefold()
    return " ".join(entry.text.casefold().split()) or entry.id


def _has_reason(entry: Entry) -> bool:
    """`... because they want sales experience`, `no from Acme: too junior`, or a note of it."""
    text = entry.text.casefold()
    return not REASON_NOTES.isdisjoint(entry.notes) or any(sign in text for sign in REASON_SIGNS)


def _later(known: Landmark | None, found: Landmark) -> Landmark:
    return found if known is None or found.order > known.order else known
