#!/usr/bin/env bash
# pexpect's ignore_sighup=False does not make a child heed SIGHUP: it leaves what the parent had.
set -euo pipefail

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pexpect==4.9.0 ptyprocess==0.7.0

cat > "$place/try.py" <<'PYTHON'
import signal
import sys
from importlib.metadata import version

import pexpect

CHILD = "import signal; print(signal.getsignal(signal.SIGHUP).name)"


def child_has(**options):
    terminal = pexpect.spawn(sys.executable, ["-c", CHILD], encoding="utf-8", **options)
    return terminal.read().strip()


print("pexpect", version("pexpect"), "on Python", sys.version.split()[0])
seen = {}
for name, disposition in (("default", signal.SIG_DFL), ("ignored, as under nohup", signal.SIG_IGN)):
    signal.signal(signal.SIGHUP, disposition)
    for ignore in (False, True):
        seen[name, ignore] = child_has(ignore_sighup=ignore)
        print(f"parent: {name}; ignore_sighup={ignore}; child: {seen[name, ignore]}")
expected = {
    ("default", False): "SIG_DFL",
    ("default", True): "SIG_IGN",
    ("ignored, as under nohup", False): "SIG_IGN",
    ("ignored, as under nohup", True): "SIG_IGN",
}
sys.exit(0 if seen == expected else "The behavior has changed.")
PYTHON
"$place/venv/bin/python" "$place/try.py"
