"""What the forms mean: where they refuse although their words fit."""

from __future__ import annotations

import pytest

from quyche_app.language.natural import forms
from quyche_app.language.natural.reader import natural_statement
from tests.language.as_ordered import order


@pytest.mark.parametrize(
    "sentence",
    [
        # bare words that have nothing in common are no old and new wording
        "Khoản 2 Điều 5: chủ trì hội nghị nay là mười ngày.",
        # a limit of time is no part of new words
        "Khoản 2 Điều 5: thời hạn 05 ngày nay là 03 ngày trong năm 2026.",
    ],
)
def test_a_form_refuses_what_is_not_sure(sentence: str) -> None:
    assert natural_statement(sentence) is None


def test_several_old_words_may_become_one() -> None:
    read = natural_statement("Điều 5: các chữ “A”, “B” đều thay bằng “C”.")
    assert read is not None
    assert [order(one) for one in read.orders] == ["replace_words “A”>“C” d5 “B”>“C” d5"]


def test_what_stays_orders_nothing() -> None:
    read = natural_statement("Khoản 1 Điều 5 giữ nguyên, khoản 2 bỏ.")
    assert read is not None
    assert [order(one) for one in read.orders] == ["repeal d5/k2"]
    assert forms.Meant([]).orders == []
