"""Lives that go another way, and their pages by hand: what a week has to say, and no more.

Each page was written from the lines of `lives.py` and the rules of `docs/report.md` alone. A `*`
stands for what hangs on the hours and days of the plan itself: milestones that are due, the
forecast. Steps are looked at apart: the one under the one thing is the first of next week.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.journeys import lives
from tests.journeys.lives import Page, Pages

pytestmark = pytest.mark.slow

RETURNER = {
    8: """
Product manager by 10 Jan 2028 Week 8 · 44 weeks left · date unchanged
Mon 1 - Sun 7 Mar 2027 · At this pace *.
Nothing was logged in these days.
What you keep 4 people met
The one thing
Nobody is named in your log for 27 days; you last met Tobias (sales) on Mon 8 Feb.*
STEP
Worth a look
Also: no customer, *. In full: pmpath report --all
""",
    12: """
Product manager by 10 Jan 2028 Week 12 · 40 weeks left · date unchanged
Mon 29 Mar - Sun 4 Apr 2027
At this pace *.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Nadine.
What happened, best first
So-what ladder for two features
First step since Thu 11 Feb: coffee with Nadine, our PM; and 2 more: pmpath report --all
Where you stand
Last met Nadine (PM) on Mon 29 Mar
Not progress *
The one thing
No customer yet, 83 days into the plan.*
STEP
Worth a look
Also: *. In full: pmpath report --all
""",
}
MOVED_DATE = {
    8: """
Product manager by 6 Mar 2028
Week 8 · 52 weeks left · moved once, 8 weeks later than 10 Jan 2028
Mon 1 - Sun 7 Mar 2027 · At this pace *.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Nadine.
What happened, best first
So-what ladder for two features
Coffee with Nadine, our PM; and 2 more: pmpath report --all
Changes to the plan
5 Mar 2027 10 Jan 2028 to 6 Mar 2028, 8 weeks later: a new team until spring
Where you stand
Since start 12 h of 31 h 30 planned*
The date * a week from now on is enough for 6 Mar 2028
Last met Nadine (PM) on Mon 1 Mar
Not progress *
The one thing
No customer yet, 55 days into the plan.*
STEP
Worth a look
6 talks with allies in 6 weeks, nothing made for them, for 4 weeks now.*
""",
    9: """
Product manager by 6 Mar 2028
Week 9 · 51 weeks left · moved once, 8 weeks later than 10 Jan 2028
Mon 8 - Sun 14 Mar 2027 · At this pace *.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Tobias.
What happened, best first
So-what ladder for two features
Coffee with Tobias from sales; and 2 more: pmpath report --all
Where you stand
Since start 13 h 30 of 35 h 30 planned*
The date * a week from now on is enough for 6 Mar 2028
Last met Tobias (sales) on Mon 8 Mar
Not progress *
The one thing
No customer yet, 62 days into the plan.*
STEP
Worth a look
6 talks with allies in 6 weeks, nothing made for them, for 5 weeks now.*
""",
}
OFFER = {
    8: """
Product manager by 10 Jan 2028 Week 8 · 44 weeks left · date unchanged
Mon 1 - Sun 7 Mar 2027 · At this pace *.
1 h 45 of 4 h planned, on 5 of 6 days, in 4 tracks; met Nadine.
What happened, best first
First offer, from Praxio: associate PM, start in June
So-what ladder for two features; and 4 more: pmpath report --all
Where you stand
Last met Nadine (PM) on Mon 1 Mar
Not progress *
The one thing
The offer from Praxio (PM), made 2 days ago, needs your answer.
Compare it with the lowest pay you accept and with your date before you say yes.
STEP
Worth a look
No customer yet, 55 days into the plan.
Also: nothing made for allies, *. In full: pmpath report --all
Between you and others
You owe Praxio (PM): your answer to the offer of Fri 5 Mar
The search 1 application (1 outside); 1 answer, 2 interviews, 1 offer
""",
    9: """
Product manager by 10 Jan 2028 Week 9 · 43 weeks left · date unchanged
Mon 8 - Sun 14 Mar 2027 · At this pace *.
2 h 30 of 4 h planned, on 5 of 6 days, in 4 tracks; met Tobias.
What happened, best first
So-what ladder for two features
Compared the offer from Praxio with my floor and with years one and three; and 3 more:
pmpath report --all
Where you stand
Last met Tobias (sales) on Mon 8 Mar
Not progress *
The one thing
The offer from Praxio (PM), made 9 days ago, needs your answer.
STEP
Worth a look
No customer yet, 62 days into the plan.*
Between you and others
You owe Praxio (PM): your answer to the offer of Fri 5 Mar
The search 1 application (1 outside); 1 answer, 2 interviews, 1 offer
""",
    10: """
