"""A small regulation in a session, and a person at work on it."""

from __future__ import annotations

from itertools import count

from quyche_app.domain.acts import Act
from quyche_app.domain.units import Cell, Paragraph, Table, Unit
from quyche_app.drafting.draft import Draft
from quyche_app.drafting.session import (
    BaseText,
    Changed,
    DraftSession,
    Numbering,
    Spot,
    TypeWords,
)
from quyche_app.reading.files import read_bytes

_TEXT = """QUYẾT ĐỊNH
Ban hành Quy chế làm việc
QUY CHẾ
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Văn phòng họp hằng tuần.
2. Tài liệu gửi trước; xem khoản 1 Điều này.
3. Xem Điều 2.
Điều 2. Họp
Văn phòng họp:
a) Thứ hai;
b) Thứ sáu.
Chương II
LÀM VIỆC
Điều 3. Hồ sơ
1. Hồ sơ giấy.
2. Hồ sơ điện tử.
"""
TABLE = Table(((Cell((Paragraph("Một"),)), Cell((Paragraph("Hai"),))),))


def new_act() -> Act:
    return read_bytes("quy-che.txt", _TEXT.encode()).act


def new_session(numbering: Numbering = Numbering.RECOUNT) -> DraftSession:
    act = new_act()
    numbers = count(1)
    return DraftSession(Draft(act, numbering), BaseText(act), lambda: f"moi{next(numbers)}")


def told(session: DraftSession) -> list[Changed]:
    heard: list[Changed] = []
    session.subscribe(heard.append)
    return heard


def unit_at(session: DraftSession, words: str) -> Unit:
    """The provision that says some words."""
    return next(u for u in session.act.units() if words in f"{u.heading} {u.lead}")


def stand(session: DraftSession, words: str, at: int | None = None) -> Spot:
    """Put the caret into the provision that says some words, at their end unless said."""
    unit = unit_at(session, words)
    first = unit.lead[0]
    assert isinstance(first, Paragraph)
    spot = Spot(unit.id, "lead", 0, len(first.text) if at is None else at)
    session.put_caret(spot)
    return spot


def type_at(session: DraftSession, spot: Spot, words: str) -> None:
    """Type letter by letter, as the page tells it: first the words, then the caret."""
    for letter in words:
        block = session.draft.unit(spot.unit_id).lead[spot.block]
        assert isinstance(block, Paragraph)
        text = block.text[: spot.at] + letter + block.text[spot.at :]
        session.do(TypeWords(spot.unit_id, spot.slot, spot.block, text, block.marks))
        spot = Spot(spot.unit_id, spot.slot, spot.block, spot.at + 1)
        session.put_caret(spot)
