"""From a draft (the words) and options (what was said exactly) to the entry that is kept."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import (
    ASK,
    ASKED,
    ASSUMED_MINUTES,
    BACKFILL,
    ENGINEERING,
    EVENT_TAGS,
    HEARD_MINUTES,
    ME,
    PROMISED,
    STAGES,
    THEM,
    TOLD,
    Entry,
    Evidence,
    Next,
)
from pmpath.domain.errors import UsageError
from pmpath.domain.people import key_of, may_tell_answer
from pmpath.domain.record import Frozen
from pmpath.domain.words.draft import DEFAULT, SAID, Doubt, Draft

# An opening with a stage belongs to the search, whatever the words.
SEARCH = "search"
# Who says, wants or asks something was heard, whatever it denies.
SAYING = frozenset([
    "said", "says", "say", "told", "tells", "thinks", "thought", "wants", "wanted", "asked", "asks",
    "heard", "mentioned", "wrote", "writes", "replied", "explained", "complained",
])  # fmt: skip
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.metric import Metric


class Options(Frozen):
    """What options said beside the words; an option wins over what the words mean."""

    track: str = ""
    on: date | None = None
    minutes: int | None = None
    people: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[str, ...] = ()
    notes: Mapping[str, str] = {}
    action: str = ""
    half: str = ""
    milestone: str = ""
    opening: str = ""
    energy: int | None = None
    next: Next | None = None
    settles: str = ""


class Composed(Frozen):
    """An entry without id and instant, whether its track was guessed, and what was not read.

    `step` is the proposal that it was the doing of, where the words say something else.
    `due_assumed`: nobody said by when its next move is due. `fulfils` are the actions that it
    fulfils by its own facts, and `deed` what doing them is called.
    """

    entry: Entry
    guessed: bool
    plain: str
    doubts: tuple[Doubt, ...] = ()
    step: str = ""
    fulfils: tuple[str, ...] = ()
    deed: str = ""
    due_assumed: bool = False


def compose(draft: Draft, options: Options, today: date, action_minutes: int | None) -> Composed:
    """The entry for a draft and its options, on the day they say or on `today`.

    `action_minutes` are those of the named action, for an entry that names no duration. Raises
    UsageError for a day that has not come yet or a line that says nothing.
    """
    day = options.on or draft.day or today
    if day > today:
        raise UsageError(
            f"{day} is in the future.", hint="Log it on that day, or plan it with next fri: ..."
        )
    if not _says_something(draft, options):
        raise UsageError("The line does not say what was done.", hint="Add a word or two.")
    minutes = options.minutes or draft.minutes
    typed = "" if draft.guessed else draft.track
    if options.track and typed and options.track != typed:
        raise UsageError(
            f"One entry has one track, not {typed} and {options.track}.", hint="Write two entries."
        )
    of_action = options.action.partition(".")[0]
    of_stage = SEARCH if _stage(options) else ""
    track = options.track or typed or of_action or draft.track or of_stage
    entry = Entry(
        id="",
        at="",
        day=day,
        text=draft.text,
        minutes=minutes or action_minutes or _assumed(draft),
        track=track,
        assumed=minutes is None,
        people=_people(draft, options),
        tags=_tags(draft, options, day, today),
        notes={**draft.notes, **options.notes},
        metrics=(*draft.metrics, *options.metrics),
        evidence=(*draft.links, *draft.others, *options.evidence),
        action=options.action,
        half=options.half or half_of(draft),
        milestone=options.milestone,
        opening=options.opening or draft.opening,
        energy=options.energy,
        next=options.next or draft.next,
        settles=options.settles,
        event=_event(draft, options),
        stage=_stage(options) or draft.stage,
        book=draft.book,
        guessed=_guessed(draft, options),
        minutes_from=SAID if options.minutes else draft.minutes_from if minutes else DEFAULT,
    )
    guessed = draft.guessed and not (options.track or options.action)
    due_assumed = draft.due_assumed and options.next is None
    return Composed(entry, guessed, draft.plain, draft.doubts, due_assumed=due_assumed)


def _stage(options: Options) -> str:
    """The stage that an option named; it is kept as a tag as well."""
    return next((stage for stage, tag in STAGES.items() if tag in options.tags), "")


def _event(draft: Draft, options: Options) -> str:
    """What happened: a tag or an option wins over the words."""
    tags = (*options.tags, *draft.tags)
    said = next((event for event, tag in EVENT_TAGS.items() if tag in tags), "")
    return said or draft.event


def _guessed(draft: Draft, options: Options) -> tuple[str, ...]:
    """The fields that only plain words gave."""
    said = {
        "track": options.track or options.action, "people": options.people,
        "opening": options.opening, "next": options.next, "minutes": options.minutes,
        "event": _event(draft, options) != draft.event,
    }  # fmt: skip
    return tuple(name for name in draft.guesses if not said.get(name))


def half_of(draft: Draft) -> str:
    """Asking or promising is not a meeting, nor is what did not happen."""
    # "Wrote the post, 90 min, Ngozi will publish it": the time went into what was done.
    awaits = (
        not (draft.event or draft.minutes)
        and "next" in draft.guesses
        and draft.next
        and draft.next.who == THEM
    )
    not_met = draft.undone and "people" not in draft.guesses
    meets_nobody = awaits or not_met or draft.event in (ASKED, PROMISED)
    return ASK if draft.people and meets_nobody else ""


def _is_heard(draft: Draft) -> bool:
    """`the CFO said nobody reads it`: a no in what somebody else says denies no deed of mine."""
    return not SAYING.isdisjoint(draft.plain.casefold().split())


def _assumed(draft: Draft) -> int:
    """The minutes of a line that names none: an answer that came does not use up a day.

    What did not happen took none.
    """
    is_mine = draft.next is not None and draft.next.who == ME
    is_moved = draft.next is not None and not is_mine
    if draft.did_nothing and not (draft.event or is_moved or draft.metrics or _is_heard(draft)):
        return 0
    if draft.event not in ("", "answered") or not may_tell_answer(draft.plain):
        return ASSUMED_MINUTES
    from pmpath.domain.words.people.answer_heard import begins_with_answer, tells_answer

    is_answer = any(
        begins_with_answer(draft.plain, person) or tells_answer(draft.plain, person)
        for person in draft.people
    )
    return HEARD_MINUTES if is_answer else ASSUMED_MINUTES


def _says_something(draft: Draft, options: Options) -> bool:
    said = (
        draft.plain,
        draft.event,
        draft.people,
        draft.metrics,
        draft.notes,
        draft.next,
        draft.tags,
    )
    return any(said) or bool(draft.track or options.action or options.metrics or options.people)


def _people(draft: Draft, options: Options) -> tuple[str, ...]:
    """Everybody once; the label of an option replaces that of the words."""
    found = {key_of(person): person for person in draft.people}
    found |= {key_of(person): person for person in options.people}
    return tuple(found.values())


def _tags(draft: Draft, options: Options, day: date, today: date) -> tuple[str, ...]:
    # An option that names a track says that this is not engineering, whatever the words hint at.
    said = [
        tag
        for tag in draft.tags
        if not (tag == ENGINEERING and draft.guessed and (options.track or options.action))
    ]
    event = EVENT_TAGS.get(_event(draft, options), "")
    # The tag says that a leader knows of the plan; anybody may be told anything.
    event = "" if event == EVENT_TAGS[TOLD] and not draft.tells_leader else event
    late = [BACKFILL] if day < today else []
    return tuple(dict.fromkeys([*said, *([event] if event else []), *options.tags, *late]))
