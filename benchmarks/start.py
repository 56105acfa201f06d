"""How fast the program starts: goals B1, B2 and B3."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import Row
from quyche_app.resources_folder import sample_file

REPEATS = 15  # a start takes milliseconds, so that the median of five would still jump


def program() -> list[str]:
    """Give the words that start the program: the command beside this Python where there is one."""
    command = Path(sys.executable).with_name("quyche")
    return [str(command)] if command.exists() else [sys.executable, "-m", "quyche_app"]


def as_installed() -> dict[str, str]:
    """Give the variables of this process for one that is measured: an installed program has compiled
    files, and its first start writes them where they may be written."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def medians(commands: list[list[str]], variables: dict[str, str]) -> list[float]:
    """Give the median time of each command; they take turns, so that noise hits all alike."""
    taken: list[list[float]] = [[] for _ in commands]
    for turn in range(REPEATS + 1):
        for times, command in zip(taken, commands, strict=True):
            begun = time.perf_counter()
            subprocess.run(
                command, env={**as_installed(), **variables}, check=True, capture_output=True
            )
            if turn:  # the first turn warms the disk
                times.append(time.perf_counter() - begun)
    return [statistics.median(times) for times in taken]


def rows() -> Iterator[Row]:
    """Give B1 to B3, each beside its denominator."""
    python = [sys.executable, "-c", "pass"]
    orm = [sys.executable, "-c", "import sqlalchemy.orm"]
    sample = str(sample_file("quy-che.docx"))
    with tempfile.TemporaryDirectory() as folder:
        variables = {"QUYCHE_WORKSPACE": str(Path(folder, "workspace"))}
        version, outline, bare = medians(
            [[*program(), "--version"], [*program(), "outline", sample], python], variables
        )
        yield Row("B1", "quyche --version", version, bare, "python -c pass", 2.5)
        yield Row("B2", "quyche outline, văn bản mẫu", outline, bare, "python -c pass", 10)
        listing, loading = medians([[*program(), "list"], orm], variables)
        yield Row(
            "B3",
            "quyche list, lệnh đầu tiên trên kho",
            listing,
            loading,
            "import sqlalchemy.orm",
            1.3,
        )
