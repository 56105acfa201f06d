"""What the inspector tells of the chosen provision: history, citations, remarks, findings; and what a
person does with them (docs/window.md 5.2)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from quyche_app.domain.errors import QuyCheError
from quyche_app.domain.messages import message
from quyche_app.domain.units import Unit
from quyche_app.drafting.session import Changed, CitationIndex, RestoreWords, citation_index
from quyche_app.drafting.session import Place as TextPlace
from quyche_app.gui.changes import remarked_on
from quyche_app.gui.drafting.checker import Checker
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.drafting.inspector import Inspector
from quyche_app.gui.drafting.inspector_state import (
    WordingCard,
    cited_rows,
    findings_of,
    read_wordings,
    wording_cards,
)
from quyche_app.gui.drafting.state import DraftingState
from quyche_app.gui.session import Session
from quyche_app.gui.tasks.operation import Operation, Query
from quyche_app.languages import tr
from quyche_app.services.check import Mend, PlacedFlaw
from quyche_app.services.remarks import Remark
from quyche_app.services.views import WordingRow

_LOOK_AGAIN = 700  # ms without a change, then citations and checks are read again


class AboutProvision(QObject):
    """Reads in the background and shows.

    Attributes:
        again: runs out when the text is to be read again.

    Signals:
        checked: other findings are known.
    """

    checked = Signal()

    def __init__(
        self,
        session: Session,
        state: DraftingState,
        desk: DraftDesk,
        inspector: Inspector,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.session, self._state, self._desk, self._inspector = session, state, desk, inspector
        self.checker = Checker(session)
        self.checker.changed.connect(self._on_checked)
        self._citations: CitationIndex | None = None
        self._remarks: tuple[Remark, ...] = ()
        self.again = QTimer(self)
        self.again.setSingleShot(True)
        self.again.setInterval(_LOOK_AGAIN)
        self.again.timeout.connect(self.look_again)
        desk.saving.saved.connect(self.read_history)
        inspector.restore_asked.connect(self._restore_wording)
        inspector.compare_asked.connect(self._compare_wording)
        inspector.remark_made.connect(self._add_remark)
        inspector.remark_left.connect(self._add_left_remark)
        inspector.remark_done.connect(self._close_remark)
        inspector.mend_asked.connect(self._mend)
        inspector.silence_asked.connect(self.checker.silence)
        inspector.unsilence_asked.connect(lambda rule: self.checker.silence(rule, is_silent=False))
        inspector.place_asked.connect(self.show_finding)

    def show_chosen(self) -> None:
        """Tell everything of the provision that is chosen now."""
        self.read_history()
        self._show_citations()
        self._show_remarks()
        self._show_findings()

    def on_changed(self, changed: Changed) -> None:
        """Citations and checks are read again when nothing changes for a while."""
        if changed.units and not changed.is_typed:
            self.again.start()

    def look_again(self) -> None:
        """Read citations and findings of the text as it is now."""
        act = self._state.act
        if act is None:
            return
        self.session.run(
            Query(
                tr("Đang đọc dẫn chiếu"),
                lambda progress: citation_index(act),
                self._take_citations,
                slot=(self, "citations"),
                is_repeated=True,
            )
        )
        if self._state.is_draft:
            self.checker.check(act)
        else:
            self._show_findings()

    def read_history(self) -> None:
        """Read every wording of the chosen provision."""
        state, workspace = self._state, self.session.workspace
        if not state.chosen or not state.words_of(state.chosen):
            self._inspector.show_history("", (), is_draft=state.is_draft)
            return
        document, unit_id = state.document, state.chosen
        editing = self._desk.editing
        base = editing.base.document if editing is not None else ""
        self.session.run(
            Query(
                tr("Đang đọc lịch sử"),
                lambda progress: read_wordings(workspace, document, base, unit_id),
                self._take_history,
                slot=(self, "history"),
                is_repeated=True,
            )
        )

    def _take_history(self, rows: tuple[tuple[str, WordingRow], ...]) -> None:
        state = self._state
        cards = wording_cards(
            rows,
            draft=state.document if state.is_draft else "",
            draft_name=state.version_words(),
            day=state.day,
            issued=state.text.act.issue_date if state.text is not None else None,
        )
        self._inspector.show_history(state.words_of(state.chosen), cards, is_draft=state.is_draft)

    def _restore_wording(self, card: WordingCard) -> None:
        from quyche_app.services.history import stored_unit

        workspace, row = self.session.workspace, card.row
        if row is None or self._desk.drafting is None:
            return

        def take(then: Unit | None) -> None:
            drafting = self._desk.drafting
            if drafting is None:
                return
            if then is None or drafting.unit(row.unit_id) is None:
                self.session.hinted.emit(tr("Điều khoản này không còn trong dự thảo."))
                return
            self._desk.do(RestoreWords(row.unit_id, then), tr("Lời văn đang giống hệt lần ấy."))

        self.session.run(
            Query(
                tr("Đang đọc lời văn cũ"),
                lambda progress: stored_unit(workspace, card.document, row),
                take,
                slot=(self, "wording"),
            )
        )

    def _compare_wording(self, card: WordingCard) -> None:
        if card.row is None:
            return
        document = self._state.document
        if card.document == document:
            left = f"{document}@R{card.row.recording}"
        else:
            day = card.row.valid_from
            left = f"{card.document}@{day.isoformat() if day is not None else 'issued'}"
        unit_id = card.row.unit_id
        self._desk.when_saved(
            lambda: self.session.go(
                "compare", document=document, unit=unit_id, left=left, right=f"{document}@"
            )
        )

    def _take_citations(self, index: CitationIndex) -> None:
        self._citations = index
        self._show_citations()

    def _show_citations(self) -> None:
        if self._citations is None:
            return
        cites, cited = cited_rows(self._citations, self._state.chosen, self._desk.differences.fates)
        self._inspector.show_citations(self._state.words_of(self._state.chosen), cites, cited)

    def read_remarks(self) -> None:
        """Read the remarks on the text."""
        from quyche_app.services.remarks import remarks_of

        workspace, document = self.session.workspace, self._state.document
        self.session.run(
            Query(
                tr("Đang đọc ghi chú"),
                lambda progress: remarks_of(workspace, document),
                self._take_remarks,
                slot=(self, "remarks"),
            )
        )

    def _take_remarks(self, remarks: tuple[Remark, ...]) -> None:
        self._remarks = remarks
        self._show_remarks()
        self._mark_page()

    def _show_remarks(self) -> None:
        own = [remark for remark in self._remarks if remark.unit_id == self._state.chosen]
        self._inspector.show_remarks(
            self._state.chosen, self._state.words_of(self._state.chosen), own
        )

    def _add_remark(self, unit_id: str, words: str) -> None:
        quoted = self._desk.page.selected_words() if self._state.is_draft else ""
        self._record_remark(unit_id, words, quoted)

    def _add_left_remark(self, unit_id: str, words: str) -> None:
        """A remark was being written when the person went to another provision: it is recorded."""
        place = self._state.words_of(unit_id)
        self._record_remark(
            unit_id,
            words,
            "",
            tr("Đã ghi ghi chú đang viết dở cho {place}.", place=place)
            if place
            else tr("Đã ghi ghi chú đang viết dở."),
        )

    def _record_remark(self, unit_id: str, words: str, quoted: str, said: str = "") -> None:
        from quyche_app.services.remarks import add_remark

        workspace, document = self.session.workspace, self._state.document

        def done(_: Remark) -> None:
            self.read_remarks()
            if said:
                self.session.hinted.emit(said)

        def failed(error: QuyCheError) -> None:
            self._inspector.give_back(words)
            self.session.hinted.emit(tr(error.message))

        self.session.run(
            Operation(
                tr("Đang ghi ghi chú"),
                lambda progress: add_remark(workspace, document, unit_id, words, quoted=quoted),
                done,
                remarked_on(document),
                failed,
                initiator=self,
            )
        )

    def record_unfinished(self) -> None:
        """Record the remark that is being written: the text is about to be left."""
        left = self._inspector.take_unfinished()
        if left is not None and self._state.document:
            self._record_remark(*left, "", tr("Đã ghi ghi chú đang viết dở."))

    def _close_remark(self, uuid: str) -> None:
        from quyche_app.services.remarks import close_remark

        workspace, document = self.session.workspace, self._state.document
        self.session.run(
            Operation(
                tr("Đang ghi ghi chú"),
                lambda progress: close_remark(workspace, document, uuid),
                lambda _: self.read_remarks(),
                remarked_on(document),
                initiator=self,
            )
        )

    def _on_checked(self) -> None:
        self._show_findings()
        self._mark_page()
        self.checked.emit()

    def _show_findings(self) -> None:
        found = self.checker.found if self._state.is_draft else ()
        self._inspector.show_findings(
            self._state.words_of(self._state.chosen),
            findings_of(found, self._state.chosen),
            len(found),
            self.checker.silent_titles() if self._state.is_draft else (),
        )

    def _mark_page(self) -> None:
        noted = frozenset(remark.unit_id for remark in self._remarks)
        self._desk.page.show_findings(self.checker.spans(), noted)

    def next_finding(self) -> PlacedFlaw | None:
        """Go to the next finding behind the caret; None when there is none."""
        spot = self._desk.page.spot()
        key = (spot.unit_id, spot.slot, spot.block, spot.at) if spot is not None else None
        found = self.checker.after(key, list(self._state.places))
        if found is not None:
            self._inspector.tabs.show_tab("findings")
            self.show_finding(found)
        return found

    def show_finding(self, found: PlacedFlaw) -> None:
        """Choose the words that a finding is about."""
        flaw = found.flaw
        self._desk.page.go_to_spot(
            found.unit_id, found.slot, found.index, flaw.start, flaw.end - flaw.start
        )

    def _mend(self, found: PlacedFlaw, mend: Mend) -> None:
        place = TextPlace(found.unit_id, found.slot, found.index, mend.start, mend.end)
        rule = message(f"rule.{found.rule.key}", found.rule.title)
        said = message("step.by_check", "sửa theo kiểm tra: {rule}", rule=rule)
        self._desk.change_words(place, mend.words, said)
