"""The step of the build that puts compiled content into the wheel, beside its sources."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
if str(ROOT / "src") not in sys.path:
    sys.path.insert(0, str(ROOT / "src"))

from pmpath.cli.clues import CLUES, PARTS, clue_parts, clue_values  # noqa: E402 - only once src/ is on the path
from pmpath.storage.compiled import FOLDER, to_bytes  # noqa: E402
from pmpath.storage.content import FORMS, Content  # noqa: E402
from pmpath.storage.content_sources import VALUES, VOCABULARY, stored_vocabulary  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

MADE: dict[str, Callable[[Content], Any]] = {
    **VALUES,
    VOCABULARY: lambda content: stored_vocabulary(content)[0],
    CLUES: clue_values,
}


class Watched(Content):
    """Content that is read from its sources alone and remembers which these were."""

    sources: dict[str, bytes]

    def text(self, *names: str) -> str:
        """One file of the content as text."""
        name = "/".join(names)
        self.sources[name] = Path(self.folder, name).read_bytes()
        return self.sources[name].decode().replace("\r\n", "\n")

    def values(self, name: str, make: Callable[[Content], Any] | None = None) -> Any:
        """The plain values of this name, whatever was compiled before."""
        return (make or VALUES[name])(self)


def compiled_files(data: Path) -> dict[str, bytes]:
    """The compiled forms of the content in a folder, by the name of the file they belong into."""
    found = {}
    for name, make in MADE.items():
        watched = Watched(str(data), {})
        found[name] = to_bytes(make(watched), watched.sources)
    found[PARTS] = clue_parts(Content(str(data)))
    found[FORMS] = stored_vocabulary(Content(str(data)))[1]
    return found


class CompiledContent(BuildHookInterface):  # type: ignore[type-arg]
    """Adds pmpath/data/compiled to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled forms where the builder finds them."""
        self.folder = tempfile.TemporaryDirectory(prefix="pmpath-")
        for name, content in compiled_files(ROOT / "data").items():
            path = Path(self.folder.name, name)
            path.write_bytes(content)
            build_data["force_include"][str(path)] = f"pmpath/data/{FOLDER}/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove them again."""
        self.folder.cleanup()
