"""A sentence with its quotations hidden."""

from __future__ import annotations

import re

from quyche_app.language.natural.pieces import piece_of, without_noise


def test_no_pattern_looks_into_a_quotation() -> None:
    piece = piece_of("Khoản 2 thay “bỏ; thêm” bằng “sửa”.")
    assert piece is not None
    assert len(piece.hidden) == len(piece.text)
    assert not re.search("bỏ|thêm|sửa", piece.hidden)
    assert "thay" in piece.hidden


def test_a_cut_piece_keeps_words_and_their_hidden_form_together() -> None:
    piece = piece_of("Khoản 2 bỏ “A”, khoản 3 thêm “B”.")
    assert piece is not None
    cut = piece.cut(piece.text.index("khoản 3"))
    assert cut.text.startswith("khoản 3 thêm “B”")
    assert len(cut.text) == len(cut.hidden)


def test_words_of_courtesy_go_and_quotations_stay() -> None:
    piece = piece_of("Nay thống nhất bỏ khoản 2 Điều 5 như đã nêu “A”.")
    assert piece is not None
    plain = without_noise(piece)
    assert "“A”" in plain.text
    assert len(plain.text) == len(plain.hidden)
