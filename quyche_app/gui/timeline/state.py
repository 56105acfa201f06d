"""What the time line shows: the text as at a day, as known after a recording, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.dates import short_date
from quyche_app.domain.operations import Footnote
from quyche_app.domain.trees import TreeIndex
from quyche_app.domain.units import walk
from quyche_app.gui.text_lines import TextBlock, with_notes
from quyche_app.gui.words import moment_words
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import (
    DocumentRow,
    Role,
    TextAt,
    Timeline,
    TimelineRow,
    WordingRow,
    known_or_first,
    known_or_last,
)

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


_ACT_KINDS = (
    "Quyết định",
    "Nghị quyết",
    "Quy định",
    "Quy chế",
    "Kết luận",
    "Hướng dẫn",
    "Thông báo",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A regulation with its time line."""

    documents: tuple[DocumentRow, ...]
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Why:
    """A card of "Vì sao viết như vậy": which act wrote it, where, from which day, who recorded it."""

    number: int
    title: str
    sentence: str
    day: date | None
    recorded: str


def read_timeline(workspace: Workspace, document_id: str, progress: Progress) -> Opened | None:
    """Give the rulers and bars of a regulation; of the newest one when none is named, None when there
    is none."""
    from quyche_app.services.library import list_documents
    from quyche_app.services.timeline import timeline

    rows = tuple(row for row in list_documents(workspace) if row.role is Role.REGULATION)
    if not rows and not document_id:
        return None
    known = {row.id for row in rows}
    chosen = document_id if document_id in known else (rows[0].id if rows else document_id)
    progress.check_cancelled()
    return Opened(rows, timeline(workspace, chosen))


def read_text(workspace: Workspace, document_id: str, day: date, known_at: int | None) -> TextAt:
    """Give the text as at a day, as known after a recording."""
    from quyche_app.services.text_as_at import text_as_at

    return text_as_at(workspace, document_id, as_at=day, known_at=known_at)


def read_wordings(workspace: Workspace, document_id: str, path: str) -> tuple[WordingRow, ...]:
    """Give every wording of an article and of what is in it."""
    from quyche_app.services.history import history

    return tuple(history(workspace, document_id, path))


