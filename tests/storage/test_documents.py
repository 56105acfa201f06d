"""Documents, lines and original files as they are stored and found again."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from sqlalchemy import Connection

from quyche_app.domain.acts import Act
from quyche_app.domain.errors import StorageError
from quyche_app.domain.sources import AccountEntry, Role
from quyche_app.storage.documents import (
    DraftHead,
    day_of,
    document_with,
    draft_head,
    entries,
    entry_with,
    new_document,
    new_line,
    ordinal,
    origin_of,
    originals_of,
    sha256_of,
    store_original,
)
from tests.making import act, article
from tests.storage.rows import put_in, record

_TEXT = act(
    article("1", "Phạm vi"),
    number="05-QC/TU",
    kind="Quy chế",
    title="làm việc",
    issuer="TỈNH ỦY",
    issue_date=date(2020, 5, 4),
)


@pytest.mark.parametrize("day", [None, date(1, 1, 1), date(2026, 4, 1), date.max])
def test_a_day_comes_back_from_its_number(day: date | None) -> None:
    assert day_of(ordinal(day)) == day


def test_the_first_day_is_one() -> None:
    assert (ordinal(date(1, 1, 1)), ordinal(None)) == (1, None)


def test_an_entry_says_what_the_head_and_the_newest_recording_say(db: Connection) -> None:
    stored = put_in(db, "a" * 32, _TEXT)
    newest = record(db, stored.document, stored.line, stored.root, [(0, _TEXT)], who="Bình")
    (entry,) = entries(db)
    assert (entry.line, entry.document) == (stored.line, stored.document)
    assert (entry.uuid, entry.document_uuid) == (stored.root, stored.root)
    assert (entry.kind, entry.role, entry.name) == ("issued", "regulation", "")
    assert (entry.number, entry.title, entry.issuer) == ("05-QC/TU", "Quy chế làm việc", "TỈNH ỦY")
    assert (entry.issue_date, entry.effect_date) == (date(2020, 5, 4), None)
    assert (entry.first_recording, entry.newest_recording) == (stored.number, newest)
    assert (entry.article_count, entry.updated_by) == (7, "Bình")
    assert entry.updated_at.tzinfo is not None
    assert entry_with(db, stored.root) == entry
    assert entry_with(db, "b" * 32) is None


@pytest.mark.parametrize(
    ("head", "title"), [(_TEXT, "Quy chế làm việc"), (Act(), "không tên")], ids=["said", "not said"]
)
def test_a_text_without_a_title_is_called_otherwise(db: Connection, head: Act, title: str) -> None:
    put_in(db, "a" * 32, head)
    assert [entry.title for entry in entries(db)] == [title]


def test_lines_are_given_in_the_order_they_were_made(db: Connection) -> None:
    first = put_in(db, "b" * 32, _TEXT)
    second = put_in(db, "a" * 32, _TEXT, "amending")
    assert [(one.line, one.role) for one in entries(db)] == [
        (first.line, "regulation"),
        (second.line, "amending"),
    ]


def test_a_draft_knows_what_it_began_from_and_its_newest_recording(db: Connection) -> None:
    issued = put_in(db, "a" * 32, _TEXT)
    draft = new_line(
        db, "d" * 32, issued.document, "draft", "Dự thảo 1", (issued.line, issued.number, 737_000)
    )
    record(db, issued.document, draft, issued.root, [(0, _TEXT)], kind="draft")
    newest = record(db, issued.document, draft, issued.root, [(0, _TEXT)])
    assert draft_head(db, "d" * 32) == DraftHead(draft, issued.document, issued.root, newest, 7)
    assert origin_of(db, "d" * 32) == (issued.root, issued.number, 737_000)
    assert origin_of(db, issued.root) is None
    assert [(one.kind, one.name) for one in entries(db)] == [("issued", ""), ("draft", "Dự thảo 1")]


@pytest.mark.parametrize("uuid", ["a" * 32, "x" * 32], ids=["an issued line", "no line"])
def test_what_is_no_draft_has_no_head_of_one(db: Connection, uuid: str) -> None:
    put_in(db, "a" * 32, _TEXT)
    with pytest.raises(StorageError) as caught:
        draft_head(db, uuid)
    assert caught.value.code == "QC-S052"


def test_an_original_is_kept_whole_and_found_by_its_bytes(db: Connection) -> None:
    one, other = put_in(db, "a" * 32, _TEXT), put_in(db, "b" * 32, _TEXT)
    account = (AccountEntry(1, Role.FRONT, "c", ""),)
    store_original(db, one.document, one.number, "một.docx", b"PK\x00\xff", account)
    store_original(db, other.document, other.number, "hai.txt", b"", ())
    kept = originals_of(db, one.document)
    assert [(o.document, o.name, o.data) for o in kept] == [
        (one.document, "một.docx", b"PK\x00\xff")
    ]
    assert kept[0].sha256 == sha256_of(b"PK\x00\xff")
    assert [o.name for o in originals_of(db)] == ["một.docx", "hai.txt"]
    assert document_with(db, kept[0].sha256) == (one.document, one.number)
    assert document_with(db, sha256_of(b"khac")) is None


def test_the_name_of_bytes_is_their_sha256() -> None:
    assert sha256_of(b"abc") == hashlib.sha256(b"abc").hexdigest()


def test_a_document_and_its_line_have_numbers_of_their_own(db: Connection) -> None:
    new_line_of = new_document(db, "a" * 32, "regulation", _TEXT, "")
    assert new_line_of == (1, 1)
    assert new_line(db, "d" * 32, 1, "draft", "x") == 2
