"""The clipboard of the system, through whatever program of it is on PATH at the time."""

from __future__ import annotations

import os
import shutil
import subprocess

# Each with its words, and the variable without which it most likely has no screen to talk to.
PROGRAMS = (
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("pbcopy",), ""),
    (("clip.exe",), ""),
)  # fmt: skip
NAMES = tuple(words[0] for words, _ in PROGRAMS)
OF_WINDOWS = "clip.exe"
SECONDS = 5


def copied_with(text: str) -> str:
    """Put the text on the clipboard; the name of the program that took it, "" where none did.

    Those come first for which the screen that they need is there; the others are tried as well.
    """
    found = [one for one in PROGRAMS if shutil.which(one[0][0])]
    found.sort(key=lambda one: bool(one[1]) and not os.environ.get(one[1]))
    return next((words[0] for words, _ in found if _takes(words, text)), "")


def _takes(words: tuple[str, ...], text: str) -> bool:
    # Windows reads its own two-byte letters, or plain ASCII.
    is_wide = words[0] == OF_WINDOWS and not text.isascii()
    content = text.encode("utf-16-le" if is_wide else "utf-8", "replace")
    try:
        # Some stay behind to serve the clipboard: an output that is read would never end.
        done = subprocess.run(
            words, input=content, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