@dataclass
class TimelineState:
    """The time line as it is looked at."""

    documents: tuple[DocumentRow, ...] = ()
    timeline: Timeline | None = None
    day: date | None = None
    known_at: int | None = None  # None = everything that is known now
    is_known_open: bool = False
    text: TextAt | None = None
    chosen: str = ""  # unit id of the article
    wordings: tuple[WordingRow, ...] = ()

    @property
    def document(self) -> str:
        """The regulation that is shown."""
        return self.timeline.document.id if self.timeline is not None else ""

    def take(self, opened: Opened, today: date) -> None:
        """Show another regulation, at today."""
        self.documents = opened.documents
        self.timeline = opened.timeline
        self.day = self.day or today
        ids = [row.unit_id for row in opened.timeline.changed]
        if self.chosen not in ids:
            self.chosen = ids[0] if ids else ""

    def ruler_days(self, today: date) -> list[date]:
        """Give the days that the first ruler tells apart: all events, and today."""
        events = [event.day for event in self.timeline.valid_events] if self.timeline else []
        return sorted({*events, today})

    def row(self) -> TimelineRow | None:
        """Give the bars of the chosen article."""
        if self.timeline is None:
            return None
        return next((row for row in self.timeline.changed if row.unit_id == self.chosen), None)

    def is_past(self) -> bool:
        """The workspace is looked at as it was before."""
        if self.known_at is None or self.timeline is None:
            return False
        newest = max((event.recording for event in self.timeline.known_events), default=0)
        return self.known_at < newest

    def sentence(self, today: date) -> str:
        """Give the one sentence that says what is being viewed."""
        if self.day is None:
            return ""
        known = tr("hôm nay")
        if self.is_past():
            known = tr("sau lần ghi {recording}", recording=str(self.known_at))
        if self.day == today:
            return tr(
                "Đang xem: lời văn có hiệu lực hôm nay, {day}, theo những gì kho biết {known}",
                day=self.day,
                known=known,
            )
        return tr(
            "Đang xem: lời văn có hiệu lực ngày {day}, theo những gì kho biết {known}",
            day=self.day,
            known=known,
        )

    def account(self) -> str:
        """Say how many acts are in the text shown, and what comes later."""
        if self.text is None or self.timeline is None or self.day is None:
            return ""
        count = len(self.text.amended_by)
        words = (
            tr("Gồm {count} văn bản sửa đổi.", count=count)
            if count
            else tr("Lời văn gốc, chưa có sửa đổi nào.")
        )
        later = [event for event in self.timeline.valid_events if event.day > self.day]
        if later:
            words += " " + tr("Còn thay đổi có hiệu lực sau ngày này, từ {day}.", day=later[0].day)
        return words

    def article(self) -> tuple[tuple[TextBlock, ...], tuple[tuple[int, Footnote], ...]]:
        """Give the chosen article with numbered notes; nothing when it is not in force."""
        if self.text is None or not self.chosen:
            return (), ()
        placed = TreeIndex(self.text.act).by_id.get(self.chosen)
        if placed is None:
            return (), ()
        ids = frozenset(unit.id for unit in walk((placed.unit,)))
        notes = tuple(note for note in self.text.footnotes if note.unit_id in ids)
        return with_notes(self.text.act, notes, ids)

    def citation(self) -> str:
        """Give the words of the article as at the day, with their source: pasted into papers of the
        office, so never in another language."""
        blocks, _ = self.article()
        row = self.row()
        if not blocks or row is None or self.text is None or self.day is None:
            return ""
        words = "\n".join(block.text for block in blocks)
        number = self.text.document.cited_as
        return f"{words}\n({row.words}, {number}, lời văn có hiệu lực ngày {short_date(self.day)})"

    def why(self, today: date) -> tuple[Why, ...]:
        """Give a card for every number in the article, newest first."""
        _, notes = self.article()
        cards = []
        for number, note in notes:
            row = self._written_by(note.unit_id)
            if row is None:
                cards.append(Why(number, tr("Văn bản sửa đổi"), note.text, None, ""))
                continue
            when = moment_words(row.recorded_at, today)
            recorded = tr("{who} chấp nhận, ghi {when}", who=row.who, when=when) if row.who else ""
            cards.append(
                Why(number, self._act_words(row.act_number), note.text, row.valid_from, recorded)
            )
        cards.sort(key=lambda card: (known_or_first(card.day), card.number), reverse=True)
        return tuple(cards)

    def _act_words(self, number: str) -> str:
        """Give the kind of an act with its number: "Quyết định 3868-QĐ/TU"."""
        acts = self.text.amended_by if self.text is not None else ()
        title = next((act.title for act in acts if act.number == number), "")
        kind = next((kind for kind in _ACT_KINDS if title.startswith(kind)), tr("Văn bản"))
        return f"{kind} {number}"

    def _written_by(self, unit_id: str) -> WordingRow | None:
        """The wording in force on the day."""
        day = known_or_last(self.day)
        rows = [
            row
            for row in self.wordings
            if row.unit_id == unit_id and row.is_current and known_or_first(row.valid_from) <= day
        ]
        return rows[-1] if rows else None

    def wording_place(self) -> tuple[int, int]:
        """Give which wording of the article is shown, and of how many."""
        row = self.row()
        if row is None or self.day is None:
            return 0, 0
        at = sum(known_or_first(span.valid_from) <= self.day for span in row.spans)
        return max(at, 1), len(row.spans)

    def step_wording(self, by: int) -> date | None:
        """Give the first day of the next wording of the article, or of the one before."""
        row = self.row()
        at, count = self.wording_place()
        if row is None or not 1 <= at + by <= count:
            return None
        begins = row.spans[at - 1 + by].valid_from
        if begins is not None:
            return begins
        first = self.timeline.valid_events if self.timeline is not None else ()
        return first[0].day if first else None

    def step_event(self, by: int) -> date | None:
        """Give the day of the next event, or of the one before."""
        if self.timeline is None or self.day is None:
            return None
        days = sorted({event.day for event in self.timeline.valid_events})
        later = [day for day in days if day > self.day]
        earlier = [day for day in days if day < self.day]
        if by > 0:
            return later[0] if later else None
        return earlier[-1] if earlier else None
