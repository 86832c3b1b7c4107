"""`pmpath` and `python -m pmpath`: quiet on Ctrl-C from the first instruction on."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]
import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command line and return the exit code."""

    def stop(signal: int, frame: object) -> None:
        raise SystemExit(INTERRUPTED)

    # `signal` itself would import enum before the handler stands.
    _signal.signal(_signal.SIGINT, stop)
    from pmpath.cli.terminal.output import fill_closed_descriptors

    fill_closed_descriptors()
    from pmpath.cli.door import enter

    return enter(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
