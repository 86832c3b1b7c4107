"""Who did what a sentence tells: the user, or somebody else who stands before the verb."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import words_of
from pmpath.domain.content.fulfilment import NO_EVENT
from pmpath.domain.people import name_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from pmpath.coach.meaning.phrases import Said

    Names = list[tuple[str, ...]]

OF_MINE = frozenset(["i", "me", "my", "we", "us"])
BEFORE_A_VERB = frozenset([
    "also", "just", "already", "has", "have", "had", "then", "once", "now", "is", "was", "finally",
    "again", "even", "both", "all", "never", "at", "last", "today", "yesterday",
])  # fmt: skip
# What a thing may do as well: `adoptions went up`.
OF_A_THING = frozenset([
    "went", "got", "has", "had", "did", "goes", "going", "go", "ran", "runs", "made", "shipped",
    "launched", "gave", "gives", "holds",
])  # fmt: skip
# Behind one of these another clause begins.
JOINS = frozenset(["while", "so", "but", "because", "whereas", "as", "since"])
# And behind these, which also join words.
AND = frozenset([",", "and", "then"])
# Behind these stands a clause about another time: `before I even saw it`.
CUTS = JOINS | {"before", "after", "until", "till", "when"}
# `it was Ivo who took the booth`.
IT_WAS, WHO = (("it", "was"), ("it", "s")), frozenset(["who", "that"])
# Where somebody is from: `the trainee from Graz wrote it`.
FROM, MOST_FROM = frozenset(["from", "of", "in", "at", "on"]), 4
OF_MY_OWN = (("of", "mine"), ("of", "me"), ("of", "ours"))
# Somebody was in a call, and nobody says who else.
WAS, AMONG = frozenset(["was", "were", "is", "are"]), frozenset(["in", "on", "at"])
MET = ("met", "listened")
# What stands before a person without a name, and behind a verb that does something to a thing: a
# thing can be written, but `Ivo wrote the note` names who wrote.
BEFORE_A_PERSON = frozenset([
    "the", "a", "an", "our", "another", "some", "one", "her", "his", "their", "its", "two", "three",
    "several", "both", "many", "my", "your", "all", "most", "every",
])  # fmt: skip
BEFORE_A_THING = BEFORE_A_PERSON | {"ten", "five", "eight", "herself", "himself", "themselves"}
BEFORE_ANY = frozenset(
    ["the", "a", "an", "our", "another", "some", "two", "three", "four", "several"]
)
# What a page, a number or a change may do to a thing.
OF_ANYTHING = OF_A_THING | {
    "brought", "took", "ended", "turned", "worked", "helped", "showed", "needed", "lasted", "moved",
    "dropped", "saved", "cut", "put", "set", "let", "kept", "won", "lost", "found", "said", "told",
    "started", "finished", "spent", "left", "hit", "read", "fed",
}  # fmt: skip
# So many words may stand between `the` and who it is: `the whole marketing team`.
MOST_BETWEEN = 3
# Words that end as verbs in the past do, and are none.
NO_VERBS = frozenset(["need", "needs", "feed", "speed", "seed", "hundred", "embed", "shed", "bed"])
NO_NAMES = frozenset(["it", "that", "which", "there", "what"])


@record
class Subject:
    """Who begins a sentence: `end` is behind the words that name somebody else, 0 for nobody.

    `does`: a verb of doing follows. `names_me`: the user stands in the same clause.
    """

    end: int
    does: bool
    names_me: bool


def subject_of(said: Said) -> Subject:
    """Who begins the sentence, by its words and the people that its entry names."""
    if said.words[:2] in IT_WAS and said.at(3) in WHO and said.at(2) not in OF_MINE:
        return Subject(3, does=True, names_me=names_me(said, 3))
    end = _behind_somebody(said) or _behind_a_person(said, 0) or _behind_any_noun(said)
    if not end:
        return Subject(0, does=False, names_me=False)
    mine, verb = names_me(said, 0), verb_behind(said, end)
    # `Ana took me through a deal` is told of both; a verb of content tells of the first alone.
    does = verb > 0 and (not mine or said.at(verb) in said.cautions["deeds"])
    return Subject(end, does=does or _is_there(said, end), names_me=mine)


def names_me(said: Said, start: int) -> bool:
    """Whether the clause from there on names the user, other than as whom somebody stood in for."""
    end = clause_end(said.words, start)
    start += int(said.words[start : start + 1] == ("my",))
    if said.words[start : start + 2] in OF_MY_OWN or said.words[start + 1 : start + 3] in OF_MY_OWN:
        start += 3
    stood_in = {
        place
        for one in said.hits
        if one.phrase in said.cautions["in_my_place"]
        for place in range(one.first, one.after)
    }
    end = next((at for at in range(start, end) if said.words[at] in CUTS), end)
    places = [at for at in range(start, end) if said.words[at] in OF_MINE]
    return any(at not in stood_in for at in places)


def is_all_of_subject(said: Said) -> bool:
    """Whether somebody is named before the verb, and nobody whom it was done to."""
    names = names_in(said)
    return bool(names) and all(
        any(said.words[at : at + len(one)] == one for at in range(said.subject_end))
        for one in names
    )


def clause_end(words: tuple[str, ...], start: int) -> int:
    """Behind the last word before the next comma."""
    return words.index(",", start) if "," in words[start:] else len(words)


def is_done_by(said: Said, at: int) -> bool:
    """Whether a verb of doing stands there, in the past or as one tells of somebody."""
    word = said.at(at)
    return word in said.cautions["deeds"] or word in said.cautions["past"] or is_past(word)


def is_past(word: str) -> bool:
    """Whether a word ends as a verb in the past does."""
    return len(word) > len("used") and word.endswith("ed") and word not in NO_VERBS


def person_at(said: Said, at: int, names: Names) -> int:
    """Behind somebody else who is named at that place; 0 for nobody."""
    ends = [
        one.after for one in said.hits if one.first == at and one.phrase in said.cautions["others"]
    ]
    ends += [at + len(one) for one in names if one and said.words[at : at + len(one)] == one]
    return max(ends, default=0) or _behind_a_person(said, at)


def names_in(said: Said) -> Names:
    """The names of the people of the entry, each as words."""
    return [words_of(name_of(one)) for one in said.entry.people]


def verb_behind(said: Said, end: int) -> int:
    """The place of the verb of doing behind a subject and its adverbs; 0 for none."""
    while (said.at(end) in BEFORE_A_VERB or said.at(end).endswith("ly")) and (
        is_done_by(said, end + 1) or said.at(end + 1) in BEFORE_A_VERB
    ):
        end += 1
    if said.at(end) in FROM:
        for at in range(end + 2, end + MOST_FROM + 1):
            if "," in said.words[end:at] or not OF_MINE.isdisjoint(said.words[end:at]):
                return 0
            if is_done_by(said, at):
                return at
        return 0
    return end if is_done_by(said, end) else 0


def _behind_a_person(said: Said, at: int) -> int:
    """Behind `the new intern`, `our rivals`, `Mara's boss`; 0 where no verb follows somebody."""
    first = said.at(at)
    is_whose = said.at(at + 1) == "s" and at + 1 < len(said.words)
    if first not in BEFORE_A_PERSON and not is_whose and first not in said.cautions["persons"]:
        return 0
    limit = at + MOST_BETWEEN + 1
    for one in said.hits:
        if one.phrase not in said.cautions["persons"] or not at <= one.first <= limit:
            continue
        inside, verb = said.words[at : one.first], verb_behind(said, one.after)
        is_bare = one.first == at and said.at(verb + 1) not in BEFORE_A_THING
        if (
            verb
            and not is_bare
            and not any(
                word == "," or is_done_by(said, at + place) for place, word in enumerate(inside)
            )
        ):
            return one.after
    return 0


def _behind_any_noun(said: Said) -> int:
    """Behind `the tester from Linz`, `Lena's mentor`: whatever does something to a thing.

    Words of an action are a thing, whatever they bring: `the new page brought nine sign-ups`.
    """
    is_whose = said.at(1) == "s" and said.entry.text[:1].isupper()
    if not is_whose and said.at(0) not in BEFORE_ANY:
        return 0
    start = 2 if is_whose else 1
    for at in range(start + 1, start + MOST_BETWEEN + 2):
        if said.at(at) in ("", ",") or said.at(at) in OF_MINE:
            return 0
        if is_done_by(said, at):
            is_active = said.at(at + 1) in BEFORE_A_THING and said.at(at) not in OF_ANYTHING
            of_an_action = any(
                start <= one.first < at and one.phrase not in said.cautions["all"]
                for one in said.hits
            )
            return at if is_active and not of_an_action else 0
    return 0


def _is_there(said: Said, at: int) -> bool:
    """`a colleague of mine was in a call with a customer`: the verb tells where, not what."""
    if said.words[at : at + 2] in OF_MY_OWN:
        at += 2
    return said.event in MET and said.at(at) in WAS and said.at(at + 1) in AMONG


def _behind_somebody(said: Said) -> int:
    """Behind the words that name somebody else at the front; 0 where none are.

    `a colleague`, `my cousin June`, `Wei Ling` whom the entry names, or one word that begins
    no phrase of ours, as in `ben wrote a card`.
    """
    others = said.cautions["others"]
    ends = [one.after for one in said.hits if one.first == 0 and one.phrase in others]
    names = names_in(said)
    ends += [len(one) for one in names if one and said.words[: len(one)] == one]
    if ends:
        end = _behind_others(said, max(ends), names)
        if said.words[end : end + 2] == ("and", "i"):
            return 0
        # "my cousin June read it"
        deeds = said.cautions["deeds"]
        return end + (said.at(end) not in deeds and said.at(end + 1) in deeds)
    if not said.words or said.words[0] in said.cautions["starters"]:
        return 0
    return _behind_one_word(said, others)


def _behind_one_word(said: Said, others: Collection[str]) -> int:
    """1 where the first word may be the name of somebody whom the entry does not name."""
    if said.first() - frozenset(others):
        return 0
    first, verb = said.words[0], said.at(1)
    if verb not in said.cautions["deeds"]:
        # `Zoran drafted the page`; `Penned the story` and `co-created a card` begin with a verb.
        is_verb = first in NO_NAMES or is_done_by(said, 0) or first.endswith("ing")
        is_active = is_done_by(said, 1) and said.at(2) in BEFORE_A_THING
        if is_verb or not is_active or "-" in said.entry.text.split()[0]:
            return 0
        return int(said.entry.text[:1].isupper())
    is_name = first.isalpha() and not first.endswith("ly") and verb not in OF_A_THING
    return int(said.entry.text[:1].isupper() or (is_name and said.event == NO_EVENT))


def _behind_others(said: Said, end: int, names: Names) -> int:
    """Behind everybody who is named after the first: `Lena and Tom had lunch`."""
    for one in names:
        if said.at(end) == "and" and one and said.words[end + 1 : end + 1 + len(one)] == one:
            return end + 1 + len(one)
    return end
