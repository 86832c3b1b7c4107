from __future__ import annotations

from tests.meaning.conftest import terminal

__all__ = ["terminal"]
