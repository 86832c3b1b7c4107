"""A terminal after `init`, as the tests of the other commands have it."""

from tests.commands.conftest import empty, terminal

__all__ = ["empty", "terminal"]
