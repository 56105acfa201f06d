"""Proving the workspace: texts computed again, hashes and original files compared, and the database
asked for its own check.

A damaged row can hold anything. It is a finding of the check that met it, and the other checks go on.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import Connection
from sqlalchemy import exc as sa_exc

from quyche_app.domain.errors import CancelledByUser, QuyCheError
from quyche_app.domain.messages import Message, message
from quyche_app.domain.operations import Footnote
from quyche_app.services.record import Record, compute, load_record
from quyche_app.services.views import Role, Verdict
from quyche_app.services.workspace import Workspace
from quyche_app.storage.amendments import newest_notes
from quyche_app.storage.documents import Entry, entry_with, originals_of, sha256_of
from quyche_app.storage.proofs import (
    checks_its_file,
    file_faults,
    line_ids,
    wrong_contents,
    wrong_digests,
    wrongly_typed,
)
from quyche_app.storage.recordings import Recording, known_timelines, recordings_of
from quyche_app.storage.timelines import NEVER, Spans

_COMPUTED_KINDS = ("import", "amend", "undo")
_KINDS = ("issued", "draft")
_ROLES = (Role.REGULATION, Role.AMENDING)
# What reading a damaged row can end in.
_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    MemoryError,
    zlib.error,
    QuyCheError,
    sa_exc.SQLAlchemyError,
)


def verify(ws: Workspace) -> tuple[Verdict, ...]:
    """Prove everything that is stored: one verdict a check, false ones with the places."""
    with ws.reading() as connection:
        verdicts = [
            _file(connection),
            _types(connection),
            _contents(connection),
            _recordings(connection),
        ]
        found = [_entry(connection, uuid) for uuid in line_ids(connection)]
        verdicts += [each for each in found if isinstance(each, Verdict)]
        for entry in found:
            if isinstance(entry, Entry) and entry.kind == "issued":
                verdicts.append(_original(connection, entry))
                if entry.role == Role.REGULATION:
                    verdicts += _texts(connection, entry)
    return tuple(verdicts)


# What was counted is known at the end alone.
_COUNTED = message("verify.counted", "")


def _proved(
    connection: Connection,
    checked: Message,
    differences: Callable[[], Iterable[Message]],
    broken: Message,
) -> Verdict:
    """Give the verdict of a check; ``broken`` is said when it meets data that cannot be read."""
    try:
        found = tuple(differences())
    except CancelledByUser:
        raise
    except _BROKEN as cause:
        if isinstance(cause, sa_exc.DBAPIError) and not checks_its_file(connection):
            raise  # the server is gone: nothing was proved
        found = (broken,)
    return Verdict(not found, checked, found)


def _file(connection: Connection) -> Verdict:
    if not checks_its_file(connection):
        return Verdict(
            True,
            message(
                "verify.server_file", "Tệp dữ liệu của máy chủ: người quản trị kiểm bằng pg_amcheck"
            ),
            is_checked=False,
        )
    return _proved(
        connection,
        message("verify.file", "Tệp kho, theo phép kiểm của chính SQLite"),
        lambda: (
            message("verify.sqlite", "SQLite báo: “{words}”.", words=said)
            for said in file_faults(connection)
        ),
        message("verify.file_damaged", "Tệp kho đã hỏng: SQLite không kiểm hết được."),
    )


def _types(connection: Connection) -> Verdict:
    return _proved(
        connection,
        message("verify.types", "Kiểu của mọi giá trị trong các bảng"),
        lambda: (
            message(
                "verify.column",
                "Bảng {table}, cột {column}: {count} dòng không đúng kiểu.",
                table=table,
                column=column,
                count=count,
            )
            for table, column, count in wrongly_typed(connection)
        ),
        message("verify.table_damaged", "Có bảng không đọc được."),
    )


def _contents(connection: Connection) -> Verdict:
    return _counted(
        connection,
        wrong_contents,
        lambda count: message(
            "verify.wordings", "{count} lời văn và mã kiểm tra của chúng", count=count
        ),
        lambda number: message(
            "verify.wording_false", "Lời văn số {number} không khớp mã kiểm tra.", number=number
        ),
        message("verify.wording_damaged", "Có lời văn không đọc được."),
    )


def _recordings(connection: Connection) -> Verdict:
    return _counted(
        connection,
        wrong_digests,
        lambda count: message("verify.rows", "Các dòng của {count} lần ghi", count=count),
        lambda number: message(
            "verify.recording_false", "Lần ghi {number} không còn như khi được ghi.", number=number
        ),
        message("verify.recording_damaged", "Có lần ghi không đọc được."),
    )


def _counted(
    connection: Connection,
    wrong: Callable[[Connection], tuple[int, list[int]]],
    checked: Callable[[int], Message],
    said: Callable[[int], Message],
    broken: Message,
) -> Verdict:
    """Give the verdict of a check that counts what it looked at and numbers what is wrong."""
    count = 0

    def differences() -> Iterator[Message]:
        nonlocal count
        count, numbers = wrong(connection)
        yield from map(said, numbers)

    verdict = _proved(connection, _COUNTED, differences, broken)
    return Verdict(verdict.is_true, checked(count), verdict.differences)


def _entry(connection: Connection, uuid: str) -> Entry | Verdict:
    """Give a text of the library, or what is wrong with it: nothing of it can be proved then."""
    found: list[Entry] = []

    def differences() -> Iterator[Message]:
        entry = entry_with(connection, uuid)
        if entry is None:
            yield message("verify.no_recording", "Văn bản này không còn lần ghi nào.")
        elif entry.kind not in _KINDS or entry.role not in _ROLES:
            yield message("verify.no_kind", "Văn bản này không rõ là loại gì.")
        else:
            found.append(entry)

    verdict = _proved(
        connection,
        message("verify.document", "Văn bản mã {id}", id=uuid),
        differences,
        message(
            "verify.document_damaged",
            "Dữ liệu của văn bản này đã hỏng; lời văn của nó chưa được kiểm.",
        ),
    )
    return found[0] if found else verdict


def _original(connection: Connection, entry: Entry) -> Verdict:
    return _proved(
        connection,
        message("verify.originals", "Tệp gốc của {text}", text=_name(entry)),
        lambda: (
            message(
                "verify.original_false",
                "Tệp gốc {name} không khớp SHA-256 đã ghi.",
                name=original.name,
            )
            for original in originals_of(connection, entry.document)
            if sha256_of(original.data) != original.sha256
        ),
        message("verify.original_damaged", "Tệp gốc không đọc được."),
    )


def _name(entry: Entry) -> str:
    return entry.cited_as or entry.uuid


def _texts(connection: Connection, entry: Entry) -> Iterator[Verdict]:
    """Compute a text again as known at each of its recordings."""
    recordings: list[Recording] = []

    def differences() -> Iterator[Message]:
        recordings.extend(recordings_of(connection, entry.line))
        return iter(())

    read = _proved(
        connection,
        message("verify.recordings", "Các lần ghi của {text}", text=_name(entry)),
        differences,
        message(
            "verify.recordings_damaged", "Có lần ghi không đọc được; lời văn chưa được tính lại."
        ),
    )
    if not read.is_true:
        yield read
    for recording in recordings:
        if recording.kind in _COMPUTED_KINDS:
            number = recording.number
            yield _proved(
                connection,
                message(
                    "verify.recomputed",
                    "{text} tính lại như ở lần ghi {number}",
                    text=_name(entry),
                    number=number,
                ),
                lambda number=number: _unlike(connection, entry, number),  # type: ignore[misc]
                message(
                    "verify.damaged",
                    "{text} không tính lại được, dữ liệu đã hỏng.",
                    text=_name(entry),
                ),
            )


def _unlike(connection: Connection, entry: Entry, known_at: int) -> Iterator[Message]:
    """Compute a text again as known at a recording and compare every timeline."""
    record = load_record(connection, entry, known_at)
    whole = compute(entry, record.base, record.readings, record.inactive)
    notes = newest_notes(connection, entry.line, known_at)
    computed = whole.timelines
    stored = known_timelines(connection, entry.line, known_at)
    wrong = [
        unit_id
        for unit_id in {*computed, *stored}
        if computed.get(unit_id, NEVER) != stored.get(unit_id, NEVER)
    ]
    for unit_id in sorted(wrong):
        yield (
            message(
                "verify.not_recomputed",
                "{provision} không như tính lại từ các nội dung sửa đổi.",
                provision=_label(computed.get(unit_id) or stored.get(unit_id, NEVER)),
            )
        )
    if not _are_vouched(notes, whole.consolidation.footnotes, record):
        yield message(
            "verify.notes_not_recomputed",
            "Các chú thích không như tính lại từ các nội dung sửa đổi.",
        )


_Subject = tuple[str, str, int, int, str]


def _are_vouched(stored: Iterable[Footnote], computed: Iterable[Footnote], record: Record) -> bool:
    """Whether stored notes say what the record says: on which provisions, by which instruction of which
    act. How they are worded is the program's, and may be of another version; but they give no number,
    no day and no quotation that the record does not know."""
    said, known = _by_subject(stored), _by_subject(computed)
    return said.keys() == known.keys() and all(
        _has_nothing_else(words, f"{known[subject]}\n{_sources(record, subject)}")
        for subject, words in said.items()
    )


def _by_subject(notes: Iterable[Footnote]) -> dict[_Subject, str]:
    """The words about each provision and instruction, together."""
    found: dict[_Subject, str] = {}
    for note in notes:
        subject = note.unit_id, note.path, note.act_no, note.instruction, note.slot
        found[subject] = f"{found.get(subject, '')}\n{note.text}"
    return found


def _sources(record: Record, subject: _Subject) -> str:
    """What a note may take its words from: the act, its days, the instruction."""
    _, path, act_no, index, _ = subject
    reading = record.readings[act_no - 1]
    instruction = reading.instructions[index]
    days = (
        reading.act.issue_date,
        reading.act.effect_date,
        reading.effect_date,
        instruction.effect_date,
    )
    shown = [f"{day:%d/%m/%Y}" for day in days if day is not None]
    return "\n".join(
        (
            path,
            reading.act.number,
            instruction.place,
            instruction.source_text,
            *instruction.words_old,
            *instruction.words_new,
            *shown,
        )
    )


def _has_nothing_else(words: str, known: str) -> bool:
    is_quoted = all(quotation in known for quotation in re.findall(r"“([^“”]*)”", words))
    return is_quoted and _figures(words) <= _figures(known)


def _figures(words: str) -> set[str]:
    return {figure.lstrip("0") for figure in re.findall(r"[0-9]+", words)}


def _label(spans: Spans) -> Message:
    words = next((span.words for span in spans if span.words is not None), "")
    return (
        message("verify.provision", "Điều khoản {words}…", words=words[:60])
        if words
        else message("verify.a_provision", "Một điều khoản")
    )
