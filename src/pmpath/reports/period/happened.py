"""What happened in a period, best first: firsts, results, things out in the world, people."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import known_label
from pmpath.coach.gathered.results import first_result, is_result
from pmpath.coach.meaning.sentences.event import event_of
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.situation import GAP_DAYS, Situation
from pmpath.domain.entry import ASK, ASKED, PART, PROMISED, Entry
from pmpath.domain.log.contact import order_of
from pmpath.domain.log.firsts import BASELINE, OFFER, RESULT, USED
from pmpath.domain.log.firsts import TOLD as LEADER_TOLD
from pmpath.domain.log.landmarks import PUBLISHED
from pmpath.domain.log.observed import MAKING
from pmpath.domain.metric import Change, Metric, change_of
from pmpath.domain.people import key_of
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen, changed
from pmpath.reports.period.hidden import SOME_WORK, Hidden, names_pay
from pmpath.reports.period.people_met import known_before
from pmpath.reports.period.quotes import heard_in
from pmpath.reports.reported_entry import words_for_report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.plan.milestones import DatedMilestone

FIRST, MADE, ASKED_FOR, RETURN = "first", "made", "asked", "return"
MILESTONE, HEARD, MET, DONE, OUT = "milestone", "heard", "met", "done", "out"
# The order in which they are told.
RANKS = {
    kind: at
    for at, kind in enumerate((
        OFFER, FIRST, RESULT, USED, PUBLISHED, OUT, MADE, ASKED_FOR, RETURN, MILESTONE, HEARD, MET,
        DONE,
    ))
}  # fmt: skip
USED_ACTIONS = ("allies.check-use", "writing.ask-use")
MAKING_ACTIONS = ("allies.make-helper", "roadmap.statement", "search.resume", "search.resume-line")
# On the tracks on which something comes into being, these only prepare it.
NOT_YET_MADE = ("volunteer.pick", "volunteer.offer", "craft.trial-find", "volunteer.baseline")
# So many are told at most.
MOST = 1_000
# In these one stands before others, or before a company.
EVENTS_OUT = ("talk", "interview", "applied", "told", "volunteered")


class Happening(Frozen):
    """One thing that happened; `what` are its words for reading, `first` says of what it is one.

    `number` is a result with its `change`; `asker` is whoever asked for proof and has not been
    told a number since, with `asked` and their words in `wish`. `since` is the last step before a
    return. `key` says what a quote is: said, worry, problem, reaction. In a shared report `entries`
    says how many have nothing but their track in common, with the `minutes` of all of them.
    """

    kind: str
    day: date
    what: str = ""
    first: str = ""
    track: str = ""
    action: str = ""
    people: tuple[str, ...] = ()
    opening: str = ""
    minutes: int = 0
    key: str = ""
    number: Metric | None = None
    change: Change | None = None
    asker: str = ""
    asked: date | None = None
    wish: str = ""
    since: date | None = None
    entry_id: str = ""
    entries: int = 0

    def for_others(self, hidden: Hidden, *, notes: bool) -> Happening | None:
        """Track and action in place of the words; what is about pay goes, quotes with the notes."""
        if self.number is not None and names_pay(self.number.name):
            return None
        if self.kind == HEARD and not notes:
            return None
        what = self.what
        if self.kind not in (HEARD, MILESTONE):
            what = hidden.told_as(self.track, self.action, self.entry_id)
            what = what or ("" if self.number else SOME_WORK)
        if self.kind == OFFER and self.opening:
            what = ""
        return changed(
            self, what=what, action="" if self.action in hidden.private else self.action,
            key="" if self.kind == MILESTONE else self.key,
            people=tuple(hidden.label(one) for one in self.people),
            asker=hidden.label(self.asker) if self.asker else "", wish=self.wish if notes else "",
        )  # fmt: skip


def happened_in(
    situation: Situation,
    period: Period,
    entries: tuple[Entry, ...],
    reached: tuple[DatedMilestone, ...],
) -> tuple[Happening, ...]:
    """What happened in the period, best first; of one kind the earlier before.

    An entry is told once, as the best that it was; its quotes and new people stand by themselves.
    Of more than a thousand, as in years, the best thousand are kept: every entry stands in `done`.
    """
    found = _everything(situation, period, entries, reached)
    if len(entries) <= MOST:
        best_first = sorted(found, key=_rank)[:MOST]
    else:
        # Ten years have too many to hold them all; a week needs no module for its few.
        from heapq import nsmallest

        best_first = nsmallest(MOST, found, key=_rank)
    return tuple(_asker_once(best_first))


def _rank(one: Happening) -> tuple[int, int, date]:
    """The best first, the weightier of a kind, then the earlier."""
    return RANKS[one.kind], -_weight(one), one.day


def _everything(
    situation: Situation,
    period: Period,
    entries: tuple[Entry, ...],
    reached: tuple[DatedMilestone, ...],
) -> Iterator[Happening]:
    """One after another, so that ten years are never all in memory."""
    back, known = _return(situation, period, entries), known_before(situation)
    for entry in entries:
        if entry.is_path_action:
            is_back = back is not None and back.entry_id == entry.id
            yield _of(situation, entry, known, back if is_back else None)
    for one in reached:
        yield Happening(MILESTONE, one.done or period.last, one.title, key=one.id)
    for entry in entries:
        for heard in heard_in((entry,)):
            yield Happening(
                HEARD, entry.day, heard.words, people=_labels(situation, entry), key=heard.key,
                entry_id=entry.id,
            )  # fmt: skip


def _asker_once(found: list[Happening]) -> Iterator[Happening]:
    """Whoever asked for proof is named beside one number, the best."""
    named: set[str] = set()
    for one in found:
        yield changed(one, asker="", asked=None, wish="") if one.asker in named else one
        named |= {one.asker} - {""}


def _weight(one: Happening) -> int:
    """Of what was simply done, the longer stands first."""
    return one.minutes if one.kind == DONE else 0


def _of(
    situation: Situation, entry: Entry, known: frozenset[str], back: Happening | None
) -> Happening:
    """The entry as the best that it was; `known` are the leaders who knew before the log began."""
    actions = _actions(situation, entry)
    firsts = situation.journal.observed.firsts.of(order_of(entry))
    kind = _kind(situation, entry, actions)
    number = next(
        (one for one in entry.metrics if one.after is not None and one.before is not None), None
    )
    if not is_result(situation.journal, entry):
        number = None
    # Where a leader knew before the log began, nobody told later is the first.
    without = (BASELINE, OFFER, RESULT, *((LEADER_TOLD,) if known else ()))
    first = next((one for one in firsts if one not in without), "")
    if kind == RESULT and entry == first_result(situation.journal):
        first = RESULT
    if kind == OFFER:
        first = OFFER if OFFER in firsts else ""
    elif first and RANKS[kind] > RANKS[FIRST]:
        kind = FIRST
    else:
        first = ""
    if back is not None and RANKS[kind] > RANKS[RETURN]:
        kind = RETURN
    # What was better than a return says so as well.
    new = _new_people(situation, entry, known)
    if new and kind == DONE:
        kind = MET
    asker, asked, wish = _asker(situation, entry) if number is not None else ("", None, "")
    return Happening(
        kind,
        entry.day,
        what=words_for_report(entry, situation.vocabulary),
        first=first,
        track=entry.track,
        action=next(iter(actions), ""),
        people=new if kind == MET else _labels(situation, entry),
        opening=entry.opening,
        minutes=entry.minutes,
        number=number,
        change=change_of(number) if number else None,
        asker=asker,
        asked=asked,
        wish=wish,
        since=back.since if back is not None else None,
        entry_id=entry.id,
    )


def _actions(situation: Situation, entry: Entry) -> tuple[str, ...]:
    """What it did: the actions it names, then those it fulfils, each once."""
    said = (entry.action, *entry.did, *situation.journal.fulfilled.get(entry.id, ()))
    return tuple(dict.fromkeys(one for one in said if one and one not in entry.not_did))


def _kind(situation: Situation, entry: Entry, actions: tuple[str, ...]) -> str:
    """The best that an entry is, by its own facts and whether an offer is news."""
    event, tags = event_of(entry), entry.tags
    if event == OFFER and _is_news(situation, entry):
        return OFFER
    if is_result(situation.journal, entry):
        return RESULT
    if USED in tags or any(one in USED_ACTIONS for one in actions):
        return USED
    if event == PUBLISHED or PUBLISHED in tags:
        return PUBLISHED
    if event in EVENTS_OUT:
        return OUT
    if entry.half == ASK or event in (ASKED, PROMISED):
        return DONE if _came_of_it(situation, entry) else ASKED_FOR
    return MADE if _is_made(entry, actions) else DONE


def _came_of_it(situation: Situation, entry: Entry) -> bool:
    """Whether whoever was asked was met since: the meeting is what happened, not the asking."""
    contacts = (situation.journal.contacts[key_of(one)] for one in entry.people)
    return any(one.last_met is not None and one.last_met >= entry.day for one in contacts)


def _is_news(situation: Situation, entry: Entry) -> bool:
    """Whether an offer came, or was accepted; what is said of one that is known is not news."""
    if entry.day == accepted_on(situation.journal, situation.today):
        return True
    known = (one for one in situation.journal.openings.all() if entry.id in one.entries)
    return all(any(offer.day == entry.day for offer in one.came(OFFER)) for one in known)


def _is_made(entry: Entry, actions: tuple[str, ...]) -> bool:
    """Something came into being: not a part of it, and not what prepares it."""
    if PART in entry.tags or any(one in NOT_YET_MADE for one in actions):
        return False
    return entry.track in MAKING or any(one in MAKING_ACTIONS for one in actions)


def _labels(situation: Situation, entry: Entry) -> tuple[str, ...]:
    return tuple(known_label(situation.journal, one) for one in entry.people)


def _new_people(situation: Situation, entry: Entry, known: frozenset[str]) -> tuple[str, ...]:
    """Those who were met for the first time on the day of the entry."""
    if entry.half == ASK:
        return ()
    contacts = situation.journal.contacts
    return tuple(
        known_label(situation.journal, one)
        for one in entry.people
        if contacts[key_of(one)].first_met == entry.day and key_of(one) not in known
    )


def _asker(situation: Situation, entry: Entry) -> tuple[str, date | None, str]:
    """Who asked for proof last, and has heard no number since."""
    open_ones = [one for one in situation.journal.observed.landmarks.proof.values() if one.text]
    before = [one for one in open_ones if one.order < order_of(entry)]
    if not before:
        return "", None, ""
    last = max(before, key=lambda one: one.order)
    return known_label(situation.journal, last.person), last.day, last.text


def _return(situation: Situation, period: Period, entries: tuple[Entry, ...]) -> Happening | None:
    """The first step of the period, where it came two weeks or more after the one before."""
    acted = [one for one in entries if one.is_path_action]
    earlier = [day for day in situation.journal.path_actions if day < period.start]
    if not acted or not earlier:
        return None
    last = max(earlier)
    if situation.ages.since(last, acted[0].day) < GAP_DAYS:
        return None
    return Happening(RETURN, acted[0].day, since=last, entry_id=acted[0].id)
