"""Words of an action fulfill nothing where the line itself leaves the deed in doubt."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.coach.meaning.clues import clues_from
from pmpath.coach.meaning.credit import Ledger, Wanted, counted
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.compose import Options, compose
from pmpath.domain.people import key_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests import build

TODAY = date(2027, 3, 17)
EYE = Eye(clues_from(build.CATALOG))
PEOPLE = ("Lena (PM)", "Ana (sales)", "Tom (manager)", "Vera (CMO)", "Mara (customer)")


def counts(line: str, step: str = "") -> tuple[str, ...]:
    """What a typed line fulfills, with the functions of the people known and this step that day."""
    made = compose(read(line, TODAY, content().vocabulary()), Options(), TODAY, None).entry
    names = tuple(one for one in PEOPLE if one.partition(" (")[0] in line)
    entry = changed(made, step=step, people=made.people or names)
    labels = {key_of(one): one for one in PEOPLE}
    ledger = Ledger(build.CATALOG, labels, Wanted(build.roadmap(), build.CATALOG))
    return counted(ledger.book(EYE.see(entry)), build.CATALOG)


@pytest.mark.parametrize("line", [
    "The intern shadowed Lena for half a day",
    "our rivals won the derby two nil",
    "The trainee from Graz wrote the release note in the end",
    "The shelter's chairwoman won a new sponsor",
    "My twin applied for an associate PM job",
    "It was Ivo who took the booth at the fair",
    "The board drew up a list of five charities",
    "Two colleagues rebuilt the deck last night",
    "Our lawyer wrote the white paper",
    "Peter's talk on value got nine people laughing",
])  # fmt: skip
def test_a_deed_of_whoever_stands_before_the_verb_is_not_mine(line: str) -> None:
    """A noun for a person, with a place or an owner, says who did it as well as a name does."""
    assert counts(line) == ()


@pytest.mark.parametrize("line", [
    "Swapped with Ivo, he sat the support shift instead of me",
    "While I slept, Ivo published the post",
    "Ivo listened in on Mara's call while I fixed the build",
])  # fmt: skip
def test_a_clause_of_somebody_else_names_no_object_of_mine(line: str) -> None:
    """Another clause has a subject of its own."""
    assert counts(line) == ()


@pytest.mark.parametrize("line", [
    "Renamed the white paper folder and moved it",
    "Made the upload resume after a dropped connection, 2h",
    "Pair programming with Ivo on the partner and donor import, 2h",
    "The battle card component needs a new prop, did it, 40m",
    "Merged the customer story branch, conflicts everywhere",
])  # fmt: skip
def test_what_only_names_a_part_of_a_thing_is_no_object(line: str) -> None:
    """Beside a word of software the object is no more than its name."""
    assert counts(line) == ()


@pytest.mark.parametrize("line", [
    "Booked a room for the mock interview with Lena",
    "Jotted down five questions for Mara about the last time her import failed",
    "Half the morning picking fonts for the white paper",
    "Got the login for the ticket system so I can read the complaints",
    "Printed the white paper for Ivo, he wants to copy the hashing",
    "Opened Inspired at chapter 3 and closed it again",
    "Put Inspired on my nightstand",
    "Subscribed to three job boards",
    "Sorted my desk before the weekly review",
    "Marked the customer call in my calendar",
])  # fmt: skip
def test_what_only_makes_a_deed_ready_is_not_the_deed(line: str) -> None:
    """Neither is a verb that no way knows, without time, people or a further clause."""
    assert counts(line) == ()


@pytest.mark.parametrize("line", [
    "Mock interview with Lena got dropped, she had a launch",
    "The sales book goes back to the library today, not a page read",
    "Rang Mara twice about the last time it broke, only got her voicemail",
    "Weekly review slipped again",
    "Wrote two lines of the white paper and threw them out",
    "Pay floor: came up with no number",
    "Applied? No, the form kept crashing",
    "Read zero tickets today",
    "Customer call: nobody dialed in",
    "Mock with Lena scrapped",
])  # fmt: skip
def test_a_denial_beside_the_deed_takes_it_back(line: str) -> None:
    """Whatever its verb: what is missing, what failed, and what was thrown away again."""
    assert counts(line) == ()


@pytest.mark.parametrize(("line", "step"), [
    ("Jotted an opening line for the talk with Tom on a sticky note", "sponsors.own-manager Tom"),
    ("Lena answered Mara's question before I even saw it", "customers.answer Lena"),
    ("Answered Tom's question about test coverage in the standup", "customers.answer Tom"),
])  # fmt: skip
def test_the_step_of_the_day_does_not_make_good_what_is_in_doubt(line: str, step: str) -> None:
    """Its person alone is not enough."""
    assert counts(line, step) == ()


@pytest.mark.parametrize(("line", "action"), [
    ("Printed the cheat sheet on renewals and gave it to Ana", "allies.make-helper"),
    ("opened up to my manager Tom about wanting to switch to product", "sponsors.own-manager"),
    ("Ana took me through a deal she won and one she lost, 40m", "allies.deal-review"),
    ("Together with Lena, went through a mock interview, 45m", "search.mock"),
    ("one hour on the food bank mails, wrote to lapsed donors", "volunteer.hour"),
    ("Put in 90 minutes for the food bank, sent the mailing", "volunteer.hour"),
    ("white paper, section two, 1h", "writing.white-paper"),
    ("coffee Lena 30m", "allies.coffee"),
        ("Ten job ads combed, no SQL in four of them, 30m", "search.read-ads"),
    ("Instead of lunch alone I had lunch with Ana, 40m", "allies.coffee"),
])  # fmt: skip
def test_a_plain_deed_counts_beside_the_same_words(line: str, action: str) -> None:
    """What was done later in the sentence, a time spent and my own part in it speak for it."""
    assert counts(line) == (action,)
