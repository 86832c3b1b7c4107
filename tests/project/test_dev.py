"""What dev.py and pyproject.toml promise to whoever works on a checkout."""

import ast
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = ["requirements.txt", "requirements-dev.txt"]
PEERS = "tests/peers/requirements.txt"
DEMO = 'import sys\nprint("journey", *sys.argv[1:])\nsys.exit(7)\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose pmpath needs no packages and ends with 7."""
    tree = tmp_path / "a checkout"
    (tree / "src" / "pmpath").mkdir(parents=True)
    (tree / "src" / "pmpath" / "__main__.py").write_text(DEMO)
    shutil.copy(ROOT / "dev.py", tree)
    for pins in PINS:
        (tree / pins).write_text("# nothing\n")
    return tree


def dev(tree: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the dev.py of a tree, with no pip settings but those given."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    env |= {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", **settings}
    command = [sys.executable, str(tree / "dev.py"), *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def pretend(folder: Path, code: str) -> str:
    """A PYTHONPATH that runs code before dev.py starts."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text("import sys\n" + code + "\n")
    return str(folder)


def pinned(name: str) -> dict[str, str]:
    """The versions in a requirements file by package, markers left out."""
    lines = (ROOT / name).read_text().splitlines()
    pins = (line.split()[0] for line in lines if line[:1] not in ("", "#", " "))
    return dict(pin.split("==") for pin in pins)


def test_help_names_every_command() -> None:
    """Without words dev.py says what it can do, and that is not an error."""
    shown = dev(ROOT)
    assert (shown.returncode, shown.stderr) == (0, "")
    for command in ("demo", "test", "run", "fix", "lint", "types", "wheel", "peers", "bench"):
        assert re.search(rf"^  {command} +\w", shown.stdout, re.MULTILINE)


def test_unknown_command() -> None:
    """An unknown command is refused with the list of known ones."""
    shown = dev(ROOT, "tests")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr == (
        "dev.py: there is no tests;"
        " the commands are demo, test, run, fix, pictures, gallery, lint,"
        " types, wheel, peers, bench\n"
    )


def test_old_python(tmp_path: Path) -> None:
    """A Python older than 3.11 gets one sentence that says what to do."""
    path = pretend(tmp_path / "old", "sys.version_info = (3, 8, 18, 'final', 0)")
    shown = dev(ROOT, "demo", PYTHONPATH=path)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr == (
        "dev.py: pmpath needs Python 3.11 or newer, and this is 3.8;"
        " start it with a newer one, as in: python3.12 dev.py demo\n"
    )


def test_old_python_can_read_dev_py() -> None:
    """dev.py holds no syntax that keeps an old Python from reaching the version check."""
    ast.parse((ROOT / "dev.py").read_text(), feature_version=(3, 7))


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_missing_venv(checkout: Path, tmp_path: Path, module: str) -> None:
    """Where the system splits venv off, the sentence names the package to install."""
    path = pretend(tmp_path / "without", f"sys.modules[{module!r}] = None")
    shown = dev(checkout, "demo", PYTHONPATH=path)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.splitlines()[1:] == [
        "dev.py: this Python cannot make environments, its venv or ensurepip is missing;"
        " on Debian and Ubuntu: sudo apt install python3-venv"
    ]


@pytest.mark.slow
def test_environment_is_made_once(checkout: Path) -> None:
    """The second run installs nothing; changed pins make the environment anew."""
    first = dev(checkout, "demo")
    assert (first.returncode, first.stdout) == (7, "journey demo\n")
    assert "making .venv from requirements.txt" in first.stderr

    second = dev(checkout, "run", "log", "a b")
    assert (second.returncode, second.stdout, second.stderr) == (7, "journey log a b\n", "")

    stray = checkout / ".venv" / "stray"
    stray.touch()
    (checkout / "requirements-dev.txt").write_text("# something else\n")
    third = dev(checkout, "demo", PYTHONDONTWRITEBYTECODE="1")
    assert third.returncode == 7
    assert "making .venv" in third.stderr
    assert not stray.exists()


@pytest.mark.slow
def test_half_made_environment(checkout: Path) -> None:
    """What an interrupted run has left in .venv is cleared and made anew."""
    stray = checkout / ".venv" / "bin" / "python"
    stray.parent.mkdir(parents=True)
    stray.write_text("half")
    shown = dev(checkout, "demo")
    assert (shown.returncode, shown.stdout) == (7, "journey demo\n")


@pytest.mark.slow
def test_no_network(checkout: Path) -> None:
    """Without a network the first run says so, with pip's own last words."""
    shutil.copy(ROOT / "requirements.txt", checkout)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{listener.getsockname()[1]}/simple"
    shown = dev(checkout, "demo", PIP_INDEX_URL=closed)
    assert (shown.returncode, shown.stdout) == (2, "")
    sentence = shown.stderr.splitlines()[-1]
    assert sentence.startswith(
        "dev.py: the packages could not be fetched; the first run needs the network"
        " (pip: No matching distribution found for "
    )
    assert not (checkout / ".venv" / "made-by-dev-py").exists()


@pytest.mark.slow
def test_hash_mismatch(checkout: Path, tmp_path: Path) -> None:
    """A package that is not the pinned file is named and not installed."""
    with zipfile.ZipFile(tmp_path / "sham-1.0-py3-none-any.whl", "w") as wheel:
        about = "Metadata-Version: 2.1\nName: sham\nVersion: 1.0\n"
        wheel.writestr("sham-1.0.dist-info/METADATA", about)
        wheel.writestr("sham-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr("sham-1.0.dist-info/RECORD", "")
    (checkout / "requirements.txt").write_text(f"sham==1.0 --hash=sha256:{'0' * 64}\n")
    shown = dev(checkout, "demo", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path))
    assert shown.returncode == 2
    assert shown.stderr.splitlines()[-1] == (
        "dev.py: sham==1.0: what was fetched does not match the hash in the requirements files;"
        " look at the mirror, proxy or pip cache it came from"
    )


@pytest.mark.parametrize("name", [*PINS, PEERS])
def test_pins_hold_no_address(name: str) -> None:
    """The pins are versions and hashes: no registry, host or path of the one who made them."""
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w.<>=!' ]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    lines = (ROOT / name).read_text().splitlines()
    notes = [line for line in lines if line.startswith("#")]
    odd = [line for line in lines if not (pin.fullmatch(line) or digest.fullmatch(line))]
    assert odd == notes
    assert not [note for note in notes if re.search(r"/|index|find-links", note)]


def test_pins_of_npm_hold_no_address() -> None:
    """What npm fetches is pinned by version and hash, from whatever registry the user has set."""
    text = (ROOT / "tests" / "peers" / "package-lock.json").read_text()
    assert "resolved" not in text
    assert "registry" not in text


def test_every_peer_is_pinned() -> None:
    """Each program of others that tests ask for has its version among the pins, and a reason."""
    lines = (ROOT / "tests" / "peers" / "requirements.in").read_text().splitlines()[1:]
    assert all(re.fullmatch(r"[a-z-]+==[\d.]+ +# \w.+", line) for line in lines)
    assert dict(line.split()[0].split("==") for line in lines).items() <= pinned(PEERS).items()


def test_pins_for_checks_hold_those_for_running() -> None:
    """The checks run with the very versions that pmpath runs with."""
    assert pinned("requirements.txt").items() <= pinned("requirements-dev.txt").items()


def test_every_dependency_is_pinned_and_has_its_reason() -> None:
    """Each package in pyproject.toml is pinned and says beside it what it is for."""
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)
    wanted = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for pins, packages in wanted.items():
        assert packages
        for package in packages:
            assert re.split(r"[<>=]", package)[0] in pinned(pins)
            assert re.search(rf'^    "{re.escape(package)}", +# \w.+', text, re.MULTILINE)


