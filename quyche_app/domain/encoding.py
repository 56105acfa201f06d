"""Own words of units, components and acts as compact JSON, and back.

A unit without heading, tail and marks takes four fields: kind, label, prefix, lead. A plain
paragraph is its text. The JSON of equal values is equal, so its hash names the wording.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.units import Block, Cell, Mark, Opaque, Paragraph, Table, Unit, UnitKind

ACT = "act"
_COMPONENT_KINDS = {str(kind): kind for kind in ComponentKind}
_UNIT_KINDS = {str(kind): kind for kind in UnitKind}


def hash_of(words: str) -> bytes:
    """Give the 32 bytes that name a wording."""
    return hashlib.blake2b(words.encode(), digest_size=32).digest()


def encode_unit(unit: Unit) -> str:
    """Give the own words of a unit: everything but its identity and its children."""
    fields: list[object] = [unit.kind, unit.label, unit.prefix, block_fields(unit.lead)]
    if unit.heading is not None or unit.tail or unit.repealed or unit.heading_apart:
        fields += [
            unit.heading,
            int(unit.heading_apart),
            block_fields(unit.tail),
            int(unit.repealed),
        ]
    return _json(fields)


def encode_component(component: Component) -> str:
    """Give the own words of a component: everything but its identity and its units."""
    return _json(
        [
            component.kind,
            component.label,
            component.title,
            block_fields(component.front),
            block_fields(component.back),
            int(component.repealed),
        ]
    )


def encode_act(act: Act) -> str:
    """Give the head of an act: everything but its components."""
    return _json(act_fields(act))


def act_fields(act: Act) -> list[object]:
    """Give the head of an act as plain values."""
    return [
        ACT,
        act.number,
        act.kind,
        act.title,
        act.issuer,
        act.place,
        day_text(act.issue_date),
        day_text(act.effect_date),
        act.signer,
    ]


def decode_unit(fields: list[Any], unit_id: str, children: tuple[Unit, ...]) -> Unit:
    """Give the unit that stored fields describe."""
    kind, label, prefix, lead = fields[:4]
    if len(fields) == 4:
        return Unit(
            unit_id, _UNIT_KINDS[kind], label, prefix, None, False, decode_blocks(lead), children
        )
    heading, apart, tail, repealed = fields[4:]
    return Unit(
        unit_id,
        _UNIT_KINDS[kind],
        label,
        prefix,
        heading,
        bool(apart),
        decode_blocks(lead),
        children,
        decode_blocks(tail),
        bool(repealed),
    )


def decode_component(fields: list[Any], component_id: str, units: tuple[Unit, ...]) -> Component:
    """Give the component that stored fields describe."""
    kind, label, title, front, back, repealed = fields
    return Component(
        component_id,
        _COMPONENT_KINDS[kind],
        label,
        title,
        decode_blocks(front),
        units,
        decode_blocks(back),
        bool(repealed),
    )


def decode_act(fields: list[Any], components: tuple[Component, ...]) -> Act:
    """Give the act that a stored head describes."""
    _, number, kind, title, issuer, place, issued, effect, signer = fields
    return Act(
        number, kind, title, issuer, place, read_day(issued), read_day(effect), signer, components
    )


def is_component(fields: list[Any]) -> bool:
    """Tell whether stored fields describe a component."""
    return fields[0] in _COMPONENT_KINDS


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def day_text(day: date | None) -> str | None:
    """Give a day as plain values hold it: "2018-07-16"."""
    return day.isoformat() if day else None


def read_day(text: str | None) -> date | None:
    """Give the day that plain values hold."""
    return date.fromisoformat(text) if text else None


def block_fields(blocks: tuple[Block, ...]) -> list[object]:
    """Give blocks as plain values."""
    return [_block(block) for block in blocks]


def _block(block: Block) -> object:
    match block:
        case Paragraph(text, (), ""):
            return text
        case Paragraph():
            marks = [[mark.start, mark.end, mark.kind] for mark in block.marks]
            return ["p", block.text, marks, block.align]
        case Table():
            return [
                "t",
                [[[cell.span, block_fields(cell.blocks)] for cell in row] for row in block.rows],
            ]
        case Opaque():
            return ["o", block.name, block.text, block.payload]


def decode_blocks(stored: list[Any]) -> tuple[Block, ...]:
    """Give the blocks that plain values describe.

    Raises:
        ValueError: there is no such block.
    """
    if not stored:
        return ()
    return tuple([Paragraph(item) if type(item) is str else _decode_block(item) for item in stored])


def _decode_block(item: list[Any]) -> Block:
    match item:
        case ["p", str(text), marks, str(align)]:
            return Paragraph(text, tuple(Mark(*mark) for mark in marks), align)
        case ["t", rows]:
            return Table(
                tuple(
                    tuple(Cell(decode_blocks(blocks), span) for span, blocks in row) for row in rows
                )
            )
        case ["o", str(name), str(text), str(payload)]:
            return Opaque(name, text, payload)
        case _:
            raise ValueError(f"no such block: {item[0]!r}")
