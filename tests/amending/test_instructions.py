"""Orders and their container → instructions: what is completed, and what nothing places."""

from __future__ import annotations

from datetime import date

import pytest

from quyche_app.amending.instructions import (
    Common,
    common_steps,
    phrase_instructions,
    placeless,
    unit_instruction,
)
from quyche_app.domain.addresses import Address, Step, parse_path
from quyche_app.domain.operations import Confidence, Instruction
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from quyche_app.language.statements import read_statement
from tests.making import why

_COMMON = Common(
    2, "Điều 1 khoản 3", (4, 6), "Lời", "Quy chế", "", (), (), Confidence.DOUBTFUL, (why(),)
)


def steps(path: str) -> tuple[Step, ...]:
    found = parse_path(path) if path else Address(())
    assert found is not None
    return found.steps


def common(component: str = "", quoted: tuple[str, ...] = ()) -> Common:
    blocks = tuple(Paragraph(text) for text in quoted)
    return Common(2, "Điều 1", (4, 6), "Lời", "Quy chế", component, blocks, (), Confidence.HIGH, ())


def made(words: str, context: str = "", component: str = "", quoted: str = "") -> list[Instruction]:
    shared = common(component, (quoted,) if quoted else ())
    found: list[Instruction] = []
    for order in read_statement(words).orders:
        if order.pairs:
            found += phrase_instructions(order, shared, steps(context))
        else:
            one = unit_instruction(order, shared, steps(context))
            found += [one] if one is not None else []
    return found


def shown(one: Instruction) -> str:
    parts = [one.verb.value, *(target.path for target in one.targets)]
    if one.results:
        parts += ["=>", *(target.path for target in one.results)]
    if one.position is not None:
        parts.append(one.position.text)
    return " ".join(parts)


def test_what_a_statement_shares_goes_into_each_instruction() -> None:
    (order,) = read_statement("Bãi bỏ khoản 2 Điều 5 kể từ ngày 01/01/2027").orders
    one = unit_instruction(order, _COMMON, ())
    assert one is not None
    assert (one.act_no, one.place, one.source_lines, one.source_text) == (
        2,
        "Điều 1 khoản 3",
        (4, 6),
        "Lời",
    )
    assert (one.act_reference, one.confidence, one.reasons) == (
        "Quy chế",
        Confidence.DOUBTFUL,
        (why(),),
    )
    assert one.effect_date == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("words", "context", "expected"),
    [
        ("Bãi bỏ khoản 2", "d5", ["repeal d5/k2"]),
        ("Bãi bỏ điểm a", "d5/k2", ["repeal d5/k2/đa"]),
        ("Bãi bỏ điểm a khoản 3", "d5/k2", ["repeal d5/k3/đa"]),
        ("Bãi bỏ khoản 2", "plI/d5", ["repeal plI/d5/k2"]),
        ("Bãi bỏ khoản 2 Điều 6", "d5", ["repeal d6/k2"]),
        ("Bãi bỏ Chương II", "d5", ["repeal cII"]),
        ("Sửa đổi tên điều như sau:", "d5/k2", ["amend d5#heading"]),
        ("Bãi bỏ khoản 2", "", []),
        ("Sửa đổi một số khoản như sau:", "d5", []),
        ("Bãi bỏ điểm này", "", []),
    ],
    ids=[
        "the article of the container",
        "its clause",
        "a clause of its own",
        "in an annex",
        "its own article",
        "a chapter",
        "the name of the article",
        "nothing places it",
        "no provision",
        "this, of nothing",
    ],
)
def test_a_small_unit_is_that_of_the_container(
    words: str, context: str, expected: list[str]
) -> None:
    assert [shown(one) for one in made(words, context)] == expected


def test_new_words_alone_are_those_of_the_container() -> None:
    assert [shown(one) for one in made("Sửa đổi như sau:", "d5/k2", quoted="2. Mới.")] == [
        "amend d5/k2"
    ]
    assert made("Sửa đổi như sau:", "", quoted="2. Mới.") == []


def test_the_regulation_that_an_act_issues_is_named_in_the_address() -> None:
    (one,) = made("Bãi bỏ khoản 2 Điều 5", component="regulation")
    assert (one.component, shown(one)) == ("regulation", "repeal qc:d5/k2")


@pytest.mark.parametrize(
    ("words", "context", "expected"),
    [
        ("Bổ sung khoản 5a sau khoản 5 Điều 2 như sau:", "", "insert d2/k5a after:d2/k5"),
        ("Bổ sung khoản 5a sau khoản 5 như sau:", "d2", "insert d2/k5a after:d2/k5"),
        ("Bổ sung Điều 30 vào Chương IV như sau:", "", "insert d30 end:cIV"),
        ("Bổ sung vào cuối khoản 4 Điều 3 như sau:", "", "insert d3/k4#tail end:d3/k4"),
        ("Bổ sung khoản 5 Điều 2 như sau:", "", "insert d2/k5"),
        ("Chuyển khoản 3 thành khoản 4 Điều 9", "", "renumber d9/k3 => d9/k4"),
        ("Chuyển khoản 3 Điều 8 thành khoản 4 Điều 9", "", "move d8/k3 => d9/k4"),
        ("Tách khoản 2 thành khoản 2 và khoản 2a", "d1", "split d1/k2 => d1/k2 d1/k2a"),
    ],
)
def test_positions_and_results_are_completed_too(words: str, context: str, expected: str) -> None:
    (one,) = made(words, context, quoted="Mới.")
    assert shown(one) == expected


