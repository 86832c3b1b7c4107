"""A headless Chromium, driven over two pipes: pages are opened in it as a person would see them."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from select import select
from typing import Any

Message = dict[str, Any]
# Nothing but the page asked for; a sandbox cannot be made by root, as in most containers.
OPTIONS = (
    "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage",
    "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--hide-scrollbars",
    "--force-color-profile=srgb",
)  # fmt: skip
# Gives the pipes the numbers that Chromium reads from and writes to, then becomes it.
START = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
ABOVE = 10
PATIENCE = 60


def _pipe() -> tuple[int, int]:
    """Both ends of a pipe, away from the numbers that the browser's own will have."""
    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, ABOVE))
        os.close(end)
    return ends[0], ends[1]


class Chromium:
    """One browser; `open` shows a page in a fresh tab."""

    def __init__(self, program: str, profile: Path) -> None:
        theirs, self._to = _pipe()
        self._from, ours = _pipe()
        options = [*OPTIONS, f"--user-data-dir={profile}"]
        options += ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, str(theirs), str(ours), program, *options],
            pass_fds=(theirs, ours),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(ours)
        self._unread = b""
        self._number = 0
        self.events: list[Message] = []

    def call(self, method: str, session: str = "", **fields: Any) -> Message:
        """Call the browser and wait for its answer; what it tells meanwhile goes to `events`."""
        self._number += 1
        message: Message = {"id": self._number, "method": method, "params": fields}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            found = self._next()
            if found.get("id") == self._number:
                assert "error" not in found, (method, found)
                result: Message = found["result"]
                return result
            self.events.append(found)

    def until(self, method: str) -> Message:
        """Wait for an event of this name."""
        while True:
            for at, event in enumerate(self.events):
                if event.get("method") == method:
                    return self.events.pop(at)
            self.events.append(self._next())

    def _next(self) -> Message:
        while b"\0" not in self._unread:
            ready, _, _ = select([self._from], [], [], PATIENCE)
            assert ready, "the browser says nothing"
            read = os.read(self._from, 1 << 16)
            assert read, "the browser ended"
            self._unread += read
        line, _, self._unread = self._unread.partition(b"\0")
        message: Message = json.loads(line)
        return message

    def open(self, path: Path, **look: Any) -> Tab:
        """Show a file; `width`, `scheme` (light or dark) say how."""
        return Tab(self, path, **look)

    def close(self) -> None:
        """End the browser."""
        with suppress(OSError, AssertionError):
            self.call("Browser.close")
        self._process.wait(PATIENCE)
        os.close(self._to)
        os.close(self._from)


class Tab:
    """A page that has loaded, and what it said and asked for meanwhile."""

    def __init__(
        self, browser: Chromium, path: Path, *, width: int = 900, scheme: str = "light"
    ) -> None:
        self._browser = browser
        self._target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self._session: str = browser.call(
            "Target.attachToTarget", targetId=self._target, flatten=True
        )["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=1200, deviceScaleFactor=1, mobile=width < 500,
        )  # fmt: skip
        scheme_is = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", features=scheme_is)
        browser.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        browser.until("Page.loadEventFired")

    def call(self, method: str, **fields: Any) -> Message:
        """Call the browser about this tab."""
        return self._browser.call(method, self._session, **fields)

    def value(self, script: str) -> Any:
        """The value of an expression in the page, awaited if it is a promise."""
        found = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def said(self) -> list[Message]:
        """Everything on the console so far: messages, errors, dialogs."""
        self.value("1")
        names = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown",
                 "Page.javascriptDialogOpening")  # fmt: skip
        return [one for one in self._browser.events if one.get("method") in names]

    def requests(self) -> list[str]:
        """Every address that was asked for since the tab was opened."""
        self.value("1")
        return [
            one["params"]["request"]["url"]
            for one in self._browser.events
            if one.get("method") == "Network.requestWillBeSent"
        ]

    def screenshot(self) -> bytes:
        """The whole page as PNG."""
        found = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(found["data"])

    def printed(self) -> bytes:
        """The page as it would be printed, as PDF."""
        found = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(found["data"])

    def close(self) -> None:
        """Close the tab."""
        self._browser.call("Target.closeTarget", targetId=self._target)
