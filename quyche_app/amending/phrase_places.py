"""Where the words of an order may stand: the paragraphs, headings, sentences and cells that a place names.

Source: docs/field.md 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quyche_app.amending.account import Ledger, repealed_before
from quyche_app.amending.front import legal_bases, titled
from quyche_app.amending.phrases import find_words
from quyche_app.amending.slots import (
    find_paragraph,
    many_lists,
    name_doubt,
    names_sentence,
    of_two_doubt,
    sentence_span,
    slot_of_whole,
)
from quyche_app.amending.table_rows import (
    Holder,
    RowSpot,
    cell_place,
    is_of_all_rows,
    is_row,
    names_cell,
    row_spots,
)
from quyche_app.amending.targets import Found, Missing, TargetFinder
from quyche_app.amending.work import WorkText, WorkUnit
from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import Address, Step
from quyche_app.domain.change_tables import STROKE
from quyche_app.domain.flow import act_lines
from quyche_app.domain.labels import order_of
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Target, slot_kind, slot_words
from quyche_app.domain.patterns import late
from quyche_app.domain.units import Block, Paragraph, Table
from quyche_app.language.lexer import without_quotations

_SHORTEST_TITLE = 8  # letters of a line of the title; "THÔNG TƯ" alone is its kind


@dataclass(frozen=True)
class Spot:
    """A paragraph (or heading) that words may stand in; ``inner`` walks into table cells."""

    unit_id: str
    slot: str  # heading, lead, tail, front
    index: int
    inner: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of a spot that an order is about: those from ``start`` to ``end`` of its text."""

    spot: Spot
    text: str
    start: int
    end: int


# "trong các điều của Quy chế" leaves the annexes out.
_ARTICLES_ALONE = late(r"\b(?:các|mọi|tất cả các|tất cả) điều\b", re.IGNORECASE)
_ANNEXES = late(
    r"(?<!trừ )\bphụ lục(?:\s+(?:số\s+)?(?P<label>\d{1,2}|[IVX]{1,5}))?\b", re.IGNORECASE
)


def _annexes_named(words: str) -> list[tuple[int, ...]] | None:
    """The annexes that an order over the whole text names beside it: their labels, none of them for all; None
    where it names none."""
    found = list(_ANNEXES.finditer(without_quotations(words)))
    if not found:
        return None
    return (
        []
        if any(one["label"] is None for one in found)
        else [order_of(one["label"]) for one in found]
    )


