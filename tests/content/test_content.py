"""The content under data/: what holds of the files as they are delivered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from pmpath.domain.language.vocabulary import Vocabulary
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests.content.real_tables import block, read_tables, words
from tests.content.schema import faults
from tests.content.tables import ROADMAP_KEYS

TRACKS = [
    *("roadmap", "customers", "springboard", "writing", "positioning", "allies"),
    *("reading", "sponsors", "volunteer", "search", "craft"),
]
TRIAL = [f"craft.trial-{step}" for step in ("find", "ask", "hour", "line", "decide")]
# Whoever knows nobody begins with it.
INTRODUCTION = "allies.intro"
# What is left once an offer is accepted.
LEFT = ["search.notice", "search.thanks", "search.first-90"]
# Per profile: hours of the core tier, with standard, with extended; one measured result counted.
HOURS = {"ic": (66.5, 98, 174), "senior": (73, 104.5, 180.5), "step": (57.5, 97, 173)}
NEVER_SAID = re.compile(r"\b(should|must|guarantee\w*)\b|!(\s|$)", re.IGNORECASE)
# Rule 1 of the voice, for the texts that a screen shows as they are.
NEVER_SHOWN = re.compile(r"\b(only|still not|failed|behind(?! plan)|great|welcome back)\b", re.I)
MONEY = re.compile(r"[$€£]\s?\d|\b\d[\d,.]*\s?(k\b|usd|eur|dollars|euros)", re.IGNORECASE)


TABLES = read_tables()
ACTIONS = [action for track in TRACKS for action in TABLES[f"actions/{track}.toml"]["action"]]
MILESTONES = TABLES["milestones.toml"]["milestone"]
POINTS = TABLES["advice.toml"]["advice"]


def texts(value: object, skip: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in skip:
                yield from texts(inner, skip)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, skip)


def test_the_content_has_no_fault() -> None:
    """What is delivered passes its own check."""
    assert faults(TABLES) == []


def test_there_are_eleven_tracks_in_their_order() -> None:
    """The plan is made of the eleven tracks, and words.txt knows them and engineering."""
    assert [track["id"] for track in TABLES["tracks.toml"]["track"]] == TRACKS
    assert list(TABLES["words.txt"]) == [*TRACKS, "engineering"]


def test_the_catalog_has_its_99_actions_the_introduction_the_trial_and_the_end() -> None:
    """Each track has its number of actions; introduction, trial and what an end asks for on top."""
    added = [INTRODUCTION, *TRIAL, *LEFT]
    catalog = [action for action in ACTIONS if action["id"] not in added]
    assert len(ACTIONS) == 99 + len(added)
    counted = Counter(action["id"].partition(".")[0] for action in catalog)
    assert [counted[track] for track in TRACKS] == [8, 10, 9, 8, 10, 9, 8, 7, 8, 12, 10]
    assert Counter(a["cadence"] for a in catalog) == {"once": 39, "weekly": 16, "monthly": 44}
    assert Counter(a["minutes"] for a in catalog) == {15: 21, 30: 28, 60: 35, 120: 15}
    assert sum(action["people"] for action in catalog) == 45


@pytest.mark.parametrize(
    ("file", "name", "count"),
    [
        ("milestones.toml", "milestone", 42),
        ("phases.toml", "phase", 4),
        ("areas.toml", "area", 6),
        ("books.toml", "book", 47),
        ("advice.toml", "advice", 68),
        ("talks.toml", "talk", 9),
        ("talks.toml", "message", 49),
        ("questions.toml", "question", 17),
        ("pairs.toml", "pair", 20),
        ("numbers.toml", "number", 13),
        ("reminders.toml", "reminder", 2),
        ("interview.toml", "question", 6),
    ],
)
def test_each_table_is_complete(file: str, name: str, count: int) -> None:
    """No block of a table gets lost."""
    assert len(TABLES[file][name]) == count


def test_points_and_questions_are_numbered_without_a_gap() -> None:
    """The 68 points stand in order; of the 17 questions seven come first."""
    assert [point["n"] for point in TABLES["advice.toml"]["advice"]] == list(range(1, 69))
    questions = TABLES["questions.toml"]["question"]
    assert sorted(question["n"] for question in questions) == list(range(1, 18))
    assert [question["n"] for question in questions if question["first"]] == [7, 5, 6, 9, 2, 14, 13]


def test_each_roadmap_key_is_filled_by_one_question() -> None:
    """No answer is asked for twice, and none is never asked for."""
    asked = [key for one in TABLES["questions.toml"]["question"] for key in one["keys"]]
    assert sorted(asked) == sorted(ROADMAP_KEYS)


@pytest.mark.parametrize("profile", HOURS)
@pytest.mark.parametrize("way", ["craft", "volunteer"])
def test_hours_add_up_whichever_way_the_result_is_made(profile: str, way: str) -> None:
    """One measured result counts: by trial or by volunteer work it has the same hours.

    A milestone that an answer brings comes on top.
    """
    spent = dict.fromkeys(("core", "standard", "extended"), 0.0)
    for milestone in MILESTONES:
        other_way = "one_of" in milestone and not milestone["id"].startswith(way)
        if profile in milestone and not other_way and "when" not in milestone:
            spent[milestone[profile]["tier"]] += milestone[profile]["hours"]
    core, standard, extended = spent.values()
    assert (core, core + standard, core + standard + extended) == HOURS[profile]


def test_a_trial_is_a_way_to_the_measured_result_only_inside() -> None:
    """The trial needs a company to be in; the volunteer job does not."""
    ways = {one["id"]: one.get("sides") for one in MILESTONES if "one_of" in one}
    assert ways == {
        "volunteer.baseline": None,
        "volunteer.result": None,
        "craft.trial-agreed": ["inside", "both"],
        "craft.trial-decided": ["inside", "both"],
    }


def test_every_milestone_lies_inside_the_plan_and_nearer_in_a_shorter_one() -> None:
    """Offsets grow with the length of the plan and never pass it."""
    for milestone in MILESTONES:
        for profile in HOURS.keys() & milestone.keys():
            weeks = milestone[profile]["weeks_before"]
            assert weeks == sorted(weeks), milestone["id"]
            inside = [w < length for w, length in zip(weeks, (26, 39, 52, 78), strict=True)]
            assert all(inside), milestone["id"]


def test_the_measured_result_has_twelve_weeks_to_grow() -> None:
    """Between the volunteer number before and after lie at least twelve weeks."""
    for profile in HOURS:
        before = block(TABLES, "milestones.toml", "volunteer.baseline")[profile]["weeks_before"]
        after = block(TABLES, "milestones.toml", "volunteer.result")[profile]["weeks_before"]
        assert all(b - a >= 12 for b, a in zip(before, after, strict=True))


def test_a_textbook_comes_before_every_other_shelf() -> None:
    """No book is proposed before a chapter of a textbook was read (A31)."""
    prereq = {action["id"]: action["prereq"] for action in ACTIONS}
    for action in ("positioning-book", "top-ten", "sales-book", "other-shelf"):
        assert prereq[f"reading.{action}"] == ["reading.textbook"]
    assert prereq["reading.textbook"] == ["reading.textbook-pick"]
    assert prereq["reading.business-book"] == ["reading.top-ten"]


def test_the_making_slot_passes_from_track_to_track() -> None:
    """No two tracks of a slot become live at once, except a stepping-stone role on request."""
    live = {
        one["id"]: (one["slot"], one["live_from_percent"]) for one in TABLES["tracks.toml"]["track"]
    }
    del live["springboard"]
    assert len(set(live.values())) == len(live)
    making = [percent for slot, percent in live.values() if slot == "making"]
    assert sorted(making) == [0, 12, 21, 28, 42]


def test_no_text_commands_promises_or_shouts() -> None:
    """No should, must or guarantee, no exclamation mark; how a point is checked may quote them.

    So may the words by which a plan is told from a deed.
    """
    for file, table in TABLES.items():
        for text in texts(table, skip=("to_come", "questions", "manner")):
            assert not NEVER_SAID.search(text), (file, text)


def test_words_on_screens_keep_the_voice() -> None:
    """Titles, halves, talks and questions know no word that measures the person."""
    shown = [
        *(a.get(key, "") for a in ACTIONS for key in ("title", "done_when", "ask", "hold")),
        *(milestone[key] for milestone in MILESTONES for key in ("title", "done_when")),
        *texts(TABLES["talks.toml"]),
        *texts(TABLES["questions.toml"]),
        *texts(TABLES["notes.toml"]),
        *texts(TABLES["tracks.toml"]),
        *texts(TABLES["findings.toml"], skip=("id",)),
        *texts(TABLES["numbers.toml"]),
        *(point.get(key, "") for point in POINTS for key in ("text", "disputed")),
    ]
    assert [text for text in shown if NEVER_SHOWN.search(text)] == []


def test_no_action_advises_on_an_mba_and_no_text_names_market_pay() -> None:
    """The article gives no verdict on an MBA (A9); pay is the user's own figure (A49)."""
    assert [action["title"] for action in ACTIONS if "mba" in action["title"].lower()] == []
    for file, table in TABLES.items():
        # In the points of advice the donations of the article's example may be named.
        for text in texts(table, skip=("log_line",)):
            pays = MONEY.search(text) and "donations" not in text
            assert not pays, (file, text)


