"""Dòng thời gian: what did the text say on a day, what was known on another, and why.
Source: docs/window.md 5.5."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from quyche_app.domain.dates import short_date
from quyche_app.gui.actions import AnyAction
from quyche_app.gui.changes import Changes
from quyche_app.gui.places import Place
from quyche_app.gui.screen import Screen
from quyche_app.gui.session import Session
from quyche_app.gui.shown import Shown
from quyche_app.gui.tasks.operation import Query
from quyche_app.gui.theme import tokens as t
from quyche_app.gui.theme.look import px
from quyche_app.gui.timeline.actions import TIMELINE_ACTIONS
from quyche_app.gui.timeline.legend import Legend
from quyche_app.gui.timeline.models import BARS_ROLE, BarRows, BarsModel
from quyche_app.gui.timeline.ruler import Stop, TimeRuler
from quyche_app.gui.timeline.state import (
    Opened,
    TimelineState,
    Why,
    read_text,
    read_timeline,
    read_wordings,
)
from quyche_app.gui.widgets.basic import Label, Panel, clear, column, ground, row
from quyche_app.gui.widgets.buttons import Button, IconButton, LinkButton
from quyche_app.gui.widgets.card import Card
from quyche_app.gui.widgets.chips import Chip
from quyche_app.gui.widgets.date_field import DateField
from quyche_app.gui.widgets.fields import Combo
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.gui.widgets.scrolling import scrolled
from quyche_app.gui.widgets.states import EmptyState
from quyche_app.gui.words import day_words
from quyche_app.languages import tr
from quyche_app.services.views import TextAt, WordingRow, known_or_today


class TimelineScreen(Screen):
    """The text on both axes of time."""

    key: ClassVar[str] = "timeline"
    table: ClassVar[tuple[AnyAction, ...]] = TIMELINE_ACTIONS

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Dòng thời gian"))
        self.state: TimelineState = TimelineState()
        self._document = ""
        self._documents = Combo(tr("Văn bản"), "file", width=380)
        self._documents.currentIndexChanged.connect(self._on_document)
        self.header.about(self._documents)
        copy = Button(tr("Chép trích dẫn"), "files")
        copy.clicked.connect(self.copy_citation)
        compare = Button(tr("So hai thời điểm"), "compare")
        compare.clicked.connect(self._compare)
        export = Button(tr("Xuất bản tại ngày này"), "export", main=True)
        export.clicked.connect(self.export_asked)
        self.header.doing(copy, compare, export)
        self._body = self._make_body()
        self.pages.addWidget(self._body)
        self._empty = EmptyState(
            "time",
            tr("Chưa có quy chế trong kho"),
            tr("Nhập quy chế và quyết định sửa đổi; ở đây xem được lời văn của bất cứ ngày nào."),
            tr("Chọn văn bản…"),
            button_icon="library",
        )
        self._empty.chosen.connect(partial(session.go, "library"))

    # -- composing ------------------------------------------------------------------------------

    def _make_body(self) -> QWidget:
        body = Panel("panel")
        layout = column(body)
        layout.addLayout(self._make_rulers())
        layout.addWidget(self._make_sentence())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_bars())
        splitter.addWidget(self._make_article())
        splitter.setSizes([px(640), px(642)])
        layout.addWidget(splitter, 1)
        return body

    def _make_rulers(self) -> QVBoxLayout:
        rulers = column(margins=(16, 8, 16, 4), gap=2)
        self._valid = TimeRuler(tr("Tính đến ngày"), "accent", is_free=True)
        self._valid.moved_to_day.connect(self._on_day)
        self._day = DateField(tr("Tính đến ngày"), 144)
        self._day.chosen.connect(self._on_day)
        rulers.addLayout(
            self._ruler_line(
                tr("Tính đến ngày"), tr("lời văn có hiệu lực vào ngày này"), self._valid, self._day
            )
        )
        self._known_line = QWidget()
        self._known = TimeRuler(tr("Như đã biết vào ngày"), "edit_bar", is_free=False)
        self._known.moved_to_stop.connect(self._on_known)
        self._close_known = LinkButton(tr("Thu gọn"))
        self._close_known.setFixedWidth(px(144))
        self._close_known.clicked.connect(self._toggle_known)
        self._known_line.setLayout(
            self._ruler_line(
                tr("Như đã biết vào ngày"),
                tr("kho đã ghi những gì tới ngày này"),
                self._known,
                self._close_known,
            )
        )
        self._known_line.hide()
        rulers.addWidget(self._known_line)
        self._open_known = LinkButton(tr("Như đã biết: hôm nay ▸"))
        self._open_known.clicked.connect(self._toggle_known)
        rulers.addWidget(self._open_known)
        return rulers

    def _ruler_line(
        self, title: str, remark: str, ruler: QWidget, at_right: QWidget
    ) -> QVBoxLayout:
        outer = column()
        line = row(gap=8)
        words = column(gap=0)
        words.addStretch()
        words.addWidget(Label(title, bold=True))
        remark_label = Label(remark, "text2", t.SIZE_SMALL, wraps=True)
        remark_label.setFixedWidth(px(190))
        words.addWidget(remark_label)
        words.addStretch()
        line.addLayout(words)
        line.addWidget(ruler, 1)
        line.addWidget(at_right)
        outer.addLayout(line)
        return outer

    def _make_sentence(self) -> QWidget:
        panel = Panel("panel", "b")
        line = row(panel, margins=(16, 6, 16, 8), gap=10)
        self._sentence = Chip("", "accent_info")
        self._account = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._sentence)
        line.addWidget(self._account)
        line.addStretch()
        self._today = Button(tr("Về hôm nay"), "undo", small=True)
        self._today.clicked.connect(self.go_today)
        line.addWidget(self._today)
        return panel

    def _make_bars(self) -> QWidget:
        panel = Panel("page")
        layout = column(panel, margins=(0, 0, 1, 0))
        head = Panel("panel", "b")
        line = row(head, margins=(12, 6, 12, 6))
        line.addWidget(Label(tr("Các lần đổi lời văn"), bold=True))
        self._bars_count = Label("", "text2", t.SIZE_SMALL)
        line.addWidget(self._bars_count)
        line.addStretch()
        layout.addWidget(head)
        self._bars = QListView()
        self._bars.setFrameShape(QFrame.Shape.NoFrame)
        self._bars.setUniformItemSizes(True)
        self._bars.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bars.setAccessibleName(tr("Các lần đổi lời văn"))
        ground(self._bars, "page")
        self._model = BarsModel()
        self._bars.setModel(self._model)
        self._bar_rows = BarRows()
        self._bars.setItemDelegate(self._bar_rows)
        self._bars.selectionModel().currentChanged.connect(self._on_article)
        layout.addWidget(self._bars, 1)
        self._unchanged = EmptyState(
            "time",
            tr("Văn bản chưa được sửa lần nào."),
            tr("Khi một quyết định sửa đổi được ghi vào kho, các điều thay đổi hiện ở đây."),
        )
        self._unchanged.hide()
        layout.addWidget(self._unchanged, 1)
        layout.addWidget(Legend())
        return panel

    def _make_article(self) -> QWidget:
        panel = Panel("panel")
        layout = column(panel, margins=(14, 6, 14, 10), gap=6)
        head = row()
        self._article_name = Label("", bold=True)
        self._article_day = Label("", "text2")
        head.addWidget(self._article_name)
        head.addWidget(self._article_day)
        head.addStretch()
        self._before = IconButton("left", tr("Lời văn trước"), small=True)
        self._place = Label("", size=t.SIZE_SMALL)
        self._after = IconButton("right", tr("Lời văn sau"), small=True)
        self._before.clicked.connect(partial(self._step_wording, -1))
        self._after.clicked.connect(partial(self._step_wording, 1))
        for widget in (self._before, self._place, self._after):
            head.addWidget(widget)
        layout.addLayout(head)
        frame = Card(margin=1)
        self._text = FlowView(gap=4)
        self._text.setAccessibleName(tr("Lời văn của điều"))
        frame.body.addWidget(self._text)
        layout.addWidget(frame, 3)
        layout.addWidget(Label(tr("Vì sao viết như vậy"), bold=True))
        self._why = Panel("panel")
        self._why_lines = column(self._why, gap=8)
        layout.addWidget(scrolled(self._why), 2)
        return panel

    # -- reading ----------------------------------------------------------------------------------

    def open_place(self, place: Place) -> None:
        if place.right:
            self.state.day = date.fromisoformat(place.right)
        if self.state.timeline is not None and place.document in ("", self.state.document):
            return
        self._document = place.document
        self.reload()

    def reload(self) -> None:
        workspace, document = self.session.workspace, self._document
        self.show_loading(tr("Đang đọc dòng thời gian…"))
        self.session.run(
            Query(
                tr("Đang đọc dòng thời gian"),
                lambda progress: read_timeline(workspace, document, progress),
                self._take_timeline,
                self.show_error,
                slot=(self, "read"),
            )
        )

    def refresh(self, changes: Changes) -> None:
        if changes.in_documents or changes.in_text(self.state.document):
            self._document = self.state.document
            self.reload()

    def _take_timeline(self, opened: Opened | None) -> None:
        if opened is None:
            self.show_page(self._empty)
            self.told.emit()
            return
        today = date.today()
        self.state.take(opened, today)
        self._documents.offer(
            [(r.id, f"{r.number} · {r.title}" if r.number else r.title) for r in opened.documents],
            self.state.document,
        )
        timeline = opened.timeline
        self._model.show(timeline.changed)
        self._bars.setVisible(bool(timeline.changed))
        self._unchanged.setVisible(not timeline.changed)
        self._bars_count.setText(
            tr(
                "· {count} điều có thay đổi, {unchanged} điều giữ nguyên",
                count=len(timeline.changed),
                unchanged=timeline.unchanged_count,
            )
        )
        self.show_page(self._body)
        self._read_text()
        self._read_wordings()

    def _read_text(self) -> None:
        state, workspace = self.state, self.session.workspace
        document, day, known = state.document, known_or_today(state.day), state.known_at
        self.session.run(
            Query(
                tr("Đang đọc lời văn"),
                lambda progress: read_text(workspace, document, day, known),
                self._take_text,
                slot=(self, "text"),
            )
        )
        self._refresh()

    def _take_text(self, text: TextAt) -> None:
        self.state.text = text
        self._refresh()

    def _read_wordings(self) -> None:
        state, workspace = self.state, self.session.workspace
        article = state.row()
        if article is None:
            return
        document, path = state.document, article.path
        self.session.run(
            Query(
                tr("Đang đọc lịch sử"),
                lambda progress: read_wordings(workspace, document, path),
                self._take_wordings,
                slot=(self, "wordings"),
            )
        )

    def _take_wordings(self, wordings: tuple[WordingRow, ...]) -> None:
        self.state.wordings = wordings
        self._refresh()

    # -- showing ----------------------------------------------------------------------------------

    def _refresh(self) -> None:
        state, today = self.state, date.today()
        if state.timeline is None or state.day is None:
            return
        self._show_rulers(today)
        self._sentence.show_state(
            state.sentence(today), "doubt_warn" if state.is_past() else "accent_info"
        )
        self._account.setText(state.account())
        self._today.setVisible(state.day != today or state.is_past())
        self._bar_rows.show_day(state.ruler_days(today), state.day)
        self._bars.viewport().update()
        at = self._model.row_of(state.chosen)
        if at >= 0 and self._bars.currentIndex().row() != at:
            self._bars.setCurrentIndex(self._model.index(at, 0))
        self._show_article(today)
        self.told.emit()

    def _show_rulers(self, today: date) -> None:
        state = self.state
        assert state.timeline is not None
        assert state.day is not None
        stops: dict[date, Stop] = {}
        for event in state.timeline.valid_events:
            words = tr(event.title)  # how much of it changed does not fit here
            if event.day in stops:
                words = f"{stops[event.day].second}, {words}"
            stops[event.day] = Stop(event.day, short_date(event.day), words, event.day > today)
        handle = tr("hôm nay") if state.day == today else short_date(state.day)
        self._valid.show_stops(list(stops.values()), state.ruler_days(today), state.day, handle)
        self._day.show_day(state.day)
        self._show_known(today)

    def _show_known(self, today: date) -> None:
        """Recordings in their order; several of one day stand beside each other."""
        state = self.state
        assert state.timeline is not None
        events = state.timeline.known_events
        places = [date.fromordinal(1 + at) for at in range(len(events))]
        stops = [
            Stop(place, short_date(event.day), tr(event.title))
            for place, event in zip(places, events, strict=True)
        ]
        newest = events[-1].recording if events else 0
        known = state.known_at or newest
        at = next(
            (n for n, event in enumerate(events) if event.recording == known), len(events) - 1
        )
        handle = (
            tr("sau lần ghi {recording}", recording=known) if state.is_past() else tr("hôm nay")
        )
        if stops:
            self._known.show_stops(stops, places, places[max(at, 0)], handle)
        self._known_line.setVisible(state.is_known_open)
        self._open_known.setVisible(not state.is_known_open)

    def _show_article(self, today: date) -> None:
        state = self.state
        article = state.row()
        blocks, _ = state.article()
        day = day_words(state.day)
        self._article_name.setText(article.words if article is not None else "")
        in_force = (
            tr("· có hiệu lực ngày {day}", day=day)
            if blocks
            else tr("· không có hiệu lực ngày {day}", day=day)
        )
        self._article_day.setText(in_force if article is not None else "")
        at, count = state.wording_place()
        for widget in (self._before, self._place, self._after):
            widget.setVisible(count > 0 and not state.is_past())
        self._place.setText(f"{at} / {count}")
        self._before.setEnabled(at > 1)
        self._after.setEnabled(at < count)
        self._text.show_blocks(blocks)
        clear(self._why_lines)
        cards = state.why(today)
        for why in cards:
            self._why_lines.addWidget(_why_card(why))
        if not cards:
            words = (
                tr("Lời văn gốc, chưa được sửa tính đến ngày này.")
                if blocks
                else (tr("Điều này không có trong lời văn của ngày đang xem."))
            )
            self._why_lines.addWidget(Label(words, "text2", wraps=True))
        self._why_lines.addStretch()

    # -- what a person does -------------------------------------------------------------------------

    def _on_document(self) -> None:
        self._document = self._documents.value
        self.state.chosen = ""
        self.state.known_at = None
        self.reload()

    def _on_day(self, day: date | None) -> None:
        if day is not None:
            self.state.day = day
            self._read_text()

    def _on_known(self, at: int) -> None:
        if self.state.timeline is not None:
            self.state.known_at = self.state.timeline.known_events[at].recording
            self._read_text()

    def _toggle_known(self) -> None:
        self.state.is_known_open = not self.state.is_known_open
        if not self.state.is_known_open and self.state.is_past():
            self.state.known_at = None
            self._read_text()
        self._refresh()

    def _on_article(self, index: QModelIndex) -> None:
        article = index.data(BARS_ROLE)
        if article is not None and article.unit_id != self.state.chosen:
            self.state.chosen = article.unit_id
            self.state.wordings = ()
            self._refresh()
            self._read_wordings()

    def _step_wording(self, by: int, checked: bool = False) -> None:
        self._on_day(self.state.step_wording(by))

    def previous_event(self) -> None:
        """Go to the day of the act before."""
        self._on_day(self.state.step_event(-1))

    def next_event(self) -> None:
        """Go to the day of the next act."""
        self._on_day(self.state.step_event(1))

    def go_today(self) -> None:
        """Show today's text as known now."""
        self.state.known_at = None
        self._on_day(date.today())

    def _compare(self) -> None:
        document, day = self.state.document, self.state.day
        if document and day is not None:
            # The day that is looked at beside today, or, when that is today, the first wording.
            today = date.today().isoformat()
            left = "issued" if day.isoformat() == today else day.isoformat()
            self.session.go(
                "compare", document=document, left=f"{document}@{left}", right=f"{document}@{today}"
            )

    def copy_citation(self) -> None:
        """Copy the words of the article with their source and day."""
        words = self.state.citation()
        if words:
            QGuiApplication.clipboard().setText(words)
            self.session.hinted.emit(tr("Đã chép lời văn kèm trích dẫn."))

    # -- for the window -----------------------------------------------------------------------------

    def shown(self) -> Shown | None:
        state = self.state
        if self.in_front(self._body, state.timeline) is None:
            return None
        known = state.known_at if state.is_past() else None
        return Shown(state.document, known_or_today(state.day), known)

    def second_place(self) -> Place | None:
        state = self.state
        if state.timeline is None or state.day is None:
            return None
        return Place(self.key, state.document, right=state.day.isoformat())

    def provisions(self) -> list[tuple[str, str]]:
        timeline = self.state.timeline
        return [(r.unit_id, r.words) for r in timeline.changed] if timeline is not None else []

    def show_unit(self, unit_id: str) -> None:
        at = self._model.row_of(unit_id)
        if at >= 0:
            self._bars.setCurrentIndex(self._model.index(at, 0))

    def regions(self) -> list[QWidget]:
        return [self._valid, self._bars, self._text]

    def window_title(self) -> str:
        timeline = self.state.timeline
        if timeline is None:
            return tr("Dòng thời gian")
        return tr("Dòng thời gian: {number}", number=timeline.document.number)

    def status(self) -> tuple[str, str]:
        state = self.state
        if state.text is None or state.day is None:
            return tr("Dòng thời gian"), ""
        known = (
            tr("sau lần ghi {recording}", recording=str(state.known_at))
            if state.is_past()
            else tr("hôm nay")
        )
        return tr("Ngày xem {day} · biết tới {known}", day=short_date(state.day), known=known), tr(
            "Chỉ đọc"
        )


def _why_card(why: Why) -> Card:
    card = Card(margin=10)
    head = row(gap=8)
    head.addWidget(Label(f"{why.number}  {tr(why.title)}", bold=True))
    head.addStretch()
    head.addWidget(Label(day_words(why.day, ""), "text2", t.SIZE_SMALL))
    card.body.addLayout(head)
    card.body.addWidget(Label(why.sentence, size=t.SIZE_SMALL, wraps=True))
    if why.recorded:
        card.body.addWidget(Label(why.recorded, "text2", t.SIZE_SMALL))
    card.setAccessibleName(f"{why.number}. {why.title}. {why.sentence}")
    return card
