"""The words for one talk, filled from the log."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import UNNAMED, Commitment, commitments
from pmpath.coach.situation import Situation
from pmpath.domain.content.talks import Talk
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.log.contact import order_of
from pmpath.domain.metric import Metric
from pmpath.domain.people import function_of, handle, is_shell_safe, key_of, name_of
from pmpath.domain.record import Frozen
from pmpath.reports.never_said import never_said, not_to_say
from pmpath.reports.reported_entry import words_for_report
from pmpath.reports.still_yours import newest_number

WORRY, NUMBER, PERSON = "{worry}", "{number}", "{person}"
# Stands in the line to log where the name is not known, to be written over.
NOBODY_YET = "name"


class PrepareReport(Frozen):
    """One talk. `person` is empty when nobody is named; `whom` says who it is with all the same.

    `last` is the newest talk with them, `worry` their newest in their words, `number` the newest
    measured change. `not_to_say` are words the person never wants to say, `holding` those lines of
    the talk that hold one. `line_is_safe` tells whether a shell hands `log_line` on as it stands.
    """

    today: date
    talk: str
    title: str
    aim: str
    person: str
    whom: str
    opening: str
    questions: tuple[str, ...]
    ask: str
    avoid: str
    log_line: str
    line_is_safe: bool
    last_day: date | None
    last_words: str
    worry: str
    number: Metric | None
    yours: tuple[Commitment, ...]
    theirs: tuple[Commitment, ...]
    not_to_say: tuple[str, ...]
    holding: tuple[str, ...]


def prepare_report(situation: Situation, talk: Talk, person: str, number: str) -> PrepareReport:
    """The talk with a person ("" for nobody yet). The journal must have kept all entries whole.

    `number` is the newest measured change as it is said; empty when there is none.
    """
    with_them = _entries_with(situation, person)
    talks = [one for one in with_them if one.half != ASK]
    worries = [one.notes["worry"] for one in with_them if one.notes.get("worry")]
    worry = worries[-1] if worries else ""
    never = never_said(situation.journal, situation.roadmap, situation.vocabulary, besides=person)
    opening = talk.opening
    said = worry if not never.is_in(worry) else ""
    measured = number if not never.is_in(number) else ""
    if (WORRY in opening and not said) or (NUMBER in opening and not measured):
        opening = talk.opening_without or opening
    opening = _filled(opening, name_of(person) if person else "", said, measured)
    line = _log_line(talk, person)
    open_commitments = commitments(situation.journal, situation.today)
    lines = (opening, *talk.questions, talk.ask)
    return PrepareReport(
        today=situation.today,
        talk=talk.id,
        title=talk.title,
        aim=talk.aim,
        person=person,
        whom=person or UNNAMED[talk.who],
        opening=opening,
        questions=talk.questions,
        ask=talk.ask,
        avoid=talk.avoid,
        log_line=line,
        line_is_safe=all(is_shell_safe(word) for word in line.replace("+", "").split()),
        last_day=talks[-1].day if talks else None,
        last_words=words_for_report(talks[-1], situation.vocabulary) if talks else "",
        worry=worry,
        number=newest_number(situation),
        yours=tuple(one for one in open_commitments.yours if _is_with(one, person)),
        theirs=tuple(one for one in open_commitments.theirs if _is_with(one, person)),
        not_to_say=not_to_say(situation, person),
        holding=tuple(filter(never.is_in, lines)),
    )


def _entries_with(situation: Situation, person: str) -> list[Entry]:
    key = key_of(person)
    found = [
        one
        for one in situation.journal.entries
        if person and any(key_of(name) == key for name in one.people)
    ]
    return sorted(found, key=order_of)


def _is_with(move: Commitment, person: str) -> bool:
    return bool(person and move.person) and key_of(move.person) == key_of(person)


def _filled(text: str, name: str, worry: str, number: str) -> str:
    """Each word in its place, in one pass over the template: a worry may hold braces itself."""
    if not name:
        text = text.replace(f"{PERSON}, ", "")
    words = {PERSON: name, WORRY: worry.rstrip("."), NUMBER: number}
    said = "".join(words.get(part, part) for part in _parts(text.strip()))
    return said[:1].upper() + said[1:]


def _parts(text: str) -> list[str]:
    for mark in (PERSON, WORRY, NUMBER):
        text = text.replace(mark, f"\0{mark}\0")
    return text.split("\0")


def _log_line(talk: Talk, person: str) -> str:
    """The line to type afterwards, with the function that is known in place of the talk's own."""
    name = handle(person) if person else NOBODY_YET
    known = "_".join(function_of(person).split()) if person else ""
    words = [
        f"@{{person}}:{known}" if known and word.startswith("@{person}:") else word
        for word in talk.log_line.split()
    ]
    return " ".join(words).replace(PERSON, name)
