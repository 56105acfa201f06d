"""A three-way comparison for the terminal, for machines, and as a page of three columns."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from quyche_app.domain.comparisons import EDGE_WORDS, Change, Side
from quyche_app.domain.texts import capital
from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay, ThreeWayRow
from quyche_app.resources_folder import resource
from quyche_app.writing.comparison_html import marked_paragraphs
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
                f"{_title(row)}, {SLOT_WORDS[slot.slot]}: {STANDING_WORDS[slot.standing]}{guess}"
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


def _title(row: ThreeWayRow) -> str:
    side = row.base or row.mine or row.theirs
    words = side.words if side is not None else ""
    return capital(words)


def _marked(slot: SlotDifference, words: str, changes: tuple[Change, ...]) -> str:
    if any(change.op != "equal" for change in changes):
        return marked_words(changes)
    if changes or words == slot.base:
        return "giữ nguyên"
    return words or "(không có)"


def three_way_html(result: ThreeWay, *, names: tuple[str, str, str]) -> str:
    """Give the page: A, base and B side by side, the base in the middle so that both differences are
    neighbours (docs/architecture.md 6). ``names`` of base, A and B."""
    base, mine, theirs = (escape(name) for name in names)
    title = f"So sánh ba bản: {mine} ↔ {base} ↔ {theirs}"
    style = resource("pages", "so-sanh.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body><header><h1>{title}</h1>"
        f'<div class="counts">{escape(three_way_sentence(result))}</div></header>'
        '<table><colgroup><col style="width:12%"><col><col><col></colgroup>'
        f"<thead><tr><th></th><th>A · {mine}</th><th>GỐC · {base}</th><th>B · {theirs}</th></tr>"
        f"</thead><tbody>{''.join(_html_rows(result))}</tbody></table></body></html>\n"
    )


def _html_rows(result: ThreeWay) -> Iterator[str]:
    for row in result.rows:
        for slot in row.slots:
            standing = escape(STANDING_WORDS[slot.standing])
            what = f"{escape(_title(row))}, {SLOT_WORDS[slot.slot]}"
            standing += "" if row.sure else "<br>(đoán)"
            yield (
                f'<tr class="{_KIND[slot.standing]}"><td class="mid">{what}<br>{standing}</td>'
                f"{_cell(slot.mine, slot.mine_changes)}{_cell(slot.base, ())}"
                f"{_cell(slot.theirs, slot.theirs_changes)}</tr>"
            )


_KIND = {
    Standing.AGREED: "edited",
    Standing.MINE: "inserted",
    Standing.THEIRS: "inserted",
    Standing.CONFLICT: "removed",
}


def _cell(words: str, changes: tuple[Change, ...]) -> str:
    """The words of a side with what went from the base and what came to it."""
    if not words and not changes:
        return '<td class="none"></td>'
    return f"<td>{marked_paragraphs(changes or [Change('equal', words)])}</td>"
