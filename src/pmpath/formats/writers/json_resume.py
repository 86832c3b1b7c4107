"""JSON Resume: results, talks, pieces, volunteering and the stepping-stone job, as parts of one.

pmpath knows neither name nor address of its user: what it writes is meant to be merged into a
resume that has them. Each part carries a mark by which a later export finds it again.
"""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import islice

from pmpath.domain.entry import Entry
from pmpath.domain.metric import Metric, change_of
from pmpath.formats.text import one_line, stable_id
from pmpath.formats.values import Facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    Part = dict[str, Any]
    Sections = dict[str, list[Part]]

# The key of a part that says it is pmpath's, and which.
MARK = "pmpath"
PUBLISHED, TALK, HELD, LEFT, INSIDE = "published", "talk", "in", "left", "inside"
LINK = re.compile(r"https?://\S+")
QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{4,})[\"”“»]")
OPENING_VERBS = re.compile(
    r"^(i |we )?(published|wrote|posted|released|gave|held|presented|put out)\b:? *", re.IGNORECASE
)
# Themes print a text as Markdown, or as raw HTML: none of these may act there.
PLAIN = str.maketrans({"*": "", "_": " ", "<": "‹", ">": "›", "`": "'", "[": "(", "]": ")"})
LIST_NUMBER = re.compile(r"^(\d+)\.(?= )")
LONGEST_NAME = 120
AT_ONCE = 1_000


def json_resume(facts: Facts) -> Iterator[str]:
    """A resume of these parts alone."""
    pieces = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(resume_sections(facts))
    # Each is a few letters.
    while text := "".join(islice(pieces, AT_ONCE)):
        yield text
    yield "\n"


def resume_sections(facts: Facts) -> Sections:
    """The parts by the section they belong to; sections without any are left out."""
    pieces = (one for one in facts.pieces if one.event != TALK)
    talks = (one for one in facts.pieces if one.event == TALK)
    found: Sections = {
        "work": list(_job(facts)),
        "volunteer": list(_volunteering(facts)),
        "publications": [_publication(one) for one in pieces],
        "projects": [*_results(facts.results), *map(_talk, talks)],
    }
    return {name: parts for name, parts in found.items() if parts}


def _job(facts: Facts) -> Iterator[Part]:
    """The stepping-stone job once it has begun; its firm only where the plan names it."""
    job, target = facts.roadmap.springboard, facts.roadmap.target
    if job.state not in (HELD, LEFT) or not job.role or job.since is None:
        return
    firm = plain(target.company) if target.side == INSIDE else ""
    part: Part = {MARK: "job"}
    if firm:
        # Some themes print the one, some the other.
        part |= {"name": firm, "company": firm}
    part |= {"position": plain(job.role), "startDate": job.since.isoformat()}
    if job.state == LEFT and job.exit_date is not None and job.exit_date >= job.since:
        part["endDate"] = job.exit_date.isoformat()
    yield part


def _volunteering(facts: Facts) -> Iterator[Part]:
    """What was done for the cause, as one part; none while the cause is not named."""
    cause = plain(str(facts.roadmap.answers.get("cause") or ""))
    days = [one.day for one in facts.volunteering]
    if not days or cause in ("", "none"):
        return
    yield {
        MARK: "volunteer",
        "organization": cause,
        "position": "Volunteer",
        "startDate": min(days).isoformat(),
    }


def _publication(one: Entry) -> Part:
    part: Part = {MARK: _mark("piece", one.id), "name": _title(one)}
    part["releaseDate"] = one.day.isoformat()
    if link := _link(one):
        part["url"] = link
    return part


def _talk(one: Entry) -> Part:
    part: Part = {MARK: _mark("talk", one.id), "name": _title(one)}
    part |= {"startDate": one.day.isoformat(), "endDate": one.day.isoformat()}
    part |= {"roles": ["Speaker"], "type": "talk"}
    if link := _link(one):
        part["url"] = link
    return part


def _results(entries: Iterable[Entry]) -> Iterator[Part]:
    """A part for each number by its name, its changes as highlights, oldest first."""
    by_name: dict[str, list[tuple[date, Metric]]] = {}
    for entry in entries:
        for one in entry.metrics:
            if one.before is not None and one.after is not None:
                key = " ".join(one.name.casefold().split())
                by_name.setdefault(key, []).append((entry.day, one))
    for key, found in by_name.items():
        days = [day for day, _ in found]
        yield {
            MARK: _mark("result", key),
            "name": _capital(plain(found[-1][1].name)) or "Result",
            "startDate": min(days).isoformat(),
            "endDate": max(days).isoformat(),
            "highlights": list(dict.fromkeys(_highlight(one) for _, one in found)),
            "type": "result",
        }


def _highlight(number: Metric) -> str:
    """`Sign-ups from 10 to 25 a month (150% more)`."""
    unit = " ".join(filter(None, [number.unit, number.period]))
    told = f"{number.name} from {number.before} to {number.after} {unit}".strip()
    return _capital(plain(f"{told}{_change(number)}"))


def _change(number: Metric) -> str:
    change = change_of(number)
    if change is None or not str(change.difference).strip("-0."):
        return ""
    less = str(change.difference).startswith("-")
    if change.points:
        size = str(change.difference).lstrip("-")
        return f" ({size} {'point' if size == '1' else 'points'} {'less' if less else 'more'})"
    if change.percent is None:
        return ""
    return f" ({abs(change.percent)}% {'less' if less else 'more'})"


def _title(one: Entry) -> str:
    """What stands in quotes, else the words less the verb they begin with and the links."""
    words = one_line(LINK.sub("", one.text)).strip(" :,.;-")
    quoted = QUOTED.search(words)
    named = quoted[1] if quoted else OPENING_VERBS.sub("", words)
    title = _capital(plain(named).strip(" :,.;-"))
    if len(title) > LONGEST_NAME:
        title = title[:LONGEST_NAME].rpartition(" ")[0] + " ..."
    return title or "Untitled"


def _link(one: Entry) -> str:
    links = (item.value for item in one.evidence if item.kind == "link")
    return next((link for link in links if LINK.fullmatch(link)), "")


def plain(text: str) -> str:
    """The text on one line, without signs that Markdown or HTML acts on."""
    return LIST_NUMBER.sub(r"\1)", one_line(one_line(text).translate(PLAIN)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _mark(kind: str, key: str) -> str:
    return f"{kind} {stable_id(kind, key).hex[:12]}"
