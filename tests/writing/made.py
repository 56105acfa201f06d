"""Documents and comparisons made by hand, for tests of what is written from them."""

from __future__ import annotations

from datetime import date
from typing import Any

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.comparisons import Change, ChangeKind, Comparison, Layer, Pair, Side
from quyche_app.domain.operations import Footnote
from quyche_app.domain.three_way import SlotDifference, Standing, ThreeWay, ThreeWayRow
from quyche_app.domain.units import Block, Paragraph, UnitKind
from quyche_app.writing.consolidated import ConsolidatedDocument
from tests.making import article, clause, component

PARTY_ACT = Act(
    number="12-QĐ/TU",
    kind="Quyết định",
    title="Quyết định sửa đổi Quy chế mẫu",
    issuer="TỈNH ỦY SÔNG LÀNH",
    issue_date=date(2018, 7, 5),
    effect_date=date(2018, 7, 16),
)
EDITED = (Change("equal", "Họp mỗi "), Change("delete", "tháng"), Change("insert", "tuần"))


def body(*front: str, back: tuple[Block, ...] = ()) -> Component:
    """Give a body of one article of one clause behind lines of a head."""
    return component(
        ComponentKind.BODY,
        article("1", "Họp", clause("1", "Họp mỗi tháng.")),
        front=tuple(Paragraph(line) for line in front),
        back=back,
    )


def document(
    *components: Component, notes: tuple[Footnote, ...] = (), **rest: Any
) -> ConsolidatedDocument:
    """Give a consolidated text; every other field of it or of its act as told."""
    of_act = {
        key: rest.pop(key)
        for key in ("number", "kind", "title", "issue_date", "effect_date")
        if key in rest
    }
    rest = {"amended_by": (), "as_at": None, "made_on": None, "made_by": "", **rest}
    act = Act(components=components or (body(),), **of_act)
    return ConsolidatedDocument(act=act, footnotes=notes, profile_name="dang", **rest)


def note(owner: str, text: str = "Khoản này…", slot: str = "unit") -> Footnote:
    """Give a note on a provision."""
    return Footnote(owner, "d1", text, 1, 0, slot)


def pair(
    old: str,
    new: str,
    kind: ChangeKind = ChangeKind.EDITED,
    changes: tuple[Change, ...] = EDITED,
    **rest: Any,
) -> Pair:
    """Give a pair of provisions by their paths, several with "+" between; "" where there is none."""
    sides = [
        tuple(Side(f"u-{path}", path) for path in one.split("+") if path) for one in (old, new)
    ]
    level = rest.pop("level", UnitKind.CLAUSE)
    return Pair(
        sides[0], sides[1], kind, level, rest.pop("slot", "text"), rest.pop("sure", True), changes
    )


def same(path: str, words: str = "Lời.", **rest: Any) -> Pair:
    """Give a provision that stays."""
    return pair(path, path, ChangeKind.UNCHANGED, (Change("equal", words),), **rest)


def compared(*pairs: Pair, **rest: Any) -> Comparison:
    """Give a comparison of these pairs."""
    return Comparison(Act(), Act(), pairs, **rest)


def slot(name: str = "lead", standing: Standing = Standing.MINE, **rest: Any) -> SlotDifference:
    """Give a slot that A changed from "Họp mỗi tháng" to "Họp mỗi tuần", unless told otherwise."""
    rest = {
        "base": "Họp mỗi tháng",
        "mine": "Họp mỗi tuần",
        "theirs": "Họp mỗi tháng",
        "mine_changes": EDITED,
        **rest,
    }
    return SlotDifference(name, standing, **rest)


def rows(*slots: SlotDifference, path: str = "d5/k2", **rest: Any) -> ThreeWay:
    """Give a three-way comparison of one provision."""
    side = Side("u", path)
    sides = {"base": side, "mine": side, "theirs": side, **rest}
    not_compared = sides.pop("not_compared", ())
    return ThreeWay(Act(), Act(), Act(), (ThreeWayRow(slots=slots, **sides),), not_compared)


QUIET = (Change("delete", "uỷ", Layer.ORTHOGRAPHY), Change("insert", "ủy", Layer.ORTHOGRAPHY))
