"""Files for the office from a stored text: written beside, proved, then put under their names.

Source: docs/command-line.md 4 (``export``), docs/architecture.md 7.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quyche_app.domain.acts import Act
from quyche_app.domain.beside import NOTHING_BESIDE, UNKNOWN_SOURCE, Beside
from quyche_app.domain.errors import WritingError
from quyche_app.domain.messages import message
from quyche_app.services.files import check_target
from quyche_app.services.originals import apart_of, source_of
from quyche_app.services.text_as_at import ISSUED, text_as_at
from quyche_app.services.views import Exported, Remark, Role, TextAt, Verdict
from quyche_app.services.workspace import Workspace

if TYPE_CHECKING:
    from quyche_app.writing.consolidated import ConsolidatedDocument

CONSOLIDATED, REDLINE = "consolidated", "redline"
KINDS = (CONSOLIDATED, REDLINE)


def export(
    ws: Workspace,
    document_id: str,
    outs: Sequence[Path],
    *,
    as_at: date | str | None = None,
    known_at: int | None = None,
    kind: str = CONSOLIDATED,
    profile: str | None = None,
    force: bool = False,
) -> Exported:
    """Write a text as in force on a day; the format goes by the ending of each file.

    Args:
        as_at, known_at: as for ``text_as_at``: None = today, "issued" = the first wording.
        kind: "consolidated" with notes and the list of acts, or "redline": a Word file whose
            tracked changes lead from the first wording to that of the day; of a draft, from the text
            that it began from to the draft.
        profile: name of a layout profile; None = by the kind of act.

    Raises:
        WritingError: a file is there (without force), cannot be written, or failed its proof.
    """
    if kind not in KINDS:
        raise WritingError(
            message(
                "QC-W122",
                "Chưa xuất được loại “{kind}” trong phiên bản này. Dùng: {kinds}.",
                kind=kind,
                kinds=", ".join(KINDS),
            ),
        )
    # The writing floor loads python-docx: only when something is written.
    from quyche_app.services.outputs import unsaid_in, write_document
    from quyche_app.services.standing import standing_remarks

    for path in outs:
        check_target(path, force=force)
    text = text_as_at(ws, document_id, as_at=as_at, known_at=known_at)
    if kind == REDLINE:
        return _redlines(ws, *_redline_base(ws, text), text, outs, profile, force=force)
    source = source_of(ws, text)
    document = _document(text, profile, source)
    verdicts = [write_document(document, path, force=force) for path in outs]
    unknown = () if source is not None else (Remark(UNKNOWN_SOURCE),)
    remarks = (*standing_remarks(ws, text), *unsaid_in(document, outs), *unknown)
    return Exported(tuple(str(path) for path in outs), tuple(verdicts), remarks)


def export_compared(
    ws: Workspace,
    before: TextAt,
    text: TextAt,
    outs: Sequence[Path],
    *,
    old_name: str,
    force: bool = False,
) -> Exported:
    """Write Word files whose tracked changes lead from one state that a person chose to another.

    Args:
        old_name: what the state before is, for the sentence of the proof.

    Raises:
        WritingError: as ``export``.
    """
    from quyche_app.services.redline import apart_remarks

    exported = _redlines(ws, before.act, old_name, text, outs, None, force=force)
    apart = apart_of(ws, before, text)
    said = (Remark(UNKNOWN_SOURCE),) if apart is None else apart_remarks(apart)
    return replace(exported, remarks=tuple(dict.fromkeys((*exported.remarks, *said))))


def _redlines(
    ws: Workspace,
    before: Act,
    name: str,
    text: TextAt,
    outs: Sequence[Path],
    profile: str | None,
    *,
    force: bool,
) -> Exported:
    from quyche_app.services.outputs import unsaid_in
    from quyche_app.services.standing import standing_remarks
    from quyche_app.writing.consolidated import standing_lines

    source = source_of(ws, text)
    document = _document(text, profile, source)
    head = " ".join(standing_lines(document))
    verdicts = [_redline(before, name, text, path, head, force=force) for path in outs]
    unknown = () if source is not None else (Remark(UNKNOWN_SOURCE),)
    remarks = (*standing_remarks(ws, text), *unsaid_in(document, outs, is_redline=True), *unknown)
    return Exported(tuple(str(path) for path in outs), tuple(verdicts), remarks)


def _document(text: TextAt, profile: str | None, source: Beside | None) -> ConsolidatedDocument:
    from quyche_app.writing.consolidated import ConsolidatedDocument
    from quyche_app.writing.layout import profile_for

    return ConsolidatedDocument(
        act=text.act,
        footnotes=text.footnotes,
        amended_by=text.amended_by,
        as_at=text.as_at,
        profile_name=profile or profile_for(text.act),
        made_on=None,
        made_by="",
        draft_name=text.document.status_text if text.document.role is Role.DRAFT else "",
        amended_later=text.amended_later,
        source=source or NOTHING_BESIDE,
    )


def _redline_base(ws: Workspace, text: TextAt) -> tuple[Act, str]:
    """The text that tracked changes begin from, and its name."""
    if text.document.role is not Role.DRAFT:
        return text_as_at(ws, text.document.id, as_at=ISSUED).act, "lời văn khi ban hành"
    from quyche_app.services.drafts import draft_base

    base = draft_base(ws, text.document.id, text)
    return base.act, str(base.said)


def _redline(
    before: Act, name: str, text: TextAt, path: Path, head: str, *, force: bool
) -> Verdict:
    if path.suffix.lower() != ".docx":
        raise WritingError(
            message(
                "QC-W121",
                "Bản đánh dấu thay đổi chỉ ghi được thành tệp .docx, không phải {suffix}.",
                suffix=path.suffix,
            ),
        )
    from quyche_app.services.compare import compare_acts
    from quyche_app.services.redline import write_redline

    comparison = compare_acts(before, text.act)
    return write_redline(
        comparison,
        path,
        author="Quy Chế",
        day=_newest_day(text),
        old_name=name,
        head=head,
        force=force,
    )


def _newest_day(text: TextAt) -> date | None:
    """The day that tracked changes carry: that of the newest act, so that the same text always
    gives the same bytes."""
    return max((a.issue_date for a in text.amended_by if a.issue_date), default=None)
