"""What `sync` says of an exchange: line by line as it goes, or at its end as data."""

from __future__ import annotations

from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import acknowledge, confirm, present, terminal_width
from pmpath.domain.errors import UsageError
from pmpath.domain.files.exchange import Apart, Committed, Exchanged, Received
from pmpath.domain.record import TYPE_CHECKING, changed
from pmpath.render.files.sync import (
    NO_REMOTE,
    apart_text,
    committed_text,
    received_text,
    remote_text,
)

if TYPE_CHECKING:
    from types import TracebackType

JOIN = "pmpath sync --join"


class Telling:
    """Around one exchange: is told each thing that was done, and says it in the form asked for.

    As data all of it is said at the end, also at one that came too early.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._found = Exchanged()
        self.has_news = False

    def __enter__(self) -> Telling:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._as_json and (error is None or self.has_news):
            found = changed(self._found, is_whole=error is None)
            present("sync", found, "", as_json=True)

    def remote(self, address: str, *, is_new: bool) -> None:
        """The remote; one that was named now is said."""
        self._found = changed(self._found, remote=address)
        if is_new:
            self._say(remote_text(address, terminal_width()))

    def no_remote(self) -> None:
        """There is none to exchange with."""
        if not self._as_json:
            confirm("Remote: ", NO_REMOTE)

    def committed(self, found: Committed) -> None:
        """A commit of this machine, which may be empty."""
        lines = committed_text(found, terminal_width())
        if lines:
            self._found = changed(self._found, committed=(*self._found.committed, found))
        self._say(lines)

    def received(self, found: Received) -> None:
        """What came from the other side, which may be nothing."""
        lines = received_text(found, terminal_width())
        if lines:
            self._found = changed(self._found, received=(*self._found.received, found))
        self._say(lines)

    def sent(self, address: str) -> None:
        """The remote has all of it."""
        self._found = changed(self._found, sent=True)
        if not self._as_json:
            confirm("Sent: ", f"{address} now has everything.")

    def nothing_new(self, address: str) -> None:
        """Neither side had anything that the other lacked."""
        if not self._as_json and not self.has_news:
            confirm("Sync: ", f"nothing new here or at {address}.")

    def joins(self, apart: Apart) -> bool:
        """Whether two journeys are to become one: asked, except where data were asked for."""
        if self._as_json:
            raise UsageError(
                "The remote has another journey than this folder, and --json cannot ask.",
                hint=f"To join them: {JOIN} --json",
            )
        acknowledge("\n".join(apart_text(apart, terminal_width())))
        if agreed("Join them?", hint=JOIN):
            return True
        confirm("Sync: ", "nothing was joined or sent.")
        return False

    def _say(self, lines: list[str]) -> None:
        self.has_news = self.has_news or bool(lines)
        if lines and not self._as_json:
            acknowledge("\n".join(lines))
