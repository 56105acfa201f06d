"""Kinds of provisions as they are called on the tool bar and in sentences."""

from __future__ import annotations

from quyche_app.domain.units import UnitKind

KIND_NAMES: dict[UnitKind, str] = {
    UnitKind.PART: "phần",
    UnitKind.CHAPTER: "chương",
    UnitKind.SECTION: "mục",
    UnitKind.SUBSECTION: "tiểu mục",
    UnitKind.ARTICLE: "điều",
    UnitKind.CLAUSE: "khoản",
    UnitKind.POINT: "điểm",
    UnitKind.SUBPOINT: "tiết",
    UnitKind.ITEM: "gạch đầu dòng",
}
# The levels that a provision can be given, from the large to the small.
LEVELS: dict[UnitKind, str] = {
    kind: KIND_NAMES[kind]
    for kind in (
        UnitKind.CHAPTER,
        UnitKind.SECTION,
        UnitKind.ARTICLE,
        UnitKind.CLAUSE,
        UnitKind.POINT,
        UnitKind.SUBPOINT,
    )
}
