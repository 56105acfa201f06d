"""Storing versions of a long text: goals S1 to S4.

A thousand versions of the 690-article text of ``bench/make_inputs.py`` beside the project, ten
paragraphs changed in each; the denominators are measured in the same run. ``Store`` has the shape
that ``bench/store_bench.py --plugin benchmarks.store`` asks for.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks import Row
from quyche_app.domain.acts import Act, Component, blocks_lines
from quyche_app.domain.flow import act_lines, own_head_lines
from quyche_app.domain.units import Block, Paragraph, Unit
from quyche_app.services.drafts import begin_draft, record_texts
from quyche_app.services.history import wordings_of_units
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import open_workspace

PROJECT = Path(__file__).resolve().parents[1]
BENCH = PROJECT.parent / "shared" / "bench"
VERSIONS = 1000


@dataclass(frozen=True)
class Spot:
    """Where a paragraph stands: its owner, before (head) or after (tail) what is in it, and place."""

    owner: str
    is_tail: bool
    index: int


class Store:
    """Versions of a text in a workspace of ours: a draft whose few changed units are recorded."""

    def __init__(self, folder: Path, paragraphs: Sequence[str]) -> None:
        source = folder / "text.txt"
        source.write_text("".join(f"{line}\n" for line in paragraphs), encoding="utf-8")
        self.workspace = open_workspace(folder / "workspace")
        begun = time.perf_counter()
        self.document = import_file(self.workspace, source).document.id
        self.extra = {"import": time.perf_counter() - begun}
        self.draft = begin_draft(self.workspace, self.document, as_at="issued").id
        text = text_as_at(self.workspace, self.draft)
        self.recordings = {1: text.known_at}
        self.now: dict[str, Unit | Component] = {}
        self.spots = list(self._spots(text.act))

    def _spots(self, act: Act) -> Iterator[Spot]:
        for component in act.components:
            self.now[component.id] = component
            yield from _rows_of(component.id, False, len(blocks_lines(component.front)))
            for unit in component.units:
                yield from self._unit_spots(unit)
            yield from _rows_of(component.id, True, len(blocks_lines(component.back)))

    def _unit_spots(self, unit: Unit) -> Iterator[Spot]:
        self.now[unit.id] = unit
        yield from _rows_of(unit.id, False, len(own_head_lines(unit)))
        for child in unit.children:
            yield from self._unit_spots(child)
        yield from _rows_of(unit.id, True, len(blocks_lines(unit.tail)))

    def measured(self) -> Path:
        """Give the folder whose size counts."""
        return Path(self.workspace.place)

    def add(self, number: int, changes: dict[int, str]) -> None:
        """Record a version: paragraph number from 0 → its new words."""
        changed = {}
        for place, words in changes.items():
            spot = self.spots[place]
            changed[spot.owner] = self.now[spot.owner] = _with_line(
                self.now[spot.owner], spot, words
            )
        self.recordings[number] = record_texts(self.workspace, self.draft, changed)

    def close(self) -> None:
        """Nothing is waiting: every version was committed; give the connections back."""
        self.workspace.close()

    def read(self, number: int) -> list[str]:
        """Give the paragraphs of a version."""
        text = text_as_at(self.workspace, self.draft, known_at=self.recordings[number])
        return act_lines(text.act)

    def history(self, places: Sequence[int]) -> int:
        """Count the wordings of the units that hold some paragraphs."""
        owners = list(dict.fromkeys(self.spots[place].owner for place in places))
        return len(wordings_of_units(self.workspace, self.draft, owners))


def _rows_of(owner: str, is_tail: bool, count: int) -> Iterator[Spot]:
    return (Spot(owner, is_tail, index) for index in range(count))


def _with_line(owner: Unit | Component, spot: Spot, words: str) -> Unit | Component:
    if isinstance(owner, Component):
        if spot.is_tail:
            return replace(owner, back=_replaced(blocks_lines(owner.back), spot.index, words))
        return replace(owner, front=_replaced(blocks_lines(owner.front), spot.index, words))
    if spot.is_tail:
        return replace(owner, tail=_replaced(blocks_lines(owner.tail), spot.index, words))
    lead = _replaced(own_head_lines(owner), spot.index, words)
    return replace(owner, prefix="", heading=None, heading_apart=False, lead=lead)


def _replaced(lines: list[str], index: int, words: str) -> tuple[Block, ...]:
    return tuple(Paragraph(words if i == index else line) for i, line in enumerate(lines))


def rows(versions: int = VERSIONS) -> Iterator[Row]:
    """Give S1 to S4 as ``store_bench.py`` measures them: every store in a process of its own, every
    read checked. Nothing when the data folder is not beside the project."""
    if not BENCH.is_dir():
        print(f"(S1-S4 cần {BENCH})")
        return
    with tempfile.TemporaryDirectory() as folder:
        maker = [sys.executable, str(BENCH / "make_inputs.py"), "--out", folder, "--sizes", "L"]
        subprocess.run([*maker, "--seeds", "1"], check=True, capture_output=True)
        # Peers run without the plugin: their first version includes loading their libraries.
        found = _measured(folder, versions, "SQLAlchemy")
        own = _measured(folder, versions, "OURS", "--plugin", "benchmarks.store")
        ours, floor, core = (
            _named(own, "OURS"),
            _named(own, "floor"),
            _named(found, "SQLAlchemy Core"),
        )
        if ours["wrong"]:
            raise AssertionError(f"{ours['wrong']} phiên bản đọc lại không đúng")
        yield from _beside_sqlite(ours, floor, core, versions)
        continuum = _named(found, "SQLAlchemy-Continuum")
        if continuum:
            yield Row(
                "S1", "ghi các phiên bản", ours["store"], continuum["store"], "Continuum", 0.25
            )
            yield Row("S2", "nhập lần đầu", ours["import"], continuum["first"], "Continuum", 0.25)
        if shutil.which("git"):
            git = _named(_measured(folder, versions, "git, one file per"), "git")
            yield Row(
                "S1",
                "ghi các phiên bản",
                ours["store"],
                git["store"],
                "git, mỗi điều một tệp",
                0.25,
            )


def _measured(inputs: str, versions: int, only: str, *options: str) -> list[dict[str, Any]]:
    """The rows of ``store_bench.py``: the floor and those whose name holds ``only``."""
    result = Path(inputs, "result.json")
    command = [
        sys.executable,
        str(BENCH / "store_bench.py"),
        "--inputs",
        inputs,
        "--only",
        only,
        "--versions",
        str(versions),
        "--json",
        str(result),
        *options,
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), *sys.path])}
    subprocess.run(command, check=True, capture_output=True, cwd=PROJECT, env=environment)
    rows_: list[dict[str, Any]] = json.loads(result.read_text(encoding="utf-8"))
    return rows_


def _named(found: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The first row of a store that could be measured; empty when there is none."""
    return next((r for r in found if r["name"].startswith(name) and "error" not in r), {})


def _beside_sqlite(
    ours: dict[str, Any], floor: dict[str, Any], core: dict[str, Any], versions: int
) -> Iterator[Row]:
    yield Row(
        "S1",
        f"ghi {versions} phiên bản qua các dịch vụ",
        ours["store"],
        floor["store"],
        "Q: dòng SQLite",
        30,
    )
    yield Row("S2", "nhập lần đầu", ours["import"], core["first"], "SQLAlchemy Core", 4)
    yield Row("S3", "đọc một phiên bản", ours["read"], floor["read"], "Q: dòng SQLite", 8)
    yield Row("S3", "lịch sử một điều", ours["history"], core["history"], "SQLAlchemy Core", 3)
    yield Row("S4", "cỡ trên đĩa", ours["size"], floor["size"], "Q: dòng SQLite", 4, "MB")
