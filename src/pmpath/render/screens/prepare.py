"""The screens of `pmpath prepare`: a message, a talk, the list of talks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pmpath.coach.contacts.people import Commitment
from pmpath.coach.gathered.follow_up import AGREED, ASKED_FOR, COLD, FOLLOW_UP, REPLY, THANK
from pmpath.coach.gathered.letter import AFTER_ROUND, AGAIN
from pmpath.coach.today.message_for import ASKING, FOLLOWING_UP, PROMISED
from pmpath.domain.content.messages import Messages, filled_in
from pmpath.domain.content.talks import Talk
from pmpath.domain.log.gathered.openings import opening_told
from pmpath.domain.people import typed
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, day_beside, listed, long_day
from pmpath.render.phrases.commitments import due_word, side_of
from pmpath.render.phrases.confirmation import metric_text
from pmpath.reports.firm_message import FirmMessageReport
from pmpath.reports.message import MessageDraft, MessageReport
from pmpath.reports.prepare import PrepareReport

NAME_WIDTH = 13
WORDS_SHOWN = 100
PROMISES_SHOWN = 2
FIRM_TITLES = {
    REPLY: "Answer", THANK: "Thanks", FOLLOW_UP: "Follow-up", AFTER_ROUND: "Follow-up",
    AGAIN: "Second follow-up",
}  # fmt: skip
TITLES_OF = {ASKING: "Message", FOLLOWING_UP: "Follow-up", PROMISED: "Message, as promised"}


def draw_prepare(page: Page, report: PrepareReport) -> None:
    """Aim and facts, the words in the order in which they are said, the line to log after."""
    page.head_line([report.title, clip(report.whom, 60)])
    page.rows([("Aim", report.aim), *_facts(report)], name_width=NAME_WIDTH)
    page.line()
    rows = [("Open with", clip(report.opening, 300))]
    rows += [("" if n else "Ask", one) for n, one in enumerate(report.questions)]
    rows += [("Then ask for", report.ask), ("Do not say", report.avoid)]
    if report.not_to_say:
        rows.append(("Your own list", clip(listed(report.not_to_say), WORDS_SHOWN)))
    rows += [("On that list", f"in: {clip(one, WORDS_SHOWN)}") for one in report.holding]
    page.rows(rows, name_width=NAME_WIDTH)
    page.line()
    if report.line_is_safe:
        page.line("Afterwards, with your own words in it:")
        page.copied(f"pmpath log {report.log_line}")
    else:
        page.line("Afterwards type pmpath log, press Enter, then with your own words:")
        page.copied(report.log_line)


def message_lines(messages: Messages, report: MessageReport) -> tuple[str, ...]:
    """The lines of the message, filled with what the report knows."""
    known = _known(report.draft)
    if "exit" in report.draft.days:
        known["exit"] = long_day(report.draft.days["exit"])
    if report.kind == FOLLOWING_UP:
        message = messages.follow_up
    elif report.kind == PROMISED:
        message = messages.promise
    else:
        message = messages.asks[report.action]
    return filled_in(messages, message, known)


def draw_message(page: Page, report: MessageReport) -> None:
    """The message first, as it is pasted; then what stands between the two, and what comes next."""
    page.head_line([TITLES_OF[report.kind], clip(report.whom, 60)])
    between = _open_between(report.yours, report.theirs, report.draft.today)
    _draw_lines(page, report.draft, between)
    name = typed(report.person) if report.person else ""
    again = " ".join(filter(None, ("pmpath prepare", report.command, "--copy")))
    page.rows([("To copy it", again)], name_width=NAME_WIDTH)
    if report.talk:
        talk = " ".join(filter(None, ("pmpath prepare", report.talk, name)))
        page.rows([("For the talk", talk)], name_width=NAME_WIDTH)
    _draw_sent(page, report.draft)


def firm_lines(messages: Messages, report: FirmMessageReport) -> tuple[str, ...]:
    """The lines of a message to a firm; none where there is nothing to write."""
    if not report.kind:
        return ()
    return filled_in(messages, messages.firms[report.kind], _known(report.draft))


def draw_firm_message(page: Page, report: FirmMessageReport) -> None:
    """The message as it is pasted, when it is due, and how to say that it was sent."""
    page.head_line([FIRM_TITLES[report.kind], clip(opening_told(report.opening), 60)])
    _draw_lines(page, report.draft, [("Due", due)] if (due := _due(report)) else [])
    page.rows([("To copy it", f"pmpath prepare {typed(report.firm)} --copy")],
              name_width=NAME_WIDTH)  # fmt: skip
    _draw_sent(page, report.draft)


def _known(draft: MessageDraft) -> dict[str, str]:
    """What the slots of a message are filled with."""
    days = {slot: day_beside(day, draft.today) for slot, day in draft.days.items()}
    return {**draft.words, **days}


def _draw_lines(page: Page, draft: MessageDraft, facts: list[tuple[str, str]]) -> None:
    """The message as it is pasted, then facts about it and what is never to be said."""
    page.line()
    for one in draft.lines:
        page.line(one)
    rows = [*facts]
    if draft.not_to_say:
        rows.append(("Your own list", clip(listed(draft.not_to_say), WORDS_SHOWN)))
    rows += [("On that list", f"in: {clip(one, WORDS_SHOWN)}") for one in draft.holding]
    if rows:
        page.line()
        page.rows(rows, name_width=NAME_WIDTH)
    page.line()


def _draw_sent(page: Page, draft: MessageDraft) -> None:
    """How to record that it was sent."""
    if draft.is_step:
        sent = "pmpath done"
    elif draft.line_is_safe:
        sent = f"pmpath log {draft.log_line}"
    else:
        sent = f"type pmpath log, press Enter, then: {draft.log_line}"
    page.rows([("When sent", sent)], name_width=NAME_WIDTH)


def _due(report: FirmMessageReport) -> str:
    """When it is, where a clock asks for it; what waits or is agreed says so."""
    following = report.next
    if following is None or following.day is None:
        return ""
    day = day_beside(following.day, report.draft.today)
    if following.kind in ASKED_FOR:
        return f"{'since' if following.day <= report.draft.today else 'on'} {day}"
    return {COLD: f"no more: cold since {day}", AGREED: f"something is agreed for {day}"}.get(
        following.kind, "no more: both reminders are sent"
    )


def draw_talks(page: Page, talks: tuple[Talk, ...]) -> None:
    """Every talk with its aim."""
    page.line("pmpath prepare NAME: the message that comes next, filled from your log.")
    page.line("pmpath prepare TALK NAME: the words for one of these talks.")
    page.line()
    page.rows([(one.id, one.aim) for one in talks], name_width=15)


def _facts(report: PrepareReport) -> list[tuple[str, str]]:
    rows = []
    if report.last_day is not None:
        day = day_beside(report.last_day, report.today)
        rows.append(("Last talk", f"{day}: {clip(report.last_words, WORDS_SHOWN)}"))
    if report.worry:
        rows.append(("Their worry", clip(report.worry, WORDS_SHOWN)))
    if report.number is not None:
        rows.append(("Your number", clip(metric_text(report.number), WORDS_SHOWN)))
    return rows + _open_between(report.yours, report.theirs, report.today)


def _open_between(
    yours: Sequence[Commitment], theirs: Sequence[Commitment], today: date
) -> list[tuple[str, str]]:
    """What the two owe each other."""
    promises = [(side_of(one), due_word(one), one) for one in yours[:PROMISES_SHOWN]]
    promises += [("Waiting for", "by", one) for one in theirs[:PROMISES_SHOWN]]
    return [(name, f"{clip(one.what, 60)}, {by} {day_beside(one.day, today)}")
            for name, by, one in promises]  # fmt: skip
