"""The parsed table of `roadmap.toml`, kept beside it: parsing takes longer than a screen's work.

It is taken for the very text that it was made of. Missing, damaged or of another text it only costs
time.
"""

from __future__ import annotations

import marshal

from pmpath.domain.plain.codec import Codec
from pmpath.storage.kept.sealed import MARSHAL_VERSION, NONE_COVERED, read_sealed, write_sealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.storage.disk.paths import Folder

# A table holds no values of our own kinds.
CODEC = Codec(())


def kept_table(folder: Folder, text: str) -> dict[str, Any] | None:
    """The table of this text; None where it is not kept."""
    kept = read_sealed(folder.plan)
    if kept is None:
        return None
    of, plain = marshal.loads(kept[1])
    found: dict[str, Any] | None = CODEC.from_plain(plain) if of == text else None
    return found


def keep_table(folder: Folder, text: str, table: dict[str, Any]) -> None:
    """Keep the table of this text; raises OSError."""
    try:
        plain = CODEC.to_plain(table)
    except TypeError:
        # A kind of value that no roadmap needs.
        return
    write_sealed(folder.plan, NONE_COVERED, marshal.dumps((text, plain), MARSHAL_VERSION))
