"""What one call of pmpath works with: the folder, the instant, and files read when first needed."""

from __future__ import annotations

import os
from datetime import date, datetime

from pmpath.cli.clock import now
from pmpath.cli.writes import Writes
from pmpath.domain.entry import BY_HAND, BY_INIT
from pmpath.domain.errors import NotFound, NotStored, NotValid
from pmpath.storage.content import Content, content
from pmpath.storage.disk.paths import Folder, data_folder
from pmpath.storage.roadmap.peek import day_ends_of, has_vacations, people_named, start_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.coach.meaning.clues import Clues
    from pmpath.coach.meaning.fold import Meaning
    from pmpath.coach.situation import Situation
    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.kinds import Record
    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.log.journal import Journal
    from pmpath.domain.period import Period
    from pmpath.domain.roadmap.roadmap import Roadmap, Vacation
    from pmpath.storage.log.encode import Fields, NewRecord
    from pmpath.storage.log.read import LogReader
    from pmpath.storage.roadmap.edit import Path, Value

NOON = 12


class Session:
    """One call. `environment` is that of the process, or a test's own."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        self.environment = os.environ if environment is None else environment
        self.now: datetime = now(self.environment)
        self.folder: Folder = data_folder(self.environment)
        self.content: Content = content()
        self._roadmap: Roadmap | None = None
        self._roadmap_text: str | None = None
        self._catalog: Catalog | None = None
        self._clues: Clues | None = None
        self._vocabulary: Vocabulary | None = None
        # The words of the content alone, of which two situations of a call have the same.
        self._words: Vocabulary | None = None
        # The text of the roadmap before and after what this call has changed and not yet recorded.
        self._replaced: tuple[str, str] | None = None
        # Whether an edit of the plan by hand has still to be recorded before this call writes.
        self._edits_wait = True
        self.writes = Writes()

    @property
    def today(self) -> date:
        """The day it is for the user; the file is looked at only while the answer may differ."""
        if self.now.hour >= NOON:
            return self.now.date()
        from pmpath.domain.period import day_of

        return day_of(self.now, day_ends_of(self.folder))

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap, read once."""
        if self._roadmap is None:
            from pmpath.storage.roadmap.file import kept_roadmap

            self._roadmap = kept_roadmap(self.folder, self.roadmap_text)
        return self._roadmap

    @property
    def roadmap_text(self) -> str:
        """The text that `roadmap` is made of."""
        if self._roadmap_text is None:
            from pmpath.storage.roadmap.file import read_text

            self._roadmap_text = read_text(self.folder)
        return self._roadmap_text

    def look_again(self) -> None:
        """Forget the roadmap, which may have changed while this call asked or wrote."""
        self._roadmap = self._roadmap_text = None

    @property
    def vacations(self) -> tuple[Vacation, ...]:
        """The vacations, without reading a roadmap that has none; none when it cannot be read."""
        try:
            return self.roadmap.vacations if has_vacations(self.folder) else ()
        except NotValid:
            return ()

    def vocabulary(self) -> Vocabulary:
        """The words of the content, and the people and openings that the log knows; read once."""
        if self._vocabulary is None:
            from pmpath.domain.record import changed
            from pmpath.storage.log.known_names import names_in_log

            known = names_in_log(self.folder, people_named(self.folder))
            self._vocabulary = changed(
                self.content.vocabulary(), people=known.people, firms=known.firms,
                nobody=known.nobody, unguessed=known.unguessed,
                plan_start=lambda: start_of(self.folder),
            )  # fmt: skip
        return self._vocabulary

    def keep_names(self, journal: Journal) -> None:
        """Keep for `log` what the whole log knows by name."""
        from pmpath.storage.log.known_names import keep_names

        keep_names(self.folder, journal.known_names)

    def clues(self) -> Clues:
        """By what the meaning of entries is seen, read once; the whole catalog without a build."""
        if self._clues is None:
            from pmpath.cli.clues import clues_in

            self._clues = clues_in(self.content, lambda: self.catalog)
        return self._clues

    def log_reader(self) -> LogReader:
        """A reading of the log; what it passed over is known when its records have ended."""
        from pmpath.storage.log.read import LogReader

        return LogReader(self.folder)

    def journal(self, keep: Period | None = None, *, observes: bool = True) -> Journal:
        """The log folded once; the entries of the days in `keep` stay whole.

        What entries fulfil and which milestones they reach is among it, unless nothing `observes`.
        """
        from pmpath.domain.log.journal import fold

        records = self.log_reader().records()
        return self.meant(records, keep)[0] if observes else fold(records, keep, observes=False)

    def meant(
        self, records: Iterable[Record], keep: Period | None = None
    ) -> tuple[Journal, Meaning | None]:
        """Records folded together with what they mean; None for that without a roadmap to read."""
        from pmpath.coach.meaning.fold import fold_with_meaning
        from pmpath.domain.log.journal import fold

        try:
            roadmap = self.roadmap
        except (NotFound, NotValid, NotStored):
            return fold(records, keep), None
        return fold_with_meaning(records, self.catalog, roadmap, keep, self.clues)

    @property
    def catalog(self) -> Catalog:
        """The content that steps are chosen from, read once."""
        if self._catalog is None:
            self._catalog = self.content.catalog()
        return self._catalog

    def situation(self, journal: Journal) -> Situation:
        """Everything a step depends on; a plan whose date and offer are there has ended."""
        from pmpath.coach.plan.arrival import note_arrival
        from pmpath.coach.today.day_end import note_offered

        note_arrival(self.roadmap, journal, self.today)
        situation = self.situation_of(self.roadmap, journal)
        note_offered(situation)
        return situation

    def situation_of(self, roadmap: Roadmap, journal: Journal) -> Situation:
        """The same for a roadmap that need not be written yet."""
        from pmpath.coach.situation import Situation

        if self._words is None:
            self._words = self.content.vocabulary()
        return Situation(roadmap, journal, self.catalog, self.today, self._words)

    def change_roadmap(self, changes: Mapping[Path, Value | None]) -> Roadmap:
        """Change single values of the roadmap (None removes a key); returns it as it is then.

        Every other byte stays. Raises NotValid, with nothing written, when the result would be no
        roadmap or a value cannot be changed alone; NotStored when the file changed meanwhile.
        """
        from pmpath.storage.roadmap.edit import Source, with_values
        from pmpath.storage.roadmap.file import read_text

        source = Source(self.folder.roadmap, read_text(self.folder))
        return self.replace_roadmap(source.text, with_values(source, changes))

    def replace_roadmap(self, before: str, after: str) -> Roadmap:
        """Put a whole new text in the place of the one that was read, if it is a roadmap."""
        from pmpath.storage.roadmap.file import replace_roadmap, roadmap_of

        roadmap = roadmap_of(after, self.folder.roadmap)
        if after != before:
            self.record_edits()
            with self.writing():
                replace_roadmap(self.folder, before, after, self.now, self.writes.seen)
            self._replaced = (self._replaced or (before, after))[0], after
        self._roadmap, self._roadmap_text = roadmap, after
        return roadmap

    def changes_made(self) -> Fields:
        """The field of a record that names what this call changed in the roadmap since the last.

        Empty where it changed nothing; `undo` takes back what is named here.
        """
        from pmpath.storage.roadmap.changes import FIELD, changes_as_fields, changes_between

        if self._replaced is None:
            return {}
        changes = changes_as_fields(changes_between(*self._replaced))
        self._replaced = None
        return {FIELD: changes} if changes else {}

    def append(self, kind: str, day: date, fields: Fields) -> str:
        """Append a record to the log and return its id once it is safe on the disk.

        It counts as done after every record that is there, even where the clock was set back.
        """
        return self.append_act([(kind, day, fields)])

    def append_act(self, several: Iterable[NewRecord], head: str = "") -> str:
        """Append records that are one act, in one piece: all are kept, or none.

        Each is a kind, a day and fields. The others are part of the first, or all of a `head` that
        is written already; returns its id.
        """
        if (first := next(waiting := iter(several), None)) is None:
            return head
        from pmpath.storage.log.append import append_act

        self.record_edits()
        with self.writes:
            every = (one for part in ([first], waiting) for one in part)
            records = self.writes.noting(every)
            made, grown = append_act(self.folder, self.now, records, head, self.writes.seen)
            return self.writes.noted(made, grown)

    @property
    def has_written(self) -> bool:
        """Whether this call has changed a file."""
        return self.writes.are_done

    def writing(self) -> Writes:
        """Stand around whatever changes a file: later faults of this call say that it did."""
        self.writes.reach_back = True
        return self.writes

    def record_edits(self) -> None:
        """Record a plan that was edited by hand, before this call writes for the first time.

        Every write of a session does so, so that what each day promised stays known and the edit
        counts before the act. A command asks for it alone where it has to see the recorded plan.
        """
        if self._edits_wait:
            self.record_plan(self.journal())

    def leave_edits(self) -> None:
        """Write without that: for `log`, for `undo`, and where the act records the edit itself."""
        self._edits_wait = False

    def record_plan(self, journal: Journal, reason: str = BY_HAND, head: str = "") -> None:
        """Record the plan that the roadmap holds, unless it is the one recorded last.

        With a `head` it was that record which changed it: both are one act. A roadmap that cannot
        be read is left for the commands that need it.
        """
        from pmpath.coach.numbers.pace import current_plan, is_recorded
        from pmpath.coach.plan.answered import reached_already
        from pmpath.domain.record import changed
        from pmpath.storage.log.encode import plan_fields
        from pmpath.storage.roadmap.changes import FIELD

        self._edits_wait = False
        self.keep_names(journal)
        try:
            roadmap = self.roadmap
        except (NotFound, NotValid, NotStored):
            return
        if is_recorded(roadmap, journal):
            return
        first = not journal.plans
        day = min(roadmap.target.start, self.today) if first else self.today
        plan = changed(current_plan(roadmap), reason=BY_INIT if first else reason)
        # The head names what it did to the roadmap, this plan nothing of its own.
        told: Fields = {FIELD: []} if head else {}
        records: list[tuple[str, Fields]] = [("plan", {**plan_fields(plan), **told})]
        if first:
            # Answers are the result that some milestones ask for; a killed init may not have said.
            known = {one.id for one in roadmap.milestones} - set(journal.milestones_done)
            reached = reached_already(roadmap.answers, roadmap.springboard.state)
            records += [("milestone", {"of": key}) for key in reached if key in known]
        seen = self.writes.seen
        self.append_act(((kind, day, fields) for kind, fields in records), head)
        self.writes.seen = None if head else seen  # Without a head the act is still to come.
