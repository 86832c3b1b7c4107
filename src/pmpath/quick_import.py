"""Finding our own modules without looking around: short calls spend most of their time on that.

Python asks every way that it knows for a module, and looks at its folder each time. Ours lie where
their names say. What Python compiled of one is taken on the condition on which Python takes it:
the source has the time and size that it had. Wherever anything differs, Python does it in its way.
"""

from __future__ import annotations

import os
import sys
from marshal import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from importlib.util import MAGIC_NUMBER
    from types import CodeType, ModuleType
else:
    # Of the modules that name them for everybody, none is loaded yet.
    from _frozen_importlib import ModuleSpec
    from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader

    ModuleType = type(sys)

PACKAGE = "pmpath."
ENDING = f".{sys.implementation.cache_tag}.pyc"
# How a file of compiled code begins that is checked by time and size of the source, which follow.
BEGINS = MAGIC_NUMBER + bytes(4)
HEAD = len(BEGINS) + 8
MODULO = 1 << 32
# Longer ones are left to Python.
LONGEST = 1 << 16
READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
# From there on Python asks a module for what it may lack without making an error of it.
ASKS_IN_SILENCE = (3, 12)


class SilentModule(ModuleType):
    """A module for a Python that asks in vain for `__path__` wherever something is imported.

    A module says what it lacks in a sentence, which nobody reads there; an object only lacks it.
    """

    __slots__ = ()
    __getattribute__ = object.__getattribute__


class QuickLoader(SourceFileLoader):
    """A module of ours, with what is known of its source and where its compiled code may lie."""

    def __init__(self, name: str, path: str, state: os.stat_result, compiled: str) -> None:
        super().__init__(name, path)
        self._state, self._compiled = state, compiled

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """The module, still empty; None for one as Python makes it."""
        return SilentModule(spec.name) if sys.version_info < ASKS_IN_SILENCE else None

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module: the compiled one, or else what Python makes of it."""
        try:
            descriptor = os.open(self._compiled, READ)
            try:
                content = os.read(descriptor, LONGEST)
            finally:
                os.close(descriptor)
            state = self._state
            numbers = int(state.st_mtime) % MODULO | state.st_size % MODULO << 32
            if content[:HEAD] == BEGINS + numbers.to_bytes(8, "little") and len(content) < LONGEST:
                code: CodeType = loads(memoryview(content)[HEAD:])
                if code.co_filename == self.path:
                    return code
        except (OSError, EOFError, ValueError, TypeError, AttributeError):
            pass
        return super().get_code(fullname)


class QuickFinder:
    """Where a module of ours lies, by its name."""

    @staticmethod
    def find_spec(
        fullname: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """Its spec; None for what is not ours or not there, which is left to Python."""
        if path is None or not fullname.startswith(PACKAGE):
            return None
        folder, name, inside = path[0], fullname.rpartition(".")[2], None
        source = f"{folder}{os.sep}{name}.py"
        try:
            state = os.stat(source)
        except OSError:
            folder, name = f"{folder}{os.sep}{name}", "__init__"
            source, inside = f"{folder}{os.sep}__init__.py", [folder]
            try:
                state = os.stat(source)
            except OSError:
                return None
        compiled = f"{folder}{os.sep}__pycache__{os.sep}{name}{ENDING}"
        loader = QuickLoader(fullname, source, state, compiled)
        spec = ModuleSpec(fullname, loader, origin=source)
        spec.submodule_search_locations = inside
        spec.has_location, spec.cached = True, compiled
        return spec


def hasten() -> None:
    """Have our modules found quickly, where Python keeps compiled code beside them as usual."""
    usual = sys.implementation.name == "cpython" and not sys.flags.optimize
    if usual and sys.pycache_prefix is None and QuickFinder not in sys.meta_path:
        sys.meta_path.insert(0, QuickFinder)
