"""What the library shows: documents, collections, filters, order, the account of an import.

Plain Python; the services are imported when they are first needed, so that the window opens fast.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.domain.errors import CancelledByUser, QuyCheError
from quyche_app.domain.texts import search_key
from quyche_app.languages import tr
from quyche_app.services.progress import Progress
from quyche_app.services.views import (
    DocumentDetails,
    DocumentRow,
    Imported,
    Role,
    Status,
    known_or_first,
)

if TYPE_CHECKING:
    from quyche_app.services.workspace import Workspace


def form_of(row: DocumentRow) -> str:
    """Give the form of the chip of a text: an act that is applied whole is done
    (docs/window.md 4.1)."""
    is_whole = row.status is Status.APPLIED and row.counts is not None and row.counts.is_whole
    return "good_ok" if is_whole else _FORMS[row.status]


_FORMS: dict[Status, str] = {
    Status.IN_FORCE: "good_ok",
    Status.NOT_YET: "outline_time",
    Status.EXPIRED: "outline",
    Status.DRAFT: "draft",
    Status.APPLIED: "doubt",
    Status.NOT_APPLIED: "outline",
    Status.UNKNOWN: "neutral",
}
ORDERS: tuple[tuple[str, str], ...] = (
    ("updated", "Mới cập nhật"),
    ("number", "Số, ký hiệu"),
    ("day", "Ngày ký"),
    ("title", "Tên"),
)


def read_library(workspace: Workspace) -> tuple[DocumentRow, ...]:
    """Give every document of the workspace."""
    from quyche_app.services.library import list_documents

    return tuple(list_documents(workspace))


def read_details(workspace: Workspace, document_id: str) -> DocumentDetails:
    """Give milestones and original files of a document."""
    from quyche_app.services.library import document_details

    return document_details(workspace, document_id)


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one file: it was imported, or the error says why not."""

    name: str
    imported: Imported | None = None
    error: QuyCheError | None = None

    @property
    def sentence(self) -> str:
        """The account of the file in one sentence."""
        if self.imported is None:
            return tr(self.error.message) if self.error is not None else ""
        done = self.imported
        number = done.document.number or tr("không số")
        if done.was_known:
            return tr(
                "{name}: văn bản này đã có trong kho ({number}), không nhập lại.",
                name=self.name,
                number=number,
            )
        if done.placed_count == done.paragraph_count:
            words = tr(
                "{name}: {count} đoạn đều có chỗ", name=self.name, count=done.paragraph_count
            )
        else:
            words = tr(
                "{name}: {placed} trong {count} đoạn có chỗ, {aside} đoạn để riêng",
                name=self.name,
                placed=done.placed_count,
                count=done.paragraph_count,
                aside=done.paragraph_count - done.placed_count,
            )
        count = done.doubtful_count
        doubts = tr(", {count} chỗ cần xem", count=count) if count else ""
        return f"{words}{doubts}."


def import_files(
    workspace: Workspace, paths: Sequence[Path], progress: Progress
) -> tuple[FileResult, ...]:
    """Import files one after another; a bad one does not stop the others. Those that were imported
    before a person stopped the work are in the workspace, and the account says so."""
    from quyche_app.services.import_file import import_file

    results: list[FileResult] = []
    for number, path in enumerate(paths):
        try:
            progress.step(number, len(paths), tr("Đang nhập {name}", name=path.name))
            imported = import_file(workspace, path, progress=progress)
        except CancelledByUser:
            if not any(result.imported for result in results):
                raise
            break
        except QuyCheError as error:
            results.append(FileResult(path.name, error=error))
        else:
            results.append(FileResult(path.name, imported))
    return tuple(results)


@dataclass(frozen=True, slots=True)
class Collection:
    """A line of the left list; no key = a heading."""

    key: str
    label: str
    icon: str = ""
    count: int | None = 0


_MOST_RECENT = 5


def _of_kept(belongs: Callable[[DocumentRow], bool]) -> Callable[[DocumentRow], bool]:
    """Of the texts that were not put away, those that belong."""
    return lambda row: not row.is_archived and belongs(row)


_KINDS: tuple[tuple[str, str, str, Callable[[DocumentRow], bool]], ...] = (
    ("all", "Tất cả văn bản", "library", lambda row: not row.is_archived),
    (
        "force",
        "Đang có hiệu lực",
        "ok",
        _of_kept(lambda row: (row.status, row.role) == (Status.IN_FORCE, Role.REGULATION)),
    ),
    ("draft", "Dự thảo", "edit", _of_kept(lambda row: row.role is Role.DRAFT)),
    ("amending", "Văn bản sửa đổi", "amend", _of_kept(lambda row: row.role is Role.AMENDING)),
    ("expired", "Hết hiệu lực", "history", _of_kept(lambda row: row.status is Status.EXPIRED)),
    ("archived", "Lưu trữ", "folder", lambda row: row.is_archived),
)


