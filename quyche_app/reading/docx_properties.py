"""What stands at the head of a paragraph of a DOCX: style, numbering, alignment, and its mark's fate.

In: a ``w:pPr``. Out: ``Properties`` after styles and tracked changes.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from quyche_app.reading.docx_names import (
    DEL,
    INS,
    JC,
    MOVE_FROM,
    MOVE_TO,
    NUMPR,
    PPR,
    PSTYLE,
    RPR,
    VAL,
    child_value,
    child_words,
    is_child_on,
    w,
)
from quyche_app.reading.docx_styles import (
    NumberReference,
    ParagraphStyle,
    Styles,
    alignment,
    number_reference,
)

_PPR_CHANGE = w("pPrChange")
_NEW_NUMBER = f"{NUMPR}/{INS}"
_HIDDEN_MARK = f"{RPR}/{w('vanish')}"
_TELLING = frozenset({NUMPR, RPR, _PPR_CHANGE})


class Properties(NamedTuple):
    """The head of a paragraph; ``reference`` is the numbering that it names itself."""

    style: ParagraphStyle
    reference: NumberReference | None
    align: str
    is_mark_hidden: bool = False
    is_mark_removed: bool = False  # the next paragraph joins this one


class PropertyReader:
    """Reads the heads of paragraphs; tracked changes are accepted or rejected throughout."""

    def __init__(self, styles: Styles, *, is_accepted: bool) -> None:
        self._styles = styles
        self._is_accepted = is_accepted
        self._plain: dict[tuple[str, str | None], Properties] = {}

    def read(self, ppr: etree._Element | None) -> Properties:
        """Give the properties; most heads say a style or an alignment and no more."""
        style, align = "", None
        for child in () if ppr is None else ppr:
            tag = child.tag
            if tag == PSTYLE:
                style = child.get(VAL, "")
            elif tag == JC:
                align = child.get(VAL, "")
            elif tag in _TELLING and ppr is not None:
                return self._full(ppr)
        found = self._plain.get((style, align))
        if found is None:
            found = self._plain[style, align] = self._made(style, None, align)
        return found

    def _made(
        self, style_id: str, reference: NumberReference | None, align: str | None
    ) -> Properties:
        style = self._styles.paragraph(style_id)
        said = alignment(align)
        return Properties(style, reference, style.align if said is None else said)

    def _full(self, ppr: etree._Element) -> Properties:
        is_hidden, is_removed = is_child_on(ppr, _HIDDEN_MARK), self._is_removed_mark(ppr)
        is_new_number = ppr.find(_NEW_NUMBER) is not None
        if not self._is_accepted:
            change = ppr.find(_PPR_CHANGE)
            former = None if change is None else change.find(PPR)
            ppr = ppr if former is None else former
        reference = number_reference(ppr)
        if is_new_number and not self._is_accepted:
            reference = NumberReference("0")
        made = self._made(child_words(ppr, PSTYLE), reference, child_value(ppr, JC))
        return Properties(made.style, reference, made.align, is_hidden, is_removed)

    def _is_removed_mark(self, ppr: etree._Element) -> bool:
        """Tell whether the mark at the end of the paragraph is gone."""
        rpr = ppr.find(RPR)
        if rpr is None:
            return False
        gone = (DEL, MOVE_FROM) if self._is_accepted else (INS, MOVE_TO)
        return any(rpr.find(name) is not None for name in gone)
