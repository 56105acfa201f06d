"""Checks of words: what they find, what they leave alone, and that a mend mends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.checking.findings import Flaw
from quyche_app.checking.words import in_style, number_words, tone_places, word_flaws
from quyche_app.domain.syllables import is_syllable


def mended(text: str, flaw: Flaw) -> str:
    (mend,) = flaw.mends
    return text[: mend.start] + mend.words + text[mend.end :]


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("capitals", "theo điều 5 và khoản 2", "theo Điều 5 và khoản 2"),
        ("capitals", "quy định tại Khoản 2 Điều 5", "quy định tại khoản 2 Điều 5"),
        ("dates", "họp ngày 5 tháng 2 năm 2026", "họp ngày 05 tháng 02 năm 2026"),
        ("dates", "gửi ngày 5/9/2026", "gửi ngày 05/9/2026"),
        ("zeros", "chậm nhất 5 ngày", "chậm nhất 05 ngày"),
        ("spaces", "Văn phòng , các ban", "Văn phòng, các ban"),
        ("spaces", "Văn phòng;các ban", "Văn phòng; các ban"),
        ("spaces", "Văn phòng  các ban", "Văn phòng các ban"),
        ("doubled", "ý kiến của của các ban", "ý kiến của các ban"),
        ("spelling", "bổ xung hồ sơ", "bổ sung hồ sơ"),
        ("syllables", "người có thẩmquyền ký", "người có thẩm quyền ký"),
        ("old_names", "gửi Ban Dân vận", "gửi Ban Tuyên giáo và Dân vận"),
    ],
)
def test_a_slip_is_found_and_its_mend_mends_it(rule: str, text: str, right: str) -> None:
    (flaw,) = [flaw for flaw in word_flaws(text) if flaw.rule == rule]
    assert text[flaw.start : flaw.end]
    assert mended(text, flaw) == right
    assert not [again for again in word_flaws(right) if again.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("figures", "trong 05 (sáu) ngày làm việc"),
        ("pairs", "các ban (gồm Văn phòng"),
        ("pairs", "gọi là “Văn phòng"),
        ("syllables", "tổ chưc hội nghị"),
        ("month", "nộp trước ngày 20."),
        ("vague", "báo cáo kịp thời"),
        ("dates", "ngày 32 tháng 5"),
        ("old_names", "các huyện ủy"),
        ("working_days", "trong 05 ngày kể từ khi nhận"),
    ],
)
def test_what_needs_a_person_is_told_without_a_mend_that_guesses(rule: str, text: str) -> None:
    assert rule in [flaw.rule for flaw in word_flaws(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Điều 5, khoản 2 Điều 6 và điểm a khoản 1 Điều 7, Văn phòng trình Thường trực.",
        "Họp ngày 05 tháng 02 năm 2026; gửi tài liệu chậm nhất 03 (ba) ngày làm việc.",
        "a) Tờ trình; b) dự thảo (nếu có).",
        "Ban Tuyên giáo và Dân vận; nhiệm kỳ 2025 - 2030.",
        "Tháng 7 năm 2026 quyết nghị; trước ngày 20 hằng tháng.",
        "Khoản 1 áp dụng từ hôm nay.",
        "1. Cải cách hành chính, số hóa hồ sơ (95 %); 10,5 tỷ đồng.",
    ],
)
def test_plain_office_language_is_left_alone(text: str) -> None:
    assert [flaw for flaw in word_flaws(text) if flaw.rule not in ("working_days",)] == []


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "giữ",
        "gì",
        "khuya",
        "thuở",
        "quốc",
        "xoong",
        "yêu",
        "uyển",
        "huỷ",
        "hủy",
        "oái",
        "ghế",
        "kỷ",
        "của",
        "nghĩa",
        "giếng",
    ],
)
def test_every_kind_of_syllable_is_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["chưc", "quyêt", "ngỉ", "ka", "ghà", "thẩmquyền", "đưoc", "xbc"])
def test_what_no_syllable_can_be_is_known(word: str) -> None:
    assert not is_syllable(word)


@given(
    st.sampled_from(["uỷ", "ủy", "hoà", "hòa", "loẻ", "lóe", "Uỷ", "ÒA"]),
    st.sampled_from(["old", "new"]),
)
def test_a_tone_mark_goes_to_the_other_letter_and_back(word: str, style: str) -> None:
    ((start, end, own),) = tone_places(word)
    moved = word[:start] + in_style(word[start:end], style) + word[end:]
    assert tone_places(moved)[0][2] == style
    assert moved[:start] + in_style(moved[start:end], own) + moved[end:] == word


def test_numbers_in_words() -> None:
    assert "hai mươi mốt" in number_words(21)
    assert number_words(15) == ("mười lăm",)
    assert number_words(10) == ("mười",)
