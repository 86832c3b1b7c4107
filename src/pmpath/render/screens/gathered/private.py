"""What the page of whoever is private says of it."""

from __future__ import annotations

PRIVATE = "left out of exports, of what you share, and of messages to others"
