from __future__ import annotations

import stat
import tomllib
from pathlib import Path

import pytest

from pmpath.domain.roadmap.hours import spread_over_week
from tests.commands.conftest import SETUP, Terminal

ANSWERS = """\
[target]
role = "product manager"
date = 2028-01-10
side = "inside"
profile = "senior"

[minutes]
tue = 60
thu = 60
sat = 120

[[vacation]]
from = 2027-07-05
to = 2027-07-18

[answers]
why = ["customers", "influence"]
customer_love = 4
contacts = ["Lena (PM)", "Jörg Müller (sales)"]

[springboard]
state = "skip"
"""


def roadmap(terminal: Terminal) -> dict[str, object]:
    return tomllib.loads((terminal.home / "roadmap.toml").read_text(encoding="utf-8"))


def test_init_writes_a_roadmap_its_schema_and_the_first_plan(empty: Terminal) -> None:
    """Seven files and no more, each readable by the user alone."""
    empty.type(*SETUP)
    files = {one.name for one in empty.home.iterdir()}
    assert files == {
        "roadmap.toml", "roadmap.schema.json", "log.jsonl", ".gitattributes", ".gitignore", ".lock",
        ".plan",
    }  # fmt: skip
    assert stat.S_IMODE(empty.home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in empty.home.iterdir()} == {0o600}
    assert '"kind":"plan"' in empty.log
    assert '"target":"2028-01-10"' in empty.log


def test_the_new_roadmap_names_its_schema_in_the_first_line(empty: Terminal) -> None:
    """Editors complete and check the file by it."""
    empty.type(*SETUP)
    text = (empty.home / "roadmap.toml").read_text(encoding="utf-8")
    assert text.startswith("#:schema ./roadmap.schema.json\n")
    assert "# Your roadmap. It is yours" in text


def test_the_screen_that_init_ends_with(empty: Terminal) -> None:
    """Time, fit, odds with their year, first milestones and the step of today."""
    text = empty.type(*SETUP, "--engineers", "150", "--pms", "5")
    assert "Product manager by 10 Jan 2028 · 52 weeks left" in text
    assert "4 h a week" in text
    assert "30 engineers for each product manager" in text
    assert "20 to 50 (2011)" in text
    assert "First milestones" in text
    assert "pmpath done" in text


def test_other_odds_are_not_compared_with_the_article(empty: Terminal) -> None:
    """40 engineers and 8 PMs are 5 each, outside the article's range (A12)."""
    text = empty.type(*SETUP, "--engineers", "40", "--pms", "8")
    assert "5 engineers for each product manager" in text
    assert "20 to 50" not in text


def test_two_hours_for_half_a_year_do_not_fit_and_init_says_so(empty: Terminal) -> None:
    """The plan is written all the same, with the ways out (A10)."""
    text = empty.type("init", "--yes", "--target", "2027-07-12", "--hours", "2")
    assert "does not fit" in text
    assert (
        "Ways a later date, 17 Jan 2028, for the core; 3 h 31 a week for your date; or the search"
        " alone: pmpath init --mode search"
    ) in " ".join(text.split())
    assert (empty.home / "roadmap.toml").exists()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--hours", "4"), 2,
         "pmpath: The target date is missing: everything is counted back from it.\n"
         '  pmpath init --target 2027-09-01 --role "product manager" --hours 4\n'),
        (("--target", "2028-01-10"), 2,
         "pmpath: The hours a week are missing.\n"
         '  pmpath init --target 2027-09-01 --role "product manager" --hours 4\n'),
        (("--target", "2026-12-01", "--hours", "4"), 2,
         "pmpath: The target date 2026-12-01 has passed.\n  Set the day you will start.\n"),
        (("--target", "2027-03-01", "--hours", "4"), 2,
         "pmpath: 7 weeks left: too few for a whole plan.\n"
         "  Set a date from 2027-04-05 on, or plan just the job search: --mode search\n"),
        (("--target", "2040-03-01", "--hours", "4"), 2,
         "pmpath: 2040-03-01 is more than ten years away.\n  Choose a date within ten years.\n"),
        (("--target", "2028-01-10", "--hours", "1"), 2,
         "pmpath: No plan fits into 60 minutes a week.\n"
         "  A plan needs at least 90 minutes: write 1.5 hours, or 20 min a day.\n"),
        (("--target", "2028-13-10", "--hours", "4"), 2,
         "pmpath: --target: 2028-13-10 is not in the calendar.\n  Write 2027-09-01.\n"),
        (("--target", "2028-01-10", "--hours", "70"), 2,
         "pmpath: --hours: 70 is not between 1.5 and 60 hours a week.\n"
         "  Write 4, or 30 min a day, or mon-fri 30, sat 90.\n"),
        (("--target", "2028-01-10", "--hours", "4", "--profile", "boss", "--customer-love", "9"), 2,
         "pmpath: These answers do not make a valid roadmap.\n"
         '  --profile is "boss"; allowed: ic, senior, step\n'
         "  --customer-love is 9; at most 5 is allowed\n"),
    ],
)  # fmt: skip
def test_answers_that_make_no_plan_are_refused_and_nothing_is_written(
    empty: Terminal, words: tuple[str, ...], code: int, message: str
) -> None:
    """One sentence and what would be right; no file appears."""
    empty.type("init", "--yes", *words, code=code)
    assert empty.err == message
    assert not empty.home.exists()


