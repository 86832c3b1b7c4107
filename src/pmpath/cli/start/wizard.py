"""Questions asked one by one on a terminal: back, skip, explain, agree to what was understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmpath.cli.start.typed_command import LEAVING, command_in, is_surely_a_command
from pmpath.cli.terminal.asking import NO, YES
from pmpath.cli.terminal.failures import complain
from pmpath.cli.terminal.output import acknowledge, terminal_width
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.content.people_typed import completed
from pmpath.domain.content.questions import Question, answer_text, is_open
from pmpath.domain.content.understood import (
    DATE,
    PEOPLE,
    WEEK,
    Understood,
    has_no_answer,
    people_kept,
    understand,
    usual_day,
)
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.answers import Answer
from pmpath.render.page.text import clean, clip, told

if TYPE_CHECKING:
    from pmpath.domain.language.vocabulary import Vocabulary

BACK = ("back", "<", "b")
HELP = "?"
PROMPT = "> "
# What Enter means where a plan cannot do without an answer.
USUAL = {WEEK: "4", "profile": "engineer"}
# Where any text is an answer, one that may be a command is asked about.
TAKES_ANY_TEXT = ("role", "contacts", "leaders", "last-piece", "cause", "duty")
HOW_TO_ANSWER = "Enter skips, back goes back, ? explains."
SHOWN = 60


class Left(Exception):
    """The terminal said that nothing more will come."""


class Listener:
    """What whoever asks does with the answers; nothing, unless a method is replaced."""

    def check(self, question: Question, answer: Answer) -> None:
        """Raise UsageError for an answer that makes no plan."""

    def agreed(self, question: Question, answer: Answer, wizard: Wizard) -> Answer | None:
        """The answer to keep; None to ask again."""
        return answer

    def keep(self, question: Question, answer: Answer) -> None:
        """Keep an answer as soon as it is given."""

    def moved(self, at: int) -> None:
        """The question at this place comes next; behind the last there is none."""


class Wizard:
    """Asks `questions` in order. `answers` are those known so far, by dotted key.

    `known` is what the words of people are read by. `ask` and `say` stand for the terminal; a
    `label` stands in the place of the numbers.
    """

    def __init__(
        self, questions: Sequence[Question], answers: Answer, today: date, known: Vocabulary,
        listener: Listener,
    ) -> None:  # fmt: skip
        self.questions = questions
        self.answers = answers
        self.today = today
        self.known = known
        self.listener = listener
        self.label: str | None = None
        self.ask: Callable[[str, str], str | None] = typed_line
        self.say: Callable[[str], None] = acknowledge

    def run(self, start: int = 0) -> None:
        """Ask from the question at `start` on; raises Left at the end of what can be typed."""
        at = start
        while at < len(self.questions):
            forward = self.ask_at(at)
            if not forward and at == 0:
                self.show("  ", "This is the first question.")
            at = at + 1 if forward else max(at - 1, 0)
            self.listener.moved(at)

    def ask_at(self, at: int) -> bool:
        """Ask one question until it is answered or skipped; False to go back to the one before."""
        question = self.questions[at]
        place = f"{at + 1} of {len(self.questions)}" if self.label is None else self.label
        self._introduce(question, place)
        while True:
            typed = self.line(PROMPT).strip()
            if typed.lower() in BACK:
                return False
            if typed == HELP:
                self.show("", question.effect)
                continue
            try:
                if not self._is_command(question, typed) and self._take(question, typed):
                    return True
            except UsageError as error:
                complain(error)

    def yes(self, prompt: str) -> bool:
        """A question of yes or no, where Enter means no."""
        while True:
            typed = self.line(f"{prompt} [y/N] ").strip().lower()
            if typed in (*YES, *NO, *BACK, ""):
                return typed in YES
            self.show("  ", "Type y or n.")

    def line(self, prompt: str) -> str:
        """One line; raises Left at the end of what can be typed, and for `exit`."""
        typed = self.ask(prompt, "")
        if typed is None or typed.strip().lower() in LEAVING:
            raise Left
        return typed

    def show(self, label: str, text: str) -> None:
        """A sentence, folded behind its label."""
        self.say("\n".join(told(label, text, terminal_width())))

    def _introduce(self, question: Question, place: str) -> None:
        self.say("")
        self.show(f"{place}  " if place else "", question.text)
        indent = " " * (len(place) + 2) if place else ""
        self.show(indent, question.help)
        if question.choices:
            self.show(indent, f"One of: {', '.join(question.choices)}.")
        known = answer_text(question, self.answers)
        if known:
            self.show(indent, f"So far: {clean(known)}. Enter keeps it.")

    def _is_command(self, question: Question, typed: str) -> bool:
        """Whether a command was typed; where it may be an answer all the same, that is asked."""
        command = command_in(typed)
        is_sure = is_surely_a_command(typed)
        if not command or not (is_sure or question.id in TAKES_ANY_TEXT):
            return False
        if not is_sure:
            self.show("  ", f"{clip(command, SHOWN)} is a command.")
            if self.yes("Keep it as your answer?"):
                return False
        self.show("  ", f"{clip(command, SHOWN)} was not run. Enter skips the question, Ctrl-D"
                  " leaves it.")  # fmt: skip
        return True

    def _take(self, question: Question, typed: str) -> bool:
        """Keep what was typed; False where the question is to be asked again."""
        if not typed and not is_open(question, self.answers):
            return True
        if not typed or has_no_answer(question, typed):
            typed = USUAL.get(question.id, "")
            if not typed and question.id != DATE:
                self._leave_open(question)
                return True
        understood = self._agreed_to(question, self._understood(question, typed))
        if understood is None:
            return False
        answer = self.listener.agreed(question, understood.answer, self)
        if answer is None:
            return False
        self._forget(question)
        self.answers.update(answer)
        told = answer_text(question, self.answers)
        # What was typed, or agreed to, in these very words is not said twice.
        if told.casefold() != typed.casefold() and understood.told != told:
            self.show("  ", clean(told))
        self.listener.keep(question, answer)
        return True

    def _leave_open(self, question: Question) -> None:
        self._forget(question)
        self.show("  ", f"Left open. To answer it later: pmpath answer {question.id}")

    def _forget(self, question: Question) -> None:
        for key in question.keys:
            self.answers.pop(key, None)

    def _understood(self, question: Question, typed: str) -> Understood:
        if not typed:
            return usual_day(self.today)
        found = understand(question, typed, self.today, self.known)
        self.listener.check(question, found.answer)
        return found

    def _agreed_to(self, question: Question, found: Understood) -> Understood | None:
        """What Enter agreed to, or what was written instead; None to ask the question again."""
        while found.offer:
            self.show("  ", clean(found.offer))
            typed = self.line(PROMPT).strip()
            if not typed or typed.lower() in YES or has_no_answer(question, typed):
                return found
            if typed.lower() in (*BACK, *NO):
                return None
            if typed == HELP:
                self.show("", question.effect)
                continue
            try:
                found = self._written_instead(question, found, typed)
            except UsageError as error:
                complain(error)
        return found

    def _written_instead(self, question: Question, found: Understood, typed: str) -> Understood:
        if question.id in PEOPLE:
            typed = completed(found.answer, typed, self.known) or typed
        if is_surely_a_command(typed):
            raise UsageError(
                f"{clip(typed, SHOWN)} was not run.", hint="Enter accepts the suggestion."
            )
        instead = self._understood(question, typed)
        return people_kept(found, instead) if question.id in PEOPLE else instead
