"""Real instruction lines are read as people read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.instruction_lines import is_right, lines


@pytest.mark.parametrize(
    ("name", "most"), [("instructions.jsonl", 0.02), ("instructions-party.jsonl", 0.05)]
)
def test_real_instruction_lines_are_read_as_expected(shared: Path, name: str, most: float) -> None:
    judged = {line.id: is_right(line) for line in lines(shared / "accuracy" / name)}
    wrong = [id_ for id_, right in judged.items() if not right]
    assert len(wrong) <= most * len(judged), wrong
