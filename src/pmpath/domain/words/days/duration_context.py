"""Whether a duration in a sentence is time that was spent, or a figure that the sentence tells."""

from __future__ import annotations

from pmpath.domain.when.duration_forms import SPAN
from pmpath.domain.when.spelling import bare, is_mark, listed, pieces, turns_after
from pmpath.domain.when.time_words import (
    ACTIVITIES,
    ALWAYS_COSTS,
    BEFORE_A_TIME,
    COSTS,
    FROM_TO,
    OBJECTS,
    PERIODS,
    POINTS_OF_A_DAY,
    RATES,
    READ_THROUGH,
    WAITING_FOR,
)
from pmpath.domain.words.days.quoted import is_title
from pmpath.domain.words.people.offered_time import DAYS, offers_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.duration_forms import DurationForm

# Between what leads to a duration and the duration itself.
SOFTENERS = listed(
    "about around approx approximately ca circa roughly nearly almost some just maybe only ~ good"
    " solid full whole over another extra further additional at least most up c etwa gut rund"
)
DETERMINERS = listed("a an the my our his her their this that its one's your")
# Behind one of these a duration is a point in time, a limit or a result.
LEADS = listed(
    "from to than under below within every per after before since until till by in into next"
    " down offline incl including thereof daily ->"
)
# "they spend 3 hours", "users spent 2 hours": the time of others.
OTHERS = listed("they he she who users customers people clients support sales it")
ASKED, ASKED_WHETHER = listed("asked ask asks asking"), listed("whether if to")
MINE = listed("it this that which i we all reading prep preparation")

# Before one of these a duration is a distance in time, or a length that is compared.
BEHIND = listed(
    "ago earlier later late early old away left longer shorter faster slower sooner behind"
    " ahead apart overdue until into off notice is are isn't aren't per -> => → vs versus"
    " instead limit saved lost wasted used too max maximum minimum response sla slas retention"
    " timeout timeouts outage downtime window latency delay lag deadline cutoff ttl cache"
    " turnaround cycle uptime wait rule interval intervals backup trial buffer cooldown freeze"
    " blackout incident"
)
# `put in 90 minutes`, `came to three hours`.
SPENT_BEHIND = {"in": ("put", "got"), "to": ("came", "amounted", "ran")}
MOVED = listed("moved moves move changed shifted rescheduled postponed pushed")
MEASURES = listed(
    "mttr mtta mttd mtbf latency p50 p90 p95 p99 downtime rto rpo ttl timeout eta lag delay uptime"
    " sla slo retention"
)
TIMES_OF = listed(
    "build lead cycle response boot load run running test deploy wait waiting recovery resolution"
    " delivery processing set-up setup onboarding lead- down handling checkout"
)
PLANS = listed("agreed book booked plan planned scheduled will tomorrow going next")
YES, SAID_SO = listed("yes yep yeah ok okay sure"), listed("answered replied said says wrote")
BEFORE_A_DAY = listed("on next this")
LATEST_CLOCK = 5 * 60
# No clause needs more words to be understood; looking further would make a long text slow.
LOOK_BACK = 24
WHOLE_DAY = 16 * 60
LATEST_GLUED = 10 * 60


def is_told(words: tuple[str, ...], first: int, after: int, form: DurationForm) -> bool:
    """Whether the duration in these words is not time that the writer spent."""
    return (
        _is_time_of_day(words, first, after, form)
        or _told_by_what_leads(words, first, after, form)
        or _told_by_what_follows(words, after, form)
        or _is_rate(words, first)
        or _is_million(words, first, after, form)
        or is_title(words, first, after)
        or offers_time(_clause_to(words, first, after), later=True)
        or _is_granted(words, first, after)
    )


def _is_granted(words: tuple[str, ...], first: int, after: int) -> bool:
    """`Lena answered: yes, half an hour on Monday`: it is what they agreed on for another day."""
    before = [bare(one) for one in words[max(first - 4, 0) : first]]
    while before and before[-1] in DETERMINERS:
        before.pop()
    if not before or before[-1] not in YES or SAID_SO.isdisjoint(before):
        return False
    lead, day = (*(bare(one) for one in words[after : after + 2]), "", "")[:2]
    return lead == "tomorrow" or (lead in BEFORE_A_DAY and day in DAYS and bool(day))


