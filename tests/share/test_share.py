from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.findings.weekly import Concerns, ReportedFinding
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import Reason
from pmpath.domain.entry import ASK, ME, THEM, Entry, Next
from pmpath.domain.kinds import Close, MilestoneDone, Record
from pmpath.domain.log.journal import fold
from pmpath.domain.metric import Metric
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap, StepRole, Target
from pmpath.reports.deeds import as_deed
from pmpath.reports.period.hidden import Hidden
from pmpath.reports.period.report import PeriodReport, period_report
from pmpath.reports.period.share import shared, shared_plan
from pmpath.reports.roadmap import roadmap_report
from tests.build import CATALOG, START, VOCABULARY, day, entry, plan, rest, roadmap
from tests.effort import examples
from tests.formats.pages import drawn, every_format
from tests.screens.test_report_screen import busy_week, report, screen

LENA, NOOR, NORDFRAKT = "Lena (PM)", "Noor (PMM)", "Nordfrakt (customer)"
WEEK = week_of(day(7))


def told(
    records: list[Record], *, notes: bool = False, on: Roadmap | None = None,
    period: Period = WEEK, openings: tuple[str, ...] = (),
) -> PeriodReport:  # fmt: skip
    """The shared report of a period."""
    journal = fold([plan(START), *records], keep=period)
    here = Situation(on or roadmap(), journal, CATALOG, period.last, VOCABULARY)
    return shared(period_report(here, period), Hidden(here, openings), notes=notes)


def a_week() -> list[Record]:
    return [
        entry(day(8), 45, track="allies", people=(LENA,), action="allies.coffee",
              text="coffee with @lena:pm about the bonus", tags=("secret",),
              notes={"said": "Noor may help"},
              next=Next(ME, NOOR, "slides for Nordfrakt", day(16))),
        entry(day(9), 60, track="customers", people=(NORDFRAKT,), text="call at Nordfrakt"),
        entry(day(9), 20, track="allies", people=(NOOR,), next=Next(THEM, LENA, "a yes", day(15))),
    ]  # fmt: skip


EXPECTED = """\
## Done

- Tue 19, 45 min: PM and sales allies: {coffee}
- Wed 20, 1 h: Customer contact
- Wed 20, 20 min: PM and sales allies
"""


def test_entries_are_told_by_track_and_action() -> None:
    """The typed words are gone; what kind of thing was done stays, with its minutes."""
    coffee = as_deed(CATALOG.actions["allies.coffee"].title)
    text = drawn(told(a_week()), "markdown")
    assert EXPECTED.format(coffee=coffee) in text
    assert "bonus" not in text


def test_people_become_initials_with_their_function() -> None:
    """L. is a PM; Noor and Nordfrakt share a letter, so that one of them has a number."""
    text = screen(told(a_week()))
    assert "met L. (new), N. (new), N2. (new)" in " ".join(text.split())
    assert "N2. (PMM), by Wed 27 Jan: as promised" in text
    assert "L. (PM), by Tue 26 Jan: an answer" in text
    assert "What was promised, for N2. (PMM)." in text
    assert "slides" not in text
    assert text.endswith("\nShared: names as initials, notes left out.\n")


def test_with_notes_the_words_stay_and_the_names_in_them_go() -> None:
    """Quotes and promises are shown; who is named in them is an initial there as well."""
    text = screen(told(a_week(), notes=True))
    assert 'L.: "N2. may help"' in text
    assert "slides for N." in text
    assert "Nordfrakt" not in text
    assert text.endswith("\nShared: names as initials, with the notes.\n")


def test_an_initial_at_the_end_of_a_sentence_is_its_full_stop() -> None:
    """`for X.`, not `for X..`."""
    text = screen(
        told([entry(day(8), people=("Xaver",), next=Next(ME, "Xaver", "a page", day(15)))])
    )
    assert "What was promised, for X.\n" in text
    assert ".." not in text


def test_a_name_at_the_end_of_the_first_line_ends_it() -> None:
    """`met X.`, not `met X..`; and what has no track is a step, not an empty line."""
    met: list[Record] = [entry(day(at), people=("Xaver",), event="met", track="") for at in (1, 8)]
    text = screen(told(met))
    assert "met X.\n" in text
    assert "A step" in text
    assert "\n\n\n" not in text


