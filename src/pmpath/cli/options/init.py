"""The options of `init`: every question of the reality check can be answered by one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any

import typer

from pmpath.cli.options.parameters import either
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.answers import target_meant
from pmpath.domain.roadmap.hours import read_week
from pmpath.domain.roadmap.leaders import leader_from
from pmpath.domain.roadmap.roadmap import MODES, PROFILES, SCOPES, SIDES, STEP_ROLE_STATES
from pmpath.domain.when.calendar import FUTURE, PAST
from pmpath.domain.when.day_option import past_day, read_day
from pmpath.domain.when.rough_days import day_meant

Text = str | None
Texts = list[str] | None


def _choice(name: str, help_text: str, metavar: str = "TEXT") -> Any:
    return typer.Option(name, help=help_text, metavar=metavar, show_default=False)


@dataclass(frozen=True)
class InitOptions:
    """Each answer as typed; None when it was not given."""

    target: Annotated[Text, _choice("--target", "First day in the new role.", "DATE")] = None
    role: Annotated[Text, _choice("--role", "Job title you aim for.")] = None
    company: Annotated[Text, _choice("--company", "Kind of company, and its customers.")] = None
    hours: Annotated[Text, _choice("--hours", "Hours a week, spread over days.", "HOURS")] = None
    minutes: Annotated[Text, _choice("--minutes", "Minutes by day: mon=30,sat=90.")] = None
    vacation: Annotated[
        Texts, _choice("--vacation", "Days off: FROM..TO, both included.", "DAYS")
    ] = None
    profile: Annotated[Text, _choice("--profile", f"Your job: {either(PROFILES)}.")] = None
    level: Annotated[Text, _choice("--level", "Level agreed for the first job.")] = None
    side: Annotated[Text, _choice("--side", f"Where to look: {either(SIDES)}.")] = None
    scope: Annotated[Text, _choice("--scope", f"Scope: {either(SCOPES)}.")] = None
    mode: Annotated[Text, _choice("--mode", f"Kind of plan: {either(MODES)}.")] = None
    decided: Annotated[Text, _choice("--decided", "Day you decided to move.", "DATE")] = None
    why: Annotated[Texts, _choice("--why", "Your reason: customers, money, ... (repeatable).")] = (
        None
    )
    customer_last: Annotated[
        Text, _choice("--customer-last", "Last talk with a customer: a day, or never.", "DATE")
    ] = None
    customer_love: Annotated[
        int | None, _choice("--customer-love", "How much you like customer talks, 1 to 5.", "1-5")
    ] = None
    junior: Annotated[Text, _choice("--junior", "Start as a junior PM: yes, unsure, no.")] = None
    pay_cut: Annotated[
        int | None, _choice("--pay-cut", "Pay cut you would accept, in percent.", "PERCENT")
    ] = None
    savings: Annotated[int | None, _choice("--savings", "Months your savings last.", "MONTHS")] = (
        None
    )
    pay_floor: Annotated[
        bool, typer.Option("--pay-floor", help="A pay floor is set; the figure stays private.")
    ] = False
    engineers: Annotated[
        int | None, _choice("--engineers", "Engineers in your company.", "COUNT")
    ] = None
    pms: Annotated[int | None, _choice("--pms", "Product managers in your company.", "COUNT")] = (
        None
    )
    springboard: Annotated[
        Text, _choice("--springboard", f"A stepping-stone role: {either(STEP_ROLE_STATES)}.")
    ] = None
    springboard_since: Annotated[
        Text, _choice("--springboard-since", "First day in the stepping-stone role.", "DATE")
    ] = None
    exit_date: Annotated[
        Text, _choice("--exit-date", "Last day in the stepping-stone role.", "DATE")
    ] = None
    leader: Annotated[
        Texts, _choice("--leader", 'A leader you told: "Ida (head of sales) since oct".', "NAME")
    ] = None
    manager_safe: Annotated[
        Text, _choice("--manager-safe", "May your manager know: yes, no, unknown.")
    ] = None
    contact: Annotated[
        Texts, _choice("--contact", 'A PM or seller you know: "Lena (PM)".', "NAME")
    ] = None
    last_piece: Annotated[Text, _choice("--last-piece", "Last piece you made for customers.")] = (
        None
    )
    cause: Annotated[Text, _choice("--cause", "A cause you would work for unpaid.")] = None
    duty: Annotated[Text, _choice("--duty", "Engineering duty to hand over first.")] = None
    without: Annotated[
        Texts, _choice("--without", "Leave out of the plan: volunteer, trial (repeatable).", "WHAT")
    ] = None
    answers: Annotated[
        Text, _choice("--answers", "TOML file with the tables of a roadmap.", "FILE")
    ] = None

    def by_key(self) -> dict[str, str]:
        """The options by the dotted roadmap key that each fills; for errors."""
        return {key: _option(name) for name, key in KEYS.items()}

    def tables(self, today: date) -> dict[str, Any]:
        """What was said, as the tables of a roadmap."""
        tables: dict[str, Any] = {"target": {}, "answers": {}, "springboard": {}}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in KEYS and value is not None and value is not False:
                table, _, key = KEYS[field.name].partition(".")
                tables[table][key] = _value(field.name, value, today)
        tables["minutes"] = self._minutes()
        tables["vacation"] = [_vacation(text, today) for text in self.vacation or ()]
        return tables

    def _minutes(self) -> dict[str, int]:
        try:
            said = self.minutes or self.hours
            return read_week(said) if said else {}
        except UsageError as error:
            option = "--minutes" if self.minutes else "--hours"
            raise UsageError(f"{option}: {error.sentence}", hint=error.hint) from None


# The roadmap key that each option fills.
KEYS = {
    "target": "target.date", "role": "target.role", "company": "target.company",
    "profile": "target.profile", "level": "target.level", "side": "target.side",
    "scope": "target.scope", "mode": "target.mode", "decided": "target.decided",
    "why": "answers.why", "customer_last": "answers.customer_last",
    "customer_love": "answers.customer_love", "junior": "answers.junior",
    "pay_cut": "answers.pay_cut_percent", "savings": "answers.savings_months",
    "pay_floor": "answers.pay_floor_set", "engineers": "answers.engineers",
    "pms": "answers.product_managers", "leader": "answers.leaders",
    "manager_safe": "answers.manager_safe", "contact": "answers.contacts",
    "last_piece": "answers.last_piece", "cause": "answers.cause", "duty": "answers.duty",
    "springboard": "springboard.state", "springboard_since": "springboard.since",
    "exit_date": "springboard.exit_date",
}  # fmt: skip
FUTURE_DAYS, PAST_DAYS = ("target", "exit_date"), ("decided", "customer_last", "springboard_since")


def _option(name: str) -> str:
    """The option as typed, of the name of its field."""
    return f"--{name.replace('_', '-')}"


def _value(name: str, value: Any, today: date) -> Any:
    if name in FUTURE_DAYS:
        return _day(name, value, today, FUTURE)
    if name in PAST_DAYS and value != "never":
        return _day(name, value, today, PAST)
    return [leader_from(text, today) for text in value] if name == "leader" else value


def _day(name: str, text: str, today: date, facing: int) -> date:
    """The day an option means; the error names the option."""
    try:
        if facing == PAST:
            return past_day(text, today)
        meant = day_meant(text, today, facing)
        is_rough = meant is not None and meant.first != meant.last
        return target_meant(text, today).first if is_rough else read_day(text, today, facing=facing)
    except UsageError as error:
        raise UsageError(f"{_option(name)}: {error.sentence}", hint="Write 2027-09-01.") from None


def _vacation(text: str, today: date) -> dict[str, date]:
    first, dots, last = text.partition("..")
    if not dots:
        raise UsageError(f"--vacation {text} has no last day.", hint="Write 2027-07-05..2027-07-18")
    return {
        "from": _day("vacation", first, today, FUTURE), "to": _day("vacation", last, today, FUTURE),
    }  # fmt: skip
