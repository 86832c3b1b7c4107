"""The options of an entry as they were typed, and what their texts mean: Typer is not needed.

What `log` is called with most goes by the short door: `typed` takes words and options apart as
Typer would, and leaves to Typer whatever is odd in any way, since it says what is wrong.
"""

from __future__ import annotations

from pmpath.domain.compose import Options
from pmpath.domain.entry import ME, SIDES, STAGES, THEM, Evidence
from pmpath.domain.errors import PmpathError, UsageError
from pmpath.domain.people import person_from
from pmpath.domain.record import Frozen, fields_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from pmpath.cli.session import Session
    from pmpath.domain.entry import Next
    from pmpath.domain.metric import Metric

    Text = str | None
    Texts = list[str] | None

# The options that may be given more than once, by their fields; `people` are given by --with.
SEVERAL = ("people", "link", "metric", "audience", "tag", "note")
WITH = "with"
ENERGIES = ("1", "2", "3", "4", "5")


class Said(Frozen):
    """Each option as typed; None when it was not given."""

    track: Text = None
    on: Text = None
    minutes: Text = None
    people: Texts = None
    link: Texts = None
    metric: Texts = None
    audience: Texts = None
    tag: Texts = None
    did: Text = None
    milestone: Text = None
    opening: Text = None
    stage: Text = None
    side: Text = None
    note: Texts = None
    energy: int | None = None
    next: Text = None
    theirs: Text = None


class Typed(Frozen):
    """A call of `log`: its words, its options, and what it is to say and to write."""

    words: tuple[str, ...]
    said: Said
    json: bool
    dry_run: bool


def typed(arguments: Sequence[str]) -> Typed | None:
    """Words and options of `log`, taken apart; None for what is left to Typer."""
    words: list[str] = []
    flags = {"--json": False, "--dry-run": False}
    found: dict[str, list[str]] = {}
    given = iter(arguments)
    for word in given:
        if not word.startswith("-"):
            words.append(word)
        elif word in flags:
            flags[word] = True
        else:
            option, equals, value = word.partition("=")
            field = _field(option)
            value = value if equals else next(given, "")
            if not field or not _is_clear(value):
                return None
            found.setdefault(field, []).append(value)
    said = _said(found)
    if said is None or not (words or said.did):
        return None
    return Typed(tuple(words), said, flags["--json"], flags["--dry-run"])


def _field(option: str) -> str:
    """The field of an option; empty where there is none of that name."""
    name = option.removeprefix("--")
    if name == WITH:
        name = "people"
    elif name == "people":
        return ""
    return name if option[:2] == "--" and name in fields_of(NOTHING_SAID) else ""


def _is_clear(value: str) -> bool:
    """Whether it is no option by mistake, and something in it can be seen."""
    return not value.startswith("-") and any(map(str.isalnum, value))


def _said(found: dict[str, list[str]]) -> Said | None:
    values: dict[str, object] = {}
    for field, texts in found.items():
        if field in SEVERAL:
            values[field] = texts
        elif len(texts) > 1 or (field == "energy" and texts[0] not in ENERGIES):
            return None
        else:
            values[field] = int(texts[0]) if field == "energy" else texts[0]
    return Said(**values)  # type: ignore[arg-type]


NOTHING_SAID = Said()


def meant(said: Said, session: Session) -> Options:
    """What the texts mean today; raises UsageError, or NotFound for an unknown id."""
    today = session.today
    tags = [*(said.tag or ()), *_chosen(STAGES, said.stage, "--stage")]
    tags += _chosen({side: side for side in SIDES}, said.side, "--side")
    return Options(
        track=_known(said.track, session.vocabulary().tracks if said.track else (), "track"),
        on=_day(said.on, today),
        minutes=_minutes(said.minutes),
        people=tuple(_person(name) for name in said.people or ()),
        metrics=_metrics(said.metric),
        evidence=_evidence(said),
        tags=tuple(tag.strip().lower() for tag in tags),
        notes=dict(_note(text, session) for text in said.note or ()),
        action=known_action(session, said.did or ""),
        milestone=_milestone(said.milestone, session),
        opening=said.opening or "",
        energy=said.energy,
        next=_move(said, today),
    )


def _evidence(said: Said) -> tuple[Evidence, ...]:
    links = [Evidence("link", url.strip()) for url in said.link or ()]
    return (*links, *(_audience(text) for text in said.audience or ()))


def _milestone(key: Text, session: Session) -> str:
    if not key:
        return ""
    try:
        known = [one.id for one in session.roadmap.milestones]
    except PmpathError:
        # What was done is worth keeping before the plan is mended.
        return key
    return _known(key, known, "milestone")


def _move(said: Said, today: date) -> Next | None:
    if said.next and said.theirs:
        raise UsageError("One entry has one next move.", hint="Write a second entry for theirs.")
    if not (said.next or said.theirs):
        return None
    from pmpath.domain.next_move import read_move

    if said.next:
        return read_move(ME, said.next, today)
    return read_move(THEM, said.theirs or "", today)


def _day(text: Text, today: date) -> date | None:
    if not text:
        return None
    from pmpath.domain.when.calendar import PAST
    from pmpath.domain.when.day_option import read_day

    day = read_day(text, today, facing=PAST)
    if day > today:
        raise UsageError(f"{day} is in the future.", hint="--on takes today or an earlier day.")
    return day


def _minutes(text: Text) -> int | None:
    if not text:
        return None
    from pmpath.domain.when.duration_option import minutes_of

    return minutes_of(text)


def _metrics(texts: Texts) -> tuple[Metric, ...]:
    if not texts:
        return ()
    from pmpath.domain.words.numbers.metric_mark import read_metric

    return tuple(map(read_metric, texts))


def _person(text: str) -> str:
    """`Lena (PM)`, `lena` or `@lena:pm`: the same person as in the words."""
    return person_from("@" + text.strip().removeprefix("@"))


def known_action(session: Session, key: str) -> str:
    """The id of an action; raises UsageError with the nearest one. Empty stays empty."""
    return _known(key, session.content.action_titles() if key else (), "action")


def _known(key: Text, keys: Iterable[str], what: str) -> str:
    """The key, when it exists; else an error that names the nearest one."""
    known = list(keys)
    if not key or key in known:
        return key or ""
    from pmpath.domain.nearest import did_you_mean, nearest

    hint = did_you_mean(nearest(key, known), f"There are: {', '.join(known[:12])}.")
    raise UsageError(f"There is no {what} {key}.", hint=hint)


def _chosen(choices: dict[str, str], value: Text, option: str) -> list[str]:
    if not value:
        return []
    if value not in choices:
        raise UsageError(f"{option} {value} is unknown.", hint=f"Allowed: {', '.join(choices)}.")
    return [choices[value]]


def _note(text: str, session: Session) -> tuple[str, str]:
    key, colon, words = text.partition(":")
    known = sorted(session.vocabulary().note_keys)
    if not colon or not words.strip() or key.strip().casefold() not in known:
        raise UsageError(
            f'"{text}" is not a note.',
            hint=f'Write --note "worry: churn"; keys: {", ".join(known)}.',
        )
    return key.strip().casefold(), words.strip()


def _audience(text: str) -> Evidence:
    name, colon, count = text.rpartition(":")
    if not colon or not name.strip() or not count.strip().isdecimal():
        raise UsageError(f'"{text}" is not an audience.', hint='Write --audience "sales: 9".')
    return Evidence("audience", name.strip(), int(count))
