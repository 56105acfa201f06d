"""The right side of Soạn thảo: history, citations, remarks and findings of the chosen provision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from quyche_app.domain.texts import capital
from quyche_app.gui.drafting.inspector_state import STATE_WORDS, CitationRow, WordingCard
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import program_font, px
from quyche_app.gui.widgets.basic import Label, Panel, clear, column, ground, row
from quyche_app.gui.widgets.buttons import Button, LinkButton
from quyche_app.gui.widgets.card import Card
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.gui.widgets.tabs import Tabs
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.check import Mend, PlacedFlaw, Severity
from quyche_app.services.remarks import Remark

TABS = (
    ("history", "Lịch sử"),
    ("citations", "Dẫn chiếu"),
    ("remarks", "Ghi chú"),
    ("findings", "Kiểm tra"),
)
_SEVERITY = {
    Severity.MUST: ("phải sửa", "bad_err"),
    Severity.SHOULD: ("nên xem", "doubt_warn"),
    Severity.HINT: ("gợi ý", "accent_info"),
}


class Inspector(Panel):
    """Four tabs about one provision.

    Signals:
        go_asked: identity of a provision to go to.
        restore_asked, compare_asked: a ``WordingCard``.
        remark_made: (identity of the provision, words of a new remark). remark_done: its uuid.
        remark_left: as ``remark_made``, of one that was being written when another provision was shown.
        mend_asked: (PlacedFlaw, Mend). silence_asked: key of a rule. place_asked: a PlacedFlaw.
    """

    go_asked = Signal(str)
    restore_asked = Signal(object)
    compare_asked = Signal(object)
    remark_made = Signal(str, str)
    remark_left = Signal(str, str)
    remark_done = Signal(str)
    mend_asked = Signal(object, object)
    silence_asked = Signal(str)
    unsilence_asked = Signal(str)
    place_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("panel")
        self.setMinimumWidth(px(220))
        layout = column(self, margins=(1, 0, 0, 0))
        strip = Panel("panel", "b")
        strip.setFixedHeight(px(38))
        inner = row(strip)
        self.tabs = Tabs(TABS, "history")
        self.tabs.chosen.connect(self._show_tab)
        inner.addWidget(self.tabs)
        layout.addWidget(strip)
        self._pages = QStackedWidget()
        self.wordings: tuple[WordingCard, ...] = ()
        self._new_remark = _remark_field()
        self._remark_on = ""  # the provision that the field is about
        self._columns: dict[str, QVBoxLayout] = {}
        for key, _ in TABS:
            self._pages.addWidget(self._make_page(key))
        layout.addWidget(self._pages, 1)

    def _make_page(self, key: str) -> QWidget:
        inside = Panel("panel")
        self._columns[key] = column(inside, margins=(12, 10, 12, 12), gap=8)
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _show_tab(self, key: str) -> None:
        self._pages.setCurrentIndex([name for name, _ in TABS].index(key))

    def _begin(self, key: str, title: str) -> QVBoxLayout:
        lines = self._columns[key]
        clear(lines)
        if title:
            lines.addWidget(Label(title, bold=True, wraps=True))
        return lines

    # -- Lịch sử ------------------------------------------------------------------------------------

    def show_history(self, words: str, cards: Sequence[WordingCard], *, is_draft: bool) -> None:
        """Show the wordings of a provision, newest first; of a draft earlier ones can be taken back."""
        self.wordings = tuple(cards)
        lines = self._begin("history", capital(words))
        for card in cards:
            lines.addWidget(self._wording_card(card, is_draft=is_draft))
        if not cards:
            lines.addWidget(Label(tr("Chưa có lời văn nào được ghi."), "text2", wraps=True))
        lines.addStretch()

    def _wording_card(self, wording: WordingCard, *, is_draft: bool) -> Card:
        card = Card(margin=10)
        card.set_chosen(wording.is_present)
        card.body.addWidget(Label(wording.title, bold=True, wraps=True))
        card.body.addWidget(Label(wording.remark, "text2", t.SIZE_SMALL, wraps=True))
        quotation = Quotation(has_bar=False)
        quotation.show_lines(wording.lines)
        card.body.addWidget(quotation)
        if is_draft and not wording.is_present and wording.row is not None and wording.row.text:
            buttons = row(gap=6)
            restore = LinkButton(tr("Lấy lại lời văn này"))
            restore.clicked.connect(partial(self.restore_asked.emit, wording))
            compare = LinkButton(tr("So hai lần"))
            compare.clicked.connect(partial(self.compare_asked.emit, wording))
            buttons.addWidget(restore)
            buttons.addStretch()
            buttons.addWidget(compare)
            card.body.addLayout(buttons)
        card.setAccessibleName(f"{wording.title}. {wording.remark}")
        return card

    # -- Dẫn chiếu ----------------------------------------------------------------------------------

    def show_citations(
        self, words: str, cites: Sequence[CitationRow], cited: Sequence[CitationRow]
    ) -> None:
        """Show what a provision cites and what cites it."""
        self.tabs.show_count("citations", len(cites) + len(cited))
        lines = self._begin("citations", capital(words))
        for title, rows, none in (
            (tr("Nơi điều khoản này dẫn đến"), cites, tr("Không dẫn đến điều khoản nào.")),
            (tr("Nơi dẫn đến điều khoản này"), cited, tr("Chưa nơi nào dẫn đến.")),
        ):
            lines.addWidget(Label(title, bold=True, wraps=True))
            for citation in rows:
                lines.addLayout(self._citation_line(citation))
            if not rows:
                lines.addWidget(Label(none, "text2", t.SIZE_SMALL, wraps=True))
        lines.addStretch()

    def _citation_line(self, citation: CitationRow) -> QVBoxLayout:
        outer = column()
        line = row(gap=6)
        words, form = STATE_WORDS[citation.state]
        if citation.unit_id:
            link = LinkButton(citation.words, size=t.SIZE_BODY)
            link.clicked.connect(partial(self.go_asked.emit, citation.unit_id))
            line.addWidget(link)
        else:
            line.addWidget(Label(citation.words, "removed"))
        line.addStretch()
        line.addWidget(Chip(tr(words), form))
        outer.addLayout(line)
        return outer

    # -- Ghi chú ------------------------------------------------------------------------------------

    def show_remarks(self, unit_id: str, words: str, remarks: Sequence[Remark]) -> None:
        """Show the remarks on a provision, with a field for another. What is being written there stays
        while the provision does."""
        if unit_id != self._remark_on:
            left = self.take_unfinished()
            self._remark_on = unit_id
            if left is not None:
                self.remark_left.emit(*left)
        self.tabs.show_count("remarks", len(remarks))
        self._columns["remarks"].removeWidget(self._new_remark)
        lines = self._begin("remarks", capital(words))
        for remark in remarks:
            lines.addWidget(self._remark_card(remark))
        lines.addWidget(self._new_remark)
        buttons = row()
        add = Button(tr("Thêm ghi chú"), "note")
        add.clicked.connect(self._on_remark)
        buttons.addWidget(add)
        buttons.addStretch()
        lines.addLayout(buttons)
        lines.addStretch()

    def _remark_card(self, remark: Remark) -> Card:
        card = Card(margin=10)
        who = " · ".join(
            part for part in (remark.who, day_words(remark.at.astimezone().date())) if part
        )
        card.body.addWidget(Label(who, "text2", t.SIZE_SMALL, wraps=True))
        if remark.quoted:
            card.body.addWidget(Label(f"“{remark.quoted}”", "text2", wraps=True))
        card.body.addWidget(Label(remark.words, wraps=True))
        done = LinkButton(tr("Đã xong"))
        done.clicked.connect(partial(self.remark_done.emit, remark.uuid))
        card.body.addWidget(done)
        card.setAccessibleName(f"{who}: {remark.words}")
        return card

    def _on_remark(self) -> None:
        made = self.take_unfinished()
        if made is not None:
            self.remark_made.emit(*made)

    def take_unfinished(self) -> tuple[str, str] | None:
        """Take what is written in the field for a new remark, with the identity of its provision; None
        when nothing is."""
        words = self._new_remark.toPlainText().strip()
        if not words:
            return None
        self._new_remark.clear()
        return self._remark_on, words

    def give_back(self, words: str) -> None:
        """Put words that could not be recorded into the field again, before those typed since."""
        since = self._new_remark.toPlainText()
        self._new_remark.setPlainText(f"{words}\n{since}" if since else words)

    def focus_remark(self) -> None:
        """Put the caret into the field for a new remark."""
        self.tabs.show_tab("remarks")
        self._new_remark.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- Kiểm tra -----------------------------------------------------------------------------------

    def show_findings(
        self, words: str, own: Sequence[PlacedFlaw], total: int, silent: Sequence[tuple[str, str]]
    ) -> None:
        """Show the findings of a provision, how many the draft has, and rules that are silent."""
        self.tabs.show_count("findings", len(own))
        lines = self._begin("findings", capital(words))
        for found in own:
            lines.addWidget(self._finding_card(found))
        if not own:
            lines.addWidget(Label(tr("Chưa thấy gì cần sửa ở đây."), "text2", wraps=True))
        lines.addWidget(
            Label(
                tr("Cả dự thảo có {count} chỗ cần xem (F7: chỗ tiếp theo).", count=total)
                if total
                else tr("Cả dự thảo không có chỗ nào cần xem."),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            )
        )
        for key, title in silent:
            line = row(gap=6)
            line.addWidget(Label(tr("Đang tắt: {title}", title=tr(title)), "text2", t.SIZE_SMALL))
            line.addStretch()
            again = LinkButton(tr("Bật lại"))
            again.clicked.connect(partial(self.unsilence_asked.emit, key))
            line.addWidget(again)
            lines.addLayout(line)
        lines.addStretch()

    def _finding_card(self, found: PlacedFlaw) -> Card:
        card = Card(margin=10)
        head = row(gap=6)
        head.addWidget(Label(tr(found.rule.title), bold=True, wraps=True), 1)
        words, form = _SEVERITY[found.rule.severity]
        head.addWidget(Chip(tr(words), form), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(Label(tr(found.flaw.said), wraps=True))
        card.body.addWidget(Label(tr(found.rule.why), "text2", t.SIZE_SMALL, wraps=True))
        for mend in found.flaw.mends:
            button = Button(tr(mend.said), "ok", small=True)
            button.clicked.connect(partial(self._mend, found, mend))
            card.body.addWidget(button)
        foot = row(gap=6)
        show = LinkButton(tr("Xem chỗ này"))
        show.clicked.connect(partial(self.place_asked.emit, found))
        silence = LinkButton(tr("Tắt kiểu nhắc này"))
        silence.clicked.connect(partial(self.silence_asked.emit, found.rule.key))
        foot.addWidget(show)
        foot.addStretch()
        foot.addWidget(silence)
        card.body.addLayout(foot)
        card.setAccessibleName(
            tr("{title}: {sentence}", title=tr(found.rule.title), sentence=tr(found.flaw.said))
        )
        return card

    def _mend(self, found: PlacedFlaw, mend: Mend) -> None:
        self.mend_asked.emit(found, mend)


def _remark_field() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(tr("Viết ghi chú cho điều khoản này…"))
    field.setAccessibleName(tr("Ghi chú mới"))
    field.setFont(program_font())
    field.setTabChangesFocus(True)
    field.setFixedHeight(px(72))
    ground(field, "control")
    return field
