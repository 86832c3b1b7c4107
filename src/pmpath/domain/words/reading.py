"""The reading of one line: its marks, then what its plain words say."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ENGINEERING, Evidence
from pmpath.domain.errors import UsageError
from pmpath.domain.people import bare, key_of, person_from
from pmpath.domain.tokens import tokens
from pmpath.domain.words.draft import FIRM, RANGE, SAID, Doubt, Draft
from pmpath.domain.words.events.event import happened
from pmpath.domain.words.events.event_checks import HANDED
from pmpath.domain.words.events.happened import (
    Happened,
    is_a_call_heard,
    is_about,
    is_day_assumed,
    is_due,
    may_have_move,
    tells_leader,
)
from pmpath.domain.words.found import STAGE_EVENTS, Event
from pmpath.domain.words.line import Line
from pmpath.domain.words.misspelled import is_known_word, mended
from pmpath.domain.words.people.people import PeopleReader
from pmpath.domain.words.telling import aloud, marks_of
from pmpath.domain.words.times import Times
from pmpath.domain.words.track import TrackReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.entry import Next
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.metric import Metric
    from pmpath.domain.words.openings.opening import ToldOpening

# What happened is said in the first words; a pasted page beyond them is kept, and not searched.
LONGEST_SENTENCE = 250
BULLETS = ("-", "*", "[")
# Beside one of these the present tense may tell what is to come: `we see Mara on Tuesday`.
OF_A_PLAN = ("i", "we", "i'm", "we're", "seeing")
# `yesterday I explain it to my boss`
OVER = frozenset(["yesterday", "today", "last", "ago"])
SEVERAL = "one entry has one opening"
A_SEARCH = ("offer", "application", "interview", "interviews")


def read(text: str, today: date, known: Vocabulary) -> Draft:
    """Read one line as typed on `today`; raises UsageError for a mark that cannot be meant."""
    words = tokens(text)
    if not words:
        raise UsageError("There are no words to log.", hint="Write what you did: coffee with lena")
    return _Reading(text, words, today, known).draft()


class _Reading:
    """The line on its way to a draft."""

    def __init__(self, text: str, words: tuple[str, ...], today: date, known: Vocabulary) -> None:
        self.text = text
        self.today = today
        self.known = known
        self.times = Times(words, today, known.note_keys, known.plan_start)
        self.marks = marks_of(words, self.times, today, known)
        if self.marks.takes_day(self.times.day_words):
            self.times.give_day_away()
        self.number_words: range = range(0)
        self.line = Line(words[:LONGEST_SENTENCE], lambda word: mended(word, known))
        times = self.times
        is_dated = (times.agreed or times.done) and OVER.isdisjoint(times.day_words)
        if "i" in self.line.low and not (times.minutes is None and is_dated):
            # "On Friday I meet Ana" is a plan; "I explain it to my boss" is over
            self.line.tell_in_the_past(known.lexicon.table("past"))
        self.numbers: tuple[Metric, ...] = tuple(self.marks.metrics) or self._number()
        self._take()

    def _number(self) -> tuple[Metric, ...]:
        """A number before and after that stands in the sentence, where no mark names one."""
        for one in self.times.numbers:
            if one.value is not None and not any(
                at in self.marks.taken for at in range(one.first, one.after)
            ):
                self.number_words = range(one.first, one.after)
                return (one.value,)
        return ()

    def _take(self) -> None:
        for at in (*self.marks.taken, *self.times.taken(), *self.number_words):
            if at < len(self.line):
                self.line.taken[at] = True

    def draft(self) -> Draft:
        marks, line = self.marks, self.line
        _, first, after = self._title()
        titled = [at for at in range(first, after) if not line.taken[at]]
        for at in titled:
            line.taken[at] = True
        people = PeopleReader(line, self.known, self._marked(), self._is_word).read()
        told = self._told(people)
        is_handed = not HANDED.isdisjoint(line.low[max(first - 3, 0) : first])
        is_reading = (titled and not is_handed) or marks.notes.get("book")
        if is_reading and told.event is None and not (told.undone or told.by_others):
            told = Happened(Event("read", first, after or 1))
        if self.line.has(OF_A_PLAN):
            from pmpath.domain.words.moves.to_come import is_set_for_a_day, yet_to_come

            if is_set_for_a_day(told, self.line, self.times):
                told = yet_to_come(told, self.line)
        if told.planned or is_due(told, self.times):
            self.times.day_is_to_come(self.today)
        if told.event and len(self.times.spent.found) > 1:
            self._leave_out_work(told.event)
        opening = self._opening(told, people)
        for at in titled:
            line.taken[at] = False
        return self._with_facts(people, told, opening)

    def _told(self, people: PeopleReader) -> Happened:
        """What happened; a task at the front, and what is agreed for a day, have yet to."""
        told = happened(self.line, self.known.lexicon, people)
        line, is_set = self.line, bool(self.times.agreed) or "next" in self.line.low
        if not (is_set or line.end[0] == ":" or line.raw[0] in BULLETS):
            return told
        from pmpath.domain.words.moves.to_come import unless_to_come

        return unless_to_come(told, self.line, self.times, self.known.lexicon)

    def _leave_out_work(self, event: Event) -> None:
        """`fixed the login bug 3h, then coffee with Ana 20m`: the time of the job is another's."""
        line, work = self.line, self.known.lexicon.words("engineering", "work")
        ends = (one.after - 1 for one in self.times.spent.found if one.after <= len(line))
        clauses = {line.clause[at] for at in ends} - {line.clause[event.first]}
        of_job = {clause for clause in clauses if is_about(line, clause, work, clauses)}
        if of_job:
            self.times.leave_out(lambda one: line.clause[one.after - 1] in of_job)

    def _title(self) -> tuple[str, int, int]:
        lexicon = self.known.lexicon
        titles, longer = lexicon.titles, lexicon.long_titles()
        forms = self.line.forms
        if not any(form in titles or form in longer for places in forms for form in places):
            return "", 0, 0
        from pmpath.domain.words.book import title_at

        return title_at(self.line, self.known.lexicon)

    def _opening(self, told: Happened, people: PeopleReader) -> ToldOpening | None:
        """The opening, looked for only where a word of the search or a known firm stands."""
        firms = {key.partition(" ")[0] for key in self.known.firms}
        is_search = told.event is not None and told.event.name in STAGE_EVENTS
        if not (
            is_search
            or people.is_search
            or self.line.has(A_SEARCH)
            or firms.intersection(self.line.low)
        ):
            return None
        from pmpath.domain.words.openings.opening import OpeningReader

        return OpeningReader(self.line, self.known.lexicon, people, self.known.firms).read(told)

    def _with_facts(
        self, people: PeopleReader, told: Happened, opening: ToldOpening | None
    ) -> Draft:
        marks = self.marks
        event = self._event(told, people)
        move = marks.next() or self._move(told, people)
        plain = [
            one
            for one in people.found
            if not self.line.taken[one.after - 1] or one.first + 1 < one.after
        ]
        there = (one for one in plain if told.was_there(one.first, self.line.clause))
        found = {key_of(one.person): one.person for one in there}
        everybody = {**found, **marks.people}
        track, engineering, guessed = self._track(told, people, opening)
        tags = dict(marks.tags)
        if engineering:
            tags[ENGINEERING] = None
        book = self._book(told) if event == "read" else ""
        others = (*self._audience(event), *self._unnamed(people, told))
        facts = {
            "people": found,
            "event": event,
            "opening": opening.name if opening else "",
            "next": move and not marks.head,
            "track": guessed and track,
            "book": book,
            "minutes": self.times.spent.is_guess,
        }
        guesses = [name for name, value in facts.items() if value]
        return Draft(
            text=self.text,
            plain=aloud(marks.plain),
            track=track,
            guessed=guessed,
            minutes=self.times.minutes,
            day=self.times.day,
            people=tuple(everybody.values()),
            tags=tuple(tags),
            notes=marks.noted(),
            metrics=self.numbers,
            links=tuple(marks.links),
            others=others,
            next=move,
            due_assumed=not marks.head and is_day_assumed(move, self.times),
            has_words=marks.own_words > 0,
            event=event,
            opening=opening.name if opening else "",
            stage=opening.stage if opening else "",
            book=book,
            minutes_from=(
                "" if self.times.minutes is None else RANGE if self.times.spent.is_range else SAID
            ),
            guesses=tuple(guesses),
            undone=told.undone,
            did_nothing=told.did_nothing,
            tells_leader=event == "told"
            and tells_leader(everybody.values(), self.line.low, self.known.lexicon.table("leader")),
            doubts=self._doubts(people, opening),
        )

    def _marked(self) -> dict[int, str]:
        places = (at for at in self.marks.taken if at < len(self.line))
        named = {at: self.line.raw[at] for at in places if self.line.raw[at].startswith("@")}
        return {at: person_from(word) for at, word in named.items() if bare(word)[1:]}

    def _event(self, told: Happened, people: PeopleReader) -> str:
        if told.event is None:
            return "" if told.undone else people.answer_heard(self.text)
        name = told.event.name
        if name == "met" and is_a_call_heard(told, self.line):
            return "listened"
        if name == "met" and not (people.found or people.unnamed or self.marks.people):
            has_somebody = self.line.has(("with", "w/", "customer", "customers", "client"))
            is_work = self.line.has(self.known.lexicon.words("engineering", "work"))
            return "met" if has_somebody and not is_work else ""
        return name

    def _move(self, told: Happened, people: PeopleReader) -> Next | None:
        """The next move, looked for where somebody may be waiting or a day is to come."""
        if not may_have_move(told, self.line, self.times, self.known.lexicon):
            return None
        from pmpath.domain.words.moves.commitment import move_in

        return move_in(self.line, self.known.lexicon, told, people, self.times)

    def _book(self, told: Happened) -> str:
        noted = " ".join(self.marks.notes.get("book", ()))
        if noted:
            return noted.partition(",")[0].strip(" ;.")
        from pmpath.domain.words.book import book_read

        return book_read(self.line, self.known.lexicon, told.event.first) if told.event else ""

    def _audience(self, event: str) -> tuple[Evidence, ...]:
        if event != "talk":
            return ()
        from pmpath.domain.words.audience import audience_of

        found = audience_of(self.line, self.known.lexicon)
        return (Evidence("audience", *found),) if found else ()

    def _unnamed(self, people: PeopleReader, told: Happened) -> tuple[Evidence, ...]:
        if told.event is None or told.event.name != "met" or not people.unnamed:
            return ()
        from pmpath.domain.words.people.presence import contacts_of

        return contacts_of(people, told.event.first, self.known.lexicon)

    def _track(
        self, told: Happened, people: PeopleReader, opening: ToldOpening | None
    ) -> tuple[str, bool, bool]:
        """The track, whether this is engineering, and whether that is a guess."""
        said = next(iter(self.marks.tracks), "")
        if said or ENGINEERING in self.marks.tags:
            return said, False, False
        guess = TrackReader(self.line, self.known, told, people, opening).track()
        if guess == ENGINEERING:
            return "", True, True
        return (guess if guess in self.known.tracks else ""), False, bool(guess)

    def _is_word(self, word: str) -> bool:
        return is_known_word(word, self.known)

    def _doubts(self, people: PeopleReader, opening: ToldOpening | None) -> tuple[Doubt, ...]:
        words = (self.line.bare[at] for at in people.strangers())
        found = [Doubt("person", word, "", f"@{word}") for word in words]
        if opening and opening.stage and not opening.name:
            from pmpath.domain.words.openings.unread import unread_firm

            firm = unread_firm(self.line, self.known.lexicon, people)
            found += [Doubt("opening", firm, "", f'--opening "{firm}"')] if firm else []
        if opening and opening.stage == "applied" and opening.firm:
            from pmpath.domain.words.openings.unread import further_firms

            others = further_firms(self.line, self.known.lexicon, people, opening.firm)
            found += [Doubt(FIRM, one, SEVERAL, f"applied to {one}") for one in others]
        return (*self.times.doubts(), *found)
