"""What an amendment does to an entry: words and options add or set, a drop takes away."""

from __future__ import annotations

from datetime import date

from pmpath.domain.compose import half_of
from pmpath.domain.entry import BACKFILL, ENGINEERING, Entry
from pmpath.domain.errors import UsageError
from pmpath.domain.log.names.spelling import spellings_of
from pmpath.domain.log.same_line import (
    denies,
    denies_shortly,
    tells_of_the_same,
    with_people,
    without_denied,
)
from pmpath.domain.people import function_of, handle, key_of, name_of, person_from, typed
from pmpath.domain.record import Frozen, changed
from pmpath.domain.words.draft import SAID
from pmpath.domain.words.reading import read
from pmpath.domain.words.telling import ADDED, tell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmpath.domain.compose import Options
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.words.draft import Draft

LINK, AUDIENCE = "link", "audience"
# By each name with which a field can be taken out of an entry, the field.
FIELD_BY_NAME = {
    "track": "track",
    "opening": "opening",
    "milestone": "milestone",
    "action": "action",
    "did": "action",
    "energy": "energy",
    "next": "next",
    "theirs": "next",
    "promise": "next",
    "asked": "half",
    "event": "event",
    "stage": "stage",
    "book": "book",
}
# By words for all of a kind, beside the kind's own: what stands in `Evidence.kind`, and numbers.
KIND_BY_WORD = {
    "links": LINK, "url": LINK, "a link": LINK, "numbers": "number", "a number": "number",
    "audiences": AUDIENCE, "contacts": "contact",
}  # fmt: skip
WITHOUT_FIELD: dict[str, Callable[[Entry], Entry]] = {
    "track": lambda entry: changed(entry, track=""),
    "opening": lambda entry: changed(entry, opening=""),
    "milestone": lambda entry: changed(entry, milestone=""),
    "action": lambda entry: changed(entry, action="", did=()),
    "energy": lambda entry: changed(entry, energy=None),
    "next": lambda entry: changed(entry, next=None),
    "half": lambda entry: changed(entry, half=""),
    "event": lambda entry: changed(entry, event=""),
    "stage": lambda entry: changed(entry, stage=""),
    "book": lambda entry: changed(entry, book=""),
}


class Unsaid(Frozen):
    """What an entry has where nobody said it: minutes, and the day on which it was written."""

    minutes: int
    day: date


def with_text(entry: Entry, text: str, draft: Draft) -> Entry:
    """The entry with another sentence; what it says of asking holds for the new one.

    What the old words let guess and the new ones deny is gone: `did not meet Lena` met nobody.
    """
    half = entry.half if entry.action else half_of(draft)
    after = without_denied(entry, keeps_people=bool(draft.people)) if denies(draft) else entry
    return changed(after, text=text, half=half)


def with_words(entry: Entry, draft: Draft, on: date, vocabulary: Vocabulary) -> Entry:
    """The entry with the words of a draft: in place of its own where they tell of the same.

    Otherwise they are added behind, and nothing that was written is lost. Marks alone leave the
    sentence. `on` is the day on which the entry was written.
    """
    if not draft.has_words:
        return entry
    if tells_of_the_same(entry, tell(entry.text, vocabulary, on), draft):
        return with_text(entry, draft.text, draft)
    entry = without_denied(entry) if denies_shortly(draft) else entry
    return changed(entry, text=f"{entry.text}{ADDED}{draft.text}")


def with_facts(entry: Entry, draft: Draft, options: Options) -> Entry:
    """The entry with what marks and options say laid over it; lists grow, single values change."""
    minutes = options.minutes or draft.minutes
    evidence = (*entry.evidence, *draft.links, *draft.others, *options.evidence)
    said = options.track or ("" if draft.guessed else draft.track)
    track = said or options.action.partition(".")[0] or entry.track
    tags = dict.fromkeys([*entry.tags, *(() if draft.guessed else draft.tags), *options.tags])
    after = changed(
        entry,
        day=options.on or draft.day or entry.day,
        minutes=minutes or entry.minutes,
        assumed=entry.assumed and minutes is None,
        track=track,
        people=_with_more_people(entry.people, (*draft.people, *options.people)),
        tags=tuple(tags),
        notes={**entry.notes, **draft.notes, **options.notes},
        metrics=(*draft.metrics, *options.metrics) or entry.metrics,
        evidence=tuple(dict.fromkeys(evidence)),
        milestone=options.milestone or entry.milestone,
        opening=options.opening or draft.opening or entry.opening,
        energy=options.energy or entry.energy,
        next=options.next or draft.next or entry.next,
        event=draft.event or entry.event,
        stage=draft.stage or entry.stage,
        book=draft.book or entry.book,
        minutes_from=SAID if options.minutes else draft.minutes_from or entry.minutes_from,
    )
    guessed = _still_guessed(entry, draft, options)
    return changed(after, guessed=tuple(name for name in guessed if _is_there(after, name)))


def _is_there(entry: Entry, name: str) -> bool:
    """Whether an entry has what was guessed; a guess of engineering is one of the track."""
    return bool(getattr(entry, name)) or (name == "track" and ENGINEERING in entry.tags)


def _still_guessed(entry: Entry, draft: Draft, options: Options) -> tuple[str, ...]:
    """The fields that only plain words gave: what an amendment says is a guess no more."""
    said = {
        "track": options.track or options.action or (draft.track and not draft.guessed),
        "people": draft.people or options.people,
        "opening": draft.opening or options.opening,
        "next": draft.next or options.next,
        "minutes": draft.minutes or options.minutes,
        "event": draft.event, "stage": draft.stage, "book": draft.book,
    }  # fmt: skip
    return tuple(name for name in entry.guessed if not said.get(name))


