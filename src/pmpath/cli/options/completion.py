"""What a shell offers at TAB: ids and names. Quiet whatever the files look like.

While a word is completed no error is shown: where a file cannot be read, nothing is offered.
"""

from __future__ import annotations

from pmpath.domain.errors import PmpathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmpath.cli.session import Session
    from pmpath.domain.log.journal import Journal
    from pmpath.domain.log.names.names import Names
    from pmpath.storage.content import Content

PERIODS = ("week", "last", "month", "quarter", "all")
# So many handles are offered at TAB.
HANDLES = 20


def track_ids(incomplete: str) -> list[str]:
    """The eleven tracks."""
    return _offered(_tracks, incomplete)


def action_ids(incomplete: str) -> list[str]:
    """Every action, for `log --did`."""
    return _offered(_actions, incomplete)


def milestone_ids(incomplete: str) -> list[str]:
    """The milestones of the roadmap, in its order."""
    return _offered(_milestones, incomplete)


def open_milestone_ids(incomplete: str) -> list[str]:
    """Those that are not reached."""
    return _offered(lambda: _milestones(reached=False), incomplete)


def reached_milestone_ids(incomplete: str) -> list[str]:
    """Those that are."""
    return _offered(lambda: _milestones(reached=True), incomplete)


def dropped_milestone_ids(incomplete: str) -> list[str]:
    """Those that were dropped from the plan."""
    return _offered(_dropped, incomplete)


def open_question_ids(incomplete: str) -> list[str]:
    """The questions that are open; every one, once a letter is typed."""
    return _offered(lambda: _questions(every=bool(incomplete)), incomplete)


def marks(incomplete: str) -> list[str]:
    """Behind @ everybody the log names, behind + the tracks; sentences are the person's own."""
    if incomplete.startswith("@"):
        return [f"@{one}" for one in people(incomplete[1:])]
    if incomplete.startswith("+"):
        return [f"+{one}" for one in track_ids(incomplete[1:])]
    return []


def periods(incomplete: str) -> list[str]:
    """The names of periods."""
    return _offered(lambda: PERIODS, incomplete)


def formats(incomplete: str) -> list[str]:
    """The formats of a report."""
    from pmpath.domain.roadmap.roadmap import REPORT_FORMATS

    return _offered(lambda: REPORT_FORMATS, incomplete)


def export_formats(incomplete: str) -> list[str]:
    """The formats of an export."""
    from pmpath.formats.writers.table import FORMATS

    return _offered(lambda: FORMATS, incomplete)


def reasons(incomplete: str) -> list[str]:
    """Whatever `why` explains under an id of its own; points of advice, once begun with an a.

    Before a letter is typed: the concerns that are raised, and the numbers of the screens.
    """
    if not incomplete:
        return _offered(_raised, "") + _offered(_numbers, "")
    found = _offered(_tracks, incomplete) + _offered(_milestones, incomplete)
    found += _offered(_actions, incomplete) + _offered(_numbers_and_concerns, incomplete)
    if incomplete[:1].lower() == "a" and incomplete[1:].isdecimal():
        found += _offered(_points, incomplete)
    return list(dict.fromkeys(found))


def talks_and_people(incomplete: str) -> list[str]:
    """The talks that have words, everybody the log names, as `@` would spell them, and firms."""
    from pmpath.domain.people import folded

    people = _offered(lambda: _people(folded(incomplete)), "")
    found = [*_offered(_talks, incomplete), *people, *firms(incomplete)]
    return list(dict.fromkeys(found))


def people(incomplete: str) -> list[str]:
    """Everybody the log names, as `@` would spell them."""
    from pmpath.domain.people import folded

    return _offered(lambda: _people(folded(incomplete)), "")


def firms(incomplete: str) -> list[str]:
    """The firms of the openings in the log, in small letters and `_` for a blank."""
    return _offered(_firms, incomplete.lower())


def handles(incomplete: str) -> list[str]:
    """The handles of the latest records of every kind, the newest first."""
    return _offered(_handles, incomplete.lower())


def entry_handles(incomplete: str) -> list[str]:
    """The handles of the latest entries, the newest first."""
    return _offered(lambda: _handles(entries=True), incomplete.lower())


def backups(incomplete: str) -> list[str]:
    """The numbers of the backups, the newest first; their names, once one is begun."""
    return _offered(lambda: _backups(named=incomplete[:1].isalpha()), incomplete)


