"""What `why` explains, as light values: points of the article, concerns, numbers.

Content is checked by the tests (`tests/content`); at run time it is trusted.
"""

from __future__ import annotations

from pmpath.domain.content.concerns import Concern, concerns_from
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

# Words that ask for today's step, and are the id of nothing.
TODAY = ("today", "step")


class Point(Frozen):
    """A point of the article, by its number, in our own words; `also` are other words that mean it.

    `disputed` says where it is dated or contested.
    """

    n: int
    text: str
    disputed: str = ""
    also: tuple[str, ...] = ()


class Number(Frozen):
    """A number on a screen: how it is made, why it is there, what changes it.

    `also` are other words that mean it, `advice` the points of the article it rests on.
    """

    id: str
    title: str
    made: str
    why: str
    changes: str
    also: tuple[str, ...]
    advice: tuple[int, ...]


class Reasons(Frozen):
    """By id; `advice` has the points that a track or an action rests on."""

    points: Mapping[int, Point]
    concerns: Mapping[str, Concern]
    numbers: Mapping[str, Number]
    track_whys: Mapping[str, tuple[str, str]]
    advice: Mapping[str, tuple[int, ...]]


def reasons_from(tables: Mapping[str, Any], actions: Iterable[Mapping[str, Any]]) -> Reasons:
    """The reasons in the parsed tables, which stand under their file names without the ending.

    `actions` are the parsed files of actions. `track_whys` are the purpose and the reason of each
    track.
    """
    tracks = tables["tracks"]["track"]
    with_advice = [*tracks, *(item for table in actions for item in table["action"])]
    return Reasons(
        points={
            item["n"]: Point(
                item["n"], item["text"], item.get("disputed", ""), tuple(item.get("also", ()))
            )
            for item in tables["advice"]["advice"]
        },
        concerns=concerns_from(tables["findings"]),
        numbers={
            item["id"]: Number(
                item["id"], item["title"], item["made"], item["why"], item["changes"],
                tuple(item["also"]), tuple(item["advice"]),
            )
            for item in tables["numbers"]["number"]
        },
        track_whys={item["id"]: (item["purpose"], item["why"]) for item in tracks},
        advice={item["id"]: tuple(item["advice"]) for item in with_advice},
    )  # fmt: skip