def test_pay_is_left_out() -> None:
    """A number about pay is in no shared report; another number is."""
    numbers: list[Record] = [
        entry(day(8), metrics=(Metric("base salary", 70, 80, "kEUR"),)),
        entry(day(9), metrics=(Metric("set-up calls", 5, 3),)),
    ]
    for text in every_format(told(numbers, notes=True)).values():
        assert "salary" not in text
        assert "et-up calls" in text


def test_answers_and_reminders_are_left_out() -> None:
    """They tell of pay and private matters, so no shared report has them, notes or not."""
    answers = {"pay_cut_percent": 15, "duty": "the review queue"}
    journal = fold([plan(START)], keep=WEEK)
    here = Situation(roadmap(answers=answers), journal, CATALOG, WEEK.last, VOCABULARY)
    plainly = changed(period_report(here, WEEK), reminders=("15% less are all right",))
    made = shared(plainly, Hidden(here), notes=True)
    assert (made.open_answers, made.reminders) == ((), ())


def test_the_reason_of_a_step_is_left_out() -> None:
    """It tells of answers, in JSON alone, and so nobody would notice it on the screen."""
    journal = fold([plan(START)], keep=WEEK)
    here = Situation(roadmap(), journal, CATALOG, WEEK.last, VOCABULARY)
    plainly = period_report(here, WEEK)
    early = tuple(
        changed(one, step=changed(one.step, reason=Reason("early", "you take 15% less")))
        for one in plainly.next_steps
    )
    made = shared(changed(plainly, next_steps=early), Hidden(here), notes=True)
    # The third was about pay.
    assert len(made.next_steps) == 2
    assert "15%" not in drawn(made, "json")


def test_the_reason_of_a_week_off_is_left_out() -> None:
    """Days off are said; what they were for is in the notes."""
    off = changed(rest(day(7), day(13)), reason="migraine at Lena's")
    known = entry(day(1), people=(LENA,))
    assert "\nDays off.\n" in screen(told([off, known]))
    assert "\nDays off: migraine at L.'s.\n" in screen(told([off, known], notes=True))


def test_whoever_the_roadmap_names_is_hidden() -> None:
    """Tiers, contacts and leaders name people that no entry has named yet."""
    own = Milestone("own.trial", "allies", "A trial with Ada, Bea and Cleo", 60, "core", due=day(9))
    answers = {"contacts": ["Bea (PM)"], "leaders": ["Cleo (head of sales) since 2026-10-01"]}
    on = roadmap(milestones=(own,), answers=answers, people={"Ada (PM)": "ally"})
    assert [one.title for one in told([], on=on).milestones.open] == ["A trial with A., B. and C."]


def concerned(figures: dict[str, object], name: str, *, notes: bool) -> PeriodReport:
    """A shared report in which one concern has these figures, in full and in a line."""
    journal = fold([plan(START), entry(day(1), people=(LENA, NOOR))], keep=WEEK)
    here = Situation(roadmap(), journal, CATALOG, WEEK.last, VOCABULARY)
    text = "said " + " ".join(f"{{{key}}}" for key in figures)
    said = ReportedFinding(name, "Nordic", day(5), 1, text, figures)
    found = Concerns(said, (said,), (said,))
    return shared(changed(period_report(here, WEEK), concerns=found), Hidden(here), notes=notes)


@pytest.mark.parametrize("key", ["what", "text", "worry", "said", "words", "title", "any new one"])
def test_a_concern_with_typed_words_is_left_out(key: str) -> None:
    """Nobody can tell what stands in a typed word; with the notes it is told, names hidden."""
    for form, text in every_format(concerned({key: "of Lena"}, "X", notes=False)).items():
        assert "of L" not in text, form
        assert "Nordic" not in text, form
    for form, text in every_format(concerned({key: "of Lena"}, "X", notes=True)).items():
        assert "of L." in text, form
        assert "Lena" not in text, form


