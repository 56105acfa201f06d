"""Orders as sentences of a Party decision."""

from __future__ import annotations

import pytest

from quyche_app.domain.decisions import Item
from quyche_app.domain.operations import Position
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.sentences import Sentences, is_appendix, relative
from tests.drafting.deciding.made import PARTY, address, order, target

NAME = "Quy chế làm việc"
AMEND = order(Verb.AMEND, "d9/k2")
INSERT = order(Verb.INSERT, "d9/k2a", after="d9/k2")


@pytest.fixture(scope="module")
def sentences() -> Sentences:
    return Sentences(PARTY, "Quy chế")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (AMEND, "Sửa đổi, bổ sung khoản 2 Điều 9 như sau:"),
        (INSERT, "Bổ sung khoản 2a vào sau khoản 2 Điều 9 như sau:"),
        (
            order(Verb.INSERT, "d1a", "d1b", before="d2"),
            "Bổ sung Điều 1a và Điều 1b vào trước Điều 2 như sau:",
        ),
        (order(Verb.REPEAL, "d9/k2"), "Bãi bỏ khoản 2 Điều 9"),
        (
            order(Verb.REPLACE_WORDS, "d1", "d2", words_old="tháng", words_new="quý"),
            "Thay cụm từ “tháng” bằng cụm từ “quý” tại Điều 1 và Điều 2",
        ),
        (
            order(
                Verb.ADD_WORDS, "d1", words_new="hằng quý", position=Position("after", words="họp")
            ),
            "Bổ sung cụm từ “hằng quý” vào sau cụm từ “họp” tại Điều 1",
        ),
        (order(Verb.REMOVE_WORDS, "d1", words_old="quý"), "Bỏ cụm từ “quý” tại Điều 1"),
        (
            order(Verb.REPLACE, "plI"),
            "Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Quyết định này",
        ),
        (
            order(Verb.INSERT, "plII"),
            "Bổ sung Phụ lục II ban hành kèm theo Quyết định này vào Quy chế",
        ),
    ],
    ids=lambda value: value.verb.value if isinstance(value, Item) else "",
)
def test_one_order_is_one_sentence(sentences: Sentences, item: Item, words: str) -> None:
    assert sentences.of([item]) == words


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([AMEND], f"Sửa đổi, bổ sung khoản 2 Điều 9 của {NAME} như sau:"),
        ([INSERT], f"Bổ sung khoản 2a vào sau khoản 2 Điều 9 của {NAME} như sau:"),
        (
            [AMEND, INSERT],
            "Sửa đổi, bổ sung khoản 2 và bổ sung khoản 2a vào sau khoản 2 Điều 9 "
            f"của {NAME} như sau:",
        ),
        (
            [order(Verb.INSERT, "plII")],
            f"Bổ sung Phụ lục II ban hành kèm theo Quyết định này vào {NAME}",
        ),
    ],
    ids=["amended", "inserted", "both", "appendix"],
)
def test_a_sentence_that_stands_alone_names_the_text(
    sentences: Sentences, items: list[Item], words: str
) -> None:
    assert sentences.of(items, text=NAME) == words


@pytest.mark.parametrize(
    ("items", "inside", "words"),
    [
        ([AMEND], "d9", "Sửa đổi, bổ sung khoản 2 như sau:"),
        ([order(Verb.AMEND, "d9#heading")], "d9", "Sửa đổi, bổ sung tên điều như sau:"),
        ([order(Verb.AMEND, "d9/k2#heading")], "d9", "Sửa đổi, bổ sung tên khoản 2 như sau:"),
        ([order(Verb.AMEND, "d9#lead")], "d9", "Sửa đổi, bổ sung đoạn mở đầu Điều 9 như sau:"),
        ([INSERT], "d9", "Bổ sung khoản 2a vào sau khoản 2 như sau:"),
        (
            [order(Verb.AMEND, "d9/k2/đa"), order(Verb.AMEND, "d9/k2/đb")],
            "d9",
            "Sửa đổi, bổ sung điểm a và điểm b khoản 2 như sau:",
        ),
        (
            [order(Verb.AMEND, "d9/k2/đa"), order(Verb.AMEND, "d9/k2/đb")],
            "d9/k2",
            "Sửa đổi, bổ sung điểm a và điểm b như sau:",
        ),
    ],
    ids=["clause", "its name", "name of a clause", "lead-in", "inserted", "points", "under it"],
)
def test_what_a_container_names_is_not_said_again(
    sentences: Sentences, items: list[Item], inside: str, words: str
) -> None:
    assert sentences.of(items, inside=address(inside)) == words


