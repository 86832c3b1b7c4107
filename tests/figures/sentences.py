"""Random journeys of plain sentences, typed through `log`; what each says is noted beside it.

What a careful human reads in a sentence is a `Said`: the program's reading takes no part in it.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pmpath.cli.door import enter

DAY = timedelta(1)
PEOPLE = {
    "Lena": "PM", "Ben": "PM", "Tomas": "sales", "Ida": "head of sales", "Vera": "CMO",
    "Priya": "support", "Nuria": "customer", "Kira": "customer",
}  # fmt: skip
LEADERS, OWN_FIRM = ("Ida", "Vera"), "Karavel"
FIRMS = (
    OWN_FIRM,
    "Nordfrakt",
    "Bankomat",
    "Caledon",
    "Fjellvik",
    "Zettelwerk",
    "Alnor",
    "Brevik",
    "Corvex",
    "Dranix",
    "Elvanta",
    "Forsyl",
    "Grevista",
    "Hjelmar",
    "Ixtara",
    "Jorvex",
    "Kolvik",
    "Lumeta",
    "Mirvane",
    "Norvik",
    "Ostrel",
    "Pelvora",
    "Quentis",
    "Rovanta",
    "Selvik",
    "Tormex",
)
REASONS = ("they want sales experience", "the team was cut", "I am too technical")
AREAS = {"pricing": "pricing", "branding": "branding", "sales channels": "sales-channels",
         "advertising": "advertising", "sales tools": "sales-tools"}  # fmt: skip
BOOKS = {"Inspired": "product management", "Resonate": "presenting", "Loved":
         "positioning and marketing", "SPIN Selling": "sales", "Good to Great": "business",
         "The Lean Startup": "business", "Obviously Awesome": "positioning and marketing",
         "The Mom Test": "discovery", "Knitting for Beginners": "other"}  # fmt: skip
LISTED = {"Range": 2019, "Amp It Up": 2022, "Good Strategy Bad Strategy": 2011,
          "The Cold Start Problem": 2021}  # fmt: skip
NUMBERS = {"sign-ups": ("", "month"), "donations": ("USD", "month"), "conversion": ("%", "")}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Said:
    """One sentence as a careful human reads it; `who` was met, or asked where `half` is ask.

    `stage` is how far `firm` came, `wrote` that I wrote to them; `before` and `after` are of the
    number `name`; `owes` and `waits` are what was promised by me and by them, by `due`.
    """

    day: date
    words: str
    minutes: int
    who: str = ""
    half: str = "hold"
    told: bool = False
    worry: str = ""
    firm: str = ""
    stage: str = ""
    wrote: bool = False
    reason: str = ""
    name: str = ""
    before: int | None = None
    after: int | None = None
    book: str = ""
    finished: bool = False
    area: str = ""
    listed: str = ""
    taken: str = ""
    owes: str = ""
    waits: str = ""
    due: date | None = None
    engineering: bool = False
    resume: bool = False


# A sentence, and the options that stand behind it.
Sentence = Callable[[date], tuple[Said] | tuple[Said, str, str]]


class Typed:
    """One folder, typed into from its start to the day it is looked at."""

    def __init__(self, home: Path, seed: int, most: int = 400) -> None:
        self.home, self.chance = home, random.Random(1_000 + seed)
        self.start = date(2027, 1, 1) + timedelta(self.chance.randint(0, 364))
        self.target = self.start + timedelta(self.chance.randint(26 * 7, 100 * 7))
        looks = (3, 12, 30, 45, 70, 100, 150, 220, (self.target - self.start).days + 5)
        self.today = self.start + timedelta(min(self.chance.choice(looks), most))
        self.side = self.chance.choice(("inside", "outside", "both"))
        self.said: list[Said] = []
        # A few firms of which much is heard, or many.
        self.firms = FIRMS[: self.chance.choice((4, 6, 26))]
        self.searches = self.chance.choice((1, 2, 8))
        self.snoozed: dict[str, date] = {}
        self.rests: list[tuple[date, date]] = []
        self.known: set[str] = set()
        self._minute = 0
        self._type(self.start, "init", "--yes", "--target", self.target.isoformat(), "--hours",
                   str(self.chance.choice((2, 4, 8))), "--profile", "senior", "--side", self.side,
                   "--company", OWN_FIRM)  # fmt: skip
        self._live()

    def _type(self, day: date, *words: str) -> None:
        self._minute = (self._minute + 1) % 60
        at = f"{day}T20:{self._minute:02d}:00+00:00"
        code = enter(list(words), {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": at})
        assert code == 0, (day, words)

    def _live(self) -> None:
        day, works = self.start, 0.6
        while day <= self.today:
            if self.chance.random() < 0.04:
                works = self.chance.choice((0.02, 0.4, 0.8))
            self._minute = 0
            for _ in range(self.chance.choice((1, 1, 2)) if self.chance.random() < works else 0):
                self._say(day)
            if day > self.start:
                self._around(day)
            day += DAY

    def _say(self, day: date) -> None:
        kinds: tuple[Sentence, ...] = (
            self._meets, self._meets, self._asks, self._measures, self._reads, self._reads,
            self._lists, self._promises, self._works, *[self._search] * self.searches,
        )  # fmt: skip
        made = self.chance.choice(kinds)(day)
        self.said.append(made[0])
        self._type(day, "log", made[0].words, *made[1:])

    def _person(self, *among: str) -> tuple[str, str]:
        """Somebody, and how they are written: with the function at first."""
        who = self.chance.choice(among or tuple(PEOPLE))
        new = who not in self.known
        self.known.add(who)
        return who, f"{who} ({PEOPLE[who]})" if new else who

    def _meets(self, day: date) -> tuple[Said]:
        minutes = self.chance.choice((20, 30, 45, 60))
        if self.chance.random() < 0.2:
            who, name = self._person(*LEADERS)
            words = f"told {name} that I want to move into product {minutes}m"
            return (Said(day, words, minutes, who, told=True),)
        who, name = self._person()
        meal = self.chance.choice(("coffee", "lunch"))
        if self.chance.random() < 0.2:
            worry = self.chance.choice(("churn", "slow answers", "price lists"))
            words = f"{meal} with {name} {minutes}m, worry: {worry}"
            return (Said(day, words, minutes, who, worry=worry),)
        return (Said(day, f"{meal} with {name} {minutes}m", minutes, who),)

    def _asks(self, day: date) -> tuple[Said]:
        who, name = self._person()
        return (Said(day, f"asked {name} for half an hour 5m", 5, who, half="ask"),)

    def _promises(self, day: date) -> tuple[Said, str, str]:
        """A word given, or awaited, for a day."""
        who, name = self._person()
        due = day + timedelta(self.chance.randint(1, 25))
        what = f"sheet {len(self.said)}"
        move = f"{due} {who.lower()}: {what}"
        if self.chance.random() < 0.5:
            said = Said(day, f"coffee with {name} 30m", 30, who, owes=what, due=due)
            return said, "--next", move
        return Said(day, f"coffee with {name} 30m", 30, who, waits=what, due=due), "--theirs", move

    def _search(self, day: date) -> tuple[Said]:
        firm, kind = self.chance.choice(self.firms), self.chance.randint(0, 8)
        reason = self.chance.choice(REASONS)
        stages = [one.stage for one in self.said if one.firm == firm and one.stage]
        words, stage, wrote, why = (
            (f"saw an opening at {firm} 15m", "seen", False, ""),
            (f"applied to {firm} as product manager 15m", "applied", False, ""),
            (f"applied to {firm} as product manager 15m", "applied", False, ""),
            (f"heard back from {firm} 15m", "answered", False, ""),
            (f"interview with {firm} 15m", "interview", False, ""),
            (f"no from {firm} because {reason} 15m", "rejected", False, reason),
            (f"offer from {firm} 15m", "offer", False, ""),
            (f"turned down {firm} 15m", "declined", False, ""),
            (f"followed up with {firm} 15m", "", True, ""),
        )[kind]
        # Nobody turns down what was not offered, nor hears back from whom they never wrote to.
        needs = {
            "declined": ("offer",),
            "": ("applied",),
            "answered": ("applied",),
            "interview": ("applied",),
            "offer": ("interview",),
            "rejected": ("applied",),
        }
        over = bool(stages) and stages[-1] in ("rejected", "declined")
        if stage in needs and (over or not set(needs[stage]) & set(stages)):
            words, stage = f"applied to {firm} as product manager 15m", "applied"
            wrote, why = False, ""
        return (Said(day, words, 15, firm=firm, stage=stage, wrote=wrote, reason=why),)

    def _measures(self, day: date) -> tuple[Said]:
        name = self.chance.choice(tuple(NUMBERS))
        unit, period = NUMBERS[name]
        before, after = self.chance.randint(2, 60), self.chance.randint(2, 60)
        sides = f"{before}{'' if unit != '%' else ' %'} to {after} {unit}".strip()
        per = f" a {period}" if period else ""
        if self.chance.random() < 0.15:
            return (Said(day, "wrote a resume line 20m", 20, resume=True),)
        if self.chance.random() < 0.3:
            words = f"baseline: {name} {before} {unit}".strip() + f"{per} 20m"
            return (Said(day, words, 20, name=name, before=before),)
        if self.chance.random() < 0.3:
            words = f"{after} sign-ups after my new form 20m"
            return (Said(day, words, 20, name="sign-ups", after=after),)
        words = f"{name} from {sides}{per} after my new form 20m"
        return (Said(day, words, 20, name=name, before=before, after=after),)

    def _reads(self, day: date) -> tuple[Said]:
        book, minutes = self.chance.choice(tuple(BOOKS)), self.chance.choice((30, 45))
        known = BOOKS[book] != "other" or any(one.book == book for one in self.said)
        if self.chance.random() < 0.25 and known:
            return (Said(day, f"finished {book} {minutes}m", minutes, book=book, finished=True),)
        if self.chance.random() < 0.4 and BOOKS[book] != "other":
            area = self.chance.choice(tuple(AREAS))
            words = f"read the chapter on {area} in {book} {minutes}m"
            return (Said(day, words, minutes, book=book, area=AREAS[area]),)
        return (Said(day, f"read 20 pages of {book} {minutes}m", minutes, book=book),)

    def _lists(self, day: date) -> tuple[Said]:
        title = self.chance.choice(tuple(LISTED))
        if self.chance.random() < 0.25:
            return (Said(day, f"took {title} off my top ten list 5m", 5, taken=title),)
        words = f"added {title} ({LISTED[title]}) to my top ten list 5m"
        return (Said(day, words, 5, listed=title),)

    def _works(self, day: date) -> tuple[Said]:
        minutes = self.chance.choice((60, 120, 250))
        words = f"fixed the flaky retry test {minutes}m"
        return (Said(day, words, minutes, engineering=True),)

    def _around(self, day: date) -> None:
        """Rests, moves of the date, snoozes, another side."""
        if self.chance.random() < 0.02:
            until = day + timedelta(self.chance.randint(0, 12))
            self.rests.append((day, until))
            self._type(day, "rest", f"{day}..{until}", "away")
        if self.chance.random() < 0.008:
            later = self.target + timedelta(self.chance.choice((14, 42)))
            self._type(day, "roadmap", "move", later.isoformat(), "--because", "a release")
            self.target = later
        if self.chance.random() < 0.015 and self.known:
            who, until = self.chance.choice(sorted(self.known)), day + timedelta(30)
            self.snoozed[who] = until
            self._type(day, "snooze", who.lower(), "until", until.isoformat())
        if self.chance.random() < 0.01:
            self._plan(day)

    def _plan(self, day: date) -> None:
        """Other minutes and another side by hand; the next command but `log` records them."""
        path = self.home / "roadmap.toml"
        text = path.read_text("utf-8")
        minutes = tomllib.loads(text)["minutes"]
        name = self.chance.choice(WEEKDAYS)
        text = text.replace(f"\n{name} = {minutes[name]}", f"\n{name} = {minutes[name] + 30}", 1)
        side = self.chance.choice(("inside", "outside", "both"))
        text = text.replace(f'\nside = "{self.side}"', f'\nside = "{side}"', 1)
        self.side = side
        path.write_text(text, "utf-8")
        self._type(day, "rest", (day - DAY * 200).isoformat())
        self.rests.append((day - DAY * 200, day - DAY * 200))
