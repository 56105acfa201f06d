"""A consolidated text as one self-contained page: serif, printable, notes linked."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from quyche_app.domain.acts import Component, ComponentKind, component_lines
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import (
    Block,
    Opaque,
    Paragraph,
    Table,
    Unit,
    own_head_lines,
    unit_lines,
)
from quyche_app.resources_folder import resource
from quyche_app.writing.consolidated import ConsolidatedDocument, opening_lines, opening_place


def html_bytes(document: ConsolidatedDocument) -> bytes:
    """Give the page."""
    page = _Page(document.footnotes)
    sections = []
    for number, component in enumerate(document.act.components):
        inside = page.component(component, opening_lines(document) if number == 0 else [])
        sections.append(f"<section>{inside}</section>")
    name = escape(document.act.full_name or "Văn bản")
    notes = "".join(
        f'<li id="n{n}">{escape(text)} <a href="#r{n}">↑</a></li>'
        for n, text in enumerate(page.notes, 1)
    )
    footer = f'<ol class="notes">{notes}</ol>' if notes else ""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{name}</title>'
        f"<style>{_style()}</style></head><body>{''.join(sections)}{footer}</body></html>\n"
    ).encode()


class _Page:
    """Writes paragraphs and numbers the notes in the order of the text."""

    def __init__(self, footnotes: tuple[Footnote, ...]) -> None:
        self._pending: dict[str, list[str]] = {}
        for note in footnotes:
            self._pending.setdefault(note.unit_id, []).append(note.text)
        self.notes: list[str] = []

    def _marks(self, owner: str) -> str:
        out = ""
        for text in self._pending.pop(owner, ()):
            self.notes.append(text)
            n = len(self.notes)
            out += f'<sup id="r{n}"><a href="#n{n}">{n}</a></sup>'
        return out

    def component(self, component: Component, opening: list[str]) -> str:
        if component.repealed:
            words = escape(component_lines(component)[0])
            return f'<p class="front">{words}{self._marks(component.id)}</p>'
        # The tables of the head and of the signatures only set words side by side; an appendix has
        # real ones.
        table = "" if component.kind is ComponentKind.APPENDIX else "frame"
        out = [self._block(block, _head_style(block), table) for block in component.front]
        if out and component.id in self._pending:
            out.append(f'<p class="plain">{self._marks(component.id)}</p>')
        place = opening_place(component.front)
        out[place:place] = [
            f'<p class="{"note" if line.startswith("(") else ""}">{escape(line)}</p>'
            for line in opening
        ]
        out += [self._unit(unit) for unit in component.units]
        out += [self._block(block, "plain", table and "frame foot") for block in component.back]
        return "".join(out)

    def _unit(self, unit: Unit) -> str:
        kind = "group" if unit.kind.depth < 4 else "article" if unit.heading is not None else ""
        if unit.repealed:
            return f"<p>{escape(unit_lines(unit)[0])}{self._marks(unit.id)}</p>"
        first = (
            1 if unit.heading is None and unit.lead and isinstance(unit.lead[0], Paragraph) else 0
        )
        out = []
        for place, line in enumerate(own_head_lines(replace(unit, lead=unit.lead[:first]))):
            style = kind if place == 0 or kind == "group" else ""
            mark = self._marks(unit.id) if place == 0 else ""
            out.append(f'<p class="{style}">{escape(line)}{mark}</p>')
        out += [self._block(block, "") for block in unit.lead[first:]]
        out += [self._unit(child) for child in unit.children]
        out += [self._block(block, "") for block in unit.tail]
        return "".join(out)

    def _block(self, block: Block, style: str, table: str = "") -> str:
        match block:
            case Paragraph():
                return f'<p class="{style}">{escape(block.text)}</p>'
            case Table():
                rows = "".join(
                    "<tr>"
                    + "".join(
                        f'<td colspan="{c.span}">{"".join(self._block(b, "plain") for b in c.blocks)}</td>'
                        for c in row
                    )
                    + "</tr>"
                    for row in block.rows
                )
                return f'<table class="{table}">{rows}</table>'
            case Opaque():
                return f'<p class="{style}">{escape(block.text)}</p>' if block.text else ""


def _head_style(block: Block) -> str:
    if not isinstance(block, Paragraph) or not (block.align == "center" or block.text.isupper()):
        return ""
    return "note" if block.text.startswith("(") else "front"


def _style() -> str:
    return resource("pages", "van-ban.css").read_text(encoding="utf-8")
