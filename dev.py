"""What to do with a checkout of pmpath; needs nothing but Python 3.11 or newer."""

import sys

# An older Python has to get as far as this line: nothing in this file may be newer than 3.6 syntax.
if sys.version_info < (3, 11):  # noqa: UP036 - that Python is older is what is asked here
    sys.stderr.write(
        "dev.py: pmpath needs Python 3.11 or newer, and this is {}.{};"
        " start it with a newer one, as in: python3.12 dev.py demo\n".format(*sys.version_info[:2])
    )
    sys.exit(2)

import hashlib
import os
import shutil
import subprocess
import sysconfig
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "made-by-dev-py"
# The run-time packages as files: with them the check of the wheel needs no network.
WHEELS = VENV / "wheels"
PINS = {"run": ROOT / "requirements.txt", "dev": ROOT / "requirements-dev.txt"}
# Programs of others, which some tests let read and write our files; the names of their pins.
PEERS = ROOT / ".peers"
PEER_PINS = ROOT / "tests" / "peers"
PYTHON_PINS, NODE_PINS = "requirements.txt", ("package.json", "package-lock.json")

# Settings of the caller that would bend what is installed or run here.
BENDING = ("PIP_PREFIX", "PIP_TARGET", "PYTHONHOME", "PYTHONOPTIMIZE", "PYTHONPATH")
# What a program needs from the environment to start at all, on any system.
BARE = ("LANG", "LC_ALL", "LC_CTYPE", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")
HASHED = ("--require-hashes", "--only-binary=:all:", "-r")
OFFLINE = ("from versions: none", "Connection", "Max retries", "timed out")
NO_VENV = (
    "this Python cannot make environments, its venv or ensurepip is missing;"
    " on Debian and Ubuntu: sudo apt install python3-venv"
)


class Trouble(Exception):
    """Something outside the code stands in the way; the text is the sentence to show."""


class Failed(Exception):
    """A check did not pass; its argument is what it printed, as bytes."""


def program(folder: Path, name: str) -> str:
    """The path of a program inside an environment."""
    return str(folder / "Scripts" / (name + ".exe") if os.name == "nt" else folder / "bin" / name)


def settings() -> dict[str, str]:
    """The caller's environment, less what would bend the result."""
    kept = {name: value for name, value in os.environ.items() if name not in BENDING}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # or src/ would be compiled anew at every start
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def fingerprint() -> str:
    """Changes when the environment has to be made anew: other pins, other Python, other place."""
    parts = [pins.read_bytes() for pins in PINS.values()]
    parts += [os.fsencode(part) for part in (sys.version, sys.base_prefix, ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def ensure_environment(kind: str) -> None:
    """Make .venv, or bring it up to date; an interrupted run leaves no stamp and is made anew."""
    wanted = fingerprint()
    stamp = STAMP.read_text() if STAMP.is_file() else ""
    usable = stamp.startswith(wanted) and Path(program(VENV, "python")).exists()
    if usable and stamp in (wanted + kind, wanted + "dev"):
        return
    began = time.monotonic()
    say(f"making .venv from {PINS[kind].name}, only this once")
    STAMP.unlink(missing_ok=True)
    if not usable:
        make_venv(VENV, with_pip=True)
    pip("install", *HASHED, str(PINS[kind]))
    if kind == "dev":
        pip("download", "--dest", str(WHEELS), *HASHED, str(PINS["run"]))
    link_source()
    STAMP.write_text(wanted + kind)
    say(f"made .venv in {time.monotonic() - began:.1f} s")


def make_venv(folder: Path, with_pip: bool) -> None:
    """Make an empty environment, in place of whatever is there."""
    try:
        import ensurepip  # noqa: F401 - Debian leaves it out, and venv would say so only in the end
        import venv

        venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=with_pip).create(folder)
    except (ImportError, subprocess.CalledProcessError):
        raise Trouble(NO_VENV) from None


def link_source() -> None:
    """Let the environment import src/ as it stands, so that no build backend is needed."""
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    # Relative, because what a .pth file may hold beyond ASCII depends on the locale.
    (packages / "pmpath-source.pth").write_text(os.path.relpath(ROOT / "src", packages) + "\n")


def pip(*words: str, into: Path = VENV) -> None:
    """Run the environment's pip, on itself or on another environment."""
    target = ["--python", program(into, "python"), "--quiet", "--no-input"]
    try:
        capture([program(VENV, "python"), "-m", "pip", *target, *words])
    except Failed as failure:
        raise Trouble(explain(failure.args[0].decode(errors="replace"))) from None


def explain(output: str) -> str:
    """Say in one sentence why pip failed."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it said nothing"]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    last = (errors or lines)[-1]
    if "DO NOT MATCH THE HASHES" in output:
        name = next((line.split()[0] for line in lines if "==" in line), "a package")
        reason = "what was fetched does not match the hash in the requirements files"
        return f"{name}: {reason}; look at the mirror, proxy or pip cache it came from"
    if any(sign in output for sign in OFFLINE):
        return f"the packages could not be fetched; the first run needs the network (pip: {last})"
    return f"the packages could not be installed (pip: {last})"


def capture(command: Sequence[str], folder: Path = ROOT) -> None:
    """Run a command; what it prints matters only when it fails."""
    out, err = subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, cwd=folder, env=settings(), stdout=out, stderr=err, check=False)
    if done.returncode:
        raise Failed(done.stdout)


def tool(name: str, *words: str) -> Callable[[], None]:
    """A check that is one tool of the environment."""
    return lambda: capture([program(VENV, name), *words])


def check_tests(words: Sequence[str] = ()) -> None:
    """All tests, one process per CPU and one for those that wait for terminals, git and disks.

    Each process collects all tests for itself. Their output is shown as it comes. Where the system
    keeps a folder in memory, tests write there.
    """
    spread = ["-q", "-n", str((os.cpu_count() or 1) + 1), "--dist=worksteal"]
    with tempfile.TemporaryDirectory(prefix="pmpath-", dir=in_memory()) as folder:
        told = {**settings(), "TMPDIR": folder}
        if subprocess.call([program(VENV, "pytest"), *spread, *words], cwd=ROOT, env=told):
            raise Failed(b"")


def in_memory() -> str | None:
    """A folder without a disk behind it, where one has room for all tests; else the usual one.

    The tests flush to disk some ten thousand times, which is most of the wait on a slow disk.
    """
    folder = Path("/dev/shm")
    if "TMPDIR" in os.environ or not os.access(folder, os.W_OK):
        return None
    return str(folder) if shutil.disk_usage(folder).free > 2 * 1024**3 else None


def check_wheel() -> None:
    """Wheels from the tree and from the sdist are the same, and one works outside the tree."""
    with tempfile.TemporaryDirectory(prefix="pmpath-") as name:
        folder = Path(name)
        wheel = build("wheel", ROOT, folder / "direct")
        shutil.unpack_archive(build("sdist", ROOT, folder / "sdist"), folder / "unpacked")
        (unpacked,) = (folder / "unpacked").iterdir()
        again = build("wheel", unpacked, folder / "again")
        other = sorted(path for path, _ in contents(wheel) ^ contents(again))
        if other:
            raise Failed(f"not the same from tree and sdist: {other}\n".encode())
        try_wheel(wheel, folder)


def build(target: str, source: Path, into: Path) -> Path:
    """Build the sdist or wheel of a tree with the environment's hatchling."""
    capture([program(VENV, "hatchling"), "build", "-t", target, "-d", str(into)], source)
    (made,) = into.iterdir()
    return made


def contents(wheel: Path) -> set[tuple[str, int]]:
    """The files of a wheel, each with its checksum."""
    with zipfile.ZipFile(wheel) as archive:
        return {(member.filename, member.CRC) for member in archive.infolist()}


def try_wheel(wheel: Path, folder: Path) -> None:
    """Install the wheel as a stranger would, and run it with an empty home."""
    fresh, home = folder / "venv", folder / "home"
    make_venv(fresh, with_pip=False)
    pip("install", "--no-index", "--find-links", str(WHEELS), *HASHED, str(PINS["run"]), into=fresh)
    pip("install", "--no-index", "--no-deps", str(wheel), into=fresh)
    home.mkdir()
    bare = {name: os.environ[name] for name in BARE if name in os.environ}
    bare.update(dict.fromkeys(["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"], str(home)))
    for word, expected in (("--version", wheel.name.split("-")[1]), ("demo", "")):
        done = subprocess.run(
            [program(fresh, "pmpath"), word], cwd=home, env=bare, capture_output=True, check=False
        )
        if done.returncode or not done.stdout.strip() or expected.encode() not in done.stdout:
            told = f"the installed `pmpath {word}` ended with {done.returncode}:\n"
            raise Failed(told.encode() + done.stdout + done.stderr)


STEPS: dict[str, Callable[[], None]] = {
    "ruff format": tool("ruff", "format", "--check"),
    "ruff check": tool("ruff", "check"),
    "mypy": tool("mypy"),
    "lint-imports": tool("lint-imports", "--no-cache", "--no-logo"),
    "wheel": check_wheel,
    "pytest": check_tests,
}


def check(*names: str) -> int:
    """Run checks side by side, all but the tests, then the tests; one line each, in order.

    It ends with the first that fails, after those that had begun.
    """
    ensure_environment("dev")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        beside = {name: pool.submit(checked, name) for name in names if name != "pytest"}
        for name in names:
            seconds, found = beside[name].result() if name in beside else checked(name)
            verdict = "ok" if found is None else "FAILED"
            sys.stdout.buffer.write(found or b"")
            print(f"{verdict:<7}{name:<13}{seconds:6.1f} s", flush=True)
            if found is not None:
                pool.shutdown(cancel_futures=True)
                say(f"stopped at {name}; what it found is above")
                return 1
    return 0


def checked(name: str) -> tuple[float, bytes | None]:
    """How many seconds a check took, and what it found where it failed."""
    began, found = time.monotonic(), None
    try:
        STEPS[name]()
    except Failed as failure:
        found = failure.args[0]
    return time.monotonic() - began, found


def call(kind: str, name: str, *words: str) -> int:
    """Run a program of the environment and give back its exit code as a shell would."""
    ensure_environment(kind)
    code = subprocess.call([program(VENV, name), *words], env=settings())
    return code if code >= 0 else 128 - code


def run(words: Sequence[str]) -> int:
    """Run the pmpath of this checkout."""
    return call("run", "python", "-m", "pmpath", *words)


def test(words: Sequence[str]) -> int:
    """Pass every check, or run pytest alone with the words after --."""
    if not words:
        return check(*STEPS)
    STEPS["pytest"] = lambda: check_tests(words[1:] if words[0] == "--" else words)
    return check("pytest")


def only(*names: str) -> Callable[[Sequence[str]], int]:
    """A command that passes some of the checks."""
    return lambda _words: check(*names)


def fix(_words: Sequence[str]) -> int:
    """Format, mend what ruff can mend, and write the files that are made of others."""
    os.chdir(ROOT)
    mended = call("dev", "ruff", "check", "--fix")
    written = call("dev", "python", "-m", "tests.derived")
    return call("dev", "ruff", "format") or mended or written


def pictures(_words: Sequence[str]) -> int:
    """Draw the pictures of the README anew."""
    os.chdir(ROOT)
    return call("dev", "python", "-m", "tests.docs.pictures")


def gallery(_words: Sequence[str]) -> int:
    """Write every screen of the sample journey anew."""
    os.chdir(ROOT)
    return call("dev", "python", "-m", "tests.docs.gallery")


def bench(words: Sequence[str]) -> int:
    """Measure speed and memory."""
    script = ROOT / "benchmarks" / "run.py"
    if not script.is_file():
        raise Trouble("this checkout has no benchmarks/run.py")
    return call("dev", "python", str(script), *words)


def peers(_words: Sequence[str]) -> int:
    """Fetch the programs of others, unless they are there; what npm has is left out without npm."""
    ensure_environment("dev")
    wanted = fingerprint() + "".join(one.read_text() for one in sorted(PEER_PINS.glob("*.[tj]*")))
    stamp = PEERS / STAMP.name
    if stamp.is_file() and stamp.read_text() == wanted:
        return 0
    began = time.monotonic()
    make_venv(PEERS, with_pip=False)
    pip("install", *HASHED, str(PEER_PINS / PYTHON_PINS), into=PEERS)
    npm = shutil.which("npm")
    if npm is None:
        say("npm is not installed; tests that need what it brings are skipped")
    else:
        for name in NODE_PINS:
            shutil.copy(PEER_PINS / name, PEERS)
        try:
            capture([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], PEERS)
        except Failed as failure:
            raise Trouble("npm: " + failure.args[0].decode(errors="replace").strip()) from None
    stamp.write_text(wanted)
    say(f"made .peers in {time.monotonic() - began:.1f} s")
    return 0


COMMANDS: dict[str, tuple[str, Callable[[Sequence[str]], int]]] = {
    "demo": ("show pmpath on the sample journey", lambda _words: run(["demo"])),
    "test": ("pass every check; `test -- WORDS` runs pytest alone with those words", test),
    "run": ("run the pmpath of this checkout: `run WORDS`", run),
    "fix": ("format, mend what ruff can mend, write derived files", fix),
    "pictures": ("draw the pictures of the README from the sample journey", pictures),
    "gallery": ("write every screen of the sample journey at 80 and 40 columns", gallery),
    "lint": ("format, style, import contracts", only("ruff format", "ruff check", "lint-imports")),
    "types": ("the types of src, tests and dev.py", only("mypy")),
    "wheel": ("build, compare, install and run the wheel", only("wheel")),
    "peers": ("fetch programs of others that some tests let read our files", peers),
    "bench": ("measure speed and memory", bench),
}


def say(sentence: str) -> None:
    """One line about dev.py itself; stdout belongs to what it runs."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


def main(words: Sequence[str]) -> int:
    """Run the command named by the first word."""
    if not words or words[0] in ("-h", "--help", "help"):
        print("python3 dev.py COMMAND [WORDS...]\n")
        print("\n".join(f"  {name:<10}{meaning}" for name, (meaning, _) in COMMANDS.items()))
        return 0
    if words[0] not in COMMANDS:
        say("there is no {}; the commands are {}".format(words[0], ", ".join(COMMANDS)))
        return 2
    try:
        return COMMANDS[words[0]][1](words[1:])
    except (Trouble, OSError) as trouble:
        say(str(trouble))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
