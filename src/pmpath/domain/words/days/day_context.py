"""Whether a day in a sentence is when it was done, when something is due, or only spoken of."""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import FUTURE, PAST, SHORT_WEEKDAYS
from pmpath.domain.when.day_form import EITHER, END, MONTHLY, WEEKLY, YEARLY
from pmpath.domain.when.duration_forms import duration_at
from pmpath.domain.when.spelling import DIGITS, bare, is_mark, listed
from pmpath.domain.words.days.duration_context import MOVED, words_before, words_behind
from pmpath.domain.words.found import AGREED, DONE, TOLD
from pmpath.domain.words.meeting_nouns import (
    OF_A_SEARCH,
    WITH_SOMEBODY,
    is_of_the_next,
    is_share_of_a_day,
    is_time_of_day,
)
from pmpath.domain.words.people.names import BEHIND_A_NAME
from pmpath.domain.words.people.offered_time import offers_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.day_form import DayForm

# A day behind one of these is due, or the first or last of a stretch.
DUE = listed(
    "by until till before due for from starting beginning deadline tomorrow til bis avant antes"
    " no-later-than joining date next theirs coming effective decision"
)
SINCE = listed("since after every each of than between and or any most per to about seit depuis")
# Behind one of these, further back in the clause, a day belongs to what was agreed.
AGREEING = listed(
    "expires ends agreed agree agrees booked book scheduled schedule planned moved move moves"
    " promised promise promises deadline due invited offered confirmed postponed rescheduled"
    " pushed set- will would shall i'll we'll she'll he'll they'll she'd he'd they'd going"
    " starts start starting begins scheduling arranged pencilled penciled slotted wants want"
    " must should need needs hope hopes expects expected answers calls sends replies returns"
    " comes meets decides presents launches leaves joins vereinbart verschoben geplant convenu"
    " prévu ping remind chase diary follow follow-up followup callback could can might"
)
# What somebody says who agrees, in a part of the sentence before the day.
YES = listed("yes yep yeah sure ok okay gladly agreed confirmed fine works accepted")
# And what came back, before the part that names a meeting and its day.
CAME_BACK = listed("reply replied answered invite invited invitation responded response")
# A yes reaches so many words back from the part of the sentence that names the day.
YES_REACHES = 8
# "to meet monday", "to call her friday"
TO_DO = listed("meet call send talk present deliver finish answer reply speak have do show ship")
LISTENED = listed("listened listening spoke talked")
TELLS_OF = listed("is are be was were")
# `new time is Friday at 10`
NEW_DATE = listed("date day time")
# Behind one of these a short weekday is somebody's name.
BEFORE_A_NAME = listed("with w/ from told met asked called thanked and @ thanks hi hey for")
# "the Black Friday", "Cyber Monday": a name, and no day of anybody's own.
NAMES_OF_DAYS = listed("black good cyber super ash whit easter palm maundy giving fat shrove mad")
# Before a colon and a day.
DATED = listed("date dates deadline day due start starts notice exit")
# "Maya is free on friday", "Tariq suggested monday"
OFFERED = listed("free available suggested suggests proposed proposes")
HOURS = listed("h hr hrs hour hours min mins minutes")
DETERMINERS = listed("the a an our my their his her your this next last")
# "the friday demo" and "on monday standup" name a meeting.
NOUNS_OF_DAYS = listed(
    "demo demos meeting meetings standup stand-up call review release retro deck session deploy"
    " sync planning newsletter report rota shift tickets digest mail email club group lunch talk"
    " deadline edition slot batch"
)
NUMBERED = listed(
    "v version release ch chapter chapters p page pages pp part step day section sprint round"
    " module lesson week wk unit task tests test ticket pr issue rated score scored level phase"
    " build ubuntu python won lost done passed got about top only ratio grade exercise realease vol"
    " no nr days run iteration"
)
NAMES_LIKE_MONTHS = listed("april may june jan august")
# Behind a number in two parts, `3/10 tickets`, these say that it counts.
COUNTED = NUMBERED | listed("of users points tasks items")
ASKING = listed("asked ask asking requested begged invited")
# `I'd coffee with Lena` was had; `I'd send it` is to come.
NO_VERB = WITH_SOMEBODY | {"a", "an", "my", "the", "lunch", "been"}
# What somebody is asked for, or has, for so long is still to come.
HAS_TIME = ASKING | listed("time free has have room space")
MESSAGED = ASKING | listed(
    "pinged texted messaged emailed mailed slacked dmed dm'd wrote whatsapped proposed suggested"
)
# What one asks for stands behind these, unless it is what was asked about.
FOR_WHAT = listed("to if whether can could may")
ASKED_ABOUT_IT = listed("they she he the this that")
TELLING = listed(
    "told said says tells that if whether because asked explained heard replied answered answers"
    " responded reply answer"
)


