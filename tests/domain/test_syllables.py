"""Which words can be a Vietnamese syllable: onset, rhyme, tone (docs/field.md 7)."""

from __future__ import annotations

import unicodedata

import pytest

from quyche_app.domain.syllables import is_syllable

_SYLLABLES = """
quy chế làm việc nghị quyết đảng ủy thường trực gì giữ giêng khuya nguyễn uỷ quốc quơ quới
quanh quyển kính ghế nghề cúc gà ngủ ghi tập trung dân chủ xuất đột bách khoảng yếu iếc ý
áp tước hoạch quẹt
"""


@pytest.mark.parametrize("word", _SYLLABLES.split())
def test_a_syllable_of_the_language(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("chưc", "a stopped rhyme without a tone"),
        ("chừc", "a stopped rhyme with a wrong tone"),
        ("bảch", "a stopped rhyme with hỏi"),
        ("họpp", "a letter too many"),
        ("nghị̉", "two tones"),
        ("ká", "k before a"),
        ("ghà", "gh before a"),
        ("nghành", "ngh before a"),
        ("cế", "c before ê"),
        ("gê", "g before ê"),
        ("ngế", "ng before ê"),
        ("fan", "no such onset"),
        ("quu", "qu before u"),
        ("zô", "no such onset"),
        ("đ", "no rhyme"),
        ("", "nothing"),
    ],
)
def test_what_is_no_syllable(word: str, why: str) -> None:
    assert not is_syllable(word), why


@pytest.mark.parametrize("rhyme", ["iếc", "ách", "ấp", "ắt"])
def test_a_stopped_rhyme_has_one_of_two_tones(rhyme: str) -> None:
    plain = unicodedata.normalize("NFD", rhyme).replace("\u0301", "")
    said = {
        tone: is_syllable(unicodedata.normalize("NFC", "b" + plain + mark))
        for tone, mark in zip(
            ("none", "huyền", "sắc", "ngã", "hỏi", "nặng"),
            ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"),
            strict=True,
        )
    }
    assert [tone for tone, fits in said.items() if fits] == ["sắc", "nặng"]
