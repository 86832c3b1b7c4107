"""Questions asked one by one on a terminal: back, skip, explain, mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from pmpath.cli.terminal.failures import complain
from pmpath.cli.terminal.output import acknowledge, terminal_width
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.content.questions import Question, answer_text, is_open, read_answer
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.answers import Answer
from pmpath.render.page.text import clean, hanging

BACK = ("back", "<")
HELP = "?"
PROMPT = "> "
WEEK, DATE = "minutes", "date"
USUAL_HOURS = "4"
HOW_TO_ANSWER = "Enter skips or keeps, back goes back, ? says what an answer changes."


class Left(Exception):
    """The terminal said that nothing more will come."""


class Wizard:
    """Asks `questions` in order. `answers` are those known so far, by dotted key.

    `check` may refuse an answer with a UsageError; `keep` is called as soon as one is given. `ask`
    and `say` stand for the terminal.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        answers: Answer,
        today: date,
        keep: Callable[[Question, Answer], None],
        check: Callable[[Question, Answer], None] = lambda question, answer: None,
    ) -> None:
        self.questions = questions
        self.answers = answers
        self.today = today
        self.keep = keep
        self.check = check
        self.ask: Callable[[str, str], str | None] = typed_line
        self.say: Callable[[str], None] = acknowledge

    def run(self, start: int = 0) -> None:
        """Ask from the question at `start` on; raises Left at the end of what can be typed."""
        at = start
        while at < len(self.questions):
            forward = self._ask(self.questions[at], f"{at + 1} of {len(self.questions)}")
            at = at + 1 if forward else max(at - 1, 0)

    def _ask(self, question: Question, place: str) -> bool:
        """One question until it is answered or skipped; False to go back to the one before."""
        self._introduce(question, place)
        typed = ""
        while True:
            typed = self._line(PROMPT, typed)
            if typed.strip().lower() in BACK:
                return False
            if typed.strip() == HELP:
                self._say("", question.effect)
                typed = ""
                continue
            try:
                self._take(question, typed.strip())
                return True
            except UsageError as error:
                complain(error)

    def _introduce(self, question: Question, place: str) -> None:
        self.say("")
        self._say(f"{place}  ", question.text)
        indent = " " * (len(place) + 2)
        self._say(indent, question.help)
        if question.choices:
            self._say(indent, f"One of: {', '.join(question.choices)}.")
        known = answer_text(question, self.answers)
        if known:
            self._say(indent, f"So far: {clean(known)}. Enter keeps it.")

    def _take(self, question: Question, typed: str) -> None:
        """Keep what was typed; an empty line skips where a plan can do without."""
        if not typed and not is_open(question, self.answers):
            return
        if not typed and question.id == DATE:
            raise UsageError(
                "The date is the one answer that a plan needs.", hint="Write 1 sep 2027"
            )
        if not typed and question.id != WEEK:
            return
        answer = read_answer(question, typed or USUAL_HOURS, self.today)
        if question.id == WEEK and "=" not in typed and "minutes" in answer:
            answer = self._spread(question, answer)
        self.check(question, answer)
        for key in question.keys:
            self.answers.pop(key, None)
        self.answers.update(answer)
        self._say("  ", clean(answer_text(question, self.answers)))
        self.keep(question, answer)

    def _spread(self, question: Question, answer: Answer) -> Answer:
        """The proposed minutes of each weekday, taken with Enter or written anew."""
        self._say("  ", f"{answer_text(question, answer)} (minutes)")
        self._say("  ", "Enter takes this spread; or write mon=30 sat=90")
        typed = self._line(PROMPT, "").strip()
        return {**answer, **read_answer(question, typed, self.today)} if typed else answer

    def _line(self, prompt: str, prefilled: str) -> str:
        typed = self.ask(prompt, prefilled)
        if typed is None:
            raise Left
        return typed

    def _say(self, label: str, text: str) -> None:
        self.say("\n".join(hanging(label, text, terminal_width())))
