"""One finding of every id and case that has words, each from a log that raises it."""

from __future__ import annotations

from collections.abc import Iterator

from pmpath.coach.findings import findings
from pmpath.coach.findings.finding import Finding
from pmpath.domain.entry import ASK, HOLD, ME, Next
from pmpath.domain.kinds import EXIT, MilestoneDone, Move, Record
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap, StepRole
from pmpath.domain.side_kinds import LEADS_WITH_TECHNOLOGY, Check
from tests import build
from tests.build import day, entry, plan, roadmap
from tests.findings.looked import here, metric

LENA, IDA = "Lena (PM)", "Ida (head of sales)"


def every_case() -> Iterator[Finding]:
    """Whatever these logs raise, each id and case at least once."""
    for log, on, made in (*_about_people(), *_about_work(), *_about_the_plan()):
        yield from findings(here(log, on, made))


Case = tuple[list[Record], int, Roadmap | None]


def _about_people() -> Iterator[Case]:
    book: list[Record] = [entry(day(one), 70, track="reading", text=str(one)) for one in (1, 5, 19)]
    yield [*book, *book[:1]], 40, None
    yield [entry(day(1), people=(LENA,)), *book], 40, None
    promised = entry(day(1), people=(LENA,), next=Next(ME, "Lena", "a date", day(9)))
    yield [promised, *book], 40, None
    yield book, 25, None
    yield [entry(day(2), track="customers", people=("Nord (customer)",))], 40, None
    talks: list[Record] = [entry(day(n), track="allies", people=(LENA,)) for n in range(5)]
    yield talks, 20, None
    worry = entry(day(6), track="allies", people=(LENA,), notes={"worry": "churn"})
    yield [*talks, worry], 20, None
    told = entry(day(2), track="sponsors", action="sponsors.tell", half=HOLD, people=(IDA,))
    yield [told], 300, None
    news = entry(day(40), 5, track="sponsors", action="sponsors.update", half=ASK, people=(IDA,))
    yield [told, news], 60, None
    yield [told, news], 90, None
    bar = entry(day(2), track="sponsors", action="sponsors.ask-gap", half=HOLD, people=(IDA,))
    yield [bar], 40, None


def _about_work() -> Iterator[Case]:
    yield [], 200, None
    yield [entry(day(40), track="search", tags=("application",), opening="VP Product")], 40, None
    no = entry(day(40), track="search", tags=("rejected",), opening="Nord: PM")
    yield [no], 40, None
    offer = changed(no, tags=("offer",))
    yield [offer], 40, None
    accepted = MilestoneDone("m" * 26, f"{day(40)}T21:00:00+00:00", day(40), "search.offer")
    yield [offer, accepted], 40, None
    yield [changed(no, notes={"reason": "too junior"})], 40, None
    yield [], 364, None
    yield [], 370, None
    yield [entry(day(n), 100, track="craft", tags=("strategy",)) for n in (1, 20)], 25, None
    yield [entry(day(n), 100, tags=("engineering",)) for n in (1, 20)], 25, None
    yield [_check(n) for n in (1, 2, 3)], 20, None
    piece = entry(day(1), track="writing", tags=("published", "engineers"), text="queues")
    yield [piece], 40, None
    yield [entry(day(2), track="volunteer", action="volunteer.hour")], 40, None
    yield [entry(day(2), track="volunteer", metrics=(metric(),))], 90, None
    yield [entry(day(2), track="craft", metrics=(metric("calls", 5, 3),))], 40, None
    yield [entry(day(2), track="search", tags=("application", "outside"))], 60, None
    yield [entry(day(2), track="search", tags=("application", "inside"))], 60, None


def _about_the_plan() -> Iterator[Case]:
    few = roadmap(minutes=(10, 10, 10, 10, 10, 10, 0))
    yield [plan(day(15), minutes=few.minutes)], 15, few
    much = roadmap(minutes=(200, 200, 200, 200, 200, 200, 0))
    yield [plan(day(15), minutes=much.minutes)], 15, much
    odd: list[Record] = [entry(day(-1)), entry(day(9)), entry(day(3), 241, text="a")]
    odd += [entry(day(4), 161, text=one) for one in ("b", "c", "d")]
    yield odd, 8, None
    role = StepRole("in", "sales engineer", build.START)
    for on, leaves in ((300, None), (366, None), (400, None), (90, day(60))):
        yield [], on, roadmap(springboard=changed(role, exit_date=leaves))
    moved = Move("m" * 26, f"{day(40)}T08:00:00+00:00", day(40), EXIT, "", day(60), day(120), "x")
    yield [moved], 41, roadmap(springboard=changed(role, exit_date=day(120)))


def _check(number: int) -> Check:
    at = f"{day(number)}T08:00:00+00:00"
    return Check(f"c{number:025d}", at, day(number), "x", LEADS_WITH_TECHNOLOGY, ("Kafka",))
