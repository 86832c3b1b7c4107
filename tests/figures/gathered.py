"""People, openings, results and books of a journey of sentences, from what a human reads in them.

By the definitions of docs/gathered.md and docs/report.md; nothing of pmpath is used.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.figures.sentences import BOOKS, LEADERS, LISTED, NUMBERS, OWN_FIRM, PEOPLE, Said

Fields = dict[str, Any]
DAY = timedelta(1)
SHELVES = ("product management", "positioning and marketing", "sales", "business", "leadership",
           "creativity", "pricing", "discovery", "presenting")  # fmt: skip
HEARD = ("answered", "interview", "offer", "rejected")
ENDS = ("rejected", "declined", "closed")


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Gathered:
    """What the sentences up to a day amount to; `off` are the days of rests."""

    def __init__(self, said: list[Said], today: date, off: set[date]) -> None:
        self.today, self.off = today, off
        self.said = [one for one in said if one.day <= today]
        self.path = [one for one in self.said if not one.engineering]

    # people

    def met(self) -> dict[str, list[date]]:
        found: dict[str, list[date]] = {}
        for one in self.said:
            if one.who and one.half == "hold":
                found.setdefault(one.who, []).append(one.day)
        return found

    def by_function(self) -> dict[str, int]:
        return dict(Counter(PEOPLE[who].lower() for who in self.met()))

    def told(self, who: str) -> date | None:
        return min((one.day for one in self.said if one.who == who and one.told), default=None)

    def clock(self, who: str) -> Fields | None:
        """Five weeks, two months or six, from the last contact; off days bring it no nearer."""
        circle = ("leader" if who in LEADERS else
                  "ally" if PEOPLE[who] in ("PM", "sales") else "wider")  # fmt: skip
        met = self.met().get(who, [])
        if circle == "leader" and self.told(who):
            met = [*met, *(one.day for one in self.said if one.who == who)]
        if not met:
            return None
        since = max(met)
        due = since + DAY * 35 if circle == "leader" else (
            months_later(since, 2 if circle == "ally" else 6))  # fmt: skip
        wait, day = (due - since).days, since
        while wait:
            day += DAY
            wait -= day not in self.off or day > self.today
        return {"circle": circle, "since": iso(since), "due": iso(day), "late": day <= self.today}

    # openings

    def firms(self) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = {}
        for one in self.said:
            if one.firm:
                found.setdefault(one.firm, []).append(one)
        return found

    def opening(self, firm: str) -> Fields:
        lines = self.firms()[firm]
        reached: dict[str, date] = {}
        for one in lines:
            if one.stage:
                reached.setdefault(one.stage, one.day)
        stages = [one.stage for one in lines if one.stage]
        reasons = [one.reason for one in lines if one.reason]
        rounds = sorted({one.day for one in lines if one.stage == "interview"})
        return {
            "side": "inside" if firm == OWN_FIRM else "outside",
            "stage": stages[-1] if stages else "seen",
            "reached": {stage: iso(day) for stage, day in reached.items()},
            "interviews": [iso(day) for day in rounds], "reason": reasons[-1] if reasons else "",
            "last": iso(lines[-1].day), "next": self.next_for(firm),
        }  # fmt: skip

    def first(self, firm: str, *stages: str) -> date | None:
        return min((one.day for one in self.firms()[firm] if one.stage in stages), default=None)

    def applied(self, firm: str) -> date | None:
        return self.first(firm, "applied", *HEARD)

    def next_for(self, firm: str) -> Fields | None:
        """Whose move it is, by the clocks of docs/gathered.md."""
        lines = self.firms()[firm]
        ends = [at for at, one in enumerate(lines) if one.stage in ENDS]
        live = lines[ends[-1] + 1 :] if ends else lines
        offer = next((one.day for one in live if one.stage == "offer"), None)
        if self.opening_is_over(firm) or offer:
            return {"kind": "decide", "day": iso(offer)} if live and offer else None
        steps = [one for one in live if one.stage in ("applied", "answered", "interview")]
        if not steps:
            return {"kind": "apply", "day": None}
        wrote = [one.day for one in live[live.index(steps[-1]) + 1 :] if one.wrote]
        return self._by_clock(steps[-1].stage, steps[-1].day, wrote)

    def _by_clock(self, state: str, began: date, wrote: list[date]) -> Fields:
        last = wrote[-1] if wrote else began
        sent = min(len(wrote) - (state == "interview" and bool(wrote)), 2)
        cold = last + DAY * 7 * (3 - sent)
        if state == "interview" and not wrote and self.today < began + DAY * 7:
            return {"kind": "thank", "day": iso(began + DAY)}
        if self.today >= cold:
            return {"kind": "cold", "day": iso(cold)}
        if state == "answered" and not wrote:
            return {"kind": "reply", "day": iso(last + DAY)}
        if sent == 2:
            return {"kind": "wait", "day": iso(cold)}
        return {"kind": "follow-up", "day": iso(last + DAY * (3 if state == "answered" else 7))}

    def opening_is_over(self, firm: str) -> bool:
        stages = [one.stage for one in self.firms()[firm] if one.stage]
        return bool(stages) and stages[-1] in ENDS

    def funnel(self) -> Fields:
        firms = self.firms()
        counts = {
            "seen": len(firms), "applied": sum(self.applied(one) is not None for one in firms),
            "answered": sum(self.first(one, *HEARD) is not None for one in firms),
            "interview": sum(self.first(one, "interview") is not None for one in firms),
            "offer": sum(self.first(one, "offer") is not None for one in firms),
        }  # fmt: skip
        waits: dict[str, list[int]] = {one: [] for one in HEARD}
        for firm in firms:
            start = self.first(firm, "applied")
            for stage, several in waits.items():
                end = self.first(firm, *HEARD) if stage == "answered" else self.first(firm, stage)
                if start and end and end >= start:
                    several.append((end - start).days)
        shares = {stage: Fraction(counts[stage] * 100, counts[of]) for stage, of in (
            ("answered", "applied"), ("interview", "applied"), ("offer", "interview"))
            if counts[of] >= 20}  # fmt: skip
        last = [[one.stage for one in lines if one.stage][-1:] for lines in firms.values()]
        return {
            "funnel": counts,
            "ends": {end: last.count([end]) for end in ENDS},
            "medians": {stage: sorted(several)[(len(several) - 1) // 2]
                        for stage, several in waits.items() if len(several) >= 3},
            "shares": {stage: int(share + Fraction(1, 2)) for stage, share in shares.items()},
        }  # fmt: skip

    def search(self, first: date, last: date) -> Fields | None:
        """The facts of the search as a report tells them, of a period."""
        firms = self.firms()
        applied = {one: day for one in firms if (day := self.applied(one))}
        offers = [one for one in firms if self.first(one, "offer")]
        if not applied and not offers:
            return None
        noes = [(firm, day, why) for firm in firms for day, why in self.came(firm, "rejected")]
        made = [(firm, day) for firm in firms for day, _ in self.came(firm, "offer")]
        still = {(firm, day) for firm, day in made if self.next_for(firm) == {
            "kind": "decide", "day": iso(day)}}  # fmt: skip
        inside = OWN_FIRM in applied
        return {
            "inside": int(inside), "outside": len(applied) - inside, "sides_unsaid": 0,
            "new": sum(first <= day <= last for day in applied.values()),
            "answers": sum(self.first(one, *HEARD) is not None for one in applied),
            "rounds": len({(one.firm, one.day) for one in self.said if one.stage == "interview"}),
            "noes_in_all": len(noes), "offers_in_all": len(made),
            "noes": sorted((one, iso(day), why) for one, day, why in noes if first <= day <= last),
            "offers": sorted((firm, iso(day), (firm, day) in still) for firm, day in made
                             if (firm, day) in still or first <= day <= last),
            "unanswered": sorted(filter(self.waits, applied)),
        }  # fmt: skip

    def came(self, firm: str, stage: str) -> list[tuple[date, str]]:
        """Each no, or each offer, with its reason: not one that is only told again."""
        found, known = [], False
        for one in self.firms()[firm]:
            if stage == "rejected":
                known = known and one.stage not in ("applied", "answered", "interview", "offer")
            else:
                known = known and one.stage not in ENDS
            if one.stage == stage and not known:
                found.append((one.day, one.reason))
                known = True
            elif known and one.reason:
                found[-1] = (found[-1][0], one.reason)
        return found

    def waits(self, firm: str) -> bool:
        """Whether the last application was not answered yet."""
        last = [one.stage for one in self.firms()[firm] if one.stage not in ("", "seen")][-1]
        return last == "applied"

    # results

    def results(self) -> list[Fields]:
        """Chains of what was measured: one goes on where the one before ended."""
        found: list[Fields] = []
        for name in dict.fromkeys(one.name for one in self.path if one.name):
            ends: list[Fields] = []
            base: Said | None = None
            for one in (line for line in self.path if line.name == name):
                if one.after is None:
                    base = one
                    continue
                before, since = one.before, one.day
                if before is None and base:
                    before, since = base.before, base.day
                elif before is None and ends:
                    before = ends[-1]["after"]
                elif base and base.before == before:
                    since = base.day
                if before is None:
                    continue
                base = None
                if ends and ends[-1]["after"] == before:
                    last = ends.pop()
                    before, since = last["before"], last["since"]
                ends.append({"name": name, "before": before, "after": one.after, "day": one.day,
                             "since": since})  # fmt: skip
            found += [self._result(one) for one in ends if one["before"] != one["after"]]
        return found

    def _result(self, one: Fields) -> Fields:
        unit, period = NUMBERS[one["name"]]
        before, after, days = one["before"], one["after"], (one["day"] - one["since"]).days
        mind = {"small"} if max(before, after) < 10 and unit != "%" else set()
        mind |= {"same day"} if days == 0 else {"short"} if days < 14 else set()
        mind |= {"no period"} if not period and unit != "%" else set()
        resume = [line.day for line in self.path if line.resume]
        percent = Fraction((after - before) * 100, before)
        # Toward nothing, as money is counted.
        whole = int(percent + Fraction(1 if percent > 0 else -1, 2))
        return {
            "name": one["name"], "before": before, "after": after, "day": iso(one["day"]),
            "since": iso(one["since"]), "cautions": mind, "difference": after - before,
            "points": unit == "%", "percent": None if unit == "%" else whole,
            "on_resume": any(day >= one["day"] for day in resume),
            "ratio": Fraction(max(before, after), min(before, after)),
        }  # fmt: skip

    # books

    def books(self) -> dict[str, Fields]:
        found: dict[str, Fields] = {}
        for one in self.path:
            if one.book:
                new = {"first": iso(one.day), "times": 0, "minutes": 0, "shelf": BOOKS[one.book]}
                book = found.setdefault(one.book, new)
                book |= {"last": iso(one.day), "times": book["times"] + 1,
                         "minutes": book["minutes"] + one.minutes,
                         "finished": one.finished}  # fmt: skip
        return found

    def reading(self) -> Fields:
        books = self.books()
        order = [one.book for one in reversed(self.path) if one.book]
        shelves = {shelf: sum(BOOKS[one] == shelf for one in books)
                   for shelf in (*SHELVES, "other")}  # fmt: skip
        latest = [BOOKS[one] for one in dict.fromkeys(order)][:3]
        tired = latest[0] if len(latest) == 3 and len(set(latest)) == 1 else None
        fewest = min((one for one in SHELVES if one != tired), key=shelves.__getitem__)
        listed: dict[str, int] = {}
        for one in self.path:
            if one.taken:
                listed.pop(one.taken, None)
            if one.listed:
                listed[one.listed] = LISTED[one.listed]
        year = self.today.year
        areas = Counter(one.area for one in self.path if one.area)
        return {
            "running": order[0] if order and not books[order[0]]["finished"] else None,
            "shelves": shelves, "next_shelf": fewest if books else SHELVES[0],
            "areas": dict(areas), "since": year - 10, "until": year,
            "top_ten": [(title, published, title in books, year - 10 <= published <= year)
                        for title, published in listed.items()],
        }  # fmt: skip
