from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sample.lived import flat
from tests.week.lived import INIT, Life, beginner, reader


@pytest.fixture
def life(tmp_path: Path) -> Life:
    """Five good weeks, all typed as plain sentences."""
    made = Life(tmp_path / "home")
    beginner(made)
    return made


def stands(page: str, *sentences: str) -> None:
    """Each of these on the page, whatever its line breaks, and in this order."""
    text, at = flat(page), 0
    for one in sentences:
        found = text.find(one, at)
        assert found >= 0, (one, page)
        at = found + len(one)


def absent(page: str, *words: str) -> None:
    """None of these on the page."""
    for one in words:
        assert one not in flat(page), (one, page)


def test_whoever_comes_back_sees_what_stays_and_one_small_step(life: Life) -> None:
    """Six weeks away, then Lena and Tomas: the last good step, what is kept, one thing, no pace."""
    life.log(71, "told Lena I am back 10m")
    life.log(73, "coffee with Tomas from sales 30m")
    page = life.page(10)
    stands(
        page,
        "Week 11",
        "40 min of 4 h planned, on 2 of 6 days",
        "met Lena, Tomas.",
        "What happened, best first First step since Thu 11 Feb: told Lena I am back",
        "Coffee with Tomas from sales",
        "What you keep 6 people met, customers on 2 days",
        "Last met Tomas (sales) on Thu 25 Mar; a customer on Tue 2 Feb",
        "The one thing No customer contact for 54 days, since Tue 2 Feb.",
        "Step, 5 min: Ask somebody for half a shift with the support team.",
        "Also: leaders to tell, a leader to update, an overdue milestone.",
        "In full: pmpath report last --all",
        "Next week, 4 h Mon 29 5 min Ask somebody for half a shift with the support team",
    )
    absent(page, "Since start", "replan", "below plan for", "The date ", "planned days before")
    assert len(page.splitlines()) <= 31


def test_a_moved_date_is_told_with_every_date_and_takes_no_others_place(life: Life) -> None:
    """A second move, without a reason: both stand there, the verdict is of the new date at once."""
    life.say(37, "roadmap move 2028-03-06 --because 'the release took six weeks'")
    life.log(38, "read chapter 4 of the textbook 45m")
    life.log(44, "read chapter 5 of the textbook 45m")
    life.say(45, "replan --date 2028-04-03")
    page = life.page(6)
    stands(
        page,
        "Product manager by 3 Apr 2028",
        "moved twice, 12 weeks later than 10 Jan 2028",
        "Changes to the plan",
        "17 Feb 2027 10 Jan 2028 to 6 Mar 2028, 8 weeks later: the release took six weeks",
        "25 Feb 2027 6 Mar 2028 to 3 Apr 2028, 4 weeks later: no reason given",
        "The one thing",
    )
    absent(life.page(7), "Changes to the plan")
    stands(life.page(7), "moved twice, 12 weeks later than 10 Jan 2028")


