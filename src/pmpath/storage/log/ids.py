"""Ids that rise in the order of writing and never clash between two machines: ULIDs, made locally.

They take the real clock even where `PMPATH_TODAY` pins the day: records of one pinned instant would
otherwise have no order.
"""

from __future__ import annotations

import os
import time

# Crockford's base 32: no I, L, O, U.
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_BITS = 80

_last = 0


def new_id() -> str:
    """26 characters: 48 bits of milliseconds since 1970, then 80 random bits.

    Two ids made by one process in the same millisecond rise too, by the rule for ULIDs: the second
    is the first plus one.
    """
    global _last
    milliseconds = time.time_ns() // 1_000_000 & (1 << 48) - 1
    fresh = milliseconds << RANDOM_BITS | int.from_bytes(os.urandom(RANDOM_BITS // 8), "big")
    _last = fresh if fresh >> RANDOM_BITS > _last >> RANDOM_BITS else _last + 1
    return "".join(DIGITS[_last >> shift & 31] for shift in range(125, -1, -5))
