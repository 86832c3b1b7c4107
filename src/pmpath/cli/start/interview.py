"""The questions of `init` on a terminal, and the draft that keeps their answers meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from pmpath.cli.session import Session
from pmpath.cli.start.answer_tables import answers_in, tables_of
from pmpath.cli.start.open_setup import OpenSetup, draft_text, first_questions, setup_in
from pmpath.cli.start.plan_limits import SEARCH, check_length, check_minutes, is_too_near
from pmpath.cli.start.wizard import BACK, HOW_TO_ANSWER, Left, Listener, Wizard
from pmpath.cli.terminal.asking import NO, YES
from pmpath.cli.terminal.output import confirm
from pmpath.domain.content.questions import Question, answer_text, is_open
from pmpath.domain.period import weeks_between
from pmpath.domain.roadmap.roadmap import SHORTEST_FULL_WEEKS
from pmpath.render.page.text import clean, clip, long_day, pluralize
from pmpath.storage.roadmap.draft import answers_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.roadmap.answers import Answer

ANEW = "new"
MODE = "target.mode"
SAVE, STOP, AGAIN = "save", "stop", "again"
ANSWER_SHOWN = 100
SAVE_IT = "Save this roadmap? [Y/n] "


class Interview(Listener):
    """Asks the first seven questions, less those that `given` tables answer.

    Each answer is kept at once in a draft, and the next `init` goes on from there.
    """

    def __init__(self, session: Session, given: dict[str, Any]) -> None:
        self.session = session
        self.draft = answers_draft(session.folder)
        self.given = answers_in(given)
        self.asked = tuple(one for one in first_questions(session) if is_open(one, self.given))
        self.answers: Answer = dict(self.given)
        self.at = 0
        self.wizard = Wizard(self.asked, self.answers, session.today, session.vocabulary(), self)

    @property
    def tables(self) -> dict[str, Any]:
        """All answers as the tables of a roadmap."""
        return tables_of(self.answers)

    def run(self) -> None:
        """Ask what is still to be asked."""
        with self._saying_where():
            kept = setup_in(self.session, self.asked)
            if kept is None:
                self._begin()
            else:
                self._go_on(kept)
            self.wizard.run(self.at)

    def confirm(self) -> str:
        """What is to be done with the plan that the answers make: SAVE, STOP, or AGAIN.

        AGAIN comes after an answer was changed, by its number or its name.
        """
        last = len(self.asked)
        with self._saying_where():
            if last:
                self.wizard.show("", f"1-{last} changes an answer; back goes back.")
            while True:
                typed = self.wizard.line(SAVE_IT).strip().lower()
                if typed in ("", *YES):
                    return SAVE
                if typed in NO:
                    return STOP
                if typed in BACK and last:
                    self.at = last - 1
                    self.wizard.run(self.at)
                    return AGAIN
                if self._change(typed):
                    return AGAIN
                self._list_answers()

    def check(self, question: Question, answer: Answer) -> None:
        """Refuse a date more than ten years away, and a week of too few minutes."""
        day, minutes = answer.get("target.date"), answer.get("minutes")
        if isinstance(day, date):
            check_length(day, self.session.today, SEARCH)
        if isinstance(minutes, dict):
            check_minutes(tuple(minutes.values()))

    def agreed(self, question: Question, answer: Answer, wizard: Wizard) -> Answer | None:
        """A date too near for a whole plan is offered for the search alone."""
        day, today = answer.get("target.date"), self.session.today
        if not isinstance(day, date):
            return answer
        if self.given.get(MODE) is None:
            self.answers.pop(MODE, None)
        if self.given.get(MODE) == SEARCH or not is_too_near(day, today):
            return answer
        weeks = pluralize(weeks_between(today, day), "week")
        wizard.show("  ", f"{long_day(day)} is {weeks} away, too soon for a whole plan.")
        if wizard.yes("Plan just the job search?"):
            return {**answer, MODE: SEARCH}
        first = today + timedelta(weeks=SHORTEST_FULL_WEEKS)
        wizard.show("  ", f"Then write {long_day(first)} or a later day.")
        return None

    def moved(self, at: int) -> None:
        """Keep the answers, and which question comes next."""
        self.at = at
        self.draft.write(draft_text(self.answers, self.asked, at))

    def _begin(self) -> None:
        questions = pluralize(len(self.asked), "question")
        confirm("", f"{questions}. {HOW_TO_ANSWER}")

    def _go_on(self, kept: OpenSetup) -> None:
        """Show the answers of an `init` that was left, and go on, change one, or begin anew."""
        self.answers.update({**kept.answers, **self.given})
        self.at = kept.at
        while True:
            self._list_answers()
            where = f"goes on at {kept.place}" if kept.at < len(self.asked) else "shows the plan"
            number = f"1-{len(self.asked)} changes an answer; " if self.asked else ""
            confirm("", f"Enter {where}; {number}{ANEW} starts over.")
            typed = self.wizard.line("> ").strip().lower()
            if typed == ANEW:
                self.draft.discard()
                self.answers.clear()
                self.answers.update(self.given)
                self.at = 0
                return
            if not typed or not self._change(typed):
                return

    def _change(self, typed: str) -> bool:
        """Ask one question again, named by its number or its id; whether there is such a one."""
        named = typed.removeprefix("change ").strip()
        names = [(str(at), one.id) for at, one in enumerate(self.asked, 1)]
        at = next((at for at, name in enumerate(names) if named in name), None)
        if at is None:
            return False
        self.wizard.ask_at(at)
        self.moved(self.at)
        return True

    def _list_answers(self) -> None:
        for number, one in enumerate(self.asked, 1):
            said = clip(clean(answer_text(one, self.answers)), ANSWER_SHOWN) or "open"
            self.wizard.show(f"  {number}  ", f"{one.id}: {said}")

    @contextmanager
    def _saying_where(self) -> Iterator[None]:
        """However the questions are left, say what is kept and where the next call goes on."""
        try:
            yield
        except Left:
            self._say_kept()
            raise SystemExit(0) from None
        except SystemExit:
            self._say_kept()
            raise

    def _say_kept(self) -> None:
        if not self.draft.exists:
            confirm("", "Nothing was saved yet; pmpath init starts again.")
            return
        kept = setup_in(self.session, self.asked)
        if kept is not None:
            confirm("", kept.told)
