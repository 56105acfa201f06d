"""Comparing: goals C1 to C8, and how the time of comparing, reading, redlining and consolidating
grows (B4).

The denominators are measured in the same run: the floor F (paragraphs by hash, then the words of the
stretches that differ), and the peers that are installed. The inputs, their true edits and the count
of what is right come from ``bench/`` beside the project.
"""

from __future__ import annotations

import difflib
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree
from rapidfuzz.distance import Indel

from benchmarks import Row, seconds
from benchmarks.start import as_installed, program
from quyche_app.reading.files import read_file
from quyche_app.services.compare import compare_files
from quyche_app.services.decide import applied, decide
from quyche_app.services.redline import redline_files
from quyche_app.writing.comparison_json import comparison_report

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
# Syllables and numbers, single marks, runs of spaces, as the peers are cut.
TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|\n|\s+|[^\w\s]|_")
_TIMES = (("C1", "S", 8), ("C1", "M", 8), ("C2", "L", 8), ("C3", "H", 10), ("C4", "U", 5))
_SEEDS = ("1", "2", "3")
_SHAPES = re.compile(r"(article|clause) (inserted|removed|moved|split|merged)")

Ops = Sequence[tuple[str, int, int, int, int]]


# -- denominators -----------------------------------------------------------------------------------


def _numbers(left: Sequence[str], right: Sequence[str]) -> tuple[list[int], list[int]]:
    ids: dict[str, int] = {}
    one, other = ([ids.setdefault(x, len(ids)) for x in side] for side in (left, right))
    return one, other


