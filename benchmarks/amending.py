"""Consolidating a long text: goals K1 to K3 (200 instructions on 690 articles).

Time beside what any reading of the text must do (cutting it into tokens) and what LibreOffice takes to
write a text of that length; quality beside the truth that comes with the input.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Row, seconds
from benchmarks.comparing import BENCH, TOKEN
from benchmarks.start import program
from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Consolidation, State
from quyche_app.reading.files import read_bytes, read_file
from quyche_app.services.reports import consolidation_report, target_fields

_MOST_MEMORY = 300  # MB


def tokens_counted(old: str, new: str) -> int:
    """Cut two texts into tokens and give every token its number: the denominator of K1, as
    ``run_peers.py`` measures "split into tokens and count" (from texts already read)."""
    known: dict[str, int] = {}
    for text in (old, new):
        for token in TOKEN.findall(text):
            known.setdefault(token, len(known))
    return len(known)


def consolidated(folder: Path) -> Consolidation:
    """Apply the decision of a folder of inputs to its base."""
    base = read_file(folder / "old.txt").act
    return consolidate(base, [read_amendments(read_file(folder / "amend.txt"))])


def rows() -> Iterator[Row]:
    """Give the rows; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(K1-K3 cần {BENCH})")
        return
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            [sys.executable, str(BENCH / "make_inputs.py"), "--out", name, "--seeds", "1"],
            check=True,
            capture_output=True,
        )
        amended, long = Path(name, "A-1"), Path(name, "L-1")
        texts = [(long / one).read_text(encoding="utf-8") for one in ("old.txt", "new.txt")]
        tokens = seconds(lambda: tokens_counted(*texts))
        yield Row(
            "K1",
            "hợp nhất 200 nội dung vào 690 điều",
            seconds(lambda: json.dumps(consolidation_report(consolidated(amended)))),
            tokens,
            "cắt từ, đếm",
            4,
        )
        yield from _longer_act(amended)
        yield from _from_docx(amended, long)
        yield from _quality(amended)


def _longer_act(folder: Path) -> Iterator[Row]:
    """An act of 200 instructions beside its first 20: ten times the text."""
    base = read_file(folder / "old.txt").act
    lines = (folder / "amend.txt").read_text(encoding="utf-8").split("\n")
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["instructions"]
    cut = truth[20]["source_lines"][0] - 1

    def taken(text: str) -> float:
        return seconds(
            lambda: consolidate(base, [read_amendments(read_bytes("a.txt", text.encode()))])
        )

    whole, part = taken("\n".join(lines)), taken("\n".join(lines[:cut]) + "\n")
    yield Row("K1", "văn bản sửa đổi dài gấp 10 lần", whole, part, "20 nội dung đầu", 12)


_WROTE = (0, 3)  # exit codes of a command that wrote its file


def _written(command: list[str]) -> None:
    """Run a command that writes a file; 3 says that it wrote one and something wants a look."""
    done = subprocess.run(command, check=False, capture_output=True)
    if done.returncode not in _WROTE:
        raise subprocess.CalledProcessError(done.returncode, command)


def _from_docx(amended: Path, long: Path) -> Iterator[Row]:
    out = amended / "out.docx"
    command = [
        *program(),
        "consolidate",
        str(amended / "old.docx"),
        str(amended / "amend.docx"),
        "-o",
        str(out),
        "--force",
    ]
    ours = seconds(lambda: _written(command), 3)
    if shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as home:
            office = [
                "soffice",
                f"-env:UserInstallation=file://{home}",
                "--headless",
                "--infilter=Text (encoded):UTF8",
                "--convert-to",
                "docx",
                "--outdir",
                home,
                str(long / "new.txt"),
            ]
            theirs = seconds(lambda: subprocess.run(office, check=True, capture_output=True), 3)
        yield Row(
            "K2", "consolidate .docx, có đọc lại", ours, theirs, "LibreOffice, chữ thành DOCX", 1
        )
    else:
        print("(thời gian của K2 cần LibreOffice)")
    yield Row(
        "K2", "bộ nhớ của consolidate .docx", _memory(command), _MOST_MEMORY, "mục tiêu", 1, "MB"
    )


def _memory(command: list[str]) -> float:
    """The most memory a process takes, in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in _WROTE:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _quality(folder: Path) -> Iterator[Row]:
    result = consolidated(folder)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["instructions"]
    expected = {tuple(one["source_lines"]): one for one in truth}
    right = 0
    for outcome in result.outcomes:
        one = expected.get(outcome.instruction.source_lines)
        said = target_fields(outcome.targets)
        right += (
            one is not None
            and outcome.state is State.APPLIED
            and ((str(outcome.instruction.verb), said["targets"]) == (one["verb"], one["targets"]))
        )
    yield Row(
        "K3", "nội dung áp dụng đúng động từ, đúng chỗ", len(truth), right, "phải đọc đúng", 1, ""
    )
    lines = [
        line
        for line in (folder / "new.txt").read_text(encoding="utf-8").split("\n")
        if line.strip()
    ]
    same = sum(a == b for a, b in zip(act_lines(result.act), lines, strict=False))
    yield Row(
        "K3",
        "văn bản hợp nhất đúng từng chữ, nghìn dòng",
        max(len(lines), len(act_lines(result.act))) / 1000,
        same / 1000,
        "dòng trùng",
        1,
        "",
    )
