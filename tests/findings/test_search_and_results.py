from __future__ import annotations

from pmpath.coach.statement.drafts import last_drafts
from pmpath.domain.entry import HOLD, ME, Entry, Evidence, Next
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.domain.side_kinds import LEADS_WITH_TECHNOLOGY, Check
from tests.build import day, entry, roadmap
from tests.findings.looked import figures, found, metric

APPLIED = "application"


def test_no_search_is_raised_when_half_of_the_plan_is_gone() -> None:
    """Of 364 days: silent on day 181, raised on day 182 with weeks left and openings seen."""
    seen = [entry(day(100), track="search", opening="Nordfrakt: PM")]
    assert found("NO_SEARCH", seen, 181) is None
    assert figures("NO_SEARCH", seen, 182) == {"weeks": 26, "openings": 1}


def test_no_search_is_raised_under_sixteen_weeks_in_a_short_plan() -> None:
    """A plan of 24 weeks: its half, day 84, comes after the 16 weeks that begin with day 57."""
    short = roadmap(target=changed(roadmap().target, date=day(24 * 7)))
    assert found("NO_SEARCH", [], 56, short) is None
    assert figures("NO_SEARCH", [], 57, short) == {"weeks": 15, "openings": 0}


def test_one_application_clears_no_search() -> None:
    """The stage applied is an application."""
    sent = entry(day(150), track="search", tags=(APPLIED,), opening="Nordfrakt: PM")
    assert found("NO_SEARCH", [sent], 182) is None


def aimed(title: str, number: int = 20) -> list[Entry]:
    """An application for a title."""
    return [entry(day(number), track="search", tags=(APPLIED,), opening=title)]


def leveled(level: str) -> Roadmap:
    """A plan with a start level."""
    return roadmap(target=changed(roadmap().target, level=level))


def test_an_aim_above_the_start_level_is_raised_with_both() -> None:
    """Head of Product, when a product manager was agreed; a PM or a level moved up: silent."""
    raised = figures("LEVEL_MISMATCH", aimed("Nordfrakt: Head of Product"), 20)
    assert raised == {
        "title": "Nordfrakt: Head of Product", "day": day(20), "level": "product manager",
    }  # fmt: skip
    assert found("LEVEL_MISMATCH", aimed("Nordfrakt: PM"), 20) is None
    high = aimed("Nordfrakt: Head of Product")
    assert found("LEVEL_MISMATCH", high, 20, leveled("head of product")) is None
    assert found("LEVEL_MISMATCH", aimed("Senior PM"), 20, leveled("senior")) is None


def test_an_aim_is_spoken_of_for_four_weeks() -> None:
    """An application of day 20 is there on day 47, gone on day 48."""
    assert found("LEVEL_MISMATCH", aimed("VP Product"), 47) is not None
    assert found("LEVEL_MISMATCH", aimed("VP Product"), 48) is None


def refused(number: int) -> list[Entry]:
    """A no on a day."""
    return [entry(day(number), track="search", tags=("rejected",), opening="Nordfrakt: PM")]


def test_a_no_is_spoken_of_for_seven_days() -> None:
    """A no on day 30: raised that day and on day 37, gone on day 38."""
    assert figures("AFTER_NO", refused(30), 30) == {"what": "Nordfrakt (PM)", "day": day(30)}
    assert found("AFTER_NO", refused(30), 37) is not None
    assert found("AFTER_NO", refused(30), 38) is None


def test_a_step_taken_or_booked_clears_a_no() -> None:
    """A later entry on the search, or a promise made with the no."""
    step = entry(day(31), track="search", text="asked for the reason")
    assert found("AFTER_NO", [*refused(30), step], 32) is None
    booked = [changed(refused(30)[0], next=Next(ME, "", "rewrite the first line", day(35)))]
    assert found("AFTER_NO", booked, 32) is None


def sided(*sides: str) -> list[Entry]:
    """An application on each of these sides, a day after the other from day 10 on."""
    return [entry(day(10 + n), track="search", tags=("application", one), opening=f"Firm {one} {n}")
            for n, one in enumerate(sides)]  # fmt: skip


