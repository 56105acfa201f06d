"""What a stopped program left of a draft: said when it is opened, kept or dropped."""

from __future__ import annotations

from quyche_app.domain.texts import shortened
from quyche_app.gui.drafting.at_desk import Desk
from quyche_app.languages import tr
from quyche_app.services.editing import Recovered


class FoundAgain:
    """Asks about what was restored, on the strip over the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tell(self) -> None:
        """Say what was restored of the draft that was opened, when something was."""
        editing = self._desk.editing
        recovered = editing.recovered if editing is not None else None
        if editing is None or recovered is None:
            return
        left = ""
        if recovered.kept_in is not None:
            left = tr(
                " {count} chỗ không đọc lại được; nhật ký được giữ nguyên ở tệp {file}.",
                count=recovered.left_out,
                file=str(recovered.kept_in),
            )
        if not recovered.steps:
            self._desk.notice.tell(
                tr("Lần trước chương trình dừng đột ngột.") + left, ((tr("Giữ"), self._keep),)
            )
            return
        self._desk.notice.tell(
            tr(
                "Lần trước chương trình dừng đột ngột lúc {time}. Đã khôi phục "
                "{count} chỗ sửa của {status}.{left}",
                time=f"{recovered.stopped_at:%H:%M}",
                count=len(recovered.steps),
                status=tr(editing.document.chip),
                left=left,
            ),
            (
                (tr("Xem các chỗ đó"), lambda: self._show(recovered)),
                (tr("Giữ"), self._keep),
                (tr("Bỏ"), self._discard),
            ),
        )

    def _show(self, recovered: Recovered) -> None:
        names = "; ".join(dict.fromkeys(tr(step.said) for step in recovered.steps))
        self._desk.page.go_to(recovered.steps[-1].focus)
        self._desk.notice.tell(
            tr("Đã khôi phục: {steps}.", steps=shortened(names, 300)),
            ((tr("Giữ"), self._keep), (tr("Bỏ"), self._discard)),
        )

    def _keep(self) -> None:
        if self._desk.editing is not None:
            self._desk.editing.recovered = None

    def _discard(self) -> None:
        if self._desk.editing is not None:
            self._desk.editing.discard_recovered()
            self._desk.session.hinted.emit(tr("Đã bỏ các chỗ khôi phục; Ctrl+Z để lấy lại."))
