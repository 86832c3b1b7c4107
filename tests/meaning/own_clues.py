"""The clues of this program's own content, made once for all tests that see lines with them."""

from __future__ import annotations

from pmpath.coach.meaning.catalog_clues import clues_from
from tests import build

CLUES = clues_from(build.CATALOG)
