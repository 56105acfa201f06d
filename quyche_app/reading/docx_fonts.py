"""Which old Vietnamese font a run of a DOCX stands in: the part of w:rFonts that matters for reading.

In: w:rFonts of runs, styles and document defaults, and the fonts of the theme. Out: a number above
the format bits, so that it passes through styles as bold does; 0 = no old font.
Source: ECMA-376 part 1, 17.3.2.26 (a theme font goes before a named one; complex-script fonts show
no Latin letters).
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from quyche_app.reading.docx_names import w
from quyche_app.reading.old_encodings import OldFont, old_font

FORMAT_BITS = 8  # bold to capitals and signs (docx_styles)
FORMAT_MASK = (1 << FORMAT_BITS) - 1
FONT_MASK = ~FORMAT_MASK

# Letters beyond ASCII are drawn with hAnsi: in an old font they are the ones with marks.
_SLOTS = ((w("hAnsiTheme"), w("hAnsi")), (w("asciiTheme"), w("ascii")))
_COMPLEX = w("cs")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MAY_BE_OLD = (b".vn", b"vni")


class FontTable:
    """The old fonts met in one document.

    Args:
        theme: names of the theme's Latin fonts, "major" and "minor".
    """

    def __init__(self, theme: Mapping[str, str]) -> None:
        self._theme = theme
        self._fonts: list[OldFont | None] = [None]
        self._places: dict[OldFont, int] = {}
        self._by_name: dict[tuple[str, bool], int] = {}
        self._harmless: set[tuple[object, ...]] = set()  # names in which no old font is
        self.keeps_others = True  # say also that a font is not old: a style may stand on an old one

    @property
    def has_old(self) -> bool:
        """Whether an old font was met."""
        return len(self._fonts) > 1

    def font(self, bits: int) -> OldFont | None:
        """Give the old font of a run by its bits."""
        return self._fonts[bits >> FORMAT_BITS]

    def bits(self, name: str, *, is_weak: bool = False) -> int:
        """Give the bits of a font by its name: 0 for any font that is not old."""
        found = self._by_name.get((name, is_weak))
        if found is None:
            font = old_font(name, is_weak=is_weak)
            found = self._by_name[name, is_weak] = 0 if font is None else self._place(font)
        return found

    def _place(self, font: OldFont) -> int:
        if font not in self._places:
            self._places[font] = len(self._fonts) << FORMAT_BITS
            self._fonts.append(font)
        return self._places[font]

    def said(self, element: etree._Element) -> int | None:
        """Give the bits that w:rFonts says, None when it says nothing that matters."""
        names = tuple(element.values())  # few different ones in a file of thousands of runs
        is_plain = not (self.keeps_others or self.has_old)
        if is_plain and names in self._harmless:
            return None
        bits = self._bits_of(element)
        if not bits and is_plain:
            self._harmless.add(names)
            return None
        return bits

    def _bits_of(self, element: etree._Element) -> int | None:
        is_named = False
        for theme_slot, slot in _SLOTS:
            theme = element.get(theme_slot)
            name = element.get(slot) if theme is None else self._theme.get(theme[:5], "")
            if name is None:
                continue
            is_named = True
            bits = self.bits(name)
            if bits:
                return bits
        if not is_named:
            return self.bits(element.get(_COMPLEX, ""), is_weak=True) or None
        return 0


def may_name_old(data: bytes) -> bool:
    """Tell whether a theme part may name an old font: hardly any does, and then it is not parsed."""
    lowered = data.lower()
    return any(name in lowered for name in _MAY_BE_OLD)


def latin_fonts(theme: etree._Element) -> dict[str, str]:
    """Give the Latin fonts of a theme: "major" (headings) and "minor" (text)."""
    found = {}
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            found[kind] = latin.get("typeface", "")
    return found
