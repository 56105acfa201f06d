"""A Word file with native tracked changes: rejected it is the old text, accepted the new one.

Both sides are right by construction: old and new blocks are walked together along a backbone of
blocks that are the same or edited; what is not on it is deleted or inserted as a whole.
Source: architecture.md 7.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import quoteattr

from quyche_app.comparing.words import word_changes
from quyche_app.domain.acts import Act, Component, component_lines
from quyche_app.domain.comparisons import Comparison
from quyche_app.domain.units import (
    Block,
    Opaque,
    Paragraph,
    Table,
    Unit,
    UnitKind,
    block_lines,
    own_head_lines,
)
from quyche_app.writing.layout import LayoutProfile
from quyche_app.writing.ooxml.elements import paragraph, row_xml, run, table_xml
from quyche_app.writing.ooxml.package import build_package
from quyche_app.writing.ooxml.styles import STYLE_OF


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph or a table of one side, with the provision that holds it.

    ``place`` tells the paragraphs of one provision apart: ("head", 0), ("tail", 1).
    """

    owner: str
    place: tuple[str, int]
    text: str
    style: str
    align: str = ""
    table: Table | None = None
    new_page: bool = False


def redline_bytes(
    comparison: Comparison, *, author: str, day: date | None, profile: LayoutProfile
) -> bytes:
    """Give the Word file.

    Args:
        author: who made the changes.
        day: when; None = a fixed day, so that the same input gives the same bytes.
    """
    writer = _Changes(author, day)
    old, new = list(_lines(comparison.old)), list(_lines(comparison.new))
    body = "".join(writer.walk(old, new, _backbone(comparison, old, new)))
    return build_package(body, profile=profile, title=comparison.new.full_name)


# -- lines of a side ------------------------------------------------------------------------------


def _lines(act: Act) -> Iterator[_Line]:
    for number, component in enumerate(act.components):
        yield from _component(component, number > 0)


def _component(component: Component, new_page: bool) -> Iterator[_Line]:
    if component.repealed:
        yield _Line(component.id, ("front", 0), component_lines(component)[0], "QCTitle",
                    new_page=new_page)
        return
    for number, line in enumerate(_blocks(component.id, "front", component.front, "QCFront")):
        yield _paged(line) if new_page and number == 0 else line
    for unit in component.units:
        yield from _unit(unit)
    yield from _blocks(component.id, "back", component.back, "QCBack")


def _paged(line: _Line) -> _Line:
    return _Line(line.owner, line.place, line.text, line.style, line.align, line.table, True)


def _unit(unit: Unit) -> Iterator[_Line]:
    style = STYLE_OF[unit.kind]
    if unit.kind is UnitKind.ARTICLE and unit.heading is None:
        style = "QCArticleText"
    tables = [b for b in unit.lead if not isinstance(b, Paragraph)]
    head = own_head_lines(unit)
    if not tables or unit.repealed:
        for number, words in enumerate(head):
            plain = number > 0 and unit.kind.depth >= UnitKind.ARTICLE.depth
            yield _Line(unit.id, ("head", number), words, "QCText" if plain else style)
    else:
        count = len(head) - sum(len(block_lines(b)) for b in unit.lead)
        first = 0 if unit.heading is not None else 1 if isinstance(unit.lead[0], Paragraph) else 0
        for number, words in enumerate(head[: count + first]):
            yield _Line(unit.id, ("head", number), words, style)
        yield from _blocks(unit.id, "lead", unit.lead[first:], "QCText")
    for child in unit.children:
        yield from _unit(child)
    if not unit.repealed:
        yield from _blocks(unit.id, "tail", unit.tail, "QCText")


def _blocks(owner: str, slot: str, blocks: Sequence[Block], style: str) -> Iterator[_Line]:
    for number, block in enumerate(blocks):
        match block:
            case Paragraph():
                yield _Line(owner, (slot, number), block.text, style, block.align)
            case Table():
                yield _Line(owner, (slot, number), "\n".join(block_lines(block)), style, table=block)
            case Opaque():
                if block.text:
                    yield _Line(owner, (slot, number), block.text, style)


# -- backbone -------------------------------------------------------------------------------------