def without_guessed_engineering(
    entry: Entry, draft: Draft, options: Options, vocabulary: Vocabulary
) -> Entry:
    """The entry without an engineering that only its words hinted at, once a track is said."""
    said_track = options.track or options.action or ("" if draft.guessed else draft.track)
    said_tags = (*options.tags, *(() if draft.guessed else draft.tags))
    if not said_track or ENGINEERING not in entry.tags or ENGINEERING in said_tags:
        return entry
    if not _guesses_engineering(entry, vocabulary):
        return entry
    return changed(entry, tags=tuple(tag for tag in entry.tags if tag != ENGINEERING))


def is_track_guessed(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether only words hint at the track, or at engineering, which the record does not name."""
    if ENGINEERING in entry.tags and not entry.track:
        return _guesses_engineering(entry, vocabulary)
    return "track" in entry.guessed


def _guesses_engineering(entry: Entry, vocabulary: Vocabulary) -> bool:
    """Whether the words hint at engineering and do not say it."""
    words = entry.text.replace("#", "+").casefold().split()
    if f"+{ENGINEERING}" in [word.rstrip(",.;:!?") for word in words]:
        return False
    try:
        draft = read(entry.text, date.fromisoformat(entry.at[:10]), vocabulary)
    except UsageError:
        # Words that are not understood any more said nothing either.
        return True
    return draft.guessed and ENGINEERING in draft.tags


def _with_more_people(known: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Everybody once; a function that is known stays where the new label has none."""
    found = {key_of(one): one for one in known}
    for one in more:
        key = key_of(one)
        if key not in found or function_of(one):
            found[key] = one
    return tuple(found.values())


def without(entry: Entry, what: str, unsaid: Unsaid) -> Entry:
    """The entry without one thing: `@lena`, `+tag`, `next`, a note's key, a link, a number.

    `minutes` and `day` become what they are when nobody says them. Raises UsageError for what the
    entry has not.
    """
    word = what.strip()
    found = _without(entry, word, unsaid)
    if found is None or found == entry:
        has = ", ".join(droppable(entry))
        raise UsageError(
            f'"{word}" is not in this entry.', hint=f"It has: {has}." if has else "It has no marks."
        )
    return found


def _without(entry: Entry, word: str, unsaid: Unsaid) -> Entry | None:
    if word.startswith("@"):
        return _without_person(entry, key_of(person_from(word)))
    if word[:1] in ("+", "#") and word[1:]:
        return _without_tag(entry, word[1:].lower())
    name = word.casefold().rstrip(":")
    if name in entry.notes:
        return changed(entry, notes={key: text for key, text in entry.notes.items() if key != name})
    if name in FIELD_BY_NAME:
        return WITHOUT_FIELD[FIELD_BY_NAME[name]](entry)
    if name == "minutes":
        return None if entry.assumed else changed(entry, minutes=unsaid.minutes, assumed=True)
    if name == "day":
        tags = tuple(tag for tag in entry.tags if tag != BACKFILL)
        return changed(entry, day=unsaid.day, tags=tags)
    found = _without_evidence(entry, word, KIND_BY_WORD.get(name, name))
    if found == entry:
        # A name or a tag without its mark.
        found = _without_person(entry, key_of(word))
    found = found if found != entry else _without_tag(entry, name)
    return found if found != entry else _without_values(entry, name)


def _without_values(entry: Entry, name: str) -> Entry:
    """Without whatever is called so: an opening by its firm, a book by its title, and the like."""
    for field in ("opening", "milestone", "action", "event", "stage", "book"):
        value = getattr(entry, field).casefold()
        firm, role = value.partition(":")[::2] if field == "opening" else (value, "")
        if value and name in (value, firm.strip(), f"{firm.strip()} as {role.strip()}"):
            entry = WITHOUT_FIELD[field](entry)
    return entry


def _without_person(entry: Entry, key: str) -> Entry:
    """Without the person of this key, however spelled, or the one whose first name it is."""
    named = [
        one
        for one in entry.people
        if key in spellings_of(name_of(one)) or key == key_of(typed(one).replace("_", " "))
    ]
    first = [one for one in entry.people if key in spellings_of(name_of(one).split()[0])]
    gone = named or (first if len(first) == 1 else [])
    return with_people(entry, tuple(one for one in entry.people if one not in gone))


def _without_tag(entry: Entry, name: str) -> Entry:
    if name == entry.track:
        return changed(entry, track="")
    return changed(entry, tags=tuple(tag for tag in entry.tags if tag != name))


def _without_evidence(entry: Entry, word: str, name: str) -> Entry:
    """Without links, numbers or audiences: all of them by that word, one by what it says."""
    metrics = () if name == "number" else tuple(
        one for one in entry.metrics if one.name.casefold() != name
    )  # fmt: skip
    evidence = tuple(
        one
        for one in entry.evidence
        if one.kind != name and one.value != word and one.value.casefold() != name
    )
    return changed(entry, metrics=metrics, evidence=evidence)


def droppable(entry: Entry) -> list[str]:
    """What can be taken out of an entry, as it is typed."""
    found = [f"@{handle(one)}" for one in entry.people]
    found += [f"+{tag}" for tag in (entry.track, *entry.tags) if tag and tag != BACKFILL]
    found += list(entry.notes) + [one.name for one in entry.metrics]
    found += dict.fromkeys(one.kind for one in entry.evidence)
    found += [one.value for one in entry.evidence]
    found += [entry.opening.partition(":")[0]] if entry.opening else []
    fields = {field: name for name, field in reversed(FIELD_BY_NAME.items())}
    named = [fields[field] for field in fields if field != "track" and getattr(entry, field)]
    if entry.did and not entry.action:
        named.append(fields["action"])
    return found + named + ([] if entry.assumed else ["minutes"])
