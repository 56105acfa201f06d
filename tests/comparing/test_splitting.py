"""What was split into several provisions."""

from __future__ import annotations

import pytest

from quyche_app.comparing.splitting import splits
from quyche_app.comparing.vocabulary import Vocabulary
from tests.comparing.trees import paired, side
from tests.making import article, clause, point

_MEET = "Văn phòng chuẩn bị chương trình họp giao ban hằng tuần"
_REPORT = "Trưởng ban báo cáo kết quả công tác trước ngày hai mươi"
_KEEP = "Bộ phận văn thư lưu giữ hồ sơ theo đúng thời hạn quy định"


def found(old: list[str], new: list[str], pairs: list[tuple[int, int]]) -> dict[str, list[str]]:
    """Give the clauses that were split, by their labels; pairs are counted from 1."""
    left = side(*(clause(str(n), words) for n, words in enumerate(old, 1)))
    right = side(*(clause(str(n), words) for n, words in enumerate(new, 1)))
    paired(left, right, *((f"k{one}", f"k{other}") for one, other in pairs))
    words = Vocabulary()
    parts = splits(list(right.values()), lambda n: words.code(n.body), lambda n: words.code(n.body))
    return {whole.unit.label: [p.unit.label for p in some] for whole, some in parts.items()}


@pytest.mark.parametrize(
    ("old", "new", "pairs", "parts"),
    [
        ([f"{_MEET}. {_REPORT}."], [f"{_MEET}.", f"{_REPORT}."], [(1, 1)], {"1": ["1", "2"]}),
        ([f"{_MEET}. {_REPORT}."], [f"{_MEET}.", f"{_REPORT}."], [(1, 2)], {"1": ["1", "2"]}),
        (
            [f"{_MEET}. {_REPORT}. {_KEEP}."],
            [f"{_MEET}.", f"{_REPORT}.", f"{_KEEP}."],
            [(1, 1)],
            {"1": ["1", "2", "3"]},
        ),
        ([f"{_MEET}."], [f"{_MEET}.", f"{_REPORT}."], [(1, 1)], {}),
        ([f"{_MEET}. {_REPORT}."], [f"{_MEET}. {_REPORT}.", f"{_REPORT}."], [(1, 1)], {}),
        ([f"{_MEET}. Họp tuần."], [f"{_MEET}.", "Họp tuần."], [(1, 1)], {}),
        ([f"{_MEET}. {_REPORT}."], [f"{_MEET}.", f"{_REPORT}."], [], {}),
        (
            [f"{_MEET}. {_REPORT}."],
            [f"{_MEET}.", "Lời chèn thêm vào giữa.", f"{_REPORT}."],
            [(1, 1)],
            {"1": ["1", "3"]},
        ),
        (
            [f"{_MEET}. {_REPORT}."],
            [f"{_MEET}.", "x", "y", "z", f"{_REPORT}."],
            [(1, 1)],
            {},
        ),
    ],
    ids=[
        "in two",
        "the mate is the last",
        "in three",
        "something new beside it",
        "the words are still there",
        "too few words",
        "without a mate",
        "something between",
        "too far",
    ],
)
def test_what_was_split(
    old: list[str],
    new: list[str],
    pairs: list[tuple[int, int]],
    parts: dict[str, list[str]],
) -> None:
    assert found(old, new, pairs) == parts


def test_a_part_is_of_the_same_kind_and_of_the_same_parent() -> None:
    left = side(article("1", "A", clause("1", f"{_MEET}. {_REPORT}.")))
    words = Vocabulary()

    def parts(*right: object) -> int:
        new = side(*right)  # type: ignore[arg-type]
        paired(left, new, ("d1/k1", "d1/k1"))
        made = splits(
            list(new.values()), lambda n: words.code(n.body), lambda n: words.code(n.body)
        )
        left["d1/k1"].mate = None
        return len(made)

    assert parts(article("1", "A", clause("1", _MEET), clause("2", _REPORT))) == 1
    assert parts(article("1", "A", clause("1", _MEET), point("a", _REPORT))) == 0
    assert (
        parts(article("1", "A", clause("1", _MEET)), article("2", "B", clause("1", _REPORT))) == 0
    )
