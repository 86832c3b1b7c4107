from __future__ import annotations

import pytest

from pmpath.domain.errors import UsageError
from pmpath.domain.words.telling import tell
from tests.language.known import KNOWN, read
from tests.language.said import said

# A line as an engineer types it on Wednesday 18 November 2026, and all that it says.
LINES = """
coffee with @lena:pm 45m
    coffee with Lena | allies? | 45m | @Lena (PM)
Coffee with @Lena:PM, talked churn and pricing. 45m
    Coffee with Lena, talked churn and pricing. | allies? | 45m | @Lena (PM)
call with @jörg_müller:customer mon
    call with Jörg Müller | customers? | 2026-11-16 | @Jörg Müller (customer)
met @lena's team lead 30m
    met Lena team lead | allies? | 30m | @Lena
lunch with @tomas and @noor:sales, 1h yesterday
    lunch with Tomas and Noor | allies? | 60m | 2026-11-17 | @Tomas | @Noor (sales)
sent the deck to lena@acme.com 15m
    sent the deck to lena@acme.com | positioning? | 15m
mailed product@acme.io and @noor, 10m
    mailed product@acme.io and Noor | allies? | 10m | @Noor
(see https://example.com/a) 20m
    (see https://example.com/a) | 20m | <https://example.com/a>
standup at 14:00 with @lena 15m
    standup at 14:00 with Lena | 15m | @Lena | +engineering
met @Jörg Müller (PM) for lunch 1h
    met Jörg Müller for lunch | allies? | 60m | @Jörg Müller (PM)
coffee with @Tomas (sales), then @lena (she was late) 20m
    coffee with Tomas, then Lena (she was late) | allies? | 20m | @Tomas (sales) | @Lena
asked @Lena (who is a PM now) about it 5m
    asked Lena (who is a PM now) about it | allies? | 5m | @Lena
set-up: 45 min to 1 h 30 for one customer
    for one customer | customers? | set-up: 45 to 90 minutes/
set-up calls: 5 to 3 per customer with @noor:pmm 20m
    with Noor | allies? | 20m | @Noor (PMM) | set-up calls: 5 to 3 /customer
coffee with @tomas time to first value: 12 to 9 minutes
    coffee with Tomas | allies? | @Tomas | time to first value: 12 to 9 minutes/
lunch about pricing and churn rate: 4 to 7%
    lunch about pricing and | allies? | churn rate: 4 to 7 %/
call with @lena:pm 20m
    call with Lena | allies? | 20m | @Lena (PM)
customer call with @lena:pm 20m
    customer call with Lena | customers? | 20m | @Lena (PM)
yesterday read chapter 4 30m
    read chapter 4 | reading? | 30m | 2026-11-17
met @jörg on monday for 20m
    met Jörg | allies? | 20m | 2026-11-16 | @Jörg
@lena wrote that the visit is on friday 5m
    Lena wrote that the visit is on friday | 5m | @Lena
deck for @lena next lena: slides tomorrow
    deck for Lena | positioning? | @Lena | me 2026-11-19 Lena: slides
price: $10K to $12K /month
    craft? | price: 10000 to 12000 $/month
met @14:00 at the office
    met @14:00 at the office | allies?
shadowed a call from 9:30 to 10:15 with @noor:sales 45m
    shadowed a call from 9:30 to 10:15 with Noor | allies? | 45m | @Noor (sales)
upgraded to v2.3.1, told support 20m
    upgraded to v2.3.1, told support | sponsors? | 20m
wrote C# and F# snippets for the guide 1h
    wrote C# and F# snippets for the guide | writing? | 60m
drafted the guide, C++ part #writing
    drafted the guide, C++ part | writing
fixed bug #123 in the parser 2h
    fixed bug #123 in the parser | 120m | +engineering
👍 great chat with @lena 🎉 30m
    👍 great chat with Lena 🎉 | allies? | 30m | @Lena
coffee ☕ with @maría_josé:pm
    coffee ☕ with María José | allies? | @María José (PM)
walk with @李明:pm 30m
    walk with 李明 | allies? | 30m | @李明 (PM)
met @ΑΘΗΝΑ and @øyvind_å:engineer
    met ΑΘΗΝΑ and Øyvind Å | allies? | @ΑΘΗΝΑ | @Øyvind Å (engineer)
next steps were clear after the call 30m
    next steps were clear after the call | customers? | 30m
next steps: send the deck
    positioning? | me 2026-11-25 : send the deck
the worry is churn, says @lena
    the worry is churn, says Lena | allies? | @Lena
coffee worry: churn in month one
    coffee | allies? | worry: churn in month one
coffee Worry: churn, said: "nobody reads it" 30m
    coffee | allies? | 30m | worry: churn | said: "nobody reads it"
lunch next fri tomas: deck
    lunch | allies? | me 2026-11-20 Tomas: deck
mail theirs fri lena: her answer
    mail | them 2026-11-20 Lena: her answer
mail theirs lena: her answer by 3 dec
    mail | them 2026-12-03 Lena: her answer
call next 3 dec: send numbers 30m
    call | customers? | 30m | me 2026-12-03 : send numbers
call next fri @noor:sales: price sheet, 45m mon
    call | allies? | 45m | 2026-11-16 | me 2026-11-20 Noor (sales): price sheet
call next noor: price sheet fri
    call | customers? | me 2026-11-20 Noor: price sheet
call next noor: price sheet yesterday
    call | customers? | 2026-11-17 | me 2026-11-25 Noor: price sheet
donations: 4200 to 7900 USD/month
    volunteer? | donations: 4200 to 7900 USD/month
donations: 4200 -> 7900 USD/month 1h
    volunteer? | 60m | donations: 4200 to 7900 USD/month
set-up_calls: 5 to 3, since the new guide
    since the new guide | writing? | set-up calls: 5 to 3 /
churn: 4.5% to 3.9% in q3 with @noor
    in q3 with Noor | allies? | @Noor | churn: 4.5 to 3.9 %/
cut build time from 45m to 30m
    cut build time from 45m to 30m | build time: 45 to 30 minutes/
cut build from 45m to 30m, presented it 1h
    cut build from 45m to 30m, presented it | positioning? | 60m | build: 45 to 30 minutes/
read chapter 3 30m
    read chapter 3 | reading? | 30m
read chapter 12, 1 h 15
    read chapter 12 | reading? | 75m
deep dive 1h30 last fri
    deep dive | 90m | 2026-11-13
deep dive 2.5 hours 16 nov
    deep dive | 150m | 2026-11-16
deep dive, 90 min, 3 days ago
    deep dive | 90m | 2026-11-15
deep dive 90min 2026-11-02.
    deep dive | 90m | 2026-11-02
customers want 72h retention
    customers want 72h retention | customers?
answered tickets within 48h
    answered tickets within 48h | customers?
met lena 2 hours ago 15m
    met lena 2 hours ago | allies? | 15m | @Lena
due by fri: ladder for the export +positioning
    due by fri: ladder for the export | positioning
ladder for the export +positioning +q4-plan
    ladder for the export | positioning | +q4-plan
sat with support on the phone, 2h
    sat with support on the phone | customers? | 120m
met lena on sat
    met lena | allies? | 2026-11-14 | @Lena
we may march 5 people to the demo
    we may march 5 people to the demo | customers?
plan for may
    plan for may | roadmap?
plan until fri
    plan until fri | roadmap?
interview with @ana(Head of Product), 1h tue
    interview with Ana | search? | 60m | 2026-11-17 | @Ana (Head of Product)
interview with @ana(Head of Product): fine 1h
    interview with Ana fine | search? | 60m | @Ana (Head of Product)
"quoted" 'words' $HOME !bang * ~ `tick` 5m
    "quoted" 'words' $HOME !bang * ~ `tick` | 5m
half an hour of nothing much
    half an hour of nothing much | 30m
refactored the billing code 2h
    refactored the billing code | 120m | +engineering
refactored the billing code with @lena:pm 2h
    refactored the billing code with Lena | 120m | @Lena (PM) | +engineering
told @vera_holm:vp what I want 25m
    told Vera Holm what I want | sponsors? | 25m | @Vera Holm (VP)
talk with @vera_holm:head_of_sales
    talk with Vera Holm | sponsors? | @Vera Holm (head of sales)
score: 3 of 5 in the mock interview 1h
    score: 3 of 5 in the mock interview | search? | 60m
agenda: intro, numbers, ask
    agenda: intro, numbers, ask | allies?
Re: launch date, answered @lena 5m
    Re: launch date, answered Lena | allies? | 5m | @Lena
time 09:00-10:30, 1h30, workshop
    time 09:00-10:30, 1h30, workshop | 90m
- bullet typed by habit 10m
    - bullet typed by habit | 10m
a @ b # c + d 10m
    a @ b # c + d | 10m
+1 for the idea of @lena
    +1 for the idea of Lena | @Lena
shipped 10% faster onboarding → fewer tickets 45m
    shipped 10% faster onboarding → fewer tickets | customers? | 45m
coffee with @lena… 30m
    coffee with Lena… | allies? | 30m | @Lena
coffee with @lena!! 30m
    coffee with Lena!! | allies? | 30m | @Lena
call 2 with @noor 1h
    call 2 with Noor | allies? | 60m | @Noor
listened to call 3 45m tue
    listened to call 3 | customers? | 45m | 2026-11-17
problem: they export by hand problem: twice a week
    problem: they export by hand; twice a week
book: Inspired, chapters 3 to 5 40m
    reading? | 40m | book: Inspired, chapters 3 to 5
call 1st nov 30m
    call | customers? | 30m | 2026-11-01
workshop fri 13 nov 3h
    workshop | 180m | 2026-11-13
workshop nov 13, 2026 3h
    workshop | 180m | 2026-11-13
workshop 2026-W46-5 3h
    workshop | 180m | 2026-11-13
next: someone calls back 5m
    next: someone calls back | customers? | 5m
coffee (with @lena), 5m
    coffee (with Lena) | allies? | 5m | @Lena
coffee fri 20 nov
    coffee fri 20 nov | allies?
planned a call next wednesday 10m
    planned a call next wednesday | roadmap? | 10m | me 2026-11-25 : planned a call
lunch with @tomas:pm +allies next tomas: deck by fri
    lunch with Tomas | allies | @Tomas (PM) | me 2026-11-20 Tomas (PM): deck
release notes for 2026.11, 30m
    release notes for 2026.11 | craft? | 30m
rebased feature/next-steps: 3 commits 20m
    rebased feature/next-steps: 3 commits | 20m | +engineering
talk about 20 nov deadline 15m
    talk about 20 nov deadline | 15m
met @lena:pm at 3pm, 20m, mon.
    met Lena at 3pm | allies? | 20m | 2026-11-16 | @Lena (PM)
@lena:pm: wants the numbers 5m
    Lena wants the numbers | allies? | 5m | @Lena (PM)
donations: 4200 to 7900 USD/month with @noor:ngo 2h yesterday
    with Noor | volunteer? | 120m | 2026-11-17 | @Noor (ngo) | donations: 4200 to 7900 USD/month
""".strip().splitlines()


