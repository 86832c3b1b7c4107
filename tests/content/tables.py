"""The tables of the content under data/, one small model per table.

Points of advice are numbers of the article's points, from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from pmpath.domain.roadmap.roadmap import ANSWER_KEYS
from tests.content.fulfilment_tables import DottedId, Facts, Slug, Text, Way

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Title = Annotated[str, Field(min_length=1, max_length=110)]
# Stands behind "counts as: ", so it begins with a small letter and ends without a full stop.
Deed = Annotated[str, Field(pattern=r"^[a-z].*[^.]$", max_length=60)]
Percent = Annotated[int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=1)]
Advice = list[Annotated[int, Field(ge=1)]]
# An action done before, a number of entries, an answer of the roadmap, or something logged.
Prerequisite = Annotated[
    str,
    Field(
        pattern=r"^([a-z]+\.[a-z0-9-]+|count:[a-z]+>=[1-9]\d*"
        r"|state:[a-z]+!?=[a-z]+|event:[a-z]+(<=\d+d)?)$"
    ),
]
# An answer of the roadmap: a word, one of a list, at most a number, none or some.
When = Annotated[str, Field(pattern=r"^(answers|target)\.[a-z_]+(=[a-z]+|=\d+|<=\d+)$")]
Who = Literal[
    "pm", "sales", "customer", "leader", "manager", "ally", "listener", "nonprofit", "anyone"
]
Side = Literal["inside", "outside", "both"]
Tier = Literal["core", "standard", "extended"]
# The keys of a roadmap that a question fills.
ROADMAP_KEYS = (
    "target.role", "target.company", "target.date", "target.side", "target.profile", "minutes",
    "vacation", "springboard.state", "springboard.role", "springboard.since",
    "springboard.limit_months", "springboard.exit_date", *(f"answers.{key}" for key in ANSWER_KEYS),
)  # fmt: skip


def _roadmap_key(value: str) -> str:
    if value not in ROADMAP_KEYS:
        raise ValueError("is not a key of a roadmap that a question fills")
    return value


RoadmapKey = Annotated[str, AfterValidator(_roadmap_key)]


class Table(BaseModel):
    """One block of a content file: no key unknown, no value of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Track(Table):
    """A line of work. `times` steps in `days` days; `live_from_percent` of the plan gone."""

    id: Slug
    name: Text
    purpose: Text
    why: Text
    advice: Advice
    times: Count
    days: Count
    slot: Literal["plan", "people", "customers", "making", "search"]
    live_from: Slug
    live_from_percent: Percent


class Action(Table):
    """Something to do, in `minutes`; `deed` names what was done.

    With `people`, `ask` fits one evening and `hold` its day.
    """

    id: DottedId
    title: Title
    deed: Deed
    minutes: Literal[15, 30, 60, 120]
    cadence: Literal["once", "weekly", "monthly"]
    prereq: list[Prerequisite]
    phase: Slug
    done_when: Text
    evidence: list[Literal["link", "metric", "person", "audience", "document"]]
    advice: Advice
    people: bool
    once_each: bool = False
    tells_team: bool = False
    upon: Annotated[str, Field(pattern=r"^[a-z]+<=\d+d$")] | None = None
    who: Who | None = None
    ask: Title | None = None
    hold: Title | None = None
    prepares: bool = False
    sends: bool = False
    asks: bool = True
    private: bool = False
    done_by: Annotated[list[Slug], Field(min_length=1)]
    topic: bool = False
    mine: bool = False
    fulfilled_by: Annotated[list[Way], Field(min_length=1)]


class InProfile(Table):
    """For one profile: weeks before the target in plans of 26, 39, 52 and 78 weeks; hours."""

    weeks_before: Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=4, max_length=4)]
    tier: Tier
    hours: Annotated[float, Field(ge=0)]


class Milestone(Table):
    """A dated result. `one_of` names a result that the milestones of any one track may give.

    `times`: how often it wants an action, 0 for one that may help; once where none is named.
    `outcome`: another person decides. `judged`: why no fact can tell.
    """

    id: DottedId
    title: Title
    done_when: Text
    actions: Annotated[list[DottedId], Field(min_length=1)]
    times: dict[DottedId, Annotated[int, Field(ge=0, le=20)]] = {}
    depends_on: list[DottedId]
    when: When | None = None
    sides: list[Side] | None = None
    one_of: Slug | None = None
    outcome: bool = False
    reached: list[Facts] = []
    judged: Text | None = None
    ic: InProfile | None = None
    senior: InProfile | None = None
    step: InProfile | None = None

    @property
    def profiles(self) -> dict[str, InProfile]:
        """The profiles that have this milestone."""
        every = {"ic": self.ic, "senior": self.senior, "step": self.step}
        return {name: plan for name, plan in every.items() if plan is not None}


