"""The notes of a whole text come back equal."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.operations import Footnote
from quyche_app.storage.codecs.notes import decode_notes, encode_notes
from tests.domain.test_encoding import words
from tests.storage.codecs.stored import (
    NOT_DEFLATED,
    code_of,
    from_bytes,
    numbers,
    refuses_what_it_does_not_know,
)
from tests.storage.test_stored_forms import NOTES_TEXT

footnotes = st.builds(Footnote, words, words, words, numbers, numbers, words)


@settings(max_examples=30)
@given(st.lists(footnotes, max_size=3).map(tuple))
def test_notes_come_back(some_notes: tuple[Footnote, ...]) -> None:
    assert decode_notes(encode_notes(some_notes)) == some_notes


def test_another_kind_version_or_no_value_is_refused() -> None:
    refuses_what_it_does_not_know(from_bytes(decode_notes), NOTES_TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"act_no":1', '"act_no":1,"field_of_tomorrow":1'), ('"instruction":0,', "")],
)
def test_a_part_that_is_not_known_is_not_dropped_in_silence(old: str, new: str) -> None:
    assert old in NOTES_TEXT
    assert code_of(from_bytes(decode_notes), NOTES_TEXT.replace(old, new)) == "QC-S091"


@pytest.mark.parametrize("data", NOT_DEFLATED)
def test_bytes_that_are_not_deflated_are_damaged(data: bytes) -> None:
    assert code_of(lambda _: decode_notes(data), "") == "QC-S091"
