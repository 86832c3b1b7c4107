"""`pmpath` and `python -m pmpath`: quiet on Ctrl-C from the first instruction on."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import gc
import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line and return the exit code."""

    def stop(signal: int, frame: object) -> None:
        raise SystemExit(INTERRUPTED)

    # `signal` itself would import enum before the handler stands.
    _signal.signal(_signal.SIGINT, stop)
    # So short a run has no garbage worth collecting, and every search for it costs time.
    gc.disable()
    from pmpath.cli.terminal.output import fill_closed_descriptors

    fill_closed_descriptors()
    from pmpath.cli.door import enter

    code = enter(sys.argv[1:])
    # Python would search once more before it ends.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