Product manager by 10 Jan 2028 Week 10 · 42 weeks left · date unchanged
Mon 15 - Sun 21 Mar 2027
1 h 45 of 4 h planned, on 5 of 6 days, in 4 tracks; met Rasmus.
What happened, best first
Accepted the offer from Praxio
So-what ladder for two features
Milestone: Offer or transfer accepted; and 3 more: pmpath report --all
The one thing
You accepted the offer from Praxio (PM) 2 days ago.
The plan is open until you close it: pmpath roadmap close --because arrived
STEP
Between you and others
The search 1 application (1 outside); 1 answer, 2 interviews, 1 offer, accepted on 19 Mar 2027
""",
}
REJECTION = {
    7: """
Product manager by 10 Jan 2028 Week 7 · 45 weeks left · date unchanged
Mon 22 - Sun 28 Feb 2027 · At this pace *.
1 h 45 of 4 h planned, on 5 of 6 days, in 4 tracks; met Ola.
What happened, best first
So-what ladder for two features
Milestone: Interviews held and followed up; and 4 more: pmpath report --all
Where you stand
Since start * planned*
The date * a week from now on is enough for 10 Jan 2028
Last met Ola (sales) on Mon 22 Feb
Not progress *
The one thing
No customer yet, 48 days into the plan.*
STEP
Worth a look
Praxio (PM): a no 2 days ago; the reason: "they want somebody who has run a launch";
change one thing because of it.
6 talks with allies in 6 weeks, nothing made for them, for 3 weeks now.*
Between you and others
The search 1 application (1 outside); 1 answer, 1 interview, 1 no.
No from Praxio (PM): "they want somebody who has run a launch"
""",
    8: """
Product manager by 10 Jan 2028 Week 8 · 44 weeks left · date unchanged
Mon 1 - Sun 7 Mar 2027 · At this pace *.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Nadine.
What happened, best first
So-what ladder for two features
Coffee with Nadine, our PM; and 2 more: pmpath report --all
Where you stand
Since start * planned*
The date * a week from now on is enough for 10 Jan 2028
Last met Nadine (PM) on Mon 1 Mar
Not progress *
The one thing
No customer yet, 55 days into the plan.*
STEP
Worth a look
6 talks with allies in 6 weeks, nothing made for them, for 4 weeks now.*
Between you and others
The search 1 application (1 outside); 1 answer, 1 interview, 1 no
""",
}
OVERSTAY = {
    5: """
Product manager by 10 Jan 2028 Week 5 · 47 weeks left · date unchanged
Mon 8 - Sun 14 Feb 2027 · Too early to say: 4 of 5 weeks.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Tobias.
What happened, best first
So-what ladder for two features
Coffee with Tobias from sales; and 2 more: pmpath report --all
Where you stand
Since start 7 h 30 of 19 h 30 planned*
Last met Tobias (sales) on Mon 8 Feb
Your role stepping-stone role since 1 Aug 2025: 18 months, 6 over the limit of 12;
to leave on 19 Feb 2027
The one thing
The stepping-stone role: 18 months so far; the limit of 12 months was reached on
Sat 1 Aug 2026, 197 days ago.*
STEP
Worth a look
No customer yet, 34 days into the plan.
5 talks with allies in 5 weeks, nothing made for them, for 1 week now.*
""",
    6: """
Product manager by 10 Jan 2028 Week 6 · 46 weeks left · date unchanged
Mon 15 - Sun 21 Feb 2027 · At this pace *.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Rasmus.
What happened, best first
So-what ladder for two features
Coffee with Rasmus from product marketing; and 2 more: pmpath report --all
Where you stand
Since start 9 h of 23 h 30 planned*
The date * a week from now on is enough for 10 Jan 2028
Last met Rasmus (product marketing) on Mon 15 Feb
Your role stepping-stone role since 1 Aug 2025: 18 months, 6 over the limit of 12;
the day to leave it, 19 Feb 2027, was 2 days ago
Not progress *
The one thing
The stepping-stone role: the day to leave it, Fri 19 Feb, was 2 days ago.
Leave it, or set another day and say why.
STEP
Worth a look
No customer yet, 41 days into the plan.
6 talks with allies in 6 weeks, nothing made for them, for 2 weeks now.*
""",
    8: """
