"""The workspace cannot be opened: what happened, what stays safe, and what can be done
(docs/window.md 5.1)."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

from PySide6.QtWidgets import QDialog, QLineEdit

from quyche_app.domain.errors import QuyCheError
from quyche_app.gui.session import shown_place
from quyche_app.gui.settings.store_place import StorePlace
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.widgets.basic import Label, column, row
from quyche_app.gui.widgets.buttons import Button
from quyche_app.gui.widgets.fields import TextField
from quyche_app.languages import tr


class UnopenedDialog(QDialog):
    """Asks what to do.

    Attributes:
        place: the place to try next.
        remembered: the place to remember, "" when it is the same as before.
    """

    def __init__(self, place: str, error: QuyCheError) -> None:
        super().__init__()
        self.place, self.remembered = place, ""
        self.setWindowTitle("Quy Chế")
        self.setMinimumWidth(px(620))
        layout = column(self, margins=(20, 20, 20, 16), gap=10)
        layout.addWidget(
            Label(
                tr("Không mở được kho ở {place}. Văn bản không bị mất.", place=shown_place(place)),
                size=t.SIZE_H1,
                bold=True,
                wraps=True,
            )
        )
        layout.addWidget(Label(tr(error.message), wraps=True))
        layout.addWidget(Label(tr("Mã {code}", code=error.code), "text2", t.SIZE_SMALL))
        self._password = TextField(tr("Mật khẩu của kho chung"), width=320)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setVisible(place.startswith("postgresql"))
        layout.addWidget(self._password)
        self._other = StorePlace(place)
        self._other.hide()
        layout.addWidget(self._other)
        foot = row()
        leave = Button(tr("Thoát"))
        leave.clicked.connect(self.reject)
        self._choose = Button(tr("Chọn kho khác"), "folder")
        self._choose.clicked.connect(self._show_other)
        self._again = Button(tr("Thử lại"), "history", main=True)
        self._again.clicked.connect(self._take)
        foot.addStretch()
        for button in (leave, self._choose, self._again):
            foot.addWidget(button)
        layout.addLayout(foot)

    def _show_other(self) -> None:
        self._password.hide()
        self._choose.hide()
        self._other.show()
        self._again.set_words(tr("Mở kho này"))

    def _take(self) -> None:
        if not self._other.isHidden():
            self.place = self._other.place() or self.place
            self.remembered = self._other.place(with_password=False)
        elif self._password.text():
            self.place = with_password(self.place, self._password.text())
        self.accept()


def with_password(place: str, password: str) -> str:
    """Give the address of a server with a password in it."""
    parts = urlsplit(place)
    who, _, host = parts.netloc.rpartition("@")
    user = who.partition(":")[0]
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(password, safe='')}@{host}"))
