"""The words of one paragraph of a DOCX: runs, fields, tracked changes, breaks, notes, pictures.

In: a paragraph element. Out: pieces of text with their format bits, and beside them what is no
text: text boxes, pictures and formulas, references to footnotes. Nothing is normalised here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from quyche_app.reading.docx_fonts import FORMAT_MASK
from quyche_app.reading.docx_names import (
    ALTERNATE,
    BLIP,
    CHART,
    DEL,
    DIAGRAM,
    ID,
    IMAGE_DATA,
    INS,
    MATH,
    MATH_PARAGRAPH,
    MATH_TEXT,
    MOVE_FROM,
    MOVE_TO,
    OLE_OBJECT,
    RELATION_EMBED,
    RELATION_ID,
    RPR,
    TEXT_BOX,
    R,
    T,
    chosen_branch,
    own_text,
    w,
)
from quyche_app.reading.docx_styles import (
    CAPITALS,
    HIDDEN,
    NOTHING_SAID,
    SIGN,
    RunFormat,
    Styles,
    run_format,
)
from quyche_app.reading.docx_symbols import old_letter, symbol
from quyche_app.reading.old_encodings import old_font

BREAK = "\x1e"  # a line break inside a paragraph; no XML file can hold this character
_FLD_TYPE = w("fldCharType")
_RPR_CHANGE = w("rPrChange")
_CUSTOM_MARK = w("customMarkFollows")


class Thing(NamedTuple):
    """A picture, formula, chart or embedded object: its Vietnamese kind, relation id and element."""

    kind: str
    relation: str
    element: etree._Element


@dataclass(slots=True)
class Content:
    """What one paragraph holds."""

    pieces: list[tuple[str, int]]
    # Tuples: most paragraphs have none of these, and an empty tuple costs nothing.
    boxes: tuple[etree._Element, ...] = ()
    things: tuple[Thing, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()  # ("footnote", id)
    has_break: bool = False
    has_capitals: bool = False  # pieces that Word shows in capitals stand as they were typed
    is_old: bool = False  # pieces under an old font

    @property
    def has_hanging(self) -> bool:
        """Whether something hangs on the paragraph that is no text of it."""
        return any((self.boxes, self.things, self.notes))

    def absorb(self, later: Content) -> None:
        """Put the content of the next paragraph behind this one."""
        self.pieces += later.pieces
        self.boxes += later.boxes
        self.things += later.things
        self.notes += later.notes
        self.has_break |= later.has_break
        self.has_capitals |= later.has_capitals
        self.is_old |= later.is_old


class RunReader:
    """Reads the content of paragraphs, one after another.

    Args:
        styles: the styles of the document.
        is_accepted: read tracked changes as accepted (else as rejected).
    """

    def __init__(self, styles: Styles, *, is_accepted: bool) -> None:
        self._styles = styles
        self._is_accepted = is_accepted
        self._gone = {DEL, MOVE_FROM} if is_accepted else {INS, MOVE_TO}
        self.change_count = 0
        self.hidden_count = 0
        self.unknown_symbols = 0
        self._content = Content([])
        self._base = 0
        self._bits = 0
        self._fields: list[bool] = []  # open fields; True: still in the instruction
        self._skips_mark = False
        through = self._inline
        self._inlines: dict[str, Callable[[etree._Element], None]] = {
            R: self._run,
            w("hyperlink"): through,
            w("smartTag"): through,
            w("customXml"): through,
            w("fldSimple"): through,
            w("sdt"): through,
            w("sdtContent"): through,
            w("dir"): through,
            w("bdo"): through,
            w("ruby"): through,
            w("rubyBase"): through,
            INS: self._change,
            DEL: self._change,
            MOVE_FROM: self._change,
            MOVE_TO: self._change,
            MATH: self._formula,
            MATH_PARAGRAPH: self._formula,
            ALTERNATE: self._alternate,
        }
        self._parts: dict[str, Callable[[etree._Element], None]] = {
            w("delText"): self._text,
            w("tab"): self._space,
            w("ptab"): self._space,
            w("br"): self._break,
            w("cr"): self._break,
            w("noBreakHyphen"): self._hyphen,
            w("softHyphen"): self._soft_hyphen,
            w("sym"): self._symbol,
            w("fldChar"): self._field,
            w("drawing"): self._graphic,
            w("pict"): self._graphic,
            w("object"): self._graphic,
            ALTERNATE: self._alternate,
            w("footnoteReference"): self._note,
            w("endnoteReference"): self._note,
            w("ruby"): through,
            R: self._run,
        }

    def read(self, children: Sequence[etree._Element], base: int) -> Content:
        """Give the content of a paragraph's children; ``base`` are the format bits of its style."""
        self._content = content = Content([])
        self._base = self._bits = base
        # The instruction of a field stands in one paragraph; an unclosed one must not eat the rest.
        self._fields.clear()
        inlines = self._inlines
        for child in children:
            handler = inlines.get(child.tag)
            if handler is not None:
                handler(child)
        return content

    def _inline(self, element: etree._Element) -> None:
        for child in element:
            handler = self._inlines.get(child.tag)
            if handler is not None:
                handler(child)

    def _change(self, element: etree._Element) -> None:
        self.change_count += 1
        if element.tag not in self._gone:
            self._inline(element)

    def _alternate(self, element: etree._Element) -> None:
        branch = chosen_branch(element)
        if branch is None:
            return
        for child in branch:
            handler = self._inlines.get(child.tag) or self._parts.get(child.tag)
            if handler is not None:
                handler(child)

    # -- inside a run -------------------------------------------------------------------------

    def _run(self, run: etree._Element) -> None:
        self._bits = self._base
        self._skips_mark = False
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(child)
            elif tag == RPR:
                said = self._format(child)
                if said is not NOTHING_SAID:
                    self._bits = self._styles.run_bits(self._base, said)
            else:
                handler = self._parts.get(tag)
                if handler is not None:
                    handler(child)

    def _format(self, rpr: etree._Element) -> RunFormat:
        if not self._is_accepted:
            change = rpr.find(_RPR_CHANGE)
            if change is not None:
                former = change.find(RPR)
                return NOTHING_SAID if former is None else run_format(former, self._styles.fonts)
        return run_format(rpr, self._styles.fonts)

    def _text(self, element: etree._Element) -> None:
        text = element.text
        if not text or self._skips_mark or any(self._fields):
            return
        bits = self._bits
        if bits & HIDDEN:
            self.hidden_count += 1
            return
        if bits & CAPITALS:
            self._content.has_capitals = True
        if bits > FORMAT_MASK:
            self._content.is_old = True
        self._content.pieces.append((text, bits))

    def _put(self, text: str) -> None:
        if not any(self._fields) and not self._bits & HIDDEN:
            self._content.pieces.append((text, self._bits))

    def _space(self, element: etree._Element) -> None:
        self._put("\t")

    def _hyphen(self, element: etree._Element) -> None:
        self._put("-")

    def _soft_hyphen(self, element: etree._Element) -> None:
        self._put("\u00ad")  # ư of TCVN3; in Unicode text cleaning drops it

    def _break(self, element: etree._Element) -> None:
        self._put(BREAK)
        self._content.has_break = True

    def _symbol(self, element: etree._Element) -> None:
        name, code = element.get(w("font"), ""), element.get(w("char"), "")
        text = old_letter(code) if old_font(name) is not None else None
        font = self._styles.fonts.bits(name) if text is not None else 0
        if text is None:
            text = symbol(name, code)
        if text is None:
            self.unknown_symbols += 1
            text = "\ufffd"
        # A sign has a font of its own: × of Symbol in a run of .VnTime is no ì.
        before = self._bits
        self._bits = before & FORMAT_MASK | (font or SIGN)
        self._content.is_old |= font > 0
        self._put(text)
        self._bits = before

    def _field(self, element: etree._Element) -> None:
        kind = element.get(_FLD_TYPE)
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, element: etree._Element) -> None:
        kind = "footnote" if element.tag == w("footnoteReference") else "endnote"
        self._content.notes += ((kind, element.get(ID, "")),)
        mark = element.get(_CUSTOM_MARK, "0")
        self._skips_mark = mark in ("1", "true", "on")

    # -- what is no text ----------------------------------------------------------------------

    def _formula(self, element: etree._Element) -> None:
        words = "".join(own_text(part) for part in element.iter(MATH_TEXT))
        self._content.pieces.append((words, self._base))
        self._content.things += (Thing("công thức", "", element),)

    def _graphic(self, element: etree._Element) -> None:
        boxes, things = graphic_content(element)
        self._content.boxes += tuple(boxes)
        self._content.things += tuple(things)


