"""How the labels of a draft follow: chosen by a person, kept for the draft in the workspace."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from quyche_app.drafting.session import Changed, Numbering, Recount, SetNumbering
from quyche_app.gui.drafting.at_desk import Desk
from quyche_app.gui.tasks.operation import Operation
from quyche_app.languages import tr

_WORDS = {Numbering.RECOUNT: "đánh số lại liên tục", Numbering.FROZEN: "giữ số cũ, chèn 14a"}


class NumberingChoice(QObject):
    """Asks how labels follow, and writes down what the draft does.

    Signals:
        kept: the workspace has what is chosen.
    """

    kept = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = Numbering.RECOUNT

    def begin(self, numbering: Numbering) -> None:
        """Note how the labels of a draft that was opened follow."""
        self._kept = numbering

    def words(self) -> str:
        """Say how labels follow."""
        drafting = self._desk.drafting
        return tr(_WORDS[drafting.numbering]) if drafting is not None else ""

    def choose(self, numbering: Numbering) -> None:
        """Choose how labels follow; counting anew says first how many numbers would change."""
        desk, drafting = self._desk, self._desk.drafting
        if drafting is None or numbering is drafting.numbering:
            return
        if numbering is Numbering.FROZEN:
            drafting.do(SetNumbering(numbering))
            desk.session.hinted.emit(tr("Từ nay giữ số cũ; phần thêm vào giữa lấy số như 14a."))
            return
        labels, cited = drafting.recounting()
        if not labels and not cited:
            drafting.do(SetNumbering(numbering))
            return
        desk.notice.tell(
            tr(
                "Đánh số lại liên tục: {count} số và {citations} sẽ đổi.",
                count=labels,
                citations=tr("{count} dẫn chiếu", count=cited),
            ),
            ((tr("Đánh số lại"), lambda: desk.do(Recount())), (tr("Thôi"), lambda: None)),
        )

    def on_changed(self, changed: Changed) -> None:
        """A step may have changed how labels follow, or was taken back."""
        from quyche_app.services.remarks import choose

        editing = self._desk.editing
        if editing is None or editing.session.numbering is self._kept:
            return
        numbering = self._kept = editing.session.numbering
        workspace, document = self._desk.session.workspace, editing.document.id
        self._desk.session.run(
            Operation(
                tr("Đang ghi cách đánh số"),
                lambda progress: choose(workspace, document, {"numbering": numbering.value}),
                lambda _: self.kept.emit(),
                initiator=self,
            )
        )
