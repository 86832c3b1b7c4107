"""Whether an action may be proposed on a day: wanted, rested, and not waiting for an answer."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.asked import MANAGER, is_kind
from pmpath.coach.contacts.people import everybody_answered, labels_of
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import ONCE, Action
from pmpath.domain.language.lexicon import title_key
from pmpath.domain.roadmap.leaders import people_of_answers

# Days until an action may come back; a single one that nobody answered is tried again.
REST_DAYS = {"weekly": 7, "monthly": 28}
ASK_AGAIN_DAYS = 14
# For a milestone that wants an action several times, several people are asked one after the other,
# and work at the desk comes back twice a week.
NEXT_PERSON_DAYS, SOONEST_DAYS = 2, 3
# After so many different books of one shelf the next is from another.
READING, OF_ONE_SHELF = "reading", 3


def may_come(
    situation: Situation, action: Action, *, needed: bool = False, within: int = SOONEST_DAYS
) -> bool:
    """It may return, and all it waits for is there. `needed`: a milestone wants it once more.

    `within`: so many days are left for each time that the milestone wants it.
    """
    may = may_return(situation, action, needed=needed, within=within)
    return may and situation.is_unlocked(action)


def may_return(
    situation: Situation, action: Action, *, needed: bool = False, within: int = SOONEST_DAYS
) -> bool:
    """Wanted, not in the roadmap already, and neither done nor asked for lately.

    Whoever was asked is not asked again before an answer, but somebody else may be: an action that
    repeats goes on with another person while one answer is awaited, and a single one with somebody
    else once the answer was no.
    """
    if not _has_rested(situation, action, needed=needed, within=within):
        return False
    if situation.is_known(action.id) or not situation.is_wanted(action):
        return False
    if action.who == MANAGER and _is_manager_snoozed(situation):
        return False
    return action.track != READING or not _is_of_a_tired_shelf(situation, action)


def _has_rested(situation: Situation, action: Action, *, needed: bool, within: int) -> bool:
    done = situation.journal.actions_done.get(action.id)
    asked = situation.journal.actions_asked.get(action.id)
    if done is None and asked is None:
        return True
    if done == situation.today:
        return False
    latest = max(day for day in (done, asked) if day is not None)
    if action.cadence == ONCE:
        said_no = asked is not None and everybody_answered(situation.journal, action.id)
        rest = NEXT_PERSON_DAYS if said_no else ASK_AGAIN_DAYS
        return done is None and situation.today - latest >= timedelta(rest)
    if needed and action.people:
        # Meeting one person is not a reason to wait with asking the next.
        if asked is None:
            return True
        latest = asked
    rest = _needed_rest(action, within) if needed else REST_DAYS[action.cadence]
    if _is_awaited(done, asked):
        rest = min(rest, ASK_AGAIN_DAYS)
    return situation.today - latest >= timedelta(rest)


def _needed_rest(action: Action, within: int) -> int:
    """Shorter where the day of the milestone is near, but never the same day."""
    return max(min(NEXT_PERSON_DAYS if action.people else SOONEST_DAYS, within), 1)


def _is_manager_snoozed(situation: Situation) -> bool:
    """Whether nobody is to be reminded of the one whom they have as their manager."""
    quiet = snoozed(situation.journal, situation.today)
    if not quiet:
        return False
    labels = labels_of(situation.journal, people_of_answers(situation.roadmap.answers))
    return any(key in quiet and is_kind(MANAGER, label) for key, label in labels.items())


def _is_awaited(done: date | None, asked: date | None) -> bool:
    return asked is not None and (done is None or asked > done)


def _is_of_a_tired_shelf(situation: Situation, action: Action) -> bool:
    """Whether the last three books were all of the shelf that this action reads from first."""
    own = next((way.shelves[0] for way in action.fulfilled_by if way.shelves), "")
    read = situation.journal.observed.books
    if not own or len(read) < OF_ONE_SHELF:
        return False
    shelves = {title_key(title): shelf for title, shelf in situation.catalog.shelves.items()}
    newest = dict.fromkeys(title_key(title) for _, title in sorted(read, reverse=True))
    latest = [shelves.get(key, "") for key in newest][:OF_ONE_SHELF]
    return latest == [own] * OF_ONE_SHELF
