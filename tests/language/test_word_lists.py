"""Each word that the language knows does what it is known for; a list that loses one fails here."""

from __future__ import annotations

import pytest

from pmpath.domain.people import is_shell_safe, person_from
from pmpath.domain.when.duration_option import minutes_of
from tests.language.known import TODAY, read


def each(words: str) -> pytest.MarkDecorator:
    """One test for each word."""
    return pytest.mark.parametrize("word", words.split())


@each("account analyst design designer engineer engineering finance founder legal manager mentor "
      "nonprofit owner partner recruiter research support pm pmm po ceo cto cmo cpo cro coo cfo vp "
      "svp evp se ae cs csm hr ux ui qa gm md sales marketing customer")  # fmt: skip
def test_a_function_behind_a_blank_belongs_to_the_person(word: str) -> None:
    """`@Lena Holm (head of sales)` is one person; the log itself writes people so."""
    (person,) = read(f"coffee with @Lena Holm (lead {word})").people
    assert person.casefold() == f"lena holm (lead {word})"


@each("a an he is my new not now our she they was who")
def test_a_remark_behind_a_blank_is_none_of_the_person(word: str) -> None:
    """`@Lena (she was late)` is Lena, and what stands in brackets is part of the sentence."""
    assert read(f"coffee with @Lena ({word} manager)").people == ("Lena",)


@each("pm pmm po ceo cto cmo cpo cro coo cfo vp svp evp se ae cs csm hr ux ui qa gm md")
def test_an_abbreviation_is_written_in_capitals(word: str) -> None:
    """However it was typed; any other function stays as typed."""
    assert person_from(f"@lena:{word}") == f"Lena ({word.upper()})"


@each("and with about then but so that because by at from after while which is are was were "
      "counted measured now we i")  # fmt: skip
def test_the_name_of_a_metric_begins_behind_a_small_word(word: str) -> None:
    """The words in front of it are the sentence."""
    (metric,) = read(f"shipped it {word} page views: 5 to 3").metrics
    assert metric.name == "page views"


def test_the_name_of_a_metric_has_six_words_at_most() -> None:
    """What stands further in front is the sentence, with or without a small word."""
    (metric,) = read("one two three four five six seven: 5 to 3").metrics
    assert metric.name == "two three four five six seven"


@each("ago earlier later late")
def test_a_duration_in_front_of_these_is_a_point_in_time(word: str) -> None:
    """`30m ago we met` says when, not how long."""
    assert read(f"they came 30m {word}, so we began").minutes is None
    assert read("they came 30m then we began").minutes == 30


@each("from to than under below within every per")
def test_a_duration_behind_these_is_what_the_sentence_is_about(word: str) -> None:
    """`cut the set-up to 30m` takes nobody's time, at the end or further in front."""
    assert read(f"got it {word} 30m").minutes is None
    assert read(f"got it {word} 30m, good").minutes is None


@each("is are be was were moved planned agreed")
def test_a_day_behind_these_is_what_the_sentence_is_about(word: str) -> None:
    """`the call is on monday` tells of a day; `met her on monday` says when it was."""
    assert read(f"the call {word} on monday").day is None
    assert read("met her on monday").day is not None


@each("yesterday today")
def test_a_line_may_begin_with_these_days(word: str) -> None:
    """`yesterday read 30m` is of yesterday, and says `read`."""
    found = read(f"{word}, read a chapter 30m")
    assert found.day is not None
    assert (TODAY - found.day).days == (word == "yesterday")
    assert found.plain == "read a chapter"


@each("m min mins minute minutes")
def test_every_word_for_minutes(word: str) -> None:
    """Joined to the number or behind it."""
    assert minutes_of(f"45{word}") == minutes_of(f"45 {word}") == 45


@each("h hr hrs hour hours")
def test_every_word_for_hours(word: str) -> None:
    """With a fraction, and with minutes behind it."""
    assert minutes_of(f"1.5{word}") == minutes_of(f"1 {word} 30") == 90


@each("step steps action actions move moves up week")
def test_nobody_has_these_names(word: str) -> None:
    """`next steps: send the deck` is a move of mine to nobody."""
    move = read(f"next {word}: send the deck").next
    assert move is not None
    assert (move.person, move.what) == ("", "send the deck")


@each("month quarter year time sprint release")
def test_a_time_promises_nothing(word: str) -> None:
    """`next month: the budget` is a sentence."""
    assert read(f"next {word}: the budget").next is None


@each("by on before until till")
def test_the_last_words_of_a_promise_say_when_it_is_due(word: str) -> None:
    """`next lena: send the deck by friday`."""
    move = read(f"next lena: send the deck {word} 2026-12-04").next
    assert move is not None
    assert (move.what, move.day.isoformat()) == ("send the deck", "2026-12-04")


@each("seconds minutes hours days weeks months")
def test_units_of_time_are_units_of_a_metric(word: str) -> None:
    """`set-up: 9 to 2 days`; any other word behind the number is the sentence."""
    (metric,) = read(f"set-up: 9 to 2 {word} in the end").metrics
    assert (metric.before, metric.after, metric.unit) == (9, 2, word)


def test_what_a_shell_hands_on_as_it_stands() -> None:
    """Letters of any script, digits and these signs; nothing else."""
    assert is_shell_safe("jörg_müller-2.b:pm@x")
    assert [one for one in "!\"#$%&'()*+,/;<=>?[\\]^`{|}~ " if is_shell_safe(f"a{one}")] == []
