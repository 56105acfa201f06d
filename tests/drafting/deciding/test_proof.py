"""Whether a decision, read back and applied, gives the text that was meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.decisions import Item, Mismatch
from quyche_app.domain.operations import Confidence, Consolidation, State
from quyche_app.domain.units import Paragraph
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.deciding.proof import mismatches, proved
from tests.drafting.deciding.made import order, read_back, text
from tests.making import act, article, chapter, clause, component

ONE = article("1", "Họp", clause("1", "Lời."))
TWO = article("2", "Lưu", clause("2", "Lời khác.", id="c2"))


@pytest.mark.parametrize(
    ("goal", "got", "differing"),
    [
        (act(ONE, TWO), act(ONE, TWO), []),
        (
            act(ONE, TWO),
            act(ONE),
            [Mismatch("d2", "Điều 2", "Điều 2. Lưu\n2. Lời khác.", "")],
        ),
        (
            act(ONE),
            act(replace(ONE, heading="Bàn")),
            [Mismatch("d1", "Điều 1", "Điều 1. Họp\n1. Lời.", "Điều 1. Bàn\n1. Lời.")],
        ),
        (act(ONE), act(ONE, replace(TWO, repealed=True)), []),
        (act(ONE, TWO), act(TWO, ONE), [Mismatch("", "thứ tự các điều", "d1, d2", "d2, d1")]),
        (
            act(ONE),
            act(ONE, replace(ONE, id="x", children=())),
            [
                Mismatch("d1#2", "Điều 1 (lần thứ 2)", "", "Điều 1. Họp"),
                Mismatch("", "thứ tự các điều", "d1", "d1, d1"),
            ],
        ),
        (
            act(chapter("I", ONE, heading="CHUNG"), chapter("II", TWO)),
            act(chapter("I", ONE, TWO, heading="CHUNG"), chapter("II")),
            [
                Mismatch(
                    "cI",
                    "Chương I",
                    "Chương I\nCHUNG\n(Điều 1)",
                    "Chương I\nCHUNG\n(Điều 1, 2)",
                ),
                Mismatch("cII", "Chương II", "Chương II\n(Điều 2)", "Chương II"),
            ],
        ),
        (act(ONE, TWO), act(chapter("I", ONE), chapter("II", TWO)), []),
        (
            act(chapter("I", ONE), chapter("II", TWO)),
            act(chapter("II", TWO), chapter("I", ONE)),
            [
                Mismatch("", "thứ tự các điều", "d1, d2", "d2, d1"),
                Mismatch("", "thứ tự các chương, mục", "cI, cII", "cII, cI"),
            ],
        ),
    ],
    ids=[
        "the same",
        "missing",
        "another name",
        "repealed or left out",
        "another order",
        "twice",
        "in another chapter",
        "chapters are not meant",
        "chapters in another order",
    ],
)
def test_provisions_that_differ(goal: Act, got: Act, differing: list[Mismatch]) -> None:
    assert list(mismatches(goal, got)) == differing


def test_an_appendix_differs_as_a_whole() -> None:
    def with_appendix(line: str, *, repealed: bool = False) -> Act:
        made = component(
            ComponentKind.APPENDIX,
            clause("1", line, id="a1"),
            front=(Paragraph("Phụ lục I"),),
            label="I",
            repealed=repealed,
        )
        return replace(act(ONE), components=(*act(ONE).components, made))

    assert mismatches(with_appendix("x"), with_appendix("x")) == ()
    (one,) = mismatches(with_appendix("x"), with_appendix("y"))
    assert (one.path, one.expected, one.got) == ("plI", "Phụ lục I\n1. x", "Phụ lục I\n1. y")
    (gone,) = mismatches(with_appendix("x"), with_appendix("x", repealed=True))
    assert (gone.path, gone.got) == ("plI", "")


OLD = text("QUY CHẾ", "Điều 1. Họp", "1. Họp mỗi tháng.", "2. Ghi biên bản.")
DECISION = "Điều 1. Bãi bỏ khoản 2 Điều 1."
ITEM = order(Verb.REPEAL, "d1/k2")


@pytest.fixture(scope="module")
def applied() -> Consolidation:
    return consolidate(OLD, [read_back(text("QUYẾT ĐỊNH", "sửa đổi Quy chế", DECISION))])


def with_outcome(result: Consolidation, state: State, confidence: Confidence) -> Consolidation:
    return replace(
        result,
        outcomes=tuple(replace(one, state=state, confidence=confidence) for one in result.outcomes),
    )


@pytest.mark.parametrize(
    ("item", "place", "state", "confidence", "bad", "is_true", "code"),
    [
        (ITEM, "Điều 1", State.APPLIED, Confidence.HIGH, set(), True, None),
        (ITEM, "Điều 2", State.APPLIED, Confidence.HIGH, set(), False, "proof.not_read_again"),
        (
            order(Verb.REPEAL, "d1/k1"),
            "Điều 1",
            State.APPLIED,
            Confidence.HIGH,
            set(),
            False,
            "proof.not_read_again",
        ),
        (ITEM, "Điều 1", State.FAILED, Confidence.HIGH, {"d1"}, False, "proof.reasons"),
        (ITEM, "Điều 1", State.APPLIED, Confidence.HIGH, {"d1"}, False, "proof.other_wording"),
        (ITEM, "Điều 1", State.APPLIED, Confidence.HIGH, {"d2"}, True, None),
        (ITEM, "Điều 1", State.APPLIED, Confidence.DOUBTFUL, set(), True, "proof.reasons"),
    ],
    ids=["true", "elsewhere", "about another", "failed", "other words", "another bad", "doubtful"],
)
def test_the_verdict_on_an_order(
    applied: Consolidation,
    item: Item,
    place: str,
    state: State,
    confidence: Confidence,
    bad: set[str],
    is_true: bool,
    code: str | None,
) -> None:
    result = with_outcome(applied, state, confidence)
    made = proved((item, place, "Bãi bỏ khoản 2 Điều 1."), result, bad)
    assert (made.item, made.place, made.words) == (item, place, "Bãi bỏ khoản 2 Điều 1.")
    assert made.is_true is is_true
    assert (made.trouble.code if made.trouble is not None else None) == code
    assert (made.reading is None) is (code == "proof.not_read_again")
