"""Paragraphs inside a provision that look like the beginning of something else: of an annex or a form
that no signature parts from the last article, or of a provision whose label was not believed.

They are read as words of the provision before them, so whoever amends or repeals it takes them away.
Source: docs/field.md 1.6, 3.2, 3.6 (how annexes begin, labels, what makes reading hard).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quyche_app.domain.labels import next_letter
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.patterns import late
from quyche_app.domain.units import Block, Paragraph, Unit, UnitKind, walk

_LONGEST_NAME = 200  # characters; a name in capitals is no longer
_NUMBERED = late(
    r"(?:Mẫu|Biểu mẫu|Biểu|Phụ lục|Phụ biểu|PL|Bảng|Sơ đồ|Lưu đồ|Danh mục)(?:\s+số)?\s*[\dIVX][\w.]*"
    r"\s*(?:[.:–-]\s.{0,120}(?<![.;,:])|\(.*\))?$",
    re.IGNORECASE,
)
_ATTACHED = late(r"\((?:phụ lục\s+)?(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
# A name that is not in capitals: "Danh mục hồ sơ trình Ban Thường vụ", "Mẫu: Phiếu trình"; a stroke.
_NAMED = late(
    r"(?:Phụ lục|Danh mục|Mẫu|Biểu mẫu|Sơ đồ|Lưu đồ|Bảng phân công)"
    r"(?:\s*[:–-]\s*\S|\s+[^\W\d_])?[^.;:,]{0,110}$|[-–_=*]{5,}\s*$"
)
# Labels that read_label does not know, or takes for others: "A)", "đ.", "iv)", "3/".
_LETTER = late(r"[^\W\d_]{1,2}\d?\s?\)\s*\S|[^\W\d_]\.\s+\S")
_NUMBER = late(r"\d{1,3}[a-zđ]?\s?[.)/](?!\d)\s*\S")


def begins_annex(text: str) -> bool:
    """Tell whether a paragraph looks like the first of an annex or a form: "Mẫu số 01", "PL 01", a name
    in capitals, "(Kèm theo …)"."""
    if any(form.match(text) for form in (_ATTACHED, _NUMBERED, _NAMED)):
        return True
    if len(text) > _LONGEST_NAME or " " not in text.strip():
        return False
    if text.rstrip()[-1:] in ".;,:":
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 6 and all(char.isupper() for char in letters)


def label_level(text: str) -> UnitKind | None:
    """Give the level of a label that a paragraph seems to begin with: an article, a clause (a number)
    or a point (a letter, of any alphabet and case); None = no label."""
    label = read_label(text)
    if label is not None and label.kind is UnitKind.ARTICLE:
        return UnitKind.ARTICLE if label.is_strong else None
    if _NUMBER.match(text):
        return UnitKind.CLAUSE
    return UnitKind.POINT if _LETTER.match(text) else None


def runs_on(unit: Unit, following: str) -> str:
    """Give the words of a unit in which the label that follows its own stands in the middle of a line:
    "1. Một. 2. Hai."; "" when there are none."""
    mark = r"[.)]" if following.isdigit() else r"\)"
    glued = re.compile(rf"(?:;\s*|\.\s+)(?P<words>{re.escape(following)}{mark}\s+\S.{{0,40}})")
    for text in (*_texts(unit.lead), *_texts(unit.tail)):
        found = glued.search(text)
        if found is not None:
            return found["words"]
    return ""


def following_label(unit: Unit) -> str:
    """Give the label that a neighbour behind a clause or a point would have; one that no text holds for
    other units."""
    if unit.kind is UnitKind.CLAUSE and unit.label.isdigit():
        return str(int(unit.label) + 1)
    return (next_letter(unit.label) if unit.kind is UnitKind.POINT else None) or _NO_LABEL


_NO_LABEL = "\0"
_IN_NAME = late(r"(?:^|[\s.])(?P<words>1[.)]\s+\S.*[\s.;]2[.)]\s)")


_POINTS = late(r"(?:^|[\s:;])(?P<words>a\)\s+\S.*[\s;,.]b\)\s)")


def _points_inside(unit: Unit) -> str:
    """Words of a clause or an article whose points stand in one line: "Gồm: a) Một; b) Hai."."""
    if unit.kind not in (UnitKind.ARTICLE, UnitKind.CLAUSE):
        return ""
    found = next(filter(None, map(_POINTS.search, _texts(unit.lead))), None)
    return found["words"] if found is not None else ""


def glued_label(unit: Unit) -> str:
    """Give words of a provision, or of one in it, that go on in the middle of a line like the next one, or
    like its first clause in its name: "Điều 5. Mới 1. Một. 2. Hai."; "" when there are none."""
    for one in walk((unit,)):
        names = [one.heading or ""]
        if one.kind is UnitKind.ARTICLE and not one.children:
            names += _texts(one.lead[:1])
        in_name = next(filter(None, map(_IN_NAME.search, names)), None)
        if in_name is not None:
            return in_name["words"]
        if words := runs_on(one, following_label(one)) or _points_inside(one):
            return words
    return ""


def words_after_first(unit: Unit) -> Iterator[str]:
    """Give the paragraphs of a unit and of what is in it that are words, without those that stand on
    the line of a label."""
    for one in walk((unit,)):
        yield from _texts(one.lead[1:])
        yield from _texts(one.tail)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text


def closing_paragraph(texts: Sequence[str]) -> str:
    """Give the paragraph of an article's last clause that may close the article: behind one whole sentence
    another paragraph of whole sentences. "" when there is none.

    Args:
        texts: the paragraphs of the clause, which has no points.
    """
    first, *further = [text.rstrip() for text in texts] or [""]
    if len(further) != 1 or not first.endswith(".") or not further[0][:1].isupper():
        return ""
    return further[0]
