"""A decision as a text: articles, containers, quotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.comparing import compare
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.decisions import Item
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Block, Paragraph, Table
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.changes import ChangeFinder
from quyche_app.drafting.deciding.compose import Written, compose, quoted_blocks
from quyche_app.drafting.deciding.matches import matches_of
from tests.drafting.deciding.made import PARTY, at, order, text
from tests.making import component, table

BASE = (
    "Số 05-QC/TU",
    "QUY CHẾ",
    "làm việc",
    "Điều 1. Họp",
    "1. Họp giao ban vào sáng thứ hai.",
    "2. Ghi biên bản từng buổi họp.",
    "3. Gửi kết luận cho các phòng.",
    "Điều 2. Hồ sơ",
    "1. Văn thư lập hồ sơ điện tử.",
    "2. Bảo vệ ghi tên khách.",
)
NAME = "Quy chế làm việc số 05-QC/TU"
OLD = text(*BASE)


def written(*changes: tuple[str, str], apart: frozenset[str] = frozenset()) -> Written:
    """Write the decision of which the text with these words changed is the goal."""
    words = "\n".join(BASE)
    for one, other in changes:
        assert one in words
        words = words.replace(one, other)
    goal = text(words)
    items = ChangeFinder(OLD, goal, matches_of(compare(OLD, goal)), frozenset()).find()
    return compose(items, OLD, goal, PARTY, apart)


def ordered(*items: Item) -> Written:
    """Write the decision of these orders on the text."""
    component_id = OLD.components[0].id
    own = [replace(item, component=component_id) for item in items]
    return compose(own, OLD, OLD, PARTY)


def lines(made: Written) -> list[str]:
    """Give the lines of the articles, without head, foot and the closing articles."""
    said = act_lines(made.act)
    start = next(n for n, line in enumerate(said) if line.startswith("Điều 1."))
    end = next(n for n, line in enumerate(said) if "Các nội dung khác" in line)
    return said[start:end]


def test_one_order_is_an_article_that_names_the_text() -> None:
    assert lines(written(("thứ hai", "thứ ba"))) == [
        f"Điều 1. Sửa đổi, bổ sung khoản 1 Điều 1 của {NAME} như sau:",
        "“1. Họp giao ban vào sáng thứ ba.”.",
    ]


def test_orders_on_several_articles_stand_under_one_container() -> None:
    made = written(("thứ hai", "thứ ba"), ("điện tử", "giấy"))
    assert lines(made) == [
        f"Điều 1. Sửa đổi, bổ sung một số điều của {NAME} (sau đây gọi tắt là Quy chế):",
        "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:",
        "“1. Họp giao ban vào sáng thứ ba.”.",
        "2. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:",
        "“1. Văn thư lập hồ sơ giấy.”.",
    ]
    assert [place for _, place, _ in made.places] == ["Điều 1 khoản 1", "Điều 1 khoản 2"]


def test_neighbours_are_one_sentence_with_one_quotation() -> None:
    made = written(("thứ hai", "thứ ba"), ("từng buổi họp", "mỗi buổi"))
    assert lines(made) == [
        f"Điều 1. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 1 của {NAME} như sau:",
        "“1. Họp giao ban vào sáng thứ ba.",
        "2. Ghi biên bản mỗi buổi.”.",
    ]
    assert len({words for _, _, words in made.places}) == 1


@pytest.mark.parametrize(
    ("changes", "apart"),
    [
        ((("thứ hai", "thứ ba"), ("các phòng", "các đơn vị")), frozenset()),
        ((("thứ hai", "thứ ba"), ("từng buổi họp", "mỗi buổi")), frozenset({"d1"})),
    ],
    ids=["not neighbours", "kept apart"],
)
def test_orders_on_one_article_are_points_of_a_clause(
    changes: tuple[tuple[str, str], ...], apart: frozenset[str]
) -> None:
    made = written(*changes, apart=apart)
    said = lines(made)
    assert said[1] == "1. Sửa đổi, bổ sung một số khoản của Điều 1 như sau:"
    assert [line[:2] for line in said if line[1:2] == ")"] == ["a)", "b)"]
    assert [line[-2:] for line in said if line.startswith("“")] == ["”;", "”."]
    assert [place for _, place, _ in made.places] == [
        "Điều 1 khoản 1 điểm a",
        "Điều 1 khoản 1 điểm b",
    ]


def test_repeals_are_the_last_article() -> None:
    made = ordered(order(Verb.REPEAL, "d1/k1"), order(Verb.REPEAL, "d2"))
    assert lines(made) == [f"Điều 1. Bãi bỏ khoản 1 Điều 1 và Điều 2 của {NAME}."]


def test_many_repeals_are_clauses_of_eight() -> None:
    made = ordered(*(order(Verb.REPEAL, f"d{n}") for n in range(1, 10)))
    assert lines(made) == [
        "Điều 1. Bãi bỏ một số quy định của Quy chế như sau:",
        "1. Bãi bỏ các điều 1, 2, 3, 4, 5, 6, 7 và 8.",
        "2. Bãi bỏ Điều 9.",
    ]
    assert [place for _, place, _ in made.places] == ["Điều 1 khoản 1"] * 8 + ["Điều 1 khoản 2"]


REPLACED = order(Verb.REPLACE_WORDS, "d1", "d2", words_old="tháng", words_new="quý")
REMOVED = order(Verb.REMOVE_WORDS, "d1", "d2", words_old="ngay")


def test_orders_on_words_have_an_article_of_their_own() -> None:
    assert lines(ordered(REPLACED)) == [
        f"Điều 1. Thay cụm từ “tháng” bằng cụm từ “quý” tại Điều 1 và Điều 2 của {NAME}."
    ]
    assert lines(ordered(REMOVED, REPLACED)) == [
        "Điều 1. Thay thế, bỏ một số cụm từ của Quy chế như sau:",
        "1. Bỏ cụm từ “ngay” tại Điều 1 và Điều 2.",
        "2. Thay cụm từ “tháng” bằng cụm từ “quý” tại Điều 1 và Điều 2.",
    ]


def test_a_text_is_called_in_short_once_it_was_named() -> None:
    words = {"quoted": ("1. x",)}
    made = ordered(
        order(Verb.AMEND, "d1/k1", **words),
        order(Verb.AMEND, "d2/k1", **words),
        order(Verb.REPEAL, "d1/k3"),
    )
    assert lines(made)[-1] == "Điều 2. Bãi bỏ khoản 3 Điều 1 của Quy chế."


def test_more_orders_on_an_article_than_there_are_letters_go_on_in_a_clause() -> None:
    many = [order(Verb.AMEND, f"d1/k{n}", quoted=(f"{n}. x",)) for n in range(1, 31)]
    said = lines(ordered(*many))
    assert [line for line in said if "một số khoản của Điều 1" in line] == [
        "1. Sửa đổi, bổ sung một số khoản của Điều 1 như sau:",
        "2. Sửa đổi, bổ sung một số khoản của Điều 1 như sau:",
    ]


def test_points_of_one_clause_stand_under_the_clause() -> None:
    items = [
        order(Verb.AMEND, f"d1/k1/đ{label}#lead", quoted=("x",), article="d1") for label in "ac"
    ]
    assert "1. Sửa đổi, bổ sung một số điểm của khoản 1 Điều 1 như sau:" in lines(ordered(*items))


def test_head_and_name_say_what_is_amended() -> None:
    made = written(("thứ hai", "thứ ba")).act
    assert (made.kind, made.title) == ("Quyết định", f"sửa đổi, bổ sung {NAME}")
    said = act_lines(made)
    assert "Số …-QĐ/TU | …, ngày … tháng … năm …" in [line.strip() for line in said]
    assert "- Như Điều 3; | …" in said


def test_appendices_that_come_go_along() -> None:
    appendix = component(ComponentKind.APPENDIX, front=(Paragraph("Phụ lục I"),), label="I")
    goal = Act(components=(*OLD.components, appendix))
    made = compose([order(Verb.INSERT, "plI", new_ids=(appendix.id,))], OLD, goal, PARTY)
    assert made.act.components[1:] == (appendix,)
    assert lines(made)[0].startswith("Điều 1. Bổ sung Phụ lục I ban hành kèm theo Quyết định này")


@pytest.mark.parametrize(
    ("blocks", "quoted"),
    [
        ([], []),
        ([Paragraph("a")], ["“a”."]),
        ([Paragraph("a"), Paragraph("b")], ["“a", "b”."]),
        ([table(("x",)), Paragraph("b")], ["“", "bảng", "b”."]),
        ([Paragraph("a"), table(("x",))], ["“a", "bảng", "”."]),
        ([table(("x",))], ["“", "bảng", "”."]),
    ],
    ids=["nothing", "one", "two", "table first", "table last", "table alone"],
)
def test_one_mark_opens_and_one_closes(blocks: list[Block], quoted: list[str]) -> None:
    made = quoted_blocks(blocks, ".")
    assert [
        "bảng" if isinstance(one, Table) else getattr(one, "text", "") for one in made
    ] == quoted


def test_the_same_orders_give_the_same_text() -> None:
    assert written(("thứ hai", "thứ ba")).act == written(("thứ hai", "thứ ba")).act
    assert at(written(("thứ hai", "thứ ba")).act, "d1").id != ""
