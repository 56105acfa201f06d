"""Citations inside a draft: where they stand, what they mean, how they follow."""

from __future__ import annotations

import pytest

from quyche_app.domain.addresses import parse_path
from quyche_app.drafting.citations import carried, citation_spans, citations, cited_from, may_cite
from tests.making import act, article, clause

INSIDE = parse_path("d5/k2")
assert INSIDE is not None


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("theo Điều 7", ["d7"]),
        ("theo khoản 3 Điều 7", ["d7/k3"]),
        ("theo điểm a khoản 3 Điều 7", ["d7/k3/đa"]),
        ("theo điểm đ khoản 3 của Điều 7a", ["d7a/k3/đđ"]),
        ("theo khoản 1, khoản 2 Điều 7", ["d7/k1", "d7/k2"]),
        ("theo các khoản 1, 2 và 3 Điều 7", ["d7/k1", "d7/k2", "d7/k3"]),
        ("theo Điều 7 và Điều 8", ["d7", "d8"]),
        ("theo Điều 7 Điều 8", ["d7", "d8"]),
        ("theo khoản 2 Điều 7 và Điều 8", ["d8", "d7/k2"]),
        ("theo Điều này", ["d5"]),
        ("theo khoản 1 Điều này", ["d5/k1"]),
        ("theo khoản này", ["d5/k2"]),
        ("theo điểm a khoản này", ["d5/k2/đa"]),
        ("theo khoản này Điều này", ["d5/k2"]),
        ("theo điểm a khoản này Điều này", ["d5/k2/đa"]),
        ("theo điểm này", []),
        ("theo điểm này khoản này", []),
        ("theo khoản 3", [""]),
        ("theo Chương II", ["cII"]),
        ("theo mục 3 Chương II", ["cII/m3"]),
        ("theo khoản 3 Điều 7; Điều 9", ["d7/k3", "d9"]),
        ("theo ĐIỀU 7", ["d7"]),
        ("điều kiện họp", []),
        ("", []),
    ],
)
def test_what_a_paragraph_cites(text: str, paths: list[str]) -> None:
    assert INSIDE is not None
    assert [one.path for one in citations(text, INSIDE)] == paths


@pytest.mark.parametrize("text", ["theo điểm này", "theo điểm này khoản này", "điểm này Điều này"])
def test_this_point_is_the_point_it_stands_in(text: str) -> None:
    inside = parse_path("d5/k2/đa")
    assert inside is not None
    assert [one.path for one in citations(text, inside)] == ["d5/k2/đa"]


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("Điều 7 Quy chế này", True),
        ("Điều 7 của Quy chế này", True),
        ("Điều 7 Luật Tổ chức", False),
        ("Điều 7 của Nghị định số 5", False),
        ("Điều 7 tại Quyết định số 5", False),
        ("Điều 7 ban hành kèm theo Quyết định số 5", False),
        ("Điều 7. Luật", True),
    ],
)
def test_what_is_followed_by_another_act_is_of_that_act(text: str, is_own: bool) -> None:
    assert INSIDE is not None
    (one,) = citations(text, INSIDE)
    assert one.is_own is is_own
    assert citation_spans(text) == (((0, 6),) if is_own else ())


def test_where_a_chain_and_its_labels_stand() -> None:
    text = "xem điểm b khoản 12 Điều 7a."
    assert INSIDE is not None
    (one,) = citations(text, INSIDE)
    assert text[one.start : one.end] == "điểm b khoản 12 Điều 7a"
    assert citation_spans(text) == ((one.start, one.end),)
    assert sorted((kind.value, text[a:b]) for kind, a, b in one.labels) == [
        ("article", "7a"),
        ("clause", "12"),
        ("point", "b"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("xem Điều 7", True), ("xem KHOẢN 1", True), ("điều kiện", True), ("xem lời", False)],
)
def test_a_quick_look_may_say_too_much_but_never_too_little(text: str, expected: bool) -> None:
    assert may_cite(text) is expected


@pytest.mark.parametrize(
    ("text", "moved", "after"),
    [
        ("theo Điều 7.", {"d7": "d8"}, "theo Điều 8."),
        ("theo khoản 3 Điều 7.", {"d7": "d8"}, "theo khoản 3 Điều 7."),
        ("theo khoản 3 Điều 7.", {"d7/k3": "d8/k4"}, "theo khoản 4 Điều 8."),
        ("theo khoản 1 Điều này.", {"d5/k1": "d5/k3"}, "theo khoản 3 Điều này."),
        (
            "theo khoản 1, khoản 2 Điều 7.",
            {"d7/k1": "d7/k2", "d7/k2": "d7/k3"},
            "theo khoản 2, khoản 3 Điều 7.",
        ),
        ("theo Điều 7 Luật Họp.", {"d7": "d8"}, "theo Điều 7 Luật Họp."),
        ("theo khoản 3.", {"": "d9"}, "theo khoản 3."),
        ("theo Điều 7.", {"d7": "d7"}, "theo Điều 7."),
        ("theo khoản này.", {"d5/k2": "d5/k4"}, "theo khoản này."),
    ],
    ids=[
        "article",
        "only what has another path",
        "both labels",
        "this article",
        "one after the other",
        "another act",
        "incomplete",
        "the same",
        "this clause",
    ],
)
def test_citations_follow_what_they_mean(text: str, moved: dict[str, str], after: str) -> None:
    assert INSIDE is not None
    for start, end, label in sorted(carried(text, INSIDE, moved), reverse=True):
        text = text[:start] + label + text[end:]
    assert text == after


def test_where_a_provision_is_cited() -> None:
    made = act(
        article("1", "Họp", clause("1", "Lời."), clause("2", "Xem khoản 1 Điều này.")),
        article("11", "Khác", clause("1", "Xem Điều 1; Điều 1 Luật Họp.", id="c11")),
        article("12", "Nữa", clause("1", "Xem Điều 1 Luật Họp và Điều 11.", id="c12")),
    )
    assert cited_from(made, "article-1") == [
        ("clause-2", "khoản 2 Điều 1"),
        ("c11", "khoản 1 Điều 11"),
    ]
    assert cited_from(made, "clause-1") == [("clause-2", "khoản 2 Điều 1")]
    assert cited_from(made, "clause-2") == []
    assert cited_from(made, "khác") == []