@pytest.mark.parametrize(
    ("line", "meaning"), list(zip(LINES[::2], map(str.strip, LINES[1::2]), strict=True))
)
def test_a_line_as_it_is_typed(line: str, meaning: str) -> None:
    """Of a line only the marks are taken; everything else stays in the sentence."""
    assert said(read(line)) == meaning
    assert read(line).text == line


def test_all_marks_in_one_line() -> None:
    """Person, note, promise, duration and day are found together."""
    line = "coffee with @lena:pm worry: churn next fri lena: slides 45m yesterday"
    found = "coffee with Lena | allies? | 45m | 2026-11-17 | @Lena (PM) | worry: churn"
    assert said(read(line)) == f"{found} | me 2026-11-20 Lena (PM): slides"


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("two\t\ttabs  and spaces 10m", "two tabs and spaces | 10m"),
        ("  coffee 10m\n", "coffee | allies? | 10m"),
        ("first\nsecond 10m", "first second | 10m"),
        ("coffee\u200bwith zero width 10m", "coffee\u200bwith zero width | 10m"),
        ("coffee\u00a0with \u202edoc 10m", "coffee with \u202edoc | allies? | 10m"),
        ("esc \x1b[31m stays 10m", "esc \x1b[31m stays | 10m"),
        ("half \ud800 a character 10m", "half \ud800 a character | 10m"),
    ],
)
def test_the_text_is_kept_to_the_last_blank(line: str, meaning: str) -> None:
    """Spaces, line breaks and signs that nobody sees are kept in the text as typed."""
    assert said(read(line)) == meaning
    assert read(line).text == line


