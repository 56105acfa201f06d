"""Some thousand orders that are hard to read, kept with what each is read as and what it changes.

``tests/cases/orders`` has a base and a decision with a place for the order (``base-a.txt``, ``act-a.txt``),
and the orders (``orders-a.txt``): a block begins with its name, the order follows, behind ``==`` its readings
(``shown.readings_shown``) and the lines of the text that go and come. They were written by people who looked
for faults, so a block is what the program does, not always what a clerk would: a name with "?" is known to be
carried out too surely.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.reading.files import read_bytes
from tests.amending.shown import readings_shown

FOLDER = Path(__file__).parents[1] / "cases" / "orders"
NAMES = sorted(file.stem.removeprefix("orders-") for file in FOLDER.glob("orders-*.txt"))
_BLOCK = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True)
class Kept:
    """One order: its lines, those of the article over it and of the closing article where they are others."""

    name: str
    order: str
    head: str
    closing: str
    shown: list[str]


def _parts(block: str) -> Kept:
    said, _, shown = block.partition("\n==\n")
    name, *lines = said.split("\n")
    head = [line.removeprefix("over: ") for line in lines if line.startswith("over: ")]
    closing = [line.removeprefix("closing: ") for line in lines if line.startswith("closing: ")]
    order = [line for line in lines if not line.startswith(("over: ", "closing: "))]
    return Kept(name, "\n".join(order), "\n".join(head), "\n".join(closing), shown.split("\n"))


@cache
def kept(name: str) -> list[Kept]:
    """Give the orders of a file."""
    text = (FOLDER / f"orders-{name}.txt").read_text(encoding="utf-8").rstrip("\n")
    return [_parts(block.rstrip("\n")) for block in _BLOCK.split(text)[1:]]


@cache
def _base(name: str) -> Act:
    return read_bytes("base.txt", (FOLDER / f"base-{name}.txt").read_bytes()).act


def shown_now(name: str, one: Kept) -> Iterator[str]:
    """Give what an order of a file is read as now, and what it changes."""
    before, behind = (FOLDER / f"act-{name}.txt").read_text(encoding="utf-8").split("{order}")
    if one.head:
        before = f"{before.rstrip().rpartition(chr(10))[0]}\n{one.head}\n"
    if one.closing:
        behind = f"\n{one.closing}\n"
    act = read_bytes("act.txt", f"{before}{one.order}{behind}".encode())
    base = _base(name)
    result = consolidate(base, [read_amendments(act)])
    yield from readings_shown(result)
    for line in difflib.unified_diff(act_lines(base), act_lines(result.act), n=0, lineterm=""):
        if line[:2] not in ("@@", "--", "++"):
            yield f"{line[0]} {line[1:]}"


def block(one: Kept, shown: Iterable[str]) -> str:
    """Give an order as it stands in its file."""
    over = [f"over: {line}" for line in one.head.split("\n") if line]
    closing = [f"closing: {line}" for line in one.closing.split("\n") if line]
    return "\n".join([f"## {one.name}", *over, one.order, *closing, "==", *shown])
