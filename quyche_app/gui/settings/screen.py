"""Cài đặt: groups at the left, lines with explanation and control, a page to look at.
Source: docs/window.md 5.7."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from quyche_app.domain.texts import search_key
from quyche_app.gui.actions import AnyAction
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.settings.actions import SETTINGS_ACTIONS
from quyche_app.gui.settings.controls import control_of, line_of
from quyche_app.gui.settings.keys_panel import KeysPanel
from quyche_app.gui.settings.options import BY_KEY, GROUPS, OPTIONS, Option
from quyche_app.gui.settings.sample import SamplePanel
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, Rule, clear, column, ground
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.gui.widgets.rows import ROW_ROLE, Index, RowsModel, paint_row_ground
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.languages import tr

_KEPT_GROUP = "settings/group"


@dataclass
class SettingsState:
    """Which group is shown, what is searched for, and whether a change can be taken back."""

    group: str = "display"
    words: str = ""
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A line of the screen: where it stands, what it says, its controls when it is shown."""

    group: str
    name: str
    words: str
    make: Callable[[], Sequence[QWidget]]
    found_by: str = ""  # further words that a search finds it by


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
    table: ClassVar[tuple[AnyAction, ...]] = SETTINGS_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Cài đặt"))
        self.state: SettingsState = SettingsState(
            session.memory.get(_KEPT_GROUP, "display"), can_undo=bool(session.option_steps)
        )
        if self.state.group not in dict(GROUPS):
            self.state.group = "display"
        self._search = TextField(tr("Tìm cài đặt…"), "search", width=260)
        self._search.textChanged.connect(self._on_search)
        self.header.doing(self._search)
        splitter = Columns(190, 330)
        splitter.addWidget(self._make_groups())
        splitter.addWidget(self._make_middle())
        splitter.addWidget(SamplePanel())
        self.columns = splitter
        self.show_page(splitter)
        session.option_changed.connect(self._on_option)
        self._show_lines()

    # -- composing ------------------------------------------------------------------------------

    def _make_groups(self) -> QWidget:
        panel = Panel("panel")
        layout = column(panel, margins=(0, 8, 0, 8))
        self._groups = QListView()
        self._groups.setFrameShape(QFrame.Shape.NoFrame)
        self._groups.setAccessibleName(tr("Nhóm cài đặt"))
        ground(self._groups, "panel")
        self._model = GroupsModel()
        self._model.show(GROUPS)
        self._groups.setModel(self._model)
        self._rows = _GroupRows()
        self._groups.setItemDelegate(self._rows)
        self._select_group()
        self._groups.selectionModel().currentChanged.connect(self._on_group)
        layout.addWidget(self._groups)
        return panel

    def _make_middle(self) -> QWidget:
        inside = Panel("window")
        self._lines = column(inside, margins=(24, 16, 16, 16), gap=10)
        return scrolled(inside, "window")

    def _select_group(self) -> None:
        at = [key for key, _ in GROUPS].index(self.state.group)
        self._groups.setCurrentIndex(self._model.index(at, 0))

    # -- lines ------------------------------------------------------------------------------------

    def lines(self) -> Iterator[SettingLine]:
        """Give every line of every group."""
        for option in OPTIONS:
            if option.group:
                yield self._line_of_option(option)
        yield SettingLine(
            "general",
            "Những bước đầu",
            "Tên, nơi để kho, chữ và màu, văn bản đầu tiên",
            lambda: [_button("Xem lại thiết lập lần đầu", "settings", self._welcome)],
        )
        yield SettingLine(
            "general",
            "Dạo qua chương trình",
            "Những chỗ nên biết, ngay trên văn bản mẫu",
            lambda: [_button("Bắt đầu", "right", self._tour)],
        )
        yield SettingLine(
            "store",
            "Nơi để kho",
            "Văn bản chỉ nằm ở đây, chương trình không gửi đi đâu",
            lambda: [
                Label(self.session.where, wraps=True),
                _button("Đổi…", "folder", self.session.place_asked.emit),
            ],
        )
        yield SettingLine(
            "store",
            "Sao lưu",
            "Cả kho vào một tệp, được kiểm tra lại",
            lambda: [_button("Sao lưu ngay…", "save", self.ask_backup)],
        )
        yield SettingLine(
            "store",
            "Kiểm kho",
            "Tính lại mọi bản hợp nhất, đối chiếu mã kiểm tra",
            lambda: [_button("Kiểm kho", "shield", self.verify_store)],
        )
        yield SettingLine(
            "store",
            "Khôi phục",
            "Thay kho bằng một bản sao lưu; kho đang có được giữ lại",
            lambda: [_button("Khôi phục…", "history", self.ask_restore)],
        )
        yield SettingLine("keys", "Phím tắt của mọi lệnh", "Bấm Đổi… rồi nhấn phím mới", list)
        yield SettingLine(
            "about",
            "Quy Chế",
            "Soạn, sửa, so sánh và hợp nhất quy chế làm việc",
            self._make_version,
        )

    def _line_of_option(self, option: Option) -> SettingLine:
        return SettingLine(
            option.group,
            option.name,
            option.words,
            lambda: [control_of(option, self.session)],
            " ".join((tr(option.tick), *(tr(words) for _, words in option.choices))),
        )

    def _show_lines(self) -> None:
        """Show the lines of the group, or of every group that the searched words stand in."""
        clear(self._lines)
        key = search_key(self.state.words.strip())
        if key:
            self._show_found(key)
        else:
            self._show_group(self.state.group)
        self._lines.addStretch()
        self.told.emit()

    def _show_group(self, group: str) -> None:
        self._lines.addWidget(Label(tr(dict(GROUPS)[group]), size=t.SIZE_H1, bold=True))
        for line in self.lines():
            if line.group == group:
                self._add(line)
        if group == "keys":
            panel = KeysPanel(self.session)
            panel.told.connect(self.session.hinted)
            self._lines.addWidget(panel)
        if any(option.group == group for option in OPTIONS):
            foot = QWidget()
            across = FlowLayout(foot, gap=10)
            back = Button(tr("Về mặc định của mục này"), "undo")
            back.clicked.connect(self.reset_group)
            across.addWidget(back)
            across.addWidget(
                Label(tr("Cài đặt có hiệu lực ngay, hoàn tác bằng Ctrl+Z"), "text2", t.SIZE_SMALL)
            )
            self._lines.addWidget(foot)

    def _show_found(self, key: str) -> None:
        found = [
            line
            for line in self.lines()
            if key in search_key(f"{tr(line.name)} {tr(line.words)} {line.found_by}")
        ]
        count = len(found)
        self._lines.addWidget(
            Label(
                tr("{count} cài đặt khớp", count=count)
                if found
                else tr("Không có cài đặt nào khớp."),
                size=t.SIZE_H1,
                bold=True,
            )
        )
        for group, name in GROUPS:
            own = [line for line in found if line.group == group]
            if own:
                self._lines.addWidget(Label(tr(name), "text2", t.SIZE_SMALL, bold=True))
            for line in own:
                self._add(line)

    def _add(self, line: SettingLine) -> None:
        self._lines.addWidget(line_of(tr(line.name), tr(line.words), line.make()))
        self._lines.addWidget(Rule(role="line_soft"))

    def _make_version(self) -> Sequence[QWidget]:
        import quyche_app

        return [Label(tr("phiên bản {version}", version=quyche_app.__version__))]

    # -- what a person does -----------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        if place.unit in dict(GROUPS):
            self._search.clear()
            self.state.group = place.unit
            self._select_group()

    def _on_group(self, index: QModelIndex) -> None:
        if index.isValid():
            self.state.group = index.data(ROW_ROLE)[0]
            self.session.memory.keep(_KEPT_GROUP, self.state.group)
            if self._search.text():
                self._search.clear()
            else:
                self._show_lines()

    def _on_search(self, words: str) -> None:
        self.state.words = words
        self._show_lines()

    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_option(self, key: str) -> None:
        self.state.can_undo = bool(self.session.option_steps)
        self.told.emit()

    def undo_setting(self) -> None:
        """Take the newest change of a setting back."""
        name = tr(BY_KEY[self.session.undo_option()].name)
        self._show_lines()
        self.session.hinted.emit(tr("Đã hoàn tác cài đặt: {name}.", name=name))

    def reset_group(self) -> None:
        """Give every setting of the group its first value; each can be taken back."""
        for option in OPTIONS:
            beside = option.key == "text_family" and self.state.group == "display"
            if option.group == self.state.group or beside:
                self.session.option_asked.emit(option.key, option.default)
        self._show_lines()

    def _welcome(self) -> None:
        self.session.welcome_asked.emit()

    def _tour(self) -> None:
        self.session.tour_asked.emit()

    def ask_backup(self) -> None:
        """Ask for a file and write a copy of the workspace."""
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Sao lưu kho"), "kho-quy-che.db", tr("Bản sao lưu (*.db)")
        )
        if name:
            self.session.back_up(Path(name))

    def verify_store(self) -> None:
        """Prove everything that is stored and tell the result."""
        from quyche_app.gui.settings.store import prove_store

        prove_store(self.session, self.window())

    def ask_restore(self) -> None:
        """Ask for a backup and, once more, whether it shall take the place of the workspace."""
        from quyche_app.gui.settings.store import ask_restore

        ask_restore(self.session, self.window())

    # -- for the window -----------------------------------------------------------------------------

    def regions(self) -> list[QWidget]:
        return [self._groups, self._search]

    def status(self) -> tuple[str, str]:
        return tr("Mọi thay đổi được lưu ngay"), ""


def _button(words: str, icon: str, run: Callable[[], None]) -> Button:
    made = Button(tr(words), icon)
    made.clicked.connect(run)
    return made
