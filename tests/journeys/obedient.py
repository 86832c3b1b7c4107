"""Somebody who does every step on its day and answers with what "Done when" asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pmpath.coach.plan.fit import points
from pmpath.coach.situation import LEAST_MINUTES
from pmpath.domain.entry import ASK
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.storage.content import content
from pmpath.storage.disk.paths import Folder
from pmpath.storage.roadmap.file import load_roadmap
from tests.journeys.program import START, Program, content_once
from tests.journeys.sentences import BUSINESS, DONE, SHELF, VERBS

# After so many days somebody answers, and meets so many days later.
ANSWER_AFTER, HOLD_AFTER = 3, 5
# Nobody is asked for more on one day; more would be a program that never says enough.
MOST_A_DAY = 20
FITS, TIGHT = 90, 100
# Of a hundred milestones that no other person decides, so many come by their days.
LEAST_IN_TIME = {"fits": 90, "tight": 80, "not": 0}
MOST_RUNNING = 3
FUNCTIONS = {
    "leader": ("head of sales", "VP marketing"), "ally": ("PM", "sales"), "manager": ("manager",),
    "pm": ("PM",), "sales": ("sales",), "customer": ("customer",), "nonprofit": ("charity",),
    "listener": ("finance",), "anyone": ("support",),
}  # fmt: skip
# Who is named in the sentence of a step that has nobody in it, where it is no PM.
DEED_WITH = {"customers.fix-one": "customer"}


@dataclass(frozen=True)
class Plan:
    """What is set up: length, hours and who."""

    weeks: int
    hours: int
    profile: str
    all_agree: bool = True

    @property
    def setup(self) -> tuple[str, ...]:
        """The words of `init`."""
        target = START + timedelta(weeks=self.weeks)
        words = (
            "init", "--yes", "--target", target.isoformat(), "--role", "product manager",
            "--hours", str(self.hours), "--profile", self.profile,
            "--contact", "Lena (PM)", "--contact", "Tomas (sales)",
        )  # fmt: skip
        if self.profile != "step":
            return words
        since, end = START.isoformat(), (target - timedelta(7)).isoformat()
        return (*words, "--springboard", "in", "--springboard-since", since, "--exit-date", end)


@dataclass
class Done:
    """A step that was done."""

    day: date
    action: str
    person: str
    minutes: int


@dataclass
class Life:
    """The plan as it was lived."""

    plan: Plan
    done: list[Done] = field(default_factory=list)
    behind: list[tuple[date, int]] = field(default_factory=list)
    short: list[tuple[date, int, int]] = field(default_factory=list)
    working_days: int = 0
    trouble: list[str] = field(default_factory=list)
    due: dict[str, date] = field(default_factory=dict)
    reached: dict[str, date] = field(default_factory=dict)
    fit: str = ""


@dataclass
class Answer:
    """What somebody who was asked says on a day."""

    day: date
    person: str
    # What is done by sending it is over with a yes.
    meets: bool


class Typist:
    """Types the day of one plan."""

    def __init__(self, home: Path, plan: Plan, *, as_process: bool = False) -> None:
        self.program = Program(home, as_process)
        self.life = Life(plan)
        self.asked: dict[str, str] = {}
        self.answers: list[Answer] = []
        self.names = iter(_names())
        self.turn: Counter[str] = Counter()
        self.program.type(*plan.setup)
        self.roadmap: Roadmap = load_roadmap(Folder(str(self.program.home)))

    def live(self, until: int | None = None) -> Life:
        """All days up to the target, or so many."""
        life = self.life
        days = life.plan.weeks * 7 if until is None else until
        for _ in range(days):
            self._hear()
            if self.roadmap.minutes[self.program.today.weekday()]:
                life.working_days += 1
                self._work()
            self.program.next_day()
        found = self.program.json("milestones")["milestones"]
        life.due = {one["id"]: date.fromisoformat(one["due"]) for one in found}
        life.reached = {one["id"]: date.fromisoformat(one["done"]) for one in found if one["done"]}
        life.fit = fit_class(self.roadmap)
        return life

    def _hear(self) -> None:
        today = self.program.today
        for one in [one for one in self.answers if one.day <= today]:
            self.answers.remove(one)
            name = one.person.partition(" (")[0]
            self.turn["answers"] += 1
            if not self.life.plan.all_agree and self.turn["answers"] % 2 == 0:
                self.program.type("log", name, "answered:", "no", "time")
                self.asked.pop(name, None)
                continue
            if not one.meets:
                self.program.type("log", name, "answered:", "yes")
                continue
            on = self._working(today + timedelta(HOLD_AFTER))
            said = f"{name} answered: yes. next {on.isoformat()} {name}: the meeting"
            self.program.type("log", *said.split())

    def _working(self, day: date) -> date:
        while not self.roadmap.minutes[day.weekday()]:
            day += timedelta(1)
        return day

    def _work(self) -> None:
        today = self.program.json("today")
        for _ in range(MOST_A_DAY):
            step = today["step"]
            if step is None:
                break
            self._do(step)
            today = self.program.json("today")
        else:
            self.life.trouble.append(f"{self.program.today}: more than {MOST_A_DAY} steps")
        planned = self.roadmap.minutes[self.program.today.weekday()]
        left = today["open_minutes"]
        if left >= LEAST_MINUTES:
            # An answer that was heard has used minutes as well.
            self.life.short.append((self.program.today, planned - left, planned))
        pace = today["pace"]
        if pace and pace["kind"] == "short":
            self.life.behind.append((self.program.today, pace["amount"]))

    def _do(self, step: dict[str, Any]) -> None:
        action = step["action"]
        person = step["person"] or self._somebody(action, step)
        name = person.partition(" (")[0]
        words = self._words(step, action or self.asked.get(name, ""), person)
        code, out, error = self.program.call("done", *words.split())
        if "--next" in out + error:
            # An entry of the day counts for the step that stood; this one is the next.
            code, out, error = self.program.call("done", "--next", *words.split())
        if code:
            self.life.trouble.append(f"{self.program.today} done {words}: {code} {out}{error}")
        sends = bool(action) and content_once().actions[action].sends
        if step["half"] == ASK and name and action:
            self.asked[name] = action
        if step["half"] == ASK and name:
            on = self.program.today + timedelta(ANSWER_AFTER)
            self.answers.append(Answer(on, person, meets=not sends))
        self.life.done.append(Done(self.program.today, action, person, step["minutes"]))

    def _words(self, step: dict[str, Any], action: str, person: str) -> str:
        """The sentence of the table; an ask as its step says it, a part without words."""
        if step["part"] and step["number"] < step["count"]:
            return ""
        template = content_once().actions.get(action)
        if step["half"] == ASK and template is not None and not template.sends:
            verb, _, rest = template.ask.replace("{person}", person).partition(" ")
            return f"{VERBS.get(verb, verb.casefold() + 'ed')} {rest}"
        if action not in DONE:
            return ""
        self.turn["sentences"] += 1
        return DONE[action].format(
            p=person or self._new(DEED_WITH.get(action, "pm")),
            q=self._new("ally"), r=self._new("ally"), n=self.turn["sentences"],
            firm=f"{next(self.names)}werk", business=self._in_turn(BUSINESS, "business"),
            shelf=self._in_turn(SHELF, "shelf"),
        )  # fmt: skip

    def _in_turn(self, several: tuple[str, ...], kind: str) -> str:
        self.turn[kind] += 1
        return several[self.turn[kind] % len(several)]

    def _somebody(self, action: str, step: dict[str, Any]) -> str:
        template = content_once().actions.get(action)
        if template is None or not template.people:
            return ""
        return self._new(template.who, step["sentence"])

    def _new(self, kind: str, sentence: str = "") -> str:
        """Somebody new of a kind; where the step asks for one of two functions, that one."""
        self.turn[kind] += 1
        functions = FUNCTIONS.get(kind, FUNCTIONS["anyone"])
        asked_for = [one for one in functions if one.rpartition(" ")[2] in sentence.split()]
        functions = tuple(asked_for) if len(asked_for) == 1 else functions
        return f"{next(self.names)} ({functions[self.turn[kind] % len(functions)]})"


@cache
def _names() -> tuple[str, ...]:
    """Names that nobody in the plan has, each told apart by another letter at its end."""
    lines = content().text("names.txt").splitlines()
    plain = [one.partition(":")[2].split() for one in lines if one.startswith("plain:")]
    known = sorted({name for several in plain for name in several} - {"lena", "tomas"})
    return tuple(f"{name.title()}{end}" for end in ("", "ko", "sen", "wicz") for name in known)


def fit_class(roadmap: Roadmap) -> str:
    """`fits`, `tight` or `not`, by the total and by every milestone."""
    last = points(roadmap, content_once())
    worst = max(
        (one.needed * 100 // one.available if one.available else 999 for one in last), default=0
    )
    return "fits" if worst <= FITS else "tight" if worst <= TIGHT else "not"


def own(life: Life) -> list[str]:
    """The milestones that no other person decides."""
    return [key for key in life.due if not content_once().milestones[key].outcome]


def in_time(life: Life, keys: list[str]) -> int:
    """How many were reached by their days."""
    return sum(key in life.reached and life.reached[key] <= life.due[key] for key in keys)


def longest_run(life: Life) -> tuple[int, str]:
    """On how many working days running the same action and person was asked for, at most."""
    days: dict[date, set[tuple[str, str]]] = defaultdict(set)
    for one in life.done:
        if one.action:
            days[one.day].add((one.action, one.person))
    best, running = (0, ""), Counter[tuple[str, str]]()
    for day in sorted(days):
        running = Counter({key: running[key] + 1 for key in days[day]})
        for key, length in running.items():
            best = max(best, (length, " ".join(key)))
    return best


def repeats(life: Life) -> int:
    """Steps, in percent, that were the same action and person as on the working day before."""
    days: dict[date, set[tuple[str, str]]] = defaultdict(set)
    for one in life.done:
        days[one.day].add((one.action, one.person))
    ordered = [days[day] for day in sorted(days)]
    again = sum(len(now & before) for before, now in pairwise(ordered))
    return again * 100 // max(sum(map(len, ordered)), 1)
