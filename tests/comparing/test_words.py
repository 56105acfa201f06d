"""What sort of difference it is: spelling, marks, or what the text says."""

from __future__ import annotations

import pytest

from quyche_app.comparing.words import layer_of, typing_key
from quyche_app.domain.comparisons import Layer


@pytest.mark.parametrize(
    ("old", "new"), [("kỷ luật", "kỉ luật"), ("quý", "quí"), ("Kỳ", "Kì"), ("uỷ", "ủy")]
)
def test_i_for_a_y_that_is_all_the_rhyme_is_spelling(old: str, new: str) -> None:
    assert layer_of(old, new) is Layer.ORTHOGRAPHY
    assert typing_key(old) == typing_key(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hai", "hay"),
        ("tai", "tay"),
        ("ngày", "ngài"),
        ("≥ 50", "≤ 50"),
        ("≥", "≤"),
        ("5%", "5"),
        ("%", "‰"),
        ("đồng", "dong"),
    ],
)
def test_another_word_or_sign_is_substance_and_never_typing(old: str, new: str) -> None:
    assert layer_of(old, new) is Layer.SUBSTANCE
    assert typing_key(old) != typing_key(new)


@pytest.mark.parametrize(("old", "new"), [(",", ";"), ("(", "["), ("Văn phòng,", "Văn phòng;")])
def test_stops_and_brackets_are_punctuation(old: str, new: str) -> None:
    assert layer_of(old, new) is Layer.PUNCTUATION
