"""Operations on a part of a unit: heading, lead, a paragraph, a sentence, a dash item, the end."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.slots import (
    amend_slot,
    find_paragraph,
    of_two_doubt,
    slot_now,
    words_at,
)
from quyche_app.amending.wording import parse_wording
from quyche_app.amending.work import WorkText, WorkUnit
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.flow import unit_lines
from quyche_app.domain.identities import running_numbers
from quyche_app.domain.operations import Instruction
from quyche_app.domain.units import Paragraph, Unit
from quyche_app.domain.verbs import Verb
from tests.amending.at_desk import told
from tests.making import article, clause, component, point, table


def opened(unit: Unit) -> tuple[WorkText, WorkUnit]:
    work = WorkText.of(Act(components=(component(ComponentKind.BODY, unit),)))
    return work, work.by_id[unit.id]


def order(*quoted: str) -> Instruction:
    return Instruction(0, 1, "", (1, 1), "", Verb.AMEND, (), tuple(map(Paragraph, quoted)), (0,))


def amended(
    unit: Unit, slot: str, *quoted: str, rest_is_ordered: bool = False
) -> tuple[list[str], Ledger]:
    _, changed = opened(unit)
    made = order(*quoted)
    ledger = Ledger(made)
    wording = parse_wording(made, running_numbers())
    amend_slot(changed, slot, wording, made.quoted, ledger, rest_is_ordered=rest_is_ordered)
    return unit_lines(changed.frozen()), ledger


_ARTICLE = article(
    "5",
    "Họp",
    clause("1", "A."),
    lead=(Paragraph("Một câu. Hai câu."), Paragraph("- Gạch.")),
    tail=(Paragraph("Cuối."),),
)


@pytest.mark.parametrize(
    ("slot", "quoted", "lines"),
    [
        ("heading", ["Báo cáo"], {0: "Điều 5. Báo cáo"}),
        ("heading", ["Điều 5. Báo cáo."], {0: "Điều 5. Báo cáo"}),
        ("paragraph:1", ["Mới."], {1: "Mới."}),
        ("paragraph:last", ["Mới."], {4: "Mới."}),
        ("tail", ["Mới."], {4: "Mới."}),
        ("item:1", ["- Mới."], {2: "- Mới."}),
        ("sentence:1", ["Câu mới."], {1: "Câu mới. Hai câu."}),
        ("sentence:2", ["Câu mới."], {1: "Một câu. Câu mới."}),
        ("sentence:last", ["Câu mới."], {4: "Câu mới."}),
    ],
)
def test_one_slot_gets_new_words_and_the_rest_stays(
    slot: str, quoted: list[str], lines: dict[int, str]
) -> None:
    before = unit_lines(_ARTICLE)
    got, ledger = amended(_ARTICLE, slot, *quoted)
    assert got == [lines.get(n, line) for n, line in enumerate(before)]
    assert ledger.failures == []
    assert ledger.changed == ["article-5"]


def test_the_lead_gives_way_as_a_whole() -> None:
    got, _ = amended(_ARTICLE, "lead", "Mở đầu mới.")
    assert got == ["Điều 5. Họp", "Mở đầu mới.", "1. A.", "Cuối."]


@pytest.mark.parametrize("slot", ["paragraph:9", "item:2", "sentence:3", "heading", "lead", "lạ:1"])
def test_what_is_not_there_or_has_no_words_fails(slot: str) -> None:
    quoted = () if slot in ("heading", "lead") else ("Mới.",)
    _, ledger = amended(_ARTICLE, slot, *quoted)
    assert len(ledger.failures) == 1


def test_a_second_application_writes_nothing() -> None:
    for slot, words in (("heading", "Họp"), ("lead", "Chỉ một.")):
        unit = article("5", "Họp", clause("1", "A."), lead=(Paragraph("Chỉ một."),))
        _, ledger = amended(unit, slot, words)
        assert (ledger.changed, ledger.failures) == ([], [])


def test_more_in_the_quotation_than_the_slot_is_a_doubt_unless_ordered() -> None:
    quoted = ("Điều 5. Báo cáo", "1. B.")
    assert len(amended(_ARTICLE, "heading", *quoted)[1].doubts) == 1
    assert amended(_ARTICLE, "heading", *quoted, rest_is_ordered=True)[1].doubts == []


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("paragraph:1", "Một câu. Hai câu."),
        ("paragraph:3", "Cuối."),
        ("paragraph:4", None),
        ("item:1", "- Gạch."),
        ("item:2", None),
        ("item:last", "- Gạch."),
        ("tail", "Cuối."),
        ("sentence:2", "Một câu. Hai câu."),
        ("sentence:last", "Cuối."),
        ("paragraph:x", None),
    ],
)
def test_the_paragraph_that_a_slot_names(slot: str, words: str | None) -> None:
    _, unit = opened(_ARTICLE)
    found = find_paragraph(unit, slot)
    block = None if found is None else found[0][found[1]]
    assert (block.text if isinstance(block, Paragraph) else None) == words


def test_a_slot_is_found_again_by_the_words_it_had() -> None:
    before = clause("1", "Một. Hai. Ba. Hai.")
    _, unit = opened(clause("1", "Hai. Ba. Hai."))
    assert slot_now(before, unit, "sentence:3") == "sentence:2"
    assert slot_now(before, unit, "sentence:1") is None  # gone
    assert slot_now(before, unit, "sentence:2") is None  # which of the two?
    assert slot_now(before, unit, "heading") == "heading"


def test_a_unit_without_paragraphs_has_none() -> None:
    _, unit = opened(clause("1", lead=(table(("x",)),)))
    assert find_paragraph(unit, "paragraph:1") is None


def test_a_short_word_with_a_stop_ends_no_sentence() -> None:
    _, unit = opened(clause("1", "Họp tại TP. Hà Nội. Đ/c Bí thư chủ trì."))
    assert words_at(unit, "sentence:1") == "Họp tại TP. Hà Nội."
    assert words_at(unit, "sentence:last") == "Đ/c Bí thư chủ trì."


_NESTED = article(
    "5",
    "Họp",
    lead=tuple(
        map(Paragraph, ("- Một, gồm:", "+ Trong một;", "+ Trong một nữa.", "- Hai;", "- Ba."))
    ),
)


def test_dashes_inside_a_dash_are_not_counted() -> None:
    got, ledger = amended(_NESTED, "item:2", "- Mới;")
    assert got[1:] == ["- Một, gồm:", "+ Trong một;", "+ Trong một nữa.", "- Mới;", "- Ba."]
    assert (ledger.failures, ledger.doubts) == ([], [])
    _, ledger = amended(_NESTED, "item:4", "- Mới;")
    assert len(ledger.failures) == 1


def test_taking_a_dash_that_holds_others_is_doubtful() -> None:
    _, ledger = amended(_NESTED, "item:1")
    assert [why.code for why in ledger.doubts] == ["slot.holds_dashes"]
    _, ledger = amended(_NESTED, "item:2")
    assert ledger.doubts == []


@pytest.mark.parametrize(
    ("words", "slot", "is_clear"),
    [
        ("Câu sau Điều 5 bỏ", "sentence:last", True),
        ("Đoạn trên Điều 5 bỏ", "paragraph:1", True),
        ("Câu cuối Điều 5 bỏ", "sentence:last", True),
        ("Sửa “câu sau” ở Điều 5", "sentence:last", True),
    ],
)
def test_one_of_two_is_clear_where_there_are_two(words: str, slot: str, is_clear: bool) -> None:
    _, two = opened(article("5", "Họp", lead=(Paragraph("Một."), Paragraph("Hai. Ba."))))
    assert (of_two_doubt(two, slot, words) is None) is is_clear
    _, three = opened(
        article("5", "Họp", lead=(Paragraph("Một."), Paragraph("Hai."), Paragraph("Ba. Bốn. Năm.")))
    )
    is_named_so = words.startswith(("Câu sau", "Đoạn trên"))
    assert (of_two_doubt(three, slot, words) is not None) is is_named_so


def behind_last(*own: str) -> tuple[list[str], list[str], list[str]]:
    """Word the last paragraph of the last point anew, where one more stands behind the points; ``own``: the
    lines of the point."""
    last = point("2", own[0], lead=tuple(map(Paragraph, own)))
    unit = clause("3", "Hồ sơ:", point("1", "Sổ."), last, tail=(Paragraph("Cuối."),))
    work = WorkText.of(Act(components=(component(ComponentKind.BODY, unit),)))
    made = order("Mới.")
    ledger = Ledger(made)
    wording = parse_wording(made, running_numbers())
    amend_slot(work.by_id[last.id], "paragraph:last", wording, made.quoted, ledger)
    failed, doubts = told(ledger)
    return unit_lines(work.by_id[unit.id].frozen()), failed, doubts


@pytest.mark.parametrize("own", [("Một.",), ("Một:", "- Gạch.")])
def test_the_last_paragraph_of_a_point_that_has_no_other_stands_behind_it(
    own: tuple[str, ...],
) -> None:
    lines, failed, doubts = behind_last(*own)
    assert lines[-1] == "Mới."
    assert lines[-2].endswith(own[-1])
    assert (failed, doubts) == ([], ["slot.paragraph_behind"])


def test_a_point_with_a_last_paragraph_of_its_own_keeps_what_stands_behind_it() -> None:
    lines, failed, doubts = behind_last("Một.", "Hai.")
    assert [line.strip() for line in lines[-2:]] == ["Mới.", "Cuối."]
    assert (failed, doubts) == ([], [])


def test_a_dash_is_called_by_its_words_or_by_those_before_its_colon() -> None:
    lines = ("Gồm:", "- Thành đoàn: việc làm;", "- Họp, tháng.", "+ Họp quý;", "- Họp quý.")
    unit = clause("1", lead=tuple(map(Paragraph, lines)))
    assert words_at(unit, "item:“họp, tháng”") == "- Họp, tháng."
    assert words_at(unit, "item:“Thành đoàn”") == "- Thành đoàn: việc làm;"
    assert words_at(unit, "item:“Họp”") == "- Họp, tháng."
    assert words_at(unit, "item:“Họp quý”") is None
    assert words_at(unit, "item:“Báo cáo”") is None
