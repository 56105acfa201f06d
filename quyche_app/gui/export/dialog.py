"""Xuất văn bản: what, how, where; a preview; the proof afterwards. Source: docs/window.md 5.6."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QWidget,
)

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.export.choices import KindChoice, Notice
from quyche_app.gui.export.preview import Preview
from quyche_app.gui.export.state import (
    FILE_TYPES,
    KINDS,
    ExportState,
    export_files,
    profiles,
    proposed_profile,
    read_preview,
)
from quyche_app.gui.export.state import Preview as PreviewText
from quyche_app.gui.folders import folder_named
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, column, row
from quyche_app.gui.widgets.buttons import Button, IconButton, Segmented
from quyche_app.gui.widgets.date_field import DateField
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.states import IconMark
from quyche_app.languages import tr
from quyche_app.services.views import Exported

PROOF = "Ghi xong sẽ mở lại tệp để đối chiếu từng chữ"


_LAST_FOLDER = "export/folder"


def export_folder(chosen: str, last: str) -> Path:
    """Give the first folder that is there: the one of the settings, the one of the last export, the
    documents of the machine, the home folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    there = (Path(name) for name in (chosen, last, documents) if name)
    return next((folder for folder in there if folder.is_dir()), Path.home())


class ExportDialog(QDialog):
    """1130 × 672, smaller where the screen is."""

    def __init__(self, session: Session, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._is_read = False
        kind = "consolidated" if shown.before is None else "redline"
        types = tuple(kind for kind in session.option("types").split(",") if kind) or (".docx",)
        folder = export_folder(session.option("export_folder"), session.memory.get(_LAST_FOLDER))
        self.state = ExportState(
            shown.document,
            shown.day,
            kind,
            types,
            folder,
            known_at=shown.known_at,
            before=shown.before,
        )
        self.setWindowTitle(tr("Xuất văn bản"))
        self.resize(min(px(1130), parent.width() - 40), min(px(672), parent.height() - 20))
        around = column(self)
        frame = Panel(
            "panel", "trbl", line_role="edge"
        )  # dark themes: the dialog must end somewhere
        around.addWidget(frame)
        outer = column(frame, margins=(1, 1, 1, 1))
        across = row(gap=0)
        across.addWidget(self._make_left())
        across.addWidget(self._make_right(), 1)
        outer.addLayout(across, 1)
        outer.addWidget(self._make_foot())
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._on_export)
        self._read()

    # -- composing ------------------------------------------------------------------------------

    def _make_left(self) -> QWidget:
        panel = Panel("panel")
        layout = column(panel, margins=(16, 12, 16, 12), gap=8)
        self._title = Label(tr("Xuất văn bản"), size=t.SIZE_H1, bold=True, wraps=True)
        layout.addWidget(self._title)
        layout.addWidget(Label(tr("Xuất gì"), bold=True))
        self._kinds: list[KindChoice] = []
        for kind in KINDS:
            choice = KindChoice(kind)
            choice.set_on(kind.key == self.state.kind)
            choice.clicked.connect(partial(self._on_kind, kind.key))
            self._kinds.append(choice)
            layout.addWidget(choice)
        layout.addLayout(self._make_fields())
        self._warning = Notice("doubt")
        layout.addWidget(self._warning)
        layout.addStretch()
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(panel)
        area.setFixedWidth(px(402))
        return area

    def _make_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(110))
        grid.setColumnStretch(1, 1)
        self._profile: Segmented | None = None
        offered = profiles()
        if len(offered) > 1:
            self._profile = Segmented(offered, offered[0][0])
            self._add_field(grid, tr("Mẫu trình bày"), self._profile)
        else:
            name = offered[0][1] if offered else tr("theo cơ quan ban hành")
            self._add_field(grid, tr("Mẫu trình bày"), Label(name))
        self._day = DateField(tr("Tính đến ngày"), 150)
        self._day.show_day(self.state.day)
        self._day.chosen.connect(self._on_day)
        self._add_field(grid, tr("Tính đến ngày"), self._day)
        types = QWidget()
        pairs = QGridLayout(types)
        pairs.setContentsMargins(0, 0, 0, 0)
        pairs.setColumnStretch(1, 1)
        self._types: dict[str, QCheckBox] = {}
        for number, (suffix, name) in enumerate(FILE_TYPES):
            box = QCheckBox(tr(name))
            box.setFont(program_font())
            box.setChecked(suffix in self.state.types)
            box.toggled.connect(self._on_types)
            self._types[suffix] = box
            pairs.addWidget(box, number // 2, number % 2)
        self._add_field(grid, tr("Loại tệp"), types)
        self._add_field(grid, tr("Chú thích"), Label(tr("cuối trang, có số")))
        folder = QWidget()
        line = row(folder, gap=4)
        self._folder = TextField("", "folder")
        self._folder.setText(str(self.state.folder))
        self._folder.setCursorPosition(0)  # a long name is read from its beginning
        self._folder.setAccessibleName(tr("Lưu vào"))
        self._folder.textChanged.connect(self._on_folder)
        choose = IconButton("more", tr("Chọn thư mục…"))
        choose.clicked.connect(self._choose_folder)
        line.addWidget(self._folder, 1)
        line.addWidget(choose)
        self._add_field(grid, tr("Lưu vào"), folder)
        self._name = TextField(tr("Tên tệp"))
        self._name.textEdited.connect(self._on_name)
        self._add_field(grid, tr("Tên tệp"), self._name)
        return grid

    def _add_field(self, grid: QGridLayout, label: str, widget: QWidget) -> None:
        at = grid.rowCount()
        name = Label(label, "text2")
        name.setBuddy(widget)
        grid.addWidget(name, at, 0)
        grid.addWidget(widget, at, 1)

    def _make_right(self) -> QWidget:
        panel = Panel("window")
        layout = column(panel)
        bar = Panel("window", "b")
        bar.setFixedHeight(px(38))
        line = row(bar, margins=(12, 0, 12, 0), gap=6)
        self._page = Label("", "text2")
        before = IconButton("left", tr("Trang trước"), small=True)
        after = IconButton("right", tr("Trang sau"), small=True)
        smaller = IconButton("minus", tr("Thu nhỏ"), small=True)
        larger = IconButton("plus", tr("Phóng to"), small=True)
        whole = Button(tr("Cả trang"), small=True)
        self._zoom = Label("")
        self._preview = Preview()
        before.clicked.connect(partial(self._turn, -1))
        after.clicked.connect(partial(self._turn, 1))
        smaller.clicked.connect(partial(self._change_zoom, -0.1))
        larger.clicked.connect(partial(self._change_zoom, 0.1))
        whole.clicked.connect(self._preview.show_whole)
        self._preview.turned.connect(self._show_page_number)
        line.addWidget(Label(tr("Xem trước"), bold=True))
        for widget in (self._page, before, after):
            line.addWidget(widget)
        line.addStretch()
        for tool in (smaller, self._zoom, larger, whole):
            line.addWidget(tool)
        layout.addWidget(bar)
        layout.addWidget(self._preview, 1)
        return panel

    def _make_foot(self) -> QWidget:
        foot = Panel("window", "t")
        foot.setMinimumHeight(px(48))
        line = row(foot, margins=(16, 8, 16, 8))
        self._shield = IconMark("shield", 16, "text2")
        line.addWidget(self._shield)
        self._words = Label(tr(PROOF), "text2", wraps=True)
        line.addWidget(self._words, 1)
        self._before_buttons = self._make_before()
        self._exists_buttons = self._make_exists()
        self._after_buttons = self._make_after()
        for buttons in (self._before_buttons, self._exists_buttons, self._after_buttons):
            line.addWidget(buttons)
        self._show_buttons(self._before_buttons)
        return foot

    def _buttons(self, *buttons: Button) -> QWidget:
        holder = QWidget()
        line: QHBoxLayout = row(holder)
        for button in buttons:
            line.addWidget(button)
        return holder

    def _make_before(self) -> QWidget:
        cancel = Button(tr("Hủy"))
        cancel.clicked.connect(self.reject)
        self._export = Button(tr("Xuất"), "export", main=True, key="Ctrl+Enter")
        self._export.clicked.connect(self._on_export)
        return self._buttons(cancel, self._export)

    def _make_exists(self) -> QWidget:
        cancel = Button(tr("Hủy"))
        cancel.clicked.connect(self._back)
        over = Button(tr("Ghi đè"))
        over.clicked.connect(partial(self._write, True))
        other = Button(tr("Lưu tên khác"), main=True)
        other.clicked.connect(self._write_other)
        return self._buttons(cancel, over, other)

    def _make_after(self) -> QWidget:
        folder = Button(tr("Mở thư mục"), "folder")
        folder.clicked.connect(self._open_folder)
        done = Button(tr("Xong"), "ok", main=True)
        done.clicked.connect(self.accept)
        return self._buttons(folder, done)

    def _show_buttons(self, shown: QWidget) -> None:
        for buttons in (self._before_buttons, self._exists_buttons, self._after_buttons):
            buttons.setVisible(buttons is shown)

    # -- reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        workspace, shown = self._session.workspace, self.state.shown
        self._export.setEnabled(False)
        self._session.run(
            Query(
                tr("Đang dựng bản xem trước"),
                lambda progress: read_preview(workspace, shown),
                self._take_preview,
                self._on_error,
                slot=(self, "preview"),
            )
        )

    def _take_preview(self, preview: PreviewText) -> None:
        self.state.take(preview)
        number = preview.text.document.number
        if self._profile is not None and not self._is_read:
            wanted = self._session.option("profile")
            self._profile.set_value(proposed_profile(number) if wanted == "auto" else wanted)
        self._is_read = True
        for choice, kind in zip(self._kinds, self.state.kinds(), strict=True):
            choice.show_kind(kind)
        self._day.setEnabled(self.state.has_day)
        self._warning.tell(preview.warning)
        self._preview.show_text(self.state.blocks, self.state.notes)
        self._refresh()

    def _refresh(self) -> None:
        self._title.setText(self.state.title())
        self.setWindowTitle(self.state.title())
        if self._name.text() != self.state.stem:
            self._name.setText(self.state.stem)
        for suffix, box in self._types.items():
            box.setEnabled(self.state.kind != "redline" or suffix == ".docx")
        self._export.setEnabled(self.state.can_export)

    def _show_page_number(self) -> None:
        self._page.setText(
            tr("Trang {number} / {total}", number=self._preview.number, total=self._preview.count)
        )
        self._zoom.setText(f"{round(self._preview.zoom * 100)} %")

    # -- what a person does -------------------------------------------------------------------------

    def _turn(self, by: int, checked: bool = False) -> None:
        self._preview.turn_to(self._preview.number + by)

    def _change_zoom(self, by: float, checked: bool = False) -> None:
        self._preview.zoom_to(self._preview.zoom + by)

    def _on_kind(self, key: str, checked: bool = False) -> None:
        self.state.kind = key
        for choice in self._kinds:
            choice.set_on(choice.kind.key == key)
        self.state.propose_stem()
        self._refresh()

    def _on_day(self, day: date) -> None:
        self.state.day = day
        self._read()

    def _on_types(self) -> None:
        self.state.types = tuple(suffix for suffix, box in self._types.items() if box.isChecked())
        self._refresh()

    def _on_name(self, words: str) -> None:
        self.state.stem, self.state.is_stem_typed = words, True
        self._refresh()

    def _on_folder(self, words: str) -> None:
        folder = folder_named(words)
        if folder is not None:
            self.state.folder = folder

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Lưu vào"), str(self.state.folder))
        if chosen:
            self.save_into(Path(chosen))

    def save_into(self, folder: Path) -> None:
        """Write into another folder."""
        self.state.folder = folder
        self._folder.setText(str(folder))

    def _on_export(self) -> None:
        if not self.state.can_export or not self._export.isEnabled():
            return
        existing = self.state.existing()
        if existing:
            self._tell(existing, "doubt")
            self._show_buttons(self._exists_buttons)
            return
        self._write(False)

    def _write_other(self) -> None:
        self.state.other_name()
        self._refresh()
        self._write(False)

    def _write(self, force: bool, checked: bool = False) -> None:
        state, workspace = self.state, self._session.workspace
        shown, outs, kind = state.shown, state.outs(), state.kind
        profile = self._profile.value if self._profile is not None else None
        self._tell(tr("Đang ghi tệp và đối chiếu…"), "text2")
        self._show_buttons(self._before_buttons)
        self._export.setEnabled(False)
        self._session.run(
            Operation(
                tr("Đang xuất văn bản"),
                lambda progress: export_files(workspace, shown, outs, kind, profile, force),
                self._on_exported,
                failed=self._on_error,
                initiator=self,
            )
        )

    def _on_exported(self, exported: Exported) -> None:
        self.state.exported = exported
        self._session.memory.keep(_LAST_FOLDER, str(self.state.folder))
        self._tell(*self.state.account())
        self._show_buttons(self._after_buttons)

    def _on_error(self, error: QuyCheError) -> None:
        self._tell(
            tr("{sentence} (Mã {code})", sentence=tr(error.message), code=error.code), "removed"
        )
        self._show_buttons(self._before_buttons)
        self._refresh()

    def _tell(self, words: str, role: str) -> None:
        self._words.setText(words)
        self._words.set_role(role)

    def _back(self) -> None:
        self._tell(tr(PROOF), "text2")
        self._show_buttons(self._before_buttons)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.state.folder)))
