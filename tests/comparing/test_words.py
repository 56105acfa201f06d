"""What sort of difference it is: spelling, marks, or what the text says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.comparing import words
from quyche_app.comparing.words import layer_of, typing_key, word_changes
from quyche_app.domain.comparisons import Layer


@pytest.mark.parametrize(
    ("old", "new"), [("kỷ luật", "kỉ luật"), ("quý", "quí"), ("Kỳ", "Kì"), ("uỷ", "ủy")]
)
def test_i_for_a_y_that_is_all_the_rhyme_is_spelling(old: str, new: str) -> None:
    assert layer_of(old, new) is Layer.ORTHOGRAPHY
    assert typing_key(old) == typing_key(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hai", "hay"),
        ("tai", "tay"),
        ("ngày", "ngài"),
        ("≥ 50", "≤ 50"),
        ("≥", "≤"),
        ("5%", "5"),
        ("%", "‰"),
        ("đồng", "dong"),
    ],
)
def test_another_word_or_sign_is_substance_and_never_typing(old: str, new: str) -> None:
    assert layer_of(old, new) is Layer.SUBSTANCE
    assert typing_key(old) != typing_key(new)


@pytest.mark.parametrize(("old", "new"), [(",", ";"), ("(", "["), ("Văn phòng,", "Văn phòng;")])
def test_stops_and_brackets_are_punctuation(old: str, new: str) -> None:
    assert layer_of(old, new) is Layer.PUNCTUATION


def told(old: str, new: str, **rest: object) -> list[tuple[str, str, str]]:
    return [(c.op, c.text, c.layer.value) for c in word_changes(old, new, **rest)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "", []),
        ("Họp.", "Họp.", [("equal", "Họp.")]),
        ("", "Họp.", [("insert", "Họp.")]),
        ("Họp.", "", [("delete", "Họp.")]),
        (
            "Họp mỗi tháng.",
            "Họp mỗi tuần.",
            [("equal", "Họp mỗi "), ("delete", "tháng"), ("insert", "tuần"), ("equal", ".")],
        ),
        (
            "trong ba tháng qua",
            "trong năm tuần qua",
            [
                ("equal", "trong "),
                ("delete", "ba tháng"),
                ("insert", "năm tuần"),
                ("equal", " qua"),
            ],
        ),
        (
            "Họp tuần.",
            "Họp giao ban tuần.",
            [("equal", "Họp "), ("insert", "giao ban "), ("equal", "tuần.")],
        ),
        ("Họp, báo cáo", "Họp báo cáo", [("equal", "Họp"), ("delete", ","), ("equal", " báo cáo")]),
        ("tháng", "thánh", [("delete", "tháng"), ("insert", "thánh")]),
        (
            "Một.\nHai.",
            "Một.\nBa.",
            [("equal", "Một.\n"), ("delete", "Hai"), ("insert", "Ba"), ("equal", ".")],
        ),
        (
            "a b c d",
            "a x c y",
            [
                ("equal", "a "),
                ("delete", "b"),
                ("insert", "x"),
                ("equal", " c "),
                ("delete", "d"),
                ("insert", "y"),
            ],
        ),
    ],
)
def test_the_changes_between_two_wordings(
    old: str, new: str, changes: list[tuple[str, str]]
) -> None:
    assert [(op, text) for op, text, _ in told(old, new)] == changes


_TOKENS = ("họp", "ban", "tuần", "tháng", ",", ".", "5", "05", "hoà", "hòa")
_WORDS = st.lists(st.sampled_from(_TOKENS), max_size=7).map(" ".join)


@settings(max_examples=25)
@given(_WORDS, _WORDS)
def test_without_inserts_the_old_words_and_without_deletes_the_new(old: str, new: str) -> None:
    changes = word_changes(old, new)
    assert "".join(c.text for c in changes if c.op != "insert") == old
    assert "".join(c.text for c in changes if c.op != "delete") == new
    assert all((a.op, a.layer) != (b.op, b.layer) for a, b in pairwise(changes))
    assert (old == new) is all(c.op == "equal" for c in changes)


@pytest.mark.parametrize(
    ("old", "new", "labels", "changes"),
    [
        (
            "1. Họp.",
            "2. Họp.",
            ("1.", "2."),
            [
                ("delete", "1", "numbering"),
                ("insert", "2", "numbering"),
                ("equal", ". Họp.", "substance"),
            ],
        ),
        (
            "1. Họp.",
            "2. Ban.",
            ("1.", "2."),
            [
                ("delete", "1", "numbering"),
                ("insert", "2", "numbering"),
                ("equal", ". ", "substance"),
                ("delete", "Họp", "substance"),
                ("insert", "Ban", "substance"),
                ("equal", ".", "substance"),
            ],
        ),
        (
            "1.",
            "2.",
            ("1.", "2."),
            [
                ("delete", "1", "numbering"),
                ("insert", "2", "numbering"),
                ("equal", ".", "substance"),
            ],
        ),
        (
            "1. Họp",
            "Họp",
            ("1.", ""),
            [("delete", "1. ", "substance"), ("equal", "Họp", "substance")],
        ),
    ],
    ids=["only the label", "label and words", "a label alone", "no label on one side"],
)
def test_labels_are_compared_apart(
    old: str, new: str, labels: tuple[str, str], changes: list[tuple[str, str, str]]
) -> None:
    found: list[tuple[str, str, str]] = []
    for op, text, layer in told(old, new, old_label=labels[0], new_label=labels[1]):
        if found and (found[-1][0], op) == ("equal", "equal"):
            text = found.pop()[1] + text
        found.append((op, text, layer))
    assert found == changes


@pytest.mark.parametrize(
    ("old", "new", "before", "layer"),
    [
        ("5", "6", "theo Điều ", Layer.REFERENCES),
        ("2, 3", "3, 4", "khoản ", Layer.REFERENCES),
        ("5", "6", "trong ", Layer.SUBSTANCE),
        ("", "6", "Điều ", Layer.SUBSTANCE),
        ("hoà", "hòa", "", Layer.ORTHOGRAPHY),
        ("Văn phòng", "Văn  phòng", "", Layer.PUNCTUATION),
        ("văn phòng", "Văn phòng", "", Layer.PUNCTUATION),
        ("", ",", "", Layer.PUNCTUATION),
    ],
)
def test_the_layer_of_words_that_replace_words(
    old: str, new: str, before: str, layer: Layer
) -> None:
    assert layer_of(old, new, before) is layer


@pytest.mark.parametrize(
    ("says", "layer"), [(True, "references"), (False, "substance"), (None, "references")]
)
def test_a_citation_is_a_reference_when_it_follows(says: bool | None, layer: str) -> None:
    heard: list[tuple[str, str, str, str]] = []

    def follows(*asked: str) -> bool:
        heard.append(asked)  # type: ignore[arg-type]
        return bool(says)

    changes = told(
        "Theo khoản 2 Điều 5.", "Theo khoản 3 Điều 5.", follows=None if says is None else follows
    )
    assert ("delete", "2", layer) in changes
    assert ("insert", "3", layer) in changes
    if says is not None:
        assert heard == [("2", "3", "Theo khoản ", " Điều 5.")]


def test_where_only_citations_differ_a_label_alone_is_one() -> None:
    changes = told("Theo điểm a và b.", "Theo điểm a và c.", only_cites=True)
    assert ("delete", "b", "references") in changes
    assert ("delete", "b", "references") not in told("Bảng b.", "Bảng c.")


@pytest.mark.parametrize("most", [400_000_000, 30, 1])
def test_very_long_texts_are_compared_line_by_line(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(words, "_MOST_AT_ONCE", most)
    old = "Một hai.\nBa bốn năm.\nSáu."
    new = "Một hai ba.\nBa bốn năm.\nBảy."
    changes = word_changes(old, new)
    assert "".join(c.text for c in changes if c.op != "insert") == old
    assert "".join(c.text for c in changes if c.op != "delete") == new
    assert any(c.op == "equal" and "Ba bốn năm." in c.text for c in changes)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Họp, giao ban.", "họp giao  ban", True),
        ("hoà", "hòa", True),
        ("kỷ luật", "kỉ luật", True),
        ("5 %", "5", False),
        ("họp ban", "họpban", False),
    ],
)
def test_the_words_of_a_text_without_what_is_typing(one: str, other: str, is_same: bool) -> None:
    assert (typing_key(one) == typing_key(other)) is is_same
