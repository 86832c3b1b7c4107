"""What a shell offers at TAB: ids and names. Quiet whatever the files look like.

A word under the cursor is no place for an error: where a file cannot be read, nothing is offered.
"""

from __future__ import annotations

from pmpath.domain.errors import PmpathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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


def periods(incomplete: str) -> list[str]:
    """The names of periods."""
    return _offered(lambda: PERIODS, incomplete)


def formats(incomplete: str) -> list[str]:
    """The formats of a report."""
    from pmpath.domain.roadmap.roadmap import REPORT_FORMATS

    return _offered(lambda: REPORT_FORMATS, incomplete)


def reasons(incomplete: str) -> list[str]:
    """Whatever `why` explains under an id of its own; points of advice, once begun with an a."""
    found = _offered(_tracks, incomplete) + _offered(_milestones, incomplete)
    found += _offered(_actions, incomplete) + _offered(_numbers_and_concerns, incomplete)
    if incomplete[:1].lower() == "a" and incomplete[1:].isdecimal():
        found += _offered(_points, incomplete)
    return list(dict.fromkeys(found))


def talks_and_people(incomplete: str) -> list[str]:
    """The talks that have words, and everybody the log names, as `@` would spell them."""
    from pmpath.domain.people import folded

    people = _offered(lambda: _people(folded(incomplete)), "")
    return _offered(_talks, incomplete) + people


def people(incomplete: str) -> list[str]:
    """Everybody the log names, as `@` would spell them."""
    from pmpath.domain.people import folded

    return _offered(lambda: _people(folded(incomplete)), "")


def handles(incomplete: str) -> list[str]:
    """The handles of the latest records of every kind, the newest first."""
    return _offered(_handles, incomplete.lower())


def entry_handles(incomplete: str) -> list[str]:
    """The handles of the latest entries, the newest first."""
    return _offered(lambda: _handles(entries=True), incomplete.lower())


def concerns(incomplete: str) -> list[str]:
    """The findings that can be taken note of."""
    return _offered(lambda: _content().ids("findings.toml"), incomplete.upper())


def _offered(listed: Callable[[], Iterable[str]], incomplete: str) -> list[str]:
    try:
        return [one for one in listed() if one.startswith(incomplete)]
    except PmpathError:
        return []


def _content() -> Content:
    from pmpath.storage.content import content

    return content()


def _tracks() -> list[str]:
    return _content().ids("tracks.toml")


def _actions() -> list[str]:
    found = _content()
    return [key for track in _tracks() for key in found.ids("actions", f"{track}.toml")]


def _milestones() -> list[str]:
    from pmpath.cli.session import Session

    return [one.id for one in Session().roadmap.milestones]


def _numbers_and_concerns() -> list[str]:
    from pmpath.domain.content.reasons import TODAY

    return [*TODAY, *_content().ids("numbers.toml"), *_content().ids("findings.toml")]


def _points() -> list[str]:
    points = _content().text("advice.toml").splitlines()
    return [f"a{line[4:]}" for line in points if line.startswith("n = ")]


def _talks() -> list[str]:
    return _content().ids("talks.toml")


def _handles(*, entries: bool = False) -> list[str]:
    from pmpath.cli.session import Session
    from pmpath.domain.entry import Entry
    from pmpath.domain.log.acts import order_of_acts
    from pmpath.storage.acts import read_acts

    acts = read_acts(Session().folder)
    found = [
        one for one in acts.all if not entries or (isinstance(one.found, Entry) and one.stands)
    ]
    latest = sorted(found, key=order_of_acts, reverse=True)[:HANDLES]
    return list(acts.handles(latest).values())


def _names() -> Names:
    """Everybody, by way of what is kept of the log where there is a plan."""
    from pmpath.cli.kept import day_journal
    from pmpath.cli.session import Session
    from pmpath.domain.errors import NotFound, NotValid
    from pmpath.domain.period import week_of

    session = Session()
    try:
        return day_journal(session, week_of(session.today))[0].names
    except (NotFound, NotValid):
        return session.journal().names


def _people(begun: str) -> list[str]:
    """Everybody of whose name a spelling begins so; as the shell wants it, spelled as begun."""
    from pmpath.domain.people import folded, typed

    names, found = _names(), []
    for group in names.everybody():
        words = [typed(group.label).lower(), *(typed(one).lower() for one in group.spellings)]
        fitting = [one for one in dict.fromkeys(words) if folded(one).startswith(begun)]
        found += fitting[:1]
    return found