def test_asks_and_openings_have_slots_that_can_be_filled() -> None:
    """Nothing but {person}, {worry} and {number} stands in braces."""
    for action in ACTIONS:
        slots = re.findall(r"\{.*?\}", action.get("ask", "") + action.get("hold", ""))
        assert set(slots) <= {"{person}"}, action["id"]
    for talk in TABLES["talks.toml"]["talk"]:
        slots = re.findall(r"\{.*?\}", "".join(texts(talk)))
        assert set(slots) <= {"{person}", "{worry}", "{number}"}, talk["id"]
        assert talk["opening"].startswith("{person}, ")


def vocabulary() -> Vocabulary:
    hints = {word: track for track, listed in words().items() for word in listed}
    lexicon = content().vocabulary().lexicon
    return Vocabulary(tuple(TRACKS), hints, frozenset(TABLES["notes.toml"]), lexicon)


def test_the_line_of_each_talk_can_be_typed_and_is_understood() -> None:
    """It needs no quoting in a shell and gives a track, minutes, a person and a next move."""
    for talk in TABLES["talks.toml"]["talk"]:
        line = talk["log_line"].replace("{person}", "lena")
        assert re.fullmatch(r"[\w @:+.,-]+", line), talk["id"]
        draft = read(line, date(2027, 4, 5), vocabulary())
        assert all((draft.track, draft.minutes, draft.people, draft.next)), talk["id"]


@pytest.mark.parametrize(
    ("line", "track"),
    [
        ("coffee with lena", "allies"),
        ("listened to a customer call", "customers"),
        ("asked lena for a seat on one customer call", "customers"),
        ("read gorchels chapter", "reading"),
        ("applied", "search"),
        ("rewrote resume", "search"),
        ("wrote a post", "writing"),
        ("so what ladder", "positioning"),
        ("charity donations page", "volunteer"),
        ("told ida", "sponsors"),
        ("triage", "craft"),
        ("wrote release note", "craft"),
        ("planned next week", "roadmap"),
        ("set exit date with my boss", "springboard"),
    ],
)
def test_a_line_typed_in_a_hurry_finds_its_track(line: str, track: str) -> None:
    """The words people type are on the right line of words.txt."""
    assert read(line, date(2027, 4, 5), vocabulary()).track == track


def test_plain_engineering_is_told_from_the_path() -> None:
    """A line about engineering alone gets the tag and no track."""
    draft = read("refactored the ingestion job", date(2027, 4, 5), vocabulary())
    assert (draft.track, draft.tags) == ("", ("engineering",))