STATES: tuple[tuple[str, str], ...] = (
    ("", "Mọi tình trạng"),
    (Status.IN_FORCE.value, "Đang có hiệu lực"),
    (Status.NOT_YET.value, "Chưa có hiệu lực"),
    (Status.EXPIRED.value, "Hết hiệu lực"),
    (Status.DRAFT.value, "Dự thảo"),
    (Status.APPLIED.value, "Đã áp dụng"),
    (Status.NOT_APPLIED.value, "Chưa áp dụng"),
    (Status.UNKNOWN.value, "Chưa rõ hiệu lực"),
)


@dataclass
class LibraryState:
    """The library as it is looked at."""

    documents: tuple[DocumentRow, ...] = ()
    is_read: bool = False
    collection: str = "all"
    words: str = ""
    order: str = "updated"
    status: str = ""  # only texts in this state, "" for all
    recent: tuple[str, ...] = ()  # texts opened last
    chosen: str = ""
    details: DocumentDetails | None = None
    results: tuple[FileResult, ...] = field(default=())

    def collections(self) -> list[Collection]:
        """Give the left list with counts; issuers are those that occur."""
        lines = [
            Collection(key, tr(label), icon, sum(map(belongs, self.documents)))
            for key, label, icon, belongs in _KINDS
        ]
        issuers = Counter(
            row.issuer for row in self.documents if row.issuer and not row.is_archived
        )
        if issuers:
            lines.append(Collection("", tr("CƠ QUAN BAN HÀNH")))
            lines += [
                Collection(f"issuer:{name}", name, "", count)
                for name, count in sorted(issuers.items(), key=lambda item: search_key(item[0]))
            ]
        return [*lines, *self._recent_lines()]

    def _recent_lines(self) -> list[Collection]:
        by_id = {document.id: document for document in self.documents}
        recent = [by_id[each] for each in self.recent if each in by_id][:_MOST_RECENT]
        if not recent:
            return []
        heading = Collection("", tr("GẦN ĐÂY"))
        return [
            heading,
            *(Collection(f"open:{row.id}", row.cited_as, "", None) for row in recent),
        ]

    def _belongs(self, document: DocumentRow) -> bool:
        if self.collection.startswith("issuer:"):
            issuer = self.collection.removeprefix("issuer:")
            return document.issuer == issuer and not document.is_archived
        return next(belongs for key, _, _, belongs in _KINDS if key == self.collection)(document)

    def shown(self) -> tuple[DocumentRow, ...]:
        """Give the documents that pass collection and search, in the chosen order.

        Typed without tone marks the words find marked ones; with marks exactly those
        (docs/window.md 5.1).
        """
        rows = [
            row
            for row in self.documents
            if self._belongs(row) and self._matches(row) and self.status in ("", row.status.value)
        ]
        match self.order:
            case "number":
                rows.sort(key=lambda row: row.number)
            case "day":
                rows.sort(key=lambda row: known_or_first(row.day), reverse=True)
            case "title":
                rows.sort(key=lambda row: search_key(row.title))
            case _:
                rows.sort(key=lambda row: row.updated_at, reverse=True)
        return tuple(rows)

    def _matches(self, row: DocumentRow) -> bool:
        words = " ".join(self.words.split())
        if not words:
            return True
        text = f"{row.number} {row.title}"
        if search_key(words) == words.lower():
            return search_key(words) in search_key(text)
        return words.lower() in text.lower()

    @property
    def is_filtered(self) -> bool:
        """Something is hidden by search or collection."""
        return bool(self.words or self.status) or self.collection != "all"

    def total(self) -> int:
        """How many texts there are, as the list of all of them counts: what was put away is not."""
        belongs = next(belongs for key, _, _, belongs in _KINDS if key == "all")
        return sum(map(belongs, self.documents))

    def chosen_row(self) -> DocumentRow | None:
        """Give the chosen document."""
        return next((row for row in self.documents if row.id == self.chosen), None)

    def account(self) -> str:
        """Give the sum of the last import: "3 tệp: 2 đọc được, 1 không"."""
        total = len(self.results)
        read = sum(result.imported is not None for result in self.results)
        if read == total:
            return tr("Đã đọc {count} tệp.", count=total)
        return tr(
            "{count} tệp: {read} đọc được, {refused} không.",
            count=total,
            read=read,
            refused=total - read,
        )