@pytest.mark.parametrize(
    ("line", "sentence", "hint"),
    [
        ("", "There are no words to log.", "Write what you did: coffee with lena"),
        (" \t\n", "There are no words to log.", "Write what you did: coffee with lena"),
        (
            "coffee +allies #sponsors",
            "One entry has one track, not allies and sponsors.",
            "Write two entries.",
        ),
        ("coffee worry:", "There are no words after worry:", "Write worry: and then the words."),
        (
            "coffee worry: 45m",
            "There are no words after worry:",
            "Write worry: and then the words.",
        ),
        ("coffee with @_", "@_ has no name in it.", "Write @lena or @lena:pm; _ is a space."),
        ("coffee with @lena(PM 45m", "@lena(PM 45m has no closing bracket.", "Write @lena(PM)."),
    ],
)
def test_a_line_that_cannot_be_meant_is_refused(line: str, sentence: str, hint: str) -> None:
    """A mark that contradicts itself is refused whole, with what to write instead."""
    with pytest.raises(UsageError) as caught:
        read(line)
    assert (caught.value.sentence, caught.value.hint) == (sentence, hint)


@pytest.mark.parametrize(
    ("line", "kind", "words"),
    [
        ("coffee 1h90", "duration", "1h90"),
        ("coffee 0m", "duration", "0m"),
        ("coffee 30 feb", "day", "30 feb"),
        ("coffee 2026-13-01", "day", "2026-13-01"),
        ("coffee with oksanu", "person", "oksanu"),
    ],
)
def test_what_looks_like_a_fact_and_is_none_stays_in_doubt(
    line: str, kind: str, words: str
) -> None:
    """Nothing is refused that can be kept: the words stay, and the doubt is told."""
    draft = read(line)
    assert [(one.kind, one.words) for one in draft.doubts] == [(kind, words)]
    assert (draft.text, draft.minutes, draft.day) == (line, None, None)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("call with @lena tomorrow", ""),
        ("tomorrow call with @lena", ""),
        ("coffee with @lena cancelled", ""),
        ("did not meet @lena", ""),
        ("will meet @lena on friday", ""),
        ("met @lena", "met"),
    ],
)
def test_not_done_is_not_done(line: str, event: str) -> None:
    """What did not happen or has yet to is kept without an event."""
    assert read(line).event == event


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lunch next fri tomas: deck", "lunch"),
        ("lunch next tomas: deck", "lunch"),
        ("call with @noor:sales 45m mon", "call with Noor"),
        ("next fri tomas: deck", "next fri tomas: deck"),
        ("coffee 1h90", "coffee 1h90"),
        ("", ""),
    ],
)
def test_an_entry_is_told_without_its_marks(text: str, told: str) -> None:
    """For reading, the marks fall away; what is nothing else or cannot be read is told whole."""
    assert tell(text, KNOWN) == told
