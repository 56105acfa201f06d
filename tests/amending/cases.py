"""Reads the case files of ``tests/cases/amendments``: an act, its readings, a part of the result.

Without ``=== readings`` the act must change nothing and say why. A person of the office can read
and correct these files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quyche_app.amending.apply import Accept, consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act
from quyche_app.domain.operations import Consolidation
from quyche_app.reading.files import read_bytes

FOLDER = Path(__file__).parents[1] / "cases" / "amendments"


@dataclass(frozen=True)
class Case:
    """One case file."""

    name: str
    act: str
    readings: tuple[str, ...]
    path: str
    lines: tuple[str, ...]


def cases() -> list[Case]:
    """Give every case."""
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        if file.name == "base.txt":
            continue
        act, _, rest = file.read_text(encoding="utf-8").partition("=== ")
        readings: tuple[str, ...] = ()
        path, lines = "", ()
        for block in rest.split("=== "):
            title, _, words = block.partition("\n")
            if title == "readings":
                readings = tuple(words.strip().split("\n"))
            elif title == "result":
                path, *rows = words.strip().split("\n")
                lines = tuple(rows)
        found.append(Case(file.stem, act, readings, path, lines))
    return found


@cache
def base() -> Act:
    """Give the regulation that the cases amend."""
    data = (FOLDER / "base.txt").read_bytes()
    return read_bytes("base.txt", data).act


def applied(*acts: str, accept: Accept = Accept.RECOGNISED) -> Consolidation:
    """Apply acts given as text to the base of the cases."""
    readings = [
        read_amendments(read_bytes(f"act-{n}.txt", act.encode()), n)
        for n, act in enumerate(acts, 1)
    ]
    return consolidate(base(), readings, accept=accept)