def words_before(words: tuple[str, ...], first: int) -> list[str]:
    """The bare words of the same clause before a word, the nearest first."""
    found: list[str] = []
    at = first - 1
    while at >= 0 and len(found) < LOOK_BACK and not turns_after(words[at]):
        found.append(bare(words[at]) or words[at])
        at -= 1
    if at >= 0 and words[at] in ("->", "=>", "→"):
        found.append("->")
    return found


def words_behind(words: tuple[str, ...], after: int) -> list[str]:
    """The next bare words of the same clause, four at most."""
    found: list[str] = []
    if after and turns_after(words[after - 1]):
        return found
    for word in words[after : after + 4]:
        found.append(bare(word) or word)
        if turns_after(word):
            break
    return found


def start_with_softeners(words: tuple[str, ...], first: int) -> int:
    """Where `for about 45m` begins."""
    at = first
    while at > 0 and bare(words[at - 1]) in SOFTENERS and not turns_after(words[at - 1]):
        at -= 1
    if at > 0 and words[at - 1].casefold() in ("for", "ca.", "approx."):
        return at - 1
    return at


def _is_time_of_day(words: tuple[str, ...], first: int, after: int, form: DurationForm) -> bool:
    """`at 10h`, `um 14h30`, `9:15`, `1:30 pm`; a clock form of less than five hours is a length."""
    lead = words_before(words, first)[:1]
    as_clock = form.kind == "clock"
    if lead and (lead[0] in BEFORE_A_TIME or lead[0] == "@"):
        return as_clock or form.unit.casefold() == "h"
    if as_clock:
        hours = words[first].lstrip("(").partition(":")[0]
        later = hours[:1] == "0" and hours.strip("0") != ""
        zone = words_behind(words, after)[:1]
        return form.minutes >= LATEST_CLOCK or later or zone in (["am"], ["pm"], ["uhr"], ["utc"])
    glued = form.unit == "h" and after == first + 1 and "h" in pieces((words[first],))
    texts = pieces((words[first],)) if glued else ()
    return glued and form.minutes >= LATEST_GLUED and texts[2:3] != () and texts[2].isdecimal()


def _is_million(words: tuple[str, ...], first: int, after: int, form: DurationForm) -> bool:
    """`5M users`, `$5M`, `5M EUR`; alone or before a thing one does, `45M`, it is minutes."""
    if form.unit != "M" or turns_after(words[after - 1]):
        return False
    behind = words[after : after + 1]
    plural = bool(behind) and (bare(behind[0]).endswith("s") or behind[0][:2].isupper())
    return plural or (bool(behind) and first > 0 and not is_mark(behind[0]))


def _is_last_mark(words: tuple[str, ...], first: int, after: int) -> bool:
    """`25m` at the very end is how one writes the time of the entry."""
    return after == first + 1 and after == len(words)


def _told_by_what_leads(words: tuple[str, ...], first: int, after: int, form: DurationForm) -> bool:
    """What stands before it, in the same clause or as the name before a colon."""
    is_named = first > 0 and words[first - 1][-1:] == ":"
    if is_named and (bare(words[first - 1]) in MEASURES or form.unit == FROM_TO):
        return True
    before = words_before(words, first)
    softened = _without_softeners(before)
    if not softened:
        return False
    lead, further = softened[0], softened[1:]
    if lead in ("for", "of"):
        return _told_behind_for(lead, further, _without_brackets(words, first))
    if after < len(words) and _is_asked_of_somebody(_without_brackets(words, first)):
        return True
    if lead == "in" and set(further) & READ_THROUGH:
        return False
    if lead in ("than", "under"):
        return not _is_more_than(before, further)
    if form.kind == SPAN and set(before) & MOVED:  # "moved the call from 14:00 to 15:00"
        return True
    if (
        _puts_a_limit(lead, further)
        or lead in MEASURES
        or (lead == "time" and set(further[:1]) & TIMES_OF)
    ):
        return True
    if lead in ("spent", "spend", "spending", "took"):
        return _by_others(lead, further)
    return lead in ALWAYS_COSTS if _is_last_mark(words, first, after) else _costs(softened)


def _puts_a_limit(lead: str, further: list[str]) -> bool:
    """`in 90 minutes`; who put in 90 minutes for the food bank has spent them."""
    is_spent = (further[:1] or [""])[0] in SPENT_BEHIND.get(lead, ())
    return lead in LEADS and not is_spent


