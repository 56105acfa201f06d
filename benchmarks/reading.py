"""Reading a long text: goals D1 to D3, and how its time grows (B4).

The 690-article text of ``bench/make_inputs.py`` beside the project; what it is compared with is
measured in the same run: unpacking and parsing alone, python-docx, one regular expression a line.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from lxml import etree

from benchmarks import Row, seconds
from benchmarks.start import program
from quyche_app.domain.sources import SourceText
from quyche_app.reading.docx import read_docx
from quyche_app.reading.files import read_file, structured
from quyche_app.reading.text import read_text

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LABEL = re.compile(
    r"(?:(Phần|Chương|Mục|Tiểu mục|Điều)\s+([IVXLCĐ\d]+[a-zđ]?)\b|(\d+[a-zđ]?)\.\s|([a-zđ]\d?)\)\s)"
)
_MEGABYTE = 1024 * 1024


def parsed_text(path: Path) -> list[str]:
    """Give the text of the paragraphs as the floor T does: unpack, parse, join."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(_W + "t")) for p in root.iter(_W + "p")]


def labels_found(lines: list[str]) -> int:
    """Give how many lines one regular expression finds a label in."""
    return sum(_LABEL.match(line) is not None for line in lines)


def rows() -> Iterator[Row]:
    """Give D1 to D3 and B4; nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(D1-D3 cần {BENCH})")
        return
    with tempfile.TemporaryDirectory() as folder:
        maker = [
            sys.executable,
            str(BENCH / "make_inputs.py"),
            "--out",
            folder,
            "--sizes",
            "M",
            "L",
        ]
        subprocess.run([*maker, "--seeds", "1"], check=True, capture_output=True)
        long, medium = Path(folder, "L-1", "old.docx"), Path(folder, "M-1", "old.docx")
        yield from _in_process(long, medium)
        yield from _as_command(long)
        yield from _structure(long.with_suffix(".txt"))


def _in_process(long: Path, medium: Path) -> Iterator[Row]:
    floor = seconds(lambda: parsed_text(long))
    data = long.read_bytes()
    words = seconds(lambda: read_docx(long.name, data))
    act = seconds(lambda: read_file(long))
    peer = seconds(lambda: [p.text for p in docx.Document(str(long)).paragraphs])
    yield Row("D1", "đọc đoạn văn của DOCX, L", words, floor, "zip + lxml + chữ", 2.5)
    yield Row("D1", "DOCX thành cây điều khoản, L", act, floor, "zip + lxml + chữ", 5)
    yield Row("D1", "DOCX thành cây điều khoản, L", act, peer, "python-docx, chữ", 1.2)
    yield Row("B4", "đọc DOCX: L so với M", act, seconds(lambda: read_file(medium)), "M", 8)


def _as_command(long: Path) -> Iterator[Row]:
    command = [*program(), "outline", "--json", str(long)]
    floor = seconds(lambda: parsed_text(long))
    taken = seconds(lambda: subprocess.run(command, check=False, capture_output=True))
    yield Row("D2", "quyche outline --json, L", taken, floor, "zip + lxml + chữ", 12)
    if hasattr(os, "wait4"):
        yield Row("D2", "bộ nhớ của outline, L", _peak(command), 200, "mức", 1, "MB")


def _peak(command: list[str]) -> float:
    """Give the most memory a command takes, in MB."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    # macOS counts in bytes, Linux in units of 1,024 bytes.
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / _MEGABYTE


def _structure(path: Path) -> Iterator[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    source: SourceText = read_text(path.name, path.read_bytes())
    floor = seconds(lambda: labels_found(lines))
    taken = seconds(lambda: structured(source))
    yield Row("D3", "cây điều khoản từ các dòng, L", taken, floor, "một biểu thức chính quy", 30)
