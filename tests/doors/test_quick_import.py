"""Our modules are found quickly, and are then what Python would have found."""

from __future__ import annotations

import os
import pkgutil
import py_compile
from collections.abc import Callable
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import pmpath
from pmpath.quick_import import LONGEST, QuickFinder, QuickLoader

NAMES = sorted(one.name for one in pkgutil.walk_packages(pmpath.__path__, "pmpath."))
TIME = 1_700_000_000


def code_of(folder: Path) -> dict[str, object]:
    """What the module `pmpath.tea` in a folder gives."""
    spec = QuickFinder.find_spec("pmpath.tea", [str(folder)])
    assert spec is not None
    assert isinstance(spec.loader, QuickLoader)
    code = spec.loader.get_code("pmpath.tea")
    assert code is not None
    found: dict[str, object] = {}
    exec(code, found)
    return found


def written(folder: Path, text: str, time: int = TIME) -> Path:
    """The module in a folder, of that time."""
    source = folder / "tea.py"
    source.write_text(text, "utf-8")
    os.utime(source, (time, time))
    return source


def compiled(folder: Path, text: str = "cups = 1\n") -> tuple[Path, Path]:
    """The module and what Python compiled of it."""
    source = written(folder, text)
    place = py_compile.compile(str(source), doraise=True)
    assert place is not None
    return source, Path(place)


def test_every_module_is_what_python_finds() -> None:
    """Its place, where it is compiled, whether it is a room, and its code."""
    assert len(NAMES) > 600
    for name in NAMES:
        parent = name.rpartition(".")[0].replace(".", "/").removeprefix("pmpath")
        path = [pmpath.__path__[0] + parent]
        quick, usual = QuickFinder.find_spec(name, path), PathFinder.find_spec(name, path)
        assert quick is not None
        assert usual is not None
        for field in ("name", "origin", "cached", "has_location", "submodule_search_locations"):
            assert getattr(quick, field) == getattr(usual, field), name
        assert isinstance(quick.loader, QuickLoader)
        assert isinstance(usual.loader, SourceFileLoader)
        assert quick.loader.path == usual.loader.path
        assert quick.loader.is_package(name) == usual.loader.is_package(name)
        if name.startswith("pmpath.domain"):
            assert quick.loader.get_code(name) == usual.loader.get_code(name)


def test_a_module_is_like_any_other(tmp_path: Path) -> None:
    """Its names can be read and set, and what it lacks is missing."""
    compiled(tmp_path)
    spec = QuickFinder.find_spec("pmpath.tea", [str(tmp_path)])
    assert spec is not None
    module: Any = module_from_spec(spec)
    assert spec.loader is not None
    spec.loader.exec_module(module)
    assert (module.__name__, module.__file__, module.cups) == (
        "pmpath.tea", str(tmp_path / "tea.py"), 1,
    )  # fmt: skip
    module.cups = 2
    assert vars(module)["cups"] == 2
    assert not hasattr(module, "__path__")
    with pytest.raises(AttributeError, match="saucers"):
        _ = module.saucers
    assert isinstance(module, ModuleType)


def test_compiled_code_is_taken(tmp_path: Path) -> None:
    """The source is not read where its size and time are those of what was compiled."""
    source, _ = compiled(tmp_path)
    written(tmp_path, "cups = 2\n")
    assert source.stat().st_mtime == TIME
    assert code_of(tmp_path)["cups"] == 1


@pytest.mark.parametrize(("text", "time"), [("cups = 22\n", TIME), ("cups = 22\n", TIME + 1),
                                            ("cups = 3\n", TIME - 1)])  # fmt: skip
def test_a_changed_source_is_read(text: str, time: int, tmp_path: Path) -> None:
    """By its size or its time."""
    compiled(tmp_path)
    written(tmp_path, text, time)
    assert f"cups = {code_of(tmp_path)['cups']}\n" == text


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda content: b"",
    "its head alone": lambda content: content[:16],
    "cut off": lambda content: content[:-5],
    "another Python": lambda content: b"\1\2\r\n" + content[4:],
    "no code": lambda content: content[:16] + b"i\1\0\0\0",
    "checked in another way": lambda content: content[:4] + b"\1\0\0\0" + content[8:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_of_damaged_code_the_source_is_taken(damage: str, tmp_path: Path) -> None:
    """Python's own way is gone, whatever it is; it may refuse damage, and never runs it."""
    _, place = compiled(tmp_path)
    place.write_bytes(DAMAGE[damage](place.read_bytes()))
    try:
        usual = SourceFileLoader("pmpath.tea", str(tmp_path / "tea.py")).get_code("pmpath.tea")
    except (ImportError, EOFError) as error:
        with pytest.raises(type(error)):
            code_of(tmp_path)
    else:
        assert usual is not None
        assert code_of(tmp_path)["cups"] == 1


def test_without_compiled_code_or_with_much_of_it_the_source_is_taken(tmp_path: Path) -> None:
    """As Python does it."""
    written(tmp_path, "cups = 4\n")
    assert code_of(tmp_path)["cups"] == 4
    _, place = compiled(tmp_path, f"cups = 5\ntext = {'x' * LONGEST!r}\n")
    assert place.stat().st_size > LONGEST
    assert code_of(tmp_path)["cups"] == 5


def test_what_was_moved_is_compiled_again(tmp_path: Path) -> None:
    """Code names the file of which it was compiled."""
    compiled(tmp_path)
    moved = tmp_path.rename(tmp_path.with_name("moved"))
    code = QuickFinder.find_spec("pmpath.tea", [str(moved)])
    assert code is not None
    assert isinstance(code.loader, QuickLoader)
    found = code.loader.get_code("pmpath.tea")
    assert found is not None
    assert found.co_filename == str(moved / "tea.py")


@pytest.mark.parametrize("name", ["pmpath.cli.nothing", "json", "pmpathic.tea", "pmpath"])
def test_what_is_not_ours_or_not_there_is_left_to_python(name: str, tmp_path: Path) -> None:
    """Also a module of another package in the same folder."""
    compiled(tmp_path)
    assert QuickFinder.find_spec(name, [str(tmp_path)]) is None
    assert QuickFinder.find_spec(name) is None
