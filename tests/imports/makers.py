"""Files of other tools, made by the tools themselves; what is told in them is invented.

The files in `samples/` were made so as well, for machines that have none of the tools.
"""

from __future__ import annotations

from pathlib import Path

from tests.exports.conftest import run

LONG = "about " + "pricing " * 28 + "again"
ODD = 'Met Müller, Jörg; "J" about churn'
ZONE = "Europe/Berlin"
JRNL = """version: v4.6
journals: {{default: {{journal: {folder}/journal.txt}}}}
default_hour: 9
default_minute: 0
editor: ''
encrypt: false
highlight: true
indent_character: '|'
linewrap: 79
tagsymbols: '@'
template: false
timeformat: '%F %r'
colors: {{}}
"""


def taskwarrior(folder: Path) -> Path:
    """Done and open tasks, one deleted, one recurring, one with annotations on two lines."""
    rc = folder / "taskrc"
    rc.write_text(f"data.location={folder}/task\nconfirmation=no\nnews.version=2.6.0\n")

    def task(*words: str) -> str:
        quiet = ("rc.verbose=nothing", "rc.bulk=0", "rc.recurrence.confirmation=no")
        return run("task", *quiet, *words, folder=folder, TASKRC=str(rc), TZ=ZONE)

    task("log", "Coffee with Lena Brandt from sales", "end:2026-01-15T09:30", "project:allies")
    task("log", ODD, "end:2026-01-16T00:30", "+meetup")
    task("log", LONG, "end:2026-01-18T18:00")
    task("add", "Write the deck", "due:2027-02-01")
    task("add", "Old plan")
    task("add", "Weekly review", "due:2027-02-01", "recur:weekly")
    done = "status:completed"
    task(done, "Lena", "annotate", "she worries about churn")
    task("/Old/", "delete")
    task("list")
    return _written(folder / "taskwarrior.json", task("export"))


def timewarrior(folder: Path) -> Path:
    """An interval over midnight, one with an annotation, and a clock that runs."""

    def timew(*words: str) -> str:
        return run("timew", *words, folder=folder, TIMEWARRIORDB=str(folder / "timew"), TZ=ZONE)

    (folder / "timew" / "data").mkdir(parents=True)
    timew("track", "2026-01-15T09:00", "-", "2026-01-15T09:45", "coffee with Lena Brandt", "allies")
    timew("track", "2026-01-16T23:30", "-", "2026-01-17T00:30", "reading")
    timew("annotate", "@1", f'{ODD}, "twice"')
    timew("track", "2026-01-18T08:00", "-", "2026-01-18T08:00:10", "short")
    timew("start", "2026-01-20T10:00", "search")
    return _written(folder / "timewarrior.json", timew("export"))


def watson(folder: Path) -> Path:
    """The frames: one over midnight, one that somebody added later for an earlier day."""

    def call(*words: str) -> str:
        return run("watson", *words, folder=folder, WATSON_DIR=str(folder / "watson"), TZ=ZONE)

    call("add", "-f", "2026-01-16 23:30", "-t", "2026-01-17 00:30", "reading")
    call("add", "-f", "2026-01-15 09:00", "-t", "2026-01-15 09:45", "coffee with Lena", "+allies")
    call("add", "-f", "2026-01-18 18:00", "-t", "2026-01-18 18:20", ODD)
    call("start", "search")
    return folder / "watson" / "frames"


def watson_log(folder: Path) -> Path:
    """What `watson log --json` says of the same frames, with the one that runs."""
    told = run("watson", "log", "--json", "--all", "--current", folder=folder,
               WATSON_DIR=str(folder / "watson"), TZ=ZONE)  # fmt: skip
    return _written(folder / "watson.json", told)


def jrnl(folder: Path) -> Path:
    """A journal: a star, a body of several lines, a title that does not end where it seems to."""
    config = folder / "jrnl.yaml"
    config.write_text(JRNL.format(folder=folder))

    def call(*words: str, stdin: str = "") -> str:
        return run(
            "jrnl", "--config-file", str(config), *words, folder=folder, stdin=stdin, TZ=ZONE
        )

    call("2026-01-15: Coffee with @Lena from sales. She worries about churn. 45 min")
    call(f"2026-01-16 at 14:30: *{ODD}.")
    call("2026-01-18 at 18:00: Dr. Weber told me about pricing\n\nAnd more.\n[no day] of it")
    call("2026-01-19 at 18:00: Dr. Weber told me about pricing\n\nAnd more.\n[no day] of it")
    return _written(folder / "jrnl.json", call("--export", "json"))


def jrnl_text(folder: Path) -> Path:
    """The journal itself."""
    return folder / "journal.txt"


def todotxt(folder: Path) -> Path:
    """A list that topydo keeps: a task that is done, one with a date in it, one that is open."""
    path = folder / "todo.txt"

    def topydo(*words: str) -> str:
        return run("topydo", "-t", str(path), "-d", str(folder / "done.txt"), *words, folder=folder)

    topydo("add", "(A) Coffee with Lena Brandt @office +allies due:2027-02-01")
    topydo("add", ODD)
    topydo("add", "Write the deck")
    topydo("do", "--date", "2026-01-15", "1")
    topydo("do", "--date", "2026-01-16", "1")
    done = folder / "done.txt"
    both = [one.read_text(encoding="utf-8") for one in (done, path) if one.exists()]
    return _written(folder / "both-todo.txt", "".join(both))


def calcurse(folder: Path) -> Path:
    """A meeting, a series over midnight and a whole day; calcurse gives them no UID."""
    data = folder / "calcurse"
    data.mkdir()
    data.joinpath("todo").touch()
    data.joinpath("apts").write_text(
        f"01/15/2026 @ 09:00 -> 01/15/2026 @ 09:45 |{ODD}\n"
        "01/16/2027 @ 23:30 -> 01/17/2027 @ 00:30 {1W -> 02/20/2027} |Reading group\n"
        "01/18/2026 [1] Day off\n",
        encoding="utf-8",
    )
    told = run("calcurse", "-q", "-D", str(data), "-xical", folder=folder)
    return _written(folder / "calcurse.ics", told)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
