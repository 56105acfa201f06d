"""Rows of the results for machines (``quyche/<command>/1``), every key written out: keys are a contract,
whatever classes and fields are called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from quyche_app.domain.messages import all_said

if TYPE_CHECKING:
    from quyche_app.domain.counts import InstructionCounts
    from quyche_app.domain.operations import Footnote, Unread
    from quyche_app.domain.sources import Finding
    from quyche_app.services.views import (
        AmendedBy,
        Disturbed,
        DocumentRow,
        Imported,
        Remark,
        SearchHit,
        Verdict,
        WordingRow,
    )

Row = dict[str, object]


def day_row(day: date | None) -> str | None:
    """Give a day, or a moment, in ISO form."""
    return None if day is None else day.isoformat()


def document_row(document: DocumentRow) -> Row:
    """Give a text of the library."""
    counts = document.counts
    return {
        "id": document.id,
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "role": document.role,
        "status": document.status,
        "status_text": document.status_text,
        "day": day_row(document.day),
        "remark": document.remark,
        "article_count": document.article_count,
        "amended_times": document.amended_times,
        "updated_at": day_row(document.updated_at),
        "updated_by": document.updated_by,
        "counts": None if counts is None else counts_row(counts),
        "is_archived": document.is_archived,
    }


def counts_row(counts: InstructionCounts) -> Row:
    """Give how many instructions came to what."""
    return {
        "applied": counts.applied,
        "doubtful": counts.doubtful,
        "failed": counts.failed,
        "ignored": counts.ignored,
        "undone": counts.undone,
        "unread": counts.unread,
        "transitional": counts.transitional,
    }


def imported_row(imported: Imported) -> Row:
    """Give what came of importing a file."""
    return {
        "document": document_row(imported.document),
        "file_name": imported.file_name,
        "paragraph_count": imported.paragraph_count,
        "placed_count": imported.placed_count,
        "findings": [finding_row(each) for each in imported.findings],
        "was_known": imported.was_known,
        "recording": imported.recording,
        "doubtful_count": imported.doubtful_count,
    }


def finding_row(finding: Finding) -> Row:
    """Give something to be known of a file."""
    return {
        "name": finding.name,
        "sentence": finding.sentence,
        "line": finding.line,
        "path": finding.path,
    }


def amended_by_row(act: AmendedBy) -> Row:
    """Give an act that is in force in a text."""
    return {
        "number": act.number,
        "title": act.title,
        "issuer": act.issuer,
        "issue_date": day_row(act.issue_date),
        "effect_date": day_row(act.effect_date),
    }


def footnote_row(note: Footnote) -> Row:
    """Give a note on a provision."""
    return {
        "unit_id": note.unit_id,
        "path": note.path,
        "text": note.text,
        "act_no": note.act_no,
        "instruction": note.instruction,
        "slot": note.slot,
    }


def wording_row(wording: WordingRow) -> Row:
    """Give a wording of a provision."""
    return {
        "unit_id": wording.unit_id,
        "path": wording.path,
        "words": wording.words,
        "text": wording.text,
        "valid_from": day_row(wording.valid_from),
        "valid_to": day_row(wording.valid_to),
        "recording": wording.recording,
        "recorded_at": day_row(wording.recorded_at),
        "who": wording.who,
        "act_number": wording.act_number,
        "act_place": wording.act_place,
        "operation": wording.operation,
        "is_current": wording.is_current,
    }


def hit_row(hit: SearchHit) -> Row:
    """Give a provision that says what was searched."""
    return {
        "document": document_row(hit.document),
        "unit_id": hit.unit_id,
        "path": hit.path,
        "words": hit.words,
        "text": hit.text,
        "marks": hit.marks,
        "is_current": hit.is_current,
        "state": str(hit.chip),
        "place": hit.place,
        "is_phrase": hit.is_phrase,
        "same_count": hit.same_count,
    }


def verdict_row(verdict: Verdict) -> Row:
    """Give what a proof found."""
    return {
        "is_true": verdict.is_true,
        "checked": str(verdict.checked),
        "differences": [str(each) for each in verdict.differences],
        "is_checked": verdict.is_checked,
        "remarks": [remark_row(each) for each in verdict.remarks],
    }


def remark_row(remark: Remark) -> Row:
    """Give something to be known of a file that was written."""
    return {"sentence": remark.sentence, "needs_a_person": remark.needs_a_person}


def disturbed_rows(disturbed: Iterable[Disturbed]) -> list[Row]:
    """Give the recorded operations that come out otherwise now."""
    return [
        {
            "operation": each.operation,
            "act_number": each.act_number,
            "place": each.place,
            "reading": str(each.account),
            "before": each.before,
            "state": each.state,
            "reason": all_said(each.reasons),
        }
        for each in disturbed
    ]


def unread_rows(unread: Iterable[Unread]) -> list[Row]:
    """Give stretches of an act that a person must look at."""
    return [{"lines": each.lines, "text": each.text, "reason": each.reason} for each in unread]
