"""`pmpath export`: what was gathered, in the formats of other tools, in a stream."""

from __future__ import annotations

from datetime import time

from pmpath.cli.session import Session
from pmpath.cli.terminal.progress import counted
from pmpath.domain.entry import Entry, Plan, Unread
from pmpath.domain.kinds import kind_of
from pmpath.domain.log.journal import Journal
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.record import Frozen, changed
from pmpath.formats.values import OtherRecord
from pmpath.formats.writers.table import Content, Format
from pmpath.reports.exported.discretion import PRIVATE, ForOthers, Unsaid
from pmpath.reports.exported.facts import facts_of
from pmpath.reports.exported.shelf import Shelf
from pmpath.reports.never_said import never_said
from pmpath.reports.period.hidden import Hidden
from pmpath.reports.reported_entry import words_for_report
from pmpath.storage.log.encode import flat_fields, plan_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.domain.kinds import Record
    from pmpath.formats.values import Facts

PLAN, DOING = "plan", "Exporting"


class Asked(Frozen):
    """What an export is asked for besides its format.

    `is_shared`: it is for somebody else. `has_private`: what is never to be said is among it.
    `version` and `reminder` are choices of formats that have them. `is_watched`: the export itself
    appears on a terminal, where no count may stand between.
    """

    is_shared: bool = False
    has_private: bool = False
    version: str = ""
    reminder: time | None = None
    is_watched: bool = False


class Export:
    """One export of a session; `bad` lines of the log were passed over, once it has ended."""

    def __init__(self, session: Session, form: Format, asked: Asked) -> None:
        self.session = session
        self.form = form
        self.asked = asked
        self.bad = 0
        self._facts: Facts | None = None

    def pieces(self) -> Iterator[bytes]:
        """The export in pieces, ready to be written; what cannot be read is raised by the first."""
        discretion = self._discretion()
        asked = self.asked
        content = Content(
            self._records(discretion), lambda: self.facts(discretion), asked.version, asked.reminder
        )
        for text in self.form.write(content):
            yield text.encode("utf-8", "backslashreplace")

    def facts(self, discretion: Unsaid | ForOthers | None = None) -> Facts:
        """The facts alone, less what is left out."""
        discretion = discretion or self._discretion()
        assert self._facts is not None, "the format needs facts and does not say so"
        return discretion.facts(self._facts)

    def _discretion(self) -> Unsaid | ForOthers:
        """What is left out; on the way the facts are gathered where the format needs them.

        All names ever logged are hidden from others, and all spellings of whoever is private, so
        that the log is folded for that as well.
        """
        session, asked = self.session, self.asked
        journal = Journal()
        if asked.is_shared or self.form.needs_facts:
            shelf = Shelf()
            records = self._counted(session.log_reader().records(), "Reading")
            journal = session.meant(shelf.seeing(records))[0]
            situation = session.situation(journal)
            if self.form.needs_facts:
                self._facts = self._told(facts_of(situation, shelf, session.now))
            if asked.is_shared:
                return ForOthers(Hidden(situation, [one.label for one in journal.openings.all()]))
        elif not asked.has_private and session.log_reader().may_have(PRIVATE):
            journal = session.journal()
        if asked.has_private:
            return Unsaid(None)
        return Unsaid(never_said(journal, session.roadmap, session.content.vocabulary()))

    def _told(self, facts: Facts) -> Facts:
        """The facts with the entries among them in words for reading."""
        if not self.form.is_told:
            return facts
        known = self.session.content.vocabulary()

        def tell(entries: Iterable[Entry]) -> EntryPages:
            return EntryPages(changed(one, text=words_for_report(one, known)) for one in entries)

        return changed(
            facts, results=tell(facts.results), pieces=tell(facts.pieces),
            volunteering=tell(facts.volunteering),
        )  # fmt: skip

    def _counted(self, records: Iterator[Record], doing: str) -> Iterator[Record]:
        """The records, with how many have passed on a terminal that shows nothing else."""
        return records if self.asked.is_watched else counted(records, doing)

    def _records(self, discretion: Unsaid | ForOthers) -> Iterator[Entry | OtherRecord]:
        """Every record that counts, in the order of the log, less what is left out."""
        reader = self.session.log_reader()
        known = self.session.content.vocabulary() if self.form.is_told else None
        for one in self._counted(reader.records(), DOING):
            if isinstance(one, Entry):
                shown = one if known is None else changed(one, text=words_for_report(one, known))
                yield discretion.entry(shown)
            elif not isinstance(one, Unread) and (other := discretion.other(_other(one))):
                yield other
        self.bad = len(reader.bad)


def _other(one: Record) -> OtherRecord:
    """A record that is not an entry, with the fields of its line."""
    assert not isinstance(one, Entry | Unread)
    if isinstance(one, Plan):
        return OtherRecord(one.id, one.at, one.day, PLAN, plan_fields(one))
    return OtherRecord(one.id, one.at, one.day, kind_of(one).name, flat_fields(one))
