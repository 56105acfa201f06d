"""From two matched texts to single orders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.acts import Act, ComponentKind, blocks_lines
from quyche_app.domain.decisions import Item
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.changes import ChangeFinder, blocks_of, head_blocks, plain_lines
from tests.drafting.deciding.made import at, matched, text
from tests.making import article, clause, component

SAME = "Văn phòng theo dõi, đôn đốc việc thực hiện kết luận."
MEET = "Họp giao ban thường lệ vào sáng thứ hai hằng tuần."
FILE = "Văn thư lập hồ sơ điện tử và nộp lưu đúng hạn."
GUEST = "Bảo vệ ghi tên khách đến làm việc tại trụ sở."
BASE = (
    "QUY CHẾ",
    "Chương I",
    "CHUNG",
    "Điều 1. Chế độ họp",
    "Cơ quan họp như sau:",
    f"1. {SAME}",
    f"2. {MEET}",
    "Chương II",
    "RIÊNG",
    "Điều 2. Hồ sơ",
    f"1. {FILE}",
    f"2. {GUEST}",
)


def finder(old: Act, new: Act, *whole: str) -> ChangeFinder:
    return ChangeFinder(old, new, matched(old, new), frozenset(at(old, path).id for path in whole))


def changed(*changes: tuple[str, str], base: tuple[str, ...] = BASE) -> tuple[Act, Act]:
    """Give the text, and the one in which lines became others; "" takes a line away."""
    words = "\n".join(base)
    for old, new in changes:
        assert old in words
        words = words.replace(f"{old}\n" if not new else old, new, 1)
    return text(*base), text(words)


def told(items: list[Item]) -> list[str]:
    """Give each order in short: verb, places, where an insertion goes."""
    return [
        " ".join(
            [
                item.verb.value,
                *(target.path for target in item.targets),
                *([item.position.text] if item.position is not None else []),
            ]
        )
        for item in items
    ]


@pytest.mark.parametrize(
    ("change", "orders", "quoted"),
    [
        (("thứ hai", "thứ ba"), ["amend d1/k2"], [f"2. {MEET.replace('thứ hai', 'thứ ba')}"]),
        (("Chế độ họp", "Hội nghị"), ["amend d1#heading"], ["Điều 1. Hội nghị"]),
        (("Cơ quan họp như sau", "Cơ quan họp"), ["amend d1#lead"], ["Cơ quan họp:"]),
        (("CHUNG", "NHỮNG VIỆC CHUNG"), ["amend cI#heading"], ["Chương I", "NHỮNG VIỆC CHUNG"]),
        ((f"2. {MEET}", ""), ["repeal d1/k2"], []),
        (
            (f"2. {MEET}", f"2. {MEET}\n3. Lập sổ họp."),
            ["insert d1/k3 after:d1/k2"],
            ["3. Lập sổ họp."],
        ),
        (
            (f"2. {MEET}", f"1a. Lập sổ họp.\n2. {MEET}"),
            ["insert d1/k1a after:d1/k1"],
            ["1a. Lập sổ họp."],
        ),
        (
            ("Chương II", "Điều 1a. Sổ họp\nLập sổ họp.\nChương II"),
            ["insert d1a after:d1"],
            ["Điều 1a. Sổ họp", "Lập sổ họp."],
        ),
    ],
    ids=[
        "clause",
        "name",
        "lead-in",
        "name of a chapter",
        "gone",
        "behind the last",
        "between",
        "article",
    ],
)
def test_what_changed_alone_is_named(
    change: tuple[str, str], orders: list[str], quoted: list[str]
) -> None:
    old, new = changed(change)
    items = finder(old, new).find()
    assert told(items) == orders
    assert [line for item in items for line in blocks_lines(item.quoted)] == quoted


def test_equal_texts_give_no_order_and_leave_nothing_out() -> None:
    made = finder(text(*BASE), text(*BASE))
    assert (made.find(), made.left_out) == ([], [])


def test_an_article_that_did_not_prove_true_is_given_whole() -> None:
    old, new = changed(("thứ hai", "thứ ba"))
    (item,) = finder(old, new, "d1").find()
    assert (item.verb, item.targets[0].path) == (Verb.AMEND, "d1")
    assert blocks_lines(item.quoted)[0] == "Điều 1. Chế độ họp"


def test_orders_stand_in_the_order_of_the_old_text_and_know_their_article() -> None:
    old, new = changed((GUEST, "Bảo vệ ghi tên khách."), ("thứ hai", "thứ ba"), ("RIÊNG", "KHÁC"))
    items = finder(old, new).find()
    assert told(items) == ["amend d1/k2", "amend cII#heading", "amend d2/k2"]
    assert [item.article for item in items] == ["d1", "cII", "d2"]
    assert [item.old_ids for item in items] == [
        (at(old, path).id,) for path in ("d1/k2", "cII", "d2/k2")
    ]


LIST = tuple(f"{n}. {words} {n}" for n, words in enumerate((SAME, MEET, FILE), 1))
MANY = ("QUY CHẾ", "Điều 1. Việc", *LIST, "Điều 2. Hiệu lực", "Từ ngày ký.")


@pytest.mark.parametrize(
    ("changes", "orders"),
    [
        ((("hai", "ba"), ("điện tử", "giấy")), ["amend d1/k2", "amend d1/k3"]),
        ((("hai", "ba"), ("điện tử", "giấy"), ("theo dõi", "lo")), ["amend d1"]),
    ],
    ids=["two of three", "all three"],
)
def test_a_provision_of_which_most_was_rewritten_is_given_whole(
    changes: tuple[tuple[str, str], ...], orders: list[str]
) -> None:
    assert told(finder(*changed(*changes, base=MANY)).find()) == orders


@pytest.mark.parametrize(
    ("change", "words", "reason"),
    [
        (("QUY CHẾ", "QUY CHẾ\nlàm việc"), "phần đầu", "khác ở phần không thuộc điều, khoản nào"),
        (
            ("Điều 2. Hồ sơ", "Chương III\nMỚI\nĐiều 2. Hồ sơ"),
            "Chương III",
            "chương, mục mới bao các điều đã có",
        ),
    ],
    ids=["head", "a chapter around articles"],
)
def test_what_no_order_says_is_left_out(change: tuple[str, str], words: str, reason: str) -> None:
    made = finder(*changed(change))
    made.find()
    assert (words, reason) in [(one.words, one.reason) for one in made.left_out]


def test_a_text_without_chapters_amends_none() -> None:
    new = [line for line in BASE if line not in ("Chương I", "CHUNG", "Chương II", "RIÊNG")]
    made = finder(text(*BASE), text(*new))
    assert made.find() == []
    assert [one.words for one in made.left_out] == ["tên các chương, mục"]


def test_a_whole_chapter_comes_and_goes() -> None:
    last = ("Chương III", "CUỐI", "Điều 3. Hiệu lực", "Từ ngày ký.")
    assert told(finder(text(*BASE), text(*BASE, *last)).find()) == ["insert cIII after:cII"]
    assert told(finder(text(*BASE, *last), text(*BASE)).find()) == ["repeal cIII"]


def with_appendix(line: str | None, *, repealed: bool = False) -> Act:
    body = component(ComponentKind.BODY, article("1", "Họp", clause("1", "Lời.")))
    if line is None:
        return Act(components=(body,))
    front = (Paragraph("Phụ lục I"), Paragraph(line))
    appendix = component(ComponentKind.APPENDIX, front=front, label="I", repealed=repealed)
    return Act(components=(body, appendix))


@pytest.mark.parametrize(
    ("old", "new", "orders"),
    [
        (with_appendix("x"), with_appendix("x"), []),
        (with_appendix("x"), with_appendix("y"), ["replace plI"]),
        (with_appendix(None), with_appendix("y"), ["insert plI"]),
        (with_appendix("x"), with_appendix(None), ["repeal plI"]),
        (with_appendix("x"), with_appendix("x", repealed=True), ["repeal plI"]),
        (with_appendix("x", repealed=True), with_appendix(None), []),
    ],
    ids=["the same", "other words", "new", "gone", "repealed", "was repealed"],
)
def test_an_appendix_is_ordered_as_a_whole(old: Act, new: Act, orders: list[str]) -> None:
    assert told(finder(old, new).find()) == orders


def test_an_appendix_whose_number_stands_twice_is_left_out() -> None:
    one = with_appendix("x")
    twice = Act(components=(*one.components, replace(one.components[1], id="khác")))
    made = finder(twice, with_appendix("y"))
    assert made.find() == []
    assert {item.words for item in made.left_out} == {"Phụ lục I"}


def test_a_part_that_one_text_alone_has_is_left_out() -> None:
    body = component(ComponentKind.BODY, article("1", "Họp", clause("1", SAME)))
    issued = component(
        ComponentKind.REGULATION, article("2", "Lưu", clause("2", FILE)), title="QUY CHẾ"
    )
    one, other = Act(components=(body, issued)), Act(components=(body,))
    for old, new in ((one, other), (other, one)):
        made = finder(old, new)
        assert made.find() == []
        assert [(part.words, part.reason) for part in made.left_out] == [
            ("QUY CHẾ", "cả một phần văn bản chỉ có ở một bên")
        ]


def test_the_lines_of_living_provisions() -> None:
    kept = article("1", "Họp", clause("1", "a"), clause("2", repealed=True), tail=(Paragraph("z"),))
    assert plain_lines([kept, article("2", "Bỏ", repealed=True)]) == ["Điều 1. Họp", "1. a", "z"]
    assert blocks_lines(blocks_of(kept)) == ["Điều 1. Họp", "1. a", "2. (được bãi bỏ)", "z"]
    assert blocks_lines(head_blocks(kept)) == ["Điều 1. Họp"]


def test_a_new_article_of_an_emptied_chapter_stands_behind_the_last_that_was_before_it() -> None:
    first = ("QUY CHẾ", "Chương I", "CHUNG")
    last = ("Chương II", "RIÊNG", "Điều 3. Khách", GUEST)
    old = text(*first, "Điều 1. Theo dõi", SAME, "Điều 2. Họp", MEET, *last)
    new = text(*first, "Điều 2a. Hồ sơ", FILE, *last)
    assert told(finder(old, new).find()) == ["repeal d1", "insert d2a after:d2", "repeal d2"]


@pytest.mark.parametrize(
    ("name", "words", "orders"),
    [
        ("Hội nghị", MEET, ["amend d1#heading"]),
        ("Họp", GUEST, ["amend d1"]),
        ("Hội nghị", f"{MEET} Có ghi biên bản.", ["amend d1"]),
        ("Họp", MEET, []),
    ],
    ids=["its name", "its words", "both", "nothing"],
)
def test_of_an_article_without_clauses_the_name_alone_may_be_amended(
    name: str, words: str, orders: list[str]
) -> None:
    old = text("QUY CHẾ", "Điều 1. Họp", MEET, "Điều 2. Hồ sơ", FILE)
    new = text("QUY CHẾ", f"Điều 1. {name}", words, "Điều 2. Hồ sơ", FILE)
    assert told(finder(old, new).find()) == orders


def test_of_an_article_with_clauses_in_which_all_else_stays_the_name_alone_is_amended() -> None:
    old = text("QUY CHẾ", "Điều 1. Họp", f"1. {MEET}", f"2. {SAME}", "Điều 2. Hồ sơ", FILE)
    new = text("QUY CHẾ", "Điều 1. Hội nghị", f"1. {MEET}", f"2. {SAME}", "Điều 2. Hồ sơ", FILE)
    assert told(finder(old, new).find()) == ["amend d1#heading"]