class Place(Frozen):
    """Where a day stands: the words, its first and the one behind it, and whether `on` leads it."""

    words: tuple[str, ...]
    first: int
    after: int
    has_on: bool

    @property
    def before(self) -> list[str]:
        """The bare words of the clause before it, the nearest first."""
        return words_before(self.words, self.first)

    @property
    def behind(self) -> list[str]:
        """The bare words of the clause behind it."""
        return words_behind(self.words, self.after)


def is_no_day(place: Place, form: DayForm) -> bool:
    """Whether these words are a name, a verb, a version or a count and no day at all."""
    word = bare(place.words[place.after - 1])
    lead = bare(place.words[place.first - 1]) if place.first else ""
    if word == "back" and (lead in HOURS or lead[:-1].isdecimal()):
        return True  # "gave on-call away, 4 h a week back"
    is_short = form.kind == WEEKLY and place.after == place.first + 1 and word in _SHORT
    if is_short and not place.has_on and lead in BEFORE_A_NAME:
        return True
    if form.kind == WEEKLY and lead in NAMES_OF_DAYS:
        return True
    if is_short and word in ("sat", "sun") and not place.has_on:
        # "90m sat" has no verb; "we sat 30m" has one. "Sat: library" begins with its day.
        is_head = not place.first and place.words[place.after - 1].endswith(":")
        return not is_head and not (ends_a_duration(place.words, place.first) and not place.behind)
    if form.kind != MONTHLY and not any(char.isalpha() for char in form.said):
        return (lead in NUMBERED and not place.has_on) or (
            not form.is_plain and _is_counted(place, form)
        )
    if _is_somebody(place, form):
        return True
    if form.kind == MONTHLY and form.weekday < 0:
        return not place.has_on and lead not in DUE
    return False


def _is_somebody(place: Place, form: DayForm) -> bool:
    """`April 3 tickets`: a first name, and how many of something."""
    name = bare(place.words[place.first])
    follows = place.words[place.after : place.after + 1]
    behind = [] if follows and is_mark(follows[0]) else place.behind[:1]
    return (
        form.kind == YEARLY and name in NAMES_LIKE_MONTHS and place.after == place.first + 2
        and bool(behind) and behind[0].endswith("s") and behind[0] not in ("was", "is")
    )  # fmt: skip


def role_in(place: Place, form: DayForm) -> str:
    """DONE, AGREED or TOLD, by the words around it."""
    before, behind = place.before, place.behind
    lead = before[0] if before else ""
    if lead in DUE:
        return AGREED
    if is_of_the_next(before) or _is_behind_its_name(place):
        return AGREED
    if is_share_of_a_day(before):
        return DONE
    if lead == "to" and set(before[1:2]) & MOVED:
        return AGREED
    if lead in SINCE or _names_a_meeting(place, form) or place.words[place.after - 1][-2:] in _OWNS:
        return TOLD
    if form.side == FUTURE or form.kind == END:
        return AGREED
    if form.side == PAST:
        return TOLD if set(before[:3]) & {"that", "whether"} else DONE
    if _is_agreed(place, before) or _is_behind_a_yes(place, form, len(before)):
        return AGREED
    if _is_told_of(place, form) or _is_asked_for(place) or _is_offered(place, before):
        return AGREED
    return DONE if behind[:1] != ["is"] else AGREED


def _is_agreed(place: Place, before: list[str]) -> bool:
    for at, word in enumerate(before):
        if word == "for" and _is_for_a_while(place, at) and HAS_TIME.isdisjoint(before[at:]):
            continue
        if word == "to" and at and before[at - 1] in TO_DO:
            return LISTENED.isdisjoint(before[at + 1 : at + 2])
        if word == "for" and not ASKING.isdisjoint(before[at:]):
            # "asked Ada for a seat on Friday"; a note for Ada on Friday was written then
            return True
        if at and word == "i'd" and before[at - 1] not in NO_VERB:
            return True
        if at and word == "is" and before[at - 1].endswith("ing"):
            return True
        if word == "plan":
            return before[at - 1 : at] == ["to"]
        if word == "will":
            # Will is a name, too, behind "with" and beside other names.
            follower = before[at - 1] if at else ""
            leads = before[at + 1 : at + 2]
            is_name = leads == ["with"] or (leads in (["and"], ["+"]) and follower in BEHIND_A_NAME)
            is_name = is_name or "Will" in place.words[1 : place.first]
            return not is_name and follower.islower()
        if word in AGREEING or (word == "meet" and before[at + 1 : at + 2] == ["we"]):
            return True
    return False


