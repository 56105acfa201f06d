"""An order of an amending act comes back equal; what is not known is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.operations import Confidence, Instruction
from quyche_app.domain.verbs import Verb
from quyche_app.storage.codecs.instructions import decode_instruction, encode_instruction
from tests.domain.test_encoding import blocks, words
from tests.storage.codecs.stored import (
    code_of,
    days,
    exclusions,
    lines,
    numbers,
    positions,
    refuses_what_it_does_not_know,
    said,
    some,
    steps,
    targets,
)
from tests.storage.test_stored_forms import FULL_TEXT, PLAIN_TEXT

orders = st.builds(
    Instruction,
    index=numbers,
    act_no=numbers,
    place=words,
    source_lines=lines,
    source_text=words,
    verb=st.sampled_from(Verb),
    targets=some(targets),
    quoted=blocks,
    openings=some(numbers),
    words_old=some(words),
    words_new=some(words),
    position=st.none() | positions,
    exclusions=some(exclusions),
    results=some(targets),
    container=st.none() | numbers,
    act_reference=words,
    component=words,
    under=some(steps),
    effect_date=days,
    confidence=st.sampled_from(Confidence),
    reasons=some(said),
)


@settings(max_examples=15)
@given(orders)
def test_an_instruction_comes_back(order: Instruction) -> None:
    assert decode_instruction(encode_instruction(order)) == order


@pytest.mark.parametrize("text", [FULL_TEXT, PLAIN_TEXT])
def test_another_kind_version_or_no_value_is_refused(text: str) -> None:
    refuses_what_it_does_not_know(decode_instruction, text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"verb":"amend"', '"verb":"amend_of_tomorrow"'),
        ('"verb":"amend"', '"verb":"amend","field_of_tomorrow":1'),
        ('"verb":"amend",', ""),
        ('"index":3,', ""),
        ('"act_no":2,', ""),
        ('"confidence":"doubtful",', ""),
        ('"side":"after"', '"side":"after","field_of_tomorrow":1'),
        ('{"slot":"unit"}', '{"slot":"unit","field_of_tomorrow":1}'),
        ('"lines":[12,18]', '"lines":[12]'),
        ('["o","h1.png"', '["block_of_tomorrow","h1.png"'),
        ('"2018-07-16"', '"hôm qua"'),
    ],
)
def test_a_part_that_is_not_known_is_not_dropped_in_silence(old: str, new: str) -> None:
    assert old in FULL_TEXT
    assert code_of(decode_instruction, FULL_TEXT.replace(old, new)) == "QC-S091"
