"""What a message to a person and one to a firm have in common: its lines, and how it is sent."""

from __future__ import annotations

from datetime import date

from pmpath.coach.situation import Situation
from pmpath.domain.people import is_shell_safe
from pmpath.domain.record import record
from pmpath.reports.never_said import not_to_say


@record
class MessageDraft:
    """`lines` are the message, made of the `words` and `days` that are known for its slots.

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
