"""What fuzzing begins with: real data of every kind, and lines as people type them."""

from __future__ import annotations

from tests.golden_data.figures import SCHEMA_1

LOG = (SCHEMA_1 / "log.jsonl").read_bytes()
ROADMAP = (SCHEMA_1 / "roadmap.toml").read_bytes()
LINES = (
    "coffee with @lena:pm 45m",
    "call with @jörg_müller:customer mon",
    "coffee worry: churn in month one problem: routes said: come back",
    "lunch next fri tomas: deck",
    "mail theirs 3 dec lena: her answer",
    "donations: 4200 to 7900 USD/month 1h30 yesterday",
    "calls: 5 -> 2.5 +positioning #tag 2026-11-09",
    "read https://example.org/x?y=1#z 1.5h in 3 weeks",
)
