"""Proving the workspace: texts computed again, hashes and original files compared."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection

from quyche_app.services.library import entry_of_document
from quyche_app.services.record import compute, load_record
from quyche_app.services.views import Role, Verdict
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import newest_notes
from quyche_app.storage.documents import Entry, entries, originals_of, sha256_of
from quyche_app.storage.proofs import wrong_contents, wrong_digests
from quyche_app.storage.recordings import Recording, known_timelines, recordings_of
from quyche_app.storage.timelines import NEVER, Spans

_COMPUTED_KINDS = ("import", "amend", "undo")


def verify(ws: Workspace) -> tuple[Verdict, ...]:
    """Prove everything that is stored: one verdict a check, false ones with the places."""
    with ws.reading() as connection:
        verdicts = [_contents(connection), _recordings(connection)]
        verdicts += [_original(connection, document) for document in _documents(connection)]
        for entry in entries(connection):
            if entry.kind == "issued" and entry.role == Role.REGULATION:
                verdicts += [
                    _text(connection, entry, recording)
                    for recording in recordings_of(connection, entry.line)
                    if recording.kind in _COMPUTED_KINDS
                ]
    return tuple(verdicts)


def _contents(connection: Connection) -> Verdict:
    count, wrong = wrong_contents(connection)
    return Verdict(not wrong, f"{count} lời văn và mã kiểm tra của chúng",
                   tuple(f"Lời văn số {number} không khớp mã kiểm tra." for number in wrong))


def _recordings(connection: Connection) -> Verdict:
    count, wrong = wrong_digests(connection)
    return Verdict(not wrong, f"Các dòng của {count} lần ghi",
                   tuple(f"Lần ghi {number} không còn như khi được ghi." for number in wrong))


def _documents(connection: Connection) -> list[int]:
    return [entry.document for entry in entries(connection) if entry.kind == "issued"]


def _original(connection: Connection, document: int) -> Verdict:
    entry = entry_of_document(connection, document)
    wrong = tuple(
        f"Tệp gốc {original.name} không khớp SHA-256 đã ghi."
        for original in originals_of(connection, document)
        if sha256_of(original.data) != original.sha256
    )
    return Verdict(not wrong, f"Tệp gốc của {_name(entry)}", wrong)


def _name(entry: Entry) -> str:
    return entry.number or entry.title or entry.uuid


def _text(connection: Connection, entry: Entry, recording: Recording) -> Verdict:
    """Compute a text again as known at a recording and compare every timeline."""
    checked = f"{_name(entry)} tính lại như ở lần ghi {recording.number}"
    try:
        record = load_record(connection, entry, recording.number)
        whole = compute(entry, record.base, record.readings, record.inactive)
        notes = newest_notes(connection, entry.line, recording.number)
    except (ValueError, LookupError, TypeError, zlib.error) as broken:
        # What a damaged row holds can be anything: the proof says so and goes on.
        return Verdict(False, checked, (f"{_name(entry)} không tính lại được, dữ liệu đã hỏng: {broken}.",))
    computed = whole.timelines
    stored = known_timelines(connection, entry.line, recording.number)
    wrong = [
        unit_id for unit_id in {*computed, *stored}
        if computed.get(unit_id, NEVER) != stored.get(unit_id, NEVER)
    ]
    differences = tuple(
        f"{_label(computed.get(unit_id) or stored.get(unit_id, NEVER))} "
        "không như tính lại từ các nội dung sửa đổi."
        for unit_id in sorted(wrong)
    )
    if notes != whole.consolidation.footnotes:
        differences += ("Các chú thích không như tính lại từ các nội dung sửa đổi.",)
    return Verdict(not differences, checked, differences)


def _label(spans: Spans) -> str:
    words = next((span.words for span in spans if span.words is not None), "")
    return f"Điều khoản {words[:60]}…" if words else "Một điều khoản"
