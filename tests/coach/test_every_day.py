"""What is the same on each of the days that are looked back on is found out once."""

from __future__ import annotations

from itertools import count

from pmpath.domain.log.journal import Journal
from tests.build import day, entry


def test_it_is_made_once_of_the_same_objects_and_anew_of_others() -> None:
    """A roadmap that is only tried out, and one more entry, change what is found out."""
    journal, roadmap, other, made = Journal(), object(), object(), count(1)

    def ask(of: object) -> int:
        return journal.every_day("what", (of,), lambda: next(made))

    assert [ask(roadmap), ask(roadmap), ask(other), ask(roadmap)] == [1, 1, 2, 3]
    assert journal.twin().every_day("what", (roadmap,), lambda: 0) == 3
    journal.add(entry(day(1)))
    assert ask(roadmap) == 4