Product manager by 10 Jan 2028 Week 8 · 44 weeks left · date unchanged
Mon 1 - Sun 7 Mar 2027 · At this pace *.
1 h 30 of 4 h planned, on 4 of 6 days, in 4 tracks; met Nadine.
What happened, best first
So-what ladder for two features
Coffee with Nadine, our PM; and 2 more: pmpath report --all
Where you stand
Since start 12 h of 31 h 30 planned*
The date * a week from now on is enough for 10 Jan 2028
Last met Nadine (PM) on Mon 1 Mar
Your role stepping-stone role since 1 Aug 2025: 19 months, 7 over the limit of 12;
the day to leave it, 19 Feb 2027, was 2 weeks ago
Not progress *
The one thing
The stepping-stone role: the day to leave it, Fri 19 Feb, was 16 days ago.*
STEP
Worth a look
No customer yet, 55 days into the plan.
6 talks with allies in 6 weeks, nothing made for them, for 4 weeks now.*
""",
}
BY_HAND: dict[str, tuple[Callable[..., Pages], dict[int, str]]] = {
    "returner": (lives.returner, RETURNER),
    "moved date": (lives.moved_date, MOVED_DATE),
    "offer": (lives.offer, OFFER),
    "rejection": (lives.rejection, REJECTION),
    "overstay": (lives.overstay, OVERSTAY),
}
STEP = re.compile(r"Step, [0-9]+ \w+: .*?(?= Worth a look| Between you and others|$)")
BESIDE = re.compile(r" · (?=At this pace|Too early|On track|An even)")
LAST_MET = date(2027, 2, 1)


def flat(text: str) -> str:
    """In one line; whether the verdict stands beside the days or below them is layout."""
    return BESIDE.sub(" ", " ".join(text.split()))


def before_the_next_days(page: Page) -> str:
    """All that a page says of the week, its step apart, in one line."""
    said, _, _ = flat(page.text).partition(" Next week")
    return STEP.sub("STEP", said)


@pytest.mark.parametrize("life", BY_HAND)
def test_the_pages_of_a_life_are_those_written_by_hand(tmp_path: Path, life: str) -> None:
    """Sentence by sentence, in this order, with nothing between them and nothing after."""
    live, expected = BY_HAND[life]
    pages = {page.week: page for page in live(tmp_path / "data").pages}
    for week, text in expected.items():
        wanted = re.escape(flat(text)).replace(r"\*", ".*?")
        said = before_the_next_days(pages[week])
        assert re.fullmatch(wanted, said), f"{life}, week {week}\n{pages[week].text}"


@pytest.mark.parametrize("life", BY_HAND)
def test_the_step_of_the_one_thing_is_the_first_of_next_week(tmp_path: Path, life: str) -> None:
    """On each page that has one; no page of these lives leaves its reader without a step."""
    live, expected = BY_HAND[life]
    for page in live(tmp_path / "data").pages:
        said, _, coming = flat(page.text).partition(" Next week")
        step = STEP.search(said)
        assert bool(step) or page.week not in expected
        if step is not None:
            assert step[0].partition(": ")[2] in coming


def test_a_lasting_concern_is_on_every_page_and_gone_in_the_week_that_mends_it(
    tmp_path: Path,
) -> None:
    """The drifter meets nobody from week 5 on and Nadine in week 16; the number grows."""
    pages = {page.week: page for page in lives.drifter(tmp_path / "data").pages}
    for week in range(6, lives.MENDS):
        gone = (pages[week].sunday - LAST_MET).days
        said = f"Nobody is named in your log for {gone} days; you last met Nadine (PM) on Mon 1 Feb"
        assert said in flat(pages[week].text), pages[week].text
        assert f"No customer yet, {7 * week - 1} days into the plan" in flat(pages[week].text)
    for week in range(lives.MENDS, lives.WEEKS + 1):
        assert "in your log for" not in flat(pages[week].text)
        # Nobody was a customer, so that concern goes on.
        assert f"No customer yet, {7 * week - 1} days into the plan" in flat(pages[week].text)


def test_no_week_says_the_sentence_of_the_week_before(tmp_path: Path) -> None:
    """Of what lasts, in full or in a line; names alone, behind `Also`, stay the same."""
    pages = lives.drifter(tmp_path / "data").pages
    for before, after in pairwise(pages[4:]):
        again = concerns(before) & concerns(after)
        assert not again, (after.week, again)


def concerns(page: Page) -> set[str]:
    """The sentences between the one thing and the next days, without its step."""
    said = before_the_next_days(page)
    lasting = said[said.index("The one thing") :].partition(" Also: ")[0]
    told = re.split(r"(?<=\.) |STEP|Worth a look|The one thing|Between you and others", lasting)
    return {one.strip() for one in told if one and one.strip()}
