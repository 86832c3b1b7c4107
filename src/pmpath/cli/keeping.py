"""Keeping a fold of the log, by commands that have written, once they have said so."""

from __future__ import annotations

from binascii import crc32

from pmpath.cli.kept import maker_of
from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.domain.record import Frozen
from pmpath.storage.kept import kept_seal
from pmpath.storage.kept.continued import ContinuedReader, ReadBefore
from pmpath.storage.kept.kept_fold import KeptFile, lines_behind, made_by, read_kept, write_kept
from pmpath.storage.roadmap.file import keep_parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmpath.cli.session import Session
    from pmpath.domain.kinds import Record

    # The kept values of old and new records, of the new records and the old values.
    Fold = Callable[[Session, Iterable[Record], object], object]

NOTHING = KeptFile(0, 0, ReadBefore(), None)


def keep_folds(session: Session, *, is_brief: bool = False) -> None:
    """Keep what the log amounts to, up to its first line of today, and the roadmap as parsed.

    Where that `is_brief`, a long log is never folded anew. Raises OSError and PmpathError.
    """
    session.look_again()
    folder, again = session.folder, (_prompt_again, _latest_again, _fold_again)
    keep_parsed(folder, session.roadmap_text)
    plain, planned = made_by(), maker_of(session)
    if not plain:
        return
    places = ((folder.prompt, plain), (folder.latest, plain), (folder.fold, planned))
    for (path, maker), fold in zip(places, again, strict=True):
        _Keeper(session, KeptPlace(path, maker, fold), is_brief=is_brief).keep()


def _prompt_again(session: Session, records: Iterable[Record], plain: object) -> object:
    from pmpath.domain.plain.prompt import CODEC, kept_prompt

    return CODEC.to_plain(kept_prompt(records, CODEC.from_plain(plain), session.today))


def _latest_again(session: Session, records: Iterable[Record], plain: object) -> object:
    from pmpath.domain.plain.history import CODEC, History

    return CODEC.to_plain(History(records, CODEC.from_plain(plain)).kept_on())


def _fold_again(session: Session, records: Iterable[Record], plain: object) -> object:
    from pmpath.coach.meaning.kept import CODEC, Folding

    folding = Folding(session.catalog, session.roadmap, CODEC.from_plain(plain), session.clues)
    return CODEC.to_plain(folding.kept_on(records, session.today))


class KeptPlace(Frozen):
    """A path, what makes the file there, and how its values are made."""

    path: str
    maker: str
    fold: Fold


class _Keeper:
    """Folds on what is kept in a place, or anew where that cannot be."""

    def __init__(self, session: Session, place: KeptPlace, *, is_brief: bool) -> None:
        self.session, self.place, self.is_brief = session, place, is_brief

    def keep(self) -> None:
        """Keep it, where that saves enough; raises OSError and PmpathError."""
        kept = read_kept(self.place.path, self.place.maker)
        lines = None if kept is None else lines_behind(self.session.folder, kept)
        if kept is None or lines is None or kept.plain is None:
            self._keep_anew()
            return
        is_little = len(lines) < kept_seal.BEHIND_BYTES
        # Of a little nothing is kept; whether the old values still hold is seen all the same.
        made = self._folded_on(kept, lines if is_little else self._before_today(lines))
        if made is None:
            self._keep_anew()
        elif not is_little:
            self._write(made)

    def _keep_anew(self) -> None:
        lines = self._before_today(lines_behind(self.session.folder, NOTHING) or b"")
        if len(lines) >= kept_seal.BEHIND_BYTES:
            # A log that is not folded is marked, so that it is not looked at in vain each time.
            mark = KeptFile(len(lines), crc32(lines), ReadBefore(), None)
            is_long = self.is_brief and len(lines) > kept_seal.MOST_AT_ONCE
            self._write((None if is_long else self._folded_on(NOTHING, lines)) or mark)

    def _write(self, kept: KeptFile) -> None:
        write_kept(self.place.path, self.place.maker, kept)

    def _folded_on(self, kept: KeptFile, lines: bytes) -> KeptFile | None:
        """What can be kept of old and new lines; None where the new ones reach back."""
        reader = ContinuedReader(self.session.folder, lines, kept.read)
        try:
            plain = self.place.fold(self.session, reader.records(), kept.plain)
        except ReadsBack:
            return None
        read = reader.ended()
        if read is None:
            return None
        return KeptFile(kept.covered + len(lines), crc32(lines, kept.check), read, plain)

    def _before_today(self, lines: bytes) -> bytes:
        """The whole lines before the first of today, so that today can be looked at alone."""
        found = lines.find(f'"{self.session.today.isoformat()}"'.encode())
        before = lines[: lines.rfind(b"\n", 0, found if found >= 0 else len(lines)) + 1]
        if len(before) < kept_seal.BEHIND_BYTES <= kept_seal.MOST_AT_ONCE < len(lines):
            # So much of one day is kept all the same.
            return lines[: lines.rfind(b"\n") + 1]
        return before
