"""Words that stay and only look otherwise: bold, italic, underlined, raised, lowered.

Told where both texts have marks at all: a plain text has none and differs in nothing by it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from quyche_app.comparing.nodes import Node
from quyche_app.domain.comparisons import Change, Layer
from quyche_app.domain.units import Block, Mark, Paragraph


def has_marks(nodes: Iterable[Node]) -> bool:
    """Whether any words of some provisions are marked."""
    return any(
        isinstance(block, Paragraph) and block.marks
        for node in nodes
        for block in (*node.unit.lead, *node.unit.tail)
    )


def own_formatting(old: Node, new: Node) -> tuple[Change, ...]:
    """Give the changes of two provisions whose own words are the same, see ``formatting_changes``."""
    start = len(new.unit.prefix.strip()) + len(new.unit.heading_words)
    return formatting_changes(old.unit.lead, new.unit.lead, new.words, start)


def formatting_changes(
    old: Sequence[Block], new: Sequence[Block], words: str, start: int = 0
) -> tuple[Change, ...]:
    """Give the changes of two rows of blocks that say the same; where the marks are the same too, one
    equal stretch.

    Args:
        words: the lines of ``new`` with what stands before them; they begin behind ``start``.
    """
    borders: list[tuple[int, int]] = []
    at = start
    for one, other in _paragraphs(old, new):
        start = words.find(other.text, at)
        if start < 0:
            return (Change("equal", words),)
        borders += [(start + a, start + b) for a, b in _spans(one, other)]
        at = start + len(other.text)
    changes: list[Change] = []
    at = 0
    for start, end in borders:
        changes += [
            Change("equal", words[at:start]),
            Change("delete", words[start:end], Layer.FORMATTING),
            Change("insert", words[start:end], Layer.FORMATTING),
        ]
        at = end
    return tuple(change for change in (*changes, Change("equal", words[at:])) if change.text)


def _paragraphs(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[Paragraph, Paragraph]]:
    """The paragraphs that differ in marks alone."""
    return [
        (one, other)
        for one, other in zip(_plain(old), _plain(new), strict=False)
        if one.text == other.text and one.marks != other.marks
    ]


def _plain(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _spans(old: Paragraph, new: Paragraph) -> list[tuple[int, int]]:
    """Where the marks differ, neighbours joined; whole words are marked, never parts of them."""
    length = len(new.text)
    borders = sorted(
        {
            0,
            length,
            *(
                place
                for mark in (*old.marks, *new.marks)
                for place in (mark.start, mark.end)
                if 0 <= place <= length
            ),
        }
    )
    spans: list[tuple[int, int]] = []
    for start, end in itertools.pairwise(borders):
        if _kinds(old.marks, start, end) == _kinds(new.marks, start, end):
            continue
        start, end = _whole_words(new.text, start, end)
        if not new.text[start:end].strip():
            continue
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _kinds(marks: Iterable[Mark], start: int, end: int) -> frozenset[str]:
    return frozenset(m.kind for m in marks if m.covers(start, end))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