def test_a_search_on_one_side_is_raised_after_six_weeks_with_both_counts() -> None:
    """Eight steps outside from day 10 on: silent on day 51, raised on day 52."""
    outside = sided(*["outside"] * 8)
    assert found("ONE_SIDED_SEARCH", outside, 51) is None
    assert figures("ONE_SIDED_SEARCH", outside, 52) == {"inside": 0, "outside": 8}
    assert found("ONE_SIDED_SEARCH", [*outside, *sided("inside")], 52) is None


def test_an_opening_at_the_own_company_is_the_other_side_without_a_word_for_it() -> None:
    """Outside by their tags, inside by the firm alone: both sides have one, and nothing is raised.

    The count that would be shown is the same as that which decides.
    """
    own = entry(
        day(12), track="search", event="applied", tags=("application",), opening="Nordfrakt: PM"
    )
    plan = roadmap(target=changed(roadmap().target, company="Nordfrakt"))
    outside = sided(*["outside"] * 3)
    assert figures("ONE_SIDED_SEARCH", outside, 60, plan) == {"inside": 0, "outside": 3}
    assert found("ONE_SIDED_SEARCH", [*outside, own], 60, plan) is None


def test_a_side_that_was_chosen_is_not_spoken_of() -> None:
    """The plan says outside: no finding, the monthly reminder is there for it."""
    chosen = roadmap(target=changed(roadmap().target, side="outside"))
    assert found("ONE_SIDED_SEARCH", sided(*["outside"] * 8), 80, chosen) is None


def piece(number: int) -> list[Entry]:
    """A piece for engineers."""
    tags = ("published", "engineers")
    return [entry(day(number), track="writing", tags=tags, text="queues explained")]


def test_a_piece_for_engineers_asks_for_a_manager_version_on_day_fifteen() -> None:
    """Published on day 0: silent on day 14, named on day 15."""
    assert found("NO_MANAGER_VERSION", piece(0), 14) is None
    assert figures("NO_MANAGER_VERSION", piece(0), 15) == {
        "what": "queues explained", "day": day(0),
    }  # fmt: skip


def test_a_link_with_an_audience_of_engineers_is_such_a_piece() -> None:
    """Without any tag: a link on the writing track and --audience "engineers: 40"."""
    shown = entry(
        day(0), track="writing", text="queues",
        evidence=(Evidence("link", "https://example.org/q"), Evidence("audience", "engineers", 40)),
    )  # fmt: skip
    assert found("NO_MANAGER_VERSION", [shown], 15) is not None


def test_a_version_for_managers_clears_the_piece() -> None:
    """The action, or a piece published for managers; the next piece for engineers counts anew."""
    version = entry(day(9), track="writing", action="writing.manager-version")
    assert found("NO_MANAGER_VERSION", [*piece(0), version], 15) is None
    tagged = entry(day(9), track="writing", tags=("published", "managers"))
    assert found("NO_MANAGER_VERSION", [*piece(0), tagged], 15) is None
    assert found("NO_MANAGER_VERSION", [*piece(0), version, *piece(12)], 27) is not None


def hour(number: int, **fields: object) -> Entry:
    """An hour of volunteer work."""
    return entry(day(number), 60, track="volunteer", action="volunteer.hour", **fields)


def test_volunteer_work_without_a_number_is_raised_after_fourteen_days() -> None:
    """The first hour on day 3: silent on day 16, raised on day 17; choosing is not work yet."""
    chosen = entry(day(1), track="volunteer", action="volunteer.pick")
    assert found("NO_BASELINE", [chosen, hour(3)], 16) is None
    assert figures("NO_BASELINE", [chosen, hour(3)], 17) == {"first": day(3), "days": 14}
    measured = entry(day(5), track="volunteer", metrics=(metric(),))
    assert found("NO_BASELINE", [hour(3), measured], 17) is None