def test_neighbours_are_one_sentence_and_many_parts_take_commas(sentences: Sentences) -> None:
    behind = order(Verb.AMEND, "d9/k3"), order(Verb.AMEND, "d9/k4")
    assert sentences.of([INSERT, *behind]) == (
        "Bổ sung khoản 2a vào sau khoản 2, sửa đổi, bổ sung khoản 3 và khoản 4 Điều 9 như sau:"
    )
    assert sentences.of([INSERT, behind[0]]) == (
        "Bổ sung khoản 2a vào sau khoản 2 và sửa đổi, bổ sung khoản 3 Điều 9 như sau:"
    )
    between = order(Verb.INSERT, "d9/k3a", before="d9/k4")
    assert sentences.of([INSERT, behind[0], between]) == (
        "Bổ sung khoản 2a vào sau khoản 2, sửa đổi, bổ sung khoản 3, "
        "bổ sung khoản 3a vào trước khoản 4 Điều 9 như sau:"
    )


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["d9/k1", "d9/k2"], "một số khoản"),
        (["d9/k1/đa", "d9/k2/đa"], "một số điểm"),
        (["d9/k1", "d9/k2/đa"], "một số điểm, khoản"),
        (["d9#heading", "d9/k1"], "tên điều và một số khoản"),
        (["d9#heading", "d9#lead", "d9/k1/đa"], "tên điều, đoạn mở đầu và một số điểm"),
        (["d9#heading", "d9#lead"], "tên điều và đoạn mở đầu"),
        (["d9#heading"], "tên điều"),
        (["d9", "d9"], "một số nội dung"),
        (["d9/k1", "d9/k1/đa/e1"], "một số nội dung"),
    ],
    ids=[
        "clauses",
        "points",
        "both",
        "name",
        "name and lead-in",
        "of itself alone",
        "name alone",
        "whole",
        "subpoint",
    ],
)
def test_a_container_says_what_it_holds(sentences: Sentences, paths: list[str], said: str) -> None:
    items = [order(Verb.AMEND, path) for path in paths]
    assert sentences.group(items, address("d9")) == f"Sửa đổi, bổ sung {said} của Điều 9 như sau:"


def test_repeals_are_one_sentence_with_a_stop(sentences: Sentences) -> None:
    items = [order(Verb.REPEAL, path) for path in ("d1", "d3/k1", "d3/k2")]
    assert sentences.repeal(items) == "Bãi bỏ Điều 1, khoản 1 và khoản 2 Điều 3."
    assert sentences.repeal(items[:1], NAME) == f"Bãi bỏ Điều 1 của {NAME}."


@pytest.mark.parametrize(
    ("path", "inside", "words"),
    [
        ("d9/k2/đa", "d9", "điểm a khoản 2"),
        ("d9/k2/đa", "d9/k2", "điểm a"),
        ("d9", "d9", "Điều 9"),
        ("d9/k2", None, "khoản 2 Điều 9"),
    ],
)
def test_a_target_under_a_container(path: str, inside: str | None, words: str) -> None:
    above = address(inside) if inside is not None else None
    assert relative(target(path), above).words == words


@pytest.mark.parametrize(
    ("path", "expected"), [("plI", True), ("d1", False), ("*", False), ("plI/d1", True)]
)
def test_what_is_about_an_appendix(path: str, expected: bool) -> None:
    assert is_appendix(order(Verb.REPLACE, path)) is expected
