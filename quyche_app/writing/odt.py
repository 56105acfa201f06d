"""A consolidated text as an OpenDocument text: named styles, real footnotes, page numbers.

In: ``ConsolidatedDocument``. Out: bytes; same document, same bytes. ``odt_lines`` reads the words back
for the proof. Source of the format: OASIS OpenDocument 1.3, parts 2 and 3.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from quyche_app.domain.beside import TableShape, cell_starts, merged_rows, shape_of, widths_of
from quyche_app.domain.flow import FlowParagraph, Slot, by_line
from quyche_app.domain.operations import Footnote
from quyche_app.domain.units import Block, Cell, Mark, Opaque, Paragraph, Table
from quyche_app.writing.consolidated import ConsolidatedDocument, document_flow
from quyche_app.writing.layout import LayoutProfile, load_profile
from quyche_app.writing.named_styles import STYLES, Style, marks_of, side_of, style_of
from quyche_app.writing.xml_characters import legal

MIMETYPE = "application/vnd.oasis.opendocument.text"
_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_BASE}office:1.0",
    "style": f"{_BASE}style:1.0",
    "text": f"{_BASE}text:1.0",
    "table": f"{_BASE}table:1.0",
    "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "meta": f"{_BASE}meta:1.0",
    "manifest": f"{_BASE}manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_DATE = (1980, 1, 1, 0, 0, 0)  # the first day of the zip format, which cannot say "no date"
_LINE_MM = 0.5 * 25.4 / 72  # of a table
_PT_A_TWIP = 1 / 20
_LETTERS = {
    "b": {"font-weight": "bold"},
    "i": {"font-style": "italic"},
    "u": {"text-underline-style": "solid"},
    "sup": {"text-position": "super 58%"},
    "sub": {"text-position": "sub 58%"},
}
_FO = {"font-weight", "font-style", "text-align"}
_PIECES = re.compile(r"\n|\t| {2,}|(?:[^\n\t ]| (?! ))+")


def _name(qualified: str) -> str:
    prefix, _, local = qualified.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


Maker = Callable[..., etree._Element]


def _maker(space: str) -> Maker:
    """Give what makes elements of a namespace: ``maker("p", child, "words")``."""

    def made(tag: str, *inside: etree._Element | str) -> etree._Element:
        element = etree.Element(_name(f"{space}:{tag}"), nsmap=_SPACES)
        for one in inside:
            if isinstance(one, str):
                element.text = one
            else:
                element.append(one)
        return element

    return made


_OFFICE, _STYLE, _TEXT, _TABLE, _META, _MANIFEST, _DC = map(
    _maker, ("office", "style", "text", "table", "meta", "manifest", "dc")
)


def _with(element: etree._Element, **attributes: str) -> etree._Element:
    """Set attributes: ``text__style_name`` is text:style-name."""
    for key, value in attributes.items():
        prefix, _, local = key.partition("__")
        element.set(f"{{{_SPACES[prefix]}}}{local.replace('_', '-')}", value)
    return element


def odt_bytes(document: ConsolidatedDocument) -> bytes:
    """Give the OpenDocument file. Cost: linear in the text."""
    profile = load_profile(document.profile_name)
    body = _Body(profile, document.source.tables)
    for paragraph in document_flow(document):
        body.add(paragraph)
    return _package(
        {
            "content.xml": body.content(),
            "styles.xml": _styles(profile),
            "meta.xml": _meta(document.act.full_name),
        }
    )


# -- the text -------------------------------------------------------------------------------------


class _Body:
    """Puts paragraphs and tables behind each other, and names the looks that they need."""

    def __init__(self, profile: LayoutProfile, shapes: Sequence[TableShape]) -> None:
        self._shapes = shapes
        self._text = _OFFICE("text")
        self._looks = _OFFICE("automatic-styles")
        self._names: dict[tuple[str, ...], str] = {}
        self._notes = self._tables = 0
        width = profile.page_mm[0] - profile.margins_mm["left"] - profile.margins_mm["right"]
        self._width = width

    def content(self) -> etree._Element:
        """Give content.xml."""
        return _with(
            _OFFICE("document-content", self._looks, _OFFICE("body", self._text)),
            office__version="1.3",
        )

    def add(self, paragraph: FlowParagraph) -> None:
        """Set one paragraph of the text."""
        if paragraph.block is not None:
            self._add_block(paragraph, paragraph.block)
            return
        for line in by_line(paragraph):
            first = len(self._text) == 0
            style = self._paragraph_style(
                style_of(line), side_of(line), is_first=first, new_page=line.new_page
            )
            self._text.append(self._paragraph(line.words, marks_of(line), style, line))

    def _add_block(self, paragraph: FlowParagraph, block: Table | Opaque) -> None:
        style = style_of(paragraph)
        if isinstance(block, Opaque):
            if block.text:
                self._text.append(self._paragraph(block.text, (), style))
            return
        if (
            len(self._text) == 0
        ):  # a page layout is named by a paragraph, and a table may stand first
            empty = self._paragraph_style("QCFront", "", is_first=True, new_page=False)
            self._text.append(_with(_TEXT("p"), text__style_name=empty))
        shape = shape_of(block, self._shapes) if paragraph.slot is not Slot.BACK else None
        self._text.append(self._table(block, shape, is_ruled=paragraph.is_ruled))

    def _paragraph(
        self,
        words: str,
        marks: Sequence[Mark],
        style: str,
        noted: FlowParagraph | None = None,
    ) -> etree._Element:
        out = _with(_TEXT("p"), text__style_name=style)
        notes = noted.notes if noted is not None else ()
        borders = {0, len(words), *(note.at for note in notes)}
        for mark in marks:
            borders |= {mark.start, mark.end}
        cuts = sorted(border for border in borders if 0 <= border <= len(words))
        waiting = list(notes)
        for start, end in itertools.pairwise([*cuts, len(words)]):
            while waiting and waiting[0].at <= start:
                out.append(self._note(waiting.pop(0).footnote))
            kinds = {m.kind for m in marks if m.covers(start, end)} if end > start else ()
            self._add_words(out, words[start:end], tuple(k for k in _LETTERS if k in kinds))
        for note in waiting:
            out.append(self._note(note.footnote))
        return out

    def _add_words(self, out: etree._Element, words: str, kinds: tuple[str, ...]) -> None:
        if not words:
            return
        holder = out
        if kinds:
            holder = _with(_TEXT("span"), text__style_name=self._letters(kinds))
            out.append(holder)
        for piece in _PIECES.findall(legal(words)):
            if piece == "\n":
                holder.append(_TEXT("line-break"))
            elif piece == "\t":
                holder.append(_TEXT("tab"))
            elif piece.startswith("  "):
                _append_text(holder, " ")
                holder.append(_with(_TEXT("s"), text__c=str(len(piece) - 1)))
            else:
                _append_text(holder, piece)

    def _note(self, footnote: Footnote) -> etree._Element:
        self._notes += 1
        words = self._paragraph(footnote.text, (), "QCFootnote")
        words.insert(0, _TEXT("s"))  # between the number and the words
        words[0].tail, words.text = words.text, None
        body = _TEXT("note-body", words)
        note = _TEXT("note", _TEXT("note-citation", str(self._notes)), body)
        return _with(note, text__id=f"ftn{self._notes}", text__note_class="footnote")

    # -- tables -----------------------------------------------------------------------------------

    def _table(self, table: Table, shape: TableShape | None, *, is_ruled: bool) -> etree._Element:
        self._tables += 1
        name = f"Bang{self._tables}"
        columns = max((sum(cell.span for cell in row) for row in table.rows), default=1)
        shares = widths_of(table, shape) if shape is not None else ()
        merged = merged_rows(table, shape) if shape is not None else ()
        out = _with(_TABLE("table"), table__name=name, table__style_name=self._table_style())
        for number in range(columns):
            share = shares[number] / 100 if shares else 1 / columns
            style = self._column_style(round(self._width * share, 1))
            out.append(_with(_TABLE("table-column"), table__style_name=style))
        cell_style = self._cell_style(is_ruled)
        for number, row in enumerate(table.rows):
            line = _TABLE("table-row")
            for place, cell in enumerate(row):
                if merged and merged[number][place]:
                    line.extend(_TABLE("covered-table-cell") for _ in range(cell.span))
                    continue
                below = _rows_below(table, merged, number, place) if merged else 0
                line.append(self._cell(cell, cell_style, below))
                line.extend(_TABLE("covered-table-cell") for _ in range(cell.span - 1))
            out.append(line)
        return out

    def _cell(self, cell: Cell, style: str, below: int) -> etree._Element:
        out = _with(_TABLE("table-cell"), table__style_name=style)
        if cell.span > 1:
            _with(out, table__number_columns_spanned=str(cell.span))
        if below:
            _with(out, table__number_rows_spanned=str(below + 1))
        for block in cell.blocks:
            out.append(self._in_cell(block))
        if not cell.blocks:
            out.append(_with(_TEXT("p"), text__style_name="QCTableText"))
        return out

    def _in_cell(self, block: Block) -> etree._Element:
        match block:
            case Paragraph():
                style = self._paragraph_style("QCTableText", block.align)
                return self._paragraph(block.text, block.marks, style)
            case Table():
                return self._table(block, None, is_ruled=True)
            case Opaque():
                return self._paragraph(block.text, (), "QCTableText")

    # -- looks ------------------------------------------------------------------------------------

    def _look(self, family: str, key: tuple[str, ...], *inside: etree._Element) -> str:
        """The name of an automatic style; one look has one name."""
        if key not in self._names:
            self._names[key] = f"{family[0].upper()}{len(self._names) + 1}"
            style = _with(
                _STYLE("style", *inside),
                style__name=self._names[key],
                style__family=family,
            )
            if family == "paragraph":
                _with(style, style__parent_style_name=key[1])
                if key[3]:
                    _with(style, style__master_page_name=key[3])
            self._looks.append(style)
        return self._names[key]

    def _paragraph_style(
        self, parent: str, side: str, *, is_first: bool = False, new_page: bool = False
    ) -> str:
        if not side and not is_first and not new_page:
            return parent
        properties = _STYLE("paragraph-properties")
        if side:
            _with(properties, fo__text_align="end" if side == "right" else side)
        if new_page:
            _with(properties, fo__break_before="page")
        master = "First" if is_first else ""
        return self._look("paragraph", ("p", parent, side, master, str(new_page)), properties)

    def _letters(self, kinds: tuple[str, ...]) -> str:
        properties = _STYLE("text-properties")
        for kind in kinds:
            for name, value in _LETTERS[kind].items():
                space = "fo" if name in _FO else "style"
                properties.set(_name(f"{space}:{name}"), value)
        return self._look("text", ("t", *kinds), properties)

    def _table_style(self) -> str:
        properties = _with(_STYLE("table-properties"), style__width=f"{self._width}mm")
        _with(properties, table__align="margins")
        return self._look("table", ("table",), properties)

    def _column_style(self, width: float) -> str:
        properties = _with(_STYLE("table-column-properties"), style__column_width=f"{width}mm")
        return self._look("table-column", ("column", str(width)), properties)

    def _cell_style(self, is_ruled: bool) -> str:
        border = f"{_LINE_MM:.2f}mm solid #000000" if is_ruled else "none"
        padding = "1mm" if is_ruled else "0mm"
        properties = _with(_STYLE("table-cell-properties"), fo__border=border, fo__padding=padding)
        return self._look("table-cell", ("cell", border), properties)


def _append_text(holder: etree._Element, words: str) -> None:
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + words
    else:
        holder.text = (holder.text or "") + words


def _rows_below(table: Table, merged: Sequence[Sequence[bool]], number: int, place: int) -> int:
    """How many cells below go on with a cell."""
    start = cell_starts(table.rows[number])[place]
    count = 0
    for row, goes_on in zip(table.rows[number + 1 :], merged[number + 1 :], strict=True):
        if not dict(zip(cell_starts(row), goes_on, strict=True)).get(start, False):
            break
        count += 1
    return count


# -- the other parts ------------------------------------------------------------------------------


def _styles(profile: LayoutProfile) -> etree._Element:
    styles = _OFFICE("styles", _default_style(profile))
    styles.extend(_named_style(style, profile) for style in STYLES)
    margins = {f"fo__margin_{side}": f"{mm}mm" for side, mm in profile.margins_mm.items()}
    top = profile.margins_mm["header"]
    page = _with(
        _STYLE("page-layout-properties"),
        fo__page_width=f"{profile.page_mm[0]}mm",
        fo__page_height=f"{profile.page_mm[1]}mm",
        **{
            key: value
            for key, value in margins.items()
            if key.endswith(("left", "right", "bottom"))
        },
    )
    # The number stands in the margin above the text, from the second page on.
    first = _with(_STYLE("page-layout", deepcopy(page)), style__name="FirstPage")
    _with(first[0], fo__margin_top=f"{profile.margins_mm['top']}mm")
    height = _with(
        _STYLE("header-footer-properties"), fo__min_height=f"{profile.margins_mm['top'] - top}mm"
    )
    later = _STYLE("page-layout", deepcopy(page), _STYLE("header-style", height))
    _with(later, style__name="Page")
    _with(later[0], fo__margin_top=f"{top}mm")
    number = _with(_TEXT("p", _TEXT("page-number")), text__style_name="QCPageNumber")
    masters = _OFFICE(
        "master-styles",
        _with(
            _STYLE("master-page"),
            style__name="First",
            style__page_layout_name="FirstPage",
            style__next_style_name="Standard",
        ),
        _with(
            _STYLE("master-page", _STYLE("header", number)),
            style__name="Standard",
            style__page_layout_name="Page",
        ),
    )
    return _with(
        _OFFICE("document-styles", styles, _OFFICE("automatic-styles", first, later), masters),
        office__version="1.3",
    )


def _default_style(profile: LayoutProfile) -> etree._Element:
    letters = _with(
        _STYLE("text-properties"),
        fo__font_family=f"'{profile.font}'",
        fo__font_size=f"{profile.sizes_pt['body']}pt",
        fo__language="vi",
        fo__country="VN",
    )
    return _with(_STYLE("default-style", letters), style__family="paragraph")


def _named_style(style: Style, profile: LayoutProfile) -> etree._Element:
    is_note = style.id == "QCFootnote"
    paragraph = _with(
        _STYLE("paragraph-properties"),
        fo__text_align={"both": "justify", "left": "start"}.get(style.align, style.align),
        fo__margin_top=f"{style.before * _PT_A_TWIP}pt",
        fo__margin_bottom=f"{0 if is_note else profile.space_after_pt}pt",
        style__line_height_at_least=f"{12 if is_note else profile.line_pt}pt",
    )
    if style.indent:
        _with(paragraph, fo__text_indent=f"{profile.first_line_mm}mm")
    if style.keep_next:
        _with(paragraph, fo__keep_with_next="always")
    letters = _with(_STYLE("text-properties"), fo__font_size=f"{profile.sizes_pt[style.size]}pt")
    if style.bold:
        _with(letters, fo__font_weight="bold")
    if style.italic:
        _with(letters, fo__font_style="italic")
    made = _with(
        _STYLE("style", paragraph, letters),
        style__name=style.id,
        style__display_name=style.name,
        style__family="paragraph",
    )
    if style.outline is not None:
        _with(made, style__default_outline_level=str(style.outline + 1))
    return made


def _meta(title: str) -> etree._Element:
    meta = _OFFICE("meta", _META("generator", "Quy Chế"), _DC("title", legal(title)))
    return _with(_OFFICE("document-meta", meta), office__version="1.3")


def _package(parts: dict[str, etree._Element]) -> bytes:
    entries = [("/", MIMETYPE), *((name, "text/xml") for name in parts)]
    manifest = _with(
        _MANIFEST(
            "manifest",
            *(
                _with(_MANIFEST("file-entry"), manifest__full_path=path, manifest__media_type=kind)
                for path, kind in entries
            ),
        ),
        manifest__version="1.3",
    )
    files = {"META-INF/manifest.xml": manifest, **parts}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        # The first member, not packed, names the format (OpenDocument 1.3, part 2, 3.3).
        _store(archive, "mimetype", MIMETYPE.encode(), zipfile.ZIP_STORED)
        for name, root in files.items():
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            _store(archive, name, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _store(archive: zipfile.ZipFile, name: str, data: bytes, how: int) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = how
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


# -- reading back ---------------------------------------------------------------------------------


def odt_lines(data: bytes) -> list[str]:
    """Give the words of a written file, a row of a table as one line; notes are no words of the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    body = root.find(f"{_name('office:body')}/{_name('office:text')}")
    assert body is not None
    return [line for element in body for line in _element_lines(element)]