def test_a_plan_shorter_than_sixteen_weeks_is_written_and_named(empty: Terminal) -> None:
    """14 weeks: the plan is there, and the first row says what is credible."""
    text = empty.type("init", "--yes", "--target", "2027-04-19", "--hours", "8")
    assert "16 weeks is the shortest credible plan; this one is shorter" in " ".join(text.split())
    assert (empty.home / "roadmap.toml").exists()
    assert "shortest credible" not in empty.type(*SETUP, code=2)


def test_init_never_touches_an_existing_roadmap(terminal: Terminal) -> None:
    """A second init is refused and leaves every byte."""
    before = (terminal.home / "roadmap.toml").read_bytes()
    terminal.type(*SETUP, code=2)
    assert "There already is a roadmap, and init never overwrites one." in terminal.err
    assert (terminal.home / "roadmap.toml").read_bytes() == before


def test_an_answers_file_says_the_same_as_options(empty: Terminal, tmp_path: Path) -> None:
    """Tables of a roadmap without tracks and milestones are enough."""
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    empty.type("init", "--yes", "--answers", str(answers))
    written, given = roadmap(empty), tomllib.loads(ANSWERS)
    for table in ("answers", "vacation", "springboard"):
        for key, value in given[table].items() if table != "vacation" else ():
            assert written[table][key] == value  # type: ignore[index]
    assert written["vacation"] == given["vacation"]
    assert written["minutes"]["sat"] == 120  # type: ignore[index]
    assert written["target"]["profile"] == "senior"  # type: ignore[index]


def test_an_option_wins_over_the_answers_file(empty: Terminal, tmp_path: Path) -> None:
    """What is typed last counts."""
    answers = tmp_path / "answers.toml"
    answers.write_text(ANSWERS, encoding="utf-8")
    empty.type("init", "--yes", "--answers", str(answers), "--side", "both", "--hours", "4")
    target, minutes = roadmap(empty)["target"], roadmap(empty)["minutes"]
    assert target["side"] == "both"  # type: ignore[index]
    assert minutes["sat"] == 90  # type: ignore[index]


def test_faults_of_an_answers_file_are_named_with_their_lines(
    empty: Terminal, tmp_path: Path
) -> None:
    """Every fault at once, each with its line in that file."""
    answers = tmp_path / "answers.toml"
    broken = ANSWERS.replace('"senior"', '"boss"').replace("customer_love = 4", "customer_lov = 4")
    answers.write_text(broken, encoding="utf-8")
    empty.type("init", "--yes", "--answers", str(answers), code=4)
    assert 'answers.toml:5: target.profile is "boss"; allowed: ic, senior, step' in empty.err
    assert "answers.toml:18: answers.customer_lov is not a key of this table" in empty.err
    assert "did you mean customer_love?" in empty.err
    assert not empty.home.exists()


def test_an_answers_file_that_is_not_there_is_named(empty: Terminal) -> None:
    """Exit 3, with the whole path."""
    empty.type("init", "--yes", "--answers", "nowhere.toml", code=3)
    assert "nowhere.toml: There is no such answers file." in empty.err


def test_a_folder_in_place_of_an_answers_file_is_said(empty: Terminal, tmp_path: Path) -> None:
    """It is the person's and stays where it is; a name in it is offered."""
    empty.type("init", "--yes", "--answers", str(tmp_path), code=2)
    assert empty.err == (
        f"pmpath: {tmp_path}: That is a folder, not an answers file.\n"
        f"  Name a file in it: pmpath init --answers {tmp_path}/answers.toml\n"
    )


def test_the_hours_of_a_week_are_spread_with_one_long_slot() -> None:
    """4 hours: half an hour Monday to Friday, an hour and a half on Saturday, Sunday free."""
    assert spread_over_week(240) == {
        "mon": 30, "tue": 30, "wed": 30, "thu": 30, "fri": 30, "sat": 90, "sun": 0,
    }  # fmt: skip


