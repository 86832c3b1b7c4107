"""`pmpath people`: everybody met, one person, and two names that are one person or are two."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.gathered.privacy import Privacy, mark, refuse_to_share
from pmpath.cli.gathered.sharing import SWITCH, Share, hidden_in
from pmpath.cli.milestones_told import tell_milestones
from pmpath.cli.options.completion import people as names
from pmpath.cli.options.parameters import Json, either, session_of, words_of
from pmpath.cli.plan.group import CommandOrWord, group_that_shows
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import confirm, offer, present
from pmpath.cli.written import writes
from pmpath.coach.gathered.called import people_called, people_known
from pmpath.coach.situation import Situation
from pmpath.domain.entry import handle_of
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.kinds import NO, YES, Same
from pmpath.domain.log.names.names import pair_of
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.people import key_of, name_of, typed
from pmpath.domain.period import EVER
from pmpath.domain.side_kinds import PERSON
from pmpath.render.page.text import clip
from pmpath.render.screens.gathered.people import draw_people, draw_person
from pmpath.reports.gathered.people import people_report, person_report
from pmpath.storage.log.encode import new_fields

NAME = 40
TWO_NAMES = "pmpath people merge tomas thomas"

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Names = Annotated[list[str] | None, words_of("NAME NAME", names)]


def show_people(session: Session, *, as_json: bool, is_shared: bool = False) -> None:
    """Print everybody whom the log or the roadmap names."""
    _ = session.roadmap
    situation = session.situation(session.journal())
    report = people_report(situation)
    if is_shared:
        report = report.for_others(hidden_in(situation))
    present("people", report, lambda page: draw_people(page, report), as_json=as_json)


def show(
    context: typer.Context,
    name: Annotated[list[str] | None, words_of("NAME", names)] = None,
    privacy: Privacy = None,
    share: Share = False,
    json: Json = False,
) -> None:
    """Everything between you and one person; the same as people NAME."""
    session, words = session_of(context), " ".join(name or ())
    if not words.strip():
        raise UsageError("A name is missing.", hint="Write pmpath people lena.")
    _ = session.roadmap
    situation = session.situation(session.journal(EVER))
    report = person_report(situation, _one_called(words, situation, "pmpath people"))
    if privacy is not None:
        one = report.person
        mark(session, PERSON, one.name, is_private=privacy, was=one.is_private)
        return
    if share:
        hidden = hidden_in(situation)
        if hidden.is_private(report.person.name):
            who = report.person.name
            raise refuse_to_share(who, f"pmpath people {typed(who)}")
        report = report.for_others(hidden)
    present("person", report, lambda page: draw_person(page, report), as_json=json)


@writes
def merge(context: typer.Context, two: Names = None, yes: Yes = False) -> None:
    """Say that two names are one person, who then counts once: people merge tomas thomas."""
    _say_same(session_of(context), two or [], YES, is_agreed=yes)


@writes
def split(context: typer.Context, two: Names = None, yes: Yes = False) -> None:
    """Say that two names are two people: people split tomas thomas."""
    _say_same(session_of(context), two or [], NO, is_agreed=yes)


def _say_same(session: Session, words: list[str], answer: str, *, is_agreed: bool) -> None:
    """Record what two names are, asked first; raises UsageError where there are not two."""
    _ = session.roadmap
    before = session.journal()
    situation = session.situation(before)
    one, other = _two_names(words, situation, answer)
    if before.names.answered.get(pair_of(one, other)) == answer:
        already = "one person" if answer == YES else "two people"
        confirm("", f"{clip(one, NAME)} and {clip(other, NAME)} are already recorded as {already}.")
        return
    question = f"Are {clip(one, NAME)} and {clip(other, NAME)} "
    question += "the same person?" if answer == YES else "two people?"
    command = "merge" if answer == YES else "split"
    again = f"pmpath people {command} {typed(one)} {typed(other)} --yes"
    if not is_agreed and not agreed(question, hint=again):
        confirm("", "Nothing was changed.")
        return
    said = new_fields(Same, name_of(one), name_of(other), answer)
    key = session.append("same", session.today, said)
    journal = tell_milestones(session, before.milestones_done)
    group = journal.names.person(one)
    if answer == YES:
        confirm("Same person: ", f"{clip(group.label if group else one, NAME)}.")
    else:
        confirm("Two people: ", f"{clip(one, NAME)} and {clip(other, NAME)}.")
    offer("  ", "To undo:", f"pmpath undo {handle_of(key)}")


def _two_names(words: list[str], situation: Situation, answer: str) -> tuple[str, str]:
    """The two names that the words are, wherever the first of them ends.

    Two that are one person already may be named by their spellings, for `split`.
    """
    # Two words of a shell are the two names, whatever blanks are in them.
    several = words if len(words) == 2 else " ".join(words).split()
    for sign in ("and", "with", ","):
        several = [one.strip(",") for one in several if one != sign]
    if len(several) < 2:
        raise UsageError("Two names are needed.", hint=f"Write {TWO_NAMES}.")
    for at in range(1, len(several)):
        halves = [" ".join(several[:at]), " ".join(several[at:])]
        found = [_spelled(half, situation) for half in halves]
        if all(found):
            return _two_different(found[0], found[1], situation, answer)
    command = "pmpath people merge" if answer == YES else "pmpath people split"
    for half in (several[0], " ".join(several[1:])):
        _one_called(half, situation, command)
    raise UsageError("Two names are needed.", hint=f"Write {TWO_NAMES}.")


def _spelled(name: str, situation: Situation) -> str:
    """The name as the log spells it, itself a spelling of somebody; "" for nobody or several."""
    key = key_of(name.lstrip("@").partition(":")[0].replace("_", " "))
    group = situation.journal.names.person(key)
    if group is not None:
        exact = (one for one in group.spellings if key_of(one) == key)
        spelling = next(exact, "")
        if spelling:
            return spelling
    found = people_called(name, situation)
    return found[0] if len(found) == 1 else ""


def _two_different(one: str, other: str, situation: Situation, answer: str) -> tuple[str, str]:
    """The two names; raises UsageError for one name twice, or one person by one spelling."""
    if key_of(one) == key_of(other):
        raise UsageError(f"Both names are {clip(one, NAME)}.", hint=f"Write two names: {TWO_NAMES}")
    return one, other


def _one_called(name: str, situation: Situation, command: str) -> str:
    """Whom a typed name means; raises NotFound for nobody or several."""
    found = people_called(name, situation)
    if len(found) > 1:
        raise NotFound(
            f'"{clip(name, NAME)}" could be {either(found)}.',
            hint="\n".join(f"{command} {typed(one)}" for one in found),
        )
    if not found:
        known = people_known(situation)
        near = nearest(name.casefold().replace("_", " "), known, most=3)
        hint = did_you_mean([known[one] for one in near], "")
        raise NotFound(
            f'Nobody in your log is called "{clip(name, NAME)}".',
            hint=hint or "Everybody: pmpath people",
        )
    return found[0]


app = group_that_shows(
    "The people you met and whose turn it is; with a name, everything between you.",
    show_people,
    {"show": show, "merge": merge, "split": split},
    cls=CommandOrWord,
    options=SWITCH,
)