def test_a_number_without_its_second_side_is_raised_after_eight_weeks() -> None:
    """The first value on day 5: silent on day 60, raised on day 61; the second value clears it."""
    first = entry(day(5), track="volunteer", metrics=(metric(),))
    assert found("NO_RESULT", [first], 60) is None
    raised = figures("NO_RESULT", [first], 61)
    assert (raised["metric"], raised["weeks"], raised["before"]) == ("donations", 8, "4200 USD")
    second = entry(day(50), track="volunteer", metrics=(metric(after=7900),))
    assert found("NO_RESULT", [first, second], 61) is None


def test_a_result_that_is_on_no_resume_is_raised_on_day_fifteen() -> None:
    """Both sides on day 0: silent on day 14, raised on day 15; a line of the resume clears it."""
    won = entry(day(0), track="craft", metrics=(metric("set-up calls", 5, 3),))
    assert found("RESUME_STALE", [won], 14) is None
    assert figures("RESUME_STALE", [won], 15) == {"metric": "set-up calls", "day": day(0)}
    line = entry(day(10), track="search", action="search.resume-line", half=HOLD)
    assert found("RESUME_STALE", [won, line], 15) is None
    half = entry(day(0), track="craft", metrics=(metric("set-up calls", 5),))
    assert found("RESUME_STALE", [half], 15) is None


def test_what_is_no_result_belongs_on_no_resume() -> None:
    """A number of the engineering job, and one that did not change."""
    tuned = entry(day(0), tags=("engineering",), metrics=(metric("build minutes", 20, 5),))
    assert found("RESUME_STALE", [tuned], 15) is None
    same = entry(day(0), track="craft", metrics=(metric("set-up calls", 5, 5),))
    assert found("RESUME_STALE", [same], 15) is None


def check(number: int, verdict: str, *words: str) -> Check:
    """A checked text."""
    return Check(
        f"c{number:025d}", f"{day(number)}T08:00:00+00:00", day(number), "x", verdict, words
    )


def test_talk_of_technology_is_raised_by_most_of_three_checked_texts() -> None:
    """Two of three lead with it: raised with their words; two of four are not most."""
    tech = [check(1, LEADS_WITH_TECHNOLOGY, "Kafka"), check(2, LEADS_WITH_TECHNOLOGY, "shards")]
    value = [check(3, "leads with value"), check(4, "leads with value")]
    assert found("TECH_TALK", tech, 10) is None
    assert figures("TECH_TALK", [*tech, value[0]], 10) == {
        "count": 2, "checked": 3, "words": "Kafka, shards", "span": 11,
    }  # fmt: skip
    assert found("TECH_TALK", [*tech, *value], 10) is None
    assert found("TECH_TALK", [*tech, value[0]], 29) is None


def test_titles_of_talks_and_pieces_count_as_checked_texts() -> None:
    """Three titles of technology raise it without any check; those of value do not."""

    def talks(*titles: str) -> list[Entry]:
        return [
            entry(day(number), track="positioning", event="talk", text=f'talk "{title}"')
            for number, title in enumerate(titles, 1)
        ]

    tech = talks("How our cache works", "Scaling our Kafka cluster", "Sharding Postgres by tenant")
    assert figures("TECH_TALK", tech, 10)["count"] == 3
    value = talks("Pages open before buyers leave", "Nurses go home on time", "Fewer late orders")
    assert found("TECH_TALK", value, 10) is None


def test_a_text_that_is_improved_on_one_day_counts_once_as_it_ended() -> None:
    """Three drafts of one sentence are one text, and the last of them is not technology."""
    drafts = [
        changed(check(1, verdict), id=f"d{number:025d}", text=text)
        for number, (verdict, text) in enumerate((
            (LEADS_WITH_TECHNOLOGY, "Our Kafka cache helps nurses go home"),
            (LEADS_WITH_TECHNOLOGY, "Our cache helps nurses go home on time"),
            ("leads with value", "Our cache lets nurses go home on time"),
        ))
    ]  # fmt: skip
    assert found("TECH_TALK", drafts, 10) is None
    assert [one.verdict for one in last_drafts(drafts)] == ["leads with value"]
