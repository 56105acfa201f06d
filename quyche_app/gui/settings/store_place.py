"""Where the texts lie: a folder of this machine, or a server of the office.
Source: docs/window.md 5.7."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QDialog,
    QFileDialog,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.folders import folder_named, room_at
from quyche_app.gui.session import Session
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.icons import paint_icon
from quyche_app.gui.theme.look import color, line_height, program_font, px
from quyche_app.gui.theme.style import choice_pen, paint_radio
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.dialog_foot import asking_foot
from quyche_app.gui.widgets.fields import TextField
from quyche_app.gui.widgets.text_wrap import wrapped
from quyche_app.languages import tr

_LITTLE = 1  # GiB; less free room than this is worth a word


class PlaceCard(QAbstractButton):
    """A choice as a card: radio, picture, name, and two lines about it."""

    def __init__(self, icon: str, name: str, words: str) -> None:
        super().__init__()
        self._icon, self._told = icon, words
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(260), px(40) + 2 * line_height(t.SIZE_SMALL) + px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.isChecked()
        painter.setPen(choice_pen(is_on=is_on, has_focus=self.hasFocus()))
        painter.setBrush(color("accent_pale" if is_on else "control"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, px(t.RADIUS_CARD), px(t.RADIUS_CARD))
        if is_on:
            painter.fillRect(QRectF(box.x(), box.y() + 3, px(3), box.height() - 6), color("accent"))
        top = px(10)
        paint_radio(painter, QRectF(px(14), top, px(16), px(20)), is_on=is_on)
        paint_icon(painter, self._icon, QRectF(px(40), top, px(18), px(20)), color("text"))
        painter.setFont(program_font(bold=True))
        painter.setPen(color("text"))
        painter.drawText(
            QRectF(px(66), top, self.width(), px(20)), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        font = program_font(t.SIZE_SMALL)
        painter.setFont(font)
        painter.setPen(color("text2"))
        y = float(px(36))
        for line in wrapped(self._told, font, self.width() - px(28), 2):
            painter.drawText(
                QRectF(px(14), y, self.width() - px(20), line_height(t.SIZE_SMALL)),
                Qt.AlignmentFlag.AlignVCenter,
                line,
            )
            y += line_height(t.SIZE_SMALL)


class StorePlace(QWidget):
    """Chooses the place of the workspace.

    Signals:
        changed: another place was named.
    """

    changed = Signal()

    def __init__(self, place: str) -> None:
        super().__init__()
        layout = column(self, gap=10)
        is_server = place.startswith("postgresql")
        cards = row(gap=12)
        self._here = PlaceCard(
            "db", tr("Trên máy này"), tr("Một người dùng. Không cần mạng, không cần cài thêm gì.")
        )
        self._shared = PlaceCard(
            "units",
            tr("Dùng chung trong cơ quan"),
            tr("Nhiều người cùng làm. Cần địa chỉ máy chủ do quản trị cấp."),
        )
        group = QButtonGroup(self)
        for at, card in enumerate((self._here, self._shared)):
            group.addButton(card, at)
            cards.addWidget(card)
        layout.addLayout(cards)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._folder_page("" if is_server else place))
        self._pages.addWidget(self._server_page())
        layout.addWidget(self._pages)
        group.idToggled.connect(self._on_card)
        (self._shared if is_server else self._here).setChecked(True)

    def _folder_page(self, place: str) -> QWidget:
        page = QWidget()
        layout = column(page, gap=4)
        layout.addWidget(Label(tr("Thư mục"), bold=True))
        line = row(gap=8)
        self._folder = TextField("", "folder")
        self._folder.setAccessibleName(tr("Thư mục"))
        self._folder.setText(place)
        self._folder.textChanged.connect(self._on_folder)
        choose = Button(tr("Đổi…"))
        choose.clicked.connect(self._choose)
        line.addWidget(self._folder, 1)
        line.addWidget(choose)
        layout.addLayout(line)
        self._room = Label("", "text2", t.SIZE_SMALL)
        layout.addWidget(self._room)
        layout.addStretch()
        self._on_folder(place)
        return page

    def _server_page(self) -> QWidget:
        page = QWidget()
        layout = column(page, gap=4)
        names = row(gap=8)
        self._server: dict[str, QLineEdit] = {}
        for key, words in (
            ("host", tr("Máy chủ")),
            ("user", tr("Tên đăng nhập")),
            ("password", tr("Mật khẩu")),
        ):
            one = column(gap=2)
            one.addWidget(Label(words, bold=True))
            field = TextField("")
            field.setAccessibleName(words)
            field.textChanged.connect(self.changed)
            if key == "password":
                field.setEchoMode(QLineEdit.EchoMode.Password)
            self._server[key] = field
            one.addWidget(field)
            names.addLayout(one)
        layout.addLayout(names)
        line = row(gap=8)
        test = Button(tr("Thử kết nối"), "link")
        test.clicked.connect(self._try)
        line.addWidget(test)
        self._told = Label("", "text2", t.SIZE_SMALL, wraps=True)
        line.addWidget(self._told, 1)
        layout.addLayout(line)
        layout.addStretch()
        return page

    def _on_card(self, at: int, is_on: bool) -> None:
        if is_on:
            self._pages.setCurrentIndex(at)
            self.changed.emit()

    def _on_folder(self, words: str) -> None:
        free = room_at(folder_named(words))
        if free is not None:
            enough = tr("đủ dùng") if free >= _LITTLE else tr("sắp hết chỗ")
            self._room.setText(tr("Còn trống {free} GB, {enough}.", free=free, enough=enough))
        else:
            self._room.setText("")
        self.changed.emit()

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Thư mục của kho"), self._folder.text())
        if name:
            self._folder.setText(name)

    def place(self, *, with_password: bool = True) -> str:
        """Give the place that is named, "" when something is missing."""
        if self._here.isChecked():
            folder = folder_named(self._folder.text())
            return str(folder) if folder is not None else ""
        host, user = (self._server[key].text().strip() for key in ("host", "user"))
        if not host:
            return ""
        secret = self._server["password"].text() if with_password else ""
        who = quote(user, safe="") + (f":{quote(secret, safe='')}" if secret else "")
        return f"postgresql://{who}{'@' if who else ''}{host if '/' in host else host + '/quyche'}"

    def _try(self) -> None:
        """Open the shared workspace once and tell what was found."""
        place = self.place()
        self._told.setText(tr("Hãy ghi địa chỉ máy chủ.") if not place else try_place(place))


def try_place(place: str) -> str:
    """Open a workspace and close it again; give a sentence about what was found."""
    from quyche_app.services.library import list_documents
    from quyche_app.services.workspace import open_workspace

    try:
        workspace = open_workspace(place)
        count = len(list_documents(workspace))
        workspace.close()
    except QuyCheError as error:
        return tr(error.message)
    return tr("Kết nối được. Kho có {count} văn bản.", count=count)


class PlaceDialog(QDialog):
    """Names another place for the workspace; the texts of the present one stay where they are.

    Signals:
        chosen: (place to open, place to remember).
    """

    chosen = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Kho khác"))
        self.setMinimumWidth(px(620))
        layout = column(self, margins=(16, 16, 16, 16), gap=12)
        layout.addWidget(Label(tr("Làm việc với kho khác"), size=t.SIZE_H1, bold=True))
        layout.addWidget(
            Label(
                tr("Kho đang mở không bị thay đổi; mở lại được bất cứ lúc nào."),
                "text2",
                wraps=True,
            )
        )
        self._place = StorePlace(session.workspace.place)
        layout.addWidget(self._place)
        layout.addLayout(asking_foot(self, tr("Mở kho này"), "db", self._take))

    def _take(self) -> None:
        if self._place.place():
            self.accept()
            self.chosen.emit(self._place.place(), self._place.place(with_password=False))
