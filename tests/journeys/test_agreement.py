"""Whatever is done in whatever order: page, draft and workspace say the same, also after a crash."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from quyche_app.domain.acts import Act
from quyche_app.domain.flow import act_lines
from quyche_app.gui.app import prepare_application
from quyche_app.gui.drafting.desk import DraftDesk
from quyche_app.gui.drafting.opening import open_text
from quyche_app.gui.drafting.page_blocks import page_blocks
from quyche_app.gui.session import Session
from quyche_app.services.drafts import begin_draft
from quyche_app.services.import_file import import_file
from quyche_app.services.text_as_at import text_as_at
from quyche_app.services.workspace import open_workspace

_TEXT = """\
QUY CHẾ
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Văn phòng họp theo khoản 2 Điều này.
2. Tài liệu gồm:
a) Tờ trình;
b) Dự thảo.
Điều 2. Nguyên tắc
Mỗi việc giao một người chủ trì.
Chương II
LÀM VIỆC
Điều 3. Hồ sơ
1. Hồ sơ giấy theo điểm a khoản 2 Điều 1.
2. Hồ sơ điện tử.
"""
_STRUCTURE = (
    "add",
    "demote",
    "promote",
    "move_up",
    "move_down",
    "join_with_above",
    "split",
    "add_paragraph",
)


class Agreement(RuleBasedStateMachine):
    """Random edits, undo, redo, saving and crashes on the desk of a window."""

    def __init__(self) -> None:
        super().__init__()
        prepare_application()
        self.folder = tempfile.TemporaryDirectory()
        place = Path(self.folder.name)
        (place / "quy-che.txt").write_text(_TEXT, encoding="utf-8")
        self.workspace = open_workspace(place / "kho")
        document = import_file(self.workspace, place / "quy-che.txt").document.id
        self.draft_id = begin_draft(self.workspace, document).id
        self.session = Session(self.workspace, "kho")
        self.desk = DraftDesk(self.session)
        self.desk.resize(700, 500)
        self.open()

    def open(self) -> None:
        opened = open_text(self.workspace, self.draft_id, "", None)
        assert opened.draft is not None, opened.why_locked
        self.desk.open(opened.draft)

    @property
    def act(self) -> Act:
        assert self.desk.editing is not None
        return self.desk.editing.draft.act

    def put_caret(self, place: int, at: int) -> bool:
        spots = [p for p in self.desk.page._places if p.is_editable]
        if not spots:
            return False
        spot = spots[place % len(spots)]
        self.desk.page.go_to_spot(spot.unit_id, spot.slot, spot.index, at % (len(spot.text) + 1))
        return True

    @rule(
        place=st.integers(0, 40),
        at=st.integers(0, 30),
        words=st.sampled_from(["ư", " Telex", "ủy "]),
    )
    def type_words(self, place: int, at: int, words: str) -> None:
        if self.put_caret(place, at):
            self.desk.page.textCursor().insertText(words)

    @rule(place=st.integers(0, 40), at=st.integers(0, 30), length=st.integers(1, 6))
    def delete_words(self, place: int, at: int, length: int) -> None:
        if self.put_caret(place, at):
            cursor = self.desk.page.textCursor()
            room = cursor.block().length() - 1 - cursor.positionInBlock()
            cursor.setPosition(cursor.position() + min(length, room), cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    @rule(place=st.integers(0, 40), at=st.integers(0, 30), what=st.sampled_from(_STRUCTURE))
    def change_structure(self, place: int, at: int, what: str) -> None:
        if self.put_caret(place, at):
            getattr(self.desk, what)()

    @rule()
    def typing_rests(self) -> None:
        self.desk.mark_touched()

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @rule()
    def redo(self) -> None:
        self.desk.redo()

    @rule()
    def save(self) -> None:
        self.desk.save()
        assert self.session.runner.wait(20)
        assert text_as_at(self.workspace, self.draft_id).act == self.act

    @rule()
    def crash(self) -> None:
        editing, before = self.desk.editing, self.act
        assert editing is not None
        editing.leave_as_it_is()
        self.desk.editing = None
        self.open()
        assert self.act == before

    @invariant()
    def the_page_says_what_the_draft_says(self) -> None:
        page = self.desk.page
        count = page.document().blockCount()
        shown = [page.text_at(number) for number in range(count)]
        assert shown == [block.text for block in page_blocks(self.act)] or (
            not page_blocks(self.act) and shown == [""]
        )

    def teardown(self) -> None:
        written = act_lines(self.act)
        self.desk.close_draft()
        assert self.session.runner.wait(20)
        assert act_lines(text_as_at(self.workspace, self.draft_id).act) == written
        self.desk.deleteLater()
        self.workspace.close()
        self.folder.cleanup()


TestAgreement = Agreement.TestCase
TestAgreement.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
