from __future__ import annotations

from tests.commands.conftest import empty, terminal

__all__ = ["empty", "terminal"]
