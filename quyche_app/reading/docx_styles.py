"""What the styles of a DOCX say of a paragraph or a run: alignment, numbering, bold and the like.

In: the parts styles.xml. Out: for a style, what holds after all the styles it is based on
(ECMA-376 part 1, 17.7). Formats of runs are small numbers: bits that are on, under a mask of bits
that are said at all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from quyche_app.domain.patterns import late
from quyche_app.reading.docx_fonts import FONT_MASK, FORMAT_BITS, FontTable
from quyche_app.reading.docx_names import (
    ILVL,
    JC,
    NUM_ID,
    NUMPR,
    PPR,
    RPR,
    RSTYLE,
    VAL,
    child_value,
    child_words,
    is_on,
    number,
    w,
)

# SIGN: a character of a symbol font; no style says it.
BOLD, ITALIC, UNDERLINE, SUPERSCRIPT, SUBSCRIPT, HIDDEN, CAPITALS, SIGN = (
    1 << n for n in range(FORMAT_BITS)
)
# These change over where a character style stands upon a paragraph style (17.7.3).
_TOGGLES = BOLD | ITALIC | HIDDEN | CAPITALS
_SWITCHES = {w("b"): BOLD, w("i"): ITALIC, w("vanish"): HIDDEN, w("caps"): CAPITALS}
_VERTICAL = {"superscript": SUPERSCRIPT, "subscript": SUBSCRIPT}
_U, _VERT_ALIGN, _FONTS = w("u"), w("vertAlign"), w("rFonts")
_LONGEST_CHAIN = 50  # of styles based on one another; Word stops far earlier
_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
_CONTENTS = late(r"(?:toc|contents|mục lục)\s+(?:heading|\d+)$", re.IGNORECASE)


class RunFormat(NamedTuple):
    """Bits said by run properties, and the character style they name.

    Above the bits stands the number of the old font (``docx_fonts``), under the mask ``FONT_MASK``.
    """

    mask: int = 0
    bits: int = 0
    style: str = ""

    def over(self, below: int) -> int:
        """Give the bits that hold when this is said on top of ``below``."""
        return (below & ~self.mask) | self.bits


NOTHING_SAID = RunFormat()


def run_format(rpr: etree._Element, fonts: FontTable) -> RunFormat:
    """Give what run properties say directly."""
    mask = bits = 0
    style = ""
    for child in rpr:
        tag = child.tag
        bit = _SWITCHES.get(tag)
        if bit is not None:
            mask |= bit
            bits = bits | bit if is_on(child) else bits & ~bit
        elif tag == _U:
            mask |= UNDERLINE
            bits = bits | UNDERLINE if is_on(child) else bits & ~UNDERLINE
        elif tag == _VERT_ALIGN:
            mask |= SUPERSCRIPT | SUBSCRIPT
            bits = bits & ~(SUPERSCRIPT | SUBSCRIPT) | _VERTICAL.get(child.get(VAL, ""), 0)
        elif tag == RSTYLE:
            style = child.get(VAL, "")
        elif tag == _FONTS:
            font = fonts.said(child)
            if font is not None:
                mask |= FONT_MASK
                bits |= font
    return RunFormat(mask, bits, style) if mask or style else NOTHING_SAID


def alignment(value: str | None) -> str | None:
    """Give "center", "right" or "" for a justification; None when none is said."""
    return None if value is None else _ALIGNMENTS.get(value, "")


class NumberReference(NamedTuple):
    """A place in a numbering: ``num_id`` "" = not said, "0" = none; ``level`` None = not said."""

    num_id: str = ""
    level: int | None = None


def number_reference(ppr: etree._Element) -> NumberReference | None:
    """Give the numbering that paragraph properties name, or None."""
    numpr = ppr.find(NUMPR)
    if numpr is None:
        return None
    level = child_value(numpr, ILVL)
    return NumberReference(child_words(numpr, NUM_ID), None if level is None else number(level))


class ParagraphStyle(NamedTuple):
    """What a paragraph style says with the styles it is based on; ``owner`` named the numbering."""

    align: str = ""
    reference: NumberReference | None = None
    owner: str = ""
    bits: int = 0
    is_contents: bool = False  # a line of a table of contents


class _Style(NamedTuple):
    based_on: str
    name: str
    align: str | None
    reference: NumberReference | None
    format: RunFormat


class Styles:
    """The styles of a document."""

    def __init__(self, root: etree._Element | None, fonts: FontTable) -> None:
        self.fonts = fonts
        self._styles: dict[str, _Style] = {}
        self._defaults = 0
        self._default_style = ""
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, RunFormat] = {}
        if root is not None:
            self._load(root)
        fonts.keeps_others = False  # where no style is old, a run that names another says nothing

    def _load(self, root: etree._Element) -> None:
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        if defaults is not None:
            self._defaults = run_format(defaults, self.fonts).bits
        for element in root.iterfind(w("style")):
            style_id = element.get(w("styleId"), "")
            ppr, rpr = element.find(PPR), element.find(RPR)
            self._styles[style_id] = _Style(
                child_words(element, w("basedOn")),
                child_words(element, w("name")),
                alignment(child_value(ppr, JC)),
                None if ppr is None else number_reference(ppr),
                NOTHING_SAID if rpr is None else run_format(rpr, self.fonts),
            )
            is_default = element.get(w("default"), "0") in ("1", "true", "on")
            if is_default and element.get(w("type")) == "paragraph":
                self._default_style = style_id

    def _chain(self, style_id: str) -> list[tuple[str, _Style]]:
        """Give a style and what it is based on, the farthest first; a circle ends."""
        chain: list[tuple[str, _Style]] = []
        seen = set()
        while style_id in self._styles and style_id not in seen and len(chain) < _LONGEST_CHAIN:
            seen.add(style_id)
            chain.append((style_id, self._styles[style_id]))
            style_id = self._styles[style_id].based_on
        return chain[::-1]

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """Give what a paragraph style says; "" or an unknown one is the default style."""
        found = self._paragraphs.get(style_id)
        if found is None:
            known = style_id if style_id in self._styles else self._default_style
            found = self._paragraphs[style_id] = self._resolved(known)
        return found

    def _resolved(self, style_id: str) -> ParagraphStyle:
        align, owner, bits = "", "", self._defaults
        reference: NumberReference | None = None
        is_contents = False
        for name, style in self._chain(style_id):
            if style.align is not None:
                align = style.align
            if style.reference is not None:
                reference, owner = _merged(style.reference, reference), name
            bits = style.format.over(bits)
            is_contents = bool(_CONTENTS.match(style.name))
        return ParagraphStyle(align, reference, owner, bits, is_contents)

    def numbering_of(self, style_id: str) -> str:
        """Give the id of the numbering that a numbering style names, or ""."""
        style = self._styles.get(style_id)
        return style.reference.num_id if style is not None and style.reference else ""

    def run_bits(self, below: int, said: RunFormat) -> int:
        """Give the bits of a run upon those of its paragraph."""
        if said.style:
            style = self._run_style(said.style)
            toggled = below ^ (style.bits & _TOGGLES)
            plain = RunFormat(style.mask & ~_TOGGLES, style.bits & ~_TOGGLES)
            below = plain.over(toggled)
        return said.over(below)

    def _run_style(self, style_id: str) -> RunFormat:
        found = self._runs.get(style_id)
        if found is None:
            mask = bits = 0
            for _, style in self._chain(style_id):
                mask, bits = mask | style.format.mask, style.format.over(bits)
            found = self._runs[style_id] = RunFormat(mask, bits)
        return found


def _merged(said: NumberReference, below: NumberReference | None) -> NumberReference:
    """Put a numbering on top of that of the style below, part by part."""
    if below is None:
        return said
    return NumberReference(
        said.num_id or below.num_id, below.level if said.level is None else said.level
    )
