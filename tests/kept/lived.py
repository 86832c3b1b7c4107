"""Random folders that are lived in through the real commands, with and without what is kept."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from pmpath.cli import kept
from pmpath.cli.door import enter
from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.storage.disk.paths import KEPT_NAMES
from pmpath.storage.log.encode import ORIGIN

DAY = timedelta(1)
START = date(2027, 1, 4)
NAMES = ("Lena", "Tomas", "Ana Ruiz", "Ben", "Vera", "Jörg Müller", "Joerg Mueller", "Ann-Marie",
         "ann marie", "Oskar", "Mark", "Lena Krause", "Priya")  # fmt: skip
FUNCTIONS = ("", "", "", ":pm", ":sales", ":customer", ":cmo", ":support")
SENTENCES = (
    "coffee with our PM {name}, 30m", "had lunch with {name} from sales", "met {name} {min}m",
    "told my manager {name} that I want to move into product", "had coffee with {small} {min}m",
    "asked {name} for a seat on a customer call", "listened to a call with customer {name}, 45m",
    "applied to Nordfrakt as product manager", "phone screen with Nordfrakt", "offer from Caledon",
    "no from Nordfrakt because they want sales experience", "saw an opening at Caledon",
    "read 30 pages of Inspired, {min}m", "index tuning for the billing service, 2h",
    "{name} worries about churn, met her {min}m", "sent {name} the deck", "review of the week, 20m",
    "did not meet {name}", "donations: 4200 to 7900 USD/month", "published a post for managers 90m",
    "chose a textbook: Inspired", "thanks to {small} I know how they price, 15m",
    "call with a customer, 30m", "presented the findings to {name}", "{name} answered: no time",
    "coffee with @{at} 45m", "coffee with @{at} next fri {at}: send the deck",
    "promised {name} the numbers by friday", "went with {small} to the meetup {min}m",
    "{old} coffee with {name} 20m", "{old} wrote a note on positioning +positioning 60m",
    "volunteer hour at the shelter +volunteer 60m", "worked in the role +springboard 60m",
    "mark the tickets with {small} {min}m", "baseline: 4200 USD a month",
    "read 20 pages of Influence, {min}m", "finished reading Obviously Awesome, {min}m",
    "added Range (2019) to my top ten list", "followed up with Caledon", "heard back from Caledon",
    "thanked {name} for the interview", "interview at Caledon with {name}, 45m",
    "{name} said no", "asked {name} for coffee next week", "coffee moved to thursday",
    "the opening at Caledon was closed because the budget was cut", "emailed {name} about the role",
    "cut the tech words in my release mail from 17 to 4, 10m", "search time: 9 to 4 minutes",
    'gave a talk called "How Kubernetes operators reconcile state" 30m',
    'published "Why gRPC beats REST for our pipelines" 60m', "fixed the backend of the charity 90m",
    "gave a talk on microservices to {name}, 30m", "volunteered at the shelter, built the API 60m",
    "so what? the index is faster -> so what? the query planner uses it",
    "accepted the offer from Caledon",
    "used: {name} used my price comparison in two deals",
    "{old} finished Crossing the Chasm {min}m",
    "{old} gave a talk on Terraform modules 30m", "{old} heard back from Nordfrakt",
)  # fmt: skip
SCREENS: tuple[tuple[str, ...], ...] = (
    (), ("status", "--json"), ("report", "--json"), ("today", "--json"), ("today", "--week"),
    ("report", "month"), ("history",), ("history", "-n", "3", "--json"), ("--json",),
    ("report", "quarter", "--json"), ("report", "--format", "html"),
)  # fmt: skip
# These read all of the log, whatever is kept.
GATHERED: tuple[tuple[str, ...], ...] = (
    ("people",), ("people", "lena"), ("openings", "--json"), ("openings", "caledon"), ("accept",),
    ("wins", "--json"), ("wins", "--stories"), ("books", "--json"), ("statement", "--json"),
    ("statement", "versions"), ("export", "csv"), ("export", "markdown"), ("milestones", "--json"),
)  # fmt: skip
MARKED = ("allies.five-met", "customers.five-heard", "search.resume", "roadmap.checked")
TYPED = ("lena", "tomas", "vera", "oskar", "ann-marie")
TEXTS = ("I cut the time of a support call by half.", "Kubernetes operators and Terraform.",
         "We ship a scalable microservice platform.")  # fmt: skip
ORIGINS = ("todotxt:a", "todotxt:b", "todotxt:b")
FINDINGS = ("NO_PEOPLE", "PACE", "READING_HEAVY")
SCREENS_AT_ONCE = 4
# The exit code and all that was printed, by what was typed.
Shown = dict[tuple[str, ...], tuple[int, str]]


class Lived:
    """One folder, from its start on; `told` is what was printed last."""

    def __init__(self, home: Path, seed: int, capsys: Any, least: int = 1) -> None:
        self.home, self.chance, self.capsys = home, random.Random(seed), capsys
        self.today = START
        self.hour = 13
        self.told = ""
        self.is_torn = False
        self.type("init", "--yes", "--target", "2028-02-01", "--hours", "5")

    @property
    def environment(self) -> dict[str, str]:
        at = datetime(self.today.year, self.today.month, self.today.day, self.hour)
        return {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": f"{at.isoformat()}+00:00"}

    @property
    def log(self) -> Path:
        return self.home / "log.jsonl"

    @property
    def kept_names(self) -> list[str]:
        """The names of what is kept there now."""
        return [name for name in KEPT_NAMES if (self.home / name).exists()]

    def type(self, *words: str) -> int:
        """One call in this process; the exit code."""
        self.capsys.readouterr()
        code = enter(words, self.environment)
        self.told = "".join(self.capsys.readouterr())
        return code

    def sentence(self) -> str:
        """A line as people type it, about somebody, at times about an earlier day."""
        chance = self.chance
        name = chance.choice(NAMES)
        old = self.today - DAY * chance.choice((1, 2, 9, 40))
        return chance.choice(SENTENCES).format(
            name=name, small=name.lower(), min=chance.choice((10, 25, 60)), old=old.isoformat(),
            at=name.replace(" ", "_").lower() + chance.choice(FUNCTIONS),
        )  # fmt: skip

    def live(self) -> None:
        """Some days pass, with what is typed on them."""
        chance = self.chance
        # A clock may be set back.
        self.today = max(START, self.today + DAY * chance.choice((0, 1, 1, 2, 3, 3, 9, -2)))
        self.hour = 8 if self.hour > 20 else self.hour + 1
        for _ in range(chance.choice((0, 1, 2, 3))):
            self.type("log", *self.sentence().split())
        if chance.random() < 0.5:
            self.act()
        if chance.random() < 0.12:
            self.damage()

    def act(self) -> None:
        """A command of another kind."""
        chance = self.chance
        words: tuple[str, ...] = chance.choice((
            ("done",), ("done", *self.sentence().split()), ("undo",), ("amend", "45m"),
            ("amend", "with", "@ben:pm"), ("amend", "--drop", "@lena"), ("undo", "--back"),
            ("rest", "tomorrow", "away"), ("today", "--other"), ("snooze", "lena", "until", "fri"),
            ("accept", chance.choice(FINDINGS)), ("milestones", "done", chance.choice(MARKED)),
            ("milestones", "done", chance.choice(MARKED), "--reopen"), ("today", "--minutes", "20"),
            ("log", "coffee", "--with", f"{chance.choice(NAMES)} (PM)"),
            ("roadmap", "move", "2028-04-01", "--because", "later"), ("replan", "--restart"),
            ("people", "merge", *chance.sample(TYPED, 2), "--yes"),
            ("people", "split", *chance.sample(TYPED, 2), "--yes"),
            ("statement", "value", chance.choice(TEXTS)), ("statement", "drop", "value"),
            ("statement", "check", chance.choice(TEXTS)), ("undo",), self._import(),
            ("done", "heard", "back", "from", "Caledon"), ("milestones", "done", "search.offer"),
        ))  # fmt: skip
        self.type(*words)

    def _import(self) -> tuple[str, ...]:
        """A file of another tool: some of it came in before, here or elsewhere."""
        name = self.chance.choice(NAMES)
        tasks = [f"x {self.today - DAY * days} coffee with {name} {days}"
                 for days in self.chance.sample(range(12), 2)]  # fmt: skip
        path = self.home.parent / "todo.txt"
        path.write_text("\n".join(tasks) + "\n", encoding="utf-8")
        return "import", str(path), "--format", "todotxt", "--people"

    def add_twin(self, origin: str, number: int) -> None:
        """What came in today, here or elsewhere; each has a number of its own."""
        at = f"{self.today}T23:00:00.000+00:00"
        self._append(self._twin(origin, {"id": f"0Y{number:024d}", "at": at}))

    def _twin(self, origin: str, own: dict[str, Any] | None = None) -> bytes:
        days = 0 if own else self.chance.choice((0, 0, 3))
        made = self._head("action", self.today - DAY * days) | (own or {})
        told = {"text": "coffee", "minutes": self.chance.choice((15, 35)), "track": "allies",
                "people": [self.chance.choice(NAMES)], ORIGIN: origin}  # fmt: skip
        return json.dumps({**made, **told}, separators=(",", ":")).encode() + b"\n"

    def damage(self) -> None:
        """What a merge, a cut write or another build leaves in the log."""
        lines = self.log.read_bytes().splitlines(keepends=True)
        some = self.chance.choice(lines)
        self._append(self.chance.choice((
            some, b'{"kind":"action","id":"torn","at":', b"not json\n",
            self._entry(days=30), self._entry(days=3),
            self._correction(some), self._correction(lines[-1]), self._correction(b"{}"),
            b'{"kind":"novel","id":"02NOVEL","at":"2027-03-01T12:00:00.000+00:00"}\n',
            self._same(), *map(self._twin, ORIGINS),
        )))  # fmt: skip

    def _append(self, content: bytes) -> None:
        with self.log.open("ab") as log:
            log.write(content)

    def _head(self, kind: str, at: date) -> dict[str, Any]:
        number = self.chance.randrange(10**9)
        first = self.chance.choice(("01", "0Z", "7"))
        return {"id": f"{first}{number:024d}", "at": f"{at}T21:00:00.000+00:00",
                "day": at.isoformat(), "kind": kind}  # fmt: skip

    def _entry(self, days: int) -> bytes:
        """As another machine wrote it some days ago."""
        made = self._head("action", self.today - DAY * days)
        people = [self.chance.choice(NAMES)]
        return _line({**made, "text": "coffee", "minutes": 20, "track": "allies", "people": people})

    def _correction(self, line: bytes) -> bytes:
        try:
            of = json.loads(line).get("id", "nobody")
        except ValueError:
            of = "nobody"
        made = self._head(self.chance.choice(("amend", "retract")), self.today)
        changes: dict[str, Any] = self.chance.choice(
            ({"minutes": 5}, {"people": []}, {"track": "craft"})
        )
        return _line({**made, "of": of, "set": changes})

    def _same(self) -> bytes:
        one, other = self.chance.sample(NAMES, 2)
        answer = self.chance.choice(("yes", "no"))
        return _line({**self._head("same", self.today), "one": one, "other": other,
                      "answer": answer})  # fmt: skip

    def some_screens(self) -> tuple[tuple[str, ...], ...]:
        """A few of the screens; each has its turn."""
        more = self.chance.choice(GATHERED)
        return *self.chance.sample(SCREENS, SCREENS_AT_ONCE), more

    def screens(self, chosen: tuple[tuple[str, ...], ...] = SCREENS) -> Shown:
        """What these screens show now."""
        return {words: (self.type(*words), self.told) for words in chosen}

    def without_kept(self, chosen: tuple[tuple[str, ...], ...] = SCREENS) -> Shown:
        """The same from the log alone."""
        with self.kept_hidden():
            return self.screens(chosen)

    @contextmanager
    def kept_hidden(self) -> Iterator[None]:
        """Nothing is kept meanwhile."""
        away = {self.home / name: (self.home / name).read_bytes()
                for name in KEPT_NAMES if (self.home / name).exists()}  # fmt: skip
        for path in away:
            path.unlink()
        yield
        for path, content in away.items():
            assert not path.exists(), "a reading command wrote"
            path.write_bytes(content)

    def is_taken(self) -> bool:
        """Whether what is kept is folded on, and the log not read whole."""
        from pmpath.cli.session import Session
        from pmpath.coach.meaning.kept import CODEC, Folding

        session = Session(self.environment)
        found = kept.taken(session, session.folder.fold, kept.maker_of(session))
        if found is None:
            return False
        try:
            reader, plain = found
            folding = Folding(session.catalog, session.roadmap, CODEC.from_plain(plain), None)
            folding.fold(reader.records(), None)
        except ReadsBack:
            return False
        return True


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"
