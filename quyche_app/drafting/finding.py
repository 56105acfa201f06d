"""Finding and replacing words in a draft: whole syllables only, never a part of one.

"ban" does not find "bàn" nor the end of "đoban"; "họp" typed in small letters finds "Họp" unless
capitals count, and what replaces it takes over the capital. Source: docs/window.md 5.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quyche_app.domain.acts import Act
from quyche_app.domain.messages import message
from quyche_app.domain.units import Block, Paragraph, Unit
from quyche_app.drafting.edits import Step, Words, own_words
from quyche_app.drafting.words import Change, changed_paragraph


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of one paragraph of a provision."""

    unit_id: str
    slot: str  # heading, lead, tail
    index: int
    start: int
    end: int


def find_places(act: Act, words: str, *, match_case: bool = False) -> list[Place]:
    """Give every place where a draft says words, in the order of the text; spaces count as one."""
    pattern = _pattern(words, match_case=match_case)
    if pattern is None:
        return []
    return [
        Place(unit.id, slot, index, match.start(), match.end())
        for unit in act.units()
        if not unit.repealed
        for slot, index, text in _texts(unit)
        for match in pattern.finditer(text)
    ]


def replace_places(act: Act, places: Sequence[Place], words: str) -> Step | None:
    """Give the step that puts other words into places, None when nothing would change."""
    by_unit: dict[str, list[Place]] = {}
    for place in places:
        by_unit.setdefault(place.unit_id, []).append(place)
    edits = []
    for unit in act.units():
        own = by_unit.get(unit.id)
        if own is None:
            continue
        new = unit
        for slot, index in dict.fromkeys((p.slot, p.index) for p in own):
            text = text_of(unit, slot, index)
            new = reworded(
                new,
                slot,
                index,
                [
                    (p.start, p.end, _in_case(text[p.start : p.end], words))
                    for p in own
                    if (p.slot, p.index) == (slot, index)
                ],
            )
        if own_words(new) != own_words(unit):
            edits.append(Words(unit.id, own_words(unit), own_words(new)))
    if not edits:
        return None
    count = len(places)
    said = message("step.remove_found", "bỏ {count} chỗ", count=count)
    if words:
        said = message(
            "step.replace_found", "thay {count} chỗ thành “{words}”", count=count, words=words
        )
    return Step(said, tuple(edits), edits[0].unit_id)


def reworded(unit: Unit, slot: str, index: int, changes: Sequence[Change]) -> Unit:
    """Give a provision with stretches of one paragraph replaced; marks keep to their words."""
    if slot == "heading":
        return replace(unit, heading=changed_paragraph(Paragraph(unit.heading_words), changes).text)
    blocks = unit.lead if slot == "lead" else unit.tail
    block = blocks[index]
    if not isinstance(block, Paragraph):
        return unit
    changed = (*blocks[:index], changed_paragraph(block, changes), *blocks[index + 1 :])
    return replace(unit, lead=changed) if slot == "lead" else replace(unit, tail=changed)


def text_of(unit: Unit, slot: str, index: int) -> str:
    """Give the words of a paragraph, "" for a table."""
    if slot == "heading":
        return unit.heading_words
    blocks = unit.lead if slot == "lead" else unit.tail
    block = blocks[index] if index < len(blocks) else None
    return block.text if isinstance(block, Paragraph) else ""


def _texts(unit: Unit) -> Iterator[tuple[str, int, str]]:
    if unit.heading:
        yield "heading", 0, unit.heading
    for slot, blocks in (("lead", unit.lead), ("tail", unit.tail)):
        yield from _paragraphs(slot, blocks)


def _paragraphs(slot: str, blocks: Sequence[Block]) -> Iterator[tuple[str, int, str]]:
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield slot, index, block.text


def _pattern(words: str, *, match_case: bool) -> re.Pattern[str] | None:
    pieces = words.split()
    if not pieces:
        return None
    body = r"\s+".join(re.escape(piece) for piece in pieces)
    head = r"(?<!\w)" if pieces[0][0].isalnum() else ""
    tail = r"(?!\w)" if pieces[-1][-1].isalnum() else ""
    return re.compile(head + body + tail, 0 if match_case else re.IGNORECASE)


def _in_case(old: str, new: str) -> str:
    """A capital that began the old words begins the new ones."""
    if old[:1].isupper() and new[:1].islower():
        return new[:1].upper() + new[1:]
    return new
