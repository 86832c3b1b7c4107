"""The roadmap as pydantic models: names every fault at once, and gives editors a JSON Schema.

Imported when the light constructor has refused a file, and by commands that write or check one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from pmpath.domain.roadmap.faults import Fault, disagreements, fault_from, quoted
from pmpath.domain.roadmap.finding_keys import NO_FINDINGS
from pmpath.domain.roadmap.roadmap import (
    ANSWER_KEYS,
    CIRCLES,
    DAILY_CAP,
    LIMIT_MONTHS,
    MINUTES_A_DAY,
    MODES,
    PROFILES,
    REASONS,
    REPORT_FORMATS,
    SCOPES,
    SIDES,
    STEP_ROLE_STATES,
    TRACKS,
    is_day,
)
from pmpath.domain.roadmap.table import is_day_end
from pmpath.domain.when.calendar import EARLIEST_YEAR, LATEST_YEAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.roadmap.finding_keys import FindingUnits

    TrackId = str
    Profile = str
    Side = str
    Scope = str
    Mode = str
    StepRoleState = str
    Reason = str
    ReportFormat = str
    Circle = str
    Junior = str
    ManagerSafe = str
else:
    # Type checkers take no names from a tuple; pydantic does.
    TrackId = Literal[TRACKS]
    Profile = Literal[PROFILES]
    Side = Literal[SIDES]
    Scope = Literal[SCOPES]
    Mode = Literal[MODES]
    StepRoleState = Literal[STEP_ROLE_STATES]
    Reason = Literal[REASONS]
    ReportFormat = Literal[REPORT_FORMATS]
    Circle = Literal[CIRCLES]
    Junior = Literal[ANSWER_KEYS["junior"].choices]
    ManagerSafe = Literal[ANSWER_KEYS["manager_safe"].choices]


def _fault(sentence: str) -> PydanticCustomError:
    # The sentence travels as context: pydantic would read braces in it as slots.
    return PydanticCustomError("roadmap", "{sentence}", {"sentence": sentence})


def _plain_day(value: object) -> object:
    if isinstance(value, datetime):
        raise _fault("is a date with a time; write the day alone, such as 2027-09-01")
    if isinstance(value, str):
        raise _fault("is a text; write the day without quotes, such as 2027-09-01")
    if not isinstance(value, date):
        raise _fault("is not a day; write one such as 2027-09-01")
    if not is_day(value):
        raise _fault(f"is {value}; years from {EARLIEST_YEAR} to {LATEST_YEAR} are allowed")
    return value


def _never_or_plain_day(value: object) -> object:
    # Checked here and not by the choice below, which would name one mistake twice.
    if isinstance(value, str) and value != "never":
        raise _fault('is a text; write "never", or the day without quotes, such as 2027-09-01')
    return value if value == "never" else _plain_day(value)


def _filled(value: str) -> str:
    if not value.strip():
        raise _fault("is empty")
    return value


def _whole(value: object) -> object:
    # To pydantic true and 1.0 are 1 here; a newer schema could not tell them apart.
    if type(value) is not int:
        raise _fault(f"is {quoted(value)}; a whole number belongs here")
    return value


def _day_end(value: str) -> str:
    if not is_day_end(value):
        raise _fault('is not a time from "00:00" to "11:59"')
    return value


def _whole_minutes(hours: float) -> float:
    if hours * 60 % 1:
        raise _fault("does not make whole minutes; write quarters such as 2.25")
    return hours


Day = Annotated[date, BeforeValidator(_plain_day)]
NeverOrDay = Annotated[Literal["never"] | date, BeforeValidator(_never_or_plain_day)]
Text = Annotated[str, Field(strict=True)]
Filled = Annotated[str, AfterValidator(_filled)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$")]
Minutes = Annotated[
    int, Field(ge=0, le=MINUTES_A_DAY, description="minutes a day; 0 is a rest day")
]


def _ranged(answer: str) -> Any:
    """An open answer that is a whole number, within the ends that its key has."""
    key = ANSWER_KEYS[answer]
    return Field(None, ge=key.least, le=key.most)


class _Table(BaseModel):
    # Unknown keys are faults: a misspelt key would otherwise be ignored in silence.
    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class TargetTable(_Table):
    """The job aimed at."""

    date: Day = Field(description="first day in the new role")
    start: Day = Field(description="day on which this roadmap was made")
    role: Filled = Field("", description="title of the job, such as product manager")
    company: Text = ""
    decided: Day | None = Field(None, description="day you decided to move")
    profile: Profile = "ic"
    level: Text = Field("", description="level agreed for the first job")
    side: Side = "both"
    scope: Scope = "core"
    mode: Mode = "full"


class MinutesTable(_Table):
    """Minutes for each weekday; at least one day has some."""

    mon: Minutes = 0
    tue: Minutes = 0
    wed: Minutes = 0
    thu: Minutes = 0
    fri: Minutes = 0
    sat: Minutes = 0
    sun: Minutes = 0
    daily_cap: int = Field(DAILY_CAP, ge=1, le=MINUTES_A_DAY)


class VacationTable(_Table):
    """Neutral days, both ends included."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")


