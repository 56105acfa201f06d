"""Real instruction lines are read as people read them."""

from __future__ import annotations

from pathlib import Path

from benchmarks.instruction_lines import is_right, lines


def test_real_instruction_lines_are_read_as_expected(shared: Path) -> None:
    judged = {line.id: is_right(line) for line in lines(shared / "accuracy" / "instructions.jsonl")}
    wrong = [id_ for id_, right in judged.items() if not right]
    assert len(wrong) <= 0.05 * len(judged), wrong
