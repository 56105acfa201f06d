"""The text that a decision leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import Paragraph, UnitKind
from quyche_app.drafting.deciding.goal import (
    goal_of,
    in_parts_of,
    with_old_printing,
    with_old_typing,
    with_repeals,
    without_copies,
)
from tests.drafting.deciding.made import matched, text
from tests.making import act, article, clause, component, unit

SAME = "Văn phòng theo dõi, đôn đốc việc thực hiện kết luận"
MEET = "Họp giao ban thường lệ vào sáng thứ hai hằng tuần"
FILE = "Văn thư lập hồ sơ điện tử và nộp lưu đúng hạn"


@pytest.mark.parametrize(
    ("words", "is_repealed"),
    [
        ("(được bãi bỏ)", True),
        ("(bị bãi bỏ)", True),
        ("(đã được bãi bỏ)", True),
        ("[hủy bỏ]", True),
        ("(huỷ bỏ);", True),
        ("(được bãi bỏ theo Quyết định số 5).", True),
        ("(Bãi bỏ)", True),
        ("được bãi bỏ", False),
        ("(được bãi bỏ) x", False),
        ("(không bãi bỏ)", False),
        ("Bãi bỏ Điều 3.", False),
    ],
)
def test_what_only_says_that_it_is_repealed_is_repealed(words: str, is_repealed: bool) -> None:
    of_words = with_repeals(act(clause("1", words)))
    of_name = with_repeals(act(article("1", words)))
    for made in (of_words, of_name):
        (unit,) = made.components[0].units
        assert unit.repealed is is_repealed
        assert not is_repealed or (unit.heading, unit.lead) == (None, ())


def test_what_holds_more_than_that_is_not_repealed() -> None:
    made = act(
        article("1", "(bãi bỏ)", clause("1", "Lời.")),
        article("2", "(bãi bỏ)", tail=(Paragraph("x"),)),
    )
    assert with_repeals(made) == made


@pytest.mark.parametrize(
    ("kind", "front", "units", "is_repealed"),
    [
        (ComponentKind.APPENDIX, ("Phụ lục I (được bãi bỏ)",), (), True),
        (ComponentKind.APPENDIX, ("Phụ lục I", "(được bãi bỏ)"), (), False),
        (ComponentKind.APPENDIX, ("Phụ lục I",), (), False),
        (ComponentKind.APPENDIX, ("Phụ lục I (được bãi bỏ)",), (clause("1", "x"),), False),
        (ComponentKind.BODY, ("Phụ lục I (được bãi bỏ)",), (), False),
    ],
    ids=["one line", "two lines", "not said", "with words", "no appendix"],
)
def test_an_appendix_of_one_line_may_be_repealed(
    kind: ComponentKind, front: tuple[str, ...], units: tuple[()], is_repealed: bool
) -> None:
    one = component(kind, *units, front=tuple(map(Paragraph, front)))
    assert with_repeals(Act(components=(one,))).components[0].repealed is is_repealed


def settled(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[list[str], list[tuple[str, str]]]:
    """Give the lines of the goal and what was relabelled."""
    before, after = text("QUY CHẾ", *old), text("QUY CHẾ", *new)
    goal, told = goal_of(after, matched(before, after))
    return act_lines(goal)[1:], [(one.new_path, one.path) for one in told]


HEAD = "Điều 1. Việc chung"
END = ("Điều 2. Hiệu lực", "Theo khoản 2 Điều 1.")


@pytest.mark.parametrize(
    ("new", "labels", "relabelled"),
    [
        ((f"1. {SAME}.", f"2. {MEET}."), ["1.", "2."], []),
        (
            (f"1. {SAME}.", f"2. {FILE}.", f"3. {MEET}."),
            ["1.", "1a.", "2."],
            [("d1/k2", "d1/k1a"), ("d1/k3", "d1/k2")],
        ),
        (
            (f"1. {FILE}.", f"2. {SAME}.", f"3. {MEET}."),
            ["1a.", "1.", "2."],
            [("d1/k1", "d1/k1a"), ("d1/k2", "d1/k1"), ("d1/k3", "d1/k2")],
        ),
        ((f"1. {SAME}.", f"2. {MEET}.", f"3. {FILE}."), ["1.", "2.", "3."], []),
        ((f"1. {MEET}.",), ["2."], [("d1/k1", "d1/k2")]),
    ],
    ids=["the same", "between", "first", "behind", "the first gone"],
)
def test_issued_provisions_keep_their_labels(
    new: tuple[str, ...], labels: list[str], relabelled: list[tuple[str, str]]
) -> None:
    lines, told = settled((HEAD, f"1. {SAME}.", f"2. {MEET}.", *END), (HEAD, *new, *END))
    assert [line.split()[0] for line in lines[1:-2]] == labels
    assert told == relabelled


def test_what_is_relabelled_is_named_and_said_to_be_inserted() -> None:
    old = text("QUY CHẾ", HEAD, f"1. {SAME}.", f"2. {MEET}.", *END)
    new = text("QUY CHẾ", HEAD, f"1. {SAME}.", f"2. {FILE}.", f"3. {MEET}.", *END)
    _, told = goal_of(new, matched(old, new))
    assert [(one.words, one.is_inserted) for one in told] == [
        ("Khoản 1a Điều 1", True),
        ("Khoản 2 Điều 1", False),
    ]


def test_a_text_that_keeps_its_labels_is_its_own_goal() -> None:
    old = text("QUY CHẾ", HEAD, f"1. {SAME}.", f"2. {MEET}.", *END)
    new = text("QUY CHẾ", HEAD, f"1. {SAME}.", f"1a. {FILE}.", f"2. {MEET}.", *END)
    assert goal_of(new, matched(old, new)) == (new, ())


def test_a_provision_printed_twice_is_taken_once() -> None:
    lines = ("QUY CHẾ", HEAD, f"1. {SAME}.", f"2. {MEET}.")
    old, new = text(*lines, *END), text(*lines, f"2. {MEET}.", *END)
    made, copies = without_copies(new, matched(old, new))
    assert act_lines(made) == act_lines(old)
    assert [TreeIndex(new).by_id[one].address.words for one in copies] == ["khoản 2 Điều 1"]


def test_two_provisions_of_one_number_and_other_words_are_both_kept() -> None:
    lines = ("QUY CHẾ", HEAD, f"1. {SAME}.", f"2. {MEET}.")
    old, new = text(*lines, *END), text(*lines, f"2. {FILE}.", *END)
    assert without_copies(new, matched(old, new)) == (new, ())


def test_labels_are_printed_as_the_issued_text_prints_them() -> None:
    old = text("QUY CHẾ", "Điều 1: Họp", f"{SAME}.", "Điều 2: Lưu", f"{FILE}.")
    new = text(
        "QUY CHẾ",
        "Điều 1. Họp mới",
        f"{SAME}.",
        "Điều 2. Lưu",
        f"{FILE}.",
        "Điều 3. Bàn",
        f"{MEET}.",
    )
    made = with_old_printing(new, matched(old, new))
    assert act_lines(made)[1::2] == ["Điều 1: Họp mới", "Điều 2: Lưu", "Điều 3. Bàn"]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("uỷ ban họp, ghi biên bản đầy đủ.", True),
        ("ủy ban họp, ghi biên bản đầy đủ.", True),
        ("Ủy ban họp ghi biên bản đầy đủ.", True),
        ("Ủy ban họp, ghi biên bản.", False),
    ],
    ids=["tone mark", "capital", "comma", "words"],
)
def test_what_differs_in_typing_says_what_the_issued_text_says(words: str, kept: bool) -> None:
    issued = "Ủy ban họp, ghi biên bản đầy đủ."
    old, new = (text("QUY CHẾ", HEAD, f"1. {line}", *END) for line in (issued, words))
    made, paths = with_old_typing(new, matched(old, new))
    assert paths == (("d1/k1",) if kept else ())
    assert act_lines(made) == act_lines(old if kept else new)


def test_only_what_both_texts_have_is_amended() -> None:
    decision = component(ComponentKind.BODY, article("1", "Ban hành"), id="b")
    held = article("1", "Họp", clause("1", f"{MEET}."))
    regulation = component(ComponentKind.REGULATION, held, id="r")
    alone = component(ComponentKind.BODY, held, id="m")
    appendix = component(ComponentKind.APPENDIX, label="I")
    old = Act(components=(decision, regulation))
    made = in_parts_of(old, Act(components=(alone, appendix)))
    assert [(one.kind, one.id) for one in made.components] == [
        (ComponentKind.BODY, "cu-b"),
        (ComponentKind.REGULATION, "m"),
        (ComponentKind.APPENDIX, appendix.id),
    ]
    assert made.components[0].units[0].id == "cu-article-1"
    same = Act(components=(replace(decision, id="x"), replace(regulation, id="y")))
    assert in_parts_of(old, same) is same


def test_clauses_behind_dashes_keep_their_labels_too() -> None:
    dash = unit(UnitKind.ITEM, "", "Gồm", prefix="- ")
    old = act(article("1", "Việc", dash, clause("1", SAME, id="a"), clause("2", MEET, id="b")))
    clauses = (clause("1", SAME, id="x"), clause("2", FILE, id="y"), clause("3", MEET, id="z"))
    new = act(article("1", "Việc", dash, *clauses))
    _, told = goal_of(new, matched(old, new))
    assert [(one.new_path, one.path) for one in told] == [("d1/k2", "d1/k1a"), ("d1/k3", "d1/k2")]