def test_a_concern_of_names_days_and_numbers_is_told() -> None:
    """Who, when and how long: with an initial in the place of the name, and a milestone's title."""
    title = next(iter(CATALOG.milestones.values())).title
    figures = {"person": LENA, "last": day(3), "days": 21, "title": title}
    text = screen(concerned(figures, "X", notes=False))
    assert "The one thing\n  Said L. (PM) Thu 14 Jan 21 " in text
    assert text.casefold().count("said l. (pm)") == 2
    assert "Nordic" not in drawn(concerned(figures, "X", notes=True), "json")


def test_a_promise_shows_the_way_without_its_words() -> None:
    """The concern about people names whom, by when, and that something was promised."""
    figures = {"whom": NOOR, "what": "slides for Lena", "due": day(20)}
    text = screen(concerned(figures, "NO_PEOPLE", notes=False))
    assert "Said N. (PMM) what was promised Sun 31 Jan" in text


def test_a_concern_about_pay_is_left_out() -> None:
    """Whatever else is shared."""
    made = concerned({"metric": "base salary"}, "NO_RESULT", notes=True)
    assert made.concerns == Concerns()


def test_a_function_that_tells_more_than_a_kind_of_work_goes() -> None:
    """`PM at Karavel` names a company that nothing else knows."""
    people = ("Ida (head of sales)", "Max (PM at Karavel)")
    made = told([entry(day(8), people=people, next=Next(ME, people[1], "x", day(9)))])
    assert made.moves.yours[0].person == "M."
    assert [one.person for one in made.met] == ["I. (head of sales)", "M."]


def test_ids_of_own_milestones_are_not_told() -> None:
    """`own.joerg-mueller` spells a name in a way that nothing could look for."""
    own = Milestone("own.joerg-mueller", "allies", "A trial with Jörg", 60, "core", due=day(9))
    known = [entry(day(8), people=("Jörg Müller",))]
    made = told(list(known), on=roadmap(milestones=(*roadmap().milestones, own)))
    assert ("own", "A trial with J.") in [(one.id, one.title) for one in made.milestones.open]
    assert "roadmap.checked" in [one.id for one in made.milestones.open]


def test_names_are_found_in_any_spelling() -> None:
    """Capitals, handles, genitives, parts of a name, and an accent of its own."""
    people = ("Jörg Müller (support)", "Lena (PM)")
    journal = fold([plan(START), entry(day(1), people=people)])
    hidden = Hidden(Situation(roadmap(), journal, CATALOG, day(2), VOCABULARY), ("Karavel: PM",))
    for text, expected in {
        "LENA and lena": "L. and L.",
        "Lena's deck, Lenas deck": "L.'s deck, L.s deck",
        "@jörg_müller:support": "@J.:support",
        "Jo\u0308rg   MU\u0308LLER": "J.",
        "mr. Müller": "mr. J.",
        "Kalena, Lenart, helena": "Kalena, Lenart, helena",
        "at karavel, KARAVEL's": "at a company, a company's",
    }.items():
        assert hidden.hide(text) == expected


def test_the_report_itself_is_untouched() -> None:
    """Sharing makes another value; minutes, days and pictures are the same in both."""
    journal = fold([plan(START), *a_week()], keep=WEEK)
    here = Situation(roadmap(), journal, CATALOG, WEEK.last, VOCABULARY)
    plainly = period_report(here, WEEK)
    made = shared(plainly, Hidden(here), notes=False)
    assert plainly.shared is None
    assert (made.this_period, made.tracks, made.strips) == (
        plainly.this_period, plainly.tracks, plainly.strips,
    )  # fmt: skip
    assert "Lena" in screen(plainly)


def test_the_way_to_the_words_is_not_for_somebody_else() -> None:
    """`prepare l.` would help nobody."""
    ask: list[Record] = [entry(day(8), people=(LENA,), track="allies")]
    for form in ("terminal", "markdown", "html"):
        assert "prepare" not in drawn(told(ask), form)


# No word of ours holds such letters in a row, so that whatever of them shows was typed.
LETTERS = st.text(alphabet="bdfghjkqvwxz", min_size=5, max_size=9)


class Secrets(Frozen):
    """Typed words of one life, none of them part of another."""

    people: tuple[str, ...]
    company: str
    opening: str
    words: tuple[str, ...]