def odt_notes(data: bytes) -> list[str]:
    """Give the words of the footnotes of a written file in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    return ["\n".join(_words(p) for p in body) for body in root.iter(_name("text:note-body"))]


def _element_lines(element: etree._Element) -> Iterator[str]:
    if element.tag == _name("text:p"):
        yield _words(element)
    elif element.tag == _name("table:table"):
        for row in element.iter(_name("table:table-row")):
            if row.getparent() is element:
                yield " | ".join(_row_cells(row))


def _row_cells(row: etree._Element) -> Iterator[str]:
    covered = 0
    for cell in row:
        if cell.tag == _name("table:table-cell"):
            yield " ".join(line for block in cell for line in _element_lines(block))
            covered = int(cell.get(_name("table:number-columns-spanned"), "1")) - 1
        elif covered:
            covered -= 1
        else:
            yield ""


def _words(paragraph: etree._Element) -> str:
    out = [paragraph.text or ""]
    for child in paragraph:
        if child.tag == _name("text:s"):
            out.append(" " * int(child.get(_name("text:c"), "1")))
        elif child.tag in (_name("text:tab"), _name("text:line-break")):
            out.append("\t" if child.tag == _name("text:tab") else "\n")
        elif child.tag != _name("text:note"):
            out.append(_words(child))
        out.append(child.tail or "")
    return "".join(out)
