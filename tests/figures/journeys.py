"""Random journeys as files on the disk: the same seed makes the same bytes."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pmpath.cli.door import enter

Fields = dict[str, Any]
DAY = timedelta(1)
TRACKS = ("customers", "allies", "reading", "positioning", "writing", "search", "craft",
          "volunteer", "springboard", "roadmap", "sponsors", "")  # fmt: skip
PEOPLE = ("Lena (PM)", "Tomas (sales)", "Nord (customer)", "Ida (head of sales)", "Vera (support)",
          "Ben (PM)", "Kira (customer)", "Joe (charity)")  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MARKED = ("allies.five-met", "customers.five-heard", "reading.breadth-map", "search.resume",
          "volunteer.baseline", "craft.trial-agreed", "roadmap.checked", "writing.first-piece",
          "positioning.ten-ladders", "sponsors.two-told")  # fmt: skip


class Journey:
    """One folder, from its start to the day it is looked at."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home, self.chance = home, random.Random(seed)
        self.start = date(2027, 1, 1) + timedelta(self.chance.randint(0, 364))
        self.target = self.start + timedelta(self.chance.randint(16 * 7, 110 * 7))
        length = (self.target - self.start).days
        looks = (0, 1, 5, 27, 28, 29, 40, 75, 120, length // 2, length - 3)
        self.today = self.start + timedelta(self.chance.choice(looks))
        self.number = 0
        self.written: list[Fields] = []
        self._init()
        self._edit()
        self._log()

    def _init(self) -> None:
        chance = self.chance
        words = ["init", "--yes", "--target", self.target.isoformat(), "--hours",
                 str(chance.choice((2, 3, 5, 8, 12))), "--profile",
                 profile := chance.choice(("ic", "senior", "step"))]  # fmt: skip
        words += ["--side", chance.choice(("inside", "outside", "both"))]
        if profile == "step":
            since = self.start - timedelta(chance.randint(0, 300))
            leaves = self.start + timedelta(chance.randint(30, 300))
            words += ["--springboard", "in", "--springboard-since", since.isoformat()]
            words += ["--exit-date", leaves.isoformat()]
        environment = {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.start.isoformat()}
        assert enter(words, environment) == 0

    def _edit(self) -> None:
        """Rest days of another kind, a cap, a vacation, and a track that leaves the plan, by hand.

        The first plan is written anew, as if it had been so from the start.
        """
        chance, path = self.chance, self.home / "roadmap.toml"
        text = path.read_text("utf-8")
        for _ in range(chance.randint(0, 3)):
            first = self.start + timedelta(chance.randint(-5, 150))
            last = first + timedelta(chance.randint(0, 20))
            text += f"\n[[vacation]]\nfrom = {first}\nto = {last}\n"
        if chance.random() < 0.5:
            text = text.replace("daily_cap = 240", f"daily_cap = {chance.choice((60, 120, 400))}")
        if chance.random() < 0.3:
            text = text.replace('id = "craft"\nactive = true', 'id = "craft"\nactive = false')
        path.write_text(text, "utf-8")

    def _head(self, day: date, kind: str) -> Fields:
        self.number += 1
        seconds = self.number % 60
        at = f"{max(day, self.start)}T21:{self.number // 60 % 60:02d}:{seconds:02d}.000+00:00"
        return {"id": f"{self.number:026d}", "at": at, "day": day.isoformat(), "kind": kind}

    def _log(self) -> None:
        """Entries day by day in spells of work and of nothing; plans, rests, marks among them."""
        chance, day, works = self.chance, self.start - timedelta(self.chance.randint(0, 12)), 0.6
        lines: list[Fields] = []
        while day <= self.today:
            if chance.random() < 0.03:
                works = chance.choice((0.05, 0.4, 0.9))
            for _ in range(chance.choice((1, 1, 2, 4)) if chance.random() < works else 0):
                lines += self._entry(day)
            if day > self.start:
                lines += self._around(day)
            day += DAY
        with (self.home / "log.jsonl").open("a", encoding="utf-8") as log:
            log.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)

    def _entry(self, day: date) -> list[Fields]:
        chance = self.chance
        track = chance.choice(TRACKS)
        minutes = chance.choice((5, 15, 30, 45, 90, 200, 300))
        made = {**self._head(day, "action"), "text": f"note {self.number}", "minutes": minutes}
        made |= {"track": track} if track else {}
        tags = ["engineering"] if chance.random() < 0.12 else []
        if chance.random() < 0.4:
            made["people"] = chance.sample(PEOPLE, chance.choice((1, 1, 2)))
            made |= {"half": "ask"} if chance.random() < 0.3 else {}
        if track == "writing" and chance.random() < 0.5:
            made["evidence"] = [{"kind": "link", "url": f"https://x.org/{chance.randint(1, 4)}"}]
        if track == "search" and chance.random() < 0.6:
            stage = chance.choice(("application", "interview", "rejected"))
            tags += [stage, chance.choice(("inside", "outside"))]
            made["opening"] = chance.choice(("Nordfrakt: PM", "nordfrakt", "Caledon", "Zeta: PM"))
        if track == "craft" and chance.random() < 0.4:
            metric = {"kind": "metric", "name": chance.choice(("calls", "share")), "before": 5,
                      "after": chance.choice((3, 8)), "unit": chance.choice(("", "%"))}  # fmt: skip
            made["evidence"] = [metric]
        made |= {"tags": tags} if tags else {}
        lines = [made, *self._commitment(made, day)]
        self.written.append(made)
        return lines + self._correction(day)

    def _commitment(self, made: Fields, day: date) -> list[Fields]:
        """A word given or awaited with the entry, or one of before that it keeps."""
        chance, people = self.chance, made.get("people", [])
        if people and chance.random() < 0.3:
            who = chance.choice(("me", "them"))
            what = f"sheet {self.number}" if who == "me" else "an answer"
            due = (day + timedelta(chance.randint(1, 20))).isoformat()
            made["next"] = {"who": who, "person": people[0], "what": what, "day": due}
        waiting = [one for one in self.written if one.get("next") and one["day"] <= made["day"]]
        if waiting and chance.random() < 0.1:
            made["settles"] = chance.choice(waiting)["id"]
        return []

    def _correction(self, day: date) -> list[Fields]:
        chance = self.chance
        if chance.random() > 0.04:
            return []
        of = {"of": chance.choice(self.written)["id"]}
        if chance.random() < 0.5:
            return [{**self._head(day, "retract"), **of}]
        change = {"minutes": chance.choice((10, 60)), "track": "craft"}
        return [{**self._head(day, "amend"), **of, "set": change}]

    def _around(self, day: date) -> list[Fields]:
        chance, found = self.chance, []
        if chance.random() < 0.02:
            until = day + timedelta(chance.randint(0, 15))
            found.append({**self._head(day, "rest"), "until": until.isoformat(), "reason": "away"})
        if chance.random() < 0.02:
            mark = {**self._head(day, "milestone"), "of": chance.choice(MARKED)}
            found.append({**mark, "reopened": True} if chance.random() < 0.2 else mark)
        if chance.random() < 0.006:
            drop = {"what": "drop", "of": chance.choice(MARKED), "from": None, "to": None}
            found.append({**self._head(day, "move"), **drop, "reason": "no time"})
        if chance.random() < 0.008:
            found.append(self._plan(day))
        return found

    def _plan(self, day: date) -> Fields:
        """Another date or other minutes, in the file and in the log; at times a fresh start."""
        chance, path = self.chance, self.home / "roadmap.toml"
        text, made = path.read_text("utf-8"), self._head(day, "plan")
        later = self.target + timedelta(chance.choice((0, 28, 60)))
        text = text.replace(f"date = {self.target}", f"date = {later}", 1)
        self.target = later
        minutes = {name: chance.choice((0, 20, 60, 300)) for name in WEEKDAYS} | {"tue": 30}
        for name, value in minutes.items():
            line = next(one for one in text.splitlines() if one.startswith(f"{name} = "))
            text = text.replace(line, f"{name} = {value}", 1)
        path.write_text(text, "utf-8")
        scope = next(one for one in text.splitlines() if one.startswith("scope = "))
        made |= {"target": later.isoformat(), "minutes": minutes, "reason": "a change",
                 "scope": scope.partition('"')[2].strip('"')}  # fmt: skip
        return made | ({"restart": True} if chance.random() < 0.4 else {})
