"""Kết quả tìm: what narrows the search, the hits, the chosen provision.
Source: docs/window.md 5.1."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from quyche_app.gui.drafting.state import read_history
from quyche_app.gui.library.search_context import (
    article_name,
    context_of,
    found_forms,
    read_texts,
)
from quyche_app.gui.library.search_state import (
    CELL_BREAK,
    KINDS,
    ORDERS,
    SearchState,
    hit_line,
    hit_title,
    run_search,
)
from quyche_app.gui.library.state import form_of
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown
from quyche_app.gui.tasks.operation import Query
from quyche_app.gui.text_lines import Line, Run, runs_within
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import color, line_height, program_font, px, text_font
from quyche_app.gui.widgets.basic import Label, Panel, clear, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton
from quyche_app.gui.widgets.chips import chip_size, paint_chip
from quyche_app.gui.widgets.date_field import DateField
from quyche_app.gui.widgets.fields import Combo
from quyche_app.gui.widgets.flow_layout import FlowLayout
from quyche_app.gui.widgets.quotation import Quotation
from quyche_app.gui.widgets.rows import ROW_ROLE, Index, RowsModel, paint_row_ground
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.gui.widgets.splitter import Columns
from quyche_app.gui.widgets.states import EmptyState, LoadingPanel
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell
from quyche_app.gui.widgets.text_wrap import elided
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.views import (
    Role,
    SearchHit,
    SearchResult,
    TextAt,
    WordingRow,
    known_or_today,
)

_WORDINGS = 6  # of the provision, that fit beside it


class HitsModel(RowsModel[SearchHit]):
    """The hits."""

    def words_of(self, row: SearchHit) -> str:
        number = row.document.cited_as
        return f"{hit_title(row)}, {number}, {tr(row.chip)}: {row.text}"


class HitRows(QStyledItemDelegate):
    """Place with the name of its article, text and state; below them the words, with what was found
    marked.

    Attributes:
        texts: by document, those that were read.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, TextAt] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), line_height(t.SIZE_BODY, True) + px(t.SIZE_QUOTATION * 1.6) + px(24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: SearchHit = index.data(ROW_ROLE)
        rect: QRect = option.rect
        paint_row_ground(painter, option, "page")
        painter.setPen(color("line_soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(px(16), px(9), -px(16), -px(6))
        self._paint_place(painter, hit, inner)
        top = inner.top() + line_height(t.SIZE_BODY, True) + px(5)
        cell = TextCell(
            [_one_line(hit, inner.width())], CellStyle(t.SIZE_QUOTATION, False, 0, 0, 0)
        )
        cell.lay_out(inner.width() + px(40))
        cell.paint(painter, inner.left(), top)

    def _paint_place(self, painter: QPainter, hit: SearchHit, inner: QRect) -> None:
        high = line_height(t.SIZE_BODY, True)
        form = form_of(hit.document) if hit.is_current else "neutral"
        chip = chip_size(tr(hit.chip), form)
        paint_chip(painter, tr(hit.chip), form, inner.right() - chip.width(), inner.top())
        place = QRect(inner.left(), inner.top(), inner.width() - chip.width() - px(12), high)
        font = program_font(bold=True)
        name = article_name(self.texts.get(hit.document.id), hit.unit_id)
        title = f"{hit_title(hit)}. {name}" if name else hit_title(hit)
        title = elided(title, QFontMetrics(font), place.width() - px(90))
        painter.setFont(font)
        painter.setPen(color("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)
        used = QFontMetrics(font).horizontalAdvance(title) + px(8)
        same = (
            " · " + tr("{count} dự thảo ghi như vậy", count=hit.same_count)
            if hit.same_count
            else ""
        )
        painter.setFont(program_font(t.SIZE_SMALL))
        painter.setPen(color("text2"))
        source = elided(
            f"{hit.document.cited_as}{same}",
            painter.fontMetrics(),
            max(0, place.width() - used),
        )
        painter.drawText(place.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, source)


def _one_line(hit: SearchHit, width: int) -> Line:
    """As many words as fit on one line, measured: what is marked is bold and wider."""
    plain = QFontMetrics(text_font(t.SIZE_QUOTATION))
    bold = QFontMetrics(text_font(t.SIZE_QUOTATION, bold=True))
    most = max(20, width // max(1, plain.averageCharWidth()))
    while True:
        line = hit_line(hit, most)
        needed = plain.horizontalAdvance(line.text)
        for run in line.runs:
            marked = line.text[run.start : run.end]
            needed += bold.horizontalAdvance(marked) - plain.horizontalAdvance(marked)
        if needed <= width or most <= 20:
            return line
        most = max(20, min(most - 2, most * width // needed))


class SearchPage(QWidget):
    """The results.

    Signals:
        left: back to the list of texts.
        counted: the words of the status bar changed.
    """

    left = Signal()
    counted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.state = SearchState(as_at=date.today())
        self._texts: dict[str, TextAt] = {}
        self._ticks: dict[Role, QCheckBox] = {}
        layout = column(self)
        splitter = Columns(222, 330)
        splitter.addWidget(self._make_narrowing())
        splitter.addWidget(self._make_middle())
        splitter.addWidget(self._make_chosen())
        layout.addWidget(splitter)

    # -- composing ------------------------------------------------------------------------------

    def _make_narrowing(self) -> QWidget:
        panel = Panel("panel")
        area = scrolled(panel)
        area.setMinimumWidth(px(192))
        layout = column(panel, margins=(14, 10, 12, 10), gap=5)
        layout.addWidget(Label(tr("Thu hẹp"), bold=True))
        self._add_tick(
            layout,
            tr("Phân biệt dấu"),
            lambda is_on: self._search_otherwise(replace(self.state, with_marks=is_on)),
        )
        self._add_tick(
            layout,
            tr("Đúng cụm từ"),
            lambda is_on: self._search_otherwise(replace(self.state, as_phrase=is_on)),
        )
        self._add_tick(
            layout,
            tr("Cả lời văn hết hiệu lực"),
            lambda is_on: self._search_otherwise(replace(self.state, with_past=is_on)),
        )
        layout.addSpacing(px(8))
        layout.addWidget(Label(tr("Tính đến ngày"), bold=True))
        self._day = DateField(tr("Tính đến ngày"), 140)
        self._day.show_day(self.state.as_at)
        self._day.chosen.connect(self._on_day)
        layout.addWidget(self._day)
        layout.addWidget(
            Label(
                tr("Chỉ tìm trong lời văn có hiệu lực vào ngày này."),
                "text2",
                t.SIZE_SMALL,
                wraps=True,
            )
        )
        layout.addSpacing(px(8))
        layout.addWidget(Label(tr("Loại văn bản"), bold=True))
        for role, words in KINDS:
            self._ticks[role] = self._add_tick(
                layout, tr(words), partial(self._hide, role), is_on=True
            )
        layout.addSpacing(px(8))
        layout.addWidget(Label(tr("Nằm ở"), bold=True))
        self._add_tick(
            layout,
            tr("Lời văn"),
            lambda is_on: self._show_otherwise(replace(self.state, in_words=is_on)),
            is_on=True,
        )
        self._add_tick(
            layout,
            tr("Tên điều, chương"),
            lambda is_on: self._show_otherwise(replace(self.state, in_names=is_on)),
            is_on=True,
        )
        layout.addStretch()
        return area

    def _add_tick(
        self, layout: QVBoxLayout, words: str, run: Callable[[bool], None], *, is_on: bool = False
    ) -> QCheckBox:
        box = QCheckBox(words)
        box.setChecked(is_on)
        box.setFont(program_font())
        box.toggled.connect(run)
        layout.addWidget(box)
        return box

    def _make_middle(self) -> QWidget:
        middle = Panel("window")
        layout = column(middle)
        head = Panel("window", "b")
        head.setFixedHeight(px(36))
        line = row(head, margins=(16, 0, 16, 0))
        self._count = Label("", bold=True)
        line.addWidget(self._count)
        line.addStretch()
        line.addWidget(Label(tr("Xếp theo"), "text2"))
        self._order = Combo(tr("Xếp theo"), width=150)
        self._order.offer(tuple((key, tr(words)) for key, words in ORDERS), self.state.order)
        self._order.currentIndexChanged.connect(self._on_order)
        line.addWidget(self._order)
        layout.addWidget(head)
        self._pages = QStackedWidget()
        self._hits = QListView()
        self._hits.setFrameShape(QFrame.Shape.NoFrame)
        self._hits.setAccessibleName(tr("Kết quả tìm"))
        self._hits.setUniformItemSizes(True)
        self._hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground(self._hits, "page")
        self._model = HitsModel()
        self._hits.setModel(self._model)
        self._rows = HitRows()
        self._hits.setItemDelegate(self._rows)
        self._hits.selectionModel().currentChanged.connect(self._on_hit)
        self._hits.activated.connect(lambda index: self.open_here())
        self._nothing = EmptyState(
            "search",
            tr("Không thấy chữ này"),
            tr("Thử gõ không dấu, bớt chữ, hoặc chọn “Cả lời văn hết hiệu lực”."),
            tr("Về danh sách văn bản"),
        )
        self._nothing.chosen.connect(self.left)
        self._loading = LoadingPanel()
        for page in (self._hits, self._nothing, self._loading):
            self._pages.addWidget(page)
        layout.addWidget(self._pages, 1)
        return middle

    def _make_chosen(self) -> QWidget:
        panel = Panel("panel")
        panel.setMinimumWidth(px(272))
        outer = column(panel, margins=(1, 0, 0, 0))
        inside = Panel("panel")
        layout = column(inside, margins=(12, 10, 12, 12), gap=10)
        self._place = Label("", bold=True, wraps=True)
        layout.addWidget(self._place)
        layout.addWidget(self._make_article())
        layout.addWidget(Label(tr("Điều khoản này qua các lần"), bold=True))
        self._wordings = column(gap=6)
        layout.addLayout(self._wordings)
        foot = QWidget()
        buttons = FlowLayout(foot, gap=8, line_gap=6)
        self._open = Button(tr("Mở tại đây"), "edit", main=True, key="Enter")
        self._open.clicked.connect(self.open_here)
        compare = Button(tr("So sánh"), "compare")
        compare.clicked.connect(self._compare)
        copy = IconButton("files", tr("Chép trích dẫn"))
        copy.clicked.connect(self._copy)
        for button in (self._open, compare, copy):
            buttons.addWidget(button)
        layout.addWidget(foot)
        layout.addStretch()
        outer.addWidget(scrolled(inside))
        return panel

    def _make_article(self) -> QWidget:
        """The provision in its article: what was found on a pale ground."""
        frame = Panel("page", "trbl")
        around = column(frame, margins=(1, 10, 1, 12), gap=2)
        self._above, self._quoted, self._below = (Quotation(has_bar=False) for _ in range(3))
        for quotation, role in (
            (self._above, "page"),
            (self._quoted, "accent_pale"),
            (self._below, "page"),
        ):
            ground_of = Panel(role)
            column(ground_of, margins=(13, 0, 13, 0)).addWidget(quotation)
            around.addWidget(ground_of)
        return frame

    # -- searching ------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Search for words and show where they are."""
        self.state.words = words
        self._search()

    def _search(self) -> None:
        state, workspace = self.state, self.session.workspace
        if not state.words.strip():
            return
        self._loading.tell(tr("Đang tìm “{words}”…", words=state.words))
        if self.state.result is None:
            self._pages.setCurrentWidget(self._loading)
        self.session.run(
            Query(
                tr("Đang tìm"),
                lambda progress: run_search(workspace, state, progress),
                self._take,
                slot=(self, "search"),
            )
        )

    def _take(self, result: SearchResult) -> None:
        self.state.result = result
        for role, words in KINDS:
            self._ticks[role].setText(f"{tr(words)} ({self.state.count_of(role)})")
        self._show()
        self._read_texts(result.hits)

    def _read_texts(self, hits: tuple[SearchHit, ...]) -> None:
        """Articles are named, and shown around the chosen hit, once their texts are read."""
        workspace, day = self.session.workspace, self.state.as_at

        def take(texts: dict[str, TextAt]) -> None:
            self._texts = texts
            self._rows.texts = texts
            self._hits.viewport().update()
            self._show_article()

        self.session.run(
            Query(
                tr("Đang đọc các điều"),
                lambda progress: read_texts(workspace, hits, day),
                take,
                slot=(self, "search.texts"),
            )
        )

    def _show(self) -> None:
        shown = self.state.shown()
        self._model.show(shown)
        self._count.setText(self.state.count_words())
        self._pages.setCurrentWidget(self._hits if shown else self._nothing)
        if shown:
            self._hits.setCurrentIndex(self._model.index(0, 0))
            self._hits.setFocus(Qt.FocusReason.OtherFocusReason)
        self.counted.emit()

    def _search_otherwise(self, state: SearchState) -> None:
        self.state = state
        self._search()

    def _on_day(self, day: date) -> None:
        self._search_otherwise(replace(self.state, as_at=day))

    def _on_order(self) -> None:
        self.state.order = self._order.value
        self._show()

    def _show_otherwise(self, state: SearchState) -> None:
        self.state = state
        self._show()

    def _hide(self, role: Role, is_on: bool) -> None:
        self.state.hidden = self.state.hidden - {role} if is_on else self.state.hidden | {role}
        self._show()

    # -- the chosen hit ---------------------------------------------------------------------------

    def _chosen(self) -> SearchHit | None:
        index = self._hits.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def _on_hit(self, index: QModelIndex) -> None:
        hit = self._chosen()
        if hit is None:
            return
        number = hit.document.cited_as
        self._place.setText(f"{hit_title(hit)} · {number}")
        self._show_article()
        clear(self._wordings)
        workspace, document, path = self.session.workspace, hit.document.id, hit.path
        self.session.run(
            Query(
                tr("Đang đọc lịch sử"),
                lambda progress: read_history(workspace, document, path),
                self._show_wordings,
                slot=(self, "search.history"),
            )
        )

    def _show_article(self) -> None:
        hit = self._chosen()
        if hit is None:
            return
        around = context_of(self._texts.get(hit.document.id), hit.unit_id)
        self._quoted.show_lines(_marked_lines(hit))
        for quotation, lines in ((self._above, around.before), (self._below, around.after)):
            quotation.show_lines(lines)
            quotation.setVisible(bool(lines))

    def _show_wordings(self, rows: Sequence[WordingRow]) -> None:
        clear(self._wordings)
        hit = self._chosen()
        if hit is None:
            return
        own = [r for r in rows if r.unit_id == hit.unit_id and r.is_current]
        text = self._texts.get(hit.document.id)
        issued = text.act.issue_date if text is not None else None
        for wording in own[::-1][:_WORDINGS]:
            source = wording.act_number or tr("Ban hành")
            since = day_words(wording.valid_from or issued, tr("khi ban hành"))
            above = f" – {tr('lời văn ở trên')}" if wording.text == hit.text else ""
            words = f"{since}   {source}{above}"
            self._wordings.addWidget(Label(words, "text2", t.SIZE_SMALL, wraps=True))

    def open_here(self) -> None:
        """Open the text of the chosen hit at its provision, on the day of the search."""
        hit = self._chosen()
        if hit is None:
            return
        is_draft = hit.document.role is Role.DRAFT
        day = "" if is_draft or self.state.as_at in (None, date.today()) else str(self.state.as_at)
        self.session.go("drafting", document=hit.document.id, unit=hit.unit_id, right=day)

    def _compare(self) -> None:
        hit = self._chosen()
        if hit is not None:
            self.session.go("compare", document=hit.document.id, unit=hit.unit_id)

    def _copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        hit = self._chosen()
        if hit is not None:
            number = hit.document.cited_as
            QGuiApplication.clipboard().setText(f"{hit.text}\n({hit_title(hit)}, {number})")
            self.session.hinted.emit(tr("Đã chép {place} kèm trích dẫn.", place=hit.words))

    def shown(self) -> Shown | None:
        """The text of the chosen hit, on the day of the search."""
        hit = self._chosen()
        return None if hit is None else Shown(hit.document.id, known_or_today(self.state.as_at))

    def status_words(self) -> str:
        """Say what was found."""
        result = self.state.result
        if result is None:
            return tr("Kết quả tìm")
        words = [
            tr("{count} chỗ khớp", count=result.total),
            tr("Tìm trong {count} văn bản", count=result.searched_count),
        ]
        forms = found_forms(result.hits)
        if len(forms) > 1 and not self.state.with_marks:
            quoted = ", ".join(f"“{form}”" for form in forms)
            words.append(tr("Gõ không dấu nên tìm cả {quoted}", quoted=quoted))
        return "   ·   ".join(words)


def _marked_lines(hit: SearchHit) -> tuple[Line, ...]:
    """The provision as lines, what was found marked."""
    lines, at = [], 0
    found = [Run(start, end, "found") for start, end in hit.marks]
    for text in hit.text.split("\n"):
        runs = runs_within(found, at, at + len(text))
        lines.append(Line(text.replace(CELL_BREAK, " · "), "plain", runs))
        at += len(text) + 1
    return tuple(lines)
