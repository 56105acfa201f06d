"""The decision that leads from one text to another, in turns of order and proof."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act
from quyche_app.domain.decisions import Decision
from quyche_app.domain.errors import WritingError
from quyche_app.domain.operations import ReadAmendments
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.writer import DecisionWriter, only_differ_in
from tests.drafting.deciding.made import PARTY, read_back, text

BASE = (
    "Số 05-QC/TU",
    "QUY CHẾ",
    "làm việc",
    "Điều 1. Họp",
    "1. Họp giao ban vào sáng thứ hai, ủy quyền khi vắng.",
    "2. Ghi biên bản từng buổi họp.",
    "Điều 2. Hồ sơ",
    "1. Văn thư lập hồ sơ điện tử.",
    "2. Bảo vệ ghi tên khách.",
)


def writer(*changes: tuple[str, str], **rest: Any) -> DecisionWriter:
    words = "\n".join(BASE)
    for one, other in changes:
        assert one in words
        words = words.replace(one, other)
    reasons: Mapping[str, str] = rest.pop("reasons", {})
    rest = {"compared": compare, "read_back": read_back, "skips_typing": False, **rest}
    return DecisionWriter(text(*BASE), text(words), PARTY, reasons, **rest)


def decided(*changes: tuple[str, str], **rest: Any) -> Decision:
    return writer(*changes, **rest).decide()


CHANGED = ("thứ hai", "thứ ba")


def test_a_decision_is_proved_order_by_order() -> None:
    made = decided(CHANGED)
    (one,) = made.items
    assert (one.is_true, one.place, made.mismatches) == (True, "Điều 1", ())
    assert [(v.path, v.is_true) for v in made.provisions] == [("d1", True), ("d2", True)]
    assert one.reading is not None


@pytest.mark.parametrize(
    ("changes", "skips_typing", "code", "said"),
    [
        ((), False, "QC-W161", ""),
        ((("ủy quyền", "uỷ quyền"),), True, "QC-W162", "chính tả, chữ hoa, dấu câu"),
        ((("làm việc", "làm việc mới"),), False, "QC-W162", "phần đầu"),
    ],
    ids=["nothing", "typing", "head"],
)
def test_texts_without_a_provision_to_amend_are_refused(
    changes: tuple[tuple[str, str], ...], skips_typing: bool, code: str, said: str
) -> None:
    with pytest.raises(WritingError) as refused:
        decided(*changes, skips_typing=skips_typing)
    assert refused.value.code == code
    assert said in refused.value.sentence


def test_where_texts_differ_is_joined() -> None:
    assert only_differ_in(["phần đầu", "phần cuối"]).sentence.endswith("phần đầu; phần cuối.")


def test_typing_is_amended_unless_it_is_skipped() -> None:
    changes = (("ủy quyền", "uỷ quyền"), ("điện tử", "giấy"))
    assert [item.item.targets[0].path for item in decided(*changes).items] == ["d1/k1", "d2/k1"]
    skipped = decided(*changes, skips_typing=True)
    assert [item.item.targets[0].path for item in skipped.items] == ["d2/k1"]
    assert skipped.only_typed == ("d1/k1",)
    assert [v.is_true for v in skipped.provisions] == [False, True]


@pytest.mark.parametrize(
    ("reasons", "reason", "unused"),
    [
        ({"d1/k1": "A"}, "A", ()),
        ({"d1": "A"}, "A", ()),
        ({"d1": "A", "d1/k1": "B"}, "A; B", ()),
        ({"d1/k1": "A", "d1": "A"}, "A", ()),
        ({"d2": "A"}, "", ("d2",)),
        ({"d1/k2": "A"}, "", ("d1/k2",)),
        ({"d11": "A"}, "", ("d11",)),
    ],
    ids=["itself", "what holds it", "both", "the same twice", "elsewhere", "sibling", "digits"],
)
def test_a_reason_is_given_to_what_it_is_about(
    reasons: dict[str, str], reason: str, unused: tuple[str, ...]
) -> None:
    made = decided(CHANGED, reasons=reasons)
    assert made.items[0].item.reason == reason
    assert made.unused_reasons == unused


def reads_no_clauses(decision: Act) -> ReadAmendments:
    """A reader that only understands orders on whole articles."""
    read = read_back(decision)
    kept = tuple(
        one for one in read.instructions if all(len(t.address.steps) == 1 for t in one.targets)
    )
    return ReadAmendments(read.act, kept, read.unread, read.effect_date, read.implementing)


@pytest.mark.parametrize(
    "change",
    [CHANGED, ("từng buổi họp.", "từng buổi họp.\n3. Lập sổ theo dõi.")],
    ids=["amended", "inserted"],
)
def test_an_article_that_does_not_come_out_right_is_ordered_more_coarsely(
    change: tuple[str, str],
) -> None:
    made = decided(change, read_back=reads_no_clauses)
    (one,) = made.items
    assert (one.item.verb, one.item.targets[0].path) == (Verb.AMEND, "d1")
    assert made.mismatches == ()


def test_the_best_of_four_turns_is_given_where_none_proves_true() -> None:
    seen: list[Act] = []

    def reads_nothing(decision: Act) -> ReadAmendments:
        seen.append(decision)
        return ReadAmendments(decision, (), (), None)

    made = decided(CHANGED, read_back=reads_nothing)
    assert 1 < len(seen) <= 4
    assert [one.path for one in made.mismatches] == ["d1"]
    assert not made.items[0].is_true
    assert made.act == seen[0]


def test_a_provision_that_stands_twice_is_left_out() -> None:
    line = "2. Ghi biên bản từng buổi họp."
    made = decided((line, f"{line}\n{line}"), CHANGED)
    assert [one.words for one in made.left_out] == ["khoản 2 Điều 1"]
    assert made.mismatches == ()


def test_labels_in_between_are_told() -> None:
    line = "2. Ghi biên bản từng buổi họp."
    made = decided((line, f"2. Lập sổ theo dõi.\n3. {line[3:]}"))
    assert [(one.new_path, one.path) for one in made.relabelled] == [
        ("d1/k2", "d1/k1a"),
        ("d1/k3", "d1/k2"),
    ]
    assert [item.item.targets[0].path for item in made.items] == ["d1/k1a"]
    assert made.provisions[0].is_true is False
