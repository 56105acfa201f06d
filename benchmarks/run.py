"""Print every row of the benchmarks, or of some modules:
``python -m benchmarks.run [start reading writing comparing amending editor window store]``."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterable

from benchmarks import Row

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


def all_rows(names: Iterable[str]) -> Iterable[Row]:
    """Give the rows of the modules named, one module after the other."""
    for name in names:
        if importlib.util.find_spec(f"benchmarks.{name}") is None:
            print(f"(không có benchmarks/{name}.py)")
            continue
        yield from importlib.import_module(f"benchmarks.{name}").rows()


def main(names: list[str]) -> int:
    """Print the table; every row is a median of five after one warm-up."""
    print("  ".join(head.ljust(width) for head, width in zip(HEADS, COLUMNS, strict=True)))
    rows = []
    for row in all_rows(names or MODULES):
        print(row_line(row), flush=True)
        rows.append(row)
    print(f"{sum(row.is_met for row in rows)}/{len(rows)} mục đạt")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
