"""A text for machines: the tree with paths, words and notes (``quyche/text/1``)."""

from __future__ import annotations

import json
from typing import Any

from quyche_app.domain.acts import blocks_lines
from quyche_app.domain.flow import component_lines, own_head_lines
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Unit
from quyche_app.writing.consolidated import ConsolidatedDocument


def json_bytes(document: ConsolidatedDocument) -> bytes:
    """Give the text with its structure and footnotes."""
    act = document.act
    index = TreeIndex(act)
    notes: dict[str, list[str]] = {}
    for note in document.footnotes:
        notes.setdefault(note.unit_id, []).append(note.text)

    def row(unit: Unit) -> dict[str, Any]:
        return {
            "path": index.by_id[unit.id].address.path,
            "kind": unit.kind.value,
            "label": unit.label,
            "heading": unit.heading,
            "repealed": unit.repealed,
            "lines": own_head_lines(unit),
            "children": [row(child) for child in unit.children],
            "tail": blocks_lines(unit.tail),
            "notes": notes.get(unit.id, []),
        }

    report = {
        "schema": "quyche/text/1",
        "number": act.number,
        "kind": act.kind,
        "title": act.title,
        "as_at": str(document.as_at) if document.as_at else None,
        "draft": document.draft_name or None,
        "amended_later": [
            {
                "number": act.number,
                "title": act.title,
                "effect_date": str(act.effect_date) if act.effect_date else None,
            }
            for act in document.amended_later
        ],
        "components": [
            {
                "kind": c.kind.value,
                "label": c.label,
                "repealed": c.repealed,
                "title": component_lines(c) if c.repealed else [],
                "front": blocks_lines(c.front),
                "units": [row(u) for u in c.units],
                "back": blocks_lines(c.back),
            }
            for c in act.components
        ],
    }
    return (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode()


def json_lines(data: bytes) -> list[str]:
    """Give the lines of a text out of its JSON, in order: what the proof compares."""
    lines: list[str] = []

    def add(row: dict[str, Any]) -> None:
        lines.extend(row["lines"])
        if not row["repealed"]:
            for child in row["children"]:
                add(child)
            lines.extend(row["tail"])

    for component in json.loads(data)["components"]:
        if component["repealed"]:
            lines.extend(component["title"])
            continue
        lines.extend(component["front"])
        for unit in component["units"]:
            add(unit)
        lines.extend(component["back"])
    return lines
