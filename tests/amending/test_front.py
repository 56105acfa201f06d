"""The name and the căn cứ of a text get new wording."""

from __future__ import annotations

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.front import amend_front
from quyche_app.amending.work import WorkText
from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.addresses import Address
from quyche_app.domain.units import Paragraph
from tests.amending.at_desk import order, told
from tests.making import article, component


def with_front(*lines: str, title: str = "") -> WorkText:
    front = tuple(Paragraph(words) for words in lines)
    body = component(ComponentKind.BODY, article("1", "Họp"), front=front)
    return WorkText.of(Act(kind="Quy chế", title=title, components=(body,)))


def front_of(work: WorkText) -> list[str]:
    return [b.text for b in work.frozen().components[0].front if isinstance(b, Paragraph)]


def amended(work: WorkText, slot: str, words: str) -> Ledger:
    ledger = Ledger(order("amend", f"*#{slot}", quoted=(words,)))
    amend_front(work, slot, Address(()), (Paragraph(words),), ledger)
    return ledger


def test_the_legal_bases_are_replaced_from_the_first_to_the_last() -> None:
    work = with_front("HUYỆN ỦY", "Căn cứ Điều lệ;", "- Căn cứ Quy định 1;", "Họp")
    ledger = amended(work, "preamble", "Căn cứ mới;")
    assert front_of(work) == ["HUYỆN ỦY", "Căn cứ mới;", "Họp"]
    assert [slot for _, slot in ledger.notes] == ["preamble"]


@pytest.mark.parametrize("words", ["Quy chế họp của Đảng ủy xã Lá", "họp của Đảng ủy xã Lá."])
def test_the_name_is_replaced_with_or_without_its_kind(words: str) -> None:
    work = with_front("ĐẢNG ỦY", "QUY CHẾ", "làm việc", "của Đảng ủy", title="làm việc của Đảng ủy")
    ledger = amended(work, "title", words)
    assert front_of(work) == ["ĐẢNG ỦY", "QUY CHẾ", "họp của Đảng ủy xã Lá"]
    assert work.frozen().title == "họp của Đảng ủy xã Lá"
    assert told(ledger) == ([], [])


def test_a_name_in_capitals_stays_in_capitals() -> None:
    work = with_front("QUY CHẾ", "LÀM VIỆC", title="làm việc")
    amended(work, "title", "Quy chế họp")
    assert front_of(work) == ["QUY CHẾ", "HỌP"]
    assert work.frozen().title == "họp"


@pytest.mark.parametrize(
    ("slot", "code"), [("title", "slot.no_title"), ("preamble", "slot.no_legal_bases")]
)
def test_what_the_head_does_not_have_is_told_and_nothing_is_written(slot: str, code: str) -> None:
    work = with_front("ĐẢNG ỦY", "QUY CHẾ", title="làm việc")
    ledger = amended(work, slot, "mới")
    assert told(ledger) == ([code], [])
    assert front_of(work) == ["ĐẢNG ỦY", "QUY CHẾ"]


def issued(name: str) -> WorkText:
    """A decision that issues a regulation; ``name``: what the decision calls it."""
    decision = component(
        ComponentKind.BODY,
        article("1", "Ban hành"),
        front=(Paragraph("QUYẾT ĐỊNH"), Paragraph(f"ban hành {name}")),
    )
    regulation = component(
        ComponentKind.REGULATION,
        article("1", "Họp", id="họp"),
        front=(Paragraph("QUY CHẾ"), Paragraph("TIẾP CÔNG DÂN")),
        title="QUY CHẾ TIẾP CÔNG DÂN",
    )
    return WorkText.of(
        Act(kind="Quyết định", title=f"ban hành {name}", components=(decision, regulation))
    )


@pytest.mark.parametrize(
    ("source", "lines", "doubts"),
    [
        ("Sửa tên Quy chế thành …", ["ban hành Quy chế", "TIẾP DÂN"], []),
        ("Tên của Quy chế nay là …", ["ban hành Quy chế", "TIẾP DÂN"], []),
        ("Sửa tên Quyết định thành …", ["Tiếp dân", "TIẾP CÔNG DÂN"], []),
        ("Sửa tên thành …", ["Tiếp dân", "TIẾP CÔNG DÂN"], ["slot.title_of_which"]),
    ],
)
def test_the_name_of_the_regulation_is_not_that_of_its_decision(
    source: str, lines: list[str], doubts: list[str]
) -> None:
    work = issued("Quy chế")
    ledger = Ledger(order("amend", "*#title", quoted=("Tiếp dân",), source_text=source))
    amend_front(work, "title", Address(()), (Paragraph("Tiếp dân"),), ledger)
    fronts = [one.front[1] for one in work.frozen().components]
    assert [block.text for block in fronts if isinstance(block, Paragraph)] == lines
    assert told(ledger) == ([], doubts)


def test_the_old_name_in_the_decision_is_told() -> None:
    work = issued("Quy chế tiếp công dân")
    ledger = Ledger(order("amend", "*#title", quoted=("Tiếp dân",), source_text="Tên Quy chế là …"))
    amend_front(work, "title", Address(()), (Paragraph("Tiếp dân"),), ledger)
    assert told(ledger) == ([], ["slot.name_elsewhere"])