def _is_for_a_while(place: Place, between: int) -> bool:
    """`met Lena for 20 minutes on monday`: so many words before the day are how long it took."""
    first = place.first - between
    found = duration_at(place.words, first) if between and first >= 0 else None
    return found is not None and found[1] == between


def _is_behind_a_yes(place: Place, form: DayForm, clause: int) -> bool:
    """`Ben: sure, Thursday 2pm`, `Tomas said yes, call on Thursday`: the day that suits them."""
    has_noun = any(word in WITH_SOMEBODY for word in place.before)
    if form.weekday < 0 and not (has_noun and form.kind in (YEARLY, EITHER)):
        return False
    end = place.first - clause
    before = [bare(word) for word in place.words[max(end - YES_REACHES, 0) : max(end, 0)]]
    return not YES.isdisjoint(before) or (has_noun and not CAME_BACK.isdisjoint(before))


def _is_told_of(place: Place, form: DayForm) -> bool:
    """`the call is on friday` tells of a day; `met her on friday` says when it was."""
    is_new = place.before[2:3] == ["new"] and place.before[1] in NEW_DATE
    is_dated = place.has_on or form.kind == YEARLY or is_new
    return is_dated and bool(place.before) and place.before[0] in TELLS_OF


def _is_asked_for(place: Place) -> bool:
    """`asked Ada to let me sit with her team on Friday`: the day of what was asked for."""
    before = place.before
    asked = next((at for at, word in enumerate(before) if word in ASKING), 0)
    if not asked and bare(place.words[0]) in ASKING:
        # "Asked Ada (support) to let me in on Friday": brackets part the words
        asked = len(before)
    return place.has_on and any(
        word in FOR_WHAT and at and before[at - 1] not in ASKED_ABOUT_IT
        for at, word in enumerate(before[:asked])
    )


def _is_behind_its_name(place: Place) -> bool:
    """`exit date for the job: 1 Oct`: what the day is of, and no day of doing."""
    head = place.words[: place.first]
    is_named = bool(head) and (head[-1].endswith(":") or head[-1] == "=")
    return is_named and not DATED.isdisjoint(map(bare, head))


def _is_offered(place: Place, before: list[str]) -> bool:
    """What was offered, or set.

    `pinged Anna about coffee thursday`, `HR screen thursday 4pm`, `Lena has 20 minutes on Friday`.
    """
    lead = before[0] if before else ""
    if lead in OFFERED or offers_time(before[::-1]):
        return True
    if "has" in before and "had" not in before and place.has_on:
        return not WITH_SOMEBODY.isdisjoint(before)  # "Valentina has a call on Monday"
    if lead not in WITH_SOMEBODY:
        return False
    is_set = lead in OF_A_SEARCH and bool(place.behind and is_time_of_day(place.behind[0]))
    return is_set or bool(MESSAGED.intersection(map(bare, place.words[: place.first])))


def _names_a_meeting(place: Place, form: DayForm) -> bool:
    if form.kind != WEEKLY or not place.behind:
        return False
    lead = place.before[:1]
    if lead and lead[0] in DETERMINERS and not form.side:
        return True
    # "on monday call with Lena" tells when it was.
    is_with = place.behind[1:2] in (["with"], ["w/"])
    return place.has_on and place.behind[0] in NOUNS_OF_DAYS and not is_with


def _is_counted(place: Place, form: DayForm) -> bool:
    """`3/10 tickets`, `5/6 nodes upgraded`, `7.10 -> 8.2`; a day stands alone or before a doing."""
    if place.words[place.after : place.after + 1] and place.words[place.after] in ("->", "=>", "→"):
        return True
    if form.kind == EITHER and form.numbers[0] < form.numbers[1] and place.behind:
        return place.behind[0].endswith("s") or place.behind[0] in COUNTED
    return bool(place.behind) and place.behind[0] in COUNTED


def ends_a_duration(words: tuple[str, ...], first: int) -> bool:
    """Whether the words before this one are a duration."""
    for length in (1, 2, 3):
        found = duration_at(words, first - length) if first >= length else None
        if found is not None and found[1] == length:
            return True
    return False


def begins_with_digit(word: str) -> bool:
    """Whether a word may be a number, a bracket or a `~` before it passed over."""
    return word.lstrip("(~")[:1] in tuple(DIGITS)


_SHORT = frozenset([*SHORT_WEEKDAYS, "tues", "thur", "thurs", "weds"])
_OWNS = ("'s", "’s", "s'")