def _without_softeners(before: list[str]) -> list[str]:
    while before and (before[0] in SOFTENERS or before[0] in DETERMINERS):
        before = before[1:]
    return before


def _without_brackets(words: tuple[str, ...], first: int) -> list[str]:
    """The bare words before it in its clause; a bracket (`Lena (head of sales)`) ends no clause."""
    found: list[str] = []
    inside = False
    for word in reversed(words[max(first - LOOK_BACK, 0) : first]):
        inside = inside or word.endswith((")", "),"))
        if not inside and word[-1:] in ",;:.":
            break
        if not inside:
            found.append(bare(word) or word)
        inside = inside and not word.startswith("(")
    return found


def _clause_to(words: tuple[str, ...], first: int, after: int) -> list[str]:
    """The bare words of the clause, up to the word behind the duration."""
    before = _without_brackets(words, first)
    inside = (bare(word) or word for word in words[first:after])
    return [*reversed(before), *inside, *words_behind(words, after)[:1]]


def _is_asked_of_somebody(clause: list[str]) -> bool:
    """`asked Ana whether I may watch an hour of her work`, `asked Mia to give me an hour`."""
    return bool(set(clause) & ASKED and set(clause) & ASKED_WHETHER)


def _told_behind_for(lead: str, further: list[str], clause: list[str]) -> bool:
    if _is_asked_of_somebody(clause):
        return True
    further = further or clause[1:]
    if lead == "of":
        # "a call of 30 min" was a call; an outage of 30 min, or a call that was asked for, is told.
        return bool(set(clause) & ASKED) or not set(further[:4]) & ACTIVITIES
    waits = set(further[:4]) & WAITING_FOR or set(further[:6]) & ASKED
    return bool(waits) and not set(further[:1]) & ACTIVITIES


def _is_more_than(before: list[str], further: list[str]) -> bool:
    """`for more than an hour`, `just under an hour`; "faster than 30 min" is a figure."""
    if before[:2] == ["under", "just"]:
        return True
    return further[:1] in (["more"], ["less"]) and further[1:2] in (
        [],
        ["for"],
        ["spent"],
        ["little"],
    )


def _by_others(verb: str, further: list[str]) -> bool:
    if verb == "took":
        return not set(further) & (MINE | ACTIVITIES) and bool(further)
    return bool(set(further[:1]) & OTHERS)


def _costs(before: list[str]) -> bool:
    """A verb of cost right before the duration, or before whom it costs."""
    for verb in before[:3]:
        if verb in COSTS:
            return True
        if verb == "took":
            return _by_others(verb, before[before.index(verb) + 1 :])
        if verb not in OBJECTS and verb not in SOFTENERS and verb not in DETERMINERS:
            return False
    return False


def _told_by_what_follows(words: tuple[str, ...], after: int, form: DurationForm) -> bool:
    behind = words_behind(words, after)
    if not behind:
        return form.kind != SPAN and words[after : after + 1] in (("->",), ("=>",), ("→",))
    if behind[0] in ("a", "an", "each", "every", "by"):
        return set(behind[1:2]) <= PERIODS and len(behind) > 1 and behind[2:3] != ["ago"]
    if behind[0] in RATES:
        return len(behind) == 1
    if behind[0] in ("before", "after", "than"):
        return not set(behind[1:2]) & POINTS_OF_A_DAY
    if behind[0] == "to":
        return behind[1:2] != [] and behind[1][0].isdecimal()
    if behind[0] in BEHIND and not (form.kind == SPAN and behind[0] not in ("ago", "earlier")):
        return not set(behind[1:2]) & ACTIVITIES
    return form.minutes >= WHOLE_DAY or _is_support(behind, form)


def _is_support(behind: list[str], form: DurationForm) -> bool:
    return behind[0] == "support" and (form.minutes >= 12 * 60 or behind[1:2] == ["is"])


def _is_rate(words: tuple[str, ...], first: int) -> bool:
    """`40 tickets an hour`, `once an hour`, `50 EUR an hour`."""
    if bare(words[first]) not in ("a", "an"):
        return False
    before = words_before(words, first)
    if before[:1] and (before[0] in ("once", "twice", "times") or before[0][0].isdecimal()):
        return True
    return len(before) > 1 and before[1][0].isdecimal()
