"""A message to somebody, with the facts of the log that it is filled with."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.people import UNNAMED, Commitment, commitments
from pmpath.coach.situation import Situation
from pmpath.coach.today.message_for import ASKING, FOLLOWING_UP, Occasion
from pmpath.coach.today.step import todays_step
from pmpath.domain.content.catalog import Action
from pmpath.domain.entry import ASK, ME, Entry
from pmpath.domain.log.contact import is_meeting, order_of
from pmpath.domain.log.sayable import first_name, sayable, thing_and_deed, with_article
from pmpath.domain.metric import Metric, with_unit
from pmpath.domain.people import folded, function_of, handle, is_shell_safe, key_of
from pmpath.domain.record import Frozen
from pmpath.reports.never_said import never_said, not_to_say
from pmpath.reports.period.hidden import names_pay
from pmpath.reports.still_yours import newest_number

# What somebody said longer ago is not recalled.
RECALLED_DAYS = 60
# Somebody who is asked today can plan for the day after tomorrow.
SOONEST_DAYS = 2
SATURDAY = 5
USUAL_ROLE = "product manager"


class MessageDraft(Frozen):
    """What a message to a person and one to a firm have in common.

    `lines` are the message, made of the `words` and `days` that are known for its slots.

    `is_step` tells whether it is today's step; `log_line` is what else records that it was sent,
    and `line_is_safe` whether a shell takes it as it stands. `not_to_say` is the person's own list,
    `holding` are the lines with a word of it.
    """

    today: date
    lines: tuple[str, ...]
    is_step: bool
    log_line: str
    line_is_safe: bool
    words: dict[str, str]
    days: dict[str, date]
    not_to_say: tuple[str, ...]
    holding: tuple[str, ...]


def message_draft(
    situation: Situation,
    slots: tuple[dict[str, str], dict[str, date]],
    log_line: str,
    *,
    to: str,
    is_step: bool,
) -> MessageDraft:
    """A message still without lines, with the words and the days for its slots.

    `to` is the person, or the key of the opening, whom it is to.
    """
    return MessageDraft(
        today=situation.today,
        lines=(),
        is_step=is_step,
        log_line=log_line,
        line_is_safe=all(is_shell_safe(word) for word in log_line.split()),
        words=slots[0],
        days=slots[1],
        not_to_say=not_to_say(situation, to),
        holding=(),
    )


class MessageReport(Frozen):
    """`draft` is the message; `kind` is ask, follow-up or promise, `action` what is asked for.

    `person` is empty when nobody is named; `whom` says who it is to with all the same. `command`
    are the words behind `prepare` that lead here again. `talk` is the talk that it leads to.
    """

    draft: MessageDraft
    kind: str
    action: str
    person: str
    whom: str
    command: str
    talk: str
    yours: tuple[Commitment, ...]
    theirs: tuple[Commitment, ...]


def message_report(
    situation: Situation, occasion: Occasion, person: str, about: str
) -> MessageReport:
    """The facts for a message to a person ("" for nobody yet), still without lines and command.

    `about` is what the ask is about, as its message names it. The journal must have kept all
    entries whole.
    """
    action = situation.catalog.actions.get(occasion.action)
    open_commitments = commitments(situation.journal, situation.today)
    never = never_said(situation.journal, situation.roadmap, situation.vocabulary, besides=person)
    words = {
        key: "" if key != "name" and never.is_in(one) else one
        for key, one in _words(situation, occasion, person, about).items()
    }
    draft = message_draft(
        situation,
        (words, _days(situation, occasion, person)),
        _log_line(action, occasion, person),
        to=person,
        is_step=_is_todays(situation, occasion, person),
    )
    return MessageReport(
        draft=draft,
        kind=occasion.kind,
        action=occasion.action,
        person=person,
        whom=person or (UNNAMED[action.who] if action else UNNAMED["anyone"]),
        command="",
        talk=occasion.talk,
        yours=tuple(one for one in open_commitments.yours if _is(one, person)),
        theirs=tuple(one for one in open_commitments.theirs if _is(one, person)),
    )


def _is_todays(situation: Situation, occasion: Occasion, person: str) -> bool:
    """Whether `done` records that it was sent."""
    step = todays_step(situation)
    if step is None or key_of(step.person) != key_of(person):
        return False
    settles = occasion.commitment.entry_id if occasion.commitment is not None else ""
    return step.settles == settles if step.settles else step.action == occasion.action


def _is(move: Commitment, person: str) -> bool:
    return bool(person and move.person) and key_of(move.person) == key_of(person)


def _words(situation: Situation, occasion: Occasion, person: str, about: str) -> dict[str, str]:
    """The words of each slot that need no format; "" for what is not known or cannot be sent."""
    roadmap = situation.roadmap
    answers, commitment = roadmap.answers, occasion.commitment
    worries = _with_worry(situation, person)
    what = to_do = ""
    if commitment is not None:
        mine = commitment.move.who == ME
        promised = _for_others(situation, commitment.move.what)
        what, to_do = thing_and_deed(promised, is_mine=mine)
    may_know = answers.get("manager_safe") != "no"
    role = with_article(roadmap.target.role) or with_article(USUAL_ROLE)
    return {
        "name": first_name(person) if person else "",
        "worry": _for_others(situation, worries[-1].notes["worry"] if worries else ""),
        "aim": role if may_know else "",
        "about": about,
        "what": what,
        "to_do": to_do,
        "number": measured_number(situation),
        "duty": _named(answers.get("duty")),
        "cause": _named(answers.get("cause")),
    }


def _for_others(situation: Situation, text: str) -> str:
    """The text where it can be sent: nothing about pay, and no firm where I look for a job."""
    said = sayable(text)
    firms = situation.journal.known_names.firms
    words = " ".join(word.strip(".,:;?!'") for word in said.split())
    is_private = names_pay(words) or any(firm in folded(said) for firm in firms)
    return "" if is_private else said


def _named(answer: object) -> str:
    said = sayable(str(answer)) if isinstance(answer, str) else ""
    return "" if said == "none" else said


def _number(metric: Metric | None) -> str:
    """`set-up calls from 5 to 3 a month`; "" without one, and for what is about pay."""
    if metric is None or names_pay(metric.name):
        return ""
    period = f" a {metric.period}" if metric.period else ""
    sides = with_unit(f"{metric.before} to {metric.after}", metric.unit)
    return sayable(f"{metric.name} from {sides}{period}")


def days_to_offer(situation: Situation) -> dict[str, date]:
    """Two working days of the next week to choose from, by their slots."""
    first = _working_day(situation, situation.today + timedelta(SOONEST_DAYS))
    return {"day": first, "later": _working_day(situation, first + timedelta(SOONEST_DAYS))}


def measured_number(situation: Situation) -> str:
    """The newest measured change as a message says it; "" without one."""
    return _number(newest_number(situation))


def _days(situation: Situation, occasion: Occasion, person: str) -> dict[str, date]:
    """The days of each slot: two to choose from, and those that are known."""
    days = days_to_offer(situation)
    met = [one for one in _entries_with(situation, person) if _is_recent(situation, one)]
    if met:
        days["met"] = met[-1].day
    worries = _with_worry(situation, person)
    if worries:
        days["said"] = worries[-1].day
    if occasion.commitment is not None:
        days["asked"] = occasion.commitment.made
    elif occasion.kind == FOLLOWING_UP and occasion.action in situation.journal.actions_asked:
        days["asked"] = situation.journal.actions_asked[occasion.action]
    if situation.roadmap.springboard.exit_date is not None:
        days["exit"] = situation.roadmap.springboard.exit_date
    return days


def _working_day(situation: Situation, day: date) -> date:
    """The first day from one on that is in no weekend and no vacation of mine."""
    off = situation.roadmap.vacations
    while day.weekday() >= SATURDAY or any(one.first <= day <= one.last for one in off):
        day += timedelta(1)
    return day


def _with_worry(situation: Situation, person: str) -> list[Entry]:
    """The entries of the last days in which they told a worry."""
    entries = _entries_with(situation, person)
    return [one for one in entries if one.notes.get("worry") and _is_recent(situation, one)]


def _is_recent(situation: Situation, entry: Entry) -> bool:
    days = (situation.today - entry.day).days
    return entry.half != ASK and is_meeting(entry) and days <= RECALLED_DAYS


def _entries_with(situation: Situation, person: str) -> list[Entry]:
    key = key_of(person)
    found = [
        one
        for one in situation.journal.entries
        if person and any(key_of(name) == key for name in one.people)
    ]
    return sorted(found, key=order_of)


def _log_line(action: Action | None, occasion: Occasion, person: str) -> str:
    """What is typed once it is sent: `--did allies.coffee asked @lena:pm`."""
    function = "_".join(function_of(person).split()) if person else ""
    name = f"@{handle(person)}{':' * bool(function)}{function}" if person else "@name"
    if occasion.kind == FOLLOWING_UP:
        return f"asked {name} once more"
    if occasion.kind != ASKING or action is None:
        return f"sent {name} what was promised"
    verb = "sent" if action.sends else "asked"
    # Where a shell would take the name for itself, the line is typed where no options are.
    did = f"--did {action.id} " if is_shell_safe(name) else ""
    return f"{did}{verb} {name}"
