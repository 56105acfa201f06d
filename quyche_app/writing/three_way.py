"""A three-way comparison for the terminal and for machines."""

from __future__ import annotations

from typing import Any

from quyche_app.domain.comparisons import EDGE_WORDS, Change, Side
from quyche_app.domain.texts import capital
from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay, ThreeWayRow
from quyche_app.writing.comparison_json import change_rows, uncompared_rows
from quyche_app.writing.comparison_text import marked_words, uncompared_sentence

STANDING_WORDS = {
    Standing.AGREED: "A và B sửa như nhau",
    Standing.MINE: "chỉ A sửa",
    Standing.THEIRS: "chỉ B sửa",
    Standing.CONFLICT: "A và B sửa khác nhau",
}
SLOT_WORDS = {
    "existence": "cả điều khoản",
    "label": "số",
    "heading": "tên",
    "lead": "lời văn",
    "tail": "đoạn cuối",
    "place": "chỗ đứng",
    **EDGE_WORDS,
}


def three_way_lines(result: ThreeWay, *, names: tuple[str, str, str]) -> list[str]:
    """Give the changed slots and a line of counts. ``names`` of base, A and B."""
    lines = [f"Gốc: {names[0]} · A: {names[1]} · B: {names[2]}"]
    for row in result.rows:
        for slot in row.slots:
            guess = "" if row.sure else " (đoán theo lời văn)"
            lines.append(
                f"{row_title(row)}, {SLOT_WORDS[slot.slot]}: {STANDING_WORDS[slot.standing]}{guess}"
            )
            for name, words in (
                ("A", _marked(slot, slot.mine, slot.mine_changes)),
                ("B", _marked(slot, slot.theirs, slot.theirs_changes)),
            ):
                lines += [f"    {name}: {piece}" for piece in words.split("\n")]
    return [*lines, three_way_sentence(result)]


def three_way_sentence(result: ThreeWay) -> str:
    """Give the counts as one sentence."""
    counts = result.counts()
    if not counts:
        return f"Lời văn ba bản giống hệt nhau, từng chữ.{uncompared_sentence(result.not_compared)}"
    apart = uncompared_sentence(result.not_compared)
    words = [f"{STANDING_WORDS[Standing(name)]} {count}" for name, count in counts.items()]
    return f"{sum(counts.values())} chỗ khác nhau: {', '.join(words)}.{apart}"


def three_way_report(result: ThreeWay) -> dict[str, Any]:
    """Give the report ``quyche/three-way/1``."""
    return {
        "schema": "quyche/three-way/1",
        "rows": [_row_report(row) for row in result.rows if row.slots],
        "counts": result.counts(),
        "not_compared": uncompared_rows(result.not_compared),
    }


def _row_report(row: ThreeWayRow) -> dict[str, Any]:
    return {
        "base": _path(row.base),
        "mine": _path(row.mine),
        "theirs": _path(row.theirs),
        "sure": row.sure,
        "slots": [
            {
                "slot": slot.slot,
                "standing": slot.standing.value,
                "base": slot.base,
                "mine": slot.mine,
                "theirs": slot.theirs,
                "mine_changes": change_rows(slot.mine_changes),
                "theirs_changes": change_rows(slot.theirs_changes),
            }
            for slot in row.slots
        ],
    }


def _path(side: Side | None) -> str | None:
    return side.path if side is not None else None


def row_title(row: ThreeWayRow) -> str:
    """Give the provision that a row is about."""
    side = row.base or row.mine or row.theirs
    words = side.words if side is not None else ""
    return capital(words)


def _marked(slot: SlotDifference, words: str, changes: tuple[Change, ...]) -> str:
    if any(change.op != "equal" for change in changes):
        return marked_words(changes)
    if changes or words == slot.base:
        return "giữ nguyên"
    return words or "(không có)"