# Each contract with files that break it; the run checks only that contract.
BREACHES = [
    ("layers", {"domain/planted.py": "import pmpath.coach"}),
    ("layers", {"coach/planted.py": "import pmpath.reports"}),
    ("layers", {"reports/planted.py": "import pmpath.render"}),
    ("layers", {"render/planted.py": "import pmpath.cli"}),
    ("layers", {"planted/__init__.py": ""}),
    ("storage-knows-domain", {"storage/planted.py": "import pmpath.coach"}),
    ("storage-for-cli", {"domain/planted.py": "import pmpath.storage"}),
    ("storage-for-cli", {"render/planted.py": "import pmpath.storage"}),
    ("layers", {"formats/__init__.py": "", "formats/planted.py": "import pmpath.coach"}),
    ("layers", {"formats/__init__.py": "", "coach/planted.py": "import pmpath.formats"}),
    ("storage-rooms", {"storage/disk/planted.py": "import pmpath.storage.log.ids"}),
    ("storage-rooms", {"storage/disk/planted.py": "import pmpath.storage.toml.values"}),
    ("storage-rooms", {"storage/toml/planted.py": "import pmpath.storage.disk.paths"}),
    ("storage-rooms", {"storage/log/planted.py": "import pmpath.storage.roadmap.file"}),
    ("storage-rooms", {"storage/log/planted.py": "import pmpath.storage.backups"}),
    ("storage-rooms", {"storage/roadmap/planted.py": "import pmpath.storage.doctor.repair"}),
    ("storage-rooms", {"storage/sync/planted.py": "import pmpath.storage.doctor.restore"}),
    ("storage-rooms", {"storage/doctor/planted.py": "import pmpath.storage.sync.git"}),
    ("storage-rooms", {"storage/planted.py": ""}),
    ("storage-doors", {"storage/log/planted.py": "import pmpath.storage.toml.lines"}),
    ("storage-doors", {"storage/roadmap/planted.py": "import pmpath.storage.log.read"}),
    ("formats", {"formats/__init__.py": "", "formats/planted.py": "import pathlib"}),
    ("formats", {"formats/__init__.py": "", "formats/planted.py": "import pmpath.storage.content"}),
    ("gathered", {"cli/gathered/__init__.py": "", "cli/gathered/planted.py": "import io"}),
    ("pure", {"domain/planted.py": "import os.path"}),
    ("pure", {"coach/planted.py": "def read():\n    from pathlib import Path"}),
    ("pure", {"reports/planted.py": "import time"}),
    ("render", {"render/planted.py": "import subprocess"}),
    ("render", {"render/planted.py": "import os"}),
    ("domain-rooms", {"domain/when/planted.py": "import pmpath.domain.words.reading"}),
    ("domain-rooms", {"domain/words/planted.py": "import pmpath.domain.roadmap.table"}),
    ("render-rooms", {"render/page/planted.py": "import pmpath.render.phrases.closed"}),
    ("render-rooms", {"render/phrases/planted.py": "import pmpath.render.screens.today"}),
    ("render-rooms", {"render/planted.py": ""}),
    ("terminal", {"cli/terminal/planted.py": "import pmpath.cli.session"}),
    ("toml", {"storage/toml/planted.py": "import pmpath.domain.roadmap.table"}),
    ("typer", {"render/planted.py": "import typer"}),
    ("typer", {"planted.py": "import typer"}),
    ("rich", {"reports/planted.py": "from rich.text import Text"}),
    ("rich", {"storage/planted.py": "import rich"}),
    ("pydantic", {"domain/planted.py": "import pydantic"}),
    ("pydantic", {"cli/planted.py": "import pydantic"}),
    ("network", {"storage/planted.py": "import urllib.request"}),
    ("programs", {"storage/planted.py": "import subprocess"}),
    ("programs", {"cli/planted.py": "import subprocess"}),
    (
        "acyclic",
        {"coach/planted.py": "from . import x", "coach/x.py": "from . import planted"},
    ),
]


def breach(files: dict[str, str]) -> str:
    """Which planted file imports what, in a few words."""
    imported = " ".join(files.values()).split()[-1:]
    return "-".join([max(files).replace("/", "-"), *imported])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contract", "files"),
    BREACHES,
    ids=[f"{contract}-{breach(files)}" for contract, files in BREACHES],
)
def test_contract_is_broken(tmp_path: Path, contract: str, files: dict[str, str]) -> None:
    """Each import contract fails, by name, when one import breaks it."""
    package = tmp_path / "src" / "pmpath"
    shutil.copytree(ROOT / "src" / "pmpath", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, source in files.items():
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text(source + "\n")
    linter = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    shown = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache", "--no-logo", "--contract", contract],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 1, shown.stdout + shown.stderr
    assert f"{contract_names()[contract]} BROKEN" in shown.stdout
    assert "planted" in shown.stdout.partition("BROKEN")[2]


def contract_names() -> dict[str, str]:
    """The contracts of pyproject.toml: id and name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return {one["id"]: one["name"] for one in project["tool"]["importlinter"]["contracts"]}


def test_every_contract_is_seen_broken() -> None:
    """No import contract is trusted that was not seen failing."""
    assert {contract for contract, _ in BREACHES} == set(contract_names())
