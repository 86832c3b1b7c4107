from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.when.duration_option import minutes_of
from pmpath.domain.words.days.duration import durations_in
from pmpath.render.page.text import duration
from tests.language.known import read


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45m", 45),
        ("45M", 45),
        ("45min", 45),
        ("45 mins", 45),
        ("1 minute", 1),
        ("1h", 60),
        ("1hr", 60),
        ("2 hours", 120),
        ("1h30", 90),
        ("1h5", 65),
        ("1h30m", 90),
        ("1h30min", 90),
        ("1h 30m", 90),
        ("1 h 30", 90),
        ("1 hour 30 minutes", 90),
        ("1.5h", 90),
        ("1,5h", 90),
        (".5h", 30),
        ("0,25 hours", 15),
        ("1.33h", 80),
        ("24h", 1440),
        ("1440m", 1440),
        ("1:30", 90),
        ("0:05", 5),
        ("90", 90),
        ("an hour", 60),
        ("half an hour", 30),
        ("½h", 30),
        ("1½ h", 90),
        ("2 hours and 15 minutes", 135),
        ("45m + 15m", 60),
        ("2 x 25m", 50),
        ("9:00-9:45", 45),
        ("30-40 min", 35),
        ("three quarters of an hour", 45),
        ("45'", 45),
    ],
)
def test_the_forms_of_a_duration(text: str, minutes: int) -> None:
    """People write durations in these forms; each means whole minutes."""
    assert minutes_of(text) == minutes


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("0m", "0m is not a length of time."),
        ("0h", "0h is not a length of time."),
        ("0:00", "0:00 is not a length of time."),
        ("-5m", '"-5m" is not a duration.'),
        ("1h90", "1h90 has too many minutes after the hour."),
        ("25h", "25h is more than a day."),
        ("1441m", "1441m is more than a day."),
        ("1:60", '"1:60" is not a duration.'),
        ("1:5", '"1:5" is not a duration.'),
        ("1.5m", '"1.5m" is not a duration.'),
        ("1.2.3h", '"1.2.3h" is not a duration.'),
        ("3 30m", '"3 30m" is not a duration.'),
        ("2d", '"2d" is not a duration.'),
        ("h", '"h" is not a duration.'),
        ("", '"" is not a duration.'),
    ],
)
def test_what_is_no_duration_is_refused(text: str, sentence: str) -> None:
    """Nothing, less than nothing, more than a day and mere likeness are refused."""
    with pytest.raises(UsageError) as caught:
        minutes_of(text)
    assert caught.value.sentence == sentence


def test_every_count_of_minutes_comes_back_in_every_form() -> None:
    """From 1 to 1440, each form of the same minutes is read as these minutes."""
    for minutes in range(1, 1441):
        hours, rest = divmod(minutes, 60)
        assert minutes_of(f"{minutes}m") == minutes
        assert minutes_of(f"{hours}h{rest:02d}") == minutes
        assert minutes_of(f"{hours}:{rest:02d}") == minutes
        if minutes % 3 == 0:
            hundredths = minutes * 100 // 60
            assert minutes_of(f"{hundredths // 100}.{hundredths % 100:02d}h") == minutes
            assert minutes_of(f"{hundredths // 100},{hundredths % 100:02d}h") == minutes


def test_what_pmpath_prints_it_also_reads() -> None:
    """A duration copied from a screen means what the screen said, alone and at a line's end."""
    for minutes in range(1, 1441):
        assert minutes_of(duration(minutes)) == minutes
        assert read(f"a walk {duration(minutes)}").minutes == minutes


@pytest.mark.parametrize("text", ["9" * 5000 + "m", "9" * 5000 + "h", "1." + "3" * 5000 + "h"])
def test_a_number_of_any_length_is_harmless(text: str) -> None:
    """More digits than Python turns into a number are a word like any other."""
    assert durations_in((text,)) == ()
    assert read(f"walk {text}").plain == f"walk {text}"


@given(st.text())
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    """No text makes the reading of a duration fail in another way."""
    try:
        found = minutes_of(text)
    except UsageError:
        return
    assert 1 <= found <= 1440