class AnswersTable(_Table):
    """The reality check; an open answer is an absent key."""

    why: list[Reason] = []
    customer_last: NeverOrDay | None = None
    customer_love: int | None = _ranged("customer_love")
    junior: Junior | None = None
    pay_cut_percent: int | None = _ranged("pay_cut_percent")
    savings_months: int | None = _ranged("savings_months")
    pay_floor_set: bool | None = None
    engineers: int | None = _ranged("engineers")
    product_managers: int | None = _ranged("product_managers")
    leaders: list[Text] = []
    manager_safe: ManagerSafe | None = None
    contacts: list[Text] = []
    last_piece: Text | None = None
    cause: Text | None = None
    duty: Text | None = None


class SpringboardTable(_Table):
    """The stepping-stone role."""

    state: StepRoleState | None = None
    role: Text = ""
    since: Day | None = None
    limit_months: int = Field(LIMIT_MONTHS, ge=1, le=120)
    exit_date: Day | None = None


class TrackTable(_Table):
    """One line of work."""

    id: TrackId
    active: bool = True
    live_from: Day | None = Field(None, alias="from")
    times: int | None = Field(None, ge=1, le=31)
    days: int | None = Field(None, ge=1, le=366)


class MilestoneTable(_Table):
    """A dated result: `due`, or so many weeks before the target."""

    id: Key
    track: TrackId
    title: Filled
    done_when: Text = ""
    hours: Annotated[float, Field(ge=0, le=1000), AfterValidator(_whole_minutes)]
    tier: Scope
    weeks_before: int | None = Field(None, ge=0, le=520)
    due: Day | None = None
    depends_on: list[Key] = []


class FindingTable(_Table):
    """Changes to one finding: off, or other thresholds."""

    off: bool | None = None
    reason: Text | None = None
    until: Day | None = None
    days: int | None = Field(None, ge=1, le=3660)
    weeks: int | None = Field(None, ge=1, le=520)
    percent: int | None = Field(None, ge=0, le=100)


class StatementTable(_Table):
    """Your own positioning statement, and words that its check lets pass."""

    audience: Text | None = None
    need: Text | None = None
    category: Text | None = None
    value: Text | None = None
    alternative: Text | None = None
    difference: Text | None = None
    proof: Text | None = None
    why_now: Text | None = None
    allow: list[Text] = []


class DefaultsTable(_Table):
    """Options you would type each time."""

    format: ReportFormat | None = None


class RoadmapTable(_Table):
    """roadmap.toml of pmpath."""

    version: Annotated[Literal[1], BeforeValidator(_whole)] = Field(alias="schema")
    day_ends: Annotated[str, AfterValidator(_day_end)] = Field(
        "04:00", description="until then it is still the day before"
    )
    never_say: list[Text] = []
    target: TargetTable
    minutes: MinutesTable
    vacation: list[VacationTable] = []
    answers: AnswersTable = AnswersTable()
    springboard: SpringboardTable = SpringboardTable()
    track: list[TrackTable] = []
    milestone: list[MilestoneTable] = []
    findings: dict[str, FindingTable] = {}
    statement: StatementTable = StatementTable()
    people: dict[str, Circle] = {}
    defaults: DefaultsTable = DefaultsTable()


def faults(table: dict[str, Any], findings: FindingUnits = NO_FINDINGS) -> list[Fault]:
    """Everything that is wrong with a parsed roadmap, in the order of its models.

    `findings` are those that it may name, with the units of their limits.
    """
    found: list[Fault] = []
    try:
        RoadmapTable.model_validate(table)
    except ValidationError as error:
        found = [fault_from(detail) for detail in error.errors(include_url=False)]
    return found + disagreements(table, {fault.path for fault in found}, findings)


def json_schema() -> dict[str, Any]:
    """The JSON Schema that `init` writes beside the roadmap, for editors."""
    return RoadmapTable.model_json_schema(by_alias=True)
