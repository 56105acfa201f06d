"""What was read of an act besides its orders comes back equal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.operations import ReadAmendments, Unread
from quyche_app.storage.codecs.readings import decode_reading, encode_reading, unread_count
from tests.domain.test_encoding import words
from tests.storage.codecs.stored import (
    code_of,
    days,
    lines,
    numbers,
    refuses_what_it_does_not_know,
    said,
    some,
)
from tests.storage.test_stored_forms import FULL, READING, READING_TEXT

stretches = st.builds(Unread, numbers, lines, words, said, st.booleans())
heads = st.builds(Act, words, words, words, words, words, days, days, words)
read_acts = st.builds(
    ReadAmendments,
    act=heads,
    instructions=st.just(()),
    unread=some(stretches),
    effect_date=days,
    implementing=some(lines),
    amended=some(words),
    is_effect_unknown=st.booleans(),
    transitional=some(stretches),
)


@settings(max_examples=30)
@given(read_acts)
def test_a_reading_comes_back(reading: ReadAmendments) -> None:
    text = encode_reading(reading)
    assert decode_reading(text) == reading
    assert unread_count(text) == len(reading.unread)


def test_a_reading_leaves_out_what_has_rows_of_its_own() -> None:
    act = replace(READING.act, components=(Component("c", ComponentKind.BODY),))
    whole = replace(READING, act=act, instructions=(FULL,))
    assert encode_reading(whole) == READING_TEXT


def test_another_kind_version_or_no_value_is_refused() -> None:
    refuses_what_it_does_not_know(decode_reading, READING_TEXT)
    refuses_what_it_does_not_know(unread_count, READING_TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"unread":', '"field_of_tomorrow":1,"unread":'),
        ('"text":"lời"', '"text":"lời","field_of_tomorrow":1'),
        ('"lines":[3,4]', '"lines":[3]'),
        ("[20,22]", "[20]"),
        ('{"act_no":1,"lines":[3,4]', '{"lines":[3,4]'),
    ],
)
def test_a_part_that_is_not_known_is_not_dropped_in_silence(old: str, new: str) -> None:
    assert old in READING_TEXT
    assert code_of(decode_reading, READING_TEXT.replace(old, new)) == "QC-S091"
