"""Print every row of the benchmarks, or of some modules:
``python -m benchmarks.run [start reading writing comparing amending editor window store]``."""

from __future__ import annotations

import importlib
import importlib.util
import multiprocessing
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor

from benchmarks import Row
from benchmarks.pace import REFERENCE, bare_start, pace

MODULES = ("start", "reading", "writing", "comparing", "amending", "editor", "window", "store")
COLUMNS = (5, 46, 12, 28, 12, 8, 8)
HEADS = ("Mục", "Đo gì", "Kết quả", "So với", "Mẫu số", "Tỷ lệ", "Mức")


def shown(value: float, unit: str) -> str:
    """Give a figure with its unit; seconds in milliseconds, with a decimal comma."""
    text = f"{value * 1000:.1f} ms" if unit == "s" else f"{value:.3g} {unit}".strip()
    return text.replace(".", ",")


def row_line(row: Row) -> str:
    """Give one line of the table."""
    cells = (
        row.goal,
        row.what,
        shown(row.value, row.unit),
        row.basis,
        shown(row.denominator, row.unit),
        f"{row.ratio:.2f}".replace(".", ","),
        f"{row.factor:g}".replace(".", ","),
    )
    line = "  ".join(cell.ljust(width) for cell, width in zip(cells, COLUMNS, strict=True))
    return f"{line}  {'đạt' if row.is_met else 'CHƯA ĐẠT'}"


def rows_of(name: str) -> tuple[list[Row], float]:
    """Give the rows of a module, and the seconds that ``python -c pass`` took meanwhile."""
    return list(importlib.import_module(f"benchmarks.{name}").rows()), bare_start()


def in_its_own_process(name: str) -> tuple[list[Row], float]:
    """Give the rows of a module, run in a new process: what another one left in memory or in a cache
    is no part of the measure."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(rows_of, name).result()


def main(names: list[str]) -> int:
    """Print the table; every row is a median of five after one warm-up."""
    print("  ".join(head.ljust(width) for head, width in zip(HEADS, COLUMNS, strict=True)))
    rows: list[Row] = []
    starts = []
    for name in names or MODULES:
        if importlib.util.find_spec(f"benchmarks.{name}") is None:
            print(f"(không có benchmarks/{name}.py)")
            continue
        some, start = in_its_own_process(name)
        for row in some:
            print(row_line(row), flush=True)
        rows += some
        starts.append(start)
    print(f"{sum(row.is_met for row in rows)}/{len(rows)} mục đạt")
    print(pace_line(statistics.median(starts or [REFERENCE])))
    return 0


def pace_line(start: float) -> str:
    """Give the sentence that says what goals in seconds mean on this machine."""
    here = shown(start, "s")
    if pace(start) == 1:
        return f"python -c pass: {here}; mục tiêu tính bằng giây giữ nguyên."
    times = f"{pace(start):.2f}".replace(".", ",")
    return f"python -c pass: {here}, máy mẫu 10 ms; mục tiêu tính bằng giây được nhân với {times}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
