"""Which provision of a new text is which of the issued one, as a decision must see it."""

from __future__ import annotations

import pytest

from quyche_app.domain.acts import Act
from quyche_app.domain.trees import TreeIndex
from quyche_app.drafting.deciding.matches import articles_of
from tests.drafting.deciding.made import matched, text

SAME = "Văn phòng theo dõi, đôn đốc việc thực hiện kết luận"
MEET = "Họp giao ban thường lệ vào sáng thứ hai hằng tuần"
FILE = "Văn thư lập hồ sơ điện tử và nộp lưu đúng hạn"
GUEST = "Bảo vệ ghi tên khách đến làm việc tại trụ sở"


def pairs(old: Act, new: Act) -> dict[str, str]:
    """Give old path → new path of what is the same provision, and old path → "" of what is gone."""
    matches = matched(old, new)
    before, after = TreeIndex(old), TreeIndex(new)
    return {
        placed.address.path: (
            after.by_id[matches.new_of[placed.unit.id].id].address.path
            if not matches.is_removed(placed.unit)
            else ""
        )
        for placed in before
    }


def clauses(*words: str) -> Act:
    """Give a text of one article of clauses."""
    numbered = (f"{n}. {line}." for n, line in enumerate(words, 1))
    return text("QUY CHẾ", "Điều 1. Việc chung", *numbered, "Điều 2. Hiệu lực", "Từ ngày ký.")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((SAME, MEET), (SAME, MEET), {"d1/k1": "d1/k1", "d1/k2": "d1/k2"}),
        ((SAME, MEET), (SAME, f"{MEET} đầu tháng"), {"d1/k1": "d1/k1", "d1/k2": "d1/k2"}),
        ((SAME, MEET), (SAME, GUEST), {"d1/k1": "d1/k1", "d1/k2": "d1/k2"}),
        ((SAME, MEET), (SAME,), {"d1/k1": "d1/k1", "d1/k2": ""}),
        ((SAME, MEET), (FILE, SAME, MEET), {"d1/k1": "d1/k2", "d1/k2": "d1/k3"}),
        ((SAME, MEET, FILE), (MEET, FILE), {"d1/k1": "", "d1/k2": "d1/k1", "d1/k3": "d1/k2"}),
        ((SAME, MEET), (MEET, SAME), {"d1/k1": "d1/k1", "d1/k2": "d1/k2"}),
    ],
    ids=[
        "the same",
        "edited",
        "other words",
        "gone",
        "counted anew",
        "counted back",
        "changed places",
    ],
)
def test_clauses_are_told_by_words_or_by_label(
    old: tuple[str, ...], new: tuple[str, ...], expected: dict[str, str]
) -> None:
    found = pairs(clauses(*old), clauses(*new))
    assert {path: found[path] for path in expected} == expected


def articles(*named: tuple[str, str]) -> Act:
    lines = [line for label, words in named for line in (f"Điều {label}. {words[:7]}", f"{words}.")]
    return text("QUY CHẾ", *lines)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (
            (("1", MEET), ("2", FILE), ("3", GUEST)),
            {"d1": "d1", "d2": "d2", "d3": "d3"},
        ),
        ((("1", FILE), ("2", MEET), ("3", GUEST)), {"d1": "d1", "d2": "d2", "d3": "d3"}),
        ((("1", MEET), ("2", GUEST)), {"d1": "d1", "d2": "", "d3": "d2"}),
        ((("1", MEET), ("3", GUEST)), {"d1": "d1", "d2": "", "d3": "d3"}),
        (
            (("1", MEET), ("1a", SAME), ("2", FILE), ("3", GUEST)),
            {"d1": "d1", "d2": "d2", "d3": "d3"},
        ),
        (
            (("1", SAME), ("2", MEET), ("3", FILE), ("4", GUEST)),
            {"d1": "d2", "d2": "d3", "d3": "d4"},
        ),
    ],
    ids=[
        "the same",
        "changed places",
        "counted back",
        "a gap",
        "a label between",
        "counted anew",
    ],
)
def test_articles_keep_their_labels_where_the_text_was_not_counted_anew(
    new: tuple[tuple[str, str], ...], expected: dict[str, str]
) -> None:
    assert pairs(articles(("1", MEET), ("2", FILE), ("3", GUEST)), articles(*new)) == expected


def test_four_articles_of_which_the_first_went_to_the_end_keep_their_labels() -> None:
    old = articles(("1", MEET), ("2", FILE), ("3", GUEST), ("4", SAME))
    new = articles(("1", FILE), ("2", GUEST), ("3", SAME), ("4", MEET))
    assert pairs(old, new) == {f"d{number}": f"d{number}" for number in range(1, 5)}


@pytest.mark.parametrize(
    ("new", "keeps"),
    [
        ((("1", MEET), ("2", FILE)), False),
        ((("1", MEET), ("1a", SAME), ("2", FILE)), True),
        ((("1", MEET), ("2", "(được bãi bỏ)")), False),
        ((("2", FILE),), False),
        ((("1", MEET), ("3", GUEST)), True),
    ],
    ids=["the same", "a label between", "words that say so", "the first gone", "a gap"],
)
def test_a_text_that_keeps_its_labels_shows_it(
    new: tuple[tuple[str, str], ...], keeps: bool
) -> None:
    old = articles(("1", MEET), ("2", FILE), ("3", GUEST))
    made = articles(*new)
    kept = matched(old, made).labels_kept
    assert kept == ({made.components[0].id} if keeps else set())


def test_a_clause_that_went_to_another_article_is_removed_and_inserted() -> None:
    old = text(
        "QUY CHẾ", "Điều 1. Họp", f"1. {SAME}.", f"2. {MEET}.", "Điều 2. Hồ sơ", f"1. {FILE}."
    )
    new = text(
        "QUY CHẾ", "Điều 1. Họp", f"1. {SAME}.", "Điều 2. Hồ sơ", f"1. {FILE}.", f"2. {MEET}."
    )
    found = pairs(old, new)
    assert found == {"d1": "d1", "d1/k1": "d1/k1", "d1/k2": "", "d2": "d2", "d2/k1": "d2/k1"}
    matches = matched(old, new)
    came = [p.address.path for p in TreeIndex(new) if matches.is_inserted(p.unit)]
    assert came == ["d2/k2"]


def test_two_are_matched_and_parted() -> None:
    old, new = clauses(SAME), clauses(SAME)
    matches = matched(old, new)
    one, other = articles_of(old.components[0])[0], articles_of(new.components[0])[0]
    matches.part(one, other)
    assert matches.is_removed(one)
    assert matches.is_inserted(other)
    matches.match(one, other)
    assert (matches.old_of[other.id], matches.new_of[one.id]) == (one, other)


def test_articles_are_found_inside_chapters() -> None:
    made = text(
        "QUY CHẾ",
        "Chương I",
        "CHUNG",
        "Điều 1. Họp",
        "1. Lời.",
        "Chương II",
        "KHÁC",
        "Điều 2. Lưu",
        "Lời.",
    )
    assert [unit.label for unit in articles_of(made.components[0])] == ["1", "2"]