def graphic_content(
    element: etree._Element,
) -> tuple[list[etree._Element], list[Thing]]:
    """Give the text boxes and the pictures of a drawing, each once, in the order of the file."""
    boxes: list[etree._Element] = []
    things: list[Thing] = []
    waiting = [element]
    while waiting:
        here = waiting.pop()
        tag = here.tag
        if tag == TEXT_BOX:
            boxes.append(here)
            continue
        if tag == ALTERNATE:
            branch = chosen_branch(here)
            waiting += [] if branch is None else [branch]
            continue
        thing = _thing(here)
        if thing is not None:
            things.append(thing)
        waiting.extend(reversed(here))
    return boxes, _without_previews(things)


def _thing(element: etree._Element) -> Thing | None:
    tag = element.tag
    if tag == BLIP:
        relation = element.get(RELATION_EMBED)
        return Thing("hình", relation, element) if relation else None
    if tag == IMAGE_DATA:
        relation = element.get(RELATION_ID)
        return Thing("hình", relation, element) if relation else None
    if tag == OLE_OBJECT:
        is_formula = element.get("ProgID", "").startswith("Equation")
        kind = "công thức" if is_formula else "đối tượng nhúng"
        return Thing(kind, element.get(RELATION_ID, ""), element)
    if tag in (CHART, DIAGRAM):
        return Thing("biểu đồ", element.get(RELATION_ID, ""), element)
    return None


def _without_previews(things: Iterable[Thing]) -> list[Thing]:
    """An embedded object carries a picture of itself: the object alone is kept."""
    things = list(things)
    if any(thing.element.tag == OLE_OBJECT for thing in things):
        return [thing for thing in things if thing.element.tag != IMAGE_DATA]
    return things
