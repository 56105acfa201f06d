"""A comparison as one page, two columns, provision beside provision; survives a black-and-white
print: removed words are struck, added ones underlined, moved ones doubly underlined
(docs/window.md 6.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair
from quyche_app.domain.units import UnitKind
from quyche_app.resources_folder import resource
from quyche_app.writing.comparison_text import KIND_WORDS, counts_sentence

_QUIET = {Layer.NUMBERING, Layer.REFERENCES, Layer.ORTHOGRAPHY, Layer.PUNCTUATION, Layer.FORMATTING}


def comparison_html(
    comparison: Comparison,
    *,
    old_name: str,
    new_name: str,
    pairs: Sequence[Pair] | None = None,
    hidden: Collection[Layer] = (),
) -> str:
    """Give the page; both versions are named above their column. ``hidden``: layers left out of
    ``pairs``."""
    shown = comparison.pairs if pairs is None else pairs
    rows = "".join(_rows(shown))
    title = f"So sánh: {old_name} ↔ {new_name}"
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_style()}</style></head><body><header><h1>{escape(title)}</h1>"
        f'<div class="counts">{escape(counts_sentence(comparison, pairs, hidden))}</div></header>'
        '<table><colgroup><col class="side"><col style="width:8%"><col class="side"></colgroup>'
        f"<thead><tr><th>TRƯỚC · {escape(old_name)}</th><th></th><th>SAU · {escape(new_name)}</th>"
        f"</tr></thead><tbody>{rows}</tbody></table></body></html>\n"
    )


def _rows(pairs: Sequence[Pair]) -> Iterator[str]:
    folded: list[Pair] = []
    number = 0
    for pair in pairs:
        if not pair.is_told:
            folded.append(pair)
            continue
        yield from _fold(folded)
        folded = []
        number += 1
        yield _row(pair, number)
    yield from _fold(folded)


def _fold(pairs: Sequence[Pair]) -> Iterator[str]:
    """A stretch without changes: closed, its words one click away; not printed."""
    named = [p for p in pairs if p.new]
    if not named:
        return
    first, last = named[0].new[0].words, named[-1].new[0].words
    span = first if first == last else f"{first} – {last}"
    words = "".join(f"<p>{escape(line)}</p>" for p in pairs for line in _new_words(p).split("\n"))
    yield (
        '<tr><td class="fold" colspan="3"><details><summary>'
        f"{_unchanged(pairs)} · {escape(span)}</summary>{words}</details></td></tr>"
    )


def _unchanged(pairs: Sequence[Pair]) -> str:
    """Say how much stays: whole articles where there are some, else provisions."""
    articles = sum(p.level is UnitKind.ARTICLE and p.slot == "text" for p in pairs)
    if articles > 1:
        return f"{articles} điều không đổi"
    return f"{len(pairs)} chỗ không đổi"


def _new_words(pair: Pair) -> str:
    return "".join(change.text for change in pair.changes if change.op != "delete")


def _row(pair: Pair, number: int) -> str:
    level = pair.level.value if pair.level is not None else "head"
    if pair.level is not None and pair.level.depth < UnitKind.ARTICLE.depth:
        level = "head"
    if pair.slot == "tail":
        level = "tail"
    words = KIND_WORDS[pair.kind]
    moved = pair.kind in (ChangeKind.MOVED, ChangeKind.MOVED_EDITED)
    left = marked_paragraphs(pair.changes, "insert", moved=moved) if pair.old else None
    right = marked_paragraphs(pair.changes, "delete", moved=moved) if pair.new else None
    if moved:
        to, origin = escape(pair.new[0].words), escape(pair.old[0].words)
        left = f'{left}<div class="where">chuyển đến {to}</div>'
        right = f'<div class="where">chuyển từ {origin}</div>{right}'
    guess = "" if pair.sure else "<br>(đoán)"
    return (
        f'<tr class="{pair.kind.value}">{_cell(left, level)}'
        f'<td class="mid">{number}<br>{escape(words)}{guess}</td>{_cell(right, level)}</tr>'
    )


def _cell(inside: str | None, level: str) -> str:
    return '<td class="none"></td>' if inside is None else f'<td class="{level}">{inside}</td>'


def marked_paragraphs(changes: Sequence[Change], left_out: str = "", *, moved: bool = False) -> str:
    """Give the paragraphs of changed words with marks.

    Args:
        left_out: "delete" or "insert": what the side does not have.
    """
    out = ""
    for change in changes:
        if change.op == left_out:
            continue
        pieces = [_piece(piece, change, moved) for piece in change.text.split("\n")]
        out += "</p><p>".join(pieces)
    return f"<p>{out}</p>"


def _piece(text: str, change: Change, moved: bool) -> str:
    words = escape(text)
    if not words:
        return ""
    if change.op == "equal":
        return f'<span class="moved">{words}</span>' if moved else words
    tag = "del" if change.op == "delete" else "ins"
    quiet = ' class="quiet"' if change.layer in _QUIET else ""
    return f"<{tag}{quiet}>{words}</{tag}>"


def _style() -> str:
    return resource("pages", "so-sanh.css").read_text(encoding="utf-8")