@st.composite
def lives(draw: st.DrawFn) -> Secrets:
    """Two people, one of them with two names, a company, an opening, and nine words."""
    found = draw(st.lists(LETTERS, min_size=17, max_size=17, unique_by=lambda one: one[:4]))
    one, two, more, company, opening, *words = found
    many = draw(st.booleans())
    people = (one.title(), f"{two.title()} {more.title()}" if many else two.title())
    return Secrets(people, company.title(), opening.title(), tuple(words))


def lived(secret: Secrets) -> tuple[list[Record], Roadmap]:
    """A plan and a log that have every secret in every place that takes typed words."""
    one, two = secret.people
    labels = (f"{one} (PM)", f"{two} ({secret.words[0]})")
    said = f"with {one} and {two}'s team at {secret.company}"
    numbers = count()
    typed: list[Record] = [
        entry(
            day(7 + at), 30, track=track, people=labels, text=f"{secret.words[1]} {said}",
            action=action, half=half, tags=(secret.words[2],), opening=f"{secret.opening}: PM",
            notes={"said": f"{secret.words[3]} {said}", "worry": secret.words[3]},
            metrics=(
                Metric(f"calls at {secret.company} of {one}", 5, 3, secret.company, two),
                Metric(f"pay {secret.words[4]}", 1, 2, secret.words[4], secret.words[4]),
            ),
            next=Next(who, labels[next(numbers) % 2], f"{secret.words[5]} {said}", day(15 + at)),
        )
        for at, (track, action, half, who) in enumerate((
            ("allies", "allies.coffee", "", ME), ("customers", "", "", THEM),
            ("writing", "", ASK, THEM), ("allies", "", "", ME),
        ))
    ]  # fmt: skip
    typed += [
        changed(rest(day(12), day(12)), reason=f"{secret.words[6]} {said}"),
        plan(day(9), target=date(2028, 3, 6), reason=f"{secret.words[6]} {said}"),
        MilestoneDone("m", "2027-01-19T20:00:00+00:00", day(8), f"own.{one.lower()}"),
        Close("c", "2027-01-24T20:00:00+00:00", day(13), "paused", f"{secret.words[6]} {said}"),
    ]
    target = Target(
        f"PM at {secret.company}", date(2028, 3, 6), START, START, secret.company, scope="standard"
    )
    milestones = (
        *roadmap().milestones,
        Milestone(f"own.{one.lower()}", "allies", f"Trial {said}", 60, "core", due=day(8)),
        Milestone(f"own.{two.lower()[:4]}", "allies", f"Next {said}", 60, "core", due=day(40)),
    )
    answers = {
        "cause": secret.words[7], "duty": secret.words[8], "contacts": [f"{one} (PM)"],
        "leaders": [f"{two} (head of sales) since 2026-10-01"],
    }  # fmt: skip
    held = StepRole("in", f"sales engineer {said}", date(2026, 4, 20), 12, None)
    return typed, roadmap(
        target=target, milestones=milestones, answers=answers, springboard=held,
        never_say=(secret.words[9],), people={f"{two}": "ally"},
    )  # fmt: skip


def names_of(secret: Secrets) -> list[str]:
    """Every name: people by their parts, companies."""
    return [*" ".join(secret.people).split(), secret.company, secret.opening]


def shared_lives(secret: Secrets, *, closed: bool, notes: bool) -> PeriodReport:
    records, on = lived(secret)
    kept = [one for one in records if closed or not isinstance(one, Close)]
    whole = Period(START, day(14), "all")
    return told(kept, notes=notes, on=on, period=whole, openings=(f"{secret.opening}: PM",))


@settings(max_examples=examples(60))
@given(lives(), st.booleans())
def test_no_hidden_word_stands_in_any_format(secret: Secrets, closed: bool) -> None:
    """Names, companies, pay, notes, typed words, tags, reasons and answers: none comes through."""
    made = every_format(shared_lives(secret, closed=closed, notes=False))
    for form, text in made.items():
        found = text.casefold()
        for word in (*names_of(secret), *secret.words):
            assert word.casefold() not in found, (form, word)


LATER = [week_of(day(21)), week_of(day(49)), week_of(day(77)), week_of(day(140))]