class WordPlaces:
    """Finds the words of the places that orders on words name."""

    def __init__(self, finder: TargetFinder, work: WorkText) -> None:
        self._finder = finder
        self._work = work

    def stretches(self, target: Target, ledger: Ledger) -> list[Stretch]:
        """Give the words of a place in their order; a place that is not there fails in the ledger."""
        address, doubt = self._finder.meant(target.address, ledger.instruction)
        ledger.doubt(doubt)
        failures = len(ledger.failures)
        spots = list(self._spots(target.slot, address, ledger))
        found = [one for spot in _of_border(spots, target.slot) for one in _within(spot, target)]
        if not found and len(ledger.failures) == failures:
            ledger.fail(
                message("target.missing", "không có {place} trong văn bản gốc", place=target.words)
            )
        return found

    def _spots(self, slot: str, address: Address, ledger: Ledger) -> Iterator[Stretch]:
        if slot == "title":
            yield from self._title_spots(address)
        elif slot == "preamble":
            yield from self._base_spots()
        elif not address.steps:
            yield from self._whole_text(address, ledger)
        elif address.top.kind == "appendix" and len(address.steps) == 1:
            yield from self._appendix_spots(slot, address, ledger)
        elif (unit := self._unit(address, ledger)) is not None:
            if is_row(slot):
                yield from self._row_spots(unit.id, unit, slot, ledger)
            else:
                if (why := many_lists(unit, slot)) is not None:
                    ledger.fail(why)
                    return
                ledger.doubt(name_doubt(unit, slot_of_whole(unit, slot)))
                ledger.doubt(of_two_doubt(unit, slot, ledger.instruction.source_text))
                yield from self._unit_spots(unit, slot_of_whole(unit, slot))

    def _appendix_spots(self, slot: str, address: Address, ledger: Ledger) -> Iterator[Stretch]:
        component = self._finder.appendix(address.top.label)
        if component is None:
            ledger.fail(
                message("target.missing", "không có {place} trong văn bản gốc", place=address.words)
            )
        elif component.repealed:
            ledger.fail(repealed_before(address.words))
        elif is_row(slot):
            yield from self._row_spots(
                component.id, self._work.component(component.id), slot, ledger
            )
        elif slot.startswith(("unit", "text")):
            yield from self._component_spots(component.id)
        else:
            ledger.fail(
                message(
                    "slot.not_of_component",
                    "chưa sửa được {slot} của một phần văn bản",
                    slot=slot_words(slot),
                )
            )

    def _unit(self, address: Address, ledger: Ledger) -> WorkUnit | None:
        """The provision of an address as it stands now."""
        found = self._finder.find(address)
        if isinstance(found, Missing):
            ledger.fail(found.reason, found.nearest)
            return None
        assert isinstance(found, Found)
        ledger.doubt(found.doubt)
        unit = self._work.by_id.get(found.placed.unit.id)
        if unit is None:
            ledger.fail(
                message(
                    "clash.changed_by_another",
                    "{place} đã bị nội dung khác của văn bản này thay đổi",
                    place=address.words,
                )
            )
        elif unit.repealed or unit.component.repealed:
            ledger.fail(repealed_before(address.words))
        else:
            return unit
        return None

    def _row_spots(
        self, holder_id: str, holder: Holder, slot: str, ledger: Ledger
    ) -> Iterator[Stretch]:
        """The words in the cells of a row, its number aside; or those of one cell, or of a column."""
        spots = row_spots(holder, slot)
        if not spots or (len(spots) > 1 and not is_of_all_rows(slot)):
            ledger.fail(_no_row(slot))
        for found in spots if not ledger.failures else ():
            yield from self._cells_of(holder_id, found, slot, ledger)

    def _cells_of(
        self, holder_id: str, found: RowSpot, slot: str, ledger: Ledger
    ) -> Iterator[Stretch]:
        cell = cell_place(found, slot)
        if names_cell(slot) and not cell:
            ledger.fail(_no_row(slot))
            return
        owner, name = holder_id, "front"
        if found.owner is not None:
            owner = found.owner.id
            name = "lead" if found.blocks is found.owner.lead else "tail"
        for one in self._block_spots(owner, name, found.blocks):
            if one.spot.index != found.index or not one.text.strip():
                continue
            if found.row is None:
                yield one if cell is None else _of_cell(one, cell)
            elif one.spot.inner[0] == found.row and _is_meant(one.spot.inner[1], cell):
                yield one

    def _title_spots(self, address: Address) -> Iterator[Stretch]:
        """The paragraphs of the front that the name is made of."""
        for component, title in titled(self._work, address):
            for one in self._block_spots(component.origin.id, "front", component.front):
                if len(one.text) > _SHORTEST_TITLE and one.text in title:
                    yield one

    def _base_spots(self) -> Iterator[Stretch]:
        """The căn cứ."""
        component = self._work.components[0]
        lines = legal_bases(component)
        for one in self._block_spots(component.origin.id, "front", component.front):
            if one.spot.index in lines:
                yield one

    def _whole_text(self, address: Address, ledger: Ledger) -> Iterator[Stretch]:
        """The text that is meant, and of the annexes beside it those that the order names; words that stand
        in others too are doubtful."""
        act = self._finder.act
        named = _annexes_named(ledger.instruction.source_text)
        for component in self._work.components:
            origin = component.origin
            is_annex = origin.kind is ComponentKind.APPENDIX
            if address.component and act.address_root(origin) != address.component:
                if not is_annex:
                    continue
                if named is None or (named and order_of(origin.label) not in named):
                    self._doubt_annex(origin, ledger)
                    continue
            yield from self._component_spots(origin.id)

    def _doubt_annex(self, annex: Component, ledger: Ledger) -> None:
        if _ARTICLES_ALONE.search(ledger.instruction.source_text):
            return
        lines = act_lines(Act(components=(annex,)))
        words = ledger.instruction.words_old
        if any(find_words(line, one) for line in lines for one in words):
            ledger.doubt(
                message(
                    "phrase.in_annex_too",
                    "cụm từ còn đứng ở {place}: không rõ có sửa cả ở đó",
                    place=Step("appendix", annex.label).words,
                )
            )

    def _component_spots(self, component_id: str) -> Iterator[Stretch]:
        component = self._work.component(component_id)
        if component.repealed:
            return
        if component is not self._work.components[0]:
            yield from self._block_spots(component_id, "front", component.front)
        for unit in component.units:
            yield from self._subtree_spots(unit)

    def _unit_spots(self, unit: WorkUnit, slot: str) -> Iterator[Stretch]:
        match slot_kind(slot):
            case "heading":
                yield from self._heading_spot(unit)
            case "lead":
                yield from self._block_spots(unit.id, "lead", unit.lead)
            case "tail" | "paragraph" | "item" | "sentence":
                spot = find_paragraph(unit, slot)
                if spot is not None:
                    blocks, index = spot
                    name = "lead" if blocks is unit.lead else "tail"
                    block = blocks[index]
                    if isinstance(block, Paragraph):
                        yield _whole(Spot(unit.id, name, index), block.text)
            case _:
                yield from self._subtree_spots(unit)

    def _heading_spot(self, unit: WorkUnit) -> Iterator[Stretch]:
        if unit.heading is not None:
            yield _whole(Spot(unit.id, "heading", 0), unit.heading)
        elif unit.lead and isinstance(unit.lead[0], Paragraph):
            yield _whole(Spot(unit.id, "lead", 0), unit.lead[0].text)

    def _subtree_spots(self, unit: WorkUnit) -> Iterator[Stretch]:
        if unit.repealed:
            return
        if unit.heading is not None:
            yield _whole(Spot(unit.id, "heading", 0), unit.heading)
        yield from self._block_spots(unit.id, "lead", unit.lead)
        for child in unit.children:
            yield from self._subtree_spots(child)
        yield from self._block_spots(unit.id, "tail", unit.tail)

    def _block_spots(self, owner: str, slot: str, blocks: list[Block]) -> Iterator[Stretch]:
        for index, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                yield _whole(Spot(owner, slot, index), block.text)
            elif isinstance(block, Table):
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        for inner, piece in enumerate(cell.blocks):
                            if isinstance(piece, Paragraph):
                                yield _whole(
                                    Spot(owner, slot, index, (row, column, inner)), piece.text
                                )


