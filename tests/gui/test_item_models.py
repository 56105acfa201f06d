"""Every item model keeps Qt's rules while its contents change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from quyche_app.domain.operations import Occurrence
from quyche_app.gui.amendments.models import CardsModel, OccurrencesModel
from quyche_app.gui.amendments.state import Card
from quyche_app.gui.compare.models import ChangesModel
from quyche_app.gui.compare.rows import SHOWN_AT_FIRST, make_rows
from quyche_app.gui.library.models import CollectionsModel, DocumentsModel
from quyche_app.gui.library.review_page import SourceModel
from quyche_app.gui.library.review_state import SourceLine
from quyche_app.gui.library.search_page import HitsModel
from quyche_app.gui.library.state import LibraryState
from quyche_app.gui.settings.screen import GROUPS, GroupsModel
from quyche_app.gui.shell.command_box import FoundModel
from quyche_app.gui.shell.commands import Found
from quyche_app.gui.timeline.models import BarsModel
from quyche_app.languages import tr, use_language
from quyche_app.services.views import SearchHit, Span, TimelineRow
from tests.gui import fakes

CARD = Card(0, 1, "Khoản 2 Điều 1", "sửa", "“2. Quy chế…”", "sure", "")
COMPARISON = fakes.comparison_of(fakes.act_of(fakes.OLD_TEXT), fakes.act_of(fakes.NEW_TEXT))
CHANGES = make_rows(COMPARISON, SHOWN_AT_FIRST).changes
FILLED = [
    (DocumentsModel, [fakes.document(), fakes.document("d2")]),
    (CollectionsModel, LibraryState(documents=(fakes.document(),)).collections()),
    (CardsModel, [CARD]),
    (OccurrencesModel, [Occurrence("u1", "d1/k2", "Gửi trước 05 ngày.", "Gửi trước 03 ngày.")]),
    (lambda: ChangesModel(lambda number: False, lambda number: None), CHANGES),
    (FoundModel, [Found("Lệnh", "Nhập văn bản…", "Ctrl+O", "action", "import")]),
    (
        HitsModel,
        [
            SearchHit(
                fakes.document(),
                "u1",
                "d1/k2",
                "khoản 2 Điều 1",
                "Gửi trước.",
                ((0, 3),),
                True,
                "Đang có hiệu lực",
                (1, 1, 1, 0),
                True,
            )
        ],
    ),
    (SourceModel, [SourceLine(1, "Điều 1. Phạm vi", "understood", "u1", "Điều 1", "")]),
    (GroupsModel, list(GROUPS)),
    (BarsModel, [TimelineRow("u1", "d1", "Điều 1", (Span(None, None, 0),))]),
]


@pytest.mark.parametrize(("make", "rows"), FILLED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_model_keeps_the_rules_when_it_is_filled_and_emptied(
    make: type, rows: list[object], application: object
) -> None:
    model = make()
    tester = QAbstractItemModelTester(model)
    model.show(rows)
    assert model.rowCount() == len(rows)
    model.show(rows)
    model.show([])
    assert model.rowCount() == 0
    assert isinstance(tester.model(), QAbstractItemModel)


@pytest.mark.parametrize(("make", "rows"), FILLED, ids=lambda value: getattr(value, "__name__", ""))
def test_every_line_can_be_read_aloud(make: type, rows: list[object], application: object) -> None:
    model = make()
    model.show(rows)
    for row in range(model.rowCount()):
        words = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert isinstance(words, str)
        assert words.strip()


def test_ticking_in_the_list_ticks_the_change(application: object) -> None:
    ticked: list[int] = []
    model = ChangesModel(lambda number: number in ticked, ticked.append)
    model.show(CHANGES)
    model.setData(model.index(1, 0), None, Qt.ItemDataRole.CheckStateRole)
    assert ticked == [2]
    assert model.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_the_library_says_who_recorded_a_text_last() -> None:
    model = DocumentsModel()
    model.show([replace(fakes.document(), updated_by="Lê Thị Bình")])
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert model.index(0, heads.index("Người ghi cuối")).data() == "Lê Thị Bình"


@pytest.mark.parametrize("name", ["Góp ý", "Hủy", "Kho văn bản", "28 điều", "Đang nhập 3 tệp"])
def test_a_name_is_no_sentence_though_it_reads_like_one(name: str) -> None:
    """In English too, titles, numbers and bodies are shown as they are."""
    row = replace(fakes.document(), title=name, number=name, issuer=name, updated_by=name)
    use_language("en")
    try:
        documents, collections = DocumentsModel(), CollectionsModel()
        documents.show((row,))
        collections.show(LibraryState(documents=(row,)).collections())
        cells = [documents.index(0, column).data() for column in range(4)]
        labels = [collections.index(at, 0).data() for at in range(collections.rowCount())]
        in_force = tr("Đang có hiệu lực")
    finally:
        use_language("vi")
    assert cells == [name, name, in_force, name]
    assert f"{name}, 1 document" in labels
