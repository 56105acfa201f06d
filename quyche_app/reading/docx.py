"""A DOCX → its paragraphs as a reader of the paper sees them, with Word's automatic numbers.

In: bytes of a package. Out: ``SourceText``; nothing is dropped silently: what is kept apart
(footnotes) or left out (headers, comments, hidden words, a table of contents) is said by a finding.
Text of old Vietnamese fonts (TCVN3, VNI) is given in Unicode, and a finding says where.
Not done here: the structure of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from quyche_app.domain.beside import Part
from quyche_app.domain.errors import ReadingError
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.sources import SourceParagraph, SourceText
from quyche_app.domain.texts import clean
from quyche_app.domain.units import Block, Cell, Mark, Opaque, Paragraph, Table
from quyche_app.reading.composition import may_have_pieces, words_in_pieces
from quyche_app.reading.docx_beside import read_beside
from quyche_app.reading.docx_findings import Account, apart_from_body
from quyche_app.reading.docx_fonts import FontTable, latin_fonts, may_name_old
from quyche_app.reading.docx_lines import EMPTY_LINE, Line, Pieces, line_of, lines_of
from quyche_app.reading.docx_names import (
    ALTERNATE,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    TBL,
    TC,
    TR,
    P,
    child_value,
    chosen_branch,
    continues_above,
    number,
    w,
)
from quyche_app.reading.docx_numbering import Label, Numbering
from quyche_app.reading.docx_properties import Properties, PropertyReader
from quyche_app.reading.docx_runs import BREAK, Content, RunReader
from quyche_app.reading.docx_styles import CAPITALS, SIGN, Styles
from quyche_app.reading.docx_things import Things
from quyche_app.reading.old_evidence import has_hint
from quyche_app.reading.old_fonts import ConversionAccount, Converted, OldFontConverter, Piece
from quyche_app.reading.package import Package, Relation, open_package
from quyche_app.reading.refusals import refusal

_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("smartTag")})
MAX_COLUMNS = 63  # that one cell may span: Word makes no table of more
_SPAN, _BEFORE = w("gridSpan"), w("gridBefore")


class _Item(NamedTuple):
    """A block on its way out."""

    block: Block
    is_bold: bool = False
    label_length: int = 0


class _Cell(NamedTuple):
    """A table cell on its way out."""

    items: list[_Item]
    span: int


def read_docx(name: str, data: bytes, *, tracked: str = "accepted") -> SourceText:
    """Give the paragraphs of a DOCX.

    Args:
        name: the file's name, for messages.
        data: the bytes of the package.
        tracked: "accepted" or "rejected": how tracked changes are read.
    Raises:
        ReadingError: the package is broken or unsafe (``refusals.REFUSALS``).
    """
    package = open_package(name, data)
    main = package.main_part()
    relations = package.relations(main)
    body = package.xml(main).find(w("body"))
    if body is None:
        raise refusal("QC-R014", name, f"{main}: no body")
    is_accepted = tracked != "rejected"
    reader = _BodyReader(package, relations, is_accepted=is_accepted)
    paragraphs = tuple(_numbered(reader.blocks(body)))
    if reader.has_old_fonts or any(has_hint(paragraph.text) for paragraph in paragraphs):
        # Labels and line breaks are told by the words: the file is read anew, in Unicode.
        converter = OldFontConverter(reader.raw_paragraphs())
        reader = _BodyReader(package, relations, is_accepted=is_accepted, converter=converter)
        paragraphs = tuple(_numbered(reader.blocks(body)))
    old_fonts = reader.conversions(paragraphs)
    beside = read_beside(package, relations, body, reader.tables)
    struck = sum(thing.part is Part.STRUCK for thing in beside.things)
    apart = apart_from_body(package, relations)
    findings = reader.account.findings(len(reader.footnotes), apart, struck)
    return SourceText(
        name,
        "docx",
        paragraphs,
        tuple(reader.footnotes),
        (*old_fonts.findings(), *findings),
        old_fonts.conversions(),
        words_in_pieces(reader.raw_texts()) if may_have_pieces(package.bytes(main)) else {},
        beside,
    )


def _numbered(items: list[_Item]) -> Iterator[SourceParagraph]:
    line = 1
    for item in items:
        paragraph = SourceParagraph(line, item.block, item.is_bold, item.label_length)
        line += paragraph.line_count
        yield paragraph


def _part(package: Package, relations: dict[str, Relation], kind: str) -> etree._Element | None:
    part = package.part_of(relations, kind)
    return None if part is None else package.xml(part)


def _theme(package: Package, relations: dict[str, Relation]) -> Mapping[str, str]:
    """Give the fonts of the theme where they matter; a broken theme is no reason to refuse a text."""
    part = package.part_of(relations, "theme")
    try:
        if part is not None and may_name_old(package.bytes(part)):
            return latin_fonts(package.xml(part))
    except ReadingError:
        pass
    return {}


class _BodyReader:
    """Walks over the body once, in the order of the text.

    Args:
        converter: puts text of old fonts into Unicode; None: all text is taken as it is.
    """

    def __init__(
        self,
        package: Package,
        relations: dict[str, Relation],
        *,
        is_accepted: bool,
        converter: OldFontConverter | None = None,
    ) -> None:
        self._package = package
        self._relations = relations
        self._is_accepted = is_accepted
        self._wrappers = _WRAPPERS | ({INS, MOVE_TO} if is_accepted else {DEL, MOVE_FROM})
        self._fonts = FontTable(_theme(package, relations))
        self._styles = Styles(_part(package, relations, "styles"), self._fonts)
        self._numbering = Numbering(_part(package, relations, "numbering"), self._styles)
        self._runs = RunReader(self._styles, is_accepted=is_accepted)
        self._properties = PropertyReader(self._styles, is_accepted=is_accepted)
        self._notes: dict[str, dict[str, etree._Element]] = {}
        self._things = Things(package, relations)
        self._converter = converter
        self._raw: list[Pieces] = []
        self._converted: dict[int, Converted] = {}  # by the id of a block that came of it
        self._converted_notes: list[Converted] = []
        self.has_old_fonts = False
        self.footnotes: list[str] = []
        self.tables: list[tuple[Table, etree._Element]] = []  # as read, with their elements
        self.account = Account(self._runs, is_accepted=is_accepted)

    # -- old fonts ----------------------------------------------------------------------------

    def raw_paragraphs(self) -> list[list[Piece]]:
        """Give the text of all paragraphs as it stands in the file, each piece under its old font."""
        return [self._with_fonts(pieces) for pieces in self._raw]

    def raw_texts(self) -> Iterator[str]:
        """Give the text of all paragraphs as it stands in the file."""
        return ("".join([text for text, _ in pieces]) for pieces in self._raw)

    def _with_fonts(self, pieces: Pieces) -> list[Piece]:
        return [Piece(text, self._fonts.font(bits), bool(bits & SIGN)) for text, bits in pieces]

    def _read(self, content: Content) -> Converted | None:
        """Put the text of a paragraph into Unicode, and in capitals what Word shows in capitals."""
        converted = None
        self._raw.append(content.pieces)
        if content.is_old:
            self.has_old_fonts = True
        if self._converter is not None:
            converted = self._converter.converted(self._with_fonts(content.pieces))
            content.pieces = [
                (text, bits)
                for text, (_, bits) in zip(converted.texts, content.pieces, strict=True)
            ]
        if content.has_capitals:
            content.pieces = [
                (text.upper() if bits & CAPITALS else text, bits) for text, bits in content.pieces
            ]
        return converted

    def conversions(self, paragraphs: Sequence[SourceParagraph]) -> ConversionAccount:
        """Give the account of the text that was put into Unicode."""
        account = ConversionAccount()
        for paragraph in paragraphs if self._converted else ():
            for line, block in _lined(paragraph):
                converted = self._converted.get(id(block))
                if converted is not None:
                    account.add(line, converted)
        for converted in self._converted_notes:
            account.add_note(converted)
        return account

    # -- blocks -------------------------------------------------------------------------------

    def blocks(self, container: etree._Element) -> list[_Item]:
        """Give the blocks of a body, a cell or a text box."""
        items: list[_Item] = []
        carried: tuple[Content, Properties] | None = None
        for element in self._block_elements(container):
            if element.tag == P:
                carried = self._paragraph(element, carried, items)
                continue
            if carried is not None:
                self._emit(*carried, items, is_leftover=True)
                carried = None
            items += self._table(element)
        if carried is not None:
            self._emit(*carried, items, is_leftover=True)
        return items

    def _block_elements(self, container: etree._Element) -> Iterator[etree._Element]:
        for child in container:
            tag = child.tag
            if tag in (P, TBL):
                yield child
            elif tag in self._wrappers:
                yield from self._block_elements(child)
            elif tag == ALTERNATE:
                branch = chosen_branch(child)
                if branch is not None:
                    yield from self._block_elements(branch)
            elif tag == w("altChunk"):
                self.account.foreign_parts += 1

    # -- paragraphs ---------------------------------------------------------------------------

    def _paragraph(
        self,
        element: etree._Element,
        carried: tuple[Content, Properties] | None,
        items: list[_Item],
    ) -> tuple[Content, Properties] | None:
        """Read a paragraph; give it back when its mark is gone and the next one joins it."""
        children = list(element)
        ppr = children[0] if children and children[0].tag == PPR else None
        properties = self._properties.read(ppr)
        content = self._runs.read(children, properties.style.bits)
        if carried is not None:
            carried[0].absorb(content)
            content = carried[0]
        if properties.is_mark_removed:
            self._runs.change_count += 1
            return content, properties
        self._emit(content, properties, items)
        return None

    def _emit(
        self,
        content: Content,
        properties: Properties,
        items: list[_Item],
        *,
        is_leftover: bool = False,
    ) -> None:
        """Put a paragraph out: its label and lines, then what hangs on it."""
        if properties.style.is_contents:
            self.account.contents_lines += 1
            return
        converted = self._read(content)
        if content.has_break:
            lines, joined = lines_of(content.pieces)
            self.account.breaks_joined += joined
            self.account.breaks_parted += max(0, len(lines) - 1)
        else:
            line = line_of(content.pieces)
            lines = [line] if line.text else []
        is_gone = not lines and (is_leftover or properties.is_mark_hidden)
        label = None
        if not is_gone:
            label = self._numbering.label(properties.reference, properties.style)
        if label is not None and self._converter is not None:
            told = self._converter.label(label.text, label.font)
            label = label._replace(text=told.texts[0])
            converted = told if converted is None else converted.joined(told)
        if label is not None and content.pieces and content.pieces[0][0][:1].isspace():
            label = label._replace(separator=" ")  # the words bring the space themselves
        if not lines and label is not None and not label.is_bullet:
            lines = [EMPTY_LINE]
        for place, line in enumerate(lines):
            items.append(_labelled(line, label if place == 0 else None, properties.align))
            if converted is not None and (converted.fonts or converted.is_doubtful):
                self._converted[id(items[-1].block)] = converted
        if content.has_hanging:
            self._emit_hanging(content, items)

    def _emit_hanging(self, content: Content, items: list[_Item]) -> None:
        for kind, note_id in content.notes:
            self._take_note(kind, note_id)
        for thing in content.things:
            self.account.things += 1
            items.append(_Item(self._things.opaque(thing)))
        for box in content.boxes:
            inside = self.blocks(box)
            self.account.text_boxes += bool(inside)
            items += inside

    # -- footnotes ----------------------------------------------------------------------------

    def _take_note(self, kind: str, note_id: str) -> None:
        """Keep the words of a note whose mark stands in the text."""
        if kind not in self._notes:
            root = _part(self._package, self._relations, f"{kind}s")
            self._notes[kind] = (
                {}
                if root is None
                else {note.get(w("id"), ""): note for note in root.iterfind(w(kind))}
            )
        note = self._notes[kind].pop(note_id, None)  # Word refers to each note once
        if note is None:
            return
        texts = []
        for paragraph in note.iter(P):
            content = self._runs.read(list(paragraph), 0)
            converted = self._read(content)
            if converted is not None:
                self._converted_notes.append(converted)
            texts.append(
                line_of([(text.replace(BREAK, " "), 0) for text, _ in content.pieces]).text
            )
        self.footnotes.append(" ".join(text for text in texts if text))

    # -- tables -------------------------------------------------------------------------------

    def _table(self, element: etree._Element) -> list[_Item]:
        """Give a table; one column that holds articles is a frame around them, and no table."""
        rows: list[list[_Cell]] = []
        for row in self._within(element, TR):
            if self._is_removed_row(row):
                self._runs.change_count += 1
                continue
            cells = self._row(row)
            if any(cell.items for cell in cells):
                rows.append(cells)
        if all(len(cells) == 1 for cells in rows):
            inside = [item for cells in rows for item in cells[0].items]
            if any(_begins_article(item.block) for item in inside):
                self.account.frames += 1
                return inside
        if not rows:
            return []
        table = Table(tuple([_frozen(cells) for cells in rows]))
        self.tables.append((table, element))
        return [_Item(table)]

    def _within(self, element: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """Give rows of a table or cells of a row, also those wrapped in content controls."""
        for child in element:
            if child.tag == wanted:
                yield child
            elif child.tag in self._wrappers:
                yield from self._within(child, wanted)

    def _is_removed_row(self, row: etree._Element) -> bool:
        properties = row.find(w("trPr"))
        gone = DEL if self._is_accepted else INS
        return properties is not None and properties.find(gone) is not None

    def _row(self, row: etree._Element) -> list[_Cell]:
        cells = []
        before = min(number(child_value(row.find(w("trPr")), _BEFORE)), MAX_COLUMNS)
        if before > 0:
            cells.append(_Cell([], before))
        for element in self._within(row, TC):
            properties = element.find(w("tcPr"))
            if properties is not None and self._is_removed_cell(properties):
                self._runs.change_count += 1
                continue
            span = max(1, min(number(child_value(properties, _SPAN), 1), MAX_COLUMNS))
            blocks = [] if continues_above(properties) else self.blocks(element)
            cells.append(_Cell(blocks, span))
        return cells

    def _is_removed_cell(self, properties: etree._Element) -> bool:
        return properties.find(w("cellDel" if self._is_accepted else "cellIns")) is not None


def _lined(paragraph: SourceParagraph) -> Iterator[tuple[int, Block]]:
    """Give the blocks of a paragraph with their numbers: a row of a table has one of its own."""
    match paragraph.block:
        case Table():
            for place, row in enumerate(paragraph.block.rows):
                for cell in row:
                    for block in cell.blocks:
                        yield paragraph.number + place, block
        case Paragraph() | Opaque():
            yield paragraph.number, paragraph.block


def _begins_article(block: Block) -> bool:
    label = read_label(block.text) if isinstance(block, Paragraph) else None
    return label is not None and label.is_strong_article


def _frozen(cells: list[_Cell]) -> tuple[Cell, ...]:
    return tuple(
        [
            Cell(tuple([block for item in cell.items for block in _flat(item.block)]), cell.span)
            for cell in cells
        ]
    )


def _flat(block: Block) -> Iterator[Block]:
    """A table inside a cell becomes the paragraphs of its cells."""
    match block:
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from cell.blocks
        case Paragraph() | Opaque():
            yield block


def _labelled(line: Line, label: Label | None, align: str) -> _Item:
    """Put the automatic number in front of a line; the marks move with the words."""
    if label is None:
        return _Item(Paragraph(line.text, line.marks, align), line.is_bold)
    # x keeps the space between the number and the words, which clean() would trim.
    prefix = clean(f"{label.text}{label.separator}x")[:-1]
    if not line.text:
        prefix = prefix.rstrip()
    marks = tuple(
        Mark(mark.start + len(prefix), mark.end + len(prefix), mark.kind) for mark in line.marks
    )
    return _Item(Paragraph(prefix + line.text, marks, align), line.is_bold, len(prefix))