def test_side_and_hours_are_changes_as_well(life: Life) -> None:
    """The side as `roadmap edit` records it, the hours by `replan`: was, is, and why."""
    line = {
        "id": "0" * 26, "at": "2027-02-17T20:00:00+00:00", "day": "2027-02-17", "kind": "change",
        "what": "edit", "roadmap": [{"at": ["target", "side"], "was": "both", "now": "inside"}],
    }  # fmt: skip
    with (life.home / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    life.say(38, "replan --hours 3 --because 'a baby'")
    stands(
        life.page(5),
        "Changes to the plan",
        "17 Feb 2027 side of the search from both to inside: no reason given",
        "18 Feb 2027 from 4 h to 3 h a week: a baby",
    )
    absent(life.page(6), "Changes to the plan")


def test_an_offer_comes_first_and_its_answer_is_the_one_thing(life: Life) -> None:
    """Applied, two rounds, an offer: no word of pace; gone from the page once it is declined."""
    life.log(141, "applied to Karavel as product manager 1h")
    life.log(150, "phone screen with Karavel 45m")
    life.log(162, "interview with Karavel 1h30")
    life.log(170, "offer from Karavel as product manager 20m")
    page = life.page(24)
    stands(
        page,
        "What happened, best first First offer, from Karavel as product manager",
        "The one thing The offer from Karavel (product manager), made 4 days ago, needs your",
        "Step, 1 h: Compare the offer with the lowest pay you accept and with your plans for",
        "Worth a look Nobody is named in your log for 145 days; you last met Noor",
        "You owe Karavel (product manager): your answer to the offer of Wed 30 Jun",
        "The search 1 application (1 outside); 1 answer, 2 interviews, 1 offer",
        "Next week, 4 h Mon 5 1 h Compare the offer",
    )
    absent(page, "below plan for", "replan", "Since start", "The date ")
    life.log(176, "declined the offer from Karavel because the team builds no product 10m")
    after = life.page(25)
    absent(after, "needs your answer", "your answer to the offer")
    stands(after, "Passed Karavel (product manager), let go on Tue 6 Jul, because the team builds"
           " no product. Step: thank them, and ask about the next one")  # fmt: skip
    absent(life.page(26), "Passed")


def test_a_no_stands_with_its_reason_and_the_search_as_facts(life: Life) -> None:
    """Two applications, one no with a reason: the reason beside whatever is said of it."""
    life.log(36, "applied to Karavel as product manager 1h")
    life.log(38, "applied to Seewind as product manager 1h")
    life.log(43, "no from Karavel because two years as a PM are missing 10m")
    page = life.page(6)
    stands(
        page,
        "What happened, best first No from Karavel because two years as a PM are missing",
        'Karavel (product manager): a no 5 days ago; the reason: "two years as a PM are missing";'
        " change one thing because of it.",
        "The search 2 applications (2 outside); 1 answer, 1 no",
        'No from Karavel (product manager): "two years as a PM are missing"',
    )
    stands(life.page(7), "The search 2 applications (2 outside); 1 answer, 1 no")
    absent(life.page(7), "No from Karavel", "a no 1")


def test_a_role_past_its_limit_is_said_with_its_days_and_its_minutes_are_no_progress(
    tmp_path: Path,
) -> None:
    """Eleven months: the notice. At the limit: the day, how long ago, the share of the week."""
    init = INIT.replace("--springboard skip", "--springboard in")
    life = Life(tmp_path / "home", init.replace("--profile senior", "--profile step"))
    roadmap = life.home / "roadmap.toml"
    text = roadmap.read_text(encoding="utf-8")
    held = 'state = "in"\nrole = "sales engineer"\nsince = 2026-03-01'
    roadmap.write_text(text.replace('state = "in"', held), encoding="utf-8")
    beginner(life)
    life.log(36, "demo for a prospect 1h30 +springboard")
    notice = life.page(5)
    stands(
        notice,
        "The one thing Sales engineer: 11 of at most 12 months; the limit is on Mon 1 Mar, in 8"
        " days.",
        "Step, 15 min: Set the day you leave the stepping-stone role: pmpath roadmap move DATE"
        " --exit --because WHY",
    )
    absent(notice, "Not progress")
    life.log(44, "read chapter 4 of the textbook 30m")
    life.log(50, "coffee with Lena 30m")
    life.log(52, "deal turn with a prospect 2h +springboard")
    over = life.page(7)
    stands(
        over,
        "Not progress 2 h 30 of 2 h 30 logged (100%) moved no milestone: 2 h in a stepping-stone"
        " role past its limit, 30 min on PM and sales allies",
        "The one thing Sales engineer: 12 months so far; the limit of 12 months was reached on Mon"
        " 1 Mar, 6 days ago.",
        "No customer contact for 33 days, since Tue 2 Feb.",
    )
    stands(life.page(8), "the limit of 12 months was reached on Mon 1 Mar, 13 days ago.")


def test_the_drifter_hears_what_lasts_on_every_page_until_the_week_that_mends_it(
    life: Life,
) -> None:
    """Reads on from week 6, meets nobody: a number that grows each week, then silence."""
    reader(life, 5, 13)
    before: set[str] = set()
    for week in range(6, 13):
        page = life.page(week)
        days = 7 * (week - 6) + 19
        stands(page, f"Nobody is named in your log for {days} days; you last met Noor")
        if week >= 7:
            stands(page, f"No customer contact for {7 * (week - 7) + 33} days, since Tue 2 Feb")
        told = flat(page[page.index("The one thing") : page.index("Next week")]).split(". ")
        said = {one for one in told if any(sign.isdigit() for sign in one)}
        assert not said & before - {one for one in said if "Step" in one}
        before = said
    life.log(93, "listened in on a customer call with Nordfrakt, Lena let me listen 1h")
    mended = life.page(13)
    absent(mended, "in your log for", "No customer contact for")
    stands(mended, "What happened, best first Listened in on a customer call with Nordfrakt")


def test_engineering_and_idle_tracks_are_told_apart(life: Life) -> None:
    """Eight hours of a release beside half an hour: the share, and a duty to hand over."""
    life.log(36, "fixed the build 5h")
    life.log(37, "incident review 3h")
    life.log(38, "read chapter 4 30m")
    stands(
        life.page(5),
        "What happened, best first Read chapter 4",
        "Not progress 8 h of 8 h 30 logged (94%) moved no milestone: engineering",
        "The one thing In the last 4 weeks you logged 8 h of engineering",
    )


def test_a_result_is_told_whole_with_whoever_asked_for_it(life: Life) -> None:
    """Both sides, the difference, the percent or points, my part, and the next use."""
    life.log(29, "Ida said: show me one number first 10m")
    life.log(37, "coffee with Tomas, set-up calls went from 5 to 3 45m")
    life.log(38, "conversion: 12% to 18% 30m")
    stands(
        life.page(5),
        "First result: Set-up calls: 5 to 3, 2 fewer (-40%); coffee with Tomas. Show it to"
        ' Ida, who asked on Tue 9 Feb: "show me one number first"',
        "Conversion: 12 to 18%, 6 points up",
    )


def test_a_deadline_that_is_gone_has_one_line_in_its_week(life: Life) -> None:
    """An application due on Friday that nobody sent: a line and a step, then no more of it."""
    life.say(36, "log 'saw an opening at Karavel' 10m next fri: apply to Karavel")
    stands(life.page(5), "Passed Apply to Karavel, due Fri 19 Feb. Step: ask whether it is still")
    absent(life.page(6), "Apply to Karavel, due", "apply to Karavel")


def test_month_and_quarter_have_the_same_parts(life: Life) -> None:
    """Verdict, what happened, done, where you stand, the one thing, the next days."""
    for period in ("february", "2027-Q1"):
        page = life.say(80, f"report {period}")
        stands(page, "What happened, best first", "Done", "Where you stand", "The one thing")
    stands(life.say(80, "report february"), "First leader told: told Ida, head of sales")


def test_a_page_written_for_an_ally_is_something_given(life: Life) -> None:
    """Coffees go on, and a page was written for one of them: no word of taking only."""
    for number in (36, 37, 38, 39, 40):
        life.log(number, "coffee with Tomas from sales 30m")
    absent(life.say(41, "report --all"), "nothing made for")
    life.log(41, "offer from Nordfrakt 10m")
    stands(
        life.page(5), "First offer, from Nordfrakt", "You owe Nordfrakt: your answer to the offer"
    )


def test_a_typical_week_fits_one_screen_and_all_of_it_can_be_asked_for(life: Life) -> None:
    """Twenty-four lines at 80 columns for the drifter's weeks; what was left out is in `--all`."""
    reader(life, 5, 13)
    for week in range(13):
        assert len(life.page(week).splitlines()) <= 24
    whole = life.page(12, "--all")
    assert len(whole.splitlines()) > 24
    stands(
        whole, "has known of your plan since Thu 4 Feb", "Next week", "Mon 12", "Tue 13", "Wed 14"
    )


def test_what_is_owed_above_three_is_counted_and_stands_whole_in_all(life: Life) -> None:
    """Five promises: three lines and two more; `--all` and the page for a browser have them all."""
    things = ("slides", "a quote", "the sheet", "a demo", "an agenda")
    for number, thing in enumerate(things, 36):
        life.say(number, f"log 'coffee with Tomas from sales' 10m next me 2027-03-15: '{thing}'")
    page = life.page(5)
    assert page.count("You owe") <= 3
    stands(page, "You owe", "more: pmpath report last --all")
    assert all(one in flat(life.page(5, "--all")) for one in things)
    assert all(one in life.page(5, "--format", "html") for one in things)


def test_a_month_that_runs_goes_on_with_the_steps_that_the_day_names(life: Life) -> None:
    """Seen in the morning, both take today's step as done: the days behind it have the same."""
    month = flat(life.say(80, "report month", 8))
    ahead = flat(life.say(80, "today --week", 8))
    first = ahead.partition("min")[2].partition(".")[0].removeprefix(": ").strip()
    assert first
    assert first in month.partition("The next seven days")[2]
    today = flat(life.say(80, "today --list", 8)).partition("min ")[2].partition(".")[0].strip()
    assert today
    assert today not in month.partition("The next seven days")[2]


def test_what_shows_the_whole_report_shows_the_same_period(life: Life) -> None:
    """The command repeats the words that asked for the period, and that it is for others."""
    for number in range(36, 41):
        life.log(
            number, f"coffee with Tomas from sales 30m, he said the sheet number {number} helps"
        )
    assert "more: pmpath report last --all" in flat(life.page(5))
    assert "more: pmpath report last --share --all" in flat(life.page(5, "--share"))
    assert "more: pmpath report --all" in flat(life.say(41, "report"))