class Early(Table):
    """Actions that an answer brings forward, from one day of the plan to before another."""

    when: When
    actions: Annotated[list[DottedId], Field(min_length=1)]
    from_day: Annotated[int, Field(ge=0)]
    until_day: Annotated[int, Field(ge=1)]
    because: Text


class Reminder(Table):
    """What is said once a month because of an answer."""

    when: When
    text: Text


class Phase(Table):
    """A part of the plan; it begins when `from_percent` of the plan is gone."""

    id: Slug
    from_percent: Percent
    question: Text


class Area(Table):
    """One of the six areas of the job that a textbook covers, and the words that tell of it."""

    id: Slug
    name: Text
    words: Annotated[list[Text], Field(min_length=1)]


class Book(Table):
    """A book; `year` of first publication, `status` how sure we are of it (V, T or M)."""

    title: Text
    authors: Text
    year: Annotated[int, Field(ge=1900)]
    shelf: Text
    status: Literal["V", "T", "M"]
    note: str


class InterviewQuestion(Table):
    """A question of an interview: what may be each part of an answer, and what the parts share."""

    id: Slug
    asks: Text
    link: Literal["person", "words", "opening", "track", ""]
    situation: Annotated[list[Text], Field(min_length=1)]
    action: Annotated[list[Text], Field(min_length=1)]
    result: Annotated[list[Text], Field(min_length=1)]
    hint: Text


class FindingWords(Table):
    """What a report says of one case of a finding."""

    line: Text | None = None
    full: Text | None = None
    answers: list[Text] = []
    do: Text | None = None


class Finding(Table):
    """What the plan is checked for: when it is raised, what it names, when it goes.

    `threshold` is the value of roadmap.toml that moves the condition.
    """

    id: Annotated[str, Field(pattern=r"^[A-Z_]+$")]
    condition: Text
    names: Text
    clears: Text
    threshold: (
        Annotated[
            str,
            Field(pattern=r"^(findings\.[A-Z_]+\.(days|weeks|percent)|springboard\.limit_months)$"),
        ]
        | None
    ) = None
    limit: int | None = None
    line: Text | None = None
    full: Text | None = None
    short: Text | None = None
    answers: list[Text] = []
    do: Text | None = None
    at_once: bool = False
    cases: dict[str, FindingWords] = {}
    ladder: list[list[Text]] = []
    step: Text | None = None
    advice: Advice


class Point(Table):
    """A point of the article; `served_by` is set where the program itself does it.

    `disputed` says where it is dated or later sources differ; `also` are words that find it.
    """

    n: Count
    kind: Literal["fact", "warning", "advice", "pointer"]
    text: Text
    disputed: Text | None = None
    also: list[Slug] = []
    served_by: Literal["tool"] | None = None


class Number(Table):
    """A number on a screen: how it is made, what it is good for, what would change it."""

    id: Slug
    title: Title
    made: Text
    why: Text
    changes: Text
    also: list[Slug]
    advice: Advice


class Talk(Table):
    """The words for one talk; {person}, {worry} and {number} are filled in.

    `opening_without` is said while the log knows no worry or number that `opening` asks for.
    """

    id: Slug
    title: Title
    who: Who
    aim: Title
    opening: Text
    opening_without: Text | None = None
    questions: Annotated[list[Text], Field(min_length=3, max_length=3)]
    ask: Title
    avoid: Title
    log_line: Title


class Question(Table):
    """A question of the reality check and the roadmap keys its answer fills."""

    n: Count
    id: Slug
    keys: Annotated[list[RoadmapKey], Field(min_length=1)]
    text: Text
    help: Text
    first: bool
    effect: Text
    choices: Annotated[list[Text], Field(min_length=2)] | None = None


class Pair(Table):
    """The same thing said twice."""

    technology: Text
    value: Text


class Note(Table):
    """A key of short notes in the log: its name on a screen and the question it answers."""

    title: Text
    asks: Text


T = TypeVar("T", bound=BaseModel)


def fitted(where: str, block: object, model: type[T]) -> tuple[T | None, list[str]]:
    """The block as its model, or None and one sentence for each thing that does not fit."""
    try:
        return model.model_validate(block), []
    except ValidationError as error:
        return None, [f"{where}: {_said(one)}" for one in error.errors()]


def _said(error: ErrorDetails) -> str:
    """One fault in our words; pydantic's own begin with "Input should be"."""
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "missing":
        return f"{key} is missing"
    if error["type"] == "extra_forbidden":
        return f"{key} is not a key of this table"
    _, _, wanted = error["msg"].partition(" should ")
    return f"{key} = {error['input']!r} does not fit; it has to {wanted}"
