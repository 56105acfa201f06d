"""Recording a draft: when keys rest, when it is asked for, when it is put away. All of it off the
window's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import ClashError, QuyCheError
from quyche_app.drafting.session import Changed, EditRefused, TakeTheirs
from quyche_app.gui.changes import NOTHING, recorded_in
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.gui.widgets.notice import NoticeBar
from quyche_app.languages import tr
from quyche_app.services.drafts import Recorded
from quyche_app.services.editing import Editing

_SAVE_AFTER = 2000  # ms without a key (docs/window.md 1: every keystroke is in the journal at once)


class DraftSaving(QObject):
    """Keeps the workspace up with one draft.

    Attributes:
        editing: the draft; None when none is open.
        words: "Đã lưu 14:32" and the like; is_unsaved: they tell of a failure.

    Signals:
        saved: something was recorded.
        told: the words changed.
        clash_shown: identity of the provision that two people changed.
    """

    saved = Signal()
    told = Signal()
    clash_shown = Signal(str)

    def __init__(self, session: Session, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.editing: Editing | None = None
        self.words = ""
        self.is_unsaved = False
        self._notice = notice
        self._is_saving = False
        self._left: Editing | None = None  # put away when the recording under way has its answer
        self._after_save: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER)
        self._timer.timeout.connect(lambda: self.save())

    def begin(self, editing: Editing) -> None:
        """Take care of a draft that was opened."""
        self.editing = editing
        self._tell("")
        self._timer.start()

    def on_changed(self, changed: Changed) -> None:
        """Something was done: it is recorded when nothing more comes for a while."""
        if changed.step is not None:
            self._timer.start()

    def save(self, why: str = "") -> None:
        """Record the draft; typing goes on meanwhile.

        Args:
            why: name of a milestone; it is recorded even when nothing was typed.
        """
        editing = self.editing
        if editing is None or (editing.is_saved and not why):
            return
        if self._is_saving:
            self._timer.start()
            return
        self._is_saving = True
        saving = editing.begin_save(why)
        self._tell(tr("Đang lưu…"))

        def done(recorded: Recorded) -> None:
            editing.finish_save(saving, recorded)
            self._end_save(is_unsaved=False)
            self._tell(tr("Đã lưu {time}", time=f"{datetime.now():%H:%M}"))
            self.saved.emit()

        def failed(error: QuyCheError) -> None:
            self._end_save(is_unsaved=True)
            self._tell(tr("Chưa lưu được – Thử lại"))
            if isinstance(error, ClashError):
                self._ask_clash(editing, error)
            else:
                self._notice.tell(
                    tr("Chưa lưu được. {sentence}", sentence=tr(error.message)),
                    ((tr("Thử lại"), self.save),),
                )

        self.session.run(
            Operation(
                tr("Đang lưu dự thảo"),
                lambda progress: saving.record(),
                done,
                lambda recorded: (
                    recorded_in(editing.document.id)
                    if recorded.number > recorded.follows
                    else NOTHING
                ),
                failed,
                initiator=self,
            )
        )

    def _end_save(self, *, is_unsaved: bool) -> None:
        self._is_saving, self.is_unsaved = False, is_unsaved
        waiting, self._after_save = self._after_save, []
        left, self._left = self._left, None
        if left is not None:
            self._put_away(left)
        elif not is_unsaved:
            for run in waiting:
                self.when_saved(run)

    def when_saved(self, run: Callable[[], object]) -> None:
        """Do something once the workspace has the whole text; nothing when it cannot be saved."""
        if self.editing is None or (self.editing.is_saved and not self._is_saving):
            run()
            return
        self._after_save.append(run)
        self.save()

    # -- putting a draft away -----------------------------------------------------------------------

    def close(self) -> None:
        """Save what is left and let go of the draft; what cannot be saved stays in the journal. Until
        that is done the draft counts as being closed (``Session.when_closed``)."""
        self._timer.stop()
        self._after_save = []
        editing, self.editing = self.editing, None
        if editing is None:
            return
        self.session.open_drafts.pop(editing.document.id, None)
        self.session.begin_closing(editing.document.id)
        if self._is_saving:
            self._left = editing  # once the recording under way has its answer
        else:
            self._put_away(editing)

    def _put_away(self, editing: Editing) -> None:
        session, document = self.session, editing.document.id

        def failed(error: QuyCheError) -> None:
            session.end_closing(document)
            session.hinted.emit(tr(error.message))

        session.run(
            Operation(
                tr("Đang lưu dự thảo"),
                lambda progress: editing.close(),
                lambda _: session.end_closing(document),
                NOTHING if editing.is_saved else recorded_in(document),
                failed,
                initiator=self,  # the page that was left does not read it again
            )
        )

    # -- two people at one provision ----------------------------------------------------------------

    def _ask_clash(self, editing: Editing, clash: ClashError) -> None:
        """Ask which of two texts stands; nothing is overwritten before."""
        editing.session.meet(clash)
        who = clash.who or tr("Người khác")
        many = (
            tr("{count} điều khoản", count=len(clash.unit_ids))
            if len(clash.unit_ids) > 1
            else tr("điều khoản này")
        )

        def mine() -> None:
            editing.session.keep_mine()
            self.save()

        def take(theirs: Act) -> None:
            try:
                editing.session.do(TakeTheirs(theirs, clash.unit_ids))
            except EditRefused as error:
                self.session.hinted.emit(tr(error.message))
            else:
                self.save()

        def theirs() -> None:
            self.session.run(
                Query(
                    tr("Đang đọc bản của người khác"),
                    lambda progress: editing.theirs(clash),
                    take,
                    slot=(self, "theirs"),
                )
            )

        def both() -> None:
            from quyche_app.gui.drafting.dialogs import ClashDialog

            dialog = ClashDialog(clash, self._notice.window())
            dialog.mine.connect(mine)
            dialog.theirs.connect(theirs)
            dialog.open()

        self.clash_shown.emit(clash.unit_ids[0])
        self._notice.tell(
            tr(
                "{who} vừa sửa {many}. Bản của bạn được giữ trên trang, chưa ghi vào kho.",
                who=who,
                many=many,
            ),
            (
                (tr("So hai bản"), both),
                (tr("Giữ bản của tôi"), mine),
                (tr("Lấy bản của người ấy"), theirs),
            ),
        )

    def _tell(self, words: str) -> None:
        self.words = words
        self.told.emit()
