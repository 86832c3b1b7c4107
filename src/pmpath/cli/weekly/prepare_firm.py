"""`pmpath prepare FIRM`: the message that comes next about an opening."""

from __future__ import annotations

from pmpath.cli.terminal.output import present
from pmpath.coach.gathered.called import people_called
from pmpath.coach.situation import Situation
from pmpath.coach.today.conversation import AFTER_NO, PAY
from pmpath.domain.content.messages import Messages
from pmpath.domain.content.talks import Talk, talk_called
from pmpath.domain.errors import NotFound
from pmpath.domain.log.gathered.openings import OFFER, REJECTED, Opening
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import typed
from pmpath.domain.record import changed
from pmpath.render.page.text import clip
from pmpath.render.screens.prepare import draw_firm_message, firm_lines
from pmpath.reports.firm_message import (
    FirmMessageReport,
    firm_message_report,
    firm_of_step,
    firms_called,
)
from pmpath.reports.never_said import never_said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = 40


def firm_meant(
    situation: Situation, words: str, talks: tuple[Talk, ...], messages: Messages
) -> Opening | None:
    """The opening whose firm the words name, without words that of today's step; None for neither.

    A firm that somebody is called like is meant while its opening runs. Raises NotFound where
    several firms may be meant.
    """
    if not words:
        return firm_of_step(situation)
    found = firms_called(situation, words)
    is_whole = len(found) == 1 and found[0].key == firm_key(words.replace("_", " "))
    is_running = is_whole and not found[0].is_over
    is_other = bool(people_called(words, situation)) or words.split()[0] in messages.asks
    if not found or ((is_other or talk_called(words, talks)) and not is_running):
        return None
    if len(found) > 1:
        names = [clip(one.firm, NAME) for one in found]
        raise NotFound(
            f"{clip(words, NAME)} may be {', '.join(names)}.",
            hint="\n".join(f"pmpath prepare {typed(one.firm)}" for one in found),
        )
    return found[0]


def show_firm_message(
    situation: Situation, messages: Messages, opening: Opening, *, as_json: bool
) -> tuple[Sequence[str], Sequence[str]]:
    """Print the message; returns its lines, and those that hold what is never to be said.

    Raises NotFound where there is nothing to write to the firm.
    """
    facts: FirmMessageReport = firm_message_report(situation, opening)
    if not facts.kind:
        raise _nothing_to_write(opening)
    never = never_said(
        situation.journal, situation.roadmap, situation.vocabulary, besides=opening.key
    )
    lines = firm_lines(messages, facts)
    holding = tuple(filter(never.is_in, lines))
    report = changed(facts, draft=changed(facts.draft, lines=lines, holding=holding))
    present("prepare", report, lambda page: draw_firm_message(page, report), as_json=as_json)
    return lines, holding


def _nothing_to_write(opening: Opening) -> NotFound:
    """Why there is no message, and what there is instead."""
    firm = clip(opening.firm, NAME)
    if opening.accepted is not None:
        return NotFound(f"You accepted the offer of {firm}.", hint="pmpath prepare first-90-days")
    if opening.stage == REJECTED:
        return NotFound(f"{firm} said no; the words for the talk after it:",
                        hint=f"pmpath prepare {AFTER_NO}")  # fmt: skip
    if opening.is_over:
        return NotFound(f"The opening at {firm} is over.", hint=f"pmpath openings {typed(firm)}")
    if OFFER in opening.reached:
        return NotFound(f"An offer of {firm} is open; the words about pay and level:",
                        hint=f"pmpath prepare {PAY}")  # fmt: skip
    return NotFound(f"You have not applied to {firm} yet, so there is nothing to follow up.",
                    hint=f"Once you have: pmpath log applied to {firm}")  # fmt: skip
