"""pmpath as a wheel installs it: its content beside the modules, and compiled.

A process of a checkout parses all content at each start, which is four fifths of its work; what
people run does not. The tests that start pmpath start this one, but for those about a checkout.
"""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from pmpath.storage.compiled import FOLDER

ROOT = Path(__file__).resolve().parents[1]
# What puts the modules of the checkout first, which read the sources of the content.
CHECKOUT = str(ROOT / "src")


@cache
def compiled() -> dict[str, bytes]:
    """The compiled forms of the content, as the build makes them, by the name of their file."""
    # It loads the builder of wheels, which no test needs that starts nothing.
    from hatch_build import compiled_files

    return compiled_files(ROOT / "data")


@cache
def installed() -> str:
    """The folder that belongs into PYTHONPATH; laid out once in a test process, and read only."""
    folder = Path(mkdtemp(prefix="pmpath-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    package = folder / "pmpath"
    # Code that was compiled names its file, and is not taken in another place.
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "pmpath", package, ignore=ignored)
    shutil.copytree(ROOT / "data", package / "data")
    forms = package / "data" / FOLDER
    forms.mkdir()
    for name, content in compiled().items():
        (forms / name).write_bytes(content)
    return str(folder)
