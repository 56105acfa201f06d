"""Cài đặt: groups at the left, rows with explanation and control, a page to look at. Picture 13."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quyche_app.gui.actions import Action
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.text_lines import Line, Run
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, current_look, program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, Rule, clear, column, ground, row
from quyche_app.gui.widgets.buttons import Button, Segmented
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.gui.widgets.rows import ROW_ROLE, Index, RowsModel, paint_row_ground
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.languages import tr

GROUPS: tuple[tuple[str, str], ...] = (
    ("display", "Hiển thị"), ("person", "Người dùng"), ("store", "Kho và sao lưu"), ("about", "Giới thiệu"),
)


@dataclass
class SettingsState:
    """Which group is shown."""

    group: str = "display"


class GroupsModel(RowsModel[tuple[str, str]]):
    """The groups."""

    def words_of(self, row: tuple[str, str]) -> str:
        return tr(row[1])


class _GroupRows(QStyledItemDelegate):
    """31 px: the name of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(31))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        is_on = paint_row_ground(painter, option, "panel")
        painter.setFont(program_font(bold=is_on))
        painter.setPen(color("accent_text" if is_on else "text"))
        words = tr(index.data(ROW_ROLE)[1])
        painter.drawText(rect.adjusted(px(12), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


class SettingsScreen(Screen):
    """Settings take effect at once and are remembered."""

    key: ClassVar[str] = "settings"
    table: ClassVar[tuple[Action, ...]] = ()

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Cài đặt"))
        self.state: SettingsState = SettingsState()
        splitter = Columns(190, 330)
        splitter.addWidget(self._make_groups())
        splitter.addWidget(self._make_middle())
        splitter.addWidget(self._make_sample())
        self.columns = splitter
        self.show_page(splitter)
        self._show_group()

    # -- composing ------------------------------------------------------------------------------

    def _make_groups(self) -> QWidget:
        panel = Panel("panel", "r")
        layout = column(panel, margins=(0, 8, 1, 8))
        self._groups = QListView()
        self._groups.setFrameShape(QFrame.Shape.NoFrame)
        self._groups.setAccessibleName(tr("Nhóm cài đặt"))
        ground(self._groups, "panel")
        self._model = GroupsModel()
        self._model.show(GROUPS)
        self._groups.setModel(self._model)
        self._rows = _GroupRows()
        self._groups.setItemDelegate(self._rows)
        self._groups.setCurrentIndex(self._model.index(0, 0))
        self._groups.selectionModel().currentChanged.connect(self._on_group)
        layout.addWidget(self._groups)
        return panel

    def _make_middle(self) -> QWidget:
        inside = Panel("window")
        self._lines = column(inside, margins=(20, 16, 16, 16), gap=10)
        return scrolled(inside, "window")

    def _make_sample(self) -> QWidget:
        panel = Panel("panel", "l")
        layout = column(panel, margins=(14, 12, 14, 12), gap=10)
        layout.addWidget(Label(tr("Xem thử"), bold=True))
        frame = Panel("page", "trbl")
        inner = column(frame, margins=(14, 12, 14, 12))
        quotation = Quotation(has_bar=False)
        quotation.show_lines(sample_lines())
        inner.addWidget(quotation)
        layout.addWidget(frame)
        for form, name, words in (
            ("added", tr("thêm"), tr("gạch dưới, xanh")), ("removed", tr("bỏ"), tr("gạch ngang, đỏ")),
            ("moved", tr("chuyển chỗ"), tr("gạch dưới đôi, tím mận")),
        ):
            line = row(gap=8)
            line.addWidget(Label(name, form, bold=True))
            line.addWidget(Label(words, "text2", t.SIZE_SMALL))
            line.addStretch()
            layout.addLayout(line)
        layout.addStretch()
        return panel

    # -- groups -------------------------------------------------------------------------------------

    def _on_group(self, index: QModelIndex) -> None:
        self.state.group = index.data(ROW_ROLE)[0]
        self._show_group()

    def _show_group(self) -> None:
        clear(self._lines)
        title = tr(dict(GROUPS)[self.state.group])
        self._lines.addWidget(Label(title, size=t.SIZE_H1, bold=True))
        getattr(self, f"_show_{self.state.group}")()
        self._lines.addStretch()
        self.told.emit()

    def _add(self, name: str, words: str, *controls: QWidget) -> None:
        line = row(gap=16)
        told = column(gap=2)
        told.addWidget(Label(name))
        told.addWidget(Label(words, "text2", t.SIZE_SMALL, wraps=True))
        left = QWidget()
        left.setLayout(told)
        left.setFixedWidth(px(220))
        line.addWidget(left)
        for control in controls:
            line.addWidget(control)
        line.addStretch()
        self._lines.addLayout(line)
        self._lines.addWidget(Rule(role="line_soft"))

    def _show_display(self) -> None:
        look = current_look()
        sizes = Segmented((("100", tr("Vừa")), ("125", tr("Lớn 125 %")), ("150", tr("Rất lớn 150 %"))),
                          str(round(look.scale * 100)))
        sizes.chosen.connect(self.session.text_size_asked)
        self._add(tr("Cỡ chữ chương trình"), tr("Bảng, nút, thanh công cụ"), sizes)
        themes = Segmented(tuple((name, tr(tokens.label)) for name, tokens in t.THEMES.items()),
                           look.tokens.name)
        themes.chosen.connect(self.session.theme_asked)
        self._add(tr("Màu nền"), tr("Chữ và dấu sửa rõ như nhau ở mọi nền"), themes)
        remember = QCheckBox(tr("Nhớ cửa sổ và các cột"))
        remember.setFont(program_font())
        remember.setChecked(self.session.remembered("layout", "1") == "1")
        remember.toggled.connect(lambda is_on: self.session.remember("layout", "1" if is_on else "0"))
        self._add(tr("Cửa sổ"), tr("Mở lại đúng như lần trước"), remember)
        back = Button(tr("Về mặc định của mục này"), "undo")
        back.clicked.connect(self._reset_display)
        line = row()
        line.addWidget(back)
        line.addWidget(Label(tr("Cài đặt có hiệu lực ngay."), "text2", t.SIZE_SMALL))
        line.addStretch()
        self._lines.addLayout(line)

    def _reset_display(self) -> None:
        self.session.remember("layout", "1")
        self.session.text_size_asked.emit("100")
        self.session.theme_asked.emit("light")

    def _show_person(self) -> None:
        name = TextField(tr("Họ và tên"), width=260)
        name.setText(self.session.person)
        name.editingFinished.connect(lambda: self.session.use_person(name.text()))
        self._add(tr("Họ và tên"), tr("Ghi cùng mỗi lần lưu, mỗi ghi chú"), name)

    def _show_store(self) -> None:
        self._add(tr("Nơi để kho"), tr("Văn bản chỉ nằm ở đây, chương trình không gửi đi đâu"),
                  Label(self.session.where))
        daily = QCheckBox(tr("Mỗi ngày một lần, giữ 30 bản"))
        daily.setFont(program_font())
        daily.setChecked(self.session.remembered("daily_backup", "1") == "1")
        daily.toggled.connect(lambda is_on: self.session.remember("daily_backup", "1" if is_on else "0"))
        self._add(tr("Sao lưu tự động"), tr("Để trong thư mục sao-luu của kho"), daily)
        now = Button(tr("Sao lưu ngay…"), "save")
        now.clicked.connect(self.ask_backup)
        self._add(tr("Sao lưu"), tr("Cả kho vào một tệp, được kiểm tra lại"), now)

    def ask_backup(self) -> None:
        """Ask for a file and write a copy of the workspace."""
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Sao lưu kho"), "kho-quy-che.db", tr("Bản sao lưu (*.db)"))
        if name:
            self.session.back_up(Path(name))

    def _show_about(self) -> None:
        import quyche_app

        self._add("Quy Chế", tr("Soạn, sửa, so sánh và hợp nhất quy chế làm việc"),
                  Label(tr(f"phiên bản {quyche_app.__version__}")))

    # -- for the window -----------------------------------------------------------------------------

    def regions(self) -> list[QWidget]:
        return [self._groups]

    def status(self) -> tuple[str, str]:
        return tr("Mọi thay đổi được lưu ngay"), ""


def sample_lines() -> tuple[Line, ...]:
    """A few words that show size, colours and marks."""
    second = "2. Ban Thường vụ họp thường lệ mỗi tháng mộthai lần."
    at = second.index("mộthai")
    third = "3. Văn phòng thông báo kết luận theo khoản 2 Điều 15."
    cited = third.index("khoản")
    return (
        Line("Điều 12. Chế độ hội nghị", "article", (Run(0, 24, "bold"),)),
        Line(second, "plain", (Run(at, at + 3, "removed"), Run(at + 3, at + 6, "added"))),
        Line(third, "plain", (Run(3, 12, "moved"), Run(cited, len(third) - 1, "trace"))),
    )
