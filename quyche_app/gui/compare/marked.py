"""Two whole texts with the marks of their comparison: the base and the result of an amendment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quyche_app.domain.comparisons import Comparison, Layer
from quyche_app.gui.compare.rows import MOVES, SideTexts
from quyche_app.gui.text_lines import Line, TextBlock, act_blocks

_ALL = frozenset({*(layer.value for layer in Layer), MOVES})


@dataclass(frozen=True, slots=True)
class MarkedTexts:
    """Both texts in reading order, and which units of them differ."""

    old: tuple[TextBlock, ...]
    new: tuple[TextBlock, ...]
    changed_old: frozenset[str]
    changed_new: frozenset[str]


def marked_texts(comparison: Comparison) -> MarkedTexts:
    """Give both texts with removed words marked in the old one and added words in the new one."""
    texts = SideTexts(comparison)
    old: dict[tuple[str, str], tuple[Line, ...]] = {}
    new: dict[tuple[str, str], tuple[Line, ...]] = {}
    for pair in comparison.pairs:
        if not pair.is_changed:
            continue
        if len(pair.old) == 1:
            old[pair.old[0].unit_id, pair.slot] = texts.lines(pair, "left", _ALL)
        if len(pair.new) == 1:
            new[pair.new[0].unit_id, pair.slot] = texts.lines(pair, "right", _ALL)
    return MarkedTexts(
        _with(act_blocks(comparison.old), old),
        _with(act_blocks(comparison.new), new),
        frozenset(unit for unit, _ in old),
        frozenset(unit for unit, _ in new),
    )


def _with(
    blocks: tuple[TextBlock, ...], marked: dict[tuple[str, str], tuple[Line, ...]]
) -> tuple[TextBlock, ...]:
    result = []
    for block in blocks:
        lines = marked.get((block.unit_id, block.slot))
        # Marked lines of another text (a note, a table) would hide words: then the plain ones stay.
        same = lines is not None and "\n".join(line.text for line in lines) == block.text
        result.append(replace(block, lines=lines) if lines is not None and same else block)
    return tuple(result)
