"""What was read before reads otherwise with what follows."""

from __future__ import annotations


class ReadsBack(Exception):
    """Records that were read before count otherwise with those behind them: read all of them."""
