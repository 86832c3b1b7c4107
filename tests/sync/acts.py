"""What a person does between two syncs, by a name for it."""

from __future__ import annotations

from collections.abc import Callable

from tests.sync.conftest import Machine

Act = Callable[[Machine], object]


def typed(*words: str) -> Act:
    """The command with these words, whatever its exit code is: an undo may find nothing."""

    def act(machine: Machine) -> None:
        from pmpath.cli.door import enter

        machine.captured.readouterr()
        code = enter(words, machine.environment)
        machine.captured.readouterr()
        assert code in (0, 2, 3), (words, code)

    return act


def edited(old: str, new: str) -> Act:
    """An edit by hand, where the text is as it was at first."""

    def act(machine: Machine) -> None:
        text = machine.roadmap.read_text()
        machine.roadmap.write_text(text.replace(old, new))

    return act


def later(machine: Machine) -> None:
    """A night passes on this machine."""
    number = int(machine.today[8:10]) + 1
    machine.today = f"{machine.today[:8]}{min(number, 28):02d}"


ACTS: dict[str, Act] = {
    "log": typed("log", "lunch with @tomas:sales 45m"),
    "promise": typed("log", "call with @ida:ceo next fri ida: numbers"),
    "number": typed("log", "donations: 4200 to 7900 USD/month"),
    "done": typed("done"),
    "undo": typed("undo"),
    "amend": typed("amend", "50m"),
    "other": typed("today", "--other"),
    "rest": typed("rest", "2027-01-13"),
    "move": typed("roadmap", "move", "2028-02-07", "--because", "a release"),
    "move further": typed("roadmap", "move", "2028-03-06", "--because", "a birth"),
    "move milestone": typed("roadmap", "move", "2027-03-01", "--milestone", "search.odds-known",
                            "--because", "x"),
    "reach": typed("milestones", "done", "search.odds-known"),
    "reopen": typed("milestones", "reopen", "search.odds-known"),
    "drop": typed("milestones", "drop", "reading.positioning-applied", "--because", "no"),
    "add": typed("milestones", "add", "Speak at the meetup", "--track", "writing",
                 "--due", "2027-06-01"),
    "add another": typed("milestones", "add", "Chair the guild", "--track", "allies",
                         "--due", "2027-07-01"),
    "replan": typed("replan", "--restart"),
    "hours": typed("replan", "--hours", "3"),
    "role by hand": edited('role = "product manager"', 'role = "product lead"'),
    "company by hand": edited('company = ""', 'company = "Nordfrakt"'),
    "level by hand": edited('level = ""', 'level = "senior"'),
    "other role by hand": edited('role = "product manager"', 'role = "product owner"'),
    "other note by hand": edited("[target]", "# yours\n[target]"),
    "minutes by hand": edited("\nsun = 0", "\nsun = 20"),
    "note by hand": edited("[target]", "# mine\n[target]"),
    "night": later,
}  # fmt: skip
