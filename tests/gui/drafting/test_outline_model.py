"""The outline over a frozen tree."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from quyche_app.domain.identities import uuid7
from quyche_app.domain.trees import TreeIndex
from quyche_app.drafting.differences import Removed
from quyche_app.drafting.edits import apply_step
from quyche_app.drafting.policy import Numbering
from quyche_app.drafting.structure import Structure
from quyche_app.gui.drafting.models import MARK_ROLE, OutlineModel
from tests.gui import fakes

ACT = fakes.act_of(fakes.NEW_TEXT)


def labels(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[str]:
    """Give all lines from top to bottom."""
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        found += [str(index.data()), *labels(model, index)]
    return found


def test_the_outline_names_chapters_articles_and_clauses(application: object) -> None:
    model = OutlineModel()
    model.show(ACT)
    lines = labels(model)
    assert lines[0] == "Chương I. Chế độ làm việc"
    assert "Điều 3a. Họp trực tuyến" in lines
    assert len(lines) == sum(1 for _ in TreeIndex(ACT))


def test_the_model_keeps_the_rules_of_item_models(application: object) -> None:
    model = OutlineModel()
    tester = QAbstractItemModelTester(model)
    model.show(ACT)
    model.show(fakes.act_of(fakes.OLD_TEXT))
    assert tester.model() is model


def test_a_unit_is_found_again_by_its_identity(application: object) -> None:
    model = OutlineModel()
    model.show(ACT)
    unit = next(p.unit for p in TreeIndex(ACT) if p.address.words == "khoản 2 Điều 3a")
    index = model.index_of(unit.id)
    assert str(index.data()).startswith("2. Văn phòng")
    assert str(model.parent(index).data()) == "Điều 3a. Họp trực tuyến"


def test_typing_without_marks_filters_and_keeps_what_stands_above(application: object) -> None:
    model = OutlineModel()
    tester = QAbstractItemModelTester(model)
    model.show(ACT)
    shown = model.filter_by("truc tuyen")
    lines = labels(model)
    assert shown == len(lines)
    assert tester.model() is model
    assert lines[0] == "Chương I. Chế độ làm việc"
    assert "Điều 3a. Họp trực tuyến" in lines
    assert not any("Trụ sở" in line for line in lines)


def test_what_is_gone_stands_struck_where_it_stood(application: object) -> None:
    unit = next(p.unit for p in TreeIndex(ACT) if p.address.words == "khoản 2 Điều 3a")
    before = next(p.unit for p in TreeIndex(ACT) if p.address.words == "khoản 1 Điều 3a")
    article = next(p.unit for p in TreeIndex(ACT) if p.address.words == "Điều 3a")
    step = Structure(ACT, Numbering.RECOUNT, uuid7).remove(unit.id)
    assert step is not None
    model = OutlineModel()
    tester = QAbstractItemModelTester(model)
    model.show(apply_step(ACT, step), {before.id: "•"}, (Removed(unit, before.id, article.id),))
    gone = model.index(1, 0, model.index_of(article.id))
    assert gone.data(MARK_ROLE) == "−"
    assert str(gone.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("(bỏ)")
    assert model.index_of(before.id).data(MARK_ROLE) == "•"
    assert tester.model() is model
