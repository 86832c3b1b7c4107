"""The only place that runs git: the person's own, in the data folder, without a shell.

Every call names the repository, so that git never looks for one further up. What would bend a call
(variables of another repository, colors, a pager, programs that watch files) is switched off; what
the person set up to reach the remote (keys, helpers, proxies, hooks of a push) stays.
"""

from __future__ import annotations

import os
import shutil
import subprocess

from pmpath.domain.errors import NotFound, NotStored
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LOCAL_SECONDS = 60
# Without a terminal nobody types a password meanwhile.
NETWORK_SECONDS = 120
PATIENT_SECONDS = 600
# Set by git for its own hooks and aliases; they mean another repository.
FOREIGN = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS",
    "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE", "GIT_WORK_TREE", "LANGUAGE",
)  # fmt: skip
SETTINGS = (
    "core.quotePath=off", "core.fsmonitor=false", "core.fsync=all", "core.pager=cat",
    "gc.auto=0", "maintenance.auto=false", "submodule.recurse=false", "i18n.commitEncoding=UTF-8",
)  # fmt: skip


class Done(Frozen):
    """A call of git that ended: its exit code and what it printed."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Its output as one text without the line break at the end."""
        return self.out.decode(errors="surrogateescape").removesuffix("\n")


class Git(Frozen):
    """The program, the data folder as it really lies, and the environment of the call."""

    program: str
    folder: str
    environment: Mapping[str, str]
    has_terminal: bool

    def run(
        self,
        *words: str,
        given: bytes = b"",
        more: Mapping[str, str] | None = None,
        seconds: int = LOCAL_SECONDS,
    ) -> Done:
        """Run git on the folder's own repository; `more` joins the environment of this call.

        Raises NotStored when it takes longer, or does not start.
        """
        own = (f"--git-dir={os.path.join(self.folder, '.git')}", f"--work-tree={self.folder}")
        return self._run((*own, *words), given, more or {}, seconds)

    def outside(self, *words: str) -> Done:
        """Run git in the folder without naming a repository, as for one that is around it."""
        return self._run(words, b"", {}, LOCAL_SECONDS)

    def remote(self, *words: str) -> Done:
        """The same as `run` for a call that reaches the remote, with the time that this takes."""
        return self.run(*words, seconds=PATIENT_SECONDS if self.has_terminal else NETWORK_SECONDS)

    def _run(
        self, words: tuple[str, ...], given: bytes, more: Mapping[str, str], seconds: int
    ) -> Done:
        settings = [part for one in SETTINGS for part in ("-c", one)]
        call = [self.program, "--no-pager", *settings, *words]
        try:
            process = subprocess.Popen(
                call,
                stdin=subprocess.PIPE if given else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**self._environment(), **more},
                cwd=self.folder,
            )
        except OSError as error:
            raise NotStored(f"git did not start: {error.strerror}.", place=self.program) from None
        try:
            out, err = process.communicate(given or None, timeout=seconds)
        except subprocess.TimeoutExpired:
            raise _too_slow(words, seconds) from None
        finally:
            # Waiting for the end of its pipes would wait for a helper of git that still has them.
            process.kill()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    stream.close()
            process.wait()
        return Done(process.returncode, out, err.decode(errors="replace"))

    def _environment(self) -> dict[str, str]:
        kept = {key: value for key, value in self.environment.items() if key not in FOREIGN}
        if not self.has_terminal:
            kept["GIT_TERMINAL_PROMPT"] = "0"
        return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}


def git_in(folder: str, environment: Mapping[str, str], *, has_terminal: bool) -> Git:
    """The git of this machine for one folder; raises NotFound without one."""
    program = shutil.which("git", path=environment.get("PATH"))
    if program is None:
        raise NotFound(
            "git was not found on this machine.",
            hint="Install git, then try again. Nothing else in pmpath needs it.",
        )
    return Git(program, os.path.realpath(folder), environment, has_terminal)


def _too_slow(words: tuple[str, ...], seconds: int) -> NotStored:
    name = next((one for one in words if not one.startswith("-")), "")
    return NotStored(
        f"git {name} did not answer for {seconds} seconds and was stopped.",
        hint="Your files are intact. Check the network, then sync again.",
    )
