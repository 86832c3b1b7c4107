"""Findings about people: nobody met, no customer, taking only, leaders who hear nothing."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.leaders import InformedLeader, informed_leaders
from pmpath.coach.contacts.people import CUSTOMERS_TRACK, known_label, last_contact, last_person_met
from pmpath.coach.findings.finding import DAY, Finding, View
from pmpath.coach.plan.answered import TWO_TOLD
from pmpath.coach.plan.milestones import dated
from pmpath.domain.entry import ME
from pmpath.domain.log.contact import GIVEN_ACTIONS, GIVEN_TAGS, SHOWN_ACTIONS
from pmpath.domain.people import function_of, key_of, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.findings.finding import Finders

# Talks with allies in the window, before something made for one of them comes.
LEAST_TALKS = 5
# Made for others to see or use: a leader may come across it.
OUT_IN_THE_WORLD = ("outbound", "published", "talk", *GIVEN_TAGS)
TRIALS = ("craft.trial-agreed", "craft.trial-decided")
TRIAL_ASK = "craft.trial-ask"
# Of each function one leader has to know; by these words somebody leads it.
FUNCTIONS = {
    "marketing": ("marketing", "cmo", "brand", "growth"),
    "sales": ("sales", "cro", "revenue", "commercial"),
}


def no_people(view: View) -> Iterator[Finding]:
    """So many days with entries and none that names a person; asking somebody names them.

    Where my word to somebody is late, keeping it is the way back.
    """
    named = [one.order[0] for one in view.journal.contacts.values()]
    base = max([view.start, *named])
    since = view.since(base, view.limit("NO_PEOPLE"))
    acted = any(base < day <= view.today for day in view.journal.path_actions)
    gone = view.ages.ago(base)
    figures: dict[str, object] = {"days": gone, "gone_days": gone}
    met = last_person_met(view.journal)
    if met is None:
        yield Finding("NO_PEOPLE", since if acted else None, figures, case="nobody")
        return
    figures |= {"person": met[0], "last": met[1]}
    mine = (one.move for one in view.journal.open_commitments if one.move.who == ME)
    late = next((one for one in mine if one.person and one.day < view.today), None)
    if late is not None:
        whom = name_of(known_label(view.journal, late.person))
        figures |= {"whom": whom, "what": late.what, "due": late.day}
    case = "promise" if late else ""
    yield Finding("NO_PEOPLE", since if acted else None, figures, case=case)


def no_customer(view: View) -> Iterator[Finding]:
    """So many days without an entry with customers; before the first, from the start on."""
    if not view.is_planned(CUSTOMERS_TRACK):
        return
    last = last_contact(view.roadmap, view.journal, CUSTOMERS_TRACK)
    base = max(last or view.start, view.start, view.track_start(CUSTOMERS_TRACK))
    since = view.since(base, view.limit("NO_CUSTOMER"))
    if last is None:
        days = {"days": view.ages.ago(base), "gone_days": view.ages.ago(view.start)}
        yield Finding("NO_CUSTOMER", since, days, case="none")
    else:
        gone = view.ages.ago(last)
        figures = {"days": gone, "gone_days": gone, "last": last}
        yield Finding("NO_CUSTOMER", since, figures)


def take_only(view: View) -> Iterator[Finding]:
    """Five talks with allies in so many weeks, and nothing made for any of them."""
    weeks, marks = view.limit("TAKE_ONLY"), view.observed.landmarks
    given = [view.journal.actions_done.get(one) for one in GIVEN_ACTIONS]
    given += [view.journal.last_tagged.get(one) for one in GIVEN_TAGS]
    last = max((day for day in given if day), default=date.min)

    def talks(end: date) -> int:
        first, _ = view.window(weeks * 7, end)
        days = (first + DAY * n for n in range((end - first).days + 1))
        return sum(marks.meetings.get(day, 0) for day in days)

    def holds(end: date) -> bool:
        return talks(end) >= LEAST_TALKS and last < view.window(weeks * 7, end)[0]

    count = talks(view.today)
    if not count:
        return
    figures: dict[str, object] = {"count": count, "span": view.window(weeks * 7, view.today)[1]}
    if marks.worry is not None:
        figures |= {
            "person": name_of(marks.worry.person), "worry": marks.worry.text,
            "worry_ago": (view.today - marks.worry.day).days,
        }  # fmt: skip
    since = view.unbroken(holds)
    yield Finding("TAKE_ONLY", since, figures, case="worry" if marks.worry else "")


def no_sponsor(view: View) -> Iterator[Finding]:
    """The milestone of two leaders who know is past its day: which function is missing."""
    own = next((one for one in dated(view.roadmap, view.journal) if one.id == TWO_TOLD), None)
    if own is None or own.done is not None or own.due >= view.today:
        return
    told = informed_leaders(view.roadmap, view.journal)
    functions = [function_of(one.person).replace("/", " ").split() for one in told]
    missing = [
        name for name, words in FUNCTIONS.items()
        if not any(word in words for function in functions for word in function)
    ]  # fmt: skip
    if missing:
        figures = {
            "due": own.due, "due_ago": (view.today - own.due).days,
            "missing": " and ".join(missing), "known": ", ".join(one.person for one in told),
        }  # fmt: skip
        yield Finding("NO_SPONSOR", own.due, figures, case="" if told else "none")


def told_not_shown(view: View) -> Iterator[Finding]:
    """A leader was told so long ago and nothing outbound since, or heard nothing for five weeks.

    One for each leader, the newest first.
    """
    found = [_not_shown(view, one) for one in informed_leaders(view.roadmap, view.journal)]
    yield from sorted(found, key=lambda one: one.since or date.min, reverse=True)


def _not_shown(view: View, leader: InformedLeader) -> Finding:
    shown = [view.journal.actions_done.get(one) for one in (*SHOWN_ACTIONS, *GIVEN_ACTIONS)]
    shown += [view.journal.last_tagged.get(one) for one in OUT_IN_THE_WORLD]
    base = max([leader.since, *(day for day in shown if day)])
    since = view.since(base, view.limit("TOLD_NOT_SHOWN"))
    silent = view.since(leader.last, leader.every)
    figures = {"person": leader.person, "told": leader.since, "last": leader.last}
    key = key_of(leader.person)
    if silent is None and since is not None:
        gone = view.ages.ago(leader.since)
        figures = {**figures, "days": view.ages.ago(base), "gone_days": gone}
        return Finding("TOLD_NOT_SHOWN", since, figures, subject=key, case="shown")
    gone = view.ages.ago(leader.last)
    figures = {**figures, "days": gone, "gone_days": gone}
    case = "news" if leader.last > leader.since else ""
    return Finding("TOLD_NOT_SHOWN", silent, figures, subject=key, case=case)


def bar_no_trial(view: View) -> Iterator[Finding]:
    """A leader named so many days ago what they need to see, and no trial was asked for."""
    journal = view.journal
    asked = TRIAL_ASK in journal.actions_asked or TRIAL_ASK in journal.actions_done
    agreed = "trial" in journal.last_tagged or any(one in journal.milestones_done for one in TRIALS)
    dropped = all(one in journal.dropped for one in TRIALS)
    if view.roadmap.target.side == "outside" or asked or agreed or dropped:
        return
    for key, bar in view.observed.landmarks.bars.items():
        ago = (view.today - bar.day).days
        figures = {"person": bar.person, "day": bar.day, "bar_ago": ago, "said": bar.text}
        since = view.since(bar.day, view.limit("BAR_NO_TRIAL"))
        yield Finding("BAR_NO_TRIAL", since, figures, subject=key)


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "NO_PEOPLE": no_people,
    "NO_CUSTOMER": no_customer,
    "TAKE_ONLY": take_only,
    "NO_SPONSOR": no_sponsor,
    "TOLD_NOT_SHOWN": told_not_shown,
    "BAR_NO_TRIAL": bar_no_trial,
}
