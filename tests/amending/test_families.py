"""Whole regulations with decisions in the style of different offices, and the texts they make.

Each folder of ``tests/cases/families`` has a base, one or two decisions, the consolidated text as the orders
strictly say, made by hand before the program had read it, and ``meta.json``: which lines cannot be carried
out and must be told, and which articles the program does not reach (``not_reached``; it must say so).
``readings.txt`` beside them has what each order is read as, so that a rule that changes shows what else it
changes; ``python -m tests.amending.renew_readings`` writes it anew, to be looked at like any change of code.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Confidence, Consolidation, State
from quyche_app.reading.files import read_bytes
from tests.amending.shown import readings_shown

FOLDER = Path(__file__).parents[1] / "cases" / "families"
FAMILIES = sorted(folder.name for folder in FOLDER.iterdir())
_HEAD = re.compile(
    r"(?:Điều \d+[a-zđ]?|Chương [IVXLC]+|PHỤ LỤC(?: \w+)?|[IVX]{1,5}[a-z]?)(?=[.:\s–-]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Family:
    """What came of one family.

    Attributes:
        got: heading of an article → its lines in the program's text.
        wanted: the same of the consolidated text.
        told: (number of the act, line) of everything that the program does not vouch for.
        readings: what each order is read as and what became of it, and what is not read, see ``shown``.
    """

    got: dict[str, list[str]]
    wanted: dict[str, list[str]]
    told: frozenset[tuple[int, int]]
    readings: list[str]
    meta: dict[str, list[dict[str, str | int]]]

    @property
    def wrong(self) -> set[str]:
        """The headings of the articles that differ."""
        return {
            head
            for head in self.got.keys() | self.wanted.keys()
            if self.got.get(head) != self.wanted.get(head)
        }


def _plain(line: str) -> str:
    """A line without what two people type differently: spaces, marks at the end, kinds of dashes."""
    line = unicodedata.normalize("NFC", line)
    line = re.sub(r"[–—]", "-", line)
    line = re.sub(r"[“”„«»]", '"', line)
    line = re.sub(r"^(Điều \d+\w?)\s*[:.]\s*", r"\1. ", line, flags=re.IGNORECASE)
    line = re.sub(r"^(\w{1,3})\s*[./)-]\s+", r"\1. ", line)
    return re.sub(r"\s+", " ", line).strip(" .;:/")


def _articles(lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    held = found.setdefault("", [])
    for line in map(_plain, lines):
        head = _HEAD.match(line)
        if head is not None and not line.startswith("-"):
            name, count = head.group().upper(), 2
            while name in found:
                name, count = f"{head.group().upper()} ({count})", count + 1
            held = found.setdefault(name, [])
        if line and not line.upper().startswith("NƠI NHẬN"):
            held.append(line)
    found.pop("")
    return found


def _told(result: Consolidation) -> Iterator[tuple[int, int]]:
    for outcome in result.outcomes:
        is_sure = outcome.state is State.APPLIED and outcome.confidence is Confidence.HIGH
        if not is_sure and outcome.state is not State.IGNORED:
            first, last = outcome.instruction.source_lines
            yield from ((outcome.instruction.act_no, line) for line in range(first, last + 1))
    for unread in result.unread:
        yield from ((unread.act_no, line) for line in range(unread.lines[0], unread.lines[1] + 1))


@cache
def family(name: str) -> Family:
    folder = FOLDER / name
    acts = [
        read_amendments(read_bytes(file.name, file.read_bytes()), number)
        for number, file in enumerate(sorted(folder.glob("amend-*.txt")), 1)
    ]
    result = consolidate(read_bytes("base.txt", (folder / "base.txt").read_bytes()).act, acts)
    wanted = read_bytes("consolidated.txt", (folder / "consolidated.txt").read_bytes()).act
    return Family(
        _articles(list(act_lines(result.act))),
        _articles(list(act_lines(wanted))),
        frozenset(_told(result)),
        [*readings_shown(result)],
        json.loads((folder / "meta.json").read_text(encoding="utf-8")),
    )


@pytest.mark.parametrize("name", FAMILIES)
def test_the_consolidated_text_is_reached_but_for_what_is_listed(name: str) -> None:
    one = family(name)
    assert one.wrong == set(one.meta.get("not_reached", []))


@pytest.mark.parametrize("name", FAMILIES)
def test_each_order_is_read_as_it_was(name: str) -> None:
    file = FOLDER / name / "readings.txt"
    assert family(name).readings == file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", FAMILIES)
def test_every_order_that_cannot_be_carried_out_is_told(name: str) -> None:
    one = family(name)
    lines = {
        (int(str(row["file"]).split("-")[1].split(".")[0]), int(row["line"]))
        for row in one.meta["must_be_told"]
    }
    assert lines <= one.told
