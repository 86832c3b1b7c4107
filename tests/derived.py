"""Files made of others: `python3 dev.py fix` writes them, and tests say when they are stale."""

from __future__ import annotations

from pathlib import Path

from tests.completion.table import TABLE, table
from tests.docs.reference import COMMANDS_PAGE, MAN_PAGE, commands_page, man_page
from tests.docs.tables import FINDINGS, REPORT, findings_page, report_page
from tests.formats.schema import text
from tests.statement.measured import PAGE, statement_page

ROOT = Path(__file__).resolve().parents[1]
DERIVED = {
    ROOT / "data" / "report.schema.json": text,
    FINDINGS: findings_page,
    REPORT: report_page,
    COMMANDS_PAGE: commands_page,
    MAN_PAGE: man_page,
    PAGE: statement_page,
    TABLE: table,
}


def write() -> None:
    """Each as it has to be now."""
    for path, made in DERIVED.items():
        path.write_bytes(made().encode())


if __name__ == "__main__":
    write()
