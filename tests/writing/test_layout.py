"""Profiles of a page: which there are, which fits an act."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import WritingError
from quyche_app.writing.layout import PROFILES, load_profile, profile_for
from quyche_app.writing.named_styles import STYLES


@pytest.mark.parametrize(
    ("number", "profile"),
    [
        ("05-QC/TU", "dang"),
        ("", "dang"),
        ("30/2020/NĐ-CP", "nha-nuoc"),
        ("12/QĐ-UBND", "nha-nuoc"),
    ],
)
def test_the_profile_follows_the_number(number: str, profile: str) -> None:
    assert profile_for(Act(number=number)) == profile


@pytest.mark.parametrize(
    ("name", "first_line", "title_size"), [("dang", 10, 15), ("nha-nuoc", 12.7, 14)]
)
def test_measures_are_those_of_the_rule(name: str, first_line: float, title_size: float) -> None:
    profile = load_profile(name)
    assert (profile.name, profile.page_mm) == (name, (210, 297))
    assert (profile.first_line_mm, profile.sizes_pt["title"]) == (first_line, title_size)
    assert (profile.space_after_pt, profile.line_pt) == (6, 18)
    assert (profile.margins_mm["left"], profile.margins_mm["right"]) == (30, 15)
    assert profile.font == "Times New Roman"
    assert profile.source
    assert profile.title


@pytest.mark.parametrize("name", PROFILES)
def test_every_style_has_a_size_in_every_profile(name: str) -> None:
    assert {style.size for style in STYLES} <= set(load_profile(name).sizes_pt)


def test_a_profile_that_is_not_there_is_refused() -> None:
    with pytest.raises(WritingError) as refused:
        load_profile("../dang")
    assert refused.value.code == "QC-W120"
