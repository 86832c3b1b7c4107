"""Whole journeys through the real program, day by day: `python benchmarks/journeys.py`.

    python benchmarks/journeys.py                  every journey in this process
    python benchmarks/journeys.py log drifter      only these: log, credit, obedient, and the lives
    python benchmarks/journeys.py --processes      a process for each call, as somebody types them
    python benchmarks/journeys.py --write          puts the tables into docs/plan.md
    python benchmarks/journeys.py obedient --rows FILE --workers 2
                                                   72 plans take hours: each row goes to FILE as it
                                                   is lived, and what is there is not lived again
    python benchmarks/journeys.py obedient --only ic-26-2,step-39-4 --twice 21
                                                   the first 21 days of these plans, in this process
                                                   and in processes: says whether both are equal

Nothing is asserted here; tests/journeys holds the bounds.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.journeys import (  # noqa: E402
    lives,
    log_only,
    obedient,
    obedient_table,
    wrong_credit,
)
from tests.journeys.program import keeping_folds  # noqa: E402
from tests.shared import sharing  # noqa: E402

WEEKS, HOURS, PROFILES = (26, 39, 52), (2, 4, 5, 10), ("ic", "senior", "step")
PAGE = ROOT / "docs" / "plan.md"
BEGIN, END = "<!-- journeys: begin -->", "<!-- journeys: end -->"


def main() -> None:
    """Run what was asked for and print its tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("names", nargs="*", help="log, credit, obedient, or a life")
    parser.add_argument("--processes", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rows", type=Path, help="a file of rows that were lived, and get there")
    parser.add_argument("--lived", action="store_true", help="live no plan, take those of --rows")
    parser.add_argument("--only", default="", help="plans such as ic-26-4, with commas between")
    parser.add_argument("--twice", type=int, default=0, metavar="DAYS")
    said = parser.parse_args()
    tables = {}
    with sharing():
        for name in said.names or ("log", "credit", "obedient", *lives.LOOKED_AT):
            tables[name] = _table(name, said)
            print(tables[name], flush=True)
    if said.write:
        _write(tables)


def _table(name: str, said: argparse.Namespace) -> str:
    if name == "obedient":
        return _obedient(said)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "data"
        if name == "log":
            return _log(home, said.processes)
        if name == "credit":
            wrong = wrong_credit.live(home, as_process=said.processes)
            lines = [f"{one.words}: {', '.join(one.actions)}" for one in wrong]
            head = f"Near misses: {len(wrong)} of {len(wrong_credit.near_misses())} counted"
            return "\n".join([head, *lines, ""])
        return _life(name, home, said.processes)


def _log(home: Path, as_process: bool) -> str:
    lived = log_only.live(home, as_process=as_process)
    rows = [f"| {name} | {value} |" for name, value in log_only.table(lived)]
    missed = [
        f"missed: {one.label.words}" for one in lived.written if one.label.did and not one.is_right
    ]
    again = [f"asked again: {' '.join(map(str, one))}" for one in log_only.asked_again(lived)]
    untrue = [f"untrue: {day} {what}" for day, what in log_only.untrue(lived)]
    return "\n".join(["| log only | |", "|---|---|", *rows, "", *missed, *again, *untrue, ""])


def _obedient(said: argparse.Namespace) -> str:
    wanted = set(filter(None, said.only.split(",")))
    plans = [
        obedient.Plan(weeks, hours, profile, all_agree=agree)
        for agree in (True, False)
        for weeks, profile, hours in product(WEEKS, PROFILES, HOURS)
        if not wanted or f"{profile}-{weeks}-{hours}" in wanted
    ]
    with ProcessPoolExecutor(said.workers) as pool:
        if said.twice:
            return "\n".join(pool.map(_twice, plans, [said.twice] * len(plans)))
        rows = _kept_rows(said.rows)
        missing = [] if said.lived else [plan for plan in plans if str(plan) not in rows]
        lived = [pool.submit(_row, plan, said.processes) for plan in missing]
        for one in as_completed(lived):
            _keep(said.rows, *one.result())
        rows |= dict(one.result() for one in lived)
    parts = [
        obedient_table.told([rows[str(plan)] for plan in plans if str(plan) in rows], len(plans))
    ]
    for agree, head in ((True, "Everyone says yes"), (False, "Half say no")):
        own = [rows[str(plan)] for plan in plans if plan.all_agree is agree and str(plan) in rows]
        if own:
            parts += [f"{head}:\n", obedient_table.HEAD, *map(obedient_table.line, own), ""]
    return "\n".join(parts)


def _kept_rows(file: Path | None) -> dict[str, obedient_table.Row]:
    if file is None or not file.exists():
        return {}
    kept = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {one["plan"]: obedient_table.Row(**one["row"]) for one in kept}


def _keep(file: Path | None, plan: str, row: obedient_table.Row) -> None:
    if file is not None:
        with file.open("a", encoding="utf-8") as rows:
            rows.write(json.dumps({"plan": plan, "row": asdict(row)}) + "\n")


def _row(plan: obedient.Plan, as_process: bool) -> tuple[str, obedient_table.Row]:
    with tempfile.TemporaryDirectory() as folder, sharing(), keeping_folds():
        typist = obedient.Typist(Path(folder) / "data", plan, as_process=as_process)
        row = obedient_table.row(typist.live())
        for line in typist.life.trouble[:3]:
            print(plan, line, file=sys.stderr)
    print(obedient_table.line(row), file=sys.stderr, flush=True)
    return str(plan), row


def _twice(plan: obedient.Plan, days: int) -> str:
    with tempfile.TemporaryDirectory() as folder, sharing():
        here, apart = (
            obedient.Typist(Path(folder) / name, plan, as_process=as_process).live(days)
            for name, as_process in (("here", False), ("apart", True))
        )
    said = "equal" if here == apart else "NOT EQUAL"
    return f"{plan}: {len(here.done)} steps on {days} days, {said}"


def _life(name: str, home: Path, as_process: bool) -> str:
    live, weeks = lives.LOOKED_AT[name]
    lived = live(home, as_process=as_process)
    parts = [f"== {name} =="]
    for page in lived.pages:
        if page.week in weeks:
            parts += [f"-- week {page.week}", *lives.key_lines(page)]
    return "\n".join([*parts, ""])


def _write(tables: dict[str, str]) -> None:
    """Replace what stands between the two marks of the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = "\n".join(tables[name] for name in ("log", "obedient") if name in tables)
    PAGE.write_text(f"{before}{BEGIN}\n{made}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
