"""The forms: each takes all words of a clause, or none."""

from __future__ import annotations

import pytest

from quyche_app.language.natural.addresses import Place, units_in
from quyche_app.language.natural.pieces import piece_of
from quyche_app.language.natural.table import meanings
from tests.language.as_ordered import order

_PLACE = Place(tuple(units_in("khoản 2 Điều 5")))


@pytest.mark.parametrize(
    ("clause", "reading"),
    [
        ("bỏ", ["repeal d5/k2"]),
        ("thay “A” bằng “B”", ["replace_words “A”>“B” d5/k2"]),
        ("viết lại như sau: “2. Mới.”", ["amend d5/k2 : 2. Mới."]),
        ("giữ nguyên", []),
    ],
)
def test_a_clause_that_a_form_takes_whole_has_its_meaning(clause: str, reading: list[str]) -> None:
    piece = piece_of(clause)
    assert piece is not None
    meant = meanings(piece, _PLACE)
    assert meant is not None
    assert [order(one) for one in meant.orders] == reading


@pytest.mark.parametrize("clause", ["bỏ khi cần", "có lẽ bỏ", "thay “A” bằng “B” nếu được"])
def test_a_word_more_than_a_form_holds_leaves_the_clause_without_meaning(clause: str) -> None:
    piece = piece_of(clause)
    assert piece is not None
    assert meanings(piece, _PLACE) is None
