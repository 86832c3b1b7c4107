from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pmpath.storage.roadmap.edit import Source, with_values
from pmpath.storage.roadmap.keys import keys_of, sides
from pmpath.storage.sync.roadmap_replay import replayed
from tests.effort import examples
from tests.roadmap.texts import VALID

TEXT = "# one\n" + VALID.replace("[minutes]", "# two\n[minutes]")
quick = settings(max_examples=examples(80),
                 phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
# Neighbors on purpose: git merges none of these with the one beside it.
VALUES = {
    ("target", "role"): st.sampled_from(["product owner", "product lead"]),
    ("target", "company"): st.sampled_from(["Nordfrakt", 'a "quoted" one']),
    ("target", "date"): st.sampled_from([date(2028, 2, 7), date(2028, 3, 6)]),
    ("target", "profile"): st.just("senior"),
    ("minutes", "mon"): st.sampled_from([20, 45]),
    ("minutes", "sat"): st.sampled_from([20, 60]),
    ("minutes", "daily_cap"): st.just(200),
    ("answers", "junior"): st.sampled_from(["yes", "no"]),
    ("answers", "contacts"): st.just(["Noor (PM)"]),
    ("never_say",): st.just(["Bolt"]),
    ("track", 1, "times"): st.just(3),
    ("milestone", 0, "due"): st.just(date(2027, 3, 1)),
    ("milestone", 0, "title"): st.just("Checked"),
    ("milestone", 1, "due"): st.just(date(2027, 10, 1)),
}
changes = st.dictionaries(st.sampled_from(list(VALUES)), st.none(), max_size=5).flatmap(
    lambda chosen: st.fixed_dictionaries({path: VALUES[path] for path in chosen})
)
tails = st.sampled_from(["", *(
    f'\n# mine\n[[milestone]]\nid = "own.{name}"\ntrack = "writing"\ntitle = "x"\nhours = 1\n'
    f'tier = "core"\nweeks_before = 3\n' for name in ("talk", "guild")
)])  # fmt: skip


def written(values: dict[Any, Any], tail: str = "") -> str:
    """The roadmap with these values, and a block behind it."""
    return with_values(Source("roadmap", TEXT), values) + tail


def joined(mine: str, theirs: str) -> str | None:
    """What both make of the roadmap."""
    found = replayed(TEXT.encode(), mine.encode(), theirs.encode())
    return None if found is None else found.decode()


@given(here=changes, there=changes, tail=tails, their_tail=tails)
@quick
def test_changes_of_different_values_are_all_made_and_nothing_else_is(
    here: dict[Any, Any], there: dict[Any, Any], tail: str, their_tail: str
) -> None:
    """By neighbors, in blocks, with blocks added; the same value on both is not a conflict."""
    disagree = any(here[path] != there[path] for path in here.keys() & there.keys())
    both = joined(written(here, tail), written(there, their_tail))
    if disagree:
        assert both is None
        return
    ends = tail if tail == their_tail else tail + their_tail
    if tail == their_tail != "":
        # The same block on both: git's merge of lines has joined that before.
        return
    assert both is not None
    assert keys_of(both) == keys_of(written({**here, **there}, ends))
    assert [line for line in TEXT.split("\n") if line.startswith("#")] == [
        line for line in both.split("\n") if line.startswith("#") and line != "# mine"
    ]


def test_comments_of_one_side_are_kept_and_of_both_are_left_to_the_person() -> None:
    """Values move onto the text that has comments of its own, never the other way."""
    noted = TEXT.replace("[target]", "# mine\n[target]").replace('"product manager"', '"owner"')
    other = written({("target", "date"): date(2028, 2, 7)})
    for one, two in ((noted, other), (other, noted)):
        assert joined(one, two) == noted.replace("2028-01-10", "2028-02-07")
    assert joined(noted, other.replace("[minutes]", "# theirs\n[minutes]")) is None


def test_what_is_no_roadmap_is_never_joined() -> None:
    """No TOML, no UTF-8, or together not valid."""
    other = written({("target", "company"): "Nordfrakt"})
    assert joined(TEXT + "=", other) is None
    assert replayed(b"\xff", TEXT.encode(), other.encode()) is None
    assert joined(TEXT.replace('"ic"', '"boss"'), other) is None


def test_sides_name_each_key_with_its_lines() -> None:
    """Both values, the lines from 1, and nothing where a side lacks the key."""
    other = written({("milestone", 1, "title"): "Second", ("answers", "junior"): "no"})
    found = {one.key: one for one in sides(TEXT, other)}
    assert {*found} == {"milestone allies.second.title", "answers.junior"}
    line = TEXT.split("\n").index('title = "Second ally"') + 1
    one = found["milestone allies.second.title"]
    assert (one.mine, one.line) == ("Second ally", line)
    assert (one.theirs, one.other_line) == ("Second", line + 1)
    one = found["answers.junior"]
    assert (one.mine, one.line, one.theirs) == ("", 0, "no")
    assert other.split("\n")[one.other_line - 1] == 'junior = "no"'
