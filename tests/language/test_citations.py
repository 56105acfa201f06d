"""The attachment rule: small units wait for the unit that holds them (docs/field.md 3.7)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quyche_app.domain.addresses import Address
from quyche_app.domain.verbs import Verb
from quyche_app.language.citations import cited_provisions
from quyche_app.language.lexer import quotes, tokenize
from quyche_app.language.statements import read_statement

_CITATIONS = {
    "khoản 1 Điều 22": "d22/k1",
    "khoản 2 của Điều 17": "d17/k2",
    "các khoản 1, 2 và 3 Điều 62": "d62/k1 d62/k2 d62/k3",
    "điểm b khoản 1 Điều 28 và Điều 30": "d28/k1/đb d30",
    "khoản 3 và điểm c khoản 5 Điều 17": "d17/k3 d17/k5/đc",
    "khoản 19 Điều 4, Điều 5, khoản 3 Điều 51": "d4/k19 d5 d51/k3",
    "các điều 50, 82 và 142": "d50 d82 d142",
    "điểm e khoản 2 và khoản 3 Điều 23": "d23/k2/đe d23/k3",
    "điểm a, điểm c khoản 3, khoản 4, khoản 6 Điều 15": "d15/k3/đa d15/k3/đc d15/k4 d15/k6",
    "Điều 14; Điều 17; khoản 1, khoản 4 Điều 20": "d14 d17 d20/k1 d20/k4",
    "đoạn mở đầu của Điều 158": "d158#lead",
    "đoạn mở đầu và điểm a khoản 2 Điều 5": "d5/k2#lead d5/k2/đa",
    "đoạn cuối khoản 2 Điều 1": "d1/k2#paragraph:last",
    "đoạn thứ hai khoản 1 Điều 4": "d4/k1#paragraph:2",
    "tên Điều và khoản 2 Điều 51": "d51#heading d51/k2",
    "điểm e khoản 2 Điều 66 và tên Điều 75": "d66/k2/đe d75#heading",
    "tên Mục 14 Chương II": "cII/m14#heading",
    "Điều 191a, 191b vào sau Điều 191 trong Mục 2 Chương XIV": "d191a d191b d191",
    "các Phụ lục VIII, IX, X": "plVIII plIX plX",
    "khoản 3 Mẫu số 02 Phụ lục 3": "pl3/mẫu02/k3",
    "từ Điều 112 đến Điều 116": "d112 d113 d114 d115 d116",
    "các điểm từ điểm a đến điểm đ khoản 1 Điều 2": "d2/k1/đa d2/k1/đb d2/k1/đc d2/k1/đd d2/k1/đđ",
    "tiết c.3 điểm c khoản 3 Điều 85": "d85/k3/đc/ec.3",
}


@pytest.mark.parametrize(
    "words",
    [
        "một số điểm, khoản, Điều, Phụ lục của Quy chế",
        "một số khoản và phụ lục",
    ],
)
def test_an_appendix_among_kinds_is_no_place(words: str) -> None:
    tokens = tokenize(words)
    assert [c for c in cited_provisions(tokens, 0, len(tokens)) if c.steps] == []


@pytest.mark.parametrize("words", _CITATIONS)
def test_a_citation_names_the_provisions_it_means(words: str) -> None:
    tokens = tokenize(words)
    cited = [c for c in cited_provisions(tokens, 0, len(tokens)) if c.steps]
    paths = [
        Address(c.path_steps()).path + ("" if c.slot == "unit" else f"#{c.slot}") for c in cited
    ]
    assert " ".join(paths) == _CITATIONS[words]


def test_words_keep_the_marks_and_spaces_that_belong_to_them() -> None:
    (order,) = read_statement("Bỏ cụm từ “, fax” tại khoản 2 Điều 21.").orders
    assert [pair.old for pair in order.pairs] == [", fax"]


def test_every_phrase_keeps_its_own_neighbour_and_place() -> None:
    (order,) = read_statement(
        "Bổ sung cụm từ “A” vào sau cụm từ “B” tại khoản 1 Điều 2; từ “C” vào trước từ “D” tại Điều 3"
    ).orders
    read = [(p.new, p.anchor, p.side, Address(p.places[0].path_steps()).path) for p in order.pairs]
    assert read == [("A", "B", "after", "d2/k1"), ("C", "D", "before", "d3")]


def test_a_place_between_old_and_new_words_belongs_to_them() -> None:
    (order,) = read_statement("Thay cụm từ “A” tại khoản 1 Điều 36 bằng cụm từ “B”;").orders
    (pair,) = order.pairs
    assert (order.verb, pair.old, pair.new) == (Verb.REPLACE_WORDS, "A", "B")


def test_an_act_behind_được_only_tells_history() -> None:
    statement = read_statement(
        "Bổ sung khoản 8 vào sau khoản 7 Điều 28 được bổ sung bởi khoản 3 Điều 3 Thông tư số 68/2024"
    )
    assert statement.act_name == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cụm từ “A “b” c” bằng “D”", ["A “b” c", "D"]),
        ('cụm từ "A" bằng "B"', ["A", "B"]),
        ("cụm từ “A bằng", ["A bằng"]),
        ("‘huyện”", ["huyện"]),
    ],
)
def test_quotations_nest_and_may_be_straight_mixed_or_open(text: str, expected: list[str]) -> None:
    assert [inner for _, _, inner in quotes(text)] == expected


def test_lines_that_order_nothing_are_no_orders() -> None:
    for text in (
        "Văn phòng chịu trách nhiệm thi hành Quyết định này.",
        "Việc sửa đổi, bổ sung Quy chế do Ban Thường vụ quyết định.",
        "Quyết định này có hiệu lực từ ngày ký.",
    ):
        assert not any(o.targets or o.pairs for o in read_statement(text).orders), text


def test_real_instruction_lines_hold_a_floor(shared: Path) -> None:
    """Share of real lines whose verb is read as their readers read it; containers are not given
    here, so targets are not compared. It may rise, never fall."""
    stored = (shared / "accuracy" / "instructions.jsonl").read_text(encoding="utf-8")
    lines = stored.rstrip("\n").split("\n")
    rows = [json.loads(line) for line in lines]
    right = 0
    for row in rows:
        words = row["text"].split(" ", 1)[1] if row["text"][0].isdigit() else row["text"]
        verbs = [o.verb.value for o in read_statement(words).orders]
        right += bool(verbs) and verbs[0] in row["verb"].split("+")
    assert right >= 0.5 * len(rows)
