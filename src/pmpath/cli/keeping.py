"""Keeping a fold of the log, by commands that have written, once they have said so."""

from __future__ import annotations

from binascii import crc32

from pmpath.cli.kept import maker_of, more_first
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
    folder = session.folder
    keep_parsed(folder, session.roadmap_text)
    plain, planned = made_by(), maker_of(session)
    if not plain:
        return
    for place in (
        KeptPlace(folder.prompt, plain, _prompt_again),
        KeptPlace(folder.latest, plain, _latest_again),
        KeptPlace(folder.fold, planned, _fold_again, is_of_days_over=True),
    ):
        _Keeper(session, place, is_brief=is_brief).keep()


def keep_today(session: Session, *, is_brief: bool = False) -> None:
    """Keep what the log amounts to with today's lines, going on from what is kept of it.

    The fold of the days that are over stays beside it: a screen may ask for today's morning. Where
    that `is_brief`, a long log is never folded anew. Raises OSError and PmpathError.
    """
    session.look_again()
    folder, maker = session.folder, maker_of(session)
    if not maker:
        return
    keeper = _Keeper(session, KeptPlace(folder.today, maker, _fold_again))
    for path in more_first(folder):
        kept = read_kept(path, maker)
        if kept is not None and kept.plain is not None and keeper.keep_on(kept):
            return
    lines = _whole(lines_behind(folder, NOTHING) or b"")
    if not is_brief or len(lines) <= kept_seal.MOST_AT_ONCE:
        keeper.keep_anew(lines)


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
    """A path, what makes the file there, and how its values are made.

    `is_of_days_over`: no line of today is in it, however many there are.
    """

    path: str
    maker: str
    fold: Fold
    is_of_days_over: bool = False


class _Keeper:
    """Folds on what is kept in a place, or anew where that cannot be."""

    def __init__(self, session: Session, place: KeptPlace, *, is_brief: bool = False) -> None:
        self.session, self.place, self.is_brief = session, place, is_brief

    def keep(self) -> None:
        """Keep it, where that saves enough; raises OSError and PmpathError."""
        kept = read_kept(self.place.path, self.place.maker)
        lines = None if kept is None else lines_behind(self.session.folder, kept)
        if kept is None or lines is None or kept.plain is None:
            self._keep_all_anew()
            return
        is_little = len(lines) < kept_seal.BEHIND_BYTES
        # Of a little nothing is kept; whether the old values still hold is seen all the same.
        made = self._folded_on(kept, lines if is_little else self._before_today(lines))
        if made is None:
            self._keep_all_anew()
        elif not is_little:
            self._write(made)

    def keep_on(self, kept: KeptFile) -> bool:
        """Keep it with every line of today, going on from what is kept; False where that ends."""
        lines = lines_behind(self.session.folder, kept)
        made = None if lines is None else self._folded_on(kept, _whole(lines))
        if made is not None:
            self._write(made)
        return made is not None

    def keep_anew(self, lines: bytes) -> None:
        """Keep what these first lines of the log amount to, where that saves enough."""
        if len(lines) >= kept_seal.BEHIND_BYTES:
            # A log that is not folded is marked, so that it is not looked at in vain each time.
            mark = KeptFile(len(lines), crc32(lines), ReadBefore(), None)
            is_long = self.is_brief and len(lines) > kept_seal.MOST_AT_ONCE
            self._write((None if is_long else self._folded_on(NOTHING, lines)) or mark)

    def _keep_all_anew(self) -> None:
        self.keep_anew(self._before_today(lines_behind(self.session.folder, NOTHING) or b""))

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
        """The whole lines before the first of today, so that today can be looked at alone.

        Where that need not be, so much of one day is kept all the same.
        """
        found = lines.find(f'"{self.session.today.isoformat()}"'.encode())
        before = lines[: lines.rfind(b"\n", 0, found if found >= 0 else len(lines)) + 1]
        is_little = len(before) < kept_seal.BEHIND_BYTES <= kept_seal.MOST_AT_ONCE < len(lines)
        return _whole(lines) if is_little and not self.place.is_of_days_over else before


def _whole(lines: bytes) -> bytes:
    """Without the end of a line that was cut off."""
    return lines[: lines.rfind(b"\n") + 1]