@settings(max_examples=examples(40))
@given(lives(), st.sampled_from(LATER), st.booleans())
def test_no_hidden_word_stands_in_what_a_later_week_says(
    secret: Secrets, week: Period, notes: bool
) -> None:
    """Weeks later concerns, open promises and what still stands speak of the same words."""
    records, on = lived(secret)
    kept: list[Record] = [one for one in records if not isinstance(one, Close)]
    # Somebody else is met, so that the later week comes after no gap and hears of concerns.
    kept += [entry(day(at), 30, track="reading", text=secret.words[1]) for at in range(15, 150, 3)]
    report = told(kept, notes=notes, on=on, period=week, openings=(f"{secret.opening}: PM",))
    gone = [*names_of(secret), *(secret.words[at] for at in (0, 1, 2, 4, 7, 8, 9))]
    gone += [] if notes else [secret.words[at] for at in (3, 5, 6)]
    for form, text in every_format(report).items():
        for word in gone:
            assert word.casefold() not in text.casefold(), (form, word)


@settings(max_examples=examples(60))
@given(lives(), st.booleans())
def test_with_notes_no_name_stands_in_any_format(secret: Secrets, closed: bool) -> None:
    """Quotes, promises and reasons are there; names, companies, pay and answers are not."""
    made = every_format(shared_lives(secret, closed=closed, notes=True))
    gone = [*names_of(secret), *(secret.words[at] for at in (0, 1, 2, 4, 7, 8, 9))]
    for form, text in made.items():
        found = text.casefold()
        for word in gone:
            assert word.casefold() not in found, (form, word)
        assert secret.words[3] in text


def test_without_sharing_the_same_words_show() -> None:
    """The property above can fail: the report for oneself has names, notes and companies."""
    secret = Secrets(("Bdfgh", "Hjkqv Wxzbd"), "Kqvwx", "Zzxwv", tuple(
        f"{letter}dfgh" for letter in "bfghjkqvwxzy"
    ))  # fmt: skip
    records, on = lived(secret)
    journal = fold([plan(START), *records], keep=WEEK)
    here = Situation(on, journal, CATALOG, WEEK.last, VOCABULARY)
    text = every_format(period_report(here, WEEK))
    for word in ("Bdfgh", "Hjkqv", "Kqvwx", secret.words[3], secret.words[5], secret.words[6]):
        assert word in text["html"], word
        assert word in text["json"], word


@pytest.mark.parametrize("name", ["X", "\U0001f600", "5", "ß"])
def test_odd_names_have_a_label(name: str) -> None:
    """One letter, a number or no letter at all: something stands there, and nothing breaks."""
    made = told([Entry("a", "2027-01-19T20:00:00+00:00", day(8), "x", 15, people=(name,))])
    assert made.met[0].person in ("X.", "somebody", "5.", "SS.")


def test_private_steps_are_hidden() -> None:
    """Working out the pay floor: neither as the step of next week nor by its title once done."""
    plainly = report(busy_week(), WEEK)
    assert plainly.answer is not None
    assert plainly.answer.action == "roadmap.pay-floor"
    done = entry(day(8), 60, track="roadmap", action="roadmap.pay-floor", text="floor: ninetytwo")
    both: list[list[Record]] = [busy_week(), [done]]
    for records in both:
        for form, text in every_format(told(records)).items():
            assert "pay you accept" not in text, form
            assert "roadmap.pay-floor" not in text, form
            assert "ninetytwo" not in text, form


def test_the_picture_of_the_plan_is_shared_without_names_and_reasons() -> None:
    """A milestone that names a person and a firm, and a plan that was changed with a reason."""
    own = Milestone("lena-talk", "allies", "Talk with Lena at Nordfrakt", 60, "core",
                    weeks_before=20)  # fmt: skip
    on = changed(roadmap(), milestones=(*roadmap().milestones, own))
    journal = fold([plan(START), *a_week(), plan(day(3), reason="Lena is away")], keep=WEEK)
    here = Situation(on, journal, CATALOG, WEEK.last, VOCABULARY)
    found = shared_plan(roadmap_report(here), Hidden(here))
    titles = [one.milestone.title for one in found.milestones if one.track == "allies"]
    assert [one for one in titles if one.startswith("Talk with L.")]
    assert "Lena" not in str(found)
    assert "Nordfrakt" not in str(found)
