"""A three-way comparison as one page, three columns with the base in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from quyche_app.domain.comparisons import Change
from quyche_app.domain.three_way import Standing, ThreeWay
from quyche_app.resources_folder import resource
from quyche_app.writing.comparison_html import marked_paragraphs
from quyche_app.writing.three_way import SLOT_WORDS, STANDING_WORDS, row_title, three_way_sentence


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
            what = f"{escape(row_title(row))}, {SLOT_WORDS[slot.slot]}"
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