@pytest.mark.parametrize("total", range(90, 2400, 35))
def test_no_minute_is_lost_in_spreading(total: int) -> None:
    """Whatever the total, the days add up to it."""
    assert sum(spread_over_week(total).values()) == total


def test_skipping_the_step_role_settles_its_milestone(empty: Terminal) -> None:
    """The decision was made in init, so nobody is asked for it again."""
    empty.type(*SETUP, "--springboard", "skip")
    assert '"kind":"milestone","of":"springboard.decided"' in empty.log


def test_a_free_role_title_is_kept_and_shown(empty: Terminal) -> None:
    """The article's "marketing" covers more than one title (A1)."""
    empty.type("init", "--yes", "--target", "2028-01-10", "--hours", "4",
               "--role", "product marketing manager")  # fmt: skip
    assert empty.type().startswith("Product marketing manager by 10 Jan 2028")
    assert "Product marketing manager by" in empty.type("report")


def test_a_tight_point_is_named(empty: Terminal) -> None:
    """Two hours a week for a year: the applications need more than there is by then."""
    text = " ".join(empty.type("init", "--yes", "--target", "2028-01-10", "--hours", "2").split())
    assert "Tight " in text
    assert "Ten applications or introductions, three practice interviews: " in text


def test_favorable_answers_bring_no_concern(empty: Terminal) -> None:
    """Only the dated facts are said."""
    text = empty.type("init", "--yes", "--target", "2028-01-10", "--hours", "5", "--customer-love",
                      "5", "--junior", "yes", "--pay-cut", "20", "--pay-floor")  # fmt: skip
    assert "  Open " not in text
    assert "  Ways " not in text


def test_hard_answers_bring_three_concerns_the_fit_first(empty: Terminal) -> None:
    """Love 1, junior no, cut 0%, 2 h a week and 26 weeks: the plan is written all the same."""
    text = empty.type("init", "--yes", "--target", "2027-07-12", "--hours", "2", "--customer-love",
                      "1", "--junior", "no", "--pay-cut", "0")  # fmt: skip
    names = [line.split()[0] for line in text.splitlines() if line.startswith("  ")
             and not line.startswith("   ")]  # fmt: skip
    assert names[:6] == ["Plan", "Time", "Fit", "Ways", "Open", "Open"]
    assert names.count("Open") == 2
    assert roadmap(empty)["target"]["mode"] == "test"  # type: ignore[index]


@pytest.mark.parametrize(
    ("target", "hours", "name"),
    [("2027-04-12", "10", "16 weeks is the shortest credible plan"),
     ("2028-07-10", "10", "more than needed")],
)  # fmt: skip
def test_a_plan_too_short_or_too_slow_says_so(
    empty: Terminal, target: str, hours: str, name: str
) -> None:
    """13 weeks are written with that concern first; 78 weeks at ten hours are slow."""
    text = empty.type("init", "--yes", "--target", target, "--hours", hours)
    assert name in " ".join(text.split())


@pytest.mark.parametrize(
    ("why", "said"),
    [("money", "sales earns most if it goes well, says the article (2011)"),
     ("strategy", "strategy is the small part, about one percent, says the article (2011)")],
)  # fmt: skip
def test_a_reason_brings_the_articles_word_on_it(empty: Terminal, why: str, said: str) -> None:
    """A2 and A51; another reason brings none."""
    text = " ".join(empty.type(*SETUP, "--why", why).split())
    assert said in text
    assert text.count("says the article (2011)") == 1


def test_volunteer_job_and_trial_may_be_left_out(empty: Terminal) -> None:
    """Neither is dated, counted or proposed; what depended on them stands."""
    empty.type(*SETUP, "--without", "volunteer", "--without", "trial")
    shown = empty.type("milestones")
    assert "volunteer." not in shown
    assert "craft.trial" not in shown
    assert "Volunteer result" in empty.type("roadmap").partition("Not in your plan")[2]


def test_what_cannot_be_left_out_is_refused(empty: Terminal) -> None:
    """With what can."""
    empty.type(*SETUP, "--without", "customers", code=2)
    assert empty.err.startswith(
        'pmpath: --without does not know "customers".\n  Allowed: volunteer, '
    )


def test_a_track_that_is_switched_off_takes_its_milestones_along(terminal: Terminal) -> None:
    """By hand: active = false under the track; the blocks stay in the file."""
    path = terminal.home / "roadmap.toml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('id = "volunteer"\nactive = true', 'id = "volunteer"\nactive = false')
    )
    assert "volunteer." not in terminal.type("milestones")
    assert path.read_text("utf-8").count("volunteer.") > 1
