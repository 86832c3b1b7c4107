"""Who is meant by a name that was typed."""

from __future__ import annotations

from pmpath.coach.gathered.people import people
from pmpath.coach.situation import Situation
from pmpath.domain.people import key_of, typed


def people_known(situation: Situation) -> dict[str, str]:
    """Everybody that the log, the answers or the allow list name: the fullest label by key."""
    everybody = people(situation.journal, situation.roadmap, situation.today)
    return {one.key: one.person for one in everybody}


def people_called(name: str, situation: Situation) -> list[str]:
    """The labels that a typed name may mean: that very name, else all that begin with it.

    It may be spelled as in the log, as a screen offers it (without the signs that a shell takes for
    itself), or without accents and signs.
    """
    known = people_known(situation)
    key = key_of(name.lstrip("@").partition(":")[0].replace("_", " "))
    if not key:
        return []
    # `Lena B.` is kept as Lena B: a dot behind an initial is no part of it.
    for one in (key, key.replace(".", "")):
        if one in known:
            return [known[one]]
        group = situation.journal.names.person(one)
        if group is not None and group.key in known:
            return [known[group.key]]
    found = [label for one, label in sorted(known.items()) if one.startswith(key)]
    return found or [one for one in known.values() if key_of(typed(one)) == key_of(typed(key))]
