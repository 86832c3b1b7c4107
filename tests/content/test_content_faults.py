"""Each breach of the content's rules is named in one sentence, with file and item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.content.real_tables import Tables, block, read_tables
from tests.content.schema import faults

TABLES = read_tables()
Breach = Callable[[Tables], None]


def change(file: str, one: str, **values: object) -> Breach:
    def broken(tables: Tables) -> None:
        block(tables, file, one).update(values)

    return broken


def without(file: str, one: str, key: str) -> Breach:
    def broken(tables: Tables) -> None:
        del block(tables, file, one)[key]

    return broken


def _early(**values: object) -> Breach:
    def broken(tables: Tables) -> None:
        blocks = tables["early.toml"]["early"]
        next(one for one in blocks if one["when"] == "answers.why=strategy").update(values)

    return broken


def _twice(tables: Tables) -> None:
    again = {"id": "pricing", "name": "Prices", "words": ["price"]}
    tables["areas.toml"]["area"].append(again)


def _word_twice(tables: Tables) -> None:
    tables["words.txt"]["writing"].append("coffee")


def _strange_line(tables: Tables) -> None:
    tables["words.txt"]["hobby"] = []


def _no_line(tables: Tables) -> None:
    del tables["words.txt"]["engineering"]


def _unserved(tables: Tables) -> None:
    del tables["advice.toml"]["advice"][0]["served_by"]


def _no_file(tables: Tables) -> None:
    del tables["pairs.toml"]


def _strange_file(tables: Tables) -> None:
    tables["hobbies.toml"] = {}


def _no_block(tables: Tables) -> None:
    tables["books.toml"] = {}


def _strange_block(tables: Tables) -> None:
    tables["phases.toml"]["phases"] = []


def _strange_part(tables: Tables) -> None:
    tables["interview.toml"]["question"][0]["action"] = ["action:allies.coffe", "numbers"]


def _nameless_note(tables: Tables) -> None:
    del tables["notes.toml"]["worry"]["asks"]


def _no_profile(tables: Tables) -> None:
    for profile in ("ic", "senior", "step"):
        del block(tables, "milestones.toml", "craft.launch")[profile]


def _later(tables: Tables) -> None:
    block(tables, "milestones.toml", "writing.first-piece")["ic"]["weeks_before"] = [20, 29, 35, 65]


def _tier(tables: Tables) -> None:
    block(tables, "milestones.toml", "sponsors.two-told")["step"]["tier"] = "extended"


def _message(**values: object) -> Breach:
    def broken(tables: Tables) -> None:
        blocks = tables["talks.toml"]["message"]
        next(one for one in blocks if one["actions"] == ["allies.give"]).update(values)

    return broken


def _no_follow_up(tables: Tables) -> None:
    del tables["talks.toml"]["follow_up"]


BREACHES: list[tuple[Breach, str]] = [
    (
        change("actions/craft.toml", "craft.brief", minutes=20),
        "actions/craft.toml: craft.brief: minutes = 20 does not fit;"
        " it has to be 15, 30, 60 or 120",
    ),
    (
        change("actions/craft.toml", "craft.brief", minuets=20),
        "actions/craft.toml: craft.brief: minuets is not a key of this table",
    ),
    (
        without("actions/craft.toml", "craft.brief", "title"),
        "actions/craft.toml: craft.brief: title is missing",
    ),
    (_strange_part, "interview.toml: result names what no entry is: action:allies.coffe"),
    (_strange_part, "interview.toml: result names what no entry is: numbers"),
    (_nameless_note, "notes.toml: worry: asks is missing"),
    (_no_file, "pairs.toml: it is missing"),
    (_strange_file, "hobbies.toml: there is no such table"),
    (_no_block, "books.toml: there is no [[book]] in it"),
    (_strange_block, "phases.toml: phases is not a block here"),
    (
        _early(actions=["allies.shadoww"]),
        "early.toml: answers.why=strategy brings an action that does not exist: allies.shadoww",
    ),
    (
        _early(until_day=0),
        "early.toml: answers.why=strategy: until_day = 0 does not fit;"
        " it has to be greater than or equal to 1",
    ),
    (_early(from_day=20), "early.toml: answers.why=strategy ends on day 14, before it begins"),
    (
        _early(when="answers.hobby=chess"),
        "early.toml: answers.hobby=chess asks for a key that no question fills",
    ),
    (_twice, "areas.toml: pricing stands there 2 times"),
    (
        change("actions/craft.toml", "craft.metrics", id="allies.metrics"),
        "actions/craft.toml: allies.metrics does not begin with craft.",
    ),
    (
        change("actions/reading.toml", "reading.top-ten", prereq=["reading.nothing"]),
        "actions/reading.toml: reading.top-ten has a prereq that does not exist: reading.nothing",
    ),
    (
        change("actions/reading.toml", "reading.use-it", prereq=["count:hobby>=3"]),
        "actions/reading.toml: reading.use-it counts a track that does not exist: hobby>=3",
    ),
    (
        change("actions/craft.toml", "craft.brief", phase="later"),
        "actions/craft.toml: craft.brief has a phase that does not exist: later",
    ),
    (
        change("tracks.toml", "reading", live_from="later"),
        "tracks.toml: reading has a phase that does not exist: later",
    ),
    (
        change("tracks.toml", "craft", live_from_percent=20),
        "tracks.toml: craft is live from 20%, which lies in build",
    ),
    (
        change("findings.toml", "WIN", advice=[69]),
        "findings.toml: WIN names a point of advice that does not exist: 69",
    ),
    (
        change("tracks.toml", "reading", advice=[70]),
        "tracks.toml: reading names a point of advice that does not exist: 70",
    ),
    (
        change("actions/craft.toml", "craft.brief", advice=[71]),
        "actions/craft.toml: craft.brief names a point of advice that does not exist: 71",
    ),
    (
        change("numbers.toml", "pace", advice=[72]),
        "numbers.toml: pace names a point of advice that does not exist: 72",
    ),
    (
        change("numbers.toml", "pace", also=["reading"]),
        "numbers.toml: pace is asked for by reading, which stands in tracks.toml as well",
    ),
    (
        change("numbers.toml", "pace", also=["mba"]),
        "advice.toml: 9 is asked for by mba, which stands in numbers.toml: pace as well",
    ),
    (
        change("findings.toml", "PACE", threshold="findings.GAP.days"),
        "findings.toml: PACE has the threshold of another: findings.GAP.days",
    ),
    (_no_follow_up, "talks.toml: follow_up: lines is missing"),
    (
        _message(actions=["allies.map"]),
        "talks.toml: allies.give has 0 messages; each action that asks has one",
    ),
    (
        _message(actions=["allies.give", "allies.map"]),
        "talks.toml: allies.map has 1 messages; each action that asks has one",
    ),
    (
        _message(lines=["Dear [NAME],", "Here it is."]),
        'talks.toml: allies.give: "Dear [NAME]," has brackets, or a slot that is not filled',
    ),
    (
        _message(lines=["It is {weather}.", "Here it is.", "Bye."]),
        'talks.toml: allies.give: "It is {weather}." has brackets, or a slot that is not filled',
    ),
    (
        _message(lines=["The number: {number}.", "Here it is."]),
        "talks.toml: allies.give: with nothing known it has 1 lines of its own",
    ),
    (_unserved, "advice.toml: 1 is served by no action and not by the tool"),
    (
        without("actions/allies.toml", "allies.give", "hold"),
        "actions/allies.toml: allies.give needs a person and has no hold",
    ),
    (
        without("actions/allies.toml", "allies.give", "who"),
        "actions/allies.toml: allies.give needs a person and has no who",
    ),
    (
        change("actions/allies.toml", "allies.give", people=False),
        "actions/allies.toml: allies.give has ask and needs no person",
    ),
    (
        change("actions/allies.toml", "allies.give", ask="Send one useful thing"),
        "actions/allies.toml: allies.give asks nobody: there is no {person} in its ask",
    ),
    (
        change("milestones.toml", "writing.manager-piece", actions=["writing.nothing"]),
        "milestones.toml: writing.manager-piece has an action that does not exist: writing.nothing",
    ),
    (
        change("milestones.toml", "writing.manager-piece", depends_on=["writing.nothing"]),
        "milestones.toml: writing.manager-piece depends on a milestone that does not exist:"
        " writing.nothing",
    ),
    (
        _later,
        "milestones.toml: writing.manager-piece comes before writing.first-piece"
        " for ic in 52 weeks",
    ),
    (
        _tier,
        "milestones.toml: sponsors.bar-named is standard for step"
        " and depends on extended sponsors.two-told",
    ),
    (
        change("actions/allies.toml", "allies.map", prereq=["allies.worries"]),
        "actions: these wait for each other: allies.map, allies.coffee, allies.worries, allies.map",
    ),
    (
        change("milestones.toml", "roadmap.checked", depends_on=["springboard.decided"]),
        "milestones.toml: these wait for each other:"
        " roadmap.checked, springboard.decided, roadmap.checked",
    ),
    (_no_profile, "milestones.toml: craft.launch is in no profile"),
    (
        change("milestones.toml", "craft.launch", id="hobby.launch"),
        "milestones.toml: hobby.launch belongs to no track",
    ),
    (_word_twice, "words.txt: coffee stands under writing and under allies"),
    (_strange_line, "words.txt: hobby is not a track"),
    (_no_line, "words.txt: engineering has no line"),
]


@pytest.mark.parametrize(("breach", "sentence"), BREACHES, ids=[s for _, s in BREACHES])
def test_a_breach_is_named(breach: Breach, sentence: str) -> None:
    """A broken copy of the tables raises this sentence, with file and item."""
    tables = read_tables()
    breach(tables)
    assert sentence in faults(tables)


def test_all_faults_are_named_at_once() -> None:
    """Tables without any content are told file by file, not with a traceback."""
    found = faults({})
    assert "tracks.toml: it is missing" in found
    assert "words.txt: it is missing" in found
    assert len(found) >= len(TABLES) - len(TABLES["tracks.toml"]["track"])
