"""The log folded by way of what is kept of it; whatever is wrong with that only costs time."""

from __future__ import annotations

from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.storage.kept.continued import ContinuedReader
from pmpath.storage.kept.kept_fold import KeptFile, lines_behind, made_by, read_kept
from pmpath.storage.kept.sealed import covered_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from pmpath.cli.session import Session
    from pmpath.domain.entry import Entry
    from pmpath.domain.kinds import Record
    from pmpath.domain.log.journal import Journal
    from pmpath.domain.log.names.names import Names
    from pmpath.domain.period import Period
    from pmpath.storage.disk.paths import Folder


def prompt_journal(session: Session) -> Journal:
    """What a shell prompt needs of the log."""
    from pmpath.domain.plain.prompt import CODEC, fold_prompt

    kept = taken(session, session.folder.prompt, made_by())
    if kept is not None:
        reader, plain = kept
        try:
            return fold_prompt(reader.records(), CODEC.from_plain(plain), session.today)
        except ReadsBack:
            pass
    return session.journal(observes=False)


def everybody_named(session: Session) -> Names | None:
    """Who is named in the log and the roadmap; None where the whole log tells."""
    from pmpath.domain.plain.prompt import CODEC, fold_names
    from pmpath.domain.roadmap.leaders import people_of_roadmap

    given = people_of_roadmap(session.roadmap)
    kept = taken(session, session.folder.prompt, made_by())
    if kept is None:
        return None
    reader, plain = kept
    try:
        return fold_names(reader.records(), CODEC.from_plain(plain), given)
    except ReadsBack:
        return None


def latest_entries(session: Session, most: int) -> tuple[list[tuple[str, Entry]], int] | None:
    """The latest entries with their handles, and how many there are; None where the log tells."""
    from pmpath.domain.plain.history import CODEC, History

    kept = taken(session, session.folder.latest, made_by())
    if kept is None:
        return None
    reader, plain = kept
    try:
        found = History(reader.records(), CODEC.from_plain(plain))
        return found.shown(most), found.count
    except ReadsBack:
        return None


def day_journal(session: Session, keep: Period) -> tuple[Journal, int]:
    """The log folded with its meaning, and its bad lines.

    The entries of the days in `keep` are whole.
    """
    return DayFolds(session).journal(keep)


class DayFolds:
    """Folds of one day, with the same look at what is kept."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._maker = maker_of(session)
        # By path, what was found there, with the lines behind it.
        self._found: dict[str, tuple[KeptFile, bytes] | None] = {}

    def journal(self, keep: Period, without: Set[str] = frozenset()) -> tuple[Journal, int]:
        """As `day_journal`, without the entries of some ids."""
        folder = self.session.folder
        # Entries that are to be left out are of today, which is not in the fold of the days before.
        for path in (folder.fold,) if without else more_first(folder):
            found = self._look(path)
            try:
                if found is not None:
                    return self._folded_on(*found, keep, without)
            except ReadsBack:
                self._found[path] = None
        whole = self.session.log_reader()
        journal, _ = self.session.meant(_all_but(whole.records(), without), keep=keep)
        return journal, len(whole.bad)

    def _look(self, path: str) -> tuple[KeptFile, bytes] | None:
        if path not in self._found:
            self._found[path] = _look(self.session, path, self._maker)
        return self._found[path]

    def _folded_on(
        self, kept: KeptFile, lines: bytes, keep: Period, without: Set[str]
    ) -> tuple[Journal, int]:
        from pmpath.coach.meaning.kept import CODEC, Folding

        session = self.session
        reader = ContinuedReader(session.folder, lines, kept.read)
        old = CODEC.from_plain(kept.plain)
        folding = Folding(session.catalog, session.roadmap, old, session.clues)
        journal = folding.fold(_all_but(reader.records(), without), keep)
        if not without <= reader.seen.keys():
            raise ReadsBack
        return journal, reader.all_bad


def _all_but(records: Iterable[Record], without: Set[str]) -> Iterable[Record]:
    return (one for one in records if one.id not in without) if without else records


def more_first(folder: Folder) -> tuple[str, ...]:
    """Where a fold of the log is kept, with today's lines first where these are in it."""
    has_today = covered_at(folder.today)[0] > covered_at(folder.fold)[0]
    return (folder.today, folder.fold) if has_today else (folder.fold,)


def maker_of(session: Session) -> str:
    """What makes the fold of the day: this program, its content, and the roadmap."""
    return made_by(session.roadmap_text)


def taken(session: Session, path: str, maker: str) -> tuple[ContinuedReader, object] | None:
    """A reader of the lines behind what is kept, and the kept values; None where there are none."""
    found = _look(session, path, maker)
    if found is None:
        return None
    kept, lines = found
    return ContinuedReader(session.folder, lines, kept.read), kept.plain


def _look(session: Session, path: str, maker: str) -> tuple[KeptFile, bytes] | None:
    """What is kept, and the lines behind it; None where it is of another log."""
    kept = read_kept(path, maker) if maker else None
    if kept is None or kept.plain is None:
        return None
    try:
        lines = lines_behind(session.folder, kept, is_read_whole=False)
    except OSError:
        return None
    return None if lines is None else (kept, lines)