def _merged(left: Sequence[str], right: Sequence[str]) -> Ops:
    """Longest common subsequence, with what goes and what comes at one place as one step."""
    out: list[tuple[str, int, int, int, int]] = []
    for op in Indel.opcodes(*_numbers(left, right)):
        step = (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        if op.tag != "equal" and out and out[-1][0] != "equal":
            step = ("replace", out[-1][1], step[2], out[-1][3], step[4])
            out.pop()
        out.append(step)
    return out


def floor(
    old: str, new: str, *, steps: Callable[[Sequence[str], Sequence[str]], Ops] = _merged
) -> int:
    """Compare as simply as can be: lines by longest common subsequence, then the words of what
    differs. Gives how many pieces there are."""
    left, right = old.splitlines(keepends=True), new.splitlines(keepends=True)
    pieces: list[tuple[str, str]] = []
    for tag, i, j, k, m in steps(left, right):
        if tag == "equal":
            pieces.append(("=", "".join(left[i:j])))
            continue
        words = [TOKEN.findall("".join(side)) for side in (left[i:j], right[k:m])]
        for _, a, b, c, d in steps(*words):
            pieces += [("-", "".join(words[0][a:b])), ("+", "".join(words[1][c:d]))]
    return len(pieces)


def _difflib(left: Sequence[str], right: Sequence[str]) -> Ops:
    return difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def _by_characters(old: str, new: str) -> int:
    from diff_match_patch import diff_match_patch

    peer = diff_match_patch()
    peer.Diff_Timeout = 0
    found = peer.diff_main(old, new)
    peer.diff_cleanupSemantic(found)
    return len(found)


# -- rows ----------------------------------------------------------------------------------------------


def rows() -> Iterator[Row]:
    """Give the rows; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(C1-C8 cần {BENCH})")
        return
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            [
                sys.executable,
                str(BENCH / "make_inputs.py"),
                "--out",
                name,
                "--sizes",
                "S",
                "M",
                "L",
                "H",
                "U",
                "--seeds",
                *_SEEDS,
            ],
            check=True,
            capture_output=True,
        )
        folder = Path(name)
        yield from _times(folder)
        yield from _quality(folder)
        yield from _growth(folder)


def _files(folder: Path, size: str, seed: str = "1", suffix: str = ".txt") -> tuple[Path, Path]:
    return folder / f"{size}-{seed}" / f"old{suffix}", folder / f"{size}-{seed}" / f"new{suffix}"


def _times(folder: Path) -> Iterator[Row]:
    taken: dict[str, float] = {}
    for goal, size, factor in _TIMES:
        old, new = _files(folder, size)
        words = [path.read_text(encoding="utf-8") for path in (old, new)]
        base = seconds(partial(floor, *words))
        taken[size] = seconds(partial(compare_files, old, new))
        yield Row(goal, f"so sánh hai tệp .txt, {size}", taken[size], base, "sàn F", factor)
        if size == "L" and importlib.util.find_spec("diff_match_patch") is not None:
            peer = seconds(partial(_by_characters, *words), 2)
            yield Row(goal, "so sánh hai tệp .txt, L", taken[size], peer, "diff-match-patch", 0.2)
        if size == "H":
            peer = seconds(partial(floor, *words, steps=_difflib), 3)
            yield Row(goal, "so sánh hai tệp .txt, H", taken[size], peer, "difflib", 0.12)
    old, new = _files(folder, "L", suffix=".docx")
    parse = seconds(lambda: etree.fromstring(zipfile.ZipFile(old).read("word/document.xml")))
    command = [*program(), "compare", "--json", str(old), str(new)]
    variables = as_installed()
    whole = seconds(lambda: subprocess.run(command, check=True, capture_output=True, env=variables))
    yield Row(
        "C5",
        "quyche compare --json, hai tệp .docx, L",
        whole,
        16 * parse + taken["L"],
        "16 lần zip + lxml, 1 lần C2",
        1,
    )


# -- quality -------------------------------------------------------------------------------------------


def _measure() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_compare", BENCH / "score_compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(folder: Path, size: str) -> list[dict[str, Any]]:
    """Give what the measure says of the comparison of a size, one a seed."""
    measure = _measure()
    found = []
    for seed in _SEEDS:
        old, new = _files(folder, size, seed)
        comparison = compare_files(old, new)
        report = json.loads(json.dumps(comparison_report(comparison)))
        truth = json.loads(old.with_name("truth.json").read_text(encoding="utf-8"))
        found.append(measure.score(truth, report))
    return found


def _quality(folder: Path) -> Iterator[Row]:
    for goal, sizes, wrong, marked in (("C6", "SML", 0.5, 1.03), ("C7", "H", 1, 1.08)):
        found = [score for size in sizes for score in scores(folder, size)]
        what = f"{', '.join(sizes)}, ba hạt giống"
        yield _worst(goal, f"cặp sai, %: {what}", [100 - s["paired_rightly"] for s in found], wrong)
        yield _worst(goal, f"loại sai, %: {what}", [100 - s["kind_right"] for s in found], wrong)
        shapes = [_missed_shapes(s["shapes"]) for s in found]
        yield _worst(goal, f"điều, khoản gọi sai, %: {what}", shapes, 0 if goal == "C6" else 1)
        untouched = [int(s["untouched_marked"].partition("/")[0]) for s in found]
        yield _worst(goal, f"chỗ không đổi bị đánh dấu: {what}", untouched, 0)
        yield _worst(goal, f"tiếng bị cắt: {what}", [s["syllables_cut"] for s in found], 0)
        yield _worst(
            goal, f"đánh dấu ÷ ít nhất: {what}", [s["marked_ratio"] for s in found], marked
        )
        if goal == "C6":
            yield _worst(
                goal, f"nội dung ÷ ít nhất: {what}", [s["substance_ratio"] for s in found], marked
            )
    unrelated = [s["marked_ratio"] for s in scores(folder, "U")]
    yield _worst("C8", "đánh dấu ÷ ít nhất: U, ba hạt giống", unrelated, 1)


def _worst(goal: str, what: str, values: Sequence[float], most: float) -> Row:
    return Row(goal, what, float(max(values)), 1, "mức", most, "")


def _missed_shapes(shapes: dict[str, str]) -> float:
    """The share of inserted, removed, moved, split and merged articles and clauses not named so."""
    counts = [
        tuple(map(int, said.split("/"))) for name, said in shapes.items() if _SHAPES.fullmatch(name)
    ]
    right, total = (sum(count[n] for count in counts) for n in (0, 1))
    return 100 * (total - right) / max(1, total)


# -- growth --------------------------------------------------------------------------------------------


def _growth(folder: Path) -> Iterator[Row]:
    """L is 5.5 times as long as M."""
    kinds: tuple[tuple[str, Callable[[str], float]], ...] = (
        ("so sánh", lambda size: seconds(lambda: compare_files(*_files(folder, size)))),
        (
            "đọc DOCX",
            lambda size: seconds(lambda: read_file(_files(folder, size, suffix=".docx")[0])),
        ),
        ("đánh dấu thay đổi", lambda size: _redlining(folder, size)),
        ("hợp nhất", lambda size: _consolidating(folder, size)),
    )
    for what, taken in kinds:
        yield Row("B4", f"{what}: L so với M", taken("L"), taken("M"), "M", 8)


def _redlining(folder: Path, size: str) -> float:
    old, new = _files(folder, size, suffix=".docx")
    out = folder / "dau.docx"
    return seconds(
        lambda: redline_files(old, new, out, author="bench", day=date(2026, 1, 1), force=True)
    )


def _consolidating(folder: Path, size: str) -> float:
    """The decision that leads from old to new, read and applied."""
    old, new = (read_file(path).act for path in _files(folder, size))
    act = decide(old, new).act
    return seconds(lambda: applied(old, act))
