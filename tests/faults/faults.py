"""What can go wrong at the n-th file-system call, and the two ways to make it so.

`Native` is a small C library, preloaded, that stands in front of the real calls of the process:
what Python does by itself (its buffers, its retries after EINTR) is tried with it. `Patched`
replaces functions of `os` and runs where no compiler is. Both count calls that touch one folder.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import fcntl
import io
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

FAIL, SHORT, KILL_BEFORE, KILL_AFTER = range(4)
WRITING, READING = 1, 2
HERE = Path(__file__).parent
ERRORS = {name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EACCES", "EROFS", "EINTR")}
NEVER = -1
# What Python calls `link` is one of these to the system, and so on.
NAMES_BELOW = {"link": ("link", "linkat"), "chmod": ("chmod", "fchmod", "fchmodat"),
               "fsync": ("fsync", "fdatasync")}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """At which counted call what happens; `lasts`: every later one fails as well.

    `after` seconds the process is killed from outside, wherever it is by then; 0: it is not.
    `patience` seconds it waits for a lock; 0: shorter than a real process.
    `lost`: whatever it prints goes to a full device. `lacks`: calls that the disk does not have at
    all, which give `refusal`; they do not count.
    """

    at: int = NEVER
    mode: int = FAIL
    error: int = errno.EIO
    lasts: bool = False
    kinds: int = WRITING | READING
    after: float = 0.0
    lost: bool = False
    patience: float = 0.0
    lacks: tuple[str, ...] = ()
    refusal: int = errno.ENOTSUP


class Injector(Protocol):
    """Makes one process meet what a plan says, in one folder."""

    name: str

    def arm(self, folder: str, plan: Plan) -> None:
        """From now on, count and do what the plan says."""

    def disarm(self) -> None:
        """Let every call through again."""

    def seen(self) -> int:
        """How many calls were counted."""

    def trace(self) -> str:
        """What was done, one call a line: its name, the path, and what more there is to say."""


class Native:
    """The preloaded library; this process has to have been started with it."""

    name = "native"

    def __init__(self) -> None:
        self.library = ctypes.CDLL(None)
        self.library.faults_trace.restype = ctypes.c_char_p
        self.library.faults_seen.restype = ctypes.c_long
        whole = ctypes.c_int
        self.library.faults_arm.argtypes = [
            ctypes.c_char_p, whole, ctypes.c_long, whole, whole, whole
        ]  # fmt: skip
        self.library.faults_lack.argtypes = [ctypes.c_char_p, whole]

    def arm(self, folder: str, plan: Plan) -> None:
        self.library.faults_arm(
            os.fsencode(folder), plan.mode, plan.at, plan.error, plan.lasts, plan.kinds
        )
        calls = ",".join(name for call in plan.lacks for name in NAMES_BELOW.get(call, (call,)))
        self.library.faults_lack(f",{calls},".encode(), plan.refusal)

    def disarm(self) -> None:
        self.library.faults_disarm()

    def seen(self) -> int:
        found: int = self.library.faults_seen()
        return found

    def trace(self) -> str:
        found: bytes = self.library.faults_trace()
        return found.decode()


class Patched:
    """Functions of `os` replaced in this process, for good: it is a child that ends soon."""

    name = "patched"
    ON_PATH = ("link", "mkdir", "chmod", "unlink", "replace", "rename", "stat", "lstat", "listdir")
    ON_DESCRIPTOR = ("write", "read", "fsync", "ftruncate", "close", "lseek", "fstat")

    def __init__(self) -> None:
        self.folder, self.plan, self.count = "", Plan(), 0
        self.paths: dict[int, str] = {}
        # What is opened for reading alone and then flushed is a folder.
        self.folders: set[str] = set()
        self.lines: list[str] = []

    def arm(self, folder: str, plan: Plan) -> None:
        self.folder, self.plan, self.count = folder, plan, 0
        for name in self.ON_PATH:
            setattr(os, name, self._wrapped(name, getattr(os, name), self._path))
        for name in self.ON_DESCRIPTOR:
            setattr(os, name, self._wrapped(name, getattr(os, name), self._descriptor))
        fcntl.flock = self._flock(fcntl.flock)
        self._patch_open()

    def disarm(self) -> None:
        self.folder = ""

    def seen(self) -> int:
        return self.count

    def trace(self) -> str:
        return "\n".join(self.lines)

    def _path(self, value: Any) -> str:
        path = os.fsdecode(value) if isinstance(value, str | bytes | os.PathLike) else ""
        inside = bool(self.folder) and (path + "/").startswith(self.folder + "/")
        return path if inside else ""

    def _descriptor(self, value: Any) -> str:
        return self.paths.get(value, "") if self.folder and isinstance(value, int) else ""

    def _wrapped(
        self, name: str, real: Callable[..., Any], place: Callable[[Any], str]
    ) -> Callable[..., Any]:
        kind = WRITING if name not in ("read", "close", "lseek", "fstat", "stat", "lstat",
                                       "listdir") else READING  # fmt: skip

        def call(first: Any = ".", *rest: Any, **named: Any) -> Any:
            path = place(first)
            if name == "close":
                self.paths.pop(first, None)
                try:
                    return real(first)
                finally:
                    self.meet(kind, name, path)
            if self.meet(kind, name, path) == SHORT and name == "write":
                return real(first, rest[0][: (len(rest[0]) + 1) // 2])
            found = real(first, *rest, **named)
            self.after(path)
            return found

        return call

    def _flock(self, real: Callable[[int, int], None]) -> Callable[[Any, int], None]:
        def call(descriptor: Any, how: int) -> None:
            # Whoever opened the lock for reading only looks whether somebody holds it.
            looks = not fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_RDWR
            path = self._descriptor(descriptor)
            self.meet(READING if looks else WRITING, "flock", path)
            real(descriptor, how)
            self.after(path)

        return call

    def meet(self, kind: int, name: str, path: str) -> int:
        """Count this call, and fail or end there if it is the one, or none of this disk's."""
        if path and self._is_lacking(name, path):
            self.lines.append(f"lacks\t{path}\t{name}")
            raise OSError(self.plan.refusal, os.strerror(self.plan.refusal))
        if not path or not self.plan.kinds & kind:
            return FAIL
        self.count += 1
        at, plan = self.count, self.plan
        if at != plan.at and not (plan.lasts and plan.mode == FAIL and at > plan.at):
            return FAIL
        self.lines.append(f"fault\t{path}\t{name}")
        if plan.mode == KILL_BEFORE:
            os.kill(os.getpid(), signal.SIGKILL)
        if plan.mode == FAIL:
            raise OSError(plan.error, os.strerror(plan.error))
        return plan.mode

    def _is_lacking(self, name: str, path: str) -> bool:
        is_folder = name == "fsync" and path in self.folders
        # `os.replace` is the rename of a system.
        name = "rename" if name == "replace" else name
        return name in self.plan.lacks or (is_folder and "fsync-folder" in self.plan.lacks)

    def after(self, path: str) -> None:
        """End behind the call that was the one."""
        if path and self.plan.mode == KILL_AFTER and self.count == self.plan.at:
            os.kill(os.getpid(), signal.SIGKILL)

    def _patch_open(self) -> None:
        real_open, real = os.open, builtins.open
        writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT
        injector = self

        def open_descriptor(path: Any, flags: int, mode: int = 0o777, **named: Any) -> int:
            found = self._path(path)
            self.meet(WRITING if flags & writes else READING, "open", found)
            descriptor = real_open(path, flags, mode, **named)
            self.paths.pop(descriptor, None)
            if found:
                self.paths[descriptor] = found
            if found and flags == os.O_RDONLY:
                self.folders.add(found)
            self.after(found)
            return descriptor

        class Raw(io.FileIO):
            def write(self, content: Any, /) -> int:
                path = injector.paths.get(self.fileno(), "")
                injector.meet(WRITING, "write", path)
                found = super().write(content)
                injector.after(path)
                return found

        def open_file(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            path = self._path(file) or self._descriptor(file)
            if not path:
                return real(file, mode, *rest, **named)
            if not isinstance(file, int):
                self.meet(READING, "open", path)
            if isinstance(file, int) and mode == "wb":
                return io.BufferedWriter(Raw(file, "wb"))
            return real(file, mode, *rest, **named)

        os.open = open_descriptor
        builtins.open = io.open = open_file


def compiled(folder: Path) -> Path | None:
    """The library, made by the C compiler of this machine; None where there is none."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or os.uname().sysname != "Linux":
        return None
    made = folder / "faults.so"
    done = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-w", "-o", str(made), str(HERE / "shim.c"), "-ldl"],
        capture_output=True, check=False,
    )  # fmt: skip
    return made if done.returncode == 0 else None


def injector() -> Injector:
    """The preloaded library where this process was started with it, else the other one."""
    return Native() if "faults.so" in os.environ.get("LD_PRELOAD", "") else Patched()
