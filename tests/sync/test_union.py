from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.domain.log.journal import fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.lines import RECORD, lines_of
from pmpath.storage.log.read import LogReader
from pmpath.storage.log.union import beyond, union
from tests.doctor.garbage import GARBAGE
from tests.effort import examples
from tests.storage.running import HEADER, line
from tests.storage.test_reading import histories, totals

quick = settings(max_examples=examples(300))
ONE, TWO, THREE = line(1) + b"\n", line(2) + b"\n", line(3) + b"\n"
BASE = HEADER + ONE + TWO


def journal(content: bytes) -> dict[str, Any]:
    """Everything that reports know of a log."""
    return totals(fold(LogReader(Folder("/nowhere"), content).records()))


def ids(content: bytes) -> set[str]:
    """The ids of the records that count."""
    return {one.id for one in lines_of(content) if one.state == RECORD}


def log(draw: st.DrawFn, lines: list[bytes]) -> bytes:
    """Some of the lines in some order, with rubbish between them, perhaps torn at the end."""
    some = draw(st.lists(st.sampled_from(lines), unique=True))
    rubbish = draw(st.lists(st.sampled_from([*GARBAGE.values(), b"", HEADER.strip()]), max_size=2))
    text = b"\n".join(draw(st.permutations([*some, *rubbish])))
    return text + draw(st.sampled_from([b"", b"\n", b'\n{"torn', b"\r\n"]))


@st.composite
def three_logs(draw: st.DrawFn) -> tuple[bytes, bytes, bytes]:
    """A log and what two machines made of it: grown, or changed in any way."""
    lines = draw(histories())
    base = draw(st.sampled_from([b"", HEADER, log(draw, lines)]))
    sides = [draw(st.sampled_from([base, base + log(draw, lines), log(draw, lines)]))
             for _ in range(2)]  # fmt: skip
    return base, sides[0], sides[1]


@given(logs=three_logs())
@quick
def test_no_record_of_either_side_is_lost_whatever_they_did(
    logs: tuple[bytes, bytes, bytes],
) -> None:
    """The union of both sets of ids, in either order; joined once more it stays as it is."""
    base, mine, theirs = logs
    one, other = union(base, mine, theirs), union(base, theirs, mine)
    assert ids(one.content) == ids(other.content) == ids(mine) | ids(theirs)
    assert journal(one.content) == journal(other.content)
    assert one.records == len(ids(one.content) - ids(mine))
    for side in (mine, theirs):
        assert ids(union(side, one.content, side).content) == ids(one.content)
        assert union(side, side, one.content).content == one.content


@given(logs=three_logs())
@quick
def test_lines_beyond_are_those_that_were_not_there(logs: tuple[bytes, bytes, bytes]) -> None:
    """Counted in the tail alone, or over all of both."""
    base, mine, _ = logs
    found = {one.id for one in beyond(base, mine) if one.state == RECORD}
    assert ids(mine) - ids(base) <= found


def test_both_went_on_and_mine_come_first() -> None:
    """The bytes of mine stay; a missing line break at an end joins no two lines."""
    joined = union(BASE, BASE + THREE.strip(), BASE + line(4) + b"\n")
    assert joined.content == BASE + THREE + line(4) + b"\n"
    assert joined.records == 1


def test_a_side_that_did_nothing_takes_the_other_as_it_is() -> None:
    """Byte for byte, so that two machines that exchange in turn end with one file."""
    theirs = HEADER + TWO + THREE + ONE
    assert union(BASE, BASE, theirs).content == theirs
    assert union(BASE, BASE, BASE + THREE).content == BASE + THREE


def test_a_record_whose_line_was_deleted_comes_back() -> None:
    """Deleted here or there, or with all the others."""
    for mine, theirs in ((HEADER + ONE, BASE), (BASE, HEADER + ONE), (b"", BASE), (BASE, b"")):
        assert ids(union(BASE, mine, theirs).content) == ids(BASE)


def test_an_edit_by_hand_is_taken_over_in_its_place() -> None:
    """On one side alone; if both edited one record, both lines stay and mine counts."""
    edited = HEADER + line(1, text="tea") + b"\n" + TWO
    assert union(BASE, BASE + THREE, edited).content == edited + THREE
    assert union(BASE, edited, BASE + THREE).content == edited + THREE
    other = HEADER + line(1, text="milk") + b"\n" + TWO
    assert union(BASE, edited, other).content == edited + line(1, text="milk") + b"\n"
    assert union(BASE, edited, other).records == 0


def test_a_line_that_a_repair_set_aside_stays_out() -> None:
    """On the side of the repair and on the other; rubbish that is new is kept."""
    damaged = BASE + b"garbage\n"
    assert union(damaged, BASE, damaged + THREE).content == BASE + THREE
    assert union(damaged, damaged + THREE, BASE).content == BASE + THREE
    assert union(BASE, BASE + THREE, BASE + b"garbage\n").content == BASE + THREE + b"garbage\n"


def test_marks_of_a_merge_by_a_website_are_set_aside_like_any_line() -> None:
    """The records around them count once."""
    marked = BASE + b"<<<<<<< main\n" + THREE + b"=======\n" + line(4) + b"\n>>>>>>> other\n"
    joined = union(BASE, BASE + THREE, marked)
    assert ids(joined.content) == ids(marked)
    assert joined.content.count(b"coffee 3") == 1
