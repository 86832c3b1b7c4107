"""The options of `log`, `done` and `amend`, and what their texts mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from pmpath.cli.options.completion import action_ids, milestone_ids, track_ids
from pmpath.cli.options.parameters import either
from pmpath.cli.session import Session
from pmpath.domain.compose import Options
from pmpath.domain.entry import ME, SIDES, STAGES, THEM, Evidence, Next
from pmpath.domain.errors import PmpathError, UsageError
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.next_move import read_move
from pmpath.domain.people import person_from
from pmpath.domain.when.calendar import PAST
from pmpath.domain.when.day_option import read_day
from pmpath.domain.when.duration_option import minutes_of
from pmpath.domain.words.numbers.metric_mark import read_metric

Text = str | None
Texts = list[str] | None


@dataclass(frozen=True)
class EntryOptions:
    """Each option as typed; None when it was not given. `FilledCommand` has refused empty ones."""

    track: Annotated[
        Text,
        typer.Option(help="One of the eleven tracks.", metavar="TRACK", autocompletion=track_ids),
    ] = None
    on: Annotated[
        Text, typer.Option(help="The day you did it: mon, 20 nov, 2026-11-20.", metavar="DAY")
    ] = None
    minutes: Annotated[Text, typer.Option(help="30, 45m, 1h30, 0:45.", metavar="DURATION")] = None
    people: Annotated[
        Texts, typer.Option("--with", help='Somebody who was there: "Lena (PM)".', metavar="NAME")
    ] = None
    link: Annotated[Texts, typer.Option(help="A link to what you made.", metavar="URL")] = None
    metric: Annotated[
        Texts,
        typer.Option(help='"donations: 4200 to 7900 USD/month"; one number is a baseline.',
                     metavar="METRIC"),
    ] = None  # fmt: skip
    audience: Annotated[Texts, typer.Option(help='"sales: 9".', metavar="WHO: COUNT")] = None
    tag: Annotated[
        Texts, typer.Option(help="A word by which to find the entry again.", metavar="TAG")
    ] = None
    did: Annotated[
        Text,
        typer.Option(
            help="The action you did: allies.coffee.", metavar="ACTION", autocompletion=action_ids
        ),
    ] = None
    milestone: Annotated[
        Text,
        typer.Option(
            help="The milestone that this brings nearer.",
            metavar="ID",
            autocompletion=milestone_ids,
        ),
    ] = None
    opening: Annotated[
        Text, typer.Option(help='The opening: "Nordfrakt: product manager".', metavar="OPENING")
    ] = None
    stage: Annotated[
        Text, typer.Option(help=f"How far the opening is: {', '.join(STAGES)}.", metavar="STAGE")
    ] = None
    side: Annotated[
        Text, typer.Option(help=f"Side of the opening: {either(SIDES)}.", metavar="SIDE")
    ] = None
    note: Annotated[Texts, typer.Option(help='A note: "worry: churn".', metavar="KEY: WORDS")] = (
        None
    )
    energy: Annotated[
        int | None,
        typer.Option(
            help="Your energy afterwards, 1 (low) to 5 (high).", min=1, max=5, metavar="1-5"
        ),
    ] = None
    next: Annotated[Text, typer.Option(help='What you owe: "fri tomas: deck".', metavar="MOVE")] = (
        None
    )
    theirs: Annotated[
        Text, typer.Option(help='What they owe you: "fri lena: her answer".', metavar="MOVE")
    ] = None

    def read(self, session: Session) -> Options:
        """What the texts mean today; raises UsageError, or NotFound for an unknown id."""
        today = session.today
        tags = [*(self.tag or ()), *_chosen(STAGES, self.stage, "--stage")]
        tags += _chosen({side: side for side in SIDES}, self.side, "--side")
        return Options(
            track=_known(self.track, session.content.vocabulary().tracks, "track"),
            on=_day(self.on, today),
            minutes=minutes_of(self.minutes) if self.minutes else None,
            people=tuple(_person(name) for name in self.people or ()),
            metrics=tuple(read_metric(text) for text in self.metric or ()),
            evidence=self._evidence(),
            tags=tuple(tag.strip().lower() for tag in tags),
            notes=dict(_note(text, session) for text in self.note or ()),
            action=known_action(session, self.did or ""),
            milestone=self._milestone(session),
            opening=self.opening or "",
            energy=self.energy,
            next=self._move(today),
        )

    def _evidence(self) -> tuple[Evidence, ...]:
        links = [Evidence("link", url.strip()) for url in self.link or ()]
        return (*links, *(_audience(text) for text in self.audience or ()))

    def _milestone(self, session: Session) -> str:
        if not self.milestone:
            return ""
        try:
            known = [one.id for one in session.roadmap.milestones]
        except PmpathError:
            # What was done is worth keeping before the plan is mended.
            return self.milestone
        return _known(self.milestone, known, "milestone")

    def _move(self, today: date) -> Next | None:
        if self.next and self.theirs:
            raise UsageError(
                "One entry has one next move.", hint="Write a second entry for theirs."
            )
        if self.next:
            return read_move(ME, self.next, today)
        return read_move(THEM, self.theirs, today) if self.theirs else None


def _day(text: Text, today: date) -> date | None:
    if not text:
        return None
    day = read_day(text, today, facing=PAST)
    if day > today:
        raise UsageError(f"{day} is in the future.", hint="--on takes today or an earlier day.")
    return day


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
    known = sorted(session.content.vocabulary().note_keys)
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