def _backbone(
    comparison: Comparison, old: Sequence[_Line], new: Sequence[_Line]
) -> list[tuple[int, int]]:
    """Give pairs of line numbers, increasing on both sides: the same place of the same provision,
    the longest such sequence (what has moved across is deleted and inserted)."""
    mates: dict[str, str] = {}
    for pair in comparison.pairs:
        if len(pair.old) == 1 and len(pair.new) == 1:
            mates.setdefault(pair.old[0].unit_id, pair.new[0].unit_id)
    by_place = {(line.owner, line.place): number for number, line in enumerate(new)}
    found: list[tuple[int, int]] = []
    for number, line in enumerate(old):
        mate = by_place.get((mates.get(line.owner, ""), line.place))
        if mate is not None and _may_pair(line, new[mate]):
            found.append((number, mate))
    return _increasing(found)


def _may_pair(old: _Line, new: _Line) -> bool:
    """Tables are paired only when nothing in them changed; a changed one is replaced by rows."""
    return (old.table is None) == (new.table is None)


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence with increasing second numbers."""
    ends: list[int] = []
    last: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, mate) in enumerate(pairs):
        place = bisect_left(ends, mate)
        before[number] = last[place - 1] if place else -1
        if place == len(ends):
            ends.append(mate)
            last.append(number)
        else:
            ends[place], last[place] = mate, number
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


# -- writing --------------------------------------------------------------------------------------


class _Changes:
    """Writes tracked changes with running numbers."""

    def __init__(self, author: str, day: date | None) -> None:
        self._author = quoteattr(author)
        self._day = f"{day or date(2000, 1, 1)}T00:00:00Z"
        self._count = 0

    def _attributes(self) -> str:
        self._count += 1
        return f'w:id="{self._count}" w:author={self._author} w:date="{self._day}"'

    def walk(
        self, old: Sequence[_Line], new: Sequence[_Line], backbone: Sequence[tuple[int, int]]
    ) -> Iterator[str]:
        """Give every paragraph in order: deleted, inserted, then the next pair of the backbone."""
        at_old = at_new = 0
        for left, right in [*backbone, (len(old), len(new))]:
            yield from (self._whole(line, "del") for line in old[at_old:left])
            yield from (self._whole(line, "ins") for line in new[at_new:right])
            if left < len(old):
                yield self._pair(old[left], new[right])
            at_old, at_new = left + 1, right + 1

    def _whole(self, line: _Line, kind: str) -> str:
        if line.table is not None:
            return self._table(line.table, kind)
        tag = "w:delText" if kind == "del" else "w:t"
        mark = f"<w:{kind} {self._attributes()}/>"
        inside = f"<w:{kind} {self._attributes()}>{run(line.text, '', tag)}</w:{kind}>"
        return paragraph(inside, line.style, align=line.align, break_before=line.new_page, mark=mark)

    def _table(self, table: Table, kind: str) -> str:
        columns = max((sum(c.span for c in row) for row in table.rows), default=1)
        rows = ""
        for row in table.rows:
            xml = row_xml(row, columns, f"<w:{kind} {self._attributes()}/>")
            rows += self._changed_runs(xml, kind)
        grid = "".join(f'<w:gridCol w:w="{9350 // columns}"/>' for _ in range(columns))
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="QCTable"/><w:tblW w:w="5000" w:type="pct"/>'
            f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def _changed_runs(self, row: str, kind: str) -> str:
        """Put the change around every run of a row: Word wants rows and their words marked."""
        out, rest = "", row
        while "<w:r>" in rest:
            head, _, tail = rest.partition("<w:r>")
            inside, _, rest = tail.partition("</w:r>")
            if kind == "del":
                inside = inside.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            out += f"{head}<w:{kind} {self._attributes()}><w:r>{inside}</w:r></w:{kind}>"
        return out + rest

    def _pair(self, old: _Line, new: _Line) -> str:
        if old.table is not None and new.table is not None:
            if old.text == new.text:
                return table_xml(new.table, bordered=new.style not in ("QCFront", "QCBack"))
            return self._table(old.table, "del") + self._table(new.table, "ins")
        inside = ""
        for change in word_changes(old.text, new.text):
            match change.op:
                case "equal":
                    inside += run(change.text)
                case "delete":
                    words = run(change.text, "", "w:delText")
                    inside += f"<w:del {self._attributes()}>{words}</w:del>"
                case _:
                    inside += f"<w:ins {self._attributes()}>{run(change.text)}</w:ins>"
        return paragraph(inside, new.style, align=new.align, break_before=new.new_page)
