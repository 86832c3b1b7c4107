"""A year of daily steps, all done the same evening; people answer after some days, or never.

A milestone is reached on the day after the steps that it wants were done. Somebody without a name
gets one, and each meeting leads to another name.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from pmpath.coach.plan.first_plan import milestones_for, tracks_for
from pmpath.coach.plan.fit import available_minutes, best_fit, uncrowded
from pmpath.coach.situation import Situation
from pmpath.coach.today.day_end import after_done
from pmpath.coach.today.proposal import Step, step_text
from pmpath.coach.today.shown import sameness
from pmpath.coach.today.step import steps_of_day
from pmpath.domain.entry import ASK, HOLD, ME, PART, THEM, Entry, Next
from pmpath.domain.kinds import MilestoneDone, Record
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap
from tests import build

# Minutes of Monday to Sunday, those of the catalog's own trial.
SLOTS = {
    2: (15, 15, 15, 30, 15, 30, 0),
    4: (30, 30, 30, 30, 30, 90, 0),
    5: (30, 30, 30, 60, 30, 120, 0),
    10: (60, 60, 60, 120, 60, 120, 120),
}
WEEKS = 52
ANSWER_AFTER, HOLD_AFTER, AWAITED_DAYS = 3, 5, 7
# Nobody does more in a day; a day that has more to offer is a fault.
MOST_STEPS = 24
# What somebody is who was asked without a name, in turn.
FUNCTIONS = {
    "leader": ("head of sales", "vp marketing"), "ally": ("pm", "sales"), "manager": ("manager",),
    "pm": ("pm",), "sales": ("sales",), "customer": ("customer",), "nonprofit": ("charity",),
}  # fmt: skip
OTHERS = ("friend",)


@dataclass(frozen=True)
class Lived:
    """One working day of the year and its steps, all of them done; `planned` minutes, and `short`
    by how many minutes the plan was missed at its end.
    """

    day: int
    steps: tuple[Step, ...]
    planned: int = 0
    short: int = 0

    @property
    def step(self) -> Step | None:
        """The first step of the day, if there was one."""
        return self.steps[0] if self.steps else None


@dataclass
class Life:
    """A plan as it was lived: its days, and the day on which each milestone was reached."""

    plan: Roadmap
    # Of so many people who are asked, one says no; 0: none does; 1: nobody ever answers.
    refusal: int
    journal: Journal
    days: list[Lived] = field(default_factory=list)
    reached: dict[str, int] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    replies: list[tuple[int, str, bool]] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    asked: int = 0

    def add(self, found: Record) -> None:
        """Write a record, and fold it."""
        self.records.append(found)
        self.journal.add(found)

    def late(self) -> dict[str, int | None]:
        """By milestone that its steps can reach, how many days after its day; None: never."""
        found = {}
        for one in self.plan.milestones_in_scope:
            due = (self.plan.due_day(one) - build.START).days
            at = self.reached.get(one.id)
            if _wants(one) and (at is None or at > due):
                found[one.id] = None if at is None else at - due
        return found


def plan(hours: int, profile: str = "ic", weeks: int = WEEKS) -> Roadmap:
    """A plan as `init` makes it, of so many weeks."""
    minutes = SLOTS[hours]
    target = changed(
        build.roadmap().target, profile=profile, date=build.START + timedelta(weeks=weeks)
    )
    milestones = milestones_for(target, build.CATALOG)
    scope = best_fit(milestones, build.CATALOG, available_minutes(target, minutes, ())).scope
    state = "in" if profile == "step" else "skip"
    role = build.roadmap().springboard
    made = build.roadmap(
        target=changed(target, scope=scope), minutes=minutes, milestones=milestones,
        tracks=tracks_for(target, build.CATALOG, state),
        springboard=changed(role, state=state, since=build.START, exit_date=target.date),
        answers={"contacts": ["Lena (PM)", "Tomas (sales)"], "pay_floor_set": True},
    )  # fmt: skip
    return uncrowded(made, build.CATALOG)


def live(made: Roadmap, *, answers: bool = True, until: int | None = None) -> Life:
    """Each proposal is done; with `answers` an asked person agrees to a day soon after.

    `until` is the first day of the plan that is not lived; None: the target date.
    """
    return live_with(made, 0 if answers else 1, until)


def live_with(made: Roadmap, refusal: int, until: int | None = None) -> Life:
    """The same where one of so many people says no; 0: none does; 1: nobody ever answers."""
    life = Life(made, refusal, build.journal())
    life.journal.plans[0] = changed(life.journal.plans[0], minutes=made.minutes)
    here = Situation(made, life.journal, build.CATALOG, build.START, build.VOCABULARY)
    life.done.update(one for one in build.CATALOG.actions if here.is_answered(one))
    days = (made.target.date - made.target.start).days if until is None else until
    for number in range(days):
        _answer(life, number)
        _reach(life, number)
        if made.minutes[build.day(number).weekday()]:
            life.days.append(_day(life, number))
    return life


def _day(life: Life, number: int) -> Lived:
    today = build.day(number)
    here = Situation(life.plan, life.journal, build.CATALOG, today, build.VOCABULARY)
    noted = life.journal.path_minutes.pop(today, 0)
    done: list[Step] = []
    while len(done) < MOST_STEPS:
        found = steps_of_day(here, here.open_minutes, 1)
        if not found:
            break
        done.append(found[0])
        _do(life, here, number, found[0])
    if noted:
        life.journal.path_minutes[today] = life.journal.path_minutes.get(today, 0) + noted
    if not done:
        life.journal.days.planned[today] = 0
    planned = here.planned_minutes
    line = planned.line_through(today)(today)
    minutes = sum(planned.minutes_done(day) for day in life.journal.path_minutes
                  if planned.start <= day <= today)  # fmt: skip
    return Lived(number, tuple(done), planned.on(today), int(max(line - minutes, 0)))


def _answer(life: Life, number: int) -> None:
    for due, person, agrees in life.replies:
        if due == number:
            held = Next(ME, person, "the meeting", build.day(due + HOLD_AFTER)) if agrees else None
            said = "yes" if agrees else "no"
            life.add(build.entry(build.day(number), 5, people=(person,), text=said, next=held))


def _wants(milestone: Milestone) -> dict[str, int]:
    """What its steps can do: an offer is not among that."""
    template = build.CATALOG.milestones[milestone.id]
    wanted = {key: template.times_of(key) for key in template.actions if template.times_of(key)}
    events = [key for key in wanted if "event:" in "".join(build.CATALOG.actions[key].prereq)]
    return {} if events else wanted


def _reach(life: Life, number: int) -> None:
    in_scope = {one.id for one in life.plan.milestones_in_scope}
    for one in life.plan.milestones_in_scope:
        first = [key for key in one.depends_on if key in in_scope and key not in life.reached]
        wants = _wants(one)
        if one.id in life.reached or not wants or first:
            continue
        here = Situation(
            life.plan, life.journal, build.CATALOG, build.day(number), build.VOCABULARY
        )
        if all(life.done[key] >= times or here.is_implied(key) for key, times in wants.items()):
            life.reached[one.id] = number
            day = build.day(number)
            life.add(MilestoneDone(f"m{number:025d}{one.id}", f"{day}T07:00:00+00:00", day, one.id))


def _do(life: Life, here: Situation, number: int, step: Step) -> None:
    asked = step.half == ASK
    person = step.person or (_named(life, step) if asked and step.action else "")
    made = changed(plain_entry(step, person, number), step=step_text(step))
    life.records.append(after_done(here, made, made.at).entry)
    if asked and person and life.refusal != 1:
        life.asked += 1
        agrees = not life.refusal or life.asked % life.refusal
        life.replies.append((number + ANSWER_AFTER, person, bool(agrees)))
    if step.action and not asked and not step.part:
        life.done[step.action] += 1
    if step.action and asked and build.CATALOG.actions[step.action].sends:
        life.done[step.action] += 1
    if step.half == HOLD and step.track == "allies":
        met = f"{_name(life, 'new')} ({FUNCTIONS['ally'][life.names['new'] % 2]})"
        life.add(build.entry(build.day(number), 1, track="allies", people=(met,), half=ASK))


def _named(life: Life, step: Step) -> str:
    who = build.CATALOG.actions[step.action].who
    functions = FUNCTIONS.get(who, OTHERS)
    name = _name(life, who)
    return f"{name} ({functions[life.names[who] % len(functions)]})"


def _name(life: Life, kind: str) -> str:
    life.names[kind] += 1
    return f"{kind.title()} {life.names[kind]}"


def plain_entry(step: Step, person: str, number: int) -> Entry:
    """What `done` alone keeps of a step."""
    asked = step.half == ASK and person
    answer = Next(THEM, person, "an answer", build.day(number + AWAITED_DAYS)) if asked else None
    return build.entry(
        build.day(number), step.minutes, track=step.track, action=step.action, half=step.half,
        people=(person,) if person else (), tags=(PART,) if step.part else (), next=answer,
        settles=step.settles, text=step.sentence,
    )  # fmt: skip


def repeats(lived: list[Lived]) -> tuple[int, int]:
    """The same action with the same person: days in a row, and days of fourteen, at most.

    What people owe each other is not counted.
    """
    days = [(one.day, {sameness(step) for step in one.steps if step.action and not step.settles})
            for one in lived]  # fmt: skip
    running: Counter[str] = Counter()
    longest = often = 0
    for at, (day, keys) in enumerate(days):
        running = Counter({key: running[key] + 1 for key in keys})
        recent = Counter(key for other, seen in days[: at + 1] if other > day - 14 for key in seen)
        longest = max([longest, *running.values()])
        often = max([often, *(recent[key] for key in keys)])
    return longest, often


def on_time(life: Life) -> tuple[int, int]:
    """Milestones that no other person decides: how many came by their day, and how many there are.

    Those that need an event nobody can make are among them only where a step does them.
    """
    templates = build.CATALOG.milestones
    wanted = [one for one in life.plan.milestones_in_scope if not templates[one.id].outcome]
    days = {one.id: (life.plan.due_day(one) - build.START).days for one in wanted}
    kept = [key for key, due in days.items() if life.reached.get(key, due + 1) <= due]
    return len(kept), len(wanted)