def concerns(incomplete: str) -> list[str]:
    """The concerns that are raised now, in the capitals or small letters that were begun."""
    found = _offered(_raised, incomplete.upper())
    return [one.lower() for one in found] if incomplete.islower() else found


def _offered(listed: Callable[[], Iterable[str]], incomplete: str) -> list[str]:
    try:
        return [one for one in listed() if one.startswith(incomplete) and is_handle(one)]
    except PmpathError:
        return []


def is_handle(text: str) -> bool:
    """Whether a shell takes it as it stands, for one word that has no quotes."""
    from pmpath.domain.people import is_shell_safe

    return bool(text) and is_shell_safe(text)


def _content() -> Content:
    from pmpath.storage.content import content

    return content()


def _tracks() -> list[str]:
    return _content().ids("tracks.toml")


def _actions() -> list[str]:
    found = _content()
    return [key for track in _tracks() for key in found.ids("actions", f"{track}.toml")]


def _milestones(*, reached: bool | None = None) -> list[str]:
    from pmpath.cli.session import Session

    session = Session()
    found = [one.id for one in session.roadmap.milestones]
    if reached is None:
        return found
    done = _journal(session).milestones_done
    return [one for one in found if (one in done) is reached]


def _dropped() -> list[str]:
    from pmpath.cli.session import Session

    return list(_journal(Session()).dropped)


def _questions(*, every: bool) -> list[str]:
    from pmpath.cli.session import Session
    from pmpath.domain.roadmap.open_answers import open_answers

    session = Session()
    return (
        [one.id for one in session.content.questions()]
        if every
        else [*open_answers(session.roadmap)]
    )


def _raised() -> list[str]:
    from pmpath.cli.session import Session
    from pmpath.coach.findings import findings

    session = Session()
    situation = session.situation(_journal(session))
    return list(dict.fromkeys(one.id for one in findings(situation)))


def _numbers() -> list[str]:
    from pmpath.domain.content.reasons import TODAY

    return [*TODAY, *_content().ids("numbers.toml")]


def _numbers_and_concerns() -> list[str]:
    return [*_numbers(), *_content().ids("findings.toml")]


def _points() -> list[str]:
    points = _content().text("advice.toml").splitlines()
    return [f"a{line[4:]}" for line in points if line.startswith("n = ")]


def _talks() -> list[str]:
    return _content().ids("talks.toml")


def _handles(*, entries: bool = False) -> list[str]:
    from pmpath.cli.session import Session
    from pmpath.storage.latest_acts import latest_handles

    folder = Session().folder
    found = latest_handles(folder, HANDLES, entries=entries)
    if found is not None:
        return found
    from pmpath.domain.log.acts import latest_of_acts
    from pmpath.storage.acts import read_acts

    acts = read_acts(folder)
    return list(acts.handles(latest_of_acts(acts, HANDLES, entries=entries)).values())


def _backups(*, named: bool) -> list[str]:
    from pmpath.cli.session import Session
    from pmpath.storage.doctor.restore import listed_backups

    return [one.name if named else str(one.number) for one in listed_backups(Session().folder)]


def _journal(session: Session) -> Journal:
    """The log, by way of what is kept of it where there is a plan."""
    from pmpath.cli.kept import day_journal
    from pmpath.domain.errors import NotFound, NotValid
    from pmpath.domain.period import week_of

    try:
        return day_journal(session, week_of(session.today))[0]
    except (NotFound, NotValid):
        return session.journal()


def _people(begun: str) -> list[str]:
    """Everybody of whose name a spelling begins so; as the shell wants it, spelled as begun."""
    from pmpath.cli.session import Session
    from pmpath.domain.people import folded, name_of, typed

    found = []
    for group in _names(Session()).everybody():
        names = dict.fromkeys([name_of(group.label), *group.spellings])
        words = (typed(one).lower() for one in names)
        found += [one for one in words if folded(one).startswith(begun)][:1]
    return found


def _names(session: Session) -> Names:
    from pmpath.cli.kept import everybody_named
    from pmpath.domain.errors import NotFound, NotValid

    try:
        names = everybody_named(session)
    except (NotFound, NotValid):
        names = None
    return _journal(session).names if names is None else names


def _firms() -> list[str]:
    from pmpath.cli.session import Session

    found = _journal(Session()).openings.all()
    return ["_".join(one.firm.lower().split()) for one in found if one.is_named]
