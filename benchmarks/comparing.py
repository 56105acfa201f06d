"""Comparing long texts: goals C1 to C4, beside the floor F measured in the same run (paragraphs by
hash, then the words of the stretches that differ)."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rapidfuzz.distance import Indel

from benchmarks import Row, seconds
from quyche_app.comparing import compare
from quyche_app.reading.files import read_file

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
# Syllables and numbers, single marks, runs of spaces, as ``run_peers.py`` cuts them.
TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|\n|\s+|[^\w\s]|_")
_GOALS = (("C1", "S", 8), ("C1", "M", 8), ("C2", "L", 8), ("C3", "H", 10), ("C4", "U", 5))


def floor(old: Path, new: Path) -> int:
    """Compare as simply as can be: equal paragraphs by hash, words inside what is left."""
    left, right = (path.read_text(encoding="utf-8").split("\n") for path in (old, new))
    known_left, known_right = set(left), set(right)
    gone = TOKEN.findall("\n".join(line for line in left if line not in known_right))
    come = TOKEN.findall("\n".join(line for line in right if line not in known_left))
    step = 2000  # the words of one stretch; the whole would be quadratic
    return sum(
        len(Indel.opcodes(gone[at : at + step], come[at : at + step]))
        for at in range(0, max(len(gone), len(come)), step)
    )


def rows() -> Iterator[Row]:
    """Give the rows; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(C1-C4 cần {BENCH})")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, str(BENCH / "make_inputs.py"), "--out", name, "--seeds", "1"],
            check=True, capture_output=True,
        )
        for goal, size, factor in _GOALS:
            old, new = folder / f"{size}-1" / "old.txt", folder / f"{size}-1" / "new.txt"
            if old.exists():
                ours = seconds(lambda o=old, n=new: compare(read_file(o).act, read_file(n).act), 3)
                base = seconds(lambda o=old, n=new: floor(o, n), 3)
                yield Row(goal, f"so sánh hai tệp .txt, {size}", ours, base, "sàn F", factor)
