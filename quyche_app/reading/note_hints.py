"""Whether a text may have typed footnotes at all: asked before the patterns that find them are loaded."""

from __future__ import annotations

from collections.abc import Sequence

from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Paragraph

# What a text with such notes holds for certain: most texts are not looked at further.
_HINTS = ("[1]", "[2]", "được sửa đổi", "được bổ sung", "được bãi bỏ", "được thay", "bị bãi bỏ")


def may_have_notes(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Tell whether one of the words stands in a text that every text with typed notes has."""
    whole = "\n".join([p.block.text for p in paragraphs if isinstance(p.block, Paragraph)])
    return any(hint in whole for hint in _HINTS)
