"""What one call of pmpath works with: the folder, the instant, and files read when first needed."""

from __future__ import annotations

import os
from datetime import date

from pmpath.cli.clock import now
from pmpath.domain.errors import NotFound, NotStored
from pmpath.domain.period import day_of
from pmpath.storage.content import Content, content
from pmpath.storage.faults import NOTHING_MORE_SAVED, NOTHING_SAVED
from pmpath.storage.log_file import append, append_lines, new_record
from pmpath.storage.paths import Folder, data_folder
from pmpath.storage.roadmap_glance import day_ends_of, has_vacations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from types import TracebackType

    from pmpath.coach.meaning.fold import Meaning
    from pmpath.coach.situation import Situation
    from pmpath.domain.catalog import Catalog
    from pmpath.domain.entry import Record
    from pmpath.domain.journal import Journal
    from pmpath.domain.period import Period
    from pmpath.domain.roadmap import Roadmap, Vacation
    from pmpath.storage.codec import Fields
    from pmpath.storage.log_reader import LogReader
    from pmpath.storage.roadmap_edit import Path, Value

NOON = 12


class TrulySaid:
    """Around one write of a call: once one went through, `nothing was saved` is not said again."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.session.has_written = True
        elif isinstance(error, NotStored) and self.session.has_written:
            sentence = error.sentence.replace(NOTHING_SAVED, NOTHING_MORE_SAVED)
            raise NotStored(sentence, place=error.place, hint=error.hint) from error


class Session:
    """One call. `environment` is that of the process, or a test's own."""

    def __init__(self, environment: Mapping[str, str] | None = None) -> None:
        environment = os.environ if environment is None else environment
        self.environment = environment
        self.now: datetime = now(environment)
        self.folder: Folder = data_folder(environment)
        self.content: Content = content()
        self._roadmap: Roadmap | None = None
        self._catalog: Catalog | None = None
        # Whether this call has changed a file: no later fault may say that nothing was saved.
        self.has_written = False

    @property
    def today(self) -> date:
        """The day it is for the user; the file is looked at only while the answer may differ."""
        if self.now.hour >= NOON:
            return self.now.date()
        return day_of(self.now, day_ends_of(self.folder))

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap, read once."""
        if self._roadmap is None:
            from pmpath.storage.roadmap_file import load

            self._roadmap = load(self.folder)
        return self._roadmap

    @property
    def vacations(self) -> tuple[Vacation, ...]:
        """The vacations, without reading a roadmap that has none; none when it cannot be read."""
        from pmpath.domain.errors import NotValid

        try:
            return self.roadmap.vacations if has_vacations(self.folder) else ()
        except NotValid:
            return ()

    def log_reader(self) -> LogReader:
        """A reading of the log; what it passed over is known when its records have ended."""
        from pmpath.storage.log_reader import LogReader

        return LogReader(self.folder)

    def journal(self, keep: Period | None = None, *, observes: bool = True) -> Journal:
        """The log folded once; the entries of the days in `keep` stay whole.

        What entries fulfil and which milestones they reach is among it, unless nothing `observes`.
        """
        from pmpath.domain.journal import fold

        records = self.log_reader().records()
        return self.meant(records, keep)[0] if observes else fold(records, keep, observes=False)

    def meant(
        self, records: Iterable[Record], keep: Period | None = None
    ) -> tuple[Journal, Meaning | None]:
        """Records folded together with what they mean; None for that without a roadmap to read."""
        from pmpath.coach.meaning.fold import fold_with_meaning
        from pmpath.domain.errors import NotValid
        from pmpath.domain.journal import fold

        try:
            roadmap = self.roadmap
        except (NotFound, NotValid, NotStored):
            return fold(records, keep), None
        return fold_with_meaning(records, self.catalog, roadmap, keep)

    @property
    def catalog(self) -> Catalog:
        """The content that steps are chosen from, read once."""
        if self._catalog is None:
            self._catalog = self.content.catalog()
        return self._catalog

    def situation(self, journal: Journal) -> Situation:
        """Everything a step depends on; a plan whose date and offer are there has ended."""
        from pmpath.coach.arrival import note_arrival

        note_arrival(self.roadmap, journal, self.today)
        return self.situation_of(self.roadmap, journal)

    def situation_of(self, roadmap: Roadmap, journal: Journal) -> Situation:
        """The same for a roadmap that need not be written yet."""
        from pmpath.coach.situation import Situation

        return Situation(roadmap, journal, self.catalog, self.today, self.content.vocabulary())

    def change_roadmap(self, changes: Mapping[Path, Value | None]) -> Roadmap:
        """Change single values of the roadmap (None removes a key); returns it as it is then.

        Every other byte stays. Raises NotValid, with nothing written, when the result would be no
        roadmap or a value cannot be changed alone; NotStored when the file changed meanwhile.
        """
        from pmpath.storage.roadmap_edit import Source, with_values
        from pmpath.storage.roadmap_file import read_text

        source = Source(self.folder.roadmap, read_text(self.folder))
        return self.replace_roadmap(source.text, with_values(source, changes))

    def replace_roadmap(self, before: str, after: str) -> Roadmap:
        """Put a whole new text in the place of the one that was read, if it is a roadmap."""
        from pmpath.storage.roadmap_file import replace, roadmap_of

        roadmap = roadmap_of(after, self.folder.roadmap)
        if after != before:
            with self._writing():
                replace(self.folder, before, after, self.now)
        self._roadmap = roadmap
        return roadmap

    def append(self, kind: str, day: date, fields: Fields) -> str:
        """Append a record to the log and return its id once it is safe on the disk."""
        return self.append_at(self.now, kind, day, fields)

    def append_all(self, day: date, several: Iterable[tuple[str, Fields]]) -> None:
        """Append records, each a kind and its fields, in one piece: all are kept, or none."""
        lines = b"".join(new_record(kind, day, self.now, fields)[1] for kind, fields in several)
        if lines:
            with self._writing():
                append_lines(self.folder, lines)

    def append_at(self, instant: datetime, kind: str, day: date, fields: Fields) -> str:
        """The same at an instant that the caller chose, never before now."""
        with self._writing():
            return append(self.folder, kind, day, max(instant, self.now), fields)

    def _writing(self) -> TrulySaid:
        return TrulySaid(self)

    def record_plan(self, journal: Journal, reason: str = "edited by hand") -> None:
        """Write down a plan that was changed by hand and not recorded yet.

        Every writing command but `log` does so, so that what was promised on each day stays known.
        A roadmap that cannot be read is left for the commands that need it.
        """
        from pmpath.coach.answered import reached_already
        from pmpath.coach.pace import current_plan, is_recorded
        from pmpath.domain.errors import NotValid
        from pmpath.domain.record import changed
        from pmpath.storage.fields import plan_fields

        try:
            roadmap = self.roadmap
        except (NotFound, NotValid, NotStored):
            return
        if is_recorded(roadmap, journal):
            return
        first = not journal.plans
        day = min(roadmap.target.start, self.today) if first else self.today
        plan = changed(current_plan(roadmap), reason="init" if first else reason)
        records: list[tuple[str, Fields]] = [("plan", plan_fields(plan))]
        if first:
            # Answers are the result that some milestones ask for; a killed init may not have said.
            known = {one.id for one in roadmap.milestones} - set(journal.milestones_done)
            reached = reached_already(roadmap.answers, roadmap.springboard.state)
            records += [("milestone", {"of": key}) for key in reached if key in known]
        self.append_all(day, records)
