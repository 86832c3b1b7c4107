"""What fulfils an action and what reaches a milestone, as content has it; see docs/meaning.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

Text = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
DottedId = Annotated[str, Field(pattern=r"^[a-z]+\.[a-z0-9-]+$")]
Event = Literal[
    "none", "any", "met", "listened", "asked", "told", "promised", "sent", "answered", "published",
    "talk", "read", "review", "applied", "interview", "rejected", "offer", "declined",
    "volunteered",
]  # fmt: skip
Kind = Literal[
    "anyone", "pm", "sales", "marketing", "ally", "customer", "support", "listener", "leader",
    "marketing-leader", "sales-leader", "manager", "recruiter", "nonprofit",
]  # fmt: skip
# Words in small letters without accents and signs; a star at the end of a word: any ending.
Phrase = Annotated[str, Field(pattern=r"^[a-z0-9%]+\*?( [a-z0-9%]+\*?)*$")]
# A phrase, or the name of a group of `groups.toml` in angle brackets.
PhraseOrGroup = Annotated[
    str, Field(pattern=r"^([a-z0-9%]+\*?( [a-z0-9%]+\*?)*|<[a-z]+(-[a-z]+)*>)$")
]
# A phrase, in which `customer|client` stands for either word.
Several = Annotated[str, Field(pattern=r"^[a-z0-9%]+\*?([| ][a-z0-9%]+\*?)*$")]
FACT_NAMES = (
    "(person|number|before|after|change|audience|book|opening|link|public|said|worry|used|minutes"
    "|inside|outside|for them|to them|by me|two figures|in short)"
)
# One fact, or several of which one is enough: `person|public`.
Fact = Annotated[str, Field(pattern=rf"^{FACT_NAMES}(\|{FACT_NAMES})*$")]


class Part(BaseModel):
    """A part of a content file: no key unknown, no value of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Way(Part):
    """One way to fulfil an action: all that is named has to be there."""

    events: Annotated[list[Event], Field(min_length=1)] = ["none"]
    who: list[Kind] = []
    objects: list[PhraseOrGroup] = []
    beside: list[PhraseOrGroup] = []
    without: list[PhraseOrGroup] = []
    has: list[Fact] = []
    shelves: list[Text] = []
    tracks: list[Slug] = []
    half: Literal["ask"] | None = None
    enough: Annotated[int, Field(ge=1, le=5)] = 1

    @property
    def phrases(self) -> list[list[str]]:
        """The lists of phrases of this way."""
        return [self.objects, self.beside, self.without]


class Facts(Part):
    """So many different facts that reach a milestone; `tells` names them on the screen."""

    at_least: Annotated[int, Field(ge=1, le=20)]
    each: Literal["entry", "day", "person", "opening", "number", "book"]
    tells: Text
    actions: list[DottedId] = []
    events: list[Event] = []
    tracks: list[Slug] = []
    who: list[Kind] = []
    objects: list[Phrase] = []
    beside: list[Phrase] = []
    has: list[Fact] = []
    asked: bool = False
    unless: list[DottedId] = []


class Cautions(Part):
    """The words of `cautions.toml`."""

    not_done: Annotated[list[Phrase], Field(min_length=1)]
    to_come: Annotated[list[Phrase], Field(min_length=1)]
    harmless: Annotated[list[Phrase], Field(min_length=1)]
    others: Annotated[list[Phrase], Field(min_length=1)]
    by_others: Annotated[list[Phrase], Field(min_length=1)]
    deeds: Annotated[list[Phrase], Field(min_length=1)]
    starters: Annotated[list[Phrase], Field(min_length=1)]
    engineering: Annotated[list[Phrase], Field(min_length=1)]
    said: Annotated[list[Phrase], Field(min_length=1)]
    worry: Annotated[list[Phrase], Field(min_length=1)]
    used: Annotated[list[Phrase], Field(min_length=1)]
    in_passing: Annotated[list[Phrase], Field(min_length=1)]
    questions: Annotated[list[Phrase], Field(min_length=1)]
    long_ago: Annotated[list[Phrase], Field(min_length=1)]
    cut_short: Annotated[list[Phrase], Field(min_length=1)]
    came_to_nothing: Annotated[list[Phrase], Field(min_length=1)]
    hearsay: Annotated[list[Phrase], Field(min_length=1)]
    software: Annotated[list[Phrase], Field(min_length=1)]
    makers: Annotated[list[Phrase], Field(min_length=1)]
    outward: Annotated[list[Phrase], Field(min_length=1)]
    outsiders: Annotated[list[Phrase], Field(min_length=1)]
    tells_met: Annotated[list[Phrase], Field(min_length=1)]
    tells_listened: Annotated[list[Phrase], Field(min_length=1)]
    tells_sent: Annotated[list[Phrase], Field(min_length=1)]
    tells_asked: Annotated[list[Phrase], Field(min_length=1)]
    tells_told: Annotated[list[Phrase], Field(min_length=1)]
    tells_read: Annotated[list[Phrase], Field(min_length=1)]
    tells_applied: Annotated[list[Phrase], Field(min_length=1)]
    tells_published: Annotated[list[Phrase], Field(min_length=1)]
    tells_talk: Annotated[list[Phrase], Field(min_length=1)]
    tells_volunteered: Annotated[list[Phrase], Field(min_length=1)]
    own_deeds: Annotated[list[Phrase], Field(min_length=1)]
    meetings: Annotated[list[Phrase], Field(min_length=1)]
    meets: Annotated[list[Phrase], Field(min_length=1)]
    compounds: Annotated[list[Phrase], Field(min_length=1)]
    leisure: Annotated[list[Phrase], Field(min_length=1)]
    shortened: Annotated[list[Phrase], Field(min_length=1)]
    past: Annotated[list[Phrase], Field(min_length=1)]


class Groups(RootModel[dict[Slug, Annotated[list[Several], Field(min_length=1)]]]):
    """The groups of `groups.toml`, by name."""


# As `Several`; a star of its own at the front is any verb that no kind names.
VerbForm = Annotated[str, Field(pattern=r"^(\* )?[a-z0-9]+([| ][a-z0-9]+)*$")]


class Verbs(RootModel[dict[Slug, Annotated[list[VerbForm], Field(min_length=1)]]]):
    """The kinds of `verbs.toml`, by name."""


class UnderstoodWords(Part):
    """Words of `understood.toml`, in all lines of work or in some."""

    tracks: Annotated[list[Slug], Field(min_length=1)] | None = None
    words: Annotated[list[Phrase], Field(min_length=1)]
