"""A number behind `done`: the line of the list that was shown last, never another one."""

from __future__ import annotations

from pmpath.cli.daily.today import choices_of, day_of
from pmpath.cli.session import Session
from pmpath.coach.today.step import open_steps, past_steps
from pmpath.domain.errors import UsageError
from pmpath.domain.record import Frozen
from pmpath.domain.when.duration_option import minutes_of
from pmpath.render.page.text import clean, clip, duration, pluralize, shell_words
from pmpath.render.phrases.steps import sentence
from pmpath.storage.shown_list import ShownLine, keep_shown, shown_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.today.proposal import Step

NUMBERS = "123456789"
# So much of a step stands in the list of a refusal: one line of a terminal.
LISTED = 58


class Chosen(Frozen):
    """What was typed behind `done`: the number of a line, 0 for none, and the words behind it."""

    number: int
    words: str


def chosen(session: Session, text: str) -> Chosen:
    """The number at the front, where it names a line; from 10 on it is minutes.

    Alone, before a duration or with a colon it does. Raises UsageError where a list stands on the
    screen and words follow: the number may be the first of them as well.
    """
    first, _, rest = text.strip().partition(" ")
    number = first.removesuffix(":")
    if len(number) != 1 or number not in NUMBERS:
        return Chosen(0, text)
    if number != first or not rest.strip() or _is_duration(rest):
        return Chosen(int(number), rest)
    if shown_on(session.folder, session.today):
        raise UsageError(
            f"{number} could be line {number} of the list, or the first of your words.",
            hint=f"For the line: pmpath done {number}: {shell_words(clean(rest.strip()))}\n"
            f"For your words, spell the number out, as in: pmpath done two pages",
        )
    return Chosen(0, text)


def step_of_line(session: Session, number: int) -> Step:
    """The step that a line of the list showed; raises UsageError, with the list, for any other."""
    lines = shown_on(session.folder, session.today)
    if not lines:
        raise _refused(session, f"No list was shown today, so there is no step {number}.", number)
    if number > len(lines):
        several = pluralize(len(lines), "line")
        raise _refused(session, f"The list has {several}, so there is no line {number}.", number)
    line = lines[number - 1]
    step = _still_open(session, line)
    if step is None:
        told = clip(line.sentence, 100).rstrip(".")
        raise _refused(session, f'Line {number} was "{told}", which is no longer open.', 0)
    return step


def keep_list(session: Session, steps: tuple[Step, ...]) -> None:
    """Remember the list that is about to be shown."""
    keep_shown(session.folder, session.today, tuple(map(_line_of, steps)))


def _still_open(session: Session, line: ShownLine) -> Step | None:
    """The step of a line if it may be done now, at the minutes that the line named.

    The sentence counts as well: the second part of a step is not the first, nor is asking Ben
    asking Ana.
    """
    report, situation = day_of(session)
    waiting = [one for one in (report.step, *report.then) if one is not None]
    waiting += open_steps(situation, past_steps(situation), line.minutes)
    return next((one for one in waiting if _line_of(one) == line), None)


def _line_of(step: Step) -> ShownLine:
    return ShownLine(step.key, step.half, step.person, sentence(step), step.minutes)


def _refused(session: Session, why: str, minutes: int) -> UsageError:
    """Why, and the list that holds now, which counts as shown."""
    steps = choices_of(session)
    keep_list(session, steps)
    rows = [
        f"{number}  {duration(one.minutes):<6}  {clip(sentence(one), LISTED)}"
        for number, one in enumerate(steps, 1)
    ]
    told = ["The list now:" if rows else "No step is open.", *rows]
    if minutes:
        told.append(f"If you meant {minutes} minutes: pmpath done {minutes}m")
    return UsageError(why, hint="\n".join(told))


def _is_duration(text: str) -> bool:
    try:
        return minutes_of(text) > 0
    except UsageError:
        return False
