"""The structure of a text as read, with the account of every paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from quyche_app.domain.acts import Component, ComponentKind
from quyche_app.domain.addresses import KIND_WORDS
from quyche_app.domain.messages import Message, facts_of, message
from quyche_app.domain.sources import ReadText, Role
from quyche_app.domain.texts import capital, shortened
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.reading.files import read_file

Json = dict[str, Any]

COMPONENT_WORDS = {
    ComponentKind.BODY: "Phần thân",
    ComponentKind.REGULATION: "Văn bản kèm theo",
    ComponentKind.APPENDIX: "Phụ lục",
}
ROLE_WORDS = {
    Role.LABEL: "mở đầu một điều khoản",
    Role.TEXT: "lời văn",
    Role.HEADING: "tên",
    Role.FRONT: "phần đầu",
    Role.BACK: "phần cuối",
    Role.QUOTATION: "trích dẫn",
    Role.ASIDE: "để riêng",
}
ROLE_COUNTS = {
    Role.LABEL: "{count} mở đầu một điều khoản",
    Role.TEXT: "{count} lời văn",
    Role.HEADING: "{count} tên",
    Role.FRONT: "{count} phần đầu",
    Role.BACK: "{count} phần cuối",
    Role.QUOTATION: "{count} trích dẫn",
    Role.ASIDE: "{count} để riêng",
}


# Mermaid ends the words at a quotation mark, reads a number sign as a code and "<" as an element.
_MERMAID = {ord(sign): f"#{code};" for sign, code in (("#", "35"), ('"', "quot"), ("<", "lt"))}


def read_outline(path: Path) -> ReadText:
    """Give a file as read."""
    return read_file(path)


def outline_report(text: ReadText, *, with_account: bool) -> Json:
    """Give ``quyche/outline/1``: head, components with units, counts, findings, account."""
    act = text.act
    index = TreeIndex(act)
    report: Json = {
        "schema": "quyche/outline/1",
        "file": text.source.name,
        "number": act.number,
        "kind": act.kind,
        "title": act.title,
        "issuer": act.issuer,
        "issue_date": str(act.issue_date) if act.issue_date else None,
        "effect_date": str(act.effect_date) if act.effect_date else None,
        "components": [
            {
                "kind": component.kind.value,
                "label": component.label,
                "title": component.title,
                "units": [_unit_row(unit, index, text) for unit in component.units],
            }
            for component in act.components
        ],
        "paragraphs": text.paragraph_count(),
        "placed": dict(Counter(entry.role.value for entry in text.account)),
        "findings": [
            {"name": f.name, "sentence": f.sentence, "line": f.line, "facts": facts_of(f.said)}
            for f in text.findings
        ],
    }
    if with_account:
        report["account"] = [
            {"line": e.line, "role": e.role.value, "path": e.path, "doubt": str(e.doubt or "")}
            for e in text.account
        ]
    return report


def _unit_row(unit: Unit, index: TreeIndex, text: ReadText) -> Json:
    placed = index.by_id[unit.id]
    row: Json = {
        "path": placed.address.path,
        "kind": unit.kind.value,
        "label": unit.label,
        "lines": list(text.spans[unit.id]),
    }
    if unit.heading is not None:
        row["heading"] = unit.heading
    if unit.children:
        row["children"] = [_unit_row(child, index, text) for child in unit.children]
    return row


def _head(text: ReadText) -> str:
    """Kind and number of an act, or the name of its file."""
    return " ".join(part for part in (text.act.kind, text.act.number) if part) or text.source.name


def outline_lines(text: ReadText) -> list[str]:
    """Give the structure as indented lines for a person."""
    act = text.act
    lines = [f"{_head(text)}: {act.title}".rstrip(": ")]
    for component in act.components:
        lines.append(_component_line(component))
        for unit in component.units:
            lines += _unit_lines(unit, 1)
    return lines


def _component_line(component: Component) -> str:
    name = COMPONENT_WORDS[component.kind]
    title = shortened(component.title.replace("\n", " "), 70)
    return f"{name} {component.label}".strip() + (f" · {title}" if title else "")


def _unit_lines(unit: Unit, depth: int) -> list[str]:
    lines = [f"{'  ' * depth}{_unit_line(unit)}"]
    for child in unit.children:
        lines += _unit_lines(child, depth + 1)
    return lines


def _unit_line(unit: Unit) -> str:
    word = KIND_WORDS[unit.kind]
    first = next((b.text for b in unit.lead if isinstance(b, Paragraph)), "")
    name = unit.heading_words.replace("\n", " ") or shortened(first, 60)
    return f"{capital(word)} {unit.label}. {name}".rstrip(". ")


def outline_tree(text: ReadText) -> list[str]:
    """Give the structure as a Mermaid flowchart, an arrow from each provision to what stands in it."""
    act = text.act
    lines = ["flowchart LR"]
    names = (f"n{number}" for number in count())

    def add(words: str, above: str) -> str:
        name = next(names)
        said = " ".join(words.translate(_MERMAID).split())
        lines.append(f'  {above} --> {name}["{said}"]' if above else f'  {name}["{said}"]')
        return name

    def add_units(units: Iterable[Unit], above: str) -> None:
        for unit in units:
            add_units(unit.children, add(_unit_line(unit), above))

    root = add(_head(text), "")
    for component in act.components:
        add_units(component.units, add(_component_line(component), root))
    return lines


def account_message(text: ReadText) -> Message:
    """Say that all paragraphs have a place, with numbers that add up."""
    counts = Counter(entry.role for entry in text.account)
    parts = tuple(
        message(f"account.{role}", ROLE_COUNTS[role], count=counts[role])
        for role in Role
        if counts[role]
    )
    doubts = sum(1 for entry in text.account if entry.doubt)
    total = text.paragraph_count()
    if not doubts:
        return message("account.placed", _PLACED, count=total, parts=parts)
    doubtful = message("account.doubtful", "{count} đoạn cần xem", count=doubts)
    return message("account.placed", _PLACED, count=total, parts=(*parts, doubtful))


_PLACED = "{count} đoạn đều có chỗ: {parts}."