# -- words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "context", "expected"),
    [
        (
            "Thay cụm từ “A” bằng “B” tại khoản 2 Điều 5",
            "",
            [("replace_words d5/k2", ("A",), ("B",))],
        ),
        ("Thay cụm từ “A” bằng “B” tại khoản 2", "d5", [("replace_words d5/k2", ("A",), ("B",))]),
        ("Thay cụm từ “A” bằng “B”", "d5", [("replace_words d5", ("A",), ("B",))]),
        ("Thay cụm từ “A” bằng “B” tại Quy chế", "d5", [("replace_words *", ("A",), ("B",))]),
        ("Thay cụm từ “A” bằng “B” tại khoản 2", "", []),
        (
            "Bỏ cụm từ “A”, “B” tại Điều 1, Điều 2",
            "",
            [("remove_words d1 d2", ("A", "B"), ())],
        ),
        (
            "Bỏ cụm từ “A” tại Điều 1, cụm từ “B” tại Điều 2",
            "",
            [("remove_words d1", ("A",), ()), ("remove_words d2", ("B",), ())],
        ),
        (
            "Bổ sung cụm từ “N” vào sau “A” tại Điều 1",
            "",
            [("add_words d1 after:“A”", (), ("N",))],
        ),
        (
            "Bổ sung cụm từ “N” vào đầu khoản 1 Điều 1",
            "",
            [("add_words d1/k1 start:“”", (), ("N",))],
        ),
    ],
    ids=[
        "a place",
        "in the container",
        "the container itself",
        "the whole act",
        "nothing places it",
        "one list",
        "two places",
        "beside words",
        "at a start",
    ],
)
def test_words_of_one_place_make_one_instruction(
    words: str, context: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = made(words, context)
    assert [(shown(one), one.words_old, one.words_new) for one in found] == expected
    assert all(one.quoted == () for one in found)


def test_exclusions_and_acts_of_single_places_are_kept() -> None:
    (one,) = made("Bỏ cụm từ “A” tại Điều 5, trừ khoản 3")
    assert [(e.words, [t.path for t in e.targets]) for e in one.exclusions] == [("", ["d5/k3"])]
    words = "Thay cụm từ “A” bằng “B” tại Điều 3 của Luật Một; Điều 2 của Luật Hai"
    assert [i.act_reference for i in made(words)] == ["Luật Một", "Luật Hai"]
    assert [i.act_reference for i in made("Bỏ cụm từ “A” tại Điều 5")] == ["Quy chế"]


# -- what nothing places, and what a container gives -------------------------------------------------


@pytest.mark.parametrize(
    ("words", "context", "expected"),
    [
        ("Bãi bỏ Điều 5, 6 và khoản 7", "", "khoản 7"),
        ("Bãi bỏ Điều 5, 6 và khoản 7", "d9", ""),
        ("Bãi bỏ Điều 5", "", ""),
        ("Sửa đổi một số khoản của Điều 5", "", ""),
        ("Bỏ cụm từ “A” tại điểm a", "", "điểm a"),
        ("Tách Điều 1 thành khoản 2 và khoản 3", "", ""),
    ],
)
def test_a_provision_that_nothing_places_is_named(words: str, context: str, expected: str) -> None:
    (order,) = read_statement(words).orders
    assert placeless(order, steps(context)) == expected


@pytest.mark.parametrize(
    ("words", "context", "expected"),
    [
        ("Sửa đổi khoản 1, khoản 2 Điều 5 như sau:", "", "d5"),
        ("Sửa đổi điểm a, điểm b khoản 2 Điều 5 như sau:", "", "d5/k2"),
        ("Sửa đổi khoản 1 Điều 5 như sau:", "", "d5/k1"),
        ("Sửa đổi một số khoản của Điều 5 như sau:", "", "d5"),
        ("Sửa đổi khoản 1 Điều 5, khoản 1 Điều 6 như sau:", "", ""),
        ("Bỏ cụm từ “A” tại khoản 1, khoản 3 Điều 5", "", "d5"),
        ("Bổ sung khoản 3a vào sau khoản 3 Điều 5 như sau:", "", "d5"),
        ("Sửa đổi một số điều của Quy chế như sau:", "d9", "d9"),
        ("Sửa đổi khoản 1, khoản 2 như sau:", "d9", "d9"),
    ],
)
def test_a_container_gives_what_all_its_provisions_share(
    words: str, context: str, expected: str
) -> None:
    shared = common_steps(read_statement(words).orders, steps(context))
    assert shared == steps(expected)


def test_an_order_keeps_its_verb_where_there_is_nothing_to_move() -> None:
    assert [one.verb for one in made("Chuyển khoản 3 Điều 8")] == [Verb.MOVE]