def _no_row(slot: str) -> Message:
    return message("slot.missing", "không có {slot} ở chỗ được nêu", slot=slot_words(slot))


def _whole(spot: Spot, text: str) -> Stretch:
    return Stretch(spot, text, 0, len(text))


def _is_meant(column: int, cell: int | None) -> bool:
    """Whether a cell of a row is the one that is named; its number never is."""
    return column == cell if cell is not None else column > 0


def _of_cell(line: Stretch, cell: int) -> Stretch:
    """One cell of a row that is a line with strokes between its cells."""
    cells = line.text.split(STROKE)
    start = len(STROKE.join(cells[:cell])) + (len(STROKE) if cell else 0)
    return replace(line, start=start, end=start + len(cells[cell]))


def _of_border(spots: list[Stretch], slot: str) -> list[Stretch]:
    """Of the start or end of a place its first or last paragraph alone."""
    match slot:
        case "text:start":
            return spots[:1]
        case "text:end":
            return spots[-1:]
    return spots


def _within(place: Stretch, target: Target) -> Iterator[Stretch]:
    """The part of a paragraph that is meant: all of it, or one sentence, which may be missing."""
    if not names_sentence(target.slot):
        yield place
    elif (span := sentence_span(place.text, target.slot)) is not None:
        yield Stretch(place.spot, place.text, *span)
